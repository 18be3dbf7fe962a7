//! What a finance file holds and what it would change, as pages tell it before anything is accepted.

use rust_decimal::Decimal;

use crate::domain::finding::Finding;
use crate::domain::text::Bilingual;

/// A preview, or what was accepted.
#[derive(Clone, Debug)]
pub struct ImportResult<'a> {
    /// Where it goes.
    pub dossier: &'a str,
    /// Whether there is no dossier there yet.
    pub is_new: bool,
    pub sheets: &'a [SheetRead],
    pub totals: &'a [TotalLine],
    pub currency: &'a str,
    /// Calendar year of year 0.
    pub base_year: Option<i32>,
    pub changes: &'a [TableChanged],
    pub findings: &'a [Finding],
    /// What the rows make wrong elsewhere in the dossier.
    pub consequences: &'a [Finding],
    pub ending: ImportEnding,
    /// Files written, the one with refused rows included.
    pub written: &'a [String],
}

/// What became of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportEnding {
    /// Nothing was written, nobody asked for it.
    Preview,
    /// Written: all rows, or the valid ones.
    Accepted,
    /// Nothing was written, because rows are refused and all or nothing was asked for.
    Refused,
    /// Nothing was written, because no row can be.
    Empty,
}

impl ImportEnding {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            ImportEnding::Preview => "preview",
            ImportEnding::Accepted => "accepted",
            ImportEnding::Refused => "refused",
            ImportEnding::Empty => "empty",
        }
    }
}

/// One sheet as it was read.
#[derive(Clone, Debug)]
pub struct SheetRead {
    /// File, or `file#sheet`.
    pub name: String,
    /// Encoding, delimiter and line ending, or the kind of workbook.
    pub form: Bilingual,
    /// `table`, `wide`, `long`, ...
    pub shape: String,
    /// Heading rows, `1` or `2-3`.
    pub heading_rows: String,
    pub columns: Vec<ColumnRead>,
    pub rows_read: u64,
    pub rows_accepted: u64,
    pub rows_refused: u64,
    /// Rows that are totals of others and were left out.
    pub totals_rows: u64,
    /// Whether the mapping was remembered, stated or proposed.
    pub mapping: MappingOrigin,
}

/// Where a mapping comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MappingOrigin {
    Stated,
    Remembered,
    Proposed,
}

impl MappingOrigin {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            MappingOrigin::Stated => "stated",
            MappingOrigin::Remembered => "remembered",
            MappingOrigin::Proposed => "proposed",
        }
    }
}

/// One column with what it is read as.
#[derive(Clone, Debug)]
pub struct ColumnRead {
    pub letter: String,
    pub heading: String,
    /// Field of the dossier; nothing when the column is not read.
    pub field: Option<String>,
    /// 0..=1.
    pub confidence: f64,
    /// Decimal mark, order of dates, scale: only what the column shows.
    pub convention: String,
}

/// A control total.
#[derive(Clone, Debug)]
pub struct TotalLine {
    pub year: usize,
    pub kind: String,
    pub department: String,
    pub amount: Decimal,
    /// Amounts it lacks.
    pub missing: usize,
}

/// What changes in one table.
#[derive(Clone, Debug)]
pub struct TableChanged {
    pub table: String,
    pub added: Vec<String>,
    /// Key, field, old and new text.
    pub changed: Vec<[String; 4]>,
    pub gone: Vec<String>,
    pub same: usize,
    /// Whether gone rows are taken out.
    pub drops_gone: bool,
}
