//! Numbers in the sentences of findings.

use rust_decimal::{Decimal, RoundingStrategy, dec};

use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, Variant};
use crate::domain::naming::with_identifier;
use crate::domain::settings::currency_sign;
use crate::domain::text::{Bilingual, Language};
use crate::quantity::real::exact;

/// Narrow no-break space, between groups of thousands in French.
const NARROW: char = '\u{202f}';
/// Halves away from zero, as in every figure that is shown.
const HALVES_UP: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

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

/// Money for reading: thousands below a million, millions with two decimals above, as everywhere in sentences: `€1.24M`,
/// `1,24 M€`. Less than half a thousand is told in whole units.
pub fn money(amount: Decimal, currency: &str) -> Bilingual {
    let rounded = |by: i64, places| (amount / Decimal::from(by)).round_dp_with_strategy(places, HALVES_UP);
    let (short, scale) = match amount.abs() {
        size if size >= dec!(999_500) => (format!("{:.2}", rounded(1_000_000, 2)), "M"),
        size if size >= dec!(500) => (format!("{:.0}", rounded(1_000, 0)), "k"),
        _ => (format!("{:.0}", rounded(1, 0)), ""),
    };
    let (sign, digits) = short.strip_prefix('-').map_or(("", short.as_str()), |digits| ("\u{2212}", digits));
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = number(whole.parse().unwrap_or_default());
    let (en, fr) = match cents {
        "" => (whole.en, whole.fr),
        cents => (format!("{}.{cents}", whole.en), format!("{},{cents}", whole.fr)),
    };
    with_currency(sign, Bilingual { en, fr }, scale, currency)
}

fn with_currency(sign: &str, digits: Bilingual, scale: &str, currency: &str) -> Bilingual {
    let currency = currency_sign(currency);
    let blank = if currency.chars().count() == 1 { "" } else { "\u{a0}" };
    Bilingual {
        en: format!("{sign}{currency}{blank}{}{scale}", digits.en),
        fr: format!("{sign}{}\u{a0}{scale}{currency}", digits.fr),
    }
}

/// Two amounts that are held against each other: in short, unless that would make them look the same.
pub fn two_amounts(one: f64, other: f64, currency: &str) -> [Bilingual; 2] {
    let (Some(one), Some(other)) = (exact(one), exact(other)) else {
        return [one, other].map(|amount| rounded(amount, 2));
    };
    let (one, other) = (one.round_dp(2), other.round_dp(2));
    let short = [one, other].map(|amount| money(amount, currency));
    if short[0] != short[1] || one == other {
        return short;
    }
    [one, other].map(|amount| with_currency("", number(amount), "", currency))
}

/// A variant by the name of its investment, `Mobile app redesign (B13)`, with its own where there are several:
/// `Mobile app redesign (B13, Pilot)`.
pub fn called(dossier: &Dossier, investment: &Investment, variant: &Variant) -> Bilingual {
    if investment.variants.len() < 2 {
        return dossier.called(&investment.id);
    }
    let own = dossier.variant_called(&investment.id, &variant.id);
    let told = |language: Language| {
        let name = language.typeset(investment.name.get(language));
        with_identifier(&name, &format!("{}, {}", investment.id, own.get(language)))
    };
    Bilingual { en: told(Language::English), fr: told(Language::French) }
}

#[cfg(test)]
mod tests {
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
    fn money_is_short_and_amounts_that_differ_look_different() {
        let told = |amount| money(amount, "EUR");
        assert_eq!(
            (told(dec!(1240000)).en.as_str(), told(dec!(1240000)).fr.as_str()),
            ("€1.24M", "1,24\u{a0}M€")
        );
        assert_eq!(told(dec!(-85400)).en, "\u{2212}€85k");
        assert_eq!(told(dec!(999_600)).en, "€1.00M");
        assert_eq!(told(dec!(1234000000)).fr, "1\u{202f}234,00\u{a0}M€");
        assert_eq!([told(dec!(499)).en, told(dec!(0)).fr], ["€499", "0\u{a0}€"]);
        assert_eq!(money(dec!(85400), "CHF").en, "CHF\u{a0}85k");
        let [one, other] = two_amounts(9_203_000.0, 9_200_000.0, "EUR");
        assert_eq!([one.en, other.fr], ["€9,203,000", "9\u{202f}200\u{202f}000\u{a0}€"]);
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
