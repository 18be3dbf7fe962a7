//! The relaxation of a problem too large for a dense table: HiGHS solves it, and its prices are checked here.

use super::problem::Problem;
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
    let relaxed = highs::relax(&program_of(problem), limits)?;
    let turned: Vec<f64> = relaxed.prices.iter().map(|price| -price).collect();
    // Any prices give a valid bound, so the sign a solver gives them cannot mislead.
    let (bound, own) = [relaxed.prices, turned]
        .iter()
        .map(|prices| priced(problem, prices))
        .min_by(|one, other| one.0.total_cmp(&other.0))?;
    Some(Outlook { bound: bound + problem.settled, own, point: relaxed.columns })
}

/// A problem as a program again.
pub fn program_of(problem: &Problem) -> Program {
    let columns = (0..problem.width()).map(|place| Column {
        is_binary: problem.is_whole[place],
        low: problem.low[place],
        high: problem.high[place],
        worth: problem.worth[place],
    });
    let rows = problem.lines.iter().map(|line| Row {
        terms: line.terms().collect(),
        low: line.low,
        high: line.high,
    });
    Program { columns: columns.collect(), rows: rows.collect() }
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
