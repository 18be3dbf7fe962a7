//! An item of a kept dossier: one row of a table as JSON, with its key, and with what other tools add to it.
//!
//! Cells are kept as text under the names of their columns, blank ones not at all. `external_id` is the key that another
//! tool gives the row; fields that no column knows are kept as they came under `extensions`.

use serde_json::{Map, Value};

use super::fault::RequestFault;
use super::item_cell::{Manner, cell_json, cell_text};
use super::pointer::{is_too_deep, step, too_deep};
use super::table::{ColumnKind, ColumnSchema, TableSchema};

/// The field for the key of another tool.
pub const EXTERNAL_ID: &str = "external_id";
/// The field for what no column knows.
pub const EXTENSIONS: &str = "extensions";
/// The key of the item in its address; told, and checked when it is sent.
pub const KEY: &str = "key";
/// The currency of the amounts; told, and checked when it is sent.
pub const CURRENCY: &str = "currency";

/// The family of columns that any number may belong to.
const CRITERION: &str = "{criterion}";

/// The column that a field belongs to.
pub fn column_of(schema: &TableSchema, field: &str) -> Option<&'static ColumnSchema> {
    let columns: &'static [ColumnSchema] = schema.columns;
    let plain = columns.iter().find(|column| column.name == field);
    plain.or_else(|| {
        let is_member =
            |column: &&ColumnSchema| column.year_in(field).is_some() || column.period_in(field).is_some();
        columns.iter().find(|column| column.is_family() && is_member(column))
    })
}

/// Puts the fields of a JSON object onto an item (RFC 7396): `null` takes a field away, others are set.
///
/// `item` keeps its other fields; begin with an empty one to read a whole item. Faults have pointers below `pointer`.
pub fn merge(
    schema: &TableSchema,
    (currency, manner): (&str, Manner),
    mut item: Map<String, Value>,
    sent: &Value,
    pointer: &str,
    faults: &mut Vec<RequestFault>,
) -> Map<String, Value> {
    let Value::Object(fields) = sent else {
        faults.push(RequestFault::at(
            pointer,
            "type_invalid",
            "Expected: an object.",
            "Attendu\u{a0}: un objet.",
        ));
        return item;
    };
    for (name, field) in fields {
        let at = step(pointer, name);
        if is_too_deep(field) {
            faults.push(too_deep(&at));
            continue;
        }
        match name.as_str() {
            KEY => {}
            CURRENCY => check_currency(currency, field, &at, faults),
            EXTERNAL_ID => set_external_id(&mut item, field, &at, faults),
            EXTENSIONS => match field {
                Value::Object(_) | Value::Null => merge_extensions(&mut item, field),
                // As a file has it, which knows only texts.
                Value::String(text) if manner == Manner::AsInFiles && is_object(text) => {
                    merge_extensions(&mut item, &serde_json::from_str(text).unwrap_or_default());
                }
                _ => faults.push(RequestFault::at(
                    &at,
                    "type_invalid",
                    "Expected: an object.",
                    "Attendu\u{a0}: un objet.",
                )),
            },
            _ => match column_of(schema, name).or_else(|| criterion_of(schema, field)) {
                Some(column) => match cell_text(column, field, manner) {
                    Ok(text) if text.is_empty() => drop(item.shift_remove(name)),
                    Ok(text) => drop(item.insert(name.clone(), Value::from(text))),
                    Err(fault) => {
                        faults.push(RequestFault { pointer: at, code: fault.code, message: fault.message })
                    }
                },
                None => merge_extensions(&mut item, &Value::Object(one(name, field))),
            },
        }
    }
    item
}

/// The key of an item, its key fields with `~` between them; nothing in tables whose rows have none.
///
/// Missing key fields are faults.
pub fn key_of(
    schema: &TableSchema,
    item: &Map<String, Value>,
    pointer: &str,
    faults: &mut Vec<RequestFault>,
) -> Option<String> {
    let keys: Vec<&ColumnSchema> = schema.columns.iter().filter(|column| column.is_key).collect();
    if keys.is_empty() {
        return None;
    }
    let mut parts = Vec::with_capacity(keys.len());
    for column in keys {
        let part = item.get(column.name).and_then(Value::as_str).unwrap_or_default();
        if part.is_empty() && column.is_required {
            let name = column.name;
            let en = format!("`{name}` is part of the key and must be there.");
            let fr = format!("`{name}` fait partie de la clé et doit être présent.");
            faults.push(RequestFault::at(&step(pointer, name), "key_missing", &en, &fr));
        }
        parts.push(part.replace('%', "%25").replace('~', "%7E"));
    }
    Some(parts.join("~"))
}

