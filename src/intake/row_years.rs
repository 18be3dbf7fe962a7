//! The calendar years that the rows of a long sheet speak of, for a plan whose years nobody has stated yet.

use std::ops::ControlFlow;

use chrono::Datelike;

use super::mapping::Mapping;
use crate::domain::finding::{Finding, Severity};
use crate::source::date::date;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;

/// Fields that say when an amount falls due.
const WHEN: [&str; 2] = ["year", "date"];

/// The first and the last calendar year in the rows; nothing when no column says when, or none of its cells can be read.
pub fn row_years(source: &Source, sheet: &Sheet, mapping: &Mapping) -> Result<Option<(i32, i32)>, Refusal> {
    let when = mapping.columns.iter().filter(|column| WHEN.contains(&column.field.as_str()));
    let Some(at) = when.filter_map(|column| column.place_in(&sheet.headings)).next() else {
        return Ok(None);
    };
    let mut years: Option<(i32, i32)> = None;
    source.rows(sheet, &mut |row| {
        if let (false, Ok(Some(date))) = (row.is_totals, date(row.cell(at), &sheet.columns[at])) {
            let year = date.day.year();
            years = Some(years.map_or((year, year), |(first, last)| (first.min(year), last.max(year))));
        }
        ControlFlow::Continue(())
    })?;
    Ok(years)
}

/// The note that the plan begins with the first year of the rows.
pub fn first_year_assumed(sheet: &Sheet, year: i32) -> Finding {
    let en = format!("Nobody states year 0 of the plan: {year}, the first year of the rows, is taken.");
    let fr = format!("Personne n'indique l'année 0 du plan : {year}, la première des lignes, est prise.");
    Finding::new("year_0_assumed", Severity::Note, &sheet.place(0), en, fr)
        .suggest("State it by --base-year.", "Indiquez-la par --base-year.")
}
