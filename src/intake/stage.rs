//! From a sheet and its mapping to rows of the tables of a dossier.

use serde_json::Value;

use super::laid_out::tell_columns;
use super::mapping::{Mapping, SETTINGS, Shape};
use super::shape_table::stage_table;
use super::shape_wide::stage_wide;
use super::staged::StagedTable;
use crate::domain::finding::Finding;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;
use crate::wire::tables;

/// What one sheet says about a dossier.
#[derive(Clone, Debug, Default)]
pub struct Staged {
    /// In the order in which tables are to be merged; a table can stand more than once, for instance the lines of
    /// capital and of running costs, which are read from different columns.
    pub tables: Vec<StagedTable>,
    /// The settings as one JSON object, where the sheet holds them.
    pub settings: Option<Value>,
    /// Rows below the headings that are neither blank nor totals.
    pub rows_read: u64,
}

/// Reads the sheet by its mapping; doubts and faults of its cells go to `findings`.
///
/// `findings` are those that opening the file has begun, so that nothing is told twice. A row with an error is staged
/// all the same, its unreadable cells with the text of the file.
pub fn stage(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    tell_columns(sheet, mapping, findings);
    let schema = mapping.table.as_deref().and_then(tables::named);
    match (mapping.shape, schema) {
        (Shape::Wide, _) => stage_wide(source, sheet, mapping, findings),
        (Shape::Table, Some(schema)) => stage_table(source, sheet, mapping, schema, findings),
        (Shape::Scenarios, _) => stage_table(source, sheet, mapping, &tables::learning::SCENARIOS, findings),
        (_, _) => Ok(Staged::default()),
    }
}
