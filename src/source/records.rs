//! The rows of a text file one after the other, in bounded memory, each with its true line.

use std::io;
use std::ops::ControlFlow;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::decoded::{Decoded, Stop};
use super::encoding;
use super::form::TextForm;
use super::limits::Limits;
use super::origin::{Origin, ReadSeek};
use super::refusal::Refusal;
use super::row::Cell;

/// A row as it stands in the file.
pub(super) struct RawRow<'a> {
    pub(super) row: u32,
    /// Blank lines directly before it.
    pub(super) blank_before: u64,
    /// Cells written in the row.
    pub(super) found: usize,
    pub(super) cells: &'a [Cell<'a>],
}

/// What is done with each row; it may end the reading early, or refuse the file.
pub(super) type Each<'e> = dyn FnMut(RawRow<'_>) -> Result<ControlFlow<()>, Refusal> + 'e;

type Source = Decoded<Box<dyn ReadSeek>>;

/// Bytes of the mark a text of this form begins with.
pub(super) fn mark_length(form: &TextForm) -> usize {
    match (form.has_mark, form.encoding) {
        (false, _) => 0,
        (true, super::options::Encoding::Utf8) => 3,
        (true, _) => 2,
    }
}

/// Gives every row of a text to `each`; lines without any letter are counted, not given.
pub(super) fn each_record(
    origin: &Origin,
    form: &TextForm,
    limits: &Limits,
    file: &str,
    each: &mut Each<'_>,
) -> Result<(), Refusal> {
    let unreadable = |error: io::Error| Refusal::unreadable(file, &error);
    let source = origin.reader().map_err(unreadable)?;
    let source = Decoded::new(source, form.encoding, mark_length(form), limits.record).map_err(unreadable)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(form.delimiter)
        .buffer_capacity(1 << 16)
        .from_reader(source);
    let mut record = StringRecord::new();
    let mut rows = 0;
    loop {
        let (start, line) = (reader.position().byte(), reader.position().line());
        reader.get_mut().begin_record(start);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(error) => return Err(stopped(reader, (start, line), form, limits, file, &error)),
        }
        let lines = reader.position().line() - line;
        let is_last = reader.get_ref().has_ended;
        let is_last_open = is_last && !reader.get_ref().ended_line();
        let inner = if lines <= 1 && !is_last_open { 0 } else { inner_lines(&record) };
        let blank_before = (lines + u64::from(is_last_open)).saturating_sub(inner + 1);
        let row = u32::try_from(line + blank_before).unwrap_or(u32::MAX);
        rows += 1;
        if is_last && let Some(row) = open_quote(reader.get_ref().passed_since(start), form.delimiter) {
            return Err(unclosed(file, u32::try_from(line).unwrap_or(u32::MAX).saturating_add(row)));
        }
        check(&record, row, rows, limits, file)?;
        let cells: Vec<Cell<'_>> = record.iter().map(Cell::of_text).collect();
        let raw = RawRow { row, blank_before, found: record.len(), cells: &cells };
        if each(raw)?.is_break() {
            return Ok(());
        }
    }
}

/// Line breaks inside the cells of a record.
fn inner_lines(record: &StringRecord) -> u64 {
    record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64
}

fn check(record: &StringRecord, row: u32, rows: u64, limits: &Limits, file: &str) -> Result<(), Refusal> {
    if limits.columns < record.len() {
        return Err(too_many_columns(file, row, record.len(), limits.columns));
    }
    if limits.rows < rows {
        let most = limits.rows;
        let en = format!("The file has more than {most} rows.");
        let fr = format!("Le fichier a plus de {most} lignes.");
        let advice = ("Divide it into several files.", "Divisez-le en plusieurs fichiers.");
        return Err(Refusal::new("rows_too_many", (file, row), (en, fr), advice));
    }
    if limits.cell < record.as_slice().len() && record.iter().any(|cell| limits.cell < cell.len()) {
        return Err(too_large(file, row, limits.cell));
    }
    Ok(())
}

/// The refusal of a row with too many columns.
pub(super) fn too_many_columns(file: &str, row: u32, found: usize, most: usize) -> Refusal {
    let en = format!("Row {row} has {found} columns, more than the {most} a spreadsheet can have.");
    let fr = format!("La ligne {row} a {found} colonnes, plus que les {most} d'un tableur.");
    let advice =
        ("Check the delimiter, or divide the table.", "Vérifiez le séparateur, ou divisez le tableau.");
    Refusal::new("columns_too_many", (file, row), (en, fr), advice)
}

/// The refusal of a cell beyond the limit.
pub(super) fn too_large(file: &str, row: u32, most: usize) -> Refusal {
    let en = format!("Row {row} has a cell or cells of more than {most} bytes.");
    let fr = format!("La ligne {row} a une ou des cellules de plus de {most} octets.");
    let advice = (
        "Check quotation marks and line ends of that row.",
        "Vérifiez les guillemets et les fins de ligne de cette ligne.",
    );
    Refusal::new("cell_too_large", (file, row), (en, fr), advice)
}

