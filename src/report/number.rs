//! Rounding and number format for reading: the only place that rounds.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::settings::currency_sign;
use crate::domain::text::Language;
use crate::quantity::real::exact;

/// Rounded half away from zero, as spreadsheets do.
pub fn rounded(amount: Decimal, places: u32) -> Decimal {
    amount.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// An amount as machines read it: plain decimal text, to the cent.
pub fn cents(amount: Decimal) -> String {
    let text = rounded(amount, 2);
    let text = if text.is_zero() { Decimal::ZERO } else { text };
    format!("{text:.2}")
}

/// A number for reading: grouped thousands and the language's decimal mark; narrow no-break spaces in French.
pub fn grouped(number: Decimal, places: u32, language: Language) -> String {
    let rounded = rounded(number, places);
    let text = format!("{:.*}", places as usize, rounded.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let (group, mark) = match language {
        Language::English => (",", "."),
        Language::French => ("\u{202f}", ","),
    };
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push_str(mark);
        grouped.push_str(fraction);
    }
    let is_negative = rounded.is_sign_negative() && !rounded.is_zero();
    if is_negative { format!("\u{2212}{grouped}") } else { grouped }
}

/// A number for reading with so many digits that matter, no zeros at its end: `0.12`, `1.2`, `420`.
pub fn significant(number: Decimal, digits: u32, language: Language) -> String {
    let strategy = RoundingStrategy::MidpointAwayFromZero;
    let short = number.round_sf_with_strategy(digits, strategy).unwrap_or(number).normalize();
    grouped(short, short.scale(), language)
}

/// An amount in whole units with its currency: `€9,200,000` or `9 200 000 €`.
pub fn money(amount: Decimal, currency: &str, language: Language) -> String {
    with_symbol(grouped(amount, 0, language), "", currency, language)
}

/// An amount in millions with two decimals: `€19.04M` or `19,04 M€`.
pub fn millions(amount: Decimal, currency: &str, language: Language) -> String {
    with_symbol(grouped(amount / Decimal::from(1_000_000), 2, language), "M", currency, language)
}

/// An amount in whole thousands: `€9,200k` or `9 200 k€`.
pub fn thousands(amount: Decimal, currency: &str, language: Language) -> String {
    with_symbol(grouped(amount / Decimal::from(1_000), 0, language), "k", currency, language)
}

/// A fraction as per cent: `51.5 %`; an English reader gets no blank before the sign.
pub fn percent(fraction: Decimal, places: u32, language: Language) -> String {
    let number = grouped(fraction * Decimal::ONE_HUNDRED, places, language);
    match language {
        Language::English => format!("{number}%"),
        Language::French => format!("{number}\u{202f}%"),
    }
}

/// The same for a real; a dash when it has no number.
pub fn percent_of_real(fraction: f64, places: u32, language: Language) -> String {
    exact(fraction).map_or_else(|| "\u{2013}".into(), |fraction| percent(fraction, places, language))
}

/// A count with its noun: English has one singular, for 1; French takes the singular for 0 as well.
pub fn counted(count: usize, one: &str, several: &str, language: Language) -> String {
    let is_one = match language {
        Language::English => count == 1,
        Language::French => count <= 1,
    };
    format!("{count} {}", if is_one { one } else { several })
}

fn with_symbol(number: String, scale: &str, currency: &str, language: Language) -> String {
    let symbol = currency_sign(currency);
    match language {
        Language::English if symbol.chars().count() == 1 => match number.strip_prefix('\u{2212}') {
            Some(positive) => format!("\u{2212}{symbol}{positive}{scale}"),
            None => format!("{symbol}{number}{scale}"),
        },
        Language::English => format!("{symbol}\u{a0}{number}{scale}"),
        Language::French => format!("{number}\u{a0}{scale}{symbol}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn both_languages_read_the_same_number_their_way() {
        assert_eq!(grouped(dec!(-1234567.885), 2, Language::English), "\u{2212}1,234,567.89");
        assert_eq!(grouped(dec!(1234567.885), 2, Language::French), "1\u{202f}234\u{202f}567,89");
        assert_eq!(millions(dec!(19038062.8), "EUR", Language::French), "19,04\u{a0}M€");
        assert_eq!(millions(dec!(-19038062.8), "EUR", Language::English), "\u{2212}€19.04M");
        assert_eq!(percent(dec!(0.515), 1, Language::French), "51,5\u{202f}%");
    }

    #[test]
    fn only_the_digits_that_matter_are_shown() {
        let short = |number| significant(number, 2, Language::English);
        assert_eq!(
            [dec!(-0.117), dec!(8.5714), dec!(1.40), dec!(10)].map(short),
            ["\u{2212}0.12", "8.6", "1.4", "10"]
        );
        assert_eq!([dec!(0), dec!(12345)].map(short), ["0", "12,000"]);
    }

    #[test]
    fn counts_take_their_noun_by_language() {
        let counts = |language| [0, 1, 2].map(|count| counted(count, "note", "notes", language));
        assert_eq!(counts(Language::English), ["0 notes", "1 note", "2 notes"]);
        assert_eq!(counts(Language::French), ["0 note", "1 note", "2 notes"]);
    }

    #[test]
    fn halves_round_away_from_zero_and_zero_has_no_sign() {
        assert_eq!(rounded(dec!(2.5), 0), dec!(3));
        assert_eq!(rounded(dec!(-2.5), 0), dec!(-3));
        assert_eq!(cents(dec!(-0.001)), "0.00");
        assert_eq!(cents(dec!(1234.5)), "1234.50");
        assert_eq!(grouped(dec!(-0.4), 0, Language::English), "0");
    }
}
