//! A small dossier without fault, for the unit tests of this room: each test spoils one thing in it.

pub mod candidates;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::{Decimal, dec};

use crate::domain::decision_model::{Adoption, DecisionModel, PersonaWeighting};
use crate::domain::dependency::{Dependency, DependencyKind};
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{
    CustomerProblem, EcosystemEdge, EcosystemNode, EdgeEnd, NodeKind, Visibility,
};
use crate::domain::evidence::EvidenceRung;
use crate::domain::evidence::{Evidence, EvidenceKind, EvidenceLevel};
use crate::domain::journey::{Channel, Journey, Stage};
use crate::domain::lever::{Lever, LeverFormula};
use crate::domain::moment::{Consequences, Kano, MomentImportance, MomentOfTruth};
use crate::domain::objective::{Direction, KpiSource, Measure, Objective, ValueShape};
use crate::domain::period::PeriodLength;
use crate::domain::persona::{CriterionPoints, Persona};
use crate::domain::place::Place;
use crate::domain::role::Role;
use crate::domain::scenario::{Operation, Override, Scenario};
use crate::domain::settings::{Settings, TimingConvention};
use crate::domain::text::Bilingual;
use candidates::{candidate_at_the_cause, candidate_in_the_app};

/// Two personas, two moments, one cause behind one of them, and two candidates: A at the cause, B in the app.
pub fn dossier() -> Dossier {
    Dossier {
        settings: settings(),
        objectives: vec![
            objective("O0", 2, None),
            objective("O1", 3, Some((Direction::Minimise, dec!(5), dec!(4)))),
            objective("O2", 4, Some((Direction::Maximise, dec!(0), dec!(10)))),
        ],
        stakeholder_weights: Vec::new(),
        pair_judgements: Vec::new(),
        levers: levers(),
        personas: vec![persona("P1", 2, dec!(1000)), persona("P2", 3, dec!(3000))],
        criterion_points: criterion_points(),
        service_levels: Vec::new(),
        journeys: vec![Journey {
            id: "J1".into(),
            name: name("Get help"),
            main_stage: Some(Stage::Support),
            place: at("journeys", 2),
        }],
        channels: vec![Channel {
            id: "CH-APP".into(),
            name: name("App"),
            cost_per_contact: Some(dec!(0.1)),
            place: at("channels", 2),
        }],
        channel_switches: Vec::new(),
        moments: vec![moment("M1", 2, Kano::MustBe), moment("M2", 3, Kano::Performance)],
        importances: importances(),
        nodes: vec![node("N1", 2), node("N2", 3)],
        edges: vec![
            edge(2, "N1", EdgeEnd::Node("N2".into()), dec!(0.5)),
            edge(3, "N2", EdgeEnd::Moment("M1".into()), dec!(0.5)),
        ],
        problems: vec![problem()],
        capabilities: Vec::new(),
        roles: vec![Role {
            id: "R1".into(),
            name: name("Architect"),
            day_rate: Some(dec!(900)),
            capacity: vec![Some(dec!(200)), Some(dec!(180))],
            capacity_by_period: BTreeMap::new(),
            place: at("roles", 2),
        }],
        investments: vec![candidate_at_the_cause(), candidate_in_the_app()],
        envelopes: Vec::new(),
        rules: Vec::new(),
        dependencies: vec![Dependency {
            kind: DependencyKind::EnabledBy { from: "B".into(), enabler: "A".into(), factor: dec!(0.8) },
            note: Bilingual::default(),
            place: at("dependencies", 2),
        }],
        scenarios: vec![Scenario {
            id: "CUT".into(),
            note: Bilingual::default(),
            overrides: vec![change("budget", "*", "amount", Operation::Multiply, "0.8")],
        }],
        questions: Vec::new(),
        evidence: vec![evidence("EV1", "M1", EvidenceKind::People, EvidenceLevel::E3)],
        studies: Vec::new(),
    }
}

