//! What two requests for runs say otherwise, field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::run_request::RunRequest;

/// One field that two requests say otherwise; an item of a list stands on one side only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestDifference {
    /// Path of names, as `what_if.budgets.y0`.
    pub field: String,
    /// The written value; none when nothing is said.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The differences of two requests, by field; what is left out and what says nothing are the same.
pub fn differences(before: &RunRequest, after: &RunRequest) -> Vec<RequestDifference> {
    let mut found = Vec::new();
    if before.kind() != after.kind() {
        let (before, after) = (Some(before.kind().to_string()), Some(after.kind().to_string()));
        found.push(RequestDifference { field: "kind".to_string(), before, after });
    }
    compare("", Some(&written(before)), Some(&written(after)), &mut found);
    found.sort();
    found
}

fn compare(field: &str, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<RequestDifference>) {
    let nothing = |value: &&Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    };
    let (before, after) = (before.filter(nothing), after.filter(nothing));
    let is = |value: Option<&Value>, wanted: fn(&Value) -> bool| value.is_none_or(wanted);
    if before == after {
        return;
    }
    if is(before, Value::is_object) && is(after, Value::is_object) {
        let of = |value: Option<&Value>| -> BTreeMap<String, Value> {
            let fields = value.and_then(Value::as_object).into_iter().flatten();
            fields.map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        let (before, after) = (of(before), of(after));
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for name in names {
            let path = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
            compare(&path, before.get(name), after.get(name), found);
        }
    } else if is(before, Value::is_array) && is(after, Value::is_array) {
        let items = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        let (before, after) = (items(before), items(after));
        let mut one_sided = |items: &[Value], others: &[Value], is_before: bool| {
            for item in items.iter().filter(|item| !others.contains(item)) {
                let (text, field) = (Some(text(item)), field.to_string());
                found.push(match is_before {
                    true => RequestDifference { field, before: text, after: None },
                    false => RequestDifference { field, before: None, after: text },
                });
            }
        };
        one_sided(&before, &after, true);
        one_sided(&after, &before, false);
    } else {
        let (before, after) = (before.map(text), after.map(text));
        found.push(RequestDifference { field: field.to_string(), before, after });
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}

fn written(request: &RunRequest) -> Value {
    match request {
        RunRequest::Check(request) => json(request),
        RunRequest::Appraise(request) => json(request),
        RunRequest::Score(request) => json(request),
        RunRequest::Map(request) => json(request),
        RunRequest::Choose(request) => json(request),
        RunRequest::Alternatives(request) => json(request),
        RunRequest::Replan(request) => json(request),
        RunRequest::Explain(request) => json(request),
        RunRequest::Frontier(request) => json(request),
        RunRequest::Robust(request) => json(request),
        RunRequest::Scenarios(request) => json(request),
        RunRequest::Report(request) => json(request),
    }
}

fn json(request: &impl Serialize) -> Value {
    serde_json::to_value(request).expect("a request has only plain keys and numbers")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> Vec<(String, Option<String>, Option<String>)> {
        let request = |json: &str| RunRequest::parse("choose", json).expect("a request");
        let found = differences(&request(before), &request(after));
        found.into_iter().map(|one| (one.field, one.before, one.after)).collect()
    }

    #[test]
    fn only_what_is_said_otherwise_is_told() {
        assert_eq!(told("{}", r#"{"gap": 0, "locks": [], "what_if": {"budgets": {}}}"#), []);
        let before =
            r#"{"scenario": "S1", "what_if": {"budgets": {"y0": "5", "y1": "6"}}, "without": ["a", "b"]}"#;
        let after = r#"{"gap": 0.01, "what_if": {"budgets": {"y0": "7", "y1": "6"}}, "without": ["b", "c"]}"#;
        let some = |text: &str| Some(text.to_string());
        let expected = [
            ("gap".to_string(), some("0.0"), some("0.01")),
            ("scenario".to_string(), some("S1"), None),
            ("what_if.budgets.y0".to_string(), some("5"), some("7")),
            ("without".to_string(), None, some("c")),
            ("without".to_string(), some("a"), None),
        ];
        assert_eq!(told(before, after), expected);
    }
}
