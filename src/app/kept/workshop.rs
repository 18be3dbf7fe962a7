//! `Workshop`: where jobs are done, as many at a time as there are cores, each on a thread of its own, so that no request
//! waits for a solver.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::Notify;
use tokio::sync::watch::{Receiver, Sender, channel};

use super::archive::{Archive, revision_unknown};
use super::aside::aside;
use super::clock;
use super::imports;
use super::job_result::{Done, ended, progress_json};
use super::long_jobs::{LONG_KINDS, LongJobs, LongPlace};
use super::refusal::Refusal;
use super::snapshot::Snapshot;
use super::webhooks;
use crate::app::open::Source;
use crate::app::run::run;
use crate::optimize::watch::Watch;
use crate::store::error::StoreError;
use crate::store::folder_lock::FolderLock;
use crate::store::job_queue::JobEnd;
use crate::store::jobs::{JobRow, JobState};
use crate::store::revise::ItemChange;
use crate::wire::run_request::RunRequest;

/// How long a worker without news looks away from the queue.
const IDLE: Duration = Duration::from_secs(5);

/// How much may be done.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Jobs at a time.
    pub workers: usize,
    /// After this a job is stopped and keeps what it has.
    pub longest: Duration,
    /// Jobs that may wait.
    pub queue: u64,
    /// Hosts that webhooks may go to; any public one when empty.
    pub hosts: Vec<String>,
}

/// The jobs that are under way.
#[derive(Debug)]
pub struct Workshop {
    pub archive: Arc<Archive>,
    pub limits: Limits,
    /// With what webhooks are signed.
    pub secret: String,
    /// When it was opened: what was computed before may be the work of another version of the program.
    pub since: String,
    _lock: FolderLock,
    live: Mutex<BTreeMap<String, Live>>,
    long: LongJobs,
    news: Notify,
}

/// A job that somebody may look at.
#[derive(Clone, Debug)]
struct Live {
    watch: Watch,
    seen: Sender<Seen>,
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    Waiting,
    Working(Value),
    Ended,
}

impl Workshop {
    /// Opens the workshop: jobs that were under way when the service ended are begun again.
    pub async fn open(
        archive: Arc<Archive>,
        limits: Limits,
        secret: String,
        folder: &Path,
    ) -> Result<Arc<Workshop>, Refusal> {
        let lock = FolderLock::take(folder)?;
        let mut change = archive.store.change().await?;
        let again = change.requeue_running(&clock::now()).await?;
        change.commit().await?;
        if !again.queued.is_empty() {
            tracing::info!(jobs = again.queued.len(), "jobs are begun again");
        }
        let long = LongJobs::among(limits.workers);
        let workshop = Arc::new(Workshop {
            archive,
            limits,
            secret,
            since: clock::now(),
            _lock: lock,
            live: Mutex::default(),
            long,
            news: Notify::new(),
        });
        for number in 0..workshop.limits.workers {
            let workshop = Arc::clone(&workshop);
            tokio::spawn(async move { workshop.work(number).await });
        }
        webhooks::deliver(Arc::clone(&workshop));
        Ok(workshop)
    }

    /// Says that a job was queued, and lets it be looked at.
    pub fn queued(&self, id: &str) -> Receiver<Seen> {
        let live = self.live_of(id);
        self.news.notify_one();
        live.seen.subscribe()
    }

    /// How far a job is, from now on; none when it is not under way.
    pub fn looked_at(&self, id: &str) -> Option<Receiver<Seen>> {
        self.jobs().get(id).map(|live| live.seen.subscribe())
    }

    /// Asks a job to end with what it has.
    pub fn stop(&self, id: &str) {
        if let Some(live) = self.jobs().get(id) {
            live.watch.stop();
        }
    }

    /// Says that a job ended without being begun.
    pub fn ended(&self, id: &str) {
        if let Some(live) = self.jobs().remove(id) {
            live.seen.send_replace(Seen::Ended);
        }
    }

    /// Asks all jobs to stop; they are begun again when the service is.
    pub fn close(&self) {
        self.jobs().values().for_each(|live| live.watch.stop());
    }

