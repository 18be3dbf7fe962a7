//! How the map of a dossier hangs together, as far as the rules need it: who reaches whom, and how much arrives.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EcosystemEdge, EdgeEnd, NodeId};
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// The edges of a dossier in both directions, with the weights that count: gains after the evidence discount, harms
/// in full (method 3.4).
pub struct Influence<'a> {
    from: BTreeMap<&'a NodeId, Vec<(&'a EdgeEnd, f64)>>,
    to: BTreeMap<&'a EdgeEnd, Vec<&'a NodeId>>,
    hops: usize,
}

impl<'a> Influence<'a> {
    /// The map of a dossier. Reach follows gains only; what arrives follows all edges.
    pub fn new(dossier: &'a Dossier, model: &DecisionModel) -> Influence<'a> {
        let mut map = Influence { from: BTreeMap::new(), to: BTreeMap::new(), hops: model.propagation_hops };
        for edge in &dossier.edges {
            let weight = counted_weight(edge, model);
            map.from.entry(&edge.from).or_default().push((&edge.to, weight));
            if weight > 0.0 {
                map.to.entry(&edge.to).or_default().push(&edge.from);
            }
        }
        map
    }

    /// The nodes from which a gain reaches this end within the hops of the model, nearest or not; not the end itself
    /// unless a circle leads back to it.
    pub fn causes_of(&self, end: &EdgeEnd) -> BTreeSet<&'a NodeId> {
        let mut causes = BTreeSet::new();
        let mut front = vec![end.clone()];
        for _ in 0..self.hops {
            let mut next = Vec::new();
            for end in &front {
                for cause in self.to.get(end).into_iter().flatten() {
                    if causes.insert(*cause) {
                        next.push(EdgeEnd::Node((*cause).clone()));
                    }
                }
            }
            front = next;
        }
        causes
    }

    /// The nodes that a gain at this node reaches within the hops of the model, and the node itself.
    pub fn reached_from(&self, node: &'a NodeId) -> BTreeSet<&'a NodeId> {
        let mut reached = BTreeSet::from([node]);
        let mut front = vec![node];
        for _ in 0..self.hops {
            let mut next = Vec::new();
            for node in front {
                for (end, weight) in self.from.get(node).into_iter().flatten() {
                    if let EdgeEnd::Node(to) = end
                        && *weight > 0.0
                        && reached.insert(to)
                    {
                        next.push(to);
                    }
                }
            }
            front = next;
        }
        reached
    }

    /// Points that arrive at each moment for these health points, over at most the hops of the model: T = W + .. + W^K.
    pub fn arriving(&self, health: BTreeMap<&'a NodeId, f64>) -> BTreeMap<&'a MomentId, f64> {
        let mut lifts: BTreeMap<&MomentId, f64> = BTreeMap::new();
        let mut front = health;
        for _ in 0..self.hops {
            let mut next: BTreeMap<&NodeId, f64> = BTreeMap::new();
            for (node, points) in front {
                for (end, weight) in self.from.get(node).into_iter().flatten() {
                    match end {
                        EdgeEnd::Node(to) => *next.entry(to).or_default() += points * weight,
                        EdgeEnd::Moment(to) => *lifts.entry(to).or_default() += points * weight,
                    }
                }
            }
            front = next;
        }
        lifts
    }
}

/// The weight with which an edge carries: a positive one times the kept share of its evidence, a negative one in full.
pub fn counted_weight(edge: &EcosystemEdge, model: &DecisionModel) -> f64 {
    let weight = real(edge.weight);
    if weight > 0.0 { weight * real(model.kept_share(edge.evidence)) } else { weight }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::domain::example;

    #[test]
    fn reach_goes_back_stage_within_the_hops() {
        let dossier = example::dossier();
        let mut model = example::model();
        let moment = EdgeEnd::Moment("M1".into());
        assert_eq!(Influence::new(&dossier, &model).causes_of(&moment).len(), 2);
        model.propagation_hops = 1;
        let causes = Influence::new(&dossier, &model).causes_of(&moment);
        assert_eq!(causes.into_iter().map(NodeId::as_str).collect::<Vec<_>>(), ["N2"]);
    }

    #[test]
    fn circles_end() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge(4, "N2", EdgeEnd::Node("N1".into()), dec!(0.5)));
        let model = example::model();
        let map = Influence::new(&dossier, &model);
        assert_eq!(map.reached_from(&dossier.nodes[0].id).len(), 2);
        assert_eq!(map.causes_of(&EdgeEnd::Node("N1".into())).len(), 2);
    }

    #[test]
    fn gains_are_discounted_by_evidence_and_harms_are_not() {
        let mut dossier = example::dossier();
        let model = example::model();
        let kept = 0.832;
        let start = |dossier: &Dossier| dossier.nodes[0].id.clone();
        let n1 = start(&dossier);
        let arrived = Influence::new(&dossier, &model).arriving(BTreeMap::from([(&n1, 2.0)]));
        assert!(
            (arrived[&dossier.moments[0].id] - 2.0 * (0.5 * kept) * (0.5 * kept)).abs() < 1e-12,
            "{arrived:?}"
        );
        dossier.edges[1].weight = dec!(-0.5);
        let arrived = Influence::new(&dossier, &model).arriving(BTreeMap::from([(&n1, 2.0)]));
        assert!((arrived[&dossier.moments[0].id] + 2.0 * (0.5 * kept) * 0.5).abs() < 1e-12, "{arrived:?}");
    }
}
