//! Jobs: how far they are, and that they may end.

use axum::extract::{Path, State};
use axum::response::Response;

use super::answered::document;
use super::context::Context;
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::jobs::JobWish;
use crate::app::kept::refusal::Refusal;

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

/// Which jobs are wanted.
pub fn job_wish(parameters: &mut Parameters) -> Result<JobWish, Refusal> {
    let (kind, state) = (parameters.text("kind"), parameters.text("state"));
    let (before, limit) = (parameters.text("cursor"), parameters.limit(LIMIT));
    let kind = kind.map(JobWish::kind_of).transpose()?;
    let state = state.map(|name| JobWish::state_of(&name)).transpose()?;
    Ok(JobWish { kind, state, before, limit })
}
