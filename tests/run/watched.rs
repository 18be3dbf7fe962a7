//! A watch changes no byte; stopped work ends with the best plan so far and a bound that is right, or says that it was stopped.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::thread;

use cxfolio::app::error::AppError;
use cxfolio::app::run::{RunResult, run};
use cxfolio::optimize::watch::{Sighting, Step, Watch};
use serde_json::Value;

use crate::requests::{answered, read, request};

/// A question that no machine answers while a test waits.
const HARD: &str = r#"{"starts": "free", "aim": "objectives"}"#;

fn document(result: &RunResult) -> Value {
    serde_json::from_str(&result.text).expect("JSON")
}

fn amount(value: &Value) -> f64 {
    value.as_str().expect("an amount as text").parse().expect("a number")
}

/// A run that another thread stops at the first news of this kind; the news, and the answer.
fn stopped_at(
    name: &'static str,
    kind: &'static str,
    json: &'static str,
    is_time: impl Fn(&Sighting) -> bool + Send + Sync + 'static,
) -> (Sighting, Result<RunResult, AppError>) {
    let (news, is_told) = channel();
    let news = Mutex::new(news);
    let watch = Watch::telling(move |sighting| {
        if is_time(sighting) {
            let _ = news.lock().expect("no panic").send(sighting.clone());
        }
    });
    let handle = watch.clone();
    let work = thread::spawn(move || run(&read(name), &request(kind, json), &handle));
    let sighting = is_told.recv().expect("the news");
    watch.stop();
    (sighting, work.join().expect("no panic"))
}

fn has_plan_and_bound(sighting: &Sighting) -> bool {
    sighting.plan.is_some() && sighting.bound.is_some()
}

