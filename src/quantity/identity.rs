//! `Id<Kind>`: a given, stable text key, told apart at compile time by what it identifies.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

/// A stable text key such as `B01`, of one kind of noun; ordered as text. Cloning is cheap.
pub struct Id<Kind> {
    text: Arc<str>,
    kind: PhantomData<fn() -> Kind>,
}

impl<Kind> Id<Kind> {
    /// The identifier with this text, blanks at both ends removed.
    pub fn new(text: &str) -> Self {
        Id { text: Arc::from(text.trim()), kind: PhantomData }
    }

    /// The text as given.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<Kind> Clone for Id<Kind> {
    fn clone(&self) -> Self {
        Id { text: Arc::clone(&self.text), kind: PhantomData }
    }
}

impl<Kind> PartialEq for Id<Kind> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<Kind> Eq for Id<Kind> {}

impl<Kind> PartialOrd for Id<Kind> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<Kind> Ord for Id<Kind> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<Kind> Hash for Id<Kind> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl<Kind> fmt::Debug for Id<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl<Kind> From<&str> for Id<Kind> {
    fn from(text: &str) -> Self {
        Id::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Noun;

    #[test]
    fn identifiers_compare_as_text_without_outer_blanks() {
        assert_eq!(Id::<Noun>::new(" B01 "), Id::new("B01"));
        assert!(Id::<Noun>::new("B01") < Id::new("B02"));
    }
}
