//! Rules on personas and moments of truth: who counts, what they weigh, and what happens to them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::subject::Subject;
use super::wording::{number, percent, rounded};
use super::{Advice, Rule};
use crate::domain::dossier::Dossier;
use crate::domain::finding::{Finding, Severity};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::domain::place::Place;
use crate::experience::at_risk::implied_churns;
use crate::experience::untouched::untouched_must_bes;
use crate::quantity::real::real;

/// The moments to which a persona gives points, and the personas who do, as pairs.
fn cares(dossier: &Dossier) -> BTreeSet<(&PersonaId, &MomentId)> {
    let given = dossier.importances.iter().filter(|importance| real(importance.points) > 0.0);
    given.map(|importance| (&importance.persona, &importance.moment)).collect()
}

pub const ONE_PERSONA_ONLY: Rule = Rule {
    code: "one_persona_only",
    severity: Severity::Warning,
    what: "Only one persona is described, or only one gives points to moments.",
    why: "A plan made for one kind of customer hides whom it harms.",
    advice: Advice {
        en: "Describe at least one other persona, with what matters to them.",
        fr: "Décrivez au moins un autre persona et ce qui compte pour lui.",
    },
    apply: one_persona_only,
};

fn one_persona_only(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let heard: BTreeSet<&PersonaId> = cares(dossier).into_iter().map(|(persona, _)| persona).collect();
    let only = match (dossier.personas.as_slice(), heard.first()) {
        ([one], _) => one,
        (_, Some(first)) if heard.len() == 1 => match dossier.personas.iter().find(|one| &one.id == *first) {
            Some(one) => one,
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let finding = ONE_PERSONA_ONLY.finding(
        &only.place,
        format!("Persona {} is the only one whose moments count.", only.id),
        format!("Le persona {} est le seul dont les moments comptent.", only.id),
    );
    vec![finding.at("id", only.id.as_str())]
}

pub const PERSONA_WEIGHTS_NOT_100: Rule = Rule {
    code: "persona_weights_not_100",
    severity: Severity::Warning,
    what: "The criterion points of a persona in a context do not add up to 100.",
    why: "The points are shares: a row is probably missing or mistyped.",
    advice: Advice {
        en: "Share exactly 100 points over the criteria.",
        fr: "Répartissez exactement 100 points entre les critères.",
    },
    apply: persona_weights_not_100,
};

/// Half a point is left for shares such as 33.3.
fn persona_weights_not_100(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut sums: BTreeMap<(&PersonaId, &str), (f64, &Place)> = BTreeMap::new();
    for points in &dossier.criterion_points {
        let sum = sums.entry((&points.persona, points.context.as_str())).or_insert((0.0, &points.place));
        sum.0 += real(points.points);
        sum.1 = sum.1.min(&points.place);
    }
    let wrong = sums.into_iter().filter(|(_, (sum, _))| (sum - 100.0).abs() > 0.5);
    wrong
        .map(|((persona, context), (sum, place))| {
            let read = rounded(sum, 2);
            PERSONA_WEIGHTS_NOT_100
                .finding(
                    place,
                    format!("The points of {persona} in context {context} add up to {}.", read.en),
                    format!("Les points de {persona} dans le contexte {context} totalisent {}.", read.fr),
                )
                .at("weight_points", &read.en)
        })
        .collect()
}

pub const MOMENT_WITHOUT_IMPORTANCE: Rule = Rule {
    code: "moment_without_importance",
    severity: Severity::Warning,
    what: "No persona gives points to a moment of truth.",
    why: "Covering it counts for nothing, so no plan will ever care.",
    advice: Advice {
        en: "Ask each persona for its points, or drop the moment.",
        fr: "Demandez ses points à chaque persona, ou retirez le moment.",
    },
    apply: moment_without_importance,
};

fn moment_without_importance(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let heard: BTreeSet<&MomentId> = cares(dossier).into_iter().map(|(_, moment)| moment).collect();
    let silent = dossier.moments.iter().filter(|moment| !heard.contains(&moment.id));
    silent
        .map(|moment| {
            MOMENT_WITHOUT_IMPORTANCE
                .finding(
                    &moment.place,
                    format!("No persona gives points to moment {}.", moment.id),
                    format!("Aucun persona n'accorde de points au moment {}.", moment.id),
                )
                .at("id", moment.id.as_str())
        })
        .collect()
}

pub const MUST_BE_BELOW_FLOOR: Rule = Rule {
    code: "must_be_below_floor",
    severity: Severity::Warning,
    what: "A must-be moment performs below what is expected and no candidate lifts it for anybody, directly and from \
           back stage taken together.",
    why: "Customers take a must-be for granted: missing it costs more than any delight can win back.",
    advice: Advice {
        en: "Look for a candidate that touches this moment or a cause behind it.",
        fr: "Cherchez un candidat qui touche ce moment ou l'une de ses causes.",
    },
    apply: must_be_below_floor,
};

fn must_be_below_floor(&Subject { dossier, map, .. }: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for moment in untouched_must_bes(dossier, map) {
        let (now, expected) = (number(moment.performance), number(moment.expectation));
        let finding = MUST_BE_BELOW_FLOOR.finding(
            &moment.place,
            format!(
                "Must-be moment {} performs at {} against {} expected, and no candidate lifts it.",
                moment.id, now.en, expected.en
            ),
            format!(
                "Le moment attendu {} est à {} pour {} espérés, et aucun candidat ne le relève.",
                moment.id, now.fr, expected.fr
            ),
        );
        findings.push(finding.at("performance", &moment.performance.to_string()));
    }
    findings
}

pub const IMPLIED_CHURN_ABOVE_OBSERVED: Rule = Rule {
    code: "implied_churn_above_observed",
    severity: Severity::Warning,
    what: "The moments that matter to a persona would make more customers leave than leave in fact.",
    why: "The frequencies, failure rates or probabilities of leaving overstate the money at risk.",
    advice: Advice {
        en: "Lower the failure rates or the probabilities of leaving until their sum stays below the churn observed.",
        fr: "Réduisez les taux d'échec ou les probabilités de départ pour que leur somme reste sous l'attrition observée.",
    },
    apply: implied_churn_above_observed,
};

fn implied_churn_above_observed(&Subject { dossier, map, .. }: &Subject<'_>) -> Vec<Finding> {
    let churns = implied_churns(dossier, map);
    let above = dossier.personas.iter().zip(churns).filter(|(_, churn)| churn.implied > churn.observed);
    above
        .map(|(persona, churn)| {
            let (implied, observed) = (percent(real(churn.implied)), percent(real(churn.observed)));
            IMPLIED_CHURN_ABOVE_OBSERVED
                .finding(
                    &persona.place,
                    format!(
                        "The moments of {} imply that {} leave in a year; {} are observed.",
                        persona.id, implied.en, observed.en
                    ),
                    format!(
                        "Les moments de {} impliquent {} de départs par an ; on en observe {}.",
                        persona.id, implied.fr, observed.fr
                    ),
                )
                .at("annual_churn", &persona.annual_churn.to_string())
        })
        .collect()
}

pub const TARGET_ALREADY_MET: Rule = Rule {
    code: "target_already_met",
    severity: Severity::Warning,
    what: "The target of a moment of truth is not above its performance.",
    why: "The moment has no gap, so nothing that is done there counts for any persona.",
    advice: Advice {
        en: "Set the target above today's performance, or drop the moment.",
        fr: "Fixez la cible au-dessus de la performance actuelle, ou retirez le moment.",
    },
    apply: target_already_met,
};

fn target_already_met(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
    let met = dossier.moments.iter().filter(|moment| moment.experience_gap() <= Decimal::ZERO);
    met.map(|moment| {
        let (target, now) = (number(moment.target), number(moment.performance));
        TARGET_ALREADY_MET
            .finding(
                &moment.place,
                format!("Moment {} aims at {} and performs at {}.", moment.id, target.en, now.en),
                format!("Le moment {} vise {} et se situe à {}.", moment.id, target.fr, now.fr),
            )
            .at("target", &moment.target.to_string())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::check::subject::look;
    use crate::domain::example::{self, candidates};

    #[test]
    fn a_second_persona_must_be_heard_too() {
        let mut dossier = example::dossier();
        let p2: PersonaId = "P2".into();
        dossier.importances.retain(|importance| importance.persona != p2);
        let found = look(one_persona_only, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "P1"));
        dossier.importances.clear();
        assert_eq!(look(one_persona_only, &dossier, &example::model()), []);
        dossier.personas.pop();
        assert_eq!(look(one_persona_only, &dossier, &example::model()).len(), 1);
    }

    #[test]
    fn points_are_added_up_per_persona_and_context() {
        let mut dossier = example::dossier();
        dossier.criterion_points[1].points = dec!(35);
        let mut in_journey = dossier.criterion_points[2].clone();
        in_journey.context = "J1".into();
        in_journey.points = dec!(99.7);
        dossier.criterion_points.push(in_journey);
        let found = look(persona_weights_not_100, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str(), found[0].place.row), (1, "95", 2));
    }

    #[test]
    fn points_of_zero_are_no_importance() {
        let mut dossier = example::dossier();
        dossier.importances.iter_mut().for_each(|importance| importance.points = dec!(0));
        assert_eq!(look(moment_without_importance, &dossier, &example::model()).len(), 2);
    }

    #[test]
    fn a_target_lies_above_the_performance() {
        let mut dossier = example::dossier();
        dossier.moments[0].target = dossier.moments[0].performance;
        dossier.moments[1].target = dossier.moments[1].performance - dec!(1);
        assert_eq!(look(target_already_met, &dossier, &example::model()).len(), 2);
    }

    #[test]
    fn a_must_be_may_be_lifted_directly_or_from_back_stage() {
        let mut dossier = example::dossier();
        dossier.investments[0].node_effects.clear();
        let found = look(must_be_below_floor, &dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str()), (1, "5"));
        let harm = candidates::lift("M1", dec!(-2), dec!(-1), dec!(0));
        dossier.investments[0].moment_effects = vec![harm];
        assert_eq!(look(must_be_below_floor, &dossier, &example::model()).len(), 1);
        let gain = candidates::lift("M1", dec!(0), dec!(1), dec!(2));
        dossier.investments[0].moment_effects = vec![gain];
        assert_eq!(look(must_be_below_floor, &dossier, &example::model()), []);
        dossier.investments[0].moment_effects.clear();
        dossier.moments[0].performance = dec!(8);
        assert_eq!(look(must_be_below_floor, &dossier, &example::model()), []);
    }

    #[test]
    fn moments_cannot_drive_away_more_customers_than_leave() {
        let mut dossier = example::dossier();
        dossier.personas[1].annual_churn = dec!(0.007);
        let found = look(implied_churn_above_observed, &dossier, &example::model());
        assert_eq!((found.len(), found[0].place.row), (1, 3));
        assert!(found[0].message.en.contains("0.8%") && found[0].message.en.contains("0.7%"), "{found:?}");
        dossier.importances.retain(|importance| importance.moment.as_str() == "M1");
        assert_eq!(look(implied_churn_above_observed, &dossier, &example::model()), []);
    }
}
