//! Keys and roles.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::answered::{answered, document, tagged};
use super::body::JsonBody;
use super::context::Context;
use super::headers::{condition, no_receipt};
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::answer::Answer;
use crate::app::kept::caller::Role;
use crate::app::kept::key_request::{exchange_of, key_of, role_of};

/// GET /keys
pub async fn list(
    State(service): State<Service>,
    context: Context,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let listing = parameters.listing();
    parameters.end()?;
    Ok(document(&service.archive.keys(&context.caller, &listing).await?))
}

/// GET /keys/{key}
pub async fn key(
    State(service): State<Service>,
    context: Context,
    Path(key): Path<String>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    Ok(answered(service.archive.key(&context.caller, &key).await?))
}

/// POST /keys
pub async fn add(
    State(service): State<Service>,
    context: Context,
    headers: HeaderMap,
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    no_receipt(&headers)?;
    let wish = key_of(&body.value)?;
    let told = service.archive.add_key(&service.keyring, &context.caller, &wish).await?;
    Ok(answered(Answer::json(201, &told)))
}

/// POST /keys/{key}/exchange
pub async fn exchange(
    State(service): State<Service>,
    context: Context,
    Path(key): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    no_receipt(&headers)?;
    let (caller, condition) = (&context.caller, condition(&headers));
    let asked = (key.as_str(), exchange_of(&body.value)?);
    let told = service.archive.exchange_key(&service.keyring, caller, asked, &condition).await?;
    Ok(answered(Answer::json(201, &told)))
}

/// DELETE /keys/{key}
pub async fn revoke(
    State(service): State<Service>,
    context: Context,
    Path(key): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (caller, condition) = (&context.caller, condition(&headers));
    service.archive.revoke_key(&service.keyring, caller, &key, &condition).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// GET /dossiers/{dossier}/grants
pub async fn grants(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let listing = parameters.listing();
    parameters.end()?;
    Ok(document(&service.archive.grants(&context.caller, &dossier, &listing).await?))
}

/// GET /dossiers/{dossier}/grants/{principal}
pub async fn role(
    State(service): State<Service>,
    context: Context,
    Path((dossier, principal)): Path<(String, String)>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (told, tag) = service.archive.role_told(&context.caller, (&principal, &dossier)).await?;
    Ok(tagged(&headers, &told, &tag))
}

/// PUT /dossiers/{dossier}/grants/{principal}
pub async fn grant(
    State(service): State<Service>,
    context: Context,
    Path((dossier, principal)): Path<(String, String)>,
    headers: HeaderMap,
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let role: Role = role_of(&body.value)?;
    let (of, condition) = ((principal.as_str(), dossier.as_str()), condition(&headers));
    let (keyring, caller) = (&service.keyring, &context.caller);
    Ok(answered(service.archive.grant(keyring, caller, of, Some(role), &condition).await?))
}

/// DELETE /dossiers/{dossier}/grants/{principal}
pub async fn ungrant(
    State(service): State<Service>,
    context: Context,
    Path((dossier, principal)): Path<(String, String)>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (of, condition) = ((principal.as_str(), dossier.as_str()), condition(&headers));
    service.archive.grant(&service.keyring, &context.caller, of, None, &condition).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// GET /webhook-secret
pub async fn webhook_secret(
    State(service): State<Service>,
    context: Context,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    context.caller.needs_everywhere(Role::Admin)?;
    Ok(document(&json!({"secret": service.workshop.secret})))
}
