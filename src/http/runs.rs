//! Runs: everything that the commands compute, on a revision of a dossier; short ones are answered at once.

use axum::body::{Body, Bytes};
use axum::extract::{OriginalUri, Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::answered::{document, json_bytes};
use super::body::checked_json;
use super::context::Context;
use super::headers::{is_anew, receipt};
use super::jobs::{job_answered, job_wish};
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::jobs::{RunWish, not_gone, refusal_of};
use crate::app::kept::refusal::Refusal;

/// POST /dossiers/{dossier}/runs/{kind}
pub async fn start(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    mut parameters: Parameters,
    body: Bytes,
) -> Result<Response, Refused> {
    let (revision, webhook) = (parameters.number("revision"), parameters.text("webhook"));
    parameters.end()?;
    let request = checked_json(&headers, &body)?;
    let kind = uri.path().rsplit('/').next().unwrap_or_default().to_string();
    let wish = RunWish { dossier, kind, request, revision, webhook, is_anew: is_anew(&headers) };
    let path = uri.path_and_query().map_or(uri.path(), |path| path.as_str());
    let asked = Sent { method, path: path.to_string(), headers, body };
    begin(&service, &context, wish, &asked).await
}

/// POST /dossiers/{dossier}/investments/{investment}/verdict
pub async fn verdict(
    State(service): State<Service>,
    context: Context,
    Path((dossier, investment)): Path<(String, String)>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let request = json!({"investment": investment}).to_string();
    let kind = "explain".to_string();
    let wish = RunWish { dossier, kind, request, revision: None, webhook: None, is_anew: is_anew(&headers) };
    let asked = Sent { method, path: uri.path().to_string(), headers, body: Bytes::new() };
    begin(&service, &context, wish, &asked).await
}

/// GET /dossiers/{dossier}/runs
pub async fn list(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let wish = job_wish(&mut parameters);
    parameters.end()?;
    Ok(document(&service.workshop.jobs_told(&context.caller, Some(&dossier), &wish?).await?))
}

/// GET /dossiers/{dossier}/runs/{run}
pub async fn run(
    State(service): State<Service>,
    context: Context,
    Path((dossier, run)): Path<(String, String)>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let job = service.workshop.job_and_result(&context.caller, &run).await?;
    if job.dossier != dossier {
        return Err(Refusal::Unknown { what: "run", name: run }.into());
    }
    Ok(document(&service.workshop.told_with_result(&job)))
}

/// GET /dossiers/{dossier}/runs/{run}/result
pub async fn result(
    State(service): State<Service>,
    context: Context,
    Path((dossier, run)): Path<(String, String)>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let job = service.workshop.job_and_result(&context.caller, &run).await?;
    if let Some(refusal) = refusal_of(&job) {
        return Err(refusal.into());
    }
    let unknown = || Refusal::Unknown { what: "run", name: run.clone() };
    let job = if job.dossier == dossier { not_gone(job)? } else { return Err(unknown().into()) };
    let (Some(bytes), Some(kind)) = (job.result, job.result_type) else {
        return Err(unknown().into());
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        headers.insert(CONTENT_TYPE, kind);
    }
    // A report is a page of its own: nothing in it may be fetched, and no script of it may run with the rights of this site.
    headers.insert(
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"),
    );
    Ok(response)
}

/// GET /dossiers/{dossier}/runs/{run}/comparison
pub async fn comparison(
    State(service): State<Service>,
    context: Context,
    Path((dossier, run)): Path<(String, String)>,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let with = parameters.needed("with");
    parameters.end()?;
    let of = (with.as_str(), run.as_str());
    let told = service.workshop.compared(&context.caller, &dossier, of).await?;
    Ok(json_bytes(StatusCode::OK, told))
}

/// The request as it came, for its Idempotency-Key and its preferences.
struct Sent {
    method: Method,
    path: String,
    headers: HeaderMap,
    body: Bytes,
}

/// Queues a run and answers as [`job_answered`] does.
async fn begin(
    service: &Service,
    context: &Context,
    wish: RunWish,
    asked: &Sent,
) -> Result<Response, Refused> {
    let receipt = receipt(&asked.headers, &asked.method, &asked.path, &asked.body)?;
    let found = service.workshop.ask(&context.caller, &wish, receipt.as_ref()).await?;
    job_answered(service, context, &asked.headers, &found).await
}
