//! The rule on how much one candidate may depend on: every combination of its conditions has to be told apart.

use std::collections::BTreeMap;

use super::subject::Subject;
use super::{Advice, Rule};
use crate::domain::dependency::DependencyKind;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::InvestmentId;

pub const TOO_MANY_CONDITIONS: Rule = Rule {
    code: "too_many_conditions",
    severity: Severity::Error,
    what: "A candidate has more enablers and synergies than can be told apart (12 in the reference model).",
    why: "Its gains differ in every combination of them, and the number of combinations doubles with each one.",
    advice: Advice {
        en: "Keep the relations that change its gains most, or merge candidates that come together.",
        fr: "Gardez les relations qui changent le plus ses gains, ou fusionnez des candidats qui vont ensemble.",
    },
    apply: too_many_conditions,
};

fn too_many_conditions(&Subject { dossier, model, .. }: &Subject<'_>) -> Vec<Finding> {
    let limit = model.limit("conditions_max", 12.0);
    let mut counts: BTreeMap<&InvestmentId, usize> = BTreeMap::new();
    for dependency in &dossier.dependencies {
        match &dependency.kind {
            DependencyKind::EnabledBy { from, .. } => *counts.entry(from).or_default() += 1,
            DependencyKind::Synergy { a, b, .. } => {
                *counts.entry(a).or_default() += 1;
                *counts.entry(b).or_default() += 1;
            }
            DependencyKind::Requires { .. }
            | DependencyKind::Excludes { .. }
            | DependencyKind::AtLeastOne { .. }
            | DependencyKind::AllOrNone { .. }
            | DependencyKind::SameStart { .. }
            | DependencyKind::FinishBefore { .. }
            | DependencyKind::Replaces { .. } => {}
        }
    }
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        let count = counts.get(&investment.id).copied().unwrap_or_default();
        if count as f64 > limit {
            let id = &investment.id;
            let finding = TOO_MANY_CONDITIONS.finding(
                &investment.place,
                format!("The gains of {id} depend on {count} relations; {limit} can be told apart."),
                format!(
                    "Les gains de {id} dépendent de {count} relations ; {limit} peuvent être distinguées."
                ),
            );
            findings.push(finding.at("id", id.as_str()));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::dependency::Dependency;
    use crate::domain::example;

    #[test]
    fn the_thirteenth_condition_is_too_many() {
        let mut dossier = example::dossier();
        let conditions = |n_conditions: u32| -> Vec<Dependency> {
            (0..n_conditions)
                .map(|at| {
                    let (a, other, factor) = ("A".into(), format!("X{at}").as_str().into(), dec!(0.9));
                    Dependency {
                        kind: match at % 3 {
                            0 => DependencyKind::EnabledBy { from: a, enabler: other, factor },
                            1 => DependencyKind::Synergy { a, b: other, factor },
                            _ => DependencyKind::Synergy { a: other, b: a, factor },
                        },
                        note: Default::default(),
                        place: example::at("dependencies", at + 2),
                    }
                })
                .collect()
        };
        dossier.dependencies = conditions(12);
        assert_eq!(look(too_many_conditions, &dossier, &example::model()), []);
        dossier.dependencies = conditions(13);
        let found = look(too_many_conditions, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "A"));
    }
}
