//! The frontier as a machine-readable document.

use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;

use super::frontier::{Against, Drawn, DrawnPlan, Frontier, FrontierPoint};
use super::text_frontier::leaver_text;
use super::view_amount::{Amount, ChoiceName};
use super::view_case::{amount, ratio};
use super::view_choice::{choice_names, move_names};
use super::view_finding::document;
use super::view_plan::{BrokenView, broken_view};
use super::view_rule::{RuleNameView, rule_names};
use super::view_word::StatusWord;
use crate::domain::dossier::Dossier;
use crate::domain::text::Language;
use crate::optimize::fronts::budget_steps::Leaver;
use crate::optimize::statement::Statement;

/// The result of `frontier`: the best NPV at each amount of money, or of another measure.
#[derive(Serialize, ToSchema)]
#[schema(as = Frontier)]
pub struct FrontierView<'a> {
    /// `budget`, or the name of a measure.
    against: String,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    currency: &'a str,
    /// Whether every efficient plan is listed; against budgets, every plan between the first and the last share.
    is_complete: bool,
    /// Whether the run was stopped before its end: points and drawn plans that were not found by then are missing.
    is_partial: bool,
    /// By rising `at`.
    points: Vec<PointView>,
    /// Plans drawn against the frontier.
    drawn: Vec<DrawnView<'a>>,
    /// Every rule that this document names.
    rules: Vec<RuleNameView>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// One point of the frontier.
#[derive(Serialize, ToSchema)]
#[schema(as = FrontierPoint)]
struct PointView {
    /// Share of the budgets, or amount of the measure.
    at: f64,
    /// Budgets of all years at this share, not discounted; null against a measure.
    #[schema(value_type = Option<Amount>, required)]
    money: Option<String>,
    #[schema(value_type = StatusWord)]
    status: &'static str,
    /// Proven: no plan has more of one without less of the other.
    is_efficient: bool,
    /// Null where no plan keeps all rules, like the two below.
    #[schema(value_type = Option<Amount>, required)]
    npv: Option<String>,
    /// What breaking rules that have a price costs; not part of the NPV.
    #[schema(value_type = Option<Amount>, required)]
    penalty: Option<String>,
    /// Null also where nothing is proven.
    #[schema(value_type = Option<Amount>, required)]
    bound: Option<String>,
    /// NPV gained per unit of money more, or lost per 0.01 of a share or per unit of another measure; null at the first
    /// point.
    #[schema(value_type = Option<Amount>, required)]
    price: Option<String>,
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
    /// Against the point before.
    #[schema(value_type = Vec<ChoiceName>)]
    entered: Vec<String>,
    #[schema(value_type = Vec<ChoiceName>)]
    left: Vec<String>,
    /// `B01:core@y0 > B01:core@y1` for each investment in another variant, start or share.
    moved: Vec<String>,
    /// What leaves although money grows.
    leavers: Vec<LeaverView>,
    /// Plans that are best between the point before and this one, by rising share.
    switches: Vec<SwitchView>,
    /// Whether these are all.
    has_all_switches: bool,
}

/// An investment that leaves although money grows.
#[derive(Serialize, ToSchema)]
#[schema(as = Leaver)]
struct LeaverView {
    investment: String,
    displaced_by: Vec<String>,
    /// What it would lack beside them.
    short: Vec<BrokenView>,
    /// What the plan would lose by keeping it; null when it cannot be kept or that is not proven.
    #[schema(value_type = Option<Amount>, required)]
    keeping_costs: Option<String>,
    sentence_en: String,
    sentence_fr: String,
}

/// A plan that is the best one from a share of the budgets on.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanSwitch)]
struct SwitchView {
    /// Share of the budgets.
    from: f64,
    #[schema(value_type = Amount)]
    npv: String,
    #[schema(value_type = Amount)]
    penalty: String,
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
}

