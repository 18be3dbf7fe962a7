//! A robust choice as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::robust::{RegretCell, RegretRow, RobustItem, RobustResult};
use super::view_case::{amount, ratio};
use super::view_choice::{choice_name, choice_names};
use super::view_finding::document;
use crate::domain::portfolio::Choice;
use crate::optimize::statement::Statement;
use crate::optimize::weights::core_proof::Standing;

/// The result of `robust`.
#[derive(Serialize)]
struct RobustView<'a> {
    weights: &'static str,
    scenario: Option<&'a str>,
    currency: &'a str,
    criteria: Vec<CriterionView>,
    samples: usize,
    scores: Option<f64>,
    solves: usize,
    gap: f64,
    core: Vec<String>,
    borderline: Vec<String>,
    exterior: Vec<String>,
    investments: Vec<ItemView>,
    plans: Vec<PlanView>,
    choosers: Vec<ChooserView<'a>>,
    common_core: Vec<String>,
    budgets: Vec<f64>,
    regrets: RegretsView<'a>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct CriterionView {
    measure: String,
    scale: f64,
}

#[derive(Serialize)]
struct ItemView {
    investment: String,
    standing: &'static str,
    is_proven: bool,
    margin: Option<f64>,
    acceptability: f64,
    by_variant: BTreeMap<String, f64>,
    core_index: f64,
    acceptability_with_scores_moved: Option<f64>,
    core_index_by_budget: Vec<Option<f64>>,
}

#[derive(Serialize)]
struct PlanView {
    wins: f64,
    wins_with_scores_moved: Option<f64>,
    npv: String,
    criteria: Vec<f64>,
    portfolio: Vec<String>,
}

#[derive(Serialize)]
struct ChooserView<'a> {
    who: Option<&'a str>,
    weights: &'a [f64],
    gap: f64,
    portfolio: Vec<String>,
}

#[derive(Serialize)]
struct RegretsView<'a> {
    scenarios: Vec<ScenarioView<'a>>,
    without_plan: &'a [String],
    plans: Vec<RegretRowView<'a>>,
    /// Place of the plan with the least greatest regret in `plans`.
    least: Option<usize>,
}

#[derive(Serialize)]
struct ScenarioView<'a> {
    scenario: Option<&'a str>,
    npv: String,
}

#[derive(Serialize)]
struct RegretRowView<'a> {
    best_in: &'a [Option<String>],
    portfolio: Vec<String>,
    cells: Vec<Option<CellView>>,
    greatest: Option<String>,
}

#[derive(Serialize)]
struct CellView {
    npv: String,
    regret: String,
    fits: bool,
    broken: Vec<String>,
}

/// The document of a robust choice.
pub fn robust_json(result: &RobustResult) -> String {
    let of = |standing| -> Vec<String> {
        result.of(standing).iter().map(|item| item.verdict.investment.to_string()).collect()
    };
    let criteria = result.criteria.iter();
    let plans = result.plans.iter();
    let choosers = result.choosers.iter();
    document(&RobustView {
        weights: result.weights,
        scenario: result.scenario,
        currency: &result.dossier.settings.currency,
        criteria: criteria
            .map(|one| CriterionView { measure: one.measure.name(), scale: one.scale })
            .collect(),
        samples: result.samples,
        scores: result.scores,
        solves: result.solves,
        gap: result.gap,
        core: of(Standing::Core),
        borderline: of(Standing::Borderline),
        exterior: of(Standing::Exterior),
        investments: result.items.iter().map(item_view).collect(),
        plans: plans
            .map(|plan| PlanView {
                wins: plan.wins,
                wins_with_scores_moved: plan.shaken,
                npv: amount(plan.npv),
                criteria: plan.criteria.clone(),
                portfolio: choice_names(plan.portfolio.choices()),
            })
            .collect(),
        choosers: choosers
            .map(|chooser| ChooserView {
                who: chooser.who.as_deref(),
                weights: &chooser.weights,
                gap: chooser.gap,
                portfolio: choice_names(chooser.portfolio.choices()),
            })
            .collect(),
        common_core: result.common_core().iter().map(ToString::to_string).collect(),
        budgets: result.budgets.iter().map(|factor| ratio(*factor)).collect(),
        regrets: regrets_view(result),
        fingerprint: result.fingerprint,
    })
}

fn item_view(item: &RobustItem) -> ItemView {
    let variant = |(choice, share): &(Choice, f64)| (choice_name(choice), *share);
    ItemView {
        investment: item.verdict.investment.to_string(),
        standing: item.verdict.standing.name(),
        is_proven: item.verdict.is_proven,
        margin: item.verdict.margin.filter(|margin| margin.is_finite()),
        acceptability: item.acceptability,
        by_variant: item.by_variant.iter().map(variant).collect(),
        core_index: item.core_index,
        acceptability_with_scores_moved: item.shaken,
        core_index_by_budget: item.by_budget.clone(),
    }
}

fn regrets_view<'a>(result: &RobustResult<'a>) -> RegretsView<'a> {
    let regrets = result.regrets;
    let scenarios = regrets.scenarios.iter();
    RegretsView {
        scenarios: scenarios
            .map(|(name, npv)| ScenarioView { scenario: name.as_deref(), npv: amount(*npv) })
            .collect(),
        without_plan: &regrets.without_plan,
        plans: regrets.rows.iter().map(row_view).collect(),
        least: regrets.least(),
    }
}

fn row_view(row: &RegretRow) -> RegretRowView<'_> {
    let cell = |cell: &'_ RegretCell| (amount(cell.npv), amount(cell.regret), cell.broken.is_empty());
    let cells = row.cells.iter().map(|one| {
        one.as_ref().map(|one| {
            let (npv, regret, fits) = cell(one);
            CellView { npv, regret, fits, broken: one.broken.iter().map(Statement::name).collect() }
        })
    });
    RegretRowView {
        best_in: &row.best_in,
        portfolio: choice_names(row.portfolio.choices()),
        cells: cells.collect(),
        greatest: row.greatest().map(amount),
    }
}
