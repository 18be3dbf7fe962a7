//! `ScenarioTable`: the best plan in every scenario beside that of the dossier as it is.

use super::plan::PlanResult;
use crate::domain::portfolio::Portfolio;
use crate::domain::text::Bilingual;

/// The plans that a page of scenarios is written from.
#[derive(Clone, Debug)]
pub struct ScenarioTable<'a> {
    pub base: PlanResult<'a>,
    pub plans: Vec<ScenarioPlan<'a>>,
    /// Whether it was stopped before all were answered.
    pub is_partial: bool,
}

/// The plan of one scenario.
#[derive(Clone, Debug)]
pub struct ScenarioPlan<'a> {
    pub id: &'a str,
    pub note: &'a Bilingual,
    /// Why there is none, where it could not be computed.
    pub plan: Result<PlanResult<'a>, Bilingual>,
}

/// The portfolio of a plan; an empty one where no plan keeps all rules.
pub fn portfolio(result: &PlanResult) -> Portfolio {
    result.outcome.plan.as_ref().map_or_else(Portfolio::default, |plan| plan.portfolio.clone())
}
