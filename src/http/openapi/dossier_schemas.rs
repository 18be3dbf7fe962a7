//! The schemas of dossiers as a whole.

use serde_json::{Map, Value, json};

use super::shape::{choice, closed, field, list, moment, nullable, object, page, reference, text, whole};
use super::tables;
use crate::app::kept::caller::Role;
use crate::wire::table::TableSchema;
use crate::wire::tables as dossier_tables;

/// Every schema.
pub fn all() -> Vec<(&'static str, Value)> {
    let roles = Role::ALL.map(Role::name);
    let head = object(
        "A dossier without its rows.",
        vec![
            field("id", text("Its name.")),
            field("name_en", nullable(text("Title in English."))),
            field("name_fr", nullable(text("Title in French."))),
            field("currency", nullable(text("Currency of its amounts, ISO 4217."))),
            field("revision", whole("Its newest revision.")),
            field("role", nullable(choice("What the caller may do with it.", &roles))),
            field("created_at", moment("When it was first kept.")),
            field("changed_at", moment("When it was last changed.")),
        ],
    );
    let outcome = choice("What became of it.", &["created", "changed", "unchanged"]);
    let placed = object(
        "Where a row that was sent went.",
        vec![
            field("table", text("Its table.")),
            field("key", text("Its key, for its address.")),
            field("external_id", nullable(text("Its key in the other tool."))),
            field("outcome", outcome),
        ],
    );
    let written = object(
        "What was written.",
        vec![
            field("dossier", text("Name of the dossier.")),
            field("revision", whole("Its revision now.")),
            field("items", list(reference("PlacedItem"))),
        ],
    );
    let (settings, bundle, batch) = wholes();
    vec![
        ("Dossier", head),
        ("DossierList", page("The dossiers that the caller may see.", "Dossier")),
        ("Settings", settings),
        ("Bundle", bundle),
        ("Batch", batch),
        ("PlacedItem", placed),
        ("Written", written),
    ]
}

/// The settings, a whole dossier, and a part of one.
fn wholes() -> (Value, Value, Value) {
    let settings = json!({"type": "object", "additionalProperties": true,
    "description": "The settings of a dossier. What cannot be read is refused; in a bundle, as in files, it is a finding of `check`.",
    "properties": {
        "id": {"type": ["string", "null"]}, "name_en": {"type": ["string", "null"]}, "name_fr": {"type": ["string", "null"]},
        "currency": {"type": ["string", "null"], "description": "ISO 4217.", "examples": ["EUR"]},
        "base_year": {"description": "Calendar year of year 0.", "examples": [2027]},
        "horizon_years": {"description": "Years after year 0, 1 to 50.", "examples": [5]},
        "discount_rate": {"description": "Per year; 0.09 is 9 %.", "examples": [0.09]},
        "budget_eur": {"description": "Amounts in `currency` by year; a year that is not named is not limited.",
            "examples": [{"y0": "9200000"}]},
        "run_rate_cap_eur": {"description": "Amounts in `currency` by year."},
        "decision_model": {"description": "Name of a decision model; `reference` when left out."},
    }});
    let rows = |schema: &TableSchema| {
        let rows = json!({"type": "array", "items": {"type": "object", "additionalProperties": true},
            "description": format!("Rows, each {}, as {} has them.", schema.sentence, tables::item_name(schema))});
        (schema.name.to_string(), rows)
    };
    let mut parts: Map<String, Value> = dossier_tables::ALL.into_iter().map(rows).collect();
    parts.insert("workspace".into(), reference("Settings"));
    let bundle = closed(json!({"type": "object", "properties": parts,
        "description": "A whole dossier: its settings and tables. Cells may also be texts, as in files."}));
    let batch_rows = |schema: &'static TableSchema| {
        (schema.name.to_string(), list(reference(&format!("{}Row", tables::item_name(schema)))))
    };
    let mut parts: Map<String, Value> = dossier_tables::ALL.into_iter().map(batch_rows).collect();
    parts.insert("workspace".into(), reference("Settings"));
    let batch = closed(json!({"type": "object", "properties": parts,
        "description": "Rows of any tables, put in or merged with those that are there; all or none."}));
    (settings, bundle, batch)
}
