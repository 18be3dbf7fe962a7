//! `Ecosystem`: the signed map from back stage to the moments, and how far a change at one node carries (method 3.4).

use std::collections::BTreeMap;

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EcosystemEdge, EdgeEnd, NodeId};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// Where an edge arrives, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    Node(usize),
    Moment(usize),
}

/// An edge by positions, its weight after the evidence discount.
#[derive(Clone, Debug)]
pub(super) struct Edge {
    pub from: usize,
    pub to: End,
    pub weight: f64,
    pub evidence: EvidenceLevel,
}

/// The map of a dossier with its total influence over at most K hops.
///
/// A lag along an edge is not modelled: the dossier states none.
#[derive(Clone, Debug)]
pub struct Ecosystem {
    nodes: Vec<NodeId>,
    moments: Vec<MomentId>,
    edges: Vec<Edge>,
    /// Edges of node n are `edges[first_edge[n]..first_edge[n + 1]]`.
    first_edge: Vec<usize>,
    hops: usize,
    influence: Vec<f64>,
    reaches: Vec<bool>,
}

/// Points that arrive everywhere when the health of one node changes.
#[derive(Clone, Debug, PartialEq)]
pub struct HealthChange {
    /// Health points at the other nodes; nodes that nothing reaches are left out.
    pub nodes: BTreeMap<NodeId, f64>,
    /// Lift at the moments, in points of the 0..=10 scale; moments that nothing reaches are left out.
    pub moments: BTreeMap<MomentId, f64>,
}

impl Ecosystem {
    /// The map, with T = W + W^2 + .. + W^K from nodes to moments.
    ///
    /// Positive weights are multiplied by the kept share of their evidence (a traced link is a claim too), negative
    /// ones count in full. Edges from or to something the dossier does not know, and edges of weight 0, carry nothing.
    pub fn new(dossier: &Dossier, model: &DecisionModel) -> Ecosystem {
        let nodes: Vec<NodeId> = dossier.nodes.iter().map(|node| node.id.clone()).collect();
        let moments: Vec<MomentId> = dossier.moments.iter().map(|moment| moment.id.clone()).collect();
        let mut edges: Vec<Edge> =
            dossier.edges.iter().filter_map(|edge| placed(edge, &nodes, &moments, model)).collect();
        edges.sort_by(|a, b| {
            (a.from, a.to)
                .cmp(&(b.from, b.to))
                .then(a.weight.total_cmp(&b.weight))
                .then(a.evidence.cmp(&b.evidence))
        });
        let first_edge =
            (0..=nodes.len()).map(|node| edges.partition_point(|edge| edge.from < node)).collect();
        let hops = model.propagation_hops;
        let influence = total_influence(&edges, nodes.len(), moments.len(), hops);
        let reaches = reach(&edges, nodes.len(), moments.len(), hops);
        Ecosystem { nodes, moments, edges, first_edge, hops, influence, reaches }
    }

    /// T_nm: points at the moment for one health point at the node; 0 when either is unknown.
    pub fn influence(&self, node: &NodeId, moment: &MomentId) -> f64 {
        match (self.node_index(node), self.moments.binary_search(moment)) {
            (Some(node_index), Ok(moment_index)) => self.influence_row(node_index)[moment_index],
            _ => 0.0,
        }
    }

    /// T of one node on all moments, by the node's position.
    pub fn influence_row(&self, node_index: usize) -> &[f64] {
        let n_moments = self.moments.len();
        &self.influence[node_index * n_moments..(node_index + 1) * n_moments]
    }

    /// T between two nodes: health points at `to` for one at `from`; 0 when either is unknown.
    pub fn influence_on_node(&self, from: &NodeId, to: &NodeId) -> f64 {
        self.effect_of_health(from, 1.0).nodes.get(to).copied().unwrap_or(0.0)
    }

    /// Whether any chain of at most K edges leads from the node to the moment, even if gains and harms cancel.
    pub fn reaches(&self, node: &NodeId, moment: &MomentId) -> bool {
        match (self.node_index(node), self.moments.binary_search(moment)) {
            (Some(node_index), Ok(moment_index)) => {
                self.reaches[node_index * self.moments.len() + moment_index]
            }
            _ => false,
        }
    }

