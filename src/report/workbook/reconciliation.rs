//! The sheet of reconciliation: from what was entered to the NPV of the plan, control totals, withheld amounts, checks.

use rust_decimal::Decimal;

use super::adjustment::Adjustment;
use super::control_totals::control_totals;
use super::flows::Flows;
use super::lines::Line;
use super::page::Page;
use super::plan_sheet::PlanSheet;
use super::sheet::{Sheet, cell};
use crate::optimize::outcome::Plan;

/// The sheet with the cell that says whether all checks of the workbook hold.
pub struct Reconciliation {
    pub sheet: Sheet,
    pub verdict: String,
}

/// What is reconciled.
pub struct Grounds<'s, 'a> {
    pub lines: &'s [Line<'a>],
    pub flows: &'s Flows,
    pub adjustment: &'s Adjustment,
    pub plan: Option<(&'a Plan, &'s PlanSheet)>,
    /// The name of every other sheet with the ranges of its check cells.
    pub checks: Vec<(String, Vec<(String, u32)>)>,
}

/// Writes the sheet.
pub fn reconciliation(page: &Page, grounds: &Grounds) -> Reconciliation {
    let title = page.say("Reconciliation", "Rapprochement");
    let subtitle = page.say(
        "Every figure is found again by another way: a formula over the other sheets beside what cxfolio says.",
        "Chaque chiffre est retrouvé par un autre chemin : une formule sur les autres feuilles face à ce que cxfolio indique.",
    );
    let mut sheet = page.sheet(&title, &title, &subtitle);
    page.widths(&mut sheet, &[58.0, 16.0], page.n_years() + 2);
    let mut row = 3;
    if let Some((plan, plan_sheet)) = grounds.plan {
        row = path(page, &mut sheet, row, grounds, plan, plan_sheet) + 1;
    }
    row = control_totals(page, &mut sheet, row, grounds) + 1;
    row = withheld(page, &mut sheet, row, grounds.lines) + 1;
    let verdict = checks(page, &mut sheet, row, grounds);
    let verdict = sheet.name_of((verdict, 1));
    Reconciliation { sheet, verdict }
}

/// From the inputs of what is chosen to the NPV of the plan, step by step.
fn path(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    grounds: &Grounds,
    plan: &Plan,
    plan_sheet: &PlanSheet,
) -> u32 {
    let headings = page.words(
        ["From the inputs to the NPV of the plan", ">Cost", ">Benefit", ">Net", ">cxfolio says", ">Agrees"],
        ["Des données saisies à la VAN du plan", ">Coûts", ">Gains", ">Net", ">cxfolio indique", ">Concorde"],
    );
    page.headings(sheet, row, &headings);
    let labels = page.words(
        [
            "Stated, chosen options, all years",
            "Expected: × mean of the estimates",
            "Adjusted: × share kept for evidence",
            "Present value, each option from its own start",
        ],
        [
            "Déclaré, options retenues, toutes années",
            "Attendu : × moyenne des estimations",
            "Ajusté : × part retenue selon la preuve",
            "Valeur actuelle, chaque option depuis son démarrage",
        ],
    );
    let looks = &page.looks;
    let [costs, benefits] = &grounds.adjustment.chosen;
    let mut row = row + 1;
    for ((label, cost), benefit) in labels.iter().zip(costs).zip(benefits) {
        sheet.text((row, 0), label, &looks.text);
        sheet.formula((row, 1), &format!("={}", cost.0), cost.1, &looks.money);
        sheet.formula((row, 2), &format!("={}", benefit.0), benefit.1, &looks.money);
        let net = format!("={}-{}", cell((row, 2)), cell((row, 1)));
        sheet.formula((row, 3), &net, benefit.1 - cost.1, &looks.money);
        row += 1;
    }
    let alone = benefits[3].1 - costs[3].1;
    says(page, sheet, row - 1, alone_said(page, plan));
    steps(page, sheet, row, (row - 1, alone), plan, plan_sheet)
}

/// The sum of the stand-alone NPVs as the business cases say them.
fn alone_said(page: &Page, plan: &Plan) -> Decimal {
    let cases = plan.portfolio.choices().iter();
    cases
        .filter_map(|choice| page.result.cases.get(&choice.investment, &choice.variant))
        .map(|case| case.npv)
        .sum()
}

/// What cxfolio says of the net figure of a row, and whether they agree.
fn says(page: &Page, sheet: &mut Sheet, row: u32, said: Decimal) {
    sheet.number((row, 4), said, &page.looks.money);
    let check = format!("=ABS({}-{})<0.01", cell((row, 3)), cell((row, 4)));
    sheet.check((row, 5), &check, true, &page.looks.check);
}

