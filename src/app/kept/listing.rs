//! `Listing`: a page of a list in the order of its names, cut at a cursor that is the last name told.

use serde_json::{Value, json};

/// Which part of a list is wanted.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The name after which the page begins.
    pub after: Option<String>,
    /// Most entries of the page.
    pub limit: u32,
}

/// Entries of a list, and the cursor of the next ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut<Entry> {
    pub entries: Vec<Entry>,
    pub next: Option<String>,
}

impl Listing {
    /// All of it.
    pub const ALL: Listing = Listing { after: None, limit: u32::MAX };

    /// The entries of the page, of all entries in any order. A cursor holds although its entry is gone meanwhile.
    pub fn cut<Entry>(&self, all: Vec<Entry>, name: impl Fn(&Entry) -> &str) -> Cut<Entry> {
        let is_after = |entry: &Entry| self.after.as_deref().is_none_or(|after| after < name(entry));
        let mut entries: Vec<Entry> = all.into_iter().filter(is_after).collect();
        entries.sort_by(|a, b| name(a).cmp(name(b)));
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let has_more = limit < entries.len();
        entries.truncate(limit);
        let next = entries.last().filter(|_| has_more).map(|last| name(last).to_string());
        Cut { entries, next }
    }
}

/// A page as it is told.
pub fn page_json(items: Vec<Value>, next: Option<String>) -> Value {
    json!({"items": items, "next": next})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_by_name() {
        let all = || vec!["d", "a", "c", "b", "e"];
        let page = |after: Option<&str>, limit: u32| {
            let cut = Listing { after: after.map(str::to_string), limit }.cut(all(), |name| name);
            (cut.entries.concat(), cut.next)
        };
        assert_eq!(page(None, 2), ("ab".into(), Some("b".into())));
        assert_eq!(page(Some("b"), 2), ("cd".into(), Some("d".into())));
        assert_eq!(page(Some("bb"), 3), ("cde".into(), None));
        assert_eq!(page(Some("e"), 2), (String::new(), None));
        assert_eq!(Listing::ALL.cut(all(), |name| name).entries.concat(), "abcde");
    }
}
