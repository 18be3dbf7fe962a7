//! JSON pointers (RFC 6901), and faults at them.

use super::fault::RequestFault;

/// A pointer one step deeper.
pub fn step(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A fault at a pointer.
pub fn fault_at(pointer: &str, code: &'static str, en: &str, fr: &str) -> RequestFault {
    RequestFault::new(code, pointer, en.to_string(), fr.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_escaped() {
        assert_eq!(step("/personas/0", "a/b~c"), "/personas/0/a~1b~0c");
    }
}
