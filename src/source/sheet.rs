//! `Sheet`: one table found in a file, with its headings and what each of its columns holds.

use std::sync::Arc;

use super::options::{DateOrder, DecimalMark, GroupMark};
use super::unit::Unit;
use crate::domain::place::Place;

/// One sheet of a workbook, or the whole of a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet; `None` for a text file.
    pub name: Option<String>,
    /// `file` for a text file, `file#sheet` for a sheet; the file of every place.
    pub file: Arc<str>,
    /// First and last row of the headings, counted from 1 as in the file; `None` when there are no headings.
    pub heading_rows: Option<(u32, u32)>,
    /// The row from which on rows are given, below headings and notes.
    pub first_row: u32,
    /// One for every column; trailing columns without a heading and without a cell are left out.
    pub headings: Vec<Heading>,
    /// What the columns hold, one for each heading.
    pub columns: Vec<Column>,
    /// Rows below the headings that are not blank, totals included.
    pub row_count: u64,
    /// Rows recognised as totals, at most 10,000 of them.
    pub totals_rows: Vec<u32>,
    /// Every totals row, also beyond those listed.
    pub totals_count: u64,
    /// Blank rows below the headings, trailing ones left out.
    pub blank_rows: u64,
    /// Rows above the headings that are not blank (titles, remarks): row and text of their cells.
    pub notes: Vec<(u32, String)>,
    /// Whether the workbook hides the sheet.
    pub is_hidden: bool,
    /// Rows the workbook hides; they are read like the others.
    pub hidden_rows: u64,
}

impl Sheet {
    /// The place of one row, 0 for the sheet itself.
    pub fn place(&self, row: u32) -> Place {
        Place { file: Arc::clone(&self.file), row }
    }
}

/// The heading of one column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Without outer blanks, line breaks as blanks; several heading rows joined with " / "; empty when there is none.
    pub text: String,
    /// The letters of the column in a spreadsheet: A, B, ..., Z, AA.
    pub letter: String,
    /// The unit named in the heading.
    pub unit: Option<Unit>,
    /// 1, or 2, 3, ... for the second, third, ... column with the same text.
    pub number: u32,
}

impl Heading {
    /// A name that is unlike that of every other column: the text, with its number where it stands twice,
    /// or the letter where there is no text.
    pub fn name(&self) -> String {
        match (self.text.is_empty(), self.number) {
            (true, _) => self.letter.clone(),
            (false, 0 | 1) => self.text.clone(),
            (false, number) => format!("{} ({number})", self.text),
        }
    }
}

/// What the cells of one column hold, and the one convention they are read by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub decimal: Decided<DecimalMark>,
    pub group: Decided<GroupMark>,
    /// Order of day and month.
    pub dates: Decided<DateOrder>,
    /// Whether whole numbers between 20,000 and 80,000 are days counted by a spreadsheet: dates stand beside them.
    pub has_serials: bool,
    /// Whether `2011-12` is December 2011: the column holds other months written so, and no fiscal years.
    pub has_year_months: bool,
    /// Whether `2011-12` is a fiscal year: the column holds other fiscal years written so, and no months.
    pub has_fiscal_years: bool,
    pub counts: Counts,
    /// The first currency sign seen: "€", "£", "$", ...
    pub currency: Option<&'static str>,
}

impl Default for Column {
    fn default() -> Column {
        Column {
            decimal: Decided::Absent,
            group: Decided::Absent,
            dates: Decided::Absent,
            has_serials: false,
            has_year_months: false,
            has_fiscal_years: false,
            counts: Counts::default(),
            currency: None,
        }
    }
}

/// How many cells of a column look like what; every cell counts once, percents also as numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub numbers: u64,
    pub percents: u64,
    pub dates: u64,
    pub truths: u64,
    pub texts: u64,
    /// Words that stand for a number that is not told: `n.d.`, `NC`, `Exempt under section 43`.
    pub withheld: u64,
    /// Formula errors such as `#N/A`.
    pub errors: u64,
    pub blanks: u64,
}

impl Counts {
    /// Cells that say something: all but blank and withheld ones.
    pub fn told(&self) -> u64 {
        self.numbers + self.dates + self.truths + self.texts + self.errors
    }

    /// Whether at least half of what is told are numbers.
    pub fn is_numeric(&self) -> bool {
        0 < self.numbers && self.told() <= 2 * self.numbers
    }

    /// Whether at least half of what is told are dates.
    pub fn is_dated(&self) -> bool {
        0 < self.dates && self.told() <= 2 * self.dates
    }
}

/// A convention, and how it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Decided<T> {
    /// Forced by an option.
    Stated(T),
    /// Only one reading is possible, as this cell shows.
    Evident { value: T, example: Example },
    /// Every cell can be read both ways, or cells contradict each other: someone has to say.
    Ambiguous { examples: Vec<Example> },
    /// No cell needs the convention.
    #[default]
    Absent,
}

impl<T: Copy> Decided<T> {
    /// The convention, when it is known.
    pub fn known(&self) -> Option<T> {
        match self {
            Decided::Stated(value) | Decided::Evident { value, .. } => Some(*value),
            Decided::Ambiguous { .. } | Decided::Absent => None,
        }
    }

    /// Whether someone has to say.
    pub fn is_ambiguous(&self) -> bool {
        matches!(self, Decided::Ambiguous { .. })
    }
}

/// A cell that shows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub row: u32,
    pub text: String,
}
