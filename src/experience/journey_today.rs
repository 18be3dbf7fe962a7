//! `JourneyToday`: a journey as it is today, by memory and by money, and through how many hands it passes.

use rust_decimal::Decimal;

use super::at_risk::MoneyAtRisk;
use super::coverage::Coverage;
use super::fragmentation::Fragmentation;
use super::journey_score::{JourneyMean, JourneyScore, JourneyScores};
use super::map::ExperienceMap;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::journey::JourneyId;

/// One journey of the dossier without any portfolio.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyToday {
    pub journey: JourneyId,
    /// Over all personas; nothing when nobody with weight lives the journey.
    pub mean: Option<JourneyMean>,
    /// By persona, in order of identifiers.
    pub scores: Vec<JourneyScore>,
    /// Of all its moments, per year in the dossier's currency.
    pub money_at_risk: Decimal,
    /// Distinct owners + silo nodes behind it.
    pub fragmentation: usize,
}

impl JourneyToday {
    /// The persona who remembers the journey worst; ties: the first by identifier.
    pub fn worst_persona(&self) -> Option<&JourneyScore> {
        self.scores.iter().min_by(|a, b| a.score.before.total_cmp(&b.score.before))
    }
}

/// Every journey today, the lowest score first; those that nobody lives come last.
pub fn journeys_today(
    dossier: &Dossier,
    model: &DecisionModel,
    map: &ExperienceMap,
    at_risk: &MoneyAtRisk,
    fragmentations: &[Fragmentation],
) -> Vec<JourneyToday> {
    let scores = JourneyScores::of(dossier, model, map, &Coverage::none(map));
    let today = |journey: &JourneyId| {
        let moments = dossier.moments.iter().filter(|moment| &moment.journey == journey);
        let hands = fragmentations.iter().find(|fragmentation| &fragmentation.journey == journey);
        JourneyToday {
            journey: journey.clone(),
            mean: scores.mean(journey).cloned(),
            scores: scores.by_persona(journey).cloned().collect(),
            money_at_risk: moments.filter_map(|moment| at_risk.by_moment.get(&moment.id)).sum(),
            fragmentation: hands.map_or(0, Fragmentation::count),
        }
    };
    let mut journeys: Vec<JourneyToday> = dossier.journeys.iter().map(|journey| today(&journey.id)).collect();
    let rank = |journey: &JourneyToday| journey.mean.as_ref().map_or(f64::INFINITY, |mean| mean.score.before);
    journeys.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
    journeys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use crate::experience::fragmentation::fragmentations;

    fn journeys(dossier: &Dossier) -> Vec<JourneyToday> {
        let model = example::model();
        let map = ExperienceMap::new(dossier, &model);
        let at_risk = MoneyAtRisk::of(dossier, &model, &map);
        journeys_today(dossier, &model, &map, &at_risk, &fragmentations(dossier, &map))
    }

    #[test]
    fn the_journey_remembered_worst_comes_first_and_all_money_is_told() {
        let dossier = example::dossier();
        let found = journeys(&dossier);
        assert_eq!(found.iter().map(|one| one.journey.as_str()).collect::<Vec<_>>(), ["J2", "J1"]);
        assert_eq!(found[1].fragmentation, 3);
        assert_eq!(found[1].worst_persona().map(|worst| worst.persona.as_str()), Some("P1"));
        let map = ExperienceMap::new(&dossier, &example::model());
        let total = MoneyAtRisk::of(&dossier, &example::model(), &map).total;
        assert_eq!(found.iter().map(|one| one.money_at_risk).sum::<Decimal>(), total);
    }

    #[test]
    fn a_journey_nobody_lives_has_no_score_and_comes_last() {
        let mut dossier = example::dossier();
        dossier.importances.retain(|importance| importance.moment != "M3".into());
        let found = journeys(&dossier);
        assert_eq!((found[1].journey.as_str(), &found[1].mean), ("J2", &None));
        assert_eq!((found[1].money_at_risk, found[1].worst_persona()), (Decimal::ZERO, None));
    }
}
