//! `Amounts`: one exact amount per year, 0..=horizon, and the few sums a case needs.

use rust_decimal::Decimal;

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

/// The same amounts `start` years later; what falls beyond the horizon is lost.
pub fn later(amounts: &[Decimal], start: usize) -> Amounts {
    let mut shifted = vec![Decimal::ZERO; amounts.len()];
    for (year, amount) in amounts.iter().enumerate() {
        if let Some(place) = shifted.get_mut(year + start) {
            *place = *amount;
        }
    }
    shifted
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
        assert_eq!(later(&[dec!(1), dec!(2), dec!(3)], 2), [dec!(0), dec!(0), dec!(1)]);
    }
}
