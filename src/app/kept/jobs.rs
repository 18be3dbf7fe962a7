//! Jobs: asked for, looked at, listed and cancelled.

use std::time::Duration;

use serde_json::{Value, json};

use super::answer::{Answer, ReceiptKey, given, keep};
use super::archive::revision_unknown;
use super::audit::note_job;
use super::caller::{Caller, Role};
use super::clock;
use super::imports::IMPORT;
use super::job_result::{fault_told, job_json, result_json};
use super::page::cursor_invalid;
use super::refusal::{KeptFault, Refusal};
use super::webhooks;
use super::workshop::{Seen, Workshop};
use crate::domain::text::Bilingual;
use crate::store::dossiers::DossierRow;
use crate::store::jobs::{JobFile, JobFilter, JobRow, JobState, NewJob};
use crate::wire::fault::read;
use crate::wire::import_request::{AcceptanceRequest, ImportAcceptance};
use crate::wire::run_request::{KINDS, RunRequest};

/// The states of jobs by name.
pub fn states() -> [&'static str; 5] {
    JobState::ALL.map(JobState::name)
}

/// A run that is asked for.
#[derive(Clone, Debug)]
pub struct RunWish {
    pub dossier: String,
    pub kind: String,
    /// What is asked, in JSON.
    pub request: String,
    /// The revision to work on; the one of now when none.
    pub revision: Option<i64>,
    /// Where to send word when it ends.
    pub webhook: Option<String>,
    /// Whether it is computed although the same was computed before.
    pub is_anew: bool,
}

/// A job that was asked for, by its name.
#[derive(Clone, Debug)]
pub enum Asked {
    Queued(String),
    /// Asked before under the same Idempotency-Key.
    Replayed(String),
    /// The same was computed before.
    Known(String),
}

impl Asked {
    /// The name of the job.
    pub fn id(&self) -> &str {
        let (Asked::Queued(id) | Asked::Replayed(id) | Asked::Known(id)) = self;
        id
    }
}

/// What is to be done; who asks for it, and when, is said where it is queued.
#[derive(Clone, Debug)]
pub struct Order {
    /// What the audit log calls it.
    pub action: &'static str,
    pub kind: String,
    /// The revision to work on.
    pub revision: i64,
    pub request: String,
    pub webhook: Option<String>,
    pub files: Vec<JobFile>,
    /// Whether it is done although the same was done before.
    pub is_anew: bool,
}

/// Which jobs are listed.
#[derive(Clone, Debug, Default)]
pub struct JobWish {
    pub kind: Option<String>,
    pub state: Option<JobState>,
    pub before: Option<String>,
    pub limit: u32,
}

impl JobWish {
    /// A cursor of a list of jobs: the name of the last one of the page before.
    pub fn before_of(cursor: String) -> Result<String, Refusal> {
        if clock::is_name(&cursor) { Ok(cursor) } else { Err(cursor_invalid()) }
    }

    /// The kind of this name: that of a run, or an import.
    pub fn kind_of(name: String) -> Result<String, Refusal> {
        if KINDS.contains(&name.as_str()) || name == IMPORT {
            return Ok(name);
        }
        let known = format!("{}, {IMPORT}", KINDS.join(", "));
        Err(none_of("/kind", &name, &known))
    }

    /// The state of this name.
    pub fn state_of(name: &str) -> Result<JobState, Refusal> {
        JobState::parse(name).ok_or_else(|| none_of("/state", name, &states().join(", ")))
    }
}

fn none_of(pointer: &str, name: &str, known: &str) -> Refusal {
    let en = format!("`{name}` is none of: {known}.");
    let fr = format!("«\u{a0}{name}\u{a0}» n’est pas l’un de\u{a0}: {known}.");
    Refusal::malformed(pointer, "choice_invalid", &en, &fr)
}

