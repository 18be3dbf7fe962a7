//! The relaxation of the whole problem, made tighter by cuts round after round.

use super::cuts::cuts;
use super::deadline::Deadline;
use super::problem::Problem;
use super::simplex::End;
use super::tableau::{Place, Tableau};

/// Rounds of cuts.
const ROUNDS_MAX: usize = 30;

/// Rounds that may bring next to nothing before it is enough.
const IN_VAIN_MAX: usize = 3;

/// Adds cuts while they lower the bound; the tableau ends solved. False if no point keeps the lines.
///
/// A round counts as in vain when it brings less than a fiftieth of what all rounds brought before it.
pub fn strengthen(problem: &mut Problem, tableau: &mut Tableau, cutoff: f64, deadline: &Deadline) -> bool {
    let known = problem.lines.len();
    if tableau.solve(problem, f64::NEG_INFINITY, usize::MAX) == End::Empty {
        return false;
    }
    let first = tableau.bound_of(problem).0;
    let mut bound = first;
    let mut in_vain = 0;
    for _ in 0..ROUNDS_MAX {
        if bound <= cutoff || deadline.is_over() {
            break;
        }
        let found = cuts(problem, tableau, known);
        if found.is_empty() {
            break;
        }
        problem.lines.extend(found);
        tableau.grow(problem);
        if tableau.solve(problem, f64::NEG_INFINITY, usize::MAX) == End::Empty {
            return false;
        }
        let after = tableau.bound_of(problem).0;
        in_vain = if bound - after < 0.02 * (first - after) { in_vain + 1 } else { 0 };
        bound = bound.min(after);
        forget_loose(problem, tableau, known);
        if in_vain >= IN_VAIN_MAX {
            break;
        }
    }
    true
}

/// Drops the cuts that do not hold the point.
fn forget_loose(problem: &mut Problem, tableau: &mut Tableau, known: usize) {
    let width = tableau.width;
    let keeps = |number: usize| number < known || matches!(tableau.place[width + number], Place::Free(_));
    let kept: Vec<usize> = (0..problem.lines.len()).filter(|number| keeps(*number)).collect();
    if kept.len() == problem.lines.len() {
        return;
    }
    for row in (0..tableau.depth()).rev() {
        let variable = tableau.basic[row] as usize;
        if variable >= width + known {
            tableau.release(row);
        }
    }
    let mut name_after = vec![u32::MAX; tableau.place.len()];
    (0..width).for_each(|variable| name_after[variable] = variable as u32);
    for (after, before) in kept.iter().enumerate() {
        name_after[width + before] = (width + after) as u32;
    }
    tableau.rename(&name_after);
    let mut lines = std::mem::take(&mut problem.lines);
    problem.lines = kept.iter().map(|number| std::mem::replace(&mut lines[*number], empty())).collect();
}

fn empty() -> super::problem::Line {
    super::problem::Line { places: Vec::new(), amounts: Vec::new(), low: 0.0, high: 0.0 }
}
