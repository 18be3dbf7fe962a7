//! `Breach`: how far a rule with a price is broken, as columns that the program pays for.
//!
//! Where the limit is an amount, one column v >= 0 is added to the row: used - v <= limit, worth -price each. Where it is
//! a share of the whole, p >= 0 is the share by which it is broken, and p x whole >= what is spent beyond the share. The
//! product is exact with one column per place of the whole, w = p x chosen: w <= chosen, w <= p (and w >= p + chosen - 1
//! where an amount is negative).

use rust_decimal::Decimal;

use super::program::Program;
use super::rule::{Rule, Side};
use crate::quantity::real::real;

/// Percentage points of a whole.
const POINTS: f64 = 100.0;

/// The columns of one broken rule.
#[derive(Clone, Debug)]
pub struct Breach {
    /// How far the rule is broken: units of its limit over `scale`, or a share of its whole.
    column: usize,
    scale: f64,
    /// (place, column of p x chosen).
    parts: Vec<(usize, usize)>,
}

impl Rule {
    /// Adds the row of a rule with a price, so that it may be broken at that price; `unit` is the program's unit of worth.
    pub fn add_soft_to(&self, program: &mut Program, unit: f64) -> Breach {
        let price = real(self.price.expect("only a rule with a price may be broken"));
        if !self.whole.is_empty() {
            return self.add_soft_share(program, price * POINTS / unit);
        }
        let scale = self.scale();
        let most = real(self.most_short()).max(0.0) / scale;
        let column = program.continuous(0.0, most, -price * scale / unit);
        let sign = if self.side == Side::AtMost { -1.0 } else { 1.0 };
        self.add_row(program, &[(column, sign)]);
        Breach { column, scale, parts: Vec::new() }
    }

    fn add_soft_share(&self, program: &mut Program, cost: f64) -> Breach {
        let column = program.continuous(0.0, 1.0, -cost);
        let largest = self.whole.iter().map(|(_, amount)| amount.abs()).max().unwrap_or_default();
        let scale = real(largest).max(1e-9);
        let mut row: Vec<(usize, f64)> =
            self.terms.iter().map(|(place, c)| (*place, real(self.taken(*c)) / scale)).collect();
        let mut parts = Vec::new();
        for (place, amount) in &self.whole {
            let part = program.continuous(0.0, 1.0, 0.0);
            program.at_most(vec![(part, 1.0), (*place, -1.0)], 0.0);
            program.at_most(vec![(part, 1.0), (column, -1.0)], 0.0);
            if *amount < Decimal::ZERO {
                program.at_least(vec![(part, 1.0), (column, -1.0), (*place, -1.0)], -1.0);
            }
            row.push((part, -real(*amount) / scale));
            parts.push((*place, part));
        }
        program.at_most(row, 0.0);
        Breach { column, scale, parts }
    }
}

impl Breach {
    /// Sets the columns to what the chosen places break of the rule, so that they are part of a feasible point.
    pub fn complete(&self, rule: &Rule, chosen: &[bool], columns: &mut [f64]) {
        let short = real(rule.short_by(chosen));
        let share = if rule.whole.is_empty() { short / self.scale } else { short / POINTS };
        columns[self.column] = share;
        for (place, part) in &self.parts {
            columns[*part] = if chosen[*place] { share } else { 0.0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::highs::{Limits, solve};
    use crate::optimize::statement::Statement;
    use rust_decimal::dec;

    /// The worth of the best choice of two columns worth 50 each.
    fn best(rule: &Rule) -> f64 {
        let mut program = Program::default();
        let columns = [program.binary(50.0), program.binary(50.0)];
        let breach = rule.add_soft_to(&mut program, 1.0);
        let answer = solve(&program, &Limits::default(), None);
        let point = answer.columns.expect("a soft rule always leaves a choice");
        let chosen: Vec<bool> = columns.iter().map(|column| point[*column] > 0.5).collect();
        let mut exact = point.clone();
        breach.complete(rule, &chosen, &mut exact);
        assert!((exact[breach.column] - point[breach.column]).abs() < 1e-7, "the solver pays what is broken");
        answer.bound
    }

    fn rule(terms: Vec<(usize, Decimal)>, limit: Decimal, price: Decimal) -> Rule {
        let rule = Rule::new(Statement::Budget { year: 0 }, terms, Side::AtMost, limit);
        Rule { price: Some(price), ..rule }
    }

    #[test]
    fn a_rule_is_broken_where_that_is_worth_its_price() {
        let terms = vec![(0, dec!(60)), (1, dec!(60))];
        let near =
            |worth: f64, wanted: f64| assert!((worth - wanted).abs() < 1e-6, "{worth} is not {wanted}");
        near(best(&rule(terms.clone(), dec!(100), dec!(2))), 60.0);
        near(best(&rule(terms, dec!(100), dec!(3))), 50.0);
    }

    #[test]
    fn a_share_is_broken_by_the_point() {
        // Both: 60 of 80 is 75 %, 25 points above a half. Only the second: 0 %.
        let whole = vec![(0, dec!(60)), (1, dec!(20))];
        let share = |price| Rule {
            whole: whole.clone(),
            ..rule(vec![(0, dec!(30)), (1, dec!(-10))], dec!(0), price)
        };
        assert!((best(&share(dec!(1))) - 75.0).abs() < 1e-6);
        assert!((best(&share(dec!(3))) - 50.0).abs() < 1e-6);
    }
}
