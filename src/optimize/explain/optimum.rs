//! `Optimum`: the best plan of one ask with how far it is proven, and `Figure`, the difference of two of them.

use std::cmp::Ordering;

use rust_decimal::Decimal;

/// The best plan found for an ask.
#[derive(Clone, Debug)]
pub struct Optimum {
    pub chosen: Vec<bool>,
    /// NPV less what breaking soft rules costs, in the dossier's currency.
    pub worth: Decimal,
    /// No plan is worth more; the worth itself when proven, none when nothing is known.
    pub bound: Option<Decimal>,
}

impl Optimum {
    /// Whether no plan is worth more.
    pub fn is_proven(&self) -> bool {
        self.bound == Some(self.worth)
    }

    /// This worth less the other's.
    pub fn less(&self, other: &Optimum) -> Figure {
        Figure {
            amount: self.worth - other.worth,
            low: other.bound.map(|bound| self.worth - bound),
            high: self.bound.map(|bound| bound - other.worth),
        }
    }
}

/// An amount with what is proven about it, in the dossier's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The difference of the best plans found.
    pub amount: Decimal,
    /// It is not less than this; none when nothing is known.
    pub low: Option<Decimal>,
    /// It is not more than this; none when nothing is known.
    pub high: Option<Decimal>,
}

impl Figure {
    /// A figure without doubt.
    pub fn exact(amount: Decimal) -> Figure {
        Figure { amount, low: Some(amount), high: Some(amount) }
    }

    /// Whether both ends are the amount itself.
    pub fn is_proven(&self) -> bool {
        self.low == Some(self.amount) && self.high == Some(self.amount)
    }

    /// How it compares with zero; none when its ends lie on both sides.
    pub fn sign(&self) -> Option<Ordering> {
        if self.is_proven() {
            return Some(self.amount.cmp(&Decimal::ZERO));
        }
        let is_above = self.low.is_some_and(|low| low > Decimal::ZERO);
        let is_below = self.high.is_some_and(|high| high < Decimal::ZERO);
        if is_above { Some(Ordering::Greater) } else { is_below.then_some(Ordering::Less) }
    }

    /// The figure with another amount added to all of it.
    pub fn plus(&self, amount: Decimal) -> Figure {
        Figure {
            amount: self.amount + amount,
            low: self.low.map(|low| low + amount),
            high: self.high.map(|high| high + amount),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn optimum(worth: Decimal, bound: Option<Decimal>) -> Optimum {
        Optimum { chosen: Vec::new(), worth, bound }
    }

    #[test]
    fn a_difference_of_proven_optima_is_proven_and_any_other_an_interval() {
        let ten = optimum(dec!(10), Some(dec!(10)));
        let about_seven = optimum(dec!(7), Some(dec!(9)));
        let unknown = optimum(dec!(7), None);
        assert_eq!(ten.less(&ten).sign(), Some(Ordering::Equal));
        let figure = ten.less(&about_seven);
        assert_eq!((figure.amount, figure.low, figure.high), (dec!(3), Some(dec!(1)), Some(dec!(3))));
        assert_eq!(figure.sign(), Some(Ordering::Greater));
        assert_eq!(about_seven.less(&ten).sign(), Some(Ordering::Less));
        assert_eq!(ten.less(&unknown).sign(), None);
        assert!(!figure.is_proven());
    }
}
