//! `Portfolio`: the set of variants chosen, with their start years.

use rust_decimal::Decimal;

use super::investment::{InvestmentId, VariantId};
use super::start::Start;

/// One chosen variant: when it begins and how much of it is funded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    pub investment: InvestmentId,
    pub variant: VariantId,
    pub start: Start,
    /// Share of its costs, effects and people that is funded, above 0 and at most 1.
    pub share: Decimal,
}

impl Choice {
    /// A variant in full, from the beginning of year 0.
    pub fn of(investment: InvestmentId, variant: VariantId) -> Choice {
        Choice { investment, variant, start: Start::default(), share: Decimal::ONE }
    }
}

/// The chosen variants, sorted by investment, at most one per investment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    choices: Vec<Choice>,
}

impl Portfolio {
    /// The portfolio of these choices, sorted.
    pub fn new(mut choices: Vec<Choice>) -> Portfolio {
        choices.sort();
        Portfolio { choices }
    }

    /// The choices, sorted by investment.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The chosen variant of an investment.
    pub fn variant_of(&self, investment: &InvestmentId) -> Option<&VariantId> {
        self.choices.iter().find(|choice| &choice.investment == investment).map(|choice| &choice.variant)
    }

    /// Whether any variant of the investment is chosen.
    pub fn contains(&self, investment: &InvestmentId) -> bool {
        self.variant_of(investment).is_some()
    }
}
