//! Rules that a scenario switches off by the name the choice gives them, such as `budget:y0`, or by their family.

use std::collections::BTreeSet;

use super::Fault;
use super::cell::{Cell, Change};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::period::Period;

/// The first words of the names of the rules that may be switched off.
const FAMILIES: [&str; 13] = [
    "budget",
    "run_rate",
    "role",
    "envelope",
    "requires",
    "excludes",
    "at_least_one",
    "all_or_none",
    "same_start",
    "finish_before",
    "mandatory",
    "moment_floor",
    "rule",
];

/// Whether the filter names a statement or a family rather than rows of the table of rules.
pub fn is_meant(dossier: &Dossier, filter: &str) -> bool {
    let is_rule = filter == "*" || dossier.rules.iter().any(|rule| rule.id.as_str() == filter);
    !is_rule && FAMILIES.contains(&family_of(filter).0)
}

/// Switches the statement or the family off (set 0) or on again (set 1).
///
/// # Errors
/// [`Fault::Filter`] when the name speaks of something that the dossier does not have.
pub fn turn(
    switched_off: &mut BTreeSet<String>,
    dossier: &Dossier,
    change: &Change<'_>,
) -> Result<(), Fault> {
    if change.field != "active" {
        return Err(Fault::Field);
    }
    if !is_known(dossier, change.filter) {
        return Err(Fault::Filter);
    }
    let mut is_active = !switched_off.contains(change.filter);
    change.on(Cell::flag(&mut is_active))?;
    match is_active {
        true => switched_off.remove(change.filter),
        false => switched_off.insert(change.filter.to_string()),
    };
    Ok(())
}

/// The family and what follows its colon.
fn family_of(filter: &str) -> (&str, Option<&str>) {
    match filter.split_once(':') {
        Some((family, rest)) => (family, Some(rest)),
        None => (filter, None),
    }
}

