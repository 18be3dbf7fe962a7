//! `Finding`: a fault or doubt in the user's dossier, with its place, a stable code and a suggestion.

use super::place::Place;
use super::text::{Bilingual, typeset_french};

/// How much a finding weighs; errors change the exit code and keep what they touch out of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One fault or doubt; all of them are collected, none stops the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable snake_case noun, the noun first.
    pub code: &'static str,
    pub severity: Severity,
    pub place: Place,
    /// The column heading, empty when the whole row or file is meant.
    pub column: String,
    /// The offending text as read, empty when there is none.
    pub value: String,
    /// What is wrong, one sentence.
    pub message: Bilingual,
    /// What to do about it, one sentence.
    pub suggestion: Bilingual,
}

impl Finding {
    /// A finding about a place, its French typed with plain spaces; column, value and suggestion are added by the methods below.
    pub fn new(code: &'static str, severity: Severity, place: &Place, en: String, fr: String) -> Finding {
        Finding {
            code,
            severity,
            place: place.clone(),
            column: String::new(),
            value: String::new(),
            message: Bilingual { en, fr: typeset_french(&fr) },
            suggestion: Bilingual::default(),
        }
    }

    /// The same finding, pointing at one cell.
    pub fn at(mut self, column: &str, value: &str) -> Finding {
        self.column = column.to_string();
        self.value = value.to_string();
        self
    }

    /// The same finding with what to do about it.
    pub fn suggest(mut self, en: &str, fr: &str) -> Finding {
        self.suggestion = Bilingual { en: en.to_string(), fr: typeset_french(fr) };
        self
    }

    /// The order in which findings are shown: file, row, column, code, value.
    pub fn key(&self) -> (&str, u32, &str, &str, &str) {
        (&self.place.file, self.place.row, &self.column, self.code, &self.value)
    }
}
