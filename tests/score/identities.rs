//! Identities that hold for any weights and judgements.

use std::collections::BTreeMap;

use cxfolio::domain::objective::ObjectiveId;
use cxfolio::score::ahp::ahp;
use cxfolio::score::comparison::ComparisonMatrix;
use cxfolio::score::consistency::consistency;
use cxfolio::score::least_squares::least_squares;
use cxfolio::score::rank_order::rank_order;
use cxfolio::score::swing::swing;
use cxfolio::score::value_function::{exponential, piecewise, s_shaped};
use proptest::prelude::*;

use crate::bank::model;
use crate::{matrix, weights_of};

fn near(one: &[f64], other: &[f64], tolerance: f64) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| (a - b).abs() <= tolerance)
}

fn points(given: &[f64]) -> BTreeMap<ObjectiveId, f64> {
    given.iter().enumerate().map(|(at, points)| (ObjectiveId::new(&format!("O{at:02}")), *points)).collect()
}

/// Judgements above the diagonal for 3 to 7 objectives, on Saaty's scale.
fn judged() -> impl Strategy<Value = ComparisonMatrix> {
    let answer =
        (1..=9_i32, any::<bool>()).prop_map(|(times, up)| f64::from(times).powi(if up { 1 } else { -1 }));
    (3..=7_usize).prop_flat_map(move |n| proptest::collection::vec(answer.clone(), n * (n - 1) / 2)).prop_map(
        |all| {
            let n = (1..).find(|n| n * (n - 1) / 2 == all.len()).unwrap();
            let mut rest = &all[..];
            let upper: Vec<&[f64]> = (1..n)
                .rev()
                .map(|count| {
                    let (row, others) = rest.split_at(count);
                    rest = others;
                    row
                })
                .collect();
            matrix(&upper)
        },
    )
}

