//! Internal rates of return: every rate at which a flow is worth nothing, or the reason why there is none.

use rust_decimal::Decimal;

use crate::finance::day_count::{DAYS_PER_YEAR, DatedAmount, amounts_by_day};
use crate::finance::error::FinanceError;
use crate::finance::positive_roots::positive_roots;
use crate::finance::power_sum::PowerSum;
use crate::finance::wide::Wide;

/// All internal rates of return of a flow.
///
/// One root is *the* rate. With several none of them is, and the net present value or the modified rate must decide.
#[derive(Clone, Debug, PartialEq)]
pub struct InternalRatesOfReturn {
    /// Every real rate above -1 (0.09 is 9 %), ascending, each once; per period or, for dated amounts, per year.
    ///
    /// A rate above 10^308, which amounts a few days apart may have, cannot be written and is left out.
    pub roots: Vec<f64>,
    /// How often the sign turns from one amount to the next, zeros left out; no more roots exist.
    pub sign_changes: usize,
    /// Why `roots` is empty; none when it is not.
    pub reason: Option<NoRateReason>,
}

/// Why a flow has no rate of return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRateReason {
    /// There is no amount.
    Empty,
    /// Every amount is zero: every rate would do.
    AllZero,
    /// All amounts are paid, or all received: no rate makes them cancel.
    SameSign,
    /// The signs turn, but the present value is zero at no rate.
    NoRealRoot,
    /// Amounts of one day are netted, and what is left does not change sign: only dated amounts have this reason.
    SameDay,
    /// The only rates are larger than 10^308, from amounts a few days apart.
    BeyondRange,
}

impl NoRateReason {
    /// The reason as written in machine-readable results.
    pub fn code(self) -> &'static str {
        match self {
            NoRateReason::Empty => "empty",
            NoRateReason::AllZero => "all_zero",
            NoRateReason::SameSign => "same_sign",
            NoRateReason::NoRealRoot => "no_real_root",
            NoRateReason::SameDay => "same_day",
            NoRateReason::BeyondRange => "beyond_range",
        }
    }

    /// The reason a flow of these amounts has no rate whatever the dates, if so.
    pub fn of_amounts(amounts: &[Decimal]) -> Option<NoRateReason> {
        let is_any = |sign: fn(&Decimal) -> bool| amounts.iter().any(sign);
        NoRateReason::of_signs(
            amounts.len(),
            is_any(|amount| *amount < Decimal::ZERO),
            is_any(|amount| *amount > Decimal::ZERO),
        )
    }

    fn of_signs(n_amounts: usize, is_any_negative: bool, is_any_positive: bool) -> Option<NoRateReason> {
        match (is_any_negative, is_any_positive) {
            (true, true) => None,
            (false, false) if n_amounts == 0 => Some(NoRateReason::Empty),
            (false, false) => Some(NoRateReason::AllZero),
            (true, false) | (false, true) => Some(NoRateReason::SameSign),
        }
    }
}

/// Every internal rate of return of one amount per period, the initial one first.
///
/// The rates r > -1 with sum over t of a_t / (1 + r)^t = 0. With x = 1/(1+r) these are the positive roots of a
/// polynomial, all of which `positive_roots` finds; the amounts are taken as the exact decimals they are.
pub fn irr(amounts: &[Decimal]) -> InternalRatesOfReturn {
    let terms = (0..).zip(amounts.iter().copied().map(Wide::from_decimal_times_10_to_28)).collect();
    rates(terms, 1, DECIMAL_UNCERTAINTY)
}

/// As [`irr`] for amounts known only as reals, of any size and each meant to half a unit of its last place.
///
/// # Panics
/// When an amount is infinite or not a number.
pub fn irr_of_reals(amounts: &[f64]) -> InternalRatesOfReturn {
    assert!(amounts.iter().all(|amount| amount.is_finite()), "amounts are finite");
    let terms = (0..).zip(amounts.iter().copied().map(Wide::from_real)).collect();
    rates(terms, 1, f64::EPSILON / 2.0)
}

