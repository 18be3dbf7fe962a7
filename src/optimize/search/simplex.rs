//! The dual simplex method on a tableau: from any bounds to the best point of the relaxation, or to a bound good enough.

use super::problem::{Problem, TOLERANCE};
use super::tableau::{Place, TINY, Tableau};

/// Entries of a row below this are not pivoted on.
const PIVOT_LEAST: f64 = 1e-7;

/// Worth per unit below this is taken for none when choosing sides.
const INDIFFERENT: f64 = 1e-11;

/// Lines held at once when broken.
const HELD_AT_ONCE: usize = 24;

/// Rows whose sum of line stays loose are let go of when there are more of them than this share of the rows.
const LOOSE_SHARE: usize = 3;

/// How a relaxation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The best point is in the tableau.
    Best,
    /// No point keeps the lines.
    Empty,
    /// The bound fell to the cutoff.
    Cut,
    /// Given up after so many pivots; the bound is valid all the same.
    Stalled,
}

impl Tableau {
    /// Solves the relaxation within the current bounds.
    pub fn solve(&mut self, problem: &Problem, cutoff: f64, pivots_max: usize) -> End {
        let mut left = pivots_max;
        let mut is_fresh = self.age == 0;
        loop {
            if self.age > 400 {
                self.refresh(problem);
            }
            if self.worth() <= cutoff && self.bound_of(problem).0 <= cutoff {
                return End::Cut;
            }
            let Some((row, is_over)) = self.broken_row() else {
                if self.hold_broken(problem) {
                    continue;
                }
                if self.drift(problem) > TOLERANCE && self.age > 0 {
                    self.refresh(problem);
                    continue;
                }
                return End::Best;
            };
            if left == 0 {
                return End::Stalled;
            }
            left -= 1;
            match self.entering(row, is_over) {
                Some(column) => self.exchange(row, is_over, column),
                None if self.is_beyond_reach(problem, row, is_over) => return End::Empty,
                None if is_fresh && self.age == 0 => return End::Stalled,
                None => {
                    self.refresh(problem);
                    is_fresh = true;
                }
            }
        }
    }

    /// The basic variable furthest outside its bounds, measured by the length of its row.
    fn broken_row(&self) -> Option<(usize, bool)> {
        let mut worst = None;
        let mut most = 0.0;
        for row in 0..self.depth() {
            let variable = self.basic[row] as usize;
            let (over, under) =
                (self.amount[row] - self.high[variable], self.low[variable] - self.amount[row]);
            let outside = over.max(under);
            if outside > TOLERANCE {
                let measure = outside * outside / self.weight[row];
                if measure > most {
                    most = measure;
                    worst = Some((row, over > under));
                }
            }
        }
        worst
    }

