//! Control totals: inputs by year, kind and department before any model, and what the plan takes of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::flows::{BASIS, DEPARTMENT, Flows, KIND, SUBJECT, YEAR_0, bases, department};
use super::lines::{Line, nature};
use super::page::{Page, over_figures};
use super::reconciliation::Grounds;
use super::sheet::{Sheet, range};
use crate::case::amounts::{Amounts, add, nothing};
use crate::case::portfolio_case::portfolio_cost;
use crate::domain::business_case::{Accounting, CostNature};
use crate::domain::dossier::Dossier;

/// Writes the totals; gives the row after them.
pub fn control_totals(page: &Page, sheet: &mut Sheet, row: u32, grounds: &Grounds) -> u32 {
    let title = page.say(
        "Inputs by year before any model: all options, alternatives included",
        "Données saisies par année avant tout modèle : toutes les options, variantes comprises",
    );
    heading(page, sheet, row, &title);
    let mut row = row + 1;
    for (label, condition, said) in inputs(page, grounds) {
        row = total_rows(page, sheet, row, grounds.flows, &label, &condition, &said);
    }
    match grounds.plan {
        Some(_) => taken(page, sheet, row + 1, grounds),
        None => row,
    }
}

fn heading(page: &Page, sheet: &mut Sheet, row: u32, title: &str) {
    let last = page.words([">Total", ">Agrees"], [">Total", ">Concorde"]);
    let years = page.years();
    let all: Vec<String> = std::iter::once(title.to_string()).chain(over_figures(&years)).chain(last).collect();
    page.headings(sheet, row, &all);
}

/// What is added up: its name, the condition on the rows of cash flows, and the sums that the dossier itself gives.
fn inputs(page: &Page, grounds: &Grounds) -> Vec<(String, String, Amounts)> {
    let flows = grounds.flows;
    let is_text = |column, text: &str| format!("({}=\"{}\")", flows.column(column), text.replace('"', "\"\""));
    let [capex, opex] = [Accounting::Capex, Accounting::Opex].map(|accounting| accounting.name());
    let run = nature(page, CostNature::Run);
    let costs = format!("({}+{})", is_text(KIND, capex), is_text(KIND, opex));
    let labels = page.words(
        ["Capex", "Opex", "of which running cost", "Costs together"],
        ["Capex", "Opex", "dont exploitation", "Ensemble des coûts"],
    );
    let [capex_label, opex_label, run_label, all_label] = labels;
    let dossier = page.dossier();
    let horizon = page.result.cases.horizon();
    let of = |accounting| entered(dossier, horizon, |_, one, _| one == accounting);
    let mut inputs = vec![
        (capex_label, is_text(KIND, capex), of(Accounting::Capex)),
        (opex_label, is_text(KIND, opex), of(Accounting::Opex)),
        (
            run_label,
            format!("{costs}*{}", is_text(SUBJECT, &run)),
            entered(dossier, horizon, |_, _, nature| nature == CostNature::Run),
        ),
        (all_label, costs.clone(), entered(dossier, horizon, |_, _, _| true)),
    ];
    for name in departments(grounds.lines) {
        let exact = format!("EXACT({},\"{}\")", flows.column(DEPARTMENT), name.replace('"', "\"\""));
        let own = |department: &str| if department.is_empty() { name == "–" } else { department == name };
        let said = entered(dossier, horizon, |department, _, _| own(department));
        let label = format!("{} – {name}", page.say("Department", "Direction"));
        inputs.push((label, format!("{costs}*{exact}"), said));
    }
    let benefit = page.say("benefit", "gain");
    let label = page.say("Benefits at the likely effect", "Gains à l'effet probable");
    let mut likely = nothing(horizon);
    for line in grounds.lines.iter().filter(|line| !line.is_cost()) {
        let stated: Vec<Decimal> = line.stated.iter().map(|amount| amount.unwrap_or_default()).collect();
        add(&mut likely, &stated);
    }
    inputs.push((label, is_text(KIND, &benefit), likely));
    inputs
}

fn departments(lines: &[Line]) -> Vec<String> {
    let names: BTreeMap<String, ()> =
        lines.iter().filter(|line| line.is_cost()).map(|line| (department(line), ())).collect();
    names.into_keys().collect()
}

