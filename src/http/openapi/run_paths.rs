//! What can be asked to be computed, and of the jobs that do it.

use serde_json::{Value, json};

use super::operation::Operation;
use super::schemas::{request_name, run_name};
use super::shape::reference;
use crate::app::kept::imports::IMPORT;
use crate::app::kept::jobs::states;
use crate::wire::run_request::KINDS;

/// The operations.
pub fn operations() -> Vec<Operation> {
    let mut all: Vec<Operation> = KINDS.iter().map(|kind| start(kind)).collect();
    all.extend(of_runs());
    all.extend(of_jobs());
    all.extend(of_imports());
    all
}

fn start(kind: &str) -> Operation {
    let path = format!("/api/v1/dossiers/{{dossier}}/runs/{kind}");
    let revision =
        json!({"type": "integer", "format": "int64", "minimum": 1, "maximum": 9_007_199_254_740_991_i64});
    let operation = Operation::new("post", &path, &format!("run_{kind}"), "runs", told(kind))
        .once()
        .header(
            "Prefer",
            json!({"type": "string", "examples": ["respond-async"]}),
            "`respond-async`, or `wait=` with seconds.",
        )
        .header(
            "Cache-Control",
            json!({"type": "string", "examples": ["no-cache"]}),
            "`no-cache` computes anew what was asked before.",
        )
        .query("revision", revision, "The revision to work on; the newest when left out.")
        .query(
            "webhook",
            json!({"type": "string", "format": "uri"}),
            "Where word is sent when it ends, signed.",
        )
        .takes(reference(&request_name(kind)), false)
        .answers(200, "The run that was asked the same before, with its result.", reference(&run_name(kind)))
        .answers(201, "The run with its result.", reference(&run_name(kind)))
        .answers(202, "The job that works on it.", reference("Job"))
        .located()
        .linked(
            201,
            "read",
            "read_run",
            json!({"dossier": "$response.body#/dossier", "run": "$response.body#/id"}),
        )
        .linked(202, "job", "read_job", json!({"job": "$response.body#/id"}));
    match example(kind) {
        Some(example) => operation.example(example),
        None => operation,
    }
}

fn told(kind: &str) -> &'static str {
    match kind {
        "check" => "Every finding of a dossier at once, and how ready it is",
        "appraise" => "The business case of every variant",
        "score" => "Objective fit, persona impact, coverage, profile and evidence of every variant",
        "map" => "The ecosystem: money at risk, paths from back stage, root causes",
        "choose" => "The portfolio of greatest value under budgets, people and rules",
        "alternatives" => "Plans nearly as good as the best one that differ from each other",
        "replan" => "The fewest changes of an approved plan that keep most of what can be had",
        "explain" => "Why each investment is in the plan or not, and what would change that",
        "frontier" => "What more or less money buys: the plans of which none is better on both sides",
        "robust" => "What holds whatever the weights, the budget and the scenario",
        "scenarios" => "The best plan in every scenario, beside that of the dossier as it is",
        _ => "The decision memo, a page in French or English",
    }
}

fn example(kind: &str) -> Option<Value> {
    match kind {
        "choose" => Some(json!({"what_if": {"budgets": {"y0": "8000000"}},
            "locks": [{"investment": "B01", "is_in": true, "reason": "signed"}]})),
        "explain" => Some(json!({"investment": "B01"})),
        "report" => Some(json!({"language": "fr"})),
        _ => None,
    }
}

fn of_runs() -> Vec<Operation> {
    let all = "/api/v1/dossiers/{dossier}/runs";
    let one = format!("{all}/{{run}}");
    let verdict = "/api/v1/dossiers/{dossier}/investments/{investment}/verdict";
    vec![
        filtered(Operation::get(all, "list_runs", "runs", "Runs on a dossier, newest first")).answers(
            200,
            "The runs, without their results.",
            reference("JobPage"),
        ),
        Operation::get(&one, "read_run", "runs", "A run with its result").answers(
            200,
            "The run.",
            reference("Run"),
        ),
        Operation::get(
            &format!("{one}/comparison"),
            "compare_runs",
            "runs",
            "What entered, left and moved from one choice to another, and why",
        )
        .query_needed(
            "with",
            json!({"type": "string", "format": "uuid"}),
            "The run that it is compared with: the one before.",
        )
        .answers(200, "The comparison.", reference("Comparison"))
        .refuses(409)
        .refuses(410)
        .refuses(422),
        Operation::get(
            &format!("{one}/result"),
            "read_result",
            "runs",
            "The result of a run, byte by byte as it was computed",
        )
        .answers(200, "The result.", json!({"type": "object"}))
        .answers_also_html()
        .refuses(410)
        .refuses(422),
        Operation::new(
            "post",
            verdict,
            "ask_verdict",
            "runs",
            "Is this investment justified? One verdict with its reasons",
        )
        .once()
        .header(
            "Prefer",
            json!({"type": "string", "examples": ["wait=1"]}),
            "`respond-async`, or `wait=` with seconds.",
        )
        .answers(200, "The run that was asked the same before, with its result.", reference("ExplainRun"))
        .answers(201, "The run with its result.", reference("ExplainRun"))
        .answers(202, "The job that works on it.", reference("Job"))
        .located()
        .refuses(422),
    ]
}

