//! Reads those tables of a sample that the experience room needs, without the checks and findings of the real reader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cxfolio::domain::decision_model::{Adoption, DecisionModel, PersonaWeighting};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::ecosystem::{
    CustomerProblem, EcosystemEdge, EcosystemNode, EdgeEnd, NodeEffect, NodeKind, Visibility,
};
use cxfolio::domain::estimate::ThreePoint;
use cxfolio::domain::evidence::EvidenceLevel;
use cxfolio::domain::evidence::EvidenceRung;
use cxfolio::domain::investment::{Investment, ObsessionScores, Variant};
use cxfolio::domain::journey::{Channel, Journey, Stage};
use cxfolio::domain::moment::{Consequences, Kano, MomentEffect, MomentImportance, MomentOfTruth};
use cxfolio::domain::period::PeriodLength;
use cxfolio::domain::persona::{CriterionPoints, Persona};
use cxfolio::domain::place::Place;
use cxfolio::domain::settings::{Settings, TimingConvention};
use cxfolio::domain::text::Bilingual;
use rust_decimal::{Decimal, dec};
use serde_json::Value;

use crate::published::{Row, json, rows};

/// The method's reference settings with the evidence scale of the dossier.
pub fn reference_model(dossier: &Dossier) -> DecisionModel {
    DecisionModel {
        name: "reference".into(),
        version: "1".into(),
        evidence: BTreeMap::new(),
        reference_class_realisation: dec!(0),
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
    .for_dossier(&dossier.settings)
}

/// The dossier in a folder, without its money lines.
pub fn dossier(folder: &Path) -> Dossier {
    let table = |name: &str| rows(&folder.join(name).with_extension("csv"));
    let mut dossier = Dossier {
        settings: settings(&json(&folder.join("workspace.json"))),
        objectives: Vec::new(),
        stakeholder_weights: Vec::new(),
        pair_judgements: Vec::new(),
        levers: Vec::new(),
        personas: table("personas").iter().map(persona).collect(),
        criterion_points: table("persona_criteria").iter().map(criterion_points).collect(),
        service_levels: Vec::new(),
        journeys: table("journeys").iter().map(journey).collect(),
        channels: table("channels").iter().map(channel).collect(),
        channel_switches: Vec::new(),
        moments: table("moments").iter().map(moment).collect(),
        importances: table("moment_importance").iter().map(importance).collect(),
        nodes: table("ecosystem_nodes").iter().map(node).collect(),
        edges: Vec::new(),
        problems: table("problems").iter().map(problem).collect(),
        capabilities: Vec::new(),
        roles: Vec::new(),
        investments: table("investments").iter().map(|row| investment(row, folder)).collect(),
        dependencies: Vec::new(),
        envelopes: Vec::new(),
        rules: Vec::new(),
        scenarios: Vec::new(),
        questions: Vec::new(),
        evidence: Vec::new(),
        studies: Vec::new(),
    };
    dossier.personas.sort_by(|a, b| a.id.cmp(&b.id));
    dossier.moments.sort_by(|a, b| a.id.cmp(&b.id));
    dossier.journeys.sort_by(|a, b| a.id.cmp(&b.id));
    dossier.channels.sort_by(|a, b| a.id.cmp(&b.id));
    dossier.nodes.sort_by(|a, b| a.id.cmp(&b.id));
    dossier.investments.sort_by(|a, b| a.id.cmp(&b.id));
    dossier.edges = table("ecosystem_edges").iter().map(|row| edge(row, &dossier)).collect();
    dossier
}

fn settings(workspace: &Value) -> Settings {
    let number = |value: &Value| value.to_string().parse::<Decimal>().expect("a number");
    let scale = workspace["evidence_scale"].as_object().expect("an evidence scale");
    let rung = |(level, rung): (&String, &Value)| {
        let level = EvidenceLevel::of_name(level).expect("a level");
        (level, EvidenceRung { reliability: number(&rung["rho"]), spread: number(&rung["spread"]) })
    };
    Settings {
        id: String::new(),
        name: Bilingual::default(),
        mission: Bilingual::default(),
        facts: String::new(),
        currency: "EUR".into(),
        base_year: 2027,
        horizon: 5,
        discount_rate: number(&workspace["discount_rate"]),
        tax_rate: None,
        timing: TimingConvention::EndOfYear,
        language: None,
        budgets: BTreeMap::new(),
        period: PeriodLength::Year,
        switched_off: BTreeSet::new(),
        run_rate_caps: BTreeMap::new(),
        evidence: scale.iter().map(rung).collect(),
        reference_class_realisation: Some(number(&workspace["reference_class_realisation"])),
        criteria: BTreeMap::new(),
        must_be_floor: dec!(0),
        decision_model: None,
        as_of: None,
        place: Place::default(),
    }
}

fn persona(row: &Row) -> Persona {
    Persona {
        id: row.text("id").into(),
        name: Bilingual::default(),
        customers: row.number("customers"),
        annual_revenue: row.number("annual_revenue_eur"),
        contribution_rate: row.number("contribution_rate"),
        annual_churn: row.number("annual_churn"),
        social_reach: row.number("social_reach_multiplier"),
        digital_share: row.number("digital_share"),
        note: Bilingual::default(),
        place: Place::default(),
    }
}

fn criterion_points(row: &Row) -> CriterionPoints {
    CriterionPoints {
        persona: row.text("persona_id").into(),
        context: row.text("context").into(),
        criterion: row.text("criterion").into(),
        points: row.number("weight_points"),
        place: Place::default(),
    }
}

fn journey(row: &Row) -> Journey {
    let main_stage = stage(row.text("main_stage"));
    Journey { id: row.text("id").into(), name: Bilingual::default(), main_stage, place: Place::default() }
}

fn stage(name: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage.name() == name)
}

