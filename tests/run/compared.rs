//! Two choices compared: what entered, left and moved, and why, as far as it is known and no further.

use cxfolio::app::compare::{ComparedRun, FieldChange, compare};
use cxfolio::app::error::AppError;
use cxfolio::report::view_comparison::comparison_json;
use serde_json::Value;

use crate::requests::{answered, read, request};

/// The comparison of two choices of the bank; the requests may name scenarios, changes and locks.
fn compared(before: &str, after: &str, changes: &[FieldChange]) -> Value {
    let source = read("banque-horizon");
    let text = |json: &str| answered(&source, "choose", json).expect("a plan or none").text;
    let (old, new) = (text(before), text(after));
    let (asked_before, asked_after) = (request("choose", before), request("choose", after));
    let comparison = compare(
        ComparedRun { request: &asked_before, document: &old },
        ComparedRun { request: &asked_after, document: &new },
        changes,
    );
    let told: Value =
        serde_json::from_str(&comparison_json(&comparison.expect("two choices"))).expect("JSON");
    agree(&told, &old, &new);
    told
}

/// What is told agrees with the two documents themselves.
fn agree(told: &Value, old: &str, new: &str) {
    let document = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let (old, new) = (document(old), document(new));
    assert_eq!((&told["npv_before"], &told["npv_after"]), (&old["npv"], &new["npv"]));
    let ids = |value: &Value| -> Vec<String> {
        let items = value.as_array().expect("a list").iter();
        items.map(|item| item["investment"].as_str().expect("an identifier").to_string()).collect()
    };
    let (was, is) = (ids(&old["portfolio"]), ids(&new["portfolio"]));
    let entered: Vec<String> = is.iter().filter(|id| !was.contains(id)).cloned().collect();
    let left: Vec<String> = was.iter().filter(|id| !is.contains(id)).cloned().collect();
    assert_eq!((ids(&told["entered"]), ids(&told["left"])), (entered, left));
    let moved = told["moved"].as_array().expect("moves").len();
    let changes = told["changes"].as_array().expect("changes");
    assert_eq!(changes.len(), ids(&told["entered"]).len() + ids(&told["left"]).len() + moved);
    for change in changes {
        for language in ["en", "fr"] {
            let sentence = change["why"][language].as_str().expect("a sentence");
            let investment = change["investment"].as_str().expect("one");
            let name = change[format!("name_{language}")].as_str().expect("a name");
            assert!(sentence.contains(investment) && sentence.ends_with('.'), "{sentence}");
            assert!(sentence.starts_with(&name[..name.find('(').unwrap_or(name.len())]), "{sentence}");
        }
    }
}

fn change<'v>(told: &'v Value, investment: &str) -> &'v Value {
    let mut changes = told["changes"].as_array().expect("changes").iter();
    changes
        .find(|change| change["investment"] == investment)
        .unwrap_or_else(|| panic!("{investment}: {told:#}"))
}

fn causes(change: &Value) -> Vec<&str> {
    change["causes"].as_array().expect("causes").iter().filter_map(Value::as_str).collect()
}

#[test]
fn the_same_twice_differs_in_nothing() {
    let told = compared("{}", "{}", &[]);
    for list in ["entered", "left", "moved", "changes", "differences"] {
        assert_eq!(told[list], serde_json::json!([]), "{list}");
    }
    assert!(told["difference"].as_str().expect("an amount").trim_start_matches('-').starts_with('0'));
}