fn of_jobs() -> Vec<Operation> {
    let one = "/api/v1/jobs/{job}";
    vec![
        filtered(Operation::get(
            "/api/v1/jobs",
            "list_jobs",
            "jobs",
            "Jobs on every dossier that the caller may see",
        ))
        .answers(200, "The jobs.", reference("JobPage")),
        Operation::get(one, "read_job", "jobs", "How far a job is")
            .answers(200, "The job.", reference("Job"))
            .linked(200, "cancel", "cancel_job", json!({"job": "$response.body#/id"})),
        Operation::new(
            "post",
            &format!("{one}/cancellation"),
            "cancel_job",
            "jobs",
            "Ask a job to end; it keeps its best plan so far",
        )
        .answers(200, "The job.", reference("Job")),
        Operation::get(
            &format!("{one}/events"),
            "watch_job",
            "jobs",
            "How far a job is, as it goes (server-sent events)",
        )
        .answers_as(
            200,
            "An event `job` with the job for every news.",
            "text/event-stream",
            reference("JobEvent"),
        ),
    ]
}

fn of_imports() -> Vec<Operation> {
    let all = "/api/v1/dossiers/{dossier}/imports";
    let one = format!("{all}/{{import}}");
    let acceptance = json!({"type": "object", "required": ["acceptance"], "additionalProperties": false,
        "properties": {"acceptance": reference("ImportAcceptance")}});
    let wait = json!({"type": "string", "examples": ["wait=1"]});
    vec![
        start_import(all, wait.clone()),
        Operation::get(&one, "read_import", "imports", "What the files say").answers(
            200,
            "The import.",
            reference("Import"),
        ),
        Operation::new(
            "post",
            &format!("{one}/acceptance"),
            "accept_import",
            "imports",
            "Read the same files again, and write their rows",
        )
        .header("Prefer", wait, "`respond-async`, or `wait=` with seconds.")
        .once()
        .refuses(410)
        .refuses(412)
        .takes(acceptance, true)
        .example(json!({"acceptance": "valid_rows"}))
        .answers(201, "What was written.", reference("Import"))
        .answers(202, "The job that writes them.", reference("Import"))
        .located(),
        Operation::get(
            &format!("{one}/refused-rows"),
            "read_refused_rows",
            "imports",
            "The refused rows with what is wrong, as CSV",
        )
        .answers_as(200, "The rows.", "text/csv", json!({"type": "string"}))
        .refuses(410),
        Operation::get(
            &format!("{one}/mapping"),
            "read_mapping",
            "imports",
            "How headings became fields, as TOML",
        )
        .answers_as(200, "The mapping, in TOML.", "text/plain", json!({"type": "string"}))
        .refuses(410),
    ]
}

fn start_import(all: &str, wait: Value) -> Operation {
    Operation::new(
        "post",
        all,
        "start_import",
        "imports",
        "Read finance files: shown first, written when accepted",
    )
    .once()
    .header("Prefer", wait, "`respond-async`, or `wait=` with seconds.")
    .header(
        "If-Match",
        json!({"type": "string", "examples": ["*"]}),
        "The ETag of the dossier, or `*`; needed where rows are written without a preview.",
    )
    .refuses(412)
    .refuses(428)
    .takes_as("multipart/form-data", reference("ImportForm"), true)
    .answers(201, "What the files say.", reference("Import"))
    .answers(202, "The job that reads them.", reference("Import"))
    .located()
    .linked(
        201,
        "read",
        "read_import",
        json!({"dossier": "$response.body#/dossier", "import": "$response.body#/id"}),
    )
}

fn filtered(operation: Operation) -> Operation {
    let kinds: Vec<&str> = KINDS.into_iter().chain([IMPORT]).collect();
    operation
        .paged()
        .query("kind", json!({"type": "string", "enum": kinds}), "Only those of this kind.")
        .query("state", json!({"type": "string", "enum": states()}), "Only those that stand so.")
}
