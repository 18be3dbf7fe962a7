//! The calculator's answers, in words for people and in JSON for machines.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use utoipa::ToSchema;

use super::view_amount::ExactDecimal;
use super::view_word::NoRateWord;
use crate::finance::irr::{InternalRatesOfReturn, NoRateReason};
use crate::finance::mirr::ModifiedRateOfReturn;
use crate::finance::payback::Payback;
use crate::quantity::real::{exact, real};

/// What the calculator was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum FinanceAnswer {
    /// In the currency of the amounts.
    NetPresentValue(Decimal),
    RatesOfReturn(InternalRatesOfReturn),
    ModifiedRate(ModifiedRateOfReturn),
    /// The discounted payback is left out of the words where no rate was given.
    Payback {
        payback: Payback,
        is_rate_given: bool,
    },
}

/// `npv` and `xnpv` as JSON.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = NetPresentValueAnswer)]
pub struct NetPresentValueDocument {
    /// A decimal string in the currency of the amounts, not rounded: `"15.5"`.
    #[schema(value_type = ExactDecimal)]
    pub npv: String,
}

/// `irr` and `xirr` as JSON.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = RatesOfReturnAnswer)]
pub struct RatesOfReturnDocument {
    /// Every rate above -1, ascending, 0.09 for 9 %; per period, or per year for dated amounts.
    pub roots: Vec<f64>,
    /// How often the sign turns from one amount to the next, zeros left out.
    pub sign_changes: usize,
    /// Null, or why `roots` is empty: `empty`, `all_zero`, `same_sign`, `same_day` (signs
    /// that go when amounts of one day are netted), `no_real_root` or `beyond_range`.
    #[schema(value_type = Option<NoRateWord>, required)]
    pub reason: Option<&'static str>,
}

/// `mirr` as JSON.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ModifiedRateAnswer)]
pub struct ModifiedRateDocument {
    /// Per period, 0.09 for 9 %; null when there is none.
    #[schema(required)]
    pub mirr: Option<f64>,
    /// Null, or why there is none: `empty`, `all_zero` or `same_sign`.
    #[schema(value_type = Option<NoRateWord>, required)]
    pub reason: Option<&'static str>,
}

/// `payback` as JSON; periods from t = 0, null for never.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = PaybackAnswer)]
pub struct PaybackDocument {
    /// First time the cumulative flow rises to zero or above.
    #[schema(required)]
    pub first: Option<f64>,
    /// Last time it does, if it does not end below zero.
    #[schema(required)]
    pub sustained: Option<f64>,
    /// The same on discounted amounts; null also when no rate was given.
    #[schema(required)]
    pub discounted: Option<f64>,
}

impl FinanceAnswer {
    /// The answer as one line of JSON; see the documents of this file.
    pub fn in_json(&self) -> String {
        let text = match self {
            FinanceAnswer::NetPresentValue(npv) => {
                serde_json::to_string(&NetPresentValueDocument { npv: npv.normalize().to_string() })
            }
            FinanceAnswer::RatesOfReturn(rates) => serde_json::to_string(&RatesOfReturnDocument {
                roots: rates.roots.clone(),
                sign_changes: rates.sign_changes,
                reason: rates.reason.map(NoRateReason::code),
            }),
            FinanceAnswer::ModifiedRate(modified) => serde_json::to_string(&ModifiedRateDocument {
                mirr: modified.rate,
                reason: modified.reason.map(NoRateReason::code),
            }),
            FinanceAnswer::Payback { payback, is_rate_given: _ } => serde_json::to_string(&PaybackDocument {
                first: payback.first.map(real),
                sustained: payback.sustained.map(real),
                discounted: payback.discounted.map(real),
            }),
        };
        text.expect("strings, numbers and nulls always have a JSON form")
    }

    /// The answer in one or a few lines; amounts and periods to two places, rates to two or, where that hides them, four.
    pub fn in_words(&self) -> String {
        match self {
            FinanceAnswer::NetPresentValue(npv) => format!("Net present value: {}", two_places(*npv)),
            FinanceAnswer::RatesOfReturn(rates) => rates_in_words(rates),
            FinanceAnswer::ModifiedRate(modified) => match (modified.rate, modified.reason) {
                (Some(rate), _) => format!("Modified rate of return: {}", per_cent(rate)),
                (None, reason) => format!("No modified rate of return{}", because(reason)),
            },
            FinanceAnswer::Payback { payback, is_rate_given } => payback_in_words(payback, *is_rate_given),
        }
    }
}

