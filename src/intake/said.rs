//! What a row of a wide or long sheet says beside its amounts: fields of the investment and of its lines.

use super::canonical::Target;
use super::laid_out::LaidColumn;
use super::lines::{Headings, Said};
use super::mapping::Mapping;
use super::row_field::{OF_LINES, RowField, column_of, is_field_of};
use super::shape_table::staged_cell;
use super::staged::{StagedCell, StagedColumn, StagedRow, StagedTable};
use crate::domain::finding::Finding;
use crate::domain::place::Place;
use crate::source::row::Row;
use crate::source::sheet::Sheet;
use crate::wire::table::ColumnKind;
use crate::wire::tables::portfolio::INVESTMENTS;

/// The columns and defaults that say something of the investment or of its lines.
pub struct SaidColumns<'a> {
    mapping: &'a Mapping,
    columns: Vec<LaidColumn>,
    /// By field; empty for defaults.
    pub headings: Headings,
}

impl<'a> SaidColumns<'a> {
    /// Those of a mapping that are neither amounts nor about them.
    pub fn new(mapping: &'a Mapping, laid: &[LaidColumn]) -> SaidColumns<'a> {
        let is_said =
            |column: &&LaidColumn| matches!(RowField::parse(&column.field), Some(RowField::Said(_)));
        let columns: Vec<LaidColumn> = laid.iter().filter(is_said).cloned().collect();
        let mut headings: Headings =
            mapping.defaults.keys().map(|field| (field.clone(), String::new())).collect();
        headings.extend(columns.iter().map(|column| (column.field.clone(), column.heading.clone())));
        if let Some(heading) =
            headings.get("id").or_else(|| headings.get("name_en")).or_else(|| headings.get("name_fr"))
        {
            let heading = heading.clone();
            headings.insert("investment_id".to_string(), heading);
        }
        SaidColumns { mapping, columns, headings }
    }

    /// The heading by which investments are known.
    pub fn key_heading(&self) -> &str {
        self.headings.get("investment_id").map_or("", String::as_str)
    }

    /// What a row says, by field.
    pub fn read(&self, sheet: &Sheet, row: &Row<'_>, place: &Place, told: &mut Vec<Finding>) -> Said {
        let mut said: Said = self
            .mapping
            .defaults
            .iter()
            .map(|(field, text)| (field.clone(), StagedCell::given(text)))
            .collect();
        for column in &self.columns {
            let (table, kind) = home_of(&column.field);
            let year_0 = self.mapping.amounts.year_0;
            let to = Target { table, field: &column.field, kind, year_0, is_marked: true };
            said.insert(column.field.clone(), staged_cell(sheet, row, column, &to, place, told));
        }
        said
    }

    /// The table of investments that rows of this sheet fill.
    pub fn investments(&self) -> StagedTable {
        let is_of = |field: &&String| {
            is_field_of("investments", field) && *field != "id" && !OF_LINES.contains(&field.as_str())
        };
        let id = StagedColumn { field: "id".to_string(), heading: self.key_heading().to_string() };
        let fields = self.headings.iter().filter(|(field, _)| is_of(field));
        let others =
            fields.map(|(field, heading)| StagedColumn { field: field.clone(), heading: heading.clone() });
        let columns = std::iter::once(id).chain(others).collect();
        StagedTable { schema: &INVESTMENTS, columns, rows: Vec::new(), is_whole: false }
    }
}

/// The table of which the field is, with the kind of its cells.
fn home_of(field: &str) -> (&'static str, ColumnKind) {
    let tables = if OF_LINES.contains(&field) {
        ["cost_lines", "benefit_lines", "investments"]
    } else {
        ["investments", "cost_lines", "benefit_lines"]
    };
    let home = tables.into_iter().find_map(|table| Some((table, column_of(table, field)?.kind)));
    home.unwrap_or(("investments", ColumnKind::Text))
}

/// Adds the investment of a row.
pub fn push_investment(table: &mut StagedTable, place: &Place, id: &StagedCell, said: &Said) {
    let cells = table.columns.iter().map(|column| match column.field.as_str() {
        "id" => id.clone(),
        field => said.get(field).cloned().unwrap_or_default(),
    });
    let cells = cells.collect();
    table.rows.push(StagedRow { place: place.clone(), cells });
}
