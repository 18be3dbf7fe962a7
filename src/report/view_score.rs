//! The scores of every variant as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::score_result::ScoreResult;
use super::view_amount::Amount;
use super::view_case::amount;
use super::view_finding::document;
use super::view_weights::{WeightsView, weights_view};
use super::view_word::{EvidenceWord, UnmeasuredWord};
use crate::score::objective_fit::{MeasuredObjective, ObjectiveFit, Unmeasured, UnmeasuredObjective};
use crate::score::value_function::NoValue;
use crate::score::variant_score::{MomentShare, PersonaFigure, VariantScore, VariantWorth};

/// How many moments the shortest list of a variant names.
pub const N_CLOSES_MOST: usize = 3;

/// The result of `score`: five pictures of every variant, each done alone, never added up.
#[derive(Serialize, ToSchema)]
#[schema(as = ScoreResult)]
pub struct ScoreView<'a> {
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    weights: WeightsView<'a>,
    options: Vec<OptionView<'a>>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// The five pictures of one variant.
#[derive(Serialize, ToSchema)]
#[schema(as = VariantScores)]
struct OptionView<'a> {
    investment: &'a str,
    variant: &'a str,
    name: &'a str,
    /// For reference; null when amounts are withheld or not stated, like the objective fit and the evidence.
    #[schema(value_type = Option<Amount>, required)]
    npv: Option<String>,
    #[schema(required)]
    objective_fit: Option<FitView<'a>>,
    persona_impact: ImpactView<'a>,
    coverage: CoverageView<'a>,
    profile: ProfileView,
    #[schema(required)]
    evidence: Option<EvidenceView>,
}

/// What a variant does for the objectives, in points: 100 x sum of weight x value.
#[derive(Serialize, ToSchema)]
#[schema(as = ObjectiveFit)]
struct FitView<'a> {
    /// Without the variant.
    points_before: f64,
    /// With it.
    points_after: f64,
    /// The difference.
    gain: f64,
    /// Share of all weight on objectives that are measured.
    #[schema(minimum = 0, maximum = 1)]
    measured_weight: f64,
    objectives: Vec<ObjectiveView<'a>>,
    unmeasured: Vec<UnmeasuredView<'a>>,
    /// Present value of adjusted benefits by the objective of their levers.
    #[schema(value_type = BTreeMap<String, Amount>)]
    pv_benefit_by_objective: BTreeMap<&'a str, String>,
    /// Of levers that serve no objective.
    #[schema(value_type = Amount)]
    pv_benefit_elsewhere: String,
}

/// What a variant does for one objective.
#[derive(Serialize, ToSchema)]
#[schema(as = MeasuredObjective)]
struct ObjectiveView<'a> {
    objective: &'a str,
    /// Null when nobody weighed it.
    #[schema(required)]
    weight: Option<f64>,
    /// In the KPI's unit.
    kpi_before: f64,
    /// In the last year, after saturation.
    kpi_after: f64,
    /// 0 at the worst anchor, 1 at the best.
    #[schema(minimum = 0, maximum = 1)]
    value_before: f64,
    #[schema(minimum = 0, maximum = 1)]
    value_after: f64,
    /// 100 x weight x change of value.
    gain: f64,
    movements: Vec<MovementView<'a>>,
    /// Levers at work that no conversion carries to this KPI.
    unconverted: Vec<&'a str>,
}

/// What one lever moves.
#[derive(Serialize, ToSchema)]
#[schema(as = LeverMovement)]
struct MovementView<'a> {
    lever: &'a str,
    /// In the lever's unit.
    effect: f64,
    /// In the KPI's unit.
    kpi_change: f64,
}

/// An objective that is not measured.
#[derive(Serialize, ToSchema)]
#[schema(as = UnmeasuredObjective)]
struct UnmeasuredView<'a> {
    objective: &'a str,
    /// Null when nobody weighed it.
    #[schema(required)]
    weight: Option<f64>,
    #[schema(value_type = UnmeasuredWord)]
    reason: &'static str,
}

/// What personas would say of a variant, 0..=10.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonaImpact)]
struct ImpactView<'a> {
    /// Over all personas by their weights; null when none has a figure.
    #[schema(required)]
    overall: Option<f64>,
    personas: BTreeMap<&'a str, PersonaView<'a>>,
}