impl Workshop {
    /// Queues a run, unless the same one was done on the same revision since this service began: the same request of the
    /// same program has the same result, byte for byte.
    pub async fn ask(
        &self,
        caller: &Caller,
        wish: &RunWish,
        receipt: Option<&ReceiptKey>,
    ) -> Result<Asked, Refusal> {
        caller.needs(Role::Viewer, &wish.dossier)?;
        RunRequest::parse(&wish.kind, &wish.request).map_err(Refusal::Invalid)?;
        if let Some(url) = &wish.webhook {
            webhooks::check(url, &self.limits.hosts)?;
        }
        let order = |row: &DossierRow| {
            let revision = wish.revision.unwrap_or(row.revision);
            if !(1..=row.revision).contains(&revision) {
                return Err(revision_unknown(revision));
            }
            Ok(Order {
                action: "run_asked",
                kind: wish.kind.clone(),
                revision,
                request: if wish.request.is_empty() { "{}".to_string() } else { wish.request.clone() },
                webhook: wish.webhook.clone(),
                files: Vec::new(),
                is_anew: wish.is_anew || wish.webhook.is_some(),
            })
        };
        self.order(caller, &wish.dossier, receipt, order).await
    }

    /// Queues a job, once for each Idempotency-Key; what is ordered is said from the dossier's revision of now.
    pub async fn order(
        &self,
        caller: &Caller,
        dossier: &str,
        receipt: Option<&ReceiptKey>,
        ordered: impl FnOnce(&DossierRow) -> Result<Order, Refusal>,
    ) -> Result<Asked, Refusal> {
        let mut change = self.archive.store.change().await?;
        if let Some(answer) = given(&mut change, caller, receipt).await? {
            return Ok(Asked::Replayed(String::from_utf8_lossy(&answer.body).into_owned()));
        }
        self.has_room().await?;
        let row = change.dossier(dossier).await?.filter(|row| !row.is_deleted);
        let row = row.ok_or_else(|| Refusal::dossier_unknown(dossier))?;
        let order = ordered(&row)?;
        let at = clock::now();
        let job = NewJob {
            id: clock::name(),
            dossier: dossier.to_string(),
            revision: order.revision,
            kind: order.kind,
            request: order.request,
            actor: caller.name.clone(),
            created_at: at.clone(),
            webhook: order.webhook,
            files: order.files,
        };
        let known = if order.is_anew { None } else { change.done_alike(&job, &self.since).await? };
        let asked = match known {
            Some(known) => Asked::Known(known),
            None => {
                change.add_job(&job).await?;
                note_job(&mut change, caller, order.action, (&job.id, &job.dossier), &job.kind, &at).await?;
                Asked::Queued(job.id)
            }
        };
        let body = asked.id().as_bytes().to_vec();
        let answer = Answer { status: 202, etag: None, location: None, body, is_replayed: false };
        keep(&mut change, caller, receipt, &answer, &at).await?;
        change.commit().await?;
        if let Asked::Queued(id) = &asked {
            self.queued(id);
        }
        Ok(asked)
    }

    /// Refuses while more jobs wait than may.
    pub async fn has_room(&self) -> Result<(), Refusal> {
        match self.limits.queue <= self.archive.store.n_queued(&[]).await? {
            true => Err(Refusal::QueueFull),
            false => Ok(()),
        }
    }

    /// A job that the caller may see, without its result.
    pub async fn job(&self, caller: &Caller, id: &str) -> Result<JobRow, Refusal> {
        self.seen(caller, id, self.archive.store.job_head(id).await?).await
    }

    /// The same with its result.
    pub async fn job_and_result(&self, caller: &Caller, id: &str) -> Result<JobRow, Refusal> {
        self.seen(caller, id, self.archive.store.job(id).await?).await
    }

    /// A job as it stands.
    pub fn told(&self, job: &JobRow) -> Value {
        let seen = self.looked_at(&job.id).map(|seen| seen.borrow().clone());
        job_json(job, seen.as_ref())
    }

    /// A job with its result, which is null until it is there, and where it is no JSON.
    pub fn told_with_result(&self, job: &JobRow) -> Value {
        let (mut told, mut result) = (self.told(job), result_json(job));
        if job.kind == IMPORT {
            told["has_refused_rows"] = Value::from(result["refused_rows"].is_string());
            result = result["result"].take();
        }
        told["result"] = result;
        told
    }

    /// How the rows of an import are to be accepted: `{"acceptance"}`.
    pub fn acceptance_of(&self, sent: &Value) -> Result<ImportAcceptance, Refusal> {
        let request: AcceptanceRequest = read(&sent.to_string()).map_err(Refusal::Invalid)?;
        Ok(request.acceptance)
    }

