//! The only file that knows good_lp and HiGHS, its calls apart: program in, answer out, with limits, status, bound and nodes told apart.

use std::ffi::CStr;
use std::fmt;

use good_lp::{Expression, ProblemVariables, SolverModel, Variable, constraint, variable};
use highs::{HighsModelStatus, Model, SolvedModel};

use super::highs_caller::{Caller, Eye};
use super::program::Program;
use super::watch::Watch;

/// What the solver may take.
#[derive(Clone)]
pub struct Limits {
    /// Wall-clock seconds for one solve; none means until proven. A time limit makes the answer depend on the machine.
    pub seconds: Option<f64>,
    /// Relative distance to the bound at which to stop; 0 asks for proof.
    pub relative_gap: f64,
    /// Seed of the solver's own choices.
    pub seed: i32,
    /// Who may stop it and sees how far it is.
    pub watch: Watch,
}

impl Limits {
    /// The same for a question on the side, whose plans are not told.
    pub fn aside(&self) -> Limits {
        Limits { watch: self.watch.aside(), ..self.clone() }
    }
}

/// Who watches changes nothing of what is asked, so fingerprints made of this text do not know of it.
impl fmt::Debug for Limits {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Limits { seconds, relative_gap, seed, watch: _ } = self;
        let mut told = formatter.debug_struct("Limits");
        told.field("seconds", seconds).field("relative_gap", relative_gap).field("seed", seed).finish()
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { seconds: None, relative_gap: 0.0, seed: 0, watch: Watch::none() }
    }
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Solved within the gap asked for.
    Solved,
    /// Stopped at a limit; a point may or may not be there.
    Limit,
    Infeasible,
    Unbounded,
    /// The solver gave up for reasons of its own.
    Failed,
}

/// What the solver found.
#[derive(Clone, Debug)]
pub struct Answer {
    pub ending: Ending,
    /// Column values; none when no feasible point was found.
    pub columns: Option<Vec<f64>>,
    /// No choice is worth more than this, in the program's unit of worth.
    pub bound: f64,
    /// Parts of the tree looked at.
    pub nodes: u64,
}

/// Solves a program; `start` may be a feasible point to begin from.
///
/// One thread, a fixed seed and columns in the order of the program, so that the same program gives the same answer.
pub fn solve(program: &Program, limits: &Limits, start: Option<&[f64]>) -> Answer {
    solve_seen(program, limits, start, None)
}

/// The same while somebody looks on.
pub fn solve_seen(program: &Program, limits: &Limits, start: Option<&[f64]>, eye: Option<&Eye>) -> Answer {
    if program.columns.is_empty() {
        return nothing_to_decide(program);
    }
    let none = |ending| Answer { ending, columns: None, bound: f64::INFINITY, nodes: 0 };
    let failed = none(Ending::Failed);
    if limits.watch.is_stopped() {
        return none(Ending::Limit);
    }
    let Ok(mut model) = build(program) else { return failed };
    let caller = Caller::of(&limits.watch, eye);
    if set_options(&mut model, limits).is_err() || caller.listen(&mut model).is_err() {
        return failed;
    }
    if let Some(point) = start {
        let _ = model.try_set_solution(Some(point), None, None, None);
    }
    let solved = model.try_solve();
    caller.resume();
    match solved {
        Ok(solved) => answer(program, &solved),
        Err(_) => failed,
    }
}

/// The best point of the relaxation, in which yes-or-no columns may take any share.
#[derive(Clone, Debug)]
pub struct Relaxed {
    pub columns: Vec<f64>,
    /// Worth of one more unit of each row; rows must have one bound or two equal ones.
    pub prices: Vec<f64>,
}

/// Solves the relaxation of a program; none if it was not solved, for whatever reason.
pub fn relax(program: &Program, limits: &Limits) -> Option<Relaxed> {
    let mut continuous = program.clone();
    continuous.columns.iter_mut().for_each(|column| column.is_binary = false);
    let mut model = build(&continuous).ok()?;
    set_options(&mut model, limits).ok()?;
    model.try_set_option("primal_feasibility_tolerance", 1e-7).ok()?;
    let caller = Caller::of(&limits.watch, None);
    caller.listen(&mut model).ok()?;
    let solved = model.try_solve().ok()?;
    let solution = (solved.status() == HighsModelStatus::Optimal).then(|| solved.get_solution())?;
    Some(Relaxed { columns: solution.columns().to_vec(), prices: solution.dual_rows().to_vec() })
}

