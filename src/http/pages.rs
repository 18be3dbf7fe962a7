//! The pages: every address that is not of the interface.

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::OriginalUri;
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::web::{self, asset};

/// Scripts, styles, fonts and data of this site only, and nobody may put a page into a frame. Styles may stand on elements:
/// the lengths of bars do.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
                      font-src 'self'; connect-src 'self'; frame-src blob:; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'";

/// GET of a page or of a file of it. Whoever follows a wrong link is told so by the page; programs get a problem.
pub async fn page(method: Method, OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    let is_read = [Method::GET, Method::HEAD].contains(&method);
    let found = asset(uri.path()).filter(|_| is_read);
    let is_lost = found.is_none();
    let is_followed = is_read && reads_pages(&headers) && !uri.path().starts_with("/api/");
    let Some(asset) = found.or_else(|| web::page().filter(|_| is_followed)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{}\"", asset.tag);
    let is_known = headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = match is_known {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => match asset.bytes {
            Cow::Borrowed(bytes) => Body::from(bytes).into_response(),
            Cow::Owned(bytes) => Body::from(bytes).into_response(),
        },
    };
    let kept = if asset.is_lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
    let stated = [
        (CONTENT_TYPE, asset.content_type),
        (CACHE_CONTROL, kept),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (ETAG, tag.as_str()),
    ];
    for (name, text) in stated {
        if let Ok(text) = HeaderValue::from_str(text) {
            response.headers_mut().insert(name, text);
        }
    }
    if is_lost {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// Whether who asks follows links: browsers say that they take HTML when they open an address.
fn reads_pages(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT).and_then(|accepted| accepted.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}
