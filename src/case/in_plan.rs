//! `PlannedCase`: what one choice costs and brings within a portfolio, so that costs add up to the portfolio's.

use rust_decimal::Decimal;

use super::amounts::{Amounts, add, later, nothing, present_value};
use super::cases::Cases;
use super::portfolio_case::{PortfolioCase, ValueModel, funded};
use super::shared_component::bought;
use crate::domain::dossier::Dossier;
use crate::domain::portfolio::{Choice, Portfolio};

/// One choice of a portfolio; amounts by year in the dossier's currency.
#[derive(Clone, Debug)]
pub struct PlannedCase {
    pub choice: Choice,
    /// Its own cost, and that of the shared components it answers for: the first by identifier of those who need one pays
    /// for it. The costs of all choices add up to the portfolio's.
    pub cost: Amounts,
    /// What it brings alone, from its start and by its share, before solutions enable, strengthen or overlap each other.
    pub benefit: Amounts,
    pub pv_cost: Decimal,
    pub pv_benefit: Decimal,
}

impl PlannedCase {
    /// Every choice of a portfolio that has a case, in its order.
    pub fn all(dossier: &Dossier, cases: &Cases, portfolio: &Portfolio) -> Vec<PlannedCase> {
        let components = bought(cases, portfolio);
        let planned = |choice: &Choice| {
            let case = cases.get(&choice.investment, &choice.variant)?;
            let mut cost = funded(choice, &case.own_cost);
            for bought in components.iter().filter(|one| *one.payer == choice.investment) {
                add(&mut cost, &later(&bought.component.cost, bought.start));
            }
            let alone = Portfolio::new(vec![choice.clone()]);
            let benefit = PortfolioCase::of(dossier, cases, &alone, ValueModel::Additive).benefit;
            Some(PlannedCase {
                pv_cost: present_value(&cost, &cases.factors),
                pv_benefit: present_value(&benefit, &cases.factors),
                choice: choice.clone(),
                cost,
                benefit,
            })
        };
        portfolio.choices().iter().filter_map(planned).collect()
    }
}

/// What solutions bring together beyond what each brings alone, by year: below 0 where they overlap.
pub fn interplay(plan: &PortfolioCase, planned: &[PlannedCase]) -> Amounts {
    let mut alone = nothing(plan.benefit.len() - 1);
    planned.iter().for_each(|one| add(&mut alone, &one.benefit));
    plan.benefit.iter().zip(alone).map(|(together, alone)| together - alone).collect()
}
