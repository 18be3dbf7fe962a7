//! Decision models: built in, and kept.

use axum::extract::{Path, State};
use axum::http::header::ETAG;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

use super::answered::{document, tagged};
use super::body::JsonBody;
use super::context::Context;
use super::headers::condition;
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::condition::tag;

/// GET /decision-models
pub async fn list(
    State(service): State<Service>,
    _: Context,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    Ok(document(&service.archive.models_told().await?))
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
    let (model, number) = service.archive.model_told(&name).await?;
    Ok(tagged(&headers, &model, number))
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
    let number = service.archive.put_model(&context.caller, &name, &condition, &body.value).await?;
    let mut response = document(&body.value);
    *response.status_mut() = if number == 1 { StatusCode::CREATED } else { StatusCode::OK };
    if let Ok(tag) = HeaderValue::from_str(&tag(number)) {
        response.headers_mut().insert(ETAG, tag);
    }
    Ok(response)
}
