//! Revisions of a dossier: listed, read, compared and restored.

use serde_json::{Value, json};

use super::answer::{Answer, ReceiptKey, given, keep};
use super::archive::{Archive, revision_unknown, stamp};
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, dossier_tag};
use super::dossiers::{revised, written};
use super::refusal::Refusal;
use crate::store::history::ItemVersion;
use crate::store::revise::changes_towards;
use crate::store::revisions::RevisionRow;

impl Archive {
    /// The revisions of a dossier below a number, newest first.
    pub async fn revisions(
        &self,
        caller: &Caller,
        dossier: &str,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Value, Refusal> {
        self.past_row(caller, dossier).await?;
        let rows = self.store.revisions(dossier, before, limit).await?;
        let is_full = rows.len() == limit as usize;
        let next = rows.last().filter(|row| is_full && 1 < row.number).map(|row| row.number.to_string());
        let items: Vec<Value> = rows.iter().map(|row| revision_json(dossier, row)).collect();
        Ok(json!({"items": items, "next": next}))
    }

    /// One revision with what it changed.
    pub async fn revision(&self, caller: &Caller, dossier: &str, number: i64) -> Result<Value, Refusal> {
        self.past_row(caller, dossier).await?;
        let row = self.store.revision(dossier, number).await?.ok_or_else(|| revision_unknown(number))?;
        let changes = self.store.changes_of(dossier, number).await?;
        let mut told = revision_json(dossier, &row);
        told["changes"] = changes.iter().map(version_json).collect();
        Ok(told)
    }

    /// What is different between two revisions.
    pub async fn difference(
        &self,
        caller: &Caller,
        dossier: &str,
        from: i64,
        to: Option<i64>,
    ) -> Result<Value, Refusal> {
        let row = self.past_row(caller, dossier).await?;
        let to = to.unwrap_or(row.revision);
        for number in [from, to] {
            self.store.revision(dossier, number).await?.ok_or_else(|| revision_unknown(number))?;
        }
        let changes = self.store.changes_between(dossier, from, to).await?;
        let changes: Vec<Value> = changes.iter().map(version_json).collect();
        Ok(json!({"dossier": dossier, "from": from, "to": to, "changes": changes}))
    }

    /// Makes a revision that is as an older one was. A dossier that was removed is made again so, by an admin of every
    /// dossier: there is nothing then that a condition could state.
    pub async fn restore(
        &self,
        caller: &Caller,
        dossier: &str,
        number: i64,
        condition: &Condition,
        receipt: Option<&ReceiptKey>,
    ) -> Result<Answer, Refusal> {
        caller.needs(Role::Approver, dossier)?;
        let mut change = self.store.change().await?;
        if let Some(answer) = given(&mut change, caller, receipt).await? {
            return Ok(answer);
        }
        let row = change.dossier(dossier).await?;
        let row = row.filter(|row| !row.is_deleted || caller.has_everywhere(Role::Admin));
        let row = row.ok_or_else(|| Refusal::dossier_unknown(dossier))?;
        condition.check_write((!row.is_deleted).then(|| dossier_tag(&row)).as_deref())?;
        self.store.revision(dossier, number).await?.ok_or_else(|| revision_unknown(number))?;
        let then = self.store.items_at(dossier, number).await?;
        let changes = changes_towards(&change.items(dossier).await?, &then);
        let at = clock::now();
        let note = format!("revision {number}");
        let action = if row.is_deleted { "dossier_restored" } else { "revision_restored" };
        let revision = change.revise(dossier, &stamp(caller, action, &note, &at), &changes).await?;
        let answer = written(200, &revised(&mut change, dossier, revision).await?, &[]);
        keep(&mut change, caller, receipt, &answer, &at).await?;
        change.commit().await?;
        Ok(answer)
    }
}

fn revision_json(dossier: &str, row: &RevisionRow) -> Value {
    json!({
        "dossier": dossier,
        "number": row.number,
        "at": row.at,
        "actor": row.actor,
        "action": row.action,
        "note": row.note,
        "request_id": row.request,
        "n_changes": row.n_changes,
        "digest": row.digest,
    })
}

/// An item before and after.
pub(super) fn version_json(version: &ItemVersion) -> Value {
    let read = |text: &Option<String>| -> Value {
        text.as_ref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    };
    json!({
        "table": version.collection,
        "key": version.key,
        "before": read(&version.before),
        "after": read(&version.after),
    })
}
