//! `JsonBody`: the body of a request as JSON, with the bytes it was read from.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::refused::Refused;
use crate::app::kept::aside::aside;
use crate::app::kept::refusal::Refusal;

/// The body of a request.
#[derive(Clone, Debug)]
pub struct JsonBody {
    pub value: Value,
    pub bytes: Bytes,
}

/// Bytes of a body above which it is read aside, while others are answered.
const LARGE: usize = 1 << 17;

/// Media types that are read as JSON.
const TYPES: [&str; 2] = ["application/json", "application/merge-patch+json"];

impl<State: Send + Sync> FromRequest<State> for JsonBody {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<JsonBody, Response> {
        if !is_json(request.headers()) {
            return Err(Refused::from(Refusal::MediaType).into_response());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let value = match LARGE < bytes.len() {
            true => {
                let own = bytes.clone();
                aside(move || read(&own)).await.map_err(Refused::from).and_then(|read| read)
            }
            false => read(&bytes),
        };
        let value = value.map_err(IntoResponse::into_response)?;
        Ok(JsonBody { value, bytes })
    }
}

/// The text of a body that may be left out, checked to be JSON.
pub fn checked_json(headers: &HeaderMap, bytes: &Bytes) -> Result<String, Refused> {
    if bytes.is_empty() {
        return Ok(String::new());
    }
    if !is_json(headers) {
        return Err(Refusal::MediaType.into());
    }
    Ok(read(bytes)?.to_string())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    TYPES.contains(&essence.as_str())
}

/// Nested deeper than 128 is refused by the reader.
fn read(bytes: &Bytes) -> Result<Value, Refused> {
    serde_json::from_slice(bytes).map_err(|fault| {
        let (line, column) = (fault.line(), fault.column());
        let en = format!("The body is no JSON: line {line}, column {column}.");
        let fr = format!("Le corps n’est pas du JSON\u{a0}: ligne {line}, colonne {column}.");
        Refused::from(Refusal::malformed("", "json_invalid", &en, &fr))
    })
}
