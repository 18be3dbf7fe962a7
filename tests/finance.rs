//! The finance room against published figures and the bank's oracle; `identities` holds it against itself.

use cxfolio::finance::annuity::equivalent_annual_amount;
use cxfolio::finance::discount::{Timing, periodic_rate, present_value};
use cxfolio::finance::irr::{InternalRatesOfReturn, NoRateReason, irr, irr_of_reals};
use cxfolio::finance::mirr::mirr;
use cxfolio::finance::npv::npv;
use cxfolio::finance::payback::{discounted_payback, first_payback, sustained_payback};
use cxfolio::finance::profitability_index::profitability_index;
use cxfolio::quantity::real::real;
use rust_decimal::Decimal;
use serde_json::Value;

#[path = "finance/identities.rs"]
mod identities;

#[test]
fn every_published_figure_is_reproduced() {
    let text = include_str!("finance/vectors.json");
    let document: Value = serde_json::from_str(text).unwrap();
    let vectors = document["vectors"].as_array().unwrap();
    assert_eq!(vectors.len(), 88);
    let faults: Vec<String> = vectors
        .iter()
        .filter_map(|vector| check_vector(vector).err().map(|fault| format!("{}: {fault}", vector["id"])))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// One published figure: what is printed there within its tolerance, what was recomputed to the last digits.
fn check_vector(vector: &Value) -> Result<(), String> {
    let rate = |name: &str| exact(&vector[name]).ok_or(format!("no {name}"));
    let figure = match vector["fn"].as_str().unwrap() {
        "irr" | "irr_all" => return check_rates(vector, &rates_of(vector)),
        "mirr" => {
            let modified = mirr(&amounts(vector), rate("finance_rate")?, rate("reinvest_rate")?).unwrap();
            if vector["expected"] == "error" {
                return same(modified.reason, Some(NoRateReason::SameSign));
            }
            modified.rate.ok_or("no rate")?
        }
        "npv_t0" => {
            let all_end = npv(&amounts(vector), rate("rate")?, Timing::AllEnd).unwrap();
            close(real(all_end), &vector["verification"]["npv_first_at_t1"], 1e-12)?;
            let figure = real(npv(&amounts(vector), rate("rate")?, Timing::EndOfYear).unwrap());
            close(figure, &vector["verification"]["npv_first_at_t0"], 1e-12)?;
            figure
        }
        "npv_start_of_year" => {
            let end_of_year = npv(&amounts(vector), rate("rate")?, Timing::EndOfYear).unwrap();
            close(real(end_of_year), &vector["verification"]["end_of_year"], 1e-12)?;
            let amounts = amounts(vector);
            let later = present_value(&amounts[1..], rate("rate")?, Timing::EndOfYear).unwrap();
            real(amounts[0] + later)
        }
        "payback" => {
            let sustained = sustained_payback(&amounts(vector)).unwrap();
            same(first_payback(&amounts(vector)).unwrap(), sustained)?;
            real(sustained.ok_or("no payback")?)
        }
        "discounted_payback" => {
            let discounted = discounted_payback(&amounts(vector), rate("rate")?, Timing::EndOfYear).unwrap();
            real(discounted.ok_or("no payback")?)
        }
        "profitability_index" => {
            let index = profitability_index(&amounts(vector), rate("rate")?, Timing::EndOfYear).unwrap();
            real(index.ok_or("no index")?)
        }
        other => return Err(format!("no test for {other}")),
    };
    if !vector["verification"]["value"].is_null() {
        close(figure, &vector["verification"]["value"], 1e-12)?;
    }
    within_tolerance(vector, figure, &vector["expected"])
}

fn check_rates(vector: &Value, found: &InternalRatesOfReturn) -> Result<(), String> {
    let verified = vector["verification"]["real_roots_gt_minus1"].as_array().unwrap();
    same(found.sign_changes as u64, vector["verification"]["sign_changes"].as_u64().unwrap())?;
    same(found.roots.len(), verified.len())?;
    for (root, verified) in found.roots.iter().zip(verified) {
        // The file gives twelve digits.
        close(*root, verified, 1e-11)?;
    }
    match &vector["expected"] {
        Value::String(error) => {
            same(error.as_str(), "error")?;
            same(found.reason, Some(NoRateReason::SameSign))
        }
        Value::Array(all) => {
            same(all.len(), found.roots.len())?;
            all.iter()
                .zip(&found.roots)
                .try_for_each(|(expected, root)| within_tolerance(vector, *root, expected))
        }
        expected => {
            same(found.reason, None)?;
            let one = found.roots.iter().find(|root| within_tolerance(vector, **root, expected).is_ok());
            one.map(|_| ()).ok_or(format!("{:?} without {expected}", found.roots))
        }
    }
}

fn rates_of(vector: &Value) -> InternalRatesOfReturn {
    let values = vector["values"].as_array().unwrap();
    match values.iter().map(exact).collect::<Option<Vec<Decimal>>>() {
        Some(amounts) => irr(&amounts),
        None => irr_of_reals(&values.iter().map(|value| value.as_f64().unwrap()).collect::<Vec<f64>>()),
    }
}

fn amounts(vector: &Value) -> Vec<Decimal> {
    vector["values"].as_array().unwrap().iter().map(|value| exact(value).unwrap()).collect()
}

/// A JSON number as the decimal that is written there, if it has no more than 28 places.
fn exact(value: &Value) -> Option<Decimal> {
    let text = value.as_number()?.to_string();
    if text.contains('e') {
        Decimal::from_scientific(&text).ok()
    } else {
        Decimal::from_str_exact(&text).ok()
    }
}

fn within_tolerance(vector: &Value, found: f64, expected: &Value) -> Result<(), String> {
    let size = expected.as_f64().unwrap().abs();
    let absolute = vector["tolerance_abs"].as_f64();
    let relative = vector["tolerance_rel"].as_f64().map(|relative| relative * size);
    let tolerance = absolute.or(relative).unwrap_or(1e-9 * size);
    let distance = (found - expected.as_f64().unwrap()).abs();
    if distance <= tolerance { Ok(()) } else { Err(format!("{found} is not {expected} within {tolerance}")) }
}

fn close(found: f64, expected: &Value, tolerance: f64) -> Result<(), String> {
    let real = expected.as_f64().ok_or(format!("{expected} is no number"))?;
    let is_close = (found - real).abs() <= tolerance * real.abs().max(1.0);
    if is_close { Ok(()) } else { Err(format!("{found} is not {expected}")) }
}

fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{found:?} is not {expected:?}")) }
}