/// A plan drawn against the frontier.
#[derive(Serialize, ToSchema)]
#[schema(as = DrawnPlan)]
struct DrawnView<'a> {
    /// The scenario whose best plan it is; null for the user's own.
    #[schema(required)]
    of_scenario: Option<&'a str>,
    /// Share of the budgets that it needs, or how much it has of the measure; null when no share is enough.
    #[schema(required)]
    at: Option<f64>,
    /// Less the price of what it breaks.
    #[schema(value_type = Amount)]
    npv: String,
    /// Null when no plan keeps all rules there.
    #[schema(value_type = Option<Amount>, required)]
    best_npv_there: Option<String>,
    /// NPV lost against the frontier; below 0 where it breaks rules that the frontier keeps.
    #[schema(value_type = Option<Amount>, required)]
    distance: Option<String>,
    /// Rules that it breaks as the dossier stands.
    broken: Vec<BrokenView>,
    #[schema(value_type = Vec<ChoiceName>)]
    portfolio: Vec<String>,
}

/// The document of a frontier.
pub fn frontier_json(frontier: &Frontier) -> String {
    document(&FrontierView {
        against: match frontier.against {
            Against::Budget => "budget".into(),
            Against::Measure(measure) => measure.name(),
        },
        scenario: frontier.scenario,
        currency: &frontier.dossier.settings.currency,
        is_complete: frontier.is_complete,
        is_partial: frontier.is_partial,
        points: (0..frontier.points.len()).map(|at| point_view(frontier, at)).collect(),
        drawn: frontier.drawn.iter().map(|plan| drawn_view(frontier.dossier, plan)).collect(),
        rules: rule_names(frontier.dossier, named_rules(frontier)),
        fingerprint: frontier.fingerprint,
    })
}

/// The rules that leavers lack room under and that drawn plans break.
fn named_rules<'f>(frontier: &'f Frontier) -> impl Iterator<Item = &'f Statement> {
    let leavers = frontier.points.iter().flat_map(|point| &point.leavers);
    let short = leavers.flat_map(|leaver| &leaver.short);
    let broken = frontier.drawn.iter().flat_map(|plan| &plan.broken);
    short.chain(broken).map(|(statement, _)| statement)
}

fn point_view(frontier: &Frontier, at: usize) -> PointView {
    let point = &frontier.points[at];
    let change = frontier.change(at);
    let plan = point.plan.as_ref();
    PointView {
        at: ratio(point.at),
        money: point.money.map(amount),
        status: plan.map_or("infeasible", |plan| plan.status.name()),
        is_efficient: point.is_efficient && plan.is_some(),
        npv: plan.map(|plan| amount(plan.npv)),
        penalty: plan.map(|plan| amount(plan.penalty)),
        bound: plan.and_then(|plan| plan.bound).map(amount),
        price: point.price.map(amount),
        portfolio: plan.map_or_else(Vec::new, |plan| choice_names(plan.portfolio.choices())),
        entered: choice_names(&change.entered),
        left: choice_names(&change.left),
        moved: move_names(&change.moved),
        leavers: leavers(frontier, point),
        switches: point
            .switches
            .iter()
            .map(|step| SwitchView {
                from: ratio(step.factor),
                npv: amount(step.npv),
                penalty: amount(step.penalty),
                portfolio: choice_names(step.portfolio.choices()),
            })
            .collect(),
        has_all_switches: point.has_all_switches,
    }
}

fn leavers(frontier: &Frontier, point: &FrontierPoint) -> Vec<LeaverView> {
    let view = |leaver: &Leaver| LeaverView {
        investment: leaver.investment.to_string(),
        displaced_by: leaver.displaced_by.iter().map(ToString::to_string).collect(),
        short: shorts(frontier.dossier, &leaver.short),
        keeping_costs: leaver.keeping_costs.map(amount),
        sentence_en: leaver_text(frontier, point, leaver, Language::English),
        sentence_fr: leaver_text(frontier, point, leaver, Language::French),
    };
    point.leavers.iter().map(view).collect()
}

fn shorts(dossier: &Dossier, broken: &[(Statement, Decimal)]) -> Vec<BrokenView> {
    broken.iter().map(|(statement, short)| broken_view(dossier, statement, *short)).collect()
}

fn drawn_view<'a>(dossier: &Dossier, plan: &'a DrawnPlan) -> DrawnView<'a> {
    DrawnView {
        of_scenario: match &plan.drawn {
            Drawn::Own => None,
            Drawn::Scenario(name) => Some(name),
        },
        at: plan.at.map(ratio),
        npv: amount(plan.worth),
        best_npv_there: plan.best.map(amount),
        distance: plan.distance().map(amount),
        broken: shorts(dossier, &plan.broken),
        portfolio: choice_names(plan.portfolio.choices()),
    }
}
