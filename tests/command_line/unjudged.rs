//! Candidates without a case, because amounts are withheld or nothing is stated: told in their own right, never as zero.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::{json as document, run_on, text};

/// The smallest sample with a third candidate, of which `cost` states the only line; without one nothing is stated of it.
fn minimal(cost: Option<&str>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/minimal")).expect("the sample")
    {
        let path = entry.expect("an entry").path();
        fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("a copy");
    }
    add(folder.path(), "investments.csv", "NEW,New idea,Nouvelle idée,Head of service,somebody asked");
    if let Some(amounts) = cost {
        add(folder.path(), "cost_lines.csv", &format!("NEW,NEW-build,build,opex,{amounts},0,0,0,0.9,1.5"));
    }
    folder
}

fn add(folder: &Path, table: &str, row: &str) {
    let path = folder.join(table);
    let rows = fs::read_to_string(&path).expect("the table");
    fs::write(path, format!("{}\n{row}\n", rows.trim_end())).expect("written");
}

#[test]
fn what_nobody_states_is_no_zero() {
    for (cost, reason, lines, why) in [
        (None, "nothing_stated", json!([]), "neither a cost line nor a benefit line"),
        (Some("n/a"), "withheld", json!(["NEW-build"]), "amounts withheld in NEW-build"),
    ] {
        let folder = minimal(cost);
        let plan = document(&run_on("choose BANK --json", folder.path()));
        let missing = json!([{"investment": "NEW", "variant": "core", "reason": reason, "lines": lines}]);
        assert_eq!((&plan["missing"], &plan["unjudged"]), (&missing, &json!(["NEW"])));
        assert_eq!(plan["portfolio"].as_array().map(Vec::len), Some(1), "{plan}");
        assert_eq!(document(&run_on("appraise BANK --json", folder.path()))["missing"], missing);
        let said = text(&run_on("choose BANK --lang en", folder.path()).stdout);
        let top = said.lines().next().expect("a line");
        assert!(
            top.ends_with("1 candidate could not be judged, because amounts are withheld or not stated."),
            "{top}"
        );
        assert!(said.contains(&format!("  - New idea (NEW): {why}\n")), "{said}");
        let why_not = document(&run_on("explain BANK --json", folder.path()));
        let told = why_not["investments"].as_array().expect("a list").iter().find(|one| one["id"] == "NEW");
        assert_eq!(told.map(|one| &one["reason"]), Some(&json!(reason)));
    }
}

/// A stated zero is a statement, and so are costs without benefits.
#[test]
fn a_line_of_zeros_is_a_case() {
    let plan = document(&run_on("choose BANK --json", minimal(Some("0")).path()));
    assert_eq!((&plan["missing"], &plan["unjudged"]), (&json!([]), &json!([])));
}

#[test]
fn what_cannot_be_judged_cannot_be_imposed() {
    let folder = minimal(None);
    let output = run_on("choose BANK --force-in NEW=wanted --lang fr", folder.path());
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(5), "{said}");
    assert!(said.contains("Nouvelle idée (NEW) est imposé (wanted)"), "{said}");
    assert!(said.contains("  - Nouvelle idée (NEW)\u{a0}: ni ligne de coût, ni ligne de gain\n"), "{said}");
}

/// A plan of nothing says nothing of what could not be judged but that.
#[test]
fn a_headline_does_not_judge_what_has_no_case() {
    let folder = minimal(None);
    let line = "choose BANK --force-out KB --force-out BOT --lang";
    let said = text(&run_on(&format!("{line} en"), folder.path()).stdout);
    assert!(
        said.contains("no candidate that could be judged is worth its cost under these rules. 1 candidate"),
        "{said}"
    );
    let dit = text(&run_on(&format!("{line} fr"), folder.path()).stdout);
    assert!(dit.contains("aucun candidat qui a pu être jugé ne vaut son coût"), "{dit}");
    assert!(dit.contains("1 candidat n’a pas pu être jugé"), "{dit}");
}

#[test]
fn the_memo_lists_them_with_and_without_a_plan() {
    let folder = minimal(None);
    for (words, title) in
        [("", "Candidates that could not be judged"), ("--force-in NEW", "What could not be judged")]
    {
        let to = folder.path().join("memo.html");
        run_on(&format!("report BANK {words} --lang en --output {}", to.display()), folder.path());
        let memo = fs::read_to_string(&to).expect("the memo");
        assert!(memo.contains(title), "{words}");
        assert!(memo.contains("neither a cost line nor a benefit line"), "{words}");
        fs::remove_file(to).expect("removed");
    }
}
