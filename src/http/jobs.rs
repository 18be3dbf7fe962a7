//! Jobs: how far they are, and that they may end.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use super::answered::document;
use super::context::Context;
use super::headers::{REPLAYED, wait};
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::address::{dossier_at, job_at};
use crate::app::kept::imports::IMPORT;
use crate::app::kept::jobs::{Asked, JobWish, refusal_of};
use crate::app::kept::refusal::Refusal;

const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// Jobs of a page when nobody says how many.
const LIMIT: u32 = 50;

/// GET /jobs
pub async fn list(
    State(service): State<Service>,
    context: Context,
    mut parameters: Parameters,
) -> Result<Response, Refused> {
    let wish = job_wish(&mut parameters);
    parameters.end()?;
    Ok(document(&service.workshop.jobs_told(&context.caller, None, &wish?).await?))
}

/// GET /jobs/{job}
pub async fn job(
    State(service): State<Service>,
    context: Context,
    Path(job): Path<String>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let job = service.workshop.job(&context.caller, &job).await?;
    Ok(document(&service.workshop.told(&job)))
}

/// POST /jobs/{job}/cancellation
pub async fn cancel(
    State(service): State<Service>,
    context: Context,
    Path(job): Path<String>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let job = service.workshop.cancel(&context.caller, &job).await?;
    Ok(document(&service.workshop.told(&job)))
}

/// Waits for a job that was asked for, as long as the caller and the settings want: 201 with its result, 200 when the same was
/// computed before, or 202.
pub async fn job_answered(
    service: &Service,
    context: &Context,
    headers: &HeaderMap,
    asked: &Asked,
) -> Result<Response, Refused> {
    let (workshop, id) = (&service.workshop, asked.id());
    let patience = wait(headers, service.config.direct);
    let job = workshop.waited(&context.caller, id, patience).await?;
    if let Some(refusal) = refusal_of(&job) {
        return Err(refusal.into());
    }
    let (is_done, is_import) = (job.state.is_ended(), job.kind == IMPORT);
    let told = if is_done || is_import { workshop.told_with_result(&job) } else { workshop.told(&job) };
    let mut response = document(&told);
    *response.status_mut() = match (is_done, asked) {
        (true, Asked::Known(_)) => StatusCode::OK,
        (true, _) => StatusCode::CREATED,
        (false, _) => StatusCode::ACCEPTED,
    };
    let headers = response.headers_mut();
    let kinds = if is_import { "imports" } else { "runs" };
    let address = match is_done {
        true => format!("{}/{kinds}/{id}", dossier_at(&job.dossier)),
        false => job_at(id),
    };
    if let Ok(address) = HeaderValue::from_str(&address) {
        headers.insert(LOCATION, address);
    }
    if matches!(asked, Asked::Replayed(_)) {
        headers.insert(REPLAYED, HeaderValue::from_static("true"));
    }
    if patience == Duration::ZERO {
        headers.insert(PREFERENCE_APPLIED, HeaderValue::from_static("respond-async"));
    }
    Ok(response)
}

/// Which jobs are wanted.
pub fn job_wish(parameters: &mut Parameters) -> Result<JobWish, Refusal> {
    let (kind, state) = (parameters.text("kind"), parameters.text("state"));
    let (before, limit) = (parameters.text("cursor"), parameters.limit(LIMIT));
    let before = before.map(JobWish::before_of).transpose()?;
    let kind = kind.map(JobWish::kind_of).transpose()?;
    let state = state.map(|name| JobWish::state_of(&name)).transpose()?;
    Ok(JobWish { kind, state, before, limit })
}
