//! The guide to a dossier's tables: the committed page is what the program prints, and the smallest sample decides.

use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn printed(arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_cxfolio")).args(arguments).current_dir(root()).output();
    let output = output.expect("the program runs");
    (String::from_utf8(output.stdout).expect("UTF-8"), output.status.code())
}

#[test]
fn the_page_is_what_the_program_prints() {
    let committed = std::fs::read_to_string(root().join("samples/TABLES.md")).expect("the page");
    let (now, _) = printed(&["tables"]);
    assert!(committed == now, "run `cxfolio tables > samples/TABLES.md`");
}

#[test]
fn an_unknown_table_is_refused_and_a_known_one_stands_alone() {
    assert_eq!(printed(&["tables", "cost_line"]).1, Some(4));
    let (page, code) = printed(&["tables", "cost_lines.csv"]);
    assert_eq!(code, Some(0));
    assert!(page.contains("low_multiplier") && !page.contains("benefit_owner"));
}

/// By hand: 75 k of cost x 1.0667 and 12 k x 1.025 a year, against 4 % x 0.776 x 20 k a year at full ramp.
#[test]
fn the_smallest_dossier_funds_the_proven_idea() {
    let (text, code) = printed(&["choose", "samples/minimal", "--json"]);
    assert_eq!(code, Some(0));
    let plan: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(plan["portfolio"].as_array().expect("a plan").len(), 1);
    assert_eq!(plan["portfolio"][0]["investment"], "KB");
    let discount = |year: i32| 1.08_f64.powi(-year);
    let run = 12_000.0 * (0.95 + 4.0 + 1.2) / 6.0;
    let cost = 75_000.0 * (0.9 + 4.0 + 1.5) / 6.0 + run * (1..=3).map(discount).sum::<f64>();
    let full = 4.0 * 0.776 * 20_000.0;
    let benefit = full * (0.5 * discount(1) + discount(2) + discount(3));
    let npv: f64 = plan["npv"].as_str().expect("an amount").parse().expect("a number");
    assert!((npv - (benefit - cost)).abs() < 1e-4, "{npv} is not {}", benefit - cost);
}