fn unclosed(file: &str, row: u32) -> Refusal {
    let en = format!("The quotation mark opened in row {row} is never closed: all that follows is one cell.");
    let fr =
        format!("Le guillemet ouvert à la ligne {row} n'est jamais fermé : toute la suite est une cellule.");
    let advice = (
        "Close it, or double the quotation marks inside the cell.",
        "Fermez-le, ou doublez les guillemets dans la cellule.",
    );
    Refusal::new("quote_unclosed", (file, row), (en, fr), advice)
}

/// Why the reader stopped, told at the row where it did.
fn stopped(
    mut reader: Reader<Source>,
    (start, line): (u64, u64),
    form: &TextForm,
    limits: &Limits,
    file: &str,
    error: &csv::Error,
) -> Refusal {
    let source = reader.get_mut();
    let stop = source.stop.take();
    let passed = source.passed_since(start);
    let blank = passed.iter().take_while(|byte| **byte == b'\n').count() as u64;
    let first = u32::try_from(line + blank).unwrap_or(u32::MAX);
    let here = || {
        let lines = |until: usize| passed[..until].iter().filter(|byte| **byte == b'\n').count() as u64;
        let until = passed.iter().position(|byte| *byte == 0).unwrap_or(passed.len());
        u32::try_from(line + lines(until)).unwrap_or(u32::MAX)
    };
    match stop {
        Some(Stop::Nul) => encoding::nul(file, here()),
        Some(Stop::Malformed) => encoding::malformed(file, here(), form.encoding),
        Some(Stop::RecordTooLong) => {
            let opened = open_quote(passed, form.delimiter);
            match opened {
                Some(row) if !is_closed_later(source, form.delimiter) => {
                    unclosed(file, u32::try_from(line).unwrap_or(u32::MAX).saturating_add(row))
                }
                _ => too_large(file, first, limits.cell),
            }
        }
        Some(Stop::Io(error)) => Refusal::unreadable(file, &error),
        None => Refusal::unreadable(file, &io::Error::other(error.to_string())),
    }
}

/// The line, counted from 0 at the beginning of `text`, of a quotation mark that opens a cell and is still open
/// at the end; read by the same rules as the cells themselves.
fn open_quote(text: &[u8], delimiter: u8) -> Option<u32> {
    let mut line = 0;
    let mut opened = None;
    let mut is_start = true;
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        line += u32::from(byte == b'\n');
        match opened {
            None if byte == b'"' && is_start => opened = Some(line),
            None => is_start = byte == delimiter || byte == b'\n',
            Some(_) if byte == b'"' && bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            Some(_) if byte == b'"' => (opened, is_start) = (None, false),
            Some(_) => {}
        }
    }
    opened
}

/// Whether a quotation mark that can close a cell stands anywhere in what was not read yet.
fn is_closed_later(source: &mut Source, delimiter: u8) -> bool {
    let mut buffer = vec![0; 1 << 16];
    let mut was_quote = false;
    loop {
        match source.read_on(&mut buffer) {
            Ok(0) | Err(_) => return was_quote,
            Ok(count) => {
                for byte in &buffer[..count] {
                    if was_quote && (*byte == delimiter || *byte == b'\n') {
                        return true;
                    }
                    was_quote = *byte == b'"';
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::form::LineEnding;
    use crate::source::options::Encoding;

    fn rows(text: &str) -> Result<Vec<(u32, u64, String)>, &'static str> {
        let form = TextForm {
            encoding: Encoding::Utf8,
            has_mark: false,
            delimiter: b',',
            line_ending: LineEnding::Lf,
        };
        let mut rows = Vec::new();
        let origin = Origin::Bytes(text.as_bytes().into());
        each_record(&origin, &form, &Limits::default(), "t.csv", &mut |row| {
            rows.push((row.row, row.blank_before, row.cells[0].text().into_owned()));
            Ok(ControlFlow::Continue(()))
        })
        .map_err(|refusal| refusal.finding.code)?;
        Ok(rows)
    }

    #[test]
    fn rows_keep_their_line_across_blank_lines_quotes_and_line_endings() {
        for end in ["\n", "\r\n", "\r"] {
            for last in ["", "C,\"y\nz\""] {
                let text = ["a,b", "A,\"two", "lines\"", "", "", "B,x", "C,\"1\n2\"", "", last].join(end);
                let mut expected = vec![(1, 0, "a"), (2, 0, "A"), (6, 2, "B"), (7, 0, "C")];
                if !last.is_empty() {
                    expected.push((10, 1, "C"));
                }
                let told = rows(&text).unwrap();
                let told: Vec<_> = told.iter().map(|row| (row.0, row.1, row.2.as_str())).collect();
                assert_eq!(told, expected, "{text:?}");
            }
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_refused_where_it_opens() {
        assert_eq!(rows("a,b\nA,\"x\nB,y\n"), Err("quote_unclosed"));
        assert_eq!(open_quote(b"A,\"x\"\"y\",\n", b','), None);
        assert_eq!(open_quote(b"A,5\",\n\"x", b','), Some(1));
        assert!(rows("a,b\nA,5\" tube\n").is_ok());
    }
}
