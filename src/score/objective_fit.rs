//! Objective fit: where a portfolio, or one variant alone, takes every objective's KPI, and what that is worth.

use std::collections::BTreeMap;

use crate::domain::decision_model::DecisionModel;
use crate::domain::lever::{Lever, LeverId};
use crate::domain::objective::{KpiSource, Measure, Objective, ObjectiveId};
use crate::quantity::real::real;

use super::value_function::{NoValue, value};
use super::weights::{Weighting, weighable};

/// Effect per lever in the lever's unit, in the final year, after saturation; a lever that is absent has none.
pub type LeverEffects = BTreeMap<LeverId, f64>;

/// What the funded variants do together: all that the KPIs are computed from.
#[derive(Clone, Copy, Debug)]
pub struct FundedEffects<'a> {
    pub levers: &'a LeverEffects,
    /// Coverage of the moments of truth, 0..=1.
    pub coverage: f64,
    /// Mean of the four customer-obsession scores, 0..=10; nothing when nothing is funded.
    pub obsession: Option<f64>,
}

/// The fit to all objectives, term by term.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveFit {
    /// V = 100 x sum of weight x value over the measured objectives, without the portfolio and with it.
    ///
    /// Weights are not stretched over what is not measured: at most `100 x measured_weight` can be reached, so a
    /// portfolio never gains by an objective that nobody measures.
    pub score_before: f64,
    pub score_after: f64,
    /// Share of all weight that lies on measured objectives, 0..=1.
    pub measured_weight: f64,
    pub measured: Vec<MeasuredObjective>,
    /// Objectives that enter no score, each with the reason; unknown is not zero.
    pub unmeasured: Vec<UnmeasuredObjective>,
}

/// One objective with its KPI and value before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredObjective {
    pub objective: ObjectiveId,
    /// In the KPI's unit.
    pub kpi_before: f64,
    pub kpi_after: f64,
    /// Values in 0..=1.
    pub value_before: f64,
    pub value_after: f64,
    /// Nothing when the weighting says nothing about this objective; it then contributes nothing.
    pub weight: Option<f64>,
    /// 100 x weight x value: its part of the score.
    pub contribution_before: f64,
    pub contribution_after: f64,
    /// How each lever moved the KPI; empty when the KPI does not come from levers.
    pub movements: Vec<KpiMovement>,
    /// Levers with an effect that no conversion carries to this KPI: the movement may be understated.
    pub unconverted: Vec<LeverId>,
}

/// The movement of a KPI by one lever: effect x KPI per unit.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiMovement {
    pub lever: LeverId,
    /// In the lever's unit.
    pub effect: f64,
    /// In the KPI's unit.
    pub kpi_change: f64,
}

/// An objective without a value, its weight and the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct UnmeasuredObjective {
    pub objective: ObjectiveId,
    pub weight: Option<f64>,
    pub reason: Unmeasured,
}

/// Why an objective is not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmeasured {
    /// It has no KPI.
    NoMeasure,
    /// Its KPI comes from levers, and none of its levers says how many KPI units one unit of effect moves.
    NoConversion,
    NoValue(NoValue),
}

/// The fit of what is funded to all objectives that can be weighed, in the order given (method 3.1).
///
/// KPI after: from levers, baseline + sum of effect x KPI per unit; from coverage, 100 x coverage; from the obsession
/// profile, the given mean, or the baseline when nothing is funded. V = 100 x sum of w_k v_k(KPI_k).
/// Evaluate a portfolio as a whole: effects saturate and values bend, so V of two parts is not the sum of their V.
/// Without objectives everything is 0 and empty.
pub fn objective_fit(
    objectives: &[Objective],
    levers: &[Lever],
    funded: &FundedEffects,
    weighting: &Weighting,
    model: &DecisionModel,
) -> ObjectiveFit {
    let known = weighable(objectives);
    let (mut measured, mut unmeasured) = (Vec::new(), Vec::new());
    for objective in objectives.iter().filter(|item| known.contains(&item.id)) {
        let weight = weighting.weights.get(&objective.id).copied();
        match fit_of_one(objective, levers, funded, weight, model) {
            Ok(fit) => measured.push(fit),
            Err(reason) => {
                unmeasured.push(UnmeasuredObjective { objective: objective.id.clone(), weight, reason });
            }
        }
    }
    let total =
        |part: fn(&MeasuredObjective) -> f64| measured.iter().map(part).fold(0.0, |sum, term| sum + term);
    let all_weight = weighting.weights.values().fold(0.0, |sum, weight| sum + weight);
    let measured_weight = total(|fit| fit.weight.unwrap_or(0.0));
    ObjectiveFit {
        score_before: total(|fit| fit.contribution_before),
        score_after: total(|fit| fit.contribution_after),
        measured_weight: if all_weight > 0.0 { (measured_weight / all_weight).min(1.0) } else { 0.0 },
        measured,
        unmeasured,
    }
}

fn fit_of_one(
    objective: &Objective,
    levers: &[Lever],
    funded: &FundedEffects,
    weight: Option<f64>,
    model: &DecisionModel,
) -> Result<MeasuredObjective, Unmeasured> {
    let measure = objective.measure.as_ref().ok_or(Unmeasured::NoMeasure)?;
    let (mut movements, mut unconverted) = (Vec::new(), Vec::new());
    if measure.source == KpiSource::Levers {
        (movements, unconverted) = movements_of(&objective.id, levers, funded.levers)?;
    }
    let kpi_before = real(measure.baseline);
    let kpi_after = kpi_after(measure, funded, &movements);
    let worth = |kpi| value(measure, kpi, model).map_err(Unmeasured::NoValue);
    let (value_before, value_after) = (worth(kpi_before)?, worth(kpi_after)?);
    let points = 100.0 * weight.unwrap_or(0.0);
    Ok(MeasuredObjective {
        objective: objective.id.clone(),
        kpi_before,
        kpi_after,
        value_before,
        value_after,
        weight,
        contribution_before: points * value_before,
        contribution_after: points * value_after,
        movements,
        unconverted,
    })
}

fn kpi_after(measure: &Measure, funded: &FundedEffects, movements: &[KpiMovement]) -> f64 {
    let baseline = real(measure.baseline);
    match measure.source {
        KpiSource::Levers => baseline + movements.iter().map(|movement| movement.kpi_change).sum::<f64>(),
        KpiSource::Coverage => 100.0 * funded.coverage,
        KpiSource::ObsessionProfile => funded.obsession.unwrap_or(baseline),
    }
}

type Movements = (Vec<KpiMovement>, Vec<LeverId>);

/// What the objective's levers do to its KPI, and the levers at work that say nothing about it.
fn movements_of(
    objective: &ObjectiveId,
    levers: &[Lever],
    effects: &LeverEffects,
) -> Result<Movements, Unmeasured> {
    let (mut movements, mut unconverted, mut convertible) = (Vec::new(), Vec::new(), false);
    for lever in levers.iter().filter(|lever| lever.objective.as_ref() == Some(objective)) {
        let effect = effects.get(&lever.id).copied().filter(|effect| *effect != 0.0);
        convertible |= lever.kpi_per_unit.is_some();
        match (effect, lever.kpi_per_unit) {
            (Some(effect), Some(per_unit)) => {
                movements.push(KpiMovement {
                    lever: lever.id.clone(),
                    effect,
                    kpi_change: effect * real(per_unit),
                });
            }
            (Some(_), None) => unconverted.push(lever.id.clone()),
            (None, _) => {}
        }
    }
    if convertible { Ok((movements, unconverted)) } else { Err(Unmeasured::NoConversion) }
}
