//! Which node holds most of the money at risk, and which root cause nobody proposes to fix (method 3.4).

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::at_risk::MoneyAtRisk;
use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EcosystemNode, NodeId};
use crate::domain::investment::{Investment, InvestmentId};
use crate::quantity::real::real;

/// What the bad health of one node holds back.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeLeverage {
    pub node: NodeId,
    /// leverage_n = sum over m of T_nm x RaR_m x (10 - health_n) / 10, in the dossier's currency per year; negative
    /// where a healthier node would hinder.
    pub amount: f64,
    /// The amount over the sum of all positive amounts; 0 when there is none.
    pub share: f64,
    /// Investments that add health points to the node itself, sorted.
    pub candidates: Vec<InvestmentId>,
    /// Customer problems whose whys end at this node, sorted.
    pub problems: Vec<String>,
}

impl NodeLeverage {
    /// Whether nobody proposes to fix it although problems end here or money is held back.
    pub fn is_unattended(&self) -> bool {
        self.candidates.is_empty() && (!self.problems.is_empty() || self.amount > 0.0)
    }
}

/// The leverage of every node, the largest first; ties in order of identifiers.
///
/// Health is cut to 0..=10. The most useful line is the first unattended one.
pub fn node_leverages(dossier: &Dossier, map: &ExperienceMap, at_risk: &MoneyAtRisk) -> Vec<NodeLeverage> {
    let risk_of = |moment| at_risk.by_moment.get(moment).map_or(0.0, |amount| real(*amount));
    let risks: Vec<f64> = map.cells.moments().iter().map(risk_of).collect();
    let mut leverages: Vec<NodeLeverage> = dossier
        .nodes
        .iter()
        .enumerate()
        .map(|(node_index, node)| {
            let influence = map.ecosystem.influence_row(node_index).iter();
            let reached: f64 = influence.zip(&risks).map(|(weight, risk)| weight * risk).sum();
            NodeLeverage {
                node: node.id.clone(),
                amount: reached * (10.0 - real(node.health).clamp(0.0, 10.0)) / 10.0,
                share: 0.0,
                candidates: healers(dossier, &BTreeSet::from([&node.id])),
                problems: problems(dossier, node),
            }
        })
        .collect();
    let positive: f64 = leverages.iter().map(|leverage| leverage.amount.max(0.0)).sum();
    if positive > 0.0 {
        leverages.iter_mut().for_each(|leverage| leverage.share = leverage.amount / positive);
    }
    leverages.sort_by(|a, b| b.amount.total_cmp(&a.amount));
    leverages
}

/// The nodes to which an investment adds health, one by one; a node it harms is none of them.
pub fn healed_by(investment: &Investment) -> impl Iterator<Item = &NodeId> {
    let gains = investment.node_effects.iter().filter(|effect| effect.health_points > Decimal::ZERO);
    gains.map(|effect| &effect.node)
}

/// The investments that add health to at least one of these nodes, sorted.
pub fn healers(dossier: &Dossier, nodes: &BTreeSet<&NodeId>) -> Vec<InvestmentId> {
    let heals = dossier.investments.iter().filter(|one| healed_by(one).any(|node| nodes.contains(node)));
    heals.map(|investment| investment.id.clone()).collect()
}

/// The root node itself and every node whose health improves it within K hops.
pub fn root_and_causes<'a>(map: &'a ExperienceMap, root: &'a NodeId) -> BTreeSet<&'a NodeId> {
    let nodes = map.ecosystem.nodes().iter();
    let mut causes: BTreeSet<&NodeId> =
        nodes.filter(|node| map.ecosystem.influence_on_node(node, root) > 0.0).collect();
    causes.insert(root);
    causes
}

fn problems(dossier: &Dossier, node: &EcosystemNode) -> Vec<String> {
    let rooted = dossier.problems.iter().filter(|problem| problem.root_node.as_ref() == Some(&node.id));
    rooted.map(|problem| problem.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn leverage_weighs_influence_money_and_missing_health() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        let found = node_leverages(&dossier, &map, &at_risk);
        let risk = |moment: &str| real(at_risk.by_moment[&moment.into()]);
        let n1 = found.iter().find(|leverage| leverage.node == "N1".into()).expect("listed");
        assert!((n1.amount - (0.1552 * risk("M1") + 0.2 * risk("M2")) * 0.6).abs() < 1e-9);
        assert_eq!((n1.candidates.clone(), n1.problems.clone()), (vec!["A1".into()], vec!["PR1".into()]));
        assert!(!n1.is_unattended());
        let share: f64 = found.iter().map(|leverage| leverage.share.max(0.0)).sum();
        assert!((share - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_root_cause_that_nobody_touches_is_unattended() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let found = node_leverages(&dossier, &map, &MoneyAtRisk::of(&dossier, &model, &map));
        let unattended: Vec<&str> = found
            .iter()
            .filter(|leverage| leverage.is_unattended())
            .map(|leverage| leverage.node.as_str())
            .collect();
        assert_eq!(unattended, ["N2", "N3"], "N2 holds money back, N3 is a root although it only hinders");
    }
}
