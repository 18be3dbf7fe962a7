//! Which moments a variant serves most, all personas taken together.

use super::map::ExperienceMap;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::moment::MomentId;

/// The moments a variant improves, the most served first, with its customer-experience points there:
/// 100 x sum over personas of omega_p w_pm a_ipm; over all moments, harms included, they add up to its `cx_points`.
///
/// Moments without gain are left out; equal points stand in order of moments. Nothing for an unknown variant.
pub fn moments_served(
    map: &ExperienceMap,
    investment: &InvestmentId,
    variant: &VariantId,
) -> Vec<(MomentId, f64)> {
    let Some(variant_index) = map.closures.index(investment, variant) else { return Vec::new() };
    let row = map.closures.row(variant_index);
    let mut points = vec![0.0; map.cells.moments().len()];
    for (cell, _, moment_index) in map.cells.iter() {
        points[moment_index] += 100.0 * map.cell_weights[cell] * row[cell];
    }
    let mut served: Vec<(MomentId, f64)> = map.cells.moments().iter().cloned().zip(points).collect();
    served.retain(|(_, points)| *points > 0.0);
    served.sort_by(|a, b| b.1.total_cmp(&a.1));
    served
}
