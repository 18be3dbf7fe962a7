//! `Bridge`: the way from the NPV that the claims add up to, to the NPV of the plan, one doubt at a time.

use rust_decimal::Decimal;

use super::amounts::present_value;
use super::cases::Cases;
use super::portfolio_case::{PortfolioCase, ValueModel, funded, portfolio_cost, portfolio_npv};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::portfolio::Portfolio;

/// The NPV of one portfolio after each doubt, in the dossier's currency; a step is the difference of two neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// Claimed benefits less stated costs, each investment on its own.
    pub claimed: Decimal,
    /// Costs as expected under their multipliers.
    pub with_overrun: Decimal,
    /// Claims discounted for evidence: the sum of the stand-alone cases.
    pub with_evidence: Decimal,
    /// Effects reduced where what enables them is not in the portfolio.
    pub with_enablers: Decimal,
    /// Effects changed where partners are in the portfolio together.
    pub with_synergies: Decimal,
    /// Several effects on one lever saturate: the NPV of the plan.
    pub npv: Decimal,
}

impl Bridge {
    /// The bridge of a portfolio; under the additive value model the last three steps are zero.
    ///
    /// Saturation is left out by taking the caps off all levers, synergies by leaving out their dependencies, so each
    /// step is the NPV of the same portfolio under one doubt more.
    pub fn of(dossier: &Dossier, cases: &Cases, portfolio: &Portfolio, value_model: ValueModel) -> Bridge {
        let npv = |dossier: &Dossier, model| portfolio_npv(dossier, cases, portfolio, model);
        let stated_cost =
            present_value(&portfolio_cost(cases, portfolio, |line| &line.stated), &cases.factors);
        let mut claimed = -stated_cost;
        for choice in portfolio.choices() {
            let Some(case) = cases.get(&choice.investment, &choice.variant) else { continue };
            claimed += present_value(&funded(choice, &case.stated_benefit), &cases.factors);
        }
        let overrun = present_value(&portfolio_cost(cases, portfolio, |line| &line.expected), &cases.factors)
            - stated_cost;
        let with_evidence = npv(dossier, ValueModel::Additive);
        let (with_enablers, with_synergies) = match value_model {
            ValueModel::Additive => (with_evidence, with_evidence),
            ValueModel::Full => {
                let mut uncapped = dossier.clone();
                uncapped.levers.iter_mut().for_each(|lever| lever.cap = None);
                let with_synergies = npv(&uncapped, value_model);
                uncapped.dependencies.retain(|one| !matches!(one.kind, DependencyKind::Synergy { .. }));
                (npv(&uncapped, value_model), with_synergies)
            }
        };
        Bridge {
            claimed,
            with_overrun: claimed - overrun,
            with_evidence,
            with_enablers,
            with_synergies,
            npv: PortfolioCase::of(dossier, cases, portfolio, value_model).npv,
        }
    }
}
