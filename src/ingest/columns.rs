//! `Sheet`: a table whose headings are matched with its schema, its rows in the order of their content.

use super::faults;
use super::fingerprint;
use super::nearest::nearest;
use super::row::Row;
use super::table::Table;
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::wire::table::{ColumnSchema, TableSchema};

/// A column of a table that the schema knows.
#[derive(Debug)]
pub struct Column {
    pub schema: &'static ColumnSchema,
    pub heading: String,
    /// Position of its cells in a record.
    pub at: usize,
    /// The year index of a column of a family of years.
    pub year: Option<usize>,
}

/// A table ready to be read.
#[derive(Debug)]
pub struct Sheet {
    pub schema: &'static TableSchema,
    pub table: Table,
    /// In the order of the schema, families by year and heading.
    pub columns: Vec<Column>,
    /// Digest of the content, nothing when there is no row.
    pub digest: Option<[u8; 32]>,
}

/// The family of columns whose headings are the criteria of the settings.
const CRITERION: &str = "{criterion}";

impl Sheet {
    /// The table under its schema: headings checked, rows sorted by content, key columns first.
    ///
    /// `criteria` are the headings allowed for a `{criterion}` family; any heading is when there are none.
    pub fn new(
        schema: &'static TableSchema,
        table: Table,
        horizon: usize,
        criteria: &[&str],
        findings: &mut Vec<Finding>,
    ) -> Sheet {
        let mut sheet = Sheet { schema, table, columns: Vec::new(), digest: None };
        if sheet.table.headings.is_empty() {
            return sheet;
        }
        let heading_place = sheet.table.place(u32::from(!sheet.table.file.contains('#')));
        sheet.bind(&heading_place, criteria, findings);
        sheet.check_columns(&heading_place, horizon, findings);
        sheet.digest = fingerprint::sort_and_digest(&sheet.columns, &mut sheet.table.records);
        if sheet.table.records.is_empty() && schema.absence == Severity::Error {
            let (en, fr) = ("The table has no row.".to_string(), "La table n'a aucune ligne.".to_string());
            findings.push(Finding::new("table_empty", Severity::Error, &heading_place, en, fr));
        }
        sheet
    }

    /// The column of this name, when the table has it.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.schema.name == name)
    }

    /// The columns of a family, by year or heading.
    pub fn family<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Column> {
        self.columns.iter().filter(move |column| column.schema.name == name)
    }

    /// Reads every row that is told apart from the one before it; what `read` refuses is left out.
    pub fn collect<Noun>(
        &self,
        findings: &mut Vec<Finding>,
        mut read: impl FnMut(&mut Row) -> Option<Noun>,
    ) -> Vec<Noun> {
        let keys: Vec<&Column> = self.columns.iter().filter(|column| column.schema.is_key).collect();
        let mut nouns = Vec::with_capacity(self.table.records.len());
        let mut before: Option<(u32, Vec<&str>)> = None;
        for record in &self.table.records {
            let key = |at: usize| record.cells.get(at).unwrap_or_default().trim();
            let is_blank = keys.iter().all(|column| key(column.at).is_empty());
            if let Some((first_row, values)) = &before
                && !keys.is_empty()
                && !is_blank
                && keys.iter().zip(values).all(|(column, value)| key(column.at) == *value)
            {
                let value: Vec<&str> = keys.iter().map(|column| key(column.at)).collect();
                let column = keys.last().map_or("", |column| &column.heading);
                let place = self.table.place(record.row);
                findings.push(faults::id_duplicate(&place, column, &value.join(" "), *first_row));
                continue;
            }
            let values: Vec<&str> = keys.iter().map(|column| key(column.at)).collect();
            before = Some((record.row, values));
            nouns.extend(read(&mut Row { sheet: self, record, findings }));
        }
        nouns
    }

    fn bind(&mut self, place: &Place, criteria: &[&str], findings: &mut Vec<Finding>) {
        let mut seen: Vec<&str> = Vec::new();
        for (at, heading) in self.table.headings.iter().enumerate() {
            if heading.is_empty() {
                let en = format!("Column {} has no heading and is not read.", at + 1);
                let fr = format!("La colonne {} n'a pas d'en-tête et n'est pas lue.", at + 1);
                findings.push(Finding::new("column_unnamed", Severity::Warning, place, en, fr));
            } else if seen.contains(&heading.as_str()) {
                let en = format!("The heading {heading} appears twice; only the first column is read.");
                let fr = format!("L'en-tête {heading} figure deux fois ; seule la première colonne est lue.");
                let cell = (heading.as_str(), "");
                findings.push(faults::cell("column_duplicate", Severity::Error, place, cell, (en, fr)));
            } else if let Some((schema, year)) = matching(self.schema, heading, criteria) {
                self.columns.push(Column { schema, heading: heading.clone(), at, year });
            } else {
                let names = self.schema.columns.iter().filter(|column| !column.is_family());
                let known = names.map(|column| column.name).chain(criteria.iter().copied());
                findings.push(faults::column_unknown(place, heading, nearest(heading, known)));
            }
            seen.push(heading);
        }
        let order = |column: &Column| {
            let rank = self.schema.columns.iter().position(|schema| schema.name == column.schema.name);
            (!column.schema.is_key, rank, column.year)
        };
        self.columns.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.heading.cmp(&b.heading)));
    }

    fn check_columns(&mut self, place: &Place, horizon: usize, findings: &mut Vec<Finding>) {
        for schema in self.schema.columns {
            let years: Vec<usize> = self.family(schema.name).filter_map(|column| column.year).collect();
            if schema.is_required && schema.name.contains("{year}") {
                let first = usize::from(schema.name.starts_with("ramp"));
                let absent = (first..=horizon).filter(|year| !years.contains(year));
                let absent: Vec<String> = absent.map(|year| schema.heading_of(year)).collect();
                if years.is_empty() {
                    findings.push(faults::column_missing(place, &schema.heading_of(first), schema.sentence));
                } else if !absent.is_empty() {
                    findings.push(faults::year_column_missing(
                        place,
                        &absent[0],
                        &absent.join(", "),
                        horizon,
                    ));
                }
            } else if schema.is_required && self.column(schema.name).is_none() {
                findings.push(faults::column_missing(place, schema.name, schema.sentence));
            }
        }
        let beyond = |column: &Column| column.year.is_some_and(|year| horizon < year);
        for column in self.columns.iter().filter(|column| beyond(column)) {
            findings.push(faults::year_beyond_horizon(place, &column.heading, horizon));
        }
        self.columns.retain(|column| !beyond(column));
    }
}

/// The column of the schema that a heading belongs to, with its year.
fn matching(
    schema: &'static TableSchema,
    heading: &str,
    criteria: &[&str],
) -> Option<(&'static ColumnSchema, Option<usize>)> {
    let named = schema.columns.iter().find(|column| column.name.eq_ignore_ascii_case(heading));
    if let Some(column) = named.filter(|column| !column.is_family()) {
        return Some((column, None));
    }
    let lower = heading.to_ascii_lowercase();
    schema.columns.iter().find_map(|column| {
        if column.name == CRITERION && (criteria.is_empty() || criteria.contains(&heading)) {
            return Some((column, None));
        }
        column.year_in(&lower).map(|year| (column, Some(year)))
    })
}
