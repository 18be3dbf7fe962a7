//! Weights from pairwise judgements as a part of machine-readable documents.

use serde::Serialize;
use utoipa::ToSchema;

use super::view_agreement::{AgreementView, Weights, agreement_view, plain};
use super::view_word::{SolutionWord, UnratedWord};
use crate::score::ahp::{Ahp, AhpSolution, GroupAhp};
use crate::score::consistency::Unrated;

/// Weights from the pairwise judgements of one stakeholder, or of a group as one matrix.
#[derive(Serialize, ToSchema)]
#[schema(as = AhpWeights)]
pub struct AhpView<'a> {
    /// Weights by objective, adding up to 1.
    #[schema(value_type = BTreeMap<String, f64>)]
    weights: Weights<'a>,
    #[schema(value_type = SolutionWord)]
    solution: &'static str,
    /// Largest eigenvalue; null when judgements are missing, like the two below.
    #[schema(required)]
    lambda_max: Option<f64>,
    /// Consistency index.
    #[schema(required)]
    ci: Option<f64>,
    /// Consistency ratio; null also where no random index is known.
    #[schema(required)]
    cr: Option<f64>,
    /// Null when the consistency cannot be rated.
    #[schema(required)]
    accepted: Option<bool>,
    /// Why it cannot; null when it can.
    #[schema(value_type = Option<UnratedWord>, required)]
    unrated: Option<&'static str>,
    /// The three judgements that contradict each other most; null when none do.
    #[schema(required)]
    worst_triad: Option<TriadView<'a>>,
    /// The judgement whose change helps most; null when none does.
    #[schema(required)]
    revisit: Option<RevisionView<'a>>,
}

/// Geometric mean of the judgements of all members as one matrix.
#[derive(Serialize, ToSchema)]
#[schema(as = AhpGroupWeights)]
pub struct AhpGroupView<'a> {
    #[serde(flatten)]
    ahp: AhpView<'a>,
    members: &'a [String],
    /// Members whose own answers are above the accepted ratio.
    inconsistent: &'a [String],
    /// Stakeholders whose answers could not be used.
    left_out: &'a [String],
    #[serde(flatten)]
    agreement: AgreementView<'a>,
}

/// Three judgements that contradict each other.
#[derive(Serialize, ToSchema)]
#[schema(as = Triad)]
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

/// A judgement to look at again.
#[derive(Serialize, ToSchema)]
#[schema(as = JudgementRevision)]
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

/// The weights of one stakeholder.
pub fn ahp_view(ahp: &Ahp) -> AhpView<'_> {
    let consistency = &ahp.consistency;
    AhpView {
        weights: plain(&ahp.weighting.weights),
        solution: solution_name(ahp.solution),
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

/// The weights of a group.
pub fn ahp_group_view(group: &GroupAhp) -> AhpGroupView<'_> {
    AhpGroupView {
        ahp: ahp_view(&group.ahp),
        members: &group.members,
        inconsistent: &group.inconsistent,
        left_out: &group.left_out,
        agreement: agreement_view(&group.agreement),
    }
}

/// The written form of a way to draw weights from judgements.
pub fn solution_name(solution: AhpSolution) -> &'static str {
    match solution {
        AhpSolution::Eigenvector => "eigenvector",
        AhpSolution::LeastSquares => "least_squares",
    }
}
