//! `Output`: what a command prints, where, and how it ends; a closed pipe is no fault.

use std::io::Write;

use super::exit::Exit;
use crate::app::error::AppError;
use crate::domain::text::Language;
use crate::report::text_finding::findings_text;
use crate::report::view_finding::failure_json;

/// Text for standard output and standard error, and the exit.
#[derive(Clone, Debug)]
pub struct Output {
    pub text: String,
    pub error: String,
    pub exit: Exit,
}

impl Output {
    /// A result for standard output.
    pub fn result(text: String, exit: Exit) -> Output {
        Output { text, error: String::new(), exit }
    }

    /// A sentence on what is wrong with the command line.
    pub fn usage(sentence: &str) -> Output {
        Output { text: String::new(), error: format!("{sentence}\n"), exit: Exit::Usage }
    }

    /// A failure: the sentence on standard error, findings included; with `--json`, a problem document as well.
    pub fn failure(error: &AppError, language: Language, is_json: bool) -> Output {
        let message = error.message();
        let (exit, details) = match error {
            AppError::Unreadable(_) | AppError::Unknown(_) => (Exit::Unreadable, String::new()),
            AppError::Refused(_) => (Exit::Unreadable, String::new()),
            AppError::Unsound(findings) => (Exit::DossierErrors, findings_text(findings, language)),
            AppError::NoAnswer(_) | AppError::Stopped => (Exit::NoAnswer, String::new()),
        };
        let findings = match error {
            AppError::Unsound(findings) | AppError::Refused(findings) => findings.as_slice(),
            _ => &[],
        };
        let text = if is_json { failure_json(&message, findings, language) } else { String::new() };
        let error = if is_json { String::new() } else { details };
        Output { text, error: format!("{error}{}\n", message.get(language)), exit }
    }

    /// Prints both texts and hands over the exit.
    pub fn print(&self) -> Exit {
        let _ = std::io::stdout().lock().write_all(self.text.as_bytes());
        let _ = std::io::stderr().lock().write_all(self.error.as_bytes());
        self.exit
    }
}
