//! Rules on objectives: what is wanted, over which range, who owns it and what moves it.

use std::collections::BTreeMap;

use super::subject::Subject;
use super::wording::number;
use super::{Advice, Rule};
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::lever::Lever;
use crate::domain::objective::{Direction, KpiSource, Measure, Objective, ObjectiveId};
use crate::domain::place::Place;

/// The objectives that are measured, each with its measure; those that only group others are left out.
pub(super) fn measured(dossier: &Dossier) -> impl Iterator<Item = (&Objective, &Measure)> {
    dossier.objectives.iter().filter_map(|objective| Some((objective, objective.measure.as_ref()?)))
}

/// The levers of each objective, sorted.
fn levers_by_objective(dossier: &Dossier) -> BTreeMap<&ObjectiveId, Vec<&Lever>> {
    let mut levers: BTreeMap<&ObjectiveId, Vec<&Lever>> = BTreeMap::new();
    for lever in &dossier.levers {
        if let Some(objective) = &lever.objective {
            levers.entry(objective).or_default().push(lever);
        }
    }
    levers
}

pub const NO_OBJECTIVE: Rule = Rule {
    code: "no_objective",
    severity: Severity::Warning,
    what: "No objective has a KPI with a range.",
    why: "Money can still be worked out, but nothing can be said about fit with the strategy.",
    advice: Advice {
        en: "State at least one objective with its KPI, unit, baseline, worst and best.",
        fr: "Indiquez au moins un objectif avec indicateur, unité, situation de départ, pire et meilleur niveau.",
    },
    apply: no_objective,
};

fn no_objective(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    if measured(dossier).next().is_some() {
        return Vec::new();
    }
    vec![NO_OBJECTIVE.finding(
        &Place::file("objectives.csv"),
        "The dossier states no measured objective.".into(),
        "Le dossier n'indique aucun objectif mesuré.".into(),
    )]
}

pub const OBJECTIVE_WITHOUT_RANGE: Rule = Rule {
    code: "objective_without_range",
    severity: Severity::Error,
    what: "The worst and the best level of an objective's KPI are the same.",
    why: "A weight means nothing without the range it speaks of, and the value of a KPI divides by it.",
    advice: Advice {
        en: "Give the worst and the best level that the plans could plausibly lead to.",
        fr: "Donnez le pire et le meilleur niveau que les plans peuvent raisonnablement atteindre.",
    },
    apply: objective_without_range,
};

fn objective_without_range(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let without_range = measured(dossier).filter(|(_, measure)| measure.worst == measure.best);
    without_range
        .map(|(objective, measure)| {
            let level = number(measure.best);
            OBJECTIVE_WITHOUT_RANGE
                .finding(
                    &objective.place,
                    format!("Worst and best of objective {} are both {}.", objective.id, level.en),
                    format!(
                        "Le pire et le meilleur niveau de l'objectif {} valent {}.",
                        objective.id, level.fr
                    ),
                )
                .at("best", &measure.best.to_string())
        })
        .collect()
}

pub const OBJECTIVE_RANGE_REVERSED: Rule = Rule {
    code: "objective_range_reversed",
    severity: Severity::Warning,
    what: "An objective's best level lies on the wrong side of its worst level for its direction.",
    why: "The range decides what counts as progress: with worst and best swapped, harm would score as gain.",
    advice: Advice {
        en: "Swap worst and best, or correct the direction.",
        fr: "Permutez le pire et le meilleur niveau, ou corrigez le sens.",
    },
    apply: objective_range_reversed,
};

