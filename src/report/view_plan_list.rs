//! Several plans side by side as a machine-readable document.

use serde::Serialize;

use super::plan_list::{ListKind, ListedPlan, PlanList};
use super::view_case::amount;
use super::view_choice::{choice_names, move_names};
use super::view_finding::document;
use crate::domain::portfolio_change::PortfolioChange;

/// The result of `alternatives` and `replan`.
#[derive(Serialize)]
struct PlanListView<'a> {
    kind: &'static str,
    scenario: Option<&'a str>,
    currency: &'a str,
    /// Alternatives: investments that any two plans differ by, at least.
    differ_by: Option<usize>,
    /// Replanning: share of the attainable worth that is kept.
    keep: Option<f64>,
    plans: Vec<ListedPlanView>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct ListedPlanView {
    status: &'static str,
    npv: String,
    penalty: String,
    bound: Option<String>,
    portfolio: Vec<String>,
    /// Against the approved plan, or the best one of a list of alternatives.
    entered: Vec<String>,
    left: Vec<String>,
    moved: Vec<String>,
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
