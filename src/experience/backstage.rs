//! The strongest way from every node behind the stage to every moment it moves, and the money that hangs on it.

use super::at_risk::MoneyAtRisk;
use super::map::ExperienceMap;
use super::path::EcosystemPath;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{NodeId, Visibility};
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// The strongest path from one node to one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct BackstagePath {
    pub node: NodeId,
    pub moment: MomentId,
    pub path: EcosystemPath,
    /// weight x money at risk x missing health / 10, in the dossier's currency per year: its part of the leverage.
    pub amount: f64,
}

/// One path for every pair of a node that is not in front and a moment it reaches, the most money first; ties in order
/// of identifiers.
pub fn backstage_paths(dossier: &Dossier, map: &ExperienceMap, at_risk: &MoneyAtRisk) -> Vec<BackstagePath> {
    let mut found = Vec::new();
    for node in dossier.nodes.iter().filter(|node| node.stage != Visibility::Front) {
        let missing = (10.0 - real(node.health).clamp(0.0, 10.0)) / 10.0;
        for moment in map.cells.moments() {
            let risk = at_risk.by_moment.get(moment).map_or(0.0, |amount| real(*amount));
            for path in map.ecosystem.paths(Some(&node.id), moment, 1) {
                let amount = path.weight * risk * missing;
                found.push(BackstagePath { node: node.id.clone(), moment: moment.clone(), path, amount });
            }
        }
    }
    found.sort_by(|a, b| b.amount.abs().total_cmp(&a.amount.abs()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn every_pair_has_its_strongest_path_and_the_costliest_comes_first() {
        let (mut dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        dossier.nodes.iter_mut().for_each(|node| node.stage = Visibility::Behind);
        let found = backstage_paths(&dossier, &map, &at_risk);
        assert!(
            !found.is_empty() && found.windows(2).all(|pair| pair[0].amount.abs() >= pair[1].amount.abs())
        );
        for path in &found {
            let all = map.ecosystem.paths(Some(&path.node), &path.moment, usize::MAX);
            assert_eq!(path.path, all[0]);
        }
        dossier.nodes.iter_mut().for_each(|node| node.stage = Visibility::Front);
        assert!(backstage_paths(&dossier, &map, &at_risk).is_empty());
    }
}
