//! A robust choice as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::robust::{RegretCell, RegretRow, RobustItem, RobustResult, ranks};
use super::view_amount::{Amount, ChoiceName, Share};
use super::view_case::{amount, ratio};
use super::view_choice::{choice_name, choice_names};
use super::view_finding::document;
use super::view_word::{AdmittedWord, StandingWord};
use crate::domain::portfolio::Choice;
use crate::optimize::statement::Statement;
use crate::optimize::weights::core_proof::Standing;

/// The result of `robust`: what holds whatever the weights, the budget and the scenario.
#[derive(Serialize, ToSchema)]
#[schema(as = RobustChoice)]
pub struct RobustView<'a> {
    #[schema(value_type = AdmittedWord)]
    weights: &'static str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    currency: &'a str,
    /// Whether the run was stopped before its end: scenarios, choosers, budgets and proofs that were not answered by then are
    /// missing. Nothing is counted over a part of the weights: without all of them `samples` is 0 and no investment is
    /// listed.
    is_partial: bool,
    criteria: Vec<CriterionView>,
    /// Weights drawn, all of them answered.
    samples: usize,
    /// How far scores move, as a share; null when they do not.
    #[schema(required)]
    scores: Option<f64>,
    /// How often the solver was asked.
    solves: usize,
    /// Largest share by which another plan might be better at any sample.
    gap: f64,
    /// Investments in all the best plans seen.
    core: Vec<String>,
    /// Investments in some of them.
    borderline: Vec<String>,
    /// Investments in none of them.
    exterior: Vec<String>,
    investments: Vec<ItemView>,
    /// Distinct best plans.
    plans: Vec<PlanView>,
    /// Each stakeholder, or each corner of the weights.
    choosers: Vec<ChooserView<'a>>,
    /// What all of them choose.
    common_core: Vec<String>,
    /// Shares of the budgets, in the order of `core_index_by_budget`.
    budgets: Vec<f64>,
    regrets: RegretsView<'a>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// What is weighed.
#[derive(Serialize, ToSchema)]
#[schema(as = Criterion)]
struct CriterionView {
    measure: String,
    /// Largest size it takes among the plans that are best in one of the criteria.
    scale: f64,
}

/// One investment over the weights.
#[derive(Serialize, ToSchema)]
#[schema(as = RobustInvestment)]
struct ItemView {
    investment: String,
    #[schema(value_type = StandingWord)]
    standing: &'static str,
    /// For every admitted weight.
    is_proven: bool,
    /// Largest over the corners of the best value with the investment forced the other way less the best value; null
    /// when it cannot be otherwise or nobody asked.
    #[schema(required)]
    margin: Option<f64>,
    /// Place among those that some best plan has, the safest first: by the share of samples, then by the share of distinct
    /// best plans, then by what being without it would lose at least; null for those that none has.
    #[schema(minimum = 1, required)]
    rank: Option<usize>,
    /// Share of the samples whose best plan has it.
    #[schema(minimum = 0, maximum = 1)]
    acceptability: f64,
    /// The same by choice, those that some best plan has.
    #[schema(value_type = BTreeMap<String, Share>, inline)]
    by_variant: BTreeMap<String, f64>,
    /// Share of the distinct best plans that have it.
    #[schema(minimum = 0, maximum = 1)]
    core_index: f64,
    /// Null when nobody asked that scores move.
    #[schema(minimum = 0, maximum = 1, required)]
    acceptability_with_scores_moved: Option<f64>,
    /// In the order of `budgets`; null where no plan is possible.
    #[schema(minimum = 0, maximum = 1)]
    core_index_by_budget: Vec<Option<f64>>,
}

/// A plan that is best for some weights.
#[derive(Serialize, ToSchema)]
#[schema(as = RobustPlan)]
struct PlanView {
    /// Share of the samples it wins; 0 when it is best at a corner only.
    #[schema(minimum = 0, maximum = 1)]
    wins: f64,
    /// Null when nobody asked that scores move.
    #[schema(minimum = 0, maximum = 1, required)]
    wins_with_scores_moved: Option<f64>,
    #[schema(value_type = Amount)]
    npv: String,
    /// In the order of the criteria, in the unit of each measure.
    criteria: Vec<f64>,
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
}

/// What somebody who weighs so would choose.
#[derive(Serialize, ToSchema)]
#[schema(as = Chooser)]
struct ChooserView<'a> {
    /// The stakeholder; null for a corner of the weights.
    #[schema(required)]
    who: Option<&'a str>,
    /// In the order of the criteria.
    weights: &'a [f64],
    /// Share by which another plan might be better to them.
    gap: f64,
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
}

/// The best plan of each scenario in every scenario.
#[derive(Serialize, ToSchema)]
#[schema(as = RegretTable)]
struct RegretsView<'a> {
    scenarios: Vec<ScenarioView<'a>>,
    /// Scenarios in which no plan is possible.
    without_plan: &'a [String],
    plans: Vec<RegretRowView<'a>>,
    /// Place of the plan with the least greatest regret in `plans`; null when none fits everywhere.
    #[schema(required)]
    least: Option<usize>,
}

/// A scenario with the NPV of its best plan.
#[derive(Serialize, ToSchema)]
#[schema(as = ScenarioBest)]
struct ScenarioView<'a> {
    /// Null: the dossier as it was opened.
    #[schema(required)]
    scenario: Option<&'a str>,
    #[schema(value_type = Amount)]
    npv: String,
}

/// The best plan of one or several scenarios, seen in all.
#[derive(Serialize, ToSchema)]
#[schema(as = RegretRow)]
struct RegretRowView<'a> {
    /// Scenarios whose best plan it is; null: the dossier as it was opened.
    best_in: &'a [Option<String>],
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
    /// In the order of `scenarios`; null where a scenario does not offer the choices.
    cells: Vec<Option<CellView>>,
    /// The greatest regret; null when the plan does not fit everywhere.
    #[schema(value_type = Option<Amount>, required)]
    greatest: Option<String>,
}

/// A plan in a scenario.
#[derive(Serialize, ToSchema)]
#[schema(as = RegretCell)]
struct CellView {
    #[schema(value_type = Amount)]
    npv: String,
    /// NPV of the scenario's own best plan less this one's.
    #[schema(value_type = Amount)]
    regret: String,
    /// Whether it keeps the rules there.
    fits: bool,
    /// The rules it breaks there.
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
        is_partial: result.is_partial,
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
        investments: result
            .items
            .iter()
            .zip(ranks(result.items))
            .map(|(item, rank)| item_view(item, rank))
            .collect(),
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

fn item_view(item: &RobustItem, rank: Option<usize>) -> ItemView {
    let variant = |(choice, share): &(Choice, f64)| (choice_name(choice), *share);
    ItemView {
        investment: item.verdict.investment.to_string(),
        standing: item.verdict.standing.name(),
        is_proven: item.verdict.is_proven,
        margin: item.verdict.margin.filter(|margin| margin.is_finite()),
        rank,
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
