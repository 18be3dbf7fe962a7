//! Swing weights: the points given to bringing each KPI from its worst to its best, as shares.

use std::collections::BTreeMap;

use crate::domain::objective::ObjectiveId;

use super::weights::{Elicitation, NoWeights, QualityNote, Weighting, normalised};

/// Swing weights w_k = s_k / sum of s, from points of 0..=100 where the swing wanted first has 100 (method 3.2).
///
/// The points mean something only together with each KPI's worst and best. Zero points is an answer (weight 0);
/// equal points are equal weights; no points at all and only zeros are refused with the reason.
/// Source: von Winterfeldt and Edwards (1986), Decision Analysis and Behavioral Research.
pub fn swing(points: &BTreeMap<ObjectiveId, f64>) -> Result<Weighting, NoWeights> {
    let weights = normalised(points)?;
    Ok(Weighting { method: Elicitation::Swing, weights, quality: QualityNote::OverRanges })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swing_of_zero_points_weighs_nothing() {
        let points = BTreeMap::from([(ObjectiveId::new("O1"), 100.0), (ObjectiveId::new("O2"), 0.0)]);
        let weighting = swing(&points).unwrap();
        assert_eq!(weighting.weights[&ObjectiveId::new("O2")], 0.0);
        assert!(!weighting.quality.is_low());
    }
}
