//! What a job has to tell: how far it is, and how it ended.

use serde_json::{Value, json};

use super::clock;
use super::imports::ImportDone;
use super::refusal::Refusal;
use super::workshop::Seen;
use crate::app::error::AppError;
use crate::app::run::RunResult;
use crate::domain::finding::Finding;
use crate::domain::portfolio::Choice;
use crate::domain::text::Language;
use crate::optimize::cutting::relative_gap;
use crate::optimize::watch::{Sighting, Watch};
use crate::report::view_finding::findings_json;
use crate::store::job_queue::JobEnd;
use crate::store::jobs::{JobRow, JobState};
use crate::store::revise::ItemChange;

/// What a job computed.
#[derive(Clone, Debug)]
pub struct Done {
    pub bytes: Vec<u8>,
    pub content_type: String,
    pub fingerprint: Option<String>,
    /// Whether the work saw that it was to end, and left something out.
    pub is_partial: bool,
    /// What an import changes of the dossier.
    pub changes: Vec<ItemChange>,
}

impl Done {
    /// What an import told.
    pub fn of_import(done: ImportDone) -> Done {
        let content_type = "application/json".to_string();
        Done { bytes: done.bytes, content_type, fingerprint: None, is_partial: false, changes: done.changes }
    }

    /// The result of a run that was watched.
    pub fn of(result: RunResult, watch: &Watch) -> Done {
        Done {
            bytes: result.text.into_bytes(),
            content_type: result.content_type.to_string(),
            fingerprint: result.fingerprint,
            is_partial: watch.is_heeded(),
            changes: Vec::new(),
        }
    }
}

/// A job as it stands, without its result.
pub fn job_json(job: &JobRow, seen: Option<&Seen>) -> Value {
    let read = |text: &Option<String>| -> Value {
        text.as_ref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    let progress = match seen {
        Some(Seen::Working(progress)) => progress.clone(),
        _ => Value::Null,
    };
    json!({
        "id": job.id,
        "dossier": job.dossier,
        "revision": job.revision,
        "kind": job.kind,
        "state": job.state.name(),
        "is_ended": job.state.is_ended(),
        "actor": job.actor,
        "created_at": job.created_at,
        "started_at": job.started_at,
        "ended_at": job.ended_at,
        "request": read(&Some(job.request.clone())),
        "progress": progress,
        "fingerprint": job.fingerprint,
        "fault": job.fault.as_ref().map(|_| fault_told(job)),
        "result_type": job.result_type,
        "cancel_requested": job.cancel_requested,
        "is_partial": job.is_partial,
        "webhook": job.webhook,
    })
}

/// The result of a job; null until it is there, and where it is no JSON.
pub fn result_json(job: &JobRow) -> Value {
    let is_json = job.result_type.as_deref() == Some("application/json");
    let result = job.result.as_deref().filter(|_| is_json);
    result.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
}

/// How far a run is.
pub fn progress_json(sighting: &Sighting) -> Value {
    let plan = sighting.plan.as_ref().map(|plan| {
        let choice = |choice: &Choice| {
            json!({"investment": choice.investment.as_str(), "variant": choice.variant.as_str()})
        };
        plan.choices().iter().map(choice).collect::<Vec<_>>()
    });
    let gap = sighting.worth.zip(sighting.bound).map(|(worth, bound)| relative_gap(bound, worth));
    json!({
        "step": sighting.step.map(|step| step.number),
        "steps": sighting.step.and_then(|step| step.of),
        "aim": sighting.aim,
        "portfolio": plan,
        "objective": sighting.worth,
        "bound": sighting.bound,
        "gap": gap,
        "rounds": sighting.rounds,
        "nodes": sighting.nodes,
    })
}

/// How a job ended, as it is kept.
pub fn ended(done: &Result<Done, Refusal>, is_cancelled: bool) -> JobEnd {
    let at = clock::now();
    match done {
        // What it would have written is not written, so its result tells nothing that is so.
        Ok(done) if is_cancelled && !done.changes.is_empty() => end(JobState::Cancelled, at, None),
        Ok(done) => JobEnd {
            state: if is_cancelled { JobState::Cancelled } else { JobState::Done },
            at,
            result: Some(done.bytes.clone()),
            result_type: Some(done.content_type.clone()),
            fingerprint: done.fingerprint.clone(),
            fault: None,
            is_partial: done.is_partial,
        },
        Err(Refusal::App(AppError::Stopped)) if is_cancelled => end(JobState::Cancelled, at, None),
        Err(refusal) => end(JobState::Failed, at, Some(fault_json(refusal).to_string())),
    }
}

fn end(state: JobState, at: String, fault: Option<String>) -> JobEnd {
    JobEnd { state, at, result: None, result_type: None, fingerprint: None, fault, is_partial: false }
}

/// Why a job failed, as it was kept; one that took the program down with it kept no sentence.
pub fn fault_told(job: &JobRow) -> Value {
    let kept = job.fault.as_ref().and_then(|text| serde_json::from_str(text).ok());
    kept.unwrap_or_else(|| fault_json(&Refusal::Crashed))
}

/// Why a job failed, in both languages.
fn fault_json(refusal: &Refusal) -> Value {
    let message = refusal.message();
    let findings: &[Finding] = match refusal {
        Refusal::App(AppError::Unsound(findings) | AppError::Refused(findings)) => findings,
        _ => &[],
    };
    json!({
        "code": refusal.code(),
        "message_en": message.en,
        "message_fr": message.fr,
        "findings_en": findings_json(findings, Language::English),
        "findings_fr": findings_json(findings, Language::French),
    })
}
