//! `EcosystemPicture`: the whole map at once, from the money at risk to the causes nobody proposes to fix.

use super::at_risk::MoneyAtRisk;
use super::backstage::{BackstagePath, backstage_paths};
use super::coverage::Coverage;
use super::fragmentation::{Completeness, Fragmentation, completeness, fragmentations};
use super::journey_today::{JourneyToday, journeys_today};
use super::map::ExperienceMap;
use super::perception::PerceptionIndex;
use super::root_cause::{NodeLeverage, healers, node_leverages};
use super::stage_risk::{StageAtRisk, stages_at_risk};
use super::symptom::{SymptomOnly, symptom_only};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::NodeId;
use crate::domain::investment::InvestmentId;

/// A root cause that nobody proposes to fix, and who reaches it at least through another node.
#[derive(Clone, Debug, PartialEq)]
pub struct Unattended {
    pub leverage: NodeLeverage,
    /// Investments that add health to a node whose health arrives here within K hops, sorted.
    pub upstream: Vec<InvestmentId>,
}

/// Everything the map of a dossier shows.
#[derive(Clone, Debug)]
pub struct EcosystemPicture {
    pub at_risk: MoneyAtRisk,
    /// The journey that is remembered worst first.
    pub journeys: Vec<JourneyToday>,
    /// In the order a customer lives them.
    pub stages: Vec<StageAtRisk>,
    /// Experience against expectation today.
    pub perception: PerceptionIndex,
    /// The largest first.
    pub leverages: Vec<NodeLeverage>,
    pub paths: Vec<BackstagePath>,
    pub symptoms: Vec<SymptomOnly>,
    /// Root causes that nobody proposes to fix, the most money first.
    pub unattended: Vec<Unattended>,
    /// The most fragmented journey first.
    pub fragmentations: Vec<Fragmentation>,
    pub completeness: Vec<Completeness>,
}

impl EcosystemPicture {
    /// The picture of a dossier under one decision model.
    pub fn of(dossier: &Dossier, model: &DecisionModel, map: &ExperienceMap) -> EcosystemPicture {
        let at_risk = MoneyAtRisk::of(dossier, model, map);
        let leverages = node_leverages(dossier, map, &at_risk);
        let unattended = leverages.iter().filter(|leverage| leverage.is_unattended()).map(|leverage| {
            Unattended { upstream: upstream(dossier, map, &leverage.node), leverage: leverage.clone() }
        });
        let fragmentations = fragmentations(dossier, map);
        EcosystemPicture {
            unattended: unattended.collect(),
            leverages,
            paths: backstage_paths(dossier, map, &at_risk),
            symptoms: symptom_only(dossier, model, map),
            journeys: journeys_today(dossier, model, map, &at_risk, &fragmentations),
            stages: stages_at_risk(map, &at_risk),
            perception: PerceptionIndex::of(dossier, model, map, &Coverage::none(map)),
            fragmentations,
            completeness: completeness(dossier, map),
            at_risk,
        }
    }
}

fn upstream(dossier: &Dossier, map: &ExperienceMap, node: &NodeId) -> Vec<InvestmentId> {
    let nodes = map.ecosystem.nodes().iter();
    healers(dossier, &nodes.filter(|other| map.ecosystem.influence_on_node(other, node) > 0.0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn an_unattended_cause_names_who_reaches_it_from_upstream() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let picture = EcosystemPicture::of(&dossier, &model, &map);
        let found: Vec<(&str, Vec<&str>)> = picture
            .unattended
            .iter()
            .map(|item| (item.leverage.node.as_str(), item.upstream.iter().map(|id| id.as_str()).collect()))
            .collect();
        assert_eq!(
            found,
            [("N2", vec!["A1"]), ("N3", vec![])],
            "A1 heals N1, which feeds N2; nothing feeds N3"
        );
    }
}
