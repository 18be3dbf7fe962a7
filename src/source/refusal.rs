//! `Refusal`: why a file is not read any further.

use std::fmt;

use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// The finding that stops the reading of one file; always an error, in both languages, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub finding: Box<Finding>,
}

impl Refusal {
    /// A refusal at a row of a file, 0 for the whole file, with what to do about it in both languages.
    pub(super) fn new(
        code: &'static str,
        (file, row): (&str, u32),
        (en, fr): (String, String),
        (do_en, do_fr): (&str, &str),
    ) -> Refusal {
        let place = Place { file: file.into(), row };
        Refusal {
            finding: Box::new(Finding::new(code, Severity::Error, &place, en, fr).suggest(do_en, do_fr)),
        }
    }

    /// A refusal because the system did not let us read.
    pub(super) fn unreadable(file: &str, error: &std::io::Error) -> Refusal {
        let en = format!("The file cannot be read: {error}.");
        let fr = format!("Le fichier ne peut pas être lu : {error}.");
        let advice = ("Check that it exists and may be read.", "Vérifiez qu'il existe et peut être lu.");
        Refusal::new("file_unreadable", (file, 0), (en, fr), advice)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.finding.code, self.finding.message.en)
    }
}

impl std::error::Error for Refusal {}
