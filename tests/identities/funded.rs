//! The money of each funded investment adds up to the plan's, in decimal text, as a controller would add it.

use rust_decimal::{Decimal, dec};
use serde_json::Value;

use super::amounts::{amounts, document};
use super::folder;

/// A cent.
const CENT: Decimal = dec!(0.01);

fn amount(text: &Value) -> Decimal {
    text.as_str().and_then(|text| text.parse().ok()).expect("a decimal as text")
}

fn near(sum: Decimal, told: Decimal, what: &str) {
    assert!((sum - told).abs() < CENT, "{what}: {sum}, not {told}");
}

/// Office shares components and funds parts, with quarters; the bank has solutions that overlap.
#[test]
fn what_is_funded_adds_up_to_the_plan() {
    for name in ["banque-horizon", "maison-lumen", "bureau-plan", "minimal"] {
        for value in ["additive", "full"] {
            let plan = document("choose", &folder(name), Some(value));
            let funded = plan["funded"].as_array().expect("rows");
            assert_eq!(funded.len(), plan["portfolio"].as_array().expect("choices").len(), "{name}");
            for (year, told) in amounts(&plan["cost"]).into_iter().enumerate() {
                let sum = funded.iter().map(|row| amounts(&row["cost"])[year]).sum();
                near(sum, told, &format!("{name} {value} cost of year {year}"));
            }
            let between = amounts(&plan["interplay"]["benefit"]);
            for (year, told) in amounts(&plan["benefit"]).into_iter().enumerate() {
                let alone: Decimal = funded.iter().map(|row| amounts(&row["benefit"])[year]).sum();
                near(alone + between[year], told, &format!("{name} {value} benefit of year {year}"));
            }
            let sum = |field: &str| -> Decimal { funded.iter().map(|row| amount(&row[field])).sum() };
            let between = amount(&plan["interplay"]["pv_benefit"]);
            near(sum("pv_cost"), amount(&plan["pv_cost"]), name);
            near(sum("pv_benefit") + between, amount(&plan["pv_benefit"]), name);
            near(sum("npv") + between, amount(&plan["npv"]), name);
            if value == "additive" {
                near(between, Decimal::ZERO, name);
            }
        }
    }
}

#[test]
fn what_a_rule_imposes_would_be_dropped_for_its_worth() {
    let plan = document("choose", &folder("banque-horizon"), None);
    let imposed: Vec<(&str, &Value)> = plan["funded"]
        .as_array()
        .expect("rows")
        .iter()
        .filter(|row| row["held_by"] != serde_json::json!([]))
        .map(|row| {
            assert!(Decimal::ZERO < amount(&row["npv_if_dropped"]), "{row}");
            (row["investment"].as_str().expect("an identifier"), &row["held_by"][0])
        })
        .collect();
    assert_eq!(
        imposed,
        [("B02", &Value::from("at_least_one:G-CRM")), ("B27", &Value::from("mandatory:B27"))]
    );
}
