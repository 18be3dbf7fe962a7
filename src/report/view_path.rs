//! Chains of edges through the ecosystem as a machine-readable part of a document.

use serde::Serialize;
use utoipa::ToSchema;

use super::view_case::amount;
use super::view_word::EvidenceWord;
use crate::domain::ecosystem::EdgeEnd;
use crate::experience::path::EcosystemPath;
use crate::quantity::real::exact;

/// A chain of edges from a node to a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = EcosystemPath)]
pub struct PathView<'a> {
    /// Points at the moment for one health point at the first node: the product of the weights.
    weight: f64,
    /// Weakest on the way.
    #[schema(value_type = EvidenceWord)]
    evidence: &'static str,
    steps: Vec<StepView<'a>>,
}

/// One edge of a chain.
#[derive(Serialize, ToSchema)]
#[schema(as = PathStep)]
struct StepView<'a> {
    from: &'a str,
    to: &'a str,
    /// After the evidence discount.
    weight: f64,
    #[schema(value_type = EvidenceWord)]
    evidence: &'static str,
}

/// One path.
pub fn path_view(path: &EcosystemPath) -> PathView<'_> {
    let steps = path.steps.iter().map(|step| StepView {
        from: step.from.as_str(),
        to: end_name(&step.to),
        weight: step.weight,
        evidence: step.evidence.name(),
    });
    PathView { weight: path.weight, evidence: path.evidence.name(), steps: steps.collect() }
}

/// The identifier of what an edge arrives at.
pub fn end_name(end: &EdgeEnd) -> &str {
    match end {
        EdgeEnd::Node(id) => id.as_str(),
        EdgeEnd::Moment(id) => id.as_str(),
    }
}

/// An amount that comes from reals, as decimal text; null when it has no number.
pub fn amount_of_real(real: f64) -> Option<String> {
    exact(real).map(amount)
}
