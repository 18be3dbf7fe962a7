//! The principal eigenvector of a positive matrix, by power iteration.

/// The eigenvector (adding up to 1) and its eigenvalue.
#[derive(Clone, Debug, PartialEq)]
pub struct Principal {
    pub weights: Vec<f64>,
    pub lambda_max: f64,
}

/// Largest change of a weight in one step at which the iteration has arrived.
const ARRIVED: f64 = 1e-12;
/// Far above what any matrix of judgements needs (about 45 steps).
const STEPS_MAX: usize = 10_000;

/// The principal eigenvector of a positive square matrix given row by row, and its eigenvalue.
///
/// Each step is w <- (A w / lambda + w) / 2 with lambda the present growth: same limit as w <- A w / lambda, but
/// contradictory circles (a over b over c over a) cannot make it swing. Starts from equal weights, so the same matrix
/// always gives the same digits. Nothing when the matrix is empty, not square, not positive, or does not settle.
/// Source: Saaty (1977), Journal of Mathematical Psychology 15(3); Perron-Frobenius.
pub fn principal(matrix: &[f64]) -> Option<Principal> {
    let n = matrix.len().isqrt();
    if n == 0 || n * n != matrix.len() || matrix.iter().any(|entry| !entry.is_finite() || *entry <= 0.0) {
        return None;
    }
    let mut weights = vec![1.0 / n as f64; n];
    for _ in 0..STEPS_MAX {
        let image: Vec<f64> = matrix
            .chunks(n)
            .map(|row| row.iter().zip(&weights).map(|(entry, weight)| entry * weight).sum())
            .collect();
        // The weights add up to 1, so the sum of their image is its growth.
        let growth: f64 = image.iter().sum();
        let next: Vec<f64> =
            image.iter().zip(&weights).map(|(moved, weight)| (moved / growth + weight) / 2.0).collect();
        let change =
            next.iter().zip(&weights).fold(0.0_f64, |change, (new, old)| change.max((new - old).abs()));
        weights = next;
        // A change that is not a number (entries near the end of the reals) never arrives.
        if change <= ARRIVED {
            let lambda_max = growth;
            return lambda_max.is_finite().then_some(Principal { weights, lambda_max });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consistent_matrix_gives_back_its_weights_and_its_size() {
        let weights = [0.5, 0.3, 0.2];
        let matrix: Vec<f64> = weights.iter().flat_map(|a| weights.iter().map(move |b| a / b)).collect();
        let found = principal(&matrix).unwrap();
        assert!((found.lambda_max - 3.0).abs() < 1e-11);
        assert!(found.weights.iter().zip(weights).all(|(got, wanted)| (got - wanted).abs() < 1e-11));
    }

    #[test]
    fn a_full_circle_of_contradiction_ends_in_equal_weights() {
        let found = principal(&[1.0, 1e6, 1e-6, 1e-6, 1.0, 1e6, 1e6, 1e-6, 1.0]).unwrap();
        assert!(found.weights.iter().all(|weight| (weight - 1.0 / 3.0).abs() < 1e-12));
    }

    #[test]
    fn what_is_no_positive_square_has_no_answer() {
        assert_eq!(principal(&[]), None);
        assert_eq!(principal(&[1.0, 2.0, 3.0]), None);
        assert_eq!(principal(&[1.0, -2.0, -0.5, 1.0]), None);
        assert_eq!(principal(&[1.0, 1e308, 1e308, 1.0]).map(|found| found.weights), Some(vec![0.5, 0.5]));
    }
}
