//! Money second: cash by year, the measures finance asks for, the bridge from claims to plan, benefits by lever.

use rust_decimal::Decimal;

use super::grid::Grid;
use super::html::{Html, element};
use super::page::Page;
use super::{bridge, levers, measures};
use crate::case::amounts::Amounts;
use crate::case::portfolio_case::portfolio_cost;
use crate::domain::business_case::Accounting;
use crate::optimize::outcome::Plan;
use crate::report::chart::Chart;
use crate::report::chart::kind::CumulativeCash;

/// The pictures of the section.
pub fn charts(page: &Page) -> Vec<(&'static str, Chart)> {
    let Some(plan) = page.plan() else { return Vec::new() };
    let bridge = bridge::chart(page).map(|chart| ("chart-bridge", chart));
    std::iter::once(("chart-cash", cash_chart(page, plan))).chain(bridge).collect()
}

/// The section.
pub fn section(page: &Page, plan: &Plan) -> Html {
    let strong = element("strong", page.say("Cash by year.", "Flux par année."));
    let text = page.say(
        " Costs below the line, benefits above it, and what has come in or gone out so far, undiscounted.",
        " Les coûts sous la ligne, les gains au-dessus, et le cumul depuis le début, sans actualisation.",
    );
    page.figure("chart-cash", strong.and(text))
        .and(cash_table(page, plan))
        .and(measures::table(page, plan))
        .and(bridge::section(page))
        .and(levers::table(page, plan))
}

/// Net amounts from year 0 to the end of each year.
fn cumulative(plan: &Plan) -> Amounts {
    let mut sum = Decimal::ZERO;
    let so_far = plan.case.net().into_iter().map(|net| {
        sum += net;
        sum
    });
    so_far.collect()
}

fn cash_chart(page: &Page, plan: &Plan) -> Chart {
    let cumulative = cumulative(plan);
    let case = &plan.case;
    let unit = page.unit(case.cost.iter().chain(&case.benefit).chain(&cumulative).copied());
    let amounts = |amounts: &[Decimal]| amounts.iter().map(|amount| unit.of(*amount)).collect();
    let title = page.say("Cash by year and so far", "Flux par année et cumulés");
    let description = page.say(
        "Cost and benefit of each year as columns, cumulative net cash as a line.",
        "Coûts et gains de chaque année en colonnes, flux net cumulé en ligne.",
    );
    Chart::CumulativeCash(CumulativeCash {
        frame: page.frame(title, description, &unit),
        years: page.years(),
        costs: amounts(&case.cost),
        benefits: amounts(&case.benefit),
        cumulative: amounts(&cumulative),
        cost_label: page.say("Costs", "Coûts").into(),
        benefit_label: page.say("Benefits", "Gains").into(),
        cumulative_label: page.say("Cumulative net cash", "Flux net cumulé").into(),
    })
}

fn cash_table(page: &Page, plan: &Plan) -> Html {
    let headings = page.headings(
        ["Year", ">Capex", ">Opex", ">Cost", ">Benefit", ">Net", ">Cumulative"],
        ["Année", ">Capex", ">Opex", ">Coûts", ">Gains", ">Net", ">Cumulé"],
    );
    let mut grid =
        Grid::new(page.in_kilo(page.say("Cash flow by year", "Flux de trésorerie par année")), &headings);
    let (capex, opex) =
        (by_accounting(page, plan, Accounting::Capex), by_accounting(page, plan, Accounting::Opex));
    let (net, cumulative) = (plan.case.net(), cumulative(plan));
    for (index, year) in page.years().into_iter().enumerate() {
        let columns = [&capex, &opex, &plan.case.cost, &plan.case.benefit, &net, &cumulative];
        let amounts = columns.map(|column| page.kilo(column[index]).into());
        grid.row(std::iter::once(year.into()).chain(amounts).collect());
    }
    let sums = [&capex, &opex, &plan.case.cost, &plan.case.benefit, &net];
    let sums = sums.map(|column| page.kilo(column.iter().sum()).into());
    grid.total(
        std::iter::once(page.say("Total", "Total").into()).chain(sums).chain([Html::default()]).collect(),
    );
    grid.html()
}

/// Expected cost of the plan by year that the accounts see in this way.
fn by_accounting(page: &Page, plan: &Plan, accounting: Accounting) -> Amounts {
    portfolio_cost(page.result.cases, &plan.portfolio, |line| {
        if line.accounting == accounting { &line.expected } else { &[] }
    })
}
