//! The controller's calculator: any finance figure of the product, from amounts typed by hand.

use rust_decimal::Decimal;

use crate::finance::day_count::{DatedAmount, date_from_iso};
use crate::finance::discount::Timing;
use crate::finance::error::FinanceError;
use crate::finance::irr::{InternalRatesOfReturn, irr, irr_of_reals, xirr};
use crate::finance::mirr::mirr;
use crate::finance::npv::{npv, xnpv};
use crate::finance::payback::{Payback, discounted_payback, first_payback, sustained_payback};
use crate::quantity::rate::rate_from_text;
use crate::quantity::real::real;
use crate::report::finance::FinanceAnswer;

/// What to compute, in the words the user typed; lists are separated by commas.
#[derive(Clone, Copy, Debug)]
pub enum FinanceQuestion<'a> {
    Npv { flows: &'a str, rate: &'a str, timing: &'a str },
    Irr { flows: &'a str },
    Xnpv { flows: &'a str, dates: &'a str, rate: &'a str },
    Xirr { flows: &'a str, dates: &'a str },
    Mirr { flows: &'a str, finance_rate: &'a str, reinvest_rate: &'a str },
    Payback { flows: &'a str, rate: Option<&'a str>, timing: &'a str },
}

/// Names of the timings, the default first.
pub const TIMING_NAMES: [&str; 3] = ["end-of-year", "mid-year", "all-end"];

/// The largest search for rates that is undertaken, in amounts times sign changes: a second or two of work.
const SEARCH_MAX: usize = 1_000_000;

/// Computes what is asked.
///
/// # Errors
/// One plain sentence naming the item at fault: no amounts, something that is no number, no date or no rate, dates that
/// do not go with the amounts, a rate of -100 % or less, numbers too large.
pub fn answer(question: FinanceQuestion) -> Result<FinanceAnswer, String> {
    let plain = |error: FinanceError| format!("Cannot compute this: {error}.");
    match question {
        FinanceQuestion::Npv { flows, rate, timing } => {
            let (amounts, rate, timing) = (amounts(flows)?, rate_named("rate", rate)?, timing_named(timing)?);
            npv(&amounts, rate, timing).map(FinanceAnswer::NetPresentValue).map_err(plain)
        }
        FinanceQuestion::Irr { flows } => rates(flows).map(FinanceAnswer::RatesOfReturn),
        FinanceQuestion::Xnpv { flows, dates, rate } => {
            let (flow, rate) = (dated_amounts(flows, dates)?, rate_named("rate", rate)?);
            xnpv(&flow, rate).map(FinanceAnswer::NetPresentValue).map_err(plain)
        }
        FinanceQuestion::Xirr { flows, dates } => {
            let mut flow = dated_amounts(flows, dates)?;
            flow.sort_by_key(|entry| entry.date);
            refuse_long_search(flow.iter().map(|entry| real(entry.amount)))?;
            xirr(&flow).map(FinanceAnswer::RatesOfReturn).map_err(plain)
        }
        FinanceQuestion::Mirr { flows, finance_rate, reinvest_rate } => {
            let finance_rate = rate_named("finance-rate", finance_rate)?;
            let reinvest_rate = rate_named("reinvest-rate", reinvest_rate)?;
            mirr(&amounts(flows)?, finance_rate, reinvest_rate)
                .map(FinanceAnswer::ModifiedRate)
                .map_err(plain)
        }
        FinanceQuestion::Payback { flows, rate, timing } => {
            let (amounts, timing) = (amounts(flows)?, timing_named(timing)?);
            let discounted = match rate {
                Some(rate) => {
                    discounted_payback(&amounts, rate_named("rate", rate)?, timing).map_err(plain)?
                }
                None => None,
            };
            let first = first_payback(&amounts).map_err(plain)?;
            let sustained = sustained_payback(&amounts).map_err(plain)?;
            let payback = Payback { first, sustained, discounted };
            Ok(FinanceAnswer::Payback { payback, is_rate_given: rate.is_some() })
        }
    }
}

/// What the user may have meant otherwise, each in a sentence: a rate of 1 or more written without a per cent sign.
pub fn cautions(question: FinanceQuestion) -> Vec<String> {
    let rates = match question {
        FinanceQuestion::Npv { rate, .. } | FinanceQuestion::Xnpv { rate, .. } => vec![("rate", rate)],
        FinanceQuestion::Mirr { finance_rate, reinvest_rate, .. } => {
            vec![("finance-rate", finance_rate), ("reinvest-rate", reinvest_rate)]
        }
        FinanceQuestion::Payback { rate, .. } => rate.map(|rate| ("rate", rate)).into_iter().collect(),
        FinanceQuestion::Irr { .. } | FinanceQuestion::Xirr { .. } => Vec::new(),
    };
    let caution = |(option, text): (&str, &str)| {
        let rate = rate_from_text(text).filter(|rate| *rate >= Decimal::ONE && !text.contains('%'))?;
        let percent = rate.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
        let meant = (rate / Decimal::ONE_HUNDRED).normalize();
        let rate = rate.normalize();
        Some(format!(
            "Warning: --{option} {rate} is {percent} %; write {rate}% or {meant} if {rate} per cent is meant."
        ))
    };
    rates.into_iter().filter_map(caution).collect()
}

/// The rates of return of amounts as exact decimals or, where some are beyond those, as reals.
fn rates(flows: &str) -> Result<InternalRatesOfReturn, String> {
    let texts = items("flows", flows)?;
    let reals: Result<Vec<f64>, String> =
        (1..).zip(&texts).map(|(place, text)| real_amount(place, text)).collect();
    let reals = reals?;
    refuse_long_search(reals.iter().copied())?;
    let exact: Option<Vec<Decimal>> = texts.iter().map(|text| exact_amount(text)).collect();
    Ok(exact.map_or_else(|| irr_of_reals(&reals), |exact| irr(&exact)))
}

/// Refuses amounts, in order of time, whose search for rates would take much longer than people wait.
fn refuse_long_search(amounts: impl Iterator<Item = f64>) -> Result<(), String> {
    let signs: Vec<bool> = amounts.filter(|amount| *amount != 0.0).map(|amount| amount < 0.0).collect();
    let n_turns = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
    if signs.len() * n_turns <= SEARCH_MAX {
        return Ok(());
    }
    Err(format!(
        "--flows has {} amounts that change sign {n_turns} times; too many for finding every rate (amounts times changes \
         may be {SEARCH_MAX}).",
        signs.len()
    ))
}

fn dated_amounts(flows: &str, dates: &str) -> Result<Vec<DatedAmount>, String> {
    let amounts = amounts(flows)?;
    let texts = items("dates", dates)?;
    if amounts.len() != texts.len() {
        return Err(format!("--flows has {} amounts but --dates has {} dates.", amounts.len(), texts.len()));
    }
    let date = |(place, text): (usize, &&str)| {
        date_from_iso(text)
            .ok_or(format!("Date number {place} of --dates, \"{text}\", is not a date like 2026-01-31."))
    };
    let dates: Result<Vec<_>, String> = (1..).zip(&texts).map(date).collect();
    Ok(dates?.into_iter().zip(amounts).map(|(date, amount)| DatedAmount { date, amount }).collect())
}

fn amounts(flows: &str) -> Result<Vec<Decimal>, String> {
    let texts = items("flows", flows)?;
    let amount = |(place, text): (usize, &&str)| {
        // What is no number at all is told first; the rest is a number beyond exact decimals.
        let real = real_amount(place, text)?;
        let fault = if real.abs() < 1.0 { "has more than 28 decimals" } else { "is too large or too long" };
        exact_amount(text)
            .ok_or(format!("Amount number {place} of --flows, \"{text}\", {fault} (28 digits are kept)."))
    };
    (1..).zip(&texts).map(amount).collect()
}

/// The parts of a list, without the blanks around them.
fn items<'a>(option: &str, list: &'a str) -> Result<Vec<&'a str>, String> {
    if list.trim().is_empty() {
        return Err(format!("--{option} is empty."));
    }
    let items: Vec<&str> = list.split(',').map(str::trim).collect();
    if let Some(place) = items.iter().position(|item| item.is_empty()) {
        return Err(format!("Item number {} of --{option} is empty.", place + 1));
    }
    Ok(items)
}

fn exact_amount(text: &str) -> Option<Decimal> {
    if text.contains(['e', 'E']) {
        return Decimal::from_scientific(text).ok();
    }
    Decimal::from_str_exact(text).ok()
}

fn real_amount(place: usize, text: &str) -> Result<f64, String> {
    let is_numeric = text.chars().all(|character| character.is_ascii_digit() || "+-.eE".contains(character));
    let real = text.parse::<f64>().ok().filter(|_| is_numeric);
    let real =
        real.ok_or(format!("Amount number {place} of --flows, \"{text}\", is not a number like -1250.50."))?;
    if real.is_finite() {
        Ok(real)
    } else {
        Err(format!("Amount number {place} of --flows, \"{text}\", is too large."))
    }
}

fn rate_named(option: &str, text: &str) -> Result<Decimal, String> {
    let rate = rate_from_text(text).ok_or(format!("--{option} \"{text}\" is not a rate like 0.09 or 9%."))?;
    if rate <= Decimal::NEGATIVE_ONE {
        return Err(format!("--{option} \"{text}\" is not above -100 %."));
    }
    Ok(rate)
}

fn timing_named(name: &str) -> Result<Timing, String> {
    let timings = [Timing::EndOfYear, Timing::MidYear, Timing::AllEnd];
    let timing = TIMING_NAMES.iter().zip(timings).find(|(known, _)| **known == name);
    timing
        .map(|(_, timing)| timing)
        .ok_or(format!("--timing \"{name}\" is none of {}.", TIMING_NAMES.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn irr_json(flows: &str) -> String {
        answer(FinanceQuestion::Irr { flows }).unwrap().in_json()
    }

    fn fault(question: FinanceQuestion) -> String {
        answer(question).unwrap_err()
    }

    #[test]
    fn blanks_signs_and_powers_of_ten_are_read() {
        assert_eq!(irr_json(" -100 ,\t+50 , 5e1 "), r#"{"roots":[0.0],"sign_changes":1,"reason":null}"#);
        assert_eq!(irr_json("-1e300, 1e300"), r#"{"roots":[0.0],"sign_changes":1,"reason":null}"#);
        assert_eq!(irr_json("1, 2"), r#"{"roots":[],"sign_changes":0,"reason":"same_sign"}"#);
    }

    #[test]
    fn every_question_has_its_answer() {
        let npv = FinanceQuestion::Npv { flows: "-100, 121", rate: "21%", timing: "mid-year" };
        assert_eq!(answer(npv).unwrap().in_words(), "Net present value: 10.00");
        let (flows, dates) = ("121, -100", "2022-01-01, 2021-01-01");
        let xnpv = FinanceQuestion::Xnpv { flows, dates, rate: "0.1" };
        assert_eq!(answer(xnpv).unwrap().in_words(), "Net present value: 10.00");
        let xirr = FinanceQuestion::Xirr { flows, dates };
        assert_eq!(answer(xirr).unwrap().in_words(), "Internal rate of return: 21.00 %");
        let mirr =
            FinanceQuestion::Mirr { flows: "-100, 50, -60, 70", finance_rate: "10%", reinvest_rate: "12%" };
        assert_eq!(answer(mirr).unwrap().in_words(), "Modified rate of return: -3.91 %");
        let (flows, timing) = ("-10000,5000,4000,3000,1000", "end-of-year");
        let payback = answer(FinanceQuestion::Payback { flows, rate: Some("0.1"), timing }).unwrap();
        assert_eq!(payback.in_words(), "Payback: after 2.33 periods\nDiscounted payback: after 2.95 periods");
        let simple = answer(FinanceQuestion::Payback { flows, rate: None, timing }).unwrap();
        assert_eq!(simple.in_words(), "Payback: after 2.33 periods");
    }

    #[test]
    fn every_fault_names_its_item() {
        let npv = |flows| FinanceQuestion::Npv { flows, rate: "0.1", timing: "end-of-year" };
        for (flows, expected) in [
            ("", "--flows is empty."),
            ("1,,2", "Item number 2 of --flows is empty."),
            ("1,two", "Amount number 2 of --flows, \"two\", is not a number like -1250.50."),
            ("1,inf", "Amount number 2 of --flows, \"inf\", is not a number like -1250.50."),
            ("1,1e400", "Amount number 2 of --flows, \"1e400\", is too large."),
            (
                "1,1e40",
                "Amount number 2 of --flows, \"1e40\", is too large or too long (28 digits are kept).",
            ),
            (
                "1,1e-40",
                "Amount number 2 of --flows, \"1e-40\", has more than 28 decimals (28 digits are kept).",
            ),
            (
                "79228162514264337593543950335,79228162514264337593543950335",
                "Cannot compute this: the amounts are too large to be added up exactly (28 digits).",
            ),
        ] {
            assert_eq!(fault(npv(flows)), expected);
        }
        assert_eq!(
            fault(FinanceQuestion::Irr { flows: "-1,1e400" }),
            "Amount number 2 of --flows, \"1e400\", is too large."
        );
        let many = vec!["-1,1"; 800].join(",");
        assert!(
            fault(FinanceQuestion::Irr { flows: &many }).contains("1600 amounts that change sign 1599 times")
        );
    }

    #[test]
    fn a_rate_that_looks_like_per_cent_is_warned_of() {
        let npv = |rate| cautions(FinanceQuestion::Npv { flows: "1", rate, timing: "all-end" });
        assert_eq!(npv("9"), ["Warning: --rate 9 is 900 %; write 9% or 0.09 if 9 per cent is meant."]);
        for fine in ["9%", "0.09", "0.99", "150%", "-0.5"] {
            assert!(npv(fine).is_empty(), "{fine}");
        }
        let mirr = FinanceQuestion::Mirr { flows: "1", finance_rate: "10", reinvest_rate: "12.5" };
        assert_eq!(cautions(mirr).len(), 2);
        assert!(cautions(mirr)[1].contains("--reinvest-rate 12.5 is 1250 %; write 12.5% or 0.125"));
    }

    #[test]
    fn faults_in_rates_dates_and_timing() {
        let npv = |rate, timing| FinanceQuestion::Npv { flows: "1", rate, timing };
        assert_eq!(fault(npv("-1", "all-end")), "--rate \"-1\" is not above -100 %.");
        assert_eq!(fault(npv("-100%", "all-end")), "--rate \"-100%\" is not above -100 %.");
        assert_eq!(fault(npv("x", "all-end")), "--rate \"x\" is not a rate like 0.09 or 9%.");
        assert_eq!(fault(npv("0", "noon")), "--timing \"noon\" is none of end-of-year, mid-year, all-end.");
        let xirr = |dates| FinanceQuestion::Xirr { flows: "-1,2", dates };
        assert_eq!(fault(xirr("2026-01-01")), "--flows has 2 amounts but --dates has 1 dates.");
        assert_eq!(
            fault(xirr("2026-01-01,2026-02-30")),
            "Date number 2 of --dates, \"2026-02-30\", is not a date like 2026-01-31."
        );
        let mirr = FinanceQuestion::Mirr { flows: "-1,2", finance_rate: "0", reinvest_rate: "-3" };
        assert_eq!(fault(mirr), "--reinvest-rate \"-3\" is not above -100 %.");
    }
}
