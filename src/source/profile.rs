//! `Profile`: one sheet while it is read the first time: its headings, then what every column holds.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::decide::decide;
use super::headings::{self, FirstRow, Merged};
use super::options::Options;
use super::questions;
use super::records::RawRow;
use super::row::Cell;
use super::sheet::Sheet;
use super::tally::ColumnTally;
use super::told::Told;
use super::totals::is_totals;
use crate::domain::finding::{Finding, Severity};

/// Rows among which the headings are looked for.
const FIRST_ROWS: usize = 60;

/// Bytes of text among which they are looked for, so that a few huge rows do not fill the memory.
const FIRST_BYTES: usize = 8 << 20;

/// Examples kept of all columns together, of each look.
const EXAMPLES: usize = 20_000;

/// Totals rows that are listed.
const TOTALS_LISTED: usize = 10_000;

/// Letters of a remark above the headings that are kept.
const NOTE_LENGTH: usize = 200;

/// What is known of a sheet while its rows pass.
pub(super) struct Profile<'a> {
    options: &'a Options,
    /// Whether every row of the file states all of its cells, as in a text file.
    is_text: bool,
    merged: Vec<Merged>,
    first: Vec<FirstRow>,
    first_bytes: usize,
    has_headings: bool,
    /// Cells of the heading row as written, and up to the last one that is not blank.
    wanted: usize,
    tallies: Vec<ColumnTally>,
    /// First row and number of blank rows that no other row has followed yet.
    pending_blank: Option<(u32, u64)>,
    first_blank: Option<u32>,
    sheet: Sheet,
    pub(super) told: Told,
}

