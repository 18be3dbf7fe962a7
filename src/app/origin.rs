//! `Origin`: where a dossier comes from, a path or what was read before.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::error::AppError;
use crate::domain::decision_model::DecisionModel;
use crate::domain::text::Bilingual;
use crate::ingest::folder::Reading;
use crate::ingest::shelf;
use crate::optimize::optima::KnownOptima;

/// Where a dossier comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A folder of tables, or one JSON file.
    Path(PathBuf),
    /// One that was read before; nothing on disk is opened for it, whatever it or the request names.
    Read(Arc<ReadDossier>),
}

/// A dossier that was read, with the decision models that it may name beside the built-in ones.
#[derive(Clone, Debug)]
pub struct ReadDossier {
    pub reading: Reading,
    pub decision_models: BTreeMap<String, DecisionModel>,
    /// What was found of it before.
    pub optima: KnownOptima,
}

impl Default for Origin {
    fn default() -> Origin {
        Origin::Path(PathBuf::new())
    }
}

impl ReadDossier {
    /// A model that is neither built in nor among those given.
    pub(super) fn unknown_model(&self, name: &str) -> AppError {
        let mut known: Vec<&str> = shelf::names().collect();
        known.extend(self.decision_models.keys().map(String::as_str));
        let known = known.join(", ");
        AppError::Unknown(Bilingual {
            en: format!("There is no decision model `{name}`; there are: {known}."),
            fr: format!(
                "Il n’y a pas de modèle de décision «\u{a0}{name}\u{a0}»\u{a0}; il y a\u{a0}: {known}."
            ),
        })
    }
}
