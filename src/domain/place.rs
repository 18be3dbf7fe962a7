//! Where in the input a noun was read, so that a finding can point at it.

use std::sync::Arc;

/// A row of an input file; `row` counts from 1 at the first line, 0 when the whole file is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub file: Arc<str>,
    pub row: u32,
}

impl Place {
    /// The place of a whole file.
    pub fn file(name: &str) -> Place {
        Place { file: Arc::from(name), row: 0 }
    }
}
