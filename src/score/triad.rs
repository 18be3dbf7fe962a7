//! The most inconsistent triad: the three judgements that contradict each other most.

use crate::domain::objective::ObjectiveId;

use super::comparison::ComparisonMatrix;

/// Three objectives whose judgements disagree: a over b times b over c should be a over c.
#[derive(Clone, Debug, PartialEq)]
pub struct Triad {
    pub a: ObjectiveId,
    pub b: ObjectiveId,
    pub c: ObjectiveId,
    pub a_over_b: f64,
    pub b_over_c: f64,
    pub a_over_c: f64,
    /// |ln a_ij + ln a_jk - ln a_ik|; 0 when they agree.
    pub deviation: f64,
    /// How many triads deviate as much as this one, itself included.
    pub n_as_bad: usize,
}

impl Triad {
    /// How many times too large or too small the direct answer is beside the detour; 1 when they agree.
    pub fn factor(&self) -> f64 {
        self.deviation.exp()
    }
}

/// Deviations nearer than this are a tie, and anything below it is the rounding of typed ratios such as 0.333333.
const SAME_DEVIATION: f64 = 1e-5;

/// The triad with the largest deviation among those of which all three pairs are judged (method 3.2).
///
/// Of equally bad ones the first in order of identifiers, with their number. Nothing when no triad deviates: fewer than
/// three objectives, no three pairs in a triangle, or full consistency.
pub fn worst_triad(matrix: &ComparisonMatrix) -> Option<Triad> {
    let triads = triads(matrix);
    let largest = triads.iter().map(|triad| triad.deviation).fold(0.0, f64::max);
    if largest <= SAME_DEVIATION {
        return None;
    }
    let mut worst = triads.into_iter().filter(|triad| triad.deviation >= largest - SAME_DEVIATION);
    let first = worst.next()?;
    Some(Triad { n_as_bad: 1 + worst.count(), ..first })
}

/// Every triad of which all three pairs are judged, in order of identifiers.
fn triads(matrix: &ComparisonMatrix) -> Vec<Triad> {
    let judged = matrix.judged();
    let mut triads = Vec::new();
    for (i, j, a_over_b) in &judged {
        for k in j + 1..matrix.len() {
            let (Some(b_over_c), Some(a_over_c)) = (matrix.ratio(*j, k), matrix.ratio(*i, k)) else {
                continue;
            };
            let [a, b, c] = [*i, *j, k].map(|at| matrix.items()[at].clone());
            let deviation = (a_over_b.ln() + b_over_c.ln() - a_over_c.ln()).abs();
            triads.push(Triad { a, b, c, a_over_b: *a_over_b, b_over_c, a_over_c, deviation, n_as_bad: 1 });
        }
    }
    triads
}
