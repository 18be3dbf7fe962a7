//! The settings of a dossier from rows of path and value, as they are exported.

use serde_json::{Map, Value};

use crate::wire::decimal::decimal;

/// The settings that rows of path and value build up, and the rows that fit nowhere.
#[derive(Debug, Default)]
pub struct SettingsRows {
    root: Map<String, Value>,
}

/// One step of a path.
enum Step {
    Field(String),
    Item(usize),
}

/// The most items a list of the settings may have.
const ITEMS_MAX: usize = 10_000;

impl SettingsRows {
    /// Sets the value at a path such as `budget_eur.y0` or `persona_criteria[0].id`; false when the path cannot be
    /// read or contradicts an earlier one.
    pub fn set(&mut self, path: &str, value: Value) -> bool {
        let Some(steps) = steps_of(path) else { return false };
        let mut root = Value::Object(std::mem::take(&mut self.root));
        let is_set = put(&mut root, &steps, value);
        if let Value::Object(fields) = root {
            self.root = fields;
        }
        is_set
    }

    /// The settings; nothing where no row was set.
    pub fn into_value(self) -> Option<Value> {
        (!self.root.is_empty()).then_some(Value::Object(self.root))
    }
}

/// The value of a written text: a number, `true`, `false`, `null`, `[]`, `{}`, a text between quotation marks, or the
/// text itself. Numbers may have a decimal comma where the file has.
pub fn value_of(text: &str, has_decimal_comma: bool) -> Value {
    let text = text.trim();
    if matches!(text.to_ascii_lowercase().as_str(), "true" | "false" | "null" | "[]" | "{}") {
        return serde_json::from_str(&text.to_ascii_lowercase()).unwrap_or(Value::Null);
    }
    if text.starts_with('"')
        && let Ok(Value::String(inside)) = serde_json::from_str(text)
    {
        return Value::String(inside);
    }
    let number = if has_decimal_comma { text.replace(',', ".") } else { text.to_string() };
    let json = serde_json::from_str(&number).ok().filter(Value::is_number);
    let shortest = || {
        let number = decimal(&number).ok()?.normalize().to_string();
        serde_json::from_str(&number).ok().filter(Value::is_number)
    };
    json.or_else(shortest).unwrap_or_else(|| Value::String(text.to_string()))
}

fn steps_of(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = path.trim();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('[') {
            let (index, after) = after.split_once(']')?;
            steps.push(Step::Item(index.parse().ok().filter(|index| *index < ITEMS_MAX)?));
            rest = after;
        } else if rest.starts_with('"') {
            let mut names = serde_json::Deserializer::from_str(rest).into_iter::<String>();
            steps.push(Step::Field(names.next()?.ok()?));
            rest = &rest[names.byte_offset()..];
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            if end == 0 {
                return None;
            }
            steps.push(Step::Field(rest[..end].to_string()));
            rest = &rest[end..];
        }
        rest = match rest.strip_prefix('.') {
            Some("") => return None,
            Some(after) => after,
            None if rest.is_empty() || rest.starts_with('[') => rest,
            None => return None,
        };
    }
    matches!(steps.first(), Some(Step::Field(_))).then_some(steps)
}

fn put(at: &mut Value, steps: &[Step], value: Value) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        let is_free = at.is_null();
        *at = value;
        return is_free;
    };
    let inner = match step {
        Step::Field(name) => {
            if at.is_null() {
                *at = Value::Object(Map::new());
            }
            let Value::Object(fields) = at else { return false };
            fields.entry(name.clone()).or_insert(Value::Null)
        }
        Step::Item(index) => {
            if at.is_null() {
                *at = Value::Array(Vec::new());
            }
            let Value::Array(items) = at else { return false };
            while items.len() <= *index {
                items.push(Value::Null);
            }
            &mut items[*index]
        }
    };
    put(inner, rest, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_from_their_rows() {
        let mut rows = SettingsRows::default();
        let written = [
            ("id", "w"),
            ("rate", "0,09"),
            ("budget.y0", "5"),
            ("budget.\"a.b\"", "true"),
            ("list[0].id", "x"),
            ("list[1]", "\"12\""),
            ("none", "null"),
            ("empty", "[]"),
        ];
        for (path, text) in written {
            assert!(rows.set(path, value_of(text, true)), "{path}");
        }
        assert!(!rows.set("id.more", Value::Null));
        assert!(!rows.set("budget..y1", Value::Null));
        assert!(!rows.set("[0]", Value::Null));
        let expected = serde_json::json!({"id": "w", "rate": 0.09, "budget": {"y0": 5, "a.b": true},
            "list": [{"id": "x"}, "12"], "none": null, "empty": []});
        assert_eq!(rows.into_value(), Some(expected));
    }
}
