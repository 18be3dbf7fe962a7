//! The modified rate of return: one rate even where the flow turns several times.

use rust_decimal::Decimal;

use crate::finance::error::FinanceError;
use crate::finance::irr::NoRateReason;
use crate::quantity::real::real;

/// The modified rate of return, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModifiedRateOfReturn {
    /// Per period, 0.09 is 9 %.
    pub rate: Option<f64>,
    /// Why there is no rate; none when there is one.
    pub reason: Option<NoRateReason>,
}

/// Modified rate of return of one amount per period.
///
/// MIRR = (FV of the positive amounts at `reinvest_rate` / -PV of the negative ones at `finance_rate`)^(1/(n-1)) - 1
/// with n the number of amounts, zeros included; FV at the last, PV at the first period. All rates per period. Without
/// both a positive and a negative amount there is no rate.
///
/// # Errors
/// `RateAtOrBelowMinusOne` when either rate is.
///
/// Source: method 1; the same as spreadsheets' MIRR.
pub fn mirr(
    amounts: &[Decimal],
    finance_rate: Decimal,
    reinvest_rate: Decimal,
) -> Result<ModifiedRateOfReturn, FinanceError> {
    if finance_rate <= Decimal::NEGATIVE_ONE || reinvest_rate <= Decimal::NEGATIVE_ONE {
        return Err(FinanceError::RateAtOrBelowMinusOne);
    }
    if let Some(reason) = NoRateReason::of_amounts(amounts) {
        return Ok(ModifiedRateOfReturn { rate: None, reason: Some(reason) });
    }
    let n_periods = (amounts.len() - 1) as f64;
    let ln_reinvest = ln_growth(reinvest_rate);
    let received = ln_present_value(amounts.iter().map(|amount| (*amount).max(Decimal::ZERO)), ln_reinvest);
    let paid =
        ln_present_value(amounts.iter().map(|amount| (-*amount).max(Decimal::ZERO)), ln_growth(finance_rate));
    let ln_future_value = received + n_periods * ln_reinvest;
    let rate = ((ln_future_value - paid) / n_periods).exp_m1();
    Ok(ModifiedRateOfReturn { rate: Some(rate), reason: None })
}

/// `ln (1 + rate)`, accurate for rates near zero and near -1 alike.
fn ln_growth(rate: Decimal) -> f64 {
    if rate < Decimal::NEGATIVE_ONE / Decimal::TWO {
        real(Decimal::ONE + rate).ln()
    } else {
        real(rate).ln_1p()
    }
}

/// `ln` of the present value of amounts of which none is negative and one is positive; of any size.
fn ln_present_value(amounts: impl Iterator<Item = Decimal>, ln_growth: f64) -> f64 {
    let logarithms: Vec<f64> = (0u32..)
        .zip(amounts)
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(period, amount)| real(amount).ln() - f64::from(period) * ln_growth)
        .collect();
    let largest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + logarithms.iter().map(|logarithm| (logarithm - largest).exp()).sum::<f64>().ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(amounts: &[i64], finance_rate: &str, reinvest_rate: &str) -> ModifiedRateOfReturn {
        let amounts: Vec<Decimal> = amounts.iter().copied().map(Decimal::from).collect();
        mirr(&amounts, finance_rate.parse().unwrap(), reinvest_rate.parse().unwrap()).unwrap()
    }

    #[test]
    fn one_payment_and_one_return_need_no_rates() {
        for (finance_rate, reinvest_rate) in [("0", "0"), ("0.1", "0.5"), ("-0.999", "99")] {
            let rate = found(&[-100, 0, 121], finance_rate, reinvest_rate).rate.unwrap();
            assert!((rate - 0.1).abs() < 1e-14);
        }
    }

    #[test]
    fn three_hundred_and_sixty_months_at_any_rate() {
        let amounts: Vec<i64> = (0..361).map(|month| if month == 0 { -1000 } else { 20 }).collect();
        let rate = found(&amounts, "100", "100").rate.unwrap();
        // The first receipt grows at 100 for 359 months: 20 * (101^360 - 1) / 100 / 1000, to the power 1/360.
        let expected = ((20.0f64 / 100.0 / 1000.0).ln() / 360.0 + 101.0f64.ln()).exp_m1();
        assert!((rate - expected).abs() < 1e-10);
    }

    #[test]
    fn without_both_signs_there_is_no_rate() {
        assert_eq!(found(&[-100, -50], "0.1", "0.1").reason, Some(NoRateReason::SameSign));
        assert_eq!(found(&[], "0.1", "0.1").reason, Some(NoRateReason::Empty));
        assert_eq!(found(&[0, 0], "0.1", "0.1").reason, Some(NoRateReason::AllZero));
        assert_eq!(found(&[100], "0.1", "0.1").rate, None);
    }

    #[test]
    fn minus_100_per_cent_is_no_rate() {
        let amounts = [Decimal::NEGATIVE_ONE, Decimal::ONE];
        for (finance_rate, reinvest_rate) in [(-1, 0), (0, -1)] {
            let result = mirr(&amounts, Decimal::from(finance_rate), Decimal::from(reinvest_rate));
            assert_eq!(result, Err(FinanceError::RateAtOrBelowMinusOne));
        }
    }
}
