//! One cell of a file as a dossier writes it: plain numbers, shares of one, yyyy-mm-dd, words of the enumerations.

use chrono::Datelike;
use rust_decimal::Decimal;

use super::conversion::Conversion;
use super::folded::letters;
use super::row_field::period_of;
use super::words::meaning;
use crate::source::date::{DateFault, date};
use crate::source::number::{NumberFault, number};
use crate::source::row::Cell;
use crate::source::sheet::Column;
use crate::wire::formula_text::{neutralised, restored};
use crate::wire::table::ColumnKind;
use crate::wire::withheld::is_word;
use crate::wire::words::is_same_word;

/// What is wrong with a cell; its text stays as the file has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellFault {
    NotANumber,
    AmbiguousNumber,
    NumberTooLarge,
    NotADate,
    AmbiguousDate,
    /// A text that a spreadsheet would compute; kept as a text.
    FormulaLike,
}

/// The column of a table that a cell is read for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target<'a> {
    pub table: &'a str,
    pub field: &'a str,
    pub kind: ColumnKind,
    /// Calendar year of year 0, to count years from.
    pub year_0: Option<i32>,
    /// Whether an apostrophe before what looks like a formula is no part of the text, as in text files.
    pub is_marked: bool,
}

/// The text of a cell in the words of a dossier, empty when it is blank, and what is wrong with it.
///
/// A percent becomes a share where shares and factors stand, points where effects do. A withheld amount keeps its words.
/// An unreadable number never becomes a text that could be read as another number.
pub fn canonical(
    cell: &Cell<'_>,
    column: &Column,
    how: &Conversion,
    to: &Target<'_>,
) -> (String, Option<CellFault>) {
    if cell.is_blank() {
        return (how.default.clone(), None);
    }
    if to.table == "scenarios" && to.field == "value" {
        return operand(cell, column, to);
    }
    match to.kind {
        ColumnKind::Text | ColumnKind::Identifier => text(cell, to),
        ColumnKind::IdentifierList => {
            let (list, fault) = text(cell, to);
            (one_separator(&list), fault)
        }
        ColumnKind::Choice(accepted) => (choice(&cell.text(), accepted, to), None),
        ColumnKind::Flag => (flag(cell), None),
        ColumnKind::Day => day(cell, column),
        ColumnKind::YearIndex => year_index(cell, column, how, to),
        ColumnKind::Limit if period_of(&letters(&cell.text())).is_some() => {
            (period_of(&letters(&cell.text())).map(|period| period.to_string()).unwrap_or_default(), None)
        }
        kind => amount(cell, column, how, kind),
    }
}

/// A text; one that a spreadsheet would compute is told unless an apostrophe makes it harmless already.
fn text(cell: &Cell<'_>, to: &Target<'_>) -> (String, Option<CellFault>) {
    let text = cell.text();
    if to.table == "scenarios"
        && let Some(word) = meaning("scenarios", to.field, &text)
    {
        return (word.to_string(), None);
    }
    let is_alone = text.chars().count() < 2;
    let is_computed = matches!(cell, Cell::Text(_)) && !is_alone && !text.starts_with('\'');
    let is_formula = is_computed && neutralised(&text) != *text;
    let text = if to.is_marked { restored(&text).to_string() } else { text.into_owned() };
    (text, is_formula.then_some(CellFault::FormulaLike))
}

/// Keys with `|` between them, also where a file has `;` or a line each.
fn one_separator(list: &str) -> String {
    if list.contains('|') || !list.contains([';', '\n']) {
        return list.to_string();
    }
    let keys: Vec<&str> = list.split([';', '\n']).map(str::trim).filter(|key| !key.is_empty()).collect();
    keys.join("|")
}

/// The accepted word, also from its translation; another word stays for the dossier's own check.
fn choice(text: &str, accepted: &'static [&'static str], to: &Target<'_>) -> String {
    let own = accepted.iter().find(|word| is_same_word(word, text)).copied();
    own.or_else(|| meaning(to.table, to.field, text)).unwrap_or(text).to_string()
}

fn flag(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Truth(truth) => u8::from(*truth).to_string(),
        cell => {
            let text = cell.text();
            meaning("*", "flag", &text).map_or_else(|| text.to_string(), str::to_string)
        }
    }
}

fn day(cell: &Cell<'_>, column: &Column) -> (String, Option<CellFault>) {
    let raw = || cell.text().into_owned();
    match date(cell, column) {
        Ok(Some(date)) => (date.day.to_string(), None),
        Ok(None) | Err(DateFault::FormulaError) => (raw(), None),
        Err(DateFault::Ambiguous) => (kept_apart(&raw()), Some(CellFault::AmbiguousDate)),
        Err(DateFault::NotADate | DateFault::Impossible | DateFault::Withheld) => {
            (raw(), Some(CellFault::NotADate))
        }
    }
}

/// Years after year 0, also from a calendar year or a date.
fn year_index(
    cell: &Cell<'_>,
    column: &Column,
    how: &Conversion,
    to: &Target<'_>,
) -> (String, Option<CellFault>) {
    if let Some(period) = period_of(&letters(&cell.text())) {
        return (period.begin.year().to_string(), None);
    }
    match (date(cell, column), to.year_0) {
        (Ok(Some(date)), Some(year_0)) => ((date.day.year() - year_0).to_string(), None),
        _ => amount(cell, column, how, ColumnKind::YearIndex),
    }
}

/// What a scenario does with its field: a number where it is one, else a text.
fn operand(cell: &Cell<'_>, column: &Column, to: &Target<'_>) -> (String, Option<CellFault>) {
    match number(cell, column) {
        Ok(Some(found)) => (plain(found.value), None),
        Err(NumberFault::Ambiguous) => (kept_apart(&cell.text()), Some(CellFault::AmbiguousNumber)),
        _ => text(cell, to),
    }
}

