//! What the reader of a file may be told instead of finding it out.

use super::limits::Limits;

/// Everything that can be forced; what is `None` is found out and shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Encoding of a text file.
    pub encoding: Option<Encoding>,
    /// Byte between two cells of a text file.
    pub delimiter: Option<u8>,
    /// Decimal mark of every column.
    pub decimal: Option<DecimalMark>,
    /// Order of day and month in every column.
    pub date_order: Option<DateOrder>,
    /// The one sheet of a workbook to read, by name; all of them when `None`.
    pub sheet: Option<String>,
    /// Row of the column headings, counted from 1 as in the file (the last one of several).
    pub heading_row: Option<u32>,
    pub limits: Limits,
}

/// Encodings that finance files come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    /// Every encoding, in order of name.
    pub const ALL: [Encoding; 4] =
        [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252];

    /// The usual written name.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::Windows1252 => "Windows-1252",
        }
    }

    /// The encoding of a name in any case (`utf-8`, `windows-1252`, `latin1`, `cp1252`); nothing when unknown.
    pub fn of_name(name: &str) -> Option<Encoding> {
        let plain: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        match plain.as_str() {
            "utf8" => Some(Encoding::Utf8),
            "utf16le" | "utf16" => Some(Encoding::Utf16Le),
            "utf16be" => Some(Encoding::Utf16Be),
            "windows1252" | "cp1252" | "latin1" | "iso88591" | "iso885915" | "ansi" => {
                Some(Encoding::Windows1252)
            }
            _ => None,
        }
    }
}

/// The mark between units and tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecimalMark {
    Comma,
    Point,
}

impl DecimalMark {
    /// The mark itself.
    pub fn sign(self) -> char {
        match self {
            DecimalMark::Comma => ',',
            DecimalMark::Point => '.',
        }
    }
}

/// The mark between groups of three digits; blanks of every width are one mark, apostrophes of both shapes too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupMark {
    Blank,
    Apostrophe,
    Comma,
    Point,
}

impl GroupMark {
    /// The mark as one letter, a plain blank for blanks.
    pub fn sign(self) -> char {
        match self {
            GroupMark::Blank => ' ',
            GroupMark::Apostrophe => '\'',
            GroupMark::Comma => ',',
            GroupMark::Point => '.',
        }
    }
}

/// Which of two numbers of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrder {
    DayMonthYear,
    MonthDayYear,
}
