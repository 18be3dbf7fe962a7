//! The Total Economic Impact view: stated figures with risk factors instead of the evidence discount (method 1, 3.7).

use rust_decimal::Decimal;

use super::amounts::present_value;
use crate::domain::investment::Investment;

/// A business case laid out as cost, benefit and risk; the evidence discount is left out so that risk is taken once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeiView {
    /// Share added to costs: sum of probability x cost impact of the investment's risks.
    pub cost_risk: Decimal,
    /// Share taken from benefits: minus the sum of probability x benefit impact, held within 0..=1.
    pub benefit_risk: Decimal,
    /// PV of stated costs x (1 + cost risk).
    pub pv_cost: Decimal,
    /// PV of claimed benefits x (1 - benefit risk).
    pub pv_benefit: Decimal,
    pub npv: Decimal,
    /// (PV benefits - PV costs) / PV costs; nothing when nothing is spent.
    pub roi: Option<Decimal>,
}

impl TeiView {
    /// The view of stated amounts by year under the investment's listed risks.
    pub fn of(
        investment: &Investment,
        stated_cost: &[Decimal],
        stated_benefit: &[Decimal],
        factors: &[Decimal],
    ) -> TeiView {
        let cost_risk: Decimal =
            investment.risks.iter().map(|risk| risk.probability * risk.cost_impact).sum();
        let lost: Decimal = investment.risks.iter().map(|risk| risk.probability * -risk.benefit_impact).sum();
        let benefit_risk = lost.clamp(Decimal::ZERO, Decimal::ONE);
        let pv_cost = present_value(stated_cost, factors) * (Decimal::ONE + cost_risk);
        let pv_benefit = present_value(stated_benefit, factors) * (Decimal::ONE - benefit_risk);
        TeiView {
            cost_risk,
            benefit_risk,
            pv_cost,
            pv_benefit,
            npv: pv_benefit - pv_cost,
            roi: (!pv_cost.is_zero()).then(|| (pv_benefit - pv_cost) / pv_cost),
        }
    }
}
