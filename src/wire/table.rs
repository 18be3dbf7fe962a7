//! `TableSchema` and `ColumnSchema`: what a table of a dossier looks like when it is written down.

use rust_decimal::{Decimal, dec};

use crate::domain::finding::Severity;
use crate::domain::period::Period;

/// What the cells of a column hold, with the range that is accepted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ColumnKind {
    /// Free text.
    Text,
    /// A stable text key, of this row or of a row in the table named by the column's sentence.
    Identifier,
    /// Several keys with `|` between them.
    IdentifierList,
    /// One of these words; case, `-`, `_` and blanks make no difference.
    Choice(&'static [&'static str]),
    /// 0 or 1 (also true/false, yes/no, oui/non).
    Flag,
    /// A day, `2027-03-31`.
    Day,
    /// Dossier currency, at most 1e12 either way.
    Amount,
    /// An amount that may be withheld: a blank or a word such as `n.d.` is missing, never zero.
    StatedAmount,
    /// In the unit of the lever, at most 1e9 either way.
    Effect,
    /// An effect that may be withheld.
    StatedEffect,
    /// A quantity of people, days or occurrences, 0 to 1e12.
    Count,
    /// Any other number, at most 1e9 either way.
    Number,
    /// A share, 0 to 1.
    Share,
    /// A signed weight, -1 to 1.
    Weight,
    /// A factor, 0 to 1000.
    Multiplier,
    /// A ratio of two importances, above 0 and at most 1000.
    Ratio,
    /// A share added or taken away, -1000 to 1000.
    Impact,
    /// A perception or score, 0 to 10.
    Scale,
    /// An emotion, -2 to 2.
    Emotion,
    /// A maturity, 1 to 5.
    Maturity,
    /// Levels of maturity gained, 0 to 4.
    Levels,
    /// A whole number of years after year 0, 0 to 100.
    YearIndex,
    /// The limit of a rule: a number from 0 to 1e12, or a period such as `y1q2`.
    Limit,
}

/// The largest amount of a cell, in the dossier's currency.
const AMOUNT_MAX: Decimal = dec!(1000000000000);
/// The largest effect or free number of a cell.
const NUMBER_MAX: Decimal = dec!(1000000000);
/// The largest factor of a cell.
const FACTOR_MAX: Decimal = dec!(1000);

impl ColumnKind {
    /// What a cell of this kind may hold, in words.
    pub fn words(self) -> String {
        let plain = match self {
            ColumnKind::Choice(words) => return format!("one of: {}", words.join(", ")),
            ColumnKind::Text => "text",
            ColumnKind::Identifier => "key",
            ColumnKind::IdentifierList => "keys with | between them",
            ColumnKind::Flag => "0 or 1 (no or yes)",
            ColumnKind::Day => "day, 2027-03-31",
            ColumnKind::Amount => "amount",
            ColumnKind::StatedAmount => "amount; blank or n.d. is withheld, never zero",
            ColumnKind::StatedEffect => "effect in the lever's unit; blank or n.d. is withheld, never zero",
            ColumnKind::Effect => "effect in the lever's unit",
            ColumnKind::Count => "number, not negative",
            ColumnKind::Number => "number",
            ColumnKind::Share => "share, 0 to 1",
            ColumnKind::Weight => "weight, -1 to 1",
            ColumnKind::Multiplier => "factor, 0 to 1000",
            ColumnKind::Ratio => "ratio, above 0",
            ColumnKind::Impact => "share added or taken away",
            ColumnKind::Scale => "0 to 10",
            ColumnKind::Emotion => "-2 to 2",
            ColumnKind::Maturity => "1 to 5",
            ColumnKind::Levels => "0 to 4",
            ColumnKind::YearIndex => "whole number of years after year 0",
            ColumnKind::Limit => "number, not negative, or a period such as y1q2",
        };
        plain.to_string()
    }

    /// Smallest and largest accepted number; nothing for columns that hold no number.
    pub fn range(self) -> Option<(Decimal, Decimal)> {
        match self {
            ColumnKind::Amount | ColumnKind::StatedAmount => Some((-AMOUNT_MAX, AMOUNT_MAX)),
            ColumnKind::Effect | ColumnKind::StatedEffect | ColumnKind::Number => {
                Some((-NUMBER_MAX, NUMBER_MAX))
            }
            ColumnKind::Count | ColumnKind::Limit => Some((dec!(0), AMOUNT_MAX)),
            ColumnKind::Share => Some((dec!(0), dec!(1))),
            ColumnKind::Weight => Some((dec!(-1), dec!(1))),
            ColumnKind::Multiplier => Some((dec!(0), FACTOR_MAX)),
            ColumnKind::Ratio => Some((dec!(0.000001), FACTOR_MAX)),
            ColumnKind::Impact => Some((-FACTOR_MAX, FACTOR_MAX)),
            ColumnKind::Scale => Some((dec!(0), dec!(10))),
            ColumnKind::Emotion => Some((dec!(-2), dec!(2))),
            ColumnKind::Maturity => Some((dec!(1), dec!(5))),
            ColumnKind::Levels => Some((dec!(0), dec!(4))),
            ColumnKind::YearIndex => Some((dec!(0), dec!(100))),
            ColumnKind::Text
            | ColumnKind::Identifier
            | ColumnKind::IdentifierList
            | ColumnKind::Choice(_)
            | ColumnKind::Flag
            | ColumnKind::Day => None,
        }
    }

