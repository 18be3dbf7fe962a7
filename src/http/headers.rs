//! Request headers that change what is done: conditions, idempotency keys and preferences.

use std::time::Duration;

use axum::http::header::{CACHE_CONTROL, HeaderName, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, Method};
use sha2::{Digest, Sha256};

use crate::app::kept::answer::ReceiptKey;
use crate::app::kept::condition::Condition;
use crate::app::kept::refusal::Refusal;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Tells that an answer was given before to the same Idempotency-Key.
pub const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const PREFER: HeaderName = HeaderName::from_static("prefer");

/// Longest Idempotency-Key.
const KEY_MAX: usize = 255;

/// What a request is conditional on.
pub fn condition(headers: &HeaderMap) -> Condition {
    Condition { matches: tags(headers, &IF_MATCH), matches_none: tags(headers, &IF_NONE_MATCH) }
}

fn tags(headers: &HeaderMap, name: &HeaderName) -> Option<Vec<String>> {
    let mut tags = None;
    for header in headers.get_all(name) {
        let text = header.to_str().unwrap_or_default();
        let stated = text.split(',').map(|tag| tag.trim().trim_start_matches("W/").to_string());
        tags.get_or_insert_with(Vec::new).extend(stated);
    }
    tags
}

/// The Idempotency-Key of a request, with a digest of what it asks.
pub fn receipt(
    headers: &HeaderMap,
    method: &Method,
    path: &str,
    body: &[u8],
) -> Result<Option<ReceiptKey>, Refusal> {
    let Some(header) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = header.to_str().unwrap_or_default().trim().trim_matches('"');
    if key.is_empty() || KEY_MAX < key.len() {
        return Err(Refusal::malformed(
            "/Idempotency-Key",
            "idempotency_key_invalid",
            "An Idempotency-Key has 1 to 255 letters, without accents.",
            "Une Idempotency-Key a de 1 à 255 lettres sans accents.",
        ));
    }
    let mut hash = Sha256::new();
    for part in [method.as_str().as_bytes(), path.as_bytes(), body] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let digest = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Some(ReceiptKey { key: key.to_string(), digest }))
}

/// Refuses an Idempotency-Key where an answer holds a secret, which is not kept.
pub fn no_receipt(headers: &HeaderMap) -> Result<(), Refusal> {
    match headers.contains_key(IDEMPOTENCY_KEY) {
        true => Err(Refusal::malformed(
            "/Idempotency-Key",
            "idempotency_key_useless",
            "A key is told once and never kept, so this cannot be answered a second time; revoke what is not needed.",
            "Une clé est dite une seule fois et jamais gardée, donc rien à répéter ; révoquez ce qui ne sert pas.",
        )),
        false => Ok(()),
    }
}

/// How long a caller wants to wait for a run: `Prefer: respond-async` not at all, `Prefer: wait=1` a second.
pub fn wait(headers: &HeaderMap, most: Duration) -> Duration {
    let stated = headers.get_all(PREFER).iter().filter_map(|header| header.to_str().ok());
    let mut wait = most;
    for preference in stated.flat_map(|text| text.split([',', ';'])).map(str::trim) {
        if preference == "respond-async" {
            wait = Duration::ZERO;
        } else if let Some(seconds) = preference.strip_prefix("wait=").and_then(|text| text.parse().ok()) {
            wait = wait.min(Duration::from_secs(seconds));
        }
    }
    wait
}

/// Whether a caller wants nothing that was kept (RFC 9111, `Cache-Control: no-cache`).
pub fn is_anew(headers: &HeaderMap) -> bool {
    let stated = headers.get_all(CACHE_CONTROL).iter().filter_map(|header| header.to_str().ok());
    stated.flat_map(|text| text.split(',')).any(|directive| directive.trim().eq_ignore_ascii_case("no-cache"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(name: &'static str, text: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(name, text.parse().expect("a header"));
        headers
    }

    #[test]
    fn tags_are_read_with_their_quotes() {
        let condition = condition(&headers("if-match", "\"r3\", W/\"r4\""));
        assert_eq!(condition.matches, Some(vec!["\"r3\"".to_string(), "\"r4\"".to_string()]));
        assert_eq!(condition.matches_none, None);
    }

    #[test]
    fn a_receipt_tells_requests_apart() {
        let key = headers("idempotency-key", "a-1");
        let of = |body: &[u8]| {
            receipt(&key, &Method::POST, "/x", body).expect("a key").map(|receipt| receipt.digest)
        };
        assert_eq!(of(b"{}"), of(b"{}"));
        assert_ne!(of(b"{}"), of(b"{ }"));
        assert!(receipt(&headers("idempotency-key", ""), &Method::POST, "/x", b"").is_err());
    }

    #[test]
    fn nobody_waits_longer_than_they_want() {
        let waited = |text: &'static str| wait(&headers("prefer", text), Duration::from_secs(2)).as_secs();
        assert_eq!(
            [waited("respond-async"), waited("wait=1"), waited("wait=100"), waited("x")],
            [0, 1, 2, 2]
        );
    }
}
