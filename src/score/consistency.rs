//! `Consistency`: how much a matrix of judgements contradicts itself, and whether that is acceptable.

use crate::domain::decision_model::DecisionModel;

use super::comparison::ComparisonMatrix;
use super::eigenvector::principal;

/// The consistency of pairwise judgements; every figure is nothing where it has no meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Consistency {
    /// Largest eigenvalue; n when fully consistent.
    pub lambda_max: Option<f64>,
    /// CI = (lambda_max - n) / (n - 1), 0 and up.
    pub index: Option<f64>,
    /// CR = CI / RI(n).
    pub ratio: Option<f64>,
    /// Whether the ratio is at most the decision model's limit.
    pub accepted: Option<bool>,
    pub unrated: Option<Unrated>,
}

/// Why there is no consistency ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrated {
    /// Pairs are missing: the random index belongs to complete matrices only.
    Incomplete { judged: usize, pairs: usize },
    /// The decision model has no random index for this size.
    NoRandomIndex { n: usize },
    /// The ratios lie so far apart that the eigenvector does not settle.
    NotSettled,
}

impl Consistency {
    fn unrated(reason: Unrated) -> Consistency {
        Consistency { lambda_max: None, index: None, ratio: None, accepted: None, unrated: Some(reason) }
    }
}

/// The consistency of a matrix: CI = (lambda_max - n) / (n - 1), CR = CI / RI(n), accepted when CR is at most the
/// decision model's `ahp_ratio_max` (method 3.2).
///
/// One or two items cannot contradict each other: CR 0. An incomplete matrix gets no figure rather than a flattering
/// one: filling its gaps from its own weights would add pairs that agree by construction.
/// Source: Saaty (1977), Journal of Mathematical Psychology 15(3).
pub fn consistency(matrix: &ComparisonMatrix, model: &DecisionModel) -> Consistency {
    let n = matrix.len();
    let Some(entries) = matrix.complete() else {
        return Consistency::unrated(Unrated::Incomplete {
            judged: matrix.judged().len(),
            pairs: matrix.n_pairs(),
        });
    };
    if n <= 2 {
        return Consistency {
            lambda_max: Some(n as f64),
            index: Some(0.0),
            ratio: Some(0.0),
            accepted: Some(true),
            unrated: None,
        };
    }
    let Some(lambda_max) = principal(&entries).map(|found| found.lambda_max) else {
        return Consistency::unrated(Unrated::NotSettled);
    };
    // A reciprocal matrix has lambda_max >= n; rounding may fall a last digit short of it.
    let index = ((lambda_max - n as f64) / (n as f64 - 1.0)).max(0.0);
    let random_index = model.ahp_random_index.get(&n).copied().filter(|index| *index > 0.0);
    let ratio = random_index.map(|random_index| index / random_index);
    Consistency {
        lambda_max: Some(lambda_max),
        index: Some(index),
        ratio,
        accepted: ratio.map(|ratio| ratio <= model.ahp_ratio_max),
        unrated: ratio.is_none().then_some(Unrated::NoRandomIndex { n }),
    }
}