fn objective_range_reversed(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let is_reversed = |measure: &Measure| match measure.direction {
        Direction::Minimise => measure.best > measure.worst,
        Direction::Maximise => measure.best < measure.worst,
    };
    measured(dossier)
        .filter(|(_, measure)| is_reversed(measure))
        .map(|(objective, measure)| {
            let (worst, best) = (number(measure.worst), number(measure.best));
            let (en, fr) = match measure.direction {
                Direction::Minimise => ("less is better", "moins vaut mieux"),
                Direction::Maximise => ("more is better", "plus vaut mieux"),
            };
            OBJECTIVE_RANGE_REVERSED
                .finding(
                    &objective.place,
                    format!(
                        "Objective {} goes from {} to {} although {en}.",
                        objective.id, worst.en, best.en
                    ),
                    format!("L'objectif {} va de {} à {} alors que {fr}.", objective.id, worst.fr, best.fr),
                )
                .at("best", &measure.best.to_string())
        })
        .collect()
}

pub const OBJECTIVE_WITHOUT_OWNER: Rule = Rule {
    code: "objective_without_owner",
    severity: Severity::Warning,
    what: "Nobody is named to plan, to deliver or to measure an objective.",
    why: "What nobody owns is planned, but neither delivered nor measured.",
    advice: Advice {
        en: "Name one department for each of the three.",
        fr: "Nommez une direction pour chacun des trois rôles.",
    },
    apply: objective_without_owner,
};

fn objective_without_owner(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (objective, _) in measured(dossier) {
        let owners = [
            ("plan_owner", &objective.plan_owner, "plan", "planifier"),
            ("deliver_owner", &objective.deliver_owner, "deliver", "livrer"),
            ("measure_owner", &objective.measure_owner, "measure", "mesurer"),
        ];
        let missing: Vec<_> = owners.iter().filter(|(_, owner, _, _)| owner.trim().is_empty()).collect();
        if let Some((column, ..)) = missing.first() {
            let en: Vec<&str> = missing.iter().map(|(_, _, en, _)| *en).collect();
            let fr: Vec<&str> = missing.iter().map(|(_, _, _, fr)| *fr).collect();
            let finding = OBJECTIVE_WITHOUT_OWNER.finding(
                &objective.place,
                format!("Nobody is named to {} objective {}.", en.join(", "), objective.id),
                format!("Personne n'est nommé pour {} l'objectif {}.", fr.join(", "), objective.id),
            );
            findings.push(finding.at(column, ""));
        }
    }
    findings
}

pub const OBJECTIVE_WITHOUT_LEVER: Rule = Rule {
    code: "objective_without_lever",
    severity: Severity::Warning,
    what: "An objective whose KPI is moved by levers has no lever.",
    why: "No candidate can move its KPI, so its weight is given to nothing.",
    advice: Advice {
        en: "Tie a lever to the objective, or say that its KPI comes from coverage or from the obsession profile.",
        fr: "Rattachez un levier à l'objectif, ou indiquez que son indicateur vient de la couverture ou du profil.",
    },
    apply: objective_without_lever,
};

fn objective_without_lever(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let levers = levers_by_objective(dossier);
    measured(dossier)
        .filter(|(objective, measure)| {
            measure.source == KpiSource::Levers && !levers.contains_key(&objective.id)
        })
        .map(|(objective, _)| {
            OBJECTIVE_WITHOUT_LEVER
                .finding(
                    &objective.place,
                    format!("No lever moves the KPI of objective {}.", objective.id),
                    format!("Aucun levier ne fait bouger l'indicateur de l'objectif {}.", objective.id),
                )
                .at("kpi_source", "")
        })
        .collect()
}

pub const LEVER_WITHOUT_KPI_CONVERSION: Rule = Rule {
    code: "lever_without_kpi_conversion",
    severity: Severity::Note,
    what: "A lever of an objective does not say by how much one unit of it moves the objective's KPI.",
    why: "Its effects count in money but not in the objective's value, which is therefore understated.",
    advice: Advice {
        en: "Fill kpi_per_unit: the change of the KPI, in its unit, for one unit of the lever.",
        fr: "Renseignez kpi_per_unit : la variation de l'indicateur, dans son unité, pour une unité du levier.",
    },
    apply: lever_without_kpi_conversion,
};