/// What one persona would say, 0..=10; null without criteria to judge by.
#[derive(Serialize, ToSchema)]
#[schema(as = PersonaFigure)]
struct PersonaView<'a> {
    #[schema(required)]
    default: Option<f64>,
    /// Over the persona's contexts.
    #[schema(required)]
    contextual: Option<f64>,
    by_context: BTreeMap<&'a str, f64>,
}

/// What a variant closes of the experience gaps.
#[derive(Serialize, ToSchema)]
#[schema(as = VariantCoverage)]
struct CoverageView<'a> {
    /// 100 x importance-weighted share of the gaps closed.
    cx_points: f64,
    /// The moments it closes most, at most three.
    closes_most: Vec<MomentView<'a>>,
    /// The moments it harms, the worst first.
    harms: Vec<MomentView<'a>>,
    /// Every moment it moves.
    by_moment: BTreeMap<&'a str, f64>,
}

/// The share of one moment's gap, at most 1, below 0 for harm.
#[derive(Serialize, ToSchema)]
#[schema(as = MomentShare)]
struct MomentView<'a> {
    moment: &'a str,
    share: f64,
}

/// Customer-obsession profile of a variant, 0..=10; null where nothing is stated.
#[derive(Serialize, ToSchema)]
#[schema(as = VariantProfile)]
struct ProfileView {
    #[schema(required)]
    agility: Option<f64>,
    #[schema(required)]
    flexibility: Option<f64>,
    #[schema(required)]
    globality: Option<f64>,
    #[schema(required)]
    intelligence: Option<f64>,
    #[schema(required)]
    mean: Option<f64>,
    /// From portability, contract length and exit cost, to be held against the stated flexibility.
    #[schema(required)]
    computed_flexibility: Option<f64>,
    /// On the first day of the contract, undiscounted; null when amounts are withheld or not stated.
    #[schema(required)]
    exit_exposure: Option<ExposureView>,
}

/// What leaving on the first day of the contract would cost.
#[derive(Serialize, ToSchema)]
#[schema(as = ExitExposure)]
struct ExposureView {
    #[schema(value_type = Amount)]
    exit_cost: String,
    /// Running costs that are committed to.
    #[schema(value_type = Amount)]
    committed_run: String,
    #[schema(value_type = Amount)]
    total: String,
}

/// What the promises of a variant rest on.
#[derive(Serialize, ToSchema)]
#[schema(as = VariantEvidence)]
struct EvidenceView {
    /// Weakest level any gain rests on; null without gains.
    #[schema(value_type = Option<EvidenceWord>, required)]
    weakest: Option<&'static str>,
    /// Kept over claimed present value of gains; null without gains.
    #[schema(required)]
    kept_share: Option<f64>,
    #[schema(value_type = Amount)]
    pv_claimed: String,
    #[schema(value_type = Amount)]
    pv_kept: String,
    /// Harms are never discounted; kept + harms is the PV of benefits.
    #[schema(value_type = Amount)]
    pv_harms: String,
    /// Share of the kept gains by level.
    #[schema(value_type = BTreeMap<EvidenceWord, f64>)]
    by_level: BTreeMap<&'static str, f64>,
}

/// The document of `score`.
pub fn score_json(result: &ScoreResult) -> String {
    document(&ScoreView {
        currency: &result.dossier.settings.currency,
        scenario: result.scenario,
        decision_model: format!("{} {}", result.model.name, result.model.version),
        weights: weights_view(result),
        options: result.scores.iter().map(|score| option_view(result, score)).collect(),
        fingerprint: result.fingerprint,
    })
}

/// The moments a variant closes most.
pub fn closes_most(score: &VariantScore) -> impl Iterator<Item = &MomentShare> {
    score.moments.iter().filter(|moment| moment.share > 0.0).take(N_CLOSES_MOST)
}

/// The moments a variant harms, the worst first.
pub fn harms(score: &VariantScore) -> impl Iterator<Item = &MomentShare> {
    score.moments.iter().rev().filter(|moment| moment.share < 0.0)
}

