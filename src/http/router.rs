//! The whole interface on one screen.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use super::state::Service;
use super::{audit, dossiers, guard, health, items, problem, requests, revisions};

/// Where the interface begins.
pub const ROOT: &str = "/api/v1";

/// Every address, with what stands around it.
pub fn router(service: Service) -> Router {
    let guarded = Router::new()
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
        .route("/dossiers/{dossier}/{collection}", get(items::page).post(items::upsert))
        .route(
            "/dossiers/{dossier}/{collection}/{key}",
            put(items::write).get(items::item).patch(items::write).delete(items::remove),
        )
        .route("/audit", get(audit::all))
        .layer(DefaultBodyLimit::max(service.config.body_bytes))
        .layer(from_fn_with_state(service.clone(), guard::guarded));
    Router::new()
        .nest(ROOT, guarded)
        .route("/health", get(health::health))
        .route("/ready", get(health::ready))
        .with_state(service)
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new())
        .layer(from_fn(problem::told))
        .layer(from_fn(requests::named))
}
