//! The audit log: what was done, by whom, in an order that cannot be changed unnoticed.

use sqlx::sqlite::SqliteConnection;

use super::chain::Link;
use super::change::Change;
use super::database::Store;
use super::error::StoreError;
use super::stamp::Stamp;

/// How many rows are checked with one query.
const ROWS_AT_ONCE: i64 = 1000;

/// What is to be noted.
#[derive(Clone, Copy, Debug)]
pub struct AuditEntry<'a> {
    pub stamp: &'a Stamp,
    pub dossier: Option<&'a str>,
    pub revision: Option<i64>,
    /// What it was done to: a dossier, a job, a key, a principal.
    pub subject: &'a str,
    /// Of the revision that it made: what the rows were and are follows from it.
    pub digest: Option<&'a str>,
    /// What the subject was, as JSON; nothing for rows, and for what was not there.
    pub before: Option<&'a str>,
    /// What the subject is.
    pub after: Option<&'a str>,
}

impl<'a> AuditEntry<'a> {
    /// What was done to a subject, and nothing more.
    pub fn of(stamp: &'a Stamp, subject: &'a str) -> AuditEntry<'a> {
        AuditEntry { stamp, dossier: None, revision: None, subject, digest: None, before: None, after: None }
    }
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AuditEvent {
    /// From 1, without gaps.
    pub seq: i64,
    pub at: String,
    pub actor: String,
    pub action: String,
    pub dossier: Option<String>,
    pub revision: Option<i64>,
    pub subject: String,
    pub note: String,
    pub request: String,
    /// Of the revision that it made.
    pub digest: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// SHA-256 of the hash before and of the fields above, in hexadecimal digits.
    pub hash: String,
    /// Rows that its revision changed.
    pub n_changes: Option<i64>,
}

/// A line with the digest that its revision has.
#[derive(sqlx::FromRow)]
struct Checked {
    #[sqlx(flatten)]
    event: AuditEvent,
    stands: Option<String>,
}

/// The columns of a line.
macro_rules! line {
    () => {
        "seq, at, actor, action, dossier, revision, subject, note, request, digest, before, after, hash,
         (SELECT n_changes FROM revisions
          WHERE revisions.dossier = audit.dossier AND revisions.number = audit.revision) AS n_changes"
    };
}

impl Change {
    /// Adds a line to the log.
    pub async fn note(&mut self, entry: &AuditEntry<'_>) -> Result<(), StoreError> {
        let done = append(self.connection()?, entry).await;
        self.whole(done)
    }
}

impl Store {
    /// At most `limit` lines below `before_seq`, newest first: those of one dossier, or all.
    pub async fn audit(
        &self,
        dossier: Option<&str>,
        before_seq: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditEvent>, StoreError> {
        let query = match dossier {
            Some(dossier) => sqlx::query_as(concat!(
                "SELECT ",
                line!(),
                " FROM audit WHERE dossier = ? AND seq < ? ORDER BY seq DESC LIMIT ?"
            ))
            .bind(dossier),
            None => sqlx::query_as(concat!(
                "SELECT ",
                line!(),
                " FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?"
            )),
        };
        Ok(query.bind(before_seq.unwrap_or(i64::MAX)).bind(limit).fetch_all(&self.readers).await?)
    }

    /// The number of the first line that is not as it was written, or that is missing; `None` when all is well. That the
    /// last lines are cut off shows only to someone who knows the newest hash.
    pub async fn first_broken_line(&self) -> Result<Option<i64>, StoreError> {
        let (mut previous, mut seq) = (String::new(), 0);
        loop {
            let query = sqlx::query_as(concat!(
                "SELECT ",
                line!(),
                ", (SELECT revisions.digest FROM revisions
                    WHERE revisions.dossier = audit.dossier AND revisions.number = audit.revision) AS stands
                 FROM audit WHERE seq > ? ORDER BY seq LIMIT ?"
            ));
            let lines: Vec<Checked> = query.bind(seq).bind(ROWS_AT_ONCE).fetch_all(&self.readers).await?;
            if lines.is_empty() {
                return Ok(None);
            }
            for Checked { event, stands } in lines {
                seq += 1;
                let is_of_its_revision = event.digest.is_none() || event.digest == stands;
                if event.seq != seq || event.hash != hash(&previous, &event) || !is_of_its_revision {
                    return Ok(Some(seq));
                }
                previous = event.hash;
            }
        }
    }
}

/// Adds a line to the log.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    entry: &AuditEntry<'_>,
) -> Result<(), sqlx::Error> {
    let query = sqlx::query_as("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    let last: Option<(i64, String)> = query.fetch_optional(&mut *connection).await?;
    let (last_seq, last_hash) = last.unwrap_or_default();
    let stamp = entry.stamp.clone();
    let mut event = AuditEvent {
        seq: last_seq + 1,
        at: stamp.at,
        actor: stamp.actor,
        action: stamp.action,
        dossier: entry.dossier.map(str::to_string),
        revision: entry.revision,
        subject: entry.subject.to_string(),
        note: stamp.note,
        request: stamp.request,
        digest: entry.digest.map(str::to_string),
        before: entry.before.map(str::to_string),
        after: entry.after.map(str::to_string),
        hash: String::new(),
        n_changes: None,
    };
    event.hash = hash(&last_hash, &event);
    let query = sqlx::query(
        "INSERT INTO audit (seq, at, actor, action, dossier, revision, subject, note, request, hash, digest, before, after)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let query = query.bind(event.seq).bind(event.at).bind(event.actor).bind(event.action);
    let query = query.bind(event.dossier).bind(event.revision).bind(event.subject);
    let query = query.bind(event.note).bind(event.request).bind(event.hash);
    query.bind(event.digest).bind(event.before).bind(event.after).execute(connection).await?;
    Ok(())
}

/// A line that has neither a digest nor anything before and after is hashed as lines were before there were these.
fn hash(previous: &str, event: &AuditEvent) -> String {
    let link = Link::after(previous)
        .number(event.seq)
        .text(&event.at)
        .text(&event.actor)
        .text(&event.action)
        .maybe(event.dossier.as_deref(), Link::text)
        .maybe(event.revision, Link::number)
        .text(&event.subject)
        .text(&event.note)
        .text(&event.request);
    let more = [&event.digest, &event.before, &event.after];
    if more.iter().all(|field| field.is_none()) {
        return link.digest();
    }
    more.into_iter().fold(link, |link, field| link.maybe(field.as_deref(), Link::text)).digest()
}
