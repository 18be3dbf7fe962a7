//! Rows that add up others: `Total`, `Sous-total`, `TOTAL GÉNÉRAL`.

use super::number_shape::shape;
use super::row::Cell;
use super::withheld::plain;

/// Beginnings of the first text of a totals row, in lower case, without accents.
const BEGINNINGS: &[&str] = &[
    "total",
    "totals",
    "totaux",
    "sous-total",
    "sous total",
    "sous-totaux",
    "subtotal",
    "sub-total",
    "sub total",
    "grand total",
    "montant total",
    "cumul",
];

/// Other texts a totals row may have beside its name.
const OTHER_TEXTS: usize = 2;

/// Whether the first text of the row says that it is a total, and the row has a number and hardly any other text.
pub(super) fn is_totals(cells: &[Cell<'_>]) -> bool {
    let Some(first) = cells.iter().find(|cell| !cell.is_blank()) else { return false };
    let Cell::Text(text) = first else { return false };
    if text.len() < 5
        || 60 < text.len()
        || !matches!(text.as_bytes()[0].to_ascii_lowercase(), b't' | b's' | b'g' | b'm' | b'c')
    {
        return false;
    }
    let text = plain(text);
    let is_word_end =
        |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    if !BEGINNINGS.iter().any(|beginning| text.strip_prefix(beginning).is_some_and(is_word_end)) {
        return false;
    }
    let (mut numbers, mut texts) = (0, 0);
    for cell in cells {
        match cell {
            Cell::Number { .. } => numbers += 1,
            Cell::Text(text) if shape(text).is_some() => numbers += 1,
            Cell::Text(_) => texts += 1,
            _ => {}
        }
    }
    0 < numbers && texts <= 1 + OTHER_TEXTS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cells: &[&str]) -> bool {
        let cells: Vec<Cell<'_>> = cells.iter().map(|cell| Cell::of_text(cell)).collect();
        is_totals(&cells)
    }

    #[test]
    fn totals_begin_so_and_have_numbers() {
        assert!(told(&["", "TOTAL GÉNÉRAL", "1 234", ""]));
        assert!(told(&["Sous-total DSI", "12,5"]));
        assert!(!told(&["Totalement", "12"]));
        assert!(!told(&["Total Reward Programme", "MOD", "Amber", "Because", "12"]));
        assert!(!told(&["Total", "n.d."]));
    }
}
