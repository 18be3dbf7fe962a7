//! The frontier as a machine-readable document.

use rust_decimal::Decimal;
use serde::Serialize;

use super::frontier::{Against, Drawn, DrawnPlan, Frontier, FrontierPoint};
use super::text_frontier::leaver_text;
use super::view_case::{amount, ratio};
use super::view_choice::{choice_names, move_names};
use super::view_finding::document;
use crate::domain::text::Language;
use crate::optimize::fronts::budget_steps::Leaver;
use crate::optimize::statement::Statement;

/// The result of `frontier`.
#[derive(Serialize)]
struct FrontierView<'a> {
    against: String,
    scenario: Option<&'a str>,
    currency: &'a str,
    /// Whether every efficient plan is listed.
    is_complete: bool,
    points: Vec<PointView>,
    drawn: Vec<DrawnView<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct PointView {
    /// Share of the budgets, or amount of the measure.
    at: f64,
    money: Option<String>,
    status: &'static str,
    is_efficient: bool,
    npv: Option<String>,
    penalty: Option<String>,
    bound: Option<String>,
    /// NPV gained per unit of money more, or lost per 0.01 of a share or per unit of another measure.
    price: Option<String>,
    portfolio: Vec<String>,
    entered: Vec<String>,
    left: Vec<String>,
    moved: Vec<String>,
    leavers: Vec<LeaverView>,
    switches: Vec<SwitchView>,
    has_all_switches: bool,
}

#[derive(Serialize)]
struct LeaverView {
    investment: String,
    displaced_by: Vec<String>,
    short: Vec<ShortView>,
    keeping_costs: Option<String>,
    sentence_en: String,
    sentence_fr: String,
}

#[derive(Serialize)]
struct ShortView {
    rule: String,
    short_by: String,
}

#[derive(Serialize)]
struct SwitchView {
    from: f64,
    npv: String,
    penalty: String,
    portfolio: Vec<String>,
}

#[derive(Serialize)]
struct DrawnView<'a> {
    /// The scenario whose best plan it is; nothing for the user's own.
    of_scenario: Option<&'a str>,
    at: Option<f64>,
    npv: String,
    best_npv_there: Option<String>,
    distance: Option<String>,
    broken: Vec<ShortView>,
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
        points: (0..frontier.points.len()).map(|at| point_view(frontier, at)).collect(),
        drawn: frontier.drawn.iter().map(drawn_view).collect(),
        fingerprint: frontier.fingerprint,
    })
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
        short: shorts(&leaver.short),
        keeping_costs: leaver.keeping_costs.map(amount),
        sentence_en: leaver_text(frontier, point, leaver, Language::English),
        sentence_fr: leaver_text(frontier, point, leaver, Language::French),
    };
    point.leavers.iter().map(view).collect()
}

fn shorts(broken: &[(Statement, Decimal)]) -> Vec<ShortView> {
    let view = |(statement, short): &(Statement, Decimal)| ShortView {
        rule: statement.name(),
        short_by: amount(*short),
    };
    broken.iter().map(view).collect()
}

fn drawn_view(plan: &DrawnPlan) -> DrawnView<'_> {
    DrawnView {
        of_scenario: match &plan.drawn {
            Drawn::Own => None,
            Drawn::Scenario(name) => Some(name),
        },
        at: plan.at.map(ratio),
        npv: amount(plan.worth),
        best_npv_there: plan.best.map(amount),
        distance: plan.distance().map(amount),
        broken: shorts(&plan.broken),
        portfolio: choice_names(plan.portfolio.choices()),
    }
}
