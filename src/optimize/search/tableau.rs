//! `Tableau`: basic columns written in the others, dense, holding only the lines that matter so far.
//!
//! A variable is a column of the problem or the sum of a line (`width + line`). Everything is homogeneous: each basic
//! variable is a sum of coefficients x nonbasic variables, and so is the worth. A line that has not been broken yet
//! has no place here; its sum is worked out from the point when needed.

use super::kernel::{add, eliminate, product};
use super::problem::Problem;

/// Coefficients below this are nothing.
pub const TINY: f64 = 1e-12;

/// Where a variable stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In this row.
    Basic(u32),
    /// In this column.
    Free(u32),
    /// The sum of a line that is not held.
    Away,
}

/// Basic variables in terms of nonbasic ones, with bounds and current amounts.
#[derive(Clone, Debug)]
pub struct Tableau {
    /// Columns of the problem, which is also the number of nonbasic variables.
    pub width: usize,
    /// Row after row, `width` long.
    pub table: Vec<f64>,
    /// Variable of each row.
    pub basic: Vec<u32>,
    /// Variable of each column.
    pub free: Vec<u32>,
    /// Place of every variable.
    pub place: Vec<Place>,
    /// Worth of one unit of each nonbasic variable.
    pub reduced: Vec<f64>,
    /// Whether a nonbasic variable stands at its upper bound.
    pub at_high: Vec<bool>,
    /// Amount of each basic variable.
    pub amount: Vec<f64>,
    /// One plus the sum of squares of each row.
    pub weight: Vec<f64>,
    /// Bounds of every variable.
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    /// Pivots since the table was last worked out afresh.
    pub age: usize,
    /// Entries changed by pivots so far: what the search has cost, the same on every machine.
    pub work: u64,
    filled: Vec<u32>,
}

impl Tableau {
    /// No line held, every column at the bound its worth prefers.
    pub fn of(problem: &Problem) -> Tableau {
        let width = problem.width();
        let variables = width + problem.lines.len();
        let mut tableau = Tableau {
            width,
            table: Vec::new(),
            basic: Vec::new(),
            free: (0..width as u32).collect(),
            place: (0..variables)
                .map(|variable| if variable < width { Place::Free(variable as u32) } else { Place::Away })
                .collect(),
            reduced: problem.worth.clone(),
            at_high: problem.worth.iter().map(|worth| *worth > 0.0).collect(),
            amount: Vec::new(),
            weight: Vec::new(),
            low: problem.low.clone(),
            high: problem.high.clone(),
            age: 0,
            work: 0,
            filled: Vec::new(),
        };
        for line in &problem.lines {
            tableau.low.push(line.low);
            tableau.high.push(line.high);
        }
        tableau
    }

    /// Learns of lines added to the problem since.
    pub fn grow(&mut self, problem: &Problem) {
        let known = self.place.len() - self.width;
        for line in &problem.lines[known..] {
            self.place.push(Place::Away);
            self.low.push(line.low);
            self.high.push(line.high);
        }
    }

    /// Gives every variable its new number; those without one must not be held.
    pub fn rename(&mut self, after: &[u32]) {
        let count = after.iter().filter(|number| **number != u32::MAX).count();
        let mut place = vec![Place::Away; count];
        let (mut low, mut high) = (vec![0.0; count], vec![0.0; count]);
        for (before, number) in after.iter().enumerate().filter(|(_, number)| **number != u32::MAX) {
            place[*number as usize] = self.place[before];
            low[*number as usize] = self.low[before];
            high[*number as usize] = self.high[before];
        }
        self.basic
            .iter_mut()
            .chain(self.free.iter_mut())
            .for_each(|variable| *variable = after[*variable as usize]);
        (self.place, self.low, self.high) = (place, low, high);
    }

    /// Number of rows held.
    pub fn depth(&self) -> usize {
        self.basic.len()
    }

