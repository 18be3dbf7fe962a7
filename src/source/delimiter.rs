//! The delimiter of a text file, found from its first rows.

use std::panic::catch_unwind;

use csv::ReaderBuilder;
use csv_nose::Sniffer;

use super::date_shape::date_shape;
use super::number_shape::shape;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// Delimiters that are looked for.
const CANDIDATES: [u8; 4] = [b';', b'\t', b'|', b','];

/// How many rows are looked at.
const ROWS: usize = 300;

/// How many bytes the library looks at: it takes its time.
const SNIFFED: usize = 32 << 10;

/// How many rows above the table may be titles of fewer cells.
const TITLES: usize = 20;

/// A reading that is nearly as good as the best one leaves the delimiter in doubt.
const NEARLY: f64 = 0.95;

/// What one delimiter makes of the first rows.
struct Reading {
    delimiter: u8,
    /// The number of cells most rows have.
    width: usize,
    /// Share of rows of that width, titles above left out, times the share of cells in which no other candidate remains.
    quality: f64,
}

/// The delimiter that divides these first rows into a table; a comma where none does.
///
/// The sniffer of a library decides, as it weighs what the cells look like; that another delimiter makes as good a
/// table, or a better one, is a question.
pub(super) fn find(sample: &str, file: &str, findings: &mut Vec<Finding>) -> u8 {
    let mut readings: Vec<Reading> = CANDIDATES
        .iter()
        .filter(|delimiter| sample.as_bytes().contains(delimiter))
        .filter_map(|delimiter| reading(sample, *delimiter))
        .collect();
    readings.sort_by(|one, other| other.quality.total_cmp(&one.quality));
    if 1 < readings.len()
        && let Some(sniffed) = sniffed(sample)
        && let Some(index) = readings.iter().position(|reading| reading.delimiter == sniffed)
    {
        readings[..=index].rotate_right(1);
    }
    let Some(best) = readings.first() else { return b',' };
    if let Some(second) = readings.get(1)
        && best.quality * NEARLY <= second.quality
    {
        findings.push(in_doubt(file, best, second));
    }
    best.delimiter
}

/// What the library finds in the first rows; nothing when it finds nothing, or fails on hostile ones.
fn sniffed(sample: &str) -> Option<u8> {
    let end = sample.floor_char_boundary(SNIFFED);
    let end = sample[..end].rfind('\n').map_or(end, |last| last + 1);
    let found = catch_unwind(|| Sniffer::new().sniff_bytes(&sample.as_bytes()[..end])).ok()?;
    found.ok().map(|found| found.dialect.delimiter)
}

fn reading(sample: &str, delimiter: u8) -> Option<Reading> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(sample.as_bytes());
    let mut widths = Vec::new();
    let (mut cells, mut clean) = (0_usize, 0_usize);
    for record in reader.records().take(ROWS).map_while(Result::ok) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        widths.push(record.len());
        for cell in &record {
            cells += 1;
            clean += usize::from(is_clean(cell, delimiter));
        }
    }
    let total = widths.len();
    let (width, count) = most_common(widths.iter().copied().filter(|width| 2 <= *width).collect())?;
    let above = widths.iter().position(|one| *one == width).unwrap_or(0);
    let rows = total - above.min(TITLES);
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let is_table = rows <= 2 * count && (above == 0 || 2 <= count);
    is_table.then(|| Reading { delimiter, width, quality: share(count, rows) * share(clean, cells) })
}

/// Whether no other delimiter seems to be left in the cell: prose may have some, short cells have none.
fn is_clean(cell: &str, delimiter: u8) -> bool {
    let cell = cell.trim();
    let has_other = |byte: u8| byte != delimiter && CANDIDATES.contains(&byte);
    !cell.bytes().any(has_other) || 40 < cell.len() || shape(cell).is_some() || date_shape(cell).is_some()
}

/// The most common width, of equally common ones the largest, and its count.
fn most_common(mut widths: Vec<usize>) -> Option<(usize, usize)> {
    widths.sort_unstable();
    widths.chunk_by(|one, other| one == other).map(|run| (run[0], run.len())).max_by_key(|run| (run.1, run.0))
}

fn in_doubt(file: &str, best: &Reading, second: &Reading) -> Finding {
    let (one, other) = (name(best.delimiter), name(second.delimiter));
    let (wide, narrow) = (best.width, second.width);
    let en = format!(
        "Columns may be separated by {one} ({wide} columns) or by {other} ({narrow}); read with {one}."
    );
    let fr = format!(
        "Les colonnes peuvent être séparées par {one} ({wide} colonnes) ou par {other} ({narrow}) ; lu avec {one}."
    );
    Finding::new("delimiter_ambiguous", Severity::Error, &Place { file: file.into(), row: 1 }, en, fr)
        .suggest("State the delimiter.", "Indiquez le séparateur.")
}

/// The delimiter as a text shows it.
fn name(delimiter: u8) -> String {
    if delimiter == b'\t' { "tab".to_string() } else { char::from(delimiter).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sample: &str) -> (char, usize) {
        let mut findings = Vec::new();
        let delimiter = find(sample, "t.csv", &mut findings);
        (char::from(delimiter), findings.len())
    }

    #[test]
    fn the_delimiter_that_makes_a_table() {
        assert_eq!(found("id;a;b\nX;0,4;1,2\nY;1,5;2,0\n"), (';', 0));
        assert_eq!(found("id,a\nX,1.5\n"), (',', 0));
        assert_eq!(found("Report, of sorts\n\nid|a\nX|1\nY|2\nZ|3\n"), ('|', 0));
        assert_eq!(found("A\nB\nC\nD\n\nid;a\nX;1\n"), (';', 0));
        assert_eq!(found("id\ta\nX\t1,5\n"), ('\t', 0));
        assert_eq!(found("id;text\nX;\"a; b, c\"\nY;\"d, e\nf, g\"\n"), (';', 0));
        assert_eq!(found("word\nX\n"), (',', 0));
        assert_eq!(found("a;b,c\nd;e,f\n").1, 1);
    }
}
