//! Lines that every whole point keeps and the relaxed point breaks: rounding of single lines and of tableau rows.

use super::presolve::close;
use super::problem::{Line, Problem};
use super::tableau::{Place, Tableau};

/// A cut must be broken by this much, measured by the length of its coefficients.
const DEPTH_LEAST: f64 = 2e-3;

/// Cuts taken at once.
const AT_ONCE: usize = 40;

/// Cuts whose directions agree more than this say the same thing.
const ALIKE: f64 = 0.8;

/// Largest coefficient over smallest one that a cut may have.
const SPREAD_MAX: f64 = 1e5;

/// The deepest cuts at the relaxed point, none saying the same as another.
pub fn cuts(problem: &Problem, tableau: &Tableau, known: usize) -> Vec<Line> {
    let point = tableau.point();
    let mut found = Vec::new();
    for line in &problem.lines[..known] {
        if line.high.is_finite() {
            found.extend(rounded(problem, line, 1.0, &point));
        }
        if line.low.is_finite() {
            found.extend(rounded(problem, line, -1.0, &point));
        }
    }
    for row in 0..tableau.depth() {
        found.extend(from_row(problem, tableau, row, &point));
    }
    let mut ranked: Vec<(f64, Line)> = found.into_iter().map(|line| (depth(&line, &point), line)).collect();
    ranked.retain(|(depth, _)| *depth > DEPTH_LEAST);
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut chosen: Vec<Line> = Vec::new();
    for (_, line) in ranked {
        if chosen.len() >= AT_ONCE {
            break;
        }
        if chosen.iter().all(|other| likeness(problem, other, &line) < ALIKE) {
            chosen.push(line);
        }
    }
    for line in &mut chosen {
        line.scale();
        close(problem, line);
    }
    chosen
}

/// How far a point is beyond a line.
fn depth(line: &Line, point: &[f64]) -> f64 {
    let length = line.amounts.iter().map(|amount| amount * amount).sum::<f64>().sqrt();
    (line.at(point) - line.high) / length.max(1e-12)
}

/// Cosine between two lines.
fn likeness(problem: &Problem, one: &Line, other: &Line) -> f64 {
    let mut dense = vec![0.0; problem.width()];
    one.terms().for_each(|(place, amount)| dense[place] = amount);
    let length = |line: &Line| line.amounts.iter().map(|amount| amount * amount).sum::<f64>().sqrt();
    let product: f64 = other.terms().map(|(place, amount)| amount * dense[place]).sum();
    product / (length(one) * length(other)).max(1e-12)
}

/// The deepest mixed-integer rounding of one side of a line: sign x line <= bound, divided by one of its coefficients
/// and rounded down, columns near their upper bound counted from there.
fn rounded(problem: &Problem, line: &Line, sign: f64, point: &[f64]) -> Option<Line> {
    let mut limit = if sign > 0.0 { line.high } else { -line.low };
    let activity = sign * line.at(point);
    if limit - activity > 0.2 {
        return None;
    }
    let mut whole: Vec<(usize, f64, bool, f64)> = Vec::new();
    let mut others: Vec<(usize, f64, bool)> = Vec::new();
    for (place, amount) in line.terms() {
        let amount = sign * amount;
        let (low, high) = (problem.low[place], problem.high[place]);
        let is_turned = point[place] - low > high - point[place];
        limit -= amount * if is_turned { high } else { low };
        let counted = if is_turned { -amount } else { amount };
        if problem.is_whole[place] {
            whole.push((
                place,
                counted,
                is_turned,
                if is_turned { high - point[place] } else { point[place] - low },
            ));
        } else {
            others.push((place, counted, is_turned));
        }
    }
    let mut divisors: Vec<f64> =
        whole.iter().filter(|(_, _, _, amount)| *amount > 1e-6).map(|(_, amount, ..)| amount.abs()).collect();
    divisors.retain(|divisor| *divisor > 1e-4);
    divisors.sort_by(f64::total_cmp);
    divisors.dedup_by(|one, other| (*one - *other).abs() < 1e-9);
    let step = (divisors.len() / 10).max(1);
    let mut best: Option<(f64, f64)> = None;
    let look = |divisor: f64, best: &mut Option<(f64, f64)>| {
        if let Some(cut) = divided(problem, &whole, &others, limit, divisor) {
            let depth = depth(&cut, point);
            if best.is_none_or(|(known, _)| depth > known) {
                *best = Some((depth, divisor));
            }
        }
    };
    divisors.iter().step_by(step).for_each(|divisor| look(*divisor, &mut best));
    let (_, divisor) = best?;
    [2.0, 4.0, 8.0].iter().for_each(|share| look(divisor / share, &mut best));
    let (depth, divisor) = best?;
    if depth <= DEPTH_LEAST { None } else { divided(problem, &whole, &others, limit, divisor) }
}

