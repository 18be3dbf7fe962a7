//! An import, previewed or accepted, as a machine-readable document.

use serde::Serialize;

use super::imported::{ImportResult, SheetRead, TableChanged, TotalLine};
use super::view_finding::{FindingView, document, finding_view};
use crate::domain::text::Language;

#[derive(Serialize)]
struct ImportView<'a> {
    dossier: &'a str,
    is_new: bool,
    /// preview, accepted, refused (all or nothing was asked for) or empty.
    ending: &'a str,
    sheets: Vec<SheetView<'a>>,
    currency: &'a str,
    /// Sums of accepted rows by year, kind and department, before any model.
    totals: Vec<TotalView<'a>>,
    changes: Vec<ChangeView<'a>>,
    findings: Vec<FindingView<'a>>,
    /// What the rows make wrong elsewhere in the dossier.
    consequences: Vec<FindingView<'a>>,
    written: &'a [String],
}

#[derive(Serialize)]
struct SheetView<'a> {
    name: &'a str,
    form: &'a str,
    shape: &'a str,
    heading_rows: &'a str,
    /// stated, remembered or proposed.
    mapping: &'a str,
    rows_read: u64,
    rows_accepted: u64,
    rows_refused: u64,
    totals_rows: u64,
    columns: Vec<ColumnView<'a>>,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    letter: &'a str,
    heading: &'a str,
    field: Option<&'a str>,
    /// 0..=1.
    confidence: f64,
    convention: &'a str,
}

#[derive(Serialize)]
struct TotalView<'a> {
    year: usize,
    calendar_year: Option<i32>,
    kind: &'a str,
    department: &'a str,
    amount: String,
    /// Amounts that are withheld or no number.
    missing: usize,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    table: &'a str,
    added: &'a [String],
    changed: Vec<CellView<'a>>,
    gone: &'a [String],
    same: usize,
    drops_gone: bool,
}

#[derive(Serialize)]
struct CellView<'a> {
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
