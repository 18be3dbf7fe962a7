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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::optimize::rules::example::{NONE, at, broken, dossier};
    use rust_decimal::dec;

    #[test]
    fn a_budget_holds_to_the_cent_whatever_month_a_plan_begins() {
        let mut dossier = dossier(&["A", "B"]);
        // Two years of 1,200 that begin in February spend 1,100 in year 0 and 100 in year 1.
        let plan = [at("A", "y0m02"), at("B", "y0m02")];
        dossier.settings.budgets.insert(0, dec!(2200));
        dossier.settings.run_rate_caps.insert(1, dec!(200));
        assert_eq!(broken(&dossier, &plan), NONE);
        dossier.settings.budgets.insert(0, dec!(2199.99));
        assert_eq!(broken(&dossier, &plan), ["budget:y0"]);
        dossier.settings.run_rate_caps.insert(1, dec!(199.99));
        assert_eq!(broken(&dossier, &plan), ["budget:y0", "run_rate:y1"]);
        dossier.settings.switched_off = BTreeSet::from(["budget".to_string()]);
        assert_eq!(broken(&dossier, &plan), ["run_rate:y1"]);
    }
}
