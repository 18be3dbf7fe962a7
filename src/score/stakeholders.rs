//! What each stakeholder's points weigh, and the group's mean, with who was left out and why.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::domain::objective::{Objective, ObjectiveId, StakeholderWeight, WeightMethod};
use crate::quantity::real::real;

use super::agreement::{Agreement, agreement};
use super::direct::direct;
use super::rank_order::rank_order;
use super::swing::swing;
use super::weights::{Elicitation, NoWeights, Weighting, weighable};

/// One stakeholder's weights by one method.
#[derive(Clone, Debug, PartialEq)]
pub struct StakeholderWeighting {
    pub stakeholder: String,
    pub method: Elicitation,
    pub outcome: Result<Weighting, NoWeights>,
    /// Objectives that can be weighed but got no points from this stakeholder.
    pub missing: Vec<ObjectiveId>,
    /// Objectives with points that the dossier does not have, or that only group others; not counted.
    pub unknown: Vec<ObjectiveId>,
}

/// The group's weights, with everything an average hides.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupWeighting {
    pub weighting: Weighting,
    /// Whose weights are in the mean.
    pub members: Vec<String>,
    /// Who answered by this method without usable weights for every objective.
    pub left_out: Vec<String>,
    pub agreement: Agreement,
}

/// The weights of every stakeholder by every method they used, in order of name and method.
///
/// Equal points given twice count once; different points for the same objective are refused as contradictory.
pub fn stakeholder_weightings(
    objectives: &[Objective],
    rows: &[StakeholderWeight],
) -> Vec<StakeholderWeighting> {
    let known = weighable(objectives);
    let mut answers: BTreeMap<(&str, WeightMethod), Vec<(&ObjectiveId, Decimal)>> = BTreeMap::new();
    for row in rows {
        answers.entry((&row.stakeholder, row.method)).or_default().push((&row.objective, row.points));
    }
    answers
        .into_iter()
        .map(|((stakeholder, method), given)| {
            let (points, contradiction, unknown) = sorted_out(&known, &given);
            let outcome = match contradiction {
                Some(objective) => Err(NoWeights::Contradictory { objective }),
                None => by_method(method, &points),
            };
            StakeholderWeighting {
                stakeholder: stakeholder.to_owned(),
                method: elicitation(method),
                outcome,
                missing: known.iter().filter(|id| !points.contains_key(*id)).cloned().collect(),
                unknown: unknown.into_iter().collect(),
            }
        })
        .collect()
}

/// The arithmetic mean of the normalised weights of all who answered by `method` for every objective (method 3.2).
///
/// A stakeholder who skipped an objective is left out and named: shares of different sets of objectives cannot be
/// averaged. Nothing when nobody is left.
pub fn group_weighting(all: &[StakeholderWeighting], method: Elicitation) -> Option<GroupWeighting> {
    let (mut members, mut left_out) = (Vec::new(), Vec::new());
    for item in all.iter().filter(|item| item.method == method) {
        match &item.outcome {
            Ok(weighting) if item.missing.is_empty() => members.push((item.stakeholder.as_str(), weighting)),
            _ => left_out.push(item.stakeholder.clone()),
        }
    }
    let (_, first) = members.first()?;
    let weights = first
        .weights
        .keys()
        .map(|id| {
            let sum: f64 = members.iter().filter_map(|(_, weighting)| weighting.weights.get(id)).sum();
            (id.clone(), sum / members.len() as f64)
        })
        .collect();
    let by_member: Vec<_> = members.iter().map(|(name, weighting)| (*name, &weighting.weights)).collect();
    Some(GroupWeighting {
        weighting: Weighting { method, weights, quality: first.quality },
        agreement: agreement(&by_member),
        members: members.iter().map(|(name, _)| (*name).to_owned()).collect(),
        left_out,
    })
}

type SortedOut = (BTreeMap<ObjectiveId, f64>, Option<ObjectiveId>, BTreeSet<ObjectiveId>);

