//! Documents held against schemas, strictly: a key that no schema names is a fault, and so is a keyword not known here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::pattern::is_match;

const KEYWORDS: [&str; 20] = [
    "$ref",
    "type",
    "enum",
    "pattern",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    "items",
    "minItems",
    "maxItems",
    "oneOf",
    "anyOf",
    "allOf",
    "minimum",
    "maximum",
    "description",
    "format",
    "example",
    "title",
];

/// Schemas by name.
pub struct Validator<'a> {
    pub components: &'a Map<String, Value>,
}

/// What all parts of an object schema together say.
#[derive(Default)]
struct Keys<'a> {
    properties: BTreeMap<&'a str, &'a Value>,
    required: BTreeSet<&'a str>,
    others: Option<&'a Value>,
    names: Option<&'a Value>,
}

/// A schema and every schema inside it.
pub fn every_schema(schema: &Value) -> Vec<&Value> {
    let inside = match schema {
        Value::Object(parts) => parts.values().flat_map(every_schema).collect(),
        Value::Array(parts) => parts.iter().flat_map(every_schema).collect(),
        _ => Vec::new(),
    };
    std::iter::once(schema).chain(inside).collect()
}

impl<'a> Validator<'a> {
    /// What of a document is not as its component says: place and fault.
    pub fn faults(&self, component: &str, document: &Value) -> Vec<String> {
        let mut found = Vec::new();
        self.check(&self.components[component], document, "", &mut found);
        found
    }

    fn check(&self, schema: &'a Value, value: &Value, at: &str, found: &mut Vec<String>) {
        let schema = self.resolved(schema);
        for keyword in schema.as_object().expect("a schema is an object").keys() {
            assert!(KEYWORDS.contains(&keyword.as_str()), "{at}: the keyword `{keyword}` is not known here");
        }
        for (keyword, most) in [("oneOf", 1), ("anyOf", usize::MAX)] {
            let Some(choices) = schema.get(keyword).and_then(Value::as_array) else { continue };
            let fitting = choices.iter().filter(|choice| {
                let mut own = Vec::new();
                self.check(choice, value, at, &mut own);
                own.is_empty()
            });
            let n = fitting.count();
            if n == 0 || n > most {
                found.push(format!("{at}: {value} fits {n} of {keyword}"));
            }
        }
        if let Some(types) = schema.get("type") {
            let of = |name: &Value| is_of(name.as_str().expect("a type"), value);
            let is_one = types.as_array().map_or_else(|| of(types), |types| types.iter().any(of));
            if !is_one {
                return found.push(format!("{at}: {value} is not of type {types}"));
            }
        }
        if let Some(words) = schema.get("enum").and_then(Value::as_array)
            && !words.contains(value)
        {
            found.push(format!("{at}: {value} is none of {words:?}"));
        }
        match value {
            Value::String(text) => {
                let pattern = schema.get("pattern").and_then(Value::as_str);
                if pattern.is_some_and(|pattern| !is_match(pattern, text)) {
                    found.push(format!("{at}: {text:?} is not of the pattern {pattern:?}"));
                }
            }
            Value::Number(number) => {
                let number = number.as_f64().expect("a number");
                let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
                if limit("minimum").is_some_and(|least| number < least)
                    || limit("maximum").is_some_and(|most| number > most)
                {
                    found.push(format!("{at}: {number} is out of range"));
                }
            }
            Value::Array(entries) if schema.get("allOf").is_none() => {
                self.check_list(schema, entries, at, found)
            }
            Value::Object(entries) if is_object(schema) => self.check_object(schema, entries, at, found),
            _ => {
                let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
                parts.for_each(|part| self.check(part, value, at, found));
            }
        }
    }

