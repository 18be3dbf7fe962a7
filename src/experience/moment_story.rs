//! `MomentStory`: everything known about one moment of truth, from what a customer does there to who could mend it.

use rust_decimal::Decimal;

use super::at_risk::{CellAtRisk, MoneyAtRisk};
use super::closer::{Closer, closers};
use super::fragmentation::{Completeness, completeness};
use super::kano::satisfaction;
use super::map::ExperienceMap;
use super::path::EcosystemPath;
use super::perception::perception;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::CustomerProblem;
use crate::domain::evidence::Evidence;
use crate::domain::moment::MomentOfTruth;
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// One moment in the middle of the map.
#[derive(Clone, Debug)]
pub struct MomentStory<'a> {
    pub moment: &'a MomentOfTruth,
    /// Yearly money at risk here, in the dossier's currency.
    pub at_risk: Decimal,
    /// Every persona, in order of identifiers.
    pub personas: Vec<MomentPersona>,
    /// performance / target, held within 0..=1; a target of 0 or less is met.
    pub quality: f64,
    /// Kano satisfaction at that quality, -1..=1, and at the target.
    pub satisfaction: f64,
    pub satisfaction_at_target: f64,
    /// performance - expectation in points, a loss counted `loss_aversion` times.
    pub perception: f64,
    pub evidence: Vec<&'a Evidence>,
    pub problems: Vec<&'a CustomerProblem>,
    /// The strongest chains of edges into the moment, from any node.
    pub paths: Vec<EcosystemPath>,
    /// The largest share first.
    pub closers: Vec<Closer>,
    pub completeness: Option<Completeness>,
}

/// What a moment means to one persona.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentPersona {
    pub persona: PersonaId,
    /// Share of the persona's care that goes to this moment, 0..=1.
    pub importance: f64,
    /// Nothing when the persona gives the moment no importance.
    pub at_risk: Option<CellAtRisk>,
}

impl<'a> MomentStory<'a> {
    /// The story of a moment of the dossier, with at most `path_limit` paths.
    pub fn of(
        dossier: &'a Dossier,
        model: &DecisionModel,
        map: &ExperienceMap,
        at_risk: &MoneyAtRisk,
        moment: &'a MomentOfTruth,
        path_limit: usize,
    ) -> MomentStory<'a> {
        let personas = dossier.personas.iter().map(|persona| MomentPersona {
            persona: persona.id.clone(),
            importance: map.importance.share(&map.cells, &persona.id, &moment.id),
            at_risk: at_risk
                .cells
                .iter()
                .find(|cell| cell.persona == persona.id && cell.moment == moment.id)
                .cloned(),
        });
        let (performance, target) = (real(moment.performance), real(moment.target));
        let quality = if target > 0.0 { (performance / target).clamp(0.0, 1.0) } else { 1.0 };
        MomentStory {
            moment,
            at_risk: at_risk.by_moment.get(&moment.id).copied().unwrap_or_default(),
            personas: personas.collect(),
            quality,
            satisfaction: satisfaction(moment.kano, quality, model),
            satisfaction_at_target: satisfaction(moment.kano, 1.0, model),
            perception: perception(performance, real(moment.expectation), model.loss_aversion),
            evidence: dossier.evidence.iter().filter(|item| item.target_id == moment.id.as_str()).collect(),
            problems: dossier.problems.iter().filter(|problem| problem.moment == moment.id).collect(),
            paths: map.ecosystem.paths(None, &moment.id, path_limit),
            closers: closers(dossier, map, &moment.id),
            completeness: completeness(dossier, map).into_iter().find(|item| item.moment == moment.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn the_story_gathers_what_belongs_to_the_moment() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        let moment = dossier.moment(&"M1".into()).expect("a moment");
        let story = MomentStory::of(&dossier, &model, &map, &at_risk, moment, 3);
        let sum: Decimal =
            story.personas.iter().filter_map(|persona| persona.at_risk.as_ref()).map(|cell| cell.total).sum();
        assert_eq!(story.at_risk, sum);
        assert!(story.problems.iter().all(|problem| problem.moment == moment.id));
        assert!(!story.paths.is_empty() && story.paths.len() <= 3);
        assert_eq!(story.satisfaction, satisfaction(moment.kano, story.quality, &model));
    }

    #[test]
    fn who_does_not_care_has_no_money_there() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        let moment = dossier.moment(&"M3".into()).expect("a moment");
        let story = MomentStory::of(&dossier, &model, &map, &at_risk, moment, 3);
        assert_eq!((story.personas[0].importance, &story.personas[0].at_risk), (0.0, &None));
    }
}
