//! Dossiers as a whole: listed, read, replaced, merged into and removed.

use serde_json::{Value, json};

use super::answer::{Answer, ReceiptKey, given, keep};
use super::archive::{Archive, stamp};
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, dossier_tag};
use super::keys::note_role;
use super::refusal::Refusal;
use super::sent::{Draft, Placed, taken_apart};
use super::snapshot::{SETTINGS, Snapshot};
use super::whole::replacing;
use crate::store::change::Change;
use crate::store::dossiers::DossierRow;
use crate::store::error::StoreError;
use crate::store::revise::ItemChange;
use crate::wire::item_cell::Manner;

/// Bytes of the longest name of a dossier.
const ID_MAX: usize = 64;

impl Archive {
    /// The dossiers that the caller may see, by name.
    pub async fn dossiers(&self, caller: &Caller) -> Result<Value, Refusal> {
        let mut told = Vec::new();
        for row in self.store.dossiers().await? {
            if caller.role_on(&row.id).is_some() {
                told.push(self.head(caller, &row).await?);
            }
        }
        Ok(json!({"items": told}))
    }

    /// A dossier without its items, with its tag.
    pub async fn dossier_head(&self, caller: &Caller, dossier: &str) -> Result<(Value, String), Refusal> {
        let row = self.row(caller, dossier, Role::Viewer).await?;
        Ok((self.head(caller, &row).await?, dossier_tag(&row)))
    }

    async fn head(&self, caller: &Caller, row: &DossierRow) -> Result<Value, Refusal> {
        let settings = self.store.item(&row.id, SETTINGS, "").await?;
        let settings: Value =
            settings.and_then(|item| serde_json::from_str(&item.body).ok()).unwrap_or_default();
        Ok(json!({
            "id": row.id,
            "name_en": settings["name_en"].as_str(),
            "name_fr": settings["name_fr"].as_str(),
            "currency": settings["currency"].as_str(),
            "revision": row.revision,
            "role": caller.role_on(&row.id).map(Role::name),
            "created_at": row.created_at,
            "changed_at": row.changed_at,
        }))
    }

    /// Makes a dossier, or replaces all of one; whether it is new, and its revision.
    pub async fn put_dossier(
        &self,
        caller: &Caller,
        dossier: &str,
        condition: &Condition,
        bundle: &Value,
    ) -> Result<Answer, Refusal> {
        check_id(dossier)?;
        // Who makes a dossier is its admin; who may make one is an admin, or an analyst, everywhere.
        if caller.role_on(dossier).is_none() {
            caller.needs_everywhere(Role::Analyst)?;
        }
        let mut change = self.store.change().await?;
        let row = change.dossier(dossier).await?.filter(|row| !row.is_deleted);
        let is_new = row.is_none();
        caller.needs(if is_new { Role::Analyst } else { Role::Admin }, dossier)?;
        condition.check_write(row.as_ref().map(dossier_tag).as_deref())?;
        let mut faults = Vec::new();
        let sent = taken_apart(bundle, &mut faults);
        let now = change.items(dossier).await?;
        let changes = replacing(&now, &sent, &mut faults);
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        if let (Some(row), true) = (&row, changes.is_empty()) {
            return Ok(written(200, row, &[]));
        }
        let at = clock::now();
        let action = if is_new { "dossier_created" } else { "dossier_replaced" };
        let revision = change.revise(dossier, &stamp(caller, action, "", &at), &changes).await?;
        if is_new && caller.role_on(dossier) < Some(Role::Admin) {
            note_role(&mut change, caller, (&caller.name, dossier), Some(Role::Admin), &at).await?;
        }
        let row = revised(&mut change, dossier, revision).await?;
        change.commit().await?;
        Ok(written(if is_new { 201 } else { 200 }, &row, &[]))
    }

