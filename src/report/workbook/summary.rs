//! The sheet to read first: what is recommended, what it is worth, how sure that is.

use rust_decimal::Decimal;

use super::business_case::CaseSheet;
use super::page::Page;
use super::plan_sheet::PlanSheet;
use super::sheet::Sheet;
use crate::domain::finding::Severity;
use crate::domain::text::Language;
use crate::optimize::outcome::Plan;
use crate::quantity::real::exact;
use crate::report::choice_words::start_text;
use crate::report::number::percent;
use crate::report::repair_words::repairs_words;
use crate::report::text_case::{rates_text, roi_text, years_text};
use crate::report::text_recommendation::{recommendation, status_text};

/// The last column that the texts at the top run over.
const LAST: u16 = 7;
/// The first column of what stands beside the key figures.
const BESIDE: u16 = 3;

/// Digits of the fingerprint that are shown; all of them stand in the result of `choose`.
const SHOWN_OF_FINGERPRINT: usize = 32;

/// Writes the sheet.
pub fn summary(page: &Page, plan: Option<(&Plan, &PlanSheet)>, cases: &[CaseSheet], verdict: &str) -> Sheet {
    let name = page.say("Summary", "Synthèse");
    let subtitle = page.say("Results of cxfolio", "Résultats de cxfolio");
    let mut sheet = page.sheet(&name, page.dossier_name(), &subtitle);
    page.widths(&mut sheet, &[40.0, 16.0, 12.0, 12.0, 15.0, 15.0, 15.0, 15.0], 0);
    let text = match plan {
        Some((plan, _)) => recommendation(page.result, plan, page.language),
        None => without_plan(page),
    };
    block(page, &mut sheet, 3, 48.0, &text, true);
    block(page, &mut sheet, 4, 18.0, &status_text(page.result, page.language), false);
    let mut row = 6;
    if let Some((plan, plan_sheet)) = plan {
        row = measures(page, &mut sheet, row, plan, plan_sheet) + 1;
    }
    row = row.max(trust(page, &mut sheet, 6, verdict) + 1);
    if let Some((plan, _)) = plan {
        chosen(page, &mut sheet, row, plan, cases);
    }
    sheet
}

/// A paragraph over the whole width.
fn block(page: &Page, sheet: &mut Sheet, row: u32, height: f64, text: &str, is_strong: bool) {
    let look = if is_strong {
        page.looks.wrapped.clone().set_bold().set_font_size(11)
    } else {
        page.looks.wrapped.clone()
    };
    sheet.with(|inner| {
        inner.merge_range(row, 0, row, LAST, "", &look)?;
        inner.set_row_height(row, height)?;
        Ok(())
    });
    sheet.long_text((row, 0), text, &look);
}

fn without_plan(page: &Page) -> String {
    let rules: Vec<String> = page
        .result
        .outcome
        .conflict()
        .iter()
        .map(|one| page.language.typeset(one.clause(page.dossier()).get(page.language)))
        .collect();
    let repairs = repairs_words(page.dossier(), &page.result.outcome.repairs, page.language);
    let rules = rules.join("; ");
    match page.language {
        Language::English => format!("No plan keeps all rules. In conflict: {rules}. Repairs: {repairs}"),
        Language::French => page.language.typeset(&format!(
            "Aucun plan ne respecte toutes les règles. En conflit : {rules}. Réparations : {repairs}"
        )),
    }
}

fn measures(page: &Page, sheet: &mut Sheet, row: u32, plan: &Plan, plan_sheet: &PlanSheet) -> u32 {
    let looks = &page.looks;
    let case = &plan.case;
    let headings = page.words(["Key figures", ">Plan"], ["Chiffres clés", ">Plan"]);
    page.headings(sheet, row, &headings);
    let labels = page.words(
        ["NPV", "PV of cost", "PV of benefit", "ROI", "IRR", "Payback, sustained (years)", "Options funded"],
        [
            "VAN",
            "Coûts actualisés",
            "Gains actualisés",
            "ROI",
            "TRI",
            "Récupération durable (ans)",
            "Options financées",
        ],
    );
    for (at, label) in (row + 1..).zip(&labels) {
        sheet.text((at, 0), label, &looks.text);
    }
    sheet.formula((row + 1, 1), &format!("={}", plan_sheet.npv), case.npv, &looks.money);
    sheet.number((row + 2, 1), case.pv_cost, &looks.money);
    sheet.number((row + 3, 1), case.pv_benefit, &looks.money);
    let texts = [
        roi_text(&case.appraisal, page.language),
        rates_text(&case.appraisal, page.language),
        years_text(case.appraisal.payback.sustained, page.language),
    ];
    for (at, text) in (row + 4..).zip(&texts) {
        sheet.text((at, 1), text, &looks.right);
    }
    sheet.number((row + 7, 1), Decimal::from(plan.portfolio.choices().len()), &looks.count);
    let mut at = row + 8;
    for (year, limit) in &page.dossier().settings.budgets {
        let Some(cost) = case.cost.get(*year) else { continue };
        let label = page.say("Budget used", "Budget utilisé");
        let calendar = page.dossier().settings.base_year + *year as i32;
        sheet.text((at, 0), &format!("{label} {calendar}"), &looks.text);
        sheet.number((at, 1), cost.checked_div(*limit).unwrap_or_default(), &looks.percent);
        at += 1;
    }
    at
}

