//! A rate as people write it: `0.09` or `9%`.

use rust_decimal::Decimal;

/// The rate in a text, as a fraction: both `0.09` and `9%` (or `9 %`) are nine per cent.
///
/// None for anything that is not a plain decimal of at most 28 digits. Any size and sign is read: whether a rate makes
/// sense is for the calculation to say.
pub fn rate_from_text(text: &str) -> Option<Decimal> {
    let text = text.trim();
    match text.strip_suffix('%') {
        Some(per_cent) => {
            Decimal::from_str_exact(per_cent.trim_end()).ok()?.checked_div(Decimal::ONE_HUNDRED)
        }
        None => Decimal::from_str_exact(text).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(rate_from_text(text), expected.map(|expected| expected.parse().unwrap()), "{text:?}");
    }

    #[test]
    fn fractions_and_per_cent() {
        check("0.09", Some("0.09"));
        check("9%", Some("0.09"));
        check(" 9 % ", Some("0.09"));
        check("-99.9%", Some("-0.999"));
        check("0", Some("0"));
        check("2", Some("2"));
    }

    #[test]
    fn what_is_no_rate() {
        for text in ["", "%", "9%%", "nine", "0,09", "1e-2", "NaN", "0.12345678901234567890123456789012345"] {
            check(text, None);
        }
    }
}
