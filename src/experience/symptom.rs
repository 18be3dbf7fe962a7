//! Candidates that ease a customer's problem without going near its root cause (method 2.4, `candidate_on_symptom_only`).

use std::collections::BTreeSet;

use super::map::ExperienceMap;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{CustomerProblem, NodeId};
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// A candidate that treats symptoms only.
#[derive(Clone, Debug, PartialEq)]
pub struct SymptomOnly {
    pub investment: InvestmentId,
    /// The problems it eases, none at the root; sorted by identifier.
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

/// The candidates that ease at least one problem and touch the root of none that they ease, sorted.
///
/// A candidate *eases* a problem when, directly or through nodes, it lifts the problem's moment for the problem's
/// persona by at least `symptom_closure_min` (0.05) of the experience gap. It *touches the root* when it adds health
/// to the root node itself or to a node that improves the root within K hops. Problems without a root node the
/// dossier knows take no part, nor do candidates that ease no problem: nothing is known against them.
pub fn symptom_only(dossier: &Dossier, model: &DecisionModel, map: &ExperienceMap) -> Vec<SymptomOnly> {
    let least = model.limit("symptom_closure_min", 0.05);
    let roots: Vec<(&CustomerProblem, &NodeId, BTreeSet<NodeId>)> = dossier
        .problems
        .iter()
        .filter_map(|problem| Some((problem, problem.root_node.as_ref()?)))
        .filter(|(_, root)| map.ecosystem.node_index(root).is_some())
        .map(|(problem, root)| (problem, root, root_and_causes(map, root)))
        .collect();
    let mut found = Vec::new();
    for investment in &dossier.investments {
        let mut eased = Vec::new();
        let mut is_at_a_root = false;
        for (problem, root, causes) in &roots {
            let closure = closure(map, investment, problem);
            if closure >= least && closure > 0.0 {
                is_at_a_root |= heals_one_of(investment, causes);
                eased.push(EasedProblem {
                    problem: problem.id.clone(),
                    moment: problem.moment.clone(),
                    root_node: (*root).clone(),
                    closure,
                });
            }
        }
        if !eased.is_empty() && !is_at_a_root {
            found.push(SymptomOnly { investment: investment.id.clone(), eased });
        }
    }
    found
}

/// The root node and every node whose health improves it.
fn root_and_causes(map: &ExperienceMap, root: &NodeId) -> BTreeSet<NodeId> {
    let nodes = map.ecosystem.nodes().iter();
    nodes.filter(|node| *node == root || map.ecosystem.influence_on_node(node, root) > 0.0).cloned().collect()
}

fn closure(map: &ExperienceMap, investment: &Investment, problem: &CustomerProblem) -> f64 {
    let gap = map.cells.moment_index(&problem.moment).map_or(0.0, |at| map.closures.experience_gaps()[at]);
    let lift = map.lift(&investment.id, &problem.persona, &problem.moment).total();
    if gap > 0.0 { lift / gap } else { 0.0 }
}

fn heals_one_of(investment: &Investment, nodes: &BTreeSet<NodeId>) -> bool {
    investment
        .node_effects
        .iter()
        .any(|effect| real(effect.health_points) > 0.0 && nodes.contains(&effect.node))
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
    fn a_candidate_that_eases_without_touching_the_root_is_named() {
        let found = found(&example::dossier());
        assert_eq!(found.len(), 1, "A1 heals N1, the root of PR1; A2 eases PR2 at M2 and leaves N3 alone");
        assert_eq!(found[0].investment, "A2".into());
        assert_eq!((found[0].eased[0].problem.as_str(), found[0].eased[0].root_node.as_str()), ("PR2", "N3"));
        assert!((found[0].eased[0].closure - 0.388).abs() < 1e-12);
    }

    #[test]
    fn healing_what_feeds_the_root_is_touching_it() {
        let mut dossier = example::dossier();
        dossier.problems[0].root_node = Some("N2".into());
        dossier.problems.truncate(1);
        assert!(found(&dossier).is_empty(), "N1, which A1 heals, improves N2");
    }

    #[test]
    fn problems_without_a_known_root_accuse_nobody() {
        let mut dossier = example::dossier();
        dossier.problems.iter_mut().for_each(|problem| problem.root_node = Some("N9".into()));
        assert!(found(&dossier).is_empty());
    }
}
