//! The audit log.

use axum::extract::{Path, State};
use axum::response::Response;

use super::answered::document;
use super::context::Context;
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;

/// Lines of a page when nobody says how many.
const LIMIT: u32 = 100;

/// GET /audit
pub async fn all(
    State(service): State<Service>,
    context: Context,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let (before, limit) = (parameters.cursor(), parameters.limit(LIMIT));
    parameters.end()?;
    Ok(document(&service.archive.audit(&context.caller, None, before, limit).await?))
}

/// GET /dossiers/{dossier}/audit
pub async fn of_dossier(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let (before, limit) = (parameters.cursor(), parameters.limit(LIMIT));
    parameters.end()?;
    Ok(document(&service.archive.audit(&context.caller, Some(&dossier), before, limit).await?))
}
