//! JSON pointers (RFC 6901), and how deep what they point into may be.

use serde_json::Value;

use super::fault::RequestFault;

/// A pointer one step deeper.
pub fn step(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The deepest nesting that is kept of what no table knows: what is kept stands in objects of ours, and readers of JSON
/// give up at 128.
pub const DEPTH_MAX: usize = 64;

/// Whether a value is nested deeper than may be kept.
pub fn is_too_deep(value: &Value) -> bool {
    fn is_deeper(value: &Value, than: usize) -> bool {
        let Some(left) = than.checked_sub(1) else { return true };
        match value {
            Value::Array(items) => items.iter().any(|item| is_deeper(item, left)),
            Value::Object(fields) => fields.values().any(|field| is_deeper(field, left)),
            _ => false,
        }
    }
    is_deeper(value, DEPTH_MAX + 1)
}

/// The fault of a value that is nested too deep.
pub fn too_deep(pointer: &str) -> RequestFault {
    let en = format!("Nested deeper than {DEPTH_MAX}.");
    let fr = format!("Plus de {DEPTH_MAX} niveaux imbriqués.");
    RequestFault::at(pointer, "json_too_deep", en, fr)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_not_nested_too_deep() {
        let nested = |depth: usize| (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
        assert!(!is_too_deep(&nested(DEPTH_MAX)));
        assert!(is_too_deep(&nested(DEPTH_MAX + 1)));
    }

    #[test]
    fn a_step_is_escaped() {
        assert_eq!(step("/personas/0", "a/b~c"), "/personas/0/a~1b~0c");
    }
}
