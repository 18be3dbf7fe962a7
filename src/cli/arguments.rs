//! The arguments that every command on a dossier shares.

use std::path::PathBuf;

use clap::Args;

use crate::app::open::{Opened, Source};
use crate::domain::text::Language;

/// Which dossier, under which scenario and model, and how to print.
#[derive(Args, Clone, Debug)]
pub struct DossierArguments {
    /// Folder of tables, or one JSON file.
    #[arg(value_name = "DOSSIER")]
    pub dossier: PathBuf,
    /// Apply a scenario of the dossier first.
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// Decision model: a built-in name, or the path of a model.json.
    #[arg(long, value_name = "NAME|PATH")]
    pub model: Option<String>,
    /// Print the machine-readable result.
    #[arg(long)]
    pub json: bool,
    /// Language of sentences: en or fr (the dossier's own, else English).
    #[arg(long, value_name = "en|fr", value_parser = language)]
    pub lang: Option<Language>,
}

impl DossierArguments {
    /// What the use cases open.
    pub fn source(&self) -> Source {
        Source {
            scenario: self.scenario.clone(),
            decision_model: self.model.clone(),
            ..Source::path(&self.dossier)
        }
    }

    /// The language asked for, or the dossier's own.
    pub fn language(&self, opened: Option<&Opened>) -> Language {
        self.lang.or_else(|| opened.and_then(|opened| opened.dossier.settings.language)).unwrap_or_default()
    }
}

/// A language as an argument.
pub fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "the languages are en and fr".to_string())
}
