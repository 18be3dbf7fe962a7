//! What must start before, after or together with something else, by sums over all starts up to one: the tightest rows.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::places::{Places, ones_less};
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::start::{MONTHS, Start};
use crate::optimize::choices::candidate::places_of;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// For every start s in which `from` may start: from started by s <= to (no pilot) started by s.
pub fn requires(places: Places, from: &InvestmentId, to: &InvestmentId) -> Vec<Rule> {
    let (wanting, wanted) =
        (places_of(places.candidates, from, false), places_of(places.candidates, to, true));
    let rule = |start: Start| {
        let statement = Statement::Requires { from: from.clone(), to: to.clone() };
        let terms = ones_less(by(places, &wanting, start), by(places, &wanted, start));
        Rule::new(statement, terms, Side::AtMost, Decimal::ZERO)
    };
    starts(places, &wanting).into_iter().map(rule).collect()
}

/// For every start s in which `then` may start: then started by s <= first (no pilot) started by s - its duration.
pub fn finish_before(places: Places, first: &InvestmentId, then: &InvestmentId) -> Vec<Rule> {
    let (later, earlier) =
        (places_of(places.candidates, then, false), places_of(places.candidates, first, true));
    let months = places.dossier.investment(first).map_or(MONTHS, duration);
    let rule = |start: Start| {
        let statement = Statement::FinishBefore { first: first.clone(), then: then.clone() };
        let finished = match start.months().checked_sub(months) {
            Some(latest) => by(places, &earlier, Start::of_months(latest)),
            None => Vec::new(),
        };
        Rule::new(statement, ones_less(by(places, &later, start), finished), Side::AtMost, Decimal::ZERO)
    };
    starts(places, &later).into_iter().map(rule).collect()
}

/// Whole months until an investment is finished: its duration, else the months to its first value, else a year; a
/// month begun counts in full.
pub fn duration(investment: &Investment) -> u32 {
    let months = investment.duration_months.or(investment.months_to_first_value);
    months.map_or(MONTHS, |months| u32::try_from(months.ceil()).unwrap_or(0))
}

/// For every pair (a, b) both ways and every start s: a started by s + b started after s <= 1.
pub fn same_start(places: Places, group: &str, members: &[InvestmentId]) -> Vec<Rule> {
    let mut rules = Vec::new();
    for a in members {
        for b in members.iter().filter(|b| *b != a) {
            let (one, other) =
                (places_of(places.candidates, a, false), places_of(places.candidates, b, false));
            for start in starts(places, &one) {
                let started = by(places, &one, start);
                let after = other.iter().filter(|place| places.candidates[**place].choice.start > start);
                let both: Vec<usize> = started.into_iter().chain(after.copied()).collect();
                let statement = Statement::SameStart { group: group.to_string() };
                rules.push(Rule::new(statement, ones_less(both, []), Side::AtMost, Decimal::ONE));
            }
        }
    }
    rules.retain(|rule| !rule.is_idle());
    rules
}

/// Those of the places that start at `start` or before.
fn by(places: Places, own: &[usize], start: Start) -> Vec<usize> {
    own.iter().copied().filter(|place| places.candidates[*place].choice.start <= start).collect()
}

fn starts(places: Places, own: &[usize]) -> BTreeSet<Start> {
    own.iter().map(|place| places.candidates[*place].choice.start).collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::dependency::DependencyKind;
    use crate::domain::portfolio::Choice;
    use crate::optimize::rules::example::{NONE, at, broken, depend, dossier, ids, of};
    use rust_decimal::dec;

    #[test]
    fn what_is_required_has_started() {
        let mut dossier = dossier(&["A", "B"]);
        depend(&mut dossier, DependencyKind::Requires { from: "A".into(), to: "B".into() });
        let broken = |a: &str, b: Choice| broken(&dossier, &[at("A", a), b]);
        assert_eq!(broken("y1m02", at("B", "y1m02")), NONE);
        assert_eq!(broken("y1m02", at("B", "y1m03")), ["requires:A:B"]);
        assert_eq!(broken("y1", Choice { variant: "pilot".into(), ..at("B", "y0") }), ["requires:A:B"]);
        assert_eq!(crate::optimize::rules::example::broken(&dossier, &[at("A", "y0")]), ["requires:A:B"]);
    }

    #[test]
    fn what_comes_then_waits_for_the_whole_duration() {
        let mut dossier = dossier(&["A", "B"]);
        depend(&mut dossier, DependencyKind::FinishBefore { first: "A".into(), then: "B".into() });
        let name = ["finish_before:A:B"];
        for (duration, to_value, last_too_early, first_allowed) in [
            (Some(dec!(4.2)), Some(dec!(20)), "y0m05", "y0m06"),
            (None, Some(dec!(9)), "y0m09", "y0m10"),
            (None, None, "y0m12", "y1"),
        ] {
            of(&mut dossier, "A").duration_months = duration;
            of(&mut dossier, "A").months_to_first_value = to_value;
            assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", last_too_early)]), name);
            assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", first_allowed)]), NONE);
        }
        assert_eq!(broken(&dossier, &[at("B", "y2")]), name, "without the first there is no then");
        assert_eq!(broken(&dossier, &[at("A", "y2")]), NONE);
    }

    #[test]
    fn those_that_are_chosen_start_together() {
        let mut dossier = dossier(&["A", "B", "C"]);
        let group = "G".to_string();
        depend(&mut dossier, DependencyKind::SameStart { group, members: ids(&["A", "B", "C"]) });
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("C", "y0")]), NONE);
        assert_eq!(broken(&dossier, &[at("B", "y1")]), NONE);
        for (a, c) in [("y0", "y0m02"), ("y0m02", "y0"), ("y0", "y2"), ("y2", "y0")] {
            assert_eq!(broken(&dossier, &[at("A", a), at("C", c)]), ["same_start:G"]);
        }
    }
}
