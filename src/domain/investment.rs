//! `Investment` and its mutually exclusive `Variant`s.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::business_case::{BenefitLine, CostLine};
use super::ecosystem::NodeEffect;
use super::moment::MomentEffect;
use super::place::Place;
use super::role::RoleDemand;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type InvestmentId = Id<Investment>;
pub type VariantId = Id<Variant>;

/// A candidate: something that may be funded, in one of its variants.
#[derive(Clone, Debug)]
pub struct Investment {
    pub id: InvestmentId,
    pub name: Bilingual,
    pub category: String,
    pub technology_family: String,
    pub department: String,
    pub sponsor: String,
    /// 0..=1.
    pub sponsor_engagement: Option<Decimal>,
    pub vendor: String,
    pub deployment: String,
    pub contract_years: Decimal,
    /// Cost of leaving the vendor, in the dossier's currency.
    pub exit_cost: Decimal,
    /// 0..=1.
    pub portability: Option<Decimal>,
    pub obsession: ObsessionScores,
    pub capability: String,
    /// Levels of maturity by which it raises its capability in full size; none when not stated.
    pub capability_gain: Option<Decimal>,
    pub is_mandatory: bool,
    pub months_to_first_value: Option<Decimal>,
    /// First year in which it may start.
    pub earliest_start: u32,
    /// Last year in which it may start, any period of it; none for no limit.
    pub latest_start: Option<u32>,
    /// Months from its start until it is finished; the months to its first value, or a year, when not stated.
    pub duration_months: Option<Decimal>,
    /// How little of it may be funded; none for all or nothing.
    pub partial_funding: Option<PartialFunding>,
    pub reason: Bilingual,
    /// Effect 0..=10 on each persona criterion; criteria not named have no effect.
    pub criteria: BTreeMap<String, Decimal>,
    pub moment_effects: Vec<MomentEffect>,
    pub node_effects: Vec<NodeEffect>,
    pub risks: Vec<Risk>,
    /// Sorted by identifier; never empty after reading.
    pub variants: Vec<Variant>,
    pub place: Place,
}

/// Shares in which an investment may be funded: `min`, then every `step` above it, and all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialFunding {
    /// Above 0 and below 1.
    pub min: Decimal,
    /// Above 0.
    pub step: Decimal,
}

impl PartialFunding {
    /// The step that is meant when none is stated.
    pub const STEP: Decimal = dec!(0.1);

    /// Shares of one variant that are looked at, at most, all of it included.
    pub const SHARES_MAX: u32 = 21;

    /// Whether the stated step gives more shares than are looked at.
    pub fn is_too_fine(self) -> bool {
        self.min + self.step * Decimal::from(Self::SHARES_MAX - 1) < Decimal::ONE
    }

    /// The step between shares: the stated one, or the one that spreads as many as are looked at from `min` to 1.
    pub fn step_used(self) -> Decimal {
        match self.is_too_fine() {
            // Rounded up, so that it gives no share more.
            true => ((Decimal::ONE - self.min) / Decimal::from(Self::SHARES_MAX - 1))
                .round_dp_with_strategy(6, RoundingStrategy::ToPositiveInfinity),
            false => self.step,
        }
    }
}

/// Customer-obsession scores as stated, each 0..=10 (agility, flexibility, globality, intelligence).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObsessionScores {
    pub agility: Option<Decimal>,
    pub flexibility: Option<Decimal>,
    pub globality: Option<Decimal>,
    pub intelligence: Option<Decimal>,
}

/// One of several mutually exclusive ways to do an investment; its lines already carry its size.
#[derive(Clone, Debug)]
pub struct Variant {
    pub id: VariantId,
    pub name: Bilingual,
    /// Share of the investment's moment and node effects this variant delivers (1 for the core).
    pub benefit_multiplier: Decimal,
    pub cost_lines: Vec<CostLine>,
    pub benefit_lines: Vec<BenefitLine>,
    pub role_demand: Vec<RoleDemand>,
    pub place: Place,
}

impl Variant {
    /// Whether this is a pilot, which teaches but satisfies no `requires`, `at_least_one` or `enabled_by`.
    pub fn is_pilot(&self) -> bool {
        self.id.as_str().eq_ignore_ascii_case("pilot")
    }

    /// Whether nothing is stated of its money: neither a cost line nor a benefit line. That is not zero.
    pub fn has_no_line(&self) -> bool {
        self.cost_lines.is_empty() && self.benefit_lines.is_empty()
    }

    /// Whether an amount or effect is withheld or nothing is stated, so that the variant has no case and takes no part in
    /// a choice.
    pub fn is_incomplete(&self) -> bool {
        self.has_no_line()
            || self.cost_lines.iter().any(|line| line.amounts.iter().any(Option::is_none))
            || self.benefit_lines.iter().any(|line| line.effect.is_none())
    }
}

/// What may go wrong with an investment.
#[derive(Clone, Debug)]
pub struct Risk {
    pub name: Bilingual,
    /// 0..=1.
    pub probability: Decimal,
    /// Share added to costs when it happens.
    pub cost_impact: Decimal,
    /// Share added to benefits when it happens (negative: lost).
    pub benefit_impact: Decimal,
    pub delay_months: Decimal,
    pub note: Bilingual,
    pub place: Place,
}
