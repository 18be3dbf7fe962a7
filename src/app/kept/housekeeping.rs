//! What is forgotten in time: answers to Idempotency-Keys, results of runs and files of imports.

use std::sync::Arc;
use std::time::Duration;

use super::archive::Archive;
use super::clock;
use crate::store::error::StoreError;

/// How often is looked.
const EVERY: Duration = Duration::from_secs(3600);

/// Forgets answers older than `answers` and results older than `results`, if they are not for ever, now and every hour, for
/// as long as the service runs.
pub fn keep_house(archive: Arc<Archive>, answers: Duration, results: Option<Duration>) {
    tokio::spawn(async move {
        loop {
            told("old answers to idempotency keys", archive.forget_answers(answers).await);
            if let Some(results) = results {
                told("old results of jobs", archive.forget_results(results).await);
            }
            tokio::time::sleep(EVERY).await;
        }
    });
}

fn told(what: &str, forgotten: Result<u64, StoreError>) {
    match forgotten {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "{what} are forgotten"),
        Err(cause) => tracing::warn!(%cause, "{what} could not be forgotten"),
    }
}

impl Archive {
    /// Forgets the answers to Idempotency-Keys that are older than this; how many.
    pub async fn forget_answers(&self, kept: Duration) -> Result<u64, StoreError> {
        let mut change = self.store.change().await?;
        let forgotten = change.forget_receipts_before(&ago(kept)).await?;
        change.commit().await?;
        Ok(forgotten)
    }

    /// Forgets the results and files of jobs that ended longer ago than this; how many results. What was asked, when, by
    /// whom and with which fingerprint stays, so that the same can be computed again.
    pub async fn forget_results(&self, kept: Duration) -> Result<u64, StoreError> {
        let mut change = self.store.change().await?;
        let forgotten = change.forget_results_before(&ago(kept)).await?;
        change.commit().await?;
        Ok(forgotten)
    }
}

/// The moment that lies so far back.
fn ago(time: Duration) -> String {
    clock::in_seconds(i64::try_from(time.as_secs()).unwrap_or(i64::MAX).saturating_neg())
}
