//! JSON pointers (RFC 6901).

/// A pointer one step deeper.
pub fn step(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_escaped() {
        assert_eq!(step("/personas/0", "a/b~c"), "/personas/0/a~1b~0c");
    }
}
