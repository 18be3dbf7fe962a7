//! `JourneyScore`: how a whole journey is remembered, by its worst moment, its last and the mean (method 3.5, peak-end).

use super::before_after::{BeforeAfter, performance, weighted_mean};
use super::coverage::Coverage;
use super::map::ExperienceMap;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::journey::JourneyId;
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;

/// A journey as one persona remembers it, in points of the 0..=10 scale.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyScore {
    pub journey: JourneyId,
    pub persona: PersonaId,
    pub score: BeforeAfter,
    /// The moment that hurts most today, and the one that would with the portfolio; ties: the earlier one.
    pub worst_before: MomentId,
    pub worst_after: MomentId,
    /// The moment that ends the journey.
    pub last: MomentId,
}

/// A journey over all personas, each weighted by omega_p times its care for the journey.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyMean {
    pub journey: JourneyId,
    pub score: BeforeAfter,
    /// The moment with the lowest mean performance today, and with the portfolio; ties: the earlier one.
    pub worst_before: MomentId,
    pub worst_after: MomentId,
    /// The last moment that anybody lives.
    pub last: MomentId,
}

/// Every journey, persona by persona and over all personas.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyScores {
    /// In order of journey and persona; a persona who gives no importance to any moment of a journey does not live it.
    pub scores: Vec<JourneyScore>,
    /// Those that somebody with weight lives; the lowest after first, ties in order of identifiers.
    pub journeys: Vec<JourneyMean>,
}

impl JourneyScores {
    /// JS_pj = worst x min + last x the last moment + mean x importance-weighted mean of the performances in the
    /// journey, over the moments the persona gives importance to.
    ///
    /// Moments follow each other by life-cycle stage, then identifier; those without a stage come first.
    pub fn of(
        dossier: &Dossier,
        model: &DecisionModel,
        map: &ExperienceMap,
        coverage: &Coverage,
    ) -> JourneyScores {
        let performance = performance(dossier, map, coverage);
        let mut scores = Vec::new();
        let mut journeys = Vec::new();
        for journey in &dossier.journeys {
            let moments = moments_in_order(map, &journey.id);
            let mut parts = Vec::new();
            for (persona_index, persona) in map.cells.personas().iter().enumerate() {
                let lived: Vec<Lived> = moments
                    .iter()
                    .map(|moment_index| (*moment_index, map.cells.cell(persona_index, *moment_index)))
                    .map(|(moment_index, cell)| Lived {
                        moment_index,
                        care: map.importance.shares()[cell],
                        performance: performance[cell],
                    })
                    .filter(|lived| lived.care > 0.0)
                    .collect();
                if let Some(score) = remembered(&lived, model, map, &journey.id, persona) {
                    let care: f64 = lived.iter().map(|moment| moment.care).sum();
                    parts.push((map.persona_weights[persona_index] * care, score.score));
                    scores.push(score);
                }
            }
            let mean = weighted_mean(parts.into_iter());
            journeys.extend(mean.and_then(|score| over_all(map, &journey.id, &moments, score, &performance)));
        }
        journeys.sort_by(|a, b| a.score.after.total_cmp(&b.score.after));
        JourneyScores { scores, journeys }
    }

    /// The scores of one journey, persona by persona.
    pub fn by_persona<'a>(&'a self, journey: &JourneyId) -> impl Iterator<Item = &'a JourneyScore> {
        self.scores.iter().filter(move |score| &score.journey == journey)
    }

    /// One journey over all personas.
    pub fn mean(&self, journey: &JourneyId) -> Option<&JourneyMean> {
        self.journeys.iter().find(|mean| &mean.journey == journey)
    }
}

fn over_all(
    map: &ExperienceMap,
    journey: &JourneyId,
    moments: &[usize],
    score: BeforeAfter,
    performance: &[BeforeAfter],
) -> Option<JourneyMean> {
    let n_personas = map.cells.personas().len();
    let mean = |moment_index: usize| {
        let cells = (0..n_personas).map(|persona_index| map.cells.cell(persona_index, moment_index));
        weighted_mean(cells.map(|cell| (map.cell_weights[cell], performance[cell])))
    };
    let means: Vec<(usize, BeforeAfter)> =
        moments.iter().filter_map(|moment_index| Some((*moment_index, mean(*moment_index)?))).collect();
    let id = |(moment_index, _): &(usize, BeforeAfter)| map.cells.moments()[*moment_index].clone();
    Some(JourneyMean {
        journey: journey.clone(),
        score,
        worst_before: means.iter().min_by(|a, b| a.1.before.total_cmp(&b.1.before)).map(id)?,
        worst_after: means.iter().min_by(|a, b| a.1.after.total_cmp(&b.1.after)).map(id)?,
        last: means.last().map(id)?,
    })
}