/// The key fields that a key stands for; nothing when it has another number of parts.
pub fn fields_of_key(schema: &TableSchema, key: &str) -> Option<Map<String, Value>> {
    let keys: Vec<&ColumnSchema> = schema.columns.iter().filter(|column| column.is_key).collect();
    let parts: Vec<&str> = key.split('~').collect();
    if keys.len() != parts.len() {
        return None;
    }
    let fields = keys.iter().zip(parts).filter(|(_, part)| !part.is_empty());
    Some(fields.map(|(column, part)| (column.name.to_string(), Value::from(unescaped(part)))).collect())
}

/// An item as it is told: fields in the form of their kind, with its key and the currency of its amounts.
pub fn item_json(schema: &TableSchema, key: &str, currency: &str, item: &Map<String, Value>) -> Value {
    let mut told = Map::new();
    told.insert(KEY.to_string(), Value::from(key));
    if holds_amounts(schema) {
        told.insert(CURRENCY.to_string(), Value::from(currency));
    }
    told.extend(row_json(schema, item));
    Value::Object(told)
}

/// An item as a row of a bundle.
pub fn row_json(schema: &TableSchema, item: &Map<String, Value>) -> Map<String, Value> {
    let told = |(name, cell): (&String, &Value)| {
        let told = match (name.as_str(), cell) {
            (EXTERNAL_ID | EXTENSIONS, _) => cell.clone(),
            (_, Value::String(text)) => {
                let kind = column_of(schema, name).map_or(ColumnKind::Number, |column| column.kind);
                cell_json(kind, text)
            }
            _ => cell.clone(),
        };
        (name.clone(), told)
    };
    item.iter().map(told).collect()
}

/// Whether a table has amounts of money.
pub fn holds_amounts(schema: &TableSchema) -> bool {
    let is_amount =
        |column: &ColumnSchema| matches!(column.kind, ColumnKind::Amount | ColumnKind::StatedAmount);
    schema.columns.iter().any(is_amount)
}

fn unescaped(part: &str) -> String {
    part.replace("%7E", "~").replace("%25", "%")
}

/// A number under a name of its own, in a table whose headings are criteria.
fn criterion_of(schema: &TableSchema, field: &Value) -> Option<&'static ColumnSchema> {
    let columns: &'static [ColumnSchema] = schema.columns;
    let is_number = field.is_number() || field.as_str().is_some_and(|text| text.parse::<f64>().is_ok());
    columns.iter().find(|column| column.name == CRITERION).filter(|_| is_number || field.is_null())
}

fn check_currency(currency: &str, field: &Value, at: &str, faults: &mut Vec<RequestFault>) {
    if field.as_str() != Some(currency) && !currency.is_empty() {
        let en =
            format!("The dossier counts in {currency}; amounts of another currency cannot be put into it.");
        let fr =
            format!("Le dossier compte en {currency}\u{a0}; on n’y met pas de montants d’une autre devise.");
        faults.push(RequestFault::at(at, "currency_differs", &en, &fr));
    }
}

/// Longest key of another tool, in bytes.
const EXTERNAL_ID_MAX: usize = 400;

fn set_external_id(item: &mut Map<String, Value>, field: &Value, at: &str, faults: &mut Vec<RequestFault>) {
    match field {
        Value::Null => drop(item.shift_remove(EXTERNAL_ID)),
        Value::String(text) if !text.trim().is_empty() && text.len() <= EXTERNAL_ID_MAX => {
            item.insert(EXTERNAL_ID.to_string(), Value::from(text.trim()));
        }
        _ => faults.push(RequestFault::at(
            at,
            "type_invalid",
            "Expected: a text of at most 400 bytes that is not blank.",
            "Attendu\u{a0}: un texte non vide de 400 octets au plus.",
        )),
    }
}

