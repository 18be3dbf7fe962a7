//! The options of an import, from the names of the command line.

use super::error::AppError;
use super::import::ImportWish;
use crate::domain::text::Bilingual;
use crate::ingest::stored::Stored;
use crate::intake::mapping::Shape;
use crate::intake::propose::Hints;
use crate::source::options::{DateOrder, DecimalMark, Encoding, Options};
use crate::wire::tables;

/// How files are to be read, where it is not to be found out; by the names of the command line.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub decimal: Option<String>,
    pub dates: Option<String>,
    pub sheet: Option<String>,
    pub heading_row: Option<u32>,
}

/// What is known of the files before they are read.
pub fn hints(wish: &ImportWish, stored: &Stored) -> Result<Hints, AppError> {
    let shape = match wish.shape.as_deref() {
        Some(name) => Some(
            Shape::of_name(name)
                .ok_or_else(|| unknown("--shape", name, &Shape::ALL.map(Shape::name).join(", ")))?,
        ),
        None => None,
    };
    if let Some(name) = wish.table.as_deref().filter(|name| tables::named(name).is_none()) {
        let known: Vec<&str> = tables::ALL.iter().map(|schema| schema.name).collect();
        return Err(unknown("--table", name, &known.join(", ")));
    }
    let stated = stored.setting("base_year").and_then(|year| year.parse().ok());
    Ok(Hints {
        table: wish.table.clone(),
        shape,
        year_0: wish.base_year.or(stated),
        last_year: stored.setting("horizon_years").and_then(|years| years.parse().ok()),
    })
}

/// How files are to be read.
pub fn options(reading: &Reading) -> Result<Options, AppError> {
    let encoding = match reading.encoding.as_deref() {
        Some(name) => Some(
            Encoding::of_name(name)
                .ok_or_else(|| unknown("--encoding", name, &Encoding::ALL.map(Encoding::name).join(", ")))?,
        ),
        None => None,
    };
    let delimiter = match reading.delimiter.as_deref() {
        None => None,
        Some("tab" | "\t" | "\\t") => Some(b'\t'),
        Some(sign @ (";" | "," | "|")) => Some(sign.as_bytes()[0]),
        Some(other) => return Err(unknown("--delimiter", other, "; , | tab")),
    };
    let decimal = match reading.decimal.as_deref() {
        None => None,
        Some("," | "comma") => Some(DecimalMark::Comma),
        Some("." | "point") => Some(DecimalMark::Point),
        Some(other) => return Err(unknown("--decimal", other, ", .")),
    };
    let date_order = match reading.dates.as_deref() {
        None => None,
        Some("dmy") => Some(DateOrder::DayMonthYear),
        Some("mdy") => Some(DateOrder::MonthDayYear),
        Some(other) => return Err(unknown("--dates", other, "dmy, mdy")),
    };
    let (sheet, heading_row) = (reading.sheet.clone(), reading.heading_row);
    Ok(Options { encoding, delimiter, decimal, date_order, sheet, heading_row, ..Options::default() })
}

fn unknown(option: &str, given: &str, known: &str) -> AppError {
    AppError::Unknown(Bilingual {
        en: format!("`{option}` does not know `{given}`; it knows {known}."),
        fr: format!("`{option}` ne connaît pas «\u{a0}{given}\u{a0}»\u{a0}; il connaît {known}."),
    })
}
