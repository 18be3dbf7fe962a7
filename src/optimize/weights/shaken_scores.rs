//! Scores that are only known to a share: how often each known plan is best when every score moves within it.

use super::draw::Draws;
use super::robust_choice::{Criterion, KnownPlan, dot, reached};
use crate::optimize::problem::{Ask, Problem};

/// Draws are numbered from here, so that weights and scores share none.
const FIRST_DRAW: u64 = 1 << 40;

/// Wins of every known plan over the samples of weights, when the stand-alone score of every candidate on every criterion
/// moves evenly within +- `share` of its size, each by itself.
///
/// Only the known plans compete: a plan that no weights made best may win too and is not seen.
pub fn wins_when_shaken(
    problem: &Problem,
    ask: &Ask,
    criteria: &[Criterion],
    plans: &[KnownPlan],
    samples: &[Vec<f64>],
    share: f64,
    draws: &Draws,
) -> Vec<usize> {
    let n = problem.all.len();
    let sizes: Vec<Vec<f64>> = (0..n)
        .map(|place| {
            let mut alone = vec![false; problem.n_places()];
            alone[place] = true;
            problem.complete(&mut alone);
            reached(problem, &Ask { rules: Vec::new(), floors: Vec::new(), ..ask.clone() }, criteria, &alone)
        })
        .collect();
    let mut wins = vec![0; plans.len()];
    for (number, weights) in samples.iter().enumerate() {
        let first = FIRST_DRAW + number as u64 * (n * criteria.len()) as u64;
        let moved = |place: usize| -> f64 {
            let move_of = |(criterion, weight): (usize, &f64)| {
                let draw = draws.unit(first + (place * criteria.len() + criterion) as u64);
                weight * share * (2.0 * draw - 1.0) * sizes[place][criterion].abs()
            };
            weights.iter().enumerate().map(move_of).sum()
        };
        let moves: Vec<f64> = (0..n).map(moved).collect();
        let value = |plan: &KnownPlan| {
            let chosen = (0..n).filter(|place| plan.chosen[*place]);
            dot(weights, &plan.criteria) + chosen.map(|place| moves[place]).sum::<f64>()
        };
        let best = plans.iter().map(value).enumerate();
        let best = best.reduce(|best, next| if best.1 < next.1 { next } else { best });
        if let Some((best, _)) = best {
            wins[best] += 1;
        }
    }
    wins
}
