//! A good plan before the tree: searches among the undecided columns, wider each time, and walks in between.

use super::climb::{Walk, climb};
use super::deadline::Deadline;
use super::large::Outlook;
use super::narrow::{Width, narrowed};
use super::problem::{Accepts, Problem};
use super::terrain::Terrain;
use super::tree::cutoff_of;

/// Nodes of each search among the undecided columns.
const NODES: u64 = 600;

/// Columns left open besides those the relaxation leaves between.
const BESIDES: usize = 15;

/// Whole columns left open at most.
const OPEN_MAX: usize = 400;

/// Whole columns above which a walk takes longer than it brings.
const WALKED_MAX: usize = 300;

/// What a plan is good enough for, and what may be used to find it.
#[derive(Clone, Copy, Debug)]
pub struct Aim<'a> {
    pub gap: f64,
    pub seed: u64,
    pub deadline: &'a Deadline,
}

/// A best point so far, with its worth.
pub type Known = Option<(f64, Vec<f64>)>;

/// Improves on a plan until it is near enough to the bound or nothing helps any more. `plain` is the problem without its
/// cuts, on which a walk is easier.
pub fn improve(
    problem: &Problem,
    plain: &Problem,
    outlook: &Outlook,
    mut best: Known,
    accepts: &Accepts,
    aim: &Aim,
) -> Known {
    let Aim { gap, seed, deadline } = *aim;
    let wholes = problem.is_whole.iter().filter(|is_whole| **is_whole).count();
    let is_between = |place: &usize| {
        problem.is_whole[*place] && (outlook.point[*place] - outlook.point[*place].round()).abs() > 1e-6
    };
    let between = (0..problem.width()).filter(is_between).count();
    let mut open = (between + BESIDES).max(40);
    let mut round = 0;
    while open <= OPEN_MAX && open * 4 <= wholes.max(160) * 3 {
        if is_near(outlook, &best, gap) || deadline.is_over() {
            break;
        }
        let width = Width { open, nodes: NODES, gap: gap * 0.2 };
        best =
            narrowed(problem, &outlook.own, &outlook.point, best.as_ref(), accepts, width, deadline).or(best);
        round += 1;
        if round == 2 && wholes <= WALKED_MAX && !is_near(outlook, &best, gap) {
            best = walked(plain, outlook, best, accepts, seed, deadline);
        }
        open = open * 7 / 5;
    }
    best
}

/// Whether nothing better by more than the gap is possible.
pub fn is_near(outlook: &Outlook, best: &Known, gap: f64) -> bool {
    best.as_ref().is_some_and(|(worth, _)| outlook.bound <= cutoff_of(*worth, gap))
}

/// A walk from the best point, or from the relaxed one rounded.
fn walked(
    problem: &Problem,
    outlook: &Outlook,
    best: Known,
    accepts: &Accepts,
    seed: u64,
    deadline: &Deadline,
) -> Known {
    let Some(mut terrain) = Terrain::of(problem) else { return best };
    let from = best.as_ref().map_or(&outlook.point, |(_, point)| point);
    for place in terrain.choices.clone() {
        terrain.is_in[place] = from[place] > 0.5;
    }
    terrain.reset();
    let found = climb(&mut terrain, &Walk { steps: 1_000, patience: 200, seed }, deadline);
    let accepted = found.and_then(|(_, point)| accepts(problem, &point));
    let found = accepted.map(|point| (problem.worth_of(&point), point));
    match (&best, &found) {
        (Some((known, _)), Some((worth, _))) if worth <= known => best,
        (_, Some(_)) => found,
        _ => best,
    }
}
