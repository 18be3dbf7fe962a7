//! The words that stand for an amount that exists but is not told.

use super::table::ColumnKind;

/// Words that stand for an amount that is not told, at the start of a cell.
const WITHHELD: [&str; 14] = [
    "n.d",
    "nd",
    "n/d",
    "nc",
    "n.c",
    "n/a",
    "na",
    "tbd",
    "en cadrage",
    "exempt",
    "confiden",
    "withheld",
    "à défin",
    "non comm",
];

/// Whether the cell tells that a number exists without telling it: a blank or a word where that is allowed.
pub fn is_withheld(kind: ColumnKind, text: &str) -> bool {
    if text.is_empty() {
        return kind.may_be_withheld();
    }
    let lower = text.to_lowercase();
    let has_digit = text.chars().any(char::is_numeric);
    let is_nan = matches!(lower.as_str(), "nan" | "inf" | "-inf" | "infinity" | "-infinity");
    let is_known_word = is_word(&lower);
    match kind {
        ColumnKind::StatedAmount | ColumnKind::StatedEffect => !is_nan && (is_known_word || !has_digit),
        ColumnKind::Amount => is_known_word,
        _ => false,
    }
}

/// Whether the text begins with a word that withholds an amount: `n.d. (en cadrage)`, `à définir 2028`.
pub fn is_word(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    WITHHELD.iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| word.len() > 3 || !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn withheld_is_told_from_mistyped() {
        for text in ["", "n.d.", "NC", "En cadrage", "Exempt (art. 5)", "à définir 2028", "-", "secret"] {
            assert!(is_withheld(ColumnKind::StatedAmount, text), "{text}");
        }
        for text in ["1234,5", "1 234", "EUR 1234", "12k", "NaN", "inf"] {
            assert!(!is_withheld(ColumnKind::StatedAmount, text), "{text}");
        }
        assert!(is_withheld(ColumnKind::Amount, "NC"));
        assert!(!is_withheld(ColumnKind::Amount, ""));
        assert!(!is_withheld(ColumnKind::Share, "n.d."));
    }
}
