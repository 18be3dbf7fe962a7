//! The one bridge between exact decimals and reals, both ways, with the loss stated.

use rust_decimal::Decimal;

/// The real nearest to an exact decimal: at most half a unit of the 53rd binary digit is lost, nothing else.
pub fn real(decimal: Decimal) -> f64 {
    const LARGEST_EXACT: u128 = 1 << 53;
    const POWERS_EXACT: u32 = 22;
    let mantissa = decimal.mantissa();
    if mantissa.unsigned_abs() <= LARGEST_EXACT && decimal.scale() <= POWERS_EXACT {
        // Both sides are exact reals, so the quotient is rounded once.
        return mantissa as f64 / 10u128.pow(decimal.scale()) as f64;
    }
    decimal.to_string().parse().expect("a decimal prints as a number")
}

/// The decimal with the shortest digits that read back as this real, to 28 places; what is smaller is lost.
///
/// None for infinities, for what is not a number, and beyond the largest decimal (7.9e28).
pub fn exact(real: f64) -> Option<Decimal> {
    if !real.is_finite() {
        return None;
    }
    real.to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_nearest_real_both_by_quotient_and_by_digits() {
        for text in
            ["0", "-0.1", "0.09", "123456.789", "79228162514264337593543950335", "0.1234567890123456789"]
        {
            assert_eq!(real(decimal(text)), text.parse::<f64>().unwrap(), "{text}");
        }
        assert_eq!(real(decimal("9007199254740993")), 9_007_199_254_740_992.0);
    }

    #[test]
    fn back_with_the_shortest_digits() {
        assert_eq!(exact(0.1), Some(decimal("0.1")));
        assert_eq!(exact(-1234.5), Some(decimal("-1234.5")));
        assert_eq!(exact(1e28), Some(decimal("10000000000000000000000000000")));
        assert_eq!(exact(1e-40), Some(Decimal::ZERO));
        for lost in [f64::NAN, f64::INFINITY, 1e29, -1e300] {
            assert_eq!(exact(lost), None);
        }
    }
}
