//! `Sheet`: a table whose headings are matched with its schema, its rows in the order of their content.

use csv::StringRecord;

use super::faults;
use super::fingerprint;
use super::nearest::nearest;
use super::row::Row;
use super::table::Table;
use crate::domain::finding::{Finding, Severity};
use crate::domain::period::{Period, PeriodLength};
use crate::domain::place::Place;
use crate::domain::start::Start;
use crate::wire::item::{EXTENSIONS, EXTERNAL_ID};
use crate::wire::settings_fields::is_stray;
use crate::wire::table::{ColumnSchema, TableSchema};
use crate::wire::tables;

/// A column of a table that the schema knows.
#[derive(Debug)]
pub struct Column {
    pub schema: &'static ColumnSchema,
    pub heading: String,
    /// Position of its cells in a record.
    pub at: usize,
    /// The year index of a column of a family of years.
    pub year: Option<usize>,
    /// The period of a column of a family of years or periods.
    pub period: Option<Period>,
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
        let unknown = sheet.bind(&heading_place, criteria, findings);
        sheet.check_unknown(&unknown, &heading_place, horizon, criteria, findings);
        sheet.clean(findings);
        sheet.check_columns(&heading_place, horizon, findings);
        sheet.digest = fingerprint::sort_and_digest(&sheet.columns, &mut sheet.table.records);
        if sheet.table.records.is_empty() && schema.absence == Some(Severity::Error) {
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

    /// Matches headings with the schema, and gives back those that match nothing.
    fn bind(&mut self, place: &Place, criteria: &[&str], findings: &mut Vec<Finding>) -> Vec<String> {
        let mut unknown = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (at, heading) in self.table.headings.iter().enumerate() {
            if heading.is_empty() {
                let en = format!("Column {} has no heading and is not read.", at + 1);
                let fr = format!("La colonne {} n'a pas d'en-tête et n'est pas lue.", at + 1);
                findings.push(Finding::new("column_unnamed", Severity::Warning, place, en, fr));
            } else if seen.contains(&heading.as_str()) || self.has_period_of(heading, criteria) {
                let en = format!("The heading {heading} appears twice; only the first column is read.");
                let fr = format!("L'en-tête {heading} figure deux fois ; seule la première colonne est lue.");
                let cell = (heading.as_str(), "");
                findings.push(faults::cell("column_duplicate", Severity::Error, place, cell, (en, fr)));
            } else if [EXTERNAL_ID, EXTENSIONS].contains(&heading.as_str()) {
                // What other tools keep beside a row; it says nothing of the dossier.
            } else if let Some((schema, year, period)) = matching(self.schema, heading, criteria) {
                self.columns.push(Column { schema, heading: heading.clone(), at, year, period });
            } else {
                unknown.push(heading.clone());
            }
            seen.push(heading);
        }
        let order = |column: &Column| {
            let rank = self.schema.columns.iter().position(|schema| schema.name == column.schema.name);
            (!column.schema.is_key, rank, column.period)
        };
        self.columns.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.heading.cmp(&b.heading)));
        unknown
    }

    /// Whether a column for the same period is there already: `amount_y1m5` and `amount_y1m05` are one column.
    fn has_period_of(&self, heading: &str, criteria: &[&str]) -> bool {
        matching(self.schema, heading, criteria).is_some_and(|(schema, _, period)| {
            let same = |column: &Column| column.schema.name == schema.name && column.period == period;
            period.is_some() && self.columns.iter().any(same)
        })
    }

    /// A heading that matches nothing is an error where it is a slip for a column that is absent: read without it, the
    /// plan would silently be another one. One that resembles nothing, or a column that is there, is only told.
    fn check_unknown(
        &self,
        unknown: &[String],
        place: &Place,
        horizon: usize,
        criteria: &[&str],
        findings: &mut Vec<Finding>,
    ) {
        let mut names: Vec<String> = Vec::new();
        for schema in self.schema.columns {
            match (schema.name, schema.is_family()) {
                (CRITERION, _) => names.extend(criteria.iter().map(|name| name.to_string())),
                (name, true) if name.contains("{period}") => {
                    names.extend(periods(horizon).map(|period| schema.heading_of_period(period)))
                }
                (_, true) => names.extend((0..=horizon).map(|year| schema.heading_of(year))),
                (name, false) => names.push(name.to_string()),
            }
        }
        let is_there =
            |name: &&str| self.columns.iter().any(|column| column.heading.eq_ignore_ascii_case(name));
        for heading in unknown {
            let absent = names.iter().map(String::as_str).filter(|name| !is_there(name));
            let meant = nearest(heading, absent).filter(|name| !is_other_language(heading, name));
            let finding = match meant {
                Some(name) => faults::column_misspelt(place, heading, name),
                None => {
                    faults::column_unknown(place, heading, nearest(heading, names.iter().map(String::as_str)))
                }
            };
            findings.push(finding);
        }
    }

    /// Takes control characters out of texts, beside a warning; in a number they stay, where they are an error.
    fn clean(&mut self, findings: &mut Vec<Finding>) {
        let is_text = |column: &&Column| column.schema.kind.range().is_none();
        let columns: Vec<&Column> = self.columns.iter().filter(is_text).collect();
        for at in 0..self.table.records.len() {
            let cells = &self.table.records[at].cells;
            if !cells.as_slice().contains(is_stray) {
                continue;
            }
            let place = self.table.place(self.table.records[at].row);
            let mut cleaned: Vec<String> = cells.iter().map(str::to_string).collect();
            for column in &columns {
                if let Some(text) = cleaned.get_mut(column.at).filter(|text| text.contains(is_stray)) {
                    text.retain(|letter| !is_stray(letter));
                    findings.push(faults::character_invalid(&place, &column.heading, text));
                }
            }
            self.table.records[at].cells = StringRecord::from(cleaned);
        }
    }

    fn check_columns(&mut self, place: &Place, horizon: usize, findings: &mut Vec<Finding>) {
        for schema in self.schema.columns {
            let years: Vec<usize> = self.family(schema.name).filter_map(|column| column.year).collect();
            if schema.is_required && schema.name.contains("{year}") {
                let first = usize::from(schema.name.starts_with("ramp"));
                let absent_years: Vec<usize> =
                    (first..=horizon).filter(|year| !years.contains(year)).collect();
                let absent: Vec<String> = absent_years.iter().map(|year| schema.heading_of(*year)).collect();
                if years.is_empty() {
                    findings.push(faults::column_missing(place, &schema.heading_of(first), schema.sentence));
                } else if !absent.is_empty() {
                    // Later years may be left off on purpose; a gap before a stated year is a slip.
                    let is_gap = years.iter().any(|year| absent_years.iter().any(|missing| missing < year));
                    findings.push(faults::year_column_missing(place, &absent, horizon, is_gap));
                }
            } else if schema.is_required && self.column(schema.name).is_none() {
                findings.push(faults::column_missing(place, schema.name, schema.sentence));
            }
        }
        let beyond = |column: &Column| column.period.is_some_and(|period| horizon < period.begin.year());
        for column in self.columns.iter().filter(|column| beyond(column)) {
            findings.push(faults::year_beyond_horizon(place, &column.heading, horizon));
        }
        self.columns.retain(|column| !beyond(column));
    }
}

