//! Items of a kept dossier as the tables that every reader takes.

use std::collections::BTreeMap;

use csv::StringRecord;
use serde_json::{Map, Value};

use super::faults::suggest_name;
use super::nearest::nearest;
use super::stored::{Settings, Stored};
use super::table::{Record, Table};
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::wire::item::{EXTENSIONS, EXTERNAL_ID};
use crate::wire::table::TableSchema;

/// The items of one table, in their order.
#[derive(Clone, Debug)]
pub struct TableItems {
    pub schema: &'static TableSchema,
    pub items: Vec<Map<String, Value>>,
}

/// The dossier that these items are; rows are counted from 1 in each table, under the name of the table.
///
/// What other tools keep beside a row takes no part; a field of theirs that resembles a column which no row has is a
/// finding, because it may have been meant.
pub fn stored(settings: Option<Value>, tables: &[TableItems], findings: &mut Vec<Finding>) -> Stored {
    let place = Place::file("workspace");
    let tables = tables.iter().filter(|table| !table.items.is_empty());
    let tables: BTreeMap<String, Table> =
        tables.map(|table| (table.schema.name.to_string(), table_of(table, findings))).collect();
    Stored { settings: Settings { place, value: Ok(settings) }, tables }
}

fn table_of(told: &TableItems, findings: &mut Vec<Finding>) -> Table {
    let mut table = Table::empty(told.schema.name);
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &told.items {
        for name in item.keys().map(String::as_str).filter(|name| ![EXTERNAL_ID, EXTENSIONS].contains(name)) {
            at.entry(name).or_insert_with(|| {
                table.headings.push(name.to_string());
                table.headings.len() - 1
            });
        }
    }
    for (row, item) in (1..).zip(&told.items) {
        let mut cells = vec![""; table.headings.len()];
        for (name, cell) in item {
            if let (Some(at), Some(text)) = (at.get(name.as_str()), cell.as_str()) {
                cells[*at] = text;
            }
        }
        table.records.push(Record { row, cells: StringRecord::from(cells) });
    }
    doubt_extensions(told, &table, findings);
    table
}

fn doubt_extensions(told: &TableItems, table: &Table, findings: &mut Vec<Finding>) {
    let columns = told.schema.columns.iter().map(|column| column.name).filter(|name| !name.contains('{'));
    let absent: Vec<&str> =
        columns.filter(|name| !table.headings.iter().any(|heading| heading == name)).collect();
    let mut seen: Vec<&str> = Vec::new();
    for (row, item) in (1..).zip(&told.items) {
        let Some(extensions) = item.get(EXTENSIONS).and_then(Value::as_object) else { continue };
        for name in extensions.keys() {
            let Some(meant) = nearest(name, absent.iter().copied()) else { continue };
            if seen.contains(&name.as_str()) {
                continue;
            }
            seen.push(name);
            let en = format!("The field {name} is kept as an extension and is not counted.");
            let fr = format!("Le champ {name} est gardé comme extension et ne compte pas.");
            let finding =
                Finding::new("extension_resembles_column", Severity::Warning, &table.place(row), en, fr);
            findings.push(suggest_name(finding.at(name, ""), Some(meant)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::folder::interpret;
    use crate::wire::tables::customers::PERSONAS;
    use serde_json::json;

    fn rows(items: Value) -> TableItems {
        let items = serde_json::from_value(items).expect("rows are objects");
        TableItems { schema: &PERSONAS, items }
    }

    #[test]
    fn items_are_read_as_any_table() {
        let told = rows(json!([
            {"id": "P1", "name_en": "Ann", "customers": "1000"},
            {"id": "P2", "name_en": "Bob", "customers": "many", "external_id": "X"}
        ]));
        let mut findings = Vec::new();
        let stored = stored(Some(json!({"currency": "EUR"})), &[told], &mut findings);
        assert_eq!(findings, []);
        let reading = interpret(stored, findings);
        assert_eq!(reading.dossier.personas.len(), 2);
        let faulty = reading.findings.iter().find(|finding| finding.column == "customers");
        assert_eq!(faulty.map(|finding| (&*finding.place.file, finding.place.row)), Some(("personas", 2)));
        assert!(!reading.findings.iter().any(|finding| finding.column == "external_id"));
    }

    #[test]
    fn an_extension_that_may_be_a_slip_is_told() {
        let told = rows(json!([{"id": "P1", "extensions": {"custommers": 3, "u_vendor_rank": 1}}]));
        let mut findings = Vec::new();
        stored(None, &[told], &mut findings);
        let codes: Vec<(&str, &str)> =
            findings.iter().map(|finding| (finding.code, finding.column.as_str())).collect();
        assert_eq!(codes, [("extension_resembles_column", "custommers")]);
    }
}
