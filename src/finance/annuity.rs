//! The equal amount per period that is worth as much as a flow, so that unequal lives compare.

use rust_decimal::Decimal;

use crate::finance::discount::{Timing, discount_factors};
use crate::finance::error::FinanceError;

/// Present value of one unit at the end of each of `n_periods` periods: sum over t = 1..n of 1 / (1 + r)^t.
///
/// Equals (1 - (1 + r)^-n) / r, and n where `rate` is zero; zero without periods.
///
/// # Errors
/// `RateAtOrBelowMinusOne`, `AmountTooLarge`.
pub fn annuity_factor(rate: Decimal, n_periods: usize) -> Result<Decimal, FinanceError> {
    let factors = discount_factors(rate, n_periods, Timing::AllEnd)?;
    let add = |sum: Decimal, factor: Decimal| sum.checked_add(factor);
    factors.into_iter().try_fold(Decimal::ZERO, add).ok_or(FinanceError::AmountTooLarge)
}

/// The amount which, at the end of each of `n_periods` periods, is worth `npv` today.
///
/// EAA = NPV / annuity factor; in the currency of `npv`, `rate` per period. Among investments that are renewed when they
/// end, the one with the largest EAA is worth most, however long each lasts.
///
/// # Errors
/// `NoPeriod` when `n_periods` is zero; `RateAtOrBelowMinusOne`; `AmountTooLarge`.
pub fn equivalent_annual_amount(
    npv: Decimal,
    rate: Decimal,
    n_periods: usize,
) -> Result<Decimal, FinanceError> {
    if n_periods == 0 {
        return Err(FinanceError::NoPeriod);
    }
    npv.checked_div(annuity_factor(rate, n_periods)?).ok_or(FinanceError::AmountTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn equal_amounts_are_worth_the_annuity_factor() {
        assert_eq!(annuity_factor(decimal("0.1"), 3).unwrap().round_dp(10), decimal("2.4868519910"));
        assert_eq!(annuity_factor(decimal("0"), 5), Ok(Decimal::from(5)));
        assert_eq!(annuity_factor(decimal("-0.5"), 2), Ok(Decimal::from(6)));
        assert_eq!(annuity_factor(decimal("0.1"), 0), Ok(Decimal::ZERO));
    }

    #[test]
    fn the_annual_amount_is_worth_the_npv() {
        let annual = equivalent_annual_amount(decimal("1000"), decimal("0.09"), 5).unwrap();
        // 1000 * 0.09 / (1 - 1.09^-5), the textbook closed form.
        assert_eq!(annual.round_dp(6), decimal("257.092457"));
        let back = annual * annuity_factor(decimal("0.09"), 5).unwrap();
        assert_eq!(back.round_dp(20), decimal("1000"));
    }

    #[test]
    fn what_has_no_annual_amount() {
        let per_annum = equivalent_annual_amount;
        assert_eq!(per_annum(Decimal::ONE, decimal("0.1"), 0), Err(FinanceError::NoPeriod));
        assert_eq!(per_annum(Decimal::ONE, decimal("-1"), 3), Err(FinanceError::RateAtOrBelowMinusOne));
        assert_eq!(per_annum(Decimal::MAX, decimal("9999"), 1), Err(FinanceError::AmountTooLarge));
    }
}
