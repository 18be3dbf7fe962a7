//! What an import tells of sheets, totals and changes, in the words of the report.

use std::collections::{BTreeMap, BTreeSet};

use super::import::ReadSheet;
use crate::domain::place::Place;
use crate::domain::text::Bilingual;
use crate::intake::mapping::Mapping;
use crate::intake::merge::TableChange;
use crate::intake::propose::{Proposal, ProposedColumn};
use crate::intake::staged::StagedTable;
use crate::intake::totals::{Total, TotalKey};
use crate::report::imported::{ColumnRead, SheetRead, TableChanged, TotalLine};
use crate::source::form::{Form, LineEnding};
use crate::source::options::DateOrder;
use crate::source::sheet::{Column, Sheet};

/// A mapping that is known already, column by column as a proposal.
pub fn proposal_of(mapping: &Mapping, sheet: &Sheet) -> Proposal {
    let mut columns: Vec<ProposedColumn> = sheet
        .headings
        .iter()
        .map(|heading| ProposedColumn {
            heading: heading.name(),
            letter: heading.letter.clone(),
            field: None,
            confidence: 0.0,
            why: Bilingual::default(),
        })
        .collect();
    for column in mapping.columns.iter().filter(|column| !column.is_ignored) {
        if let Some(at) = column.place_in(&sheet.headings) {
            columns[at].field = Some(column.field.clone());
            columns[at].confidence = 1.0;
        }
    }
    Proposal { mapping: mapping.clone(), columns, confidence: 1.0 }
}

/// How a sheet was read, with how many of its rows are refused.
pub fn sheet_read(read: &ReadSheet, staged: &[StagedTable], refused: &BTreeSet<Place>) -> SheetRead {
    let ReadSheet { sheet, proposal, origin, rows_read, .. } = read;
    let mine = |place: &&Place| place.file == sheet.file;
    let staged: BTreeSet<&Place> =
        staged.iter().flat_map(|table| &table.rows).map(|row| &row.place).filter(mine).collect();
    let rows_refused = staged.iter().filter(|place| refused.contains(**place)).count() as u64;
    let told = |column: &ProposedColumn| {
        let at = sheet.headings.iter().position(|heading| heading.letter == column.letter);
        at.map(|at| convention(&sheet.columns[at])).unwrap_or_default()
    };
    SheetRead {
        name: sheet.file.to_string(),
        form: form(&read.form),
        shape: shape(&proposal.mapping),
        heading_rows: match sheet.heading_rows {
            None => "–".to_string(),
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}-{last}"),
        },
        columns: proposal
            .columns
            .iter()
            .map(|column| ColumnRead {
                letter: column.letter.clone(),
                heading: column.heading.clone(),
                field: column.field.clone(),
                confidence: column.confidence,
                convention: told(column),
            })
            .collect(),
        rows_read: *rows_read,
        rows_accepted: rows_read.saturating_sub(rows_refused),
        rows_refused,
        totals_rows: sheet.totals_count,
        mapping: *origin,
    }
}

fn shape(mapping: &Mapping) -> String {
    let shape = mapping.shape.name();
    mapping.table.as_ref().map_or_else(|| shape.to_string(), |table| format!("{shape} {table}"))
}

fn form(form: &Form) -> Bilingual {
    let (en, fr) = match form {
        Form::Workbook { is_1904: false } => ("workbook".to_string(), "classeur".to_string()),
        Form::Workbook { is_1904: true } => {
            ("workbook, days from 1904".to_string(), "classeur, jours depuis 1904".to_string())
        }
        Form::Text(text) => {
            let mark = if text.has_mark { " BOM" } else { "" };
            let delimiter = match text.delimiter {
                b'\t' => "tab".to_string(),
                other => char::from(other).to_string(),
            };
            let ending = match text.line_ending {
                LineEnding::Lf => "LF",
                LineEnding::CrLf => "CRLF",
                LineEnding::Cr => "CR",
                LineEnding::Mixed => "LF/CRLF",
            };
            let plain = format!("{}{mark} · `{delimiter}` · {ending}", text.encoding.name());
            (plain.clone(), plain)
        }
    };
    Bilingual { en, fr }
}

/// What a column shows of its convention, in signs that need no language: `1 234,5`, `dd/mm/yyyy`, `€`.
fn convention(column: &Column) -> String {
    let mut parts = Vec::new();
    let decimal = column.decimal.known().map(|mark| mark.sign());
    let group = column.group.known().map(|mark| mark.sign());
    if column.decimal.is_ambiguous() {
        parts.push("1,234 ?".to_string());
    } else if decimal.is_some() || group.is_some() {
        let group = group.map(String::from).unwrap_or_default();
        let decimal = decimal.map(|mark| format!("{mark}5")).unwrap_or_default();
        parts.push(format!("1{group}234{decimal}"));
    }
    match column.dates.known() {
        Some(DateOrder::DayMonthYear) => parts.push("dd/mm/yyyy".to_string()),
        Some(DateOrder::MonthDayYear) => parts.push("mm/dd/yyyy".to_string()),
        None if column.dates.is_ambiguous() => parts.push("dd/mm ?".to_string()),
        None => {}
    }
    parts.extend(column.currency.map(str::to_string));
    parts.join(" · ")
}

/// Control totals in order of year, kind and department.
pub fn total_lines(sums: BTreeMap<TotalKey, Total>) -> Vec<TotalLine> {
    let line = |(TotalKey { year, kind, department }, Total { amount, missing })| TotalLine {
        year,
        kind,
        department,
        amount,
        missing,
    };
    sums.into_iter().map(line).collect()
}

/// What changes in a table.
pub fn table_changed(change: &TableChange, drops_gone: bool) -> TableChanged {
    let cells = change.changed.iter();
    TableChanged {
        table: change.table.to_string(),
        added: change.added.clone(),
        changed: cells
            .map(|cell| [cell.key.clone(), cell.field.clone(), cell.old.clone(), cell.new.clone()])
            .collect(),
        gone: change.gone.clone(),
        same: change.same,
        drops_gone,
    }
}
