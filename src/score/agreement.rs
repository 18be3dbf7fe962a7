//! How far stakeholders agree: the spread of each objective's weight, and Kendall's W on their ranks.

use std::collections::BTreeMap;

use crate::domain::objective::ObjectiveId;

/// The smallest and largest weight of one objective, and who gave them (the first by name when several did).
#[derive(Clone, Debug, PartialEq)]
pub struct Dispersion {
    pub min: f64,
    pub min_by: String,
    pub max: f64,
    pub max_by: String,
}

/// How far several weightings of the same objectives agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Over the objectives that every member weighed.
    pub dispersion: BTreeMap<ObjectiveId, Dispersion>,
    /// Concordance of the orders, 0 (none) to 1 (identical); nothing below two members or two objectives, and when
    /// every member holds all objectives equal.
    pub kendall_w: Option<f64>,
}

/// The agreement of members given as (name, weights); only objectives that all of them weighed are compared.
pub fn agreement(members: &[(&str, &BTreeMap<ObjectiveId, f64>)]) -> Agreement {
    let common: Vec<&ObjectiveId> = match members.split_first() {
        None => Vec::new(),
        Some(((_, first), others)) => {
            first.keys().filter(|id| others.iter().all(|(_, weights)| weights.contains_key(*id))).collect()
        }
    };
    let rows: Vec<Vec<f64>> =
        members.iter().map(|(_, weights)| common.iter().map(|id| weights[*id]).collect()).collect();
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    let dispersion = common
        .iter()
        .enumerate()
        .map(|(at, id)| {
            ((*id).clone(), dispersion(&names, &rows.iter().map(|row| row[at]).collect::<Vec<_>>()))
        })
        .collect();
    Agreement { dispersion, kendall_w: kendall_w(&rows) }
}

/// Kendall's coefficient of concordance of m rows of n weights each, with the correction for ties.
///
/// W = (12 sum R_j^2 - 3 m^2 n (n+1)^2) / (m^2 n (n^2-1) - m sum T_i), R_j the sum of ranks of column j,
/// T_i = sum of (t^3 - t) over the groups of t tied columns of row i. Between 0 and 1. Nothing for fewer than two rows
/// or columns, for rows of unequal length, and when every row is one single tie.
/// Source: Kendall and Babington Smith (1939); Siegel and Castellan (1988), Nonparametric Statistics, section 9.6.
pub fn kendall_w(rows: &[Vec<f64>]) -> Option<f64> {
    let columns = rows.first()?.len();
    if rows.len() < 2 || columns < 2 || rows.iter().any(|row| row.len() != columns) {
        return None;
    }
    let (m, n) = (rows.len() as f64, columns as f64);
    let mut rank_sums = vec![0.0; columns];
    let mut tie_correction = 0.0;
    for row in rows {
        let (ranks, correction) = average_ranks(row);
        tie_correction += correction;
        rank_sums.iter_mut().zip(ranks).for_each(|(sum, rank)| *sum += rank);
    }
    let squares: f64 = rank_sums.iter().map(|sum| sum * sum).sum();
    let denominator = m * m * n * (n * n - 1.0) - m * tie_correction;
    if denominator <= 0.0 {
        return None;
    }
    Some(((12.0 * squares - 3.0 * m * m * n * (n + 1.0).powi(2)) / denominator).clamp(0.0, 1.0))
}

/// Weights nearer than this are the same rank: eigenvectors carry rounding in their last digits.
const SAME_WEIGHT: f64 = 1e-9;

/// Ranks from the largest (1) down, tied ones at the mean of their places, and the sum of t^3 - t over the ties.
fn average_ranks(row: &[f64]) -> (Vec<f64>, f64) {
    let mut order: Vec<usize> = (0..row.len()).collect();
    order.sort_by(|one, other| row[*other].total_cmp(&row[*one]));
    let mut ranks = vec![0.0; row.len()];
    let mut correction = 0.0;
    let mut place = 0;
    for tied in order.chunk_by(|one, other| (row[*one] - row[*other]).abs() <= SAME_WEIGHT) {
        let count = tied.len() as f64;
        tied.iter().for_each(|at| ranks[*at] = place as f64 + (count + 1.0) / 2.0);
        correction += count.powi(3) - count;
        place += tied.len();
    }
    (ranks, correction)
}

/// The spread of one objective's weights, one per name.
fn dispersion(names: &[&str], weights: &[f64]) -> Dispersion {
    let mut by_name: Vec<(&str, f64)> = names.iter().copied().zip(weights.iter().copied()).collect();
    by_name.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(other.0)));
    let (min_by, min) = by_name.first().copied().unwrap_or(("", 0.0));
    let max = by_name.last().map_or(0.0, |last| last.1);
    let max_by = by_name.iter().find(|(_, weight)| *weight == max).map_or("", |found| found.0);
    Dispersion { min, min_by: min_by.to_owned(), max, max_by: max_by.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identical_orders_agree_fully_and_a_balanced_set_not_at_all() {
        assert_eq!(kendall_w(&[vec![0.5, 0.3, 0.2], vec![0.9, 0.07, 0.03]]), Some(1.0));
        let latin = [vec![3.0, 2.0, 1.0], vec![2.0, 1.0, 3.0], vec![1.0, 3.0, 2.0]];
        assert_eq!(kendall_w(&latin), Some(0.0));
    }

    #[test]
    fn identical_orders_with_ties_still_agree_fully() {
        assert_eq!(kendall_w(&[vec![0.4, 0.4, 0.2], vec![0.35, 0.35, 0.3]]), Some(1.0));
    }

    #[test]
    fn without_two_opinions_or_any_difference_there_is_no_concordance() {
        assert_eq!(kendall_w(&[]), None);
        assert_eq!(kendall_w(&[vec![0.5, 0.5]]), None);
        assert_eq!(kendall_w(&[vec![0.5, 0.5], vec![0.5, 0.5]]), None);
        assert_eq!(kendall_w(&[vec![0.5, 0.5], vec![1.0]]), None);
    }

    #[test]
    fn the_spread_names_who_stands_where() {
        let id = ObjectiveId::new("O1");
        let (low, high) = (BTreeMap::from([(id.clone(), 0.1)]), BTreeMap::from([(id.clone(), 0.3)]));
        let spread = &agreement(&[("CMO", &high), ("CFO", &low)]).dispersion[&id];
        assert_eq!((spread.min_by.as_str(), spread.max_by.as_str()), ("CFO", "CMO"));
        assert!(agreement(&[]).dispersion.is_empty());
    }
}
