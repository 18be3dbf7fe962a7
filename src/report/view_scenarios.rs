//! The plans of all scenarios as a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::number::cents;
use super::plan::PlanResult;
use super::scenario_table::{ScenarioTable, portfolio};
use super::view_amount::{Amount, ChoiceName, ExactDecimal};
use super::view_choice::{ChoiceView, choice_names, choice_views, move_names};
use super::view_finding::document;
use super::view_word::StatusWord;
use crate::domain::portfolio_change::PortfolioChange;
use crate::domain::text::Language;

/// The result of `scenarios`: the best plan of the dossier as it stands and of each of its scenarios.
#[derive(Serialize, ToSchema)]
#[schema(as = ScenarioPlans)]
pub struct ScenariosView<'a> {
    currency: &'a str,
    /// The plan of the dossier as it stands.
    base: PlanView<'a>,
    /// Whether the run was stopped before its end: scenarios that were not answered by then are missing, and the last plan
    /// may be the best so far only, as its status says.
    is_partial: bool,
    scenarios: Vec<ScenarioView<'a>>,
}

/// One scenario with its plan.
#[derive(Serialize, ToSchema)]
#[schema(as = ScenarioPlan)]
struct ScenarioView<'a> {
    scenario: &'a str,
    /// What it supposes; in one language where the dossier has one.
    note_en: &'a str,
    note_fr: &'a str,
    /// Null where the scenario could not be computed; `error_en` and `error_fr` then say why.
    #[schema(required)]
    plan: Option<PlanView<'a>>,
    /// Null where there is a plan, or the proof that there is none.
    #[schema(required)]
    error_en: Option<&'a str>,
    #[schema(required)]
    error_fr: Option<&'a str>,
}

/// A plan in short.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanSummary)]
struct PlanView<'a> {
    #[schema(value_type = StatusWord)]
    status: &'a str,
    /// (bound - objective) / |objective|; null where there is no bound.
    #[schema(required)]
    gap: Option<f64>,
    /// To the cent; null without a plan.
    #[schema(value_type = Option<Amount>, required)]
    npv: Option<String>,
    /// A fraction as decimal text; null without a plan and when nothing is spent.
    #[schema(value_type = Option<ExactDecimal>, required)]
    roi: Option<String>,
    choices: Vec<ChoiceView<'a>>,
    /// Against the plan of the dossier as it is.
    #[schema(value_type = Vec<ChoiceName>)]
    entered: Vec<String>,
    #[schema(value_type = Vec<ChoiceName>)]
    left: Vec<String>,
    /// `B01:core@y0 > B01:core@y1` for each investment in another variant, start or share.
    moved: Vec<String>,
    /// SHA-256 of everything the plan depends on.
    fingerprint: &'a str,
}

/// The document of `scenarios`.
pub fn scenarios_json(scenarios: &ScenarioTable) -> String {
    document(&ScenariosView {
        currency: &scenarios.base.dossier.settings.currency,
        base: plan_view(&scenarios.base, &scenarios.base),
        is_partial: scenarios.is_partial,
        scenarios: scenarios
            .plans
            .iter()
            .map(|scenario| ScenarioView {
                scenario: scenario.id,
                note_en: scenario.note.get(Language::English),
                note_fr: scenario.note.get(Language::French),
                plan: scenario.plan.as_ref().ok().map(|plan| plan_view(plan, &scenarios.base)),
                error_en: scenario.plan.as_ref().err().map(|sentence| sentence.get(Language::English)),
                error_fr: scenario.plan.as_ref().err().map(|sentence| sentence.get(Language::French)),
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
