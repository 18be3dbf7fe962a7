//! A chosen portfolio as a machine-readable document.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::plan::PlanResult;
use super::view_case::{AppraisalView, amount, amounts, appraisal_view};
use super::view_choice::{ChoiceView, choice_views};
use super::view_finding::document;
use super::view_journey::{
    BeforeAfterView, JourneyChangeView, SatisfactionView, change_view, journey_changes, satisfaction_view,
};
use super::view_repair::{RepairView, repair_views};
use crate::experience::profile::ObsessionProfile;
use crate::optimize::highs::solver_name;
use crate::optimize::neighbour::Neighbour;
use crate::optimize::outcome::{Plan, RuleUse, ScenarioRegret};
use crate::optimize::rule::Side;

/// The result of `choose`.
#[derive(Serialize)]
struct PlanView<'a> {
    /// optimal, within_gap, limit_reached or infeasible.
    status: &'static str,
    value_model: &'static str,
    currency: &'a str,
    scenario: Option<&'a str>,
    decision_model: String,
    /// What was maximised: npv, objectives, coverage, ... or a blend.
    aim: &'a str,
    /// How much of the aim the plan has: for npv, the NPV less what broken soft rules cost.
    objective: Option<String>,
    /// No plan is worth more than this.
    bound: Option<String>,
    /// (bound - objective) / |objective|.
    gap: Option<f64>,
    portfolio: Vec<ChoiceView<'a>>,
    npv: Option<String>,
    /// What breaking rules that have a price costs, in currency; not part of the NPV.
    penalty: Option<String>,
    /// The plan in the other scenarios that it must hold in.
    regrets: Vec<RegretView<'a>>,
    /// Scenarios left out because no plan is possible in them.
    scenarios_without_plan: &'a [String],
    pv_cost: Option<String>,
    pv_benefit: Option<String>,
    /// Fraction; null when nothing is spent.
    roi: Option<f64>,
    /// Every other measure of the plan as a whole.
    appraisal: Option<AppraisalView>,
    /// Expected cost of years 0..=horizon.
    cost: Vec<String>,
    /// Benefit of years 0..=horizon under the value model.
    benefit: Vec<String>,
    benefit_by_lever: BTreeMap<&'a str, Vec<String>>,
    /// Importance-weighted share of the experience gap closed, 0..=1.
    coverage: Option<f64>,
    coverage_by_moment: BTreeMap<&'a str, f64>,
    coverage_by_persona: BTreeMap<&'a str, f64>,
    /// Journeys as they are remembered, the lowest score after first.
    journeys: Vec<JourneyChangeView<'a>>,
    satisfaction: SatisfactionView<'a>,
    /// Experience less expectation in points; null when nobody weighs a moment.
    perception_index: Option<BeforeAfterView>,
    /// Customer-obsession profile, each 0..=10.
    profile: Option<ProfileView>,
    /// Names of the rules that alone forbid a single change which would raise the NPV.
    binding: Vec<String>,
    /// Names of those that forbid one only together with others.
    binding_with_others: Vec<String>,
    rules: Vec<RuleView>,
    left_out: Vec<NeighbourView<'a>>,
    /// Variants that took no part because amounts are withheld.
    missing: Vec<String>,
    /// When no plan exists: rules that cannot be kept together.
    conflict: Vec<String>,
    /// Up to five such sets, smallest first; the first is `conflict`.
    conflicts: Vec<Vec<String>>,
    /// Up to three ways to make a plan possible, cheapest first.
    repairs: Vec<RepairView>,
    readiness: f64,
    strategy_incomplete: bool,
    solver: SolverView,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct RegretView<'a> {
    scenario: &'a str,
    /// NPV of the best plan there.
    best: String,
    /// NPV of this plan there.
    npv: String,
    /// best - npv.
    regret: String,
}

#[derive(Serialize)]
struct ProfileView {
    agility: Option<f64>,
    flexibility: Option<f64>,
    globality: Option<f64>,
    intelligence: Option<f64>,
}

#[derive(Serialize)]
struct RuleView {
    rule: String,
    /// at_most or at_least.
    side: &'static str,
    used: String,
    limit: String,
    binding: bool,
}

#[derive(Serialize)]
struct NeighbourView<'a> {
    investment: &'a str,
    variant: Option<&'a str>,
    /// Year index in which it would start.
    start: u32,
    /// Investments of the plan that it excludes and that would leave.
    displaced: Vec<&'a str>,
    /// NPV of the plan with it less NPV of the plan.
    npv_if_added: String,
    broken: Vec<BrokenView>,
}

#[derive(Serialize)]
struct BrokenView {
    rule: String,
    /// In the unit of the rule: currency, days, or a count.
    short_by: String,
}

#[derive(Serialize)]
struct SolverView {
    /// With its version.
    name: String,
    threads: u32,
    /// Solves until the bound met the plan.
    rounds: usize,
    /// Branches looked into.
    nodes: u64,
    seed: i32,
    /// Seconds allowed for one solve.
    time_limit: Option<f64>,
    /// Gap at which it was allowed to stop.
    gap_asked: f64,
    tie_rule: &'static str,
}

