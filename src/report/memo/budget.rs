//! What the plan spends by year and purpose, under its budgets and caps.

use rust_decimal::Decimal;

use super::html::{Html, element};
use super::page::Page;
use crate::case::amounts::Amounts;
use crate::case::portfolio_case::portfolio_cost;
use crate::domain::business_case::CostNature;
use crate::optimize::outcome::Plan;
use crate::quantity::real::real;
use crate::report::chart::Chart;
use crate::report::chart::kind::{BudgetByYear, Limit, Series};

/// Purposes of spending, as a committee speaks of them.
fn purpose(nature: CostNature) -> usize {
    match nature {
        CostNature::Build | CostNature::Licence | CostNature::Migration | CostNature::Integration => 0,
        CostNature::Change | CostNature::Training => 1,
        CostNature::Run => 2,
        CostNature::Exit => 3,
    }
}

/// Spending by year as columns; none when nothing is spent.
pub fn chart(page: &Page, plan: &Plan) -> Option<Chart> {
    let settings = &page.dossier().settings;
    let horizon = page.result.cases.horizon();
    let limits = settings.budgets.values().chain(settings.run_rate_caps.values());
    let unit = page.unit(plan.case.cost.iter().chain(limits).copied());
    let of_purpose = |at: usize| {
        portfolio_cost(page.result.cases, &plan.portfolio, |line| {
            if purpose(line.nature) == at { &line.expected } else { &[] }
        })
    };
    let spending: Vec<Amounts> = (0..4).map(of_purpose).collect();
    let names = page.headings(
        ["Technology", "Change and training", "Running", "Exit"],
        ["Technologie", "Changement et formation", "Exploitation", "Sortie"],
    );
    let spending: Vec<Series> = names
        .iter()
        .zip(&spending)
        .filter(|(_, amounts)| amounts.iter().any(|amount| !amount.is_zero()))
        .map(|(name, amounts)| Series {
            name: name.to_string(),
            amounts: amounts.iter().map(|amount| unit.of(*amount)).collect(),
        })
        .collect();
    let limit = |name: &str, by_year: &std::collections::BTreeMap<usize, Decimal>| Limit {
        name: name.to_string(),
        amounts: (0..=horizon).map(|year| by_year.get(&year).map(|amount| unit.of(*amount))).collect(),
    };
    let limits = [
        limit(page.say("Budget", "Budget"), &settings.budgets),
        limit(page.say("Cap on yearly cost", "Plafond de coût annuel"), &settings.run_rate_caps),
    ];
    let title = page.say("Spending by year", "Dépenses par année");
    let description = page.say(
        "Expected spending of the plan by year and purpose, with the limits that hold.",
        "Dépenses attendues du plan par année et par objet, avec les limites en vigueur.",
    );
    (!spending.is_empty()).then(|| {
        Chart::BudgetByYear(BudgetByYear {
            frame: page.frame(title, description, &unit),
            years: page.years(),
            spending,
            limits: limits.into_iter().filter(|one| one.amounts.iter().any(Option::is_some)).collect(),
            total_label: "total".into(),
        })
    })
}

/// The picture, with how much of each limit is used.
pub fn figure(page: &Page) -> Html {
    let Some(plan) = page.plan().filter(|plan| plan.case.cost.iter().any(|cost| !cost.is_zero())) else {
        return Html::default();
    };
    let used: Vec<String> = page
        .dossier()
        .settings
        .budgets
        .iter()
        .filter(|(_, limit)| **limit > Decimal::ZERO)
        .filter_map(|(year, limit)| {
            let share = page.share(real(*plan.case.cost.get(*year)?) / real(*limit));
            Some(format!("{} {share}", page.year(*year)))
        })
        .collect();
    let strong = element("strong", page.say("Spending by year, expected.", "Dépenses par année, attendues."));
    let text = match used.is_empty() {
        true => page.say("No budget is set.", "Aucun budget n’est fixé.").to_string(),
        false => format!("{} {}.", page.say("Budget used:", "Budget utilisé :"), used.join(", ")),
    };
    page.figure("chart-budget", strong.and(" ").and(text))
}
