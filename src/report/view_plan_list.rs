//! Several plans side by side as a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::plan_list::{ListKind, ListedPlan, PlanList};
use super::view_amount::{Amount, ChoiceName};
use super::view_case::amount;
use super::view_choice::{choice_names, move_names};
use super::view_finding::document;
use super::view_word::{ListWord, StatusWord};
use crate::domain::portfolio_change::PortfolioChange;

/// The result of `alternatives` and `replan`: several plans side by side.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanList)]
pub struct PlanListView<'a> {
    #[schema(value_type = ListWord)]
    kind: &'static str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    currency: &'a str,
    /// Alternatives: investments that any two plans differ by, at least; null when replanning.
    #[schema(required)]
    differ_by: Option<usize>,
    /// Replanning: share of the attainable worth that is kept; null for alternatives.
    #[schema(required)]
    keep: Option<f64>,
    /// Whether the run was stopped before its end: plans that were not found by then are missing, and the last one may be
    /// the best so far only, as its status says.
    is_partial: bool,
    /// Alternatives: the best first. Replanning: fewest changes first, then the best possible.
    plans: Vec<ListedPlanView>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// One plan of a list, with what changes against the approved plan, or against the best one of a list of alternatives.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedPlan)]
struct ListedPlanView {
    #[schema(value_type = StatusWord)]
    status: &'static str,
    #[schema(value_type = Amount)]
    npv: String,
    /// What breaking rules that have a price costs; not part of the NPV.
    #[schema(value_type = Amount)]
    penalty: String,
    /// No plan of the kind is worth more; null where nothing is proven.
    #[schema(value_type = Option<Amount>, required)]
    bound: Option<String>,
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
    #[schema(value_type = Vec<ChoiceName>)]
    entered: Vec<String>,
    #[schema(value_type = Vec<ChoiceName>)]
    left: Vec<String>,
    /// `B01:core@y0 > B01:core@y1` for each investment in another variant, start or share.
    moved: Vec<String>,
    /// How many investments enter, leave or move.
    changes: usize,
}

/// The document of several plans.
pub fn plan_list_json(list: &PlanList) -> String {
    let (kind, differ_by, keep) = match list.kind {
        ListKind::Alternatives { differ_by } => ("alternatives", Some(*differ_by), None),
        ListKind::Replan { keep, .. } => ("replan", None, Some(*keep)),
    };
    document(&PlanListView {
        kind,
        scenario: list.scenario,
        currency: &list.dossier.settings.currency,
        differ_by,
        keep,
        is_partial: list.is_partial,
        plans: list.plans.iter().map(|plan| plan_view(list, plan)).collect(),
        fingerprint: list.fingerprint,
    })
}

fn plan_view(list: &PlanList, plan: &ListedPlan) -> ListedPlanView {
    let change = PortfolioChange::between(list.reference(), &plan.portfolio);
    ListedPlanView {
        status: plan.status.name(),
        npv: amount(plan.npv),
        penalty: amount(plan.penalty),
        bound: plan.bound.map(amount),
        portfolio: choice_names(plan.portfolio.choices()),
        entered: choice_names(&change.entered),
        left: choice_names(&change.left),
        moved: move_names(&change.moved),
        changes: change.size(),
    }
}
