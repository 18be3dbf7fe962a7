//! `ScoreResult`: everything the pages of a scoring are written from, gathered by the use case.

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::score::variant_score::VariantScore;
use crate::score::weight_sets::{UsedWeights, WeightSets};

/// The scores of a dossier with their grounds; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct ScoreResult<'a> {
    pub dossier: &'a Dossier,
    pub model: &'a DecisionModel,
    pub scenario: Option<&'a str>,
    pub weights: &'a WeightSets,
    /// Nothing when nobody weighed anything.
    pub used: Option<&'a UsedWeights>,
    /// In order of identifiers.
    pub scores: &'a [VariantScore],
    /// Hash of everything the answer depends on.
    pub fingerprint: &'a str,
}
