//! `Claims`: how much of what a variant promises is kept after the evidence discount, and what the promises rest on.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::case::amounts::present_value;
use crate::case::cases::VariantCase;
use crate::domain::evidence::EvidenceLevel;
use crate::quantity::real::real;

/// The promised gains of one variant by evidence; present values in the dossier's currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claims {
    /// Of the gains as claimed.
    pub claimed: Decimal,
    /// Of the gains after the evidence discount.
    pub kept: Decimal,
    /// Of the harms, which are never discounted; zero or less. Kept + harms is the PV of benefits.
    pub harms: Decimal,
    /// The kept gains by evidence level.
    pub kept_by_level: BTreeMap<EvidenceLevel, Decimal>,
    /// The weakest evidence any gain rests on; nothing without gains.
    pub weakest: Option<EvidenceLevel>,
}

impl Claims {
    /// Kept over claimed, 0..=1; nothing without gains.
    pub fn kept_share(&self) -> Option<f64> {
        (self.claimed > Decimal::ZERO).then(|| real(self.kept) / real(self.claimed))
    }

    /// The share of the kept gains that rests on each level, adding up to 1; empty when nothing is kept.
    pub fn shares(&self) -> BTreeMap<EvidenceLevel, f64> {
        if self.kept <= Decimal::ZERO {
            return BTreeMap::new();
        }
        self.kept_by_level.iter().map(|(level, kept)| (*level, real(*kept) / real(self.kept))).collect()
    }
}

/// The claims of one variant, line by line: a line whose claim has a positive present value is a gain, else a harm.
pub fn claims(case: &VariantCase, factors: &[Decimal]) -> Claims {
    let mut found = Claims::default();
    for line in &case.benefit_lines {
        let claimed = present_value(&line.stated, factors);
        let kept = present_value(&line.adjusted, factors);
        if claimed > Decimal::ZERO {
            found.claimed += claimed;
            found.kept += kept;
            *found.kept_by_level.entry(line.evidence).or_default() += kept;
            found.weakest = Some(found.weakest.map_or(line.evidence, |weakest| weakest.min(line.evidence)));
        } else {
            found.harms += kept;
        }
    }
    found
}