/// The decision model of the method, without check limits of its own.
pub fn model() -> DecisionModel {
    let reliability = [dec!(0.3), dec!(0.45), dec!(0.6), dec!(0.7), dec!(0.85), dec!(0.95)];
    let rung = |reliability| EvidenceRung { reliability, spread: dec!(1) };
    DecisionModel {
        name: "example".into(),
        version: "1".into(),
        evidence: EvidenceLevel::ALL.into_iter().zip(reliability.map(rung)).collect(),
        reference_class_realisation: dec!(0.44),
        propagation_hops: 4,
        inflow_weight_max: 1.2,
        closure_min: -0.5,
        closure_max: 0.9,
        persona_weighting: PersonaWeighting::Contribution,
        adoption: Adoption::Full,
        lifetime_years: 5,
        kano_must_be_steepness: 4.0,
        kano_attractive_power: 2.0,
        loss_aversion: 2.0,
        journey_worst: 0.3,
        journey_last: 0.2,
        journey_mean: 0.5,
        value_curvature: 2.0,
        value_s_power: 2.0,
        ahp_random_index: BTreeMap::new(),
        ahp_ratio_max: 0.1,
        flexibility_portability: 0.35,
        flexibility_contract: 0.25,
        flexibility_standards: 0.2,
        flexibility_exit: 0.2,
        readiness_min: 0.6,
        check_limits: BTreeMap::new(),
        mirr_rate: None,
    }
}

/// An override at row 2 of the scenarios.
pub fn change(target: &str, filter: &str, field: &str, operation: Operation, operand: &str) -> Override {
    Override {
        target: target.into(),
        filter: filter.into(),
        field: field.into(),
        operation,
        operand: operand.into(),
        place: at("scenarios", 2),
    }
}

/// Evidence of 2026-03-15 for a moment, on the row after its number.
pub fn evidence(id: &str, moment: &str, kind: EvidenceKind, level: EvidenceLevel) -> Evidence {
    Evidence {
        id: id.into(),
        target_id: moment.into(),
        target_type: "moment".into(),
        kind,
        method: "interviews".into(),
        sample_size: Some(dec!(14)),
        date: chrono::NaiveDate::from_ymd_opt(2026, 3, 15),
        level,
        verbatim: Bilingual::default(),
        place: at("evidence", 2),
    }
}

/// An edge of the map at a row, with evidence E3.
pub fn edge(row: u32, from: &str, to: EdgeEnd, weight: Decimal) -> EcosystemEdge {
    EcosystemEdge {
        from: from.into(),
        to,
        weight,
        evidence: EvidenceLevel::E3,
        note: Bilingual::default(),
        place: at("ecosystem_edges", row),
    }
}

/// The place of a row in a table.
pub fn at(table: &str, row: u32) -> Place {
    Place { file: Arc::from(format!("{table}.csv")), row }
}

/// The same text in both languages.
pub fn name(text: &str) -> Bilingual {
    Bilingual { en: text.into(), fr: text.into() }
}

fn settings() -> Settings {
    Settings {
        id: "example".into(),
        name: name("Example"),
        mission: Bilingual::default(),
        facts: String::new(),
        currency: "EUR".into(),
        base_year: 2027,
        horizon: 3,
        discount_rate: dec!(0.09),
        tax_rate: None,
        timing: TimingConvention::EndOfYear,
        language: None,
        budgets: BTreeMap::from([(0, dec!(1000000)), (1, dec!(800000))]),
        run_rate_caps: BTreeMap::from([(3, dec!(500000))]),
        period: PeriodLength::Year,
        switched_off: BTreeSet::new(),
        evidence: BTreeMap::new(),
        reference_class_realisation: None,
        criteria: BTreeMap::from([("EASE".into(), name("Ease")), ("SPEED".into(), name("Speed"))]),
        must_be_floor: Decimal::ZERO,
        decision_model: None,
        as_of: chrono::NaiveDate::from_ymd_opt(2026, 12, 31),
        place: Place::file("settings.json"),
    }
}

fn objective(id: &str, row: u32, range: Option<(Direction, Decimal, Decimal)>) -> Objective {
    let measure = range.map(|(direction, worst, best)| Measure {
        kpi: "a rate".into(),
        unit: "%".into(),
        direction,
        baseline: worst,
        target: Some(best),
        worst,
        best,
        shape: ValueShape::Linear,
        source: KpiSource::Levers,
    });
    Objective {
        id: id.into(),
        parent: (id != "O0").then(|| "O0".into()),
        name: name(id),
        swing_points: measure.is_some().then_some(dec!(100)),
        measure,
        plan_owner: "CMO".into(),
        deliver_owner: "CIO".into(),
        measure_owner: "CFO".into(),
        place: at("objectives", row),
    }
}

