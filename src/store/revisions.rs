//! The revisions of a dossier: who made each, when and why.

use super::database::Store;
use super::error::StoreError;

/// One revision without its changes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RevisionRow {
    /// From 1, without gaps.
    pub number: i64,
    /// SHA-256 of the digest before and of the changes, in hexadecimal digits.
    pub digest: String,
    pub at: String,
    pub actor: String,
    pub action: String,
    pub note: String,
    pub request: String,
    /// How many items it changed.
    pub n_changes: i64,
}

impl Store {
    /// One revision; `None` when there is none.
    pub async fn revision(&self, dossier: &str, number: i64) -> Result<Option<RevisionRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT number, digest, at, actor, action, note, request, n_changes FROM revisions
             WHERE dossier = ? AND number = ?",
        );
        Ok(query.bind(dossier).bind(number).fetch_optional(&self.readers).await?)
    }

    /// At most `limit` revisions with numbers below `before`, newest first; of a deleted dossier too.
    pub async fn revisions(
        &self,
        dossier: &str,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<RevisionRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT number, digest, at, actor, action, note, request, n_changes FROM revisions
             WHERE dossier = ? AND number < ? ORDER BY number DESC LIMIT ?",
        );
        let query = query.bind(dossier).bind(before.unwrap_or(i64::MAX)).bind(limit);
        Ok(query.fetch_all(&self.readers).await?)
    }
}
