//! Bounds that hold whatever rounding did to the tableau: worked out from the problem's own lines.

use super::problem::Problem;
use super::tableau::{Place, Tableau};

/// What rounding may hide, as a share of the terms added up.
const ROUNDING: f64 = 1e-13;

impl Tableau {
    /// No point within the bounds is worth more than this (without what was settled), and what each column adds to it
    /// per unit.
    ///
    /// For any prices y of the lines: worth = (c - yA)x + y(Ax), each part at its best within its own bounds.
    pub fn bound_of(&self, problem: &Problem) -> (f64, Vec<f64>) {
        let mut own = problem.worth.clone();
        let (mut bound, mut size) = (0.0, 0.0);
        for (column, price) in self.reduced.iter().enumerate() {
            let variable = self.free[column] as usize;
            let side = if *price > 0.0 { self.high[variable] } else { self.low[variable] };
            if variable < self.width || *price == 0.0 || !side.is_finite() {
                continue;
            }
            bound += price * side;
            size += (price * side).abs();
            for (place, amount) in problem.lines[variable - self.width].terms() {
                own[place] -= price * amount;
            }
        }
        for (place, worth) in own.iter().enumerate() {
            let most = worth * if *worth > 0.0 { self.high[place] } else { self.low[place] };
            bound += most;
            size += most.abs();
        }
        (bound + ROUNDING * size, own)
    }

    /// Whether the basic variable of a row cannot come back within its bounds, whatever the others do.
    pub fn is_beyond_reach(&self, problem: &Problem, row: usize, is_over: bool) -> bool {
        let variable = self.basic[row] as usize;
        let sign = if is_over { 1.0 } else { -1.0 };
        let mut own = vec![0.0; self.width];
        if variable < self.width {
            own[variable] = 1.0;
        } else {
            problem.lines[variable - self.width].terms().for_each(|(place, amount)| own[place] += amount);
        }
        let (mut least, mut size) = (0.0, 0.0);
        for (column, entry) in self.row(row).iter().enumerate() {
            let other = self.free[column] as usize;
            let entry_signed = sign * entry;
            let side = if entry_signed > 0.0 { self.low[other] } else { self.high[other] };
            if other < self.width || *entry == 0.0 || !side.is_finite() {
                continue;
            }
            least += entry_signed * side;
            size += (entry_signed * side).abs();
            for (place, amount) in problem.lines[other - self.width].terms() {
                own[place] -= entry * amount;
            }
        }
        // What is left of a structural basic variable itself is its own identity and has no other side.
        for (place, amount) in own.iter().enumerate() {
            let amount = sign * amount;
            let part = amount * if amount > 0.0 { self.low[place] } else { self.high[place] };
            least += part;
            size += part.abs();
        }
        let limit = if is_over { self.high[variable] } else { -self.low[variable] };
        least > limit + 1e-9 + ROUNDING * size
    }

    /// Amount of any variable at the current point.
    pub fn amount_of(&self, problem: &Problem, variable: usize, point: &[f64]) -> f64 {
        match self.place[variable] {
            Place::Basic(row) => self.amount[row as usize],
            Place::Free(column) => self.free_amount(column as usize),
            Place::Away => problem.lines[variable - self.width].at(point),
        }
    }
}
