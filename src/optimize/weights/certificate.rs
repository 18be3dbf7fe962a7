//! The best plan at thousands of weights, each certified within a gap, from a few solves only.

use super::weight_bound::WeightBound;

/// What the solver says at one vector of weights.
#[derive(Clone, Debug)]
pub struct Solved<P> {
    pub plan: P,
    /// What the plan reaches on each criterion: its worth at weights w is the sum of weight x criterion, at any w.
    pub criteria: Vec<f64>,
    /// No plan is worth more at these weights.
    pub bound: f64,
}

/// What is known of one sample of weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Certified {
    /// Place of its best known plan in the plans of the certificate.
    pub plan: usize,
    /// Worth of that plan at these weights.
    pub worth: f64,
    /// No plan is worth more at these weights.
    pub bound: f64,
}

impl Certified {
    /// (bound - worth) / |worth|, never below 0: what another plan might add at most, as a share.
    pub fn gap(&self) -> f64 {
        let over = self.bound - self.worth;
        if over <= 0.0 { 0.0 } else { over / self.worth.abs() }
    }
}

/// The plans found and, for every sample, the best of them with a bound on all others.
#[derive(Clone, Debug)]
pub struct Certificate<P> {
    /// Distinct plans in the order found, each with its criteria.
    pub plans: Vec<(P, Vec<f64>)>,
    /// One for each sample, in the order given.
    pub samples: Vec<Certified>,
    /// How often the solver was asked.
    pub solves: usize,
}

/// Certifies every sample of weights within `gap`, asking the solver as seldom as possible.
///
/// The greatest worth v(w) = max over plans of w x criteria is convex and homogeneous in w, so the solved weights bound
/// it at any weights they mix to, and every plan found bounds it from below everywhere. First the corners are solved,
/// then always the sample with the greatest gap, until none is above `gap` or `most_solves` are spent.
///
/// `corners`: as many independent weight vectors as criteria, whose cone holds every sample (for a complete ranking the
/// corners of its set); without them, or when they do not hold every sample, the smallest upright simplex around the
/// samples is used. Weights are at least zero and sum above zero; they need not sum to one. Worths near zero have
/// no meaningful gap: such a sample counts as certified only when bound and worth meet.
/// `solve` gets weights and, if any, the best plan known there, and gives none when there is no plan at all or the
/// solver failed; then there is no certificate either.
pub fn certify<P: PartialEq>(
    samples: &[Vec<f64>],
    corners: Option<&[Vec<f64>]>,
    gap: f64,
    most_solves: usize,
    mut solve: impl FnMut(&[f64], Option<&P>) -> Option<Solved<P>>,
) -> Option<Certificate<P>> {
    let mut certificate = Certificate { plans: Vec::new(), samples: Vec::new(), solves: 0 };
    if samples.is_empty() {
        return Some(certificate);
    }
    let nothing = Certified { plan: 0, worth: f64::NEG_INFINITY, bound: f64::INFINITY };
    certificate.samples = vec![nothing; samples.len()];
    let mut columns = Vec::new();
    for corner in starting_corners(samples, corners) {
        columns.push(solved_at(&mut certificate, samples, &corner, &mut solve)?);
    }
    let mut bounds = WeightBound::of(columns, samples);
    let mut is_asked = vec![false; samples.len()];
    let mut is_open = vec![true; samples.len()];
    while certificate.solves < most_solves {
        bounds.bound(samples, |sample, bound| {
            let known = &mut certificate.samples[sample].bound;
            *known = known.min(bound);
        });
        for (sample, certified) in certificate.samples.iter().enumerate() {
            is_open[sample] &= gap.max(ROUNDING) < certified.gap();
        }
        bounds.keep(|sample| is_open[sample]);
        let worst = (0..samples.len()).filter(|sample| is_open[*sample] && !is_asked[*sample]).max_by(
            |one, other| {
                let gap = |sample: usize| certificate.samples[sample].gap();
                gap(*one).total_cmp(&gap(*other)).then(other.cmp(one))
            },
        );
        let Some(worst) = worst else { break };
        is_asked[worst] = true;
        let column = solved_at(&mut certificate, samples, &samples[worst], &mut solve)?;
        let known = &mut certificate.samples[worst].bound;
        *known = known.min(column.1);
        bounds.add(column, samples);
    }
    bounds.bound(samples, |sample, bound| {
        let known = &mut certificate.samples[sample].bound;
        *known = known.min(bound);
    });
    Some(certificate)
}

