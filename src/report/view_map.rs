//! The ecosystem map as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::map_result::MapResult;
use super::map_words::{STAGES, kind_name, stage_name};
use super::view_amount::Amount;
use super::view_at_risk::{AtRiskView, at_risk_view};
use super::view_case::ratio;
use super::view_finding::document;
use super::view_journey::{JourneyTodayView, StageRiskView, journey_today_view, stage_risk_view};
use super::view_path::{PathView, amount_of_real, path_view};
use super::view_word::{KindWord, VisibilityWord};
use crate::domain::ecosystem::Visibility;
use crate::experience::root_cause::NodeLeverage;
use crate::experience::symptom::SymptomOnly;

/// The result of `map`: where the money at risk lies and which causes hold it; amounts per year in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = EcosystemMap)]
pub struct MapView<'a> {
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    money_at_risk: AtRiskView<'a>,
    /// Every journey, the one remembered worst first.
    journeys: Vec<JourneyTodayView<'a>>,
    /// Every stage of the life cycle, those without a moment too.
    stages: Vec<StageRiskView<'a>>,
    /// Experience less expectation in points, losses counted by the model's factor; null when nobody weighs a moment.
    #[schema(required)]
    perception_index: Option<f64>,
    perception_by_moment: BTreeMap<&'a str, f64>,
    /// Every node, the largest leverage first.
    leverage: Vec<LeverageView<'a>>,
    /// Root causes nobody proposes to fix, the most money first.
    unattended: Vec<UnattendedView<'a>>,
    /// Candidates that ease problems and leave every root as it is.
    symptom_only: Vec<SymptomView<'a>>,
    /// The strongest chain from every node that is not in front to every moment it moves, the most money first.
    paths: Vec<BackstageView<'a>>,
    /// Owners and silos by journey.
    fragmentation: Vec<FragmentationView<'a>>,
    /// Who is known behind each moment.
    completeness: BTreeMap<&'a str, CompletenessView>,
    /// Nodes by side of the line of visibility, with the share of leverage that lies there.
    #[schema(value_type = BTreeMap<VisibilityWord, StageView>)]
    visibility: BTreeMap<&'static str, StageView<'a>>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// What the bad health of one node holds back.
#[derive(Serialize, ToSchema)]
#[schema(as = NodeLeverage)]
pub struct LeverageView<'a> {
    node: &'a str,
    #[schema(value_type = KindWord)]
    kind: &'static str,
    #[schema(value_type = VisibilityWord)]
    stage: &'static str,
    /// 0..=10.
    health: f64,
    /// Influence on the moments x money at risk x missing health / 10: ranks causes, no forecast; null beyond the
    /// decimal ceiling.
    #[schema(value_type = Option<Amount>, required)]
    leverage: Option<String>,
    /// Of all positive leverage.
    share: f64,
    /// Investments that add health to it.
    candidates: Vec<&'a str>,
    /// Problems whose whys end here.
    problems: Vec<&'a str>,
    /// Leverage, and no candidate that mends it.
    is_unattended: bool,
}

/// A root cause nobody proposes to fix.
#[derive(Serialize, ToSchema)]
#[schema(as = UnattendedCause)]
struct UnattendedView<'a> {
    node: &'a str,
    /// Null beyond the decimal ceiling.
    #[schema(value_type = Option<Amount>, required)]
    leverage: Option<String>,
    problems: Vec<&'a str>,
    /// Investments that reach it only through another node.
    upstream_candidates: Vec<&'a str>,
}

/// An investment that eases problems and leaves every root as it is.
#[derive(Serialize, ToSchema)]
#[schema(as = SymptomOnly)]
struct SymptomView<'a> {
    investment: &'a str,
    eased: Vec<EasedView<'a>>,
}

/// A problem that is eased.
#[derive(Serialize, ToSchema)]
#[schema(as = EasedProblem)]
struct EasedView<'a> {
    problem: &'a str,
    moment: &'a str,
    root_node: &'a str,
    /// Lift over the experience gap.
    closure: f64,
}

/// The strongest chain from a node to a moment.
#[derive(Serialize, ToSchema)]
#[schema(as = BackstagePath)]
struct BackstageView<'a> {
    node: &'a str,
    moment: &'a str,
    /// This one chain's part of the leverage; null beyond the decimal ceiling.
    #[schema(value_type = Option<Amount>, required)]
    leverage: Option<String>,
    #[serde(flatten)]
    path: PathView<'a>,
}

/// How scattered a journey is.
#[derive(Serialize, ToSchema)]
#[schema(as = JourneyFragmentation)]
struct FragmentationView<'a> {
    journey: &'a str,
    /// Distinct owners + silo nodes.
    count: usize,
    owners: &'a [String],
    silo_nodes: Vec<&'a str>,
    nodes: Vec<&'a str>,
}

/// Kinds of node that are known behind a moment, and those that nobody named.
#[derive(Serialize, ToSchema)]
#[schema(as = CauseCompleteness)]
struct CompletenessView {
    #[schema(value_type = Vec<KindWord>)]
    present: Vec<&'static str>,
    #[schema(value_type = Vec<KindWord>)]
    missing: Vec<&'static str>,
}

/// The nodes at one side of the line of visibility.
#[derive(Serialize, ToSchema)]
#[schema(as = VisibilitySide)]
struct StageView<'a> {
    /// Of all positive leverage.
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

/// The share of all leverage that lies at one side of the line of visibility.
pub fn stage_share(result: &MapResult, stage: Visibility) -> f64 {
    let here = |leverage: &&NodeLeverage| {
        result.dossier.node(&leverage.node).is_some_and(|node| node.stage == stage)
    };
    result.picture.leverages.iter().filter(here).map(|leverage| leverage.share.max(0.0)).sum()
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
