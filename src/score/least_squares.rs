//! Logarithmic least squares: weights from pairwise judgements, also when some pairs were not judged.

/// Weights (adding up to 1) that minimise the sum over judged pairs of (ln a_ij - ln w_i + ln w_j)^2.
///
/// `judged` holds (i, j, a_ij) with positions below `n`. With every pair judged the answer is the normalised geometric
/// means of the rows; with n - 1 judgements that hang together it repeats them exactly. Nothing when there is no item,
/// when the judged pairs do not connect all items, or when a ratio is not positive or a position does not exist.
/// Source: Crawford and Williams (1985), Journal of Mathematical Psychology 29(4); incomplete matrices: Bozoki, Fulop
/// and Ronyai (2010), Mathematical and Computer Modelling 52(1-2).
pub fn least_squares(n: usize, judged: &[(usize, usize, f64)]) -> Option<Vec<f64>> {
    let usable = |(i, j, ratio): &(usize, usize, f64)| *i < n && *j < n && ratio.is_finite() && *ratio > 0.0;
    if n == 0 || !judged.iter().all(usable) {
        return None;
    }
    // Normal equations: the graph's Laplacian times ln w equals the sums of ln a; ln w of item 0 is set to 0.
    let unknowns = n - 1;
    let mut rows = vec![vec![0.0; unknowns + 1]; unknowns];
    for &(i, j, ratio) in judged.iter().filter(|(i, j, _)| i != j) {
        for (from, to, log) in [(i, j, ratio.ln()), (j, i, -ratio.ln())] {
            if from > 0 {
                rows[from - 1][from - 1] += 1.0;
                rows[from - 1][unknowns] += log;
                if to > 0 {
                    rows[from - 1][to - 1] -= 1.0;
                }
            }
        }
    }
    let mut logs = vec![0.0];
    logs.extend(solved(rows)?);
    // Relative to the largest, so that no exponential overflows.
    let largest = logs.iter().copied().fold(f64::MIN, f64::max);
    let weights: Vec<f64> = logs.iter().map(|log| (log - largest).exp()).collect();
    let sum: f64 = weights.iter().sum();
    Some(weights.iter().map(|weight| weight / sum).collect())
}

/// The solution of equations given with their right-hand side as the last column, by elimination with the largest
/// pivot; nothing when they do not determine it.
fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let n = rows.len();
    for column in 0..n {
        let pivot = (column..n).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()))?;
        // Entries are counts of judgements; a connected graph of n items keeps every pivot above 1/n.
        if rows[pivot][column].abs() < 1e-9 {
            return None;
        }
        rows.swap(column, pivot);
        let (above, below) = rows.split_at_mut(column + 1);
        let pivot_row = &above[column];
        for row in below {
            let factor = row[column] / pivot_row[column];
            row.iter_mut().zip(pivot_row).skip(column).for_each(|(entry, from)| *entry -= factor * from);
        }
    }
    let mut solution = vec![0.0; n];
    for at in (0..n).rev() {
        let known: f64 = (at + 1..n).map(|other| rows[at][other] * solution[other]).sum();
        solution[at] = (rows[at][n] - known) / rows[at][at];
    }
    Some(solution)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_of_answers_is_repeated_exactly() {
        let weights = least_squares(3, &[(0, 1, 2.0), (1, 2, 3.0)]).unwrap();
        for (weight, wanted) in weights.iter().zip([0.6, 0.3, 0.1]) {
            assert!((weight - wanted).abs() < 1e-15);
        }
    }

    #[test]
    fn a_missing_pair_is_bridged_and_a_contradiction_shared_out() {
        // 2 x 2 x 2 around the circle against 1: each of the four answers gives way by the same factor 8^(1/4).
        let weights = least_squares(4, &[(0, 1, 2.0), (1, 2, 2.0), (2, 3, 2.0), (0, 3, 1.0)]).unwrap();
        let step = 2.0 / 8.0_f64.powf(0.25);
        assert!((weights[0] / weights[1] - step).abs() < 1e-12);
        assert!((weights[0] / weights[3] - 8.0_f64.powf(0.25)).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_hang_together_has_no_weights() {
        assert_eq!(least_squares(4, &[(0, 1, 2.0), (2, 3, 2.0)]), None);
        assert_eq!(least_squares(2, &[]), None);
        assert_eq!(least_squares(0, &[]), None);
        assert_eq!(least_squares(2, &[(0, 5, 2.0)]), None);
        assert_eq!(least_squares(1, &[]), Some(vec![1.0]));
    }
}
