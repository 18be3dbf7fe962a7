//! `Readiness`: how much of the strategy is stated, as the share of gates passed (method 2.4).

use std::collections::BTreeSet;

use super::decision_model::DecisionModel;
use super::dossier::Dossier;
use super::evidence::EvidenceKind;
use super::text::Bilingual;

/// One thing a decision needs, and how much of it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Stable snake_case noun.
    pub code: &'static str,
    pub name: Bilingual,
    pub passed: bool,
    /// How many of the `total` things meet the gate.
    pub met: usize,
    pub total: usize,
}

impl Gate {
    /// What the gate found, such as `14 of 16`.
    pub fn measure(&self) -> Bilingual {
        Bilingual {
            en: format!("{} of {}", self.met, self.total),
            fr: format!("{} sur {}", self.met, self.total),
        }
    }
}

/// The gates of a dossier in the order of the method.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// Gates passed over all gates, 0..=1.
    pub share: f64,
    pub gates: Vec<Gate>,
}

impl Readiness {
    /// Whether every verdict has to carry "strategy incomplete": the share is below the model's `readiness_min`.
    pub fn is_incomplete(&self, model: &DecisionModel) -> bool {
        self.share < model.readiness_min
    }
}

/// The readiness of a dossier: share = gates passed / 6.
///
/// A gate passes when at least 80% of its things (limit `readiness_gate_share` of the decision model) meet it, and
/// there is at least one thing, so that an empty dossier has readiness 0. The six gates:
///
/// - `objectives`: measured objectives that have a range, a weight from somebody, and all three owners;
/// - `personas_with_evidence`: personas with customers for whom people or own records speak, either about the persona
///   itself or about a moment to which it gives points (what vendors, analysts or colleagues say does not count);
/// - `journeys`: journeys with at least one moment of truth;
/// - `moments_with_importance`: moments to which at least one persona gives points;
/// - `problems_with_amount`: customer problems with a lever and an annual cost;
/// - `benefits_with_owner`: benefit lines with an owner.
pub fn readiness(dossier: &Dossier, model: &DecisionModel) -> Readiness {
    let share_min = model.limit("readiness_gate_share", 0.8);
    let gates: Vec<Gate> = [objectives, personas, journeys, moments, problems, benefits]
        .into_iter()
        .map(|count| {
            let Counted { code, en, fr, met, total } = count(dossier);
            let passed = total > 0 && met as f64 >= share_min * total as f64 - 1e-9;
            Gate { code, name: Bilingual { en: en.into(), fr: fr.into() }, passed, met, total }
        })
        .collect();
    let n_passed = gates.iter().filter(|gate| gate.passed).count();
    Readiness { share: n_passed as f64 / gates.len() as f64, gates }
}

struct Counted {
    code: &'static str,
    en: &'static str,
    fr: &'static str,
    met: usize,
    total: usize,
}

fn objectives(dossier: &Dossier) -> Counted {
    let from_points = dossier.stakeholder_weights.iter().map(|weight| &weight.objective);
    let from_pairs = dossier.pair_judgements.iter().flat_map(|pair| [&pair.a, &pair.b]);
    let judged: BTreeSet<_> = from_points.chain(from_pairs).collect();
    let measured = dossier.objectives.iter().filter_map(|one| Some((one, one.measure.as_ref()?)));
    let is_ready = measured.map(|(objective, measure)| {
        let owners = [&objective.plan_owner, &objective.deliver_owner, &objective.measure_owner];
        measure.worst != measure.best
            && (objective.swing_points.is_some() || judged.contains(&objective.id))
            && owners.iter().all(|owner| !owner.trim().is_empty())
    });
    counted(
        "objectives",
        "Objectives with range, weight and owners",
        "Objectifs avec plage, poids et responsables",
        is_ready,
    )
}

fn personas(dossier: &Dossier) -> Counted {
    let own = dossier.evidence.iter().filter(|evidence| match evidence.kind {
        EvidenceKind::People | EvidenceKind::Records => true,
        EvidenceKind::Desk | EvidenceKind::Opinion => false,
    });
    let spoken_of: BTreeSet<&str> = own.map(|evidence| evidence.target_id.as_str()).collect();
    let given =
        dossier.importances.iter().filter(|given| given.points.is_sign_positive() && !given.points.is_zero());
    let known = given.filter(|given| spoken_of.contains(given.moment.as_str()));
    let heard: BTreeSet<_> = known.map(|given| &given.persona).collect();
    let is_ready = dossier.personas.iter().map(|persona| {
        let has_customers = persona.customers.is_sign_positive() && !persona.customers.is_zero();
        has_customers && (heard.contains(&persona.id) || spoken_of.contains(persona.id.as_str()))
    });
    counted("personas_with_evidence", "Personas with evidence", "Personas avec preuves", is_ready)
}

