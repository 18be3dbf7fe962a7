//! Rules on dependencies: circles, contradictions, compulsory things that forbid each other, factors.

use std::collections::{BTreeMap, BTreeSet};

use super::circles::{Links, circles};
use super::subject::Subject;
use super::wording::number;
use super::{Advice, Rule};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::InvestmentId;
use crate::domain::place::Place;
use crate::quantity::real::real;

/// Who requires whom, both ways, each list sorted by identifier with the place of the row.
#[derive(Default)]
struct Requirements<'a> {
    needs: Links<'a>,
    needed_by: BTreeMap<&'a InvestmentId, BTreeSet<&'a InvestmentId>>,
}

impl<'a> Requirements<'a> {
    fn new(dossier: &'a Dossier) -> Requirements<'a> {
        let mut all = Requirements::default();
        for dependency in &dossier.dependencies {
            if let DependencyKind::Requires { from, to } = &dependency.kind {
                all.needs.entry(from).or_default().entry(to).or_insert(&dependency.place);
                all.needed_by.entry(to).or_default().insert(from);
            }
        }
        all
    }

    /// The investment and everything that cannot be chosen without it.
    fn standing_on(&self, investment: &'a InvestmentId) -> BTreeSet<&'a InvestmentId> {
        let mut standing = BTreeSet::from([investment]);
        let mut front = vec![investment];
        while let Some(next) = front.pop() {
            let above = self.needed_by.get(next).into_iter().flatten();
            front.extend(above.filter(|above| standing.insert(above)));
        }
        standing
    }

    /// What an investment requires, largest identifier first, so that taking from the end goes in order.
    fn needs_of(&self, investment: &InvestmentId) -> Vec<&'a InvestmentId> {
        self.needs.get(investment).into_iter().flat_map(|needs| needs.keys().rev().copied()).collect()
    }
}

fn exclusions(dossier: &Dossier) -> impl Iterator<Item = (&InvestmentId, &InvestmentId, &Place)> {
    dossier.dependencies.iter().filter_map(|dependency| match &dependency.kind {
        DependencyKind::Excludes { a, b } => Some((a, b, &dependency.place)),
        DependencyKind::Requires { .. }
        | DependencyKind::AtLeastOne { .. }
        | DependencyKind::AllOrNone { .. }
        | DependencyKind::SameStart { .. }
        | DependencyKind::FinishBefore { .. }
        | DependencyKind::EnabledBy { .. }
        | DependencyKind::Synergy { .. }
        | DependencyKind::Replaces { .. } => None,
    })
}

pub const REQUIRES_CYCLE: Rule = Rule {
    code: "requires_cycle",
    severity: Severity::Error,
    what: "Candidates require each other in a circle.",
    why: "None of them can come first; they are one candidate, or one of the links is wrong.",
    advice: Advice {
        en: "Remove the link that does not hold, or merge the candidates.",
        fr: "Supprimez le lien inexact, ou fusionnez les candidats.",
    },
    apply: requires_cycle,
};

fn requires_cycle(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let requirements = Requirements::new(dossier);
    let mut findings = Vec::new();
    for circle in circles(&requirements.needs) {
        let (first, second) = (circle[0], circle[1 % circle.len()]);
        let place = requirements.needs[first][second];
        let names: Vec<&str> = circle.iter().chain([&first]).map(|id| id.as_str()).collect();
        let finding = REQUIRES_CYCLE.finding(
            place,
            format!("Each requires the next, in a circle: {}.", names.join(" > ")),
            format!("Chacun exige le suivant, en boucle : {}.", names.join(" > ")),
        );
        findings.push(finding.at("to_id", second.as_str()));
    }
    findings
}

pub const REQUIRES_EXCLUDED: Rule = Rule {
    code: "requires_excluded",
    severity: Severity::Error,
    what: "A candidate requires, itself or through others, something that it excludes, or two that exclude each other.",
    why: "It can never be chosen.",
    advice: Advice {
        en: "Remove the requirement or the exclusion, whichever is wrong.",
        fr: "Supprimez l'exigence ou l'exclusion, selon celle qui est inexacte.",
    },
    apply: requires_excluded,
};

fn requires_excluded(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let requirements = Requirements::new(dossier);
    let mut findings = Vec::new();
    for (a, b, place) in exclusions(dossier) {
        let (on_a, on_b) = (requirements.standing_on(a), requirements.standing_on(b));
        let doomed: BTreeSet<&InvestmentId> = on_a.intersection(&on_b).copied().collect();
        // Whoever stands on a doomed one is doomed by it: naming the lowest ones says enough.
        let is_lowest =
            |id: &&&InvestmentId| !requirements.needs_of(id).iter().any(|need| doomed.contains(need));
        let lowest: Vec<&InvestmentId> = doomed.iter().filter(is_lowest).copied().collect();
        let named = if lowest.is_empty() { doomed.first().copied().into_iter().collect() } else { lowest };
        for id in named {
            let needs = requirements.needs.get(id).into_iter().flatten();
            let mut towards = needs.filter(|(need, _)| on_a.contains(*need) || on_b.contains(*need));
            let (need, place) = towards.next().map_or((b, place), |(need, place)| (*need, *place));
            let (en, fr) = if id == a || id == b {
                let other = if id == a { b } else { a };
                (format!("{id} requires {other} and excludes it"), format!("{id} exige {other} et l'exclut"))
            } else {
                (
                    format!("{id} requires {a} and {b}, which exclude each other"),
                    format!("{id} exige {a} et {b}, qui s'excluent"),
                )
            };
            let finding = REQUIRES_EXCLUDED.finding(place, format!("{en}."), format!("{fr}."));
            findings.push(finding.at("to_id", need.as_str()));
        }
    }
    findings
}

pub const MANDATORY_CONFLICT: Rule = Rule {
    code: "mandatory_conflict",
    severity: Severity::Error,
    what: "Two mandatory candidates exclude each other, or what they require does.",
    why: "Both must be in every plan and never both may be, so no plan exists.",
    advice: Advice {
        en: "Decide which of the two is really compulsory.",
        fr: "Décidez lequel des deux est vraiment obligatoire.",
    },
    apply: mandatory_conflict,
};

fn mandatory_conflict(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mandatory = dossier.investments.iter().filter(|investment| investment.is_mandatory);
    let mandatory: BTreeSet<&InvestmentId> = mandatory.map(|investment| &investment.id).collect();
    if mandatory.len() < 2 {
        return Vec::new();
    }
    let requirements = Requirements::new(dossier);
    let mut findings = Vec::new();
    for (a, b, place) in exclusions(dossier) {
        let (on_a, on_b) = (requirements.standing_on(a), requirements.standing_on(b));
        // One that stands on both contradicts itself and is found by the rule above.
        let one = on_a.difference(&on_b).find(|id| mandatory.contains(**id));
        let other = on_b.difference(&on_a).find(|id| mandatory.contains(**id));
        if let (Some(one), Some(other)) = (one, other) {
            let finding = MANDATORY_CONFLICT.finding(
                place,
                format!("{one} and {other} are mandatory, and {a} excludes {b}."),
                format!("{one} et {other} sont obligatoires, or {a} exclut {b}."),
            );
            findings.push(finding.at("to_id", b.as_str()));
        }
    }
    findings
}

pub const DEPENDENCY_FACTOR_OUT_OF_RANGE: Rule = Rule {
    code: "dependency_factor_out_of_range",
    severity: Severity::Error,
    what: "The factor of enabled_by lies outside 0 to 1, or the factor of a synergy is below 0.",
    why: "A missing enabler can take away at most the whole benefit, and a partner cannot turn a gain into a loss.",
    advice: Advice {
        en: "State the share that is left without the enabler (0.6), or what both together multiply by (1.05).",
        fr: "Indiquez la part qui reste sans le prérequis (0.6), ou le multiplicateur des deux ensemble (1.05).",
    },
    apply: dependency_factor_out_of_range,
};

fn dependency_factor_out_of_range(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for dependency in &dossier.dependencies {
        let (from, to, factor, most) = match &dependency.kind {
            DependencyKind::EnabledBy { from, enabler, factor } => (from, enabler, factor, 1.0),
            DependencyKind::Synergy { a, b, factor } => (a, b, factor, f64::INFINITY),
            DependencyKind::Requires { .. }
            | DependencyKind::Excludes { .. }
            | DependencyKind::AllOrNone { .. }
            | DependencyKind::SameStart { .. }
            | DependencyKind::FinishBefore { .. }
            | DependencyKind::AtLeastOne { .. }
            | DependencyKind::Replaces { .. } => continue,
        };
        if !(0.0..=most).contains(&real(*factor)) {
            let read = number(*factor);
            let finding = DEPENDENCY_FACTOR_OUT_OF_RANGE.finding(
                &dependency.place,
                format!("The factor between {from} and {to} is {}.", read.en),
                format!("Le facteur entre {from} et {to} vaut {}.", read.fr),
            );
            findings.push(finding.at("factor", &factor.to_string()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use rust_decimal::{Decimal, dec};

    use super::*;
    use crate::check::subject::look;
    use crate::domain::dependency::Dependency;
    use crate::domain::example;

    /// A dossier whose dependencies are these, on the rows from 2 on: `A>B` requires, `A|B` excludes.
    fn dossier_with(links: &[&str]) -> Dossier {
        let mut dossier = example::dossier();
        let kind = |link: &str| match link.split_once('>') {
            Some((from, to)) => DependencyKind::Requires { from: from.into(), to: to.into() },
            None => {
                let (a, b) = link.split_once('|').expect("A>B or A|B");
                DependencyKind::Excludes { a: a.into(), b: b.into() }
            }
        };
        let rows = links.iter().zip(2..);
        dossier.dependencies = rows
            .map(|(link, row)| Dependency {
                kind: kind(link),
                note: Default::default(),
                place: example::at("dependencies", row),
            })
            .collect();
        dossier
    }

    fn found(rule: &Rule, links: &[&str]) -> Vec<(u32, String)> {
        let findings = look(rule.apply, &dossier_with(links), &example::model());
        findings.into_iter().map(|finding| (finding.place.row, finding.message.en)).collect()
    }

    #[test]
    fn each_circle_is_named_once_in_order() {
        let cycle = |links: &[&str]| found(&REQUIRES_CYCLE, links);
        let named = |row, names: &str| (row, format!("Each requires the next, in a circle: {names}."));
        assert_eq!(cycle(&["A>B", "B>C", "A>C"]), []);
        assert_eq!(cycle(&["C>A", "A>B", "B>C", "D>A"]), [named(3, "A > B > C > A")]);
        assert_eq!(cycle(&["A>A"]), [named(2, "A > A")]);
        assert_eq!(cycle(&["A>B", "B>A", "C>D", "D>C"]), [named(2, "A > B > A"), named(4, "C > D > C")]);
        assert_eq!(cycle(&["A>B", "B>A", "B>C", "C>A"]), [named(2, "A > B > A"), named(2, "A > B > C > A")]);
    }

    #[test]
    fn a_chain_of_thousands_does_not_exhaust_the_stack() {
        let links: Vec<String> = (0..20_000).map(|index| format!("I{index}>I{}", index + 1)).collect();
        let links: Vec<&str> = links.iter().map(String::as_str).collect();
        assert_eq!(found(&REQUIRES_CYCLE, &links), []);
    }

    #[test]
    fn what_is_required_must_not_be_excluded() {
        let excluded = |links: &[&str]| found(&REQUIRES_EXCLUDED, links);
        assert_eq!(excluded(&["A>B", "A|C"]), []);
        assert_eq!(excluded(&["A>B", "A|B"]), [(2, "A requires B and excludes it.".to_string())]);
        assert_eq!(excluded(&["A>B", "B>C", "C|A"]), [(2, "A requires C and excludes it.".to_string())]);
        let both = "A requires B and C, which exclude each other.".to_string();
        assert_eq!(excluded(&["D>A", "A>B", "A>C", "B|C"]), [(3, both)], "D is doomed by A, which is named");
        assert_eq!(excluded(&["A|A"]).len(), 1);
    }

    #[test]
    fn the_law_cannot_ask_for_two_that_exclude_each_other() {
        let conflicts = |links: &[&str]| {
            let mut dossier = dossier_with(links);
            dossier.investments.iter_mut().for_each(|investment| investment.is_mandatory = true);
            look(mandatory_conflict, &dossier, &example::model()).len()
        };
        assert_eq!(conflicts(&["A|B"]), 1);
        assert_eq!(conflicts(&["A>C", "B>D", "C|D"]), 1);
        assert_eq!(conflicts(&["A>C", "C|D"]), 0);
        assert_eq!(look(mandatory_conflict, &dossier_with(&["A|B"]), &example::model()), []);
    }

    #[test]
    fn factors_are_shares_or_multiples() {
        let findings = |kind: fn(Decimal) -> DependencyKind, factor| {
            let mut dossier = example::dossier();
            dossier.dependencies[0].kind = kind(factor);
            look(dependency_factor_out_of_range, &dossier, &example::model()).len()
        };
        let enabled = |factor| DependencyKind::EnabledBy { from: "A".into(), enabler: "B".into(), factor };
        let synergy = |factor| DependencyKind::Synergy { a: "A".into(), b: "B".into(), factor };
        assert_eq!(
            (findings(enabled, dec!(0)), findings(enabled, dec!(1)), findings(enabled, dec!(1.1))),
            (0, 0, 1)
        );
        assert_eq!((findings(synergy, dec!(1.05)), findings(synergy, dec!(-1))), (0, 1));
    }
}
