//! A sheet in the shape of a table of the dossier, in full or in part: each row becomes a row of that table.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::canonical::{CellFault, Target, canonical};
use super::cell_findings::{add_new, missing_columns, of_cell};
use super::folded::letters;
use super::laid_out::{LaidColumn, laid_out, tell_missing};
use super::mapping::Mapping;
use super::row_field::{column_of, period_of};
use super::stage::Staged;
use super::staged::{StagedCell, StagedColumn, StagedRow, StagedTable};
use crate::domain::finding::Finding;
use crate::domain::place::Place;
use crate::source::form::Form;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::row::Row;
use crate::source::sheet::{Column, Sheet};
use crate::wire::table::{ColumnKind, TableSchema};

/// The table whose filters can be periods.
const SCENARIOS: &str = "scenarios";

/// Reads the rows of a sheet as rows of this table.
pub fn stage_table(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    schema: &'static TableSchema,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    tell_missing(sheet, mapping, schema.name, findings);
    let laid = laid_out(sheet, mapping);
    let given: BTreeMap<&str, &str> = mapping
        .defaults
        .iter()
        .filter(|(field, _)| laid.iter().all(|column| column.field != **field))
        .map(|(field, text)| (field.as_str(), text.as_str()))
        .collect();
    let columns = laid
        .iter()
        .map(|column| StagedColumn { field: column.field.clone(), heading: column.heading.clone() })
        .chain(given.keys().map(|field| StagedColumn { field: field.to_string(), heading: String::new() }))
        .collect();
    let mut told = Vec::new();
    let mut table = StagedTable { schema, columns, rows: Vec::new(), is_whole: true };
    let mut rows_read = 0;
    source.rows(sheet, &mut |row| {
        if row.is_totals {
            return ControlFlow::Continue(());
        }
        rows_read += 1;
        let place = sheet.place(row.row);
        tell_short(source, sheet, &laid, &row, &place, &mut told);
        let mut cells: Vec<StagedCell> = Vec::with_capacity(table.columns.len());
        for column in &laid {
            let kind = column_of(schema.name, &column.field).map_or(ColumnKind::Text, |column| column.kind);
            let year_0 = mapping.amounts.year_0;
            let is_marked = matches!(source.form, Form::Text(_));
            let to = Target { table: schema.name, field: &column.field, kind, year_0, is_marked };
            cells.push(staged_cell(sheet, &row, column, &to, &place, &mut told));
        }
        tell_lone_withheld(&laid, &cells, &place, &mut told);
        if schema.name == SCENARIOS {
            read_period_filter(&laid, &mut cells);
        }
        cells.extend(given.values().map(|text| StagedCell::given(text)));
        table.rows.push(StagedRow { place, cells });
        ControlFlow::Continue(())
    })?;
    add_new(findings, told);
    Ok(Staged { tables: vec![table], settings: None, rows_read })
}

/// One cell for one field, its fault told.
pub(super) fn staged_cell(
    sheet: &Sheet,
    row: &Row<'_>,
    column: &LaidColumn,
    to: &Target<'_>,
    place: &Place,
    told: &mut Vec<Finding>,
) -> StagedCell {
    let cell = row.cell(column.at);
    let usual = Column::default();
    let conventions = sheet.columns.get(column.at).unwrap_or(&usual);
    let (text, fault) = canonical(cell, conventions, &column.how, to);
    if let Some(fault) = fault {
        told.push(of_cell(fault, place, &column.heading, &cell.text()));
    }
    let raw = if cell.is_blank() { text.clone() } else { cell.text().into_owned() };
    StagedCell { text, raw }
}

/// Tells a row that ends before the last mapped column; rows of a workbook end where their last cell is.
pub(super) fn tell_short(
    source: &Source,
    sheet: &Sheet,
    laid: &[LaidColumn],
    row: &Row<'_>,
    place: &Place,
    told: &mut Vec<Finding>,
) {
    let is_text = matches!(source.form, Form::Text(_));
    if is_text && laid.iter().any(|column| row.found <= column.at) {
        told.push(missing_columns(place, row.found, sheet.headings.len()));
    }
}

/// The filter of a scenario of the budget is a period, also written `A1` or `A1T2`.
fn read_period_filter(laid: &[LaidColumn], cells: &mut [StagedCell]) {
    let place = |field: &str| laid.iter().position(|column| column.field == field);
    let (Some(target), Some(filter)) = (place("target"), place("filter")) else { return };
    if cells[target].text == "budget"
        && let Some(period) = period_of(&letters(&cells[filter].text))
    {
        cells[filter].text = period.to_string();
    }
}

/// Tells an effect of which one part is withheld and another told: the three of them are one estimate.
fn tell_lone_withheld(laid: &[LaidColumn], cells: &[StagedCell], place: &Place, told: &mut Vec<Finding>) {
    let effects = ["effect_low", "effect_mode", "effect_high"];
    let parts: Vec<(&LaidColumn, &StagedCell)> =
        laid.iter().zip(cells).filter(|(column, _)| effects.contains(&column.field.as_str())).collect();
    let is_number = |cell: &StagedCell| crate::wire::decimal::decimal(&cell.text).is_ok();
    if !parts.iter().any(|(_, cell)| is_number(cell)) {
        return;
    }
    for (column, cell) in parts {
        let mut of_row = told.iter().rev().take_while(|finding| finding.place == *place);
        let is_faulty = of_row.any(|finding| finding.column == column.heading);
        if !is_number(cell) && !cell.text.is_empty() && !is_faulty {
            told.push(of_cell(CellFault::NotANumber, place, &column.heading, &cell.raw));
        }
    }
}