impl<'a> Profile<'a> {
    /// Nothing read yet of this sheet.
    pub(super) fn new(
        file: Arc<str>,
        name: Option<String>,
        merged: Vec<Merged>,
        options: &'a Options,
    ) -> Profile<'a> {
        let is_text = name.is_none();
        let sheet = Sheet {
            name,
            file,
            heading_rows: None,
            first_row: 1,
            headings: Vec::new(),
            columns: Vec::new(),
            row_count: 0,
            totals_rows: Vec::new(),
            totals_count: 0,
            blank_rows: 0,
            notes: Vec::new(),
            is_hidden: false,
            hidden_rows: 0,
        };
        Profile {
            options,
            is_text,
            merged,
            first: Vec::new(),
            first_bytes: 0,
            has_headings: false,
            wanted: 0,
            tallies: Vec::new(),
            pending_blank: None,
            first_blank: None,
            sheet,
            told: Told::new(options.limits.findings_of_a_kind),
        }
    }

    /// The sheet so far.
    pub(super) fn sheet_mut(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// Takes the next row of the file.
    pub(super) fn take(&mut self, raw: RawRow<'_>) -> ControlFlow<()> {
        let last = raw.cells.iter().rposition(|cell| !cell.is_blank());
        let Some(last) = last else {
            self.pend_blank(raw.row.saturating_sub(raw.blank_before as u32), raw.blank_before + 1);
            return ControlFlow::Continue(());
        };
        if 0 < raw.blank_before {
            self.pend_blank(raw.row.saturating_sub(raw.blank_before as u32), raw.blank_before);
        }
        if self.has_headings {
            self.count(raw.row, raw.found, &raw.cells[..=last]);
            return ControlFlow::Continue(());
        }
        let cells = raw.cells[..=last].iter().cloned().map(Cell::into_owned).collect();
        let blank_before = self.pending_blank.take();
        self.first.push(FirstRow { row: raw.row, found: raw.found, cells, blank_before });
        let texts = raw.cells.iter().map(|cell| if let Cell::Text(text) = cell { text.len() } else { 0 });
        self.first_bytes += texts.sum::<usize>();
        let forced = self.options.heading_row;
        let is_enough = match forced {
            Some(row) => row < raw.row,
            None => FIRST_ROWS <= self.first.len() || FIRST_BYTES <= self.first_bytes,
        };
        if forced.is_some() && 2 < self.first.len() {
            let gone = self.first.remove(0);
            self.note(&gone);
        }
        if is_enough {
            self.settle();
        }
        ControlFlow::Continue(())
    }

    fn pend_blank(&mut self, row: u32, count: u64) {
        let (first, before) = self.pending_blank.unwrap_or((row, 0));
        self.pending_blank = Some((first, before + count));
    }

    fn note(&mut self, row: &FirstRow) {
        let texts: Vec<String> =
            row.cells.iter().filter(|cell| !cell.is_blank()).map(|cell| cell.text().into_owned()).collect();
        let text: String = texts.join(" ").chars().take(NOTE_LENGTH).collect();
        if self.sheet.notes.len() < FIRST_ROWS {
            self.sheet.notes.push((row.row, text));
        }
    }

    /// Finds the headings among the first rows and counts the rows below them.
    fn settle(&mut self) {
        self.has_headings = true;
        let first = std::mem::take(&mut self.first);
        let found = headings::find(&first, &self.merged, self.options.heading_row);
        let (above, written, below) = match found {
            Some((from, to)) => (&first[..from], &first[from..=to], &first[to + 1..]),
            None => (&first[..0], &first[..0], &first[..]),
        };
        above.iter().for_each(|row| self.note(row));
        let last_filled = |row: &FirstRow| row.cells.len();
        let width = match written {
            [] => below.iter().map(last_filled).max().unwrap_or(0),
            _ => written.iter().map(last_filled).max().unwrap_or(0),
        };
        self.wanted = match written {
            [] => width,
            _ => written.iter().map(|row| row.found).max().unwrap_or(0),
        };
        self.sheet.heading_rows = written.first().zip(written.last()).map(|(from, to)| (from.row, to.row));
        self.sheet.headings = headings::read(written, &self.merged, width);
        self.tallies = vec![ColumnTally::default(); width];
        self.sheet.first_row = match (written.last(), below.first()) {
            (Some(last), _) => last.row + 1,
            (None, Some(row)) => row.row,
            (None, None) => 1,
        };
        let pending = self.pending_blank.take();
        for row in below {
            self.pending_blank = row.blank_before;
            self.count(row.row, row.found, &row.cells);
        }
        self.pending_blank = pending;
    }

    /// Counts one row below the headings; `cells` end with one that is not blank.
    fn count(&mut self, row: u32, found: usize, cells: &[Cell<'_>]) {
        self.sheet.row_count += 1;
        if let Some((first, count)) = self.pending_blank.take() {
            self.sheet.blank_rows += count;
            self.first_blank = self.first_blank.or(Some(first));
        }
        if self.is_text {
            self.check_length(row, found, cells.len());
        }
        if is_totals(cells) {
            self.sheet.totals_count += 1;
            if self.sheet.totals_rows.len() < TOTALS_LISTED {
                self.sheet.totals_rows.push(row);
            }
        }
        let most = if self.is_text { self.wanted } else { cells.len() };
        let cells = &cells[..cells.len().min(most)];
        if self.tallies.len() < cells.len() {
            self.tallies.resize(cells.len(), ColumnTally::default());
        }
        let keep = self.options.limits.findings_of_a_kind.min((EXAMPLES / self.tallies.len().max(1)).max(3));
        for (tally, cell) in self.tallies.iter_mut().zip(cells) {
            tally.take(row, cell, keep);
        }
        for (column, cell) in cells.iter().enumerate() {
            if let Cell::Error(error) = cell {
                self.tell_error(row, column, error);
            }
        }
    }

    fn check_length(&mut self, row: u32, found: usize, filled: usize) {
        let (wanted, needed) = (self.wanted, self.sheet.headings.len());
        let is_short = found < needed;
        if !is_short && filled <= wanted || !self.told.count("row_ragged") {
            return;
        }
        let en = format!("The row has {found} cells, the heading row {wanted}.");
        let fr = format!("La ligne a {found} cellules, la ligne d'en-tête {wanted}.");
        let finding = Finding::new("row_ragged", Severity::Error, &self.sheet.place(row), en, fr)
            .at("", &format!("{found} / {wanted}"))
            .suggest(
                "Put cells that contain the delimiter between quotation marks, or complete the row.",
                "Mettez entre guillemets les cellules qui contiennent le séparateur, ou complétez la ligne.",
            );
        self.told.push_counted(finding);
    }

    fn tell_error(&mut self, row: u32, column: usize, error: &'static str) {
        if !self.told.count("cell_error") {
            return;
        }
        let heading =
            self.sheet.headings.get(column).map_or_else(|| headings::letter(column), |it| it.name());
        let en = format!("The cell holds {error} instead of a value.");
        let fr = format!("La cellule contient {error} au lieu d'une valeur.");
        let finding = Finding::new("cell_error", Severity::Error, &self.sheet.place(row), en, fr)
            .at(&heading, error)
            .suggest(
                "Mend the formula in the workbook and save it again.",
                "Corrigez la formule dans le classeur et enregistrez-le de nouveau.",
            );
        self.told.push_counted(finding);
    }

    /// The sheet with its decided columns, and everything there is to tell about it.
    pub(super) fn finish(mut self) -> (Sheet, Vec<Finding>) {
        if !self.has_headings {
            self.settle();
        }
        self.widen();
        let columns = decide(&self.tallies, &self.sheet.headings, self.options);
        self.sheet.columns = columns;
        questions::tell(&self.sheet, &self.tallies, self.first_blank, &mut self.told);
        let file = Arc::clone(&self.sheet.file);
        (self.sheet, self.told.into_findings(&file))
    }

    /// Headings for columns that have cells and no heading, none for those that have neither.
    fn widen(&mut self) {
        let is_used = |tally: &ColumnTally| tally.counts.told() + tally.counts.withheld > 0;
        let used = self.tallies.iter().rposition(is_used).map_or(0, |last| last + 1);
        let named = self.sheet.headings.iter().rposition(|it| !it.text.is_empty()).map_or(0, |last| last + 1);
        let width = used.max(named);
        let rows = self.sheet.row_count;
        self.sheet.headings.truncate(width);
        while self.sheet.headings.len() < width {
            let letter = headings::letter(self.sheet.headings.len());
            self.sheet.headings.push(super::sheet::Heading { letter, number: 1, ..Default::default() });
        }
        self.tallies.resize(width, ColumnTally::default());
        for tally in &mut self.tallies {
            let counts = &mut tally.counts;
            counts.blanks = rows - counts.told() - counts.withheld;
        }
    }
}