/// What stands behind the figures: readiness, findings, checks, where they come from.
fn trust(page: &Page, sheet: &mut Sheet, row: u32, verdict: &str) -> u32 {
    let looks = &page.looks;
    let headings = page.words(["How far to trust this"], ["Degré de confiance"]);
    for (column, heading) in
        (BESIDE..=LAST).zip(headings.iter().map(String::as_str).chain(std::iter::repeat("")))
    {
        sheet.text((row, column), heading, &looks.heading.clone().unset_text_wrap());
    }
    let result = page.result;
    let count = |severity| result.findings.iter().filter(|one| one.severity == severity).count();
    let gates = result.readiness.gates.iter();
    let readiness = match exact(result.readiness.share) {
        Some(share) => percent(share, 0, page.language),
        None => "–".to_string(),
    };
    let passed = gates.clone().filter(|gate| gate.passed).count();
    let gates = gates.count();
    let incomplete = page.say(" – strategy incomplete", " – stratégie incomplète");
    let incomplete = if result.is_strategy_incomplete() { incomplete } else { String::new() };
    let scenario = result.scenario.map_or_else(|| page.say("as entered", "tel que saisi"), str::to_string);
    let rows = [
        (page.say("Readiness", "Maturité du dossier"), format!("{readiness} ({passed}/{gates}){incomplete}")),
        (
            page.say("Warnings of the check", "Avertissements du contrôle"),
            count(Severity::Warning).to_string(),
        ),
        (
            page.say(
                "Options without a case (amounts withheld or not stated)",
                "Options sans analyse (montants non communiqués ou non indiqués)",
            ),
            result.cases.missing.len().to_string(),
        ),
        (page.say("Scenario", "Scénario"), scenario),
        (
            page.say("Decision model", "Modèle de décision"),
            format!("{} {}", result.model.name, result.model.version),
        ),
        (page.say("Program", "Programme"), format!("cxfolio {}", env!("CARGO_PKG_VERSION"))),
        (
            page.say("Fingerprint", "Empreinte"),
            result.fingerprint.get(..SHOWN_OF_FINGERPRINT).unwrap_or(result.fingerprint).to_string(),
        ),
    ];
    let mut at = row + 1;
    for (label, text) in rows {
        sheet.text((at, BESIDE), &label, &looks.text);
        sheet.long_text((at, BESIDE + 2), &text, &looks.text);
        at += 1;
    }
    let label = page.say("All checks of this workbook hold", "Tous les contrôles du classeur sont vrais");
    sheet.text((at, BESIDE), &label, &looks.strong);
    sheet.formula_text((at, BESIDE + 4), &format!("={verdict}"), "TRUE", &looks.check);
    at + 1
}

fn chosen(page: &Page, sheet: &mut Sheet, row: u32, plan: &Plan, cases: &[CaseSheet]) {
    let looks = &page.looks;
    let headings = page.words(
        [
            "What is funded",
            "Key",
            "Variant",
            "Start",
            ">PV of cost",
            ">PV of benefit",
            ">NPV alone",
            ">Effect if dropped",
        ],
        [
            "Ce qui est financé",
            "Clé",
            "Variante",
            "Début",
            ">Coûts actualisés",
            ">Gains actualisés",
            ">VAN seule",
            ">Effet si retiré",
        ],
    );
    page.headings(sheet, row, &headings);
    let mut row = row + 1;
    for choice in plan.portfolio.choices() {
        let Some(case) = page.result.cases.get(&choice.investment, &choice.variant) else { continue };
        if let Some(investment) = page.dossier().investment(&choice.investment) {
            sheet.long_text((row, 0), page.name(&investment.name, investment.id.as_str()), &looks.text);
        }
        sheet.text((row, 1), choice.investment.as_str(), &looks.text);
        sheet.text((row, 2), choice.variant.as_str(), &looks.text);
        let start = start_text(choice.start, &page.dossier().settings, page.language);
        sheet.text((row, 3), &start, &looks.text);
        sheet.number((row, 4), case.pv_cost, &looks.money);
        sheet.number((row, 5), case.pv_benefit, &looks.money);
        let is_this =
            |one: &&CaseSheet| one.case.investment == case.investment && one.case.variant == case.variant;
        match cases.iter().find(is_this) {
            Some(own) => sheet.formula((row, 6), &format!("={}", own.npv), case.npv, &looks.money),
            None => sheet.number((row, 6), case.npv, &looks.money),
        }
        let dropped =
            plan.neighbours.iter().find(|one| one.variant.is_none() && one.investment == choice.investment);
        if let Some(dropped) = dropped {
            sheet.number((row, 7), dropped.gain, &looks.money);
        }
        row += 1;
    }
    let note = page.say(
        "“Effect if dropped” is how the NPV of the plan would change without the option, enablers and overlaps counted: a \
         minus is a loss. An option whose effect is positive is kept by a rule.",
        "« Effet si retiré » est la variation de la VAN du plan sans l'option, facilitateurs et recouvrements comptés : un \
         moins est une perte. Une option dont l'effet est positif est maintenue par une règle.",
    );
    sheet.text((row, 0), &note, &looks.note);
}
