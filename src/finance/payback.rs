//! Payback: how long until the amounts received have made up for those paid, for good or for the moment.

use rust_decimal::Decimal;

use crate::finance::discount::{Timing, discount_factors};
use crate::finance::error::FinanceError;

/// The three paybacks of one flow, in periods from t = 0; none where the flow does not pay back.
///
/// They differ where cash comes early and must be handed back, as a prepaid float does: such a flow crosses zero soon
/// (`first`) and yet never pays back for good (`sustained`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payback {
    /// First time the cumulative flow rises to zero or above.
    pub first: Option<Decimal>,
    /// Last time it does, if it ends there.
    pub sustained: Option<Decimal>,
    /// The same as `sustained` on discounted amounts.
    pub discounted: Option<Decimal>,
}

/// All three paybacks; see [`first_payback`], [`sustained_payback`] and [`discounted_payback`].
///
/// # Errors
/// `RateAtOrBelowMinusOne`, `AmountTooLarge`.
pub fn payback(amounts: &[Decimal], rate: Decimal, timing: Timing) -> Result<Payback, FinanceError> {
    Ok(Payback {
        first: first_payback(amounts)?,
        sustained: sustained_payback(amounts)?,
        discounted: discounted_payback(amounts, rate, timing)?,
    })
}

/// When the cumulative flow first rises from below zero to zero or above, in periods from t = 0.
///
/// Column t holds the amount at t; inside a period the amount is taken to come in evenly, so a crossing in period t lies
/// at `t - 1 + (-C(t-1)) / a_t`, C the cumulative flow. A flow that is never below zero pays back at 0, one without
/// amounts or without a crossing never.
///
/// # Errors
/// `AmountTooLarge`.
pub fn first_payback(amounts: &[Decimal]) -> Result<Option<Decimal>, FinanceError> {
    let cumulative = cumulative(amounts)?;
    if cumulative.is_empty() || cumulative.iter().all(|sum| *sum >= Decimal::ZERO) {
        return Ok((!cumulative.is_empty()).then_some(Decimal::ZERO));
    }
    Ok(crossings(amounts, &cumulative).next())
}

/// When the cumulative flow rises above zero for the last time, if it is not below zero in the end.
///
/// Interpolation and limits as for [`first_payback`].
///
/// # Errors
/// `AmountTooLarge`.
pub fn sustained_payback(amounts: &[Decimal]) -> Result<Option<Decimal>, FinanceError> {
    let cumulative = cumulative(amounts)?;
    match cumulative.last() {
        Some(end) if *end >= Decimal::ZERO => {
            Ok(Some(crossings(amounts, &cumulative).last().unwrap_or(Decimal::ZERO)))
        }
        Some(_) | None => Ok(None),
    }
}

/// Sustained payback of the discounted amounts; each keeps its column, `timing` only says how far it is discounted.
///
/// # Errors
/// `RateAtOrBelowMinusOne`, `AmountTooLarge`.
pub fn discounted_payback(
    amounts: &[Decimal],
    rate: Decimal,
    timing: Timing,
) -> Result<Option<Decimal>, FinanceError> {
    let factors = discount_factors(rate, amounts.len(), timing)?;
    let discounted: Option<Vec<Decimal>> =
        amounts.iter().zip(factors).map(|(amount, factor)| amount.checked_mul(factor)).collect();
    sustained_payback(&discounted.ok_or(FinanceError::AmountTooLarge)?)
}

/// Every time the cumulative flow rises from below zero to zero or above, ascending.
fn crossings(amounts: &[Decimal], cumulative: &[Decimal]) -> impl Iterator<Item = Decimal> {
    (0u32..).zip(cumulative.windows(2).zip(&amounts[1..])).filter_map(|(period, (pair, amount))| {
        let is_crossing = pair[0] < Decimal::ZERO && pair[1] >= Decimal::ZERO;
        is_crossing.then(|| Decimal::from(period) + share(-pair[0], *amount))
    })
}

/// `part / whole` for `0 < part <= whole`, within 0..=1 whatever their size.
fn share(part: Decimal, whole: Decimal) -> Decimal {
    part.checked_div(whole).expect("a part is not larger than its whole, and the whole is above zero")
}

fn cumulative(amounts: &[Decimal]) -> Result<Vec<Decimal>, FinanceError> {
    let mut sum = Decimal::ZERO;
    let add = |amount: &Decimal| {
        sum = sum.checked_add(*amount).ok_or(FinanceError::AmountTooLarge)?;
        Ok(sum)
    };
    amounts.iter().map(add).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(amounts: &[i64], rate: &str, expected: [Option<&str>; 3]) {
        let decimals: Vec<Decimal> = amounts.iter().copied().map(Decimal::from).collect();
        let found = payback(&decimals, rate.parse().unwrap(), Timing::EndOfYear).unwrap();
        let found =
            [found.first, found.sustained, found.discounted].map(|time| time.map(|time| time.round_dp(4)));
        assert_eq!(
            found,
            expected.map(|time| time.map(|time| time.parse().unwrap())),
            "{amounts:?} at {rate}"
        );
    }

    #[test]
    fn an_ordinary_flow_pays_back_once() {
        check(&[-10000, 5000, 4000, 3000, 1000], "0.1", [Some("2.3333"), Some("2.3333"), Some("2.9533")]);
        check(&[-100, 50, 50], "0", [Some("2"), Some("2"), Some("2")]);
        check(&[-100, 50, 50], "0.01", [Some("2"), Some("2"), None]);
        check(&[-100, 50], "0", [None, None, None]);
    }

    #[test]
    fn cash_that_must_be_handed_back_does_not_pay_back() {
        // Method 7.1: the float turns the sum positive in year one, the hand-back in the end negative again.
        check(&[-84, 100, 0, 0, 0, -20], "0.09", [Some("0.84"), None, None]);
        check(&[-50, 100, 0, 0, 0, -60], "0.09", [Some("0.5"), None, Some("0.545")]);
        check(&[-50, 100, -60, 30], "0", [Some("0.5"), Some("2.3333"), Some("2.3333")]);
    }

    #[test]
    fn a_flow_never_below_zero_pays_back_at_once() {
        check(&[100, -50, -50], "0", [Some("0"), Some("0"), Some("0")]);
        check(&[0, 0], "0.1", [Some("0"), Some("0"), Some("0")]);
        check(&[], "0.1", [None, None, None]);
    }

    #[test]
    fn a_flow_that_starts_above_zero_pays_back_when_it_returns_there() {
        check(&[100, -300, 400], "0", [Some("1.5"), Some("1.5"), Some("1.5")]);
        check(&[0, -100, 200], "0", [Some("1.5"), Some("1.5"), Some("1.5")]);
        check(&[100, -300], "0", [None, None, None]);
    }

    #[test]
    fn sums_too_large_are_said() {
        let result = payback(&[Decimal::MAX, Decimal::MAX], Decimal::ZERO, Timing::EndOfYear);
        assert_eq!(result, Err(FinanceError::AmountTooLarge));
    }
}
