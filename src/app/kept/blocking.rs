//! Asynchronous work done to its end, for the command line.

use std::future::Future;
use std::path::Path;

use super::archive::{Archive, stamp};
use super::caller::Caller;
use super::clock;
use super::condition::Condition;
use super::keyring::Keyring;
use super::keys::KeyWish;
use super::listing::Listing;
use super::refusal::Refusal;
use crate::store::audit::AuditEntry;
use crate::store::backup;
use crate::store::database::Store;
use crate::store::error::StoreError;
use crate::store::restore;
use serde_json::Value;

/// Makes a key for the dossiers kept in a folder; its text.
pub fn add_key(folder: &Path, wish: &KeyWish) -> Result<String, Refusal> {
    let told = done(async {
        let (archive, keyring) = opened(folder).await?;
        archive.add_key(&keyring, &Caller::local("command line"), wish).await
    })?;
    Ok(told["key"].as_str().unwrap_or_default().to_string())
}

/// The keys for the dossiers kept in a folder: id, name, end, whether it works.
pub fn keys(folder: &Path) -> Result<Vec<[String; 4]>, Refusal> {
    let told = done(async {
        let (archive, _) = opened(folder).await?;
        archive.keys(&Caller::local("command line"), &Listing::ALL).await
    })?;
    let text = |key: &Value, name: &str| key[name].as_str().unwrap_or("-").to_string();
    let row = |key: &Value| {
        let works = if key["works"] == Value::Bool(true) { "works" } else { "does not work" };
        [text(key, "id"), text(key, "name"), text(key, "expires_at"), works.to_string()]
    };
    Ok(told["items"].as_array().map(|keys| keys.iter().map(row).collect()).unwrap_or_default())
}

/// Exchanges a key for a new one; its text.
pub fn exchange_key(folder: &Path, id: &str, grace: i64) -> Result<String, Refusal> {
    let told = done(async {
        let (archive, keyring) = opened(folder).await?;
        archive.exchange_key(&keyring, &Caller::local("command line"), (id, grace), &Condition::any()).await
    })?;
    Ok(told["key"].as_str().unwrap_or_default().to_string())
}

/// Takes a key back.
pub fn revoke_key(folder: &Path, id: &str) -> Result<(), Refusal> {
    done(async {
        let (archive, keyring) = opened(folder).await?;
        archive.revoke_key(&keyring, &Caller::local("command line"), id, &Condition::any()).await
    })
}

/// Copies everything that is kept in a folder into one new file, while a service may be running on it; what of its history
/// is not as it was written.
pub fn backup(folder: &Path, to: &Path) -> Result<Vec<String>, Refusal> {
    done(async {
        backup::backup(folder, to).await?;
        Ok(broken(&Store::open(folder).await?).await?)
    })
}

/// Puts a copy in the place of everything that is kept in a folder, while a service may be running on it, and says so in the
/// log; what of its history is not as it was written.
pub fn restore(from: &Path, folder: &Path) -> Result<Vec<String>, Refusal> {
    done(async {
        restore::restore(from, folder).await?;
        let store = Store::open(folder).await?;
        let broken = broken(&store).await?;
        let caller = Caller::local("command line");
        let note = from.file_name().unwrap_or_default().to_string_lossy();
        let stamp = stamp(&caller, "backup_restored", &note, &clock::now());
        let mut change = store.change().await?;
        change.note(&AuditEntry::of(&stamp, "everything")).await?;
        change.commit().await?;
        Ok(broken)
    })
}

/// Where the log and the revisions do not follow from what is before them; nothing when all is as it was written.
async fn broken(store: &Store) -> Result<Vec<String>, StoreError> {
    let mut told = Vec::new();
    if let Some(line) = store.first_broken_line().await? {
        told.push(format!("the audit log is not as it was written from line {line} on"));
    }
    for dossier in store.dossiers().await? {
        if let Some(number) = store.first_broken_revision(&dossier.id).await? {
            told.push(format!("{} is not as it was written from revision {number} on", dossier.id));
        }
    }
    Ok(told)
}

async fn opened(folder: &Path) -> Result<(Archive, Keyring), Refusal> {
    let archive = Archive::open(folder, None).await?;
    let keyring = Keyring::open(archive.store.clone(), folder)?;
    Ok((archive, keyring))
}

fn done<Told>(work: impl Future<Output = Result<Told, Refusal>>) -> Result<Told, Refusal> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|fault| Refusal::Store(StoreError::from(fault)))?;
    runtime.block_on(work)
}