/// Gaps below this are rounding.
const ROUNDING: f64 = 1e-9;

/// Solves at some weights, adds the plan to the pool and lifts the samples where it is the best known.
fn solved_at<P: PartialEq>(
    certificate: &mut Certificate<P>,
    samples: &[Vec<f64>],
    weights: &[f64],
    solve: &mut impl FnMut(&[f64], Option<&P>) -> Option<Solved<P>>,
) -> Option<(Vec<f64>, f64)> {
    let start = certificate.plans.iter().map(|(plan, criteria)| (plan, dot(weights, criteria)));
    let start = start.reduce(|best, next| if best.1 < next.1 { next } else { best }).map(|(plan, _)| plan);
    let solved = solve(weights, start)?;
    certificate.solves += 1;
    if certificate.plans.iter().all(|(plan, _)| *plan != solved.plan) {
        let plan = certificate.plans.len();
        for (sample, known) in samples.iter().zip(&mut certificate.samples) {
            let worth = dot(sample, &solved.criteria);
            if known.worth < worth {
                (known.plan, known.worth) = (plan, worth);
            }
        }
        certificate.plans.push((solved.plan, solved.criteria));
    }
    Some((weights.to_vec(), solved.bound))
}

/// The given corners if they hold every sample, else those of the smallest upright simplex that does.
fn starting_corners(samples: &[Vec<f64>], given: Option<&[Vec<f64>]>) -> Vec<Vec<f64>> {
    if let Some(given) = given.filter(|given| WeightBound::holds(given, samples)) {
        return given.to_vec();
    }
    let criteria = samples[0].len();
    let mut lows = vec![f64::INFINITY; criteria];
    for sample in samples {
        let sum: f64 = sample.iter().sum();
        lows.iter_mut().zip(sample).for_each(|(low, weight)| *low = low.min(weight / sum));
    }
    // A simplex of no width has no corners apart, so the lows give way a little.
    let width = (1.0 - lows.iter().sum::<f64>()).max(LEAST_WIDTH);
    let scale = (1.0 - width) / lows.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    lows.iter_mut().for_each(|low| *low *= scale.min(1.0));
    let corner = |place: usize| {
        let mut corner = lows.clone();
        corner[place] += width;
        corner
    };
    (0..criteria).map(corner).collect()
}

