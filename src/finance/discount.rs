//! When amounts are taken to fall, and what one unit then is worth today.

use rust_decimal::{Decimal, MathematicalOps};

use crate::finance::error::FinanceError;

/// When the amount of column t falls, in periods after the decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timing {
    /// At t: the initial column is not discounted, every other falls at the end of its period.
    #[default]
    EndOfYear,
    /// At t - 1/2, in the middle of its period; the initial column stays at 0.
    MidYear,
    /// At t + 1: even the first amount is one period out, as spreadsheets' NPV has it.
    AllEnd,
}

/// The worth today of one unit in each of `n_columns` columns.
///
/// `rate` is per period (0.09 is 9 %). The factor is `1 / (1 + rate)^p` with p by `timing`, by repeated exact
/// multiplication and division; half a period is an exact square root to 28 digits. A factor too small for 28 places is
/// zero.
///
/// # Errors
/// `RateAtOrBelowMinusOne`; `AmountTooLarge` when a negative rate makes a factor grow beyond 28 digits.
///
/// Source: method 1, timing.
pub fn discount_factors(
    rate: Decimal,
    n_columns: usize,
    timing: Timing,
) -> Result<Vec<Decimal>, FinanceError> {
    let growth = growth(rate)?;
    let step = |factor: Decimal| factor.checked_div(growth).ok_or(FinanceError::AmountTooLarge);
    let mut factors = Vec::with_capacity(n_columns);
    let mut factor = match timing {
        Timing::EndOfYear | Timing::MidYear => Decimal::ONE,
        Timing::AllEnd => step(Decimal::ONE)?,
    };
    for column in 0..n_columns {
        if column > 0 {
            factor = step(factor)?;
        }
        if column == 1 && timing == Timing::MidYear {
            let half = growth.sqrt().expect("growth is positive");
            factor = factor.checked_mul(half).ok_or(FinanceError::AmountTooLarge)?;
        }
        factors.push(factor);
    }
    Ok(factors)
}

/// Present value of one amount per column, discounted by `timing`.
///
/// PV = sum over t of a_t * factor_t; amounts and answer in one currency, `rate` per period. No amounts are worth zero.
///
/// # Errors
/// As [`discount_factors`], and `AmountTooLarge` when the sum is beyond 28 digits.
pub fn present_value(amounts: &[Decimal], rate: Decimal, timing: Timing) -> Result<Decimal, FinanceError> {
    let factors = discount_factors(rate, amounts.len(), timing)?;
    discounted_sum(amounts.iter().copied().zip(factors))
}

/// Sum of amount times factor, checked at every step.
pub fn discounted_sum(terms: impl IntoIterator<Item = (Decimal, Decimal)>) -> Result<Decimal, FinanceError> {
    terms
        .into_iter()
        .try_fold(Decimal::ZERO, |sum, (amount, factor)| sum.checked_add(amount.checked_mul(factor)?))
        .ok_or(FinanceError::AmountTooLarge)
}

/// `(1 + rate)^-years` for a real number of years from 0 on; zero where it is too small for 28 places.
///
/// # Errors
/// As [`discount_factors`].
pub fn discount_factor_after(rate: Decimal, years: Decimal) -> Result<Decimal, FinanceError> {
    let growth = growth(rate)?;
    if growth < Decimal::ONE {
        let shrinking = Decimal::ONE.checked_div(growth).ok_or(FinanceError::AmountTooLarge)?;
        return shrinking.checked_powd(years).ok_or(FinanceError::AmountTooLarge);
    }
    // A power beyond 28 digits has an inverse below 28 places.
    Ok(growth.checked_powd(years).map_or(Decimal::ZERO, |power| Decimal::ONE / power))
}

/// The rate per twelfth of a year that compounds to `rate` per year: `(1 + rate)^(1/12) - 1`, never `rate / 12`.
///
/// # Errors
/// As [`discount_factors`].
pub fn periodic_rate(rate: Decimal) -> Result<Decimal, FinanceError> {
    let twelfth = Decimal::ONE / Decimal::from(12);
    let growth = growth(rate)?.checked_powd(twelfth).ok_or(FinanceError::AmountTooLarge)?;
    Ok(growth - Decimal::ONE)
}

