//! Rules on what follows what: circles of waiting, durations nobody stated, starts that cannot fall together.

use std::collections::BTreeSet;

use super::circles::{Links, circles};
use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::place::Place;

/// What must be finished before what, with the place of the row.
fn waits(dossier: &Dossier) -> impl Iterator<Item = (&InvestmentId, &InvestmentId, &Place)> {
    dossier.dependencies.iter().filter_map(|dependency| match &dependency.kind {
        DependencyKind::FinishBefore { first, then } => Some((first, then, &dependency.place)),
        _ => None,
    })
}

pub const FINISH_BEFORE_CYCLE: Rule = Rule {
    code: "finish_before_cycle",
    severity: Severity::Error,
    what: "Candidates wait for each other in a circle, by finish_before alone or together with requires.",
    why: "None of them can ever start.",
    advice: Advice { en: "Remove the link that does not hold.", fr: "Supprimez le lien inexact." },
    apply: finish_before_cycle,
};

fn finish_before_cycle(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut links = Links::new();
    let mut waiting = BTreeSet::new();
    for (first, then, place) in waits(dossier) {
        waiting.insert((then, first));
        links.entry(then).or_default().entry(first).or_insert(place);
    }
    for dependency in dossier.dependencies.iter().filter(|_| !waiting.is_empty()) {
        if let DependencyKind::Requires { from, to } = &dependency.kind {
            links.entry(from).or_default().entry(to).or_insert(&dependency.place);
        }
    }
    let mut findings = Vec::new();
    for circle in circles(&links) {
        let pairs: Vec<_> = circle.iter().zip(circle.iter().cycle().skip(1)).collect();
        let Some((then, first)) = pairs.iter().find(|(then, first)| waiting.contains(&(**then, **first)))
        else {
            continue;
        };
        let names: Vec<&str> = circle.iter().chain(&circle[..1]).map(|id| id.as_str()).collect();
        let names = names.join(" > ");
        let finding = FINISH_BEFORE_CYCLE.finding(
            links[*then][*first],
            format!("Each waits for the next, in a circle: {names}."),
            format!("Chacun attend le suivant, en boucle : {names}."),
        );
        findings.push(finding.at("to_id", then.as_str()));
    }
    findings
}

pub const DURATION_ASSUMED: Rule = Rule {
    code: "duration_assumed",
    severity: Severity::Note,
    what: "Something waits for the end of an investment that states neither its duration nor its months to first value.",
    why: "A year is assumed, and the plan starts what follows accordingly.",
    advice: Advice {
        en: "State duration_months of the investment that comes first.",
        fr: "Indiquez duration_months de l'investissement qui vient d'abord.",
    },
    apply: duration_assumed,
};

fn duration_assumed(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (first, then, place) in waits(dossier) {
        let is_unstated = |investment: &Investment| {
            investment.duration_months.is_none() && investment.months_to_first_value.is_none()
        };
        if dossier.investment(first).is_some_and(is_unstated) {
            let finding = DURATION_ASSUMED.finding(
                place,
                format!("{then} waits for {first}, which is taken to last a year."),
                format!("{then} attend {first}, dont la durée est supposée d'un an."),
            );
            findings.push(finding.at("from_id", first.as_str()));
        }
    }
    findings
}

pub const START_WINDOWS_APART: Rule = Rule {
    code: "start_windows_apart",
    severity: Severity::Error,
    what: "Two members of a same_start group have no year in common in which both may start.",
    why: "They can never be in one plan, although the group is there to have them together.",
    advice: Advice {
        en: "Widen the start windows until they meet, or take one of them out of the group.",
        fr: "Élargissez les périodes de début jusqu'à ce qu'elles se rejoignent, ou sortez l'un d'eux du groupe.",
    },
    apply: start_windows_apart,
};

fn start_windows_apart(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for dependency in &dossier.dependencies {
        let DependencyKind::SameStart { members, .. } = &dependency.kind else { continue };
        let members: Vec<&Investment> = members.iter().filter_map(|id| dossier.investment(id)).collect();
        let ending = members.iter().filter_map(|member| Some((member.latest_start?, *member)));
        let first_to_end = ending.min_by_key(|(latest, _)| *latest);
        let last_to_begin = members.iter().rev().max_by_key(|member| member.earliest_start);
        if let (Some((latest, one)), Some(other)) = (first_to_end, last_to_begin)
            && latest < other.earliest_start
        {
            let (a, b, earliest) = (&one.id, &other.id, other.earliest_start);
            let finding = START_WINDOWS_APART.finding(
                &dependency.place,
                format!("{a} may start until year {latest}, {b} from year {earliest}."),
                format!("{a} peut débuter jusqu'à l'année {latest}, {b} à partir de l'année {earliest}."),
            );
            findings.push(finding.at("from_id", b.as_str()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::subject::look;
    use crate::domain::dependency::Dependency;
    use crate::domain::example;

    /// A dossier whose dependencies are these, on the rows from 2 on.
    fn dossier_with(kinds: Vec<DependencyKind>) -> Dossier {
        let mut dossier = example::dossier();
        let rows = kinds.into_iter().zip(2..);
        dossier.dependencies = rows
            .map(|(kind, row)| Dependency {
                kind,
                note: Default::default(),
                place: example::at("dependencies", row),
            })
            .collect();
        dossier
    }

    fn wait(first: &str, then: &str) -> DependencyKind {
        DependencyKind::FinishBefore { first: first.into(), then: then.into() }
    }

    fn requires(from: &str, to: &str) -> DependencyKind {
        DependencyKind::Requires { from: from.into(), to: to.into() }
    }

    #[test]
    fn waiting_for_what_waits_is_a_circle() {
        let circles = |kinds| {
            let found = look(finish_before_cycle, &dossier_with(kinds), &example::model());
            found.into_iter().map(|finding| (finding.place.row, finding.message.en)).collect::<Vec<_>>()
        };
        assert_eq!(circles(vec![wait("A", "B"), wait("B", "C"), requires("C", "A")]), []);
        let told = |row, names: &str| (row, format!("Each waits for the next, in a circle: {names}."));
        assert_eq!(circles(vec![wait("A", "B"), wait("B", "A")]), [told(3, "A > B > A")]);
        assert_eq!(circles(vec![requires("A", "B"), wait("A", "B")]), [told(3, "A > B > A")]);
        assert_eq!(circles(vec![requires("A", "B"), requires("B", "A"), wait("C", "D")]), []);
    }

    #[test]
    fn windows_that_touch_meet() {
        let mut dossier = dossier_with(vec![DependencyKind::SameStart {
            group: "G".into(),
            members: vec!["A".into(), "B".into()],
        }]);
        dossier.investments[0].latest_start = Some(1);
        dossier.investments[1].latest_start = None;
        for (earliest, n_findings) in [(0, 0), (1, 0), (2, 1)] {
            dossier.investments[1].earliest_start = earliest;
            assert_eq!(
                look(start_windows_apart, &dossier, &example::model()).len(),
                n_findings,
                "{earliest}"
            );
        }
    }

    #[test]
    fn a_duration_is_assumed_only_where_nothing_is_stated() {
        let mut dossier = dossier_with(vec![wait("A", "B")]);
        dossier.investments[0].months_to_first_value = None;
        assert_eq!(look(duration_assumed, &dossier, &example::model()).len(), 1);
        dossier.investments[0].duration_months = Some(9.into());
        assert_eq!(look(duration_assumed, &dossier, &example::model()), []);
    }
}
