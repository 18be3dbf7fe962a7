//! How much one caller may ask: a rate with a burst, told in every answer (draft-ietf-httpapi-ratelimit-headers).

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, QuantaClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// Callers who are remembered before those who are quiet are forgotten.
const REMEMBERED: usize = 10_000;

type Limiter = RateLimiter<IpAddr, DefaultKeyedStateStore<IpAddr>, QuantaClock, StateInformationMiddleware>;

/// What one address may ask.
#[derive(Clone)]
pub struct Rate {
    limiter: Arc<Limiter>,
    per_second: NonZeroU32,
    burst: u32,
}

impl Rate {
    /// So many requests a second, after a burst.
    pub fn new(per_second: NonZeroU32, burst: u32) -> Rate {
        let quota = Quota::per_second(per_second);
        let quota = NonZeroU32::new(burst).map_or(quota, |burst| quota.allow_burst(burst));
        let limiter = RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>();
        Rate { limiter: Arc::new(limiter), per_second, burst }
    }
}

/// Lets a request through while its address has not asked too much.
pub async fn limited(State(rate): State<Rate>, request: Request, next: Next) -> Response {
    let address = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|address| address.0.ip());
    let Some(address) = address else { return next.run(request).await };
    if REMEMBERED < rate.limiter.len() {
        rate.limiter.retain_recent();
    }
    let (mut response, left, wait) = match rate.limiter.check_key(&address) {
        Ok(state) => (next.run(request).await, state.remaining_burst_capacity(), 0),
        Err(until) => {
            let wait = until.wait_time_from(QuantaClock::default().now()).as_secs_f64().ceil() as u64;
            (StatusCode::TOO_MANY_REQUESTS.into_response(), 0, wait.max(1))
        }
    };
    let headers = response.headers_mut();
    let window = rate.burst.div_ceil(rate.per_second.get()).max(1);
    let told = [
        (RATE_LIMIT, format!("\"default\";r={left};t={wait}")),
        (RATE_LIMIT_POLICY, format!("\"default\";q={};w={window}", rate.burst)),
    ];
    for (name, text) in told {
        if let Ok(text) = HeaderValue::from_str(&text) {
            headers.insert(name, text);
        }
    }
    if response.status() == StatusCode::TOO_MANY_REQUESTS {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}