fn channel(row: &Row) -> Channel {
    let cost_per_contact = row.number_if_any("cost_per_contact_eur");
    Channel {
        id: row.text("id").into(),
        name: Bilingual::default(),
        cost_per_contact,
        place: Place::default(),
    }
}

fn moment(row: &Row) -> MomentOfTruth {
    let classes = [Kano::MustBe, Kano::Performance, Kano::Attractive, Kano::Indifferent, Kano::Reverse];
    MomentOfTruth {
        id: row.text("id").into(),
        journey: row.text("journey_id").into(),
        stage: stage(row.text("stage")),
        channel: row.some("channel_id").map(Into::into),
        name: Bilingual::default(),
        kano: classes.into_iter().find(|class| class.name() == row.text("kano")).expect("a Kano class"),
        frequency: row.number("frequency_per_customer_year"),
        failure_rate: row.number("failure_rate"),
        consequences: Consequences {
            p_leave: row.number("p_leave_if_bad"),
            p_reduce: row.number("p_reduce_if_bad"),
            reduce_share: row.number("reduce_share"),
            p_lost_sale: row.number("p_lost_sale_if_bad"),
            lost_sale_contribution: row.number("lost_sale_contribution_eur"),
            p_extra_contact: row.number("p_extra_contact_if_bad"),
            extra_contact_channel: row.some("extra_contact_channel").map(Into::into),
        },
        performance: row.number("performance"),
        expectation: row.number("expectation"),
        target: row.number("target"),
        emotion: row.number("emotion"),
        evidence: row.evidence(),
        doing: Bilingual::default(),
        thinking: Bilingual::default(),
        feeling: Bilingual::default(),
        place: Place::default(),
    }
}

fn importance(row: &Row) -> MomentImportance {
    MomentImportance {
        persona: row.text("persona_id").into(),
        moment: row.text("moment_id").into(),
        points: row.number("importance_points"),
        place: Place::default(),
    }
}

fn node(row: &Row) -> EcosystemNode {
    let kind = match row.text("type") {
        "customer" => NodeKind::Customer,
        "team" => NodeKind::Team,
        "partner" => NodeKind::Partner,
        "system" => NodeKind::System,
        "process" => NodeKind::Process,
        "policy" => NodeKind::Policy,
        "data" => NodeKind::Records,
        other => panic!("no kind of node: {other}"),
    };
    EcosystemNode {
        id: row.text("id").into(),
        kind,
        stage: Visibility::Back,
        name: Bilingual::default(),
        owner: row.text("owner").into(),
        is_visible_to_customer: row.text("visible_to_customer") == "1",
        health: row.number("health_0_10"),
        is_legacy: row.text("legacy") == "1",
        is_silo: row.text("silo") == "1",
        place: Place::default(),
    }
}

