//! From benefit lines to amounts: stated as claimed, and adjusted for evidence.

use rust_decimal::Decimal;

use super::amounts::{Amounts, later, nothing};
use super::evidence::expected_effect;
use super::lever::lever_amounts;
use crate::domain::business_case::BenefitLine;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::lever::LeverId;
use crate::domain::start::Start;

/// One benefit line worked out on its own: no enabler, synergy or saturation yet.
#[derive(Clone, Debug)]
pub struct BenefitCase {
    pub line: String,
    pub lever: LeverId,
    pub evidence: EvidenceLevel,
    pub owner: String,
    /// PERT mean of the claim at full size, in the lever's unit.
    pub claimed: Decimal,
    /// After the evidence discount (harms in full), in the lever's unit.
    pub effect: Decimal,
    /// Share of the full effect in years 0..=horizon; nothing in year 0.
    pub ramp: Vec<Decimal>,
    /// Amounts of the claim.
    pub stated: Amounts,
    /// Amounts of the adjusted effect.
    pub adjusted: Amounts,
}

impl BenefitCase {
    /// The adjusted effect by year from a start, in the lever's unit; the ramp is shifted as amounts are.
    pub fn effects(&self, start: Start) -> impl Iterator<Item = Decimal> + '_ {
        later(&self.ramp, start).into_iter().map(|share| self.effect * share)
    }
}

/// The line worked out, or nothing when its effect is withheld; a lever without a formula brings nothing.
pub fn benefit_case(dossier: &Dossier, model: &DecisionModel, line: &BenefitLine) -> Option<BenefitCase> {
    let horizon = dossier.settings.horizon;
    let claim = line.effect.as_ref()?;
    let claimed = claim.mean();
    let effect = expected_effect(claim, line.evidence, model);
    let ramp: Vec<Decimal> = std::iter::once(Decimal::ZERO)
        .chain((0..horizon).map(|year| line.ramp.get(year).copied().unwrap_or_default()))
        .collect();
    let amounts_of = |size: Decimal| match dossier.lever(&line.lever).and_then(|lever| lever.formula.as_ref())
    {
        Some(formula) => {
            let effects: Vec<Decimal> = ramp.iter().map(|share| size * share).collect();
            lever_amounts(formula, &effects)
        }
        None => nothing(horizon),
    };
    Some(BenefitCase {
        line: line.id.clone(),
        lever: line.lever.clone(),
        evidence: line.evidence,
        owner: line.owner.clone(),
        claimed,
        effect,
        stated: amounts_of(claimed),
        adjusted: amounts_of(effect),
        ramp,
    })
}
