//! A chosen portfolio as a machine-readable document.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::comparison::Comparison;
use super::plan::PlanResult;
use super::view_amount::{Amount, ExactDecimal};
use super::view_capability::{CapabilityView, capability_views};
use super::view_case::{AppraisalView, amount, amounts, appraisal_view};
use super::view_choice::{ChoiceView, choice_views};
use super::view_comparison::{ComparisonView, comparison_view};
use super::view_experience::{AtRiskChangeView, ExperienceCellView, at_risk_change, experience_views};
use super::view_finding::document;
use super::view_funded::{FundedView, InterplayView, Names, funded_views};
use super::view_journey::{
    BeforeAfterView, JourneyChangeView, SatisfactionView, change_view, journey_changes, satisfaction_view,
};
use super::view_missing::{MissingView, missing_views, unjudged_ids};
use super::view_repair::{RepairView, repair_views};
use super::view_rule::{RuleView, rule_views, short_in_unit};
use super::view_word::{StatusWord, ValueModelWord};
use crate::case::portfolio_case::PortfolioCase;
use crate::domain::dossier::Dossier;
use crate::experience::profile::ObsessionProfile;
use crate::optimize::highs::solver_name;
use crate::optimize::neighbour::Neighbour;
use crate::optimize::outcome::{Plan, RuleUse, ScenarioRegret};
use crate::optimize::statement::Statement;

/// The result of `choose`: the plan, why it is the best one, or why there is none; amounts in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = Plan)]
pub struct PlanView<'a> {
    #[schema(value_type = StatusWord)]
    status: &'static str,
    #[schema(value_type = ValueModelWord)]
    value_model: &'static str,
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    /// What was maximised: `npv`, `objectives`, `coverage`, .., a blend `0.7*npv+0.3*coverage`, in order
    /// `npv:0.02,coverage`, or `regret`.
    aim: &'a str,
    /// How much of the aim the plan has: for npv, the NPV less what broken soft rules cost; null without a plan.
    #[schema(value_type = Option<ExactDecimal>, required)]
    objective: Option<String>,
    /// No plan has more of the aim than this; null where nothing is proven.
    #[schema(value_type = Option<ExactDecimal>, required)]
    bound: Option<String>,
    /// (bound - objective) / |objective|; null where there is no bound.
    #[schema(required)]
    gap: Option<f64>,
    /// What is funded, as requests take it back; empty without a plan.
    portfolio: Vec<ChoiceView<'a>>,
    /// The same with names, money by year and the rules that impose it.
    funded: Vec<FundedView>,
    /// What the investments of the plan bring together beyond what each brings alone; null without a plan.
    #[schema(required)]
    interplay: Option<InterplayView>,
    /// NPV of the plan, re-added in exact decimals; null without a plan, like every other figure of it.
    #[schema(value_type = Option<Amount>, required)]
    npv: Option<String>,
    /// What breaking rules that have a price costs, in currency; not part of the NPV.
    #[schema(value_type = Option<Amount>, required)]
    penalty: Option<String>,
    /// The plan in the other scenarios that it must hold in.
    regrets: Vec<RegretView<'a>>,
    /// Scenarios left out because no plan is possible in them.
    scenarios_without_plan: &'a [String],
    #[schema(value_type = Option<Amount>, required)]
    pv_cost: Option<String>,
    #[schema(value_type = Option<Amount>, required)]
    pv_benefit: Option<String>,
    /// Fraction; null when nothing is spent.
    #[schema(required)]
    roi: Option<f64>,
    /// Every other measure of the plan as a whole.
    #[schema(required)]
    appraisal: Option<AppraisalView>,
    /// Expected cost of years 0..=horizon; empty without a plan.
    #[schema(value_type = Vec<Amount>)]
    cost: Vec<String>,
    /// Benefit of years 0..=horizon under the value model; empty without a plan.
    #[schema(value_type = Vec<Amount>)]
    benefit: Vec<String>,
    /// The same by lever.
    #[schema(value_type = BTreeMap<String, Vec<Amount>>)]
    benefit_by_lever: BTreeMap<&'a str, Vec<String>>,
    /// Importance-weighted share of the experience gap closed: at most 1, below 0 where harms outweigh; null without a
    /// plan and when nobody weighs a moment.
    #[schema(required)]
    coverage: Option<f64>,
    /// The same by moment.
    coverage_by_moment: BTreeMap<&'a str, f64>,
    /// The same by persona.
    coverage_by_persona: BTreeMap<&'a str, f64>,
    /// Each persona at each moment with the plan.
    experience: Vec<ExperienceCellView<'a>>,
    money_at_risk: AtRiskChangeView,
    /// Journeys as they are remembered, the lowest score after first.
    journeys: Vec<JourneyChangeView<'a>>,
    satisfaction: SatisfactionView<'a>,
    /// Experience less expectation in points; null when nobody weighs a moment.
    #[schema(required)]
    perception_index: Option<BeforeAfterView>,
    /// Capabilities with the plan, in the order of the dossier; empty without a plan.
    capabilities: Vec<CapabilityView>,
    /// Customer-obsession profile, each 0..=10; null without a plan.
    #[schema(required)]
    profile: Option<ProfileView>,
    /// Names of the rules that alone forbid a single change which would raise the NPV.
    binding: Vec<String>,
    /// Names of those that forbid one only together with others.
    binding_with_others: Vec<String>,
    /// Every rule, with what the plan uses of it; what else in the document names a rule means one of these.
    rules: Vec<RuleView>,
    /// One variant of each investment outside the plan, the best that breaks no rule but amounts.
    left_out: Vec<NeighbourView<'a>>,
    /// Variants that took no part because amounts are withheld or not stated.
    missing: Vec<MissingView<'a>>,
    /// Investments that could not be judged: all of their variants are in `missing`. No plan has one of them, and none
    /// says that it is not worth its cost.
    unjudged: Vec<&'a str>,
    /// When no plan exists: rules that cannot be kept together.
    conflict: Vec<String>,
    /// Up to five such sets, smallest first; the first is `conflict`.
    conflicts: Vec<Vec<String>>,
    /// When no plan exists: up to three ways to make one possible, cheapest first.
    repairs: Vec<RepairView>,
    /// Share of readiness gates passed, 0..=1.
    #[schema(minimum = 0, maximum = 1)]
    readiness: f64,
    /// Too few gates are passed for the plan to decide anything.
    strategy_incomplete: bool,
    /// How the plan differs from that of the dossier as it stands; null unless `compare` was asked for, and where the run
    /// was stopped before both plans were known.
    #[schema(required)]
    difference: Option<ComparisonView<'a>>,
    solver: SolverView,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// The plan in one scenario that it must hold in.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanRegret)]