fn edge(row: &Row, dossier: &Dossier) -> EcosystemEdge {
    let to = row.text("to_id");
    let is_moment = dossier.moment(&to.into()).is_some();
    EcosystemEdge {
        from: row.text("from_id").into(),
        to: if is_moment { EdgeEnd::Moment(to.into()) } else { EdgeEnd::Node(to.into()) },
        weight: row.number("weight"),
        evidence: row.evidence(),
        note: Bilingual::default(),
        place: Place::default(),
    }
}

fn problem(row: &Row) -> CustomerProblem {
    CustomerProblem {
        id: row.text("id").into(),
        moment: row.text("moment_id").into(),
        persona: row.text("persona_id").into(),
        statement: Bilingual::default(),
        lever: None,
        annual_cost: row.number_if_any("annual_cost_eur"),
        whys: Vec::new(),
        root_node: row.some("root_node_id").map(Into::into),
        place: Place::default(),
    }
}

fn investment(row: &Row, folder: &Path) -> Investment {
    let id = row.text("id");
    let own = |name: &str, key: &str| -> Vec<Row> {
        let all = rows(&folder.join(name).with_extension("csv"));
        all.into_iter().filter(|row| row.text(key) == id).collect()
    };
    let criteria = own("investment_criteria", "investment_id");
    let effects = criteria.iter().flat_map(|row| row.0.keys().map(move |name| (name.clone(), row)));
    let mut variants: Vec<Variant> = own("variants", "investment_id").iter().map(variant).collect();
    variants.sort_by(|a, b| a.id.cmp(&b.id));
    Investment {
        id: id.into(),
        name: Bilingual::default(),
        category: row.text("category").into(),
        technology_family: row.text("technology_family").into(),
        department: row.text("budget_department").into(),
        sponsor: row.text("sponsor").into(),
        sponsor_engagement: row.number_if_any("sponsor_engagement"),
        vendor: row.text("vendor").into(),
        deployment: row.text("deployment").into(),
        contract_years: row.number("contract_years"),
        exit_cost: row.number("exit_cost_eur"),
        portability: row.number_if_any("data_portability"),
        obsession: ObsessionScores {
            agility: row.number_if_any("agility"),
            flexibility: row.number_if_any("flexibility"),
            globality: row.number_if_any("globality"),
            intelligence: row.number_if_any("intelligence"),
        },
        capability: row.text("capability_id").into(),
        capability_gain: None,
        is_mandatory: row.text("mandatory") == "1",
        months_to_first_value: row.number_if_any("months_to_first_value"),
        earliest_start: 0,
        latest_start: None,
        duration_months: None,
        partial_funding: None,
        reason: Bilingual::default(),
        criteria: effects
            .filter(|(name, _)| name != "investment_id")
            .map(|(name, row)| (name.clone(), row.number(&name)))
            .collect(),
        moment_effects: own("moment_effects", "investment_id").iter().map(moment_effect).collect(),
        node_effects: own("node_effects", "investment_id").iter().map(node_effect).collect(),
        risks: Vec::new(),
        variants,
        place: Place::default(),
    }
}

fn variant(row: &Row) -> Variant {
    Variant {
        id: row.text("variant_id").into(),
        name: Bilingual::default(),
        benefit_multiplier: row.number("benefit_multiplier"),
        cost_lines: Vec::new(),
        benefit_lines: Vec::new(),
        role_demand: Vec::new(),
        place: Place::default(),
    }
}

fn moment_effect(row: &Row) -> MomentEffect {
    MomentEffect {
        moment: row.text("moment_id").into(),
        persona: Some(row.text("persona_id")).filter(|persona| *persona != "*").map(Into::into),
        lift: ThreePoint {
            low: row.number("lift_low"),
            mode: row.number("lift_mode"),
            high: row.number("lift_high"),
        },
        evidence: row.evidence(),
        place: Place::default(),
    }
}

fn node_effect(row: &Row) -> NodeEffect {
    let health_points = row.number("health_points");
    NodeEffect { node: row.text("node_id").into(), health_points, place: Place::default() }
}
