//! `ThreePoint`: a number not yet known, given as low, mode and high.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_weighs_the_mode_four_times() {
        let estimate = ThreePoint { low: dec!(3), mode: dec!(8), high: dec!(16) };
        assert_eq!(estimate.mean(), dec!(8.5));
        assert!(estimate.is_ordered());
    }
}
