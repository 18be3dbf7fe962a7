//! Replanning where nothing fits what has begun: the conflict and its repairs are told, as for a choice without a plan.

use std::fs;

use super::{run, text};

#[test]
fn a_replan_without_a_plan_names_what_has_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let approved = folder.path().join("approved.json");
    fs::write(&approved, run("choose samples/bureau-plan --json").stdout).expect("the approved plan");
    let line = format!(
        "replan samples/bureau-plan --approved {} --scenario S-CUT15 --as-of y0q2 --lang en",
        approved.display()
    );
    let output = run(&line);
    let told = text(&output.stdout);
    assert_eq!(output.status.code(), Some(5), "{told}{}", text(&output.stderr));
    assert!(told.contains("has begun"), "{told}");
    assert!(told.contains("of Q1 2027") || told.contains("of quarter 1 of 2027"), "{told}");
    assert!(told.contains("makes a plan possible"), "{told}");
    assert_eq!(run("choose samples/bureau-plan --scenario S-CUT15").status.code(), Some(0));
}
