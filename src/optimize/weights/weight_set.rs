//! `WeightSet`: the admissible weights of the criteria (ranks, intervals, named vectors), with corners and even samples.

use super::draw::Draws;
use super::weight_corners::{Corner, WeightLimit, clipped, dot, whole_simplex};

/// Why there is no set of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeightSetError {
    /// No weights keep all limits.
    Empty,
    /// No criterion, or more than 127 criteria and limits together.
    Size,
    /// A coefficient or weight is not a finite number, or vectors differ in length, or one does not sum above zero.
    NotWeights,
}

/// Weights, none negative, that sum to one and keep all limits, or that mix named vectors.
#[derive(Clone, Debug)]
pub struct WeightSet {
    corners: Vec<Vec<f64>>,
    /// Corners of simplices that fill the set without overlap, each with the share of the set up to and with it.
    simplices: Vec<(f64, Vec<usize>)>,
}

impl WeightSet {
    /// All weights that keep the limits.
    pub fn of(criteria: usize, limits: &[WeightLimit]) -> Result<WeightSet, WeightSetError> {
        if criteria == 0 || 127 < criteria + limits.len() {
            return Err(WeightSetError::Size);
        }
        let is_sound = |limit: &WeightLimit| {
            limit.coefficients.len() == criteria
                && limit.low.is_finite()
                && limit.coefficients.iter().all(|coefficient| coefficient.is_finite())
        };
        if !limits.iter().all(is_sound) {
            return Err(WeightSetError::NotWeights);
        }
        let mut corners = whole_simplex(criteria);
        for (place, limit) in limits.iter().enumerate() {
            corners = clipped(&corners, limit, criteria + place);
        }
        if corners.is_empty() {
            return Err(WeightSetError::Empty);
        }
        corners.sort_by(|one, other| compared(&other.weights, &one.weights));
        let simplices = filling(&corners, criteria + limits.len());
        Ok(WeightSet { corners: corners.into_iter().map(|corner| corner.weights).collect(), simplices })
    }

    /// The mixtures of named vectors, each first scaled to sum to one. Samples are even in the shares of the mixture.
    pub fn of_vectors(vectors: &[Vec<f64>]) -> Result<WeightSet, WeightSetError> {
        let criteria = vectors.first().map_or(0, Vec::len);
        if criteria == 0 {
            return Err(WeightSetError::Size);
        }
        let mut corners = Vec::with_capacity(vectors.len());
        for vector in vectors {
            let sum: f64 = vector.iter().sum();
            let is_sound = vector.len() == criteria && vector.iter().all(|weight| 0.0 <= *weight);
            if !is_sound || !sum.is_finite() || sum <= 0.0 {
                return Err(WeightSetError::NotWeights);
            }
            corners.push(vector.iter().map(|weight| weight / sum).collect());
        }
        let simplices = vec![(1.0, (0..vectors.len()).collect())];
        Ok(WeightSet { corners, simplices })
    }

    /// The extreme points: what is linear in the weights is largest and smallest in one of them.
    /// Limits: sorted, greatest first weight first. Named vectors: as given.
    pub fn corners(&self) -> &[Vec<f64>] {
        &self.corners
    }

    /// Sample `number` of the draws, even over the set (for named vectors, over the shares of the mixture).
    ///
    /// A simplex drawn by its volume, then a point in it by normalised exponential draws, so nothing is rejected.
    pub fn sample(&self, draws: &Draws, number: u64) -> Vec<f64> {
        let first = number.wrapping_mul(1 + self.corners.len() as u64);
        let at = draws.unit(first);
        let place = self.simplices.partition_point(|(share, _)| *share < at).min(self.simplices.len() - 1);
        let corners = &self.simplices[place].1;
        let shares: Vec<f64> =
            (1..=corners.len() as u64).map(|next| draws.exponential(first.wrapping_add(next))).collect();
        let sum: f64 = shares.iter().sum();
        let criteria = self.corners[0].len();
        let mut weights = vec![0.0; criteria];
        for (share, corner) in shares.iter().zip(corners) {
            for (weight, part) in weights.iter_mut().zip(&self.corners[*corner]) {
                *weight += share / sum * part;
            }
        }
        weights
    }
}

/// Simplices that fill the set (pulling triangulation), with the running share of its volume.
fn filling(corners: &[Corner], limits: usize) -> Vec<(f64, Vec<usize>)> {
    let all: Vec<usize> = (0..corners.len()).collect();
    let mut simplices = Vec::new();
    fill(corners, limits, &all, &mut Vec::new(), &mut simplices);
    let volumes: Vec<f64> = simplices.iter().map(|simplex| volume(corners, simplex)).collect();
    let total: f64 = volumes.iter().sum();
    let mut share = 0.0;
    let mut filled = Vec::with_capacity(simplices.len());
    for (simplex, volume) in simplices.into_iter().zip(volumes) {
        share += if 0.0 < total { volume / total } else { 1.0 };
        filled.push((share, simplex));
    }
    filled
}

