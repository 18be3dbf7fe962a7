//! `Start`: when a chosen variant begins, counted in months so that years, quarters and months are one scale.

use std::fmt;

use rust_decimal::Decimal;

/// Months of a year.
pub const MONTHS: u32 = 12;

/// A beginning, in whole months after the beginning of year 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Start {
    months: u32,
}

impl Start {
    /// This many months after the beginning of year 0.
    pub fn of_months(months: u32) -> Start {
        Start { months }
    }

    /// The beginning of a year.
    pub fn of_year(year: u32) -> Start {
        Start { months: year * MONTHS }
    }

    /// Months after the beginning of year 0.
    pub fn months(self) -> u32 {
        self.months
    }

    /// Index of the year it falls in.
    pub fn year(self) -> usize {
        (self.months / MONTHS) as usize
    }

    /// Month within its year, 0..=11.
    pub fn month_of_year(self) -> u32 {
        self.months % MONTHS
    }

    /// Share of its year that has passed, 0 at the beginning of a year and below 1.
    pub fn part_of_year(self) -> Decimal {
        Decimal::from(self.month_of_year()) / Decimal::from(MONTHS)
    }
}

/// `y1`, `y1q2` when it begins a later quarter, `y1m05` (fifth month) otherwise.
impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let month = self.month_of_year();
        write!(f, "y{}", self.year())?;
        match month {
            0 => Ok(()),
            _ if month.is_multiple_of(3) => write!(f, "q{}", month / 3 + 1),
            _ => write!(f, "m{:02}", month + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_start_is_told_by_the_coarsest_period_that_it_begins() {
        let told = |months| Start::of_months(months).to_string();
        assert_eq!([told(0), told(12), told(15), told(16)], ["y0", "y1", "y1q2", "y1m05"]);
        assert_eq!(Start::of_months(15).part_of_year(), dec!(0.25));
    }
}