    fn jobs(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Live>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn live_of(&self, id: &str) -> Live {
        let made = || {
            let seen = channel(Seen::Waiting).0;
            let news = seen.clone();
            let watch = Watch::telling(move |sighting| {
                news.send_replace(Seen::Working(progress_json(sighting)));
            });
            Live { watch, seen }
        };
        self.jobs().entry(id.to_string()).or_insert_with(made).clone()
    }

    /// Does one job after another for as long as the service runs.
    async fn work(&self, number: usize) {
        loop {
            match self.next().await {
                Ok(Some((job, place))) => {
                    // Another worker may find another one.
                    self.news.notify_one();
                    self.do_one(&job).await;
                    if place.is_some() {
                        drop(place);
                        self.news.notify_one();
                    }
                }
                Ok(None) => {
                    let _ = tokio::time::timeout(IDLE, self.news.notified()).await;
                }
                Err(cause) => {
                    tracing::error!(worker = number, %cause, "the queue cannot be read");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
    }

    /// The job that has waited longest of those that may begin; a long one with its place.
    async fn next(&self) -> Result<Option<(JobRow, Option<LongPlace>)>, StoreError> {
        let place = self.long.place();
        let except: &[&str] = if place.is_some() { &[] } else { &LONG_KINDS };
        if self.archive.store.n_queued(except).await? == 0 {
            return Ok(None);
        }
        let mut change = self.archive.store.change().await?;
        let job = change.next_queued(&clock::now(), except).await?;
        change.commit().await?;
        Ok(job.map(|job| {
            let place = place.filter(|_| LONG_KINDS.contains(&job.kind.as_str()));
            (job, place)
        }))
    }

    async fn do_one(&self, job: &JobRow) {
        let live = self.live_of(&job.id);
        let done = self.computed(job, &live.watch).await;
        let end = ended(&done, live.watch.is_stopped() && self.is_cancelled(&job.id).await);
        // A cancelled import writes nothing.
        let changes = match (&end.state, done) {
            (JobState::Done, Ok(done)) => done.changes,
            _ => Vec::new(),
        };
        tracing::info!(job = job.id, kind = job.kind, state = end.state.name(), "job ended");
        if let Err(cause) = self.keep_end(job, &end, &changes).await {
            tracing::error!(job = job.id, %cause, "the end of a job could not be kept; it is begun again at the next start");
        }
        self.jobs().remove(&job.id);
        live.seen.send_replace(Seen::Ended);
    }

    async fn is_cancelled(&self, id: &str) -> bool {
        let job = self.archive.store.job_head(id).await;
        job.ok().flatten().is_some_and(|job| job.cancel_requested)
    }

    async fn keep_end(&self, job: &JobRow, end: &JobEnd, changes: &[ItemChange]) -> Result<(), StoreError> {
        let mut change = self.archive.store.change().await?;
        let is_written = changes.is_empty() || imports::write(&mut change, job, changes).await?;
        let overtaken = || ended(&Err(Refusal::Changed(None)), false);
        let end = if is_written { end.clone() } else { overtaken() };
        if change.end_job(&job.id, &end).await? && job.webhook.is_some() {
            webhooks::queue(&mut change, job, end.state, &end.at).await?;
        }
        change.commit().await
    }

    /// Reads the files of an import.
    async fn read_files(&self, job: &JobRow) -> Result<Done, Refusal> {
        let files = self.archive.store.job_files(&job.id).await?;
        let now = self.archive.store.items_at(&job.dossier, job.revision).await?;
        let snapshot = self.snapshot_of(job).await?;
        let own = job.clone();
        // A panic is a fault of ours and fails this job only.
        aside(move || imports::imported(&own, &files, &snapshot, &now).map(Done::of_import)).await?
    }

    async fn snapshot_of(&self, job: &JobRow) -> Result<Arc<Snapshot>, Refusal> {
        let revision = self.archive.store.revision(&job.dossier, job.revision).await?;
        let revision = revision.ok_or_else(|| revision_unknown(job.revision))?;
        self.archive.snapshot(&job.dossier, job.revision, &revision.digest).await
    }

    /// Does what a job asks, for as long as a job may take.
    async fn computed(&self, job: &JobRow, watch: &Watch) -> Result<Done, Refusal> {
        if job.kind == imports::IMPORT {
            return self.read_files(job).await;
        }
        let request = RunRequest::parse(&job.kind, &job.request).map_err(Refusal::Invalid)?;
        let snapshot = self.snapshot_of(job).await?;
        let models = self.archive.models().await?;
        let own = watch.clone();
        let work = aside(move || {
            let source = Source::read(snapshot.read(models));
            Ok(run(&source, &request, &own).map(|result| Done::of(result, &own))?)
        });
        let timer = watch.clone();
        let longest = self.limits.longest;
        let timer = tokio::spawn(async move {
            tokio::time::sleep(longest).await;
            timer.stop();
        });
        let done = work.await;
        timer.abort();
        done?
    }
}
