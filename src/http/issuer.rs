//! `Issuer`: an OIDC issuer whose bearer tokens are accepted, with its keys, fetched when they are first needed.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jsonwebtoken::jwk::{AlgorithmParameters, Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;

use crate::app::kept::refusal::Refusal;
use crate::config::server::Oidc;

/// How long fetched keys are used before they are fetched again.
const KEYS_KEPT: Duration = Duration::from_secs(3600);
/// How long after fetching an unknown key may lead to fetching again.
const KEYS_RETRIED: Duration = Duration::from_secs(30);
/// How long the issuer may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Longest answer of the issuer.
const ANSWER_MAX: u64 = 1 << 20;
/// Seconds by which clocks may differ.
const LEEWAY: u64 = 60;

/// An issuer of tokens.
#[derive(Debug)]
pub struct Issuer {
    oidc: Oidc,
    keys: Mutex<Option<(Instant, Arc<JwkSet>)>>,
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
}

#[derive(Deserialize)]
struct Discovery {
    issuer: String,
    jwks_uri: String,
}

impl Issuer {
    /// The issuer of these settings; nothing is fetched yet.
    pub fn new(oidc: Oidc) -> Issuer {
        Issuer { oidc, keys: Mutex::default() }
    }

    /// Whether the settings make a subject an admin.
    pub fn is_admin(&self, subject: &str) -> bool {
        self.oidc.admins.iter().any(|admin| admin == subject)
    }

    /// Whom a token speaks of: signed by the issuer with a public key, for us, and not expired.
    pub async fn subject(self: &Arc<Issuer>, token: &str) -> Result<String, Refusal> {
        let header = decode_header(token).map_err(|_| Refusal::Unauthenticated("no token"))?;
        let name = header.kid.ok_or(Refusal::Unauthenticated("a token that names no key"))?;
        let key = self.key(&name).await?;
        let algorithm = algorithm_of(&key).ok_or(Refusal::Unauthenticated("a key of unknown kind"))?;
        if header.alg != algorithm {
            return Err(Refusal::Unauthenticated("a token signed in another way than its key"));
        }
        let mut validation = Validation::new(algorithm);
        validation.set_issuer(&[&self.oidc.issuer]);
        validation.set_audience(&[&self.oidc.audience]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.validate_nbf = true;
        validation.leeway = LEEWAY;
        let key = DecodingKey::from_jwk(&key).map_err(|_| Refusal::Unauthenticated("a damaged key"))?;
        let told = decode::<Claims>(token, &key, &validation);
        told.map(|told| told.claims.sub).map_err(|_| Refusal::Unauthenticated("a token that does not hold"))
    }

    async fn key(self: &Arc<Issuer>, name: &str) -> Result<Jwk, Refusal> {
        let known = self.keys.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let found = |keys: &JwkSet| keys.find(name).cloned();
        if let Some((since, keys)) = &known {
            let age = since.elapsed();
            match found(keys) {
                Some(key) if age < KEYS_KEPT => return Ok(key),
                None if age < KEYS_RETRIED => return Err(Refusal::Unauthenticated("an unknown signing key")),
                _ => {}
            }
        }
        let issuer = Arc::clone(self);
        let fetched = tokio::task::spawn_blocking(move || issuer.fetched()).await;
        match fetched.map_err(|fault| fault.to_string()).and_then(|fetched| fetched) {
            Ok(keys) => {
                let keys = Arc::new(keys);
                let known = Some((instant(), Arc::clone(&keys)));
                *self.keys.lock().unwrap_or_else(PoisonError::into_inner) = known;
                found(&keys).ok_or(Refusal::Unauthenticated("an unknown signing key"))
            }
            // An issuer that cannot be reached for a while does not lock out those whose key is known.
            Err(cause) => {
                tracing::error!(cause, "the keys of the issuer cannot be fetched");
                let old = known.and_then(|(_, keys)| found(&keys));
                old.ok_or(Refusal::Unauthenticated("the keys of the issuer cannot be fetched"))
            }
        }
    }

    fn fetched(&self) -> Result<JwkSet, String> {
        let address = match &self.oidc.keys_url {
            Some(url) => url.clone(),
            None => {
                let issuer = self.oidc.issuer.trim_end_matches('/');
                let text = get(&format!("{issuer}/.well-known/openid-configuration"))?;
                let told: Discovery = serde_json::from_str(&text).map_err(|fault| fault.to_string())?;
                if told.issuer != self.oidc.issuer {
                    return Err(format!("the discovery document is of {}", told.issuer));
                }
                told.jwks_uri
            }
        };
        serde_json::from_str(&get(&address)?).map_err(|fault| fault.to_string())
    }
}

/// The one way in which a key signs; keys that both sides must know are none of ours.
fn algorithm_of(key: &Jwk) -> Option<Algorithm> {
    let stated = key.common.key_algorithm.and_then(|stated| stated.to_string().parse().ok());
    let usual = match &key.algorithm {
        AlgorithmParameters::RSA(_) => Algorithm::RS256,
        AlgorithmParameters::EllipticCurve(_) => Algorithm::ES256,
        AlgorithmParameters::OctetKeyPair(_) => Algorithm::EdDSA,
        _ => return None,
    };
    let algorithm = stated.unwrap_or(usual);
    let is_shared = matches!(algorithm, Algorithm::HS256 | Algorithm::HS384 | Algorithm::HS512);
    (!is_shared).then_some(algorithm)
}

fn get(address: &str) -> Result<String, String> {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).build().into();
    let mut response = agent.get(address).call().map_err(|fault| fault.to_string())?;
    response.body_mut().with_config().limit(ANSWER_MAX).read_to_string().map_err(|fault| fault.to_string())
}

#[expect(clippy::disallowed_methods, reason = "how long a key is believed changes no result")]
fn instant() -> Instant {
    Instant::now()
}
