//! `StagedTable`: rows of a finance file told as rows of a table of the dossier, each cell with where it comes from.

use crate::domain::place::Place;
use crate::wire::table::TableSchema;

/// What one sheet says about one table.
#[derive(Clone, Debug)]
pub struct StagedTable {
    pub schema: &'static TableSchema,
    pub columns: Vec<StagedColumn>,
    pub rows: Vec<StagedRow>,
    /// Whether the sheet is the whole table, so that a row of the dossier that it lacks is told as gone.
    pub is_whole: bool,
}

/// A column of the table with the heading it is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedColumn {
    /// The heading in the dossier, such as `y0_eur`.
    pub field: String,
    /// The heading in the file, numbered where it stands there twice; empty where no column says it.
    pub heading: String,
}

/// One row of a table of the dossier.
#[derive(Clone, Debug)]
pub struct StagedRow {
    /// File, or `file#sheet`, and row it is read from; rows of several tables may come from one row of a file.
    pub place: Place,
    /// By column; as many as there are columns.
    pub cells: Vec<StagedCell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StagedCell {
    /// As the dossier writes it: decimal point, plain digits, shares of one, yyyy-mm-dd; a withheld amount keeps its words.
    pub text: String,
    /// As the file has it, for findings; the same where the cell is not read from the file.
    pub raw: String,
}

impl StagedTable {
    /// The place of a column in every row, by its heading in the dossier.
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.field == field)
    }
}

impl StagedCell {
    /// A cell that no cell of the file says.
    pub fn given(text: &str) -> StagedCell {
        StagedCell { text: text.to_string(), raw: text.to_string() }
    }
}
