//! The case as entered: cost lines and benefit lines, nothing computed.

use rust_decimal::{Decimal, dec};

use super::estimate::ThreePoint;
use super::evidence::EvidenceLevel;
use super::lever::LeverId;
use super::place::Place;

/// What a cost is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CostNature {
    Build,
    Licence,
    Migration,
    Integration,
    Change,
    Training,
    Run,
    Exit,
}

impl CostNature {
    /// All natures.
    pub const ALL: [CostNature; 8] = [
        CostNature::Build,
        CostNature::Licence,
        CostNature::Migration,
        CostNature::Integration,
        CostNature::Change,
        CostNature::Training,
        CostNature::Run,
        CostNature::Exit,
    ];

    /// The written form.
    pub fn name(self) -> &'static str {
        ["build", "licence", "migration", "integration", "change", "training", "run", "exit"][self as usize]
    }

    /// Whether the cost pays for the change in people and work rather than for technology.
    pub fn is_business_change(self) -> bool {
        matches!(self, CostNature::Change | CostNature::Training)
    }
}

/// How the accounts see a cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Accounting {
    Capex,
    Opex,
}

impl Accounting {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Accounting::Capex => "capex",
            Accounting::Opex => "opex",
        }
    }
}

/// One source of cost.
#[derive(Clone, Debug)]
pub struct CostLine {
    pub id: String,
    pub nature: CostNature,
    pub accounting: Accounting,
    /// Stated amounts of years 0..=horizon, positive for spending; nothing where withheld.
    pub amounts: Vec<Option<Decimal>>,
    pub low_multiplier: Decimal,
    pub high_multiplier: Decimal,
    /// What it buys, when others need the same: the plan pays for it once, from the first start of those who need it.
    pub shared_component: Option<String>,
    pub place: Place,
}

impl CostLine {
    /// The PERT mean of the multipliers (low, 1, high): expected cost = stated amount x this.
    pub fn expected_multiplier(&self) -> Decimal {
        ThreePoint { low: self.low_multiplier, mode: dec!(1), high: self.high_multiplier }.mean()
    }
}

/// One source of benefit: an effect on a lever, growing by a ramp.
#[derive(Clone, Debug)]
pub struct BenefitLine {
    pub id: String,
    pub lever: LeverId,
    /// In the lever's unit at full size; nothing where withheld.
    pub effect: Option<ThreePoint>,
    pub evidence: EvidenceLevel,
    /// Share of the full effect reached in years 1..=horizon, 0..=1.
    pub ramp: Vec<Decimal>,
    pub owner: String,
    pub place: Place,
}
