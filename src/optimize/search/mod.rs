//! The search around the solver: a program of yes-or-no columns is made small and proven here; what it leaves open, and
//! every other program, is for HiGHS.
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
pub mod terrain;
pub mod climb;
pub mod early;
pub mod large;
pub mod cuts;
pub mod root;
#[cfg(test)]
mod enumeration;

use super::highs::{self, Answer, Ending, Limits};
use super::highs_caller::{Eye, Glimpse};
use super::program::Program;
use deadline::Deadline;
use early::{Aim, Known, improve, is_near};
use large::{Outlook, completed, improve_by_highs, outlook, program_of};
use presolve::presolved;
use problem::{Problem, TOLERANCE};
use root::strengthen;
use simplex::End;
use tableau::Tableau;
use tree::{Stop, Tree};

/// Entries of a table above which the relaxations are left to HiGHS.
const TABLE_MAX: usize = 4_000_000;

/// The same for programs with continuous columns, whose many weak rows a dense table carries less well.
const MIXED_TABLE_MAX: usize = 1_000_000;

/// Entries changed by pivots after which a program with continuous columns is given to HiGHS: about a second.
const MIXED_WORK_MAX: u64 = 2_000_000_000;

/// Entries changed by pivots in the first tree over a problem with continuous columns, before there are cuts: less than a
/// tenth of a second.
const GLANCE_WORK_MAX: u64 = 100_000_000;

/// A bound this near, as a share of the plan's worth, is as near as the solver's own tolerances let it come.
const PRECISION: f64 = 1e-8;

/// Whole columns below which the tree alone is as quick as looking for a good plan first.
const WORTH_IMPROVING: usize = 80;

/// Solves a program; `start` may be a feasible point to begin from. The same contract as [`highs::solve`].
///
/// Programs with unbounded columns, and what stays open of those too large for a dense table or a tree in memory, go to
/// HiGHS.
pub fn solve(program: &Program, limits: &Limits, start: Option<&[f64]>) -> Answer {
    attempt(program, limits, start, None).unwrap_or_else(Open::by_highs)
}

/// The same without HiGHS, as far as that leads, while somebody may look on.
pub fn attempt<'a>(
    program: &'a Program,
    limits: &'a Limits,
    start: Option<&'a [f64]>,
    eye: Option<&'a Eye<'a>>,
) -> Result<Answer, Open<'a>> {
    let is_whole = program.is_whole();
    let work = if is_whole { u64::MAX } else { MIXED_WORK_MAX };
    let search = Search { program, limits, eye, deadline: Deadline::of(limits), work };
    let untouched = Open { search: search.clone(), start, rest: None };
    let Some(problem) = Problem::of(program) else { return Err(untouched) };
    let Some(smaller) = presolved(&problem) else { return Ok(infeasible()) };
    let best = start
        .map(|point| smaller.reduced(point))
        .filter(|point| is_within(&smaller, point))
        .and_then(|point| accepted(program, &smaller, &point))
        .map(|point| (smaller.worth_of(&point), point));
    let size = smaller.width() * smaller.lines.len();
    let told = match (is_whole, size) {
        (_, ..=MIXED_TABLE_MAX) | (true, ..=TABLE_MAX) => search.small(smaller, best),
        (true, _) => search.large(smaller, best),
        (false, _) => return Err(untouched),
    };
    told.map_err(|rest| Open { search, start, rest })
}

/// A program that is still open.
pub struct Open<'a> {
    search: Search<'a>,
    start: Option<&'a [f64]>,
    rest: Option<Box<Rest>>,
}

/// What a tree saw of a problem.
struct Looked {
    best: Known,
    bound: f64,
    nodes: u64,
    /// Whether everything was looked at or shown not to matter.
    is_done: bool,
}

/// What is known of it.
struct Rest {
    problem: Problem,
    best: Known,
    bound: f64,
    nodes: u64,
}

