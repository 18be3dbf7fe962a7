//! Rows merged into a dossier: judged while others write, and written if the dossier is still the one they were judged on.

use std::sync::Arc;

use serde_json::Value;

use super::answer::{Answer, ReceiptKey, given, given_already, keep};
use super::archive::{Archive, stamp};
use super::aside::aside;
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, dossier_tag};
use super::dossiers::{revised, written};
use super::refusal::Refusal;
use super::sent::{Draft, Placed, SETTINGS_TOO, taken_apart};
use super::snapshot::{SETTINGS, Snapshot};
use crate::store::change::Change;
use crate::store::dossiers::DossierRow;
use crate::store::revise::ItemChange;
use crate::wire::fault::RequestFault;
use crate::wire::item_cell::Manner;
use crate::wire::pointer::step;
use crate::wire::settings::misread;

/// How often rows are judged again because somebody else wrote meanwhile, before others have to wait for it.
const JUDGED_AGAIN: usize = 2;

/// Rows that were judged: what changes, and where each goes.
struct Merged {
    changes: Vec<ItemChange>,
    placed: Vec<Placed>,
}

impl Archive {
    /// Merges settings and rows of any tables into a dossier, all or none.
    pub async fn merge(
        &self,
        caller: &Caller,
        dossier: &str,
        condition: &Condition,
        bundle: Value,
        receipt: Option<&ReceiptKey>,
    ) -> Result<Answer, Refusal> {
        caller.needs(Role::Analyst, dossier)?;
        let bundle = Arc::new(bundle);
        let mut attempt = 0;
        loop {
            if let Some(answer) = given_already(&self.store, caller, receipt).await? {
                return Ok(answer);
            }
            let row = self.row(caller, dossier, Role::Analyst).await?;
            condition.check_write(Some(&dossier_tag(&row)))?;
            let snapshot = self.snapshot(dossier, row.revision, &row.digest).await?;
            let merged = match judged(snapshot, &bundle).await {
                // The same request may have been done while this one was judged.
                Err(refusal) => {
                    return given_already(&self.store, caller, receipt).await?.ok_or(refusal);
                }
                Ok(merged) => merged,
            };
            let mut change = self.store.change().await?;
            if let Some(answer) = given(&mut change, caller, receipt).await? {
                return Ok(answer);
            }
            let now = change.dossier(dossier).await?.filter(|row| !row.is_deleted);
            let now = now.ok_or_else(|| Refusal::dossier_unknown(dossier))?;
            condition.check_write(Some(&dossier_tag(&now)))?;
            let merged = match now.digest == row.digest {
                true => merged,
                false if attempt < JUDGED_AGAIN => {
                    attempt += 1;
                    continue;
                }
                false => {
                    let items = change.items(dossier).await?;
                    let snapshot = Snapshot::new(dossier, (now.revision, &now.digest), items)?;
                    judged(Arc::new(snapshot), &bundle).await?
                }
            };
            return wrote(change, caller, now, merged, receipt).await;
        }
    }
}

/// Judges rows against a dossier, on a thread of its own.
async fn judged(snapshot: Arc<Snapshot>, bundle: &Arc<Value>) -> Result<Merged, Refusal> {
    let bundle = Arc::clone(bundle);
    aside(move || merged(&snapshot, &bundle)).await?.map_err(Refusal::Invalid)
}

fn merged(snapshot: &Snapshot, bundle: &Value) -> Result<Merged, Vec<RequestFault>> {
    let mut faults = Vec::new();
    let sent = taken_apart(bundle, &mut faults);
    let mut draft = Draft::new(snapshot.settings.clone(), snapshot.tables.clone(), Manner::Exact);
    if let Some(settings) = sent.settings {
        let name = if bundle.get(SETTINGS).is_some() { SETTINGS } else { SETTINGS_TOO };
        faults.extend(misread(settings, &step("", name)));
        draft.settle(settings, false);
    }
    for (schema, rows) in &sent.tables {
        draft.upsert(schema, rows, &format!("/{}", schema.name), &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let placed = std::mem::take(&mut draft.placed);
    Ok(Merged { changes: draft.changes(), placed })
}

async fn wrote(
    mut change: Change,
    caller: &Caller,
    row: DossierRow,
    merged: Merged,
    receipt: Option<&ReceiptKey>,
) -> Result<Answer, Refusal> {
    let at = clock::now();
    let row = match merged.changes.is_empty() {
        true => row,
        false => {
            let stamp = stamp(caller, "items_merged", "", &at);
            let revision = change.revise(&row.id, &stamp, &merged.changes).await?;
            revised(&mut change, &row.id, revision).await?
        }
    };
    let answer = written(200, &row, &merged.placed);
    keep(&mut change, caller, receipt, &answer, &at).await?;
    change.commit().await?;
    Ok(answer)
}