fn is_object(text: &str) -> bool {
    serde_json::from_str::<Map<String, Value>>(text).is_ok()
}

fn one(name: &str, field: &Value) -> Map<String, Value> {
    [(name.to_string(), field.clone())].into_iter().collect()
}

fn merge_extensions(item: &mut Map<String, Value>, sent: &Value) {
    let mut extensions = item.shift_remove(EXTENSIONS).unwrap_or_else(|| Value::Object(Map::new()));
    merge_patch(&mut extensions, sent);
    if extensions.as_object().is_some_and(|fields| !fields.is_empty()) {
        item.insert(EXTENSIONS.to_string(), extensions);
    }
}

/// RFC 7396: objects are merged field by field, `null` takes away, everything else replaces.
pub fn merge_patch(target: &mut Value, patch: &Value) {
    let Value::Object(fields) = patch else {
        *target = patch.clone();
        if target.is_null() {
            *target = Value::Object(Map::new());
        }
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(kept) = target else { return };
    for (name, field) in fields {
        if field.is_null() {
            kept.shift_remove(name);
        } else if field.is_object() {
            merge_patch(kept.entry(name.clone()).or_insert(Value::Null), field);
        } else {
            kept.insert(name.clone(), field.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::tables::portfolio::{COST_LINES, INVESTMENTS};
    use serde_json::json;

    fn item(schema: &TableSchema, sent: Value) -> (Map<String, Value>, Vec<RequestFault>) {
        let mut faults = Vec::new();
        let item = merge(schema, ("EUR", Manner::AsInFiles), Map::new(), &sent, "", &mut faults);
        (item, faults)
    }

    #[test]
    fn unknown_fields_are_kept_and_known_ones_checked() {
        let sent = json!({"id": "B01", "external_id": "DMND001", "u_risk": {"level": 3}, "mandatory": true});
        let (kept, faults) = item(&INVESTMENTS, sent);
        assert_eq!(faults, []);
        assert_eq!(kept["extensions"], json!({"u_risk": {"level": 3}}));
        let told = item_json(&INVESTMENTS, "B01", "EUR", &kept);
        assert_eq!(told["mandatory"], json!(true));
        assert_eq!((&told["key"], &told["currency"]), (&json!("B01"), &json!("EUR")));
        let (again, faults) = item(&INVESTMENTS, told);
        assert_eq!((again, faults), (kept, vec![]));
    }

    #[test]
    fn every_fault_has_its_pointer() {
        let sent = json!({"investment_id": "B01", "y0_eur": "12k", "nature": "wish", "currency": "USD"});
        let (_, faults) = item(&COST_LINES, sent);
        let told: Vec<(&str, &str)> =
            faults.iter().map(|fault| (fault.pointer.as_str(), fault.code)).collect();
        let expected =
            [("/y0_eur", "type_invalid"), ("/nature", "choice_invalid"), ("/currency", "currency_differs")];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_key_reads_back_into_its_fields() {
        let (kept, _) = item(&COST_LINES, json!({"investment_id": "A~1", "line_id": "build"}));
        let mut faults = Vec::new();
        let key = key_of(&COST_LINES, &kept, "", &mut faults).expect("cost lines have keys");
        assert_eq!((key.as_str(), faults.len()), ("A%7E1~~build", 0));
        let fields = fields_of_key(&COST_LINES, &key).expect("three parts");
        assert_eq!(Value::Object(fields), json!({"investment_id": "A~1", "line_id": "build"}));
        assert!(fields_of_key(&COST_LINES, "B01").is_none());
    }

    #[test]
    fn a_patch_takes_away_and_leaves_the_rest() {
        let (kept, _) =
            item(&INVESTMENTS, json!({"id": "B01", "reason": "x", "vendor_note": {"a": 1, "b": 2}}));
        let mut faults = Vec::new();
        let sent = json!({"reason": null, "extensions": {"vendor_note": {"a": null}, "rank": 7}});
        let kept = merge(&INVESTMENTS, ("EUR", Manner::Exact), kept, &sent, "", &mut faults);
        assert_eq!(
            Value::Object(kept),
            json!({"id": "B01", "extensions": {"vendor_note": {"b": 2}, "rank": 7}})
        );
    }
}
