//! `MapResult`: everything the pages of a map are written from, gathered by the use case.

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::experience::picture::EcosystemPicture;

/// The map of a dossier with its grounds; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct MapResult<'a> {
    pub dossier: &'a Dossier,
    pub model: &'a DecisionModel,
    pub scenario: Option<&'a str>,
    pub picture: &'a EcosystemPicture,
    /// Hash of everything the answer depends on.
    pub fingerprint: &'a str,
}
