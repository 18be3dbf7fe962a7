//! Requests in the log: each has a name that is told back, and one line when it is answered.

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use super::context::RequestName;
use crate::app::kept::clock;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest name that a caller may give a request.
const NAME_MAX: usize = 100;

/// Names the request, as the caller does or anew, and logs how it was answered.
pub async fn named(mut request: Request, next: Next) -> Response {
    let stated = request.headers().get(&REQUEST_ID).and_then(|name| name.to_str().ok());
    let is_plain = |name: &&str| {
        !name.is_empty()
            && name.len() <= NAME_MAX
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let name = stated.filter(is_plain).map_or_else(clock::name, str::to_string);
    request.extensions_mut().insert(RequestName(name.clone()));
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_string());
    let span = tracing::info_span!(
        "request",
        name,
        method = %request.method(),
        path = path.as_deref().unwrap_or(request.uri().path()),
        caller = tracing::field::Empty,
    );
    let answered = async {
        let response = next.run(request).await;
        tracing::info!(status = response.status().as_u16(), "answered");
        response
    };
    let mut response = answered.instrument(span).await;
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(REQUEST_ID, name);
    }
    response
}
