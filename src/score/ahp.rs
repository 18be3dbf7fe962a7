//! AHP: weights from pairwise judgements, with what they contradict; for one stakeholder and for the group.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::decision_model::DecisionModel;
use crate::domain::objective::{Objective, ObjectiveId, PairJudgement};

use super::agreement::{Agreement, agreement};
use super::comparison::{ComparisonMatrix, PairFault};
use super::consistency::{Consistency, consistency};
use super::eigenvector::principal;
use super::least_squares::least_squares;
use super::revision::{Revision, judgement_to_revisit};
use super::triad::{Triad, worst_triad};
use super::weights::{Elicitation, QualityNote, Weighting, weighable};

/// Which computation the weights come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AhpSolution {
    /// Every pair is judged: the principal eigenvector.
    Eigenvector,
    /// Pairs are missing (or the eigenvector does not settle): logarithmic least squares.
    LeastSquares,
}

/// Weights from pairwise judgements with all that is to be said about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Ahp {
    pub weighting: Weighting,
    pub solution: AhpSolution,
    pub consistency: Consistency,
    pub worst_triad: Option<Triad>,
    pub revision: Option<Revision>,
}

/// One stakeholder's judgements, weighed, or the reasons why they cannot be.
#[derive(Clone, Debug, PartialEq)]
pub struct StakeholderAhp {
    pub stakeholder: String,
    pub outcome: Result<Ahp, Vec<PairFault>>,
    /// Objectives judged that the dossier does not have, or that only group others; not counted.
    pub unknown: Vec<ObjectiveId>,
}

/// The group's judgements, weighed, with everything an average hides.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupAhp {
    pub ahp: Ahp,
    /// Whose judgements are in the mean; also those with an inconsistent or incomplete matrix.
    pub members: Vec<String>,
    /// Members whose own matrix is above the accepted ratio: ask them again before the group decides.
    pub inconsistent: Vec<String>,
    /// Who answered without anything that counts: outright contradiction, no positive ratio, unknown objectives only.
    pub left_out: Vec<String>,
    /// Between the members who have weights of their own.
    pub agreement: Agreement,
}

/// The weights of one matrix of judgements, with consistency, worst triad and the judgement to revisit.
///
/// A complete matrix gives its principal eigenvector, an incomplete one logarithmic least squares. One objective alone
/// has weight 1. No objective, and judgements that do not hold all objectives together, are refused with the reason.
pub fn ahp(matrix: &ComparisonMatrix, model: &DecisionModel) -> Result<Ahp, Vec<PairFault>> {
    if matrix.is_empty() {
        return Err(vec![PairFault::NothingToCompare]);
    }
    let groups = matrix.groups();
    let eigenvector = matrix.complete().and_then(|entries| principal(&entries)).map(|found| found.weights);
    let (solution, weights) = match eigenvector {
        Some(weights) => (AhpSolution::Eigenvector, weights),
        None => match least_squares(matrix.len(), &matrix.judged()) {
            Some(weights) => (AhpSolution::LeastSquares, weights),
            None => return Err(vec![PairFault::Disconnected { groups }]),
        },
    };
    let consistency = consistency(matrix, model);
    let quality = match consistency.accepted {
        Some(true) => QualityNote::Consistent,
        Some(false) => QualityNote::Inconsistent,
        None => QualityNote::ConsistencyUnknown,
    };
    let weights = matrix.items().iter().cloned().zip(weights).collect();
    Ok(Ahp {
        weighting: Weighting { method: Elicitation::Pairwise, weights, quality },
        solution,
        consistency,
        worst_triad: worst_triad(matrix),
        revision: judgement_to_revisit(matrix, model),
    })
}

/// The judgements of every stakeholder, weighed, in order of name.
pub fn stakeholder_ahp(
    objectives: &[Objective],
    judgements: &[PairJudgement],
    model: &DecisionModel,
) -> Vec<StakeholderAhp> {
    let known = weighable(objectives);
    by_stakeholder(judgements)
        .into_iter()
        .map(|(stakeholder, given)| {
            let named: BTreeSet<&ObjectiveId> = given.iter().flat_map(|item| [&item.a, &item.b]).collect();
            StakeholderAhp {
                stakeholder: stakeholder.to_owned(),
                outcome: ComparisonMatrix::new(&known, &given).and_then(|matrix| ahp(&matrix, model)),
                unknown: named.into_iter().filter(|id| !known.contains(*id)).cloned().collect(),
            }
        })
        .collect()
}

/// The group's weights: the geometric mean of the judgements of every pair, weighed as one matrix (method 3.2).
///
/// Everyone's judgements count, also incomplete and inconsistent ones; the latter are named. Without any usable
/// judgement the reasons are returned.
/// Source: Aczel and Saaty (1983), Journal of Mathematical Psychology 27(1).
pub fn group_ahp(
    objectives: &[Objective],
    judgements: &[PairJudgement],
    model: &DecisionModel,
) -> Result<GroupAhp, Vec<PairFault>> {
    let known = weighable(objectives);
    let (mut members, mut left_out) = (Vec::new(), Vec::new());
    for (stakeholder, given) in by_stakeholder(judgements) {
        match ComparisonMatrix::new(&known, &given) {
            Ok(matrix) if !matrix.judged().is_empty() => members.push((stakeholder, matrix)),
            _ => left_out.push(stakeholder.to_owned()),
        }
    }
    let merged = ComparisonMatrix::merged(&members.iter().map(|(_, matrix)| matrix).collect::<Vec<_>>())?;
    let own: Vec<(&str, Ahp)> =
        members.iter().filter_map(|(name, matrix)| Some((*name, ahp(matrix, model).ok()?))).collect();
    let inconsistent = own.iter().filter(|(_, ahp)| ahp.consistency.accepted == Some(false));
    Ok(GroupAhp {
        ahp: ahp(&merged, model)?,
        members: members.iter().map(|(name, _)| (*name).to_owned()).collect(),
        inconsistent: inconsistent.map(|(name, _)| (*name).to_owned()).collect(),
        left_out,
        agreement: agreement(
            &own.iter().map(|(name, ahp)| (*name, &ahp.weighting.weights)).collect::<Vec<_>>(),
        ),
    })
}

fn by_stakeholder(judgements: &[PairJudgement]) -> BTreeMap<&str, Vec<&PairJudgement>> {
    let mut given: BTreeMap<&str, Vec<&PairJudgement>> = BTreeMap::new();
    for judgement in judgements {
        given.entry(&judgement.stakeholder).or_default().push(judgement);
    }
    given
}
