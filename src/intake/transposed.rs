//! A sheet with a column per project: rows and columns exchanged, then read like any other, with places in the original.

use std::ops::ControlFlow;

use csv::{Terminator, WriterBuilder};

use super::aliases::fields_of;
use super::mapping::Mapping;
use super::staged::StagedTable;
use crate::domain::finding::{Finding, Severity};
use crate::source::open::{Source, from_bytes};
use crate::source::options::{Encoding, Options};
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;

/// What is said about the cells of a column once it has become a row.
const ABOUT_CELLS: [&str; 4] = ["ambiguous_number", "ambiguous_date", "date_impossible", "date_serial"];

/// A sheet with rows and columns exchanged.
pub struct Turned {
    pub source: Source,
    /// The row of each label in the original, one for each column of the turned sheet.
    rows: Vec<u32>,
    /// The column of the labels in the original, from 0.
    label_at: usize,
    letters: Vec<String>,
    /// What reading the turned sheet had to say, at places of the original.
    pub findings: Vec<Finding>,
}

impl Turned {
    /// The one sheet there is.
    pub fn sheet(&self) -> &Sheet {
        &self.source.sheets[0]
    }

    /// The row of each label in the original, in their order.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// The sheet turned; its first column with a text becomes the headings, and its headings the first column.
    pub fn new(source: &Source, sheet: &Sheet, mapping: Option<&Mapping>) -> Result<Turned, Refusal> {
        let is_filled = |at: &usize| {
            let counts = sheet.columns.get(*at).map(|column| &column.counts);
            counts.is_some_and(|counts| 0 < counts.told() + counts.withheld)
        };
        let label_at = (0..sheet.headings.len()).find(is_filled).unwrap_or_default();
        let width = sheet.headings.len();
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut rows = Vec::new();
        let mut fields: Vec<Vec<String>> = Vec::new();
        source.rows(sheet, &mut |row| {
            rows.push(row.row);
            fields.push((label_at..width).map(|at| one_line(&row.cell(at).text())).collect());
            ControlFlow::Continue(())
        })?;
        if let Some((_, row)) = sheet.heading_rows {
            let mut names: Vec<String> =
                sheet.headings[label_at..].iter().map(|heading| heading.text.clone()).collect();
            if let Some(first) = names.first_mut() {
                *first = name_of_headings(first, &fields);
            }
            rows.insert(0, row);
            fields.insert(0, names);
        }
        let bytes = written(&fields, width - label_at.min(width));
        let mut findings = Vec::new();
        let turned = from_bytes(&sheet.file, &bytes, &options(mapping), &mut findings)?;
        let letters = sheet.headings.iter().map(|heading| heading.letter.clone()).collect();
        let mut turned = Turned { source: turned, rows, label_at, letters, findings: Vec::new() };
        findings.retain(|finding| ABOUT_CELLS.contains(&finding.code));
        findings.extend(turned.totals());
        turned.place_back(&mut findings, 0);
        turned.findings = findings;
        Ok(turned)
    }

    /// Points findings from `first` on at the original: the row is the number of the project's column (3 for C), and
    /// the column names the label with the cell, `Coût 2027 (C7)`. Findings about a label point at its row.
    pub fn place_back(&self, findings: &mut [Finding], first: usize) {
        let headings: Vec<(String, u32)> = self
            .sheet()
            .headings
            .iter()
            .map(|heading| heading.name())
            .zip(self.rows.iter().copied())
            .collect();
        for finding in findings.iter_mut().skip(first) {
            if finding.place.row == 0 || finding.place.file != self.sheet().file {
                continue;
            }
            let original = headings.iter().find(|(name, _)| *name == finding.column).map(|(_, row)| *row);
            let column = self.label_at + finding.place.row as usize;
            if finding.place.row == 1 {
                finding.place.row = original.or(self.rows.first().copied()).unwrap_or_default();
                continue;
            }
            finding.place.row = column as u32;
            if let (Some(row), Some(letter)) = (original, self.letters.get(column - 1)) {
                finding.column = format!("{} ({letter}{row})", finding.column);
            }
        }
    }

    /// Points the rows of staged tables at the original: the number of the project's column.
    pub fn place_tables_back(&self, tables: &mut [StagedTable]) {
        for row in tables.iter_mut().flat_map(|table| &mut table.rows) {
            if 1 < row.place.row {
                row.place.row += self.label_at as u32;
            }
        }
    }

    /// One note for columns that total the others.
    fn totals(&self) -> Option<Finding> {
        let sheet = self.sheet();
        let letter =
            |row: &u32| self.letters.get(self.label_at + *row as usize - 1).cloned().unwrap_or_default();
        let first = sheet.totals_rows.first()?;
        let letters = sheet.totals_rows.iter().map(letter).collect::<Vec<_>>().join(", ");
        let en = format!("Column(s) of totals, not counted with the others: {letters}.");
        let fr = format!("Colonne(s) de total, non comptée(s) avec les autres : {letters}.");
        Some(Finding::new("row_totals", Severity::Note, &sheet.place(*first), en, fr))
    }
}

/// What the headings of the columns are: as the corner says, else keys where another label gives the names.
fn name_of_headings(corner: &str, fields: &[Vec<String>]) -> String {
    let is_known = |text: &str, wanted: &str| {
        fields_of("investments", text, None).iter().any(|field| field.starts_with(wanted))
    };
    if is_known(corner, "id") || is_known(corner, "name") {
        return corner.to_string();
    }
    let has_names = fields.iter().filter_map(|field| field.first()).any(|label| is_known(label, "name"));
    let has_keys = fields.iter().filter_map(|field| field.first()).any(|label| is_known(label, "id"));
    match (has_names, has_keys) {
        (true, false) => "Id".to_string(),
        (false, _) => "Projet".to_string(),
        (true, true) => corner.to_string(),
    }
}

fn options(mapping: Option<&Mapping>) -> Options {
    let reading = mapping.map(|mapping| mapping.reading.clone()).unwrap_or_default();
    Options {
        encoding: Some(Encoding::Utf8),
        delimiter: Some(b','),
        heading_row: Some(1),
        decimal: reading.decimal,
        date_order: reading.date_order,
        ..Options::default()
    }
}

/// The fields as columns of a text file, one line per column of the original.
fn written(fields: &[Vec<String>], width: usize) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::Any(b'\n')).flexible(true).from_writer(Vec::new());
    for at in 0..width {
        let cells = fields.iter().map(|field| field.get(at).map_or("", String::as_str));
        writer.write_record(cells).expect("writing to memory does not fail");
    }
    writer.into_inner().expect("writing to memory does not fail")
}
