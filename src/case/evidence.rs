//! The evidence discount: how much of a claimed effect is kept (method 3.7).

use rust_decimal::Decimal;

use crate::domain::decision_model::DecisionModel;
use crate::domain::estimate::ThreePoint;
use crate::domain::evidence::EvidenceLevel;

/// The effect expected from a claim, in the lever's unit.
///
/// E = m (rho + (1 - rho) beta) for m > 0 and m for m <= 0, where m is the PERT mean of the claim: a gain is shrunk
/// toward what its reference class delivers, a harm counts in full.
pub fn expected_effect(claim: &ThreePoint, level: EvidenceLevel, model: &DecisionModel) -> Decimal {
    let mean = claim.mean();
    if mean > Decimal::ZERO { mean * model.kept_share(level) } else { mean }
}