fn rates_in_words(rates: &InternalRatesOfReturn) -> String {
    match rates.roots.as_slice() {
        [] => format!("No internal rate of return{}", because(rates.reason)),
        [rate] => format!("Internal rate of return: {}", per_cent(*rate)),
        several => {
            let list: Vec<String> = several.iter().copied().map(per_cent).collect();
            format!(
                "Internal rates of return: {}\nWarning: the amounts change sign {} times and {} rates make their present \
                 value zero, so none of them is the return. Decide by the net present value or the modified rate (mirr).",
                list.join(", "),
                rates.sign_changes,
                several.len()
            )
        }
    }
}

fn payback_in_words(payback: &Payback, is_rate_given: bool) -> String {
    let simple = match (payback.first, payback.sustained) {
        // Only a sum that is never below zero is paid back at 0: later crossings lie after it.
        (Some(first), _) if first.is_zero() => {
            "Payback: nothing is to be paid back; the sum of the amounts is never below zero".to_string()
        }
        (None, _) => "Payback: never".to_string(),
        (Some(first), None) => {
            format!("Payback: none that lasts; zero is first reached after {}, but not kept", periods(first))
        }
        (Some(first), Some(sustained)) if first < sustained => {
            format!(
                "Payback: after {} for good, after {} for the first time",
                periods(sustained),
                periods(first)
            )
        }
        (Some(first), Some(_)) => format!("Payback: after {}", periods(first)),
    };
    if !is_rate_given {
        return simple;
    }
    let discounted = match payback.discounted {
        None => "never".to_string(),
        Some(time) if time.is_zero() => "nothing is to be paid back".to_string(),
        Some(time) => format!("after {}", periods(time)),
    };
    format!("{simple}\nDiscounted payback: {discounted}")
}

fn because(reason: Option<NoRateReason>) -> &'static str {
    match reason {
        Some(NoRateReason::Empty) => ": there are no amounts.",
        Some(NoRateReason::AllZero) => ": every amount is zero.",
        Some(NoRateReason::SameSign) => ": all amounts have the same sign, so no rate makes them cancel.",
        Some(NoRateReason::NoRealRoot) => {
            ": the amounts change sign, but no rate makes their present value zero."
        }
        Some(NoRateReason::SameDay) => {
            ": amounts of one day are netted first, and what is left does not change sign, so no rate makes it cancel."
        }
        Some(NoRateReason::BeyondRange) => ": only a rate above 10^308 would make their present value zero.",
        None => ".",
    }
}

fn periods(time: Decimal) -> String {
    format!("{} periods", two_places(time))
}

/// Two places, half away from zero as spreadsheets do.
fn two_places(amount: Decimal) -> String {
    let rounded = rounded(amount, 2);
    // What rounds to zero is written without a sign.
    format!("{:.2}", if rounded.is_zero() { Decimal::ZERO } else { rounded })
}

/// A rate as per cent: two places, four below 1 % and near -100 %, powers of ten where there is no end of digits.
fn per_cent(rate: f64) -> String {
    let percent = exact(rate).and_then(|rate| rate.checked_mul(Decimal::ONE_HUNDRED));
    let Some(exact) = percent.filter(|exact| exact.abs() < Decimal::from(1_000_000_000_000i64)) else {
        return format!("{:.2e} %", rate * 100.0);
    };
    let is_fine = rate.abs() < 0.01 || rate < -0.99;
    let places = if is_fine && !exact.is_zero() { 4 } else { 2 };
    let rounded = rounded(exact, places);
    if rounded <= Decimal::NEGATIVE_ONE * Decimal::ONE_HUNDRED {
        return "just above -100 %".to_string();
    }
    format!("{rounded:.*} %", places as usize)
}

