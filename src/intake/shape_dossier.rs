//! A whole dossier in one long sheet, rows of table, row, column and value; and settings as rows of path and value.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::canonical::{CellFault, kept_apart, plain};
use super::cell_findings::{of_cell, take_back_questions};
use super::laid_out::laid_out;
use super::mapping::{Mapping, SETTINGS};
use super::row_field::{column_of, period_of};
use super::settings_rows::{SettingsRows, value_of};
use super::stage::Staged;
use super::staged::{StagedCell, StagedColumn, StagedRow, StagedTable};
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::ingest::nearest::nearest;
use crate::source::form::Form;
use crate::source::open::Source;
use crate::source::options::DecimalMark;
use crate::source::refusal::Refusal;
use crate::source::row::{Cell, Row};
use crate::source::sheet::Sheet;
use crate::source::withheld::is_withheld;
use crate::wire::decimal::decimal;
use crate::wire::formula_text::restored;
use crate::wire::table::{ColumnKind, TableSchema};
use crate::wire::tables;

/// The cells of one table so far.
#[derive(Default)]
struct Cells {
    columns: Vec<String>,
    rows: BTreeMap<u64, (Place, Vec<(usize, StagedCell)>)>,
}

/// How the values of a file are written.
#[derive(Clone, Copy)]
struct Written {
    has_decimal_comma: bool,
    is_text_file: bool,
}

impl Written {
    /// A decimal comma where the mapping says so, or where a text file keeps cells apart with semicolons.
    fn of(source: &Source, mapping: &Mapping) -> Written {
        let delimiter = match &source.form {
            Form::Text(form) => Some(form.delimiter),
            Form::Workbook { .. } => None,
        };
        let has_decimal_comma = match mapping.reading.decimal {
            Some(mark) => mark == DecimalMark::Comma,
            None => delimiter == Some(b';'),
        };
        Written { has_decimal_comma, is_text_file: delimiter.is_some() }
    }

    fn text(self, text: &str) -> &str {
        if self.is_text_file { restored(text) } else { text }
    }
}

/// The place of the columns of a sheet by the fields of its mapping; nothing where one is missing.
fn places<const N: usize>(sheet: &Sheet, mapping: &Mapping, fields: [&str; N]) -> Option<[usize; N]> {
    let laid = laid_out(sheet, mapping);
    let place = |field: &str| laid.iter().find(|column| column.field == field).map(|column| column.at);
    let found: Vec<usize> = fields.iter().map_while(|field| place(field)).collect();
    found.try_into().ok()
}

/// Reads a dossier written cell by cell. The order of rows makes no difference; the decimal mark is that of the file,
/// because values of every kind stand in one column, so that questions about it are taken back.
pub fn stage_dossier(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    let Some([table_at, row_at, column_at, value_at]) =
        places(sheet, mapping, ["table", "row", "column", "value"])
    else {
        findings.push(columns_missing(sheet, "table, row, column, value"));
        return Ok(Staged::default());
    };
    let mixed = [row_at, value_at].map(|at| sheet.headings[at].name());
    take_back_questions(&sheet.file, &mixed, findings);
    let written = Written::of(source, mapping);
    let value_heading = sheet.headings[value_at].name();
    let mut all: BTreeMap<String, Cells> = BTreeMap::new();
    let mut settings = SettingsRows::default();
    let mut rows_read = 0;
    source.rows(sheet, &mut |row: Row<'_>| {
        rows_read += 1;
        let place = sheet.place(row.row);
        let text = |at: usize| row.cell(at).text().into_owned();
        let (table, column, value) =
            (text(table_at), written.text(&text(column_at)).to_string(), row.cell(value_at));
        if table == SETTINGS {
            take_setting(&mut settings, (&column, value), written, (&place, &value_heading), findings);
            return ControlFlow::Continue(());
        }
        let Some(schema) = tables::named(&table) else {
            findings.push(table_unknown(&place, &table, &sheet.headings[table_at].name()));
            return ControlFlow::Continue(());
        };
        let Ok(number) = text(row_at).parse::<u64>() else {
            let heading = sheet.headings[row_at].name();
            findings.push(of_cell(CellFault::NotANumber, &place, &heading, &text(row_at)));
            return ControlFlow::Continue(());
        };
        let cells = all.entry(table).or_default();
        if column.is_empty() {
            if !value.is_blank() {
                findings.push(beyond_headings(&place, &value.text()));
            }
            return ControlFlow::Continue(());
        }
        let known = cells.columns.iter().position(|known| *known == column);
        let at = known.unwrap_or_else(|| {
            cells.columns.push(column.clone());
            cells.columns.len() - 1
        });
        if number == 0 {
            return ControlFlow::Continue(());
        }
        let (cell, fault) = staged(schema, &column, value, written);
        if let Some(fault) = fault {
            findings.push(of_cell(fault, &place, &value_heading, &cell.raw));
        }
        cells.rows.entry(number).or_insert_with(|| (place, Vec::new())).1.push((at, cell));
        ControlFlow::Continue(())
    })?;
    let tables =
        tables::ALL.into_iter().filter_map(|schema| Some(table_of(schema, all.remove(schema.name)?)));
    Ok(Staged { tables: tables.collect(), settings: settings.into_value(), rows_read })
}

