//! Keys and roles: given, listed, exchanged and taken back.

use serde_json::{Value, json};

use super::archive::{Archive, stamp};
use super::caller::{Caller, EVERYWHERE, Role};
use super::clock;
use super::dossiers::check_id;
use super::keyring::{Keyring, PREFIX, works};
use super::refusal::Refusal;
use crate::store::audit::AuditEntry;
use crate::store::change::Change;
use crate::store::grants::Grant;
use crate::store::keys::{KeyRow, NewKey};
use crate::wire::fault::RequestFault;

/// Seconds for which an exchanged key still works beside the new one, unless stated.
pub const GRACE: i64 = 86_400;

/// Longest life of a key in days.
const DAYS_MAX: i64 = 3660;

/// A key to be given.
#[derive(Clone, Debug)]
pub struct KeyWish {
    /// Whose it is, for those who look at the list.
    pub name: String,
    pub role: Role,
    /// The dossiers it opens; every one when there is none.
    pub dossiers: Vec<String>,
    /// Days after which it ends; never when there are none.
    pub days: Option<i64>,
}

impl Archive {
    /// Makes a key; its text is told once, here.
    pub async fn add_key(
        &self,
        keyring: &Keyring,
        caller: &Caller,
        wish: &KeyWish,
    ) -> Result<Value, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        check(wish)?;
        let mut change = self.store.change().await?;
        let everywhere = [EVERYWHERE.to_string()];
        let dossiers = if wish.dossiers.is_empty() { &everywhere[..] } else { &wish.dossiers };
        let told = made(&mut change, keyring, caller, wish, dossiers).await?;
        change.commit().await?;
        keyring.forget();
        Ok(told)
    }

    /// The keys, without their texts.
    pub async fn keys(&self, caller: &Caller) -> Result<Value, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let now = clock::now();
        let mut told = Vec::new();
        for key in self.store.keys().await? {
            let grants = self.store.grants_of(&format!("key:{}", key.id)).await?;
            let grants: Vec<Value> = grants.iter().map(grant_json).collect();
            told.push(json!({
                "id": key.id,
                "name": key.name,
                "created_at": key.created_at,
                "expires_at": key.expires_at,
                "revoked_at": key.revoked_at,
                "last_used_at": key.last_used_at,
                "works": works(&key, &now),
                "grants": grants,
            }));
        }
        Ok(json!({"items": told}))
    }

    /// Makes a key with the name and roles of another one, which works for a while longer.
    pub async fn exchange_key(
        &self,
        keyring: &Keyring,
        caller: &Caller,
        id: &str,
        grace: i64,
    ) -> Result<Value, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let now = clock::now();
        let old = self.store.key(id).await?.filter(|key| works(key, &now)).ok_or_else(|| key_unknown(id))?;
        let grants = self.store.grants_of(&format!("key:{id}")).await?;
        let mut change = self.store.change().await?;
        let told = add(&mut change, keyring, caller, &old.name, days_again(&old), &now).await?;
        let new = told["id"].as_str().unwrap_or_default().to_string();
        for grant in grants {
            change.grant(&Grant { principal: format!("key:{new}"), ..grant }).await?;
        }
        let end = clock::in_seconds(grace.max(0));
        let end = old.expires_at.filter(|known| *known < end).unwrap_or(end);
        change.set_key_expiry(id, Some(&end)).await?;
        noted(&mut change, caller, "key_exchanged", id, &format!("for {new}"), &now).await?;
        change.commit().await?;
        keyring.forget();
        Ok(told)
    }

    /// Takes a key back at once.
    pub async fn revoke_key(&self, keyring: &Keyring, caller: &Caller, id: &str) -> Result<(), Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let now = clock::now();
        let mut change = self.store.change().await?;
        if !change.revoke_key(id, &now).await? {
            return Err(key_unknown(id));
        }
        noted(&mut change, caller, "key_revoked", id, "", &now).await?;
        change.commit().await?;
        keyring.forget();
        Ok(())
    }

    /// Who has a role on a dossier, beside those who have one everywhere.
    pub async fn grants(&self, caller: &Caller, dossier: &str) -> Result<Value, Refusal> {
        self.row(caller, dossier, Role::Admin).await?;
        let grants = self.store.grants(dossier).await?;
        Ok(json!({"items": grants.iter().map(grant_json).collect::<Vec<_>>()}))
    }

    /// Gives somebody a role on a dossier, or takes every role on it.
    pub async fn grant(
        &self,
        keyring: &Keyring,
        caller: &Caller,
        (principal, dossier): (&str, &str),
        role: Option<Role>,
    ) -> Result<(), Refusal> {
        self.row(caller, dossier, Role::Admin).await?;
        let is_known = ["key:", "oidc:"]
            .iter()
            .any(|kind| principal.strip_prefix(kind).is_some_and(|rest| !rest.trim().is_empty()));
        if !is_known {
            return Err(Refusal::malformed(
                "/principal",
                "name_invalid",
                "A principal is `key:` with the id of a key, or `oidc:` with a subject.",
                "Un principal est `key:` et l’identifiant d’une clé, ou `oidc:` et un sujet.",
            ));
        }
        if let (Some(id), Some(_)) = (principal.strip_prefix("key:"), role) {
            self.store.key(id).await?.ok_or_else(|| key_unknown(id))?;
        }
        let mut change = self.store.change().await?;
        note_role(&mut change, caller, (principal, dossier), role, &clock::now()).await?;
        change.commit().await?;
        keyring.forget();
        Ok(())
    }
}

