//! Numbers in the sentences of findings.

use rust_decimal::Decimal;

use crate::domain::text::Bilingual;
use crate::quantity::real::exact;

/// Narrow no-break space, between groups of thousands in French.
const NARROW: char = '\u{202f}';
/// A number for reading in both languages: thousands grouped, no closing zeros, nothing rounded.
pub fn number(amount: Decimal) -> Bilingual {
    let plain = amount.normalize().to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let written = |group: char, point: char| {
        let mut text = sign.to_string();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(point);
            text.push_str(fraction);
        }
        text
    };
    Bilingual { en: written(',', '.'), fr: written(NARROW, ',') }
}

/// A real for reading in both languages, to `places` decimals; very large ones in powers of ten.
pub fn rounded(real: f64, places: u32) -> Bilingual {
    match exact(real) {
        Some(exact) => number(exact.round_dp(places)),
        None => Bilingual { en: format!("{real:e}"), fr: format!("{real:e}") },
    }
}

/// A share for reading as per cent in both languages, to one decimal.
pub fn percent(share: f64) -> Bilingual {
    let hundredths = rounded(share * 100.0, 1);
    Bilingual { en: format!("{}%", hundredths.en), fr: format!("{} %", hundredths.fr) }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn numbers_are_grouped_and_keep_every_digit() {
        let amount = number(dec!(-1234567.890));
        assert_eq!(
            (amount.en.as_str(), amount.fr.as_str()),
            ("-1,234,567.89", "-1\u{202f}234\u{202f}567,89")
        );
        assert_eq!(number(dec!(100)).en, "100");
    }

    #[test]
    fn shares_read_as_per_cent() {
        assert_eq!(percent(0.4567).en, "45.7%");
        assert_eq!(percent(0.4567).fr, "45,7 %");
    }

    #[test]
    fn what_no_decimal_can_hold_is_still_written() {
        assert_eq!(rounded(1e40, 0).en, "1e40");
    }
}