/// Joins the first corner of a face with the simplices of every side of it that does not hold that corner.
fn fill(
    corners: &[Corner],
    limits: usize,
    face: &[usize],
    joined: &mut Vec<usize>,
    simplices: &mut Vec<Vec<usize>>,
) {
    joined.push(face[0]);
    if face.len() == 1 {
        simplices.push(joined.clone());
    }
    let dimension = spanned(corners, face).len();
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for limit in 0..limits {
        let is_tight = |corner: &usize| corners[*corner].tight >> limit & 1 == 1;
        if is_tight(&face[0]) {
            continue;
        }
        let side: Vec<usize> = face.iter().copied().filter(is_tight).collect();
        if !side.is_empty() && spanned(corners, &side).len() + 1 == dimension && !sides.contains(&side) {
            sides.push(side);
        }
    }
    for side in sides {
        fill(corners, limits, &side, joined, simplices);
    }
    joined.pop();
}

/// Perpendicular directions from the first corner that reach all others (Gram-Schmidt); as many as dimensions.
fn spanned(corners: &[Corner], face: &[usize]) -> Vec<Vec<f64>> {
    let mut directions: Vec<Vec<f64>> = Vec::new();
    for corner in &face[1..] {
        let mut rest: Vec<f64> = corners[*corner]
            .weights
            .iter()
            .zip(&corners[face[0]].weights)
            .map(|(to, from)| to - from)
            .collect();
        for direction in &directions {
            let part = dot(&rest, direction) / dot(direction, direction);
            rest.iter_mut().zip(direction).for_each(|(rest, along)| *rest -= part * along);
        }
        if 1e-9 < dot(&rest, &rest).sqrt() {
            directions.push(rest);
        }
    }
    directions
}

/// The volume of a simplex, up to a factor that all simplices of one set share.
fn volume(corners: &[Corner], simplex: &[usize]) -> f64 {
    let directions = spanned(corners, simplex);
    if directions.len() + 1 < simplex.len() {
        return 0.0;
    }
    directions.iter().map(|direction| dot(direction, direction).sqrt()).product()
}