fn lever_without_kpi_conversion(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let levers = levers_by_objective(dossier);
    let mut findings = Vec::new();
    for (objective, measure) in measured(dossier) {
        let tied = levers.get(&objective.id).map(Vec::as_slice).unwrap_or_default();
        let silent: Vec<&&Lever> = tied.iter().filter(|lever| lever.kpi_per_unit.is_none()).collect();
        if let (KpiSource::Levers, Some(first)) = (measure.source, silent.first()) {
            let names: Vec<&str> = silent.iter().map(|lever| lever.id.as_str()).collect();
            let names = names.join(", ");
            let finding = LEVER_WITHOUT_KPI_CONVERSION.finding(
                &first.place,
                format!(
                    "The KPI of objective {} does not follow {names}: no conversion is stated.",
                    objective.id
                ),
                format!(
                    "L'indicateur de l'objectif {} ne suit pas {names} : conversion absente.",
                    objective.id
                ),
            );
            findings.push(finding.at("kpi_per_unit", ""));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example;

    fn first_measure(dossier: &mut Dossier) -> &mut Measure {
        dossier
            .objectives
            .iter_mut()
            .find_map(|objective| objective.measure.as_mut())
            .expect("one is measured")
    }

    #[test]
    fn groups_alone_are_no_objective() {
        let mut dossier = example::dossier();
        dossier.objectives.iter_mut().for_each(|objective| objective.measure = None);
        assert_eq!(look(no_objective, &dossier, &example::model()).len(), 1);
        dossier.objectives.clear();
        assert_eq!(look(no_objective, &dossier, &example::model()).len(), 1);
    }

    #[test]
    fn a_range_must_have_two_ends_in_the_direction_stated() {
        let mut dossier = example::dossier();
        let (worst, best) = (first_measure(&mut dossier).worst, first_measure(&mut dossier).best);
        first_measure(&mut dossier).best = worst;
        assert_eq!(look(objective_without_range, &dossier, &example::model())[0].column, "best");
        assert_eq!(look(objective_range_reversed, &dossier, &example::model()), []);
        first_measure(&mut dossier).worst = best;
        first_measure(&mut dossier).best = worst;
        assert_eq!(look(objective_without_range, &dossier, &example::model()), []);
        assert_eq!(look(objective_range_reversed, &dossier, &example::model()).len(), 1);
    }

    #[test]
    fn missing_owners_are_one_finding_per_objective() {
        let mut dossier = example::dossier();
        let objective = dossier.objectives.iter_mut().find(|objective| objective.measure.is_some());
        let objective = objective.expect("one is measured");
        objective.deliver_owner = " ".into();
        objective.measure_owner = String::new();
        let found = look(objective_without_owner, &dossier, &example::model());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].column, "deliver_owner");
        assert!(found[0].message.en.contains("deliver, measure"), "{}", found[0].message.en);
    }

    #[test]
    fn an_objective_of_levers_needs_a_lever_with_a_conversion() {
        let mut dossier = example::dossier();
        dossier.levers.iter_mut().for_each(|lever| lever.kpi_per_unit = Some(dec!(1)));
        assert_eq!(look(lever_without_kpi_conversion, &dossier, &example::model()), []);
        dossier.levers.iter_mut().for_each(|lever| lever.kpi_per_unit = None);
        assert_eq!(look(lever_without_kpi_conversion, &dossier, &example::model()).len(), 2);
        dossier.levers.iter_mut().for_each(|lever| lever.objective = Some("O1".into()));
        let found = look(lever_without_kpi_conversion, &dossier, &example::model());
        assert!(found.len() == 1 && found[0].message.en.contains("L-CALLS, L-STAY"), "{found:?}");
        assert_eq!(look(objective_without_lever, &dossier, &example::model()).len(), 1, "O2 has none left");
        dossier.levers.iter_mut().for_each(|lever| lever.objective = None);
        first_measure(&mut dossier).source = KpiSource::Coverage;
        assert_eq!(look(objective_without_lever, &dossier, &example::model()).len(), 1, "O1 needs none");
    }
}
