//! A JSON value read with the keys that stand twice in one object; a plain reading would keep one of them in silence.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::faults;
use crate::domain::finding::Finding;
use crate::domain::place::Place;

/// The JSON value in these bytes, with or without a byte-order mark; of a key that stands twice the first one counts,
/// beside an error finding.
///
/// # Errors
/// One clause that says where the bytes are no JSON.
pub fn value(bytes: &[u8], place: &Place, findings: &mut Vec<Finding>) -> Result<Value, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let seed = Part { path: String::new(), place, findings };
    let value = seed.deserialize(&mut reader).map_err(|fault| fault.to_string())?;
    reader.end().map_err(|fault| fault.to_string())?;
    Ok(value)
}

/// One part of the value, with its path such as `budget_eur.y0`.
pub struct Part<'a> {
    pub path: String,
    pub place: &'a Place,
    pub findings: &'a mut Vec<Finding>,
}

impl Part<'_> {
    fn below(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_string() } else { format!("{}.{key}", self.path) }
    }
}

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = Value;

    fn deserialize<Source: Deserializer<'de>>(self, source: Source) -> Result<Value, Source::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bool<Fault>(self, yes: bool) -> Result<Value, Fault> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<Fault>(self, number: i64) -> Result<Value, Fault> {
        Ok(Value::from(number))
    }

    fn visit_u64<Fault>(self, number: u64) -> Result<Value, Fault> {
        Ok(Value::from(number))
    }

    fn visit_f64<Fault>(self, number: f64) -> Result<Value, Fault> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<Fault>(self, text: &str) -> Result<Value, Fault> {
        Ok(Value::from(text))
    }

    fn visit_unit<Fault>(self) -> Result<Value, Fault> {
        Ok(Value::Null)
    }

    fn visit_seq<Items: SeqAccess<'de>>(self, mut items: Items) -> Result<Value, Items::Error> {
        let mut values = Vec::new();
        loop {
            let path = self.below(&values.len().to_string());
            let part = Part { path, place: self.place, findings: &mut *self.findings };
            match items.next_element_seed(part)? {
                Some(value) => values.push(value),
                None => return Ok(Value::Array(values)),
            }
        }
    }

    fn visit_map<Keys: MapAccess<'de>>(self, mut map: Keys) -> Result<Value, Keys::Error> {
        let mut values = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let path = self.below(&key);
            let is_repeated = values.contains_key(&key);
            if is_repeated {
                self.findings.push(faults::key_repeated(self.place, &path));
            }
            let value =
                map.next_value_seed(Part { path, place: self.place, findings: &mut *self.findings })?;
            if !is_repeated {
                values.insert(key, value);
            }
        }
        Ok(Value::Object(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Result<Value, String>, Vec<String>) {
        let mut findings = Vec::new();
        let value = value(text.as_bytes(), &Place::file("s.json"), &mut findings);
        (value, findings.into_iter().map(|finding| finding.column).collect())
    }

    #[test]
    fn values_are_those_of_a_plain_reading() {
        let text = r#"{"a": [1, -2, 0.5, 1e300, "x", true, null, {"b": {}}], "c": 18446744073709551615}"#;
        let (value, repeated) = read(text);
        assert_eq!(value.unwrap(), serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(repeated, Vec::<String>::new());
        for text in ["", "{", "{} x", "[1,]"] {
            assert!(read(text).0.is_err(), "{text}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_told_and_the_first_one_counts() {
        let (value, repeated) = read(r#"{"a": {"y0": 1, "y0": 2}, "l": [{"b": 1, "b": 2}], "a": 3}"#);
        let value = value.unwrap();
        assert_eq!((value["a"]["y0"].as_i64(), value["l"][0]["b"].as_i64()), (Some(1), Some(1)));
        assert_eq!(repeated, ["a.y0", "l.0.b", "a"]);
    }
}
