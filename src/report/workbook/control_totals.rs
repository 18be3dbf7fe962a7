//! Control totals: inputs by year, kind and department before any model, and what the plan takes of them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::flows::{BASIS, DEPARTMENT, Flows, KIND, SUBJECT, YEAR_0, bases, department_of};
use super::lines::{Line, nature};
use super::page::{Page, over_figures};
use super::reconciliation::Grounds;
use super::sheet::{Sheet, fixed, range};
use super::taken::taken;
use crate::case::amounts::{Amounts, add, nothing};
use crate::domain::business_case::{Accounting, CostNature};
use crate::domain::dossier::Dossier;

/// Stands for the cell of the label in a condition: what people wrote is compared as a cell, never put into a formula.
const LABEL: &str = "{label}";

/// Writes the totals; gives the row after them.
pub fn control_totals(page: &Page, sheet: &mut Sheet, row: u32, grounds: &Grounds) -> u32 {
    let title = page.say(
        "Inputs by year before any model: all options, alternatives included",
        "Données saisies par année avant tout modèle : toutes les options, variantes comprises",
    );
    heading(page, sheet, row, &title);
    let mut row = row + 1;
    let mut is_by_department = false;
    for (label, condition, said) in inputs(page, grounds) {
        if condition.contains(LABEL) && !is_by_department {
            is_by_department = true;
            sheet.text(
                (row, 0),
                &page.say("Costs by department:", "Coûts par direction :"),
                &page.looks.strong,
            );
            row += 1;
        }
        row = total_rows(page, sheet, row, grounds.flows, &label, &condition, &said);
    }
    match grounds.plan {
        Some(plan) => taken(page, sheet, row + 1, grounds.lines, plan),
        None => row,
    }
}

/// A heading with the years, their sum and the check.
pub fn heading(page: &Page, sheet: &mut Sheet, row: u32, title: &str) {
    let last = page.words([">Total", ">Agrees"], [">Total", ">Concorde"]);
    let years = page.years();
    let all: Vec<String> =
        std::iter::once(title.to_string()).chain(over_figures(&years)).chain(last).collect();
    page.headings(sheet, row, &all);
}

/// What is added up: its name, the condition on the rows of cash flows, and the sums that the dossier itself gives.
fn inputs(page: &Page, grounds: &Grounds) -> Vec<(String, String, Amounts)> {
    let flows = grounds.flows;
    let is_text = |column, text: &str| format!("({}=\"{text}\")", flows.column(column));
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
        let exact = format!("EXACT({},{LABEL})", flows.column(DEPARTMENT));
        let own = |department: &str| if department.is_empty() { name == "–" } else { department == name };
        let said = entered(dossier, horizon, |department, _, _| own(department));
        inputs.push((name.clone(), format!("{costs}*{exact}"), said));
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

/// Departments that some cost line belongs to, sorted.
pub fn departments(lines: &[Line]) -> Vec<String> {
    let names: BTreeMap<String, ()> =
        lines.iter().filter(|line| line.is_cost()).map(|line| (department_of(line.investment), ())).collect();
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
            let amounts: Vec<Decimal> =
                line.amounts.iter().map(|amount| amount.unwrap_or_default()).collect();
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
        let condition = condition.replace(LABEL, &fixed((row, 0)));
        let formula = format!("=SUMPRODUCT({condition}*{basis},{})", flows.column(YEAR_0 + index));
        sheet.formula((row, 1 + index), &formula, *amount, &looks.money);
        sheet.number((row + 1, 1 + index), *amount, &looks.note_money);
    }
    sums(page, sheet, row, said);
    row + 2
}

/// The sums of two rows over the years, and whether the rows agree in every year.
pub fn sums(page: &Page, sheet: &mut Sheet, row: u32, said: &[Decimal]) {
    let last = page.n_years();
    let of = |row| range((row, 1), (row, last));
    let sum = said.iter().sum();
    sheet.formula((row, last + 1), &format!("=SUM({})", of(row)), sum, &page.looks.money_sum);
    sheet.formula((row + 1, last + 1), &format!("=SUM({})", of(row + 1)), sum, &page.looks.note_money);
    let check = format!("=SUMPRODUCT(ABS({}-{}))<0.01", of(row), of(row + 1));
    sheet.check((row, last + 2), &check, true, &page.looks.check);
}
