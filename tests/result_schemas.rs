//! Every result document keeps to its published schema, key by key; and the check that says so sees planted faults.

#[path = "result_schemas/pattern.rs"]
mod pattern;
#[path = "result_schemas/validator.rs"]
mod validator;

use std::process::{Command, Output};

use cxfolio::report::schemas::{result_schemas, root_of};
use serde_json::{Map, Value};
use validator::{Validator, every_schema};

const SAMPLES: [&str; 4] = ["banque-horizon", "maison-lumen", "bureau-plan", "minimal"];

/// Runs the program in the root of the repository.
fn run(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_cxfolio"));
    program.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program runs")
}

fn components() -> Map<String, Value> {
    let written = |schema| serde_json::to_value(schema).expect("a schema in JSON");
    result_schemas().into_iter().map(|(name, schema)| (name, written(schema))).collect()
}

/// The document of a command, whatever became of it.
fn document(arguments: &[&str]) -> Value {
    let output = run(arguments);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!text.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_str(&text).expect("JSON")
}

fn dossier(name: &str) -> String {
    format!("samples/{name}")
}

fn assert_keeps(kind: &str, document: &Value, asked: &[&str]) {
    let components = components();
    let faults = Validator { components: &components }.faults(root_of(kind), document);
    assert!(faults.is_empty(), "{asked:?}:\n{}", faults.join("\n"));
}

fn keeps(kind: &str, arguments: &[&str]) -> Value {
    let mut asked = arguments.to_vec();
    asked.push("--json");
    let found = document(&asked);
    assert_keeps(kind, &found, &asked);
    found
}

#[test]
fn documents_of_samples_keep_to_their_schemas() {
    for name in SAMPLES {
        let folder = dossier(name);
        for kind in ["check", "appraise", "score", "map", "choose", "alternatives", "scenarios", "explain"] {
            keeps(kind, &[kind, &folder]);
        }
        keeps("check", &["check", &folder, "--lang", "fr"]);
        keeps("frontier", &["frontier", &folder, "--points", "4"]);
        keeps("robust", &["robust", &folder, "--samples", "40", "--scores", "0.1"]);
    }
}

