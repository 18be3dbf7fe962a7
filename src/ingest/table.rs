//! `Table`: one table as cells of text, each with its file, row and column; the one CSV reader.

use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use super::faults;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::wire::formula_text::restored;

/// A table as read, nothing interpreted; cells keep their outer blanks.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file name, or `bundle.json#table`.
    pub file: Arc<str>,
    /// Headings without outer blanks.
    pub headings: Vec<String>,
    pub records: Vec<Record>,
}

/// One row of cells.
#[derive(Clone, Debug)]
pub struct Record {
    /// Line in the file, the heading row being 1; in a bundle, the position in the array from 1.
    pub row: u32,
    pub cells: StringRecord,
}

impl Table {
    /// A table without rows.
    pub fn empty(file: &str) -> Table {
        Table { file: Arc::from(file), headings: Vec::new(), records: Vec::new() }
    }

    /// The place of one row of this table.
    pub fn place(&self, row: u32) -> Place {
        Place { file: Arc::clone(&self.file), row }
    }

    /// The table in these bytes: UTF-8 with or without a byte-order mark, comma, one heading row.
    ///
    /// Bytes of another encoding or separator give an empty table and a finding that says so. Rows with
    /// fewer or more cells than headings are kept: what is absent is blank, what is too much is not read.
    pub fn from_csv(file: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Table {
        let mut table = Table::empty(file);
        let Some(text) = text_of(&table, bytes, findings) else { return table };
        if has_other_separator(&table, &text, findings) {
            return table;
        }
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut lines = LineCount { text: text.as_bytes(), at: 0, line: 1, blank: Vec::new() };
        let mut cells = StringRecord::new();
        let mut has_headings = false;
        while matches!(reader.read_record(&mut cells), Ok(true)) {
            let row = lines.advance(cells.position().map_or(0, |position| position.byte() as usize));
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                lines.blank.push(row);
            } else if has_headings {
                table.records.push(Record { row, cells: restored_cells(&cells) });
            } else {
                table.headings = cells.iter().map(|cell| restored(cell.trim()).to_string()).collect();
                has_headings = true;
            }
        }
        table.check_shape(&text, &lines, findings);
        table
    }

    fn check_shape(&self, text: &str, lines: &LineCount, findings: &mut Vec<Finding>) {
        if self.headings.is_empty() {
            let (en, fr) = ("The file is empty.".to_string(), "Le fichier est vide.".to_string());
            findings.push(Finding::new("file_empty", Severity::Error, &self.place(0), en, fr));
            return;
        }
        if !text.bytes().filter(|byte| *byte == b'"').count().is_multiple_of(2) {
            let row = self.records.last().map_or(1, |record| record.row);
            let en = "A quotation mark is opened and never closed; rows after it were read as one cell."
                .to_string();
            let fr =
                "Un guillemet est ouvert et jamais fermé ; la suite a été lue comme une cellule.".to_string();
            findings.push(Finding::new("quote_unclosed", Severity::Error, &self.place(row), en, fr));
        }
        if let Some(first) = lines.blank.first() {
            let count = lines.blank.len();
            let en = format!("{count} blank line(s) skipped, the first one here.");
            let fr = format!("{count} ligne(s) vide(s) sautée(s), la première ici.");
            findings.push(Finding::new("row_blank", Severity::Note, &self.place(*first), en, fr));
        }
        for record in &self.records {
            self.check_length(record, findings);
        }
    }

    fn check_length(&self, record: &Record, findings: &mut Vec<Finding>) {
        let (found, wanted) = (record.cells.len(), self.headings.len());
        if found == wanted {
            return;
        }
        let is_harmless =
            wanted < found && record.cells.iter().skip(wanted).all(|cell| cell.trim().is_empty());
        let severity = if is_harmless { Severity::Warning } else { Severity::Error };
        let en = format!("The row has {found} cells, the heading row {wanted}.");
        let fr = format!("La ligne a {found} cellules, la ligne d'en-tête {wanted}.");
        let finding = Finding::new("row_ragged", severity, &self.place(record.row), en, fr).suggest(
            "Put cells that contain a comma between quotation marks.",
            "Mettez entre guillemets les cellules qui contiennent une virgule.",
        );
        findings.push(finding);
    }
}

