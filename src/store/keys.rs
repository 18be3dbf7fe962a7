//! API keys: the public part of each and the hash of its secret.

use sqlx::sqlite::SqliteExecutor;

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// One key. What it may do stands in the grants of its principal.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct KeyRow {
    /// The public part.
    pub id: String,
    pub name: String,
    /// Of the secret part, which is kept nowhere.
    pub hash: Vec<u8>,
    pub created_at: String,
    /// `None`: never.
    pub expires_at: Option<String>,
    pub revoked_at: Option<String>,
    pub last_used_at: Option<String>,
}

/// A key to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKey {
    pub id: String,
    pub name: String,
    pub hash: Vec<u8>,
    pub created_at: String,
    pub expires_at: Option<String>,
}

impl Change {
    /// The key, revoked or not; `None` when there is none.
    pub async fn key(&mut self, id: &str) -> Result<Option<KeyRow>, StoreError> {
        let found = key(self.connection()?, id).await;
        self.whole(found)
    }

    /// Keeps a key; its id must be new.
    pub async fn add_key(&mut self, key: &NewKey) -> Result<(), StoreError> {
        let query =
            sqlx::query("INSERT INTO keys (id, name, hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)");
        let query =
            query.bind(&key.id).bind(&key.name).bind(&key.hash).bind(&key.created_at).bind(&key.expires_at);
        let done = query.execute(self.connection()?).await;
        self.whole(done).map(drop)
    }

    /// Revokes a key for good. `false` when there is none or it was revoked before.
    pub async fn revoke_key(&mut self, id: &str, at: &str) -> Result<bool, StoreError> {
        let query = sqlx::query("UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
        let done = query.bind(at).bind(id).execute(self.connection()?).await;
        self.whole(done).map(|done| 0 < done.rows_affected())
    }

    /// Sets when a key ends; `None` for never. `false` when there is no such key.
    pub async fn set_key_expiry(&mut self, id: &str, expires_at: Option<&str>) -> Result<bool, StoreError> {
        let query = sqlx::query("UPDATE keys SET expires_at = ? WHERE id = ?");
        let done = query.bind(expires_at).bind(id).execute(self.connection()?).await;
        self.whole(done).map(|done| 0 < done.rows_affected())
    }

    /// Says that a key was used.
    pub async fn set_key_used(&mut self, id: &str, at: &str) -> Result<(), StoreError> {
        let query = sqlx::query("UPDATE keys SET last_used_at = ? WHERE id = ?");
        let done = query.bind(at).bind(id).execute(self.connection()?).await;
        self.whole(done).map(drop)
    }
}

impl Store {
    /// The key, revoked or not; `None` when there is none.
    pub async fn key(&self, id: &str) -> Result<Option<KeyRow>, StoreError> {
        Ok(key(&self.readers, id).await?)
    }

    /// All keys, revoked or not, by id.
    pub async fn keys(&self) -> Result<Vec<KeyRow>, StoreError> {
        let query = sqlx::query_as(
            "SELECT id, name, hash, created_at, expires_at, revoked_at, last_used_at FROM keys ORDER BY id",
        );
        Ok(query.fetch_all(&self.readers).await?)
    }
}

async fn key<'c>(executor: impl SqliteExecutor<'c>, id: &str) -> Result<Option<KeyRow>, sqlx::Error> {
    let query = sqlx::query_as(
        "SELECT id, name, hash, created_at, expires_at, revoked_at, last_used_at FROM keys WHERE id = ?",
    );
    query.bind(id).fetch_optional(executor).await
}
