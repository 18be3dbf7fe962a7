//! Work that is stopped between two questions keeps what was answered: the beginning of the whole answer, and no more.

use std::sync::{Arc, Mutex};

use cxfolio::app::error::AppError;
use cxfolio::app::run::run;
use cxfolio::optimize::watch::{Step, Watch};
use cxfolio::report::schemas::{result_schemas, root_of};
use serde_json::{Map, Value};

use crate::requests::{answered, read, request};
use crate::validator::Validator;

/// Questions after which is stopped: few, then further and further apart.
const STOPS: [usize; 7] = [1, 2, 4, 8, 16, 40, 100];

/// A watch that stops the work when the question of this number is about to be asked.
fn stopping_at(question: usize) -> Watch {
    let slot: Arc<Mutex<Watch>> = Arc::default();
    let own = Arc::clone(&slot);
    let seen: Mutex<(usize, Option<Step>)> = Mutex::default();
    let watch = Watch::telling(move |sighting| {
        let mut seen = seen.lock().expect("no panic");
        if seen.1 != sighting.step {
            *seen = (seen.0 + 1, sighting.step);
            if seen.0 == question {
                own.lock().expect("no panic").stop();
            }
        }
    });
    *slot.lock().expect("no panic") = watch.clone();
    watch
}

fn list<'v>(document: &'v Value, name: &str) -> &'v [Value] {
    document[name].as_array().unwrap_or_else(|| panic!("a list {name}: {document}"))
}

fn assert_begins(part: &Value, whole: &Value, name: &str) {
    let (part, whole) = (list(part, name), list(whole, name));
    assert!(whole.starts_with(part), "{name}:\n{part:?}\n{whole:?}");
}

/// Answers stopped after more and more questions: each keeps to its schema and is held against the whole one. How much of
/// each was told.
fn parts(
    name: &str,
    kind: &str,
    json: &str,
    told: fn(&Value) -> usize,
    agrees: fn(&Value, &Value),
) -> Vec<usize> {
    let whole = answered(&read(name), kind, json).expect("an answer").text;
    let whole: Value = serde_json::from_str(&whole).expect("JSON");
    assert_eq!(whole["is_partial"], false);
    let written = |schema| serde_json::to_value(schema).expect("a schema in JSON");
    let components: Map<String, Value> =
        result_schemas().into_iter().map(|(name, schema)| (name, written(schema))).collect();
    let mut amounts = Vec::new();
    for stop in STOPS {
        let part = match run(&read(name), &request(kind, json), &stopping_at(stop)) {
            Ok(part) => serde_json::from_str::<Value>(&part.text).expect("JSON"),
            Err(AppError::Stopped) => continue,
            Err(error) => panic!("{name} {kind} at {stop}: {error:?}"),
        };
        if part["is_partial"] == false {
            assert_eq!(part, whole, "{name} {kind} was never stopped");
            break;
        }
        let faults = Validator { components: &components }.faults(root_of(kind), &part);
        assert!(faults.is_empty(), "{name} {kind} at {stop}:\n{}", faults.join("\n"));
        agrees(&part, &whole);
        amounts.push(told(&part));
    }
    assert!(amounts.is_sorted() && amounts.first() < amounts.last(), "{name} {kind}: {amounts:?}");
    amounts
}

