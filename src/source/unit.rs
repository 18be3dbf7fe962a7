//! `Unit`: what a heading or a cell says its numbers are counted in.

use rust_decimal::Decimal;

/// A unit such as `k€`, `£m`, `%` or `jours`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// As written, without brackets.
    pub text: String,
    /// The currency sign, codes as their sign: "€", "£", "$".
    pub currency: Option<&'static str>,
    /// What a number is to be multiplied by: 1, 1,000, 1,000,000 or 1,000,000,000.
    pub scale: Decimal,
    pub is_percent: bool,
    /// The unit of time or work, when it is one.
    pub time: Option<TimeUnit>,
}

/// Units of time and of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    Days,
    Months,
    Years,
}

/// Signs and codes of currencies, longest first, each with the sign it is told by.
pub(super) const CURRENCIES: &[(&str, &str)] = &[
    ("euros", "€"),
    ("EUR", "€"),
    ("USD", "$"),
    ("GBP", "£"),
    ("CHF", "CHF"),
    ("€", "€"),
    ("£", "£"),
    ("$", "$"),
    ("¥", "¥"),
];

/// Words that multiply an amount of money, longest first, each with its number of zeros.
pub(super) const SCALES: &[(&str, u32)] = &[
    ("milliards", 9),
    ("millions", 6),
    ("milliers", 3),
    ("thousand", 3),
    ("billion", 9),
    ("million", 6),
    ("bn", 9),
    ("Bn", 9),
    ("Md", 9),
    ("md", 9),
    ("k", 3),
    ("K", 3),
    ("M", 6),
    ("m", 6),
];

/// The unit in a heading: in its last brackets (`Coût (k€)`, `Budget [£m]`), after `en` or `in` (`Coût en M€`),
/// or at its end (`Budget £m`, `Taux %`). Nothing when no part of it is wholly a unit.
pub fn unit_of_heading(heading: &str) -> Option<Unit> {
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((_, rest)) = heading.rsplit_once(open)
            && let Some((inside, _)) = rest.split_once(close)
            && let Some(unit) = unit_of(strip_preposition(inside.trim()))
        {
            return Some(unit);
        }
    }
    let (before, last) = heading.trim().rsplit_once(char::is_whitespace)?;
    let is_named = before.trim_end().ends_with(" en") || before.trim_end().ends_with(" in");
    unit_of(last).filter(|unit| is_named || unit.currency.is_some() || unit.is_percent)
}

/// The unit this whole text is, such as `k€`, `€`, `M EUR`, `%`, `jours`; nothing when it is something else.
pub fn unit_of(text: &str) -> Option<Unit> {
    let text = text.trim();
    let unit = |currency, zeros, is_percent, time| {
        let scale = Decimal::from(10_i64.pow(zeros));
        Some(Unit { text: text.to_string(), currency, scale, is_percent, time })
    };
    match text.to_lowercase().as_str() {
        "%" | "pct" | "percent" | "pourcent" => return unit(None, 0, true, None),
        "j" | "jour" | "jours" | "jh" | "j/h" | "jours-homme" | "day" | "days" | "person-days" | "md" => {
            return unit(None, 0, false, Some(TimeUnit::Days));
        }
        "mois" | "month" | "months" => return unit(None, 0, false, Some(TimeUnit::Months)),
        "an" | "ans" | "année" | "années" | "year" | "years" => {
            return unit(None, 0, false, Some(TimeUnit::Years));
        }
        _ => {}
    }
    let (zeros, currency) = money(text)?;
    unit(Some(currency), zeros, false, None)
}

/// Zeros and currency of a text that is a currency with or without a scale on either side.
fn money(text: &str) -> Option<(u32, &'static str)> {
    for (written, sign) in CURRENCIES {
        let scale = text.strip_suffix(written).or_else(|| text.strip_prefix(written));
        if let Some(zeros) = scale.and_then(|scale| scale_of(scale.trim())) {
            return Some((zeros, sign));
        }
    }
    None
}

fn scale_of(text: &str) -> Option<u32> {
    if text.is_empty() {
        return Some(0);
    }
    let text = strip_of(text);
    SCALES.iter().find(|(word, _)| *word == text).map(|(_, zeros)| *zeros)
}

/// `millions d'` and `millions de` as `millions`.
fn strip_of(text: &str) -> &str {
    let endings = [" d'", " d\u{2019}", " de", " of"];
    endings.iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text)
}

fn strip_preposition(text: &str) -> &str {
    text.strip_prefix("en ").or_else(|| text.strip_prefix("in ")).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_headings() {
        let told = |heading: &str| {
            unit_of_heading(heading).map(|unit| (unit.text, unit.currency, unit.scale.to_string()))
        };
        let unit = |text: &str, sign, scale: &str| Some((text.to_string(), Some(sign), scale.to_string()));
        assert_eq!(told("A0 (€)"), unit("€", "€", "1"));
        assert_eq!(told("Coût [k€]"), unit("k€", "€", "1000"));
        assert_eq!(told("TOTAL Baseline Benefits (£m)"), unit("£m", "£", "1000000"));
        assert_eq!(told("Coût en M€"), unit("M€", "€", "1000000"));
        assert_eq!(told("Coût (en millions d'euros)"), unit("millions d'euros", "€", "1000000"));
        assert_eq!(told("Coût (en millions d'EUR)"), unit("millions d'EUR", "€", "1000000"));
        assert_eq!(told("Budget £m"), unit("£m", "£", "1000000"));
        assert_eq!(told("mult. bas"), None);
        assert_eq!(told("Point (B)"), None);
        assert!(unit_of_heading("Taux %").unwrap().is_percent);
        assert_eq!(unit_of_heading("Charge (jours)").unwrap().time, Some(TimeUnit::Days));
        assert_eq!(unit_of_heading("premier jour"), None);
    }
}