#[test]
fn the_bank_s_oracle_agrees_option_by_option() {
    let text = include_str!("../samples/banque-horizon/expected/oracle.json");
    let oracle: Value = serde_json::from_str(text).unwrap();
    let options = oracle["options"].as_array().unwrap();
    assert_eq!(options.len(), 38);
    for option in options {
        let column =
            |name: &str| option[name].as_array().unwrap().iter().map(|amount| exact(amount).unwrap());
        let net: Vec<Decimal> =
            column("benefit").zip(column("cost")).map(|(benefit, cost)| benefit - cost).collect();
        let label = format!("{} {}", option["id"], option["variant"]);
        let found = real(npv(&net, "0.09".parse().unwrap(), Timing::EndOfYear).unwrap());
        // The oracle prints whole euros, each of twelve amounts and the sum rounded.
        assert!((found - option["npv"].as_f64().unwrap()).abs() <= 6.0, "{label}: NPV {found}");
        let payback = sustained_payback(&net).unwrap().map(real);
        assert!(
            is_close_or_both_none(payback, option["payback_years"].as_f64(), 6e-4),
            "{label}: {payback:?}"
        );
        let rates = irr(&net);
        assert!(rates.roots.len() <= 1, "{label}: {rates:?}");
        assert!(
            is_close_or_both_none(rates.roots.first().copied(), option["irr"].as_f64(), 6e-5),
            "{label}: {rates:?}"
        );
    }
}

fn is_close_or_both_none(found: Option<f64>, expected: Option<f64>, tolerance: f64) -> bool {
    match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() <= tolerance,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

#[test]
fn the_initial_column_is_not_discounted() {
    let benefits = [0, 1000, 1000, 1000].map(Decimal::from);
    let costs = [600, 60, 60, 60].map(Decimal::from);
    let rate = "0.1".parse().unwrap();
    let benefit = present_value(&benefits, rate, Timing::EndOfYear).unwrap();
    let cost = present_value(&costs, rate, Timing::EndOfYear).unwrap();
    // By hand: 1000 * 2.486852 = 2486.852 and 600 + 60 * 2.486852 = 749.2111, so 231.93 %.
    assert_eq!(cost.round_dp(4), "749.2111".parse().unwrap());
    assert_eq!(((benefit - cost) / cost).round_dp(4), "2.3193".parse().unwrap());
    let discounted_too = present_value(&costs, rate, Timing::AllEnd).unwrap();
    assert_eq!(discounted_too.round_dp(20), (cost / "1.1".parse::<Decimal>().unwrap()).round_dp(20));
}

#[test]
fn a_float_that_is_handed_back_pays_back_first_but_not_for_good() {
    // Method 7.1: early first crossing, no sustained payback, and still worth more than nothing for the time value.
    let flow = [-840, 1000, 200, 0, 0, -370].map(Decimal::from);
    let rate = "0.09".parse().unwrap();
    assert_eq!(first_payback(&flow).unwrap(), Some("0.84".parse().unwrap()));
    assert_eq!(sustained_payback(&flow).unwrap(), None);
    assert!(npv(&flow, rate, Timing::EndOfYear).unwrap() > Decimal::ZERO);
    let discounted = discounted_payback(&flow, rate, Timing::EndOfYear).unwrap().unwrap();
    assert_eq!(discounted.round_dp(4), "0.9156".parse().unwrap());
}

#[test]
fn three_hundred_and_sixty_months_have_the_rate_they_were_built_with() {
    let monthly = periodic_rate("0.09".parse().unwrap()).unwrap();
    let loan = Decimal::from(250_000);
    let instalment = equivalent_annual_amount(loan, monthly, 360).unwrap();
    let mut flow = vec![-instalment; 361];
    flow[0] = loan;
    let rates = irr(&flow);
    assert_eq!((rates.roots.len(), rates.sign_changes), (1, 1));
    assert!((rates.roots[0] - real(monthly)).abs() < 1e-15);
    // A fee at the end that makes the flow turn again brings a second rate, far below the first.
    flow[360] += Decimal::from(100_000);
    assert_eq!(irr(&flow).roots.len(), 2);
}
