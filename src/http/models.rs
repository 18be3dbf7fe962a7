//! Decision models: built in, and kept.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::answered::{answered, document, tagged};
use super::body::JsonBody;
use super::context::Context;
use super::headers::condition;
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;

/// GET /decision-models
pub async fn list(
    State(service): State<Service>,
    _: Context,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let listing = parameters.listing();
    parameters.end()?;
    Ok(document(&service.archive.models_told(&listing).await?))
}

/// GET /decision-models/{name}
pub async fn model(
    State(service): State<Service>,
    _: Context,
    Path(name): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (model, tag) = service.archive.model_told(&name).await?;
    Ok(tagged(&headers, &model, &tag))
}

/// PUT /decision-models/{name}
pub async fn put(
    State(service): State<Service>,
    context: Context,
    Path(name): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let condition = condition(&headers);
    Ok(answered(service.archive.put_model(&context.caller, &name, &condition, &body.value).await?))
}