    /// The column to exchange with: passing over those that can go to their other side without mending the row.
    fn entering(&self, row: usize, is_over: bool) -> Option<usize> {
        let variable = self.basic[row] as usize;
        let sign = if is_over { 1.0 } else { -1.0 };
        let mut outside = if is_over {
            self.amount[row] - self.high[variable]
        } else {
            self.low[variable] - self.amount[row]
        };
        let mut candidates: Vec<(f64, f64, u32)> = Vec::with_capacity(64);
        for (column, entry) in self.row(row).iter().enumerate() {
            let size = entry.abs();
            if size <= PIVOT_LEAST || (sign * entry > 0.0) != self.at_high[column] {
                continue;
            }
            let variable = self.free[column] as usize;
            if self.low[variable] < self.high[variable] {
                candidates.push((self.reduced[column].abs() / size, size, column as u32));
            }
        }
        candidates.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.2.cmp(&other.2)));
        for place in 0..candidates.len() {
            let (ratio, size, column) = candidates[place];
            let variable = self.free[column as usize] as usize;
            outside -= size * (self.high[variable] - self.low[variable]);
            if outside > 0.0 && place + 1 < candidates.len() {
                continue;
            }
            if outside > TOLERANCE {
                return None;
            }
            let near = candidates[place..].iter().take_while(|other| other.0 <= ratio + INDIFFERENT);
            let largest = near
                .fold((size, column), |best, other| if other.1 > best.0 { (other.1, other.2) } else { best });
            return Some(largest.1 as usize);
        }
        None
    }

    /// The exchange itself, with the amounts, and every column that now prefers its other side sent there.
    fn exchange(&mut self, row: usize, is_over: bool, column: usize) {
        let leaving = self.basic[row] as usize;
        let target = if is_over { self.high[leaving] } else { self.low[leaving] };
        let step = (target - self.amount[row]) / self.table[row * self.width + column];
        let entering_amount = self.free_amount(column) + step;
        self.shift(column, step);
        self.pivot(row, column);
        self.amount[row] = entering_amount;
        self.at_high[column] = is_over;
        for other in 0..self.width {
            let reduced = self.reduced[other];
            if reduced.abs() > INDIFFERENT && (reduced > 0.0) != self.at_high[other] && other != column {
                let before = self.free_amount(other);
                self.at_high[other] = self.prefers_high(other);
                let change = self.free_amount(other) - before;
                self.shift(other, change);
            }
        }
    }

    /// Holds the lines broken most at the current point; false if none is.
    fn hold_broken(&mut self, problem: &Problem) -> bool {
        let point = self.point();
        let mut broken: Vec<(f64, usize)> = Vec::new();
        for (number, line) in problem.lines.iter().enumerate() {
            let variable = self.width + number;
            if self.place[variable] == Place::Away {
                let sum = line.at(&point);
                let outside = (sum - self.high[variable]).max(self.low[variable] - sum);
                if outside > TOLERANCE {
                    broken.push((outside, number));
                }
            }
        }
        broken.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        if !broken.is_empty() {
            self.release_loose();
        }
        broken.iter().take(HELD_AT_ONCE).for_each(|(_, line)| self.hold(problem, *line));
        !broken.is_empty()
    }

    /// Lets go of lines that do not matter any more, when there are many.
    fn release_loose(&mut self) {
        let loose = self.basic.iter().filter(|variable| **variable as usize >= self.width).count();
        if loose * LOOSE_SHARE <= self.depth() {
            return;
        }
        for row in (0..self.depth()).rev() {
            let variable = self.basic[row] as usize;
            let margin = 1e-3;
            if variable >= self.width
                && self.amount[row] < self.high[variable] - margin
                && self.amount[row] > self.low[variable] + margin
            {
                self.release(row);
            }
        }
    }

    /// How far the amounts of held lines are from their sums at the point.
    fn drift(&self, problem: &Problem) -> f64 {
        let point = self.point();
        let mut most = 0.0_f64;
        for (number, line) in problem.lines.iter().enumerate() {
            let amount = match self.place[self.width + number] {
                Place::Basic(row) => self.amount[row as usize],
                Place::Free(column) => self.free_amount(column as usize),
                Place::Away => continue,
            };
            most = most.max((amount - line.at(&point)).abs());
        }
        most
    }

    /// Works the table out afresh from the lines of the problem, for the same basis.
    pub fn refresh(&mut self, problem: &Problem) {
        let mut fresh = Tableau::of(problem);
        fresh.low.clone_from(&self.low);
        fresh.high.clone_from(&self.high);
        for line in 0..problem.lines.len() {
            if self.place[self.width + line] != Place::Away {
                fresh.hold(problem, line);
            }
        }
        let mut wanted: Vec<usize> =
            (0..self.width).filter(|variable| matches!(self.place[*variable], Place::Basic(_))).collect();
        while !wanted.is_empty() {
            let mut best = (TINY.sqrt(), usize::MAX, usize::MAX);
            let variable = wanted.pop().expect("not empty");
            let Place::Free(column) = fresh.place[variable] else { continue };
            for row in 0..fresh.depth() {
                let basic = fresh.basic[row] as usize;
                let leaves = basic >= self.width && matches!(self.place[basic], Place::Free(_));
                let entry = fresh.table[row * fresh.width + column as usize].abs();
                if leaves && entry > best.0 {
                    best = (entry, row, column as usize);
                }
            }
            if best.1 != usize::MAX {
                fresh.pivot(best.1, best.2);
            }
        }
        for column in 0..fresh.width {
            let variable = fresh.free[column] as usize;
            if let Place::Free(before) = self.place[variable] {
                fresh.at_high[column] = self.at_high[before as usize];
            }
            if fresh.reduced[column].abs() > INDIFFERENT || !fresh.free_amount(column).is_finite() {
                fresh.at_high[column] = fresh.prefers_high(column);
            }
        }
        fresh.settle();
        fresh.age = 0;
        fresh.work += self.work;
        *self = fresh;
    }
}
