//! The error that the outside sees: what kind, and one plain sentence in both languages.

use crate::domain::finding::{Finding, Severity};
use crate::domain::text::{Bilingual, Language};
use crate::report::number::counted;

/// Why a use case gave no result.
#[derive(Clone, Debug)]
pub enum AppError {
    /// The dossier, the decision model or the file could not be read at all.
    Unreadable(Bilingual),
    /// The request names something the dossier does not hold.
    Unknown(Bilingual),
    /// The dossier has error findings, so that no figure of it can be trusted; all its findings are here.
    Unsound(Vec<Finding>),
    /// The request asks for changes of the dossier that cannot be made; each fault is a finding at its place in the request.
    Refused(Vec<Finding>),
    /// The solver gave no plan, neither one nor the proof that there is none.
    NoAnswer(Bilingual),
    /// Whoever watches stopped the work before there was anything to tell.
    Stopped,
}

impl AppError {
    /// The sentence for the reader.
    pub fn message(&self) -> Bilingual {
        match self {
            AppError::Unreadable(sentence) | AppError::Unknown(sentence) | AppError::NoAnswer(sentence) => {
                sentence.clone()
            }
            AppError::Stopped => Bilingual {
                en: "The work was stopped before there was anything to tell.".into(),
                fr: "Le travail a été arrêté avant qu’il y ait quoi que ce soit à dire.".into(),
            },
            AppError::Refused(findings) => Bilingual {
                en: format!(
                    "{} asked for cannot be made: {}",
                    counted(findings.len(), "change", "changes", Language::English),
                    all(findings, Language::English)
                ),
                fr: format!(
                    "{}\u{a0}: {}",
                    counted(
                        findings.len(),
                        "changement demandé impossible",
                        "changements demandés impossibles",
                        Language::French
                    ),
                    all(findings, Language::French)
                ),
            },
            AppError::Unsound(findings) => {
                let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
                Bilingual {
                    en: format!(
                        "The dossier has {}: no figure of it can be trusted before that is mended.",
                        counted(errors, "error", "errors", Language::English)
                    ),
                    fr: format!(
                        "Le dossier contient {}\u{a0}: aucun de ses chiffres n’est fiable avant correction.",
                        counted(errors, "erreur", "erreurs", Language::French)
                    ),
                }
            }
        }
    }

    /// The same sentence in both languages.
    pub fn unreadable(sentence: &str) -> AppError {
        AppError::Unreadable(Bilingual { en: sentence.to_string(), fr: sentence.to_string() })
    }
}

/// The sentences of findings, one after another, each with its place.
fn all(findings: &[Finding], language: Language) -> String {
    let told = findings.iter().map(|finding| {
        let (place, message) = (&finding.place, finding.message.get(language));
        match place.row {
            0 => format!("{}: {message}", place.file),
            row => format!("{}[{row}]: {message}", place.file),
        }
    });
    told.collect::<Vec<_>>().join(" ")
}
