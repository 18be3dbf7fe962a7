//! The guard: who asks. Without any credentials configured everybody at this machine is trusted, and nobody else.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, HOST, ORIGIN};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::context::{Context, RequestName};
use super::refused::Refused;
use super::state::Service;
use crate::app::kept::caller::{Caller, Role};
use crate::app::kept::keyring::PREFIX;
use crate::app::kept::refusal::Refusal;

/// Finds out who asks, or refuses.
pub async fn guarded(State(service): State<Service>, mut request: Request, next: Next) -> Response {
    let name = request.extensions().get::<RequestName>().map(|name| name.0.clone()).unwrap_or_default();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    match caller(&service, request.headers(), peer, &name).await {
        Ok(caller) => {
            tracing::Span::current().record("caller", caller.name.as_str());
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(refusal) => {
            if let Refusal::Unauthenticated(why) = &refusal {
                tracing::warn!(request = name, why, "refused");
            }
            Refused::from(refusal).into_response()
        }
    }
}

/// Lets through who is an admin everywhere.
pub async fn admins_only(context: Context, request: Request, next: Next) -> Response {
    match context.caller.needs_everywhere(Role::Admin) {
        Ok(()) => next.run(request).await,
        Err(refusal) => Refused::from(refusal).into_response(),
    }
}

async fn caller(
    service: &Service,
    headers: &HeaderMap,
    peer: Option<IpAddr>,
    name: &str,
) -> Result<Caller, Refusal> {
    let stated = headers.get(AUTHORIZATION).map(|header| header.to_str().unwrap_or_default());
    let Some(stated) = stated else { return stranger(service, headers, peer, name).await };
    let (scheme, token) = stated.split_once(' ').unwrap_or((stated, ""));
    let token = token.trim();
    match &service.issuer {
        _ if !scheme.eq_ignore_ascii_case("bearer") => Err(Refusal::Unauthenticated("no bearer")),
        _ if token.starts_with(PREFIX) => service.keyring.caller(token, name).await,
        Some(issuer) => {
            let subject = issuer.subject(token).await?;
            let mut caller = Caller::of_subject(&subject, name, issuer.is_admin(&subject));
            caller.roles.extend(service.keyring.roles_of(&caller.name).await?);
            Ok(caller)
        }
        None => Err(Refusal::Unauthenticated("no key of ours")),
    }
}

/// Somebody without credentials: trusted only while nobody ever had any, only at this machine, and only when a page of
/// another site cannot have sent the request.
async fn stranger(
    service: &Service,
    headers: &HeaderMap,
    peer: Option<IpAddr>,
    name: &str,
) -> Result<Caller, Refusal> {
    if !peer.is_some_and(|peer| peer.to_canonical().is_loopback()) {
        return Err(Refusal::Unauthenticated("another machine"));
    }
    if service.issuer.is_some() || service.keyring.is_used().await? {
        return Err(Refusal::Unauthenticated("no credentials"));
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let origin = headers.get(ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
    let is_own = origin.is_none_or(|origin| origin == format!("http://{host}"));
    if is_loopback(host) && is_own {
        Ok(Caller::local(name))
    } else {
        Err(Refusal::Unauthenticated("another site"))
    }
}

/// Whether the name of a host is one of this machine's own, so that no other name was made to lead here.
fn is_loopback(host: &str) -> bool {
    let without_port = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(without_port, "localhost" | "[::1]") || {
        let address: Result<std::net::Ipv4Addr, _> = without_port.parse();
        address.is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_this_machine_are_its_own() {
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "127.9.9.9"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["", "evil.example", "127.0.0.1.evil.example:80", "10.0.0.1", "localhost.evil.example"] {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
