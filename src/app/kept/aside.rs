//! Long computing, set aside to a thread on which nobody else waits.

use super::refusal::Refusal;

/// What the work gives, done where it keeps no other request from being answered.
///
/// # Errors
/// `Crashed` when the work panicked.
pub async fn aside<Told: Send + 'static>(
    work: impl FnOnce() -> Told + Send + 'static,
) -> Result<Told, Refusal> {
    tokio::task::spawn_blocking(work).await.map_err(|cause| {
        tracing::error!(%cause, "work on a thread of its own panicked");
        Refusal::Crashed
    })
}
