//! Answers as responses: tags, locations, and "you have it already".

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::headers::{REPLAYED, condition};
use crate::app::kept::answer::Answer;

/// An answer as a response.
pub fn answered(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
    let mut response = json_bytes(status, answer.body);
    let headers = response.headers_mut();
    let texts = [(ETAG, answer.etag), (LOCATION, answer.location)];
    for (name, text) in texts {
        if let Some(text) = text.and_then(|text| HeaderValue::from_str(&text).ok()) {
            headers.insert(name, text);
        }
    }
    if answer.is_replayed {
        headers.insert(REPLAYED, HeaderValue::from_static("true"));
    }
    response
}

/// A document.
pub fn document(body: &Value) -> Response {
    json_bytes(StatusCode::OK, body.to_string().into_bytes())
}

/// A document with its tag; without a body for whoever has it already.
pub fn tagged(request: &HeaderMap, body: &Value, tag: &str) -> Response {
    let has_already = condition(request).has_already(tag);
    let mut response = match has_already {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => document(body),
    };
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}

/// A document that is written already.
pub fn json_bytes(status: StatusCode, body: Vec<u8>) -> Response {
    let mut response = (status, Body::from(body)).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