#[test]
fn documents_of_other_questions_keep_to_their_schemas() {
    let bank = dossier("banque-horizon");
    let plan = keeps("choose", &["choose", &bank, "--also-in", "S-CUT20", "--floor", "coverage=0.2"]);
    assert!(!plan["regrets"].as_array().expect("regrets").is_empty());
    keeps("choose", &["choose", &bank, "--maximise", "0.7*npv+0.3*coverage", "--value", "additive"]);
    let plan = keeps("choose", &["choose", &bank, "--scenario", "S-INFEAS-ROLE", "--time-limit", "60"]);
    assert_eq!(plan["status"], "infeasible");
    let named = |list: &Value| -> Vec<Value> {
        list.as_array().expect("rules").iter().map(|rule| rule["rule"].clone()).collect()
    };
    let rules = named(&plan["rules"]);
    assert!(plan["conflict"].as_array().expect("rules").iter().all(|rule| rules.contains(rule)), "{rules:?}");
    assert!(plan["rules"].as_array().expect("rules").iter().all(|rule| rule["used"].is_null()));
    let explained = keeps("explain", &["explain", &bank, "--scenario", "S-INFEAS-ROLE"]);
    let rules = named(&explained["rules"]);
    assert!(explained["conflicts"][0].as_array().expect("rules").iter().all(|rule| rules.contains(rule)));
    let plan = keeps("choose", &["choose", &bank, "--scenario", "S-CUT20", "--compare"]);
    assert_eq!(plan["difference"]["npv_after"], plan["npv"]);
    keeps("explain", &["explain", &bank, "--investment", "B01"]);
    keeps("frontier", &["frontier", &bank, "--against", "coverage", "--points", "4"]);
    keeps("frontier", &["frontier", &bank, "--switches", "6", "--also-scenario", "S-CUT20"]);
    let robust = keeps("robust", &["robust", &bank, "--samples", "10", "--quick", "--budgets", "0.5,1"]);
    let mut ranked: Vec<(u64, f64)> = robust["investments"]
        .as_array()
        .expect("investments")
        .iter()
        .filter_map(|item| Some((item["rank"].as_u64()?, item["acceptability"].as_f64()?)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    assert!(ranked.iter().enumerate().all(|(at, (rank, _))| at as u64 + 1 == *rank), "{ranked:?}");
    assert!(ranked.windows(2).all(|pair| pair[1].1 <= pair[0].1), "{ranked:?}");
    let office = dossier("bureau-plan");
    keeps("robust", &["robust", &office, "--samples", "5", "--quick", "--weights", "stakeholders"]);
}

#[test]
fn documents_of_approved_plans_keep_to_their_schema() {
    let folder = tempfile::tempdir().expect("a folder");
    let approved = folder.path().join("approved.json");
    for name in SAMPLES {
        let plan = run(&["choose", &dossier(name), "--json"]).stdout;
        std::fs::write(&approved, plan).expect("a plan written");
        let approved = approved.to_str().expect("a path");
        let list = keeps("replan", &["replan", &dossier(name), "--approved", approved]);
        assert_eq!(list["kind"], "replan", "{name}");
    }
}

#[test]
fn documents_without_a_plan_keep_to_their_schemas() {
    let asked = ["--floor", "coverage=0.99"];
    for name in ["banque-horizon", "maison-lumen", "bureau-plan"] {
        let folder = dossier(name);
        for kind in ["choose", "explain"] {
            let found = keeps(kind, &[&[kind, folder.as_str()], &asked[..]].concat());
            assert_eq!(found["status"], "infeasible", "{name} {kind}");
            assert!(!found["repairs"].as_array().expect("repairs").is_empty(), "{name} {kind}");
        }
        keeps("scenarios", &[&["scenarios", folder.as_str()], &asked[..]].concat());
    }
}

#[test]
fn pages_of_moments_and_nodes_keep_to_their_schemas() {
    for name in ["banque-horizon", "maison-lumen", "bureau-plan"] {
        let folder = dossier(name);
        let map = document(&["map", &folder, "--json"]);
        for moment in map["completeness"].as_object().expect("moments").keys() {
            keeps("map_moment", &["map", &folder, "--moment", moment]);
        }
        for node in map["leverage"].as_array().expect("nodes") {
            keeps("map_node", &["map", &folder, "--node", node["node"].as_str().expect("a node")]);
        }
        for option in document(&["appraise", &folder, "--json"])["options"].as_array().expect("options") {
            let investment = option["investment"].as_str().expect("an identifier");
            traced(&keeps("map_investment", &["map", &folder, "--investment", investment]), investment);
        }
    }
}

/// A graph hangs together, and what passes along its edges adds up to what it says as a whole.
fn traced(graph: &Value, investment: &str) {
    let all = |list: &str| graph[list].as_array().expect("a list").clone();
    let keys: Vec<Value> = all("nodes").iter().map(|node| node["key"].clone()).collect();
    let mut reached = vec![Value::from(format!("investment:{investment}"))];
    for edge in all("edges") {
        assert!(keys.contains(&edge["from"]) && keys.contains(&edge["to"]), "{edge}");
        reached.push(edge["to"].clone());
    }
    assert!(keys.iter().all(|key| reached.contains(key)), "{investment}: something hangs in the air");
    let points: f64 = all("edges").iter().filter_map(|edge| edge["points"].as_f64()).sum();
    assert!((points - graph["points"].as_f64().expect("points")).abs() < 1e-9, "{investment}");
    let amount = |text: &Value| text.as_str().and_then(|text| text.parse::<f64>().ok());
    let paid: f64 = all("edges").iter().filter_map(|edge| amount(&edge["pv_benefit"])).sum();
    assert!((paid - amount(&graph["pv_benefit"]).unwrap_or_default()).abs() < 0.01, "{investment}");
}

#[test]
fn documents_of_imports_keep_to_their_schema() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("new");
    let target = target.to_str().expect("a path");
    let bank = dossier("banque-horizon");
    for file in ["en_simple_finance_file.csv", "fr_gains_avec_erreurs.csv", "fr_lignes_de_cout.csv"] {
        let path = dossier(&format!("imports/{file}"));
        keeps("import", &["import", &path, "--into", &bank]);
        keeps("import", &["import", &path, "--into", target, "--accept", "--valid-rows"]);
        keeps("import", &["import", &path, "--into", target, "--lang", "fr"]);
    }
}

#[test]
fn answers_of_the_calculator_keep_to_their_schemas() {
    keeps("npv", &["finance", "npv", "--flows=-100,60,60", "--rate", "9%"]);
    keeps("irr", &["finance", "irr", "--flows=-100,60,60"]);
    keeps("irr", &["finance", "irr", "--flows=100,60"]);
    keeps(
        "mirr",
        &["finance", "mirr", "--flows=-100,60,60", "--finance-rate", "9%", "--reinvest-rate", "5%"],
    );
    keeps("payback", &["finance", "payback", "--flows=-100,60,60"]);
}

#[test]
fn every_component_is_complete() {
    let components = components();
    for (name, component) in &components {
        assert!(component["description"].as_str().is_some_and(|text| text.len() > 4), "{name} says nothing");
        for schema in every_schema(component) {
            if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
                let target = reference.strip_prefix("#/components/schemas/").expect("a component");
                assert!(components.contains_key(target), "{name} refers to {target}");
            }
            let Some(properties) = schema.get("properties").and_then(Value::as_object) else { continue };
            let required: Vec<&str> =
                schema["required"].as_array().expect("keys").iter().filter_map(Value::as_str).collect();
            let missing: Vec<&String> =
                properties.keys().filter(|key| !required.contains(&key.as_str())).collect();
            assert!(missing.is_empty(), "{name}: keys are always there, but not required: {missing:?}");
        }
    }
}

