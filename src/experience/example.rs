//! A dossier of two personas, three moments and four nodes, small enough to reckon by hand, for this room's unit tests.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, dec};

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{
    CustomerProblem, EcosystemEdge, EcosystemNode, EdgeEnd, NodeEffect, NodeKind, Visibility,
};
use crate::domain::estimate::ThreePoint;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::evidence::EvidenceRung;
use crate::domain::investment::{Investment, ObsessionScores, Variant};
use crate::domain::journey::{Channel, Journey, Stage};
use crate::domain::moment::{Consequences, Kano, MomentEffect, MomentImportance, MomentOfTruth};
use crate::domain::period::PeriodLength;
use crate::domain::persona::{CriterionPoints, Persona};
use crate::domain::place::Place;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::settings::{Settings, TimingConvention};
use crate::domain::text::Bilingual;

/// The method's assumptions, but E5 keeps the whole of a claim.
pub fn model() -> DecisionModel {
    let mut model = crate::domain::example::model();
    model.evidence.insert(EvidenceLevel::E5, EvidenceRung { reliability: dec!(1), spread: dec!(1) });
    model
}

/// A1 lifts M1 for all and heals N1; A2 lifts M2 for P1 and harms M3 for P2.
pub fn dossier() -> Dossier {
    Dossier {
        settings: settings(),
        objectives: Vec::new(),
        stakeholder_weights: Vec::new(),
        pair_judgements: Vec::new(),
        levers: Vec::new(),
        personas: vec![persona("P1", dec!(100)), persona("P2", dec!(300))],
        criterion_points: [("P1", "*", 1, 3), ("P1", "J2", 3, 1), ("P2", "*", 1, 1)]
            .into_iter()
            .flat_map(|(who, context, ease, speed)| {
                [points(who, context, "EASE", ease), points(who, context, "SPEED", speed)]
            })
            .collect(),
        service_levels: Vec::new(),
        journeys: vec![journey("J1"), journey("J2")],
        channels: vec![channel("CH-APP", Some(dec!(0.5))), channel("CH-PHONE", Some(dec!(5)))],
        channel_switches: Vec::new(),
        moments: moments(),
        importances: [
            ("P1", "M1", 10),
            ("P1", "M2", 10),
            ("P2", "M1", 20),
            ("P2", "M2", 30),
            ("P2", "M3", 50),
        ]
        .map(|(persona, moment, points)| MomentImportance {
            persona: persona.into(),
            moment: moment.into(),
            points: Decimal::from(points),
            place: Place::default(),
        })
        .to_vec(),
        nodes: vec![
            node("N1", NodeKind::System, "CIO", dec!(4)),
            node("N2", NodeKind::Team, "COO", dec!(5)),
            node("N3", NodeKind::Policy, "CMO", dec!(2)),
            node("N4", NodeKind::Partner, "CMO", dec!(6)),
        ],
        edges: vec![
            edge("N1", "N2", "0.5", EvidenceLevel::E5),
            edge("N1", "M2", "0.2", EvidenceLevel::E5),
            edge("N2", "M1", "0.4", EvidenceLevel::E2),
            edge("N3", "M3", "-0.1", EvidenceLevel::E0),
        ],
        problems: vec![problem("PR1", "M1", "N1"), problem("PR2", "M2", "N3")],
        capabilities: Vec::new(),
        roles: Vec::new(),
        investments: investments(),
        dependencies: Vec::new(),
        envelopes: Vec::new(),
        rules: Vec::new(),
        scenarios: Vec::new(),
        questions: Vec::new(),
        evidence: Vec::new(),
        studies: Vec::new(),
    }
}

/// A portfolio of pairs such as `A1:core`, all starting in year 0.
pub fn portfolio(choices: &[&str]) -> Portfolio {
    let choice = |text: &&str| {
        let (investment, variant) = text.split_once(':').expect("written as investment:variant");
        Choice::of(investment.into(), variant.into())
    };
    Portfolio::new(choices.iter().map(choice).collect())
}

/// An edge; it arrives at a moment when `to` begins with M.
pub fn edge(from: &str, to: &str, weight: &str, evidence: EvidenceLevel) -> EcosystemEdge {
    let end = if to.starts_with('M') { EdgeEnd::Moment(to.into()) } else { EdgeEnd::Node(to.into()) };
    let weight = weight.parse().expect("a decimal");
    EcosystemEdge {
        from: from.into(),
        to: end,
        weight,
        evidence,
        note: Bilingual::default(),
        place: Place::default(),
    }
}

/// An investment without effects, in one variant `core`.
pub fn investment(id: &str) -> Investment {
    Investment {
        id: id.into(),
        name: Bilingual::default(),
        category: String::new(),
        technology_family: String::new(),
        department: String::new(),
        sponsor: String::new(),
        sponsor_engagement: None,
        vendor: format!("V-{id}"),
        deployment: "SaaS".into(),
        contract_years: dec!(3),
        exit_cost: dec!(1000),
        portability: Some(dec!(0.5)),
        obsession: ObsessionScores::default(),
        capability: String::new(),
        capability_gain: None,
        is_mandatory: false,
        months_to_first_value: None,
        earliest_start: 0,
        latest_start: None,
        duration_months: None,
        partial_funding: None,
        reason: Bilingual::default(),
        criteria: BTreeMap::new(),
        moment_effects: Vec::new(),
        node_effects: Vec::new(),
        risks: Vec::new(),
        variants: vec![variant("core", dec!(1))],
        place: Place::default(),
    }
}

