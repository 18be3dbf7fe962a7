//! `Condition`: what a write says about what it replaces, so that nobody overwrites what they have not seen.

use super::refusal::Refusal;

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

    /// The same for what may also be sent without a condition.
    pub fn check_if_stated(&self, now: Option<&str>) -> Result<(), Refusal> {
        match self.check_write(now) {
            Err(Refusal::Unconditional) => Ok(()),
            told => told,
        }
    }

    /// Whether a reader already has what has this tag.
    pub fn has_already(&self, now: &str) -> bool {
        self.matches_none.as_ref().is_some_and(|tags| is_among(tags, Some(now)))
    }
}

fn is_among(tags: &[String], now: Option<&str>) -> bool {
    now.is_some_and(|now| tags.iter().any(|tag| tag == "*" || tag == now))
}

/// The tag of what was last changed at a revision.
pub fn tag(revision: i64) -> String {
    format!("\"r{revision}\"")
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
        let now = tag(3);
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
        let (now, other) = (tag(3), Some("\"r9\""));
        assert!(matches!(when(None, other).check_write(Some(&now)), Err(Refusal::Unconditional)));
        assert!(matches!(when(Some("\"r2\""), other).check_write(Some(&now)), Err(Refusal::Changed(_))));
        assert!(when(Some(&now), other).check_write(Some(&now)).is_ok());
        assert!(when(None, other).check_if_stated(Some(&now)).is_ok());
        assert!(Condition::default().check_if_stated(Some(&now)).is_ok());
    }
}
