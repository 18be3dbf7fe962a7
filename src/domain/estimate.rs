//! `ThreePoint`: a number not yet known, given as low, mode and high; and the smallest number that is one.

use rust_decimal::{Decimal, dec};

/// Low, most likely and high; ordered by a check, never silently re-ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreePoint {
    pub low: Decimal,
    pub mode: Decimal,
    pub high: Decimal,
}

impl ThreePoint {
    /// The same number three times.
    pub fn certain(number: Decimal) -> ThreePoint {
        ThreePoint { low: number, mode: number, high: number }
    }

    /// The PERT mean (low + 4 mode + high) / 6, in the unit of the estimate.
    pub fn mean(&self) -> Decimal {
        (self.low + dec!(4) * self.mode + self.high) / dec!(6)
    }

    /// Whether low <= mode <= high.
    pub fn is_ordered(&self) -> bool {
        self.low <= self.mode && self.mode <= self.high
    }
}

/// Whether the number is not zero and nearer to it than anything that is counted: exact quotients by such a number are
/// beyond what a decimal holds.
pub fn is_too_small(number: Decimal) -> bool {
    !number.is_zero() && number.abs() < dec!(0.000000001)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_not_too_small() {
        let small = [dec!(0.0000000009), dec!(-0.0000000009), dec!(0.0000000000000000000000000001)];
        assert!(small.into_iter().all(is_too_small));
        assert!(![dec!(0), dec!(0.000000001), dec!(-0.000000001), dec!(7)].into_iter().any(is_too_small));
    }

    #[test]
    fn the_mean_weighs_the_mode_four_times() {
        let estimate = ThreePoint { low: dec!(3), mode: dec!(8), high: dec!(16) };
        assert_eq!(estimate.mean(), dec!(8.5));
        assert!(estimate.is_ordered());
    }
}
