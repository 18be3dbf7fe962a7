//! Sets of weights as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::score_result::ScoreResult;
use super::view_case::{amount, ratio};
use crate::domain::objective::ObjectiveId;
use crate::score::agreement::Agreement;
use crate::score::ahp::{Ahp, AhpSolution, GroupAhp};
use crate::score::comparison::PairFault;
use crate::score::consistency::Unrated;
use crate::score::stakeholders::GroupWeighting;
use crate::score::swing_meaning::SwingMeaning;
use crate::score::weight_sets::{UsedWeights, WeightSource};
use crate::score::weights::{Elicitation, NoWeights, QualityNote};

/// Weights by objective, adding up to 1.
type Weights<'a> = BTreeMap<&'a str, f64>;

/// Every set of weights of a dossier.
#[derive(Serialize)]
pub struct WeightsView<'a> {
    /// Those the objective fit uses; null when nobody weighed anything.
    used: Option<UsedView<'a>>,
    /// From the swing points in the table of objectives; null when there are none.
    dossier: Option<Weights<'a>>,
    /// What ten of these swing points stand for, by objective with a KPI range.
    meaning: BTreeMap<&'a str, MeaningView<'a>>,
    /// By stakeholder.
    swing: BTreeMap<&'a str, Weights<'a>>,
    direct: BTreeMap<&'a str, Weights<'a>>,
    /// Rank-order centroid.
    rank: BTreeMap<&'a str, Weights<'a>>,
    /// Mean of the swing weights; null when nobody answered so, like the two below.
    group: Option<GroupView<'a>>,
    direct_group: Option<GroupView<'a>>,
    rank_group: Option<GroupView<'a>>,
    /// Pairwise judgements by stakeholder.
    ahp: BTreeMap<&'a str, AhpView<'a>>,
    /// Geometric mean of all judgements as one matrix; null when there is none.
    ahp_group: Option<AhpGroupView<'a>>,
    /// Answers that give no weights.
    refused: Vec<RefusedView<'a>>,
}

#[derive(Serialize)]
struct UsedView<'a> {
    /// dossier, swing, direct, rank or ahp.
    source: &'static str,
    /// Null when it is the dossier's or the group's.
    stakeholder: Option<&'a str>,
    /// over_ranges, range_blind, order_only, consistent, inconsistent or consistency_unknown.
    quality: &'static str,
    /// Whether the weights should not decide without a second look.
    is_doubtful: bool,
    /// Members of an AHP group whose own answers are above the accepted ratio.
    inconsistent_members: &'a [String],
    weights: Weights<'a>,
}

#[derive(Serialize)]
struct MeaningView<'a> {
    points: f64,
    kpi: &'a str,
    unit: &'a str,
    /// In the KPI's unit, on average over its range; negative where the KPI improves by falling.
    kpi_change: f64,
    /// Null unless exactly one lever moves the KPI and pays by the year.
    amount_per_year: Option<String>,
}

#[derive(Serialize)]
struct GroupView<'a> {
    weights: Weights<'a>,
    members: &'a [String],
    left_out: &'a [String],
    #[serde(flatten)]
    agreement: AgreementView<'a>,
}

#[derive(Serialize)]
struct AgreementView<'a> {
    dispersion: BTreeMap<&'a str, DispersionView<'a>>,
    /// 0 (none) to 1 (identical orders); null when it has no meaning.
    kendall_w: Option<f64>,
}

#[derive(Serialize)]
struct DispersionView<'a> {
    min: f64,
    min_by: &'a str,
    max: f64,
    max_by: &'a str,
}

#[derive(Serialize)]
struct AhpView<'a> {
    weights: Weights<'a>,
    /// eigenvector, or least_squares when judgements are missing.
    solution: &'static str,
    lambda_max: Option<f64>,
    ci: Option<f64>,
    cr: Option<f64>,
    /// Null when the consistency cannot be rated.
    accepted: Option<bool>,
    /// Why it cannot: incomplete, no_random_index or not_settled.
    unrated: Option<&'static str>,
    worst_triad: Option<TriadView<'a>>,
    revisit: Option<RevisionView<'a>>,
}

