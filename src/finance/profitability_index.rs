//! Profitability index: what one unit of the initial outlay brings back, in present value.

use rust_decimal::Decimal;

use crate::finance::discount::{Timing, discount_factors, discounted_sum};
use crate::finance::error::FinanceError;

/// Present value of everything after the initial amount, over the size of the initial amount.
///
/// PI = (sum over t >= 1 of a_t * factor_t) / |a_0 * factor_0| = 1 + NPV / |initial outlay|. Above 1 the flow is worth
/// its outlay. None without an outlay (no amounts, or a first one that is not negative).
///
/// # Errors
/// `RateAtOrBelowMinusOne`, `AmountTooLarge`.
pub fn profitability_index(
    amounts: &[Decimal],
    rate: Decimal,
    timing: Timing,
) -> Result<Option<Decimal>, FinanceError> {
    let factors = discount_factors(rate, amounts.len(), timing)?;
    let mut terms = amounts.iter().copied().zip(factors);
    let Some(initial) = terms.next().filter(|(amount, _)| *amount < Decimal::ZERO) else { return Ok(None) };
    let outlay = -discounted_sum([initial])?;
    discounted_sum(terms)?.checked_div(outlay).map(Some).ok_or(FinanceError::AmountTooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(amounts: &[i64], rate: &str, timing: Timing) -> Option<Decimal> {
        let amounts: Vec<Decimal> = amounts.iter().copied().map(Decimal::from).collect();
        profitability_index(&amounts, rate.parse().unwrap(), timing).unwrap().map(|index| index.round_dp(20))
    }

    #[test]
    fn later_payments_are_taken_off_what_comes_back() {
        assert_eq!(index(&[-100, 220, -121], "0.1", Timing::EndOfYear), Some(Decimal::ONE));
        assert_eq!(index(&[-100, 220], "0.1", Timing::AllEnd), Some(Decimal::TWO));
        assert_eq!(index(&[-100], "0.1", Timing::EndOfYear), Some(Decimal::ZERO));
    }

    #[test]
    fn without_an_outlay_there_is_no_index() {
        for amounts in [&[] as &[i64], &[0, -100, 50], &[100, -50]] {
            assert_eq!(index(amounts, "0.1", Timing::EndOfYear), None);
        }
    }
}
