//! `Keyring`: who holds a key. Keys are kept as a keyed hash, so that a stolen database opens nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::caller::{Caller, Role};
use super::clock;
use super::refusal::Refusal;
use crate::store::database::Store;
use crate::store::error::StoreError;
use crate::store::grants::Grant;
use crate::store::keys::KeyRow;

/// How every key begins, so that one that got lost can be found in files and logs.
pub const PREFIX: &str = "cxk_";

/// How long what is known of a key is believed: a key revoked elsewhere is refused after this.
const BELIEVED: Duration = Duration::from_secs(2);

/// The file with the secret of the hash, beside the database.
const PEPPER: &str = "pepper";

/// Seconds after which it is noted again that a key is used.
const USE_NOTED: i64 = 3600;

/// The keys of the service.
#[derive(Debug)]
pub struct Keyring {
    store: Store,
    pepper: String,
    known: Mutex<BTreeMap<String, Known>>,
    /// Whether anybody has a key, and since when that is believed.
    is_used: Mutex<Option<(Instant, bool)>>,
}

#[derive(Clone, Debug)]
struct Known {
    since: Instant,
    key: KeyRow,
    roles: BTreeMap<String, Role>,
}

impl Keyring {
    /// The keys of a store, with the secret in its folder, which is made when it is not there.
    pub fn open(store: Store, folder: &Path) -> Result<Keyring, StoreError> {
        let pepper = pepper(&folder.join(PEPPER))?;
        Ok(Keyring { store, pepper, known: Mutex::default(), is_used: Mutex::default() })
    }

    /// Whether anybody ever had a key; then nobody is let in without one, also when the last one has ended.
    pub async fn is_used(&self) -> Result<bool, StoreError> {
        let believed = *self.is_used.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, is_used)) = believed.filter(|(since, _)| since.elapsed() < BELIEVED) {
            return Ok(is_used);
        }
        let is_used = !self.store.keys().await?.is_empty();
        *self.is_used.lock().unwrap_or_else(PoisonError::into_inner) = Some((instant(), is_used));
        Ok(is_used)
    }

    /// Who holds this key.
    pub async fn caller(&self, key: &str, request: &str) -> Result<Caller, Refusal> {
        let parts = key.strip_prefix(PREFIX).and_then(|rest| rest.split_once('_'));
        let Some((id, secret)) = parts else { return Err(Refusal::Unauthenticated("no key of ours")) };
        let known = self.known(id).await?.ok_or(Refusal::Unauthenticated("unknown key"))?;
        if !bool::from(self.hash(secret).ct_eq(&known.key.hash)) {
            return Err(Refusal::Unauthenticated("wrong secret"));
        }
        let now = clock::now();
        if !works(&known.key, &now) {
            return Err(Refusal::Unauthenticated("expired or revoked key"));
        }
        if known.key.last_used_at.as_ref().is_none_or(|at| *at < clock::in_seconds(-USE_NOTED)) {
            self.note_use(id, &now).await;
        }
        Ok(Caller { name: format!("key:{id}"), roles: known.roles, request: request.to_string() })
    }

    /// What somebody may do.
    pub async fn roles_of(&self, principal: &str) -> Result<BTreeMap<String, Role>, StoreError> {
        let grants = self.store.grants_of(principal).await?;
        let role = |grant: Grant| Some((grant.dossier, Role::named(&grant.role)?));
        Ok(grants.into_iter().filter_map(role).collect())
    }

    /// The hash of a secret, as it is kept.
    pub fn hash(&self, secret: &str) -> Vec<u8> {
        let mut hash = Hmac::<Sha256>::new_from_slice(self.pepper.as_bytes()).expect("any length will do");
        hash.update(secret.as_bytes());
        hash.finalize().into_bytes().to_vec()
    }

    /// The secret with which webhooks are signed.
    pub fn webhook_secret(&self) -> String {
        self.hash("webhooks").iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Forgets what is believed, after keys or roles were changed here.
    pub fn forget(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.is_used.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    async fn known(&self, id: &str) -> Result<Option<Known>, StoreError> {
        let believed = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned();
        if let Some(known) = believed.filter(|known| known.since.elapsed() < BELIEVED) {
            return Ok(Some(known));
        }
        let Some(key) = self.store.key(id).await? else { return Ok(None) };
        let roles = self.roles_of(&format!("key:{id}")).await?;
        let known = Known { since: instant(), key, roles };
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_string(), known.clone());
        Ok(Some(known))
    }

    /// That a key is used is worth knowing, but no reason to refuse it.
    async fn note_use(&self, id: &str, now: &str) {
        let noted = async {
            let mut change = self.store.change().await?;
            change.set_key_used(id, now).await?;
            change.commit().await
        };
        if let Err(cause) = noted.await {
            tracing::warn!(key = id, %cause, "the use of a key could not be noted");
        }
        self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}

/// Whether a key is neither revoked nor expired.
pub fn works(key: &KeyRow, now: &str) -> bool {
    key.revoked_at.is_none() && key.expires_at.as_deref().is_none_or(|end| now < end)
}

#[expect(clippy::disallowed_methods, reason = "how long something is believed changes no result")]
fn instant() -> Instant {
    Instant::now()
}

/// The secret of the hash; two processes that make it at once agree on one.
fn pepper(file: &Path) -> Result<String, StoreError> {
    match fs::read_to_string(file) {
        Ok(text) if text.trim().len() >= 64 => return Ok(text.trim().to_string()),
        Ok(_) => return Err(StoreError::Broken(format!("{} is damaged", file.display()).into())),
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => return Err(fault.into()),
        Err(_) => {}
    }
    let text = clock::secret();
    let beside = file.with_extension(clock::name());
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(&beside)?;
    written.write_all(text.as_bytes())?;
    written.sync_all()?;
    // A link is refused when somebody else was first; theirs is read then.
    let linked = fs::hard_link(&beside, file);
    fs::remove_file(&beside)?;
    match linked {
        Ok(()) => Ok(text),
        Err(_) => Ok(fs::read_to_string(file)?.trim().to_string()),
    }
}
