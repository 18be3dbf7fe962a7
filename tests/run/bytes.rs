//! A request that says nothing gives the bytes of its command, and so does one that says what the command was told.

use cxfolio::wire::run_request::KINDS;

use crate::requests::{answered, printed, read, sample};

/// The words of a command and the request that says the same.
fn same(name: &str, kind: &str, words: &[&str], json: &str) {
    let path = sample(name).display().to_string();
    let format: &[&str] = if kind == "report" { &[] } else { &["--json"] };
    let words: Vec<&str> = [kind, &path].iter().chain(words).chain(format).copied().collect();
    let expected = printed(&words);
    assert!(!expected.is_empty(), "{words:?} printed nothing");
    let told = answered(&read(name), kind, json).unwrap_or_else(|error| panic!("{kind}: {error:?}"));
    assert!(told.text == expected, "{words:?} and {json} differ");
    let wanted = if kind == "report" { "text/html; charset=utf-8" } else { "application/json" };
    assert_eq!(told.content_type, wanted);
}

/// The plan of a sample as a file, and its `portfolio` as a request has it.
fn plan_of(name: &str) -> (tempfile::NamedTempFile, String) {
    let text = printed(&["choose", &sample(name).display().to_string(), "--json"]);
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), &text).expect("written");
    (file, document["portfolio"].to_string())
}

#[test]
fn what_is_left_out_is_as_on_the_command_line() {
    for kind in KINDS.into_iter().filter(|kind| *kind != "replan") {
        same("minimal", kind, &[], "{}");
    }
    for kind in ["check", "appraise", "score", "map", "choose", "alternatives", "report", "scenarios"] {
        same("maison-lumen", kind, &[], "");
    }
    let (file, portfolio) = plan_of("maison-lumen");
    let path = file.path().display().to_string();
    same("maison-lumen", "replan", &["--approved", &path], &format!("{{\"approved\": {portfolio}}}"));
}

#[test]
fn what_is_said_is_as_on_the_command_line() {
    let wish = ["--scenario", "S-CUT20", "--value", "additive", "--starts", "free", "--gap", "0.01"];
    let json = r#""scenario": "S-CUT20", "value_model": "additive", "starts": "free", "gap": 0.01"#;
    same("banque-horizon", "choose", &wish, &format!("{{{json}}}"));
    let words = ["--force-in", "B01=signed", "--force-out", "B12:core", "--without", "role", "--lang", "fr"];
    let json = r#"{"locks": [{"investment": "B01", "is_in": true, "reason": "signed"},
                             {"investment": "B12", "variant": "core", "is_in": false}],
                   "without": ["role"], "language": "fr"}"#;
    same("banque-horizon", "report", &words, json);
    let words = ["--floor", "coverage=0.10", "--maximise", "npv:0.02,coverage"];
    let json = r#"{"floors": [{"measure": "coverage", "least": "0.10"}], "aim": "npv:0.02,coverage"}"#;
    same("banque-horizon", "choose", &words, json);
    same("banque-horizon", "map", &["--moment", "M10"], r#"{"moment": "M10"}"#);
    same("banque-horizon", "map", &["--node", "N-API"], r#"{"node": "N-API"}"#);
    same("banque-horizon", "appraise", &["--investment", "B20"], r#"{"investment": "B20"}"#);
    let words = ["--weights", "ahp", "--stakeholder", "CFO", "--investment", "B26"];
    let json = r#"{"weights": "ahp", "stakeholder": "CFO", "investment": "B26"}"#;
    same("banque-horizon", "score", &words, json);
}

#[test]
fn what_is_said_of_other_plans_is_as_on_the_command_line() {
    let (file, portfolio) = plan_of("minimal");
    let path = file.path().display().to_string();
    let words = ["--approved", &path, "--keep", "0.9", "--as-of", "y1"];
    let json = format!(r#"{{"approved": {portfolio}, "keep": 0.9, "as_of": "y1"}}"#);
    same("minimal", "replan", &words, &json);
    same("minimal", "alternatives", &["--count", "3", "--differ-by", "1"], r#"{"count": 3, "differ_by": 1}"#);
    let words = ["--factors", "0.8,1,1.2", "--switches", "2", "--plan", &path];
    let json = format!(r#"{{"factors": ["0.8", "1", "1.2"], "switches": 2, "plan": {portfolio}}}"#);
    same("minimal", "frontier", &words, &json);
    same(
        "minimal",
        "frontier",
        &["--against", "coverage", "--points", "4"],
        r#"{"against": "coverage", "points": 4}"#,
    );
    let words =
        ["--weights", "intervals", "--within", "0.5", "--around", "3,2,1", "--samples", "40", "--seed", "7"];
    let words = [&words[..], &["--budgets", "0.8,1.2", "--scores", "0.1", "--quick"]].concat();
    let json = r#"{"weights": "intervals", "within": 0.5, "around": [3, 2, 1], "samples": 40, "seed": 7,
                   "budgets": ["0.8", "1.2"], "scores": 0.1, "quick": true}"#;
    same("minimal", "robust", &words, json);
}

#[test]
fn what_is_tried_out_is_as_if_the_dossier_said_so() {
    let json = r#"{"what_if": {"budgets": {"y0": "5000000"}}}"#;
    let plain = answered(&read("banque-horizon"), "choose", "{}").expect("a plan");
    let tried = answered(&read("banque-horizon"), "choose", json).expect("a plan");
    let document = |text: &str| -> serde_json::Value { serde_json::from_str(text).expect("JSON") };
    let (plain_json, tried_json) = (document(&plain.text), document(&tried.text));
    let limit = |document: &serde_json::Value| {
        let rules = document["rules"].as_array().expect("rules").iter();
        let mut budget = rules.filter(|rule| rule["rule"] == "budget:y0");
        budget.next().expect("a budget")["limit"].clone()
    };
    assert_ne!(limit(&plain_json), limit(&tried_json));
    assert_eq!(limit(&tried_json), "5000000");
    assert!(plain.has_plan && plain.status == Some("optimal") && tried.fingerprint != plain.fingerprint);
}
