//! Reading one cell as a number under the convention of its column.

use rust_decimal::Decimal;

use super::number_shape::{Marks, Shape, as_group, shape};
use super::options::{DecimalMark, GroupMark};
use super::row::Cell;
use super::sheet::{Column, Decided};
use super::withheld::is_withheld;

/// A number as it is meant: `12 %` is 0.12, `1,5 M€` is 1,500,000, `(5)` is -5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    pub value: Decimal,
    /// Whether it was written with a percent sign, or shown so by a workbook.
    pub is_percent: bool,
    /// The currency sign in the cell: "€", "£", "$", "¥", "CHF".
    pub currency: Option<&'static str>,
    /// Zeros that a unit in the cell added (3 for `12 k€`), already in `value`; where it is not 0, the unit of
    /// the heading is not to be applied again.
    pub zeros: u32,
}

impl Number {
    /// The value in percentage points where it was written as a percentage, as it is otherwise: 12 for `12 %` and `12`.
    /// Nothing when it overflows.
    pub fn in_points(&self) -> Option<Decimal> {
        if self.is_percent { self.value.checked_mul(Decimal::ONE_HUNDRED) } else { Some(self.value) }
    }
}

/// Why a cell is not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Another text, a day, a truth.
    NotANumber,
    /// It can be read in two ways, or its marks contradict those of its column. Where the column is one of numbers,
    /// `open` has told it already with an `ambiguous_number` finding: a question for the column,
    /// or an error at the cell.
    Ambiguous,
    /// A word that says the figure is not told; never zero.
    Withheld,
    /// More digits than an exact amount can hold (28).
    TooLarge,
    /// An error of a formula, as `cell_error` has told.
    FormulaError,
}

/// The number in a cell, or nothing when it is blank.
///
/// Marks are read by the column alone: where `Column::decimal` is ambiguous, a cell with a mark is ambiguous
/// also when its own digits leave no doubt, because another cell of the column contradicts it or all are in doubt.
pub fn number(cell: &Cell<'_>, column: &Column) -> Result<Option<Number>, NumberFault> {
    match cell {
        Cell::Blank => Ok(None),
        Cell::Text(text) => number_of_text(text, column),
        Cell::Number { value, is_percent } => {
            Ok(Some(Number { value: *value, is_percent: *is_percent, currency: None, zeros: 0 }))
        }
        Cell::Date(_) | Cell::Truth(_) => Err(NumberFault::NotANumber),
        Cell::Error(_) => Err(NumberFault::FormulaError),
    }
}

/// The number in a text, or nothing when it is blank; as [`number`].
pub fn number_of_text(text: &str, column: &Column) -> Result<Option<Number>, NumberFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let Some(shape) = shape(text) else {
        return Err(if is_withheld(text) { NumberFault::Withheld } else { NumberFault::NotANumber });
    };
    if !fits(shape.marks, &column.decimal, &column.group) {
        return Err(NumberFault::Ambiguous);
    }
    let decimal = match shape.marks {
        Marks::Either(mark) => column.decimal.known().filter(|known| *known == mark),
        Marks::Decimal(mark) | Marks::Both(_, mark) => Some(mark),
        Marks::None | Marks::Grouped(_) => None,
    };
    let value = value_of(&shape, decimal).ok_or(NumberFault::TooLarge)?;
    let (is_percent, currency, zeros) = (shape.is_percent, shape.currency, shape.zeros);
    Ok(Some(Number { value, is_percent, currency, zeros }))
}

/// Whether these marks can be read, and only in one way, under the column's conventions.
pub(super) fn fits(marks: Marks, decimal: &Decided<DecimalMark>, group: &Decided<GroupMark>) -> bool {
    let decimal_fits = |mark| match decimal {
        Decided::Absent => true,
        decided => decided.known() == Some(mark),
    };
    let group_fits = |mark| {
        let is_other_than_decimal = decimal.known().is_none_or(|known| as_group(known) != mark);
        let is_the_one = match group {
            Decided::Absent => true,
            decided => decided.known() == Some(mark),
        };
        is_other_than_decimal && is_the_one
    };
    match marks {
        Marks::None => true,
        Marks::Either(mark) => match decimal.known() {
            None => false,
            Some(known) => known == mark || group_fits(as_group(mark)),
        },
        Marks::Decimal(mark) => decimal_fits(mark),
        Marks::Grouped(mark) => group_fits(mark),
        Marks::Both(group, mark) => decimal_fits(mark) && group_fits(group),
    }
}

/// The exact value; nothing when it has more digits than a decimal holds.
fn value_of(shape: &Shape<'_>, decimal: Option<DecimalMark>) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    let mut places = 0_i32;
    let mut is_behind = false;
    for byte in shape.body.bytes() {
        if byte.is_ascii_digit() {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
            places += i32::from(is_behind);
        } else if let Some(mark) = decimal
            && byte == mark.sign() as u8
        {
            is_behind = true;
        }
    }
    places += if shape.is_percent { 2 } else { 0 };
    places -= shape.exponent + shape.zeros as i32;
    while 0 < places && mantissa % 10 == 0 {
        mantissa /= 10;
        places -= 1;
    }
    while places < 0 && mantissa != 0 {
        mantissa = mantissa.checked_mul(10)?;
        places += 1;
    }
    let mantissa = if shape.is_negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(places.max(0)).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::sheet::Example;

    fn evident<T>(value: T) -> Decided<T> {
        Decided::Evident { value, example: Example { row: 2, text: String::new() } }
    }

    fn read(text: &str, column: &Column) -> Result<String, NumberFault> {
        number_of_text(text, column).map(|number| number.map_or(String::new(), |it| it.value.to_string()))
    }

    #[test]
    fn numbers_are_exact() {
        let french = Column {
            decimal: evident(DecimalMark::Comma),
            group: evident(GroupMark::Blank),
            ..Column::default()
        };
        assert_eq!(read("1 234,50 €", &french), Ok("1234.5".into()));
        assert_eq!(read("(3,75) %", &french), Ok("-0.0375".into()));
        assert_eq!(read("1,5 M€", &french), Ok("1500000".into()));
        assert_eq!(read("1,234", &french), Ok("1.234".into()));
        assert_eq!(read("1.234,5", &french), Err(NumberFault::Ambiguous));
        assert_eq!(read("1.234", &french), Err(NumberFault::Ambiguous));
        assert_eq!(read("0.5", &french), Err(NumberFault::Ambiguous));
        assert_eq!(read(" ", &french), Ok(String::new()));
        assert_eq!(read("n.d.", &french), Err(NumberFault::Withheld));
        assert_eq!(read("core", &french), Err(NumberFault::NotANumber));
        assert_eq!(read("79228162514264337593543950336", &french), Err(NumberFault::TooLarge));
        assert_eq!(read("1E+30", &french), Err(NumberFault::TooLarge));
        assert_eq!(read("0,000", &french), Ok("0".into()));
    }

    #[test]
    fn what_no_column_settles_is_not_guessed() {
        let unknown = Column::default();
        assert_eq!(read("1,234", &unknown), Err(NumberFault::Ambiguous));
        assert_eq!(read("1,23", &unknown), Ok("1.23".into()));
        assert_eq!(read("1.234.567", &unknown), Ok("1234567".into()));
        let english = Column { decimal: evident(DecimalMark::Point), ..Column::default() };
        assert_eq!(read("1,234", &english), Ok("1234".into()));
    }
}
