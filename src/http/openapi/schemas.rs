//! The schemas of everything that is not an item: what the service tells of dossiers, revisions, jobs, runs and access.

use serde_json::{Map, Value, json};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::shape::{
    anything, choice, closed, field, list, moment, nullable, number, object, optional, page, reference, text,
    truth, whole,
};
use super::tables;
use crate::app::kept::caller::Role;
use crate::app::kept::jobs::STATES;
use crate::http::problem::{Problem, ProblemFault};
use crate::report::schemas::{result_schemas, root_of};
use crate::wire::run_request::KINDS;
use crate::wire::run_schemas::request_schemas;
use crate::wire::tables as dossier_tables;

/// Every schema, by name.
pub fn all() -> Value {
    let mut all: Map<String, Value> = Map::new();
    let derived = result_schemas().into_iter().chain(request_schemas()).chain(problem());
    for (name, schema) in derived {
        let schema = serde_json::to_value(schema).expect("a schema can be written");
        all.insert(name, schema);
    }
    all.extend(tables::all());
    all.extend(own().into_iter().map(|(name, schema)| (name.to_string(), schema)));
    all.extend(runs());
    all.sort_keys();
    Value::Object(all)
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

fn problem() -> Vec<(String, RefOr<Schema>)> {
    let mut all = Vec::new();
    Problem::schemas(&mut all);
    all.push((Problem::name().into_owned(), Problem::schema()));
    all.push((ProblemFault::name().into_owned(), ProblemFault::schema()));
    all
}

fn own() -> Vec<(&'static str, Value)> {
    let mut all = of_dossiers();
    all.extend(of_history());
    all.extend(of_work());
    all.extend(of_access());
    all
}

fn of_dossiers() -> Vec<(&'static str, Value)> {
    let roles = Role::ALL.map(Role::name);
    let head = object(
        "A dossier without its rows.",
        vec![
            field("id", text("Its name.")),
            field("name_en", nullable(text("Title in English."))),
            field("name_fr", nullable(text("Title in French."))),
            field("currency", nullable(text("Currency of its amounts, ISO 4217."))),
            field("revision", whole("Its newest revision.")),
            field("role", nullable(choice("What the caller may do with it.", &roles))),
            field("created_at", moment("When it was first kept.")),
            field("changed_at", moment("When it was last changed.")),
        ],
    );
    let outcome = choice("What became of it.", &["created", "changed", "unchanged"]);
    let placed = object(
        "Where a row that was sent went.",
        vec![
            field("table", text("Its table.")),
            field("key", text("Its key, for its address.")),
            field("external_id", nullable(text("Its key in the other tool."))),
            field("outcome", outcome),
        ],
    );
    let written = object(
        "What was written.",
        vec![
            field("dossier", text("Name of the dossier.")),
            field("revision", whole("Its revision now.")),
            field("items", list(reference("PlacedItem"))),
        ],
    );
    let settings = json!({"type": "object", "additionalProperties": true,
    "description": "The settings of a dossier; what cannot be read is a finding of `check`.",
    "properties": {
        "id": {"type": "string"}, "name_en": {"type": "string"}, "name_fr": {"type": "string"},
        "currency": {"type": "string", "description": "ISO 4217.", "examples": ["EUR"]},
        "base_year": {"description": "Calendar year of year 0.", "examples": [2027]},
        "horizon_years": {"description": "Years after year 0, 1 to 50.", "examples": [5]},
        "discount_rate": {"description": "Per year; 0.09 is 9 %.", "examples": [0.09]},
        "budget_eur": {"description": "Amounts in `currency` by year; a year that is not named is not limited.",
            "examples": [{"y0": "9200000"}]},
        "run_rate_cap_eur": {"description": "Amounts in `currency` by year."},
        "decision_model": {"description": "Name of a decision model; `reference` when left out."},
    }});
    let rows = |schema: &crate::wire::table::TableSchema| {
        let rows = json!({"type": "array", "items": {"type": "object", "additionalProperties": true},
            "description": format!("Rows, each {}, as {} has them.", schema.sentence, tables::item_name(schema))});
        (schema.name.to_string(), rows)
    };
    let mut parts: Map<String, Value> = dossier_tables::ALL.into_iter().map(rows).collect();
    parts.insert("workspace".into(), reference("Settings"));
    let bundle = closed(json!({"type": "object", "properties": parts,
        "description": "A whole dossier: its settings and tables. Cells may also be texts, as in files."}));
    let batch_rows = |schema: &'static crate::wire::table::TableSchema| {
        (schema.name.to_string(), list(reference(&format!("{}Row", tables::item_name(schema)))))
    };
    let mut parts: Map<String, Value> = dossier_tables::ALL.into_iter().map(batch_rows).collect();
    parts.insert("workspace".into(), reference("Settings"));
    let batch = closed(json!({"type": "object", "properties": parts,
        "description": "Rows of any tables, put in or merged with those that are there; all or none."}));
    vec![
        ("Dossier", head),
        (
            "DossierList",
            object("The dossiers that the caller may see.", vec![field("items", list(reference("Dossier")))]),
        ),
        ("Settings", settings),
        ("Bundle", bundle),
        ("Batch", batch),
        ("PlacedItem", placed),
        ("Written", written),
    ]
}

