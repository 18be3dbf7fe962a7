//! The dossiers: which there are, and at which revision each stands.

use sqlx::sqlite::SqliteExecutor;

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// A dossier without its items.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct DossierRow {
    pub id: String,
    /// The number of its newest revision, from 1.
    pub revision: i64,
    /// The digest of that revision; two dossiers with one digest had the same changes in the same order.
    pub digest: String,
    pub created_at: String,
    pub changed_at: String,
    /// Its items are removed, its revisions are kept.
    pub is_deleted: bool,
}

impl Store {
    /// All dossiers that are not deleted, by id.
    pub async fn dossiers(&self) -> Result<Vec<DossierRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT id, revision, digest, created_at, changed_at, is_deleted FROM dossiers
             WHERE NOT is_deleted ORDER BY id",
        );
        Ok(query.fetch_all(&self.readers).await?)
    }

    /// The dossier; `None` when there is none or it is deleted.
    pub async fn dossier(&self, id: &str) -> Result<Option<DossierRow>, StoreError> {
        Ok(self.dossier_ever(id).await?.filter(|dossier| !dossier.is_deleted))
    }

    /// The dossier, deleted or not; `None` when there never was one.
    pub async fn dossier_ever(&self, id: &str) -> Result<Option<DossierRow>, StoreError> {
        Ok(dossier(&self.readers, id).await?)
    }
}

impl Change {
    /// The dossier, deleted or not; `None` when there never was one.
    pub async fn dossier(&mut self, id: &str) -> Result<Option<DossierRow>, StoreError> {
        let found = dossier(self.connection()?, id).await;
        self.whole(found)
    }
}

/// The dossier, deleted or not.
pub(super) async fn dossier<'c>(
    executor: impl SqliteExecutor<'c>,
    id: &str,
) -> Result<Option<DossierRow>, sqlx::Error> {
    let query = sqlx::query_as(
        "SELECT id, revision, digest, created_at, changed_at, is_deleted FROM dossiers WHERE id = ?",
    );
    query.bind(id).fetch_optional(executor).await
}
