//! Net present value of a flow: one amount per period, or amounts with dates.

use rust_decimal::Decimal;

use crate::finance::day_count::{DAYS_PER_YEAR, DatedAmount, amounts_by_day};
use crate::finance::discount::{Timing, discount_factor_after, discounted_sum, present_value};
use crate::finance::error::FinanceError;

/// Net present value of net amounts per period, the initial one first.
///
/// NPV = sum over t of a_t / (1 + r)^p(t), p(t) = t by default (see [`Timing`]). Amounts and answer in one currency,
/// `rate` per period. An empty flow is worth zero.
///
/// # Errors
/// `RateAtOrBelowMinusOne`, `AmountTooLarge`.
pub fn npv(amounts: &[Decimal], rate: Decimal, timing: Timing) -> Result<Decimal, FinanceError> {
    present_value(amounts, rate, timing)
}

/// Net present value of dated amounts on the earliest of their dates.
///
/// XNPV = sum over k of a_k / (1 + r)^(d_k / 365), d_k the days from the earliest date to that of a_k. `rate` is per
/// year. Dates may come in any order; amounts of one date are added first; an empty flow is worth zero.
///
/// # Errors
/// `RateAtOrBelowMinusOne`, `AmountTooLarge`.
pub fn xnpv(flow: &[DatedAmount], rate: Decimal) -> Result<Decimal, FinanceError> {
    let amounts = amounts_by_day(flow)?;
    let mut terms = Vec::with_capacity(amounts.len());
    for (days, amount) in amounts {
        let years = Decimal::from(days) / Decimal::from(DAYS_PER_YEAR);
        terms.push((amount, discount_factor_after(rate, years)?));
    }
    discounted_sum(terms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finance::day_count::date_from_iso;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn flow(entries: &[(&str, i64)]) -> Vec<DatedAmount> {
        let dated = |(date, amount): &(&str, i64)| DatedAmount {
            date: date_from_iso(date).unwrap(),
            amount: Decimal::from(*amount),
        };
        entries.iter().map(dated).collect()
    }

    #[test]
    fn dated_amounts_in_any_order() {
        // The example of the spreadsheet manuals for XNPV: 2086.65 at 9 %.
        let mut entries = [
            ("2008-01-01", -10000),
            ("2008-03-01", 2750),
            ("2008-10-30", 4250),
            ("2009-02-15", 3250),
            ("2009-04-01", 2750),
        ];
        let expected = xnpv(&flow(&entries), decimal("0.09")).unwrap();
        assert_eq!(expected.round_dp(6), decimal("2086.647602"));
        entries.reverse();
        assert_eq!(xnpv(&flow(&entries), decimal("0.09")).unwrap(), expected);
    }

    #[test]
    fn whole_years_of_365_days_agree_with_periods() {
        let dated = flow(&[("2021-01-01", -1000), ("2022-01-01", 600), ("2023-01-01", 600)]);
        let periodic = [-1000, 600, 600].map(Decimal::from);
        for rate in ["0.09", "-0.4", "3", "0"] {
            let by_dates = xnpv(&dated, decimal(rate)).unwrap();
            let by_periods = npv(&periodic, decimal(rate), Timing::EndOfYear).unwrap();
            assert_eq!(by_dates.round_dp(20), by_periods.round_dp(20));
        }
    }

    #[test]
    fn nothing_is_worth_nothing() {
        assert_eq!(xnpv(&[], decimal("0.1")), Ok(Decimal::ZERO));
        assert_eq!(npv(&[], decimal("0.1"), Timing::EndOfYear), Ok(Decimal::ZERO));
    }

    #[test]
    fn minus_100_per_cent_is_no_rate() {
        let dated = flow(&[("2021-01-01", -1000)]);
        assert_eq!(xnpv(&dated, Decimal::NEGATIVE_ONE), Err(FinanceError::RateAtOrBelowMinusOne));
    }
}
