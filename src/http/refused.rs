//! `Refused`: a refusal on its way out; `problem` writes it in the language of the reader.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::kept::refusal::Refusal;

/// A refusal as a response.
#[derive(Clone, Debug)]
pub struct Refused(pub Arc<Refusal>);

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Refused {
        Refused(Arc::new(refusal))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The status of each refusal: the one table.
pub fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::Malformed(_) => StatusCode::BAD_REQUEST,
        Refusal::Unauthenticated(_) => StatusCode::UNAUTHORIZED,
        Refusal::Forbidden(_) => StatusCode::FORBIDDEN,
        Refusal::Unknown { .. } => StatusCode::NOT_FOUND,
        Refusal::Gone { .. } => StatusCode::GONE,
        Refusal::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Refusal::Conflict { .. } => StatusCode::CONFLICT,
        Refusal::Changed(_) => StatusCode::PRECONDITION_FAILED,
        Refusal::Unconditional => StatusCode::PRECONDITION_REQUIRED,
        Refusal::Invalid(_) | Refusal::ReceiptDiffers => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Failed(fault) if fault.code == "crashed" => StatusCode::INTERNAL_SERVER_ERROR,
        Refusal::App(_) | Refusal::Failed(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Crashed => StatusCode::INTERNAL_SERVER_ERROR,
        Refusal::QueueFull => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Store(error) if error.is_passing() => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
