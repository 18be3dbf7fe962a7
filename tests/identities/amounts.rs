//! A plan re-added from the printed cases alone, in decimal text, as a controller would.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use rust_decimal::{Decimal, dec};
use serde_json::Value;

use super::{SAMPLES, folder};

pub fn document(command: &str, dossier: &Path, value: Option<&str>) -> Value {
    let mut program = Command::new(env!("CARGO_BIN_EXE_cxfolio"));
    program.args([command, "--json"]).arg(dossier);
    value.into_iter().for_each(|value| {
        program.args(["--value", value]);
    });
    serde_json::from_slice(&program.output().expect("the program").stdout).expect("JSON")
}

pub fn amounts(list: &Value) -> Vec<Decimal> {
    let amount = |text: &Value| text.as_str().and_then(|text| text.parse().ok()).expect("a decimal as text");
    list.as_array().expect("amounts by year").iter().map(amount).collect()
}

/// Amounts are printed to six decimals, so a sum of n of them is off by at most n halves of the last one.
fn assert_re_added(sum: &[Decimal], told: &Value, parts: usize, what: &str) {
    let lost = dec!(0.0000005) * Decimal::from(parts + 1);
    let told = amounts(told);
    assert_eq!(sum.len(), told.len());
    for (year, (sum, told)) in sum.iter().zip(&told).enumerate() {
        assert!((sum - told).abs() <= lost, "{what} of year {year}: {sum}, not {told}");
    }
}

#[test]
fn a_plan_re_adds_from_the_printed_cases() {
    for name in SAMPLES {
        let cases = document("appraise", &folder(name), None);
        let by_name: BTreeMap<String, &Value> = cases["options"]
            .as_array()
            .expect("options")
            .iter()
            .map(|option| (format!("{}:{}", option["investment"], option["variant"]), option))
            .collect();
        for value in ["additive", "full"] {
            let plan = document("choose", &folder(name), Some(value));
            let choices = plan["portfolio"].as_array().expect("choices");
            let sum = |field: &str| {
                let mut total = vec![Decimal::ZERO; 6];
                for choice in choices {
                    let option = by_name[&format!("{}:{}", choice["investment"], choice["variant"])];
                    total.iter_mut().zip(amounts(&option[field])).for_each(|(sum, amount)| *sum += amount);
                }
                total
            };
            assert_re_added(&sum("cost"), &plan["cost"], choices.len(), "cost");
            let by_lever = plan["benefit_by_lever"].as_object().expect("levers");
            let mut benefit = vec![Decimal::ZERO; 6];
            for by_year in by_lever.values() {
                benefit.iter_mut().zip(amounts(by_year)).for_each(|(sum, amount)| *sum += amount);
            }
            assert_re_added(&benefit, &plan["benefit"], by_lever.len(), "benefit by lever");
            if value == "additive" {
                assert_re_added(&sum("benefit"), &plan["benefit"], choices.len(), "benefit");
            }
        }
    }
}
