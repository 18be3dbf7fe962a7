//! The whole interface on one screen.

use std::num::NonZeroU32;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post, put};
use axum_prometheus::{EndpointLabel, PrometheusMetricLayerBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use utoipa_swagger_ui::SwaggerUi;

use super::limits::{Rate, limited};
use super::state::Service;
use super::{
    audit, dossiers, events, guard, health, imports, items, jobs, keys, models, openapi, pages, problem,
    requests, revisions, runs,
};
use crate::app::kept::address::ROOT;
use crate::wire::run_request::KINDS;

/// Every address, with what stands around it.
pub fn router(service: Service) -> Router {
    let guarded = addresses()
        .layer(DefaultBodyLimit::max(service.config.body_bytes))
        .layer(from_fn_with_state(service.clone(), guard::guarded));
    // An address that is none of ours makes no series of its own, or anybody could fill the memory with them.
    let unknown = EndpointLabel::MatchedPathWithFallbackFn(|_| "none".to_string());
    let metrics = PrometheusMetricLayerBuilder::new().with_endpoint_label_type(unknown);
    let (metrics, figures) = metrics.with_default_metrics().build_pair();
    let patience = service.config.request;
    let rate = service.config.rate_per_second.and_then(NonZeroU32::new);
    let rate = rate.map(|rate| Rate::new(rate, service.config.rate_burst));
    let watched = Router::new()
        .route("/metrics", get(move || async move { figures.render() }))
        .layer(from_fn_with_state(service.clone(), guard::admins_only))
        .layer(from_fn_with_state(service.clone(), guard::guarded));
    let all = Router::new()
        .nest(ROOT, guarded)
        .merge(watched)
        .merge(SwaggerUi::new("/api/docs").external_url_unchecked("/api/openapi.json", openapi::value()))
        .route("/health", get(health::health))
        .route("/ready", get(health::ready))
        .fallback(pages::page)
        .with_state(service)
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, patience))
        .layer(metrics);
    let all = match rate {
        Some(rate) => all.layer(from_fn_with_state(rate, limited)),
        None => all,
    };
    // What is told instead of a response is compressed as any other.
    all.layer(CatchPanicLayer::new())
        .layer(SetResponseHeaderLayer::if_not_present(
            X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .layer(SetResponseHeaderLayer::if_not_present(X_FRAME_OPTIONS, HeaderValue::from_static("DENY")))
        .layer(from_fn(problem::told))
        .layer(CompressionLayer::new())
        .layer(from_fn(requests::named))
}

/// Every address that asks who calls.
fn addresses() -> Router<Service> {
    let starts = KINDS.iter().fold(Router::new(), |starts, kind| {
        starts.route(&format!("/dossiers/{{dossier}}/runs/{kind}"), post(runs::start))
    });
    starts
        .route("/dossiers", get(dossiers::list))
        .route("/dossiers/{dossier}", get(dossiers::head).delete(dossiers::remove))
        .route("/dossiers/{dossier}/bundle", get(dossiers::bundle).put(dossiers::put))
        .route("/dossiers/{dossier}/batch", post(dossiers::batch))
        .route(
            "/dossiers/{dossier}/settings",
            get(items::settings).put(items::write_settings).patch(items::write_settings),
        )
        .route("/dossiers/{dossier}/revisions", get(revisions::list))
        .route("/dossiers/{dossier}/revisions/{number}", get(revisions::revision))
        .route("/dossiers/{dossier}/revisions/{number}/difference", get(revisions::difference))
        .route("/dossiers/{dossier}/revisions/{number}/restoration", post(revisions::restore))
        .route("/dossiers/{dossier}/audit", get(audit::of_dossier))
        .route("/dossiers/{dossier}/runs", get(runs::list))
        .route("/dossiers/{dossier}/runs/{run}", get(runs::run))
        .route("/dossiers/{dossier}/runs/{run}/result", get(runs::result))
        .route("/dossiers/{dossier}/runs/{run}/comparison", get(runs::comparison))
        .route("/dossiers/{dossier}/investments/{investment}/verdict", post(runs::verdict))
        .route("/dossiers/{dossier}/imports", post(imports::start))
        .route("/dossiers/{dossier}/imports/{import}", get(imports::import))
        .route("/dossiers/{dossier}/imports/{import}/acceptance", post(imports::accept))
        .route("/dossiers/{dossier}/imports/{import}/refused-rows", get(imports::refused_rows))
        .route("/dossiers/{dossier}/imports/{import}/mapping", get(imports::mapping))
        .route("/dossiers/{dossier}/grants", get(keys::grants))
        .route(
            "/dossiers/{dossier}/grants/{principal}",
            get(keys::role).put(keys::grant).delete(keys::ungrant),
        )
        .route("/dossiers/{dossier}/{collection}", get(items::page).post(items::upsert))
        .route(
            "/dossiers/{dossier}/{collection}/{key}",
            put(items::write).get(items::item).patch(items::write).delete(items::remove),
        )
        .route("/jobs", get(jobs::list))
        .route("/jobs/{job}", get(jobs::job))
        .route("/jobs/{job}/cancellation", post(jobs::cancel))
        .route("/jobs/{job}/events", get(events::events))
        .route("/decision-models", get(models::list))
        .route("/decision-models/{name}", get(models::model).put(models::put))
        .route("/keys", get(keys::list).post(keys::add))
        .route("/keys/{key}", get(keys::key).delete(keys::revoke))
        .route("/keys/{key}/exchange", post(keys::exchange))
        .route("/webhook-secret", get(keys::webhook_secret))
        .route("/audit", get(audit::all))
}
