//! `RequestFault`: what is wrong in a request, where in its JSON, in both languages; every fault is told at once.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::text::{Bilingual, typeset_french};

/// One fault of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestFault {
    /// Stable snake_case noun, such as `field_unknown`.
    pub code: &'static str,
    /// JSON pointer (RFC 6901) to the field, as `/locks/0/investment`; empty for the whole request.
    pub pointer: String,
    pub message: Bilingual,
}

impl RequestFault {
    /// A fault at a pointer, its French typed with plain spaces.
    pub fn at(pointer: &str, code: &'static str, en: impl Into<String>, fr: impl AsRef<str>) -> RequestFault {
        let message = Bilingual { en: en.into(), fr: typeset_french(fr.as_ref()) };
        RequestFault { code, pointer: pointer.to_string(), message }
    }

    /// A value that its field cannot take, with what it takes.
    pub fn out_of_range(pointer: &str, takes_en: &str, takes_fr: &str) -> RequestFault {
        let (en, fr) = (format!("The value is {takes_en}."), format!("La valeur est {takes_fr}."));
        RequestFault::at(pointer, "value_out_of_range", en, fr)
    }
}

/// The request in a JSON text.
///
/// Fields that cannot be read are all told, each at its place: a field alone shows whether the fault is in it.
pub fn read<Request: DeserializeOwned>(json: &str) -> Result<Request, Vec<RequestFault>> {
    let value: Value = serde_json::from_str(json).map_err(|fault| vec![no_json(&fault)])?;
    if !value.is_object() {
        let (en, fr) = ("Expected: an object.", "Attendu : un objet.");
        return Err(vec![RequestFault::at("", "field_invalid", en, fr)]);
    }
    let whole = |value: Value| Request::deserialize(value).map(|_| ()).map_err(|fault| fault.to_string());
    match whole(value.clone()) {
        Ok(()) => Ok(Request::deserialize(value).expect("it could be read just before")),
        Err(fault) => Err(located("", &value, &fault, &whole)),
    }
}

type Trial<'t> = &'t dyn Fn(Value) -> Result<(), String>;

/// The faults in a value that cannot be read; `trial` reads another value in its place.
fn located(pointer: &str, value: &Value, fault: &str, trial: Trial) -> Vec<RequestFault> {
    let mut found = Vec::new();
    match value {
        Value::Object(fields) => {
            // Where something is needed, every field alone lacks it: that is then not the field's fault.
            let needs = trial(Value::Object(Map::new())).err();
            let is_of_whole = |fault: &str| needs.is_some() && fault.starts_with("missing field");
            for (name, field) in fields {
                let alone = |field: Value| trial(Value::Object(Map::from_iter([(name.clone(), field)])));
                if let Err(fault) = alone(field.clone())
                    && !is_of_whole(&fault)
                {
                    let step = name.replace('~', "~0").replace('/', "~1");
                    found.extend(located(&format!("{pointer}/{step}"), field, &fault, &alone));
                }
            }
        }
        Value::Array(items) => {
            let alone = |item: Value| trial(Value::Array(vec![item]));
            for (at, item) in items.iter().enumerate() {
                if let Err(fault) = alone(item.clone()) {
                    found.extend(located(&format!("{pointer}/{at}"), item, &fault, &alone));
                }
            }
        }
        _ => {}
    }
    if found.is_empty() { vec![told(pointer, fault)] } else { found }
}

fn no_json(fault: &serde_json::Error) -> RequestFault {
    RequestFault::at(
        "",
        "request_unreadable",
        format!("The request is no JSON: {fault}."),
        format!("La requête n'est pas du JSON : {fault}."),
    )
}

/// What the reader says, in our words where it says something common.
fn told(pointer: &str, fault: &str) -> RequestFault {
    if fault.starts_with("unknown field") {
        let known = fault.split_once(", expected ").map_or("", |(_, known)| known);
        let known = known.trim_start_matches("one of ");
        return RequestFault::at(
            pointer,
            "field_unknown",
            format!("There is no such field; there are: {known}."),
            format!("Ce champ n'existe pas ; il y a : {known}."),
        );
    }
    if let Some(name) = fault.strip_prefix("missing field ") {
        let (en, fr) = (format!("The field {name} is needed."), format!("Le champ {name} est nécessaire."));
        return RequestFault::at(pointer, "field_missing", en, fr);
    }
    RequestFault::at(
        pointer,
        "field_invalid",
        format!("The field cannot be read: {fault}."),
        format!("Le champ est illisible : {fault}."),
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Whole {
        share: Option<f64>,
        inner: Inner,
        parts: Vec<Part>,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Inner {
        by_year: BTreeMap<String, u8>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only what cannot be read is looked at")]
    struct Part {
        name: String,
        count: u8,
    }

    fn faults(json: &str) -> Vec<(&'static str, String)> {
        let faults = read::<Whole>(json).expect_err("it cannot be read");
        faults.into_iter().map(|fault| (fault.code, fault.pointer)).collect()
    }

    #[test]
    fn every_fault_is_told_at_its_place() {
        let json = r#"{"share": "half", "colour": 1, "inner": {"by_year": {"y0": 1, "a/b": "x"}},
                       "parts": [{"name": "a", "count": 1}, {"name": 7}, {"name": "c", "count": 900}, {}]}"#;
        let expected = [
            ("field_invalid", "/share"),
            ("field_unknown", "/colour"),
            ("field_invalid", "/inner/by_year/a~1b"),
            ("field_invalid", "/parts/1/name"),
            ("field_invalid", "/parts/2/count"),
            ("field_missing", "/parts/3"),
        ];
        assert_eq!(faults(json), expected.map(|(code, pointer)| (code, pointer.to_string())));
    }

    #[test]
    fn what_is_no_json_or_no_object_is_the_fault_of_the_whole() {
        assert_eq!(faults("{"), [("request_unreadable", String::new())]);
        assert_eq!(faults("7"), [("field_invalid", String::new())]);
        assert!(read::<Whole>("{}").is_ok());
    }

    #[test]
    fn the_sentences_say_what_there_is() {
        let fault = &read::<Whole>(r#"{"colour": 1}"#).expect_err("no such field")[0];
        assert!(fault.message.en.contains("`share`, `inner`, `parts`"), "{}", fault.message.en);
        assert!(fault.message.fr.contains("`share`"), "{}", fault.message.fr);
    }
}
