//! The two candidates of the example dossier, and lines to add to others.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::{at, name};
use crate::domain::business_case::{Accounting, BenefitLine, CostLine, CostNature};
use crate::domain::ecosystem::NodeEffect;
use crate::domain::estimate::ThreePoint;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::investment::{Investment, ObsessionScores, Variant};
use crate::domain::moment::MomentEffect;
use crate::domain::role::RoleDemand;

/// A: treats the cause behind the first moment.
pub fn candidate_at_the_cause() -> Investment {
    let effect = ThreePoint { low: dec!(1), mode: dec!(2), high: dec!(4) };
    let mut investment = investment("A", 2, variant("A", "core", 2, "L-CALLS", effect));
    let node = NodeEffect { node: "N1".into(), health_points: dec!(3), place: at("node_effects", 2) };
    investment.node_effects = vec![node];
    investment
}

/// B: lifts the second moment directly.
pub fn candidate_in_the_app() -> Investment {
    let effect = ThreePoint { low: dec!(0.1), mode: dec!(0.3), high: dec!(0.5) };
    let mut investment = investment("B", 3, variant("B", "core", 3, "L-STAY", effect));
    investment.moment_effects = vec![lift("M2", dec!(0.5), dec!(1), dec!(1.5))];
    investment
}

fn investment(id: &str, row: u32, core: Variant) -> Investment {
    Investment {
        id: id.into(),
        name: name("A better system"),
        category: "technology".into(),
        technology_family: "journey".into(),
        department: "CIO".into(),
        sponsor: format!("Head of {id}"),
        sponsor_engagement: Some(dec!(0.8)),
        vendor: format!("V-{id}"),
        deployment: "SaaS".into(),
        contract_years: dec!(2),
        exit_cost: dec!(10000),
        portability: Some(dec!(0.7)),
        obsession: ObsessionScores::default(),
        capability: String::new(),
        capability_gain: None,
        is_mandatory: false,
        months_to_first_value: Some(dec!(6)),
        earliest_start: 0,
        latest_start: Some(2),
        duration_months: None,
        partial_funding: None,
        reason: name("customers ask twice"),
        criteria: BTreeMap::from([("EASE".into(), dec!(5))]),
        moment_effects: Vec::new(),
        node_effects: Vec::new(),
        risks: Vec::new(),
        variants: vec![core],
        place: at("investments", row),
    }
}

fn variant(investment: &str, id: &str, row: u32, lever: &str, effect: ThreePoint) -> Variant {
    let cost = |name: &str, nature, row, first: Decimal, later: Decimal| CostLine {
        id: format!("{investment}-{id}-{name}"),
        nature,
        accounting: Accounting::Opex,
        amounts: vec![Some(first), Some(later), Some(later), Some(later)],
        low_multiplier: dec!(0.9),
        high_multiplier: dec!(1.3),
        shared_component: None,
        place: at("cost_lines", row),
    };
    Variant {
        id: id.into(),
        name: name(id),
        benefit_multiplier: dec!(1),
        cost_lines: vec![
            cost("build", CostNature::Build, 2, dec!(100000), dec!(0)),
            cost("change", CostNature::Change, 3, dec!(20000), dec!(0)),
            cost("run", CostNature::Run, 4, dec!(0), dec!(30000)),
        ],
        benefit_lines: vec![BenefitLine {
            id: format!("{investment}-{id}-b1"),
            lever: lever.into(),
            effect: Some(effect),
            evidence: EvidenceLevel::E2,
            ramp: vec![dec!(0.3), dec!(0.8), dec!(1)],
            owner: "Head of service".into(),
            place: at("benefit_lines", row),
        }],
        role_demand: vec![RoleDemand {
            role: "R1".into(),
            days: vec![dec!(20)],
            place: at("role_demand", row),
        }],
        place: at("variants", row),
    }
}

/// A lift at a moment for everyone.
pub fn lift(moment: &str, low: Decimal, mode: Decimal, high: Decimal) -> MomentEffect {
    MomentEffect {
        moment: moment.into(),
        persona: None,
        lift: ThreePoint { low, mode, high },
        evidence: EvidenceLevel::E2,
        place: at("moment_effects", 2),
    }
}

/// The candidate B under another identifier.
pub fn candidate(id: &str, row: u32) -> Investment {
    let mut investment = candidate_in_the_app();
    investment.id = id.into();
    investment.place = at("investments", row);
    investment
}
