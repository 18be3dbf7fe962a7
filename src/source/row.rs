//! `Row` and `Cell`: what a file says in one row, nothing interpreted that is not evident in the cell itself.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// One row below the headings that is not blank.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Line of a text file on which the row begins, row of a sheet; both count from 1.
    pub row: u32,
    /// As many as the row has, which can be fewer or more than the sheet has columns; see [`Row::cell`].
    pub cells: &'a [Cell<'a>],
    /// How many cells the row really has in a text file, cells of a sheet up to the last one used.
    pub found: usize,
    /// Whether the row is a total of others.
    pub is_totals: bool,
}

impl<'a> Row<'a> {
    /// The cell in this column, counted from 0; blank where the row is too short.
    pub fn cell(&self, column: usize) -> &Cell<'a> {
        self.cells.get(column).unwrap_or(&Cell::Blank)
    }
}

/// One cell; texts are without outer blanks.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Blank,
    /// Text, and every cell of a text file; [`super::number::number`] and [`super::date::date`] read it
    /// under the convention of its column.
    Text(Cow<'a, str>),
    /// A number of a workbook; a cell shown as `12 %` is 0.12 with `is_percent`.
    Number {
        value: Decimal,
        is_percent: bool,
    },
    /// A day of a workbook, its hour left out.
    Date(NaiveDate),
    Truth(bool),
    /// An error of a formula such as `#N/A`, or a number beyond any amount. A formula never computed is blank.
    Error(&'static str),
}

impl Cell<'_> {
    /// What a finding quotes: the text, a number with a point, a day as yyyy-mm-dd.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Blank => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            Cell::Number { value, is_percent: false } => Cow::Owned(value.normalize().to_string()),
            Cell::Number { value, is_percent: true } => Cow::Owned(percent(*value)),
            Cell::Date(day) => Cow::Owned(day.to_string()),
            Cell::Truth(true) => Cow::Borrowed("TRUE"),
            Cell::Truth(false) => Cow::Borrowed("FALSE"),
            Cell::Error(error) => Cow::Borrowed(error),
        }
    }

    /// Whether nothing stands in the cell.
    pub fn is_blank(&self) -> bool {
        matches!(self, Cell::Blank)
    }

    /// The same cell, its text no longer borrowed.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Cell::Blank => Cell::Blank,
            Cell::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Cell::Number { value, is_percent } => Cell::Number { value, is_percent },
            Cell::Date(day) => Cell::Date(day),
            Cell::Truth(truth) => Cell::Truth(truth),
            Cell::Error(error) => Cell::Error(error),
        }
    }

    /// The cell of this text, blank when only blanks are in it.
    pub fn of_text(text: &str) -> Cell<'_> {
        match text.trim() {
            "" => Cell::Blank,
            text => Cell::Text(Cow::Borrowed(text)),
        }
    }
}

fn percent(share: Decimal) -> String {
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(points) => format!("{}%", points.normalize()),
        None => share.normalize().to_string(),
    }
}
