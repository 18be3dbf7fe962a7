//! `PlanResult`: everything the pages of a plan are written from, gathered by the use case.

use crate::case::cases::Cases;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::finding::Finding;
use crate::domain::readiness::Readiness;
use crate::experience::at_risk::MoneyAtRisk;
use crate::experience::coverage::Coverage;
use crate::experience::journey_score::JourneyScores;
use crate::experience::kano::Satisfaction;
use crate::experience::map::ExperienceMap;
use crate::experience::perception::PerceptionIndex;
use crate::experience::profile::ObsessionProfile;
use crate::optimize::outcome::{Outcome, Regrets};

/// One choice with its grounds; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct PlanResult<'a> {
    pub dossier: &'a Dossier,
    pub model: &'a DecisionModel,
    pub scenario: Option<&'a str>,
    pub findings: &'a [Finding],
    pub readiness: &'a Readiness,
    pub cases: &'a Cases,
    pub map: &'a ExperienceMap,
    pub outcome: &'a Outcome,
    pub regrets: &'a Regrets,
    /// Coverage of the plan; none when there is no plan or nobody weighs a moment.
    pub coverage: Option<&'a Coverage>,
    /// Money at risk today.
    pub at_risk: &'a MoneyAtRisk,
    /// What people feel today and with the plan; both the same when there is no coverage.
    pub journeys: &'a JourneyScores,
    pub satisfaction: &'a Satisfaction,
    pub perception: &'a PerceptionIndex,
    pub profile: Option<&'a ObsessionProfile>,
    /// Hash of everything the answer depends on.
    pub fingerprint: &'a str,
}

impl PlanResult<'_> {
    /// Whether so few readiness gates are passed that every verdict must say so (method 2.4).
    pub fn is_strategy_incomplete(&self) -> bool {
        self.readiness.share < self.model.readiness_min
    }
}
