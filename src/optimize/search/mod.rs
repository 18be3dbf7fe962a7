//! The search around the solver: a program with structure is made small and proven here, any other goes to HiGHS.
//!
//! ```text
//! program -> problem -> presolve -> relaxation (dual simplex) -> tree (branch and bound) -> answer
//! ```

pub mod problem;
pub mod deadline;
pub mod tableau;
pub mod safe;
pub mod simplex;
pub mod propagate;
pub mod presolve;
pub mod node;
pub mod branching;
pub mod tree;

use super::highs::{self, Answer, Ending, Limits};
use super::program::Program;
use deadline::Deadline;
use presolve::presolved;
use problem::{Problem, TOLERANCE};
use tableau::Tableau;
use tree::{Stop, Tree};

/// Entries of a table above which the relaxations are left to HiGHS.
const TABLE_MAX: usize = 4_000_000;

/// Solves a program; `start` may be a feasible point to begin from. The same contract as [`highs::solve`].
pub fn solve(program: &Program, limits: &Limits, start: Option<&[f64]>) -> Answer {
    let deadline = Deadline::after(limits.seconds);
    let Some(problem) = Problem::of(program) else { return highs::solve(program, limits, start) };
    let Some(smaller) = presolved(&problem) else { return infeasible() };
    if smaller.width() * smaller.lines.len() > TABLE_MAX {
        return highs::solve(program, limits, start);
    }
    let accepts = |point: &[f64]| accepted(program, &smaller, point);
    let best = start
        .map(|point| smaller.reduced(point))
        .filter(|point| is_within(&smaller, point))
        .and_then(|point| accepts(&point))
        .map(|point| (smaller.worth_of(&point), point));
    let mut tree = Tree::of(&smaller, Tableau::of(&smaller), &accepts, best);
    let grown = tree.grow(&Stop { deadline, gap: limits.relative_gap, nodes: u64::MAX });
    if std::env::var("CX_TRACE").is_ok() {
        eprintln!(
            "width {} lines {} nodes {} pivots {} bound {}",
            smaller.width(),
            smaller.lines.len(),
            tree.nodes,
            tree.tableau.pivots,
            grown.bound * smaller.unit
        );
    }
    let ending = match (&tree.best, grown.is_done) {
        (None, true) if grown.bound == f64::NEG_INFINITY => return infeasible(),
        (Some(_), true) => Ending::Solved,
        _ => Ending::Limit,
    };
    let columns = tree.best.as_ref().map(|(_, point)| smaller.restored(point));
    Answer { ending, columns, bound: grown.bound * smaller.unit, nodes: tree.nodes }
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
