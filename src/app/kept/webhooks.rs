//! Webhooks: word that a job ended, signed, and sent again until it arrives.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use tokio::task::JoinSet;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

use super::address::dossier_at;
use super::clock;
use super::refusal::Refusal;
use super::workshop::Workshop;
use crate::store::change::Change;
use crate::store::error::StoreError;
use crate::store::jobs::{JobRow, JobState};
use crate::store::webhooks::{Delivery, DeliveryState};

/// The header with the signature: `t=<seconds since 1970>,v1=<hex of HMAC-SHA256 over "seconds.body">`.
pub const SIGNATURE: &str = "cxfolio-signature";

/// Seconds after each attempt that failed; then it is given up.
const WAITS: [i64; 6] = [5, 30, 120, 600, 3_600, 21_600];

/// How often it is looked for deliveries that are due.
const PULSE: Duration = Duration::from_secs(1);

/// Receivers that are called at the same time.
const AT_ONCE: usize = 16;

/// How long a receiver may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Refuses addresses that word is never sent to: other than https, and hosts of the network that the service stands in,
/// unless the settings name them.
pub fn check(url: &str, hosts: &[String]) -> Result<(), Refusal> {
    let refused = |en: &str, fr: &str| Err(Refusal::malformed("/webhook", "webhook_refused", en, fr));
    let Some(uri) = url.parse::<Uri>().ok().filter(|uri| uri.host().is_some()) else {
        return refused("The webhook is no address.", "Le webhook n’est pas une adresse.");
    };
    let host = uri.host().unwrap_or_default();
    let is_listed = hosts.iter().any(|known| known == host);
    if !is_listed && (uri.scheme_str() != Some("https") || !hosts.is_empty()) {
        return refused(
            "Webhooks go over https, to the hosts that the settings allow.",
            "Les webhooks passent par https, vers les hôtes que permettent les réglages.",
        );
    }
    let literal: Option<IpAddr> = host.trim_matches(['[', ']']).parse().ok();
    if !is_listed && literal.is_some_and(|address| !is_public(address)) {
        return refused(
            "Webhooks do not go into the network of the service.",
            "Les webhooks n’entrent pas dans le réseau du service.",
        );
    }
    Ok(())
}

/// Queues word of the end of a job, in the transaction that ends it.
pub async fn queue(change: &mut Change, job: &JobRow, state: JobState, at: &str) -> Result<(), StoreError> {
    let Some(url) = &job.webhook else { return Ok(()) };
    let id = clock::name();
    let body = json!({
        "id": id,
        "event": "job.ended",
        "job": job.id,
        "dossier": job.dossier,
        "revision": job.revision,
        "kind": job.kind,
        "state": state.name(),
        "ended_at": at,
        "href": format!("{}/runs/{}", dossier_at(&job.dossier), job.id),
    });
    let delivery = Delivery {
        id,
        job: job.id.clone(),
        url: url.clone(),
        body: body.to_string(),
        state: DeliveryState::Waiting,
        attempts: 0,
        next_at: at.to_string(),
        last_fault: None,
    };
    change.add_delivery(&delivery).await
}

/// Sends what is due for as long as the service runs.
pub fn deliver(workshop: Arc<Workshop>) {
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(PULSE).await;
            match workshop.archive.store.due_deliveries(&clock::now()).await {
                Ok(due) => send_all(&workshop, due).await,
                Err(cause) => tracing::error!(%cause, "webhooks cannot be sent"),
            }
        }
    });
}

/// Sends each on its own, so that a slow receiver holds up few others.
async fn send_all(workshop: &Arc<Workshop>, due: Vec<Delivery>) {
    for some in due.chunks(AT_ONCE) {
        let mut under_way = JoinSet::new();
        for delivery in some {
            let (workshop, delivery) = (Arc::clone(workshop), delivery.clone());
            under_way.spawn(async move { send_one(&workshop, delivery).await });
        }
        while let Some(sent) = under_way.join_next().await {
            let sent = sent.map_err(|cause| cause.to_string());
            if let Err(cause) = sent.and_then(|sent| sent.map_err(|cause| cause.to_string())) {
                tracing::error!(cause, "that a webhook was sent could not be noted");
            }
        }
    }
}

