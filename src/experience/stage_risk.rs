//! `StageAtRisk`: money at risk by stage of the customer's life cycle, so that no stage is forgotten.

use rust_decimal::Decimal;

use super::at_risk::MoneyAtRisk;
use super::map::ExperienceMap;
use crate::domain::journey::Stage;
use crate::domain::moment::MomentId;

/// One stage with the moments lived in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageAtRisk {
    /// Nothing for the moments that stand in no stage.
    pub stage: Option<Stage>,
    /// None: nobody has looked at this stage.
    pub moments: Vec<MomentId>,
    /// Per year in the dossier's currency.
    pub money_at_risk: Decimal,
}

/// Every stage in the order a customer lives them, those without a moment too; last the moments without a stage, if
/// there are any.
pub fn stages_at_risk(map: &ExperienceMap, at_risk: &MoneyAtRisk) -> Vec<StageAtRisk> {
    let moments = map.cells.moments();
    let of = |stage: Option<Stage>| {
        let here = (0..moments.len()).filter(|at| map.cells.stage(*at) == stage);
        let moments: Vec<MomentId> = here.map(|at| moments[at].clone()).collect();
        let money_at_risk = moments.iter().filter_map(|moment| at_risk.by_moment.get(moment)).sum();
        StageAtRisk { stage, moments, money_at_risk }
    };
    let mut stages: Vec<StageAtRisk> = Stage::ALL.into_iter().map(|stage| of(Some(stage))).collect();
    let nowhere = of(None);
    if !nowhere.moments.is_empty() {
        stages.push(nowhere);
    }
    stages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn every_stage_is_told_and_the_stages_add_up() {
        let (mut dossier, model) = (example::dossier(), example::model());
        dossier.journeys.iter_mut().for_each(|journey| journey.main_stage = None);
        for (at, stage) in [Some(Stage::Buy), Some(Stage::Support), None].into_iter().enumerate() {
            dossier.moments[at].stage = stage;
        }
        let map = ExperienceMap::new(&dossier, &model);
        let at_risk = MoneyAtRisk::of(&dossier, &model, &map);
        let stages = stages_at_risk(&map, &at_risk);
        assert_eq!(stages.len(), Stage::ALL.len() + 1);
        assert_eq!(stages.iter().filter(|stage| stage.moments.is_empty()).count(), 4);
        assert_eq!((stages[6].stage, stages[6].moments.len()), (None, 1));
        assert_eq!(stages.iter().map(|stage| stage.money_at_risk).sum::<Decimal>(), at_risk.total);
    }
}
