//! Headings of families of columns: `A{year}`, `Coût {calendar}`, `amount_{period}` against what a file says.

use super::folded::{folded, letters};
use super::row_field::period_of;
use crate::domain::period::Period;

/// What stands in the place of the braces of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// The pattern has no braces.
    Nothing,
    /// Years after year 0.
    Year(usize),
    Calendar(i32),
    Period(Period),
}

/// A heading, or the pattern of a family of headings, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingPattern {
    before: String,
    brace: Brace,
    after: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Brace {
    None,
    Year,
    Calendar,
    Period,
}

const BRACES: [(&str, Brace); 3] =
    [("{year}", Brace::Year), ("{calendar}", Brace::Calendar), ("{period}", Brace::Period)];

impl HeadingPattern {
    /// The pattern of a written heading.
    pub fn new(heading: &str) -> HeadingPattern {
        for (written, brace) in BRACES {
            if let Some((before, after)) = heading.split_once(written) {
                return HeadingPattern { before: letters(before), brace, after: folded(after) };
            }
        }
        HeadingPattern { before: folded(heading), brace: Brace::None, after: String::new() }
    }

    /// What fills the pattern in a heading that was folded before; nothing when it is another heading.
    pub fn matched(&self, heading: &str) -> Option<Filled> {
        if self.brace == Brace::None {
            return (heading == self.before).then_some(Filled::Nothing);
        }
        let inside = heading.strip_prefix(self.before.as_str())?.strip_suffix(self.after.as_str())?;
        let is_number = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
        match self.brace {
            Brace::Year if is_number && inside.len() <= 2 => inside.parse().ok().map(Filled::Year),
            Brace::Calendar if is_number && inside.len() == 4 => {
                inside.parse().ok().filter(|year| (1900..=2199).contains(year)).map(Filled::Calendar)
            }
            Brace::Period => period_of(inside).map(Filled::Period),
            _ => None,
        }
    }

    /// The pattern as one plain name, to look for near ones; nothing for families.
    pub fn name(&self) -> Option<&str> {
        (self.brace == Brace::None).then_some(self.before.as_str())
    }

    /// Whether it is filled without a letter of its own, such as the bare `{calendar}`.
    pub fn is_bare(&self) -> bool {
        self.brace != Brace::None && self.before.is_empty() && self.after.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_matched_by_their_number() {
        let year = HeadingPattern::new("montée A{year}");
        assert_eq!(year.matched(&folded("Montée A3")), Some(Filled::Year(3)));
        assert_eq!(year.matched(&folded("Montée A2027")), None);
        let calendar = HeadingPattern::new("Coût {calendar}");
        assert_eq!(calendar.matched(&folded("coût_2027 (k€)")), Some(Filled::Calendar(2027)));
        assert_eq!(calendar.matched(&folded("coût 27")), None);
        let period = HeadingPattern::new("montant {period}");
        assert_eq!(period.matched(&folded("Montant A1 T2")), Period::parse("y1q2").map(Filled::Period));
        assert!(HeadingPattern::new("{calendar}").is_bare());
    }
}