#[test]
fn a_document_with_a_planted_fault_is_refused() {
    let bank = dossier("banque-horizon");
    let plan = document(&["choose", &bank, "--json"]);
    let cases = document(&["appraise", &bank, "--json"]);
    let components = components();
    let validator = Validator { components: &components };
    type Plant = fn(&mut Value);
    let plants: &[(&str, &Value, &str, Plant)] = &[
        ("Plan", &plan, "/solver: key `luck`", |plan| plan["solver"]["luck"] = 1.into()),
        ("Plan", &plan, "/npv: missing", |plan| drop(plan.as_object_mut().map(|plan| plan.remove("npv")))),
        ("Plan", &plan, "/npv", |plan| plan["npv"] = 12.5.into()),
        ("Plan", &plan, "/npv", |plan| plan["npv"] = "12,5".into()),
        ("Plan", &plan, "/status", |plan| plan["status"] = "good".into()),
        ("Plan", &plan, "/aim", |plan| plan["aim"] = Value::Null),
        ("Plan", &plan, "/readiness", |plan| plan["readiness"] = 1.5.into()),
        ("Plan", &plan, "/cost/0", |plan| plan["cost"][0] = 1.into()),
        ("Plan", &plan, "/portfolio/0/start", |plan| plan["portfolio"][0]["start"] = (-1).into()),
        ("AppraisalResult", &cases, "/options/0: key `luck`", |cases| cases["options"][0]["luck"] = 1.into()),
        ("AppraisalResult", &cases, "/options/0/roi", |cases| cases["options"][0]["roi"] = "1".into()),
    ];
    for (root, document, place, plant) in plants {
        let mut document = (*document).clone();
        plant(&mut document);
        let faults = validator.faults(root, &document);
        assert!(faults.iter().any(|fault| fault.starts_with(place)), "{place}: {faults:?}");
    }
}
