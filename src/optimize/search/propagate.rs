//! What the lines force once some bounds are set: whole columns that can only stand at one side.

use super::problem::{Line, Problem, TOLERANCE};

/// Rounds of looking through all lines.
const ROUNDS_MAX: usize = 6;

/// Tightens the bounds of whole columns; false if some line cannot be kept any more.
///
/// `low` and `high` hold the bounds of the columns and, after them, of the lines.
pub fn propagate(problem: &Problem, low: &mut [f64], high: &mut [f64]) -> bool {
    let width = problem.width();
    for _ in 0..ROUNDS_MAX {
        let mut is_changed = false;
        for (number, line) in problem.lines.iter().enumerate() {
            let bounds = (low[width + number], high[width + number]);
            match tighten(problem, line, bounds, low, high) {
                Some(changed) => is_changed |= changed,
                None => return false,
            }
        }
        if !is_changed {
            break;
        }
    }
    true
}

/// One line; none if it cannot be kept, otherwise whether a bound moved.
fn tighten(
    problem: &Problem,
    line: &Line,
    bounds: (f64, f64),
    low: &mut [f64],
    high: &mut [f64],
) -> Option<bool> {
    let (mut least, mut most, mut widest) = (0.0, 0.0, 0.0_f64);
    for (place, amount) in line.terms() {
        let (one, other) = (amount * low[place], amount * high[place]);
        least += one.min(other);
        most += one.max(other);
        widest = widest.max((other - one).abs());
    }
    let (above, below) = (bounds.1 - least, most - bounds.0);
    if above < -TOLERANCE * 10.0 || below < -TOLERANCE * 10.0 {
        return None;
    }
    if widest <= above && widest <= below {
        return Some(false);
    }
    let mut is_changed = false;
    for (place, amount) in line.terms() {
        if !problem.is_whole[place] || low[place] >= high[place] {
            continue;
        }
        let range = amount.abs() * (high[place] - low[place]);
        if range > above + TOLERANCE * 10.0 {
            // The costly side would break the upper bound of the line.
            if amount > 0.0 {
                high[place] = low[place]
            } else {
                low[place] = high[place]
            }
            is_changed = true;
        } else if range > below + TOLERANCE * 10.0 {
            if amount > 0.0 {
                low[place] = high[place]
            } else {
                high[place] = low[place]
            }
            is_changed = true;
        }
    }
    Some(is_changed)
}
