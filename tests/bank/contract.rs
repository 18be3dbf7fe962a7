//! What the commands print under `--json` for the bank: every promised field, with the expected figures in it.

use std::process::Command;

use rust_decimal::Decimal;
use serde_json::Value;

use super::oracle::{assert_unit, bank, folder, list, texts};

fn document(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_cxfolio"))
        .arg(arguments[0])
        .arg(folder())
        .args(&arguments[1..])
        .arg("--json")
        .output()
        .expect("the program");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn amount(text: &Value) -> Decimal {
    text.as_str().expect("an amount is text").parse().expect("a decimal")
}

fn fields(value: &Value, names: &[&str]) {
    for name in names {
        assert!(value.get(name).is_some(), "{name} is missing");
    }
}

#[test]
fn appraise_keeps_its_contract() {
    let bank = bank();
    let document = document(&["appraise"]);
    assert_eq!(document["currency"], "EUR");
    let options = list(&document["options"]);
    assert_eq!(options.len(), 38);
    for option in options {
        fields(option, &["investment", "variant", "npv_unadjusted", "roi", "mirr", "profitability_index"]);
        fields(&option["irr"], &["roots", "sign_changes"]);
        fields(&option["payback"], &["first", "sustained", "discounted"]);
        assert_eq!([list(&option["cost"]).len(), list(&option["benefit"]).len()], [6, 6]);
        let same = |expected: &&Value| {
            expected["id"] == option["investment"] && expected["variant"] == option["variant"]
        };
        let expected = list(&bank.oracle["options"]).iter().find(same).expect("an expected option");
        for field in ["pv_cost", "pv_benefit", "npv"] {
            assert_unit(amount(&option[field]), &expected[field], field);
        }
    }
}

#[test]
fn choose_keeps_its_contract() {
    let bank = bank();
    let document = document(&["choose", "--value", "additive"]);
    let expected = &bank.oracle["linear_optimum"];
    assert_eq!(document["status"], "optimal");
    assert_eq!(document["value_model"], "additive");
    assert_eq!(document["objective"], document["npv"]);
    assert!(document["gap"].as_f64().is_some_and(|gap| (0.0..=1e-8).contains(&gap)));
    assert!(amount(&document["bound"]) >= amount(&document["npv"]));
    let portfolio: Vec<String> = list(&document["portfolio"])
        .iter()
        .map(|choice| {
            assert_eq!(choice["start"], 0);
            let text = |field: &str| choice[field].as_str().expect("a text");
            format!("{}:{}", text("investment"), text("variant"))
        })
        .collect();
    assert_eq!(portfolio, texts(&expected["portfolio"]));
    assert_unit(amount(&document["npv"]), &expected["npv"], "NPV");
    assert_eq!(
        amount(&document["pv_benefit"]) - amount(&document["pv_cost"]),
        amount(&document["npv"]),
        "present values re-add"
    );
    assert!(document["roi"].as_f64().is_some_and(|roi| (0.94..0.96).contains(&roi)));
    assert_eq!([list(&document["cost"]).len(), list(&document["benefit"]).len()], [6, 6]);
    assert!(document["coverage"].as_f64().is_some_and(|share| (share - 0.5175).abs() < 5e-5));
    assert_eq!(document["coverage_by_moment"].as_object().map(|shares| shares.len()), Some(16));
    assert_eq!(document["coverage_by_persona"].as_object().map(|shares| shares.len()), Some(5));
    assert!(texts(&document["binding"]).contains(&"budget:y0".to_string()));
    let fingerprint = document["fingerprint"].as_str().expect("a fingerprint");
    assert!(fingerprint.len() == 64 && fingerprint.chars().all(|c| c.is_ascii_hexdigit()));
}

#[test]
fn check_keeps_its_contract() {
    let document = document(&["check"]);
    assert!(document["readiness"].as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)));
    let findings = list(&document["findings"]);
    assert!(!findings.is_empty());
    for finding in findings {
        fields(finding, &["code", "severity", "file", "row", "column", "value", "message", "suggestion"]);
        assert_ne!(finding["severity"], "error", "{finding}");
    }
}
