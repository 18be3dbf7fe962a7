//! What a plan makes of capabilities, in machine-readable documents.

use serde::Serialize;
use utoipa::ToSchema;

use super::plan::PlanResult;
use super::view_case::ratio;
use crate::score::capability_maturity::{CapabilityMaturity, capability_maturities};

/// The maturity of one capability, 1 to 5, today and with the plan.
#[derive(Serialize, ToSchema)]
#[schema(as = CapabilityChange)]
pub struct CapabilityView {
    capability: String,
    name_en: String,
    name_fr: String,
    maturity_now: f64,
    maturity_target: f64,
    /// Once all that is funded is done: now, and the levels that each investment of the plan states, by the size of its
    /// variant and the share funded; at most 5. Null when one of them does not state its levels.
    #[schema(required)]
    maturity_after: Option<f64>,
    /// Investments of the plan that raise it.
    raised_by: Vec<String>,
}

/// Every capability of the dossier with the plan; none without a plan.
pub fn capability_views(result: &PlanResult) -> Vec<CapabilityView> {
    let plan = result.outcome.plan.as_ref();
    let maturities = plan.map(|plan| capability_maturities(result.dossier, &plan.portfolio));
    maturities.unwrap_or_default().iter().map(view).collect()
}

fn view(maturity: &CapabilityMaturity) -> CapabilityView {
    let CapabilityMaturity { capability, after, raised_by } = maturity;
    let name = capability.name.clone();
    CapabilityView {
        capability: capability.id.clone(),
        name_en: name.en,
        name_fr: name.fr,
        maturity_now: ratio(capability.maturity_now),
        maturity_target: ratio(capability.maturity_target),
        maturity_after: after.map(ratio),
        raised_by: raised_by.iter().map(ToString::to_string).collect(),
    }
}
