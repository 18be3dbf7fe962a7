//! The sample bank's objectives, levers and judgements, read from its tables, and the settings of method 3.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cxfolio::domain::decision_model::{Adoption, DecisionModel, PersonaWeighting};
use cxfolio::domain::lever::Lever;
use cxfolio::domain::objective::{
    Direction, KpiSource, Measure, Objective, ObjectiveId, PairJudgement, StakeholderWeight, ValueShape,
    WeightMethod,
};
use cxfolio::domain::place::Place;
use cxfolio::domain::text::Bilingual;
use rust_decimal::Decimal;

type Row = BTreeMap<String, String>;

fn bank() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/banque-horizon")
}

fn rows(file: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(bank().join(file)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn decimal(cell: &str) -> Option<Decimal> {
    (!cell.is_empty()).then(|| cell.parse().unwrap())
}

pub fn objectives() -> Vec<Objective> {
    rows("objectives.csv")
        .iter()
        .map(|row| Objective {
            id: row["id"].as_str().into(),
            parent: Some(row["parent_id"].as_str()).filter(|text| !text.is_empty()).map(ObjectiveId::new),
            name: Bilingual { en: row["name_en"].clone(), fr: row["name_fr"].clone() },
            measure: decimal(&row["baseline"]).map(|baseline| Measure {
                kpi: row["kpi"].clone(),
                unit: row["unit"].clone(),
                direction: if row["direction"] == "min" { Direction::Minimise } else { Direction::Maximise },
                baseline,
                target: decimal(&row["target"]),
                worst: decimal(&row["worst"]).unwrap(),
                best: decimal(&row["best"]).unwrap(),
                shape: match row["value_shape"].as_str() {
                    "linear" => ValueShape::Linear,
                    "concave" => ValueShape::Concave,
                    "convex" => ValueShape::Convex,
                    other => panic!("shape {other}"),
                },
                source: match row["kpi_source"].as_str() {
                    "levers" => KpiSource::Levers,
                    "coverage" => KpiSource::Coverage,
                    "obsession" => KpiSource::ObsessionProfile,
                    other => panic!("source {other}"),
                },
            }),
            swing_points: decimal(&row["swing_points"]),
            plan_owner: String::new(),
            deliver_owner: String::new(),
            measure_owner: String::new(),
            place: Place::default(),
        })
        .collect()
}

pub fn levers() -> Vec<Lever> {
    rows("levers.csv")
        .iter()
        .map(|row| Lever {
            id: row["id"].as_str().into(),
            name: Bilingual::default(),
            unit: row["unit"].clone(),
            formula: None,
            cap: decimal(&row["cap_units"]),
            low_multiplier: Decimal::ONE,
            high_multiplier: Decimal::ONE,
            objective: Some(row["objective_id"].as_str().into()),
            kpi_per_unit: decimal(&row["kpi_per_unit"]),
            formula_text: String::new(),
            place: Place::default(),
        })
        .collect()
}

pub fn stakeholder_weights() -> Vec<StakeholderWeight> {
    let table = rows("stakeholder_weights.csv");
    assert!(table.iter().all(|row| row["method"] == "swing"));
    let row = |row: &Row| StakeholderWeight {
        stakeholder: row["stakeholder"].clone(),
        objective: row["objective_id"].as_str().into(),
        method: WeightMethod::Swing,
        points: row["points"].parse().unwrap(),
        place: Place::default(),
    };
    table.iter().map(row).collect()
}

fn judgement(stakeholder: &str, a: &str, b: &str, ratio: Decimal) -> PairJudgement {
    PairJudgement {
        stakeholder: stakeholder.into(),
        a: a.into(),
        b: b.into(),
        ratio,
        place: Place::default(),
    }
}

pub fn judgements() -> Vec<PairJudgement> {
    rows("ahp_pairs.csv")
        .iter()
        .map(|row| {
            let ratio = row["ratio_a_over_b"].parse().unwrap();
            judgement(&row["stakeholder"], &row["objective_a"], &row["objective_b"], ratio)
        })
        .collect()
}

/// The settings of method 3.1 and 3.2; what scoring does not read is zero.
pub fn model() -> DecisionModel {
    let random_index = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
    DecisionModel {
        name: "test".into(),
        version: "1".into(),
        evidence: BTreeMap::new(),
        reference_class_realisation: Decimal::ZERO,
        propagation_hops: 0,
        inflow_weight_max: 0.0,
        closure_min: 0.0,
        closure_max: 0.0,
        persona_weighting: PersonaWeighting::Contribution,
        adoption: Adoption::Full,
        lifetime_years: 0,
        kano_must_be_steepness: 0.0,
        kano_attractive_power: 0.0,
        loss_aversion: 0.0,
        journey_worst: 0.0,
        journey_last: 0.0,
        journey_mean: 0.0,
        value_curvature: 2.0,
        value_s_power: 2.0,
        ahp_random_index: (3..).zip(random_index).collect(),
        ahp_ratio_max: 0.10,
        flexibility_portability: 0.0,
        flexibility_contract: 0.0,
        flexibility_standards: 0.0,
        flexibility_exit: 0.0,
        readiness_min: 0.0,
        check_limits: BTreeMap::new(),
        mirr_rate: None,
    }
}

pub fn expected() -> serde_json::Value {
    let text = std::fs::read_to_string(bank().join("expected/weights.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}
