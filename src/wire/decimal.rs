//! The exact decimal of a written number, without a detour through floating point.

use rust_decimal::Decimal;

/// Why a text is no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDecimal {
    /// Not of the form `-12.5` or `1.25e3`.
    Syntax,
    /// Beyond 28 digits before the point.
    TooLarge,
    /// Beyond 28 digits after the point because of its exponent.
    TooFine,
}

/// The decimal written as an optional sign, digits with at most one point, and an optional exponent.
///
/// Digits after the 28th decimal are rounded. Blanks, decimal commas and separators are not accepted.
pub fn decimal(text: &str) -> Result<Decimal, NotDecimal> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let points = unsigned.bytes().filter(|byte| *byte == b'.').count();
    let digits = unsigned.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || 1 < points || digits + points != unsigned.len() {
        return Err(NotDecimal::Syntax);
    }
    let Some(exponent) = exponent else {
        return mantissa.parse().map_err(|_| NotDecimal::TooLarge);
    };
    let power = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    if power.is_empty() || !power.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotDecimal::Syntax);
    }
    if !unsigned.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        return Ok(Decimal::ZERO);
    }
    let beyond = if exponent.starts_with('-') { NotDecimal::TooFine } else { NotDecimal::TooLarge };
    if 3 < power.len() {
        return Err(beyond);
    }
    Decimal::from_scientific(&text.replace("E+", "e").replace("e+", "e")).map_err(|_| beyond)
}

/// The decimal of a JSON number, read from its text; nothing beyond 28 digits.
pub fn of_json(number: &serde_json::Number) -> Option<Decimal> {
    decimal(&number.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn plain_and_scientific_numbers_are_exact() {
        assert_eq!(decimal("-0.00000087"), Ok(dec!(-0.00000087)));
        assert_eq!(decimal("-8.7e-7"), Ok(dec!(-0.00000087)));
        assert_eq!(decimal("1.5E+3"), Ok(dec!(1500)));
        assert_eq!(decimal("+.5"), Ok(dec!(0.5)));
        assert_eq!(decimal("0e99999"), Ok(dec!(0)));
    }

    #[test]
    fn what_is_no_plain_number_is_refused() {
        for text in ["", "-", ".", "1,5", "1 000", "1.2.3", "0x10", "NaN", "1e", "1e+", "--1", "1_000", "١"]
        {
            assert_eq!(decimal(text), Err(NotDecimal::Syntax), "{text}");
        }
        assert_eq!(decimal("1e40"), Err(NotDecimal::TooLarge));
        assert_eq!(decimal("100000000000000000000000000000000"), Err(NotDecimal::TooLarge));
        assert_eq!(decimal("1e-40"), Err(NotDecimal::TooFine));
    }
}
