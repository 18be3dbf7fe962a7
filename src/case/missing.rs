//! `MissingCase`: a variant without a case, and why: an amount is withheld, or nothing is stated at all.

use crate::domain::investment::{Investment, InvestmentId, Variant, VariantId};

/// Why a variant has no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingReason {
    /// An amount or an effect of one of its lines is withheld.
    Withheld,
    /// It has neither a cost line nor a benefit line. A line of zeros is a statement and gives a case.
    NothingStated,
}

impl MissingReason {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            MissingReason::Withheld => "withheld",
            MissingReason::NothingStated => "nothing_stated",
        }
    }
}

/// A variant that has no case: it is never valued at zero and takes no part in a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingCase {
    pub investment: InvestmentId,
    pub variant: VariantId,
    pub reason: MissingReason,
    /// Identifiers of the lines with a withheld amount; empty when nothing is stated.
    pub lines: Vec<String>,
}

impl MissingCase {
    /// Why a variant that is incomplete has no case.
    pub fn of(investment: &Investment, variant: &Variant) -> MissingCase {
        let costs = variant.cost_lines.iter().filter(|line| line.amounts.iter().any(Option::is_none));
        let benefits = variant.benefit_lines.iter().filter(|line| line.effect.is_none());
        MissingCase {
            investment: investment.id.clone(),
            variant: variant.id.clone(),
            reason: match variant.has_no_line() {
                true => MissingReason::NothingStated,
                false => MissingReason::Withheld,
            },
            lines: costs.map(|line| &line.id).chain(benefits.map(|line| &line.id)).cloned().collect(),
        }
    }
}