/// Every internal rate of return per year of dated amounts, in any order.
///
/// The rates r > -1 with sum over k of a_k / (1 + r)^(d_k / 365) = 0, d_k the days since the earliest date: with
/// x = (1+r)^(-1/365) again a polynomial, in days. Amounts of one date are added first; `sign_changes` counts in order of
/// date.
///
/// # Errors
/// `AmountTooLarge` when amounts of one date cannot be added exactly.
pub fn xirr(flow: &[DatedAmount]) -> Result<InternalRatesOfReturn, FinanceError> {
    let amounts = amounts_by_day(flow)?;
    let wide = |(days, amount): (u32, Decimal)| (u64::from(days), Wide::from_decimal_times_10_to_28(amount));
    let mut found = rates(amounts.into_iter().map(wide).collect(), DAYS_PER_YEAR, DECIMAL_UNCERTAINTY);
    let entered: Vec<Decimal> = flow.iter().map(|entry| entry.amount).collect();
    let is_netted = matches!(found.reason, Some(NoRateReason::AllZero | NoRateReason::SameSign));
    if is_netted && NoRateReason::of_amounts(&entered).is_none() {
        found.reason = Some(NoRateReason::SameDay);
    }
    Ok(found)
}

/// Amounts computed in exact decimals are rounded in the 28th digit; 2^-90 is 8 in the 28th place.
const DECIMAL_UNCERTAINTY: f64 = 1.0 / (1u128 << 90) as f64;

/// The rates at which the terms (position in time, amount) cancel; positions rise, `per_rate` of them make one rate.
fn rates(mut terms: Vec<(u64, Wide)>, per_rate: u32, uncertainty: f64) -> InternalRatesOfReturn {
    let n_amounts = terms.len();
    terms.retain(|(_, amount)| !amount.is_zero());
    let is_any_negative = terms.iter().any(|(_, amount)| amount.is_negative());
    let is_any_positive = terms.iter().any(|(_, amount)| !amount.is_negative());
    if let Some(reason) = NoRateReason::of_signs(n_amounts, is_any_negative, is_any_positive) {
        return InternalRatesOfReturn { roots: Vec::new(), sign_changes: 0, reason: Some(reason) };
    }
    let start = terms.first().map_or(0, |term| term.0);
    let step = terms.iter().fold(0, |step, term| greatest_common_divisor(step, term.0 - start));
    let exponents = terms.iter().map(|term| (term.0 - start) / step).collect();
    let sum = PowerSum::new(exponents, terms.into_iter().map(|term| term.1).collect(), uncertainty);
    let sign_changes = sum.sign_changes();
    let found = positive_roots(sum);
    // x = (1 + r)^(-step / per_rate), so the largest x is the smallest rate.
    let power = f64::from(per_rate) / step as f64;
    let mut roots: Vec<f64> =
        found.logarithms.iter().rev().map(|ln_x| rate_above_minus_one(-power * ln_x)).collect();
    let n_found = roots.len();
    roots.retain(|root| root.is_finite());
    let is_any_beyond_range = found.is_any_beyond_range || roots.len() < n_found;
    roots.dedup();
    let none = if is_any_beyond_range { NoRateReason::BeyondRange } else { NoRateReason::NoRealRoot };
    let reason = roots.is_empty().then_some(none);
    InternalRatesOfReturn { roots, sign_changes, reason }
}

