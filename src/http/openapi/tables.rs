//! The schemas of items, made of the tables of a dossier.

use serde_json::{Map, Value, json};

use super::shape::{DECIMAL, PLAIN, field, list, nullable, object, reference, text, whole};
use crate::wire::item::{CURRENCY, EXTENSIONS, EXTERNAL_ID, KEY, holds_amounts};
use crate::wire::item_cell::{FieldForm, letters_max, may_be_number};
use crate::wire::table::{ColumnKind, ColumnSchema, TableSchema};
use crate::wire::tables;

/// Years of which the columns of a family are listed; later ones are named alike.
const YEARS: usize = 5;

/// Text that is not blank at its ends.
const NAME: &str = "^[^\\s\\u0000-\\u001F\\u007F-\\u009F|]([^\\u0000-\\u001F\\u007F-\\u009F|]*[^\\s\\u0000-\\u001F\\u007F-\\u009F|])?$";

/// A period such as `y1`, `y1q2` or `y1m05`.
const PERIOD: &str = "^y[0-9]{1,2}(q[1-4]|m(0[1-9]|1[0-2]))?$";

/// The name of the schema of one row, such as `CostLine`.
pub fn item_name(schema: &TableSchema) -> String {
    let singular = match schema.name {
        "journeys" => "journey",
        "persona_criteria" => "persona_criterion",
        "investment_criteria" => "investment_criterion_values",
        "channel_switches" => "channel_switch",
        "capabilities" => "capability",
        "dependencies" => "dependency",
        "studies" => "study",
        "evidence" => "evidence_item",
        "moment_importance" => "moment_importance",
        "role_demand" => "role_demand",
        "scenarios" => "scenario_override",
        other => other.strip_suffix('s').unwrap_or(other),
    };
    singular.split('_').map(capitalised).collect()
}

/// Every schema of items: the item, what is sent of it, and pages of it.
pub fn all() -> Vec<(String, Value)> {
    tables::ALL.into_iter().flat_map(of_table).collect()
}

fn of_table(schema: &'static TableSchema) -> Vec<(String, Value)> {
    let name = item_name(schema);
    let mut fields = Map::new();
    fields.insert(
        KEY.into(),
        text("The key in its address: its key fields with `~` between them, or a number."),
    );
    if holds_amounts(schema) {
        fields.insert(CURRENCY.into(), text("Currency of its amounts, ISO 4217."));
    }
    let mut told = Map::new();
    let mut sent = Map::new();
    for column in schema.columns {
        for (name, shape) in properties(column) {
            let is_key = column.is_key && column.is_required;
            sent.insert(name.clone(), if is_key { shape.clone() } else { nullable(shape.clone()) });
            told.insert(name, shape);
        }
    }
    let external = json!({"type": "string", "minLength": 1, "maxLength": 400, "pattern": "\\S",
        "description": "The key of the row in another tool; no two rows of a table have the same."});
    let extensions = json!({"type": "object", "additionalProperties": true,
        "description": "Fields that no column knows, kept as they came."});
    told.insert(EXTERNAL_ID.into(), external.clone());
    told.insert(EXTENSIONS.into(), extensions.clone());
    sent.insert(EXTERNAL_ID.into(), nullable(external));
    sent.insert(EXTENSIONS.into(), nullable(extensions));
    let keys: Vec<&str> = schema
        .columns
        .iter()
        .filter(|column| column.is_key && column.is_required)
        .map(|column| column.name)
        .collect();
    let mut required: Vec<&str> = fields.keys().map(String::as_str).collect();
    required.extend(&keys);
    let sentence = format!("{}.", capitalised(schema.sentence));
    let item = json!({"type": "object", "description": sentence, "required": required,
        "properties": merged(&fields, &told), "additionalProperties": true});
    let (next, total) =
        ("What `cursor` takes to get the next page; null on the last one.", "Items on all pages.");
    let page = object(
        &format!("A page of rows, each {}.", schema.sentence),
        vec![
            field("items", list(reference(&name))),
            field("next", nullable(text(next))),
            field("total", whole(total)),
            field("revision", whole("The revision of the dossier that all pages are of.")),
        ],
    );
    // In an upsert a row may be found by `key` or `external_id`, so that no field of it is needed.
    let upsert_fields = merged(&only(KEY, text("The key of a row that is there.")), &sent);
    let batch = json!({"type": "object", "required": ["items"], "additionalProperties": false,
        "description": "Rows to put in or to merge with those that are there.",
        "properties": {"items": list(reference(&format!("{name}Row")))}});
    let row = json!({"type": "object", "description": format!("{sentence} Found by `external_id`, `key` or its key fields."),
        "properties": upsert_fields, "additionalProperties": true});
    let patch = json!({"type": "object", "description": format!("What changes of it; null takes away. {sentence}"),
        "properties": sent, "additionalProperties": true});
    vec![
        (name.clone(), item),
        (format!("{name}Patch"), patch),
        (format!("{name}Row"), row),
        (format!("{name}Batch"), batch),
        (format!("{name}Page"), page),
    ]
}

