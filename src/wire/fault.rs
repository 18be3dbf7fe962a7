//! `Fault`: what is wrong in a JSON document that somebody sent, with the pointer to it.

use crate::domain::text::Bilingual;

/// One fault; all of a document are told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer (RFC 6901) into the document, such as `/personas/3/customers`.
    pub pointer: String,
    /// Stable snake_case noun.
    pub code: &'static str,
    pub message: Bilingual,
}

impl Fault {
    /// A fault with its sentence in both languages.
    pub fn new(pointer: &str, code: &'static str, en: &str, fr: &str) -> Fault {
        let message = Bilingual { en: en.to_string(), fr: fr.to_string() };
        Fault { pointer: pointer.to_string(), code, message }
    }
}

/// A pointer one step deeper.
pub fn step(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_escaped() {
        assert_eq!(step("/personas/0", "a/b~c"), "/personas/0/a~1b~0c");
    }
}
