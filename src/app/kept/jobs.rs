//! Jobs: asked for, looked at, listed and cancelled.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::answer::{Answer, ReceiptKey, given, keep};
use super::archive::revision_unknown;
use super::audit::note_job;
use super::caller::{Caller, Role};
use super::clock;
use super::imports::IMPORT;
use super::job_result::fault_told;
use super::refusal::{KeptFault, Refusal};
use super::webhooks;
use super::workshop::{Seen, Workshop, job_json};
use crate::domain::text::Bilingual;
use crate::store::jobs::{JobFilter, JobRow, JobState, NewJob};
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

/// A run that was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub id: String,
    /// Asked before under the same Idempotency-Key.
    pub is_replayed: bool,
    /// The same was computed before.
    pub is_known: bool,
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
    /// The kind of this name: that of a run, or an import.
    pub fn kind_of(name: String) -> Result<String, Refusal> {
        if KINDS.contains(&name.as_str()) || name == IMPORT {
            return Ok(name);
        }
        let known = format!("{}, {IMPORT}", KINDS.join(", "));
        let en = format!("`{name}` is none of: {known}.");
        let fr = format!("«\u{a0}{name}\u{a0}» n’est pas l’un de\u{a0}: {known}.");
        Err(Refusal::malformed("/kind", "choice_invalid", &en, &fr))
    }

    /// The state of this name.
    pub fn state_of(name: &str) -> Result<JobState, Refusal> {
        JobState::parse(name).ok_or_else(|| {
            let known = states().join(", ");
            let en = format!("`{name}` is none of: {known}.");
            let fr = format!("«\u{a0}{name}\u{a0}» n’est pas l’un de\u{a0}: {known}.");
            Refusal::malformed("/state", "choice_invalid", &en, &fr)
        })
    }
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
        let mut change = self.archive.store.change().await?;
        if let Some(answer) = given(&mut change, caller, receipt).await? {
            let id = String::from_utf8_lossy(&answer.body).into_owned();
            return Ok(Asked { id, is_replayed: true, is_known: false });
        }
        self.has_room().await?;
        let row = change.dossier(&wish.dossier).await?.filter(|row| !row.is_deleted);
        let row = row.ok_or_else(|| Refusal::dossier_unknown(&wish.dossier))?;
        let revision = wish.revision.unwrap_or(row.revision);
        if !(1..=row.revision).contains(&revision) {
            return Err(revision_unknown(revision));
        }
        let (id, at) = (clock::name(), clock::now());
        let job = NewJob {
            id: id.clone(),
            dossier: wish.dossier.clone(),
            revision,
            kind: wish.kind.clone(),
            request: if wish.request.is_empty() { "{}".to_string() } else { wish.request.clone() },
            actor: caller.name.clone(),
            created_at: at.clone(),
            webhook: wish.webhook.clone(),
            files: Vec::new(),
        };
        let known = match wish.is_anew || wish.webhook.is_some() {
            true => None,
            false => change.done_alike(&job, &self.since).await?,
        };
        let is_known = known.is_some();
        let id = match known {
            Some(known) => known,
            None => {
                change.add_job(&job).await?;
                note_job(&mut change, caller, "run_asked", (&job.id, &job.dossier), &job.kind, &at).await?;
                id
            }
        };
        let body = id.clone().into_bytes();
        let answer = Answer { status: 202, etag: None, location: None, body, is_replayed: false };
        keep(&mut change, caller, receipt, &answer, &at).await?;
        change.commit().await?;
        if !is_known {
            self.queued(&id);
        }
        Ok(Asked { id, is_replayed: false, is_known })
    }

    /// Refuses while more jobs wait than may.
    pub async fn has_room(&self) -> Result<(), Refusal> {
        match self.limits.queue <= self.archive.store.n_queued(&[]).await? {
            true => Err(Refusal::QueueFull),
            false => Ok(()),
        }
    }

    /// A job that the caller may see, with its result.
    pub async fn job(&self, caller: &Caller, id: &str) -> Result<JobRow, Refusal> {
        let unknown = || Refusal::Unknown { what: "job", name: id.to_string() };
        let job = self.archive.store.job(id).await?.ok_or_else(unknown)?;
        if caller.role_on(&job.dossier).is_none() {
            return Err(unknown());
        }
        Ok(job)
    }

    /// A job as it stands.
    pub fn told(&self, job: &JobRow) -> Value {
        let seen = self.looked_at(&job.id).map(|seen| seen.borrow().clone());
        job_json(job, seen.as_ref())
    }

    /// An import with its result.
    pub fn import_told(&self, job: &JobRow) -> Value {
        let mut told = self.told(job);
        let kept: Value =
            job.result.as_deref().and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
        told["result"] = kept["result"].clone();
        told["has_refused_rows"] = Value::from(kept["refused_rows"].is_string());
        told
    }

    /// How the rows of an import are to be accepted: `{"acceptance"}`.
    pub fn acceptance_of(&self, sent: &Value) -> Result<ImportAcceptance, Refusal> {
        let request: AcceptanceRequest = read(&sent.to_string()).map_err(Refusal::Invalid)?;
        Ok(request.acceptance)
    }

    /// A run with its result; the result is null until it is there, and where it is no JSON.
    pub fn run_told(&self, job: &JobRow) -> Value {
        let mut told = self.told(job);
        let is_json = job.result_type.as_deref() == Some("application/json");
        let result = job.result.as_deref().filter(|_| is_json);
        told["result"] = result.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
        told
    }

    /// The job as it is when it ends, or after this time.
    pub async fn waited(&self, caller: &Caller, id: &str, patience: Duration) -> Result<JobRow, Refusal> {
        if let Some(mut seen) = self.looked_at(id) {
            let _ = tokio::time::timeout(patience, seen.wait_for(|seen| *seen == Seen::Ended)).await;
        }
        self.job(caller, id).await
    }

    /// Jobs of a dossier, or of all that the caller may see, newest first.
    pub async fn jobs_told(
        self: &Arc<Workshop>,
        caller: &Caller,
        dossier: Option<&str>,
        wish: &JobWish,
    ) -> Result<Value, Refusal> {
        if let Some(dossier) = dossier {
            self.archive.row(caller, dossier, Role::Viewer).await?;
        }
        let (mut items, mut before) = (Vec::new(), wish.before.clone());
        let limit = wish.limit as usize;
        loop {
            let filter = JobFilter {
                dossier,
                kind: wish.kind.as_deref(),
                state: wish.state,
                before: before.as_deref(),
            };
            let rows = self.archive.store.job_heads(&filter, wish.limit).await?;
            let is_last = rows.len() < limit;
            before = rows.last().map(|row| row.id.clone());
            for row in rows.iter().filter(|row| caller.role_on(&row.dossier).is_some()) {
                if items.len() == limit {
                    break;
                }
                items.push(self.told(row));
            }
            if is_last || items.len() == limit {
                let next = (items.len() == limit).then(|| items.last().map(|item| item["id"].clone()));
                return Ok(json!({"items": items, "next": next.flatten()}));
            }
        }
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
