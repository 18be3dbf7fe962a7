//! `Rule`: one linear statement over the candidates, with exact coefficients.

use rust_decimal::Decimal;

use super::program::Program;
use super::statement::Statement;
use crate::domain::place::Place;
use crate::quantity::real::real;

/// Which side of the limit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    AtMost,
    AtLeast,
}

/// Places behind the decimal point to which a rule is kept: what exact decimals lose in a twelfth or a sixth of an amount
/// lies far beyond them.
const KEPT_PLACES: u32 = 12;

/// Sum of coefficient x chosen, at most or at least the limit; the unit is that of the statement.
#[derive(Clone, Debug)]
pub struct Rule {
    pub statement: Statement,
    /// (place of the candidate or component, coefficient); each place at most once.
    pub terms: Vec<(usize, Decimal)>,
    pub side: Side,
    pub limit: Decimal,
    /// What the limit is a share of, where it is one: (place, amount). The terms then are amounts less the allowed share
    /// of these, and the limit is 0.
    pub whole: Vec<(usize, Decimal)>,
    /// What breaking it by one unit costs, in the dossier's currency; nothing when it may not be broken.
    ///
    /// The unit is that of the limit, and one percentage point of the whole where the limit is a share.
    pub price: Option<Decimal>,
    /// Where the dossier states it; nothing for what a plan is and what the user forces.
    pub place: Option<Place>,
}

impl Rule {
    /// A rule that may not be broken and that no row of the dossier states.
    pub fn new(statement: Statement, terms: Vec<(usize, Decimal)>, side: Side, limit: Decimal) -> Rule {
        Rule { statement, terms, side, limit, whole: Vec::new(), price: None, place: None }
    }

    /// The same rule, stated at this place.
    pub fn stated_at(self, place: &Place) -> Rule {
        Rule { place: Some(place.clone()), ..self }
    }

    /// What breaking the rule costs the chosen places, in the dossier's currency: price x units it is short by, at least
    /// 0; 0 for a rule without a price.
    pub fn penalty(&self, chosen: &[bool]) -> Decimal {
        let price = self.price.unwrap_or_default();
        if price.is_zero() { Decimal::ZERO } else { price * self.short_by(chosen) }
    }

    /// Units by which the chosen places break the rule, 0 when they keep it; percentage points where the limit is a share
    /// of a whole (0 of an empty whole).
    pub fn short_by(&self, chosen: &[bool]) -> Decimal {
        let short = -self.slack(chosen).round_dp(KEPT_PLACES);
        if short <= Decimal::ZERO {
            return Decimal::ZERO;
        }
        if self.whole.is_empty() {
            return short;
        }
        let whole = sum_of(&self.whole, chosen);
        if whole > Decimal::ZERO { short * Decimal::ONE_HUNDRED / whole } else { Decimal::ZERO }
    }

    /// What the chosen candidates use of the rule.
    pub fn used(&self, chosen: &[bool]) -> Decimal {
        sum_of(&self.terms, chosen)
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

    /// Whether the chosen places keep the rule, to 12 places behind the decimal point.
    pub fn is_kept(&self, chosen: &[bool]) -> bool {
        !self.is_short(self.slack(chosen))
    }

    /// Whether this much room is less than none.
    pub fn is_short(&self, slack: Decimal) -> bool {
        slack.round_dp(KEPT_PLACES) < Decimal::ZERO
    }

    /// Whether it may be broken at a price.
    pub fn is_soft(&self) -> bool {
        self.price.is_some()
    }

    /// Adds the row of the rule to a program, divided by its largest number so that the solver's tolerance means the same for all.
    pub fn add_to(&self, program: &mut Program) {
        self.add_row(program, &[]);
    }

    /// The largest number of the row: what the program's row is divided by.
    pub(super) fn scale(&self) -> f64 {
        self.terms.iter().map(|(_, c)| real(c.abs())).fold(real(self.limit.abs()), f64::max).max(1e-9)
    }

    /// Adds the row with other columns in it, their coefficients already divided by the scale.
    pub(super) fn add_row(&self, program: &mut Program, others: &[(usize, f64)]) {
        let scale = self.scale();
        let own = self.terms.iter().map(|(place, c)| (*place, real(*c) / scale));
        let terms = own.chain(others.iter().copied()).collect();
        let limit = real(self.limit) / scale;
        match self.side {
            Side::AtMost => program.at_most(terms, limit),
            Side::AtLeast => program.at_least(terms, limit),
        }
    }

    /// Whether every choice keeps the rule, so that it need not be stated.
    pub fn is_idle(&self) -> bool {
        self.most_short() <= Decimal::ZERO
    }

    /// By how much the limit could be missed if every place that presses on it were chosen; at most 0 when never.
    pub(super) fn most_short(&self) -> Decimal {
        let pressing = self.terms.iter().map(|(_, c)| self.taken(*c).max(Decimal::ZERO));
        pressing.sum::<Decimal>() - self.taken(self.limit)
    }
}

fn sum_of(terms: &[(usize, Decimal)], chosen: &[bool]) -> Decimal {
    terms.iter().filter(|(place, _)| chosen[*place]).map(|(_, amount)| amount).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_cent_too_much_breaks_a_budget() {
        let terms = vec![(0, dec!(60)), (1, dec!(40.01))];
        let rule = Rule::new(Statement::Budget { year: 0 }, terms, Side::AtMost, dec!(100));
        assert!(!rule.is_kept(&[true, true]));
        assert!(rule.is_kept(&[true, false]));
        assert_eq!(rule.slack(&[true, true]), dec!(-0.01));
    }

    #[test]
    fn thirds_of_an_amount_that_fill_a_limit_keep_it() {
        let third = dec!(2) / dec!(3);
        let terms = vec![(0, third), (1, third), (2, third)];
        let rule = Rule::new(Statement::Budget { year: 0 }, terms, Side::AtMost, dec!(2));
        assert!(rule.slack(&[true; 3]) < Decimal::ZERO, "28 digits round two thirds up");
        assert!(rule.is_kept(&[true; 3]));
    }

    #[test]
    fn a_broken_share_costs_by_the_percentage_point() {
        // 60 of 80 is 75 %, 25 points above a half.
        let whole = vec![(0, dec!(60)), (1, dec!(20))];
        let terms = vec![(0, dec!(30)), (1, dec!(-10))];
        let rule = Rule::new(Statement::Budget { year: 0 }, terms, Side::AtMost, dec!(0));
        let rule = Rule { whole, price: Some(dec!(3)), ..rule };
        assert_eq!(rule.penalty(&[true, true]), dec!(75));
        assert_eq!(rule.penalty(&[false, true]), dec!(0));
        assert_eq!(
            Rule { whole: Vec::new(), ..rule }.penalty(&[true, true]),
            dec!(60),
            "20 units of the limit"
        );
    }
}