/// Narrower simplices are widened to this.
const LEAST_WIDTH: f64 = 1e-6;

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::weights::draw::Draws;

    /// Plans given by their criteria alone.
    fn random_plans(draws: &Draws, plans: u64, criteria: u64) -> Vec<Vec<f64>> {
        let one = |plan: u64| {
            (0..criteria).map(|place| draws.exponential(plan * 16 + place).sqrt() * 100.0).collect()
        };
        (0..plans).map(one).collect()
    }

    fn random_samples(draws: &Draws, samples: u64, criteria: u64, spread: Option<f64>) -> Vec<Vec<f64>> {
        let weight = |number: u64| match spread {
            Some(spread) => 1.0 + spread * (2.0 * draws.unit(number) - 1.0),
            None => draws.exponential(number),
        };
        let one = |sample: u64| (0..criteria).map(|place| weight(1_000_000 + sample * 16 + place)).collect();
        (0..samples).map(one).collect()
    }

    fn best(plans: &[Vec<f64>], weights: &[f64]) -> (usize, f64) {
        let worths = plans.iter().map(|criteria| dot(weights, criteria)).enumerate();
        worths.fold((0, f64::NEG_INFINITY), |best, next| if best.1 < next.1 { next } else { best })
    }

    #[test]
    fn every_sample_is_really_within_the_gap_of_the_best_of_all_plans() {
        for seed in 0..60 {
            let draws = Draws::new(seed);
            let criteria = 1 + seed % 6;
            let plans = random_plans(&draws, 60, criteria);
            let spread = (seed % 2 == 0).then_some(0.3);
            let samples = random_samples(&draws, 200, criteria, spread);
            let gap = [0.0, 0.001, 0.01][(seed % 3) as usize];
            let certificate = certify(&samples, None, gap, usize::MAX, |weights, _| {
                let (plan, worth) = best(&plans, weights);
                Some(Solved { plan, criteria: plans[plan].clone(), bound: worth })
            })
            .expect("plans");
            for (sample, certified) in samples.iter().zip(&certificate.samples) {
                let (_, truth) = best(&plans, sample);
                assert!(certified.worth <= truth * (1.0 + 1e-12));
                assert!(truth <= certified.bound * (1.0 + 1e-9), "{seed}: {truth} {certified:?}");
                assert!(certified.gap() <= gap.max(ROUNDING) * 1.001, "{seed}: {certified:?}");
                let (plan, found) = &certificate.plans[certified.plan];
                assert_eq!(found, &plans[*plan]);
                assert_eq!(dot(sample, found), certified.worth);
            }
            assert!(certificate.solves <= samples.len() + criteria as usize);
        }
    }

    #[test]
    fn a_solver_that_stops_early_still_gives_true_bounds() {
        for seed in 0..30 {
            let draws = Draws::new(seed);
            let plans = random_plans(&draws, 60, 4);
            let samples = random_samples(&draws, 100, 4, None);
            let mut asked = 0;
            let certificate = certify(&samples, None, 0.001, 40, |weights, start| {
                asked += 1;
                // The second best plan, unless the best known one is better, with a bound 1 % too high.
                let (top, worth) = best(&plans, weights);
                let second = (0..plans.len())
                    .filter(|plan| *plan != top)
                    .map(|plan| (plan, dot(weights, &plans[plan])));
                let (mut plan, _) =
                    second.fold((0, 0.0), |best, next| if best.1 < next.1 { next } else { best });
                plan = start.copied().filter(|start| *start == top).unwrap_or(plan);
                Some(Solved { plan, criteria: plans[plan].clone(), bound: worth * 1.01 })
            })
            .expect("plans");
            assert_eq!(certificate.solves, asked);
            assert!(asked <= 40);
            for (sample, certified) in samples.iter().zip(&certificate.samples) {
                let (_, truth) = best(&plans, sample);
                assert!(certified.worth <= truth * (1.0 + 1e-12) && truth <= certified.bound * (1.0 + 1e-9));
            }
        }
    }

    #[test]
    fn few_solves_are_enough_for_close_weights() {
        let draws = Draws::new(3);
        let plans = random_plans(&draws, 500, 5);
        let samples = random_samples(&draws, 5_000, 5, Some(0.1));
        let certificate = certify(&samples, None, 0.01, usize::MAX, |weights, _| {
            let (plan, bound) = best(&plans, weights);
            Some(Solved { plan, criteria: plans[plan].clone(), bound })
        })
        .expect("plans");
        assert!(certificate.solves < 50, "{}", certificate.solves);
    }

    #[test]
    fn corners_of_a_ranking_are_used_when_they_hold_every_sample() {
        let corners = vec![vec![1.0, 0.0], vec![0.5, 0.5]];
        let inside = vec![vec![0.8, 0.2], vec![0.6, 0.4]];
        assert_eq!(starting_corners(&inside, Some(&corners)), corners);
        let outside = vec![vec![0.2, 0.8], vec![0.6, 0.4]];
        let around = starting_corners(&outside, Some(&corners));
        assert!(WeightBound::holds(&around, &outside) && around != corners);
        let one = vec![vec![3.0, 1.0]];
        assert!(WeightBound::holds(&starting_corners(&one, None), &one));
    }

    #[test]
    fn without_samples_or_plans_there_is_nothing_to_certify() {
        let none: Option<Certificate<usize>> = certify(&[], None, 0.0, 9, |_, _| None);
        assert_eq!(none.map(|certificate| certificate.solves), Some(0));
        let none: Option<Certificate<usize>> = certify(&[vec![1.0]], None, 0.0, 9, |_, _| None);
        assert!(none.is_none());
    }
}
