//! `Dam`: what breaks everywhere when one node fails, and what it would bring were it excellent (method 3.4, 3.8a).

use std::collections::BTreeMap;

use super::at_risk::MoneyAtRisk;
use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::EcosystemNode;
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// The health of a node moved to one end of its scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Dam {
    /// Health after, 0..=10, and its change in points.
    pub health: f64,
    pub health_change: f64,
    /// Points at every moment it reaches, each held within what is left of the 0..=10 scale.
    pub moments: BTreeMap<MomentId, f64>,
    /// Change of the yearly money at risk, in the dossier's currency; negative when money is won back.
    pub at_risk_change: f64,
    /// The same over the money at risk today; nothing when none is at risk.
    pub at_risk_share: Option<f64>,
}

/// The node broken (health 0).
pub fn broken(dossier: &Dossier, map: &ExperienceMap, at_risk: &MoneyAtRisk, node: &EcosystemNode) -> Dam {
    at_health(dossier, map, at_risk, node, 0.0)
}

/// The node excellent (health 10).
pub fn excellent(dossier: &Dossier, map: &ExperienceMap, at_risk: &MoneyAtRisk, node: &EcosystemNode) -> Dam {
    at_health(dossier, map, at_risk, node, 10.0)
}

/// The node at any health, 0..=10.
///
/// Money at risk follows failures, and failures follow the experience gap: RaR_m x -points / gap_m, where a gain
/// beyond the gap wins back no more than all. Moments whose target is met have no gap and move no money.
pub fn at_health(
    dossier: &Dossier,
    map: &ExperienceMap,
    at_risk: &MoneyAtRisk,
    node: &EcosystemNode,
    health: f64,
) -> Dam {
    let health_change = health - real(node.health).clamp(0.0, 10.0);
    let mut moments = BTreeMap::new();
    let mut at_risk_change = 0.0;
    for (moment, points) in map.ecosystem.effect_of_health(&node.id, health_change).moments {
        let Some(stated) = dossier.moment(&moment) else { continue };
        let performance = real(stated.performance).clamp(0.0, 10.0);
        let points = points.max(-performance).min(10.0 - performance);
        let gap = real(stated.experience_gap());
        if gap > 0.0 {
            let amount = at_risk.by_moment.get(&moment).map_or(0.0, |amount| real(*amount));
            at_risk_change -= amount * (points / gap).min(1.0);
        }
        moments.insert(moment, points);
    }
    let total = real(at_risk.total);
    let at_risk_share = (total > 0.0).then(|| at_risk_change / total);
    Dam { health, health_change, moments, at_risk_change, at_risk_share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use rust_decimal::dec;

    #[test]
    fn a_broken_node_costs_in_proportion_to_the_gaps_it_widens() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        let node = dossier.node(&"N1".into()).expect("a node");
        let found = broken(&dossier, &map, &at_risk, node);
        assert_eq!((found.health, found.health_change), (0.0, -real(node.health)));
        let mut cost = 0.0;
        for (moment, points) in &found.moments {
            let expected = map.ecosystem.influence(&node.id, moment) * -real(node.health);
            assert!((points - expected).abs() < 1e-12);
            let gap = real(dossier.moment(moment).expect("a moment").experience_gap());
            if gap > 0.0 {
                cost -= points / gap * real(at_risk.by_moment[moment]);
            }
        }
        assert!(cost > 0.0 && (found.at_risk_change - cost).abs() < 1e-9);
        assert!(excellent(&dossier, &map, &at_risk, node).at_risk_change < 0.0);
    }

    #[test]
    fn a_moment_does_not_leave_its_scale() {
        let (mut dossier, model) = (example::dossier(), example::model());
        dossier
            .edges
            .iter_mut()
            .filter(|edge| edge.from == "N1".into())
            .for_each(|edge| edge.weight = dec!(1));
        dossier.moments.iter_mut().for_each(|moment| moment.performance = dec!(1));
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        let node = dossier.node(&"N1".into()).expect("a node");
        let found = broken(&dossier, &map, &at_risk, node);
        assert!(found.moments.values().all(|points| *points >= -1.0));
        let unreached = dossier.moments.len() - found.moments.len();
        assert!(unreached < dossier.moments.len() && found.moments.values().any(|points| *points == -1.0));
    }
}
