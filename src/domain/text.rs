//! Text in the product's two languages.

/// A language the product speaks; both are first-class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    #[default]
    English,
    French,
}

impl Language {
    /// The language of a locale or language tag such as `fr`, `fr-FR` or `en_GB`; nothing when it is neither.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "fr" => Some(Language::French),
            "en" => Some(Language::English),
            _ => None,
        }
    }

    /// A text typed with plain blanks as this language sets it; English stays as it is.
    pub fn typeset(self, text: &str) -> String {
        match self {
            Language::English => text.to_string(),
            Language::French => typeset_french(text),
        }
    }
}

/// One text in both languages; a missing side falls back on the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bilingual {
    pub en: String,
    pub fr: String,
}

impl Bilingual {
    /// Whether nothing is said in either language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.fr.is_empty()
    }

    /// The text in one language, or the other side when that one is empty.
    pub fn get(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::English => (&self.en, &self.fr),
            Language::French => (&self.fr, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// Several in a row, the last one behind a word: `A, B and C`, `A, B et C`; nothing for none.
    pub fn listed(parts: &[Bilingual], en: &str, fr: &str) -> Bilingual {
        let list = |language: Language, word: &str| match parts.split_last() {
            None => String::new(),
            Some((only, [])) => only.get(language).to_string(),
            Some((last, others)) => {
                let others: Vec<&str> = others.iter().map(|one| one.get(language)).collect();
                format!("{} {word} {}", others.join(", "), last.get(language))
            }
        };
        Bilingual { en: list(Language::English, en), fr: list(Language::French, fr) }
    }
}

/// French text with its no-break spaces and its apostrophes, from text typed with plain ones.
///
/// Narrow ones before `;`, `!`, `?` and `%`, full ones before `:` and inside guillemets.
pub fn typeset_french(french: &str) -> String {
    let mut set = String::with_capacity(french.len() + 8);
    let mut letters = french.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        let written = match (letter, after) {
            (' ', ';' | '!' | '?' | '%') => '\u{202f}',
            (' ', ':' | '»') => '\u{a0}',
            (' ', _) if before == '«' => '\u{a0}',
            ('\'', _) if before.is_alphabetic() && after.is_alphabetic() => '\u{2019}',
            _ => letter,
        };
        set.push(written);
        before = letter;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_side_falls_back_on_the_other() {
        let name = Bilingual { en: String::new(), fr: "Agence".into() };
        assert_eq!(name.get(Language::English), "Agence");
    }

    #[test]
    fn tags_of_other_languages_are_refused() {
        assert_eq!(Language::of_tag("fr-FR"), Some(Language::French));
        assert_eq!(Language::of_tag("de"), None);
    }

    #[test]
    fn french_gets_its_spaces_and_apostrophes() {
        assert_eq!(
            typeset_french("« l'effet » dépasse 5 % : pourquoi ?"),
            "«\u{a0}l\u{2019}effet\u{a0}» dépasse 5\u{202f}%\u{a0}: pourquoi\u{202f}?"
        );
    }
}
