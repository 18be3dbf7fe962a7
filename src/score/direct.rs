//! Direct weights: points or stars given to objectives as such, as shares, and marked as low quality.

use std::collections::BTreeMap;

use crate::domain::objective::ObjectiveId;

use super::weights::{Elicitation, NoWeights, QualityNote, Weighting, normalised};

/// Direct weights w_k = points_k / sum of points (method 3.2), always of low quality.
///
/// People give such points without looking at how far each KPI can move, so a weight stays the same when the range
/// doubles. Refusals as for swing points.
pub fn direct(points: &BTreeMap<ObjectiveId, f64>) -> Result<Weighting, NoWeights> {
    let weights = normalised(points)?;
    Ok(Weighting { method: Elicitation::Direct, weights, quality: QualityNote::RangeBlind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_become_shares_of_low_quality() {
        let stars = BTreeMap::from([(ObjectiveId::new("O1"), 3.0), (ObjectiveId::new("O2"), 1.0)]);
        let weighting = direct(&stars).unwrap();
        assert_eq!(weighting.weights[&ObjectiveId::new("O1")], 0.75);
        assert!(weighting.quality.is_low());
    }
}