#[test]
fn a_watch_that_is_never_stopped_changes_no_byte() {
    let asked = [
        ("minimal", "choose", "{}"),
        ("minimal", "explain", "{}"),
        ("minimal", "frontier", "{}"),
        ("minimal", "robust", "{}"),
        ("minimal", "scenarios", "{}"),
        ("minimal", "alternatives", r#"{"differ_by": 1}"#),
        ("bureau-plan", "choose", r#"{"starts": "free", "aim": "0.5*npv+0.5*objectives"}"#),
        ("banque-horizon", "choose", r#"{"aim": "npv:0.02,coverage"}"#),
        ("maison-lumen", "choose", r#"{"gap": 0.01}"#),
    ];
    for (name, kind, json) in asked {
        let alone = answered(&read(name), kind, json).expect("an answer");
        let watched = run(&read(name), &request(kind, json), &Watch::start()).expect("an answer");
        assert!(alone.text == watched.text, "{name} {kind} {json}");
        assert_eq!(alone.fingerprint, watched.fingerprint);
    }
}

#[test]
fn what_is_told_last_is_the_plan_that_is_chosen() {
    let watch = Watch::start();
    let result = run(&read("banque-horizon"), &request("choose", "{}"), &watch).expect("a plan");
    let (told, seen) = (document(&result), watch.sighting());
    let near = |one: f64, other: f64| (one - other).abs() <= 1e-6 * other.abs();
    assert!(near(seen.worth.expect("a worth"), amount(&told["objective"])), "{seen:?}");
    assert!(
        seen.bound.expect("a bound") >= seen.worth.expect("a worth") - 1e-6 && seen.aim == "npv",
        "{seen:?}"
    );
    assert!(seen.plan.is_some() && seen.rounds > 0);
}

#[test]
fn stopped_from_another_thread_the_best_plan_so_far_is_the_answer() {
    for name in ["banque-horizon", "maison-lumen"] {
        let (seen, result) = stopped_at(name, "choose", HARD, has_plan_and_bound);
        let result = result.expect("the best plan so far");
        assert_eq!(result.status, Some("limit_reached"), "{name}");
        let told = document(&result);
        let (worth, bound) = (amount(&told["objective"]), amount(&told["bound"]));
        assert!(worth <= bound && result.has_plan, "{name}: {worth} {bound}");
        let tolerance = 1e-6;
        assert!(
            worth >= seen.worth.expect("a worth") - tolerance,
            "{name}: worse than what was told, {seen:?}"
        );
        assert!(
            bound <= seen.bound.expect("a bound") + tolerance,
            "{name}: looser than what was told, {seen:?}"
        );
        let rules = told["rules"].as_array().expect("rules");
        for rule in rules {
            let (used, limit) = (amount(&rule["used"]), amount(&rule["limit"]));
            let is_kept = if rule["side"] == "at_most" { used <= limit } else { used >= limit };
            assert!(is_kept, "{name}: {rule}");
        }
    }
}

#[test]
fn the_bound_of_stopped_work_holds_for_the_optimum() {
    let json = r#"{"aim": "0.5*npv+0.5*coverage"}"#;
    let best = answered(&read("banque-horizon"), "choose", json).expect("a plan");
    let best = amount(&document(&best)["objective"]);
    let is_time = |sighting: &Sighting| sighting.aim == "npv+coverage" && has_plan_and_bound(sighting);
    let (seen, result) = stopped_at("banque-horizon", "choose", json, is_time);
    let told = document(&result.expect("a plan"));
    let (worth, bound) = (amount(&told["objective"]), amount(&told["bound"]));
    assert!(worth <= best + 1e-9 && best <= bound + 1e-9, "{worth} {best} {bound}");
    assert!(
        seen.worth.expect("a worth") <= best + 1e-6 && best <= seen.bound.expect("a bound") + 1e-6,
        "{seen:?}"
    );
}

#[test]
fn sequences_tell_their_steps_and_stop_between_them() {
    let steps = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&steps);
    let watch = Watch::telling(move |sighting| kept.lock().expect("no panic").extend(sighting.step));
    run(&read("minimal"), &request("frontier", "{}"), &watch).expect("a frontier");
    let mut told = steps.lock().expect("no panic").clone();
    told.dedup();
    let expected: Vec<Step> = (1..=12).map(|number| Step { number, of: Some(12) }).collect();
    assert_eq!(told, expected);

    let third = |sighting: &Sighting| sighting.step.is_some_and(|step| step.number == 3);
    let stop_at_third = |kind: &str, json: &str| {
        let slot: Arc<Mutex<Watch>> = Arc::default();
        let own = Arc::clone(&slot);
        let watch = Watch::telling(move |sighting| {
            if third(sighting) {
                own.lock().expect("no panic").stop();
            }
        });
        *slot.lock().expect("no panic") = watch.clone();
        run(&read("minimal"), &request(kind, json), &watch)
    };
    let partial = document(&stop_at_third("frontier", "{}").expect("what was found before"));
    assert_eq!(partial["points"].as_array().expect("points").len(), 2);
    assert_eq!(partial["is_complete"], false);
    let listed =
        document(&stop_at_third("alternatives", r#"{"differ_by": 1}"#).expect("what was found before"));
    assert_eq!(listed["plans"].as_array().expect("plans").len(), 2);
}

#[test]
fn work_stopped_before_there_is_anything_to_tell_says_so() {
    let watch = Watch::start();
    watch.stop();
    for kind in ["choose", "explain", "robust", "frontier", "scenarios", "alternatives", "report"] {
        let error = run(&read("minimal"), &request(kind, "{}"), &watch).expect_err("nothing to tell");
        assert!(matches!(error, AppError::Stopped), "{kind}: {error:?}");
        let sentence = error.message();
        assert!(sentence.en.contains("stopped") && sentence.fr.contains("arrêté"));
    }
}

#[test]
fn an_explanation_that_is_stopped_once_there_is_a_plan_tells_the_plan() {
    let is_told = |sighting: &Sighting| sighting.plan.is_some();
    let (_, result) = stopped_at("banque-horizon", "explain", "{}", is_told);
    let told = document(&result.expect("the plan"));
    assert_eq!(told["is_partial"], true);
    assert!(!told["portfolio"].as_array().expect("a plan").is_empty());
}