/// The answer to a program without columns: the empty choice, if it keeps every row. HiGHS has no status for it.
fn nothing_to_decide(program: &Program) -> Answer {
    if program.rows.iter().all(|row| row.low <= 0.0 && 0.0 <= row.high) {
        Answer { ending: Ending::Solved, columns: Some(Vec::new()), bound: 0.0, nodes: 0 }
    } else {
        Answer { ending: Ending::Infeasible, columns: None, bound: f64::INFINITY, nodes: 0 }
    }
}

fn build(program: &Program) -> Result<Model, good_lp::ResolutionError> {
    let mut variables = ProblemVariables::new();
    let columns: Vec<Variable> = program
        .columns
        .iter()
        .map(|column| {
            let definition = variable().min(column.low).max(column.high);
            variables.add(if column.is_binary { definition.integer() } else { definition })
        })
        .collect();
    let expression = |terms: &[(usize, f64)]| {
        terms.iter().fold(Expression::with_capacity(terms.len()), |mut sum, (column, coefficient)| {
            sum.add_mul(*coefficient, columns[*column]);
            sum
        })
    };
    let worth: Vec<(usize, f64)> = program.columns.iter().map(|column| column.worth).enumerate().collect();
    let mut problem = variables.maximise(expression(&worth)).using(good_lp::highs);
    for row in &program.rows {
        let sum = expression(&row.terms);
        if row.low == row.high {
            problem.add_constraint(constraint::eq(sum, row.low));
        } else if row.low.is_finite() && row.high.is_finite() {
            problem.add_constraint(constraint::geq(sum.clone(), row.low));
            problem.add_constraint(constraint::leq(sum, row.high));
        } else if row.high.is_finite() {
            problem.add_constraint(constraint::leq(sum, row.high));
        } else {
            problem.add_constraint(constraint::geq(sum, row.low));
        }
    }
    problem.try_into_inner()
}

/// Options set through good_lp are lost on the inner model, so every one is set here.
fn set_options(model: &mut Model, limits: &Limits) -> Result<(), highs::TrySetOptionError> {
    model.make_quiet();
    model.try_set_option("threads", 1)?;
    model.try_set_option("parallel", "off")?;
    model.try_set_option("random_seed", limits.seed)?;
    model.try_set_option("mip_rel_gap", limits.relative_gap)?;
    model.try_set_option("mip_abs_gap", 1e-7)?;
    model.try_set_option("mip_feasibility_tolerance", 1e-9)?;
    model.try_set_option("primal_feasibility_tolerance", 1e-9)?;
    if let Some(seconds) = limits.seconds {
        model.try_set_option("time_limit", seconds)?;
    }
    Ok(())
}

/// The solvers with their versions, such as `cxfolio 0.1.0, HiGHS 1.15.0`: the own search and the one it turns to.
pub fn solver_name() -> String {
    // SAFETY: the function takes nothing and returns a static text that ends in zero.
    let version = unsafe { CStr::from_ptr(highs_sys::Highs_version()) };
    format!("cxfolio {}, HiGHS {}", env!("CARGO_PKG_VERSION"), version.to_string_lossy())
}

/// Nodes of the tree HiGHS looked at; it keeps none where there is no tree.
fn nodes_of(solved: &SolvedModel) -> u64 {
    let mut nodes: i64 = 0;
    // SAFETY: the pointer is that of a live HiGHS model, the name ends in zero, and the value outlives the call.
    let _ = unsafe {
        highs_sys::Highs_getInt64InfoValue(solved.as_ptr(), c"mip_node_count".as_ptr(), &raw mut nodes)
    };
    u64::try_from(nodes).unwrap_or(0)
}

