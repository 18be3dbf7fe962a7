//! What one run found of a dossier saves work for the next one, and changes no answer.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use cxfolio::app::open::Source;
use cxfolio::app::run::run;
use cxfolio::optimize::watch::Watch;

use crate::requests::{read, request};

/// The answer to an aim, with all that was maximised on the way.
fn told(source: &Source, asked: &str) -> (String, BTreeSet<String>) {
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let aims = Arc::clone(&seen);
    let watch = Watch::telling(move |sighting| {
        aims.lock().expect("no panic").insert(sighting.aim.clone());
    });
    let answer = run(source, &request("choose", asked), &watch).expect("a plan").text;
    let aims = seen.lock().expect("no panic").clone();
    (answer, aims)
}

#[test]
fn what_was_found_before_is_not_looked_for_again_and_changes_no_byte() {
    let heavy = r#"{"aim":"70*npv+30*coverage"}"#;
    let light = r#"{"aim":"20*npv+80*coverage"}"#;
    let first = read("maison-lumen");
    let cold = told(&first, light);
    assert!(cold.1.contains("coverage"), "{:?}", cold.1);

    let other = read("maison-lumen");
    told(&other, heavy);
    let warm = told(&other, light);
    assert_eq!(warm.0, cold.0);
    assert_eq!(warm.1.into_iter().collect::<Vec<_>>(), ["npv+coverage"]);
}

#[test]
fn what_was_found_under_other_rules_is_looked_for_again() {
    let source = read("maison-lumen");
    told(&source, r#"{"aim":"70*npv+30*coverage"}"#);
    for asked in [
        r#"{"aim":"70*npv+30*coverage","without":["budget"]}"#,
        r#"{"aim":"70*npv+30*coverage","value_model":"additive"}"#,
        r#"{"aim":"70*npv+30*coverage","floors":[{"measure":"coverage","least":"0.2"}]}"#,
        r#"{"aim":"60*npv+30*coverage+10*regret"}"#,
    ] {
        let warm = told(&source, asked);
        assert!(warm.1.contains("coverage"), "{asked}: {:?}", warm.1);
        assert_eq!(warm.0, told(&read("maison-lumen"), asked).0, "{asked}");
    }
}