/// Gives a role, or takes every one, and says so in the log.
pub async fn note_role(
    change: &mut Change,
    caller: &Caller,
    (principal, dossier): (&str, &str),
    role: Option<Role>,
    at: &str,
) -> Result<(), Refusal> {
    let (action, note) = match role {
        Some(role) => {
            let grant = Grant {
                principal: principal.to_string(),
                dossier: dossier.to_string(),
                role: role.name().to_string(),
            };
            change.grant(&grant).await?;
            ("role_given", role.name())
        }
        None if change.ungrant(principal, dossier).await? => ("role_taken", ""),
        None => return Err(Refusal::Unknown { what: "grant", name: principal.to_string() }),
    };
    let stamp = stamp(caller, action, note, at);
    let dossier = (dossier != EVERYWHERE).then_some(dossier);
    Ok(change.note(&AuditEntry { stamp: &stamp, dossier, revision: None, subject: principal }).await?)
}

fn check(wish: &KeyWish) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    if wish.name.trim().is_empty() || wish.name.len() > 200 {
        let (en, fr) = ("A key needs a name.", "Une clé a besoin d’un nom.");
        faults.push(RequestFault::at("/name", "name_invalid", en, fr));
    }
    if wish.days.is_some_and(|days| !(1..=DAYS_MAX).contains(&days)) {
        let (en, fr) = ("A key lives 1 to 3660 days.", "Une clé vit de 1 à 3660 jours.");
        faults.push(RequestFault::at("/days", "number_out_of_range", en, fr));
    }
    for (at, dossier) in wish.dossiers.iter().enumerate() {
        if let Err(Refusal::Malformed(found)) = check_id(dossier) {
            let pointer = format!("/dossiers/{at}");
            faults.extend(found.into_iter().map(|fault| RequestFault { pointer: pointer.clone(), ..fault }));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

async fn made(
    change: &mut Change,
    keyring: &Keyring,
    caller: &Caller,
    wish: &KeyWish,
    dossiers: &[String],
) -> Result<Value, Refusal> {
    let now = clock::now();
    let told = add(change, keyring, caller, &wish.name, wish.days, &now).await?;
    let principal = format!("key:{}", told["id"].as_str().unwrap_or_default());
    for dossier in dossiers {
        note_role(change, caller, (&principal, dossier), Some(wish.role), &now).await?;
    }
    Ok(told)
}

async fn add(
    change: &mut Change,
    keyring: &Keyring,
    caller: &Caller,
    name: &str,
    days: Option<i64>,
    now: &str,
) -> Result<Value, Refusal> {
    let (id, secret) = (clock::name().replace('-', ""), clock::secret());
    let expires_at = days.map(|days| clock::in_seconds(days * 86_400));
    let key = NewKey {
        id: id.clone(),
        name: name.to_string(),
        hash: keyring.hash(&secret),
        created_at: now.to_string(),
        expires_at: expires_at.clone(),
    };
    change.add_key(&key).await?;
    noted(change, caller, "key_added", &id, name, now).await?;
    Ok(json!({"id": id, "name": name, "expires_at": expires_at, "key": format!("{PREFIX}{id}_{secret}")}))
}

/// The life of an exchanged key begins anew.
fn days_again(old: &KeyRow) -> Option<i64> {
    old.expires_at.as_ref().map(|end| clock::days_between(&old.created_at, end).max(1))
}

async fn noted(
    change: &mut Change,
    caller: &Caller,
    action: &str,
    id: &str,
    note: &str,
    at: &str,
) -> Result<(), Refusal> {
    let stamp = stamp(caller, action, note, at);
    let subject = format!("key:{id}");
    let entry = AuditEntry { stamp: &stamp, dossier: None, revision: None, subject: &subject };
    Ok(change.note(&entry).await?)
}

fn grant_json(grant: &Grant) -> Value {
    json!({"principal": grant.principal, "dossier": grant.dossier, "role": grant.role})
}

fn key_unknown(id: &str) -> Refusal {
    Refusal::Unknown { what: "key", name: id.to_string() }
}
