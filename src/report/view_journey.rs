//! Journeys, stages and satisfaction as parts of machine-readable documents, today and with a plan.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::plan::PlanResult;
use super::view_amount::Amount;
use super::view_case::amount;
use super::view_word::StageWord;
use crate::experience::before_after::BeforeAfter;
use crate::experience::journey_score::JourneyMean;
use crate::experience::journey_today::JourneyToday;
use crate::experience::stage_risk::StageAtRisk;
use crate::quantity::identity::Id;

/// A journey as it is today.
#[derive(Serialize, ToSchema)]
#[schema(as = JourneyToday)]
pub struct JourneyTodayView<'a> {
    journey: &'a str,
    /// Peak-end over all personas, 0..=10; null when nobody lives the journey, like the three below.
    #[schema(required)]
    score: Option<f64>,
    #[schema(required)]
    worst_persona: Option<&'a str>,
    #[schema(required)]
    worst_moment: Option<&'a str>,
    #[schema(required)]
    last_moment: Option<&'a str>,
    by_persona: BTreeMap<&'a str, f64>,
    /// Of its moments, a year.
    #[schema(value_type = Amount)]
    money_at_risk: String,
    /// Distinct owners + silo nodes.
    fragmentation: usize,
}

/// A stage of the customer's life cycle.
#[derive(Serialize, ToSchema)]
#[schema(as = StageToday)]
pub struct StageRiskView<'a> {
    /// Null for moments that stand in no stage.
    #[schema(value_type = Option<StageWord>, required)]
    stage: Option<&'static str>,
    /// Empty when nobody described one.
    moments: Vec<&'a str>,
    /// Of its moments, a year.
    #[schema(value_type = Amount)]
    money_at_risk: String,
}

/// A journey without and with the plan; scores 0..=10 (peak-end: worst moment, last moment, mean).
#[derive(Serialize, ToSchema)]
#[schema(as = JourneyChange)]
pub struct JourneyChangeView<'a> {
    journey: &'a str,
    score_before: f64,
    /// Null without a plan.
    #[schema(required)]
    score_after: Option<f64>,
    by_persona: BTreeMap<&'a str, BeforeAfterView>,
    worst_moment_before: &'a str,
    /// Null without a plan.
    #[schema(required)]
    worst_moment_after: Option<&'a str>,
    last_moment: &'a str,
}

/// A figure without and with the plan.
#[derive(Serialize, ToSchema)]
#[schema(as = BeforeAfter)]
pub struct BeforeAfterView {
    before: f64,
    /// Null without a plan.
    #[schema(required)]
    after: Option<f64>,
}

/// Kano satisfaction, -1..=1, weighted by importance.
#[derive(Serialize, ToSchema)]
#[schema(as = Satisfaction)]
pub struct SatisfactionView<'a> {
    /// Null when nobody weighs a moment.
    #[schema(required)]
    total: Option<BeforeAfterView>,
    by_moment: BTreeMap<&'a str, BeforeAfterView>,
    by_persona: BTreeMap<&'a str, BeforeAfterView>,
}

/// One journey today.
pub fn journey_today_view(journey: &JourneyToday) -> JourneyTodayView<'_> {
    let mean = journey.mean.as_ref();
    let by_persona = journey.scores.iter().map(|score| (score.persona.as_str(), score.score.before));
    JourneyTodayView {
        journey: journey.journey.as_str(),
        score: mean.map(|mean| mean.score.before),
        worst_persona: journey.worst_persona().map(|worst| worst.persona.as_str()),
        worst_moment: mean.map(|mean| mean.worst_before.as_str()),
        last_moment: mean.map(|mean| mean.last.as_str()),
        by_persona: by_persona.collect(),
        money_at_risk: amount(journey.money_at_risk),
        fragmentation: journey.fragmentation,
    }
}

/// One stage today.
pub fn stage_risk_view(stage: &StageAtRisk) -> StageRiskView<'_> {
    StageRiskView {
        stage: stage.stage.map(|stage| stage.name()),
        moments: stage.moments.iter().map(|moment| moment.as_str()).collect(),
        money_at_risk: amount(stage.money_at_risk),
    }
}

/// Every journey of a choice, the lowest score after first.
pub fn journey_changes<'a>(result: &PlanResult<'a>) -> Vec<JourneyChangeView<'a>> {
    let has_plan = result.coverage.is_some();
    let change = |mean: &'a JourneyMean| {
        let scores = result.journeys.by_persona(&mean.journey);
        let by_persona = scores.map(|score| (score.persona.as_str(), change_view(result, &score.score)));
        JourneyChangeView {
            journey: mean.journey.as_str(),
            score_before: mean.score.before,
            score_after: has_plan.then_some(mean.score.after),
            by_persona: by_persona.collect(),
            worst_moment_before: mean.worst_before.as_str(),
            worst_moment_after: has_plan.then_some(mean.worst_after.as_str()),
            last_moment: mean.last.as_str(),
        }
    };
    result.journeys.journeys.iter().map(change).collect()
}

/// The satisfaction of a choice.
pub fn satisfaction_view<'a>(result: &PlanResult<'a>) -> SatisfactionView<'a> {
    let satisfaction = result.satisfaction;
    SatisfactionView {
        total: satisfaction.total.as_ref().map(|figure| change_view(result, figure)),
        by_moment: by_id(result, &satisfaction.by_moment),
        by_persona: by_id(result, &satisfaction.by_persona),
    }
}

/// A figure of a choice.
pub fn change_view(result: &PlanResult, figure: &BeforeAfter) -> BeforeAfterView {
    BeforeAfterView { before: figure.before, after: result.coverage.map(|_| figure.after) }
}

fn by_id<'a, T>(
    result: &PlanResult,
    figures: &'a BTreeMap<Id<T>, BeforeAfter>,
) -> BTreeMap<&'a str, BeforeAfterView> {
    figures.iter().map(|(id, figure)| (id.as_str(), change_view(result, figure))).collect()
}
