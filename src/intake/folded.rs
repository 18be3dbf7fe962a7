//! Headings and words compared whatever their case, accents, blanks, punctuation and unit in brackets.

use crate::source::unit::unit_of;

/// Letters and digits alone, small and without accents; a unit in brackets at the end is left out.
pub fn folded(text: &str) -> String {
    letters(without_unit(text))
}

/// Letters and digits alone, small and without accents.
pub fn letters(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' => folded.push('a'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' => folded.push('i'),
            'ô' | 'ö' | 'ó' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ç' => folded.push('c'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            _ if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
    folded
}

/// The text before its last brackets when a unit stands in them, such as `A0` of `A0 (€)`.
fn without_unit(text: &str) -> &str {
    let text = text.trim();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, rest)) = text.rsplit_once(open)
            && let Some(inside) = rest.strip_suffix(close)
        {
            let inside = inside.trim();
            let inside = inside.strip_prefix("en ").or_else(|| inside.strip_prefix("in ")).unwrap_or(inside);
            if unit_of(inside).is_some() {
                return before;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_blanks_and_units_make_no_difference() {
        assert_eq!(folded("  Coût_2027 (en k€) "), "cout2027");
        assert_eq!(folded("Mult. bas"), folded("mult bas"));
        assert_eq!(folded("A0 (€)"), "a0");
        assert_eq!(folded("Œuvre (phase 2)"), "oeuvrephase2");
    }
}