    /// The job as it is when it ends, or after this time, with its result.
    pub async fn waited(&self, caller: &Caller, id: &str, patience: Duration) -> Result<JobRow, Refusal> {
        if let Some(mut seen) = self.looked_at(id) {
            let _ = tokio::time::timeout(patience, seen.wait_for(|seen| *seen == Seen::Ended)).await;
        }
        self.job_and_result(caller, id).await
    }

    /// Jobs of a dossier, or of all that the caller may see, newest first.
    pub async fn jobs_told(
        &self,
        caller: &Caller,
        dossier: Option<&str>,
        wish: &JobWish,
    ) -> Result<Value, Refusal> {
        if let Some(dossier) = dossier {
            self.archive.row(caller, dossier, Role::Viewer).await?;
        }
        let dossiers: Option<Vec<String>> = match dossier {
            Some(dossier) => Some(vec![dossier.to_string()]),
            None if caller.has_everywhere(Role::Viewer) => None,
            None => Some(caller.roles.keys().cloned().collect()),
        };
        let filter = JobFilter {
            dossiers: dossiers.as_deref(),
            kind: wish.kind.as_deref(),
            state: wish.state,
            before: wish.before.as_deref(),
        };
        let rows = self.archive.store.job_heads(&filter, wish.limit).await?;
        let items: Vec<Value> = rows.iter().map(|row| self.told(row)).collect();
        let next = rows.last().filter(|_| rows.len() == wish.limit as usize).map(|row| &row.id);
        Ok(json!({"items": items, "next": next}))
    }

    /// Asks a job to end: one that waits at once, one under way with the best it has.
    pub async fn cancel(&self, caller: &Caller, id: &str) -> Result<JobRow, Refusal> {
        let job = self.job(caller, id).await?;
        if job.actor != caller.name {
            caller.needs(Role::Analyst, &job.dossier)?;
        }
        let at = clock::now();
        let mut change = self.archive.store.change().await?;
        let state = change.request_cancel(id, &at).await?;
        if !job.state.is_ended() {
            note_job(&mut change, caller, "job_cancelled", (id, &job.dossier), &job.kind, &at).await?;
        }
        if job.state == JobState::Queued && state == Some(JobState::Cancelled) {
            webhooks::queue(&mut change, &job, JobState::Cancelled, &at).await?;
        }
        change.commit().await?;
        match state {
            Some(JobState::Running) => self.stop(id),
            _ => self.ended(id),
        }
        self.job(caller, id).await
    }

    /// A job that was found, if the caller may see it, as the past of its dossier.
    async fn seen(&self, caller: &Caller, id: &str, job: Option<JobRow>) -> Result<JobRow, Refusal> {
        let unknown = || Refusal::Unknown { what: "job", name: id.to_string() };
        let job = job.ok_or_else(unknown)?;
        match self.archive.past_row(caller, &job.dossier).await {
            Ok(_) => Ok(job),
            Err(Refusal::Unknown { .. } | Refusal::Forbidden(_)) => Err(unknown()),
            Err(refusal) => Err(refusal),
        }
    }
}

/// A job read with its result, unless that was removed because it was old.
pub fn not_gone(job: JobRow) -> Result<JobRow, Refusal> {
    match (job.state.is_ended(), &job.result_type, &job.result) {
        (true, Some(_), None) => Err(Refusal::Gone { what: "result", name: job.id }),
        _ => Ok(job),
    }
}

/// Why a job failed, as a refusal; none when it did not.
pub fn refusal_of(job: &JobRow) -> Option<Refusal> {
    if job.state != JobState::Failed {
        return None;
    }
    let told = fault_told(job);
    let text = |name: &str| told[name].as_str().unwrap_or_default().to_string();
    let list = |name: &str| told[name].as_array().cloned().unwrap_or_default();
    const CODES: [&str; 7] = [
        "dossier_unsound",
        "unknown_name",
        "no_answer",
        "cannot_be_computed",
        "change_refused",
        "stopped",
        "invalid",
    ];
    if text("code") == Refusal::Changed(None).code() {
        return Some(Refusal::Changed(None));
    }
    let code = CODES.into_iter().find(|code| *code == text("code")).unwrap_or(Refusal::Crashed.code());
    Some(Refusal::Failed(KeptFault {
        code,
        message: Bilingual { en: text("message_en"), fr: text("message_fr") },
        findings_en: list("findings_en"),
        findings_fr: list("findings_fr"),
    }))
}
