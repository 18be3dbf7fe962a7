//! Sets of weights as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::score_result::ScoreResult;
use super::view_agreement::{AgreementView, Weights, agreement_view, plain};
use super::view_ahp::{AhpGroupView, AhpView, ahp_group_view, ahp_view};
use super::view_amount::Amount;
use super::view_case::{amount, ratio};
use super::view_word::{MethodWord, QualityWord, RefusedWord, SourceWord};
use crate::domain::objective::ObjectiveId;
use crate::score::comparison::PairFault;
use crate::score::stakeholders::GroupWeighting;
use crate::score::swing_meaning::SwingMeaning;
use crate::score::weight_sets::{UsedWeights, WeightSource};
use crate::score::weights::{Elicitation, NoWeights, QualityNote};

/// Every set of weights of a dossier; weights are by objective and add up to 1.
#[derive(Serialize, ToSchema)]
#[schema(as = WeightSets)]
pub struct WeightsView<'a> {
    /// Those the objective fit uses; null when nobody weighed anything.
    #[schema(required)]
    used: Option<UsedView<'a>>,
    /// From the swing points in the table of objectives; null when there are none.
    #[schema(value_type = Option<BTreeMap<String, f64>>, required)]
    dossier: Option<Weights<'a>>,
    /// What ten of these swing points stand for, by objective with a KPI range.
    meaning: BTreeMap<&'a str, MeaningView<'a>>,
    /// By stakeholder.
    #[schema(value_type = BTreeMap<String, BTreeMap<String, f64>>)]
    swing: BTreeMap<&'a str, Weights<'a>>,
    /// By stakeholder.
    #[schema(value_type = BTreeMap<String, BTreeMap<String, f64>>)]
    direct: BTreeMap<&'a str, Weights<'a>>,
    /// Rank-order centroid, by stakeholder.
    #[schema(value_type = BTreeMap<String, BTreeMap<String, f64>>)]
    rank: BTreeMap<&'a str, Weights<'a>>,
    /// Mean of the swing weights; null when nobody answered so, like the two below.
    #[schema(required)]
    group: Option<GroupView<'a>>,
    #[schema(required)]
    direct_group: Option<GroupView<'a>>,
    #[schema(required)]
    rank_group: Option<GroupView<'a>>,
    /// Pairwise judgements by stakeholder.
    ahp: BTreeMap<&'a str, AhpView<'a>>,
    /// Geometric mean of all judgements as one matrix; null when there is none.
    #[schema(required)]
    ahp_group: Option<AhpGroupView<'a>>,
    /// Answers that give no weights.
    refused: Vec<RefusedView<'a>>,
}

/// The weights that the objective fit uses.
#[derive(Serialize, ToSchema)]
#[schema(as = UsedWeights)]
struct UsedView<'a> {
    #[schema(value_type = SourceWord)]
    source: &'static str,
    /// Null when it is the dossier's or the group's.
    #[schema(required)]
    stakeholder: Option<&'a str>,
    #[schema(value_type = QualityWord)]
    quality: &'static str,
    /// Whether the weights should not decide without a second look.
    is_doubtful: bool,
    /// Members of an AHP group whose own answers are above the accepted ratio.
    inconsistent_members: &'a [String],
    #[schema(value_type = BTreeMap<String, f64>)]
    weights: Weights<'a>,
}

/// What ten swing points of an objective stand for.
#[derive(Serialize, ToSchema)]
#[schema(as = SwingMeaning)]
struct MeaningView<'a> {
    points: f64,
    kpi: &'a str,
    unit: &'a str,
    /// In the KPI's unit, on average over its range; negative where the KPI improves by falling.
    kpi_change: f64,
    /// Null unless exactly one lever moves the KPI and pays by the year.
    #[schema(value_type = Option<Amount>, required)]
    amount_per_year: Option<String>,
}

/// The mean of the weights of a group.
#[derive(Serialize, ToSchema)]
#[schema(as = GroupWeights)]
struct GroupView<'a> {
    #[schema(value_type = BTreeMap<String, f64>)]
    weights: Weights<'a>,
    members: &'a [String],
    /// Stakeholders whose answers could not be used.
    left_out: &'a [String],
    #[serde(flatten)]
    agreement: AgreementView<'a>,
}

/// Answers that give no weights.
#[derive(Serialize, ToSchema)]
#[schema(as = RefusedAnswers)]
struct RefusedView<'a> {
    stakeholder: &'a str,
    #[schema(value_type = MethodWord)]
    method: &'static str,
    #[schema(value_type = Vec<RefusedWord>)]
    reasons: Vec<&'static str>,
}

