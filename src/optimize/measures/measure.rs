//! `Measure`: what a plan may be judged by, and how much of it a plan has.

use rust_decimal::Decimal;

use super::elsewhere::Elsewhere;
use crate::case::amounts::present_value;
use crate::case::portfolio_case::{ValueModel, portfolio_cost, portfolio_npv};
use crate::domain::dossier::Dossier;
use crate::domain::objective::ObjectiveId;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::portfolio_rule::Covered;
use crate::experience::covered::coverage_of;
use crate::optimize::question::Grounds;
use crate::quantity::real::real;
use crate::score::objective_fit::{FundedEffects, ObjectiveFit, objective_fit};
use crate::score::portfolio_effects::{mean_obsession, portfolio_effects};

/// One side of a plan; more of it is better.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Expected risk-adjusted NPV, in the dossier's currency.
    Npv,
    /// Objective value V, 0..=100 (method 3.1).
    Objectives,
    /// Value of one objective after the plan, 0..=1.
    Objective(ObjectiveId),
    /// Share of the experience gaps closed, at most 1 (method 3.5).
    Coverage(Covered),
    /// Sum of the customer-experience points of what is chosen, before solutions overlap.
    Points,
    /// Minus the greatest regret over the scenarios a problem looks at: the NPV in each less the best NPV there
    /// (method 4.6), in the dossier's currency.
    Regret,
    /// Minus the present value of expected cost, in the dossier's currency.
    Thrift,
    /// Less exit cost: minus the sum of the exit costs of what is chosen, in the dossier's currency.
    Freedom,
}

impl Measure {
    /// The written form.
    pub fn name(&self) -> String {
        match self {
            Measure::Npv => "npv".into(),
            Measure::Objectives => "objectives".into(),
            Measure::Objective(id) => format!("objective:{id}"),
            Measure::Coverage(Covered::Everyone) => "coverage".into(),
            Measure::Coverage(Covered::Persona(id)) => format!("coverage:{id}"),
            Measure::Coverage(Covered::Moment(id)) => format!("coverage:{id}"),
            Measure::Points => "points".into(),
            Measure::Regret => "regret".into(),
            Measure::Thrift => "thrift".into(),
            Measure::Freedom => "freedom".into(),
        }
    }
}

/// Where plans are judged: the dossier, how benefits add up, and the scenarios that regret is told over.
#[derive(Clone)]
pub struct Setting<'a> {
    pub grounds: Grounds<'a>,
    pub value_model: ValueModel,
    pub elsewhere: Vec<Elsewhere<'a>>,
}

/// How much of a measure a portfolio has; nothing is worth 0 everywhere but in objectives, which start from today's KPIs.
///
/// Objectives without weights or without a measured KPI have no value: the measure is then 0 for every plan.
pub fn measured(setting: &Setting, measure: &Measure, portfolio: &Portfolio) -> f64 {
    let Setting { grounds, value_model, .. } = *setting;
    let npv = |grounds: Grounds| real(portfolio_npv(grounds.dossier, grounds.cases, portfolio, value_model));
    match measure {
        Measure::Npv => npv(grounds),
        Measure::Regret => {
            setting.elsewhere.iter().map(|other| npv(other.grounds) - other.best).fold(0.0, f64::min)
        }
        Measure::Objectives => fit(grounds, value_model, portfolio).map_or(0.0, |fit| fit.score_after),
        Measure::Objective(id) => fit(grounds, value_model, portfolio)
            .and_then(|fit| fit.measured.into_iter().find(|item| &item.objective == id))
            .map_or(0.0, |item| item.value_after),
        Measure::Coverage(covered) => coverage_of(grounds.map, covered, portfolio),
        Measure::Points => {
            let choices = portfolio.choices().iter();
            choices
                .map(|choice| real(choice.share) * grounds.map.cx_points(&choice.investment, &choice.variant))
                .sum()
        }
        Measure::Thrift => {
            let cost = portfolio_cost(grounds.cases, portfolio, |line| &line.expected);
            -real(present_value(&cost, &grounds.cases.factors))
        }
        Measure::Freedom => {
            let costs = portfolio.choices().iter().map(|choice| exit_cost(grounds.dossier, choice));
            -real(costs.sum())
        }
    }
}

/// What leaving the vendor of a choice costs; a partly funded investment binds as much as a whole one.
pub fn exit_cost(dossier: &Dossier, choice: &Choice) -> Decimal {
    dossier.investment(&choice.investment).map_or(Decimal::ZERO, |investment| investment.exit_cost)
}

/// The objective fit of a portfolio; none when nothing says how objectives weigh.
pub fn fit(grounds: Grounds, value_model: ValueModel, portfolio: &Portfolio) -> Option<ObjectiveFit> {
    let preference = grounds.preference?;
    let levers = portfolio_effects(grounds.dossier, grounds.cases, portfolio, value_model);
    let funded = FundedEffects {
        levers: &levers,
        coverage: coverage_of(grounds.map, &Covered::Everyone, portfolio),
        obsession: mean_obsession(grounds.dossier, grounds.cases, portfolio),
    };
    let (weighting, model) = (preference.weighting, preference.model);
    Some(objective_fit(&grounds.dossier.objectives, &grounds.dossier.levers, &funded, weighting, model))
}
