//! What the first rows of a sheet hold, column by column, to guess at columns whose headings say nothing.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::words::meaning;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;
use crate::wire::words::is_same_word;

/// Rows that are looked at.
const ROWS: usize = 100;

/// Texts of the first rows by column, blanks left out.
#[derive(Clone, Debug, Default)]
pub struct Content {
    texts: BTreeMap<usize, Vec<String>>,
}

impl Content {
    /// The texts of the first rows.
    pub fn of(source: &Source, sheet: &Sheet) -> Result<Content, Refusal> {
        let mut content = Content::default();
        let mut rows = 0;
        source.rows(sheet, &mut |row| {
            for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
                let text: String = cell.text().chars().take(80).collect();
                content.texts.entry(at).or_default().push(text);
            }
            rows += 1;
            if rows < ROWS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(content)
    }

    /// Whether nearly all texts of a column, at least two, are among these words or mean one of them.
    pub fn is_of_words(&self, column: usize, accepted: &[&str], table: &str, field: &str) -> bool {
        let Some(texts) = self.texts.get(&column).filter(|texts| 2 <= texts.len()) else { return false };
        let is_word = |text: &&String| {
            accepted.iter().any(|word| is_same_word(word, text)) || meaning(table, field, text).is_some()
        };
        texts.len() * 9 <= texts.iter().filter(is_word).count() * 10
    }
}
