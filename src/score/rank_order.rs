//! Rank-order centroid: weights when only the order of the objectives is known.

use std::collections::BTreeMap;

use crate::domain::objective::ObjectiveId;

use super::weights::{Elicitation, NoWeights, QualityNote, Weighting};

/// Weights from ranks (1 the most important): the centroid of all weights in that order (method 3.2).
///
/// Only the order of the ranks counts, so 1, 2, 5 is the same as 1, 2, 3. Equal ranks share the mean of the places
/// they occupy. No rank at all, and a rank that is not a number, are refused with the reason.
pub fn rank_order(ranks: &BTreeMap<ObjectiveId, f64>) -> Result<Weighting, NoWeights> {
    if let Some((objective, _)) = ranks.iter().find(|(_, rank)| !rank.is_finite()) {
        return Err(NoWeights::OutOfRange { objective: objective.clone() });
    }
    if ranks.is_empty() {
        return Err(NoWeights::NothingGiven);
    }
    let by_place = centroid(ranks.len());
    let mut ordered: Vec<(&ObjectiveId, f64)> =
        ranks.iter().map(|(objective, rank)| (objective, *rank)).collect();
    ordered.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut weights = BTreeMap::new();
    let mut place = 0;
    for tied in ordered.chunk_by(|one, other| one.1 == other.1) {
        let shared = by_place[place..place + tied.len()].iter().sum::<f64>() / tied.len() as f64;
        weights.extend(tied.iter().map(|(objective, _)| ((*objective).clone(), shared)));
        place += tied.len();
    }
    Ok(Weighting { method: Elicitation::RankOrder, weights, quality: QualityNote::OrderOnly })
}

/// Centroid weights by place: w_k = (1/n) x sum over i = k..n of 1/i; empty for n = 0.
///
/// Source: Barron and Barrett (1996), Management Science 42(11), "Decision quality using ranked attribute weights".
pub fn centroid(n: usize) -> Vec<f64> {
    let mut tail = 0.0;
    let mut weights: Vec<f64> = (1..=n)
        .rev()
        .map(|place| {
            tail += 1.0 / place as f64;
            tail / n as f64
        })
        .collect();
    weights.reverse();
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_places_have_eleven_five_and_two_eighteenths() {
        let expected = [11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0];
        for (weight, wanted) in centroid(3).iter().zip(expected) {
            assert!((weight - wanted).abs() < 1e-15);
        }
        assert!(centroid(0).is_empty());
    }

    #[test]
    fn equal_ranks_share_the_mean_of_their_places() {
        let ranks = [("O1", 2.0), ("O2", 1.0), ("O3", 2.0)];
        let ranks = ranks.iter().map(|(id, rank)| (ObjectiveId::new(id), *rank)).collect();
        let weights = rank_order(&ranks).unwrap().weights;
        assert_eq!(weights[&ObjectiveId::new("O1")], weights[&ObjectiveId::new("O3")]);
        assert!((weights[&ObjectiveId::new("O1")] - 7.0 / 36.0).abs() < 1e-15);
        assert!((weights.values().sum::<f64>() - 1.0).abs() < 1e-15);
    }
}
