//! Choose: the exact portfolio of a dossier, with what it does for customers and how far the vendors hold it.

use super::error::AppError;
use super::open::{Opened, Source};
use super::prepare::{Prepared, Wish, no_answer, prepare};
use crate::case::cases::Cases;
use crate::experience::coverage::Coverage;
use crate::experience::journey_score::JourneyScores;
use crate::experience::kano::Satisfaction;
use crate::experience::map::ExperienceMap;
use crate::experience::perception::PerceptionIndex;
use crate::experience::profile::ObsessionProfile;
use crate::optimize::choose::outcome;
use crate::optimize::outcome::Outcome;
use crate::optimize::problem::Ask;
use crate::report::plan::PlanResult;
use crate::score::portfolio_effects::portfolio_profile;

/// A chosen portfolio with its grounds.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub opened: Opened,
    pub cases: Cases,
    pub map: ExperienceMap,
    pub outcome: Outcome,
    /// Coverage of the plan; none when there is no plan or nobody weighs a moment.
    pub coverage: Option<Coverage>,
    /// What people feel today and with the plan; both the same when there is no coverage.
    pub journeys: JourneyScores,
    pub satisfaction: Satisfaction,
    pub perception: PerceptionIndex,
    /// Customer-obsession profile of the plan, weighted by PV of cost.
    pub profile: Option<ObsessionProfile>,
    /// Hash of everything the answer depends on.
    pub fingerprint: String,
}

impl Chosen {
    /// The choice as the pages are written from it.
    pub fn result(&self) -> PlanResult<'_> {
        PlanResult {
            dossier: &self.opened.dossier,
            model: &self.opened.model,
            scenario: self.opened.scenario.as_deref(),
            findings: &self.opened.findings,
            readiness: &self.opened.readiness,
            cases: &self.cases,
            map: &self.map,
            outcome: &self.outcome,
            coverage: self.coverage.as_ref(),
            journeys: &self.journeys,
            satisfaction: &self.satisfaction,
            perception: &self.perception,
            profile: self.profile.as_ref(),
            fingerprint: &self.fingerprint,
        }
    }
}

/// Chooses the portfolio of greatest NPV under the dossier's rules.
pub fn choose(source: &Source, wish: &Wish) -> Result<Chosen, AppError> {
    let prepared = prepare(source, wish, "")?;
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits);
    let found = problem.best(&ask).map_err(no_answer)?;
    let outcome = outcome(&mut problem, &ask, &found).map_err(no_answer)?;
    Ok(chosen(prepared, outcome))
}

/// What an outcome does for customers and for the company's freedom.
pub fn chosen(prepared: Prepared, outcome: Outcome) -> Chosen {
    let Prepared { opened, cases, map, fingerprint, .. } = prepared;
    let portfolio = outcome.plan.as_ref().map(|plan| &plan.portfolio);
    let is_weighed = map.cell_weights.iter().any(|weight| *weight > 0.0);
    let coverage = portfolio.filter(|_| is_weighed).map(|portfolio| map.coverage(portfolio));
    let profile = portfolio.map(|portfolio| portfolio_profile(&opened.dossier, &cases, portfolio));
    let (dossier, model) = (&opened.dossier, &opened.model);
    let felt = coverage.clone().unwrap_or_else(|| Coverage::none(&map));
    Chosen {
        journeys: JourneyScores::of(dossier, model, &map, &felt),
        satisfaction: Satisfaction::of(dossier, model, &map, &felt),
        perception: PerceptionIndex::of(dossier, model, &map, &felt),
        coverage,
        profile,
        outcome,
        opened,
        cases,
        map,
        fingerprint,
    }
}
