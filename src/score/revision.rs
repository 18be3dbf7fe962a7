//! The judgement to revisit: the one answer whose change would calm a matrix most.

use crate::domain::decision_model::DecisionModel;
use crate::domain::objective::ObjectiveId;

use super::comparison::ComparisonMatrix;
use super::consistency::consistency;
use super::eigenvector::principal;

/// A suggestion to think one judgement over; never applied by the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    pub a: ObjectiveId,
    pub b: ObjectiveId,
    /// a over b as judged.
    pub judged: f64,
    /// a over b as all the other answers together have it: w_a / w_b.
    pub suggested: f64,
    /// The consistency ratio before, and after this one change.
    pub ratio_before: f64,
    pub ratio_after: f64,
}

/// Ratios nearer than this are a tie: typed answers such as 0.333333 carry no more digits.
const SAME_RATIO: f64 = 1e-6;

/// The judgement whose change to w_i / w_j lowers the consistency ratio most, each tried in turn (method 3.2).
///
/// Of equally good ones the first in order of identifiers. Nothing when no change lowers the ratio (it is 0 already) or
/// when the matrix has no ratio (incomplete, or of a size without random index).
pub fn judgement_to_revisit(matrix: &ComparisonMatrix, model: &DecisionModel) -> Option<Revision> {
    let ratio_before = consistency(matrix, model).ratio?;
    let weights = principal(&matrix.complete()?)?.weights;
    let tried: Vec<Revision> = matrix
        .judged()
        .into_iter()
        .filter_map(|(i, j, judged)| {
            let suggested = weights[i] / weights[j];
            let ratio_after = consistency(&matrix.with(i, j, suggested), model).ratio?;
            let (a, b) = (matrix.items()[i].clone(), matrix.items()[j].clone());
            Some(Revision { a, b, judged, suggested, ratio_before, ratio_after })
        })
        .collect();
    let lowest = tried.iter().map(|revision| revision.ratio_after).fold(f64::MAX, f64::min);
    if lowest >= ratio_before - SAME_RATIO {
        return None;
    }
    tried.into_iter().find(|revision| revision.ratio_after <= lowest + SAME_RATIO)
}
