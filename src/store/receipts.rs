//! Receipts: the answers that were given, so that a request sent twice is done once.

use sqlx::sqlite::SqliteExecutor;

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// The answer to one request.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Receipt {
    /// Tells whether a second request under the same key is the same request.
    pub request_digest: String,
    pub status: u16,
    /// JSON text.
    pub headers: String,
    pub body: Vec<u8>,
    pub at: String,
}

impl Change {
    /// The answer kept for this principal and key; `None` when there is none.
    pub async fn receipt(&mut self, actor: &str, key: &str) -> Result<Option<Receipt>, StoreError> {
        let found = receipt(self.connection()?, actor, key).await;
        self.whole(found)
    }

    /// Keeps the answer. A second answer under one key is refused: the first is the one that was given.
    pub async fn keep_receipt(
        &mut self,
        actor: &str,
        key: &str,
        receipt: &Receipt,
    ) -> Result<(), StoreError> {
        let query = sqlx::query(
            "INSERT INTO receipts (actor, key, request_digest, status, headers, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        );
        let query = query.bind(actor).bind(key).bind(&receipt.request_digest).bind(receipt.status);
        let query = query.bind(&receipt.headers).bind(&receipt.body).bind(&receipt.at);
        let done = query.execute(self.connection()?).await;
        self.whole(done).map(drop)
    }

    /// Forgets the answers given before `at` and returns how many.
    pub async fn forget_receipts_before(&mut self, at: &str) -> Result<u64, StoreError> {
        let query = sqlx::query("DELETE FROM receipts WHERE at < ?").bind(at);
        let done = query.execute(self.connection()?).await;
        self.whole(done).map(|done| done.rows_affected())
    }
}

impl Store {
    /// The answer kept for this principal and key; `None` when there is none.
    pub async fn receipt(&self, actor: &str, key: &str) -> Result<Option<Receipt>, StoreError> {
        Ok(receipt(&self.readers, actor, key).await?)
    }
}

async fn receipt<'c>(
    executor: impl SqliteExecutor<'c>,
    actor: &str,
    key: &str,
) -> Result<Option<Receipt>, sqlx::Error> {
    let query = sqlx::query_as(
        "SELECT request_digest, status, headers, body, at FROM receipts WHERE actor = ? AND key = ?",
    );
    query.bind(actor).bind(key).fetch_optional(executor).await
}