fn rounded(exact: Decimal, places: u32) -> Decimal {
    exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(roots: &[f64], sign_changes: usize, reason: Option<NoRateReason>) -> FinanceAnswer {
        FinanceAnswer::RatesOfReturn(InternalRatesOfReturn { roots: roots.to_vec(), sign_changes, reason })
    }

    fn payback(times: [Option<&str>; 3], is_rate_given: bool) -> FinanceAnswer {
        let [first, sustained, discounted] = times.map(|time| time.map(|time| time.parse().unwrap()));
        FinanceAnswer::Payback { payback: Payback { first, sustained, discounted }, is_rate_given }
    }

    #[test]
    fn json_is_as_documented() {
        let npv = FinanceAnswer::NetPresentValue("15.50".parse().unwrap());
        assert_eq!(npv.in_json(), r#"{"npv":"15.5"}"#);
        assert_eq!(
            rates(&[0.25, 4.0], 2, None).in_json(),
            r#"{"roots":[0.25,4.0],"sign_changes":2,"reason":null}"#
        );
        let none = rates(&[], 0, Some(NoRateReason::SameSign));
        assert_eq!(none.in_json(), r#"{"roots":[],"sign_changes":0,"reason":"same_sign"}"#);
        let modified = FinanceAnswer::ModifiedRate(ModifiedRateOfReturn { rate: Some(0.125), reason: None });
        assert_eq!(modified.in_json(), r#"{"mirr":0.125,"reason":null}"#);
        let times = payback([Some("0.84"), None, None], true);
        assert_eq!(times.in_json(), r#"{"first":0.84,"sustained":null,"discounted":null}"#);
    }

    #[test]
    fn words_for_rates() {
        assert_eq!(rates(&[0.25], 1, None).in_words(), "Internal rate of return: 25.00 %");
        assert!(
            rates(&[0.25, 4.0], 2, None)
                .in_words()
                .starts_with("Internal rates of return: 25.00 %, 400.00 %\nWarning")
        );
        assert!(
            rates(&[], 2, Some(NoRateReason::NoRealRoot))
                .in_words()
                .starts_with("No internal rate of return: the")
        );
    }

    #[test]
    fn rates_are_told_apart_from_zero_and_from_minus_100() {
        for (rate, expected) in [
            (0.0, "0.00 %"),
            (-0.00005, "-0.0050 %"),
            (-0.999_791_26, "-99.9791 %"),
            (-0.999_999_999, "just above -100 %"),
            (0.123_45, "12.35 %"),
            (1e20, "1.00e22 %"),
        ] {
            assert_eq!(per_cent(rate), expected);
        }
    }

    #[test]
    fn words_for_payback_say_whether_it_lasts() {
        assert_eq!(payback([None; 3], false).in_words(), "Payback: never");
        assert_eq!(
            payback([Some("2.333"), Some("2.333"), None], false).in_words(),
            "Payback: after 2.33 periods"
        );
        assert_eq!(
            payback([Some("0.84"), Some("2.5"), Some("2.75")], true).in_words(),
            "Payback: after 2.50 periods for good, after 0.84 periods for the first time\n\
             Discounted payback: after 2.75 periods"
        );
        assert_eq!(
            payback([Some("0.84"), None, None], true).in_words(),
            "Payback: none that lasts; zero is first reached after 0.84 periods, but not kept\nDiscounted payback: never"
        );
    }

    #[test]
    fn a_sum_never_below_zero_has_nothing_to_pay_back() {
        let nothing = "Payback: nothing is to be paid back; the sum of the amounts is never below zero";
        assert_eq!(payback([Some("0"), Some("0.00"), None], false).in_words(), nothing);
        assert_eq!(
            payback([Some("0"), Some("0"), Some("0")], true).in_words(),
            format!("{nothing}\nDiscounted payback: nothing is to be paid back")
        );
    }

    #[test]
    fn amounts_round_half_away_from_zero() {
        for (amount, expected) in [("0.125", "0.13"), ("-0.125", "-0.13"), ("-0.001", "0.00"), ("7", "7.00")]
        {
            let answer = FinanceAnswer::NetPresentValue(amount.parse().unwrap());
            assert_eq!(answer.in_words(), format!("Net present value: {expected}"));
        }
    }
}
