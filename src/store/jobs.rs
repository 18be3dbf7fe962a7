//! Jobs: work that was asked for, with its files and its result.

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqliteExecutor};

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum JobState {
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

impl JobState {
    pub const ALL: [JobState; 5] =
        [JobState::Queued, JobState::Running, JobState::Done, JobState::Failed, JobState::Cancelled];

    pub fn name(self) -> &'static str {
        match self {
            JobState::Queued => "queued",
            JobState::Running => "running",
            JobState::Done => "done",
            JobState::Failed => "failed",
            JobState::Cancelled => "cancelled",
        }
    }

    /// The state of that name; `None` for any other text.
    pub fn parse(name: &str) -> Option<JobState> {
        JobState::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Nothing more will happen to the job.
    pub fn is_ended(self) -> bool {
        matches!(self, JobState::Done | JobState::Failed | JobState::Cancelled)
    }
}

/// One job.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct JobRow {
    /// Sorts by the time the job was made.
    pub id: String,
    pub dossier: String,
    /// The revision of the dossier that the job reads.
    pub revision: i64,
    pub kind: String,
    /// What was asked for, as JSON text.
    pub request: String,
    pub actor: String,
    pub state: JobState,
    pub created_at: String,
    pub started_at: Option<String>,
    pub ended_at: Option<String>,
    /// Left out, `None`, where the text of the method says so.
    pub result: Option<Vec<u8>>,
    pub result_type: Option<String>,
    pub fingerprint: Option<String>,
    /// Why it failed.
    pub fault: Option<String>,
    pub cancel_requested: bool,
    /// Whether it was stopped before its end, so that its result is not whole.
    pub is_partial: bool,
    /// Where to send word when it ends.
    pub webhook: Option<String>,
    /// How often it was started.
    pub attempts: i64,
}

/// A job to be queued.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewJob {
    pub id: String,
    pub dossier: String,
    pub revision: i64,
    pub kind: String,
    pub request: String,
    pub actor: String,
    pub created_at: String,
    pub webhook: Option<String>,
    pub files: Vec<JobFile>,
}

/// A file that a job reads.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct JobFile {
    pub name: String,
    pub content: Vec<u8>,
}

/// Which jobs to list; what is `None` does not matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct JobFilter<'a> {
    /// Only jobs of these.
    pub dossiers: Option<&'a [String]>,
    pub kind: Option<&'a str>,
    pub state: Option<JobState>,
    /// Only ids below this one: the last of the page before.
    pub before: Option<&'a str>,
}

/// The columns of [`JobRow`]; what is read as its result is said by whoever asks.
macro_rules! job_columns {
    ($result:literal) => {
        concat!(
            "id, dossier, revision, kind, request, actor, state, created_at, started_at, ended_at, ",
            $result,
            ", result_type, fingerprint, fault, cancel_requested, is_partial, webhook, attempts"
        )
    };
}
pub(super) use job_columns;

/// Jobs without their results.
const HEADS: &str = concat!("SELECT ", job_columns!("NULL AS result"), " FROM jobs WHERE true");

impl Change {
    /// Queues a job with its files.
    pub async fn add_job(&mut self, job: &NewJob) -> Result<(), StoreError> {
        let query = sqlx::query(
            "INSERT INTO jobs (id, dossier, revision, kind, request, actor, state, created_at, webhook)
             VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?)",
        );
        let query =
            query.bind(&job.id).bind(&job.dossier).bind(job.revision).bind(&job.kind).bind(&job.request);
        let query = query.bind(&job.actor).bind(&job.created_at).bind(&job.webhook);
        let done = query.execute(self.connection()?).await;
        self.whole(done)?;
        for (position, file) in (0_i64..).zip(&job.files) {
            let query =
                sqlx::query("INSERT INTO job_files (job, position, name, content) VALUES (?, ?, ?, ?)");
            let query = query.bind(&job.id).bind(position).bind(&file.name).bind(&file.content);
            let done = query.execute(self.connection()?).await;
            self.whole(done)?;
        }
        Ok(())
    }

    /// The newest job that did all of just this, asked for since a moment and since the last change of a decision model.
    pub async fn done_alike(&mut self, job: &NewJob, since: &str) -> Result<Option<String>, StoreError> {
        let query = sqlx::query_scalar(
            "SELECT id FROM jobs
             WHERE state = 'done' AND result IS NOT NULL AND NOT is_partial AND dossier = ? AND revision = ? AND kind = ?
                 AND request = ? AND created_at >= ?
                 AND created_at > coalesce((SELECT max(at) FROM models), '')
             ORDER BY id DESC LIMIT 1",
        );
        let query =
            query.bind(&job.dossier).bind(job.revision).bind(&job.kind).bind(&job.request).bind(since);
        let found = query.fetch_optional(self.connection()?).await;
        self.whole(found)
    }

    /// The job with its result; `None` when there is none.
    pub async fn job(&mut self, id: &str) -> Result<Option<JobRow>, StoreError> {
        let found = job(self.connection()?, id).await;
        self.whole(found)
    }
}

impl Store {
    /// The job with its result; `None` when there is none.
    pub async fn job(&self, id: &str) -> Result<Option<JobRow>, StoreError> {
        Ok(job(&self.readers, id).await?)
    }

    /// The job without its result; `None` when there is none.
    pub async fn job_head(&self, id: &str) -> Result<Option<JobRow>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(HEADS);
        query.push(" AND id = ").push_bind(id);
        Ok(query.build_query_as().fetch_optional(&self.readers).await?)
    }

    /// At most `limit` jobs without their results, newest first.
    pub async fn job_heads(&self, filter: &JobFilter<'_>, limit: u32) -> Result<Vec<JobRow>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(HEADS);
        if let Some(dossiers) = filter.dossiers {
            query.push(" AND dossier IN (");
            let mut names = query.separated(", ");
            dossiers.iter().for_each(|dossier| {
                names.push_bind(dossier);
            });
            query.push(")");
        }
        if let Some(kind) = filter.kind {
            query.push(" AND kind = ").push_bind(kind);
        }
        if let Some(state) = filter.state {
            query.push(" AND state = ").push_bind(state);
        }
        if let Some(before) = filter.before {
            query.push(" AND id < ").push_bind(before);
        }
        query.push(" ORDER BY id DESC LIMIT ").push_bind(limit);
        Ok(query.build_query_as().fetch_all(&self.readers).await?)
    }

    /// The files of a job, in the order they were given.
    pub async fn job_files(&self, id: &str) -> Result<Vec<JobFile>, StoreError> {
        let query = sqlx::query_as("SELECT name, content FROM job_files WHERE job = ? ORDER BY position");
        Ok(query.bind(id).fetch_all(&self.readers).await?)
    }
}

async fn job<'c>(executor: impl SqliteExecutor<'c>, id: &str) -> Result<Option<JobRow>, sqlx::Error> {
    let query = sqlx::query_as(concat!("SELECT ", job_columns!("result"), " FROM jobs WHERE id = ?"));
    query.bind(id).fetch_optional(executor).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_own_name() {
        for state in JobState::ALL {
            assert_eq!(JobState::parse(state.name()), Some(state));
        }
        assert_eq!(JobState::parse("Queued"), None);
    }
}
