//! What is forgotten in time: answers to Idempotency-Keys.

use std::sync::Arc;
use std::time::Duration;

use super::archive::Archive;
use super::clock;
use crate::store::error::StoreError;

/// How often is looked.
const EVERY: Duration = Duration::from_secs(3600);

/// Forgets answers older than `kept`, now and every hour, for as long as the service runs.
pub fn keep_house(archive: Arc<Archive>, kept: Duration) {
    tokio::spawn(async move {
        loop {
            match archive.forget_answers(kept).await {
                Ok(0) => {}
                Ok(answers) => tracing::info!(answers, "old answers to idempotency keys are forgotten"),
                Err(cause) => {
                    tracing::warn!(%cause, "old answers to idempotency keys could not be forgotten")
                }
            }
            tokio::time::sleep(EVERY).await;
        }
    });
}

impl Archive {
    /// Forgets the answers to Idempotency-Keys that are older than this; how many.
    pub async fn forget_answers(&self, kept: Duration) -> Result<u64, StoreError> {
        let age = i64::try_from(kept.as_secs()).unwrap_or(i64::MAX);
        let mut change = self.store.change().await?;
        let forgotten = change.forget_receipts_before(&clock::in_seconds(age.saturating_neg())).await?;
        change.commit().await?;
        Ok(forgotten)
    }
}
