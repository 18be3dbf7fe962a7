//! A good plan early: the columns whose price says they are decided are held, and the few others searched in full.

use super::deadline::Deadline;
use super::presolve::presolved;
use super::problem::{Accepts, Problem};
use super::tableau::Tableau;
use super::tree::{Stop, Tree};

/// What a narrowed search may use.
#[derive(Clone, Copy, Debug)]
pub struct Width {
    /// Whole columns left open.
    pub open: usize,
    pub nodes: u64,
    pub gap: f64,
}

/// The best point found with all whole columns held but those whose reduced worth is least, or whose relaxed amount
/// and best known amount differ; in columns of the problem, with its worth.
pub fn narrowed(
    problem: &Problem,
    own: &[f64],
    point: &[f64],
    best: Option<&(f64, Vec<f64>)>,
    accepts: &Accepts,
    width: Width,
    deadline: &Deadline,
) -> Option<(f64, Vec<f64>)> {
    let held = held(problem, own, point, best, width.open);
    let smaller = presolved(&held)?;
    let known = best.map(|(worth, point)| {
        let whole = problem.restored(point);
        (*worth, smaller.reduced(&whole))
    });
    let before = known.as_ref().map_or(f64::NEG_INFINITY, |(worth, _)| *worth);
    let mut tree = Tree::of(&smaller, Tableau::of(&smaller), accepts, known);
    tree.grow(&Stop { deadline, gap: width.gap, nodes: width.nodes, work: u64::MAX, tells: None });
    let (worth, found) = tree.best?;
    (worth > before).then(|| (worth, problem.reduced(&smaller.restored(&found))))
}

/// The problem with all whole columns held where the relaxation rounds to, but so many of the least decided.
pub fn held(
    problem: &Problem,
    own: &[f64],
    point: &[f64],
    best: Option<&(f64, Vec<f64>)>,
    open: usize,
) -> Problem {
    let mut order: Vec<(f64, usize)> = (0..problem.width())
        .filter(|place| problem.is_whole[*place])
        .map(|place| {
            let is_between = (point[place] - point[place].round()).abs() > 1e-6;
            let differs = best.is_some_and(|(_, known)| (known[place] - point[place]).abs() > 0.5);
            (
                if is_between {
                    -1.0
                } else if differs {
                    0.0
                } else {
                    own[place].abs()
                },
                place,
            )
        })
        .collect();
    order.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut held = problem.clone();
    for (_, place) in order.into_iter().skip(open) {
        held.low[place] = point[place].round();
        held.high[place] = held.low[place];
    }
    held
}