/// One moment of a journey as a persona lives it.
struct Lived {
    moment_index: usize,
    care: f64,
    performance: BeforeAfter,
}

fn moments_in_order(map: &ExperienceMap, journey: &JourneyId) -> Vec<usize> {
    let mut moments: Vec<usize> =
        (0..map.cells.moments().len()).filter(|moment| map.cells.journey(*moment) == journey).collect();
    moments.sort_by_key(|moment| (map.cells.stage(*moment), *moment));
    moments
}

fn remembered(
    lived: &[Lived],
    model: &DecisionModel,
    map: &ExperienceMap,
    journey: &JourneyId,
    persona: &PersonaId,
) -> Option<JourneyScore> {
    let last = lived.last()?;
    let mean = weighted_mean(lived.iter().map(|moment| (moment.care, moment.performance)))?;
    let worst = |points: &dyn Fn(&Lived) -> f64| lived.iter().min_by(|a, b| points(a).total_cmp(&points(b)));
    let worst_before = worst(&|moment| moment.performance.before)?;
    let worst_after = worst(&|moment| moment.performance.after)?;
    let score = |worst: f64, last: f64, mean: f64| {
        model.journey_worst * worst + model.journey_last * last + model.journey_mean * mean
    };
    let moment_id = |moment: &Lived| map.cells.moments()[moment.moment_index].clone();
    Some(JourneyScore {
        journey: journey.clone(),
        persona: persona.clone(),
        score: BeforeAfter {
            before: score(worst_before.performance.before, last.performance.before, mean.before),
            after: score(worst_after.performance.after, last.performance.after, mean.after),
        },
        worst_before: moment_id(worst_before),
        worst_after: moment_id(worst_after),
        last: moment_id(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::journey::Stage;
    use crate::experience::example;

    fn scores(choices: &[&str]) -> JourneyScores {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        JourneyScores::of(&dossier, &model, &map, &map.coverage(&example::portfolio(choices)))
    }

    #[test]
    fn a_journey_is_remembered_by_its_worst_and_its_end() {
        let scores = scores(&["A2:core"]);
        let first = &scores.scores[0];
        assert_eq!((first.journey.as_str(), first.persona.as_str()), ("J1", "P1"));
        assert_eq!((first.worst_before.as_str(), first.last.as_str()), ("M1", "M2"));
        assert!((first.score.before - (0.3 * 5.0 + 0.2 * 6.0 + 0.5 * 5.5)).abs() < 1e-12);
        let lift = 0.776;
        assert!((first.score.change() - (0.2 * lift + 0.5 * 0.5 * lift)).abs() < 1e-12);
    }

    #[test]
    fn a_persona_who_does_not_care_does_not_live_the_journey() {
        let scores = scores(&[]);
        let lived = |score: &JourneyScore| (score.journey.to_string(), score.persona.to_string());
        let pairs: Vec<_> = scores.scores.iter().map(lived).collect();
        assert_eq!(pairs, [("J1", "P1"), ("J1", "P2"), ("J2", "P2")].map(|(j, p)| (j.into(), p.into())));
        let worst = &scores.journeys[0];
        assert_eq!(worst.journey, "J2".into(), "the journey that is remembered worst stands first");
        assert_eq!(
            (&worst.worst_before, &worst.worst_after, &worst.last),
            (&"M3".into(), &"M3".into(), &"M3".into())
        );
    }

    #[test]
    fn the_last_moment_is_the_one_of_the_latest_stage() {
        let (mut dossier, model) = (example::dossier(), example::model());
        dossier.moments[0].stage = Some(Stage::Support);
        let map = ExperienceMap::new(&dossier, &model);
        let scores = JourneyScores::of(&dossier, &model, &map, &Coverage::none(&map));
        assert_eq!(scores.scores[0].last, "M1".into());
    }
}
