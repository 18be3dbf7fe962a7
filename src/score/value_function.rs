//! Value functions: from a KPI to a preference of 0 (worst) to 1 (best), by the shape the objective states.

use crate::domain::decision_model::DecisionModel;
use crate::domain::objective::{Direction, Measure, ValueShape};
use crate::quantity::real::real;

/// Why a KPI has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoValue {
    /// Worst and best are the same: there is no range to value.
    AnchorsEqual,
    /// The direction says one way, worst and best the other; which is meant cannot be guessed.
    AnchorsContradictDirection,
    /// The KPI is not a number.
    KpiNotFinite,
}

/// The value v(z) in 0..=1 of a KPI in the measure's unit, z being its [`position`] clipped to 0..=1 (method 3.1).
///
/// `linear` v = z; `concave` v = (1 - e^(-g z)) / (1 - e^(-g)); `convex` v = (e^(g z) - 1) / (e^g - 1);
/// `s` v = z^a / (z^a + (1 - z)^a); `piecewise` straight between its points, with (0, 0) and (1, 1) where they are not
/// stated. g is the decision model's `value_curvature`, a its `value_s_power`; either of them at 0 means linear.
/// A KPI beyond best is worth no more than best, and one below worst no less than worst.
pub fn value(measure: &Measure, kpi: f64, model: &DecisionModel) -> Result<f64, NoValue> {
    Ok(value_at(measure, position(measure, kpi)?, model))
}

/// The value at a position between worst (0) and best (1); beyond them that of the nearer one.
pub fn value_at(measure: &Measure, position: f64, model: &DecisionModel) -> f64 {
    let z = position.clamp(0.0, 1.0);
    match &measure.shape {
        ValueShape::Linear => z,
        ValueShape::Concave => exponential(z, model.value_curvature),
        ValueShape::Convex => exponential(z, -model.value_curvature),
        ValueShape::S => s_shaped(z, model.value_s_power),
        ValueShape::Piecewise(points) => piecewise(z, points),
    }
}

/// Where a KPI stands between worst (0) and best (1): z = (KPI - worst) / (best - worst), not clipped.
///
/// Below 0 it is worse than worst, above 1 better than best. The order of the anchors carries the direction, and is
/// checked against the stated one.
pub fn position(measure: &Measure, kpi: f64) -> Result<f64, NoValue> {
    if measure.worst == measure.best {
        return Err(NoValue::AnchorsEqual);
    }
    let rising = measure.best > measure.worst;
    if rising != (measure.direction == Direction::Maximise) {
        return Err(NoValue::AnchorsContradictDirection);
    }
    let (worst, best) = (real(measure.worst), real(measure.best));
    let z = (kpi - worst) / (best - worst);
    if z.is_finite() { Ok(z) } else { Err(NoValue::KpiNotFinite) }
}

/// Curvatures beyond this are steps already; the bound keeps exponentials finite.
const CURVATURE_MAX: f64 = 500.0;

/// (1 - e^(-c z)) / (1 - e^(-c)): concave for c > 0, convex for c < 0 (the same as (e^(g z) - 1) / (e^g - 1) with
/// g = -c), linear at 0. `z` in 0..=1.
pub fn exponential(z: f64, curvature: f64) -> f64 {
    let c = curvature.clamp(-CURVATURE_MAX, CURVATURE_MAX);
    if c.is_nan() || c.abs() < 1e-9 {
        return z;
    }
    (-c * z).exp_m1() / (-c).exp_m1()
}

/// z^a / (z^a + (1 - z)^a), slow at both ends for a > 1; linear when the power is not a positive number.
pub fn s_shaped(z: f64, power: f64) -> f64 {
    if !power.is_finite() || power <= 0.0 || z <= 0.0 || z >= 1.0 {
        return z.clamp(0.0, 1.0);
    }
    // As odds, so that powers of small numbers cannot both vanish.
    1.0 / (1.0 + ((1.0 - z) / z).powf(power))
}

/// Straight lines between points (share of the range, value), ascending, from (0, 0) and to (1, 1) where not stated;
/// linear without points. Of points at the same share the last holds; values are kept within 0..=1.
pub fn piecewise(z: f64, points: &[(f64, f64)]) -> f64 {
    let mut known: Vec<(f64, f64)> =
        points.iter().copied().filter(|(share, value)| share.is_finite() && value.is_finite()).collect();
    known.sort_by(|one, other| one.0.total_cmp(&other.0));
    if known.first().is_none_or(|first| first.0 > 0.0) {
        known.insert(0, (0.0, 0.0));
    }
    if known.last().is_none_or(|last| last.0 < 1.0) {
        known.push((1.0, 1.0));
    }
    let after = known.partition_point(|(share, _)| *share <= z);
    let value = match (known.get(after.wrapping_sub(1)), known.get(after)) {
        (Some(left), Some(right)) => left.1 + (right.1 - left.1) * (z - left.0) / (right.0 - left.0),
        (Some(only), None) | (None, Some(only)) => only.1,
        (None, None) => z,
    };
    value.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, wanted: f64) -> bool {
        (got - wanted).abs() < 1e-12
    }

    #[test]
    fn the_curves_follow_their_formulas() {
        let (z, g) = (0.3_f64, 2.0_f64);
        assert!(near(exponential(z, g), (1.0 - (-g * z).exp()) / (1.0 - (-g).exp())));
        assert!(near(exponential(z, -g), ((g * z).exp() - 1.0) / (g.exp() - 1.0)));
        assert!(near(s_shaped(z, 2.0), 0.09 / (0.09 + 0.49)));
    }

    #[test]
    fn every_curve_starts_at_nothing_and_ends_at_one() {
        for curvature in [2.0, -2.0, 0.0, 1e300, -1e300, f64::NAN] {
            assert!(near(exponential(0.0, curvature), 0.0) && near(exponential(1.0, curvature), 1.0));
        }
        for power in [2.0, 1e300, 0.0, f64::NAN] {
            assert!(near(s_shaped(0.0, power), 0.0) && near(s_shaped(1.0, power), 1.0));
            assert!(near(s_shaped(0.5, power), 0.5));
        }
    }

    #[test]
    fn bisection_points_are_joined_by_straight_lines() {
        let points = [(0.2, 0.5), (0.6, 0.75)];
        assert!(near(piecewise(0.1, &points), 0.25));
        assert!(near(piecewise(0.4, &points), 0.625));
        assert!(near(piecewise(0.8, &points), 0.875));
        assert!(near(piecewise(1.0, &points), 1.0));
        assert!(near(piecewise(0.4, &[]), 0.4));
    }

    #[test]
    fn a_jump_and_points_at_the_ends_hold() {
        let step = [(0.0, 0.1), (0.5, 0.1), (0.5, 0.9), (1.0, 0.9)];
        assert!(near(piecewise(0.0, &step), 0.1));
        assert!(near(piecewise(0.49, &step), 0.1));
        assert!(near(piecewise(0.5, &step), 0.9));
        assert!(near(piecewise(1.0, &step), 0.9));
    }
}
