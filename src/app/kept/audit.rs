//! The audit log: who did what and when, of one dossier or of all, with what it was and what it is.

use serde_json::{Value, json};

use super::address::dossier_at;
use super::archive::{Archive, stamp};
use super::caller::{Caller, Role};
use super::refusal::Refusal;
use super::revisions::version_json;
use crate::store::audit::{AuditEntry, AuditEvent};
use crate::store::change::Change;

/// Most rows that are told with one line; of more, where they can be read.
const ROWS_OF_LINE: i64 = 100;

/// Most rows that are told with all lines of a page.
const ROWS_OF_PAGE: i64 = 1000;

impl Archive {
    /// Lines below a number, newest first: of a dossier, or of everything.
    pub async fn audit(
        &self,
        caller: &Caller,
        dossier: Option<&str>,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Value, Refusal> {
        match dossier {
            Some(dossier) => drop(self.past_row(caller, dossier).await?),
            None => caller.needs_everywhere(Role::Admin)?,
        }
        let events = self.store.audit(dossier, before, limit).await?;
        let is_full = events.len() == limit as usize;
        let next = events.last().filter(|event| is_full && 1 < event.seq).map(|event| event.seq.to_string());
        let (mut items, mut left) = (Vec::new(), ROWS_OF_PAGE);
        for event in &events {
            let rows = match (&event.dossier, event.revision, event.n_changes) {
                (Some(dossier), Some(revision), Some(n)) if n <= ROWS_OF_LINE.min(left) => {
                    left -= n;
                    let rows = self.store.changes_of(dossier, revision).await?;
                    Some(rows.iter().map(version_json).collect())
                }
                _ => None,
            };
            items.push(event_json(event, rows));
        }
        Ok(json!({"items": items, "next": next}))
    }
}

/// Says in the log what was asked of a job.
pub async fn note_job(
    change: &mut Change,
    caller: &Caller,
    action: &str,
    (job, dossier): (&str, &str),
    kind: &str,
    at: &str,
) -> Result<(), Refusal> {
    let stamp = stamp(caller, action, kind, at);
    let entry = AuditEntry { dossier: Some(dossier), ..AuditEntry::of(&stamp, job) };
    Ok(change.note(&entry).await?)
}

fn event_json(event: &AuditEvent, rows: Option<Vec<Value>>) -> Value {
    let read = |text: &Option<String>| -> Value {
        text.as_ref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    let earlier = event.revision.filter(|revision| 1 < *revision).map(|revision| revision - 1);
    let (before, after) = match (event.revision, rows.as_deref()) {
        (_, Some([row])) => (row["before"].clone(), row["after"].clone()),
        (Some(revision), _) => (
            earlier.map_or(Value::Null, |revision| json!({"revision": revision})),
            json!({"revision": revision}),
        ),
        (None, _) => (read(&event.before), read(&event.after)),
    };
    let comparison = earlier
        .zip(event.revision)
        .zip(event.dossier.as_ref())
        .map(|((from, to), dossier)| format!("{}/revisions/{from}/difference?to={to}", dossier_at(dossier)));
    json!({
        "seq": event.seq,
        "at": event.at,
        "actor": event.actor,
        "action": event.action,
        "dossier": event.dossier,
        "revision": event.revision,
        "subject": event.subject,
        "note": event.note,
        "request_id": event.request,
        "before": before,
        "after": after,
        "n_changes": event.n_changes,
        "changes": rows,
        "comparison": comparison,
        "hash": event.hash,
    })
}