/// `e^logarithm - 1`; a rate nearer to -1 than reals lie there is given as the first real above -1.
fn rate_above_minus_one(logarithm: f64) -> f64 {
    // Adding zero turns -0 into 0.
    logarithm.exp_m1().max((-1.0f64).next_up()) + 0.0
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finance::day_count::date_from_iso;

    fn decimals(amounts: &str) -> Vec<Decimal> {
        amounts.split_whitespace().map(|amount| amount.parse().unwrap()).collect()
    }

    fn check(amounts: &str, expected: &[f64]) {
        let found = irr(&decimals(amounts)).roots;
        assert_eq!(found.len(), expected.len(), "{amounts} gave {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() <= 1e-14 * (1.0 + expected.abs()),
                "{amounts}: {found} is not {expected}"
            );
        }
    }

    fn check_dated(entries: &[(&str, &str)], expected: &[f64]) {
        let dated = |(date, amount): &(&str, &str)| DatedAmount {
            date: date_from_iso(date).unwrap(),
            amount: amount.parse().unwrap(),
        };
        let flow: Vec<DatedAmount> = entries.iter().map(dated).collect();
        let found = xirr(&flow).unwrap().roots;
        assert_eq!(found.len(), expected.len(), "{entries:?} gave {found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() <= 1e-9 * (1.0 + expected.abs()),
                "{entries:?}: {found} is not {expected}"
            );
        }
    }

    #[test]
    fn one_several_and_repeated_rates() {
        check("-100 110", &[0.1]);
        check("-1600 10000 -10000", &[0.25, 4.0]);
        check("-252 1431 -3035 2850 -1000", &[0.25, 1.0 / 3.0, 3.0 / 7.0, 2.0 / 3.0]);
        check("-100 220 -121", &[0.1]);
        check("-1000 3300 -3630 1331", &[0.1]);
        check("-100.10 220.22 -121.121", &[0.1]);
    }

    #[test]
    fn rates_at_the_ends_of_the_range() {
        check("-1 101", &[100.0]);
        check("-1 0.00001", &[-0.99999]);
        check("-1 1000000000000", &[999_999_999_999.0]);
        check("-79228162514264337593543950335 0.0000000000000000000000000001", &[(-1.0f64).next_up()]);
        check("-100 50 50", &[0.0]);
    }

    #[test]
    fn periods_without_amounts_shift_nothing() {
        check("0 0 -100 0 121 0 0", &[0.1]);
        check("0 -1600 10000 -10000 0", &[0.25, 4.0]);
    }

    #[test]
    fn every_reason_for_no_rate() {
        let reason = |amounts: &str| irr(&decimals(amounts)).reason;
        assert_eq!(reason(""), Some(NoRateReason::Empty));
        assert_eq!(reason("0 0 0.00"), Some(NoRateReason::AllZero));
        assert_eq!(reason("-1 0 -3"), Some(NoRateReason::SameSign));
        assert_eq!(reason("5"), Some(NoRateReason::SameSign));
        assert_eq!(reason("100 -200 101"), Some(NoRateReason::NoRealRoot));
        assert_eq!(irr(&decimals("100 -200 101")).sign_changes, 2);
        assert_eq!(reason("-100 110"), None);
    }

    #[test]
    fn reals_that_touch_zero_within_their_last_place_count_as_touching() {
        let scaled: Vec<f64> = [-100.0, 220.0, -121.0].iter().map(|amount| amount * 0.3).collect();
        let found = irr_of_reals(&scaled).roots;
        assert_eq!(found.len(), 1);
        assert!((found[0] - 0.1).abs() < 1e-7);
    }

    #[test]
    fn dated_amounts() {
        // The example of the spreadsheet manuals for XIRR: 37.34 %.
        let manual = [
            ("2009-04-01", "2750"),
            ("2008-03-01", "2750"),
            ("2008-01-01", "-10000"),
            ("2008-10-30", "4250"),
            ("2009-02-15", "3250"),
        ];
        check_dated(&manual, &[0.373_362_533_518]);
        check_dated(&[("2021-01-01", "-100"), ("2022-01-01", "220"), ("2023-01-01", "-121")], &[0.1]);
        check_dated(&[("2021-01-01", "-150"), ("2022-01-01", "110"), ("2021-01-01", "50")], &[0.1]);
        check_dated(
            &[("2021-01-01", "-100"), ("2031-01-01", "0.01")],
            &[f64::powf(1e-4, 365.0 / 3652.0) - 1.0],
        );
    }

    #[test]
    fn signs_that_go_when_one_day_is_netted_are_a_reason_of_their_own() {
        let day = |text: &str, amount: i64| DatedAmount {
            date: date_from_iso(text).unwrap(),
            amount: amount.into(),
        };
        let reason = |flow: &[DatedAmount]| xirr(flow).unwrap().reason;
        assert_eq!(reason(&[day("2026-01-01", -100), day("2026-01-01", 150)]), Some(NoRateReason::SameDay));
        assert_eq!(reason(&[day("2026-01-01", -100), day("2026-01-01", 100)]), Some(NoRateReason::SameDay));
        assert_eq!(reason(&[day("2026-01-01", 100), day("2026-01-01", 100)]), Some(NoRateReason::SameSign));
        assert_eq!(reason(&[day("2026-01-01", 0), day("2026-01-01", 0)]), Some(NoRateReason::AllZero));
    }

    #[test]
    fn a_rate_too_large_to_write_is_a_reason_of_its_own() {
        let day = |text: &str, amount: i64| DatedAmount {
            date: date_from_iso(text).unwrap(),
            amount: amount.into(),
        };
        let found = xirr(&[day("2026-01-01", -1), day("2026-01-02", 1000)]).unwrap();
        assert_eq!((found.roots, found.reason), (vec![], Some(NoRateReason::BeyondRange)));
        let lost = xirr(&[day("2026-01-01", -1000), day("2026-01-02", 1)]).unwrap();
        assert_eq!(lost.roots, [(-1.0f64).next_up()]);
    }
}
