//! The shapes that schemas are made of.

use serde_json::{Map, Value, json};

/// Text without control characters, as one cell holds it.
pub const PLAIN: &str = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";

/// A decimal number as text.
pub const DECIMAL: &str = "^-?[0-9]{1,20}(\\.[0-9]{1,20})?$";

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    name: String,
    schema: Value,
    is_required: bool,
}

/// A field that is always there.
pub fn field(name: &str, schema: Value) -> Field {
    Field { name: name.to_string(), schema, is_required: true }
}

/// A field that may be left out.
pub fn optional(name: &str, schema: Value) -> Field {
    Field { name: name.to_string(), schema, is_required: false }
}

/// An object with these fields.
pub fn object(sentence: &str, fields: Vec<Field>) -> Value {
    let required: Vec<&String> =
        fields.iter().filter(|field| field.is_required).map(|field| &field.name).collect();
    let mut shape = json!({"type": "object", "description": sentence});
    if !required.is_empty() {
        shape["required"] = json!(required);
    }
    let properties: Map<String, Value> = fields.into_iter().map(|field| (field.name, field.schema)).collect();
    shape["properties"] = Value::Object(properties);
    shape
}

/// The same, in which no other field may stand.
pub fn closed(mut shape: Value) -> Value {
    shape["additionalProperties"] = Value::Bool(false);
    shape
}

/// A text.
pub fn text(sentence: &str) -> Value {
    json!({"type": "string", "description": sentence})
}

/// One of these words.
pub fn choice(sentence: &str, words: &[&str]) -> Value {
    json!({"type": "string", "enum": words, "description": sentence})
}

/// A moment in UTC.
pub fn moment(sentence: &str) -> Value {
    json!({"type": "string", "format": "date-time", "description": sentence})
}

/// A whole number, not negative.
pub fn whole(sentence: &str) -> Value {
    json!({"type": "integer", "format": "int64", "minimum": 0, "description": sentence})
}

/// A number.
pub fn number(sentence: &str) -> Value {
    json!({"type": "number", "description": sentence})
}

/// Yes or no.
pub fn truth(sentence: &str) -> Value {
    json!({"type": "boolean", "description": sentence})
}

/// Anything that JSON can say in an object.
pub fn anything(sentence: &str) -> Value {
    json!({"type": "object", "additionalProperties": true, "description": sentence})
}

/// A list.
pub fn list(items: Value) -> Value {
    json!({"type": "array", "items": items})
}

/// A named schema.
pub fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// The same, or null.
pub fn nullable(mut shape: Value) -> Value {
    match shape.get("type").cloned() {
        Some(Value::String(kind)) => {
            shape["type"] = json!([kind, "null"]);
            if let Some(words) = shape.get_mut("enum").and_then(Value::as_array_mut) {
                words.push(Value::Null);
            }
            shape
        }
        _ => json!({"oneOf": [shape, {"type": "null"}]}),
    }
}

/// A page of named items.
pub fn page(sentence: &str, of: &str) -> Value {
    let next = nullable(text("What `cursor` takes to get the next page; null on the last one."));
    object(sentence, vec![field("items", list(reference(of))), field("next", next)])
}