fn compared(one: &[f64], other: &[f64]) -> std::cmp::Ordering {
    one.iter()
        .zip(other)
        .map(|(one, other)| one.total_cmp(other))
        .find(|order| order.is_ne())
        .unwrap_or(std::cmp::Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Corners by trying every choice of limits to be kept with equality.
    fn corners_by_trial(criteria: usize, limits: &[WeightLimit]) -> Vec<Vec<f64>> {
        let mut all: Vec<WeightLimit> =
            (0..criteria).map(|place| WeightLimit::at_least(criteria, place, 0.0)).collect();
        all.extend_from_slice(limits);
        let mut found: Vec<Vec<f64>> = Vec::new();
        for choice in 0_u32..1 << all.len() {
            if choice.count_ones() as usize != criteria - 1 {
                continue;
            }
            let mut rows = vec![[vec![1.0; criteria], vec![1.0]].concat()];
            let chosen = all.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1);
            rows.extend(chosen.map(|(_, limit)| [limit.coefficients.clone(), vec![limit.low]].concat()));
            let Some(point) = solved(rows) else { continue };
            let is_inside = all.iter().all(|limit| limit.low - 1e-9 <= dot(&limit.coefficients, &point));
            let is_new =
                found.iter().all(|known| known.iter().zip(&point).any(|(a, b)| 1e-9 < (a - b).abs()));
            if is_inside && is_new {
                found.push(point);
            }
        }
        found
    }

    fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
        let size = rows.len();
        for column in 0..size {
            let pivot =
                (column..size).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()))?;
            if rows[pivot][column].abs() < 1e-9 {
                return None;
            }
            rows.swap(column, pivot);
            for row in (0..size).filter(|row| *row != column) {
                let factor = rows[row][column] / rows[column][column];
                let pivot_row = rows[column].clone();
                rows[row].iter_mut().zip(pivot_row).for_each(|(cell, pivot)| *cell -= factor * pivot);
            }
        }
        Some((0..size).map(|row| rows[row][size] / rows[row][row]).collect())
    }

    fn same_points(one: &[Vec<f64>], other: &[Vec<f64>]) -> bool {
        let is_in = |point: &Vec<f64>, points: &[Vec<f64>]| {
            points.iter().any(|known| known.iter().zip(point).all(|(a, b)| (a - b).abs() < 1e-7))
        };
        one.len() == other.len() && one.iter().all(|point| is_in(point, other))
    }

    fn random_limits(seed: u64, criteria: usize) -> Vec<WeightLimit> {
        let draws = Draws::new(seed);
        let mut limits = Vec::new();
        for criterion in 0..criteria {
            let at = 10 * criterion as u64;
            let size = criteria as f64;
            match draws.bits(at) % 4 {
                0 => limits.push(WeightLimit::at_least(criteria, criterion, draws.unit(at + 1) * 0.7 / size)),
                1 => {
                    limits.push(WeightLimit::at_most(criteria, criterion, (0.8 + draws.unit(at + 1)) / size))
                }
                2 => limits.push(WeightLimit::rank(criteria, criterion, (criterion + 1) % criteria)),
                _ => {}
            }
        }
        limits
    }

    #[test]
    fn the_corners_are_those_of_every_choice_of_tight_limits() {
        for seed in 0..200 {
            let criteria = 2 + (seed % 4) as usize;
            let limits = random_limits(seed, criteria);
            let expected = corners_by_trial(criteria, &limits);
            match WeightSet::of(criteria, &limits) {
                Ok(set) => assert!(same_points(set.corners(), &expected), "{seed}: {set:?} {expected:?}"),
                Err(error) => assert!(expected.is_empty() && error == WeightSetError::Empty, "seed {seed}"),
            }
        }
    }

    #[test]
    fn a_complete_ranking_has_the_known_corners() {
        let ranks = [WeightLimit::rank(3, 0, 1), WeightLimit::rank(3, 1, 2)];
        let set = WeightSet::of(3, &ranks).expect("weights");
        let third = 1.0 / 3.0;
        let known = [vec![1.0, 0.0, 0.0], vec![0.5, 0.5, 0.0], vec![third, third, third]];
        assert!(same_points(set.corners(), &known), "{:?}", set.corners());
    }

    #[test]
    fn samples_keep_the_limits_and_average_to_the_centre() {
        for seed in 0..40 {
            let criteria = 3 + (seed % 3) as usize;
            let limits = random_limits(seed, criteria);
            let Ok(set) = WeightSet::of(criteria, &limits) else { continue };
            let draws = Draws::new(seed);
            for number in 0..500 {
                let weights = set.sample(&draws, number);
                assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                let keeps = |limit: &WeightLimit| limit.low - 1e-9 <= dot(&limit.coefficients, &weights);
                assert!(limits.iter().all(keeps) && weights.iter().all(|weight| -1e-12 <= *weight));
            }
        }
    }

    #[test]
    fn samples_are_even_by_comparison_with_rejected_samples_of_the_whole_simplex() {
        let limits =
            [WeightLimit::at_most(3, 0, 0.5), WeightLimit::at_least(3, 1, 0.1), WeightLimit::rank(3, 2, 1)];
        let set = WeightSet::of(3, &limits).expect("weights");
        let whole = WeightSet::of(3, &[]).expect("weights");
        let draws = Draws::new(9);
        let inside: Vec<Vec<f64>> = (0..200_000)
            .map(|number| whole.sample(&draws, number))
            .filter(|weights| limits.iter().all(|limit| limit.low <= dot(&limit.coefficients, weights)))
            .collect();
        let other = Draws::new(10);
        let direct: Vec<Vec<f64>> = (0..50_000).map(|number| set.sample(&other, number)).collect();
        assert!(10_000 < inside.len());
        for cut in [0.1, 0.2, 0.3, 0.4] {
            for criterion in 0..3 {
                let below = |points: &[Vec<f64>]| {
                    points.iter().filter(|point| point[criterion] < cut).count() as f64 / points.len() as f64
                };
                let (one, another) = (below(&inside), below(&direct));
                assert!((one - another).abs() < 0.015, "{criterion} below {cut}: {one} {another}");
            }
        }
    }

    #[test]
    fn impossible_limits_and_vectors_are_refused() {
        let low = [WeightLimit::at_least(2, 0, 0.7), WeightLimit::at_least(2, 1, 0.7)];
        assert_eq!(WeightSet::of(2, &low).unwrap_err(), WeightSetError::Empty);
        assert_eq!(WeightSet::of(0, &[]).unwrap_err(), WeightSetError::Size);
        assert_eq!(WeightSet::of_vectors(&[]).unwrap_err(), WeightSetError::Size);
        assert_eq!(WeightSet::of_vectors(&[vec![0.0, 0.0]]).unwrap_err(), WeightSetError::NotWeights);
    }

    #[test]
    fn mixtures_of_one_vector_are_that_vector() {
        let set = WeightSet::of_vectors(&[vec![2.0, 6.0]]).expect("weights");
        assert_eq!(set.corners(), [[0.25, 0.75]]);
        assert_eq!(set.sample(&Draws::new(1), 3), [0.25, 0.75]);
    }

    #[test]
    fn a_set_of_one_point_gives_that_point() {
        let exact = [WeightLimit::at_least(2, 0, 0.25), WeightLimit::at_most(2, 0, 0.25)];
        let set = WeightSet::of(2, &exact).expect("weights");
        let sample = set.sample(&Draws::new(1), 3);
        assert!((sample[0] - 0.25).abs() < 1e-12 && (sample[1] - 0.75).abs() < 1e-12);
    }
}
