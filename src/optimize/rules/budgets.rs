//! Budgets and run-rate caps of the settings, by year.

use rust_decimal::Decimal;

use super::places::{Places, terms};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// sum over candidates and components of expected cost in year t <= budget of t, and <= run-rate cap of t.
pub fn budgets(places: Places) -> Vec<Rule> {
    let settings = &places.dossier.settings;
    let spending = |year: usize| -> Vec<(usize, Decimal)> {
        let own = places.candidates.iter().map(|candidate| &candidate.cost);
        let costs = own.chain(places.components.iter().map(|component| &component.cost));
        terms(costs.map(|cost| cost.get(year).copied().unwrap_or_default()).enumerate())
    };
    let rule = |statement: Statement, year: usize, limit: Decimal| {
        Rule::new(statement, spending(year), Side::AtMost, limit).stated_at(&settings.place)
    };
    let budgets = settings.budgets.iter();
    let caps = settings.run_rate_caps.iter();
    let budgets = budgets.map(|(year, limit)| rule(Statement::Budget { year: *year }, *year, *limit));
    budgets.chain(caps.map(|(year, limit)| rule(Statement::RunRate { year: *year }, *year, *limit))).collect()
}
