//! An import, previewed or accepted, as a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::imported::{ImportResult, SheetRead, TableChanged, TotalLine};
use super::view_amount::ExactDecimal;
use super::view_finding::{FindingView, document, finding_view};
use super::view_word::{EndingWord, MappingWord};
use crate::domain::text::Language;

/// The result of `import`, previewed or accepted; amounts in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportResult)]
pub struct ImportView<'a> {
    /// Where the rows go.
    dossier: &'a str,
    /// Whether there is no dossier there yet.
    is_new: bool,
    #[schema(value_type = EndingWord)]
    ending: &'a str,
    sheets: Vec<SheetView<'a>>,
    currency: &'a str,
    /// Sums of accepted rows by year, kind and department, before any model.
    totals: Vec<TotalView<'a>>,
    /// What changes in each table.
    changes: Vec<ChangeView<'a>>,
    /// What is wrong or doubtful in the rows.
    findings: Vec<FindingView<'a>>,
    /// What the rows make wrong elsewhere in the dossier.
    consequences: Vec<FindingView<'a>>,
    /// Files written, the one with refused rows included.
    written: &'a [String],
}

/// One sheet as it was read.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportedSheet)]
struct SheetView<'a> {
    /// File, or `file#sheet`.
    name: &'a str,
    /// Encoding, delimiter and line ending, or the kind of workbook.
    form: &'a str,
    /// `table`, `wide`, `long`, `transposed-table`, `transposed-wide`, `scenarios` or `dossier-long`, with the table's
    /// name behind it where one is meant.
    shape: &'a str,
    /// `1`, `2-3`, or a dash without any.
    heading_rows: &'a str,
    #[schema(value_type = MappingWord)]
    mapping: &'a str,
    rows_read: u64,
    rows_accepted: u64,
    rows_refused: u64,
    /// Rows that are totals of others and were left out.
    totals_rows: u64,
    columns: Vec<ColumnView<'a>>,
}

/// One column with what it is read as.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportedColumn)]
struct ColumnView<'a> {
    letter: &'a str,
    heading: &'a str,
    /// Field of the dossier; null when the column is not read.
    #[schema(required)]
    field: Option<&'a str>,
    /// 0..=1.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
    /// Decimal mark, order of dates, currency: only what the column shows.
    convention: &'a str,
}

/// A control total.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportTotal)]
struct TotalView<'a> {
    /// Year index.
    year: usize,
    /// Null when the dossier states no base year.
    #[schema(required)]
    calendar_year: Option<i32>,
    kind: &'a str,
    /// Empty where none is stated.
    department: &'a str,
    #[schema(value_type = ExactDecimal)]
    amount: String,
    /// How many amounts are withheld or no number.
    missing: usize,
}

/// What changes in one table; rows by their keys.
#[derive(Serialize, ToSchema)]
#[schema(as = TableChange)]
struct ChangeView<'a> {
    table: &'a str,
    added: &'a [String],
    changed: Vec<CellView<'a>>,
    /// In the dossier and not in the file.
    gone: &'a [String],
    /// How many rows stay as they are.
    same: usize,
    /// Whether gone rows are taken out.
    drops_gone: bool,
}

/// A cell with another text.
#[derive(Serialize, ToSchema)]
#[schema(as = ChangedCell)]
struct CellView<'a> {
    /// Of the row.
    key: &'a str,
    field: &'a str,
    old: &'a str,
    new: &'a str,
}

/// The document of `import`; sentences in one language.
pub fn import_json(result: &ImportResult, language: Language) -> String {
    document(&ImportView {
        dossier: result.dossier,
        is_new: result.is_new,
        ending: result.ending.name(),
        sheets: result.sheets.iter().map(|sheet| sheet_view(sheet, language)).collect(),
        currency: result.currency,
        totals: result.totals.iter().map(|total| total_view(total, result.base_year)).collect(),
        changes: result.changes.iter().map(change_view).collect(),
        findings: result.findings.iter().map(|finding| finding_view(finding, language)).collect(),
        consequences: result.consequences.iter().map(|finding| finding_view(finding, language)).collect(),
        written: result.written,
    })
}

fn sheet_view(sheet: &SheetRead, language: Language) -> SheetView<'_> {
    SheetView {
        name: &sheet.name,
        form: sheet.form.get(language),
        shape: &sheet.shape,
        heading_rows: &sheet.heading_rows,
        mapping: sheet.mapping.name(),
        rows_read: sheet.rows_read,
        rows_accepted: sheet.rows_accepted,
        rows_refused: sheet.rows_refused,
        totals_rows: sheet.totals_rows,
        columns: sheet
            .columns
            .iter()
            .map(|column| ColumnView {
                letter: &column.letter,
                heading: &column.heading,
                field: column.field.as_deref(),
                confidence: column.confidence,
                convention: &column.convention,
            })
            .collect(),
    }
}

fn total_view(total: &TotalLine, base_year: Option<i32>) -> TotalView<'_> {
    let calendar_year = base_year.and_then(|base| base.checked_add(i32::try_from(total.year).ok()?));
    TotalView {
        year: total.year,
        calendar_year,
        kind: &total.kind,
        department: &total.department,
        amount: total.amount.normalize().to_string(),
        missing: total.missing,
    }
}

fn change_view(change: &TableChanged) -> ChangeView<'_> {
    let cells = change.changed.iter();
    ChangeView {
        table: &change.table,
        added: &change.added,
        changed: cells.map(|[key, field, old, new]| CellView { key, field, old, new }).collect(),
        gone: &change.gone,
        same: change.same,
        drops_gone: change.drops_gone,
    }
}
