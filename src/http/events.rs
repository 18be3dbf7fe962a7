//! Server-sent events: how far a job is, as it goes.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio_stream::{Stream, StreamExt, wrappers::WatchStream};

use super::context::Context;
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::caller::Caller;

/// The least time between two words of progress.
const PULSE: Duration = Duration::from_millis(100);

/// GET /jobs/{job}/events
pub async fn events(
    State(service): State<Service>,
    context: Context,
    Path(job): Path<String>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    // Looked at before it is read, so that its end cannot fall between the two.
    let seen = service.workshop.looked_at(&job);
    let row = service.workshop.job(&context.caller, &job).await?;
    let first = event("job", &service.workshop.told(&row));
    let first = tokio_stream::once(first);
    let Some(seen) = seen.filter(|_| !row.state.is_ended()) else {
        return Ok(sent(first.map(Ok::<_, Infallible>)));
    };
    let caller = context.caller;
    let news = WatchStream::from_changes(seen).throttle(PULSE);
    let later = news.then(move |_| told(service.clone(), caller.clone(), job.clone()));
    // The stream of a job that ended ends with it: its sender is gone.
    Ok(sent(first.chain(later).map(Ok::<_, Infallible>)))
}

async fn told(service: Service, caller: Caller, job: String) -> Event {
    match service.workshop.job(&caller, &job).await {
        Ok(row) => event("job", &service.workshop.told(&row)),
        Err(_) => Event::default().event("gone").data("{}"),
    }
}

fn event(name: &str, told: &serde_json::Value) -> Event {
    Event::default().event(name).data(told.to_string())
}

fn sent(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}
