//! Imports: files sent as multipart/form-data, shown first, then accepted.

use axum::extract::multipart::Field;
use axum::extract::{Multipart, OriginalUri, Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::answered::document;
use super::body::JsonBody;
use super::context::Context;
use super::headers::{condition, receipt};
use super::jobs::job_answered;
use super::query::Parameters;
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::imports::{MAPPING, Onto, SentFile};
use crate::app::kept::refusal::Refusal;

/// Fields of the form that are numbers or truths; all others are texts.
const WHOLE: &str = "heading_row";
const TRUTH: &str = "replace";

/// POST /dossiers/{dossier}/imports
pub async fn start(
    State(service): State<Service>,
    context: Context,
    Path(dossier): Path<String>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    parameters: Parameters,
    mut form: Multipart,
) -> Result<Response, Response> {
    let refused = |refusal: Refusal| Refused::from(refusal).into_response();
    parameters.end().map_err(refused)?;
    let (mut files, mut request) = (Vec::new(), Map::new());
    while let Some(field) = form.next_field().await.map_err(IntoResponse::into_response)? {
        let name = field.name().unwrap_or_default().to_string();
        match name.as_str() {
            "file" => files.push(file(field).await?),
            "mapping" => files.push(SentFile { name: MAPPING.to_string(), ..file(field).await? }),
            _ => {
                let text = field.text().await.map_err(IntoResponse::into_response)?;
                request.insert(name.clone(), told(&name, text));
            }
        }
    }
    let request = Value::Object(request).to_string();
    let mut sent = request.clone().into_bytes();
    for file in &files {
        sent.extend([file.name.as_bytes(), &file.content].concat());
    }
    let receipt = receipt(&headers, &method, uri.path(), &sent).map_err(refused)?;
    let onto = Onto::Meant(condition(&headers));
    let dossier = (dossier.as_str(), &onto);
    let asked =
        service.workshop.ask_import(&context.caller, dossier, &request, files, receipt.as_ref()).await;
    job_answered(&service, &context, &headers, &asked.map_err(refused)?)
        .await
        .map_err(IntoResponse::into_response)
}

/// POST /dossiers/{dossier}/imports/{import}/acceptance
pub async fn accept(
    State(service): State<Service>,
    context: Context,
    Path((dossier, import)): Path<(String, String)>,
    (method, OriginalUri(uri), headers): (Method, OriginalUri, HeaderMap),
    parameters: Parameters,
    body: JsonBody,
) -> Result<Response, Refused> {
    parameters.end()?;
    let job = service.workshop.import_job(&context.caller, &dossier, &import).await?;
    let acceptance = service.workshop.acceptance_of(&body.value)?;
    let receipt = receipt(&headers, &method, uri.path(), &body.bytes)?;
    let asked = service.workshop.accept_import(&context.caller, job, acceptance, receipt.as_ref()).await?;
    job_answered(&service, &context, &headers, &asked).await
}

/// GET /dossiers/{dossier}/imports/{import}
pub async fn import(
    State(service): State<Service>,
    context: Context,
    Path((dossier, import)): Path<(String, String)>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    let job = service.workshop.import_job(&context.caller, &dossier, &import).await?;
    Ok(document(&service.workshop.told_with_result(&job)))
}

/// GET /dossiers/{dossier}/imports/{import}/refused-rows
pub async fn refused_rows(
    State(service): State<Service>,
    context: Context,
    Path((dossier, import)): Path<(String, String)>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    part(&service, &context, (&dossier, &import), "refused_rows", "text/csv; charset=utf-8").await
}

/// GET /dossiers/{dossier}/imports/{import}/mapping
pub async fn mapping(
    State(service): State<Service>,
    context: Context,
    Path((dossier, import)): Path<(String, String)>,
    parameters: Parameters,
) -> Result<Response, Refused> {
    parameters.end()?;
    part(&service, &context, (&dossier, &import), "mapping", "text/plain").await
}

async fn part(
    service: &Service,
    context: &Context,
    (dossier, import): (&str, &str),
    name: &str,
    kind: &'static str,
) -> Result<Response, Refused> {
    let text = service.workshop.import_part(&context.caller, dossier, import, name).await?;
    let mut response = text.into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    Ok(response)
}

async fn file(field: Field<'_>) -> Result<SentFile, Response> {
    let name = field.file_name().unwrap_or_default().to_string();
    let content = field.bytes().await.map_err(IntoResponse::into_response)?.to_vec();
    Ok(SentFile { name, content })
}

/// A field of the form in the type that the request has it; what cannot be read stays a text, and is a fault there.
fn told(name: &str, text: String) -> Value {
    match name {
        WHOLE => text.parse::<u32>().map_or_else(|_| Value::from(text.clone()), Value::from),
        TRUTH => text.parse::<bool>().map_or_else(|_| Value::from(text.clone()), Value::from),
        _ => Value::from(text),
    }
}