#[derive(Serialize)]
struct AhpGroupView<'a> {
    #[serde(flatten)]
    ahp: AhpView<'a>,
    members: &'a [String],
    inconsistent: &'a [String],
    left_out: &'a [String],
    #[serde(flatten)]
    agreement: AgreementView<'a>,
}

#[derive(Serialize)]
struct TriadView<'a> {
    a: &'a str,
    b: &'a str,
    c: &'a str,
    a_over_b: f64,
    b_over_c: f64,
    a_over_c: f64,
    /// How many times the direct answer and the detour differ; 1 when they agree.
    factor: f64,
    /// How many triads are as bad, this one included.
    n_as_bad: usize,
}

#[derive(Serialize)]
struct RevisionView<'a> {
    a: &'a str,
    b: &'a str,
    /// a over b.
    judged: f64,
    /// a over b as all other answers together have it.
    suggested: f64,
    /// The consistency ratio after this one change.
    cr: f64,
}

#[derive(Serialize)]
struct RefusedView<'a> {
    stakeholder: &'a str,
    method: &'static str,
    /// nothing_given, all_zero, out_of_range, contradictory, not_positive, nothing_to_compare or disconnected.
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
        quality: match quality {
            QualityNote::OverRanges => "over_ranges",
            QualityNote::RangeBlind => "range_blind",
            QualityNote::OrderOnly => "order_only",
            QualityNote::Consistent => "consistent",
            QualityNote::Inconsistent => "inconsistent",
            QualityNote::ConsistencyUnknown => "consistency_unknown",
        },
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

fn agreement_view(agreement: &Agreement) -> AgreementView<'_> {
    let spreads = agreement.dispersion.iter().map(|(id, spread)| {
        let (min_by, max_by) = (spread.min_by.as_str(), spread.max_by.as_str());
        (id.as_str(), DispersionView { min: spread.min, min_by, max: spread.max, max_by })
    });
    AgreementView { dispersion: spreads.collect(), kendall_w: agreement.kendall_w }
}

fn ahp_view(ahp: &Ahp) -> AhpView<'_> {
    let consistency = &ahp.consistency;
    AhpView {
        weights: plain(&ahp.weighting.weights),
        solution: match ahp.solution {
            AhpSolution::Eigenvector => "eigenvector",
            AhpSolution::LeastSquares => "least_squares",
        },
        lambda_max: consistency.lambda_max,
        ci: consistency.index,
        cr: consistency.ratio,
        accepted: consistency.accepted,
        unrated: consistency.unrated.map(|reason| match reason {
            Unrated::Incomplete { .. } => "incomplete",
            Unrated::NoRandomIndex { .. } => "no_random_index",
            Unrated::NotSettled => "not_settled",
        }),
        worst_triad: ahp.worst_triad.as_ref().map(|triad| TriadView {
            a: triad.a.as_str(),
            b: triad.b.as_str(),
            c: triad.c.as_str(),
            a_over_b: triad.a_over_b,
            b_over_c: triad.b_over_c,
            a_over_c: triad.a_over_c,
            factor: triad.factor(),
            n_as_bad: triad.n_as_bad,
        }),
        revisit: ahp.revision.as_ref().map(|revision| RevisionView {
            a: revision.a.as_str(),
            b: revision.b.as_str(),
            judged: revision.judged,
            suggested: revision.suggested,
            cr: revision.ratio_after,
        }),
    }
}

fn ahp_group_view(group: &GroupAhp) -> AhpGroupView<'_> {
    AhpGroupView {
        ahp: ahp_view(&group.ahp),
        members: &group.members,
        inconsistent: &group.inconsistent,
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

fn plain(weights: &BTreeMap<ObjectiveId, f64>) -> Weights<'_> {
    weights.iter().map(|(id, weight)| (id.as_str(), *weight)).collect()
}
