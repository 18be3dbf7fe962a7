//! The typography of a language: in French the blanks beside double punctuation do not break.

use crate::domain::text::Language;

/// The text as its language sets it; English stays as it is.
///
/// French: a no-break space before `:`, `;`, `!` and `?` and inside `« »`. One character takes the place of one, so that
/// tables keep their columns.
pub fn typeset(text: &str, language: Language) -> String {
    if language == Language::English {
        return text.to_string();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut set = String::with_capacity(text.len() + text.len() / 32);
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let is_single = *letter == ' ' && before.is_some_and(|before| before != ' ' && before != '\n');
        let after = letters.get(at + 1).copied();
        set.push(match (is_single, before, after) {
            (true, _, Some(':' | ';' | '!' | '?' | '»')) | (true, Some('«'), _) => '\u{a0}',
            _ => *letter,
        });
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_blanks_hold_and_english_ones_stay() {
        let text = "Pas de « M99 » : voici ; vraiment ?";
        let set = typeset(text, Language::French);
        assert_eq!(set, "Pas de «\u{a0}M99\u{a0}»\u{a0}: voici\u{a0}; vraiment\u{a0}?");
        assert_eq!(set.chars().count(), text.chars().count());
        assert_eq!(typeset(text, Language::English), text);
    }
}