    /// What happens everywhere when a node gains `points` of health, or loses them when negative (a dam that breaks).
    ///
    /// The change at a node or moment is the sum over chains of at most K edges of the product of their weights,
    /// times `points`. An unknown node changes nothing.
    pub fn effect_of_health(&self, node: &NodeId, points: f64) -> HealthChange {
        let mut change = HealthChange { nodes: BTreeMap::new(), moments: BTreeMap::new() };
        let mut arrived: BTreeMap<usize, f64> =
            self.node_index(node).map(|at| (at, points)).into_iter().collect();
        for _ in 0..self.hops {
            let mut next = BTreeMap::new();
            for (at, health) in &arrived {
                for edge in self.edges_of(*at) {
                    match edge.to {
                        End::Node(to) => *next.entry(to).or_insert(0.0) += health * edge.weight,
                        End::Moment(to) => {
                            *change.moments.entry(self.moments[to].clone()).or_insert(0.0) +=
                                health * edge.weight;
                        }
                    }
                }
            }
            for (at, health) in &next {
                *change.nodes.entry(self.nodes[*at].clone()).or_insert(0.0) += health;
            }
            arrived = next;
            if arrived.is_empty() {
                break;
            }
        }
        change
    }

    /// The sum of the absolute weights that enter each node and each moment, after the evidence discount; ends that no
    /// edge enters are left out.
    pub fn inflows(&self) -> BTreeMap<EdgeEnd, f64> {
        let mut inflows = BTreeMap::new();
        for edge in &self.edges {
            *inflows.entry(self.end_id(edge.to)).or_insert(0.0) += edge.weight.abs();
        }
        inflows
    }

    /// K, the longest chain of edges that counts.
    pub fn hops(&self) -> usize {
        self.hops
    }

    /// The nodes, sorted.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// The moments, sorted.
    pub fn moments(&self) -> &[MomentId] {
        &self.moments
    }

    /// The position of a node.
    pub fn node_index(&self, node: &NodeId) -> Option<usize> {
        self.nodes.binary_search(node).ok()
    }

    pub(super) fn edges_of(&self, node_index: usize) -> &[Edge] {
        &self.edges[self.first_edge[node_index]..self.first_edge[node_index + 1]]
    }

    pub(super) fn first_edge(&self, node_index: usize) -> usize {
        self.first_edge[node_index]
    }

    pub(super) fn edges(&self) -> &[Edge] {
        &self.edges
    }

    pub(super) fn end_id(&self, end: End) -> EdgeEnd {
        match end {
            End::Node(at) => EdgeEnd::Node(self.nodes[at].clone()),
            End::Moment(at) => EdgeEnd::Moment(self.moments[at].clone()),
        }
    }
}

fn placed(
    edge: &EcosystemEdge,
    nodes: &[NodeId],
    moments: &[MomentId],
    model: &DecisionModel,
) -> Option<Edge> {
    let from = nodes.binary_search(&edge.from).ok()?;
    let to = match &edge.to {
        EdgeEnd::Node(id) => End::Node(nodes.binary_search(id).ok()?),
        EdgeEnd::Moment(id) => End::Moment(moments.binary_search(id).ok()?),
    };
    let stated = real(edge.weight);
    let weight = if stated > 0.0 { stated * real(model.kept_share(edge.evidence)) } else { stated };
    (weight != 0.0).then_some(Edge { from, to, weight, evidence: edge.evidence })
}

/// T by powers: what arrives at the moments after exactly h hops, added up for h = 1..=K.
fn total_influence(edges: &[Edge], n_nodes: usize, n_moments: usize, hops: usize) -> Vec<f64> {
    let mut total = vec![0.0; n_nodes * n_moments];
    let mut power: Vec<f64> = Vec::new();
    for hop in 0..hops {
        let mut next = vec![0.0; n_nodes * n_moments];
        for edge in edges {
            let row = &mut next[edge.from * n_moments..(edge.from + 1) * n_moments];
            match edge.to {
                End::Moment(to) if hop == 0 => row[to] += edge.weight,
                End::Node(to) if hop > 0 => {
                    let beyond = &power[to * n_moments..(to + 1) * n_moments];
                    row.iter_mut().zip(beyond).for_each(|(sum, far)| *sum += edge.weight * far);
                }
                _ => {}
            }
        }
        if next.iter().all(|weight| *weight == 0.0) {
            break;
        }
        total.iter_mut().zip(&next).for_each(|(sum, weight)| *sum += weight);
        power = next;
    }
    total
}