fn investments() -> Vec<Investment> {
    let heal = NodeEffect { node: "N1".into(), health_points: dec!(2), place: Place::default() };
    let a1 = Investment {
        criteria: BTreeMap::from([("EASE".into(), dec!(8)), ("SPEED".into(), dec!(4))]),
        moment_effects: vec![effect("M1", None, dec!(1), EvidenceLevel::E5)],
        node_effects: vec![heal],
        variants: vec![variant("core", dec!(1)), variant("pilot", dec!(0.1))],
        ..investment("A1")
    };
    let a2 = Investment {
        criteria: BTreeMap::from([("EASE".into(), dec!(2))]),
        moment_effects: vec![
            effect("M2", Some("P1"), dec!(1), EvidenceLevel::E2),
            effect("M3", Some("P2"), dec!(-1), EvidenceLevel::E0),
        ],
        ..investment("A2")
    };
    vec![a1, a2]
}

fn variant(id: &str, benefit_multiplier: Decimal) -> Variant {
    Variant {
        id: id.into(),
        name: Bilingual::default(),
        benefit_multiplier,
        cost_lines: Vec::new(),
        benefit_lines: Vec::new(),
        role_demand: Vec::new(),
        place: Place::default(),
    }
}

fn effect(moment: &str, persona: Option<&str>, lift: Decimal, evidence: EvidenceLevel) -> MomentEffect {
    let lift = ThreePoint::certain(lift);
    MomentEffect {
        moment: moment.into(),
        persona: persona.map(Into::into),
        lift,
        evidence,
        place: Place::default(),
    }
}

fn moments() -> Vec<MomentOfTruth> {
    vec![
        moment("M1", "J1", Stage::Buy, Kano::Performance, dec!(5), dec!(9)),
        moment("M2", "J1", Stage::Receive, Kano::MustBe, dec!(6), dec!(8)),
        moment("M3", "J2", Stage::Support, Kano::Attractive, dec!(4), dec!(8)),
    ]
}

fn moment(
    id: &str,
    journey: &str,
    stage: Stage,
    kano: Kano,
    performance: Decimal,
    target: Decimal,
) -> MomentOfTruth {
    let consequences = Consequences {
        p_leave: dec!(0.1),
        p_reduce: dec!(0.2),
        reduce_share: dec!(0.5),
        p_lost_sale: dec!(0.05),
        lost_sale_contribution: dec!(40),
        p_extra_contact: dec!(1.5),
        extra_contact_channel: Some("CH-PHONE".into()),
    };
    MomentOfTruth {
        id: id.into(),
        journey: journey.into(),
        stage: Some(stage),
        channel: Some("CH-APP".into()),
        name: Bilingual::default(),
        kano,
        frequency: dec!(2),
        failure_rate: dec!(0.1),
        consequences,
        performance,
        expectation: dec!(7),
        target,
        emotion: dec!(0),
        evidence: EvidenceLevel::E2,
        doing: Bilingual::default(),
        thinking: Bilingual::default(),
        feeling: Bilingual::default(),
        place: Place::default(),
    }
}

fn persona(id: &str, annual_revenue: Decimal) -> Persona {
    Persona {
        id: id.into(),
        name: Bilingual::default(),
        customers: dec!(100),
        annual_revenue,
        contribution_rate: dec!(0.5),
        annual_churn: dec!(0.2),
        social_reach: dec!(1),
        digital_share: dec!(0.6),
        note: Bilingual::default(),
        place: Place::default(),
    }
}

fn points(persona: &str, context: &str, criterion: &str, points: i64) -> CriterionPoints {
    CriterionPoints {
        persona: persona.into(),
        context: context.into(),
        criterion: criterion.into(),
        points: Decimal::from(points),
        place: Place::default(),
    }
}

fn journey(id: &str) -> Journey {
    Journey { id: id.into(), name: Bilingual::default(), main_stage: None, place: Place::default() }
}

fn channel(id: &str, cost_per_contact: Option<Decimal>) -> Channel {
    Channel { id: id.into(), name: Bilingual::default(), cost_per_contact, place: Place::default() }
}

fn node(id: &str, kind: NodeKind, owner: &str, health: Decimal) -> EcosystemNode {
    EcosystemNode {
        id: id.into(),
        kind,
        stage: Visibility::Back,
        name: Bilingual::default(),
        owner: owner.into(),
        is_visible_to_customer: false,
        health,
        is_legacy: false,
        is_silo: kind == NodeKind::System,
        place: Place::default(),
    }
}

fn problem(id: &str, moment: &str, root: &str) -> CustomerProblem {
    CustomerProblem {
        id: id.into(),
        moment: moment.into(),
        persona: "P1".into(),
        statement: Bilingual::default(),
        lever: None,
        annual_cost: None,
        whys: Vec::new(),
        root_node: Some(root.into()),
        place: Place::default(),
    }
}

fn settings() -> Settings {
    Settings {
        id: "example".into(),
        name: Bilingual::default(),
        mission: Bilingual::default(),
        facts: String::new(),
        currency: "EUR".into(),
        base_year: 2027,
        horizon: 5,
        discount_rate: dec!(0.1),
        tax_rate: None,
        timing: TimingConvention::EndOfYear,
        language: None,
        budgets: BTreeMap::new(),
        run_rate_caps: BTreeMap::new(),
        period: PeriodLength::Year,
        switched_off: BTreeSet::new(),
        evidence: BTreeMap::new(),
        reference_class_realisation: None,
        criteria: BTreeMap::new(),
        must_be_floor: dec!(0),
        decision_model: None,
        as_of: None,
        place: Place::default(),
    }
}
