//! `Rule`: one linear statement over the candidates, with exact coefficients.

use rust_decimal::Decimal;

use super::program::Program;
use super::statement::Statement;
use crate::quantity::real::real;

/// Which side of the limit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    AtMost,
    AtLeast,
}

/// Sum of coefficient x chosen, at most or at least the limit; the unit is that of the statement.
#[derive(Clone, Debug)]
pub struct Rule {
    pub statement: Statement,
    /// (place of the candidate, coefficient); each place at most once.
    pub terms: Vec<(usize, Decimal)>,
    pub side: Side,
    pub limit: Decimal,
}

impl Rule {
    /// What the chosen candidates use of the rule.
    pub fn used(&self, chosen: &[bool]) -> Decimal {
        self.terms.iter().filter(|(place, _)| chosen[*place]).map(|(_, coefficient)| coefficient).sum()
    }

    /// Room left before the limit; negative when the rule is broken.
    pub fn slack(&self, chosen: &[bool]) -> Decimal {
        self.taken(self.limit) - self.taken(self.used(chosen))
    }

    /// The room that using this much more takes: all of it where the limit is above, less than none where it is below.
    pub fn taken(&self, more: Decimal) -> Decimal {
        match self.side {
            Side::AtMost => more,
            Side::AtLeast => -more,
        }
    }

    /// Whether the chosen candidates keep the rule, to the last digit.
    pub fn is_kept(&self, chosen: &[bool]) -> bool {
        self.slack(chosen) >= Decimal::ZERO
    }

    /// Adds the row of the rule to a program, divided by its largest number so that the solver's tolerance means the same for all.
    pub fn add_to(&self, program: &mut Program) {
        let scale =
            self.terms.iter().map(|(_, c)| real(c.abs())).fold(real(self.limit.abs()), f64::max).max(1e-9);
        let terms = self.terms.iter().map(|(place, c)| (*place, real(*c) / scale)).collect();
        let limit = real(self.limit) / scale;
        match self.side {
            Side::AtMost => program.at_most(terms, limit),
            Side::AtLeast => program.at_least(terms, limit),
        }
    }

    /// Whether every choice keeps the rule, so that it need not be stated.
    pub fn is_idle(&self) -> bool {
        let worst: Decimal = match self.side {
            Side::AtMost => self.terms.iter().map(|(_, c)| (*c).max(Decimal::ZERO)).sum(),
            Side::AtLeast => self.terms.iter().map(|(_, c)| (*c).min(Decimal::ZERO)).sum(),
        };
        match self.side {
            Side::AtMost => worst <= self.limit,
            Side::AtLeast => worst >= self.limit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_cent_too_much_breaks_a_budget() {
        let rule = Rule {
            statement: Statement::Budget { year: 0 },
            terms: vec![(0, dec!(60)), (1, dec!(40.01))],
            side: Side::AtMost,
            limit: dec!(100),
        };
        assert!(!rule.is_kept(&[true, true]));
        assert!(rule.is_kept(&[true, false]));
        assert_eq!(rule.slack(&[true, true]), dec!(-0.01));
    }
}
