//! The relaxation of a problem too large for a dense table: HiGHS solves it, and its prices are checked here.

use super::early::{Known, is_near};
use super::narrow::held;
use super::presolve::{open, presolved};
use super::problem::{Accepts, Problem};
use super::terrain::Terrain;
use crate::optimize::highs::{self, Limits};
use crate::optimize::program::{Column, Program, Row};

/// A relaxation as the search needs it.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// No point is worth more, what was settled included.
    pub bound: f64,
    /// What each column adds to the bound per unit.
    pub own: Vec<f64>,
    pub point: Vec<f64>,
}

/// The relaxation by HiGHS; none if it was not solved.
pub fn outlook(problem: &Problem, limits: &Limits) -> Option<Outlook> {
    let (program, line_of) = sided(problem);
    let relaxed = highs::relax(&program, limits)?;
    let mut prices = vec![0.0; problem.lines.len()];
    line_of.iter().zip(&relaxed.prices).for_each(|(line, price)| prices[*line] += price);
    let turned: Vec<f64> = prices.iter().map(|price| -price).collect();
    // Any prices give a valid bound, so the sign a solver gives them cannot mislead.
    let (bound, own) = [prices, turned]
        .iter()
        .map(|prices| priced(problem, prices))
        .min_by(|one, other| one.0.total_cmp(&other.0))?;
    Some(Outlook { bound: bound + problem.settled, own, point: relaxed.columns })
}

/// A problem as a program again.
pub fn program_of(problem: &Problem) -> Program {
    sided(problem).0
}

/// A problem as a program whose rows have one side each, or two equal ones, with the line of each row. Sides that a line
/// keeps anyway are left out.
fn sided(problem: &Problem) -> (Program, Vec<usize>) {
    let columns = (0..problem.width()).map(|place| Column {
        is_binary: problem.is_whole[place],
        low: problem.low[place],
        high: problem.high[place],
        worth: problem.worth[place],
    });
    let mut program = Program { columns: columns.collect(), rows: Vec::new() };
    let mut line_of = Vec::new();
    for (number, line) in problem.lines.iter().enumerate() {
        let mut line = line.clone();
        open(problem, &mut line);
        let terms: Vec<(usize, f64)> = line.terms().collect();
        let sides = if line.low == line.high {
            vec![(line.low, line.high)]
        } else {
            vec![(line.low, f64::INFINITY), (f64::NEG_INFINITY, line.high)]
        };
        for (low, high) in sides.into_iter().filter(|(low, high)| low.is_finite() || high.is_finite()) {
            program.rows.push(Row { terms: terms.clone(), low, high });
            line_of.push(number);
        }
    }
    (program, line_of)
}

/// The bound that prices of the lines give: worth = (c - yA)x + y(Ax), each part at its best within its own bounds.
fn priced(problem: &Problem, prices: &[f64]) -> (f64, Vec<f64>) {
    let mut own = problem.worth.clone();
    let (mut bound, mut size) = (0.0, 0.0);
    for (line, price) in problem.lines.iter().zip(prices) {
        let side = if *price > 0.0 { line.high } else { line.low };
        if *price == 0.0 || !side.is_finite() {
            continue;
        }
        bound += price * side;
        size += (price * side).abs();
        line.terms().for_each(|(place, amount)| own[place] -= price * amount);
    }
    for (place, worth) in own.iter().enumerate() {
        let most = worth * if *worth > 0.0 { problem.high[place] } else { problem.low[place] };
        bound += most;
        size += most.abs();
    }
    (bound + 1e-13 * size, own)
}

/// Whole columns left to HiGHS at once, one after the other while the gap is open.
const OPEN: &[usize] = &[400, 700];

/// Share of the gap to which each of them is solved; the rest is for what was held.
const SHARE: f64 = 0.5;

/// Better plans by HiGHS among the columns whose prices leave them undecided.
pub fn improve_by_highs(
    problem: &Problem,
    outlook: &Outlook,
    mut best: Known,
    accepts: &Accepts,
    limits: &dyn Fn() -> Limits,
) -> Known {
    for count in OPEN {
        let limits = limits();
        if is_near(outlook, &best, limits.relative_gap) {
            break;
        }
        let held = held(problem, &outlook.own, &outlook.point, best.as_ref(), *count);
        let Some(smaller) = presolved(&held) else { continue };
        let start = best.as_ref().map(|(_, point)| smaller.reduced(&problem.restored(point)));
        let limits = Limits { relative_gap: limits.relative_gap * SHARE, ..limits };
        let told = highs::solve(&program_of(&smaller), &limits, start.as_deref());
        let found = told.columns.map(|mut point| {
            smaller.tidy(&mut point);
            problem.reduced(&smaller.restored(&point))
        });
        let found = found
            .and_then(|point| completed(problem, &point, accepts))
            .map(|point| (problem.worth_of(&point), point));
        if found.as_ref().is_some_and(|(worth, _)| best.as_ref().is_none_or(|(known, _)| worth > known)) {
            best = found;
        }
    }
    best
}

/// A point the program accepts with the whole columns of this one: its continuous columns as they are, or else worked
/// out anew from the whole ones, which mends what the solver's tolerance left open.
pub fn completed(problem: &Problem, point: &[f64], accepts: &Accepts) -> Option<Vec<f64>> {
    accepts(problem, point).or_else(|| {
        let mut terrain = Terrain::of(problem)?;
        for place in terrain.choices.clone() {
            terrain.is_in[place] = point[place] > 0.5;
        }
        terrain.reset();
        accepts(problem, &terrain.point())
    })
}