fn answer(program: &Program, solved: &SolvedModel) -> Answer {
    let ending = match solved.status() {
        HighsModelStatus::Optimal => Ending::Solved,
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => Ending::Infeasible,
        HighsModelStatus::Unbounded => Ending::Unbounded,
        HighsModelStatus::ReachedTimeLimit
        | HighsModelStatus::ReachedIterationLimit
        | HighsModelStatus::ReachedSolutionLimit
        | HighsModelStatus::ReachedInterrupt
        | HighsModelStatus::ReachedMemoryLimit => Ending::Limit,
        _ => Ending::Failed,
    };
    let has_point = matches!(ending, Ending::Solved | Ending::Limit)
        && solved.primal_solution_status() == highs::HighsSolutionStatus::Feasible;
    let columns = has_point.then(|| solved.get_solution().columns().to_vec());
    let has_integers = program.columns.iter().any(|column| column.is_binary);
    let bound = match ending {
        Ending::Solved | Ending::Limit if has_integers => {
            solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::INFINITY)
        }
        Ending::Solved => solved.objective_value(),
        _ => f64::INFINITY,
    };
    let nodes = nodes_of(solved);
    Answer { ending, columns, bound, nodes }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::optimize::highs_caller::Glimpse;
    use crate::optimize::weights::draw::Draws;

    /// Knapsacks with several rows and worths that follow the weights: a plan at once, and a proof that takes long.
    fn knapsack(items: usize, rows: usize) -> Program {
        let draws = Draws::new(7);
        let mut program = Program::default();
        let sizes: Vec<Vec<f64>> = (0..rows)
            .map(|row| {
                (0..items).map(|item| (draws.bits((row * items + item) as u64) % 900 + 100) as f64).collect()
            })
            .collect();
        for item in 0..items {
            let mean: f64 = sizes.iter().map(|row| row[item]).sum::<f64>() / rows as f64;
            program.binary(mean + (draws.bits((rows * items + item) as u64) % 100) as f64);
        }
        for row in sizes {
            let half = row.iter().sum::<f64>() / 2.0;
            program.at_most(row.into_iter().enumerate().collect(), half.floor());
        }
        program
    }

    #[test]
    fn who_looks_on_changes_nothing() {
        let program = knapsack(30, 3);
        let alone = solve(&program, &Limits::default(), None);
        let limits = Limits { watch: Watch::start(), ..Limits::default() };
        let glimpses = RefCell::new(0);
        let eye = |glimpse: &Glimpse| {
            assert!(glimpse.columns.is_none_or(|columns| columns.len() == 30));
            *glimpses.borrow_mut() += 1;
        };
        let seen = solve_seen(&program, &limits, None, Some(&eye));
        assert!(0 < *glimpses.borrow(), "nothing was told");
        assert_eq!(format!("{alone:?}"), format!("{seen:?}"));
        assert_eq!(format!("{:?}", Limits::default()), format!("{limits:?}"));
    }

    #[test]
    fn a_stopped_solve_ends_with_its_point_and_bound() {
        let program = knapsack(150, 8);
        let limits = Limits { watch: Watch::start(), ..Limits::default() };
        let seen = RefCell::new(f64::NEG_INFINITY);
        let eye = |glimpse: &Glimpse| {
            let worth = |columns: &[f64]| -> f64 {
                program.columns.iter().zip(columns).map(|(column, amount)| column.worth * amount).sum()
            };
            *seen.borrow_mut() = glimpse.columns.map_or(f64::NEG_INFINITY, worth);
            assert!(glimpse.bound >= *seen.borrow() - 1e-6, "the bound has the sense of the program");
            limits.watch.stop();
        };
        let answer = solve_seen(&program, &limits, None, Some(&eye));
        assert_eq!(answer.ending, Ending::Limit);
        let columns = answer.columns.expect("the point that was told");
        let worth: f64 =
            program.columns.iter().zip(&columns).map(|(column, amount)| column.worth * amount).sum();
        assert!(*seen.borrow() - 1e-6 <= worth && worth <= answer.bound + 1e-6, "{worth} {}", answer.bound);
        assert_eq!(solve(&program, &limits, None).ending, Ending::Limit, "what is stopped does not begin");
    }

    #[test]
    fn a_failure_in_a_call_comes_out_of_the_solve() {
        let program = knapsack(30, 3);
        let limits = Limits { watch: Watch::start(), ..Limits::default() };
        let eye = |_: &Glimpse| panic!("planted");
        let told = catch_unwind(AssertUnwindSafe(|| solve_seen(&program, &limits, None, Some(&eye))));
        assert_eq!(told.expect_err("the failure").downcast_ref::<&str>(), Some(&"planted"));
    }
}