fn amount(
    cell: &Cell<'_>,
    column: &Column,
    how: &Conversion,
    kind: ColumnKind,
) -> (String, Option<CellFault>) {
    let raw = || cell.text().into_owned();
    let may_be_withheld = kind.may_be_withheld() || kind == ColumnKind::Amount;
    match number(cell, column) {
        Ok(None) => (how.default.clone(), None),
        Ok(Some(found)) => match how.converted(&found, kind) {
            Some(value) => (plain(value), None),
            None => (kept_apart(&raw()), Some(CellFault::NumberTooLarge)),
        },
        Err(NumberFault::Withheld) if may_be_withheld => (withheld(&raw()), None),
        Err(NumberFault::NotANumber)
            if may_be_withheld && (how.withholds(&cell.text()) || is_word(&cell.text())) =>
        {
            (withheld(&raw()), None)
        }
        Err(NumberFault::Withheld | NumberFault::NotANumber) => {
            (kept_apart(&raw()), Some(CellFault::NotANumber))
        }
        Err(NumberFault::Ambiguous) => (kept_apart(&raw()), Some(CellFault::AmbiguousNumber)),
        Err(NumberFault::TooLarge) => (kept_apart(&raw()), Some(CellFault::NumberTooLarge)),
        Err(NumberFault::FormulaError) => (raw(), None),
    }
}

/// The words of a withheld amount; a word before them where their digits would be taken for a mistyped number.
fn withheld(text: &str) -> String {
    let is_plain = !text.chars().any(char::is_numeric) || letters(text).starts_with("exempt");
    if is_plain { text.to_string() } else { format!("withheld: {text}") }
}

/// The shortest plain digits of a number.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// The text of an unreadable cell, so that nothing reads a number or a day out of it: `1.234` becomes `? 1.234`.
pub(super) fn kept_apart(text: &str) -> String {
    let is_readable = crate::wire::decimal::decimal(text.trim()).is_ok()
        || text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_readable { format!("? {text}") } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::options::DecimalMark;
    use crate::source::sheet::Decided;
    use rust_decimal::dec;

    fn french() -> Column {
        Column { decimal: Decided::Stated(DecimalMark::Comma), ..Column::default() }
    }

    fn read(text: &str, table: &str, field: &str) -> (String, Option<CellFault>) {
        let kind = crate::intake::row_field::column_of(table, field).unwrap().kind;
        let to = Target { table, field, kind, year_0: Some(2027), is_marked: true };
        canonical(&Cell::of_text(text), &french(), &Conversion::default(), &to)
    }

    #[test]
    fn numbers_shares_and_points() {
        assert_eq!(read("2 050 000", "cost_lines", "y0_eur").0, "2050000");
        assert_eq!(read("140 %", "benefit_lines", "ramp_y2").0, "1.4");
        assert_eq!(read("0,4 %", "benefit_lines", "effect_low").0, "0.4");
        assert_eq!(read("0,92", "cost_lines", "low_multiplier").0, "0.92");
        assert_eq!(read("n.d.", "cost_lines", "y0_eur"), ("n.d.".into(), None));
        assert_eq!(
            read("beaucoup", "cost_lines", "y0_eur"),
            ("beaucoup".into(), Some(CellFault::NotANumber))
        );
        assert_eq!(read("1.50", "cost_lines", "y0_eur"), ("? 1.50".into(), Some(CellFault::AmbiguousNumber)));
        assert_eq!(read("2029", "investments", "earliest_start_year").0, "2");
        assert_eq!(read("A1", "investments", "earliest_start_year").0, "1");
        assert_eq!(read("30 %", "rules", "limit").0, "0.3");
        assert_eq!(read("A1T2", "rules", "limit").0, "y1q2");
    }

    #[test]
    fn words_days_and_texts() {
        assert_eq!(read("Conduite du changement", "cost_lines", "nature").0, "change");
        assert_eq!(read("BUILD", "cost_lines", "nature").0, "build");
        assert_eq!(read("E9", "benefit_lines", "evidence_level").0, "E9");
        assert_eq!(read("oui", "investments", "mandatory").0, "1");
        assert_eq!(read("31/03/2027", "evidence", "date").0, "2027-03-31");
        assert_eq!(read("bientôt", "evidence", "date").1, Some(CellFault::NotADate));
        assert_eq!(read("B01; B02", "dependencies", "from_id").0, "B01|B02");
        assert_eq!(read("=1+1", "investments", "reason"), ("=1+1".into(), Some(CellFault::FormulaLike)));
        assert_eq!(read("'=1+1", "investments", "reason"), ("=1+1".into(), None));
        assert_eq!(read("0,8", "scenarios", "value").0, "0.8");
        assert_eq!(read("multiplier", "scenarios", "operation").0, "mul");
        assert_eq!(read("Lignes de coût", "scenarios", "target").0, "cost_lines");
    }

    #[test]
    fn a_default_fills_blanks_alone() {
        let how = Conversion { default: "core".to_string(), ..Conversion::default() };
        let to = Target {
            table: "cost_lines",
            field: "variant_id",
            kind: ColumnKind::Identifier,
            year_0: None,
            is_marked: true,
        };
        assert_eq!(canonical(&Cell::Blank, &french(), &how, &to).0, "core");
        let how = Conversion { scale: dec!(1000), ..Conversion::default() };
        let to = Target {
            table: "cost_lines",
            field: "y0_eur",
            kind: ColumnKind::StatedAmount,
            year_0: None,
            is_marked: true,
        };
        assert_eq!(canonical(&Cell::of_text("1,5"), &french(), &how, &to).0, "1500");
    }
}
