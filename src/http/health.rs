//! Health and readiness: whether the process lives, and whether it can do its work.

use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use super::answered::document;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::refusal::Refusal;

/// GET /health
pub async fn health() -> Response {
    document(&json!({"status": "alive", "version": env!("CARGO_PKG_VERSION")}))
}

/// GET /ready
pub async fn ready(State(service): State<Service>) -> Result<Response, Refused> {
    service.archive.store.is_alive().await.map_err(Refusal::from)?;
    Ok(document(&json!({"status": "ready"})))
}