/// All sets of weights of a result.
pub fn weights_view<'a>(result: &ScoreResult<'a>) -> WeightsView<'a> {
    let sets = result.weights;
    let by_method = |method: Elicitation| {
        let own = sets.stakeholders.iter().filter(move |item| item.method == method);
        own.filter_map(|item| Some((item.stakeholder.as_str(), plain(&item.outcome.as_ref().ok()?.weights))))
            .collect()
    };
    let group = |method| sets.group(method).map(group_view);
    let refused_points = sets.stakeholders.iter().filter_map(|item| {
        let reasons = vec![no_weights_name(item.outcome.as_ref().err()?)];
        Some(RefusedView { stakeholder: &item.stakeholder, method: method_name(item.method), reasons })
    });
    let refused_pairs = sets.ahp.iter().filter_map(|item| {
        let reasons = item.outcome.as_ref().err()?.iter().map(fault_name).collect();
        Some(RefusedView { stakeholder: &item.stakeholder, method: "ahp", reasons })
    });
    WeightsView {
        used: result.used.map(used_view),
        dossier: sets.dossier.as_ref().ok().map(|weighting| plain(&weighting.weights)),
        meaning: sets
            .meanings
            .iter()
            .map(|(id, meaning)| (id.as_str(), meaning_view(result, id, meaning)))
            .collect(),
        swing: by_method(Elicitation::Swing),
        direct: by_method(Elicitation::Direct),
        rank: by_method(Elicitation::RankOrder),
        group: group(Elicitation::Swing),
        direct_group: group(Elicitation::Direct),
        rank_group: group(Elicitation::RankOrder),
        ahp: sets
            .ahp
            .iter()
            .filter_map(|item| Some((item.stakeholder.as_str(), ahp_view(item.outcome.as_ref().ok()?))))
            .collect(),
        ahp_group: sets.ahp_group.as_ref().ok().map(ahp_group_view),
        refused: refused_points.chain(refused_pairs).collect(),
    }
}

/// The written form of a way to ask for weights.
pub fn method_name(method: Elicitation) -> &'static str {
    match method {
        Elicitation::Swing => "swing",
        Elicitation::Direct => "direct",
        Elicitation::RankOrder => "rank",
        Elicitation::Pairwise => "ahp",
    }
}

/// The written form of what answers are worth.
pub fn quality_name(quality: QualityNote) -> &'static str {
    match quality {
        QualityNote::OverRanges => "over_ranges",
        QualityNote::RangeBlind => "range_blind",
        QualityNote::OrderOnly => "order_only",
        QualityNote::Consistent => "consistent",
        QualityNote::Inconsistent => "inconsistent",
        QualityNote::ConsistencyUnknown => "consistency_unknown",
    }
}

fn used_view(used: &UsedWeights) -> UsedView<'_> {
    let (source, stakeholder) = match &used.source {
        WeightSource::Dossier => ("dossier", None),
        WeightSource::Group(method) => (method_name(*method), None),
        WeightSource::Stakeholder(method, name) => (method_name(*method), Some(name.as_str())),
    };
    let quality = used.weighting.quality;
    UsedView {
        source,
        stakeholder,
        quality: quality_name(quality),
        is_doubtful: quality.is_low(),
        inconsistent_members: &used.inconsistent,
        weights: plain(&used.weighting.weights),
    }
}

fn meaning_view<'a>(result: &ScoreResult<'a>, id: &ObjectiveId, meaning: &SwingMeaning) -> MeaningView<'a> {
    let measure = result.dossier.objective(id).and_then(|objective| objective.measure.as_ref());
    MeaningView {
        points: ratio(meaning.points),
        kpi: measure.map_or("", |measure| &measure.kpi),
        unit: measure.map_or("", |measure| &measure.unit),
        kpi_change: ratio(meaning.kpi_change),
        amount_per_year: meaning.amount.map(amount),
    }
}

fn group_view(group: &GroupWeighting) -> GroupView<'_> {
    GroupView {
        weights: plain(&group.weighting.weights),
        members: &group.members,
        left_out: &group.left_out,
        agreement: agreement_view(&group.agreement),
    }
}

fn no_weights_name(reason: &NoWeights) -> &'static str {
    match reason {
        NoWeights::NothingGiven => "nothing_given",
        NoWeights::AllZero => "all_zero",
        NoWeights::OutOfRange { .. } => "out_of_range",
        NoWeights::Contradictory { .. } => "contradictory",
    }
}

fn fault_name(fault: &PairFault) -> &'static str {
    match fault {
        PairFault::NotPositive { .. } => "not_positive",
        PairFault::Contradictory { .. } => "contradictory",
        PairFault::NothingToCompare => "nothing_to_compare",
        PairFault::Disconnected { .. } => "disconnected",
    }
}