/// Reads a sheet of settings, rows of path and value.
pub fn stage_settings(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    let Some([path_at, value_at]) = places(sheet, mapping, ["path", "value"]) else {
        findings.push(columns_missing(sheet, "path, value"));
        return Ok(Staged::default());
    };
    take_back_questions(&sheet.file, &[sheet.headings[value_at].name()], findings);
    let written = Written::of(source, mapping);
    let heading = sheet.headings[value_at].name();
    let mut settings = SettingsRows::default();
    let mut rows_read = 0;
    source.rows(sheet, &mut |row| {
        rows_read += 1;
        let (place, path) = (sheet.place(row.row), row.cell(path_at).text().into_owned());
        let path = written.text(&path);
        take_setting(&mut settings, (path, row.cell(value_at)), written, (&place, &heading), findings);
        ControlFlow::Continue(())
    })?;
    Ok(Staged { tables: Vec::new(), settings: settings.into_value(), rows_read })
}

fn take_setting(
    settings: &mut SettingsRows,
    (path, value): (&str, &Cell<'_>),
    written: Written,
    (place, heading): (&Place, &str),
    findings: &mut Vec<Finding>,
) {
    let read = match value {
        Cell::Truth(truth) => serde_json::Value::Bool(*truth),
        Cell::Number { value, .. } => value_of(&plain(*value), false),
        cell => value_of(written.text(&cell.text()), written.has_decimal_comma),
    };
    if !settings.set(path, read) {
        let en = format!("The setting {path} stands twice, or its path cannot be read.");
        let fr = format!("Le réglage {path} figure deux fois, ou son chemin est illisible.");
        let finding = Finding::new("setting_invalid", Severity::Error, place, en, fr);
        findings.push(finding.at(heading, &value.text()));
    }
}

/// One cell, its number with a decimal point.
fn staged(
    schema: &TableSchema,
    column: &str,
    cell: &Cell<'_>,
    written: Written,
) -> (StagedCell, Option<CellFault>) {
    let raw = cell.text().into_owned();
    let kind = column_of(schema.name, column).map_or(ColumnKind::Text, |column| column.kind);
    let text = match cell {
        Cell::Truth(truth) => u8::from(*truth).to_string(),
        Cell::Number { value, .. } => plain(*value),
        _ => written.text(&raw).to_string(),
    };
    let is_number = kind.range().is_some() || kind == ColumnKind::Limit || kind == ColumnKind::Flag;
    let is_operand = schema.name == tables::learning::SCENARIOS.name && column == "value";
    if text.is_empty() || !is_number && !is_operand || matches!(cell, Cell::Number { .. }) {
        return (StagedCell { text, raw }, None);
    }
    let pointed = if written.has_decimal_comma { text.replace(',', ".") } else { text.clone() };
    if decimal(&pointed).is_ok() {
        let is_point_wrong = written.has_decimal_comma && text.contains('.') && is_number;
        return if is_point_wrong {
            (StagedCell { text: kept_apart(&text), raw }, Some(CellFault::AmbiguousNumber))
        } else {
            (StagedCell { text: pointed, raw }, None)
        };
    }
    let may_be_other = is_operand
        || kind == ColumnKind::Flag
        || period_of(&text).is_some()
        || (kind.may_be_withheld() || kind == ColumnKind::Amount) && is_withheld(&text);
    (StagedCell { text, raw }, (!may_be_other).then_some(CellFault::NotANumber))
}

fn table_of(schema: &'static TableSchema, cells: Cells) -> StagedTable {
    let columns =
        cells.columns.iter().map(|column| StagedColumn { field: column.clone(), heading: column.clone() });
    let columns: Vec<StagedColumn> = columns.collect();
    let rows = cells.rows.into_values().map(|(place, filled)| {
        let mut row = vec![StagedCell::default(); columns.len()];
        for (at, cell) in filled {
            row[at] = cell;
        }
        StagedRow { place, cells: row }
    });
    let rows = rows.collect();
    StagedTable { schema, columns, rows, is_whole: true }
}

fn columns_missing(sheet: &Sheet, fields: &str) -> Finding {
    let en = format!("Not all of the columns {fields} are there.");
    let fr = format!("Les colonnes {fields} ne sont pas toutes là.");
    let place = sheet.place(sheet.heading_rows.map_or(0, |(_, last)| last));
    Finding::new("column_missing", Severity::Error, &place, en, fr).at("*", fields)
}

fn table_unknown(place: &Place, table: &str, heading: &str) -> Finding {
    let en = format!("There is no table {table}.");
    let fr = format!("Il n'y a pas de table {table}.");
    let finding = Finding::new("table_unknown", Severity::Error, place, en, fr).at(heading, table);
    match nearest(table, tables::ALL.iter().map(|schema| schema.name)) {
        Some(near) => {
            finding.suggest(&format!("Did you mean {near}?"), &format!("Vouliez-vous dire {near} ?"))
        }
        None => finding,
    }
}

fn beyond_headings(place: &Place, value: &str) -> Finding {
    let en = "The cell stands beyond the headings of its table and is not imported.".to_string();
    let fr = "La cellule est au-delà des en-têtes de sa table et n'est pas importée.".to_string();
    Finding::new("cell_beyond_headings", Severity::Warning, place, en, fr).at("*", value)
}
