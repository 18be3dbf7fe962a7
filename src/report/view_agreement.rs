//! How far those who weigh objectives agree, as a part of machine-readable documents.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::objective::ObjectiveId;
use crate::score::agreement::Agreement;

/// Weights by objective, adding up to 1.
pub type Weights<'a> = BTreeMap<&'a str, f64>;

/// How far the members of a group agree.
#[derive(Serialize, ToSchema)]
#[schema(as = Agreement)]
pub struct AgreementView<'a> {
    /// By objective.
    dispersion: BTreeMap<&'a str, DispersionView<'a>>,
    /// 0 (none) to 1 (identical orders); null when it has no meaning.
    #[schema(minimum = 0, maximum = 1, required)]
    kendall_w: Option<f64>,
}

/// The lowest and the highest weight of an objective.
#[derive(Serialize, ToSchema)]
#[schema(as = Dispersion)]
struct DispersionView<'a> {
    min: f64,
    min_by: &'a str,
    max: f64,
    max_by: &'a str,
}

/// The agreement of a group.
pub fn agreement_view(agreement: &Agreement) -> AgreementView<'_> {
    let spreads = agreement.dispersion.iter().map(|(id, spread)| {
        let (min_by, max_by) = (spread.min_by.as_str(), spread.max_by.as_str());
        (id.as_str(), DispersionView { min: spread.min, min_by, max: spread.max, max_by })
    });
    AgreementView { dispersion: spreads.collect(), kendall_w: agreement.kendall_w }
}

/// Weights by the names of their objectives.
pub fn plain(weights: &BTreeMap<ObjectiveId, f64>) -> Weights<'_> {
    weights.iter().map(|(id, weight)| (id.as_str(), *weight)).collect()
}
