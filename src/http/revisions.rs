//! Revisions of a dossier: listed, read, compared, restored.

use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, Method};
use axum::response::Response;

use super::answered::{answered, document};
use super::context::Context;
use super::headers::{condition, receipt};
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;

/// Revisions of a page when nobody says how many.
const LIMIT: u32 = 50;

/// GET /dossiers/{dossier}/revisions
pub async fn list(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let (before, limit) = (parameters.cursor(), parameters.limit(LIMIT));
    parameters.end()?;
    Ok(document(&service.archive.revisions(&context.caller, &dossier, before, limit).await?))
}

/// GET /dossiers/{dossier}/revisions/{number}
pub async fn revision(
    State(service): State<Service>,
    context: Context,
    Path((dossier, number)): Path<(String, i64)>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    Ok(document(&service.archive.revision(&context.caller, &dossier, number).await?))
}

/// GET /dossiers/{dossier}/revisions/{number}/difference
pub async fn difference(
    State(service): State<Service>,
    context: Context,
    Path((dossier, number)): Path<(String, i64)>,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let to = parameters.number("to");
    parameters.end()?;
    Ok(document(&service.archive.difference(&context.caller, &dossier, number, to).await?))
}

/// POST /dossiers/{dossier}/revisions/{number}/restoration
pub async fn restore(
    State(service): State<Service>,
    context: Context,
    Path((dossier, number)): Path<(String, i64)>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let receipt = receipt(&headers, &method, uri.path(), b"")?;
    let (caller, condition) = (&context.caller, condition(&headers));
    Ok(answered(service.archive.restore(caller, &dossier, number, &condition, receipt.as_ref()).await?))
}