fn option_view<'a>(result: &ScoreResult<'a>, score: &'a VariantScore) -> OptionView<'a> {
    let language = result.dossier.settings.language.unwrap_or_default();
    let worth = score.worth.as_ref();
    let view = |moment: &'a MomentShare| MomentView { moment: moment.moment.as_str(), share: moment.share };
    OptionView {
        investment: score.investment.as_str(),
        variant: score.variant.as_str(),
        name: result.dossier.investment(&score.investment).map_or("", |item| item.name.get(language)),
        npv: worth.map(|worth| amount(worth.npv)),
        objective_fit: worth.map(fit_view),
        persona_impact: ImpactView {
            overall: score.persona_impact,
            personas: score
                .personas
                .iter()
                .map(|figure| (figure.persona.as_str(), persona_view(figure)))
                .collect(),
        },
        coverage: CoverageView {
            cx_points: score.cx_points,
            closes_most: closes_most(score).map(view).collect(),
            harms: harms(score).map(view).collect(),
            by_moment: score.moments.iter().map(|moment| (moment.moment.as_str(), moment.share)).collect(),
        },
        profile: profile_view(score),
        evidence: worth.map(evidence_view),
    }
}

fn fit_view(worth: &VariantWorth) -> FitView<'_> {
    let ObjectiveFit { score_before, score_after, measured_weight, measured, unmeasured } =
        &worth.objective_fit;
    FitView {
        points_before: *score_before,
        points_after: *score_after,
        gain: score_after - score_before,
        measured_weight: *measured_weight,
        objectives: measured.iter().map(objective_view).collect(),
        unmeasured: unmeasured.iter().map(unmeasured_view).collect(),
        pv_benefit_by_objective: worth
            .pv_benefit_by_objective
            .iter()
            .map(|(id, exact)| (id.as_str(), amount(*exact)))
            .collect(),
        pv_benefit_elsewhere: amount(worth.pv_benefit_elsewhere),
    }
}

fn objective_view(fit: &MeasuredObjective) -> ObjectiveView<'_> {
    ObjectiveView {
        objective: fit.objective.as_str(),
        weight: fit.weight,
        kpi_before: fit.kpi_before,
        kpi_after: fit.kpi_after,
        value_before: fit.value_before,
        value_after: fit.value_after,
        gain: fit.contribution_after - fit.contribution_before,
        movements: fit
            .movements
            .iter()
            .map(|movement| MovementView {
                lever: movement.lever.as_str(),
                effect: movement.effect,
                kpi_change: movement.kpi_change,
            })
            .collect(),
        unconverted: fit.unconverted.iter().map(|lever| lever.as_str()).collect(),
    }
}

fn unmeasured_view(objective: &UnmeasuredObjective) -> UnmeasuredView<'_> {
    UnmeasuredView {
        objective: objective.objective.as_str(),
        weight: objective.weight,
        reason: match objective.reason {
            Unmeasured::NoMeasure => "no_measure",
            Unmeasured::NoConversion => "no_conversion",
            Unmeasured::NoValue(NoValue::AnchorsEqual) => "anchors_equal",
            Unmeasured::NoValue(NoValue::AnchorsContradictDirection) => "anchors_contradict_direction",
            Unmeasured::NoValue(NoValue::KpiNotFinite) => "kpi_not_finite",
        },
    }
}

fn persona_view(figure: &PersonaFigure) -> PersonaView<'_> {
    PersonaView {
        default: figure.default,
        contextual: figure.contextual,
        by_context: figure.by_context.iter().map(|(context, score)| (context.as_str(), *score)).collect(),
    }
}

fn profile_view(score: &VariantScore) -> ProfileView {
    let profile = score.profile;
    let worth = score.worth.as_ref();
    ProfileView {
        agility: profile.agility,
        flexibility: profile.flexibility,
        globality: profile.globality,
        intelligence: profile.intelligence,
        mean: profile.mean(),
        computed_flexibility: worth.and_then(|worth| worth.computed_flexibility),
        exit_exposure: worth.map(|worth| ExposureView {
            exit_cost: amount(worth.exit_exposure.exit_cost),
            committed_run: amount(worth.exit_exposure.committed_run),
            total: amount(worth.exit_exposure.total()),
        }),
    }
}

fn evidence_view(worth: &VariantWorth) -> EvidenceView {
    let claims = &worth.claims;
    EvidenceView {
        weakest: claims.weakest.map(|level| level.name()),
        kept_share: claims.kept_share(),
        pv_claimed: amount(claims.claimed),
        pv_kept: amount(claims.kept),
        pv_harms: amount(claims.harms),
        by_level: claims.shares().into_iter().map(|(level, share)| (level.name(), share)).collect(),
    }
}
