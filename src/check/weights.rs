//! Rules on weights: whether anybody was asked, and whether the answers can be shared out.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::strategy::measured;
use super::subject::Subject;
use super::wording::number;
use super::{Advice, Rule};
use crate::domain::finding::{Finding, Severity};
use crate::domain::objective::{Objective, ObjectiveId, WeightMethod};
use crate::domain::place::Place;
use crate::quantity::real::real;

pub const WEIGHTS_NOT_ELICITED: Rule = Rule {
    code: "weights_not_elicited",
    severity: Severity::Warning,
    what: "A measured objective was weighed by nobody: no swing points, no stakeholder's points, no comparison.",
    why: "An unweighed objective counts for nothing, and equal weights are a choice nobody made.",
    advice: Advice {
        en: "Ask which swing from worst to best matters most (100 points), then the others relative to it.",
        fr: "Demandez quel passage du pire au meilleur compte le plus (100 points), puis situez les autres.",
    },
    apply: weights_not_elicited,
};

fn weights_not_elicited(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let from_points = dossier.stakeholder_weights.iter().map(|weight| &weight.objective);
    let from_pairs = dossier.pair_judgements.iter().flat_map(|pair| [&pair.a, &pair.b]);
    let judged: BTreeSet<&ObjectiveId> = from_points.chain(from_pairs).collect();
    let is_weighed =
        |objective: &Objective| objective.swing_points.is_some() || judged.contains(&objective.id);
    let unweighed: Vec<&Objective> = measured(dossier)
        .map(|(objective, _)| objective)
        .filter(|objective| !is_weighed(objective))
        .collect();
    let Some(first) = unweighed.first() else { return Vec::new() };
    if unweighed.len() == measured(dossier).count() {
        let finding = WEIGHTS_NOT_ELICITED.finding(
            &Place { row: 0, ..first.place.clone() },
            "No objective was weighed by anybody.".into(),
            "Aucun objectif n'a été pondéré par qui que ce soit.".into(),
        );
        return vec![finding.at("swing_points", "")];
    }
    unweighed
        .into_iter()
        .map(|objective| {
            WEIGHTS_NOT_ELICITED
                .finding(
                    &objective.place,
                    format!("Objective {} has no weight although others have.", objective.id),
                    format!("L'objectif {} n'a pas de poids alors que d'autres en ont.", objective.id),
                )
                .at("swing_points", "")
        })
        .collect()
}

pub const WEIGHTS_ZERO_SUM: Rule = Rule {
    code: "weights_zero_sum",
    severity: Severity::Error,
    what: "The points given to the objectives, in the dossier or by one stakeholder, add up to zero or less.",
    why: "Weights are shares of that sum, and nothing can be shared out of zero.",
    advice: Advice {
        en: "Give 100 points to the most important swing and zero or more to the others.",
        fr: "Donnez 100 points au passage le plus important et zéro ou plus aux autres.",
    },
    apply: weights_zero_sum,
};

fn weights_zero_sum(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut groups: BTreeMap<(&str, &str, Option<WeightMethod>), (f64, &Place)> = BTreeMap::new();
    let mut add = |key, points: Decimal, place| groups.entry(key).or_insert((0.0, place)).0 += real(points);
    for (objective, _) in measured(dossier) {
        if let Some(points) = objective.swing_points {
            add(("swing_points", "", None), points, &objective.place);
        }
    }
    for weight in &dossier.stakeholder_weights {
        add(("points", weight.stakeholder.as_str(), Some(weight.method)), weight.points, &weight.place);
    }
    let empty = groups.into_iter().filter(|(_, (sum, _))| *sum <= 0.0);
    empty
        .map(|((column, stakeholder, _), (_, place))| {
            let (en, fr) = match stakeholder {
                "" => ("of the objectives".to_string(), "des objectifs".to_string()),
                name => (format!("given by {name}"), format!("donnés par {name}")),
            };
            WEIGHTS_ZERO_SUM
                .finding(
                    place,
                    format!("The points {en} add up to zero or less."),
                    format!("La somme des points {fr} est nulle ou négative."),
                )
                .at(column, stakeholder)
        })
        .collect()
}

