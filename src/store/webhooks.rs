//! Deliveries: messages to be sent when jobs end, kept until they arrive.

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum DeliveryState {
    Waiting,
    Delivered,
    GivenUp,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    pub id: String,
    pub job: String,
    pub url: String,
    pub body: String,
    pub state: DeliveryState,
    /// How often it was tried.
    pub attempts: i64,
    /// Not before then.
    pub next_at: String,
    /// Why it did not arrive the last time.
    pub last_fault: Option<String>,
}

impl Change {
    /// Keeps a message; its id must be new and its job must be there.
    pub async fn add_delivery(&mut self, delivery: &Delivery) -> Result<(), StoreError> {
        let query = sqlx::query(
            "INSERT INTO deliveries (id, job, url, body, state, attempts, next_at, last_fault)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        );
        let query = query.bind(&delivery.id).bind(&delivery.job).bind(&delivery.url).bind(&delivery.body);
        let query = query.bind(delivery.state).bind(delivery.attempts).bind(&delivery.next_at);
        let done = query.bind(&delivery.last_fault).execute(self.connection()?).await;
        self.whole(done).map(drop)
    }

    /// Sets the state, the attempts, the next time and the last fault; the rest of a message does not change. `false`
    /// when there is no such message.
    pub async fn set_delivery(&mut self, delivery: &Delivery) -> Result<bool, StoreError> {
        let query = sqlx::query(
            "UPDATE deliveries SET state = ?, attempts = ?, next_at = ?, last_fault = ? WHERE id = ?",
        );
        let query = query.bind(delivery.state).bind(delivery.attempts).bind(&delivery.next_at);
        let done = query.bind(&delivery.last_fault).bind(&delivery.id).execute(self.connection()?).await;
        self.whole(done).map(|done| 0 < done.rows_affected())
    }
}

impl Store {
    /// The waiting messages whose time has come, the longest due first.
    pub async fn due_deliveries(&self, now: &str) -> Result<Vec<Delivery>, StoreError> {
        let query = sqlx::query_as(
            "SELECT id, job, url, body, state, attempts, next_at, last_fault FROM deliveries
             WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, id",
        );
        Ok(query.bind(now).fetch_all(&self.readers).await?)
    }

    /// The messages of a job, by id.
    pub async fn deliveries_of(&self, job: &str) -> Result<Vec<Delivery>, StoreError> {
        let query = sqlx::query_as(
            "SELECT id, job, url, body, state, attempts, next_at, last_fault FROM deliveries
             WHERE job = ? ORDER BY id",
        );
        Ok(query.bind(job).fetch_all(&self.readers).await?)
    }
}