#[test]
fn a_stopped_explanation_keeps_the_plan_and_what_was_asked() {
    fn told(part: &Value) -> usize {
        list(part, "investments").len() + list(part, "prices").len()
    }
    fn agrees(part: &Value, whole: &Value) {
        for name in ["status", "portfolio", "npv", "currency", "readiness", "fingerprint"] {
            assert_eq!(part[name], whole[name]);
        }
        for (one, other) in list(part, "investments").iter().zip(list(whole, "investments")) {
            let figures =
                ["id", "in_plan", "variants", "npv_in", "npv_out", "net_value", "only_with", "only_without"];
            figures.iter().for_each(|name| assert_eq!(one[*name], other[*name], "{name}"));
            if one["reason"] == "stopped" {
                assert_eq!(one["verdict"], "undetermined");
                assert!(list(one, "changes").is_empty() && list(one, "conflict").is_empty());
                assert!(one["text_fr"].as_str().is_some_and(|text| text.contains("arrêté")));
            } else {
                assert_eq!((&one["verdict"], &one["reason"]), (&other["verdict"], &other["reason"]));
            }
        }
        if !list(part, "prices").is_empty() {
            assert_eq!(part["investments"], whole["investments"]);
        }
        assert_begins(part, whole, "prices");
    }
    let amounts = parts("minimal", "explain", "{}", told, agrees);
    assert_eq!(amounts[0], 0, "stopped at the first question, there is only the plan");
    parts("banque-horizon", "explain", "{}", told, agrees);
}

#[test]
fn a_stopped_frontier_keeps_its_first_points() {
    fn told(part: &Value) -> usize {
        list(part, "points").len()
    }
    fn agrees(part: &Value, whole: &Value) {
        assert_begins(part, whole, "points");
        assert_eq!(part["is_complete"], false);
    }
    parts("minimal", "frontier", "{}", told, agrees);
    fn lies_on(part: &Value, whole: &Value) {
        for point in list(part, "points") {
            let same = list(whole, "points").iter().find(|other| other["at"] == point["at"]);
            assert_eq!(same.map(|same| &same["portfolio"]), Some(&point["portfolio"]));
        }
        assert_eq!(part["is_complete"], false);
    }
    parts("banque-horizon", "frontier", r#"{"against": "coverage", "points": 5}"#, told, lies_on);
}

#[test]
fn stopped_alternatives_and_scenarios_keep_those_that_were_answered() {
    let plans = |part: &Value| list(part, "plans").len();
    let begins = |part: &Value, whole: &Value| assert_begins(part, whole, "plans");
    parts("banque-horizon", "alternatives", "{}", plans, begins);
    let scenarios = |part: &Value| list(part, "scenarios").len();
    let agrees = |part: &Value, whole: &Value| {
        assert_eq!(part["base"], whole["base"]);
        assert_begins(part, whole, "scenarios");
    };
    let amounts = parts("banque-horizon", "scenarios", "{}", scenarios, agrees);
    assert_eq!(amounts[0], 0, "stopped at the first scenario, there is only the dossier as it is");
}

#[test]
fn a_stopped_robust_choice_counts_over_all_weights_or_over_none() {
    fn told(part: &Value) -> usize {
        let regrets = list(&part["regrets"], "scenarios").len();
        let lists = ["criteria", "choosers", "investments", "budgets"];
        regrets + lists.iter().map(|name| list(part, name).len()).sum::<usize>()
    }
    fn agrees(part: &Value, whole: &Value) {
        assert_begins(&part["regrets"], &whole["regrets"], "scenarios");
        assert_begins(part, whole, "choosers");
        assert_begins(part, whole, "budgets");
        if part["samples"] == 0 {
            assert!(list(part, "investments").is_empty() && list(part, "core").is_empty());
            assert!(list(part, "plans").iter().all(|plan| plan["wins"] == 0.0));
            assert!(!list(part, "choosers").is_empty() || list(part, "common_core").is_empty());
        } else {
            assert_eq!((&part["samples"], &part["plans"]), (&whole["samples"], &whole["plans"]));
            for (one, other) in list(part, "investments").iter().zip(list(whole, "investments")) {
                for name in ["investment", "standing", "acceptability", "by_variant", "core_index"] {
                    assert_eq!(one[name], other[name], "{name}");
                }
                assert_begins(one, other, "core_index_by_budget");
            }
        }
    }
    let json = r#"{"samples": 10, "budgets": ["0.5", "1"], "quick": true}"#;
    parts("banque-horizon", "robust", json, told, agrees);
}