/// Which node leads to which moment by 1..=K edges.
fn reach(edges: &[Edge], n_nodes: usize, n_moments: usize, hops: usize) -> Vec<bool> {
    let mut reached = vec![false; n_nodes * n_moments];
    for _ in 0..hops {
        let before = reached.clone();
        for edge in edges {
            match edge.to {
                End::Moment(to) => reached[edge.from * n_moments + to] = true,
                End::Node(to) => {
                    for moment in 0..n_moments {
                        reached[edge.from * n_moments + moment] |= before[to * n_moments + moment];
                    }
                }
            }
        }
        if reached == before {
            break;
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn map() -> Ecosystem {
        Ecosystem::new(&example::dossier(), &example::model())
    }

    #[test]
    fn influence_adds_up_over_hops_and_keeps_the_sign() {
        let map = map();
        assert!((map.influence(&"N1".into(), &"M1".into()) - 0.5 * 0.4 * 0.776).abs() < 1e-15);
        assert_eq!(map.influence(&"N1".into(), &"M2".into()), 0.2);
        assert_eq!(
            map.influence(&"N3".into(), &"M3".into()),
            -0.1,
            "a harm counts in full, whatever its evidence"
        );
        assert_eq!(map.influence(&"N4".into(), &"M1".into()), 0.0);
        assert_eq!(map.influence_on_node(&"N1".into(), &"N2".into()), 0.5);
    }

    #[test]
    fn a_change_of_health_arrives_as_the_influence_says() {
        let map = map();
        let change = map.effect_of_health(&"N1".into(), -3.0);
        assert_eq!(change.nodes, BTreeMap::from([("N2".into(), -1.5)]));
        for (moment, lift) in &change.moments {
            assert!((lift + 3.0 * map.influence(&"N1".into(), moment)).abs() < 1e-15);
        }
        assert_eq!(change.moments.len(), 2);
        assert!(map.effect_of_health(&"N9".into(), 1.0).moments.is_empty());
    }

    #[test]
    fn fewer_hops_reach_less_far() {
        let model = DecisionModel { propagation_hops: 1, ..example::model() };
        let map = Ecosystem::new(&example::dossier(), &model);
        assert_eq!(map.influence(&"N1".into(), &"M1".into()), 0.0);
        assert!(!map.reaches(&"N1".into(), &"M1".into()) && map.reaches(&"N1".into(), &"M2".into()));
        let still =
            Ecosystem::new(&example::dossier(), &DecisionModel { propagation_hops: 0, ..example::model() });
        assert!(!still.reaches(&"N2".into(), &"M1".into()));
        assert!(still.paths(None, &"M1".into(), 9).is_empty());
    }

    #[test]
    fn a_gain_and_a_harm_that_cancel_still_reach() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge("N4", "M1", "0.2", EvidenceLevel::E5));
        dossier.edges.push(example::edge("N4", "M1", "-0.2", EvidenceLevel::E5));
        let map = Ecosystem::new(&dossier, &example::model());
        assert_eq!(map.influence(&"N4".into(), &"M1".into()), 0.0);
        assert!(map.reaches(&"N4".into(), &"M1".into()));
    }

    #[test]
    fn what_enters_an_end_is_counted_without_sign() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge("N3", "N2", "-0.3", EvidenceLevel::E0));
        let inflows = Ecosystem::new(&dossier, &example::model()).inflows();
        assert_eq!(inflows[&EdgeEnd::Node("N2".into())], 0.8, "0.5 from N1, and a harm in full");
        assert_eq!(inflows.get(&EdgeEnd::Node("N1".into())), None);
    }

    #[test]
    fn edges_to_nowhere_carry_nothing() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge("N9", "M1", "0.5", EvidenceLevel::E5));
        dossier.edges.push(example::edge("N1", "M9", "0.5", EvidenceLevel::E5));
        assert_eq!(Ecosystem::new(&dossier, &example::model()).influence, map().influence);
    }
}
