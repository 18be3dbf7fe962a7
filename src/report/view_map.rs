//! The ecosystem map as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::map_result::MapResult;
use super::map_words::{STAGES, kind_name, stage_name};
use super::view_case::{amount, ratio};
use super::view_finding::document;
use super::view_journey::{JourneyTodayView, StageRiskView, journey_today_view, stage_risk_view};
use super::view_path::{PathView, amount_of_real, path_view};
use crate::domain::ecosystem::Visibility;
use crate::experience::at_risk::{CellAtRisk, MoneyAtRisk};
use crate::experience::root_cause::NodeLeverage;
use crate::experience::symptom::SymptomOnly;

/// The result of `map`; amounts per year in the dossier's currency.
#[derive(Serialize)]
struct MapView<'a> {
    currency: &'a str,
    scenario: Option<&'a str>,
    decision_model: String,
    money_at_risk: AtRiskView<'a>,
    /// Every journey, the one remembered worst first.
    journeys: Vec<JourneyTodayView<'a>>,
    /// Every stage of the life cycle, those without a moment too.
    stages: Vec<StageRiskView<'a>>,
    /// Experience less expectation in points, losses counted by the model's factor; null when nobody weighs a moment.
    perception_index: Option<f64>,
    perception_by_moment: BTreeMap<&'a str, f64>,
    /// Every node, the largest leverage first.
    leverage: Vec<LeverageView<'a>>,
    /// Root causes nobody proposes to fix, the most money first.
    unattended: Vec<UnattendedView<'a>>,
    symptom_only: Vec<SymptomView<'a>>,
    /// The strongest chain from every node that is not in front to every moment it moves, the most money first.
    paths: Vec<BackstageView<'a>>,
    fragmentation: Vec<FragmentationView<'a>>,
    completeness: BTreeMap<&'a str, CompletenessView>,
    /// Nodes by side of the line of visibility, with the share of leverage that lies there.
    visibility: BTreeMap<&'static str, StageView<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct AtRiskView<'a> {
    total: String,
    revenue: String,
    /// Null without revenue.
    share_of_revenue: Option<f64>,
    /// Whether the share lies within the usual band.
    is_plausible: bool,
    usual_share: [f64; 2],
    by_moment: BTreeMap<&'a str, String>,
    by_persona: BTreeMap<&'a str, String>,
    cells: Vec<CellView<'a>>,
    /// Per customer and year, a fraction.
    churn: Vec<ChurnView<'a>>,
    churn_overall: Option<OverallChurnView>,
    /// Moments whose extra contacts have no known cost: missing here, not free.
    contacts_without_cost: Vec<&'a str>,
    /// Persona and moment of amounts beyond the decimal ceiling: in no total.
    too_large: Vec<[&'a str; 2]>,
}

/// The money at risk of one persona at one moment, by consequence.
#[derive(Serialize)]
pub struct CellView<'a> {
    persona: &'a str,
    moment: &'a str,
    failures_per_year: f64,
    leave: String,
    reduce: String,
    lost_sales: String,
    contacts: String,
    total: String,
}

#[derive(Serialize)]
struct ChurnView<'a> {
    persona: &'a str,
    /// Explained by bad moments; above the observed one the moments claim too much.
    implied: f64,
    observed: f64,
}

#[derive(Serialize)]
struct OverallChurnView {
    implied: f64,
    observed: f64,
}

/// What the bad health of one node holds back.
#[derive(Serialize)]
pub struct LeverageView<'a> {
    node: &'a str,
    kind: &'static str,
    stage: &'static str,
    health: f64,
    /// Influence on the moments x money at risk x missing health / 10: ranks causes, no forecast.
    leverage: Option<String>,
    /// Of all positive leverage.
    share: f64,
    /// Investments that add health to it.
    candidates: Vec<&'a str>,
    /// Problems whose whys end here.
    problems: Vec<&'a str>,
    is_unattended: bool,
}

