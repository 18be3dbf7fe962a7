//! From cost lines to amounts: stated, and expected under the PERT mean of their multipliers.

use rust_decimal::Decimal;

use super::amounts::Amounts;
use crate::domain::business_case::{Accounting, CostLine, CostNature};

/// One cost line worked out; amounts are positive for spending.
#[derive(Clone, Debug)]
pub struct CostCase {
    pub line: String,
    pub nature: CostNature,
    pub accounting: Accounting,
    /// What it buys, when the plan pays for it once.
    pub shared_component: Option<String>,
    /// As entered.
    pub stated: Amounts,
    /// (low + 4 + high) / 6 of the line's multipliers.
    pub multiplier: Decimal,
    /// Stated x multiplier.
    pub expected: Amounts,
}

/// The line worked out, or nothing when an amount is withheld.
pub fn cost_case(line: &CostLine, horizon: usize) -> Option<CostCase> {
    let mut stated = Vec::with_capacity(horizon + 1);
    for year in 0..=horizon {
        stated.push(line.amounts.get(year).copied().unwrap_or(Some(Decimal::ZERO))?);
    }
    let multiplier = line.expected_multiplier();
    let expected = stated.iter().map(|amount| amount * multiplier).collect();
    Some(CostCase {
        line: line.id.clone(),
        nature: line.nature,
        accounting: line.accounting,
        shared_component: line.shared_component.clone(),
        stated,
        multiplier,
        expected,
    })
}
