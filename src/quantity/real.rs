//! The one bridge between exact decimals and `f64`, both ways, with the loss stated.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// The nearest `f64` of an exact decimal.
///
/// A decimal has up to 28 digits and an `f64` about 16: the relative loss is at most 1.2e-16.
pub fn real(exact: Decimal) -> f64 {
    exact.to_f64().expect("every decimal has a nearest f64")
}

/// The decimal nearest to a finite real, or nothing when it is not finite or above the decimal ceiling (7.9e28).
///
/// Uses the shortest decimal text that reads back as the same `f64`, so 0.1 becomes exactly 0.1.
pub fn exact(real: f64) -> Option<Decimal> {
    Decimal::from_f64(real)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_tenth_travels_both_ways() {
        assert_eq!(exact(0.1), Some(dec!(0.1)));
        assert_eq!(real(dec!(0.1)), 0.1);
    }

    #[test]
    fn what_is_not_finite_has_no_exact_form() {
        assert_eq!(exact(f64::NAN), None);
        assert_eq!(exact(1e40), None);
    }
}
