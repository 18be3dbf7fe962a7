//! The server: opens what is kept, listens, and ends in good order.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use super::issuer::Issuer;
use super::listening;
use super::router::router;
use super::state::Service;
use super::telemetry;
use crate::app::kept::archive::Archive;
use crate::app::kept::housekeeping::keep_house;
use crate::app::kept::keyring::Keyring;
use crate::app::kept::refusal::Refusal;
use crate::app::kept::workshop::{Limits, Workshop};
use crate::config::server::ServerConfig;

/// How long requests may take after the service was asked to end.
const GRACE: Duration = Duration::from_secs(10);

/// Why the service did not start, in one sentence.
#[derive(Debug)]
pub struct StartFault(pub String);

impl fmt::Display for StartFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The dossiers that are to be there from the start.
#[derive(Clone, Debug, Default)]
pub struct WantedDossiers {
    pub has_samples: bool,
    /// Folders or files of dossiers.
    pub paths: Vec<PathBuf>,
}

/// Serves until the process is asked to end; `listening` is told the address as soon as there is one.
pub fn serve(
    config: ServerConfig,
    wanted: &WantedDossiers,
    listening: impl FnOnce(&str),
) -> Result<(), StartFault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|fault| StartFault(format!("The service cannot start: {fault}.")))?;
    runtime.block_on(run(config, wanted, listening))
}

async fn run(
    config: ServerConfig,
    wanted: &WantedDossiers,
    listening: impl FnOnce(&str),
) -> Result<(), StartFault> {
    let _telling = telemetry::begin(&config)?;
    let service = opened(config).await?;
    if wanted.has_samples {
        service.archive.add_samples().await.map_err(|refusal| StartFault(refusal.message().en))?;
    }
    service.archive.bring(&wanted.paths).await.map_err(StartFault)?;
    let config = Arc::clone(&service.config);
    if !config.listen.ip().is_loopback() {
        let has_keys = service.keyring.is_used().await.map_err(|fault| StartFault(fault.to_string()))?;
        if service.issuer.is_none() && !has_keys {
            return Err(StartFault(format!(
                "Nobody has a key yet, so the service listens only to this machine, not to {}. Make a key with `cxfolio \
                 keys add`, or set `oidc_issuer`.",
                config.listen
            )));
        }
    }
    let listener = TcpListener::bind(config.listen).await;
    let listener =
        listener.map_err(|fault| StartFault(format!("{} cannot be taken: {fault}.", config.listen)))?;
    let address = listener.local_addr().map_err(|fault| StartFault(fault.to_string()))?;
    let ended = asked_to_end();
    listening(&address.to_string());
    keep_house(Arc::clone(&service.archive), config.receipts, config.keep);
    let (store, workshop) = (service.archive.store.clone(), Arc::clone(&service.workshop));
    listening::serve(listener, router(service), ended, GRACE).await;
    workshop.close();
    store.close().await;
    Ok(())
}

async fn opened(config: ServerConfig) -> Result<Service, StartFault> {
    let archive = Archive::open(&config.data, config.data_mb).await;
    let archive = archive.map_err(|fault| StartFault(fault.to_string()))?;
    let keyring = Keyring::open(archive.store.clone(), &config.data);
    let keyring = keyring.map_err(|fault| StartFault(fault.to_string()))?;
    let archive = Arc::new(archive);
    let limits = Limits {
        workers: config.workers.unwrap_or_else(cores),
        longest: config.run_max,
        queue: config.queue_max,
        hosts: config.webhook_hosts.clone(),
    };
    let workshop = Workshop::open(Arc::clone(&archive), limits, keyring.webhook_secret(), &config.data).await;
    Ok(Service {
        archive,
        workshop: workshop.map_err(told)?,
        keyring: Arc::new(keyring),
        issuer: config.oidc.clone().map(|oidc| Arc::new(Issuer::new(oidc))),
        config: Arc::new(config),
    })
}

/// A refusal as one sentence.
fn told(refusal: Refusal) -> StartFault {
    StartFault(match refusal {
        Refusal::Store(fault) => fault.to_string(),
        refusal => refusal.message().en,
    })
}

#[expect(clippy::disallowed_methods, reason = "how many jobs run at a time changes no result")]
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Ends with the first of Ctrl-C and the signal that service managers send; both are listened for from now on.
fn asked_to_end() -> impl Future<Output = ()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let signals = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
        async move {
            let [Ok(mut interrupted), Ok(mut ended)] = signals else { return std::future::pending().await };
            tokio::select! {
                _ = interrupted.recv() => {}
                _ = ended.recv() => {}
            }
        }
    }
    #[cfg(not(unix))]
    async {
        let _ = tokio::signal::ctrl_c().await;
    }
}