struct RegretView<'a> {
    scenario: &'a str,
    /// NPV of the best plan there.
    #[schema(value_type = Amount)]
    best: String,
    /// NPV of this plan there.
    #[schema(value_type = Amount)]
    npv: String,
    /// best - npv.
    #[schema(value_type = Amount)]
    regret: String,
}

/// Customer-obsession profile, each 0..=10 and null when no investment of the plan states it.
#[derive(Serialize, ToSchema)]
#[schema(as = ObsessionProfile)]
struct ProfileView {
    #[schema(required)]
    agility: Option<f64>,
    #[schema(required)]
    flexibility: Option<f64>,
    #[schema(required)]
    globality: Option<f64>,
    #[schema(required)]
    intelligence: Option<f64>,
}

/// A variant outside the plan, and what adding it would do.
#[derive(Serialize, ToSchema)]
#[schema(as = LeftOut)]
struct NeighbourView<'a> {
    investment: &'a str,
    name_en: String,
    name_fr: String,
    /// Null when it is dropped.
    #[schema(required)]
    variant: Option<&'a str>,
    #[schema(required)]
    variant_name_en: Option<String>,
    #[schema(required)]
    variant_name_fr: Option<String>,
    /// Year index in which it would start.
    start: u32,
    /// Investments of the plan that it excludes and that would leave.
    displaced: Vec<&'a str>,
    /// NPV of the plan with it less NPV of the plan.
    #[schema(value_type = Amount)]
    npv_if_added: String,
    broken: Vec<BrokenView>,
}