    fn check_list(&self, schema: &'a Value, entries: &[Value], at: &str, found: &mut Vec<String>) {
        let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_u64);
        let n = entries.len() as u64;
        if limit("minItems").is_some_and(|least| n < least) || limit("maxItems").is_some_and(|most| n > most)
        {
            found.push(format!("{at}: {n} entries"));
        }
        let Some(items) = schema.get("items") else { return };
        for (place, entry) in entries.iter().enumerate() {
            self.check(items, entry, &format!("{at}/{place}"), found);
        }
    }

    fn check_object(
        &self,
        schema: &'a Value,
        entries: &Map<String, Value>,
        at: &str,
        found: &mut Vec<String>,
    ) {
        let mut keys = Keys::default();
        self.collect(schema, &mut keys);
        for key in keys.required.iter().filter(|key| !entries.contains_key(**key)) {
            found.push(format!("{at}/{key}: missing"));
        }
        for (key, entry) in entries {
            let place = format!("{at}/{key}");
            match (keys.properties.get(key.as_str()), keys.others) {
                (Some(property), _) => self.check(property, entry, &place, found),
                (None, Some(others)) => {
                    self.check(others, entry, &place, found);
                    if let Some(names) = keys.names {
                        self.check(names, &Value::String(key.clone()), &place, found);
                    }
                }
                (None, None) => found.push(format!("{at}: key `{key}` is in no schema")),
            }
        }
    }

    /// Keys of a schema and of all its parts.
    fn collect(&self, schema: &'a Value, keys: &mut Keys<'a>) {
        let schema = self.resolved(schema);
        for part in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            self.collect(part, keys);
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        keys.properties.extend(properties.into_iter().flatten().map(|(key, schema)| (key.as_str(), schema)));
        let required = schema.get("required").and_then(Value::as_array);
        keys.required.extend(required.into_iter().flatten().filter_map(Value::as_str));
        keys.others = keys.others.or(schema.get("additionalProperties"));
        keys.names = keys.names.or(schema.get("propertyNames"));
    }

    fn resolved(&self, schema: &'a Value) -> &'a Value {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else { return schema };
        let name = reference.strip_prefix("#/components/schemas/").expect("a component");
        self.resolved(self.components.get(name).unwrap_or_else(|| panic!("no component {name}")))
    }
}

fn is_object(schema: &Value) -> bool {
    schema.get("oneOf").is_none() && schema.get("anyOf").is_none()
}

fn is_of(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    }
}

#[test]
fn planted_faults_are_seen() {
    let components = serde_json::json!({
        "Word": { "type": "string", "enum": ["a", "b"] },
        "Base": { "type": "object", "required": ["n"], "properties": { "n": { "type": "integer", "minimum": 0 } } },
        "Whole": { "allOf": [{ "$ref": "#/components/schemas/Base" }, {
            "type": "object",
            "required": ["word", "map", "pair"],
            "properties": {
                "word": { "oneOf": [{ "type": "null" }, { "$ref": "#/components/schemas/Word" }] },
                "map": {
                    "type": "object",
                    "propertyNames": { "type": "string", "enum": ["k"] },
                    "additionalProperties": { "type": ["string", "null"], "pattern": "^\\d+$" },
                },
                "pair": { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
            },
        }] },
    });
    let components = components.as_object().expect("components");
    let faults = |text: &str| {
        let document: Value = serde_json::from_str(text).expect("JSON");
        Validator { components }.faults("Whole", &document)
    };
    assert_eq!(faults(r#"{"n":1,"word":null,"map":{"k":"7"},"pair":[1,2.5]}"#), Vec::<String>::new());
    assert_eq!(faults(r#"{"n":1,"word":"b","map":{"k":null},"pair":[1,2]}"#), Vec::<String>::new());
    for (bad, place) in [
        (r#"{"n":1,"word":"b","map":{},"pair":[1,2],"more":1}"#, ": key `more`"),
        (r#"{"n":1.5,"word":"b","map":{},"pair":[1,2]}"#, "/n"),
        (r#"{"n":-1,"word":"b","map":{},"pair":[1,2]}"#, "/n"),
        (r#"{"word":"b","map":{},"pair":[1,2]}"#, "/n: missing"),
        (r#"{"n":1,"map":{},"pair":[1,2]}"#, "/word: missing"),
        (r#"{"n":1,"word":"c","map":{},"pair":[1,2]}"#, "/word"),
        (r#"{"n":1,"word":"b","map":{"k":"x"},"pair":[1,2]}"#, "/map/k"),
        (r#"{"n":1,"word":"b","map":{"l":"1"},"pair":[1,2]}"#, "/map/l"),
        (r#"{"n":1,"word":"b","map":[],"pair":[1,2]}"#, "/map"),
        (r#"{"n":1,"word":"b","map":{},"pair":[1]}"#, "/pair"),
        (r#"{"n":1,"word":"b","map":{},"pair":[1,"2"]}"#, "/pair/1"),
        (r#"[]"#, ""),
    ] {
        let found = faults(bad);
        assert!(found.iter().any(|fault| fault.starts_with(place)), "{bad}: {found:?}");
    }
}
