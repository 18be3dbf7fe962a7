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
use crate::app::error::AppError;
use crate::domain::text::{Bilingual, typeset_french};
use crate::store::audit::AuditEntry;
use crate::store::backup;
use crate::store::database::{Store, file_in};
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

/// The keys for the dossiers kept in a folder: id, name, roles, end, whether it works.
pub fn keys(folder: &Path) -> Result<Vec<[String; 5]>, Refusal> {
    kept_in(folder)?;
    let told = done(async {
        let (archive, _) = opened(folder).await?;
        archive.keys(&Caller::local("command line"), &Listing::ALL).await
    })?;
    let text = |key: &Value, name: &str| key[name].as_str().unwrap_or("-").to_string();
    let row = |key: &Value| {
        let works = if key["works"] == Value::Bool(true) { "works" } else { "does not work" };
        [
            text(key, "id"),
            text(key, "name"),
            roles(&key["grants"]),
            text(key, "expires_at"),
            works.to_string(),
        ]
    };
    Ok(told["items"].as_array().map(|keys| keys.iter().map(row).collect()).unwrap_or_default())
}

/// Exchanges a key for a new one; its text.
pub fn exchange_key(folder: &Path, id: &str, grace: i64) -> Result<String, Refusal> {
    kept_in(folder)?;
    let told = done(async {
        let (archive, keyring) = opened(folder).await?;
        archive.exchange_key(&keyring, &Caller::local("command line"), (id, grace), &Condition::any()).await
    })?;
    Ok(told["key"].as_str().unwrap_or_default().to_string())
}

/// Takes a key back.
pub fn revoke_key(folder: &Path, id: &str) -> Result<(), Refusal> {
    kept_in(folder)?;
    done(async {
        let (archive, keyring) = opened(folder).await?;
        archive.revoke_key(&keyring, &Caller::local("command line"), id, &Condition::any()).await
    })
}

/// Copies everything that is kept in a folder into one new file, while a service may be running on it; what of its history
/// is not as it was written.
pub fn backup(folder: &Path, to: &Path) -> Result<Vec<String>, Refusal> {
    kept_in(folder)?;
    if to.exists() {
        return Err(refused(
            format!(
                "{} is there already and stays as it is: name another file, or move this one away.",
                to.display()
            ),
            format!(
                "{} existe déjà et reste tel quel : choisissez un autre fichier, ou déplacez celui-ci.",
                to.display()
            ),
        ));
    }
    if let Some(parent) = to.parent().filter(|parent| !parent.as_os_str().is_empty() && !parent.is_dir()) {
        return Err(refused(
            format!("There is no folder {}: make it first, or name another file.", parent.display()),
            format!(
                "Le dossier {} n'existe pas : créez-le, ou choisissez un autre fichier.",
                parent.display()
            ),
        ));
    }
    done(async {
        backup::backup(folder, to).await.map_err(|fault| failed(to, "written", "écrit", fault))?;
        Ok(broken(&Store::open(folder).await?).await?)
    })
}

/// Puts a copy in the place of everything that is kept in a folder, while a service may be running on it, and says so in the
/// log; what of its history is not as it was written.
pub fn restore(from: &Path, folder: &Path) -> Result<Vec<String>, Refusal> {
    if !from.is_file() {
        return Err(refused(
            format!("There is no file {}: name one that `cxfolio backup` wrote.", from.display()),
            format!(
                "Il n'y a pas de fichier {} : indiquez-en un qu'a écrit `cxfolio backup`.",
                from.display()
            ),
        ));
    }
    done(async {
        restore::restore(from, folder).await.map_err(|fault| failed(from, "restored", "restauré", fault))?;
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

/// The roles of a key: `analyst` on every dossier, `viewer on bank` on one.
fn roles(grants: &Value) -> String {
    let role = |grant: &Value| {
        let (role, dossier) =
            (grant["role"].as_str().unwrap_or("-"), grant["dossier"].as_str().unwrap_or("*"));
        if dossier == "*" { role.to_string() } else { format!("{role} on {dossier}") }
    };
    let told: Vec<String> = grants.as_array().into_iter().flatten().map(role).collect();
    if told.is_empty() { "-".to_string() } else { told.join(", ") }
}

/// That a service keeps something in this folder: what only looks makes nothing.
fn kept_in(folder: &Path) -> Result<(), Refusal> {
    if file_in(folder).is_file() {
        return Ok(());
    }
    let folder = folder.display();
    Err(refused(
        format!(
            "No service keeps anything in {folder}: name its folder with --data, or start `cxfolio serve` with it first."
        ),
        format!(
            "Aucun service ne conserve rien dans {folder} : indiquez son dossier par --data, ou lancez d'abord `cxfolio serve`."
        ),
    ))
}

/// A copy that could not be made or put back, by name; what may pass with time keeps its own sentence.
fn failed(file: &Path, en: &str, fr: &str, fault: StoreError) -> Refusal {
    match fault {
        StoreError::Broken(cause) => refused(
            format!("{} cannot be {en}: {cause}. Nothing was changed.", file.display()),
            format!("{} ne peut pas être {fr} : {cause}. Rien n'a été modifié.", file.display()),
        ),
        passing => Refusal::Store(passing),
    }
}

fn refused(en: String, fr: String) -> Refusal {
    Refusal::App(AppError::Unreadable(Bilingual { en, fr: typeset_french(&fr) }))
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
