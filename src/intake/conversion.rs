//! `Conversion`: from a number as a column of a file counts it to the unit of a dossier.

use rust_decimal::{Decimal, dec};

use super::folded::letters;
use super::mapping::MappedColumn;
use crate::source::number::Number;
use crate::source::sheet::Heading;
use crate::source::unit::unit_of;
use crate::wire::table::ColumnKind;

/// What is done to the numbers of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The scale of the mapping.
    pub scale: Decimal,
    /// The scale of the unit, such as 1,000 for k€; a cell with a scale of its own is not multiplied again.
    pub unit_scale: Decimal,
    /// Whether plain numbers are percentages.
    pub is_percent: bool,
    pub is_negated: bool,
    /// Canonical text of blank cells.
    pub default: String,
    /// Beginnings of texts that withhold an amount, folded.
    pub withheld: Vec<String>,
}

impl Default for Conversion {
    fn default() -> Conversion {
        Conversion {
            scale: dec!(1),
            unit_scale: dec!(1),
            is_percent: false,
            is_negated: false,
            default: String::new(),
            withheld: Vec::new(),
        }
    }
}

impl Conversion {
    /// The conversion of a mapped column: its own unit, or the one its heading names.
    pub fn of(column: &MappedColumn, heading: Option<&Heading>) -> Conversion {
        let own = column.unit.as_deref().and_then(unit_of);
        let unit = own.or_else(|| heading.and_then(|heading| heading.unit.clone()));
        Conversion {
            scale: column.scale,
            unit_scale: unit.as_ref().map_or(dec!(1), |unit| unit.scale),
            is_percent: unit.as_ref().is_some_and(|unit| unit.is_percent),
            is_negated: column.is_negated,
            default: column.default.clone(),
            withheld: column.withheld.iter().map(|text| letters(text)).collect(),
        }
    }

    /// Whether the mapping says that a text like this one withholds an amount.
    pub fn withholds(&self, text: &str) -> bool {
        let text = letters(text);
        self.withheld.iter().any(|beginning| !beginning.is_empty() && text.starts_with(beginning))
    }

    /// The number in the unit of its column; nothing when it is beyond any amount.
    ///
    /// Shares and factors take percentages as parts of one, all other columns as points: an effect of `0,4 %` is 0.4.
    pub fn converted(&self, number: &Number, kind: ColumnKind) -> Option<Decimal> {
        let is_share = matches!(
            kind,
            ColumnKind::Share
                | ColumnKind::Impact
                | ColumnKind::Weight
                | ColumnKind::Multiplier
                | ColumnKind::Ratio
                | ColumnKind::Limit
        );
        let value = if !is_share {
            number.in_points()?
        } else if self.is_percent && !number.is_percent {
            number.value.checked_div(Decimal::ONE_HUNDRED)?
        } else {
            number.value
        };
        let unit_scale = if number.zeros == 0 { self.unit_scale } else { dec!(1) };
        let value = value.checked_mul(self.scale)?.checked_mul(unit_scale)?;
        Some(if self.is_negated && !value.is_zero() { -value } else { value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: Decimal, is_percent: bool, zeros: u32) -> Number {
        Number { value, is_percent, currency: None, zeros }
    }

    #[test]
    fn a_unit_in_the_cell_wins_over_the_one_of_the_heading() {
        let mut column = MappedColumn::new("Coût", "cost");
        column.unit = Some("k€".to_string());
        column.is_negated = true;
        let how = Conversion::of(&column, None);
        assert_eq!(how.converted(&number(dec!(12), false, 0), ColumnKind::StatedAmount), Some(dec!(-12000)));
        assert_eq!(
            how.converted(&number(dec!(12000000), false, 6), ColumnKind::StatedAmount),
            Some(dec!(-12000000))
        );
    }

    #[test]
    fn percentages_are_shares_only_where_shares_stand() {
        let how = Conversion { is_percent: true, ..Conversion::default() };
        assert_eq!(how.converted(&number(dec!(12), false, 0), ColumnKind::Share), Some(dec!(0.12)));
        assert_eq!(how.converted(&number(dec!(0.12), true, 0), ColumnKind::Share), Some(dec!(0.12)));
        assert_eq!(how.converted(&number(dec!(0.12), true, 0), ColumnKind::Effect), Some(dec!(12)));
    }
}
