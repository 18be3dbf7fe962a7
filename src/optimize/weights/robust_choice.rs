//! Robust choice: which plans are best somewhere in a set of weights, and what is in all of them (method 4.4).

use std::collections::BTreeMap;

use super::certificate::{Solved, certify};
use super::weight_set::WeightSet;
use crate::optimize::measures::measure::Measure;
use crate::optimize::outcome::ChooseError;
use crate::optimize::problem::{Ask, Problem};
use crate::optimize::settle::settled;
use crate::quantity::real::real;

/// One side of a plan with the size that counts as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub measure: Measure,
    /// Amount of the measure that is worth as much as one scale of any other criterion at equal weights.
    pub scale: f64,
}

/// A plan with what it reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownPlan {
    pub chosen: Vec<bool>,
    /// By criterion, in its scale.
    pub criteria: Vec<f64>,
    /// How many samples it wins; none of them when it is best at a corner only.
    pub wins: usize,
}

/// The best plan at a corner of the weights.
#[derive(Clone, Debug)]
pub struct CornerPlan {
    pub weights: Vec<f64>,
    /// Place in the known plans.
    pub plan: usize,
    /// Value of the plan, and a bound on that of all others.
    pub value: f64,
    pub bound: f64,
}

/// The best plans over a set of weights.
#[derive(Clone, Debug)]
pub struct RobustPlans {
    /// The most wins first, ties in the order found.
    pub plans: Vec<KnownPlan>,
    pub corners: Vec<CornerPlan>,
    pub samples: usize,
    /// How often the solver was asked.
    pub solves: usize,
    /// Largest share by which another plan might be better at a sample.
    pub gap: f64,
}

impl RobustPlans {
    /// Share of the samples whose best plan has one of these places.
    pub fn acceptability(&self, places: &[usize]) -> f64 {
        let wins: usize = self.plans.iter().filter(|plan| has(plan, places)).map(|plan| plan.wins).sum();
        wins as f64 / self.samples.max(1) as f64
    }

    /// Share of the distinct best plans, those of samples and of corners alike, that have one of these places: 1 for the
    /// core and 0 for the exterior.
    pub fn core_index(&self, places: &[usize]) -> f64 {
        let with = self.plans.iter().filter(|plan| has(plan, places)).count();
        with as f64 / self.plans.len().max(1) as f64
    }
}

/// Whether a plan has one of the places.
pub fn has(plan: &KnownPlan, places: &[usize]) -> bool {
    places.iter().any(|place| plan.chosen[*place])
}

/// The measures with their scales: the largest size each takes among the plans that are best in one of them.
///
/// So NPV counts as a share of the best NPV, points as a share of the most points, and exit cost as a share of the
/// largest that one of these plans has. A measure that is 0 in all of them has scale 1. None when no plan exists.
pub fn criteria(
    problem: &mut Problem,
    ask: &Ask,
    measures: &[Measure],
) -> Result<Option<Vec<Criterion>>, ChooseError> {
    let mut scales = vec![0.0_f64; measures.len()];
    for measure in measures {
        let alone = Ask { aim: vec![(measure.clone(), 1.0)], start: None, ..ask.clone() };
        let found = problem.best(&alone)?;
        let found = settled(problem, &alone, found)?;
        let Some(chosen) = found.chosen else { return Ok(None) };
        for (scale, measure) in scales.iter_mut().zip(measures) {
            *scale = scale.max(problem.measured(measure, &chosen).abs());
        }
    }
    let scale = |scale: f64| if scale > 0.0 { scale } else { 1.0 };
    let criterion =
        |(measure, size): (&Measure, f64)| Criterion { measure: measure.clone(), scale: scale(size) };
    Ok(Some(measures.iter().zip(scales).map(criterion).collect()))
}

/// What a plan reaches on each criterion, in its scale; NPV less the price of what the plan breaks.
pub fn reached(problem: &Problem, ask: &Ask, criteria: &[Criterion], chosen: &[bool]) -> Vec<f64> {
    let of = |criterion: &Criterion| match criterion.measure {
        Measure::Npv => real(problem.net_worth(&ask.rules, &ask.floors, chosen)) / criterion.scale,
        ref other => problem.measured(other, chosen) / criterion.scale,
    };
    criteria.iter().map(of).collect()
}