fn levers() -> Vec<Lever> {
    let lever = |id: &str, row, formula, objective: &str| Lever {
        id: id.into(),
        name: name(id),
        unit: "%".into(),
        formula: Some(formula),
        cap: Some(dec!(30)),
        low_multiplier: dec!(0.8),
        high_multiplier: dec!(1.2),
        objective: Some(objective.into()),
        kpi_per_unit: Some(dec!(0.1)),
        formula_text: "2 M EUR of calls x 1 %".into(),
        place: at("levers", row),
    };
    let stock =
        LeverFormula::Stock { customers_per_unit: dec!(40), contribution: dec!(100), decay: dec!(0.1) };
    vec![
        lever("L-CALLS", 2, LeverFormula::Flow { value_per_unit: dec!(20000) }, "O2"),
        lever("L-STAY", 3, stock, "O1"),
    ]
}

fn persona(id: &str, row: u32, customers: Decimal) -> Persona {
    Persona {
        id: id.into(),
        name: name(id),
        customers,
        annual_revenue: dec!(200),
        contribution_rate: dec!(0.5),
        annual_churn: dec!(0.05),
        social_reach: dec!(1),
        digital_share: dec!(0.8),
        note: Bilingual::default(),
        place: at("personas", row),
    }
}

fn criterion_points() -> Vec<CriterionPoints> {
    let given = [
        ("P1", "EASE", dec!(60)),
        ("P1", "SPEED", dec!(40)),
        ("P2", "EASE", dec!(30)),
        ("P2", "SPEED", dec!(70)),
    ];
    let rows = given.into_iter().zip(2..);
    rows.map(|((persona, criterion, points), row)| CriterionPoints {
        persona: persona.into(),
        context: "*".into(),
        criterion: criterion.into(),
        points,
        place: at("persona_criteria", row),
    })
    .collect()
}

fn importances() -> Vec<MomentImportance> {
    let rows = [("P1", "M1"), ("P1", "M2"), ("P2", "M1"), ("P2", "M2")].into_iter().zip(2..);
    rows.map(|((persona, moment), row)| MomentImportance {
        persona: persona.into(),
        moment: moment.into(),
        points: dec!(50),
        place: at("moment_importance", row),
    })
    .collect()
}

fn moment(id: &str, row: u32, kano: Kano) -> MomentOfTruth {
    MomentOfTruth {
        id: id.into(),
        journey: "J1".into(),
        stage: Some(Stage::Support),
        channel: Some("CH-APP".into()),
        name: name(id),
        kano,
        frequency: dec!(2),
        failure_rate: dec!(0.1),
        consequences: Consequences { p_leave: dec!(0.02), ..Consequences::default() },
        performance: dec!(5),
        expectation: dec!(8),
        target: dec!(9),
        emotion: dec!(-1),
        evidence: EvidenceLevel::E3,
        doing: Bilingual::default(),
        thinking: Bilingual::default(),
        feeling: Bilingual::default(),
        place: at("moments", row),
    }
}

/// A node back stage.
pub fn node(id: &str, row: u32) -> EcosystemNode {
    EcosystemNode {
        id: id.into(),
        kind: NodeKind::System,
        stage: Visibility::Back,
        name: name(id),
        owner: "CIO".into(),
        is_visible_to_customer: false,
        health: dec!(4),
        is_legacy: false,
        is_silo: false,
        place: at("ecosystem_nodes", row),
    }
}

fn problem() -> CustomerProblem {
    CustomerProblem {
        id: "PR1".into(),
        moment: "M1".into(),
        persona: "P1".into(),
        statement: name("Nobody knows my case"),
        lever: Some("L-CALLS".into()),
        annual_cost: Some(dec!(300000)),
        whys: vec![name("Agents see no history")],
        root_node: Some("N1".into()),
        place: at("problems", 2),
    }
}