/// Points of known objectives, the first objective with two different answers, and the objectives nobody knows.
fn sorted_out(known: &BTreeSet<ObjectiveId>, given: &[(&ObjectiveId, Decimal)]) -> SortedOut {
    let mut points: BTreeMap<&ObjectiveId, BTreeSet<Decimal>> = BTreeMap::new();
    let mut unknown = BTreeSet::new();
    for (objective, answer) in given {
        if known.contains(*objective) {
            points.entry(objective).or_default().insert(*answer);
        } else {
            unknown.insert((*objective).clone());
        }
    }
    let contradiction = points.iter().find(|(_, answers)| answers.len() > 1).map(|(id, _)| (*id).clone());
    let points =
        points.into_iter().filter_map(|(id, answers)| Some((id.clone(), real(*answers.first()?)))).collect();
    (points, contradiction, unknown)
}

fn by_method(method: WeightMethod, points: &BTreeMap<ObjectiveId, f64>) -> Result<Weighting, NoWeights> {
    match method {
        WeightMethod::Swing => swing(points),
        WeightMethod::Direct => direct(points),
        WeightMethod::Rank => rank_order(points),
    }
}

fn elicitation(method: WeightMethod) -> Elicitation {
    match method {
        WeightMethod::Swing => Elicitation::Swing,
        WeightMethod::Direct => Elicitation::Direct,
        WeightMethod::Rank => Elicitation::RankOrder,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::Place;
    use crate::domain::text::Bilingual;

    fn objective(id: &str, parent: Option<&str>) -> Objective {
        Objective {
            id: id.into(),
            parent: parent.map(ObjectiveId::new),
            name: Bilingual::default(),
            measure: None,
            swing_points: None,
            plan_owner: String::new(),
            deliver_owner: String::new(),
            measure_owner: String::new(),
            place: Place::default(),
        }
    }

    fn row(stakeholder: &str, objective: &str, points: i64) -> StakeholderWeight {
        StakeholderWeight {
            stakeholder: stakeholder.into(),
            objective: objective.into(),
            method: WeightMethod::Swing,
            points: Decimal::from(points),
            place: Place::default(),
        }
    }

    fn tree() -> Vec<Objective> {
        vec![objective("O0", None), objective("O1", Some("O0")), objective("O2", Some("O0"))]
    }

    #[test]
    fn the_group_is_the_mean_of_those_who_answered_everything() {
        let rows = [
            row("A", "O1", 100),
            row("A", "O2", 100),
            row("B", "O1", 30),
            row("B", "O2", 90),
            row("C", "O1", 9),
        ];
        let all = stakeholder_weightings(&tree(), &rows);
        let group = group_weighting(&all, Elicitation::Swing).unwrap();
        assert_eq!(group.weighting.weights[&ObjectiveId::new("O1")], 0.375);
        assert_eq!(
            (group.members, group.left_out),
            (vec!["A".to_owned(), "B".to_owned()], vec!["C".to_owned()])
        );
        assert_eq!(group_weighting(&all, Elicitation::Direct), None);
    }

    #[test]
    fn a_group_objective_and_a_stranger_are_not_weighed() {
        let all =
            stakeholder_weightings(&tree(), &[row("A", "O0", 50), row("A", "O9", 50), row("A", "O1", 5)]);
        assert_eq!(all[0].unknown, [ObjectiveId::new("O0"), ObjectiveId::new("O9")]);
        assert_eq!(all[0].missing, [ObjectiveId::new("O2")]);
    }

    #[test]
    fn two_answers_to_one_question_are_refused_unless_equal() {
        let twice = stakeholder_weightings(&tree(), &[row("A", "O1", 5), row("A", "O1", 5)]);
        assert!(twice[0].outcome.is_ok());
        let torn = stakeholder_weightings(&tree(), &[row("A", "O1", 5), row("A", "O1", 6)]);
        assert_eq!(torn[0].outcome, Err(NoWeights::Contradictory { objective: "O1".into() }));
    }
}
