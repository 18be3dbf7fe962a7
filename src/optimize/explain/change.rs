//! `Change`: one named thing that would turn a verdict round, with what it amounts to.

use rust_decimal::{Decimal, dec};

use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::Choice;

/// Largest factor on gains, smallest on costs, and largest on budgets that somebody may reasonably count on, and the
/// evidence that can be had before buying: assumptions behind the verdict "justified if".
const EFFECT_IN_REACH: Decimal = dec!(1.25);
const COST_IN_REACH: Decimal = dec!(0.8);
const BUDGET_IN_REACH: Decimal = dec!(1.1);
const EVIDENCE_IN_REACH: EvidenceLevel = EvidenceLevel::E3;

/// What would have to be otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// All its gains times this; harms stay. Out of the plan: enough for it to enter; in it: as little as it may bring.
    Effect { variant: VariantId, factor: Decimal },
    /// All its own costs times this, room in budgets as it is. Out: low enough to enter; in: as much as it may cost.
    Cost { variant: VariantId, factor: Decimal },
    /// All budgets and envelopes times this; `leaves_again` when a still larger factor has a plan without it.
    Budget { factor: Decimal, leaves_again: bool },
    /// The best plan with this other investment has it (or, for one in the plan, has it no more).
    Companion { investment: InvestmentId },
    /// It starts later.
    Delay { choice: Choice },
    /// Its gains are known at least at this level, and keep what they promise.
    Evidence { variant: VariantId, level: EvidenceLevel },
}

/// A change with its size in money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    pub change: Change,
    /// Effect and cost: present value that must be gained or saved; budget: money spent beyond today's budgets, as it
    /// falls; companion: NPV that the plan loses with it; delay: nothing; evidence: the cheapest study that looks at it,
    /// none when no study does.
    pub amount: Option<Decimal>,
}

impl Flip {
    /// Whether somebody may reasonably count on it.
    pub fn is_in_reach(&self) -> bool {
        match &self.change {
            Change::Effect { factor, .. } => *factor <= EFFECT_IN_REACH,
            Change::Cost { factor, .. } => *factor >= COST_IN_REACH,
            Change::Budget { factor, .. } => *factor <= BUDGET_IN_REACH,
            // Deciding a companion costs at least what forcing the investment in costs: it tells, and justifies nothing.
            Change::Companion { .. } => false,
            Change::Delay { .. } => true,
            Change::Evidence { level, .. } => *level <= EVIDENCE_IN_REACH,
        }
    }

    /// Cheapest first; what has no amount last, in the order of the kinds.
    pub fn sort(flips: &mut [Flip]) {
        flips.sort_by_key(|flip| (flip.amount.is_none(), flip.amount, flip.kind()));
    }

    /// The order of kinds among equals.
    fn kind(&self) -> usize {
        match self.change {
            Change::Delay { .. } => 0,
            Change::Effect { .. } => 1,
            Change::Cost { .. } => 2,
            Change::Evidence { .. } => 3,
            Change::Budget { .. } => 4,
            Change::Companion { .. } => 5,
        }
    }
}

impl Change {
    /// The written form of its kind.
    pub fn name(&self) -> &'static str {
        match self {
            Change::Effect { .. } => "effect",
            Change::Cost { .. } => "cost",
            Change::Budget { .. } => "budget",
            Change::Companion { .. } => "companion",
            Change::Delay { .. } => "delay",
            Change::Evidence { .. } => "evidence",
        }
    }
}