/// The matrix whose every judgement follows from these weights.
fn consistent(weights: &[f64]) -> ComparisonMatrix {
    let upper: Vec<Vec<f64>> = (0..weights.len() - 1)
        .map(|row| (row + 1..weights.len()).map(|column| weights[row] / weights[column]).collect())
        .collect();
    matrix(&upper.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scaling_all_points_changes_nothing(given in proptest::collection::vec(0.1..100.0_f64, 1..10), factor in 1e-3..1e3_f64) {
        let scaled: Vec<f64> = given.iter().map(|points| points * factor).collect();
        let (one, other) = (swing(&points(&given)).unwrap(), swing(&points(&scaled)).unwrap());
        let flat = |weights: BTreeMap<ObjectiveId, f64>| weights.into_values().collect::<Vec<_>>();
        let (one, other) = (flat(one.weights), flat(other.weights));
        prop_assert!(near(&one, &other, 1e-12));
        prop_assert!((one.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_consistent_matrix_returns_its_weights(given in proptest::collection::vec(1.0..9.0_f64, 2..10)) {
        let sum: f64 = given.iter().sum();
        let wanted: Vec<f64> = given.iter().map(|weight| weight / sum).collect();
        let made = consistent(&given);
        prop_assert!(near(&weights_of(&made), &wanted, 1e-10));
        let found = ahp(&made, &model()).unwrap();
        prop_assert!(found.consistency.ratio.unwrap() < 1e-9);
        prop_assert_eq!(found.consistency.accepted, Some(true));
        prop_assert_eq!((found.worst_triad, found.revision), (None, None));
    }

    /// Closed form for three items (Crawford and Williams 1985): the eigenvector is the geometric means, and
    /// lambda_max = 1 + t + 1/t with t the cube root of a_ij a_jk / a_ik.
    #[test]
    fn three_items_have_a_closed_form(ij in 0.1..10.0_f64, jk in 0.1..10.0_f64, ik in 0.1..10.0_f64) {
        let made = matrix(&[&[ij, ik], &[jk]]);
        prop_assert!(near(&weights_of(&made), &least_squares(3, &made.judged()).unwrap(), 1e-10));
        let t = (ij * jk / ik).cbrt();
        let lambda = consistency(&made, &model()).lambda_max.unwrap();
        prop_assert!((lambda - (1.0 + t + 1.0 / t)).abs() < 1e-9 * lambda);
    }

    #[test]
    fn least_squares_of_a_complete_matrix_are_geometric_means(made in judged()) {
        let n = made.len();
        let entries = made.complete().unwrap();
        let means: Vec<f64> =
            entries.chunks(n).map(|row| row.iter().product::<f64>().powf(1.0 / n as f64)).collect();
        let sum: f64 = means.iter().sum();
        let wanted: Vec<f64> = means.iter().map(|mean| mean / sum).collect();
        prop_assert!(near(&least_squares(n, &made.judged()).unwrap(), &wanted, 1e-12));
    }

    #[test]
    fn least_squares_repeat_consistent_answers_even_with_gaps(
        given in proptest::collection::vec(1.0..9.0_f64, 3..8),
        kept in proptest::collection::vec(any::<bool>(), 28),
    ) {
        let sum: f64 = given.iter().sum();
        let wanted: Vec<f64> = given.iter().map(|weight| weight / sum).collect();
        let all = consistent(&given).judged();
        let some: Vec<_> =
            all.into_iter().zip(kept).filter(|((row, column, _), kept)| *kept || column - row == 1).map(|(pair, _)| pair).collect();
        prop_assert!(near(&least_squares(given.len(), &some).unwrap(), &wanted, 1e-12));
    }

    #[test]
    fn the_suggested_change_lowers_the_ratio_and_no_other_does_better(made in judged()) {
        let (found, model) = (ahp(&made, &model()).unwrap(), model());
        let weights: Vec<f64> = found.weighting.weights.values().copied().collect();
        let tried: Vec<f64> = made
            .judged()
            .iter()
            .map(|(i, j, _)| consistency(&made.with(*i, *j, weights[*i] / weights[*j]), &model).ratio.unwrap())
            .collect();
        let lowest = tried.iter().copied().fold(f64::MAX, f64::min);
        match found.revision {
            Some(revision) => {
                prop_assert!(revision.ratio_after < revision.ratio_before);
                prop_assert!(revision.ratio_after <= lowest + 2e-6);
            }
            None => prop_assert!(lowest > found.consistency.ratio.unwrap() - 2e-6),
        }
    }

    #[test]
    fn the_worst_triad_is_the_worst(made in judged()) {
        let deviation = |i: usize, j: usize, k: usize| {
            let [ij, jk, ik] = [(i, j), (j, k), (i, k)].map(|(a, b)| made.ratio(a, b).unwrap());
            (ij * jk / ik).ln().abs()
        };
        let n = made.len();
        let all = (0..n).flat_map(|i| (0..n).flat_map(move |j| (0..n).map(move |k| (i, j, k))));
        let largest = all.map(|(i, j, k)| deviation(i, j, k)).fold(0.0, f64::max);
        let found = ahp(&made, &model()).unwrap().worst_triad.map_or(0.0, |triad| triad.deviation);
        prop_assert!((found - largest).abs() < 2e-5, "{} for {}", found, largest);
    }

    #[test]
    fn ranks_keep_their_order_and_add_up(ranks in proptest::collection::vec(1.0..5.0_f64, 1..10)) {
        let whole: Vec<f64> = ranks.iter().map(|rank| rank.floor()).collect();
        let weights: Vec<f64> = rank_order(&points(&whole)).unwrap().weights.into_values().collect();
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        for (a, b) in (0..whole.len()).flat_map(|a| (0..whole.len()).map(move |b| (a, b))) {
            prop_assert_eq!(whole[a] < whole[b], weights[a] > weights[b] + 1e-12);
        }
    }

    #[test]
    fn every_value_function_rises_within_its_bounds(
        low in 0.0..=1.0_f64, high in 0.0..=1.0_f64, curvature in -20.0..20.0_f64, power in 0.1..20.0_f64,
        corner in (0.0..=1.0_f64, 0.0..=1.0_f64),
    ) {
        let (low, high) = (low.min(high), low.max(high));
        let curves: [&dyn Fn(f64) -> f64; 3] =
            [&|z| exponential(z, curvature), &|z| s_shaped(z, power), &|z| piecewise(z, &[corner])];
        for curve in curves {
            prop_assert!(curve(low) <= curve(high) + 1e-12);
            prop_assert!((0.0..=1.0 + 1e-12).contains(&curve(low)));
        }
    }
}