/// The properties of a column: one, or those of the first years of a family.
fn properties(column: &ColumnSchema) -> Vec<(String, Value)> {
    let shape = shape(column);
    if !column.is_family() {
        return vec![(column.name.to_string(), shape)];
    }
    let years = 0..=YEARS;
    let named = |year: usize| {
        let name = column.name.replace("{year}", &year.to_string()).replace("{period}", &format!("y{year}"));
        (name, shape.clone())
    };
    if column.name == "{criterion}" { Vec::new() } else { years.map(named).collect() }
}

fn shape(column: &ColumnSchema) -> Value {
    let kind = column.kind;
    let sentence = match kind {
        ColumnKind::Amount | ColumnKind::StatedAmount => {
            format!("{}, in `currency`.", capitalised(column.sentence))
        }
        ColumnKind::Share | ColumnKind::Impact => {
            format!("{}; a share, 0.1 is 10 %.", capitalised(column.sentence))
        }
        _ => format!("{}.", capitalised(column.sentence)),
    };
    let mut shape = match FieldForm::of(kind) {
        FieldForm::Texts => {
            list(json!({"type": "string", "minLength": 1, "maxLength": letters_max(column), "pattern": NAME}))
        }
        FieldForm::Truth => json!({"type": "boolean"}),
        FieldForm::Number => json!({"type": "number"}),
        FieldForm::Whole => json!({"type": "integer", "format": "int32"}),
        FieldForm::Amount if kind.may_be_withheld() => json!({"type": "string", "format": "decimal",
            "pattern": format!("{DECIMAL}|^n\\.d\\.$"), "examples": ["120000.00"]}),
        FieldForm::Amount => {
            json!({"type": "string", "format": "decimal", "pattern": DECIMAL, "examples": ["120000.00"]})
        }
        FieldForm::Text => of_text(column),
    };
    if let (FieldForm::Number | FieldForm::Whole, Some((least, most))) = (FieldForm::of(kind), kind.range()) {
        let number = |bound: rust_decimal::Decimal| bound.to_string().parse::<f64>().unwrap_or_default();
        shape["minimum"] = json!(number(least));
        shape["maximum"] = json!(number(most));
    }
    shape["description"] = Value::from(sentence);
    shape
}

fn of_text(column: &ColumnSchema) -> Value {
    match column.kind {
        ColumnKind::Choice(words) => json!({"type": "string", "enum": words}),
        ColumnKind::Day => json!({"type": "string", "format": "date"}),
        _ if may_be_number(column) => json!({"type": "string", "pattern": format!("{DECIMAL}|{PERIOD}")}),
        kind if kind == ColumnKind::Identifier || column.is_key => {
            json!({"type": "string", "minLength": 1, "maxLength": letters_max(column), "pattern": NAME})
        }
        _ => json!({"type": "string", "maxLength": letters_max(column), "pattern": PLAIN}),
    }
}

fn merged(one: &Map<String, Value>, other: &Map<String, Value>) -> Value {
    one.iter().chain(other).map(|(name, shape)| (name.clone(), shape.clone())).collect()
}

fn only(name: &str, shape: Value) -> Map<String, Value> {
    Map::from_iter([(name.to_string(), shape)])
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_table_has_a_name_of_its_own() {
        let names: BTreeSet<String> = tables::ALL.into_iter().map(item_name).collect();
        assert_eq!(names.len(), tables::ALL.len());
        assert!(names.contains("CostLine") && names.contains("EcosystemNode"), "{names:?}");
    }
}