/// The rounding with one divisor, in the columns of the problem.
fn divided(
    problem: &Problem,
    whole: &[(usize, f64, bool, f64)],
    others: &[(usize, f64, bool)],
    limit: f64,
    divisor: f64,
) -> Option<Line> {
    let scaled = limit / divisor;
    let part = scaled - scaled.floor();
    if !(0.01..=0.99).contains(&part) {
        return None;
    }
    let mut cut =
        Line { places: Vec::new(), amounts: Vec::new(), low: f64::NEG_INFINITY, high: scaled.floor() };
    let mut put = |place: usize, amount: f64, is_turned: bool| {
        if amount != 0.0 {
            // Counted from the upper bound: amount x (high - x), otherwise amount x (x - low).
            let (own, given) = if is_turned {
                (-amount, amount * problem.high[place])
            } else {
                (amount, -amount * problem.low[place])
            };
            cut.places.push(place as u32);
            cut.amounts.push(own);
            cut.high -= given;
        }
    };
    for (place, amount, is_turned, _) in whole {
        let amount = amount / divisor;
        let own = amount - amount.floor();
        // A remainder that rounding made is no remainder.
        let over = if own > 1.0 - 1e-9 { 1.0 } else { ((own - part) / (1.0 - part)).max(0.0) };
        put(*place, amount.floor() + over, *is_turned);
    }
    for (place, amount, is_turned) in others {
        if *amount < 0.0 {
            put(*place, amount / divisor / (1.0 - part), *is_turned);
        }
    }
    sound(problem, cut)
}

/// The mixed-integer cut of Gomory from a row whose basic column is not whole, worked out from the problem's own lines.
fn from_row(problem: &Problem, tableau: &Tableau, row: usize, point: &[f64]) -> Option<Line> {
    let variable = tableau.basic[row] as usize;
    if variable >= tableau.width || !problem.is_whole[variable] {
        return None;
    }
    let part = point[variable] - point[variable].floor();
    if !(0.02..=0.98).contains(&part) {
        return None;
    }
    let (level, shares) = distances(problem, tableau, row, variable, point);
    let part = level - level.floor();
    if !(0.02..=0.98).contains(&part) {
        return None;
    }
    let mut dense = vec![0.0; tableau.width];
    let mut least = 1.0;
    for (other, share, is_high) in shares {
        let own = share - share.floor();
        let weight = match is_whole(problem, tableau, other) {
            true if !(1e-9..=1.0 - 1e-9).contains(&own) => 0.0,
            true if own <= part => own / part,
            true => (1.0 - own) / (1.0 - part),
            false if share > 0.0 => share / part,
            false => -share / (1.0 - part),
        };
        // weight x distance, distance = x - low or high - x
        let side = if is_high { -weight } else { weight };
        least += side
            * if is_high {
                tableau_high(tableau, problem, other)
            } else {
                tableau_low(tableau, problem, other)
            };
        if other < tableau.width {
            dense[other] += side;
        } else {
            problem.lines[other - tableau.width]
                .terms()
                .for_each(|(place, amount)| dense[place] += side * amount);
        }
    }
    let (places, amounts): (Vec<u32>, Vec<f64>) = dense
        .iter()
        .enumerate()
        .filter(|(_, amount)| **amount != 0.0)
        .map(|(place, amount)| (place as u32, -amount))
        .unzip();
    sound(problem, Line { places, amounts, low: f64::NEG_INFINITY, high: -least })
}