/// Whether a column of this table, by its heading, holds numbers.
pub fn holds_numbers(table: &str, heading: &str) -> bool {
    let column = tables::named(table).and_then(|schema| matching(schema, heading, &[]));
    column.is_some_and(|(schema, ..)| schema.kind.range().is_some())
}

/// Whether the heading is the name in a third language: `name_de` is no slip for `name_fr`.
fn is_other_language(heading: &str, name: &str) -> bool {
    let stem = name.strip_suffix("_en").or_else(|| name.strip_suffix("_fr"));
    let tag = stem.and_then(|stem| heading.strip_prefix(stem)?.strip_prefix('_'));
    tag.is_some_and(|tag| tag.len() == 2)
}

/// Every year, quarter and month up to the horizon.
fn periods(horizon: usize) -> impl Iterator<Item = Period> {
    let last = u32::try_from(horizon).unwrap_or(u32::MAX).min(100);
    PeriodLength::ALL.into_iter().flat_map(move |length| {
        let begins =
            (0..=last).flat_map(move |year| Period::year(year).months().step_by(length.months() as usize));
        begins.map(move |month| Period { begin: Start::of_months(month), length })
    })
}

/// The column of the schema that a heading belongs to, with its year or period.
fn matching(
    schema: &'static TableSchema,
    heading: &str,
    criteria: &[&str],
) -> Option<(&'static ColumnSchema, Option<usize>, Option<Period>)> {
    let named = schema.columns.iter().find(|column| column.name.eq_ignore_ascii_case(heading));
    if let Some(column) = named.filter(|column| !column.is_family()) {
        return Some((column, None, None));
    }
    let lower = heading.to_ascii_lowercase();
    schema.columns.iter().find_map(|column| {
        if column.name == CRITERION && (criteria.is_empty() || criteria.contains(&heading)) {
            return Some((column, None, None));
        }
        if let Some(year) = column.year_in(&lower) {
            return Some((column, Some(year), u32::try_from(year).ok().map(Period::year)));
        }
        column.period_in(&lower).map(|period| (column, None, Some(period)))
    })
}