    /// Merges settings and rows of any tables into a dossier, all or none.
    pub async fn upsert(
        &self,
        caller: &Caller,
        dossier: &str,
        condition: &Condition,
        bundle: &Value,
        receipt: Option<&ReceiptKey>,
    ) -> Result<Answer, Refusal> {
        caller.needs(Role::Analyst, dossier)?;
        let mut change = self.store.change().await?;
        if let Some(answer) = given(&mut change, caller, receipt).await? {
            return Ok(answer);
        }
        let row = change.dossier(dossier).await?.filter(|row| !row.is_deleted);
        let row = row.ok_or_else(|| Refusal::dossier_unknown(dossier))?;
        condition.check_write(Some(&dossier_tag(&row)))?;
        let mut faults = Vec::new();
        let sent = taken_apart(bundle, &mut faults);
        let Snapshot { settings, tables, .. } =
            Snapshot::new(dossier, (row.revision, &row.digest), change.items(dossier).await?)?;
        let mut draft = Draft::new(settings, tables, Manner::Exact);
        if let Some(settings) = sent.settings {
            draft.settle(settings, false);
        }
        for (schema, rows) in &sent.tables {
            draft.upsert(schema, rows, &format!("/{}", schema.name), &mut faults);
        }
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let placed = std::mem::take(&mut draft.placed);
        let changes: Vec<ItemChange> = draft.changes();
        let at = clock::now();
        let revision = match changes.is_empty() {
            true => row.revision,
            false => change.revise(dossier, &stamp(caller, "items_merged", "", &at), &changes).await?,
        };
        let answer = written(200, &revised(&mut change, dossier, revision).await?, &placed);
        keep(&mut change, caller, receipt, &answer, &at).await?;
        change.commit().await?;
        Ok(answer)
    }

    /// Removes a dossier with every role on it; its revisions stay, and a new one of the same name goes on from them.
    pub async fn remove_dossier(
        &self,
        caller: &Caller,
        dossier: &str,
        condition: &Condition,
    ) -> Result<(), Refusal> {
        caller.needs(Role::Admin, dossier)?;
        let mut change = self.store.change().await?;
        let row = change.dossier(dossier).await?.filter(|row| !row.is_deleted);
        let row = row.ok_or_else(|| Refusal::dossier_unknown(dossier))?;
        condition.check_write(Some(&dossier_tag(&row)))?;
        change.remove_dossier(dossier, &stamp(caller, "dossier_removed", "", &clock::now())).await?;
        // Who had a role on it has none on another one of the same name.
        change.ungrant_all(dossier).await?;
        Ok(change.commit().await?)
    }
}

/// The row of a dossier that a change has just brought to a revision.
pub async fn revised(change: &mut Change, dossier: &str, revision: i64) -> Result<DossierRow, Refusal> {
    let row = change.dossier(dossier).await?.filter(|row| row.revision == revision);
    row.ok_or_else(|| StoreError::broken("a dossier is not at the revision that it was given").into())
}

/// What a write is answered with: the revision, and where every row went.
pub fn written(status: u16, row: &DossierRow, placed: &[Placed]) -> Answer {
    let items: Vec<Value> = placed
        .iter()
        .map(|placed| {
            json!({
                "table": placed.schema.name,
                "key": placed.key,
                "external_id": placed.external_id,
                "outcome": placed.outcome.name(),
            })
        })
        .collect();
    let body = json!({"dossier": row.id, "revision": row.revision, "items": items});
    let answer = Answer::json(status, &body).tagged(dossier_tag(row));
    if status == 201 { answer.at(format!("/api/v1/dossiers/{}", row.id)) } else { answer }
}

/// Refuses names that would not stand in an address as they are.
pub(super) fn check_id(id: &str) -> Result<(), Refusal> {
    let is_plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "._-".contains(letter);
    let begins =
        id.chars().next().is_some_and(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    if begins && id.len() <= ID_MAX && id.chars().all(is_plain) {
        return Ok(());
    }
    Err(Refusal::malformed(
        "/dossier",
        "name_invalid",
        "A dossier is named with at most 64 of a to z, 0 to 9, `.`, `_` and `-`, the first a letter or digit.",
        "Un dossier se nomme avec au plus 64 signes parmi a à z, 0 à 9, `.`, `_` et `-`, le premier une lettre ou un chiffre.",
    ))
}
