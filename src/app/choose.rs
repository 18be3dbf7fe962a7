//! Choose: the exact portfolio of a dossier, with what it does for customers and how far the vendors hold it.

use rust_decimal::Decimal;

use super::error::AppError;
use super::open::{Opened, Source};
use super::prepare::{Prepared, Wish, no_answer, prepare};
use crate::case::cases::Cases;
use crate::experience::at_risk::MoneyAtRisk;
use crate::experience::coverage::Coverage;
use crate::experience::journey_score::JourneyScores;
use crate::experience::kano::Satisfaction;
use crate::experience::map::ExperienceMap;
use crate::experience::perception::PerceptionIndex;
use crate::experience::profile::ObsessionProfile;
use crate::optimize::aim::best_by;
use crate::optimize::choose::outcome;
use crate::optimize::outcome::{Outcome, Regrets, ScenarioRegret};
use crate::optimize::problem::{Ask, Problem};
use crate::optimize::settle::settled;
use crate::report::plan::PlanResult;
use crate::score::portfolio_effects::portfolio_profile;

/// A chosen portfolio with its grounds.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub opened: Opened,
    pub cases: Cases,
    pub map: ExperienceMap,
    pub outcome: Outcome,
    pub regrets: Regrets,
    /// Coverage of the plan; none when there is no plan or nobody weighs a moment.
    pub coverage: Option<Coverage>,
    /// What people feel today and with the plan; both the same when there is no coverage.
    pub at_risk: MoneyAtRisk,
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
            regrets: &self.regrets,
            coverage: self.coverage.as_ref(),
            at_risk: &self.at_risk,
            journeys: &self.journeys,
            satisfaction: &self.satisfaction,
            perception: &self.perception,
            profile: self.profile.as_ref(),
            fingerprint: &self.fingerprint,
        }
    }
}

/// Chooses the portfolio that has most of what is aimed at under the dossier's rules.
pub fn choose(source: &Source, wish: &Wish) -> Result<Chosen, AppError> {
    let prepared = prepare(source, wish, "")?;
    let others = scenarios(source, wish, &prepared)?;
    let mut problem = prepared.problem()?;
    let (others, mut regret) = held_in(&others, wish)?;
    problem.also_in(others).map_err(no_answer)?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let reached = best_by(&mut problem, &prepared.aim, &ask, &prepared.optima).map_err(no_answer)?;
    let found = settled(&mut problem, &reached.ask, reached.found).map_err(no_answer)?;
    let mut outcome = outcome(&mut problem, &reached.ask, &found).map_err(no_answer)?;
    outcome.aim = prepared.aim.name();
    if let Some(plan) = &outcome.plan {
        let npv = problem.npv_elsewhere(&plan.portfolio);
        regret.scenarios.iter_mut().zip(npv).for_each(|(scenario, npv)| scenario.npv = npv);
    }
    drop(problem);
    Ok(chosen(prepared, outcome, regret))
}

/// The scenarios that a plan must hold in, opened and appraised.
fn scenarios(source: &Source, wish: &Wish, prepared: &Prepared) -> Result<Vec<(String, Prepared)>, AppError> {
    wish.scenarios(&prepared.opened)
        .into_iter()
        .map(|name| {
            let source = source.in_scenario(&name);
            Ok((name, prepare(&source, wish, "")?))
        })
        .collect()
}

/// The scenarios as problems with the NPV of their best plans; those in which no plan is possible are set aside.
fn held_in<'a>(
    others: &'a [(String, Prepared)],
    wish: &Wish,
) -> Result<(Vec<(Problem<'a>, f64)>, Regrets), AppError> {
    let (mut problems, mut regrets) = (Vec::new(), Regrets::default());
    for (name, prepared) in others {
        let mut problem = prepared.problem()?;
        let ask = Ask::npv(&problem, wish.limits.aside());
        let found = problem.best(&ask).map_err(no_answer)?;
        let Some(best) = found.chosen.as_ref().map(|chosen| problem.npv(chosen)) else {
            regrets.without_plan.push(name.clone());
            continue;
        };
        regrets.scenarios.push(ScenarioRegret { scenario: name.clone(), best, npv: Decimal::ZERO });
        problems.push((problem, found.worth));
    }
    Ok((problems, regrets))
}

/// What an outcome does for customers and for the company's freedom.
pub fn chosen(prepared: Prepared, outcome: Outcome, regrets: Regrets) -> Chosen {
    let Prepared { opened, cases, map, fingerprint, .. } = prepared;
    let portfolio = outcome.plan.as_ref().map(|plan| &plan.portfolio);
    let is_weighed = map.cell_weights.iter().any(|weight| *weight > 0.0);
    let coverage = portfolio.filter(|_| is_weighed).map(|portfolio| map.coverage(portfolio));
    let profile = portfolio.map(|portfolio| portfolio_profile(&opened.dossier, &cases, portfolio));
    let (dossier, model) = (&opened.dossier, &opened.model);
    let felt = coverage.clone().unwrap_or_else(|| Coverage::none(&map));
    Chosen {
        at_risk: MoneyAtRisk::of(dossier, model, &map),
        journeys: JourneyScores::of(dossier, model, &map, &felt),
        satisfaction: Satisfaction::of(dossier, model, &map, &felt),
        perception: PerceptionIndex::of(dossier, model, &map, &felt),
        coverage,
        profile,
        outcome,
        regrets,
        opened,
        cases,
        map,
        fingerprint,
    }
}
