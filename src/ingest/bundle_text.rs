//! A dossier as one JSON object: what [`super::bundle`] reads.

use serde_json::{Map, Value};

use super::stored::Stored;
use super::table::Table;

/// Settings under `workspace`, then every table as a list of objects; cells are texts, so that every digit is kept, and
/// blank ones are left out.
pub fn bundle_text(stored: &Stored) -> String {
    let mut bundle = Map::new();
    if let Ok(Some(settings)) = &stored.settings.value {
        bundle.insert("workspace".to_string(), settings.clone());
    }
    for (name, table) in &stored.tables {
        bundle.insert(name.clone(), rows(table));
    }
    let text = serde_json::to_string_pretty(&Value::Object(bundle)).expect("a JSON value can be written");
    text + "\n"
}

fn rows(table: &Table) -> Value {
    let row = |cells: &csv::StringRecord| {
        let told = table.headings.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        Value::Object(told.map(|(heading, cell)| (heading.clone(), Value::from(cell))).collect())
    };
    Value::Array(table.records.iter().map(|record| row(&record.cells)).collect())
}
