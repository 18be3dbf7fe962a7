//! Published knapsacks and two-criteria frontiers with known answers.

use cxfolio::optimize::fronts::knapsack::Knapsack;
use cxfolio::optimize::fronts::knapsack_front::knapsack_front;
use cxfolio::optimize::highs::{Ending, Limits, solve};
use cxfolio::optimize::program::Program;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Frontiers under two budgets take ten seconds or more each, the others a second together; the first stands for all
/// here, and `benches/fronts.rs` finds every one.
const LARGE: &str = "hadi";

fn instances(file: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published").join(file);
    let text = fs::read_to_string(path).expect("the published instances");
    serde_json::from_str(&text).expect("a list of instances")
}

fn reals(row: &Value) -> Vec<f64> {
    row.as_array().expect("a row").iter().map(|number| number.as_f64().expect("a number")).collect()
}

fn wholes(row: &Value) -> Vec<i64> {
    row.as_array().expect("a row").iter().map(|number| number.as_i64().expect("a whole number")).collect()
}

fn rows(table: &Value) -> Vec<&Value> {
    table.as_array().expect("rows").iter().collect()
}

fn name(instance: &Value) -> &str {
    instance["name"].as_str().expect("a name")
}

/// Best known values of Chu and Beasley's instances can be beaten, but not by a plan that breaks a budget.
#[test]
fn every_published_knapsack_reaches_its_known_value() {
    let all = instances("knapsacks.json");
    assert_eq!(all.len(), 45);
    for instance in &all {
        let worths = reals(&instance["p"]);
        let budgets = reals(&instance["b"]);
        let mut program = Program::default();
        let columns: Vec<usize> = worths.iter().map(|worth| program.binary(*worth)).collect();
        for (row, most) in rows(&instance["r"]).into_iter().zip(&budgets) {
            program.at_most(columns.iter().copied().zip(reals(row)).collect(), *most);
        }
        let known = instance["known"].as_f64().expect("a known value");
        let gap = allowed_gap(name(instance));
        let limits = Limits { relative_gap: gap, ..Limits::default() };
        let answer = solve(&program, &limits, None);
        assert_eq!(answer.ending, Ending::Solved, "{}", name(instance));
        let chosen: Vec<f64> = answer.columns.expect("a plan").iter().map(|value| value.round()).collect();
        for (row, most) in rows(&instance["r"]).into_iter().zip(&budgets) {
            let used: f64 = reals(row).iter().zip(&chosen).map(|(weight, value)| weight * value).sum();
            assert!(used <= *most, "{}: {used} of {most}", name(instance));
        }
        let worth: f64 = worths.iter().zip(&chosen).map(|(worth, value)| worth * value).sum();
        assert!(known <= answer.bound * (1.0 + 1e-9), "{}: {known} above {}", name(instance), answer.bound);
        if 0.0 < gap {
            assert!(known * (1.0 - gap) <= worth, "{}: {worth}, known {known}", name(instance));
        } else {
            assert!((worth - known).abs() < 1e-6, "{}: {worth}, known {known}", name(instance));
        }
    }
}

/// Chu and Beasley's take long to prove, the more budgets the longer, so they are solved until the bound is this close.
fn allowed_gap(name: &str) -> f64 {
    match name {
        _ if name.starts_with("mknapcb4") => 0.02,
        _ if name.starts_with("mknapcb") => 0.01,
        _ => 0.0,
    }
}

#[test]
fn every_published_frontier_under_one_budget_is_found_exactly() {
    let all = instances("fronts.json");
    let small: Vec<&Value> = all.iter().filter(|instance| !name(instance).starts_with(LARGE)).collect();
    assert_eq!(small.len(), 20);
    small.into_iter().for_each(agrees);
}

#[test]
fn a_published_frontier_of_375_items_under_two_budgets_is_found_exactly() {
    let all = instances("fronts.json");
    agrees(all.iter().find(|instance| name(instance) == "hadi1").expect("the instance"));
}

fn agrees(instance: &Value) {
    let is_one_budget = instance["m"].as_i64() == Some(1);
    let weights = if is_one_budget {
        vec![wholes(&instance["w"])]
    } else {
        rows(&instance["w"]).into_iter().map(wholes).collect()
    };
    let capacities =
        if is_one_budget { vec![instance["W"].as_i64().expect("a budget")] } else { wholes(&instance["W"]) };
    let (first, second) = (wholes(&instance["v1"]), wholes(&instance["v2"]));
    let knapsack = Knapsack { first, second, weights, capacities };
    let front = knapsack_front(&knapsack, u64::MAX).expect("a knapsack");
    let mut known: Vec<Vec<i64>> = rows(&instance["front"]).into_iter().map(wholes).collect();
    known.sort_by(|one, other| other.cmp(one));
    let found: Vec<Vec<i64>> = front.choices.iter().map(|choice| vec![choice.first, choice.second]).collect();
    assert_eq!(found, known, "{}", name(instance));
    for choice in &front.choices {
        let sum = |row: &[i64]| choice.items.iter().map(|item| row[*item]).sum::<i64>();
        assert_eq!((sum(&knapsack.first), sum(&knapsack.second)), (choice.first, choice.second));
        for (row, most) in knapsack.weights.iter().zip(&knapsack.capacities) {
            assert!(sum(row) <= *most, "{}", name(instance));
        }
    }
}
