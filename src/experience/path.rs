//! `EcosystemPath`: the chains of edges by which a node reaches a moment, the strongest first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::ecosystem::{Ecosystem, End};
use crate::domain::ecosystem::{EdgeEnd, NodeId};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::moment::MomentId;

/// One edge of a path, its weight after the evidence discount.
#[derive(Clone, Debug, PartialEq)]
pub struct PathStep {
    pub from: NodeId,
    pub to: EdgeEnd,
    pub weight: f64,
    pub evidence: EvidenceLevel,
}

/// A chain of edges from a node to a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct EcosystemPath {
    pub steps: Vec<PathStep>,
    /// Product of the weights: points at the moment for one health point at the first node.
    pub weight: f64,
    /// The weakest evidence on the way.
    pub evidence: EvidenceLevel,
}

impl Ecosystem {
    /// The `limit` strongest paths of at most K edges to a moment, from one node or, without one, from any.
    ///
    /// Ranked by absolute weight, then fewer edges, then identifiers. On a map with a cycle a path may pass a node
    /// twice, so that the weights of all paths from a node sum to its total influence. Unknown identifiers have no path.
    ///
    /// Best first: a partial path is followed in the order of the most it can still become, so that no more paths are
    /// looked at than needed.
    pub fn paths(&self, from: Option<&NodeId>, to: &MomentId, limit: usize) -> Vec<EcosystemPath> {
        let Ok(target) = self.moments().binary_search(to) else { return Vec::new() };
        let starts: Vec<usize> = match from {
            Some(node) => self.node_index(node).into_iter().collect(),
            None => (0..self.nodes().len()).collect(),
        };
        let reachable = self.strongest_rest(target);
        let mut open = BinaryHeap::new();
        for node in starts {
            let bound = reachable[self.hops()][node];
            if bound > 0.0 {
                open.push(Partial { bound, edges: Vec::new(), weight: 1.0, node: Some(node) });
            }
        }
        let mut found: Vec<Partial> = Vec::new();
        while found.len() < limit {
            let Some(partial) = open.pop() else { break };
            match partial.node {
                None => found.push(partial),
                Some(node) => self.follow(&partial, node, target, &reachable, &mut open),
            }
        }
        found.sort_by(|a, b| b.cmp(a));
        found.into_iter().map(|partial| self.named(&partial)).collect()
    }

    fn follow(
        &self,
        partial: &Partial,
        node: usize,
        target: usize,
        reachable: &[Vec<f64>],
        open: &mut BinaryHeap<Partial>,
    ) {
        let hops_left = self.hops() - partial.edges.len() - 1;
        let first = self.first_edge(node);
        for (offset, edge) in self.edges_of(node).iter().enumerate() {
            let weight = partial.weight * edge.weight;
            let (node, rest) = match edge.to {
                End::Moment(to) if to == target => (None, 1.0),
                End::Node(to) => (Some(to), reachable[hops_left][to]),
                End::Moment(_) => continue,
            };
            let bound = weight.abs() * rest;
            if bound > 0.0 {
                let mut edges = partial.edges.clone();
                edges.push(first + offset);
                open.push(Partial { bound, edges, weight, node });
            }
        }
    }

    /// For every number of hops and node, the largest absolute product of a way to the target in at most that many.
    fn strongest_rest(&self, target: usize) -> Vec<Vec<f64>> {
        let mut rest = vec![vec![0.0_f64; self.nodes().len()]];
        for hop in 0..self.hops() {
            let mut next = vec![0.0_f64; self.nodes().len()];
            for edge in self.edges() {
                let beyond = match edge.to {
                    End::Moment(to) => f64::from(u8::from(to == target)),
                    End::Node(to) => rest[hop][to],
                };
                next[edge.from] = next[edge.from].max(edge.weight.abs() * beyond);
            }
            rest.push(next);
        }
        rest
    }

    fn named(&self, partial: &Partial) -> EcosystemPath {
        let edges = partial.edges.iter().map(|at| &self.edges()[*at]);
        let steps: Vec<PathStep> = edges
            .map(|edge| PathStep {
                from: self.nodes()[edge.from].clone(),
                to: self.end_id(edge.to),
                weight: edge.weight,
                evidence: edge.evidence,
            })
            .collect();
        let evidence = steps.iter().map(|step| step.evidence).min().unwrap_or(EvidenceLevel::E0);
        EcosystemPath { steps, weight: partial.weight, evidence }
    }
}

/// A path on its way; complete when it stands at no node any more.
#[derive(Debug)]
struct Partial {
    /// The largest absolute weight any completion can have.
    bound: f64,
    edges: Vec<usize>,
    weight: f64,
    node: Option<usize>,
}

impl Ord for Partial {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.bound.total_cmp(&other.bound))
            .then_with(|| other.edges.len().cmp(&self.edges.len()))
            .then_with(|| other.edges.cmp(&self.edges))
            .then_with(|| other.node.cmp(&self.node))
    }
}

impl PartialOrd for Partial {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Partial {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Partial {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn ids(path: &EcosystemPath) -> Vec<&str> {
        path.steps.iter().map(|step| step.from.as_str()).collect()
    }

    #[test]
    fn the_strongest_path_stands_first_and_carries_its_weakest_evidence() {
        let map = Ecosystem::new(&example::dossier(), &example::model());
        let paths = map.paths(None, &"M1".into(), usize::MAX);
        assert_eq!(paths.iter().map(ids).collect::<Vec<_>>(), [vec!["N2"], vec!["N1", "N2"]]);
        assert_eq!(paths[1].evidence, EvidenceLevel::E2);
        assert!((paths[1].weight - 0.5 * 0.4 * 0.776).abs() < 1e-12);
        assert_eq!(map.paths(None, &"M1".into(), 1), paths[..1]);
        assert!(map.paths(Some(&"N9".into()), &"M1".into(), 9).is_empty());
    }

    #[test]
    fn paths_around_a_cycle_sum_to_the_total_influence() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge("N2", "N1", "0.3", EvidenceLevel::E5));
        let map = Ecosystem::new(&dossier, &example::model());
        let paths = map.paths(Some(&"N1".into()), &"M1".into(), usize::MAX);
        assert_eq!(paths.len(), 2, "N1 N2 M1, and once around: N1 N2 N1 N2 M1");
        let sum: f64 = paths.iter().map(|path| path.weight).sum();
        assert!((sum - map.influence(&"N1".into(), &"M1".into())).abs() < 1e-15);
    }
}
