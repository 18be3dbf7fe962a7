//! Grants: which principal has which role on which dossier.

use sqlx::sqlite::SqliteExecutor;

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// The dossier of a grant on all dossiers.
pub const ALL_DOSSIERS: &str = "*";

/// One principal's role on one dossier, or on all ([`ALL_DOSSIERS`]).
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Grant {
    pub principal: String,
    pub dossier: String,
    pub role: String,
}

impl Change {
    /// All grants of a principal, by dossier.
    pub async fn grants_of(&mut self, principal: &str) -> Result<Vec<Grant>, StoreError> {
        let found = grants_of(self.connection()?, principal).await;
        self.whole(found)
    }

    /// Gives the role, in the place of the one the principal had there.
    pub async fn grant(&mut self, grant: &Grant) -> Result<(), StoreError> {
        let query = sqlx::query(
            "INSERT INTO grants (principal, dossier, role) VALUES (?, ?, ?)
             ON CONFLICT (principal, dossier) DO UPDATE SET role = excluded.role",
        );
        let query = query.bind(&grant.principal).bind(&grant.dossier).bind(&grant.role);
        let done = query.execute(self.connection()?).await;
        self.whole(done).map(drop)
    }

    /// Takes every role on a dossier away; how many there were.
    pub async fn ungrant_all(&mut self, dossier: &str) -> Result<u64, StoreError> {
        let query = sqlx::query("DELETE FROM grants WHERE dossier = ?").bind(dossier);
        let done = query.execute(self.connection()?).await;
        self.whole(done).map(|done| done.rows_affected())
    }

    /// Takes the role away. `false` when there was none.
    pub async fn ungrant(&mut self, principal: &str, dossier: &str) -> Result<bool, StoreError> {
        let query = sqlx::query("DELETE FROM grants WHERE principal = ? AND dossier = ?");
        let done = query.bind(principal).bind(dossier).execute(self.connection()?).await;
        self.whole(done).map(|done| 0 < done.rows_affected())
    }
}

impl Store {
    /// All grants of a principal, by dossier.
    pub async fn grants_of(&self, principal: &str) -> Result<Vec<Grant>, StoreError> {
        Ok(grants_of(&self.readers, principal).await?)
    }

    /// All grants on exactly this dossier, by principal; [`ALL_DOSSIERS`] gives those on all.
    pub async fn grants(&self, dossier: &str) -> Result<Vec<Grant>, StoreError> {
        let query = sqlx::query_as(
            "SELECT principal, dossier, role FROM grants WHERE dossier = ? ORDER BY principal",
        );
        Ok(query.bind(dossier).fetch_all(&self.readers).await?)
    }
}

async fn grants_of<'c>(
    executor: impl SqliteExecutor<'c>,
    principal: &str,
) -> Result<Vec<Grant>, sqlx::Error> {
    let query =
        sqlx::query_as("SELECT principal, dossier, role FROM grants WHERE principal = ? ORDER BY dossier");
    query.bind(principal).fetch_all(executor).await
}
