//! Problem details (RFC 9457): every response that is no success is written here, in the language of the reader.

use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::context::{RequestName, language_of};
use super::refused::Refused;
use crate::app::error::AppError;
use crate::app::kept::refusal::Refusal;
use crate::domain::text::Language;
use crate::report::view_finding::findings_json;

/// The media type of problem details.
pub const PROBLEM: &str = "application/problem+json";

/// What went wrong (RFC 9457), with every fault at once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemDetails)]
pub struct Problem {
    /// `urn:cxfolio:problem:` and the code.
    #[schema(rename = "type", example = "urn:cxfolio:problem:invalid")]
    r#type: String,
    /// The status of the response in words.
    title: String,
    status: u16,
    /// Stable snake_case code.
    #[schema(example = "invalid")]
    code: String,
    /// One sentence, in the language of `Accept-Language` (en or fr).
    detail: String,
    /// The name of the request in the logs of the service.
    request_id: String,
    /// What is wrong in what was sent, each with its place.
    errors: Vec<ProblemFault>,
    /// Findings of the dossier that keep it from being computed.
    findings: Vec<Value>,
}

/// One fault of what was sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemFault)]
pub struct ProblemFault {
    /// JSON pointer (RFC 6901) into the body, or the parameter.
    #[schema(example = "/personas/3/customers")]
    pointer: String,
    /// Stable snake_case code.
    #[schema(example = "number_out_of_range")]
    code: String,
    detail: String,
}

/// Writes problem details into every response that is no success and tells nothing yet.
pub async fn told(request: Request, next: Next) -> Response {
    let language = language_of(request.headers());
    let name = request.extensions().get::<RequestName>().map(|name| name.0.clone()).unwrap_or_default();
    let response = next.run(request).await;
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return response;
    }
    let refusal = response.extensions().get::<Refused>().cloned();
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_told = kind.is_some_and(|kind| kind == PROBLEM || kind.starts_with("text/html"));
    match refusal {
        Some(Refused(refusal)) => of_refusal(&refusal, response.status(), language, name),
        None if is_told => response,
        None => of_status(response, language, name).await,
    }
}

fn of_refusal(refusal: &Refusal, status: StatusCode, language: Language, name: String) -> Response {
    if let Refusal::Store(cause) = refusal {
        tracing::error!(request = name, %cause, "the store failed");
    }
    let errors = refusal.faults().iter().map(|fault| ProblemFault {
        pointer: fault.pointer.clone(),
        code: fault.code.to_string(),
        detail: fault.message.get(language).to_string(),
    });
    let findings = match refusal {
        Refusal::App(AppError::Unsound(findings) | AppError::Refused(findings)) => {
            findings_json(findings, language)
        }
        Refusal::Failed(fault) if language == Language::French => fault.findings_fr.clone(),
        Refusal::Failed(fault) => fault.findings_en.clone(),
        _ => Vec::new(),
    };
    let problem = Problem {
        r#type: format!("urn:cxfolio:problem:{}", refusal.code()),
        title: title(status),
        status: status.as_u16(),
        code: refusal.code().to_string(),
        detail: refusal.message().get(language).to_string(),
        request_id: name,
        errors: errors.collect(),
        findings,
    };
    let mut response = written(status, &problem, language);
    let headers = response.headers_mut();
    match refusal {
        Refusal::Changed(Some(tag)) => {
            if let Ok(tag) = HeaderValue::from_str(tag) {
                headers.insert(ETAG, tag);
            }
        }
        Refusal::Unauthenticated(_) => {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"cxfolio\""));
        }
        _ if status == StatusCode::SERVICE_UNAVAILABLE => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        _ => {}
    }
    response
}

/// What axum and tower refuse by themselves: unknown paths and methods, bodies too large, requests too slow.
async fn of_status(response: Response, language: Language, name: String) -> Response {
    let (mut parts, _) = response.into_parts();
    let status = match parts.status {
        StatusCode::REQUEST_TIMEOUT => StatusCode::SERVICE_UNAVAILABLE,
        status => status,
    };
    let (code, en, fr) = match status {
        StatusCode::NOT_FOUND => {
            ("not_found", "There is nothing at this address.", "Il n’y a rien à cette adresse.")
        }
        StatusCode::METHOD_NOT_ALLOWED => (
            "method_not_allowed",
            "This address does not take this method.",
            "Cette adresse n’accepte pas cette méthode.",
        ),
        StatusCode::PAYLOAD_TOO_LARGE => {
            ("body_too_large", "The body is too large.", "Le corps est trop grand.")
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (
            "media_type",
            "The body is of another type than this address takes.",
            "Le corps n’est pas du type attendu ici.",
        ),
        StatusCode::TOO_MANY_REQUESTS => (
            "too_many_requests",
            "Too many requests; wait as Retry-After says.",
            "Trop de requêtes\u{a0}; attendez comme le dit Retry-After.",
        ),
        StatusCode::SERVICE_UNAVAILABLE => (
            "too_slow",
            "The answer took too long; ask for a job.",
            "La réponse a trop tardé\u{a0}; demandez un travail.",
        ),
        status if status.is_server_error() => (
            "fault",
            "This is a fault of the service; its log has the cause under the request_id.",
            "C’est une faute du service\u{a0}; son journal en donne la cause sous request_id.",
        ),
        _ => ("malformed", "The request cannot be read.", "La requête est illisible."),
    };
    let detail = if language == Language::French { fr } else { en };
    let problem = Problem {
        r#type: format!("urn:cxfolio:problem:{code}"),
        title: title(status),
        status: status.as_u16(),
        code: code.to_string(),
        detail: detail.to_string(),
        request_id: name,
        errors: Vec::new(),
        findings: Vec::new(),
    };
    let told = written(status, &problem, language);
    parts.status = status;
    parts.headers.remove(axum::http::header::CONTENT_LENGTH);
    parts.headers.extend(told.headers().clone());
    Response::from_parts(parts, told.into_body())
}

fn written(status: StatusCode, problem: &Problem, language: Language) -> Response<Body> {
    let mut response = (status, Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
    let tag = if language == Language::French { "fr" } else { "en" };
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(tag));
    response
}

fn title(status: StatusCode) -> String {
    status.canonical_reason().unwrap_or("Refused").to_string()
}
