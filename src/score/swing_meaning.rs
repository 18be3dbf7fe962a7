//! What points of an objective stand for: "10 points of O1 = 0.117 % of churn", to be confirmed by who gave them.

use rust_decimal::Decimal;

use crate::domain::objective::Objective;

/// The KPI movement, and the amount where known, that some swing points stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct SwingMeaning {
    pub points: Decimal,
    /// In the KPI's unit; negative where the KPI improves by falling.
    pub kpi_change: Decimal,
    /// In the dossier's currency; nothing unless the caller knows what a unit of improvement is worth.
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
