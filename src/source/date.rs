//! Reading one cell as a date under the convention of its column.

use chrono::{Days, NaiveDate};

use super::date_shape::{DateShape, date_shape};
use super::options::DateOrder;
use super::row::Cell;
use super::sheet::Column;
use super::withheld::is_withheld;

/// A date as written, with how exactly it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The day; for a month, a quarter or a year its first one, for a fiscal year 1 January of the year it ends in,
    /// because when fiscal years begin does not stand in the cell.
    pub day: NaiveDate,
    pub grain: Grain,
    /// Whether it was the serial number of a spreadsheet standing as a plain number in a text file.
    pub is_serial: bool,
}

/// How exactly a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    Day,
    Month,
    Year,
    /// `2026-27`, `FY2027`, `exercice 2027`: the fiscal year that ends in the year of the day.
    FiscalYear,
}

/// Why a cell is not read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    NotADate,
    /// Day and month can be exchanged, or their order contradicts the column; or `2011-12` can be a month or a
    /// fiscal year. Where dates fill the column, `open` has told it already with `ambiguous_date`.
    Ambiguous,
    /// A day that no calendar has.
    Impossible,
    /// A word that says the date is not told.
    Withheld,
    /// An error of a formula, as `cell_error` has told.
    FormulaError,
}

/// Serial numbers that are taken for days, 3 October 1954 to 10 January 2119.
pub(super) const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=80_000;

/// The date in a cell, or nothing when it is blank. A year alone (`2027`) is a date of grain year.
pub fn date(cell: &Cell<'_>, column: &Column) -> Result<Option<Date>, DateFault> {
    match cell {
        Cell::Blank => Ok(None),
        Cell::Text(text) => date_of_text(text, column),
        Cell::Date(day) => Ok(Some(Date { day: *day, grain: Grain::Day, is_serial: false })),
        Cell::Number { value, is_percent: false } => match u32::try_from(*value) {
            Ok(number) if value.is_integer() => whole(number, column).map(Some),
            _ => Err(DateFault::NotADate),
        },
        Cell::Number { .. } | Cell::Truth(_) => Err(DateFault::NotADate),
        Cell::Error(_) => Err(DateFault::FormulaError),
    }
}

/// The date in a text, or nothing when it is blank; as [`date`].
pub fn date_of_text(text: &str, column: &Column) -> Result<Option<Date>, DateFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() <= 5
        && let Ok(number) = text.parse::<u32>()
    {
        return whole(number, column).map(Some);
    }
    let Some(shape) = date_shape(text) else {
        return Err(if is_withheld(text) { DateFault::Withheld } else { DateFault::NotADate });
    };
    let (day, grain) = match shape {
        DateShape::Day(day) => (Some(day), Grain::Day),
        DateShape::Two { first, second, year } => {
            let order = match column.dates.known() {
                Some(order) => order,
                None if first == second => DateOrder::DayMonthYear,
                None => order_of(first, second, column)?,
            };
            let (day, month) = match order {
                DateOrder::DayMonthYear => (first, second),
                DateOrder::MonthDayYear => (second, first),
            };
            let day = NaiveDate::from_ymd_opt(year, month, day);
            (Some(day.ok_or(DateFault::Ambiguous)?), Grain::Day)
        }
        DateShape::Month { year, month } => (NaiveDate::from_ymd_opt(year, month, 1), Grain::Month),
        DateShape::MonthOrFiscal { year, month } => match (column.has_year_months, column.has_fiscal_years) {
            (true, false) => (NaiveDate::from_ymd_opt(year, month, 1), Grain::Month),
            (false, true) => (NaiveDate::from_ymd_opt(year + 1, 1, 1), Grain::FiscalYear),
            _ => return Err(DateFault::Ambiguous),
        },
        DateShape::Fiscal { ends } => (NaiveDate::from_ymd_opt(ends, 1, 1), Grain::FiscalYear),
        DateShape::Impossible => (None, Grain::Day),
    };
    Ok(Some(Date { day: day.ok_or(DateFault::Impossible)?, grain, is_serial: false }))
}

/// The only order these two numbers allow, where the column knows none.
pub(super) fn order_of(first: u32, second: u32, column: &Column) -> Result<DateOrder, DateFault> {
    match (12 < first, 12 < second) {
        _ if column.dates.is_ambiguous() => Err(DateFault::Ambiguous),
        (true, false) => Ok(DateOrder::DayMonthYear),
        (false, true) => Ok(DateOrder::MonthDayYear),
        _ => Err(DateFault::Ambiguous),
    }
}

/// A year, or a serial number where the column has dates beside it.
fn whole(number: u32, column: &Column) -> Result<Date, DateFault> {
    if (1900..=2199).contains(&number) {
        let day = NaiveDate::from_ymd_opt(number as i32, 1, 1).ok_or(DateFault::Impossible)?;
        return Ok(Date { day, grain: Grain::Year, is_serial: false });
    }
    if !column.has_serials || !SERIALS.contains(&number) {
        return Err(DateFault::NotADate);
    }
    let day = day_of_serial(number).ok_or(DateFault::Impossible)?;
    Ok(Date { day, grain: Grain::Day, is_serial: true })
}

/// The day of a serial number counted from 1900, as spreadsheets count after February of that year.
pub(super) fn day_of_serial(serial: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(serial)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::sheet::{Decided, Example};

    fn read(text: &str, column: &Column) -> Result<String, DateFault> {
        date_of_text(text, column).map(|date| date.map_or(String::new(), |date| date.day.to_string()))
    }

    fn ordered(value: DateOrder) -> Column {
        let example = Example { row: 2, text: "31/12/2027".into() };
        Column { dates: Decided::Evident { value, example }, has_serials: true, ..Column::default() }
    }

    #[test]
    fn the_column_settles_the_order() {
        let british = ordered(DateOrder::DayMonthYear);
        assert_eq!(read("03/04/2027", &british), Ok("2027-04-03".into()));
        assert_eq!(read("03/04/2027", &ordered(DateOrder::MonthDayYear)), Ok("2027-03-04".into()));
        assert_eq!(read("04/13/2027", &british), Err(DateFault::Ambiguous));
        assert_eq!(read("46113", &british), Ok("2026-04-01".into()));
        assert_eq!(read("", &british), Ok(String::new()));
        assert_eq!(read("TBC", &british), Err(DateFault::Withheld));
    }

    #[test]
    fn what_no_column_settles_is_not_guessed() {
        let unknown = Column::default();
        assert_eq!(read("03/04/2027", &unknown), Err(DateFault::Ambiguous));
        assert_eq!(read("03/03/2027", &unknown), Ok("2027-03-03".into()));
        assert_eq!(read("31/04/2027", &unknown), Err(DateFault::Impossible));
        assert_eq!(read("30.06.08", &unknown), Ok("2008-06-30".into()));
        assert_eq!(read("46113", &unknown), Err(DateFault::NotADate));
        assert_eq!(read("2011-12", &unknown), Err(DateFault::Ambiguous));
        let fiscal = Column { has_fiscal_years: true, ..Column::default() };
        let date = date_of_text("2011-12", &fiscal).unwrap().unwrap();
        assert_eq!((date.day.to_string().as_str(), date.grain), ("2012-01-01", Grain::FiscalYear));
    }
}
