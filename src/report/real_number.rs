//! Reals for reading: points, changes and ratios in the language's number format.

use rust_decimal::Decimal;

use super::number::{grouped, percent_of_real, thousands};
use crate::domain::text::Language;
use crate::quantity::real::exact;

/// A real with fixed decimals; a dash when it has no number.
pub fn figure(real: f64, places: u32, language: Language) -> String {
    exact(real).map_or_else(dash, |exact| grouped(exact, places, language))
}

/// The same for what may be unknown.
pub fn figure_if_any(real: Option<f64>, places: u32, language: Language) -> String {
    real.map_or_else(dash, |real| figure(real, places, language))
}

/// A change with its sign, zero without: `+1.2`, `−0.4`, `0.0`.
pub fn change(real: f64, places: u32, language: Language) -> String {
    let text = figure(real, places, language);
    let is_zero = !text.contains(|letter: char| letter.is_ascii_digit() && letter != '0');
    if is_zero || real < 0.0 { text } else { format!("+{text}") }
}

/// A share as per cent; a dash when unknown.
pub fn share_if_any(share: Option<f64>, places: u32, language: Language) -> String {
    share.map_or_else(dash, |share| percent_of_real(share, places, language))
}

/// A change of a share as per cent with its sign.
pub fn share_change(share: f64, places: u32, language: Language) -> String {
    let text = percent_of_real(share, places, language);
    let is_zero = !text.contains(|letter: char| letter.is_ascii_digit() && letter != '0');
    if is_zero || share < 0.0 { text } else { format!("+{text}") }
}

/// A real amount in whole thousands; a dash when it has no number.
pub fn thousands_of_real(amount: f64, currency: &str, language: Language) -> String {
    exact(amount).map_or_else(dash, |amount| thousands(amount, currency, language))
}

/// A judgement on the 1/9..9 scale as people say it: `3`, `1/3`, `2.4`, `0.78`.
pub fn judgement(ratio: f64, language: Language) -> String {
    const NEARLY_WHOLE: f64 = 0.05;
    let (inverse, is_whole) = (1.0 / ratio, |real: f64| (real - real.round()).abs() < NEARLY_WHOLE);
    match ratio < 1.0 {
        true if is_whole(inverse) && inverse.round() > 1.0 => format!("1/{}", figure(inverse, 0, language)),
        true => figure(ratio, 2, language),
        false if is_whole(ratio) => figure(ratio, 0, language),
        false => figure(ratio, 1, language),
    }
}

/// What stands for an unknown figure.
pub fn dash() -> String {
    "–".to_string()
}

/// An exact amount of thousands for what may be unknown.
pub fn thousands_if_any(amount: Option<Decimal>, currency: &str, language: Language) -> String {
    amount.map_or_else(dash, |amount| thousands(amount, currency, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_carry_their_sign_and_zero_has_none() {
        assert_eq!(change(1.26, 1, Language::English), "+1.3");
        assert_eq!(change(-1.26, 1, Language::French), "\u{2212}1,3");
        assert_eq!(change(0.04, 1, Language::English), "0.0");
        assert_eq!(share_change(0.123, 0, Language::English), "+12%");
    }

    #[test]
    fn judgements_read_as_they_were_given() {
        assert_eq!(judgement(0.333333, Language::English), "1/3");
        assert_eq!(judgement(3.0, Language::English), "3");
        assert_eq!(judgement(2.44, Language::French), "2,4");
        assert_eq!(judgement(1.0, Language::English), "1");
        assert_eq!(judgement(0.777, Language::English), "0.78");
    }

    #[test]
    fn what_is_unknown_is_a_dash() {
        assert_eq!(figure(f64::NAN, 1, Language::English), "–");
        assert_eq!(figure_if_any(None, 1, Language::English), "–");
    }
}
