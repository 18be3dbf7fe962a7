//! `Condition`: what a write says about what it replaces, so that nobody overwrites what they have not seen.

use sha2::{Digest, Sha256};

use super::refusal::Refusal;
use crate::store::dossiers::DossierRow;

/// Digits of a digest in a tag: enough that no two states of one thing meet by chance.
const DIGITS: usize = 12;

/// What a write, or a read, is conditional on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// Tags of `If-Match`; `*` stands for anything that is there.
    pub matches: Option<Vec<String>>,
    /// Tags of `If-None-Match`; `*` stands for anything that is there.
    pub matches_none: Option<Vec<String>>,
}

impl Condition {
    /// Whether a write onto something with this tag, or onto nothing, may go on. Something new needs no condition.
    pub fn check_write(&self, now: Option<&str>) -> Result<(), Refusal> {
        let changed = || Refusal::Changed(now.map(str::to_string));
        if self.matches_none.as_ref().is_some_and(|tags| is_among(tags, now)) {
            return Err(changed());
        }
        match (&self.matches, now) {
            (Some(tags), _) if is_among(tags, now) => Ok(()),
            (Some(_), _) => Err(changed()),
            (None, None) => Ok(()),
            (None, Some(_)) => Err(Refusal::Unconditional),
        }
    }

    /// Whatever stands there now, as `If-Match: *` says.
    pub fn any() -> Condition {
        Condition { matches: Some(vec!["*".to_string()]), matches_none: None }
    }

    /// Whether a reader already has what has this tag.
    pub fn has_already(&self, now: &str) -> bool {
        self.matches_none.as_ref().is_some_and(|tags| is_among(tags, Some(now)))
    }
}

fn is_among(tags: &[String], now: Option<&str>) -> bool {
    now.is_some_and(|now| tags.iter().any(|tag| tag == "*" || tag == now))
}

/// The tag of a dossier: the number of its revision, and the first digits of the digest of everything that led to it. After
/// an older copy was put back, another revision may have the same number, but not the same digits.
pub fn tag(revision: i64, digest: &str) -> String {
    format!("\"r{revision}-{}\"", digest.get(..DIGITS).unwrap_or(digest))
}

/// The tag of a dossier as it is now.
pub fn dossier_tag(row: &DossierRow) -> String {
    tag(row.revision, &row.digest)
}

/// The tag of something whose versions have numbers: the number, and digits of the content that is told.
pub fn version_tag(number: i64, content: &[&str]) -> String {
    tag(number, &digest(content))
}

/// The tag of something without versions: digits of its content.
pub fn content_tag(content: &[&str]) -> String {
    format!("\"{}\"", &digest(content)[..DIGITS])
}

fn digest(content: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in content {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(DIGITS.div_ceil(2)).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(matches: Option<&str>, matches_none: Option<&str>) -> Condition {
        let tags = |tag: &str| vec![tag.to_string()];
        Condition { matches: matches.map(tags), matches_none: matches_none.map(tags) }
    }

    #[test]
    fn a_write_replaces_only_what_was_seen() {
        let now = tag(3, "a0");
        assert!(when(Some(&now), None).check_write(Some(&now)).is_ok());
        assert!(when(Some("*"), None).check_write(Some(&now)).is_ok());
        assert!(matches!(when(Some("\"r2\""), None).check_write(Some(&now)), Err(Refusal::Changed(Some(_)))));
        assert!(matches!(when(Some(&now), None).check_write(None), Err(Refusal::Changed(None))));
        assert!(matches!(Condition::default().check_write(Some(&now)), Err(Refusal::Unconditional)));
    }

    #[test]
    fn something_new_needs_no_condition_and_may_ask_to_be_new() {
        assert!(Condition::default().check_write(None).is_ok());
        assert!(when(None, Some("*")).check_write(None).is_ok());
        assert!(matches!(when(None, Some("*")).check_write(Some("\"r1\"")), Err(Refusal::Changed(_))));
        assert!(when(None, Some("\"r1\"")).has_already("\"r1\""));
    }

    #[test]
    fn that_it_is_not_another_one_does_not_say_which_one_is_replaced() {
        let (now, other) = (tag(3, "a0"), Some("\"r9\""));
        assert!(matches!(when(None, other).check_write(Some(&now)), Err(Refusal::Unconditional)));
        assert!(matches!(when(Some("\"r2\""), other).check_write(Some(&now)), Err(Refusal::Changed(_))));
        assert!(when(Some(&now), other).check_write(Some(&now)).is_ok());
    }

    #[test]
    fn a_tag_names_a_number_and_a_content() {
        assert_eq!(tag(3, "0123456789abcdef"), "\"r3-0123456789ab\"");
        assert_ne!(version_tag(3, &["a", "b"]), version_tag(3, &["ab", ""]));
        assert_ne!(version_tag(3, &["a"]), version_tag(4, &["a"]));
        assert_eq!(content_tag(&["a"]).len(), DIGITS + 2);
        assert!(Condition::any().check_write(Some(&tag(3, "a0"))).is_ok());
        assert!(matches!(Condition::any().check_write(None), Err(Refusal::Changed(None))));
    }
}