/// The ask with weights on the criteria as its aim.
pub fn weighted(ask: &Ask, criteria: &[Criterion], weights: &[f64]) -> Ask {
    let part =
        |(criterion, weight): (&Criterion, &f64)| (criterion.measure.clone(), weight / criterion.scale);
    let aim = criteria.iter().zip(weights).filter(|(_, weight)| **weight > 0.0).map(part).collect();
    Ask { aim, start: None, ..ask.clone() }
}

/// The best plan at every sample and corner of the weights, each within `gap` of what can be proven.
///
/// None when no plan keeps all rules, or a limit comes before any plan. Stopped in the middle, the best plans at the corners
/// that were answered and no sample: samples that are certified first are no fair draw, so nothing is counted over them.
pub fn robust_plans(
    problem: &mut Problem,
    ask: &Ask,
    criteria: &[Criterion],
    set: &WeightSet,
    samples: &[Vec<f64>],
    gap: f64,
) -> Result<Option<RobustPlans>, ChooseError> {
    let mut known: BTreeMap<Vec<u64>, (Vec<bool>, Vec<f64>, f64)> = BTreeMap::new();
    let mut failure = None;
    let mut solve = |weights: &[f64], start: Option<&Vec<bool>>| {
        let key: Vec<u64> = weights.iter().map(|weight| weight.to_bits()).collect();
        if let Some((plan, criteria, bound)) = known.get(&key).cloned() {
            return Some(Solved { plan, criteria, bound });
        }
        ask.limits.watch.step(known.len() + 1, None);
        let asked = Ask { start: start.cloned(), ..weighted(ask, criteria, weights) };
        let found = match problem.best(&asked) {
            Ok(found) => found,
            Err(error) => {
                failure = Some(error);
                return None;
            }
        };
        let plan = found.chosen?;
        let criteria = reached(problem, ask, criteria, &plan);
        known.insert(key, (plan.clone(), criteria.clone(), found.bound));
        Some(Solved { plan, criteria, bound: found.bound })
    };
    let mut corners = Vec::new();
    for weights in set.corners() {
        let Some(solved) = solve(weights, None) else { break };
        corners.push((weights.clone(), solved));
    }
    let most = samples.len() + set.corners().len();
    let square = (set.corners().len() == criteria.len()).then_some(set.corners());
    let has_corners = corners.len() == set.corners().len();
    let certificate = if has_corners { certify(samples, square, gap, most, solve) } else { None };
    let (found, certified) = match (certificate, failure) {
        (Some(certificate), _) => (certificate.plans, certificate.samples),
        (None, Some(ChooseError::Stopped)) if !corners.is_empty() => Default::default(),
        (None, failure) => return failure.map_or(Ok(None), Err),
    };
    let solves = known.len();
    let plans = found.into_iter().map(|(chosen, criteria)| KnownPlan { chosen, criteria, wins: 0 });
    let mut plans: Vec<KnownPlan> = plans.collect();
    certified.iter().for_each(|sample| plans[sample.plan].wins += 1);
    for (_, solved) in &corners {
        if plans.iter().all(|plan| plan.chosen != solved.plan) {
            let (chosen, criteria) = (solved.plan.clone(), solved.criteria.clone());
            plans.push(KnownPlan { chosen, criteria, wins: 0 });
        }
    }
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.wins));
    // Another corner's plan may be better here than the one found here, where a limit stopped the solver.
    let corners = corners
        .into_iter()
        .map(|(weights, solved)| {
            let value = |plan: &KnownPlan| dot(&weights, &plan.criteria);
            let best = (0..plans.len())
                .reduce(|best, next| if value(&plans[best]) < value(&plans[next]) { next } else { best });
            let plan = best.unwrap_or_default();
            CornerPlan { plan, value: value(&plans[plan]), bound: solved.bound, weights }
        })
        .collect();
    let gap = certified.iter().map(|sample| sample.gap()).fold(0.0, f64::max);
    Ok(Some(RobustPlans { plans, corners, samples: certified.len(), solves, gap }))
}

/// Sum of weight x criterion.
pub fn dot(weights: &[f64], criteria: &[f64]) -> f64 {
    weights.iter().zip(criteria).map(|(weight, criterion)| weight * criterion).sum()
}