    /// One row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.table[row * self.width..(row + 1) * self.width]
    }

    /// Amount of a nonbasic variable.
    pub fn free_amount(&self, column: usize) -> f64 {
        let variable = self.free[column] as usize;
        if self.at_high[column] { self.high[variable] } else { self.low[variable] }
    }

    /// The worth at the current amounts, a bound when every nonbasic variable stands at the side it prefers.
    pub fn worth(&self) -> f64 {
        (0..self.width).map(|column| self.reduced[column] * self.free_amount(column)).sum()
    }

    /// Sets the bounds of a variable and moves the amounts along.
    pub fn bound(&mut self, variable: usize, low: f64, high: f64) {
        let Place::Free(column) = self.place[variable] else {
            self.low[variable] = low;
            self.high[variable] = high;
            return;
        };
        let column = column as usize;
        let before = self.free_amount(column);
        self.low[variable] = low;
        self.high[variable] = high;
        self.at_high[column] = self.prefers_high(column);
        let change = self.free_amount(column) - before;
        self.shift(column, change);
    }

    /// The side a nonbasic variable prefers; where it does not care, the one it stands at, and never an infinite one.
    pub fn prefers_high(&self, column: usize) -> bool {
        let variable = self.free[column] as usize;
        let is_high = match self.reduced[column] {
            worth if worth > 0.0 => true,
            worth if worth < 0.0 => false,
            _ => self.at_high[column],
        };
        if is_high { self.high[variable].is_finite() } else { !self.low[variable].is_finite() }
    }

    /// Moves a nonbasic variable and the basic ones with it.
    pub fn shift(&mut self, column: usize, change: f64) {
        if change == 0.0 {
            return;
        }
        for (row, amount) in self.amount.iter_mut().enumerate() {
            *amount += self.table[row * self.width + column] * change;
        }
    }

    /// The point in the columns of the problem.
    pub fn point(&self) -> Vec<f64> {
        (0..self.width)
            .map(|variable| match self.place[variable] {
                Place::Basic(row) => self.amount[row as usize],
                Place::Free(column) => self.free_amount(column as usize),
                Place::Away => 0.0,
            })
            .collect()
    }

    /// Holds a line: its sum becomes basic.
    pub fn hold(&mut self, problem: &Problem, line: usize) {
        let row = self.depth();
        self.table.resize((row + 1) * self.width, 0.0);
        let (before, own) = self.table.split_at_mut(row * self.width);
        for (place, amount) in problem.lines[line].terms() {
            match self.place[place] {
                Place::Free(column) => own[column as usize] += amount,
                Place::Basic(other) => {
                    let start = other as usize * self.width;
                    let other = &before[start..start + self.width];
                    add(own, other, amount);
                }
                Place::Away => {}
            }
        }
        let sum: f64 = (0..self.width).map(|column| self.row(row)[column] * self.free_amount(column)).sum();
        let weight: f64 = 1.0 + product(self.row(row), self.row(row));
        self.basic.push((self.width + line) as u32);
        self.place[self.width + line] = Place::Basic(row as u32);
        self.amount.push(sum);
        self.weight.push(weight);
    }

    /// Lets go of a row whose basic variable is the sum of a line.
    pub fn release(&mut self, row: usize) {
        let last = self.depth() - 1;
        self.place[self.basic[row] as usize] = Place::Away;
        if row != last {
            let width = self.width;
            self.table.copy_within(last * width..(last + 1) * width, row * width);
            self.place[self.basic[last] as usize] = Place::Basic(row as u32);
        }
        self.table.truncate(last * self.width);
        self.basic.swap_remove(row);
        self.amount.swap_remove(row);
        self.weight.swap_remove(row);
    }

    /// Exchanges the basic variable of a row with the nonbasic one of a column; amounts are the caller's affair.
    pub fn pivot(&mut self, row: usize, column: usize) {
        let width = self.width;
        let inverse = 1.0 / self.table[row * width + column];
        let own: Vec<f64> = self.row(row).to_vec();
        let mut filled = std::mem::take(&mut self.filled);
        filled.clear();
        filled.extend((0..width as u32).filter(|place| own[*place as usize].abs() > TINY));
        let is_dense = filled.len() * 3 > width;
        for other in 0..self.depth() {
            let start = other * width;
            let factor = self.table[start + column] * inverse;
            if other == row || factor.abs() <= TINY {
                continue;
            }
            let entries = &mut self.table[start..start + width];
            self.work += if is_dense { width } else { filled.len() } as u64;
            if is_dense {
                let squares = eliminate(entries, &own, factor);
                entries[column] = factor;
                self.weight[other] = 1.0 + squares + factor * factor;
            } else {
                let mut change = factor * factor;
                for place in &filled {
                    let place = *place as usize;
                    let before = entries[place];
                    let after = before - factor * own[place];
                    change += after * after - before * before;
                    entries[place] = after;
                }
                entries[column] = factor;
                self.weight[other] = (self.weight[other] + change).max(1.0);
            }
        }
        let step = self.reduced[column] * inverse;
        self.table[row * width..(row + 1) * width].fill(0.0);
        for place in &filled {
            let place = *place as usize;
            self.reduced[place] -= step * own[place];
            self.table[row * width + place] = -own[place] * inverse;
        }
        self.reduced[column] = step;
        self.table[row * width + column] = inverse;
        self.weight[row] = 1.0 + product(self.row(row), self.row(row));
        let (leaving, entering) = (self.basic[row], self.free[column]);
        self.basic[row] = entering;
        self.free[column] = leaving;
        self.place[entering as usize] = Place::Basic(row as u32);
        self.place[leaving as usize] = Place::Free(column as u32);
        self.filled = filled;
        self.age += 1;
    }

    /// Works out the amounts of the basic variables afresh.
    pub fn settle(&mut self) {
        let amounts: Vec<f64> = (0..self.width).map(|column| self.free_amount(column)).collect();
        for row in 0..self.depth() {
            self.amount[row] = product(self.row(row), &amounts);
        }
    }
}
