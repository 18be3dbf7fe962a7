//! What a plan changes for each persona at each moment, as a part of its document.

use serde::Serialize;
use utoipa::ToSchema;

use super::plan::PlanResult;
use super::view_amount::Amount;
use super::view_path::amount_of_real;
use crate::experience::before_after::performance;
use crate::quantity::real::real;

/// One persona at one moment with the plan; today's figures are those of `map`.
#[derive(Serialize, ToSchema)]
#[schema(as = ExperienceCell)]
pub struct ExperienceCellView<'a> {
    persona: &'a str,
    moment: &'a str,
    /// Share of the gap between performance and target that is closed; below 0 where harms outweigh.
    coverage: f64,
    /// Performance with the plan, in points of 0..=10: today's and the covered part of the gap.
    performance: f64,
    /// Money at risk with the plan, a year: failures fall with the gap closed. Null beyond the decimal ceiling.
    #[schema(value_type = Option<Amount>, required)]
    money_at_risk: Option<String>,
}

/// Every persona at every moment it gives importance to, in order of both; empty without a plan.
pub fn experience_views<'a>(result: &PlanResult<'a>) -> Vec<ExperienceCellView<'a>> {
    let Some(coverage) = result.coverage else { return Vec::new() };
    let performance = performance(result.dossier, result.map, coverage);
    let cells = result.at_risk.cells.iter().filter_map(|cell| {
        let at = result.map.cells.find(&cell.persona, &cell.moment)?;
        let closed = coverage.cells()[at];
        Some(ExperienceCellView {
            persona: cell.persona.as_str(),
            moment: cell.moment.as_str(),
            coverage: closed,
            performance: performance[at].after,
            money_at_risk: amount_of_real(real(cell.total) * (1.0 - closed)),
        })
    });
    cells.collect()
}

/// Money at risk today and with the plan, a year.
#[derive(Serialize, ToSchema)]
#[schema(as = MoneyAtRiskChange)]
pub struct AtRiskChangeView {
    #[schema(value_type = Option<Amount>, required)]
    before: Option<String>,
    /// Null without a plan, and beyond the decimal ceiling.
    #[schema(value_type = Option<Amount>, required)]
    after: Option<String>,
}

/// Money at risk of all cells; what a plan wins back is the sum of money at risk x share of the gap closed.
pub fn at_risk_change(result: &PlanResult) -> AtRiskChangeView {
    let total = real(result.at_risk.total);
    let after = result.coverage.map(|coverage| total - result.at_risk.won_back(result.map, coverage));
    AtRiskChangeView { before: amount_of_real(total), after: after.and_then(amount_of_real) }
}
