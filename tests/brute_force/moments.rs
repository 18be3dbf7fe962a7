//! Two personas, three moments, and what random investments do at them.

use cxfolio::domain::estimate::ThreePoint;
use cxfolio::domain::evidence::EvidenceLevel;
use cxfolio::domain::moment::{Consequences, Kano, MomentEffect, MomentImportance, MomentOfTruth};
use cxfolio::domain::persona::Persona;
use cxfolio::domain::place::Place;
use rust_decimal::dec;

use super::chance::Chance;
use super::dossier::name;

const PERSONAS: [&str; 2] = ["P1", "P2"];
const MOMENTS: [&str; 3] = ["M1", "M2", "M3"];

pub fn personas() -> Vec<Persona> {
    PERSONAS
        .iter()
        .map(|id| Persona {
            id: (*id).into(),
            name: name(id),
            customers: dec!(1000),
            annual_revenue: dec!(100),
            contribution_rate: dec!(0.5),
            annual_churn: dec!(0.1),
            social_reach: dec!(1),
            digital_share: dec!(0.5),
            note: name(""),
            place: Place::default(),
        })
        .collect()
}

pub fn moments(chance: &mut Chance) -> Vec<MomentOfTruth> {
    MOMENTS
        .iter()
        .map(|id| MomentOfTruth {
            id: (*id).into(),
            journey: "J1".into(),
            stage: None,
            channel: None,
            name: name(id),
            kano: chance.pick(&[Kano::MustBe, Kano::MustBe, Kano::Performance]),
            frequency: dec!(1),
            failure_rate: dec!(0.1),
            consequences: Consequences::default(),
            performance: dec!(5),
            expectation: dec!(7),
            target: chance.hundredths(450, 900),
            emotion: dec!(0),
            evidence: EvidenceLevel::E2,
            doing: name(""),
            thinking: name(""),
            feeling: name(""),
            place: Place::default(),
        })
        .collect()
}

/// Not everyone cares about everything.
pub fn importances(chance: &mut Chance) -> Vec<MomentImportance> {
    let mut stated = Vec::new();
    for persona in PERSONAS {
        for moment in MOMENTS {
            if !chance.one_in(3) {
                stated.push(MomentImportance {
                    persona: persona.into(),
                    moment: moment.into(),
                    points: chance.hundredths(0, 5000),
                    place: Place::default(),
                });
            }
        }
    }
    stated
}

pub fn moment_effects(chance: &mut Chance) -> Vec<MomentEffect> {
    let mut effects = Vec::new();
    for moment in MOMENTS {
        for persona in [None, Some("P1")] {
            if chance.one_in(2) {
                let low = chance.hundredths(-100, 250);
                effects.push(MomentEffect {
                    moment: moment.into(),
                    persona: persona.map(|id| id.into()),
                    lift: ThreePoint { low, mode: low + dec!(0.5), high: low + dec!(1.5) },
                    evidence: chance.pick(&EvidenceLevel::ALL),
                    place: Place::default(),
                });
            }
        }
    }
    effects
}