#[test]
fn less_money_names_the_budget_and_its_limits() {
    let told = compared("{}", r#"{"what_if": {"budgets": {"y0": "5000000"}}}"#, &[]);
    let differences = told["differences"].as_array().expect("differences");
    let subjects: Vec<&str> = differences.iter().filter_map(|one| one["subject"].as_str()).collect();
    assert!(subjects.contains(&"what_if.budgets.y0") && subjects.contains(&"budget:y0"), "{subjects:?}");
    let left = told["left"].as_array().expect("who left");
    assert!(!left.is_empty());
    let sentences: Vec<&str> = told["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .filter_map(|one| one["why"]["en"].as_str())
        .collect();
    let limit = "its limit fell from €9.20M to €5.00M";
    assert!(
        sentences.iter().any(|sentence| sentence.contains("the 2027 budget") && sentence.contains(limit)),
        "{sentences:#?}"
    );
}

#[test]
fn a_lock_is_named_and_whom_it_drives_out() {
    let after = r#"{"locks": [{"investment": "B01", "is_in": true, "reason": "signed"}]}"#;
    let told = compared("{}", after, &[]);
    let entered = change(&told, "B01");
    assert!(causes(entered).contains(&"request"), "{entered:#}");
    assert!(entered["why"]["fr"].as_str().expect("a sentence").contains("la demande impose"), "{entered:#}");
    let displaced = change(&told, "B02");
    assert!(causes(displaced).contains(&"displaced"), "{displaced:#}");
    assert!(
        displaced["why"]["en"].as_str().expect("a sentence").contains("(B01), which entered"),
        "{displaced:#}"
    );
}

#[test]
fn a_changed_row_is_told_of_its_investment_only() {
    let row = |investment: Option<&str>| FieldChange {
        collection: "cost_lines".into(),
        key: "C-1".into(),
        field: "y0_eur".into(),
        before: Some("100".into()),
        after: Some("200".into()),
        investment: investment.map(str::to_string),
    };
    let after = r#"{"without": ["budget"]}"#;
    let told = compared("{}", after, &[row(None)]);
    let some = told["changes"][0]["investment"].as_str().expect("a change").to_string();
    let is_written = |told: &Value| causes(change(told, &some)).contains(&"dossier");
    assert!(!is_written(&told));
    let told = compared("{}", after, &[row(Some(&some))]);
    assert!(is_written(&told));
    let sentence = change(&told, &some)["why"]["en"].as_str().expect("a sentence");
    assert!(sentence.contains("y0_eur of cost_lines C-1 in the dossier went from 100 to 200"), "{sentence}");
}

#[test]
fn no_plan_names_the_conflict() {
    let after = r#"{"what_if": {"budgets": {"y0": "0"}}}"#;
    let told = compared("{}", after, &[]);
    assert_eq!((&told["status_after"], &told["npv_after"]), (&Value::from("infeasible"), &Value::Null));
    assert_eq!(told["difference"], Value::Null);
    let first = &told["changes"][0];
    assert_eq!(causes(first), ["no_plan"]);
    assert!(first["why"]["en"].as_str().expect("a sentence").contains("the 2027 budget"), "{first:#}");
}

#[test]
fn what_has_no_known_cause_says_so() {
    let told = compared("{}", r#"{"value_model": "additive"}"#, &[]);
    let changes = told["changes"].as_array().expect("changes");
    let bare: Vec<&Value> = changes.iter().filter(|change| causes(change).is_empty()).collect();
    for change in bare {
        let (en, fr) = (change["why"]["en"].as_str(), change["why"]["fr"].as_str());
        assert!(en.is_some_and(|text| text.contains("no cause of its own is known")), "{change:#}");
        assert!(fr.is_some_and(|text| text.contains("aucune cause propre")), "{change:#}");
    }
    let differences = told["differences"].as_array().expect("differences");
    assert!(differences.iter().any(|one| one["subject"] == "value_model" && one["after"] == "additive"));
}

#[test]
fn what_is_no_choice_is_refused() {
    let asked = request("choose", "{}");
    let run = ComparedRun { request: &asked, document: "{\"npv\": \"1\"}" };
    let error = compare(run, run, &[]).expect_err("no choice");
    assert!(matches!(error, AppError::Unreadable(_)) && error.message().fr.contains("Seuls deux choix"));
}

/// The comparison in the same call tells what two calls compared tell.
#[test]
fn a_choice_may_be_compared_in_the_same_call() {
    let source = read("banque-horizon");
    let tried =
        r#"{"what_if": {"budgets": {"y0": "5000000"}}, "locks": [{"investment": "B01", "is_in": true}]}"#;
    let asked = tried.replacen('{', r#"{"compare": true, "#, 1);
    let document: Value =
        serde_json::from_str(&answered(&source, "choose", &asked).expect("a plan").text).expect("JSON");
    assert_eq!(document["difference"], compared("{}", tried, &[]));
    let plain: Value =
        serde_json::from_str(&answered(&source, "choose", tried).expect("a plan").text).expect("JSON");
    assert_eq!(plain["difference"], Value::Null);
    assert_eq!((&document["npv"], &document["fingerprint"]), (&plain["npv"], &plain["fingerprint"]));
}