#[derive(Serialize)]
struct UnattendedView<'a> {
    node: &'a str,
    leverage: Option<String>,
    problems: Vec<&'a str>,
    /// Investments that reach it only through another node.
    upstream_candidates: Vec<&'a str>,
}

#[derive(Serialize)]
struct SymptomView<'a> {
    investment: &'a str,
    eased: Vec<EasedView<'a>>,
}

#[derive(Serialize)]
struct EasedView<'a> {
    problem: &'a str,
    moment: &'a str,
    root_node: &'a str,
    /// Lift over the experience gap.
    closure: f64,
}

#[derive(Serialize)]
struct BackstageView<'a> {
    node: &'a str,
    moment: &'a str,
    /// This one chain's part of the leverage.
    leverage: Option<String>,
    #[serde(flatten)]
    path: PathView<'a>,
}

#[derive(Serialize)]
struct FragmentationView<'a> {
    journey: &'a str,
    /// Distinct owners + silo nodes.
    count: usize,
    owners: &'a [String],
    silo_nodes: Vec<&'a str>,
    nodes: Vec<&'a str>,
}

#[derive(Serialize)]
struct CompletenessView {
    present: Vec<&'static str>,
    missing: Vec<&'static str>,
}

#[derive(Serialize)]
struct StageView<'a> {
    leverage_share: f64,
    nodes: Vec<&'a str>,
}

/// The document of `map`.
pub fn map_json(result: &MapResult) -> String {
    let picture = result.picture;
    document(&MapView {
        currency: &result.dossier.settings.currency,
        scenario: result.scenario,
        decision_model: format!("{} {}", result.model.name, result.model.version),
        money_at_risk: at_risk_view(result, &picture.at_risk),
        journeys: picture.journeys.iter().map(journey_today_view).collect(),
        stages: picture.stages.iter().map(stage_risk_view).collect(),
        perception_index: picture.perception.total.map(|index| index.before),
        perception_by_moment: picture
            .perception
            .by_moment
            .iter()
            .map(|(id, index)| (id.as_str(), index.before))
            .collect(),
        leverage: picture.leverages.iter().map(|leverage| leverage_view(result, leverage)).collect(),
        unattended: picture
            .unattended
            .iter()
            .map(|item| UnattendedView {
                node: item.leverage.node.as_str(),
                leverage: amount_of_real(item.leverage.amount),
                problems: item.leverage.problems.iter().map(String::as_str).collect(),
                upstream_candidates: item.upstream.iter().map(|id| id.as_str()).collect(),
            })
            .collect(),
        symptom_only: symptoms(result),
        paths: picture
            .paths
            .iter()
            .map(|path| BackstageView {
                node: path.node.as_str(),
                moment: path.moment.as_str(),
                leverage: amount_of_real(path.amount),
                path: path_view(&path.path),
            })
            .collect(),
        fragmentation: fragmentations(result),
        completeness: picture
            .completeness
            .iter()
            .map(|item| {
                let present = item.present.iter().map(|kind| kind_name(*kind)).collect();
                let missing = item.missing.iter().map(|kind| kind_name(*kind)).collect();
                (item.moment.as_str(), CompletenessView { present, missing })
            })
            .collect(),
        visibility: STAGES.iter().map(|stage| (stage_name(*stage), stage_view(result, *stage))).collect(),
        fingerprint: result.fingerprint,
    })
}

/// The band in which money at risk over revenue usually lies.
pub fn usual_share(result: &MapResult) -> [f64; 2] {
    [result.model.limit("at_risk_share_low", 0.03), result.model.limit("at_risk_share_high", 0.10)]
}

/// The share of all leverage that lies at one side of the line of visibility.
pub fn stage_share(result: &MapResult, stage: Visibility) -> f64 {
    let here = |leverage: &&NodeLeverage| {
        result.dossier.node(&leverage.node).is_some_and(|node| node.stage == stage)
    };
    result.picture.leverages.iter().filter(here).map(|leverage| leverage.share.max(0.0)).sum()
}

