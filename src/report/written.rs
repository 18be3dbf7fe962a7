//! `WrittenDossier`: a dossier as it is written down, nothing interpreted, ready for files of any form.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde_json::Value;

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenCell {
    Blank,
    /// The number, and the text it is written as, with a decimal point.
    Number {
        value: Decimal,
        text: String,
    },
    Text(String),
    Truth(bool),
}

/// One table with its rows in the order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenTable {
    pub name: String,
    pub headings: Vec<String>,
    /// A row may have fewer or more cells than there are headings.
    pub rows: Vec<Vec<WrittenCell>>,
}

/// The settings and tables of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenDossier {
    /// Path and value, in the order in which they are written; see [`settings_rows`].
    pub settings: Vec<(String, WrittenCell)>,
    /// The same as one JSON document; nothing when the dossier has no settings.
    pub settings_json: Option<String>,
    pub tables: Vec<WrittenTable>,
}

impl WrittenDossier {
    /// The same dossier with every text, heading and path as `changed` gives it; numbers stay.
    pub fn with_text(&self, changed: impl Fn(&str) -> Cow<'_, str>) -> WrittenDossier {
        let text = |text: &String| changed(text).into_owned();
        let cell = |cell: &WrittenCell| match cell {
            WrittenCell::Text(one) => WrittenCell::Text(text(one)),
            other => other.clone(),
        };
        let table = |table: &WrittenTable| WrittenTable {
            name: table.name.clone(),
            headings: table.headings.iter().map(text).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        };
        WrittenDossier {
            settings: self.settings.iter().map(|(path, value)| (text(path), cell(value))).collect(),
            settings_json: self.settings_json.clone(),
            tables: self.tables.iter().map(table).collect(),
        }
    }

    /// How many rows all tables have together.
    pub fn n_rows(&self) -> usize {
        self.tables.iter().map(|table| table.rows.len()).sum()
    }
}

/// The settings as one JSON document for people to read and edit.
pub fn settings_json(settings: &Value) -> String {
    let text = serde_json::to_string_pretty(settings).expect("a JSON value can be written");
    format!("{text}\n")
}

/// The settings as rows of path and value: `budget_eur.y0` for a field, `persona_criteria[0].id` for an item of a list.
///
/// A field whose name holds `.`, `[`, `]` or `"` stands between quotation marks. So does a text that would be read as
/// something else, that is as a number, `true`, `false`, `null`, `[]` or `{}`, and one that is empty or begins with a
/// quotation mark; both are escaped as in JSON. No value is lost and every one comes back as it was.
pub fn settings_rows(settings: &Value) -> Vec<(String, WrittenCell)> {
    let mut rows = Vec::new();
    add_rows(String::new(), settings, &mut rows);
    rows
}

fn add_rows(path: String, value: &Value, rows: &mut Vec<(String, WrittenCell)>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, field) in fields {
                let name = if name.contains(['.', '[', ']', '"']) || name.is_empty() {
                    Value::from(name.as_str()).to_string()
                } else {
                    name.clone()
                };
                add_rows(if path.is_empty() { name } else { format!("{path}.{name}") }, field, rows);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (place, item) in items.iter().enumerate() {
                add_rows(format!("{path}[{place}]"), item, rows);
            }
        }
        other => rows.push((path, cell(other))),
    }
}

fn cell(value: &Value) -> WrittenCell {
    match value {
        Value::Bool(truth) => WrittenCell::Truth(*truth),
        Value::Number(number) => {
            let text = number.to_string();
            match number_of(&text) {
                Some(value) => WrittenCell::Number { value, text },
                None => WrittenCell::Text(text),
            }
        }
        Value::String(text) if would_be_something_else(text) => WrittenCell::Text(value.to_string()),
        Value::String(text) => WrittenCell::Text(text.clone()),
        Value::Null | Value::Array(_) | Value::Object(_) => WrittenCell::Text(value.to_string()),
    }
}

fn would_be_something_else(text: &str) -> bool {
    let text = text.trim();
    // A decimal comma counts as well, because the file may be written with one.
    matches!(text.to_ascii_lowercase().as_str(), "" | "null" | "true" | "false" | "[]" | "{}")
        || text.starts_with('"')
        || number_of(&text.replace(',', ".")).is_some()
}

fn number_of(text: &str) -> Option<Decimal> {
    text.parse().ok().or_else(|| Decimal::from_scientific(text).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_become_rows_that_can_be_told_apart() {
        let settings = r#"{"id": "w", "rate": 0.09, "budget": {"y0": 5, "a.b": true}, "list": [{"id": "x"}, "12"],
                           "none": null, "blank": "", "empty": [], "code": "1,5"}"#;
        let rows = settings_rows(&serde_json::from_str(settings).unwrap());
        let shown: Vec<String> = rows
            .iter()
            .map(|(path, cell)| match cell {
                WrittenCell::Blank => format!("{path} blank"),
                WrittenCell::Number { text, .. } => format!("{path} number {text}"),
                WrittenCell::Text(text) => format!("{path} text {text}"),
                WrittenCell::Truth(truth) => format!("{path} {truth}"),
            })
            .collect();
        assert_eq!(
            shown,
            [
                "id text w",
                "rate number 0.09",
                "budget.y0 number 5",
                "budget.\"a.b\" true",
                "list[0].id text x",
                "list[1] text \"12\"",
                "none text null",
                "blank text \"\"",
                "empty text []",
                "code text \"1,5\"",
            ]
        );
    }
}
