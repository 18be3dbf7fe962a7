//! What one investment means for another: who stands together, and in which order.

use rust_decimal::Decimal;

use super::places::{Places, ones, ones_less};
use super::timing::{finish_before, requires, same_start};
use crate::domain::dependency::{Dependency, DependencyKind};
use crate::domain::investment::InvestmentId;
use crate::optimize::choices::candidate::places_of;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// excludes: chosen(a) + chosen(b) <= 1; at least one: sum over the group of chosen (no pilot) >= 1; all or none, requires,
/// same start and finish before as their functions say; the others change worth, not what is allowed.
pub fn dependencies(places: Places) -> Vec<Rule> {
    places.dossier.dependencies.iter().flat_map(|dependency| stated(places, dependency)).collect()
}

fn stated(places: Places, dependency: &Dependency) -> Vec<Rule> {
    let rules = match &dependency.kind {
        DependencyKind::Excludes { a, b } if a != b => {
            let own = ones(places.of_members(&[a.clone(), b.clone()], false));
            let statement = Statement::Excludes { a: a.clone(), b: b.clone() };
            vec![Rule::new(statement, own, Side::AtMost, Decimal::ONE)]
        }
        DependencyKind::AtLeastOne { group, members } => {
            let own = ones(places.of_members(members, true));
            let statement = Statement::AtLeastOne { group: group.clone() };
            vec![Rule::new(statement, own, Side::AtLeast, Decimal::ONE)]
        }
        DependencyKind::AllOrNone { group, members } => all_or_none(places, group, members),
        DependencyKind::Requires { from, to } => requires(places, from, to),
        DependencyKind::SameStart { group, members } => same_start(places, group, members),
        DependencyKind::FinishBefore { first, then } => finish_before(places, first, then),
        DependencyKind::Excludes { .. }
        | DependencyKind::EnabledBy { .. }
        | DependencyKind::Synergy { .. }
        | DependencyKind::Replaces { .. } => Vec::new(),
    };
    rules.into_iter().map(|rule| rule.stated_at(&dependency.place)).collect()
}

/// For every member: chosen(member) <= chosen(next member), the first following the last.
fn all_or_none(places: Places, group: &str, members: &[InvestmentId]) -> Vec<Rule> {
    let next = members.iter().cycle().skip(1);
    let pairs = members.iter().zip(next).filter(|(a, b)| a != b);
    pairs
        .map(|(a, b)| {
            let chosen = |id| places_of(places.candidates, id, false);
            let statement = Statement::AllOrNone { group: group.to_string() };
            Rule::new(statement, ones_less(chosen(a), chosen(b)), Side::AtMost, Decimal::ZERO)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::rules::example::{NONE, at, broken, depend, dossier, ids};

    #[test]
    fn a_group_of_all_or_none_is_not_split() {
        let mut dossier = dossier(&["A", "B", "C"]);
        let group = "G".to_string();
        depend(&mut dossier, DependencyKind::AllOrNone { group, members: ids(&["A", "B", "C"]) });
        let [a, b, c] = [at("A", "y0"), at("B", "y1"), at("C", "y2")];
        assert_eq!(broken(&dossier, &[]), NONE);
        assert_eq!(broken(&dossier, &[a.clone(), b.clone(), c.clone()]), NONE);
        for part in [vec![a.clone()], vec![b.clone()], vec![c.clone()], vec![a.clone(), b], vec![a, c]] {
            assert_eq!(broken(&dossier, &part), ["all_or_none:G"]);
        }
    }

    #[test]
    fn some_of_a_group_and_not_both() {
        let mut dossier = dossier(&["A", "B"]);
        let group = "G".to_string();
        depend(&mut dossier, DependencyKind::AtLeastOne { group, members: ids(&["A", "B"]) });
        assert_eq!(broken(&dossier, &[]), ["at_least_one:G"]);
        assert_eq!(broken(&dossier, &[at("B", "y2")]), NONE);
        depend(&mut dossier, DependencyKind::Excludes { a: "A".into(), b: "B".into() });
        assert_eq!(broken(&dossier, &[at("A", "y0"), at("B", "y2")]), ["excludes:A:B"]);
        assert_eq!(broken(&dossier, &[at("A", "y0")]), NONE);
    }
}