/// One cell of money at risk.
pub fn cell_view(cell: &CellAtRisk) -> CellView<'_> {
    CellView {
        persona: cell.persona.as_str(),
        moment: cell.moment.as_str(),
        failures_per_year: ratio(cell.parts.failures),
        leave: amount(cell.parts.leave),
        reduce: amount(cell.parts.reduce),
        lost_sales: amount(cell.parts.lost_sales),
        contacts: amount(cell.parts.contacts),
        total: amount(cell.total),
    }
}

/// The leverage of one node.
pub fn leverage_view<'a>(result: &MapResult<'a>, leverage: &'a NodeLeverage) -> LeverageView<'a> {
    let node = result.dossier.node(&leverage.node);
    LeverageView {
        node: leverage.node.as_str(),
        kind: node.map_or("", |node| kind_name(node.kind)),
        stage: node.map_or("", |node| stage_name(node.stage)),
        health: node.map_or(0.0, |node| ratio(node.health)),
        leverage: amount_of_real(leverage.amount),
        share: leverage.share,
        candidates: leverage.candidates.iter().map(|id| id.as_str()).collect(),
        problems: leverage.problems.iter().map(String::as_str).collect(),
        is_unattended: leverage.is_unattended(),
    }
}

fn at_risk_view<'a>(result: &MapResult<'a>, at_risk: &'a MoneyAtRisk) -> AtRiskView<'a> {
    let churn = at_risk.churn.iter().map(|churn| ChurnView {
        persona: churn.persona.as_str(),
        implied: ratio(churn.implied),
        observed: ratio(churn.observed),
    });
    AtRiskView {
        total: amount(at_risk.total),
        revenue: amount(at_risk.revenue),
        share_of_revenue: at_risk.share_of_revenue(),
        is_plausible: at_risk.is_plausible(result.model),
        usual_share: usual_share(result),
        by_moment: at_risk.by_moment.iter().map(|(id, exact)| (id.as_str(), amount(*exact))).collect(),
        by_persona: at_risk.by_persona.iter().map(|(id, exact)| (id.as_str(), amount(*exact))).collect(),
        cells: at_risk.cells.iter().map(cell_view).collect(),
        churn: churn.collect(),
        churn_overall: at_risk.churn_overall.map(|(implied, observed)| OverallChurnView {
            implied: ratio(implied),
            observed: ratio(observed),
        }),
        contacts_without_cost: at_risk.contacts_without_cost.iter().map(|id| id.as_str()).collect(),
        too_large: at_risk
            .too_large
            .iter()
            .map(|(persona, moment)| [persona.as_str(), moment.as_str()])
            .collect(),
    }
}

fn symptoms<'a>(result: &MapResult<'a>) -> Vec<SymptomView<'a>> {
    let eased = |symptom: &'a SymptomOnly| {
        let problems = symptom.eased.iter().map(|eased| EasedView {
            problem: &eased.problem,
            moment: eased.moment.as_str(),
            root_node: eased.root_node.as_str(),
            closure: eased.closure,
        });
        SymptomView { investment: symptom.investment.as_str(), eased: problems.collect() }
    };
    result.picture.symptoms.iter().map(eased).collect()
}

fn fragmentations<'a>(result: &MapResult<'a>) -> Vec<FragmentationView<'a>> {
    let all = result.picture.fragmentations.iter();
    all.map(|item| FragmentationView {
        journey: item.journey.as_str(),
        count: item.count(),
        owners: &item.owners,
        silo_nodes: item.silo_nodes.iter().map(|node| node.as_str()).collect(),
        nodes: item.nodes.iter().map(|node| node.as_str()).collect(),
    })
    .collect()
}

fn stage_view<'a>(result: &MapResult<'a>, stage: Visibility) -> StageView<'a> {
    let nodes = result.dossier.nodes.iter().filter(|node| node.stage == stage);
    StageView {
        leverage_share: stage_share(result, stage),
        nodes: nodes.map(|node| node.id.as_str()).collect(),
    }
}