/// The cells as they were meant, before texts that look like formulas were neutralised.
fn restored_cells(cells: &StringRecord) -> StringRecord {
    if cells.iter().all(|cell| restored(cell) == cell) {
        return cells.clone();
    }
    cells.iter().map(restored).collect()
}

/// The text of the bytes with `\n` as the only line ending, or nothing and a finding.
fn text_of(table: &Table, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\r') => Some(text.replace("\r\n", "\n").replace('\r', "\n")),
        Ok(text) => Some(text.to_string()),
        Err(fault) => {
            let before = &bytes[..fault.valid_up_to()];
            let row = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u32;
            let en = "The file is not UTF-8 text; it is not read.".to_string();
            let fr = "Le fichier n'est pas du texte UTF-8 ; il n'est pas lu.".to_string();
            let finding = Finding::new("encoding_invalid", Severity::Error, &table.place(row), en, fr);
            findings.push(finding.suggest("Save it as CSV UTF-8.", "Enregistrez-le en CSV UTF-8."));
            None
        }
    }
}

/// Whether the heading line is evidently separated by something else than commas.
fn has_other_separator(table: &Table, text: &str, findings: &mut Vec<Finding>) -> bool {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let Some((separator, name)) =
        [(';', ";"), ('\t', "tab")].into_iter().find(|(letter, _)| heading.contains(*letter))
    else {
        return false;
    };
    if heading.contains(',') || heading.starts_with('"') {
        return false;
    }
    let en = format!("The columns are separated by {name}, not by commas; the file is not read.");
    let fr =
        format!("Les colonnes sont séparées par {name}, non par des virgules ; le fichier n'est pas lu.");
    let finding = faults::cell(
        "separator_unexpected",
        Severity::Error,
        &table.place(1),
        ("", &separator.to_string()),
        (en, fr),
    );
    findings.push(finding.suggest("Save it as CSV with commas.", "Enregistrez-le en CSV avec des virgules."));
    true
}

/// Counts lines up to each record; the parser itself skips blank lines without a word.
struct LineCount<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
    blank: Vec<u32>,
}

impl LineCount<'_> {
    /// The line on which the record found from this byte on begins.
    fn advance(&mut self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        while self.at < byte {
            self.line += u32::from(self.text[self.at] == b'\n');
            self.at += 1;
        }
        while self.text.get(self.at) == Some(&b'\n') {
            self.blank.push(self.line);
            self.line += 1;
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Table, Vec<(&'static str, u32)>) {
        let mut findings = Vec::new();
        let table = Table::from_csv("t.csv", text.as_bytes(), &mut findings);
        (table, findings.iter().map(|finding| (finding.code, finding.place.row)).collect())
    }

    #[test]
    fn rows_keep_their_line_across_blank_lines_quotes_and_line_endings() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["\u{feff}id,note", "A,\"two", "lines\"", "", "B,x", ",", "C,y", ""].join(end);
            let (table, findings) = read(&text);
            let rows: Vec<_> = table.records.iter().map(|record| (record.row, &record.cells[0])).collect();
            assert_eq!(rows, [(2, "A"), (5, "B"), (7, "C")]);
            assert_eq!(findings, [("row_blank", 4)]);
            assert_eq!(&table.records[0].cells[1], "two\nlines");
        }
    }

    #[test]
    fn files_that_are_no_table_say_why() {
        assert_eq!(read("").1, [("file_empty", 0)]);
        assert_eq!(read("\n\n").1, [("file_empty", 0)]);
        assert_eq!(read("id;name\nA;B\n").1, [("separator_unexpected", 1)]);
        assert_eq!(read("id,name\nA,\"B\nC,D\n").1, [("quote_unclosed", 2)]);
        let mut findings = Vec::new();
        Table::from_csv("t.csv", b"id,name\nA,caf\xe9\n", &mut findings);
        assert_eq!((findings[0].code, findings[0].place.row), ("encoding_invalid", 2));
    }

    #[test]
    fn ragged_rows_are_kept_and_told() {
        let (table, findings) = read("id,name\nA\nB,x,y\nC,x,\n");
        assert_eq!(table.records.len(), 3);
        assert_eq!(findings, [("row_ragged", 2), ("row_ragged", 3), ("row_ragged", 4)]);
    }
}
