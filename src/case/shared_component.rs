//! `ComponentCase`: what several investments need and the plan pays for once.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::amounts::{Amounts, add, later, nothing};
use super::cases::{Cases, VariantCase};
use super::costs::CostCase;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::Portfolio;
use crate::domain::start::Start;

/// The cost lines of one shared component, as the first variant that carries them states them.
#[derive(Clone, Debug)]
pub struct ComponentCase {
    pub id: String,
    pub lines: Vec<CostCase>,
    /// Expected cost by year after the component is bought.
    pub cost: Amounts,
}

/// Every shared component of these cases, by identifier; variants without a complete case need none.
pub fn component_cases(variants: &[VariantCase]) -> Vec<ComponentCase> {
    let mut found: BTreeMap<&str, ComponentCase> = BTreeMap::new();
    for case in variants {
        for id in case.components() {
            if found.contains_key(id) {
                continue;
            }
            let own = case.cost_lines.iter().filter(|line| line.shared_component.as_deref() == Some(id));
            let lines: Vec<CostCase> = own.cloned().collect();
            let mut cost = nothing(case.cost.len() - 1);
            lines.iter().for_each(|line| add(&mut cost, &line.expected));
            let component = ComponentCase { id: id.to_string(), lines, cost };
            found.insert(id, component);
        }
    }
    found.into_values().collect()
}

/// A component that a portfolio buys.
#[derive(Clone, Copy, Debug)]
pub struct Bought<'a> {
    pub component: &'a ComponentCase,
    /// The first start of those who need it.
    pub start: Start,
    /// The first investment by identifier of those in the portfolio that need it: its department and vendor answer for
    /// the component.
    pub payer: &'a InvestmentId,
}

/// The components that a portfolio needs, by identifier.
pub fn bought<'a>(cases: &'a Cases, portfolio: &'a Portfolio) -> Vec<Bought<'a>> {
    if cases.components.is_empty() {
        return Vec::new();
    }
    let mut first: BTreeMap<&str, (Start, &InvestmentId)> = BTreeMap::new();
    for choice in portfolio.choices() {
        let Some(case) = cases.get(&choice.investment, &choice.variant) else { continue };
        for id in case.components() {
            let (start, payer) = first.entry(id).or_insert((choice.start, &choice.investment));
            (*start, *payer) = (choice.start.min(*start), (&choice.investment).min(*payer));
        }
    }
    let known = cases.components.iter();
    known
        .filter_map(|component| {
            let (start, payer) = *first.get(component.id.as_str())?;
            Some(Bought { component, start, payer })
        })
        .collect()
}

/// What the components of a portfolio cost by year: each in full, from the first start of those who need it.
///
/// `amounts` picks the stated or the expected side of a line; a share funded in part does not shrink a component.
pub fn components_cost(
    cases: &Cases,
    portfolio: &Portfolio,
    amounts: impl Fn(&CostCase) -> &[Decimal],
) -> Amounts {
    let mut total = nothing(cases.horizon());
    for Bought { component, start, .. } in bought(cases, portfolio) {
        component.lines.iter().for_each(|line| add(&mut total, &later(amounts(line), start)));
    }
    total
}
