//! `Amounts`: one exact amount per year, 0..=horizon, and the few sums a case needs.

use rust_decimal::Decimal;

use crate::domain::start::{MONTHS, Start};

/// Amounts of years 0..=horizon in the dossier's currency.
pub type Amounts = Vec<Decimal>;

/// Nothing in every year 0..=`horizon`.
pub fn nothing(horizon: usize) -> Amounts {
    vec![Decimal::ZERO; horizon + 1]
}

/// Adds `more` to `total`, year by year; years beyond `total` are left out.
pub fn add(total: &mut Amounts, more: &[Decimal]) {
    for (sum, amount) in total.iter_mut().zip(more) {
        *sum += amount;
    }
}

/// Benefits less costs, year by year.
pub fn net(benefit: &[Decimal], cost: &[Decimal]) -> Amounts {
    benefit.iter().zip(cost).map(|(gained, spent)| gained - spent).collect()
}

/// The same amounts from another start; what falls beyond the horizon is lost.
///
/// A start within a year spreads every year of the amounts over two calendar years by the months that lie in each:
/// amount of year t = (1 - part) x own year t - s + part x own year t - s - 1, part being the share of the starting
/// year s that has passed.
pub fn later(amounts: &[Decimal], start: Start) -> Amounts {
    let (year_long, passed) = (Decimal::from(MONTHS), Decimal::from(start.month_of_year()));
    let own = |age: Option<usize>| age.and_then(|age| amounts.get(age)).copied().unwrap_or_default();
    (0..amounts.len())
        .map(|year| {
            let age = year.checked_sub(start.year());
            if passed.is_zero() {
                return own(age);
            }
            // Divided last, so that amounts that are a whole number of months stay exact.
            let before = own(age.and_then(|age| age.checked_sub(1)));
            (own(age) * (year_long - passed) + before * passed) / year_long
        })
        .collect()
}

/// Sum of amount x discount factor over the years.
pub fn present_value(amounts: &[Decimal], factors: &[Decimal]) -> Decimal {
    amounts.iter().zip(factors).map(|(amount, factor)| amount * factor).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn what_falls_beyond_the_horizon_is_lost() {
        assert_eq!(later(&[dec!(1), dec!(2), dec!(3)], Start::of_year(2)), [dec!(0), dec!(0), dec!(1)]);
    }

    #[test]
    fn a_start_within_a_year_spreads_every_year_over_two() {
        let shifted = later(&[dec!(4), dec!(8), dec!(0)], Start::of_months(3));
        assert_eq!(shifted, [dec!(3), dec!(7), dec!(2)]);
    }
}
