//! The audit log: who did what and when, of one dossier or of all.

use serde_json::{Value, json};

use super::archive::Archive;
use super::caller::{Caller, Role};
use super::refusal::Refusal;
use crate::store::audit::AuditEvent;

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
            Some(dossier) => drop(self.row(caller, dossier, Role::Viewer).await?),
            None => caller.needs_everywhere(Role::Admin)?,
        }
        let events = self.store.audit(dossier, before, limit).await?;
        let is_full = events.len() == limit as usize;
        let next = events.last().filter(|event| is_full && 1 < event.seq).map(|event| event.seq.to_string());
        let items: Vec<Value> = events.iter().map(event_json).collect();
        Ok(json!({"items": items, "next": next}))
    }
}

fn event_json(event: &AuditEvent) -> Value {
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
        "hash": event.hash,
    })
}
