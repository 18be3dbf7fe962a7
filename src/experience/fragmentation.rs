//! How many hands a journey passes through backstage, and which kinds of cause a moment's map still lacks.

use std::collections::BTreeSet;

use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EcosystemNode, NodeId, NodeKind};
use crate::domain::journey::JourneyId;
use crate::domain::moment::MomentId;

/// The kinds of cause that a complete map shows behind every moment.
pub const EXPECTED_KINDS: [NodeKind; 4] =
    [NodeKind::Team, NodeKind::Partner, NodeKind::System, NodeKind::Policy];

/// Who stands behind one journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragmentation {
    pub journey: JourneyId,
    /// Nodes that reach a moment of the journey within K hops, sorted.
    pub nodes: Vec<NodeId>,
    /// Distinct owners of these nodes, sorted; blank owners are not counted.
    pub owners: Vec<String>,
    /// Those of the nodes that are silos, sorted.
    pub silo_nodes: Vec<NodeId>,
}

impl Fragmentation {
    /// The indicator: distinct owners + silo nodes; 0 for a journey with nothing behind it.
    pub fn count(&self) -> usize {
        self.owners.len() + self.silo_nodes.len()
    }
}

/// The fragmentation of every journey, the most fragmented first; ties in order of identifiers.
pub fn fragmentations(dossier: &Dossier, map: &ExperienceMap) -> Vec<Fragmentation> {
    let mut found: Vec<Fragmentation> = dossier
        .journeys
        .iter()
        .map(|journey| {
            let moments: Vec<&MomentId> = dossier
                .moments
                .iter()
                .filter(|moment| moment.journey == journey.id)
                .map(|moment| &moment.id)
                .collect();
            let behind = behind(dossier, map, &moments);
            let owners: BTreeSet<&str> = behind.iter().map(|node| node.owner.trim()).collect();
            Fragmentation {
                journey: journey.id.clone(),
                nodes: behind.iter().map(|node| node.id.clone()).collect(),
                owners: owners.into_iter().filter(|owner| !owner.is_empty()).map(str::to_string).collect(),
                silo_nodes: behind.iter().filter(|node| node.is_silo).map(|node| node.id.clone()).collect(),
            }
        })
        .collect();
    found.sort_by_key(|fragmentation| std::cmp::Reverse(fragmentation.count()));
    found
}

/// Which kinds of cause stand behind one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completeness {
    pub moment: MomentId,
    /// Of [`EXPECTED_KINDS`], those with at least one node that reaches the moment within K hops.
    pub present: Vec<NodeKind>,
    pub missing: Vec<NodeKind>,
}

/// The completeness of the map behind every moment, in order of identifiers.
pub fn completeness(dossier: &Dossier, map: &ExperienceMap) -> Vec<Completeness> {
    dossier
        .moments
        .iter()
        .map(|moment| {
            let behind = behind(dossier, map, &[&moment.id]);
            let is_present = |kind: &NodeKind| behind.iter().any(|node| node.kind == *kind);
            let (present, missing) = EXPECTED_KINDS.into_iter().partition(is_present);
            Completeness { moment: moment.id.clone(), present, missing }
        })
        .collect()
}

fn behind<'a>(dossier: &'a Dossier, map: &ExperienceMap, moments: &[&MomentId]) -> Vec<&'a EcosystemNode> {
    let reaches_one =
        |node: &&EcosystemNode| moments.iter().any(|moment| map.ecosystem.reaches(&node.id, moment));
    dossier.nodes.iter().filter(reaches_one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn owners_and_silos_behind_a_journey_are_counted() {
        let dossier = example::dossier();
        let map = ExperienceMap::new(&dossier, &example::model());
        let found = fragmentations(&dossier, &map);
        assert_eq!(found[0].journey, "J1".into());
        assert_eq!((found[0].owners.join(" "), found[0].silo_nodes.len()), ("CIO COO".into(), 1));
        assert_eq!((found[0].count(), found[1].count()), (3, 1));
    }

    #[test]
    fn a_moment_says_what_its_map_lacks() {
        let dossier = example::dossier();
        let map = ExperienceMap::new(&dossier, &example::model());
        let found = completeness(&dossier, &map);
        assert_eq!(found[0].present, [NodeKind::Team, NodeKind::System]);
        assert_eq!(found[0].missing, [NodeKind::Partner, NodeKind::Policy]);
        assert_eq!(
            found[2].present,
            [NodeKind::Policy],
            "a node that only hinders stands behind the moment too"
        );
    }
}
