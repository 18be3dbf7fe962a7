//! Words that stand where a number is not told: blank figures, `n.d.`, `En cadrage`, `Exempt under section 43`.

/// Whole cells, in lower case, without accents and without outer points.
const WORDS: &[&str] = &[
    "-",
    "--",
    "n.d",
    "nd",
    "n.c",
    "nc",
    "n.r",
    "nr",
    "n/a",
    "n.a",
    "na",
    "n/d",
    "n/c",
    "s.o",
    "so",
    "s/o",
    "tbc",
    "tbd",
    "tba",
    "none",
    "null",
    "nan",
    "x",
    "?",
    "??",
    "non communique",
    "non communiquee",
    "non disponible",
    "non renseigne",
    "non renseignee",
    "non determine",
    "non determinee",
    "non chiffre",
    "non applicable",
    "sans objet",
    "inconnu",
    "en cadrage",
    "en cours",
    "en cours de cadrage",
    "en cours de chiffrage",
    "a definir",
    "a determiner",
    "a preciser",
    "a confirmer",
    "a venir",
    "confidentiel",
    "masque",
    "confidential",
    "unknown",
    "pending",
    "withheld",
    "redacted",
    "not available",
    "not applicable",
    "not disclosed",
    "not known",
    "not provided",
    "not set",
    "to be confirmed",
    "to be defined",
    "to be determined",
];

/// Beginnings that say the same, whatever follows.
const BEGINNINGS: &[&str] =
    &["exempt ", "exempted ", "withheld ", "redacted ", "donnees non ", "data not ", "early planning "];

/// What the words and beginnings begin with, so that most cells are told apart at once.
const FIRST_LETTERS: &[u8] = b"acdeimnprstuwx";

/// The longest cell that is looked at; a longer one is prose.
const LONGEST: usize = 120;

/// Whether the text says that a figure is not told. Such a cell is never a number, never zero.
pub fn is_withheld(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || LONGEST < text.len() || text.as_bytes()[0].is_ascii_digit() {
        return false;
    }
    let first = text.as_bytes()[0].to_ascii_lowercase();
    if first.is_ascii_alphabetic() && !FIRST_LETTERS.contains(&first) {
        return false;
    }
    let plain = plain(text);
    let bare = plain.trim_matches(|letter: char| matches!(letter, '.' | '(' | ')' | '[' | ']' | '*' | ' '));
    if bare.is_empty() {
        return true;
    }
    WORDS.contains(&bare)
        || bare == "exempt"
        || BEGINNINGS.iter().any(|beginning| bare.starts_with(beginning))
}

/// The text in lower case, without the accents of French, dashes and blanks of every width as plain ones.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'à' | 'â' | 'ä' | 'À' | 'Â' | 'Ä' => plain.push('a'),
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => plain.push('e'),
            'î' | 'ï' | 'Î' | 'Ï' => plain.push('i'),
            'ô' | 'ö' | 'Ô' | 'Ö' => plain.push('o'),
            'ù' | 'û' | 'ü' | 'Ù' | 'Û' | 'Ü' => plain.push('u'),
            'ç' | 'Ç' => plain.push('c'),
            '–' | '—' | '\u{2212}' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{2019}' => plain.push('\''),
            _ if letter.is_whitespace() => plain.push(' '),
            _ => plain.extend(letter.to_lowercase()),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, FIRST_LETTERS, WORDS, is_withheld};

    #[test]
    fn the_first_letters_are_those_of_the_words() {
        for word in WORDS.iter().chain(BEGINNINGS) {
            let first = word.as_bytes()[0];
            assert!(!first.is_ascii_alphabetic() || FIRST_LETTERS.contains(&first), "{word}");
        }
    }

    #[test]
    fn words_that_are_no_figures() {
        for text in ["n.d.", "NC", "N/A", "En cadrage", "à définir", "–", "...", "TBC", "Non communiqué"]
        {
            assert!(is_withheld(text), "{text}");
        }
        assert!(is_withheld("Exempt under section 43 of FoI Act 2000 (Commercial Interests)"));
        for text in ["", "B01", "0", "-5", "Exemption", "Nord", "core", "entre 20 et 100 M€"] {
            assert!(!is_withheld(text), "{text}");
        }
    }
}