/// A rule that would be broken.
#[derive(Serialize, ToSchema)]
#[schema(as = BrokenRule)]
pub struct BrokenView {
    pub rule: String,
    /// In the unit of the rule: currency, days, or a count.
    #[schema(value_type = Amount)]
    pub short_by: String,
}

/// How the plan was looked for.
#[derive(Serialize, ToSchema)]
#[schema(as = Solver)]
struct SolverView {
    /// With its version.
    name: String,
    threads: u32,
    /// Solves until the bound met the plan.
    rounds: usize,
    /// Branches looked into.
    nodes: u64,
    seed: i32,
    /// Seconds allowed for one solve; null: as many as it takes.
    #[schema(required)]
    time_limit: Option<f64>,
    /// Gap at which it was allowed to stop.
    gap_asked: f64,
    /// Which of two equal plans is taken.
    tie_rule: &'static str,
}

/// The document of `choose`.
///
/// `difference` is how the plan differs from another one, where it was compared.
pub fn plan_json(result: &PlanResult, difference: Option<&Comparison>) -> String {
    let plan = result.outcome.plan.as_ref();
    let case = plan.map(|plan| &plan.case);
    let (funded, interplay) = funded_views(result);
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
        funded,
        interplay,
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
        benefit_by_lever: case.map(by_lever).unwrap_or_default(),
        coverage: result.coverage.map(|coverage| coverage.total),
        coverage_by_moment: result
            .coverage
            .map(|coverage| coverage.by_moment.iter().map(|(id, share)| (id.as_str(), *share)).collect())
            .unwrap_or_default(),
        coverage_by_persona: result
            .coverage
            .map(|coverage| coverage.by_persona.iter().map(|(id, share)| (id.as_str(), *share)).collect())
            .unwrap_or_default(),
        experience: experience_views(result),
        money_at_risk: at_risk_change(result),
        journeys: journey_changes(result),
        satisfaction: satisfaction_view(result),
        perception_index: result.perception.total.as_ref().map(|index| change_view(result, index)),
        capabilities: capability_views(result),
        profile: result.profile.map(profile_view),
        binding: plan.map(|plan| names(plan, |rule| rule.is_binding)).unwrap_or_default(),
        binding_with_others: plan.map(|plan| names(plan, |rule| rule.binds_with_others)).unwrap_or_default(),
        rules: rule_views(result),
        left_out: plan
            .map(|plan| plan.left_out().map(|one| neighbour_view(result, one)).collect())
            .unwrap_or_default(),
        missing: missing_views(result.cases),
        unjudged: unjudged_ids(result.dossier, result.cases),
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
        difference: difference.map(comparison_view),
        solver: solver_view(result),
        fingerprint: result.fingerprint,
    })
}

/// Benefit of years 0..=horizon by lever.
fn by_lever(case: &PortfolioCase) -> BTreeMap<&str, Vec<String>> {
    case.benefit_by_lever.iter().map(|(id, by_year)| (id.as_str(), amounts(by_year))).collect()
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

/// A broken rule, with what is missing in the unit of the rule.
pub fn broken_view(dossier: &Dossier, statement: &Statement, short: Decimal) -> BrokenView {
    BrokenView { rule: statement.name(), short_by: amount(short_in_unit(dossier, statement, short)) }
}

fn neighbour_view<'a>(result: &PlanResult, neighbour: &'a Neighbour) -> NeighbourView<'a> {
    let Names { investment, variant } =
        Names::of(result.dossier, &neighbour.investment, neighbour.variant.as_ref());
    NeighbourView {
        investment: neighbour.investment.as_str(),
        name_en: investment.en,
        name_fr: investment.fr,
        variant_name_en: neighbour.variant.is_some().then_some(variant.en),
        variant_name_fr: neighbour.variant.is_some().then_some(variant.fr),
        variant: neighbour.variant.as_ref().map(|variant| variant.as_str()),
        start: neighbour.start.year() as u32,
        displaced: neighbour.displaced.iter().map(|id| id.as_str()).collect(),
        npv_if_added: amount(neighbour.gain),
        broken: neighbour
            .broken
            .iter()
            .map(|(statement, short)| broken_view(result.dossier, statement, *short))
            .collect(),
    }
}
