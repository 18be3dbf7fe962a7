//! The items of a dossier as they were, and what changed between two revisions.

use super::database::Store;
use super::error::StoreError;
use super::items::Item;
use super::revise::{self, Settled};
use super::revisions::RevisionRow;

/// How many revisions are checked with one query for their rows.
const REVISIONS_AT_ONCE: u32 = 500;

/// One item before and after; `None` where it was not there.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ItemVersion {
    pub collection: String,
    pub key: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Store {
    /// The items as they were just after `revision`, by collection, position and key; a number above the newest gives
    /// the items of now, one below 1 none.
    pub async fn items_at(&self, dossier: &str, revision: i64) -> Result<Vec<Item>, StoreError> {
        // With max() SQLite takes the other columns from the row that holds the maximum.
        let query = sqlx::query_as(
            "SELECT collection, key, revision, position, body FROM (
                 SELECT collection, key, max(revision) AS revision, position, body FROM changes
                 WHERE dossier = ? AND revision <= ? GROUP BY collection, key
             )
             WHERE body IS NOT NULL ORDER BY collection, position, key",
        );
        Ok(query.bind(dossier).bind(revision).fetch_all(&self.readers).await?)
    }

    /// What one revision changed, by collection and key. An item that only moved has the same body before and after.
    pub async fn changes_of(&self, dossier: &str, revision: i64) -> Result<Vec<ItemVersion>, StoreError> {
        let query = sqlx::query_as(
            "SELECT collection, key,
                 (SELECT earlier.body FROM changes AS earlier
                  WHERE earlier.dossier = this.dossier AND earlier.collection = this.collection
                      AND earlier.key = this.key AND earlier.revision < this.revision
                  ORDER BY earlier.revision DESC LIMIT 1) AS before,
                 body AS after
             FROM changes AS this WHERE dossier = ? AND revision = ? ORDER BY collection, key",
        );
        Ok(query.bind(dossier).bind(revision).fetch_all(&self.readers).await?)
    }

    /// Every item whose body differs between the states after `from` and after `to`, by collection and key; `from` may
    /// be the later one, and 0 is the empty dossier. What was changed and changed back is not there.
    pub async fn changes_between(
        &self,
        dossier: &str,
        from: i64,
        to: i64,
    ) -> Result<Vec<ItemVersion>, StoreError> {
        let query = sqlx::query_as(
            "SELECT collection, key, before, after FROM (
                 SELECT collection, key,
                     (SELECT body FROM changes AS one
                      WHERE one.dossier = ?1 AND one.collection = named.collection
                          AND one.key = named.key AND one.revision <= ?2
                      ORDER BY one.revision DESC LIMIT 1) AS before,
                     (SELECT body FROM changes AS one
                      WHERE one.dossier = ?1 AND one.collection = named.collection
                          AND one.key = named.key AND one.revision <= ?3
                      ORDER BY one.revision DESC LIMIT 1) AS after
                 FROM (SELECT DISTINCT collection, key FROM changes
                       WHERE dossier = ?1 AND revision > min(?2, ?3) AND revision <= max(?2, ?3)) AS named
             )
             WHERE before IS NOT after ORDER BY collection, key",
        );
        Ok(query.bind(dossier).bind(from).bind(to).fetch_all(&self.readers).await?)
    }

    /// The number of the first revision whose digest does not follow from the one before it and from its changes, or
    /// that is missing; `None` when the history is as it was written.
    pub async fn first_broken_revision(&self, dossier: &str) -> Result<Option<i64>, StoreError> {
        let mut previous = String::new();
        let mut number = 0;
        loop {
            let rows = self.revisions_after(dossier, number).await?;
            if rows.is_empty() {
                return Ok(None);
            }
            for row in rows {
                number += 1;
                let expected = revise::digest(&previous, &self.settled(dossier, number).await?);
                if row.number != number || row.digest != expected {
                    return Ok(Some(number));
                }
                previous = expected;
            }
        }
    }

    async fn revisions_after(&self, dossier: &str, number: i64) -> Result<Vec<RevisionRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT number, digest, at, actor, action, note, request, n_changes FROM revisions
             WHERE dossier = ? AND number > ? ORDER BY number LIMIT ?",
        );
        Ok(query.bind(dossier).bind(number).bind(REVISIONS_AT_ONCE).fetch_all(&self.readers).await?)
    }

    async fn settled(&self, dossier: &str, revision: i64) -> Result<Vec<Settled>, StoreError> {
        let query = sqlx::query_as(
            "SELECT collection, key, position, body FROM changes
             WHERE dossier = ? AND revision = ? ORDER BY collection, key",
        );
        Ok(query.bind(dossier).bind(revision).fetch_all(&self.readers).await?)
    }
}
