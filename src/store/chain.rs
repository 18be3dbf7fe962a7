//! Digests that hang together: each is over the one before and over what was added, so that no row can be changed later
//! without every later digest being wrong.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// A digest being made. Every field is written with its length in front, so that no two lists of fields look alike.
pub(super) struct Link(Sha256);

impl Link {
    /// After `previous`, which is empty for the first.
    pub(super) fn after(previous: &str) -> Link {
        Link(Sha256::new()).text(previous)
    }

    pub(super) fn text(mut self, text: &str) -> Link {
        self.0.update(u64::try_from(text.len()).expect("a text fits in memory").to_be_bytes());
        self.0.update(text.as_bytes());
        self
    }

    pub(super) fn number(mut self, number: i64) -> Link {
        self.0.update(number.to_be_bytes());
        self
    }

    /// A field that may be missing: one byte says whether it is there.
    pub(super) fn maybe<T>(mut self, field: Option<T>, write: impl FnOnce(Link, T) -> Link) -> Link {
        self.0.update([u8::from(field.is_some())]);
        match field {
            Some(field) => write(self, field),
            None => self,
        }
    }

    /// 64 lower-case hexadecimal digits.
    pub(super) fn digest(self) -> String {
        self.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            write!(text, "{byte:02x}").expect("writing to a String does not fail");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_depends_on_everything_before_it() {
        let first = Link::after("").text("a").digest();
        assert_eq!(first.len(), 64);
        assert_eq!(first, Link::after("").text("a").digest());
        assert_ne!(Link::after(&first).text("b").digest(), Link::after("").text("b").digest());
    }

    #[test]
    fn fields_do_not_run_together() {
        assert_ne!(
            Link::after("").text("ab").text("").digest(),
            Link::after("").text("a").text("b").digest()
        );
        let (nothing, empty) =
            (Link::after("").maybe(None, Link::text), Link::after("").maybe(Some(""), Link::text));
        assert_ne!(nothing.digest(), empty.digest());
    }
}
