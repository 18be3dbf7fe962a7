//! Who did what, when, and why.

/// Who did what, when, and why; stands on every revision and on every line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// RFC 3339 UTC with milliseconds.
    pub at: String,
    /// The principal.
    pub actor: String,
    /// What was done, as one word.
    pub action: String,
    /// The principal's own words; may be empty.
    pub note: String,
    /// The id of the request, to find it in the logs.
    pub request: String,
}
