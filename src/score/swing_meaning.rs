//! What points of an objective stand for: "10 points of O1 = 0.117 % of churn", to be confirmed by who gave them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::dossier::Dossier;
use crate::domain::lever::LeverFormula;
use crate::domain::objective::{KpiSource, Objective, ObjectiveId};

/// The points whose meaning is told.
const POINTS: Decimal = Decimal::TEN;

/// The KPI movement, and the amount where known, that some swing points stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingMeaning {
    pub points: Decimal,
    /// In the KPI's unit; negative where the KPI improves by falling.
    pub kpi_change: Decimal,
    /// In the dossier's currency a year; nothing unless it is known what a unit of improvement is worth.
    pub amount: Option<Decimal>,
}

/// What `points` of the swing points `total_points` of an objective mean: (best - worst) x points / total points.
///
/// `amount_per_kpi_unit` is the amount that one unit of improvement of the KPI is worth. The whole swing is spread
/// evenly over its points: for a curved value function this is the average, not the first step. Nothing when the
/// objective has no measure, no range or no points, or when a number grows beyond what a decimal holds.
pub fn swing_meaning(
    objective: &Objective,
    total_points: Decimal,
    points: Decimal,
    amount_per_kpi_unit: Option<Decimal>,
) -> Option<SwingMeaning> {
    let measure = objective.measure.as_ref()?;
    let swing = measure.best.checked_sub(measure.worst)?;
    if total_points <= Decimal::ZERO || swing.is_zero() {
        return None;
    }
    let kpi_change = swing.checked_mul(points)?.checked_div(total_points)?;
    let amount = match amount_per_kpi_unit {
        None => None,
        Some(amount) => Some(kpi_change.abs().checked_mul(amount)?),
    };
    Some(SwingMeaning { points, kpi_change, amount })
}

/// What ten of the dossier's own swing points mean, for every objective that has a measure, a range and points.
pub fn swing_meanings(dossier: &Dossier) -> BTreeMap<ObjectiveId, SwingMeaning> {
    let meaning = |objective: &Objective| {
        let worth = amount_per_kpi_unit(dossier, objective);
        let meaning = swing_meaning(objective, objective.swing_points?, POINTS, worth)?;
        Some((objective.id.clone(), meaning))
    };
    dossier.objectives.iter().filter_map(meaning).collect()
}

/// What one unit of improvement of the KPI is worth in a year: value per unit of the lever / |KPI change per unit|.
///
/// Nothing unless exactly one lever moves the KPI, towards the better, and pays by the year: several levers pay
/// differently for the same KPI unit, and a stock, a balance or a one-off has no amount per year.
fn amount_per_kpi_unit(dossier: &Dossier, objective: &Objective) -> Option<Decimal> {
    let measure = objective.measure.as_ref().filter(|measure| measure.source == KpiSource::Levers)?;
    let mut moving = dossier.levers.iter().filter_map(|lever| {
        let kpi_per_unit = lever.kpi_per_unit.filter(|change| !change.is_zero())?;
        (lever.objective.as_ref() == Some(&objective.id)).then_some((lever, kpi_per_unit))
    });
    let (lever, kpi_per_unit) = moving.next()?;
    let is_better = kpi_per_unit.is_sign_negative() == (measure.best < measure.worst);
    if moving.next().is_some() || !is_better {
        return None;
    }
    match lever.formula.as_ref()? {
        LeverFormula::Flow { value_per_unit: value } | LeverFormula::Risk { loss_per_unit: value } => {
            value.checked_div(kpi_per_unit.abs())
        }
        LeverFormula::Stock { .. } | LeverFormula::WorkingCapital { .. } | LeverFormula::OneOff { .. } => {
            None
        }
    }
}
