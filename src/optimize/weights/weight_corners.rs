//! The corners of all weights that keep linear limits, one limit after the other.

/// A linear statement on weights: sum of coefficient x weight >= low.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightLimit {
    pub coefficients: Vec<f64>,
    pub low: f64,
}

impl WeightLimit {
    /// `higher` weighs at least as much as `lower`, both places among `criteria` criteria.
    pub fn rank(criteria: usize, higher: usize, lower: usize) -> WeightLimit {
        let mut coefficients = vec![0.0; criteria];
        coefficients[higher] += 1.0;
        coefficients[lower] -= 1.0;
        WeightLimit { coefficients, low: 0.0 }
    }

    /// The criterion weighs at least `low`, as a share of 1.
    pub fn at_least(criteria: usize, criterion: usize, low: f64) -> WeightLimit {
        let mut coefficients = vec![0.0; criteria];
        coefficients[criterion] = 1.0;
        WeightLimit { coefficients, low }
    }

    /// The criterion weighs at most `high`, as a share of 1.
    pub fn at_most(criteria: usize, criterion: usize, high: f64) -> WeightLimit {
        let mut coefficients = vec![0.0; criteria];
        coefficients[criterion] = -1.0;
        WeightLimit { coefficients, low: -high }
    }
}

/// A corner with the limits it keeps with equality: bit j for "weight j >= 0", then the limits in order.
#[derive(Clone, Debug)]
pub struct Corner {
    pub weights: Vec<f64>,
    pub tight: u128,
}

/// Distances below this count as zero; weights are at most 1.
const NEAR: f64 = 1e-12;

/// The corners of all weights that are not negative and sum to one.
pub fn whole_simplex(criteria: usize) -> Vec<Corner> {
    let all = (1_u128 << criteria) - 1;
    (0..criteria)
        .map(|place| {
            let mut weights = vec![0.0; criteria];
            weights[place] = 1.0;
            Corner { weights, tight: all & !(1 << place) }
        })
        .collect()
}

/// The corners that remain under one more limit: those inside, and where an edge crosses it (double description,
/// Motzkin and others 1953). Two corners share an edge when no other corner keeps all that both keep with equality.
pub fn clipped(corners: &[Corner], limit: &WeightLimit, place: usize) -> Vec<Corner> {
    let scale =
        limit.coefficients.iter().fold(limit.low.abs(), |most, coefficient| most.max(coefficient.abs()));
    let near = NEAR * scale.max(f64::MIN_POSITIVE);
    let above: Vec<f64> =
        corners.iter().map(|corner| dot(&limit.coefficients, &corner.weights) - limit.low).collect();
    let mut kept = Vec::new();
    for (corner, above) in corners.iter().zip(&above) {
        if -near <= *above {
            let touches = u128::from(*above <= near) << place;
            kept.push(Corner { weights: corner.weights.clone(), tight: corner.tight | touches });
        }
    }
    for (inside, corner) in corners.iter().enumerate().filter(|(inside, _)| near < above[*inside]) {
        for (outside, other) in corners.iter().enumerate().filter(|(outside, _)| above[*outside] < -near) {
            let common = corner.tight & other.tight;
            let is_edge = corners.iter().enumerate().all(|(third, corner)| {
                third == inside || third == outside || corner.tight & common != common
            });
            if is_edge {
                let share = above[inside] / (above[inside] - above[outside]);
                let along = |(from, to): (&f64, &f64)| from + share * (to - from);
                let weights = corner.weights.iter().zip(&other.weights).map(along).collect();
                kept.push(Corner { weights, tight: common | 1 << place });
            }
        }
    }
    kept
}

/// Sum of products.
pub fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
