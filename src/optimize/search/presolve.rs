//! Making the problem smaller and tighter before any search, without losing its best point.

use super::problem::{IDLE, Line, Problem};
use super::propagate::propagate;

/// What is left of a coefficient is at least this, so that rounding does not become a line of its own.
const LEAST: f64 = 1e-6;

/// Rounds of tightening, each of which can open the next.
const ROUNDS_MAX: usize = 6;

/// The smaller problem; none if no point keeps every line.
pub fn presolved(problem: &Problem) -> Option<Problem> {
    let mut smaller = problem.clone();
    for _ in 0..ROUNDS_MAX {
        let width = smaller.width();
        let mut lines = std::mem::take(&mut smaller.lines);
        lines.iter_mut().for_each(|line| open(&smaller, line));
        smaller.lines = lines;
        let mut low = smaller.low.clone();
        let mut high = smaller.high.clone();
        low.extend(smaller.lines.iter().map(|line| line.low));
        high.extend(smaller.lines.iter().map(|line| line.high));
        if !propagate(&smaller, &mut low, &mut high) {
            return None;
        }
        low.truncate(width);
        high.truncate(width);
        smaller.low = low;
        smaller.high = high;
        narrow_continuous(&mut smaller);
        settle_unhindered(&mut smaller);
        let is_fixed = (0..width).any(|place| smaller.low[place] >= smaller.high[place]);
        let mut lines = std::mem::take(&mut smaller.lines);
        let mut is_tighter = false;
        for line in &mut lines {
            is_tighter |= tightened(&smaller, line);
        }
        smaller.lines = lines;
        smaller = smaller.without_fixed();
        if smaller.lines.iter().any(|line| line.places.is_empty() && (line.low > 1e-9 || line.high < -1e-9)) {
            return None;
        }
        if !is_fixed && !is_tighter {
            break;
        }
    }
    let mut lines = std::mem::take(&mut smaller.lines);
    lines.iter_mut().for_each(|line| close(&smaller, line));
    smaller.lines = lines;
    Some(smaller)
}

/// Least and most a line can add up to.
fn reach(problem: &Problem, line: &Line) -> (f64, f64) {
    line.terms().fold((0.0, 0.0), |(least, most), (place, amount)| {
        let (one, other) = (amount * problem.low[place], amount * problem.high[place]);
        (least + one.min(other), most + one.max(other))
    })
}

/// Gives a line the finite bounds it has anyway, so that every sum lies between two numbers.
pub fn close(problem: &Problem, line: &mut Line) {
    let (least, most) = reach(problem, line);
    let slack = 1e-6 * (1.0 + least.abs() + most.abs());
    line.low = line.low.max(least - slack);
    line.high = line.high.min(most + slack);
}

/// Takes away the bounds a line keeps anyway.
pub fn open(problem: &Problem, line: &mut Line) {
    let (least, most) = reach(problem, line);
    if line.low <= least + IDLE {
        line.low = f64::NEG_INFINITY;
    }
    if line.high >= most - IDLE {
        line.high = f64::INFINITY;
    }
}

/// Bounds of continuous columns that the lines imply, where they take away a tenth or more.
fn narrow_continuous(problem: &mut Problem) {
    for number in 0..problem.lines.len() {
        let line = &problem.lines[number];
        let (least, most) = reach(problem, line);
        let mut found = Vec::new();
        for (place, amount) in line.terms() {
            let (low, high) = (problem.low[place], problem.high[place]);
            if problem.is_whole[place] || low >= high || amount.abs() < 1e-6 {
                continue;
            }
            let size = amount.abs() * (high - low);
            // How far it can move away from the end where the line is easiest to keep.
            let (up, down) = ((line.high - least) / amount.abs(), (most - line.low) / amount.abs());
            let (mut new_low, mut new_high) = (low, high);
            if line.high - least < 0.9 * size {
                if amount > 0.0 {
                    new_high = new_high.min(low + up)
                } else {
                    new_low = new_low.max(high - up)
                }
            }
            if most - line.low < 0.9 * size {
                if amount > 0.0 {
                    new_low = new_low.max(high - down)
                } else {
                    new_high = new_high.min(low + down)
                }
            }
            if (new_low, new_high) != (low, high) {
                found.push((place, new_low, new_high));
            }
        }
        for (place, low, high) in found {
            // What rounding leaves between two equal bounds is nothing.
            let high = high.max(low).max(problem.low[place]).min(problem.high[place]);
            let low = low.min(high).max(problem.low[place]);
            let is_point = high - low <= 1e-11 * (1.0 + low.abs());
            problem.low[place] = low;
            problem.high[place] = if is_point { low } else { high };
        }
    }
}

/// Columns that no line keeps from the side they prefer go there.
fn settle_unhindered(problem: &mut Problem) {
    let mut hindered = vec![(false, false); problem.width()];
    for line in &problem.lines {
        for (place, amount) in line.terms() {
            let is_up = if amount > 0.0 { line.high.is_finite() } else { line.low.is_finite() };
            let is_down = if amount > 0.0 { line.low.is_finite() } else { line.high.is_finite() };
            hindered[place].0 |= is_up;
            hindered[place].1 |= is_down;
        }
    }
    for (place, (up, down)) in hindered.into_iter().enumerate() {
        if problem.worth[place] >= 0.0 && !up {
            problem.low[place] = problem.high[place];
        } else if problem.worth[place] <= 0.0 && !down {
            problem.high[place] = problem.low[place];
        }
    }
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
        if !is_choice || most <= limit + LEAST {
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