/// `1 + rate`, above zero.
fn growth(rate: Decimal) -> Result<Decimal, FinanceError> {
    if rate <= Decimal::NEGATIVE_ONE {
        return Err(FinanceError::RateAtOrBelowMinusOne);
    }
    rate.checked_add(Decimal::ONE).ok_or(FinanceError::AmountTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn check(amounts: &[i64], rate: &str, timing: Timing, expected: &str) {
        let amounts: Vec<Decimal> = amounts.iter().copied().map(Decimal::from).collect();
        let found = present_value(&amounts, decimal(rate), timing).unwrap();
        assert_eq!(found.round_dp(12), decimal(expected), "{amounts:?} at {rate}, {timing:?}");
    }

    #[test]
    fn each_timing_discounts_its_own_way() {
        check(&[-100, 121], "0.21", Timing::EndOfYear, "0");
        check(&[-100, 121], "0.21", Timing::MidYear, "10");
        check(&[-100, 121], "0.21", Timing::AllEnd, "0");
        check(&[-100, 0, 121], "0.1", Timing::AllEnd, "0");
        check(&[121], "0.21", Timing::AllEnd, "100");
        check(&[121], "0.21", Timing::MidYear, "121");
        check(&[], "0.21", Timing::AllEnd, "0");
        check(&[0, 0, 1331], "0.21", Timing::MidYear, "1000");
    }

    #[test]
    fn negative_rates_make_later_amounts_dearer() {
        check(&[1, 1, 1], "-0.5", Timing::EndOfYear, "7");
        check(&[0, 3], "-0.75", Timing::MidYear, "6");
    }

    #[test]
    fn factors_keep_27_places() {
        let factors = discount_factors(decimal("0.09"), 6, Timing::EndOfYear).unwrap();
        // 1 / 1.09^5, to 50 digits.
        assert_eq!(factors[5].round_dp(26), decimal("0.64993138629834548405288188"));
        let mid_year = discount_factors(decimal("0.09"), 2, Timing::MidYear).unwrap();
        assert_eq!((mid_year[1] * mid_year[1] * decimal("1.09")).round_dp(26), Decimal::ONE);
    }

    #[test]
    fn what_is_too_small_is_zero_and_what_is_too_large_is_said() {
        let factors = discount_factors(Decimal::from(100), 40, Timing::EndOfYear).unwrap();
        assert_eq!(factors[39], Decimal::ZERO);
        let at_minus_99 = present_value(&[Decimal::ONE; 40], decimal("-0.99"), Timing::EndOfYear);
        assert_eq!(at_minus_99, Err(FinanceError::AmountTooLarge));
        assert_eq!(discount_factor_after(Decimal::from(100), Decimal::from(40)), Ok(Decimal::ZERO));
        assert_eq!(
            discount_factor_after(decimal("-0.99"), Decimal::from(40)),
            Err(FinanceError::AmountTooLarge)
        );
        let largest = discount_factors(Decimal::MAX, 3, Timing::EndOfYear);
        assert_eq!(largest, Err(FinanceError::AmountTooLarge));
        let smallest = decimal("-0.9999999999999999999999999999");
        assert_eq!(
            discount_factors(smallest, 2, Timing::EndOfYear).unwrap()[1],
            decimal("10000000000000000000000000000")
        );
        assert_eq!(
            present_value(&[Decimal::MAX; 2], Decimal::ZERO, Timing::EndOfYear),
            Err(FinanceError::AmountTooLarge)
        );
    }

    #[test]
    fn minus_100_per_cent_is_no_rate() {
        for timing in [Timing::EndOfYear, Timing::MidYear, Timing::AllEnd] {
            let result = discount_factors(Decimal::NEGATIVE_ONE, 0, timing);
            assert_eq!(result, Err(FinanceError::RateAtOrBelowMinusOne));
        }
        assert_eq!(periodic_rate(decimal("-2")), Err(FinanceError::RateAtOrBelowMinusOne));
    }

    #[test]
    fn twelve_months_at_the_periodic_rate_are_one_year() {
        for rate in ["0.09", "0.1", "-0.3", "2", "0"] {
            let monthly = periodic_rate(decimal(rate)).unwrap();
            let year = discount_factors(monthly, 13, Timing::EndOfYear).unwrap()[12];
            assert!(
                (year * (Decimal::ONE + decimal(rate)) - Decimal::ONE).abs()
                    < decimal("0.000000000000000000000001")
            );
        }
        assert_eq!(periodic_rate(decimal("0.09")).unwrap().round_dp(12), decimal("0.007207323316"));
    }
}
