//! `Service`: what every handler is given.

use std::sync::Arc;

use super::issuer::Issuer;
use crate::app::kept::archive::Archive;
use crate::app::kept::keyring::Keyring;
use crate::app::kept::workshop::Workshop;
use crate::config::server::ServerConfig;

/// The service, cheap to clone.
#[derive(Clone, Debug)]
pub struct Service {
    pub archive: Arc<Archive>,
    pub workshop: Arc<Workshop>,
    pub keyring: Arc<Keyring>,
    /// Whose tokens are accepted.
    pub issuer: Option<Arc<Issuer>>,
    pub config: Arc<ServerConfig>,
}
