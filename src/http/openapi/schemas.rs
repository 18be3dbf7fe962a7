//! The schemas of everything that is not an item: what the service tells of dossiers, revisions, jobs, runs and access.

use serde_json::{Map, Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::shape::{
    anything, choice, field, list, moment, nullable, number, object, optional, page, reference, text, truth,
    whole,
};
use super::{access_schemas, dossier_schemas, history_schemas, import_schemas, tables};
use crate::app::kept::jobs::states;
use crate::http::problem::{Problem, ProblemFault};
use crate::report::schemas::{result_schemas, root_of};
use crate::wire::import_request::ImportAcceptance;
use crate::wire::run_request::KINDS;
use crate::wire::run_schemas::request_schemas;

/// Every schema, by name.
pub fn all() -> Value {
    let mut all: Map<String, Value> = Map::new();
    let derived = result_schemas().into_iter().chain(request_schemas()).chain(problem()).chain(others());
    for (name, schema) in derived {
        let mut schema = serde_json::to_value(schema).expect("a schema can be written");
        leave_out_null_defaults(&mut schema);
        all.insert(name, schema);
    }
    let named = own().into_iter().map(|(name, schema)| (name.to_string(), schema));
    for (name, schema) in tables::all().into_iter().chain(named).chain(runs()) {
        let known = all.insert(name.clone(), schema);
        assert!(known.is_none(), "two schemas are called {name}");
    }
    all.sort_keys();
    Value::Object(all)
}

/// A field that may be left out says so by not being required; that its default is nothing says no more.
fn leave_out_null_defaults(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.get("default").is_some_and(Value::is_null) {
                fields.shift_remove("default");
            }
            fields.values_mut().for_each(leave_out_null_defaults);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_null_defaults),
        _ => {}
    }
}

/// The schema of the run of a kind, such as `ChooseRun`.
pub fn run_name(kind: &str) -> String {
    let mut letters = kind.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect::<String>() + "Run"
}

/// The schema of the request of a kind, such as `ChooseRequest`.
pub fn request_name(kind: &str) -> String {
    run_name(kind).replace("Run", "Request")
}

fn others() -> Vec<(String, RefOr<Schema>)> {
    vec![(ImportAcceptance::name().into_owned(), ImportAcceptance::schema())]
}

fn problem() -> Vec<(String, RefOr<Schema>)> {
    let mut all = Vec::new();
    Problem::schemas(&mut all);
    all.push((Problem::name().into_owned(), Problem::schema()));
    all.push((ProblemFault::name().into_owned(), ProblemFault::schema()));
    all
}

fn own() -> Vec<(&'static str, Value)> {
    let mut all = dossier_schemas::all();
    all.extend(history_schemas::all());
    all.extend(of_work());
    all.extend(import_schemas::all());
    all.extend(access_schemas::all());
    all
}

fn of_work() -> Vec<(&'static str, Value)> {
    let progress = object(
        "How far a job is.",
        vec![
            field("step", nullable(whole("Step of a sequence of questions, from 1."))),
            field("steps", nullable(whole("How many there are, when that is known."))),
            field("aim", text("What the question at hand maximises.")),
            field("portfolio", nullable(list(reference("PlanChoice")))),
            field("objective", nullable(number("How much of the aim the best plan so far has."))),
            field("bound", nullable(number("No plan has more of the aim."))),
            field("gap", nullable(number("Distance to the bound as a share of the plan."))),
            field("rounds", whole("Solves so far.")),
            field("nodes", whole("Branches looked into so far.")),
        ],
    );
    let fault = object(
        "Why a job failed.",
        vec![
            field("code", text("Stable code.")),
            field("message_en", text("In English.")),
            field("message_fr", text("In French.")),
            field("findings_en", list(anything("A finding, in English."))),
            field("findings_fr", list(anything("A finding, in French."))),
        ],
    );
    let plan_choice = object(
        "What is chosen.",
        vec![
            field("investment", text("Id of the investment.")),
            field("variant", text("Id of its variant.")),
        ],
    );
    vec![
        ("Job", object("A job as it stands.", job_fields())),
        ("JobPage", page("Jobs, newest first.", "Job")),
        (
            "JobEvent",
            object(
                "A server-sent event.",
                vec![
                    optional("event", text("`job`.")),
                    optional("id", text("Not used.")),
                    optional(
                        "data",
                        json!({"type": "string", "contentMediaType": "application/json",
                            "contentSchema": reference("Job"), "description": "The job."}),
                    ),
                ],
            ),
        ),
        ("Progress", progress),
        ("JobFault", fault),
        ("PlanChoice", plan_choice),
        (
            "Health",
            object(
                "That the service lives.",
                vec![
                    field("status", text("`alive` or `ready`.")),
                    optional("version", text("Version of the program.")),
                ],
            ),
        ),
    ]
}

pub fn job_fields() -> Vec<super::shape::Field> {
    vec![
        field("id", text("Its name.")),
        field("dossier", text("Name of the dossier.")),
        field("revision", whole("The revision it works on.")),
        field("kind", text("What is computed, or `import`.")),
        field("state", choice("Where it stands.", &states())),
        field("is_ended", truth("Whether nothing more will happen to it.")),
        field("actor", text("Who asked.")),
        field("created_at", moment("When it was asked for.")),
        field("started_at", nullable(moment("When it was begun."))),
        field("ended_at", nullable(moment("When it ended."))),
        field("request", nullable(anything("What was asked."))),
        field("progress", nullable(reference("Progress"))),
        field("fingerprint", nullable(text("Hash of everything that its result depends on."))),
        field("fault", nullable(reference("JobFault"))),
        field("result_type", nullable(text("Media type of its result."))),
        field("cancel_requested", truth("Whether it was asked to end.")),
        field("is_partial", truth("Whether it was stopped before its end, so that its result is not whole.")),
        field("webhook", nullable(text("Where word is sent when it ends."))),
    ]
}

/// One of these documents, or null.
fn any_of(roots: &[&str]) -> Value {
    let mut any: Vec<Value> = roots.iter().map(|root| reference(root_of(root))).collect();
    any.push(json!({"type": "null"}));
    json!({"oneOf": any})
}

/// A run of each kind, and any of them.
fn runs() -> Vec<(String, Value)> {
    let of_kind = |kind: &&str| {
        let result = match *kind {
            "report" => json!({"type": "null", "description": "A page, at `/result`."}),
            "map" => any_of(&["map", "map_moment", "map_node", "map_investment"]),
            // Without any plan, what stands in the way of one.
            "replan" => any_of(&["replan", "choose"]),
            kind => nullable(reference(root_of(kind))),
        };
        let mut run = object("A run with its result, which is null until it is there.", job_fields());
        run["properties"]["kind"] =
            json!({"type": "string", "const": kind, "description": "What is computed."});
        run["properties"]["result"] = result;
        if let Some(required) = run["required"].as_array_mut() {
            required.push(Value::from("result"));
        }
        (run_name(kind), run)
    };
    let mut all: Vec<(String, Value)> = KINDS.iter().map(of_kind).collect();
    let any: Vec<Value> = KINDS.iter().map(|kind| reference(&run_name(kind))).collect();
    let mapping: Map<String, Value> = KINDS
        .iter()
        .map(|kind| (kind.to_string(), Value::from(format!("#/components/schemas/{}", run_name(kind)))))
        .collect();
    all.push((
        "Run".into(),
        json!({"oneOf": any, "discriminator": {"propertyName": "kind", "mapping": mapping}}),
    ));
    all
}
