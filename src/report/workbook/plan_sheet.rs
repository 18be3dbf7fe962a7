//! The sheet of the plan: what is funded and when, what it costs and brings by year, under budgets, rules and people.

use rust_decimal::Decimal;

use super::flow_block::{Block, write_block};
use super::flows::department_of;
use super::limits;
use super::measures::Said;
use super::page::{Page, over_figures};
use super::parameters::Parameters;
use super::sheet::{Sheet, range};
use crate::case::amounts::{Amounts, later};
use crate::case::portfolio_case::funded;
use crate::case::shared_component::{Bought, bought};
use crate::domain::portfolio::Choice;
use crate::optimize::outcome::Plan;
use crate::report::choice_words::start_text;

/// The column of year 0.
pub const YEAR_0: u16 = 7;
/// The column of departments.
pub const DEPARTMENT: u16 = 5;

/// The sheet and where other sheets find its figures.
pub struct PlanSheet {
    pub sheet: Sheet,
    /// The cell of the NPV, as formulas on other sheets name it.
    pub npv: String,
    pub block: Block,
    /// The rows of spending by kind and of the budget.
    pub limits: limits::BudgetRows,
}

/// Writes the sheet.
pub fn plan_sheet(page: &Page, parameters: &Parameters, plan: &Plan) -> PlanSheet {
    let title = page.say("Plan", "Plan");
    let subtitle = page.say(
        "Expected costs and adjusted benefits of the plan as a whole: starts, funded shares, enablers, synergies and \
         saturation counted, shared components paid once.",
        "Coûts attendus et gains ajustés du plan dans son ensemble : démarrages, parts financées, facilitateurs, \
         synergies et saturation comptés, composants partagés payés une fois.",
    );
    let mut sheet = page.sheet(&title, &title, &subtitle);
    page.widths(&mut sheet, &[44.0, 13.0, 12.0, 10.0, 9.0, 16.0, 26.0, 14.0], page.n_years());
    let mut row = 3;
    let costs = cost_rows(page, &mut sheet, &mut row, plan);
    let benefits = benefit_rows(page, &mut sheet, &mut row, plan);
    heading(page, &mut sheet, row, &page.say("Together", "Ensemble"));
    let block = Block { row: row + 1, year_0: YEAR_0, costs, benefits };
    let case = &plan.case;
    let said = Said {
        cost: &case.cost,
        benefit: &case.benefit,
        pv_cost: case.pv_cost,
        pv_benefit: case.pv_benefit,
        npv: case.npv,
        appraisal: &case.appraisal,
    };
    let (row, npv) = write_block(page, parameters, &mut sheet, block, &said);
    let (limits, row) = limits::budget_rows(page, &mut sheet, row + 1, plan, block);
    let row = limits::rule_rows(page, &mut sheet, row + 1, plan);
    limits::people_rows(page, &mut sheet, row + 1, plan);
    sheet.with(|inner| inner.set_freeze_panes(3, 1).map(|_| ()));
    let npv = sheet.name_of(npv);
    PlanSheet { sheet, npv, block, limits }
}

/// A heading with the years over the figures.
pub fn heading(page: &Page, sheet: &mut Sheet, row: u32, title: &str) {
    let years = page.years();
    let blanks = (1..YEAR_0).map(|_| String::new());
    let total = format!(">{}", page.say("Total", "Total"));
    let all: Vec<String> =
        [title.to_string()].into_iter().chain(blanks).chain(over_figures(&years)).chain([total]).collect();
    page.headings(sheet, row, &all);
}

/// Amounts by year with their sum.
pub fn amounts_row(page: &Page, sheet: &mut Sheet, row: u32, amounts: &[Decimal]) {
    for (column, amount) in (YEAR_0..).zip(amounts) {
        sheet.number((row, column), *amount, &page.looks.money);
    }
    let last = YEAR_0 + page.n_years();
    let formula = format!("=SUM({})", range((row, YEAR_0), (row, last - 1)));
    sheet.formula((row, last), &formula, amounts.iter().sum(), &page.looks.money_sum);
}

/// What every choice and every shared component costs by year.
fn cost_rows(page: &Page, sheet: &mut Sheet, row: &mut u32, plan: &Plan) -> Option<(u32, u32)> {
    heading(
        page,
        sheet,
        *row,
        &page.say("What is funded, expected cost", "Ce qui est financé, coûts attendus"),
    );
    let headings = page.words(
        ["Key", "Variant", "Start", "Share", "Department", "Sponsor"],
        ["Clé", "Variante", "Début", "Part", "Direction", "Sponsor"],
    );
    for (column, text) in (1..).zip(&headings) {
        sheet.text((*row, column), text, &page.looks.heading);
    }
    *row += 1;
    let begin = *row;
    for choice in plan.portfolio.choices() {
        choice_row(page, sheet, *row, choice);
        *row += 1;
    }
    for Bought { component, start, payer } in bought(page.result.cases, &plan.portfolio) {
        let label = format!("{} {}", page.say("Shared component", "Composant partagé"), component.id);
        sheet.long_text((*row, 0), &label, &page.looks.text);
        sheet.text((*row, 1), payer.as_str(), &page.looks.text);
        if let Some(owner) = page.dossier().investment(payer) {
            sheet.long_text((*row, DEPARTMENT), &department_of(owner), &page.looks.text);
        }
        sheet.text((*row, 3), &start_text(start, &page.dossier().settings, page.language), &page.looks.text);
        amounts_row(page, sheet, *row, &later(&component.cost, start));
        *row += 1;
    }
    *row += 1;
    (begin + 1 < *row).then(|| (begin, *row - 2))
}

fn choice_row(page: &Page, sheet: &mut Sheet, row: u32, choice: &Choice) {
    let looks = &page.looks;
    if let Some(investment) = page.dossier().investment(&choice.investment) {
        sheet.long_text((row, 0), page.name(&investment.name, investment.id.as_str()), &looks.text);
        sheet.long_text((row, DEPARTMENT), &department_of(investment), &looks.text);
        sheet.long_text((row, 6), &investment.sponsor, &looks.text);
    }
    sheet.text((row, 1), choice.investment.as_str(), &looks.text);
    sheet.text((row, 2), choice.variant.as_str(), &looks.text);
    let start = start_text(choice.start, &page.dossier().settings, page.language);
    sheet.text((row, 3), &start, &looks.text);
    sheet.number((row, 4), choice.share, &looks.percent);
    let case = page.result.cases.get(&choice.investment, &choice.variant);
    let cost: Amounts = case.map_or_else(Vec::new, |case| funded(choice, &case.own_cost));
    amounts_row(page, sheet, row, &cost);
}

/// What the plan brings by lever and year.
fn benefit_rows(page: &Page, sheet: &mut Sheet, row: &mut u32, plan: &Plan) -> Option<(u32, u32)> {
    let title =
        page.say("What it brings by lever, adjusted benefit", "Ce qu'il apporte par levier, gains ajustés");
    heading(page, sheet, *row, &title);
    *row += 1;
    let begin = *row;
    for (id, amounts) in &plan.case.benefit_by_lever {
        let name = page.dossier().lever(id).map_or(id.as_str(), |lever| page.name(&lever.name, id.as_str()));
        sheet.long_text((*row, 0), name, &page.looks.text);
        sheet.text((*row, 1), id.as_str(), &page.looks.text);
        amounts_row(page, sheet, *row, amounts);
        *row += 1;
    }
    *row += 1;
    (begin + 1 < *row).then(|| (begin, *row - 2))
}
