//! Making the problem smaller and tighter before any search, without losing its best point.

use super::problem::{Line, Problem};
use super::propagate::propagate;

/// Rounds of tightening, each of which can open the next.
const ROUNDS_MAX: usize = 5;

/// The smaller problem; none if no point keeps every line.
pub fn presolved(problem: &Problem) -> Option<Problem> {
    let mut smaller = problem.clone();
    for _ in 0..ROUNDS_MAX {
        let width = smaller.width();
        let mut low = smaller.low.clone();
        let mut high = smaller.high.clone();
        low.extend(smaller.lines.iter().map(|line| line.low));
        high.extend(smaller.lines.iter().map(|line| line.high));
        if !propagate(&smaller, &mut low, &mut high) {
            return None;
        }
        low.truncate(width);
        high.truncate(width);
        let is_fixed = (0..width).any(|place| low[place] >= high[place]);
        smaller.low = low;
        smaller.high = high;
        let mut lines = std::mem::take(&mut smaller.lines);
        let is_tighter = lines.iter_mut().fold(false, |any, line| tightened(&smaller, line) || any);
        smaller.lines = lines;
        smaller = smaller.without_fixed();
        if !is_fixed && !is_tighter {
            break;
        }
    }
    let mut lines = std::mem::take(&mut smaller.lines);
    lines.iter_mut().for_each(|line| close(&smaller, line));
    smaller.lines = lines;
    Some(smaller)
}

/// Gives a line the finite bounds it has anyway, so that every sum lies between two numbers.
pub fn close(problem: &Problem, line: &mut Line) {
    let (mut least, mut most) = (0.0, 0.0);
    for (place, amount) in line.terms() {
        let (one, other) = (amount * problem.low[place], amount * problem.high[place]);
        least += one.min(other);
        most += one.max(other);
    }
    let slack = 1e-6 * (1.0 + least.abs() + most.abs());
    line.low = line.low.max(least - slack);
    line.high = line.high.min(most + slack);
}

/// Shrinks coefficients of yes-or-no columns in a line with one bound: where leaving the column out makes the line
/// hold anyway, the coefficient and the bound can both fall by the slack, which cuts off fractions only.
fn tightened(problem: &Problem, line: &mut Line) -> bool {
    if line.low.is_finite() && line.high.is_finite() {
        return false;
    }
    let sign = if line.high.is_finite() { 1.0 } else { -1.0 };
    let mut limit = if sign > 0.0 { line.high } else { -line.low };
    let mut most: f64 = line
        .terms()
        .map(|(place, amount)| (sign * amount * problem.low[place]).max(sign * amount * problem.high[place]))
        .sum();
    let mut is_changed = false;
    for (place, stored) in line.places.iter().zip(line.amounts.iter_mut()) {
        let place = *place as usize;
        let amount = sign * *stored;
        let is_choice = problem.is_whole[place] && problem.low[place] == 0.0 && problem.high[place] == 1.0;
        if !is_choice || most <= limit {
            continue;
        }
        let (without, slack) = if amount > 0.0 {
            (most - amount, limit - (most - amount))
        } else {
            (most + amount, limit - (most + amount))
        };
        if slack <= 1e-7 || without >= limit {
            continue;
        }
        if amount > 0.0 && slack < amount {
            *stored = sign * (amount - slack);
            limit -= slack;
            most -= slack;
            is_changed = true;
        } else if amount < 0.0 && slack < -amount {
            *stored = sign * (amount + slack);
            is_changed = true;
        }
    }
    if sign > 0.0 {
        line.high = limit;
    } else {
        line.low = -limit;
    }
    is_changed
}