impl Open<'_> {
    /// What is open, by HiGHS, with the best plan so far to begin from.
    pub fn by_highs(self) -> Answer {
        let search = self.search;
        let limits = Limits { seconds: search.deadline.left(), ..search.limits.clone() };
        let Some(rest) = self.rest else {
            return highs::solve_seen(search.program, &limits, self.start, search.eye);
        };
        let Rest { problem, mut best, bound, nodes } = *rest;
        let accepts = |problem: &Problem, point: &[f64]| search.accepted(problem, point);
        let start = best.as_ref().map(|(_, point)| point.as_slice());
        let eye = |glimpse: &Glimpse| {
            search.tell(&problem, bound.min(glimpse.bound + problem.settled), nodes + glimpse.nodes);
            if let Some(columns) = glimpse.columns {
                let mut point = columns.to_vec();
                problem.tidy(&mut point);
                search.accepted(&problem, &point);
            }
        };
        let eye: Option<&Eye> = if search.eye.is_some() { Some(&eye) } else { None };
        let told = highs::solve_seen(&program_of(&problem), &limits, start, eye);
        let tidied = told.columns.map(|mut point| {
            problem.tidy(&mut point);
            point
        });
        let found = tidied
            .and_then(|point| completed(&problem, &point, &accepts))
            .map(|point| (problem.worth_of(&point), point));
        if found.as_ref().is_some_and(|(worth, _)| best.as_ref().is_none_or(|(known, _)| worth > known)) {
            best = found;
        }
        if told.ending == Ending::Infeasible && best.is_none() {
            return infeasible();
        }
        search.answer(&problem, &best, bound.min(told.bound + problem.settled), nodes + told.nodes)
    }
}

#[derive(Clone)]
struct Search<'a> {
    program: &'a Program,
    limits: &'a Limits,
    eye: Option<&'a Eye<'a>>,
    deadline: Deadline,
    /// Entries that pivots may change.
    work: u64,
}

