//! `NodeRole`: what one node of the ecosystem carries, what carries it, and who proposes to change it (method 3.4).

use super::at_risk::MoneyAtRisk;
use super::dam::{Dam, at_health, broken, excellent};
use super::map::ExperienceMap;
use super::root_cause::{NodeLeverage, node_leverages};
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EcosystemNode, EdgeEnd, NodeId};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::InvestmentId;
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// One node in the middle of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeRole {
    pub node: NodeId,
    pub leverage: NodeLeverage,
    /// What it reaches within K hops, the most money first; ties in order of identifiers.
    pub moments: Vec<ReachedMoment>,
    /// Nodes whose health arrives here within K hops, the strongest first; ties in order of identifiers.
    pub fed_by: Vec<Link>,
    /// Nodes that its own health arrives at, likewise.
    pub feeds: Vec<Link>,
    /// Investments with health points for it, the largest first; negative ones harm it.
    pub candidates: Vec<(InvestmentId, f64)>,
    pub broken: Dam,
    pub excellent: Dam,
    /// At the health that was asked for, if one was.
    pub tried: Option<Dam>,
}

/// A moment that a node reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct ReachedMoment {
    pub moment: MomentId,
    /// Points at the moment for one health point at the node.
    pub influence: f64,
    /// Yearly money at risk at the moment, in the dossier's currency.
    pub at_risk: f64,
    /// influence x money at risk x missing health / 10: the moment's part of the leverage.
    pub leverage: f64,
}

/// How strongly two nodes hang together.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub node: NodeId,
    /// Health points there for one health point here, over all chains of at most K edges.
    pub influence: f64,
    /// The edge between the two, if there is one: stated weight and evidence.
    pub edge: Option<(f64, EvidenceLevel)>,
}

impl NodeRole {
    /// The role of a node of the dossier, and what another health of it would do.
    pub fn of(
        dossier: &Dossier,
        map: &ExperienceMap,
        at_risk: &MoneyAtRisk,
        node: &EcosystemNode,
        health: Option<f64>,
    ) -> Option<NodeRole> {
        let leverage = node_leverages(dossier, map, at_risk).into_iter().find(|item| item.node == node.id)?;
        Some(NodeRole {
            node: node.id.clone(),
            leverage,
            moments: reached(map, at_risk, node),
            fed_by: links(dossier, node, |other| {
                (map.ecosystem.influence_on_node(other, &node.id), other, &node.id)
            }),
            feeds: links(dossier, node, |other| {
                (map.ecosystem.influence_on_node(&node.id, other), &node.id, other)
            }),
            candidates: candidates(dossier, node),
            broken: broken(dossier, map, at_risk, node),
            excellent: excellent(dossier, map, at_risk, node),
            tried: health.map(|health| at_health(dossier, map, at_risk, node, health)),
        })
    }
}

fn reached(map: &ExperienceMap, at_risk: &MoneyAtRisk, node: &EcosystemNode) -> Vec<ReachedMoment> {
    let missing = (10.0 - real(node.health).clamp(0.0, 10.0)) / 10.0;
    let moments = map.cells.moments().iter().filter(|moment| map.ecosystem.reaches(&node.id, moment));
    let mut reached: Vec<ReachedMoment> = moments
        .map(|moment| {
            let influence = map.ecosystem.influence(&node.id, moment);
            let amount = at_risk.by_moment.get(moment).map_or(0.0, |amount| real(*amount));
            let leverage = influence * amount * missing;
            ReachedMoment { moment: moment.clone(), influence, at_risk: amount, leverage }
        })
        .collect();
    reached.sort_by(|a, b| b.leverage.abs().total_cmp(&a.leverage.abs()));
    reached
}

/// The links of a node with every other one; `between` gives the influence and the two ends in its direction.
fn links<'a>(
    dossier: &'a Dossier,
    node: &EcosystemNode,
    between: impl Fn(&'a NodeId) -> (f64, &'a NodeId, &'a NodeId),
) -> Vec<Link> {
    let mut links = Vec::new();
    for other in dossier.nodes.iter().filter(|other| other.id != node.id) {
        let (influence, from, to) = between(&other.id);
        let mut edges = dossier.edges.iter();
        let edge = edges.find(|edge| &edge.from == from && edge.to == EdgeEnd::Node(to.clone()));
        let edge = edge.map(|edge| (real(edge.weight), edge.evidence));
        if influence != 0.0 || edge.is_some() {
            links.push(Link { node: other.id.clone(), influence, edge });
        }
    }
    links.sort_by(|a, b| b.influence.abs().total_cmp(&a.influence.abs()));
    links
}

fn candidates(dossier: &Dossier, node: &EcosystemNode) -> Vec<(InvestmentId, f64)> {
    let mut found: Vec<(InvestmentId, f64)> = Vec::new();
    for investment in &dossier.investments {
        let own = investment.node_effects.iter().filter(|effect| effect.node == node.id);
        let points: Vec<f64> = own.map(|effect| real(effect.health_points)).collect();
        if !points.is_empty() {
            found.push((investment.id.clone(), points.iter().sum()));
        }
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn the_moments_of_a_node_carry_its_leverage() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        for node in &dossier.nodes {
            let role = NodeRole::of(&dossier, &map, &at_risk, node, None).expect("a node of the dossier");
            let sum: f64 = role.moments.iter().map(|moment| moment.leverage).sum();
            assert!((sum - role.leverage.amount).abs() < 1e-9);
        }
        let n1 = NodeRole::of(&dossier, &map, &at_risk, &dossier.nodes[0], Some(10.0)).expect("N1");
        assert_eq!(n1.tried.as_ref(), Some(&n1.excellent));
        assert_eq!(n1.candidates.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["A1"]);
        let n2 = NodeRole::of(&dossier, &map, &at_risk, &dossier.nodes[1], None).expect("N2");
        assert!(n1.feeds.iter().any(|link| link.node == "N2".into() && link.edge.is_some()));
        assert!(n2.fed_by.iter().any(|link| link.node == "N1".into() && link.influence > 0.0));
    }
}
