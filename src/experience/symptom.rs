//! Candidates that ease a customer's problem and leave its cause as it is (method 2.4, `candidate_on_symptom_only`).

use std::collections::BTreeSet;

use super::map::ExperienceMap;
use super::root_cause::{healed_by, root_and_causes};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{CustomerProblem, NodeId};
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::moment::MomentId;

/// A candidate that treats symptoms only.
#[derive(Clone, Debug, PartialEq)]
pub struct SymptomOnly {
    pub investment: InvestmentId,
    /// The problems it eases, none at the cause; sorted by identifier.
    pub eased: Vec<EasedProblem>,
}

/// A problem eased, with the root that stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct EasedProblem {
    pub problem: String,
    pub moment: MomentId,
    pub root_node: NodeId,
    /// Lift over the experience gap, for the persona of the problem.
    pub closure: f64,
}

/// The candidates that ease at least one problem and treat the cause of none that they ease, sorted.
///
/// A candidate *eases* a problem when, directly or through nodes, it lifts the problem's moment for the problem's
/// persona by at least `symptom_closure_min` (0.05) of the experience gap. It *treats the cause* when it adds health to
/// the root node, to a node that improves the root within K hops, or to a node between the root and the moment: one
/// that the root improves and that improves the moment, each within K hops. Problems without a root node the dossier
/// knows take no part, nor do candidates that ease no problem: nothing is known against them.
pub fn symptom_only(dossier: &Dossier, model: &DecisionModel, map: &ExperienceMap) -> Vec<SymptomOnly> {
    let least = model.limit("symptom_closure_min", 0.05);
    let traced: Vec<(&CustomerProblem, &NodeId, BTreeSet<&NodeId>)> = dossier
        .problems
        .iter()
        .filter_map(|problem| Some((problem, problem.root_node.as_ref()?)))
        .filter(|(_, root)| map.ecosystem.node_index(root).is_some())
        .map(|(problem, root)| (problem, root, cause_nodes(map, root, &problem.moment)))
        .collect();
    let mut found = Vec::new();
    for investment in &dossier.investments {
        let mut eased = Vec::new();
        let mut treats_a_cause = false;
        for (problem, root, causes) in &traced {
            let closure = closure(map, investment, problem);
            if closure >= least && closure > 0.0 {
                treats_a_cause |= healed_by(investment).any(|node| causes.contains(node));
                eased.push(EasedProblem {
                    problem: problem.id.clone(),
                    moment: problem.moment.clone(),
                    root_node: (*root).clone(),
                    closure,
                });
            }
        }
        if !eased.is_empty() && !treats_a_cause {
            found.push(SymptomOnly { investment: investment.id.clone(), eased });
        }
    }
    found
}

/// The root, what improves it, and what lies between it and the moment.
fn cause_nodes<'a>(map: &'a ExperienceMap, root: &'a NodeId, moment: &MomentId) -> BTreeSet<&'a NodeId> {
    let mut causes = root_and_causes(map, root);
    let improved = map.ecosystem.effect_of_health(root, 1.0).nodes;
    causes.extend(map.ecosystem.nodes().iter().filter(|node| {
        improved.get(*node).is_some_and(|points| *points > 0.0) && map.ecosystem.influence(node, moment) > 0.0
    }));
    causes
}

fn closure(map: &ExperienceMap, investment: &Investment, problem: &CustomerProblem) -> f64 {
    let gap = map.cells.moment_index(&problem.moment).map_or(0.0, |at| map.closures.experience_gaps()[at]);
    let lift = map.lift(&investment.id, &problem.persona, &problem.moment).total();
    if gap > 0.0 { lift / gap } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn found(dossier: &Dossier) -> Vec<SymptomOnly> {
        let model = example::model();
        symptom_only(dossier, &model, &ExperienceMap::new(dossier, &model))
    }

    #[test]
    fn a_candidate_that_eases_and_leaves_the_cause_is_named() {
        let found = found(&example::dossier());
        assert_eq!(found.len(), 1, "A1 heals N1, the root of PR1; A2 eases PR2 at M2 and leaves N3 alone");
        assert_eq!(found[0].investment, "A2".into());
        assert_eq!((found[0].eased[0].problem.as_str(), found[0].eased[0].root_node.as_str()), ("PR2", "N3"));
        assert!((found[0].eased[0].closure - 0.388).abs() < 1e-12);
    }

    #[test]
    fn healing_what_feeds_the_root_is_treating_the_cause() {
        let mut dossier = example::dossier();
        dossier.problems[0].root_node = Some("N2".into());
        dossier.problems.truncate(1);
        assert!(found(&dossier).is_empty(), "N1, which A1 heals, improves N2");
    }

    #[test]
    fn healing_what_lies_between_the_root_and_the_moment_is_treating_the_cause() {
        let mut dossier = example::dossier();
        dossier.investments[0].node_effects[0].node = "N2".into();
        let accused = |dossier: &Dossier| found(dossier).into_iter().any(|one| one.investment == "A1".into());
        assert!(!accused(&dossier), "N1, the root of PR1, improves N2, and N2 improves M1");
        dossier
            .edges
            .iter_mut()
            .filter(|edge| edge.from == "N2".into())
            .for_each(|edge| edge.weight = -edge.weight);
        dossier.investments[0].moment_effects[0].lift.mode = rust_decimal::dec!(3);
        assert!(accused(&dossier), "N2 now hinders the moment, so it is no way from the cause to it");
    }

    #[test]
    fn problems_without_a_known_root_accuse_nobody() {
        let mut dossier = example::dossier();
        dossier.problems.iter_mut().for_each(|problem| problem.root_node = Some("N9".into()));
        assert!(found(&dossier).is_empty());
    }
}
