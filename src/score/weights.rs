//! `Weighting`: how much each objective counts, whichever way the weights were asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::objective::{Objective, ObjectiveId};
use crate::quantity::real::real;

use super::swing::swing;

/// How weights were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Elicitation {
    Swing,
    Direct,
    /// Only the order was asked for.
    RankOrder,
    /// Pairs of objectives were compared (AHP).
    Pairwise,
}

/// What to think of weights before using them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QualityNote {
    /// Swings over stated ranges: the sound case.
    OverRanges,
    /// Points given without looking at ranges: prone to halo, low quality.
    RangeBlind,
    /// Only the order is meant; the numbers are the centroid of all weights in that order.
    OrderOnly,
    /// Pairwise answers within the accepted consistency ratio.
    Consistent,
    /// Pairwise answers above it: the judgements should be revisited before the weights decide anything.
    Inconsistent,
    /// Pairwise answers whose consistency cannot be rated.
    ConsistencyUnknown,
}

impl QualityNote {
    /// Whether the weights should not decide without a second look.
    pub fn is_low(self) -> bool {
        matches!(self, QualityNote::RangeBlind | QualityNote::Inconsistent)
    }
}

/// Weights by objective: not negative, adding up to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighting {
    pub method: Elicitation,
    pub weights: BTreeMap<ObjectiveId, f64>,
    pub quality: QualityNote,
}

/// Why points do not make weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoWeights {
    /// No points for any objective that can be weighed.
    NothingGiven,
    /// Every objective has zero points.
    AllZero,
    /// Negative points, or points that are not a number.
    OutOfRange { objective: ObjectiveId },
    /// The same objective was given different points.
    Contradictory { objective: ObjectiveId },
}

/// The objectives that can be weighed: those with a measure, and leaves of the tree without one.
///
/// What only groups others (no measure, but children) has no weight of its own. A leaf without a measure keeps its
/// weight, so that the share of weight nobody measures shows.
pub fn weighable(objectives: &[Objective]) -> BTreeSet<ObjectiveId> {
    let parents: BTreeSet<&ObjectiveId> = objectives.iter().filter_map(|item| item.parent.as_ref()).collect();
    objectives
        .iter()
        .filter(|item| item.measure.is_some() || !parents.contains(&item.id))
        .map(|item| item.id.clone())
        .collect()
}

/// The dossier's default weights: the swing points in the table of objectives.
///
/// An objective without points has no weight (missing is not zero); the objective fit lists it.
pub fn dossier_weighting(objectives: &[Objective]) -> Result<Weighting, NoWeights> {
    let known = weighable(objectives);
    let points = objectives
        .iter()
        .filter(|item| known.contains(&item.id))
        .filter_map(|item| Some((item.id.clone(), real(item.swing_points?))))
        .collect();
    swing(&points)
}

/// Points divided by their sum: w_k = s_k / sum of s (method 3.2). Points in any unit, weights in 0..=1.
///
/// Nothing given, only zeros, and points below zero are refused with the reason. Scaling all points changes nothing.
pub fn normalised(points: &BTreeMap<ObjectiveId, f64>) -> Result<BTreeMap<ObjectiveId, f64>, NoWeights> {
    if let Some((objective, _)) = points.iter().find(|(_, given)| !given.is_finite() || **given < 0.0) {
        return Err(NoWeights::OutOfRange { objective: objective.clone() });
    }
    if points.is_empty() {
        return Err(NoWeights::NothingGiven);
    }
    let largest = points.values().fold(0.0, |largest: f64, given| largest.max(*given));
    if largest == 0.0 {
        return Err(NoWeights::AllZero);
    }
    // Relative to the largest first, so that no sum of huge points overflows.
    let sum: f64 = points.values().map(|given| given / largest).sum();
    Ok(points.iter().map(|(objective, given)| (objective.clone(), given / largest / sum)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(given: &[(&str, f64)]) -> BTreeMap<ObjectiveId, f64> {
        given.iter().map(|(id, points)| (ObjectiveId::new(id), *points)).collect()
    }

    #[test]
    fn weights_are_shares_of_the_points() {
        let weights = normalised(&points(&[("O1", 100.0), ("O2", 60.0), ("O3", 40.0)])).unwrap();
        assert_eq!(weights[&ObjectiveId::new("O1")], 0.5);
        assert!((weights.values().sum::<f64>() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn points_that_make_no_weights_are_refused_with_the_reason() {
        assert_eq!(normalised(&points(&[])), Err(NoWeights::NothingGiven));
        assert_eq!(normalised(&points(&[("O1", 0.0), ("O2", 0.0)])), Err(NoWeights::AllZero));
        let objective = ObjectiveId::new("O2");
        assert_eq!(
            normalised(&points(&[("O1", 1.0), ("O2", -1.0)])),
            Err(NoWeights::OutOfRange { objective })
        );
    }

    #[test]
    fn huge_points_do_not_overflow() {
        let weights = normalised(&points(&[("O1", f64::MAX), ("O2", f64::MAX)])).unwrap();
        assert_eq!(weights[&ObjectiveId::new("O1")], 0.5);
    }
}