pub const JUDGEMENT_OUT_OF_RANGE: Rule = Rule {
    code: "judgement_out_of_range",
    severity: Severity::Warning,
    what: "A pairwise judgement lies outside 1/9 to 9.",
    why: "The consistency test is made for Saaty's scale; beyond it the ratio means nothing.",
    advice: Advice {
        en: "Answer from 1/9 (far less important) over 1 (equal) to 9 (far more important).",
        fr: "Répondez de 1/9 (bien moins important) à 9 (bien plus important), 1 signifiant l'égalité.",
    },
    apply: judgement_out_of_range,
};

fn judgement_out_of_range(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    // One ninth is written with few digits (0.11), so the lower end is read generously.
    let is_outside = |ratio: Decimal| real(ratio) < 0.11 || real(ratio) > 9.0;
    let outside = dossier.pair_judgements.iter().filter(|pair| is_outside(pair.ratio));
    outside
        .map(|pair| {
            let ratio = number(pair.ratio);
            JUDGEMENT_OUT_OF_RANGE
                .finding(
                    &pair.place,
                    format!("{} compares {} with {} as {} to 1.", pair.stakeholder, pair.a, pair.b, ratio.en),
                    format!("{} compare {} à {} comme {} à 1.", pair.stakeholder, pair.a, pair.b, ratio.fr),
                )
                .at("ratio_a_over_b", &pair.ratio.to_string())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;
    use crate::domain::objective::{PairJudgement, StakeholderWeight};

    fn points(stakeholder: &str, points: Decimal) -> StakeholderWeight {
        StakeholderWeight {
            stakeholder: stakeholder.into(),
            objective: "O1".into(),
            method: WeightMethod::Swing,
            points,
            place: Place::file("stakeholder_weights.csv"),
        }
    }

    fn pair(ratio: Decimal) -> PairJudgement {
        PairJudgement {
            stakeholder: "CFO".into(),
            a: "O1".into(),
            b: "O2".into(),
            ratio,
            place: Place::file("ahp_pairs.csv"),
        }
    }

    #[test]
    fn nobody_asked_is_one_finding_and_one_left_out_is_another() {
        let mut dossier = example::dossier();
        dossier.objectives.iter_mut().for_each(|objective| objective.swing_points = None);
        let found = look(weights_not_elicited, &dossier, &example::model());
        assert_eq!((found.len(), found[0].place.row), (1, 0));
        dossier.stakeholder_weights.push(points("CFO", dec!(70)));
        let found = look(weights_not_elicited, &dossier, &example::model());
        assert!(found.len() == 1 && found[0].message.en.contains("O2"), "{found:?}");
        dossier.pair_judgements.push(pair(dec!(2)));
        assert_eq!(look(weights_not_elicited, &dossier, &example::model()), []);
    }

    #[test]
    fn points_that_add_up_to_nothing_are_found_per_stakeholder() {
        let mut dossier = example::dossier();
        dossier.stakeholder_weights = vec![points("CFO", dec!(0)), points("CIO", dec!(10))];
        let found = look(weights_zero_sum, &dossier, &example::model());
        assert!(found.len() == 1 && found[0].value == "CFO", "{found:?}");
        dossier.objectives.iter_mut().for_each(|objective| objective.swing_points = Some(dec!(0)));
        assert_eq!(look(weights_zero_sum, &dossier, &example::model()).len(), 2);
    }

    #[test]
    fn judgements_keep_to_the_scale_of_nine() {
        let mut dossier = example::dossier();
        for (ratio, n_findings) in
            [(dec!(9), 0), (dec!(0.111), 0), (dec!(9.5), 1), (dec!(0.1), 1), (dec!(0), 1)]
        {
            dossier.pair_judgements = vec![pair(ratio)];
            assert_eq!(
                look(judgement_out_of_range, &dossier, &example::model()).len(),
                n_findings,
                "{ratio}"
            );
        }
    }
}
