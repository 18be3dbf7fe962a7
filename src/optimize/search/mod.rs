//! The search around the solver: a program with structure is made small and proven here, any other goes to HiGHS.
//!
//! ```text
//! program -> problem -> presolve -> relaxation (dual simplex) -> narrowed search -> tree (branch and bound) -> answer
//! ```

pub mod problem;
pub mod deadline;
pub mod kernel;
pub mod tableau;
pub mod safe;
pub mod simplex;
pub mod propagate;
pub mod presolve;
pub mod node;
pub mod branching;
pub mod tree;
pub mod narrow;
#[cfg(test)]
mod enumeration;

use super::highs::{self, Answer, Ending, Limits};
use super::program::Program;
use deadline::Deadline;
use narrow::{Width, narrowed};
use presolve::presolved;
use problem::{Problem, TOLERANCE};
use simplex::End;
use tableau::Tableau;
use tree::{Stop, Tree, cutoff_of};

/// Entries of a table above which the relaxations are left to HiGHS.
const TABLE_MAX: usize = 4_000_000;

/// Shares of the whole columns left open in the searches for a good plan, one after the other while the gap is open,
/// with the nodes each may use.
const WIDTHS: &[(f64, u64)] = &[(0.10, 300), (0.15, 500), (0.22, 700), (0.30, 800), (0.4, 900), (0.5, 900)];

/// Whole columns below which the tree alone is as quick.
const WORTH_NARROWING: usize = 80;

/// Solves a program; `start` may be a feasible point to begin from. The same contract as [`highs::solve`].
pub fn solve(program: &Program, limits: &Limits, start: Option<&[f64]>) -> Answer {
    let deadline = Deadline::after(limits.seconds);
    let Some(problem) = Problem::of(program) else { return highs::solve(program, limits, start) };
    let Some(smaller) = presolved(&problem) else { return infeasible() };
    if smaller.width() * smaller.lines.len() > TABLE_MAX {
        return highs::solve(program, limits, start);
    }
    let accepts = |problem: &Problem, point: &[f64]| accepted(program, problem, point);
    let mut best: Option<(f64, Vec<f64>)> = start
        .map(|point| smaller.reduced(point))
        .filter(|point| is_within(&smaller, point))
        .and_then(|point| accepts(&smaller, &point))
        .map(|point| (smaller.worth_of(&point), point));
    let mut tableau = Tableau::of(&smaller);
    let mut nodes = 0;
    if smaller.is_whole.iter().filter(|is_whole| **is_whole).count() >= WORTH_NARROWING {
        if tableau.solve(&smaller, f64::NEG_INFINITY, usize::MAX) == End::Empty {
            return infeasible();
        }
        let (bound, own) = tableau.bound_of(&smaller);
        let point = tableau.point();
        let wholes = smaller.is_whole.iter().filter(|is_whole| **is_whole).count();
        for (share, nodes) in WIDTHS {
            let open = ((wholes as f64 * share) as usize).max(40);
            let is_near = best
                .as_ref()
                .is_some_and(|(worth, _)| bound + smaller.settled <= cutoff_of(*worth, limits.relative_gap));
            if is_near || deadline.is_over() {
                break;
            }
            let width = Width { open, nodes: *nodes, gap: limits.relative_gap * 0.2 };
            best = narrowed(&smaller, &own, &point, best.as_ref(), &accepts, width, deadline).or(best);
        }
        nodes += 1;
    }
    let check = |point: &[f64]| accepts(&smaller, point);
    let mut tree = Tree::of(&smaller, tableau, &check, best);
    let grown = tree.grow(&Stop { deadline, gap: limits.relative_gap, nodes: u64::MAX });
    let ending = match (&tree.best, grown.is_done) {
        (None, true) if grown.bound == f64::NEG_INFINITY => return infeasible(),
        (Some(_), true) => Ending::Solved,
        _ => Ending::Limit,
    };
    let columns = tree.best.as_ref().map(|(_, point)| smaller.restored(point));
    Answer { ending, columns, bound: grown.bound * smaller.unit, nodes: nodes + tree.nodes }
}

fn infeasible() -> Answer {
    Answer { ending: Ending::Infeasible, columns: None, bound: f64::INFINITY, nodes: 0 }
}

fn is_within(problem: &Problem, point: &[f64]) -> bool {
    (0..problem.width())
        .all(|place| problem.low[place] <= point[place] && point[place] <= problem.high[place])
}

/// The point, if the program itself accepts it.
fn accepted(program: &Program, problem: &Problem, point: &[f64]) -> Option<Vec<f64>> {
    let whole = problem.restored(point);
    let is_kept = program.rows.iter().all(|row| {
        let sum: f64 = row.terms.iter().map(|(place, amount)| amount * whole[*place]).sum();
        let size = row.terms.iter().fold(0.0_f64, |most, (_, amount)| most.max(amount.abs()));
        row.low - sum <= TOLERANCE * size && sum - row.high <= TOLERANCE * size
    });
    is_kept.then(|| point.to_vec())
}
