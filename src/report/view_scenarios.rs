//! The plans of all scenarios as a machine-readable document.

use serde::Serialize;

use super::number::cents;
use super::plan::PlanResult;
use super::scenario_table::{ScenarioTable, portfolio};
use super::view_choice::{ChoiceView, choice_names, choice_views, move_names};
use super::view_finding::document;
use crate::domain::portfolio_change::PortfolioChange;
use crate::domain::text::Language;

#[derive(Serialize)]
struct ScenariosView<'a> {
    currency: &'a str,
    base: PlanView<'a>,
    scenarios: Vec<ScenarioView<'a>>,
}

#[derive(Serialize)]
struct ScenarioView<'a> {
    scenario: &'a str,
    note: &'a str,
    /// Null where the scenario could not be computed; `error` then says why.
    plan: Option<PlanView<'a>>,
    error: Option<&'a str>,
}

#[derive(Serialize)]
struct PlanView<'a> {
    /// optimal, within_gap, limit_reached or infeasible.
    status: &'a str,
    gap: Option<f64>,
    npv: Option<String>,
    roi: Option<String>,
    choices: Vec<ChoiceView<'a>>,
    /// Against the plan of the dossier as it is.
    entered: Vec<String>,
    left: Vec<String>,
    moved: Vec<String>,
    fingerprint: &'a str,
}

/// The document of `scenarios`.
pub fn scenarios_json(scenarios: &ScenarioTable, language: Language) -> String {
    document(&ScenariosView {
        currency: &scenarios.base.dossier.settings.currency,
        base: plan_view(&scenarios.base, &scenarios.base),
        scenarios: scenarios
            .plans
            .iter()
            .map(|scenario| ScenarioView {
                scenario: scenario.id,
                note: scenario.note,
                plan: scenario.plan.as_ref().ok().map(|plan| plan_view(plan, &scenarios.base)),
                error: scenario.plan.as_ref().err().map(|sentence| sentence.get(language)),
            })
            .collect(),
    })
}

fn plan_view<'a>(result: &PlanResult<'a>, base: &PlanResult<'_>) -> PlanView<'a> {
    let change = PortfolioChange::between(&portfolio(base), &portfolio(result));
    let plan = result.outcome.plan.as_ref();
    PlanView {
        status: result.outcome.status.name(),
        gap: result.outcome.gap,
        npv: plan.map(|plan| cents(plan.case.npv)),
        roi: plan.and_then(|plan| plan.case.appraisal.roi).map(|roi| roi.round_dp(6).normalize().to_string()),
        choices: plan.map_or_else(Vec::new, |plan| choice_views(plan.portfolio.choices())),
        entered: choice_names(&change.entered),
        left: choice_names(&change.left),
        moved: move_names(&change.moved),
        fingerprint: result.fingerprint,
    }
}