/// Cost lines of the dossier by year as they were entered, withheld amounts left out.
fn entered(
    dossier: &Dossier,
    horizon: usize,
    is_meant: impl Fn(&str, Accounting, CostNature) -> bool,
) -> Amounts {
    let mut total = nothing(horizon);
    for (investment, variant) in dossier.variants() {
        let lines = variant.cost_lines.iter();
        for line in lines.filter(|line| is_meant(&investment.department, line.accounting, line.nature)) {
            let amounts: Vec<Decimal> = line.amounts.iter().map(|amount| amount.unwrap_or_default()).collect();
            add(&mut total, &amounts);
        }
    }
    total
}

/// One total twice: as a formula over the cash flows, and as the dossier gives it.
fn total_rows(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    flows: &Flows,
    label: &str,
    condition: &str,
    said: &[Decimal],
) -> u32 {
    let looks = &page.looks;
    let basis = format!("({}=\"{}\")", flows.column(BASIS), bases(page)[0]);
    sheet.long_text((row, 0), label, &looks.text);
    sheet.text((row + 1, 0), &page.say("cxfolio says", "cxfolio indique"), &looks.note);
    for (index, amount) in (0..).zip(said) {
        let formula = format!("=SUMPRODUCT({condition}*{basis},{})", flows.column(YEAR_0 + index));
        sheet.formula((row, 1 + index), &formula, *amount, &looks.money);
        sheet.number((row + 1, 1 + index), *amount, &looks.note_money);
    }
    sums(page, sheet, row, said);
    row + 2
}

/// The sums of two rows over the years, and whether the rows agree in every year.
fn sums(page: &Page, sheet: &mut Sheet, row: u32, said: &[Decimal]) {
    let last = page.n_years();
    let of = |row| range((row, 1), (row, last));
    let sum = said.iter().sum();
    sheet.formula((row, last + 1), &format!("=SUM({})", of(row)), sum, &page.looks.money_total);
    sheet.formula((row + 1, last + 1), &format!("=SUM({})", of(row + 1)), sum, &page.looks.note_money);
    let check = format!("=SUMPRODUCT(ABS({}-{}))<0.01", of(row), of(row + 1));
    sheet.check((row, last + 2), &check, true, &page.looks.check);
}

/// What the plan takes of the inputs by kind: as stated, and as expected beside the sheet of the plan.
fn taken(page: &Page, sheet: &mut Sheet, row: u32, grounds: &Grounds) -> u32 {
    let Some((plan, plan_sheet)) = grounds.plan else { return row };
    let title = page.say(
        "What the plan takes of them: costs by year from its starts, shared components once",
        "Ce que le plan en prend : coûts par année depuis ses démarrages, composants partagés une fois",
    );
    heading(page, sheet, row, &title);
    let labels = page.words(
        ["Capex", "Opex without running cost", "Running cost (opex)"],
        ["Capex", "Opex hors exploitation", "Exploitation (opex)"],
    );
    let [stated, expected] = page.words(["stated", "expected"], ["déclaré", "attendu"]);
    let sources = [plan_sheet.limits.capex, plan_sheet.limits.opex, plan_sheet.limits.run];
    let mut row = row + 1;
    for ((label, source), is_meant) in labels.iter().zip(sources).zip(super::limits::kinds()) {
        let amounts = portfolio_cost(page.result.cases, &plan.portfolio, |line| {
            if is_meant(line) { &line.stated } else { &[] }
        });
        sheet.text((row, 0), &format!("{label}, {stated}"), &page.looks.text);
        for (index, amount) in (0..).zip(&amounts) {
            sheet.number((row, 1 + index), *amount, &page.looks.money);
        }
        let last = page.n_years();
        let formula = format!("=SUM({})", range((row, 1), (row, last)));
        sheet.formula((row, last + 1), &formula, amounts.iter().sum(), &page.looks.money_total);
        row += 1;
        let amounts = super::limits::spent(page, plan, is_meant);
        sheet.text((row, 0), &format!("{label}, {expected}"), &page.looks.text);
        sheet.text((row + 1, 0), &page.say("cxfolio says", "cxfolio indique"), &page.looks.note);
        for (index, amount) in (0..).zip(&amounts) {
            let on_plan = plan_sheet.sheet.name_of((source, super::plan_sheet::YEAR_0 + index));
            sheet.formula((row, 1 + index), &format!("={on_plan}"), *amount, &page.looks.money);
            sheet.number((row + 1, 1 + index), *amount, &page.looks.note_money);
        }
        sums(page, sheet, row, &amounts);
        row += 2;
    }
    row
}
