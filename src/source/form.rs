//! `Form`: how the bytes of a file are written down, as found or as forced.

use super::options::Encoding;

/// What kind of file it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    Text(TextForm),
    /// An .xlsx workbook; `is_1904` when its serial dates count from 1904.
    Workbook {
        is_1904: bool,
    },
}

/// The conventions of a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextForm {
    pub encoding: Encoding,
    /// Whether a byte-order mark stands at the beginning.
    pub has_mark: bool,
    /// Byte between two cells.
    pub delimiter: u8,
    /// Line ending of the first rows; cells and rows are read alike whatever it is.
    pub line_ending: LineEnding,
}

/// How lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineEnding {
    Lf,
    CrLf,
    Cr,
    /// More than one of them, outside and inside quotation marks taken together.
    Mixed,
}