fn of_history() -> Vec<(&'static str, Value)> {
    let own = |with_changes: bool| {
        let mut fields = vec![
            field("dossier", text("Name of the dossier.")),
            field("number", whole("From 1, without gaps.")),
            field("at", moment("When.")),
            field("actor", text("Who: `local`, `key:` with an id, or `oidc:` with a subject.")),
            field("action", text("What was done.")),
            field("note", text("To what.")),
            field("request_id", text("Name of the request.")),
            field("n_changes", whole("Items that changed.")),
            field("digest", text("SHA-256 of the digest before and of the changes.")),
        ];
        if with_changes {
            fields.push(field("changes", list(reference("ItemVersion"))));
        }
        fields
    };
    let version = object(
        "One item before and after.",
        vec![
            field("table", text("Its table, or `workspace` for the settings.")),
            field("key", text("Its key.")),
            field("before", nullable(anything("As it was; null when it was not there."))),
            field("after", nullable(anything("As it is; null when it is gone."))),
        ],
    );
    let difference = object(
        "What is different between two revisions.",
        vec![
            field("dossier", text("Name of the dossier.")),
            field("from", whole("A revision.")),
            field("to", whole("The other one.")),
            field("changes", list(reference("ItemVersion"))),
        ],
    );
    let event = object(
        "A line of the audit log; lines are never changed.",
        vec![
            field("seq", whole("From 1, without gaps.")),
            field("at", moment("When.")),
            field("actor", text("Who.")),
            field("action", text("What was done.")),
            field("dossier", nullable(text("To which dossier."))),
            field("revision", nullable(whole("The revision that it made."))),
            field("subject", text("To what.")),
            field("note", text("More of it.")),
            field("request_id", text("Name of the request.")),
            field("hash", text("SHA-256 of the hash before and of the fields above.")),
        ],
    );
    vec![
        ("Revision", object("A revision of a dossier.", own(false))),
        ("RevisionWithChanges", object("A revision with what it changed.", own(true))),
        ("RevisionPage", page("Revisions, newest first.", "Revision")),
        ("ItemVersion", version),
        ("Difference", difference),
        ("AuditEvent", event),
        ("AuditPage", page("Lines of the audit log, newest first.", "AuditEvent")),
    ]
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
                    optional("data", reference("Job")),
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

fn job_fields() -> Vec<super::shape::Field> {
    vec![
        field("id", text("Its name.")),
        field("dossier", text("Name of the dossier.")),
        field("revision", whole("The revision it works on.")),
        field("kind", choice("What is computed.", &KINDS)),
        field("state", choice("Where it stands.", &STATES)),
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
        field("webhook", nullable(text("Where word is sent when it ends."))),
    ]
}

/// A run of each kind, and any of them.
fn runs() -> Vec<(String, Value)> {
    let of_kind = |kind: &&str| {
        let result = match *kind {
            "report" => json!({"type": "null", "description": "A page, at `/result`."}),
            "map" => {
                let mut any: Vec<Value> =
                    ["map", "map_moment", "map_node"].iter().map(|root| reference(root_of(root))).collect();
                any.push(json!({"type": "null"}));
                json!({"oneOf": any})
            }
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

fn of_access() -> Vec<(&'static str, Value)> {
    let roles = Role::ALL.map(Role::name);
    let grant = object(
        "A role that somebody has.",
        vec![
            field("principal", text("Who.")),
            field("dossier", text("On which dossier; `*` for every one.")),
            field("role", choice("What they may do.", &roles)),
        ],
    );
    let key = object(
        "A key, without its text.",
        vec![
            field("id", text("Its public part.")),
            field("name", text("Whose it is.")),
            field("created_at", moment("When it was made.")),
            field("expires_at", nullable(moment("When it ends."))),
            field("revoked_at", nullable(moment("When it was taken back."))),
            field("last_used_at", nullable(moment("When it was used, to the hour."))),
            field("works", truth("Whether it is neither expired nor taken back.")),
            field("grants", list(reference("Grant"))),
        ],
    );
    let made = object(
        "A new key, told once.",
        vec![
            field("id", text("Its public part.")),
            field("name", text("Whose it is.")),
            field("expires_at", nullable(moment("When it ends."))),
            field("key", text("What to send as `Authorization: Bearer`.")),
        ],
    );
    let days = nullable(
        json!({"type": "integer", "minimum": 1, "maximum": 3660, "description": "Days it lives; for ever when null."}),
    );
    let name = json!({"type": "string", "minLength": 1, "maxLength": 200, "pattern": "\\S", "description": "Whose it is."});
    let key_request = closed(object(
        "A key that is asked for.",
        vec![
            field("name", name),
            field("role", choice("What it may do.", &roles)),
            optional("dossiers", list(json!({"type": "string", "minLength": 1}))),
            optional("days", days),
        ],
    ));
    let grace = nullable(json!({"type": "integer", "minimum": 0, "maximum": 1_000_000_000,
        "description": "Seconds for which the old key still works; a day when null."}));
    let model = object(
        "A decision model.",
        vec![
            field("name", text("Its name.")),
            field("is_built_in", truth("Whether it is part of the program.")),
            field("number", nullable(whole("Its newest version."))),
        ],
    );
    vec![
        ("Grant", grant),
        ("GrantList", object("Who has a role.", vec![field("items", list(reference("Grant")))])),
        ("GrantRequest", closed(object("A role to give.", vec![field("role", choice("Which.", &roles))]))),
        ("Key", key),
        ("KeyList", object("The keys.", vec![field("items", list(reference("Key")))])),
        ("KeyMade", made),
        ("KeyRequest", key_request),
        (
            "KeyExchangeRequest",
            closed(object("How a key is exchanged.", vec![optional("grace_seconds", grace)])),
        ),
        (
            "WebhookSecret",
            object("With what webhooks are signed.", vec![field("secret", text("The key of the HMAC."))]),
        ),
        ("DecisionModelEntry", model),
        (
            "DecisionModelList",
            object("The decision models.", vec![field("items", list(reference("DecisionModelEntry")))]),
        ),
        ("DecisionModel", anything("A decision model, as models/reference/README.md describes it.")),
    ]
}