    /// Whether a number beyond the range is one too large to be meant, rather than one off a scale.
    pub fn is_bounded_by_size(self) -> bool {
        matches!(
            self,
            ColumnKind::Amount
                | ColumnKind::StatedAmount
                | ColumnKind::Effect
                | ColumnKind::StatedEffect
                | ColumnKind::Count
                | ColumnKind::Limit
                | ColumnKind::Number
                | ColumnKind::Multiplier
                | ColumnKind::Ratio
                | ColumnKind::Impact
        )
    }

    /// Whether a blank or a word means that the number exists but is not told.
    pub fn may_be_withheld(self) -> bool {
        matches!(self, ColumnKind::StatedAmount | ColumnKind::StatedEffect)
    }
}

/// One column, or a family of columns when the name holds `{year}` (any year index), `{period}` (any period, such as
/// `y1`, `y1q2` or `y1m05`) or `{criterion}`.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSchema {
    /// The heading, or its pattern.
    pub name: &'static str,
    pub kind: ColumnKind,
    /// Whether the column must be there and its cells filled.
    pub is_required: bool,
    /// Whether the column is part of what tells rows apart.
    pub is_key: bool,
    /// What the column says, with its unit.
    pub sentence: &'static str,
}

impl ColumnSchema {
    /// The year index in a heading of this family, such as 3 in `y3_eur`; nothing when the heading is another one.
    pub fn year_in(&self, heading: &str) -> Option<usize> {
        let (before, after) = self.name.split_once("{year}")?;
        let digits = heading.strip_prefix(before)?.strip_suffix(after)?;
        if digits.is_empty() || 3 < digits.len() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok()
    }

    /// The period in a heading of this family, such as `y1q2` in `amount_y1q2`; nothing when the heading is another one.
    pub fn period_in(&self, heading: &str) -> Option<Period> {
        let (before, after) = self.name.split_once("{period}")?;
        Period::parse(heading.strip_prefix(before)?.strip_suffix(after)?)
    }

    /// The heading of one period of this family.
    pub fn heading_of_period(&self, period: Period) -> String {
        self.name.replace("{period}", &period.to_string())
    }

    /// The heading of one year of this family.
    pub fn heading_of(&self, year: usize) -> String {
        self.name.replace("{year}", &year.to_string())
    }

    /// Whether the name is the pattern of a family of columns.
    pub fn is_family(&self) -> bool {
        self.name.contains('{')
    }
}

/// A table of a dossier.
#[derive(Clone, Copy, Debug)]
pub struct TableSchema {
    /// The file name without `.csv`, and the field of the bundle.
    pub name: &'static str,
    pub columns: &'static [ColumnSchema],
    /// How much it weighs that the table is not there; nothing when a dossier without it lacks nothing.
    pub absence: Option<Severity>,
    /// What one row is.
    pub sentence: &'static str,
}

/// A column that tells rows apart; required.
pub const fn key(name: &'static str, kind: ColumnKind, sentence: &'static str) -> ColumnSchema {
    ColumnSchema { name, kind, is_required: true, is_key: true, sentence }
}

/// A column that tells rows apart where it is filled.
pub const fn optional_key(name: &'static str, kind: ColumnKind, sentence: &'static str) -> ColumnSchema {
    ColumnSchema { name, kind, is_required: false, is_key: true, sentence }
}

/// A column that must be there and filled.
pub const fn required(name: &'static str, kind: ColumnKind, sentence: &'static str) -> ColumnSchema {
    ColumnSchema { name, kind, is_required: true, is_key: false, sentence }
}

/// A column that may be absent or blank.
pub const fn optional(name: &'static str, kind: ColumnKind, sentence: &'static str) -> ColumnSchema {
    ColumnSchema { name, kind, is_required: false, is_key: false, sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_knows_its_years() {
        let column = required("y{year}_eur", ColumnKind::StatedAmount, "");
        assert_eq!(column.year_in("y3_eur"), Some(3));
        assert_eq!(column.year_in("y12_eur"), Some(12));
        assert_eq!(column.year_in("y_eur"), None);
        assert_eq!(column.year_in("y-1_eur"), None);
        assert_eq!(column.heading_of(4), "y4_eur");
    }

    #[test]
    fn a_family_knows_its_periods() {
        let column = optional("amount_{period}", ColumnKind::Count, "");
        let quarter = column.period_in("amount_y1q2").expect("a quarter");
        assert_eq!(column.heading_of_period(quarter), "amount_y1q2");
        assert_eq!(column.period_in("amount_y2").map(|year| year.to_string()).as_deref(), Some("y2"));
        assert_eq!((column.period_in("amount_y1q5"), column.period_in("amount_")), (None, None));
    }
}