/// The document of `choose`.
pub fn plan_json(result: &PlanResult) -> String {
    let plan = result.outcome.plan.as_ref();
    let case = plan.map(|plan| &plan.case);
    document(&PlanView {
        status: result.outcome.status.name(),
        value_model: result.outcome.value_model.name(),
        currency: &result.dossier.settings.currency,
        scenario: result.scenario,
        decision_model: format!("{} {}", result.model.name, result.model.version),
        aim: &result.outcome.aim,
        objective: result.outcome.worth.map(|worth| aim_amount(result, worth)),
        bound: result.outcome.bound.map(|bound| aim_amount(result, bound)),
        gap: result.outcome.gap,
        portfolio: plan.map(|plan| choice_views(plan.portfolio.choices())).unwrap_or_default(),
        npv: case.map(|case| amount(case.npv)),
        penalty: plan.map(|plan| amount(plan.penalty)),
        regrets: result.regrets.scenarios.iter().map(regret_view).collect(),
        scenarios_without_plan: &result.regrets.without_plan,
        pv_cost: case.map(|case| amount(case.pv_cost)),
        pv_benefit: case.map(|case| amount(case.pv_benefit)),
        roi: case.and_then(|case| case.appraisal.roi).map(super::view_case::ratio),
        appraisal: case.map(|case| appraisal_view(&case.appraisal)),
        cost: case.map(|case| amounts(&case.cost)).unwrap_or_default(),
        benefit: case.map(|case| amounts(&case.benefit)).unwrap_or_default(),
        benefit_by_lever: case
            .map(|case| {
                case.benefit_by_lever.iter().map(|(id, by_year)| (id.as_str(), amounts(by_year))).collect()
            })
            .unwrap_or_default(),
        coverage: result.coverage.map(|coverage| coverage.total),
        coverage_by_moment: result
            .coverage
            .map(|coverage| coverage.by_moment.iter().map(|(id, share)| (id.as_str(), *share)).collect())
            .unwrap_or_default(),
        coverage_by_persona: result
            .coverage
            .map(|coverage| coverage.by_persona.iter().map(|(id, share)| (id.as_str(), *share)).collect())
            .unwrap_or_default(),
        journeys: journey_changes(result),
        satisfaction: satisfaction_view(result),
        perception_index: result.perception.total.as_ref().map(|index| change_view(result, index)),
        profile: result.profile.map(profile_view),
        binding: plan.map(|plan| names(plan, |rule| rule.is_binding)).unwrap_or_default(),
        binding_with_others: plan.map(|plan| names(plan, |rule| rule.binds_with_others)).unwrap_or_default(),
        rules: plan.map(|plan| plan.uses.iter().map(rule_view).collect()).unwrap_or_default(),
        left_out: plan.map(|plan| plan.left_out().map(neighbour_view).collect()).unwrap_or_default(),
        missing: result
            .cases
            .missing
            .iter()
            .map(|case| format!("{}:{}", case.investment, case.variant))
            .collect(),
        conflict: result.outcome.conflict().iter().map(|statement| statement.name()).collect(),
        conflicts: result
            .outcome
            .conflicts
            .iter()
            .map(|conflict| conflict.iter().map(|statement| statement.name()).collect())
            .collect(),
        repairs: repair_views(result),
        readiness: result.readiness.share,
        strategy_incomplete: result.is_strategy_incomplete(),
        solver: solver_view(result),
        fingerprint: result.fingerprint,
    })
}

fn solver_view(result: &PlanResult) -> SolverView {
    let outcome = result.outcome;
    SolverView {
        name: solver_name(),
        threads: 1,
        rounds: outcome.rounds,
        nodes: outcome.nodes,
        seed: outcome.limits.seed,
        time_limit: outcome.limits.seconds,
        gap_asked: outcome.limits.relative_gap,
        tie_rule: "least present value of cost, then identifiers in order",
    }
}

/// An amount of the aim: money to the cent, other measures to nine digits.
fn aim_amount(result: &PlanResult, worth: Decimal) -> String {
    match result.outcome.aim.as_str() {
        "npv" => amount(worth),
        _ => worth.round_dp(9).normalize().to_string(),
    }
}

fn regret_view(scenario: &ScenarioRegret) -> RegretView<'_> {
    RegretView {
        scenario: &scenario.scenario,
        best: amount(scenario.best),
        npv: amount(scenario.npv),
        regret: amount(scenario.regret()),
    }
}

fn names(plan: &Plan, is_meant: impl Fn(&RuleUse) -> bool) -> Vec<String> {
    plan.uses.iter().filter(|rule| is_meant(rule)).map(|rule| rule.statement.name()).collect()
}

fn profile_view(profile: &ObsessionProfile) -> ProfileView {
    let ObsessionProfile { agility, flexibility, globality, intelligence } = *profile;
    ProfileView { agility, flexibility, globality, intelligence }
}

fn rule_view(rule: &RuleUse) -> RuleView {
    RuleView {
        rule: rule.statement.name(),
        side: match rule.side {
            Side::AtMost => "at_most",
            Side::AtLeast => "at_least",
        },
        used: amount(rule.used),
        limit: amount(rule.limit),
        binding: rule.is_binding,
    }
}

fn neighbour_view(neighbour: &Neighbour) -> NeighbourView<'_> {
    NeighbourView {
        investment: neighbour.investment.as_str(),
        variant: neighbour.variant.as_ref().map(|variant| variant.as_str()),
        start: neighbour.start.year() as u32,
        displaced: neighbour.displaced.iter().map(|id| id.as_str()).collect(),
        npv_if_added: amount(neighbour.gain),
        broken: neighbour
            .broken
            .iter()
            .map(|(statement, short)| BrokenView { rule: statement.name(), short_by: amount(*short) })
            .collect(),
    }
}