async fn send_one(workshop: &Workshop, mut delivery: Delivery) -> Result<(), StoreError> {
    let (hosts, secret, own) = (workshop.limits.hosts.clone(), workshop.secret.clone(), delivery.clone());
    let sent = tokio::task::spawn_blocking(move || send(&own, &hosts, &secret)).await;
    let fault = sent.map_err(|fault| fault.to_string()).and_then(|sent| sent).err();
    delivery.attempts += 1;
    let wait = usize::try_from(delivery.attempts - 1).ok().and_then(|at| WAITS.get(at));
    delivery.state = match (&fault, wait) {
        (None, _) => DeliveryState::Delivered,
        (Some(_), Some(_)) => DeliveryState::Waiting,
        (Some(_), None) => DeliveryState::GivenUp,
    };
    delivery.next_at = clock::in_seconds(wait.copied().unwrap_or_default());
    if let Some(fault) = &fault {
        tracing::warn!(job = delivery.job, url = delivery.url, fault, "a webhook did not arrive");
    }
    delivery.last_fault = fault;
    let mut change = workshop.archive.store.change().await?;
    change.set_delivery(&delivery).await?;
    change.commit().await
}

fn send(delivery: &Delivery, hosts: &[String], secret: &str) -> Result<(), String> {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).build();
    let resolver = PublicOnly { hosts: hosts.to_vec(), inner: DefaultResolver::default() };
    let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
    let stamp = clock::seconds();
    let signature = signature(secret, stamp, &delivery.body);
    let request = agent
        .post(&delivery.url)
        .header("content-type", "application/json")
        .header(SIGNATURE, format!("t={stamp},v1={signature}"));
    let response = request.send(delivery.body.as_str()).map_err(|fault| fault.to_string())?;
    let status = response.status();
    if status.is_success() { Ok(()) } else { Err(format!("the receiver answered {status}")) }
}

/// What a receiver compares to know that word comes from this service and was not changed on the way.
pub fn signature(secret: &str, stamp: i64, body: &str) -> String {
    let mut hash = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length will do");
    hash.update(format!("{stamp}.{body}").as_bytes());
    hash.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Finds hosts, and refuses addresses within the network, whatever name leads to them.
#[derive(Debug)]
struct PublicOnly {
    hosts: Vec<String>,
    inner: DefaultResolver,
}

impl Resolver for PublicOnly {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let is_listed = uri.host().is_some_and(|host| self.hosts.iter().any(|known| known == host));
        let is_allowed = |address: &SocketAddr| is_listed || is_public(address.ip());
        if found.iter().all(is_allowed) { Ok(found) } else { Err(ureq::Error::HostNotFound) }
    }
}

/// Whether an address belongs to the public network.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let [a, b, ..] = address.octets();
            let is_shared = a == 100 && (64..128).contains(&b);
            let is_kept = address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || address.is_broadcast()
                || address.is_documentation()
                || address.is_multicast();
            !is_kept && !is_shared && a != 0 && a < 240 && !(a == 198 && (18..20).contains(&b))
        }
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public(IpAddr::V4(mapped)),
            None => {
                let first = address.segments()[0];
                // Global unicast only, without the ranges that lead to addresses of the older kind.
                (0x2000..0x4000).contains(&first)
                    && first != 0x2002
                    && !(first == 0x2001 && address.segments()[1] < 0x200)
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_never_goes_into_the_own_network() {
        for url in [
            "http://example.com/x",
            "https://127.0.0.1/x",
            "https://10.1.2.3",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest",
            "ftp://example.com",
            "nonsense",
        ] {
            assert!(check(url, &[]).is_err(), "{url}");
        }
        assert!(check("https://hooks.example.com/x", &[]).is_ok());
        assert!(check("http://127.0.0.1:9/x", &["127.0.0.1".to_string()]).is_ok());
        assert!(check("https://hooks.example.com/x", &["other.example".to_string()]).is_err());
        for name in ["fd00::1", "fe80::1", "2002:a00:1::", "100.64.0.1", "0.0.0.0", "224.0.0.1"] {
            assert!(!is_public(name.parse().expect("an address")), "{name}");
        }
    }

    #[test]
    fn the_signature_is_the_standard_one() {
        // As `openssl dgst -sha256 -hmac key` tells of `1.{}`.
        let expected = "1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224";
        assert_eq!(signature("key", 1, "{}"), expected);
    }
}
