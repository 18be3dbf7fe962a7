//! `Archive`: the kept dossiers, each revision of which is read once and remembered while it is used.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::caller::{Caller, Role};
use super::refusal::Refusal;
use super::snapshot::Snapshot;
use crate::store::database::{OpenOptions, Store};
use crate::store::dossiers::DossierRow;
use crate::store::error::StoreError;
use crate::store::stamp::Stamp;

/// Revisions that are remembered.
const REMEMBERED: usize = 16;

/// Pages of 4096 bytes in a MB.
const PAGES_IN_MB: u32 = 256;

/// The kept dossiers.
#[derive(Debug)]
pub struct Archive {
    pub store: Store,
    /// The last used ones last, with the digest of everything that led to them.
    remembered: Mutex<VecDeque<(String, Arc<Snapshot>)>>,
}

impl Archive {
    /// Opens what is kept in a folder, which is made when it is not there; it grows to so many MB, if a limit is set.
    pub async fn open(folder: &Path, largest_mb: Option<u32>) -> Result<Archive, StoreError> {
        let largest_pages = largest_mb.map(|most| most.saturating_mul(PAGES_IN_MB));
        let options = OpenOptions { largest_pages, ..OpenOptions::default() };
        Ok(Archive::new(Store::open_with(folder, options).await?))
    }

    /// The dossiers of a store.
    pub fn new(store: Store) -> Archive {
        Archive { store, remembered: Mutex::default() }
    }

    /// A dossier as it is now.
    pub async fn current(&self, caller: &Caller, dossier: &str) -> Result<Arc<Snapshot>, Refusal> {
        let row = self.row(caller, dossier, Role::Viewer).await?;
        self.snapshot(dossier, row.revision, &row.digest).await
    }

    /// A dossier as it was at a revision, or as it is now.
    pub async fn at(
        &self,
        caller: &Caller,
        dossier: &str,
        revision: Option<i64>,
    ) -> Result<Arc<Snapshot>, Refusal> {
        let Some(number) = revision else { return self.current(caller, dossier).await };
        self.past_row(caller, dossier).await?;
        let revision = self.store.revision(dossier, number).await?;
        let revision = revision.ok_or_else(|| revision_unknown(number))?;
        self.snapshot(dossier, number, &revision.digest).await
    }

    /// The row of a dossier on which the caller has at least this role.
    pub async fn row(&self, caller: &Caller, dossier: &str, role: Role) -> Result<DossierRow, Refusal> {
        caller.needs(role, dossier)?;
        let row = self.store.dossier(dossier).await?;
        row.ok_or_else(|| Refusal::dossier_unknown(dossier))
    }

    /// The row of a dossier whose past the caller may read: of one that was removed only an admin of every dossier.
    pub async fn past_row(&self, caller: &Caller, dossier: &str) -> Result<DossierRow, Refusal> {
        caller.needs(Role::Viewer, dossier)?;
        let row = self.store.dossier_ever(dossier).await?;
        let row = row.filter(|row| !row.is_deleted || caller.has_everywhere(Role::Admin));
        row.ok_or_else(|| Refusal::dossier_unknown(dossier))
    }

    /// A revision by its digest; read from the store when it is not remembered.
    pub async fn snapshot(
        &self,
        dossier: &str,
        revision: i64,
        digest: &str,
    ) -> Result<Arc<Snapshot>, Refusal> {
        if let Some(known) = self.known(dossier, digest) {
            return Ok(known);
        }
        let items = self.store.items_at(dossier, revision).await?;
        let snapshot = Arc::new(Snapshot::new(dossier, (revision, digest), items)?);
        let mut remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        remembered.push_back((digest.to_string(), Arc::clone(&snapshot)));
        if REMEMBERED < remembered.len() {
            remembered.pop_front();
        }
        Ok(snapshot)
    }

    fn known(&self, dossier: &str, digest: &str) -> Option<Arc<Snapshot>> {
        let mut remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        let at =
            remembered.iter().position(|(known, snapshot)| known == digest && snapshot.dossier == dossier)?;
        let found = remembered.remove(at)?;
        let snapshot = Arc::clone(&found.1);
        remembered.push_back(found);
        Some(snapshot)
    }
}

/// A revision that a dossier has not.
pub fn revision_unknown(number: i64) -> Refusal {
    Refusal::Unknown { what: "revision", name: number.to_string() }
}

/// Who does what, for the log.
pub fn stamp(caller: &Caller, action: &str, note: &str, at: &str) -> Stamp {
    Stamp {
        at: at.to_string(),
        actor: caller.name.clone(),
        action: action.to_string(),
        note: note.to_string(),
        request: caller.request.clone(),
    }
}
