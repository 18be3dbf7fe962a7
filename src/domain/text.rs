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
}

/// One text in both languages; a missing side falls back on the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bilingual {
    pub en: String,
    pub fr: String,
}

impl Bilingual {
    /// The text in one language, or the other side when that one is empty.
    pub fn get(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::English => (&self.en, &self.fr),
            Language::French => (&self.fr, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }
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
}