/// Whether everything that the name speaks of is in the dossier: periods, groups, or identifiers with colons between.
fn is_known(dossier: &Dossier, filter: &str) -> bool {
    let (family, Some(rest)) = family_of(filter) else { return true };
    let group_of = |kind: &DependencyKind| match kind {
        DependencyKind::AtLeastOne { group, .. } if family == "at_least_one" => Some(group.clone()),
        DependencyKind::AllOrNone { group, .. } if family == "all_or_none" => Some(group.clone()),
        DependencyKind::SameStart { group, .. } if family == "same_start" => Some(group.clone()),
        _ => None,
    };
    if matches!(family, "at_least_one" | "all_or_none" | "same_start") {
        let mut groups = dossier.dependencies.iter().filter_map(|dependency| group_of(&dependency.kind));
        return groups.any(|group| group == rest);
    }
    if family == "rule" {
        let mut names = dossier.rules.iter().filter_map(|rule| rest.strip_prefix(rule.id.as_str()));
        return names.any(|subject| subject.is_empty() || subject.starts_with(':'));
    }
    let is_named = |part: &str| match family {
        "role" => dossier.roles.iter().any(|role| role.id.as_str() == part),
        "envelope" => dossier.envelopes.iter().any(|envelope| envelope.id.as_str() == part),
        "moment_floor" => {
            dossier.moments.iter().any(|moment| moment.id.as_str() == part)
                || dossier.personas.iter().any(|persona| persona.id.as_str() == part)
        }
        _ => dossier.investments.iter().any(|investment| investment.id.as_str() == part),
    };
    let speaks_of_periods = matches!(family, "budget" | "run_rate" | "role" | "envelope");
    let is_period = |part: &str| {
        let period = Period::parse(part).filter(|_| speaks_of_periods);
        period.is_some_and(|period| period.begin.year() <= dossier.settings.horizon)
    };
    // Money that several envelopes or periods share is named `E1+E2:y0-y2`.
    let is_span =
        |part: &str| part.split_once('-').is_some_and(|(from, to)| is_period(from) && is_period(to));
    let separators: &[char] = if family == "envelope" { &[':', '+', ','] } else { &[':'] };
    rest.split(separators).all(|part| is_named(part) || is_period(part) || is_span(part))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::envelope::{Envelope, SpendingKind};
    use crate::domain::example;
    use crate::domain::overrides::apply;
    use crate::domain::portfolio_rule::{PortfolioRule, PortfolioRuleKind};
    use crate::domain::scenario::{Operation, Scenario};

    /// The example with an envelope and a rule.
    fn dossier() -> Dossier {
        let mut dossier = example::dossier();
        dossier.envelopes = vec![Envelope {
            id: "E-1".into(),
            name: example::name("Sales"),
            spending: SpendingKind::All,
            departments: Vec::new(),
            amounts: BTreeMap::new(),
            transfer_group: None,
            carries_over: false,
            place: example::at("envelopes", 2),
        }];
        dossier.rules = vec![PortfolioRule {
            id: "K1".into(),
            name: example::name("Three each"),
            kind: PortfolioRuleKind::SponsorLoad { count: 3 },
            price: None,
            is_active: true,
            place: example::at("rules", 2),
        }];
        dossier
    }

    fn off(steps: &[(&str, &str, Operation, &str)]) -> (Vec<String>, Vec<Fault>) {
        let steps = steps.iter().map(|(filter, field, operation, operand)| {
            example::change("rules", filter, field, *operation, operand)
        });
        let scenario = Scenario { id: "S".into(), overrides: steps.collect(), ..Scenario::default() };
        let (dossier, faults) = apply(&dossier(), &scenario);
        let faults = faults.into_iter().map(|(_, fault)| fault).collect();
        (dossier.settings.switched_off.into_iter().collect(), faults)
    }

    fn set(
        filter: &'static str,
        operand: &'static str,
    ) -> (&'static str, &'static str, Operation, &'static str) {
        (filter, "active", Operation::Set, operand)
    }

    #[test]
    fn a_statement_or_a_family_is_switched_off_and_on_again() {
        let role = example::dossier().roles[0].id.to_string();
        let role: &'static str = Box::leak(format!("role:{role}:y0").into_boxed_str());
        let steps = [set("budget", "0"), set("budget:y1", "0"), set("requires:A:B", "0"), set(role, "0")];
        let names: BTreeSet<String> =
            ["budget", "budget:y1", "requires:A:B", role].map(String::from).into_iter().collect();
        assert_eq!(off(&steps), (names.into_iter().collect(), Vec::new()));
        assert_eq!(off(&[set("budget", "0"), set("budget", "1")]), (Vec::new(), Vec::new()));
        for filter in ["envelope:E-1:y0", "envelope:E-1+E-1:y0q2-y1q1", "envelope:E-1", "rule:K1:CIO", "rule"]
        {
            assert_eq!(off(&[set(filter, "0")]), (vec![filter.to_string()], Vec::new()), "{filter}");
        }
        assert_eq!(
            off(&[set("K1", "0")]),
            (Vec::new(), Vec::new()),
            "a rule of the table is set inactive itself"
        );
    }

    #[test]
    fn what_the_dossier_does_not_have_cannot_be_switched_off() {
        for filter in [
            "colour",
            "budget:y9",
            "budget:2027",
            "requires:A:Z",
            "role:R9:y0",
            "at_least_one:G",
            "rule:K2",
            "envelope:E2:y0",
        ] {
            assert_eq!(off(&[set(filter, "0")]), (Vec::new(), vec![Fault::Filter]), "{filter}");
        }
        assert_eq!(off(&[("budget", "limit", Operation::Set, "0")]).1, [Fault::Field]);
        assert_eq!(off(&[("budget", "active", Operation::Set, "2")]).1, [Fault::Operand]);
        assert_eq!(off(&[("budget", "active", Operation::Multiply, "0")]).1, [Fault::Operand]);
    }
}
