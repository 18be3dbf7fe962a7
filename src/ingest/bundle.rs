//! The bundle: one JSON object with every table as an array of objects, read into the same tables as CSV.

use csv::StringRecord;
use serde_json::{Map, Value};

use super::faults;
use super::table::{Record, Table};
use crate::domain::finding::{Finding, Severity};

/// A table from an array of objects: headings in the order in which fields first appear, cells as text.
///
/// Numbers keep their text, `true` and `false` become 1 and 0, `null` a blank, a list its items with `|` between.
pub fn table(file: &str, rows: &Value, findings: &mut Vec<Finding>) -> Table {
    let mut table = Table::empty(file);
    let Value::Array(rows) = rows else {
        findings.push(shape(
            &table,
            0,
            "The table must be an array of objects.",
            "La table doit être une liste d'objets.",
        ));
        return table;
    };
    table.headings = headings(rows);
    for (at, row) in rows.iter().enumerate() {
        let row_number = at as u32 + 1;
        match row {
            Value::Object(fields) => {
                let cells = table.headings.iter().map(|heading| text(fields, heading));
                let cells: Vec<Result<String, ()>> = cells.collect();
                for (heading, cell) in table.headings.iter().zip(&cells) {
                    if cell.is_err() {
                        findings.push(nested(&table, row_number, heading));
                    }
                }
                let cells: StringRecord = cells.into_iter().map(Result::unwrap_or_default).collect();
                table.records.push(Record { row: row_number, cells });
            }
            _ => findings.push(shape(
                &table,
                row_number,
                "The row must be an object.",
                "La ligne doit être un objet.",
            )),
        }
    }
    table
}

/// Field names in the order of their first appearance; rows mostly share them, so only changes are searched.
fn headings(rows: &[Value]) -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for fields in rows.iter().filter_map(Value::as_object) {
        for name in fields.keys() {
            if !known.contains(name.as_str()) {
                known.insert(name.as_str());
                headings.push(name.clone());
            }
        }
    }
    headings
}

fn text(fields: &Map<String, Value>, heading: &str) -> Result<String, ()> {
    match fields.get(heading) {
        None => Ok(String::new()),
        Some(Value::Array(items)) => {
            let texts: Result<Vec<String>, ()> = items.iter().map(scalar).collect();
            texts.map(|texts| texts.join("|"))
        }
        Some(value) => scalar(value),
    }
}

fn scalar(value: &Value) -> Result<String, ()> {
    match value {
        Value::Null => Ok(String::new()),
        Value::Bool(yes) => Ok(u8::from(*yes).to_string()),
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text.clone()),
        Value::Array(_) | Value::Object(_) => Err(()),
    }
}

fn shape(table: &Table, row: u32, en: &str, fr: &str) -> Finding {
    Finding::new("json_shape_invalid", Severity::Error, &table.place(row), en.to_string(), fr.to_string())
}

fn nested(table: &Table, row: u32, heading: &str) -> Finding {
    let en = "A cell must be a text or a number, not an object.".to_string();
    let fr = "Une cellule doit être un texte ou un nombre, non un objet.".to_string();
    faults::cell("json_shape_invalid", Severity::Error, &table.place(row), (heading, ""), (en, fr))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn objects_become_cells_of_text() {
        let mut findings = Vec::new();
        let rows =
            json!([{"id": "A", "n": 1.50, "yes": true}, {"id": null, "list": ["x", 2]}, 7, {"id": {}}]);
        let table = table("bundle.json#t", &rows, &mut findings);
        assert_eq!(table.headings, ["id", "n", "yes", "list"]);
        assert_eq!(table.records[0].cells, vec!["A", "1.5", "1", ""]);
        assert_eq!(table.records[1].cells, vec!["", "", "", "x|2"]);
        let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.place.row)).collect();
        assert_eq!(found, [("json_shape_invalid", 3), ("json_shape_invalid", 4)]);
    }
}
