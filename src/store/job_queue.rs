//! The life of a job: taken from the queue, told how far it is, asked to stop, ended.

use super::change::Change;
use super::database::Store;
use super::error::StoreError;
use super::jobs::{JobRow, JobState, job_columns};

/// A job that was started this often without an end is not started again.
pub const LARGEST_ATTEMPTS: i64 = 3;

/// The fault of a job that took the program down with it every time.
pub const CRASHED: &str = "crashed";

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobEnd {
    /// Done, failed or cancelled.
    pub state: JobState,
    pub at: String,
    pub result: Option<Vec<u8>>,
    pub result_type: Option<String>,
    pub fingerprint: Option<String>,
    pub fault: Option<String>,
    /// Whether it was stopped before its end.
    pub is_partial: bool,
}

/// What became of the jobs that were running when the program stopped; ids in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requeued {
    pub queued: Vec<String>,
    /// Tried too often.
    pub failed: Vec<String>,
    /// Were to be stopped anyway.
    pub cancelled: Vec<String>,
}

/// Kinds with `|` around each.
fn listed(kinds: &[&str]) -> String {
    format!("|{}|", kinds.join("|"))
}

impl Store {
    /// How many jobs wait, those of these kinds left out.
    pub async fn n_queued(&self, except: &[&str]) -> Result<u64, StoreError> {
        let query = sqlx::query_scalar(
            "SELECT count(*) FROM jobs WHERE state = 'queued' AND instr(?, '|' || kind || '|') = 0",
        );
        let n: i64 = query.bind(listed(except)).fetch_one(&self.readers).await?;
        Ok(n.unsigned_abs())
    }
}

impl Change {
    /// Takes the oldest queued job of none of these kinds and marks it as running since `at`; `None` when none is queued.
    pub async fn next_queued(&mut self, at: &str, except: &[&str]) -> Result<Option<JobRow>, StoreError> {
        let query = sqlx::query_as(concat!(
            "UPDATE jobs SET state = 'running', started_at = ?, attempts = attempts + 1
             WHERE id = (SELECT id FROM jobs WHERE state = 'queued' AND instr(?, '|' || kind || '|') = 0
                 ORDER BY id LIMIT 1)
             RETURNING ",
            job_columns!("result")
        ));
        let taken = query.bind(at).bind(listed(except)).fetch_optional(self.connection()?).await;
        self.whole(taken)
    }

    /// Asks a job to stop, and returns the state it is in then: a queued one is cancelled at once, a running one has
    /// `cancel_requested` for its runner to see, one that ended stays as it is. `None` when there is no such job.
    pub async fn request_cancel(&mut self, id: &str, at: &str) -> Result<Option<JobState>, StoreError> {
        let query = sqlx::query_scalar(
            "UPDATE jobs SET
                 cancel_requested = CASE WHEN state IN ('queued', 'running') THEN 1 ELSE cancel_requested END,
                 ended_at = CASE WHEN state = 'queued' THEN ? ELSE ended_at END,
                 state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END
             WHERE id = ? RETURNING state",
        );
        let state = query.bind(at).bind(id).fetch_optional(self.connection()?).await;
        self.whole(state)
    }

    /// Ends a job. `false`, and nothing changed, when it had ended before or there is none.
    pub async fn end_job(&mut self, id: &str, end: &JobEnd) -> Result<bool, StoreError> {
        assert!(end.state.is_ended(), "a job ends as done, failed or cancelled");
        let query = sqlx::query(
            "UPDATE jobs SET state = ?, ended_at = ?, result = ?, result_type = ?, fingerprint = ?, fault = ?,
                is_partial = ?
             WHERE id = ? AND state IN ('queued', 'running')",
        );
        let query = query.bind(end.state).bind(&end.at).bind(&end.result).bind(&end.result_type);
        let query = query.bind(&end.fingerprint).bind(&end.fault).bind(end.is_partial).bind(id);
        let done = query.execute(self.connection()?).await;
        self.whole(done).map(|done| 0 < done.rows_affected())
    }

    /// Removes the results and files of jobs that ended before `at`, and returns how many results; all else of the jobs
    /// stays, also the type of the result, which tells that there was one.
    pub async fn forget_results_before(&mut self, at: &str) -> Result<u64, StoreError> {
        let files =
            sqlx::query("DELETE FROM job_files WHERE job IN (SELECT id FROM jobs WHERE ended_at < ?)");
        let done = files.bind(at).execute(self.connection()?).await;
        self.whole(done)?;
        let results = sqlx::query("UPDATE jobs SET result = NULL WHERE ended_at < ? AND result IS NOT NULL");
        let done = results.bind(at).execute(self.connection()?).await;
        self.whole(done).map(|done| done.rows_affected())
    }

    /// For the start of the program, when nothing runs: jobs that were running are queued again, except those that were
    /// to be stopped, which are cancelled, and those that were started [`LARGEST_ATTEMPTS`] times, which fail with the
    /// fault [`CRASHED`].
    pub async fn requeue_running(&mut self, at: &str) -> Result<Requeued, StoreError> {
        let query = sqlx::query_as(
            "UPDATE jobs SET
                 state = CASE WHEN cancel_requested THEN 'cancelled' WHEN ?1 <= attempts THEN 'failed' ELSE 'queued' END,
                 fault = CASE WHEN NOT cancel_requested AND ?1 <= attempts THEN ?2 END,
                 ended_at = CASE WHEN cancel_requested OR ?1 <= attempts THEN ?3 END,
                 started_at = CASE WHEN cancel_requested OR ?1 <= attempts THEN started_at END
             WHERE state = 'running' RETURNING id, state",
        );
        let query = query.bind(LARGEST_ATTEMPTS).bind(CRASHED).bind(at);
        let rows = query.fetch_all(self.connection()?).await;
        let mut rows: Vec<(String, JobState)> = self.whole(rows)?;
        rows.sort_by(|one, other| one.0.cmp(&other.0));
        let mut requeued = Requeued::default();
        for (id, state) in rows {
            match state {
                JobState::Cancelled => requeued.cancelled.push(id),
                JobState::Failed => requeued.failed.push(id),
                _ => requeued.queued.push(id),
            }
        }
        Ok(requeued)
    }
}
