//! The items of a dossier, of every table alike, and its settings.

use axum::extract::{OriginalUri, Path, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::answered::{answered, tagged};
use super::body::JsonBody;
use super::context::Context;
use super::headers::{condition, receipt};
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::items::{Writing, table};
use crate::app::kept::page::PageWish;
use crate::app::kept::refusal::Refusal;

/// GET /dossiers/{dossier}/{collection}
pub async fn page(
    State(service): State<Service>,
    context: Context,
    Path((dossier, collection)): Path<(String, String)>,
    headers: HeaderMap,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let wish = PageWish {
        limit: parameters.number("limit"),
        cursor: parameters.text("cursor"),
        sort: parameters.text("sort"),
        filters: parameters.others(),
    };
    parameters.end()?;
    let (page, tag) = service.archive.page(&context.caller, &dossier, &collection, &wish).await?;
    Ok(tagged(&headers, &page, &tag))
}

/// POST /dossiers/{dossier}/{collection}
pub async fn upsert(
    State(service): State<Service>,
    context: Context,
    Path((dossier, collection)): Path<(String, String)>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let name = table(&collection)?.name;
    let receipt = receipt(&headers, &method, uri.path(), &body.bytes)?;
    let rows = body.value.get("items").filter(|_| body.value.as_object().is_some_and(|all| all.len() == 1));
    let Some(rows) = rows.filter(|rows| rows.is_array()) else {
        return Err(Refusal::invalid(
            "/items",
            "type_invalid",
            "Expected: an object with the list `items` and nothing else.",
            "Attendu\u{a0}: un objet avec la liste `items` et rien d’autre.",
        )
        .into());
    };
    let bundle = Value::Object(Map::from_iter([(name.to_string(), rows.clone())]));
    let (caller, condition) = (&context.caller, condition(&headers));
    let answer = service.archive.merge(caller, &dossier, &condition, bundle, receipt.as_ref()).await?;
    Ok(answered(answer))
}

/// GET /dossiers/{dossier}/{collection}/{key}
pub async fn item(
    State(service): State<Service>,
    context: Context,
    Path((dossier, collection, key)): Path<(String, String, String)>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (item, tag) = service.archive.item(&context.caller, &dossier, &collection, &key).await?;
    Ok(tagged(&headers, &item, &tag))
}

/// PUT and PATCH /dossiers/{dossier}/{collection}/{key}
pub async fn write(
    State(service): State<Service>,
    context: Context,
    Path((dossier, collection, key)): Path<(String, String, String)>,
    (method, headers): (Method, HeaderMap),
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let place = (dossier.as_str(), collection.as_str(), key.as_str());
    let (writing, condition) = (writing(&method), condition(&headers));
    let answer = service.archive.write_item(&context.caller, place, writing, &condition, &body.value).await?;
    Ok(answered(answer))
}

/// DELETE /dossiers/{dossier}/{collection}/{key}
pub async fn remove(
    State(service): State<Service>,
    context: Context,
    Path((dossier, collection, key)): Path<(String, String, String)>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let place = (dossier.as_str(), collection.as_str(), key.as_str());
    service.archive.remove_item(&context.caller, place, &condition(&headers)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// GET /dossiers/{dossier}/settings
pub async fn settings(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    headers: HeaderMap,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (settings, tag) = service.archive.settings(&context.caller, &dossier).await?;
    Ok(tagged(&headers, &settings, &tag))
}

/// PUT and PATCH /dossiers/{dossier}/settings
pub async fn write_settings(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    (method, headers): (Method, HeaderMap),
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let (writing, condition) = (writing(&method), condition(&headers));
    let archive = &service.archive;
    Ok(answered(archive.write_settings(&context.caller, &dossier, writing, &condition, &body.value).await?))
}

fn writing(method: &Method) -> Writing {
    if *method == Method::PATCH { Writing::Patch } else { Writing::Put }
}
