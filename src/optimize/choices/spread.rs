//! `Spread` and `Spending`: what a choice draws on, told for any months, so that every rule can sum its own period exactly.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::case::costs::CostCase;
use crate::domain::business_case::{Accounting, CostNature};
use crate::domain::envelope::SpendingKind;
use crate::domain::start::{MONTHS, Start};

/// Amounts of the years after a start, each spread evenly over its twelve months, of which a share is funded.
#[derive(Clone, Debug)]
pub struct Spread {
    start: Start,
    share: Decimal,
    by_year: Vec<Decimal>,
}

impl Spread {
    /// Nothing yet, from a start and for a share.
    pub fn new(start: Start, share: Decimal) -> Spread {
        Spread { start, share, by_year: Vec::new() }
    }

    /// Adds amounts of the years 0, 1, ... after the start.
    pub fn add(&mut self, amounts: &[Decimal]) {
        self.by_year.resize(self.by_year.len().max(amounts.len()), Decimal::ZERO);
        self.by_year.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
    }

    /// Whether some of these months lie in a year for which an amount is stated.
    pub fn reaches(&self, months: &Range<u32>) -> bool {
        let begin = self.start.months();
        begin < months.end && months.start < begin + self.by_year.len() as u32 * MONTHS
    }

    /// What falls in these months, counted from the beginning of year 0: share x sum of amount x months shared / 12.
    ///
    /// Divided last, so that whole numbers of months of an amount that has them stay exact; the sum over all months of
    /// a calendar year is what [`crate::case::amounts::later`] gives for it.
    pub fn in_months(&self, months: Range<u32>) -> Decimal {
        let mut twelfths = Decimal::ZERO;
        let mut begin = self.start.months();
        for amount in &self.by_year {
            let end = begin + MONTHS;
            let shared = end.min(months.end).saturating_sub(begin.max(months.start));
            if shared > 0 {
                twelfths += amount * Decimal::from(shared);
            }
            begin = end;
        }
        twelfths * self.share / Decimal::from(MONTHS)
    }
}

/// What money is spent on, as far as rules tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpendingClass {
    pub accounting: Accounting,
    /// Of nature `run`.
    pub is_run: bool,
}

impl SpendingClass {
    /// All classes.
    pub const ALL: [SpendingClass; 4] = [
        SpendingClass { accounting: Accounting::Capex, is_run: false },
        SpendingClass { accounting: Accounting::Capex, is_run: true },
        SpendingClass { accounting: Accounting::Opex, is_run: false },
        SpendingClass { accounting: Accounting::Opex, is_run: true },
    ];

    /// Whether this is spending of the kind.
    pub fn is_of(self, kind: SpendingKind) -> bool {
        match kind {
            SpendingKind::All => true,
            SpendingKind::Capex => self.accounting == Accounting::Capex,
            SpendingKind::Opex => self.accounting == Accounting::Opex,
            SpendingKind::Run => self.is_run,
        }
    }
}

/// Expected cost by class of spending, in the dossier's currency.
#[derive(Clone, Debug)]
pub struct Spending {
    by_class: BTreeMap<SpendingClass, Spread>,
}

impl Spending {
    /// The expected cost of these lines from a start, for a share.
    pub fn of<'a>(lines: impl Iterator<Item = &'a CostCase>, start: Start, share: Decimal) -> Spending {
        let mut by_class: BTreeMap<SpendingClass, Spread> = BTreeMap::new();
        for line in lines {
            let is_run = line.nature == CostNature::Run;
            let class = SpendingClass { accounting: line.accounting, is_run };
            by_class.entry(class).or_insert_with(|| Spread::new(start, share)).add(&line.expected);
        }
        Spending { by_class }
    }

    /// What is spent in these months on classes that `is_meant` picks.
    pub fn in_months(&self, months: Range<u32>, is_meant: impl Fn(SpendingClass) -> bool) -> Decimal {
        let meant = self.by_class.iter().filter(|(class, _)| is_meant(**class));
        meant.map(|(_, spread)| spread.in_months(months.clone())).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::amounts::later;
    use rust_decimal::dec;

    #[test]
    fn months_of_a_year_add_up_to_what_the_case_books() {
        let amounts = vec![dec!(1200), dec!(600), dec!(0.36)];
        for months in 0..30 {
            let start = Start::of_months(months);
            let mut spread = Spread::new(start, dec!(0.5));
            spread.add(&amounts);
            for (year, booked) in later(&amounts, start).into_iter().enumerate() {
                let begin = year as u32 * MONTHS;
                let by_month: Decimal = (begin..begin + MONTHS).map(|m| spread.in_months(m..m + 1)).sum();
                assert_eq!(by_month, booked * dec!(0.5), "start {start}, year {year}");
                assert_eq!(spread.in_months(begin..begin + MONTHS), booked * dec!(0.5));
            }
        }
    }
}