impl Search<'_> {
    /// Everything here: relaxation with cuts, a good plan, the tree.
    ///
    /// A problem with continuous columns is first given a small tree without cuts: they are dense there, and weigh on every
    /// branch more than they save in a tree that is small anyway.
    fn small(&self, mut problem: Problem, mut best: Known) -> Result<Answer, Option<Box<Rest>>> {
        let plain = problem.clone();
        let is_pure = problem.is_whole.iter().all(|is_whole| *is_whole);
        let (mut nodes, mut known) = (0, f64::INFINITY);
        let mut tableau = Tableau::of(&problem);
        if !is_pure {
            if tableau.solve(&problem, f64::NEG_INFINITY, usize::MAX) == End::Empty {
                return Ok(infeasible());
            }
            let glance = self.grown(&problem, tableau.clone(), best, self.work.min(GLANCE_WORK_MAX));
            if glance.is_done || self.deadline.is_over() {
                return self.answer_or_rest(&problem, glance, plain);
            }
            (best, nodes, known) = (glance.best, glance.nodes, glance.bound);
        }
        let gap = self.limits.relative_gap;
        let cutoff = best
            .as_ref()
            .map_or(f64::NEG_INFINITY, |(worth, _)| tree::cutoff_of(*worth, gap) - problem.settled);
        if !strengthen(&mut problem, &mut tableau, cutoff, &self.deadline) {
            // A plan is there: a cut lost its way in its numbers.
            return match best {
                None => Ok(infeasible()),
                known_plan => {
                    Err(Some(Box::new(Rest { problem: plain, best: known_plan, bound: known, nodes })))
                }
            };
        }
        let (bound, own) = tableau.bound_of(&problem);
        let outlook = Outlook { bound: known.min(bound + problem.settled), own, point: tableau.point() };
        let accepts = |problem: &Problem, point: &[f64]| self.accepted(problem, point);
        self.tell(&problem, outlook.bound, nodes + 1);
        // Plans of programs with continuous columns are found by the tree as quickly.
        if is_pure && problem.width() >= WORTH_IMPROVING {
            best = improve(&problem, &plain, &outlook, best, &accepts, &self.aim());
        }
        if is_near(&outlook, &best, gap) {
            return Ok(self.answer(&problem, &best, outlook.bound, nodes + 1));
        }
        let mut grown = self.grown(&problem, tableau, best, self.work);
        grown.bound = grown.bound.min(outlook.bound);
        grown.nodes += nodes;
        self.answer_or_rest(&problem, grown, plain)
    }

    /// A tree over a problem whose relaxation is solved, until pivots changed so many entries.
    fn grown(&self, problem: &Problem, tableau: Tableau, best: Known, work: u64) -> Looked {
        let accepts = |problem: &Problem, point: &[f64]| self.accepted(problem, point);
        let above = tableau.bound_of(problem).0 + problem.settled;
        let mut tree = Tree::of(problem, tableau, &accepts, best);
        tree.looks_around = problem.is_whole.iter().all(|is_whole| *is_whole);
        let tell = |bound: f64, nodes: u64| self.tell(problem, bound.min(above), nodes);
        let tells: Option<&dyn Fn(f64, u64)> = if self.eye.is_some() { Some(&tell) } else { None };
        let (deadline, gap) = (&self.deadline, self.limits.relative_gap);
        let grown = tree.grow(&Stop { deadline, gap, nodes: u64::MAX, work, tells });
        let bound = grown.bound.min(above);
        Looked { best: tree.best.take(), bound, nodes: tree.nodes, is_done: grown.is_done }
    }

    /// What a tree found; the problem without its cuts where it did not find an end.
    fn answer_or_rest(
        &self,
        problem: &Problem,
        looked: Looked,
        plain: Problem,
    ) -> Result<Answer, Option<Box<Rest>>> {
        let Looked { best, bound, nodes, is_done } = looked;
        if is_done && best.is_none() && bound == f64::NEG_INFINITY {
            return Ok(infeasible());
        }
        let answer = self.answer(problem, &best, bound, nodes);
        // A part that the program refused is not proven, although nothing is left to look at.
        if answer.ending == Ending::Solved || self.deadline.is_over() {
            return Ok(answer);
        }
        Err(Some(Box::new(Rest { problem: plain, best, bound, nodes })))
    }

    /// The relaxation by HiGHS and a good plan here.
    fn large(&self, problem: Problem, mut best: Known) -> Result<Answer, Option<Box<Rest>>> {
        let gap = self.limits.relative_gap;
        let limits = || Limits { seconds: self.deadline.left(), ..self.limits.clone() };
        let Some(outlook) = outlook(&problem, &limits()) else { return Err(None) };
        let accepts = |problem: &Problem, point: &[f64]| self.accepted(problem, point);
        self.tell(&problem, outlook.bound, 1);
        best = improve(&problem, &problem, &outlook, best, &accepts, &self.aim());
        best = improve_by_highs(&problem, &outlook, best, &accepts, &limits);
        if is_near(&outlook, &best, gap) || self.deadline.is_over() {
            return Ok(self.answer(&problem, &best, outlook.bound, 1));
        }
        Err(Some(Box::new(Rest { problem, best, bound: outlook.bound, nodes: 0 })))
    }

    /// The answer in the columns and the unit of the program.
    fn answer(&self, problem: &Problem, best: &Known, bound: f64, nodes: u64) -> Answer {
        let bound = best.as_ref().map_or(bound, |(worth, _)| bound.max(*worth));
        let is_proven = best.as_ref().is_some_and(|(worth, _)| {
            bound <= tree::cutoff_of(*worth, self.limits.relative_gap.max(PRECISION))
        });
        Answer {
            ending: if is_proven { Ending::Solved } else { Ending::Limit },
            columns: best.as_ref().map(|(_, point)| problem.restored(point)),
            bound: bound * problem.unit,
            nodes,
        }
    }

    /// The point, if the program itself accepts it; whoever looks on is told.
    fn accepted(&self, problem: &Problem, point: &[f64]) -> Option<Vec<f64>> {
        let point = accepted(self.program, problem, point)?;
        if let Some(eye) = self.eye {
            eye(&Glimpse { columns: Some(&problem.restored(&point)), bound: f64::INFINITY, nodes: 0 });
        }
        Some(point)
    }

    /// Tells whoever looks on how far the tree is; the bound in the unit of the problem.
    fn tell(&self, problem: &Problem, bound: f64, nodes: u64) {
        if let Some(eye) = self.eye {
            eye(&Glimpse { columns: None, bound: bound * problem.unit, nodes });
        }
    }

    fn aim(&self) -> Aim<'_> {
        Aim {
            gap: self.limits.relative_gap,
            seed: u64::from(self.limits.seed.unsigned_abs()) + 1,
            deadline: &self.deadline,
        }
    }
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