/// A tableau row as: basic column + sum of share x distance = level, every distance counted from the bound its variable
/// stands at, with whether that is the upper one.
fn distances(
    problem: &Problem,
    tableau: &Tableau,
    row: usize,
    variable: usize,
    point: &[f64],
) -> (f64, Vec<(usize, f64, bool)>) {
    // basic = own x columns + sum of entries x sums of lines, exactly.
    let mut own = vec![0.0; tableau.width];
    own[variable] = 1.0;
    let mut sums: Vec<(usize, f64)> = Vec::new();
    for (column, entry) in tableau.row(row).iter().enumerate() {
        let other = tableau.free[column] as usize;
        if other >= tableau.width && entry.abs() > 1e-11 {
            sums.push((other, *entry));
            problem.lines[other - tableau.width]
                .terms()
                .for_each(|(place, amount)| own[place] -= entry * amount);
        }
    }
    // basic + sum of share x distance = level, every distance from the bound a column stands at.
    let mut level = 0.0;
    let mut shares: Vec<(usize, f64, bool)> = Vec::new();
    for (place, entry) in own.iter().enumerate().filter(|(_, entry)| entry.abs() > 1e-11) {
        let is_high = match tableau.place[place] {
            Place::Free(column) => tableau.at_high[column as usize],
            // Nothing but rounding is left of a basic column; it counts from the bound that weakens the cut.
            _ => point[place] - problem.low[place] > problem.high[place] - point[place],
        };
        level += entry * if is_high { problem.high[place] } else { problem.low[place] };
        shares.push((place, if is_high { *entry } else { -entry }, is_high));
    }
    for (other, entry) in sums {
        let Place::Free(column) = tableau.place[other] else { continue };
        let is_high = tableau.at_high[column as usize];
        level += entry * if is_high { tableau.high[other] } else { tableau.low[other] };
        shares.push((other, if is_high { entry } else { -entry }, is_high));
    }
    (level, shares)
}

fn tableau_high(tableau: &Tableau, problem: &Problem, variable: usize) -> f64 {
    if variable < tableau.width { problem.high[variable] } else { tableau.high[variable] }
}

fn tableau_low(tableau: &Tableau, problem: &Problem, variable: usize) -> f64 {
    if variable < tableau.width { problem.low[variable] } else { tableau.low[variable] }
}

/// Whether a variable is whole and counts from whole bounds.
fn is_whole(problem: &Problem, tableau: &Tableau, variable: usize) -> bool {
    if variable < tableau.width {
        return problem.is_whole[variable];
    }
    let line = &problem.lines[variable - tableau.width];
    let (low, high) = (tableau.low[variable], tableau.high[variable]);
    let Place::Free(column) = tableau.place[variable] else { return false };
    let side = if tableau.at_high[column as usize] { high } else { low };
    side == side.round()
        && line.terms().all(|(place, amount)| problem.is_whole[place] && amount == amount.round())
}

/// A cut without coefficients so small that they are mostly rounding, loosened by what rounding may hide.
fn sound(problem: &Problem, cut: Line) -> Option<Line> {
    let largest = cut.amounts.iter().fold(0.0_f64, |most, amount| most.max(amount.abs()));
    let mut kept = Line { places: Vec::new(), amounts: Vec::new(), low: f64::NEG_INFINITY, high: cut.high };
    for (place, amount) in cut.terms() {
        if amount.abs() * SPREAD_MAX > largest {
            kept.places.push(place as u32);
            kept.amounts.push(amount);
        } else {
            kept.high -= (amount * problem.low[place]).min(amount * problem.high[place]);
        }
    }
    if kept.places.is_empty() || kept.places.len() > 20 + problem.width() / 2 || !kept.high.is_finite() {
        return None;
    }
    kept.high += 1e-9 * largest * (1.0 + kept.high.abs() / largest);
    Some(kept)
}
