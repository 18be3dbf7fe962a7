//! The fingerprint of a result: one hash of everything it depends on.

use sha2::{Digest, Sha256};

use super::open::Opened;

/// SHA-256 over the program version, dossier, scenario, decision model and what was asked, in hexadecimal.
pub fn fingerprint(opened: &Opened, asked: &str) -> String {
    let mut hash = Sha256::new();
    for part in [
        env!("CARGO_PKG_VERSION"),
        &opened.fingerprint,
        opened.scenario.as_deref().unwrap_or_default(),
        &format!("{:?}", opened.model),
        asked,
    ] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