/// From the stand-alone cases, in a row above, to the plan as a whole.
fn steps(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    (alone_row, alone): (u32, Decimal),
    plan: &Plan,
    plan_sheet: &PlanSheet,
) -> u32 {
    let Some(bridge) = page.grounds.bridge else { return row };
    let looks = &page.looks;
    let labels = page.words(
        ["Starts, funded shares, shared components paid once", "Missing enablers", "Synergies", "Saturation"],
        [
            "Démarrages, parts financées, composants partagés payés une fois",
            "Facilitateurs absents",
            "Synergies",
            "Saturation",
        ],
    );
    let steps = [
        bridge.with_evidence - alone,
        bridge.with_enablers - bridge.with_evidence,
        bridge.with_synergies - bridge.with_enablers,
        bridge.npv - bridge.with_synergies,
    ];
    let mut row = row;
    for (label, step) in labels.iter().zip(steps) {
        sheet.text((row, 0), label, &looks.text);
        sheet.number((row, 3), step, &looks.money);
        row += 1;
    }
    sheet.text((row, 0), &page.say("NPV of the plan", "VAN du plan"), &looks.label_total);
    sheet.text((row, 1), "", &looks.label_total);
    sheet.text((row, 2), "", &looks.label_total);
    let formula = format!("=SUM({}:{})", cell((alone_row, 3)), cell((row - 1, 3)));
    sheet.formula((row, 3), &formula, plan.case.npv, &looks.money_total);
    says(page, sheet, row, plan.case.npv);
    row += 1;
    let label = page.say("The same on the sheet of the plan", "La même sur la feuille du plan");
    sheet.text((row, 0), &label, &looks.text);
    sheet.formula((row, 3), &format!("={}", plan_sheet.npv), plan.case.npv, &looks.money);
    says(page, sheet, row, plan.case.npv);
    row + 1
}

/// How many amounts are withheld and which options therefore have no case.
fn withheld(page: &Page, sheet: &mut Sheet, row: u32, lines: &[Line]) -> u32 {
    let looks = &page.looks;
    sheet.text((row, 0), &page.say("Withheld amounts", "Montants non communiqués"), &looks.heading);
    sheet.text((row, 1), "", &looks.heading);
    let count: usize = lines
        .iter()
        .map(|line| match line.is_cost() {
            true => line.stated.iter().filter(|amount| amount.is_none()).count(),
            false => usize::from(line.estimate.is_none()),
        })
        .sum();
    let label = page.say(
        "Amounts and effects withheld (missing, never zero)",
        "Montants et effets non communiqués (manquants, jamais zéro)",
    );
    sheet.text((row + 1, 0), &label, &looks.text);
    sheet.number((row + 1, 1), Decimal::from(count), &looks.count);
    let missing: Vec<String> = page
        .result
        .cases
        .missing
        .iter()
        .map(|case| format!("{}:{}", case.investment, case.variant))
        .collect();
    let label = page.say(
        "Options without a case (amounts withheld or not stated)",
        "Options sans analyse (montants non communiqués ou non indiqués)",
    );
    sheet.text((row + 2, 0), &label, &looks.text);
    sheet.number((row + 2, 1), Decimal::from(missing.len()), &looks.count);
    sheet.long_text((row + 2, 2), &missing.join(", "), &looks.text);
    row + 3
}

/// How many ranges one formula takes: spreadsheets allow 255 of them and 8,192 letters.
const RANGES_AT_ONCE: usize = 100;

/// One row per sheet with checks, and the verdict over all of them; gives the row of the verdict.
fn checks(page: &Page, sheet: &mut Sheet, row: u32, grounds: &Grounds) -> u32 {
    let looks = &page.looks;
    let headings = page.words(
        ["Checks by sheet", ">All hold", ">Checks"],
        ["Contrôles par feuille", ">Tous vrais", ">Contrôles"],
    );
    page.headings(sheet, row, &headings);
    let own = (sheet.name(), sheet.checks());
    let first = row + 1;
    let mut row = first;
    let mut total = 0;
    for (name, ranges) in grounds.checks.iter().chain([&own]) {
        for part in ranges.chunks(RANGES_AT_ONCE) {
            let count: u32 = part.iter().map(|(_, count)| count).sum();
            let names: Vec<&str> = part.iter().map(|(range, _)| range.as_str()).collect();
            sheet.text((row, 0), name, &looks.text);
            sheet.formula_text((row, 1), &format!("=AND({})", names.join(",")), "TRUE", &looks.check);
            sheet.number((row, 2), Decimal::from(count), &looks.count);
            total += count;
            row += 1;
        }
    }
    sheet.text((row, 0), &page.say("All checks", "Tous les contrôles"), &looks.label_total);
    let all = format!("=AND({}:{})", cell((first, 1)), cell((row - 1, 1)));
    sheet.formula_text((row, 1), &all, "TRUE", &looks.check);
    let sum = format!("=SUM({}:{})", cell((first, 2)), cell((row - 1, 2)));
    sheet.formula((row, 2), &sum, Decimal::from(total), &looks.count);
    row
}