fn journeys(dossier: &Dossier) -> Counted {
    let with_moments: BTreeSet<_> = dossier.moments.iter().map(|moment| &moment.journey).collect();
    let is_ready = dossier.journeys.iter().map(|journey| with_moments.contains(&journey.id));
    counted("journeys", "Journeys with moments of truth", "Parcours avec moments de vérité", is_ready)
}

fn moments(dossier: &Dossier) -> Counted {
    let given =
        dossier.importances.iter().filter(|given| given.points.is_sign_positive() && !given.points.is_zero());
    let heard: BTreeSet<_> = given.map(|given| &given.moment).collect();
    let is_ready = dossier.moments.iter().map(|moment| heard.contains(&moment.id));
    counted("moments_with_importance", "Moments with importance", "Moments avec importance", is_ready)
}

fn problems(dossier: &Dossier) -> Counted {
    let is_ready = dossier.problems.iter().map(|problem| {
        problem.lever.is_some()
            && problem.annual_cost.is_some_and(|cost| cost.is_sign_positive() && !cost.is_zero())
    });
    counted("problems_with_amount", "Problems with an annual cost", "Problèmes chiffrés", is_ready)
}

fn benefits(dossier: &Dossier) -> Counted {
    let lines = dossier.variants().flat_map(|(_, variant)| &variant.benefit_lines);
    let is_ready = lines.map(|line| !line.owner.trim().is_empty());
    counted("benefits_with_owner", "Benefits with an owner", "Gains avec responsable", is_ready)
}

fn counted(
    code: &'static str,
    en: &'static str,
    fr: &'static str,
    is_ready: impl Iterator<Item = bool>,
) -> Counted {
    let (mut met, mut total) = (0, 0);
    for ready in is_ready {
        met += usize::from(ready);
        total += 1;
    }
    Counted { code, en, fr, met, total }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::domain::evidence::EvidenceKind;
    use crate::domain::example;

    fn failed(dossier: &Dossier) -> Vec<&'static str> {
        let readiness = readiness(dossier, &example::model());
        readiness.gates.iter().filter(|gate| !gate.passed).map(|gate| gate.code).collect()
    }

    #[test]
    fn a_sound_dossier_is_ready_and_an_empty_one_is_not() {
        let mut dossier = example::dossier();
        let full = readiness(&dossier, &example::model());
        assert_eq!(full.share, 1.0, "{:?}", full.gates);
        assert_eq!(full.gates[3].measure().en, "2 of 2");
        dossier.objectives.clear();
        dossier.personas.clear();
        dossier.journeys.clear();
        dossier.moments.clear();
        dossier.problems.clear();
        dossier.investments.clear();
        let empty = readiness(&dossier, &example::model());
        assert_eq!(empty.share, 0.0);
        assert!(empty.is_incomplete(&example::model()) && !full.is_incomplete(&example::model()));
    }

    #[test]
    fn each_gate_fails_for_its_own_reason() {
        type Spoil = fn(&mut Dossier);
        let spoil: [(Spoil, &str); 7] = [
            (|dossier| dossier.objectives[1].plan_owner.clear(), "objectives"),
            (|dossier| dossier.evidence[0].kind = EvidenceKind::Desk, "personas_with_evidence"),
            (|dossier| dossier.personas[0].customers = dec!(0), "personas_with_evidence"),
            (|dossier| dossier.journeys[0].id = "J9".into(), "journeys"),
            (
                |dossier| dossier.importances.retain(|given| given.moment.as_str() == "M1"),
                "moments_with_importance",
            ),
            (|dossier| dossier.problems[0].lever = None, "problems_with_amount"),
            (
                |dossier| dossier.investments[0].variants[0].benefit_lines[0].owner.clear(),
                "benefits_with_owner",
            ),
        ];
        for (spoil, code) in spoil {
            let mut dossier = example::dossier();
            spoil(&mut dossier);
            assert_eq!(failed(&dossier), [code]);
        }
    }

    #[test]
    fn four_in_five_are_enough() {
        let mut dossier = example::dossier();
        let template = dossier.investments[0].variants[0].benefit_lines[0].clone();
        let lines = &mut dossier.investments[0].variants[0].benefit_lines;
        lines.extend([template.clone(), template.clone(), template]);
        lines[0].owner.clear();
        assert_eq!(failed(&dossier), Vec::<&str>::new());
        dossier.investments[0].variants[0].benefit_lines[1].owner.clear();
        assert_eq!(failed(&dossier), ["benefits_with_owner"]);
    }

    #[test]
    fn three_gates_of_six_leave_the_strategy_incomplete() {
        let mut dossier = example::dossier();
        dossier.journeys.clear();
        dossier.problems.clear();
        assert!(!readiness(&dossier, &example::model()).is_incomplete(&example::model()));
        dossier.evidence.clear();
        assert!(readiness(&dossier, &example::model()).is_incomplete(&example::model()));
    }
}
