//! One number that an override can reach, what it may become, and the change itself.

use std::collections::BTreeMap;
use std::str::FromStr;

use rust_decimal::{Decimal, dec};

use super::Fault;
use crate::domain::estimate::is_too_small;
use crate::domain::investment::PartialFunding;
use crate::domain::period::Period;
use crate::domain::scenario::{Operation, Override};
use crate::domain::start::{MONTHS, Start};

/// Where the number stands.
enum Slot<'a> {
    Stated(&'a mut Decimal),
    Optional(&'a mut Option<Decimal>),
    Flag(&'a mut bool),
    Year(&'a mut u32),
    OptionalYear(&'a mut Option<u32>),
    /// What is stated for a period, if anything is.
    InPeriod(&'a mut BTreeMap<Period, Decimal>, Period),
    /// Least funded share; 1 is all or nothing.
    LeastShare(&'a mut Option<PartialFunding>),
    /// Last month of a year; a change moves it by whole years.
    Deadline(&'a mut Start),
}

/// The smallest share or step.
const TINY: Decimal = dec!(0.001);

/// One number with the range it must stay in.
pub struct Cell<'a> {
    slot: Slot<'a>,
    min: Decimal,
    max: Decimal,
}

impl<'a> Cell<'a> {
    /// Any number.
    pub fn any(number: &'a mut Decimal) -> Cell<'a> {
        Cell { slot: Slot::Stated(number), min: Decimal::MIN, max: Decimal::MAX }
    }

    /// Any number, or none as long as it is not set.
    pub fn optional(number: &'a mut Option<Decimal>) -> Cell<'a> {
        Cell { slot: Slot::Optional(number), min: Decimal::MIN, max: Decimal::MAX }
    }

    /// A no (0) or yes (1), which can only be set.
    pub fn flag(flag: &'a mut bool) -> Cell<'a> {
        Cell { slot: Slot::Flag(flag), min: Decimal::ZERO, max: Decimal::ONE }
    }

    /// A year index.
    pub fn year(year: &'a mut u32) -> Cell<'a> {
        Cell { slot: Slot::Year(year), min: Decimal::ZERO, max: Decimal::from(u32::MAX) }
    }

    /// A year index, or none as long as it is not set.
    pub fn optional_year(year: &'a mut Option<u32>) -> Cell<'a> {
        Cell { slot: Slot::OptionalYear(year), min: Decimal::ZERO, max: Decimal::from(u32::MAX) }
    }

    /// A number stated for a period, or none as long as it is not set.
    pub fn in_period(numbers: &'a mut BTreeMap<Period, Decimal>, period: Period) -> Cell<'a> {
        Cell { slot: Slot::InPeriod(numbers, period), min: Decimal::MIN, max: Decimal::MAX }
    }

    /// The least share of an investment that may be funded, above 0; 1 is all or nothing.
    pub fn least_share(funding: &'a mut Option<PartialFunding>) -> Cell<'a> {
        Cell { slot: Slot::LeastShare(funding), min: TINY, max: Decimal::ONE }
    }

    /// A year index for a deadline; setting it means the last month of that year.
    pub fn deadline(by: &'a mut Start) -> Cell<'a> {
        Cell { slot: Slot::Deadline(by), min: Decimal::ZERO, max: dec!(100) }
    }

    /// The same number, never below zero.
    pub fn not_negative(self) -> Cell<'a> {
        Cell { min: Decimal::ZERO, ..self }
    }

    /// The same number, above zero and at most 1.
    pub fn step(self) -> Cell<'a> {
        self.within(TINY, Decimal::ONE)
    }

    /// The same number, between these two, both included.
    pub fn within(self, min: Decimal, max: Decimal) -> Cell<'a> {
        Cell { min, max, ..self }
    }

    /// The same number, a share between 0 and 1.
    pub fn share(self) -> Cell<'a> {
        self.within(Decimal::ZERO, Decimal::ONE)
    }
}

/// An override whose operand has been read.
pub struct Change<'a> {
    pub target: &'a str,
    pub filter: &'a str,
    pub field: &'a str,
    pub operation: Operation,
    operand: Decimal,
}

impl<'a> Change<'a> {
    /// The change that an override asks for.
    ///
    /// # Errors
    /// [`Fault::Operand`] when the operand is no decimal number; notes need none.
    pub fn of(written: &'a Override) -> Result<Change<'a>, Fault> {
        let text = written.operand.trim();
        let (target, field) = (written.target.trim(), written.field.trim());
        let is_note = target == "workspace" && field == "note";
        let operand =
            if is_note { Decimal::ZERO } else { Decimal::from_str(text).map_err(|_| Fault::Operand)? };
        Ok(Change { target, filter: written.filter.trim(), field, operation: written.operation, operand })
    }

    /// Changes one number in exact decimals; says whether there was a number to change.
    ///
    /// # Errors
    /// [`Fault::Operand`] when the result cannot be held, is no whole number where one is meant, leaves
    /// the range or is too small to be told from nothing.
    pub fn on(&self, cell: Cell<'_>) -> Result<bool, Fault> {
        let (min, max) = (cell.min, cell.max);
        let next = |before: Decimal| match self.result(before) {
            Some(after) if min <= after && after <= max && !is_too_small(after) => Ok(after),
            _ => Err(Fault::Operand),
        };
        let whole = |after: Decimal| match u32::try_from(after) {
            Ok(whole) if after.fract().is_zero() => Ok(whole),
            _ => Err(Fault::Operand),
        };
        let is_set = self.operation == Operation::Set;
        match cell.slot {
            Slot::InPeriod(numbers, period) => match numbers.get(&period) {
                None if !is_set => return Ok(false),
                before => {
                    let after = next(before.copied().unwrap_or_default())?;
                    numbers.insert(period, after);
                }
            },
            Slot::LeastShare(funding) => {
                let min = next(funding.map_or(Decimal::ONE, |funding| funding.min))?;
                let step = funding.map_or(PartialFunding::STEP, |funding| funding.step);
                *funding = (min < Decimal::ONE).then_some(PartialFunding { min, step });
            }
            Slot::Deadline(by) => {
                let year = whole(next(Decimal::from(by.year()))?)?;
                let month = if is_set { MONTHS - 1 } else { by.month_of_year() };
                *by = Start::of_months(year * MONTHS + month);
            }
            Slot::Stated(number) => *number = next(*number)?,
            Slot::Optional(slot) => match *slot {
                None if !is_set => return Ok(false),
                before => *slot = Some(next(before.unwrap_or_default())?),
            },
            Slot::Flag(flag) => {
                let after = whole(next(Decimal::from(u32::from(*flag)))?)?;
                if !is_set {
                    return Err(Fault::Operand);
                }
                *flag = after == 1;
            }
            Slot::Year(year) => *year = whole(next(Decimal::from(*year))?)?,
            Slot::OptionalYear(slot) => match *slot {
                None if !is_set => return Ok(false),
                before => *slot = Some(whole(next(Decimal::from(before.unwrap_or_default()))?)?),
            },
        }
        Ok(true)
    }

    fn result(&self, before: Decimal) -> Option<Decimal> {
        match self.operation {
            Operation::Set => Some(self.operand),
            Operation::Multiply => before.checked_mul(self.operand),
            Operation::Add => before.checked_add(self.operand),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::domain::example;

    fn on(operation: Operation, operand: &str, cell: Cell<'_>) -> Result<bool, Fault> {
        Change::of(&example::change("t", "*", "f", operation, operand)).and_then(|change| change.on(cell))
    }

    #[test]
    fn the_three_operations_are_exact() {
        let mut number = dec!(0.1);
        assert_eq!(on(Operation::Multiply, "3", Cell::any(&mut number)), Ok(true));
        assert_eq!(on(Operation::Add, "0.6", Cell::any(&mut number)), Ok(true));
        assert_eq!(number, dec!(0.9));
        assert_eq!(on(Operation::Set, "-7", Cell::any(&mut number)), Ok(true));
        assert_eq!(number, dec!(-7));
    }

    #[test]
    fn what_leaves_the_range_changes_nothing() {
        let mut number = dec!(0.9);
        assert_eq!(on(Operation::Multiply, "1.2", Cell::any(&mut number).share()), Err(Fault::Operand));
        assert_eq!(on(Operation::Add, "-1", Cell::any(&mut number).not_negative()), Err(Fault::Operand));
        assert_eq!(on(Operation::Multiply, "0.0000000001", Cell::any(&mut number)), Err(Fault::Operand));
        assert_eq!(number, dec!(0.9));
        let mut large = Decimal::MAX;
        assert_eq!(on(Operation::Multiply, "2", Cell::any(&mut large)), Err(Fault::Operand));
    }

    #[test]
    fn what_is_not_stated_can_only_be_set() {
        let mut number = None;
        assert_eq!(on(Operation::Multiply, "2", Cell::optional(&mut number)), Ok(false));
        assert_eq!(on(Operation::Set, "2", Cell::optional(&mut number)), Ok(true));
        assert_eq!(on(Operation::Multiply, "2", Cell::optional(&mut number)), Ok(true));
        assert_eq!(number, Some(dec!(4)));
    }

    #[test]
    fn flags_and_years_are_whole() {
        let mut flag = false;
        assert_eq!(on(Operation::Set, "1", Cell::flag(&mut flag)), Ok(true));
        assert!(flag);
        assert_eq!(on(Operation::Set, "0.5", Cell::flag(&mut flag)), Err(Fault::Operand));
        assert_eq!(on(Operation::Multiply, "1", Cell::flag(&mut flag)), Err(Fault::Operand));
        let mut year = 1;
        assert_eq!(on(Operation::Add, "1", Cell::year(&mut year)), Ok(true));
        assert_eq!(on(Operation::Add, "0.5", Cell::year(&mut year)), Err(Fault::Operand));
        assert_eq!(on(Operation::Add, "-3", Cell::year(&mut year)), Err(Fault::Operand));
        assert_eq!(year, 2);
    }

    #[test]
    fn words_are_no_operand_except_for_a_note() {
        let note = example::change("workspace", "*", "note", Operation::Set, "");
        assert!(Change::of(&note).is_ok());
        let rate = example::change("workspace", "*", "discount_rate", Operation::Set, "12 %");
        assert_eq!(Change::of(&rate).err(), Some(Fault::Operand));
    }
}
