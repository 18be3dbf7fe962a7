//! Dossiers as a whole: listed, read, replaced and removed.

use serde_json::{Value, json};

use super::address::dossier_at;
use super::answer::Answer;
use super::archive::{Archive, stamp};
use super::aside::aside;
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, dossier_tag};
use super::keys::note_role;
use super::listing::{Listing, page_json};
use super::refusal::Refusal;
use super::sent::{Placed, taken_apart};
use super::snapshot::SETTINGS;
use super::whole::{in_place, wanted};
use crate::store::change::Change;
use crate::store::dossiers::DossierRow;
use crate::store::error::StoreError;

/// Bytes of the longest name of a dossier.
const ID_MAX: usize = 64;

impl Archive {
    /// The dossiers that the caller may see, by name.
    pub async fn dossiers(&self, caller: &Caller, listing: &Listing) -> Result<Value, Refusal> {
        let mut seen = self.store.dossiers().await?;
        seen.retain(|row| caller.role_on(&row.id).is_some());
        let cut = listing.cut(seen, |row| &row.id);
        let mut told = Vec::new();
        for row in &cut.entries {
            told.push(self.head(caller, row).await?);
        }
        Ok(page_json(told, cut.next))
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
        bundle: Value,
    ) -> Result<Answer, Refusal> {
        check_id(dossier)?;
        // Who makes a dossier is its admin; who may make one is an admin, or an analyst, everywhere.
        if caller.role_on(dossier).is_none() {
            caller.needs_everywhere(Role::Analyst)?;
        }
        check_put(caller, dossier, self.store.dossier(dossier).await?.as_ref(), condition)?;
        // Judged before anybody has to wait for it.
        let judged = aside(move || {
            let mut faults = Vec::new();
            let wanted = wanted(&taken_apart(&bundle, &mut faults), &mut faults);
            if faults.is_empty() { Ok(wanted) } else { Err(faults) }
        });
        let wanted = judged.await?.map_err(Refusal::Invalid)?;
        let mut change = self.store.change().await?;
        let row = change.dossier(dossier).await?.filter(|row| !row.is_deleted);
        check_put(caller, dossier, row.as_ref(), condition)?;
        let is_new = row.is_none();
        let now = change.items(dossier).await?;
        let changes = aside(move || in_place(&now, wanted)).await?;
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
        let at = clock::now();
        change.remove_dossier(dossier, &stamp(caller, "dossier_removed", "", &at)).await?;
        // Who had a role on it has none on another one of the same name.
        for grant in self.store.grants(dossier).await? {
            note_role(&mut change, caller, (&grant.principal, dossier), None, &at).await?;
        }
        Ok(change.commit().await?)
    }
}

/// Refuses who may not make or replace a dossier, and what does not state the one that is there.
fn check_put(
    caller: &Caller,
    dossier: &str,
    row: Option<&DossierRow>,
    condition: &Condition,
) -> Result<(), Refusal> {
    caller.needs(if row.is_none() { Role::Analyst } else { Role::Admin }, dossier)?;
    condition.check_write(row.map(dossier_tag).as_deref())
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
    if status == 201 { answer.at(dossier_at(&row.id)) } else { answer }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_sent_is_judged_while_somebody_else_writes() {
        let folder = tempfile::tempdir().expect("a folder");
        let archive = Archive::open(folder.path(), None).await.expect("a store");
        let (caller, any) = (Caller::local(""), Condition::any());
        let bundle = json!({"workspace": {"currency": "EUR"}, "roles": [{"id": "R1"}]});
        let made = archive.put_dossier(&caller, "mine", &Condition::default(), bundle).await;
        assert_eq!(made.expect("a dossier").status, 201);
        let wrong = json!({"roles": [{"id": "R1", "day_rate_eur": "many"}]});
        let writing = archive.store.change().await.expect("nobody writes");
        // Whoever had to wait for the other one would be told that the store is busy.
        let put = archive.put_dossier(&caller, "mine", &any, wrong.clone()).await;
        assert!(matches!(put, Err(Refusal::Invalid(_))), "{put:?}");
        let merged = archive.merge(&caller, "mine", &any, wrong, None).await;
        assert!(matches!(merged, Err(Refusal::Invalid(_))), "{merged:?}");
        drop(writing);
        let right = json!({"roles": [{"id": "R1", "day_rate_eur": "800"}]});
        let merged = archive.merge(&caller, "mine", &any, right, None).await;
        assert_eq!(merged.expect("an answer").status, 200);
    }
}
