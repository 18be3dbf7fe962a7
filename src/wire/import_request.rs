//! The written form of what is asked of an import, beside its files.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is to happen with the rows of the files.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportAcceptance {
    /// Nothing is written.
    #[default]
    Preview,
    /// Those that are not refused are written.
    ValidRows,
    /// All are written, or none when one is refused.
    AllOrNothing,
}

/// How the rows of an import that was looked at are to be accepted.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceRequest {
    pub acceptance: ImportAcceptance,
}

/// What is asked of an import; whatever is left out is found out from the files.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ImportRequest {
    pub acceptance: ImportAcceptance,
    /// Whether rows of the dossier that a whole table in a file lacks are taken out.
    pub replace: bool,
    /// The table that the files are for.
    #[schema(example = "cost_lines")]
    pub table: Option<String>,
    /// The shape of the files: table, wide, long, scenarios, ...
    #[schema(example = "wide")]
    pub shape: Option<String>,
    /// utf-8, utf-16le, utf-16be or windows-1252.
    pub encoding: Option<String>,
    /// `;`, `,`, `|` or `tab`.
    pub delimiter: Option<String>,
    /// Decimal mark of all columns: `,` or `.`.
    pub decimal: Option<String>,
    /// Order of day and month in all columns: dmy or mdy.
    pub dates: Option<String>,
    /// The one sheet of a workbook to read.
    pub sheet: Option<String>,
    /// Row of the column headings, counted from 1.
    #[schema(minimum = 1)]
    pub heading_row: Option<u32>,
    /// Language of sentences: en or fr.
    pub language: Option<String>,
}
