//! The money at risk as a part of machine-readable documents.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::map_result::MapResult;
use super::view_amount::Amount;
use super::view_case::{amount, ratio};
use crate::experience::at_risk::{CellAtRisk, MoneyAtRisk};

/// What bad moments cost in a year: customers who leave or buy less, lost sales, extra contacts.
#[derive(Serialize, ToSchema)]
#[schema(as = MoneyAtRisk)]
pub struct AtRiskView<'a> {
    #[schema(value_type = Amount)]
    total: String,
    #[schema(value_type = Amount)]
    revenue: String,
    /// Null without revenue.
    #[schema(required)]
    share_of_revenue: Option<f64>,
    /// Whether the share lies within the usual band.
    is_plausible: bool,
    /// The band: lowest and highest share.
    #[schema(min_items = 2, max_items = 2)]
    usual_share: [f64; 2],
    #[schema(value_type = BTreeMap<String, Amount>)]
    by_moment: BTreeMap<&'a str, String>,
    #[schema(value_type = BTreeMap<String, Amount>)]
    by_persona: BTreeMap<&'a str, String>,
    cells: Vec<CellView<'a>>,
    /// Of each persona with bad moments.
    churn: Vec<ChurnView<'a>>,
    /// Null without customers.
    #[schema(required)]
    churn_overall: Option<OverallChurnView>,
    /// Moments whose extra contacts have no known cost: missing here, not free.
    contacts_without_cost: Vec<&'a str>,
    /// Persona and moment of amounts beyond the decimal ceiling: in no total.
    too_large: Vec<[&'a str; 2]>,
}

/// The money at risk of one persona at one moment, by consequence.
#[derive(Serialize, ToSchema)]
#[schema(as = CellAtRisk)]
pub struct CellView<'a> {
    persona: &'a str,
    moment: &'a str,
    failures_per_year: f64,
    /// Of customers who leave.
    #[schema(value_type = Amount)]
    leave: String,
    /// Of customers who buy less.
    #[schema(value_type = Amount)]
    reduce: String,
    #[schema(value_type = Amount)]
    lost_sales: String,
    /// Of extra contacts.
    #[schema(value_type = Amount)]
    contacts: String,
    #[schema(value_type = Amount)]
    total: String,
}

/// Churn of one persona per customer and year, a fraction.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonaChurn)]
struct ChurnView<'a> {
    persona: &'a str,
    /// Explained by bad moments; above the observed one the moments claim too much.
    implied: f64,
    observed: f64,
}

/// Churn over all personas, per customer and year, a fraction.
#[derive(Serialize, ToSchema)]
#[schema(as = OverallChurn)]
struct OverallChurnView {
    /// Explained by bad moments.
    implied: f64,
    observed: f64,
}

/// The band in which money at risk over revenue usually lies.
pub fn usual_share(result: &MapResult) -> [f64; 2] {
    [result.model.limit("at_risk_share_low", 0.03), result.model.limit("at_risk_share_high", 0.10)]
}

/// One cell of money at risk.
pub fn cell_view(cell: &CellAtRisk) -> CellView<'_> {
    CellView {
        persona: cell.persona.as_str(),
        moment: cell.moment.as_str(),
        failures_per_year: ratio(cell.parts.failures),
        leave: amount(cell.parts.leave),
        reduce: amount(cell.parts.reduce),
        lost_sales: amount(cell.parts.lost_sales),
        contacts: amount(cell.parts.contacts),
        total: amount(cell.total),
    }
}

/// All money at risk.
pub fn at_risk_view<'a>(result: &MapResult<'a>, at_risk: &'a MoneyAtRisk) -> AtRiskView<'a> {
    let churn = at_risk.churn.iter().map(|churn| ChurnView {
        persona: churn.persona.as_str(),
        implied: ratio(churn.implied),
        observed: ratio(churn.observed),
    });
    AtRiskView {
        total: amount(at_risk.total),
        revenue: amount(at_risk.revenue),
        share_of_revenue: at_risk.share_of_revenue(),
        is_plausible: at_risk.is_plausible(result.model),
        usual_share: usual_share(result),
        by_moment: at_risk.by_moment.iter().map(|(id, exact)| (id.as_str(), amount(*exact))).collect(),
        by_persona: at_risk.by_persona.iter().map(|(id, exact)| (id.as_str(), amount(*exact))).collect(),
        cells: at_risk.cells.iter().map(cell_view).collect(),
        churn: churn.collect(),
        churn_overall: at_risk.churn_overall.map(|(implied, observed)| OverallChurnView {
            implied: ratio(implied),
            observed: ratio(observed),
        }),
        contacts_without_cost: at_risk.contacts_without_cost.iter().map(|id| id.as_str()).collect(),
        too_large: at_risk
            .too_large
            .iter()
            .map(|(persona, moment)| [persona.as_str(), moment.as_str()])
            .collect(),
    }
}
