//! What the plan takes of the inputs, by kind of spending and by department.

use rust_decimal::Decimal;

use super::control_totals::{departments, heading, sums};
use super::flows::department_of;
use super::limits::{kinds, spent};
use super::lines::Line;
use super::page::Page;
use super::plan_sheet::{DEPARTMENT, PlanSheet, YEAR_0};
use super::sheet::{Sheet, fixed, range};
use crate::case::amounts::{Amounts, add, later, nothing};
use crate::case::portfolio_case::{funded, portfolio_cost};
use crate::case::shared_component::{Bought, bought};
use crate::optimize::outcome::Plan;

/// Writes what the plan takes; gives the row after it.
pub fn taken(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    lines: &[Line],
    (plan, plan_sheet): (&Plan, &PlanSheet),
) -> u32 {
    let title = page.say(
        "What the plan takes of them: costs by year from its starts, shared components once",
        "Ce que le plan en prend : coûts par année depuis ses démarrages, composants partagés une fois",
    );
    heading(page, sheet, row, &title);
    let row = by_kind(page, sheet, row + 1, plan, plan_sheet);
    by_department(page, sheet, row, lines, (plan, plan_sheet))
}

fn by_kind(page: &Page, sheet: &mut Sheet, row: u32, plan: &Plan, plan_sheet: &PlanSheet) -> u32 {
    let labels = page.words(
        ["Capex", "Opex without running cost", "Running cost (opex)"],
        ["Capex", "Opex hors exploitation", "Exploitation (opex)"],
    );
    let [stated, expected] = page.words(["stated", "expected"], ["déclaré", "attendu"]);
    let sources = [plan_sheet.limits.capex, plan_sheet.limits.opex, plan_sheet.limits.run];
    let mut row = row;
    for ((label, source), is_meant) in labels.iter().zip(sources).zip(kinds()) {
        let amounts = portfolio_cost(page.result.cases, &plan.portfolio, |line| {
            if is_meant(line) { &line.stated } else { &[] }
        });
        sheet.text((row, 0), &format!("{label}, {stated}"), &page.looks.text);
        for (column, amount) in (1..).zip(&amounts) {
            sheet.number((row, column), *amount, &page.looks.money);
        }
        let last = page.n_years();
        let formula = format!("=SUM({})", range((row, 1), (row, last)));
        sheet.formula((row, last + 1), &formula, amounts.iter().sum(), &page.looks.money_sum);
        row += 1;
        sheet.text((row, 0), &format!("{label}, {expected}"), &page.looks.text);
        let on_plan = |index: u16| format!("={}", plan_sheet.sheet.name_of((source, YEAR_0 + index)));
        row = twice(page, sheet, row, &spent(page, plan, is_meant), on_plan);
    }
    row
}

fn by_department(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    lines: &[Line],
    (plan, plan_sheet): (&Plan, &PlanSheet),
) -> u32 {
    let Some((first, last)) = plan_sheet.block.costs else { return row };
    let title = page.say("Expected, by department:", "Attendu, par direction :");
    sheet.text((row, 0), &title, &page.looks.strong);
    let column = |column: u16| plan_sheet.sheet.range_of((first, column), (last, column));
    let mut row = row + 1;
    for name in departments(lines) {
        let amounts = spent_by(page, plan, &name);
        if amounts.iter().all(Decimal::is_zero) {
            continue;
        }
        sheet.long_text((row, 0), &name, &page.looks.text);
        let own = fixed((row, 0));
        let on_plan = |index: u16| {
            format!("=SUMPRODUCT(1*EXACT({},{own}),{})", column(DEPARTMENT), column(YEAR_0 + index))
        };
        row = twice(page, sheet, row, &amounts, on_plan);
    }
    row
}

/// What the plan spends by year on the investments and components of a department.
fn spent_by(page: &Page, plan: &Plan, name: &str) -> Amounts {
    let dossier = page.dossier();
    let is_own = |id| dossier.investment(id).is_some_and(|investment| department_of(investment) == name);
    let mut total = nothing(page.result.cases.horizon());
    for choice in plan.portfolio.choices().iter().filter(|choice| is_own(&choice.investment)) {
        let Some(case) = page.result.cases.get(&choice.investment, &choice.variant) else { continue };
        add(&mut total, &funded(choice, &case.own_cost));
    }
    for Bought { component, start, payer } in bought(page.result.cases, &plan.portfolio) {
        if is_own(payer) {
            add(&mut total, &later(&component.cost, start));
        }
    }
    total
}

/// A row of formulas and below it the same figures as cxfolio gives them, with their sums and a check.
fn twice(
    page: &Page,
    sheet: &mut Sheet,
    row: u32,
    amounts: &[Decimal],
    formula: impl Fn(u16) -> String,
) -> u32 {
    sheet.text((row + 1, 0), &page.say("cxfolio says", "cxfolio indique"), &page.looks.note);
    for (index, amount) in (0..).zip(amounts) {
        sheet.formula((row, 1 + index), &formula(index), *amount, &page.looks.money);
        sheet.number((row + 1, 1 + index), *amount, &page.looks.note_money);
    }
    sums(page, sheet, row, amounts);
    row + 2
}
