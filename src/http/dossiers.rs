//! Dossiers: listed, read as a bundle, replaced, merged into and removed.

use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::answered::{answered, document, tagged};
use super::body::JsonBody;
use super::context::Context;
use super::headers::{condition, receipt};
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;

/// GET /dossiers
pub async fn list(
    State(service): State<Service>,
    context: Context,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let listing = parameters.listing();
    parameters.end()?;
    Ok(document(&service.archive.dossiers(&context.caller, &listing).await?))
}

/// GET /dossiers/{dossier}
pub async fn head(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (told, tag) = service.archive.dossier_head(&context.caller, &dossier).await?;
    Ok(tagged(&headers, &told, &tag))
}

/// GET /dossiers/{dossier}/bundle
pub async fn bundle(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    headers: HeaderMap,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let revision = parameters.number("revision");
    parameters.end()?;
    let snapshot = service.archive.at(&context.caller, &dossier, revision).await?;
    Ok(tagged(&headers, &snapshot.bundle(), &snapshot.tag()))
}

/// PUT /dossiers/{dossier}/bundle
pub async fn put(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let condition = condition(&headers);
    let answer = service.archive.put_dossier(&context.caller, &dossier, &condition, body.value).await?;
    service.keyring.forget();
    Ok(answered(answer))
}

/// POST /dossiers/{dossier}/batch
pub async fn batch(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let receipt = receipt(&headers, &method, uri.path(), &body.bytes)?;
    let condition = condition(&headers);
    let caller = &context.caller;
    let answer = service.archive.merge(caller, &dossier, &condition, body.value, receipt.as_ref()).await?;
    Ok(answered(answer))
}

/// DELETE /dossiers/{dossier}
pub async fn remove(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    service.archive.remove_dossier(&context.caller, &dossier, &condition(&headers)).await?;
    service.keyring.forget();
    Ok(StatusCode::NO_CONTENT.into_response())
}
