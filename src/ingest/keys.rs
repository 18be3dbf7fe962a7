//! `Keys`: the identifiers that exist, to tell a reference that names nothing.

use std::cell::Cell;

use super::nearest::nearest;
use crate::quantity::identity::Id;

/// The identifiers of one kind of noun, sorted.
#[derive(Debug)]
pub struct Keys<Kind> {
    /// The noun in English and French, for sentences.
    pub noun: (&'static str, &'static str),
    ids: Vec<Id<Kind>>,
    searches: Cell<u32>,
}

/// Suggestions searched for per kind of noun; each costs a walk over all identifiers.
const SEARCHES_MAX: u32 = 200;

impl<Kind> Keys<Kind> {
    /// The keys of these nouns.
    pub fn new(noun: (&'static str, &'static str), ids: impl IntoIterator<Item = Id<Kind>>) -> Keys<Kind> {
        let mut ids: Vec<Id<Kind>> = ids.into_iter().collect();
        ids.sort();
        ids.dedup();
        Keys { noun, ids, searches: Cell::new(0) }
    }

    /// Whether there is nothing to refer to.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Where the identifier stands among the sorted ones.
    pub fn position(&self, text: &str) -> Option<usize> {
        self.ids.binary_search_by(|id| id.as_str().cmp(text)).ok()
    }

    /// The identifier with this text.
    pub fn find(&self, text: &str) -> Option<&Id<Kind>> {
        self.position(text).map(|at| &self.ids[at])
    }

    /// The identifier that may have been meant; after many searches none, so that reading stays linear.
    pub fn nearest(&self, text: &str) -> Option<&str> {
        if SEARCHES_MAX <= self.searches.get() {
            return None;
        }
        self.searches.set(self.searches.get() + 1);
        nearest(text, self.ids.iter().map(Id::as_str))
    }
}
