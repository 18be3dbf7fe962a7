//! Keys and roles: given, listed, exchanged and taken back.

use serde_json::{Value, json};

use super::answer::Answer;
use super::archive::{Archive, stamp};
use super::caller::{Caller, Role};
use super::clock;
use super::condition::{Condition, content_tag};
use super::dossiers::check_id;
use super::keyring::{Keyring, PREFIX, works};
use super::listing::{Listing, page_json};
use super::refusal::Refusal;
use crate::store::audit::AuditEntry;
use crate::store::change::Change;
use crate::store::grants::{ALL_DOSSIERS, Grant};
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
        let everywhere = [ALL_DOSSIERS.to_string()];
        let dossiers = if wish.dossiers.is_empty() { &everywhere[..] } else { &wish.dossiers };
        let told = made(&mut change, keyring, caller, wish, dossiers).await?;
        change.commit().await?;
        keyring.forget();
        Ok(told)
    }

    /// The keys, without their texts.
    pub async fn keys(&self, caller: &Caller, listing: &Listing) -> Result<Value, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let now = clock::now();
        let cut = listing.cut(self.store.keys().await?, |key| &key.id);
        let mut told = Vec::new();
        for key in &cut.entries {
            let grants = self.store.grants_of(&format!("key:{}", key.id)).await?;
            told.push(key_json(key, &grants, &now));
        }
        Ok(page_json(told, cut.next))
    }

    /// A key without its text. Its tag does not change with its use, or nobody could take back a key that is used.
    pub async fn key(&self, caller: &Caller, id: &str) -> Result<Answer, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let key = self.store.key(id).await?.ok_or_else(|| key_unknown(id))?;
        let grants = self.store.grants_of(&format!("key:{id}")).await?;
        let now = clock::now();
        Ok(Answer::json(200, &key_json(&key, &grants, &now)).tagged(key_tag(&key, &grants, &now)))
    }

    /// Makes a key with the name and roles of another one, which works for a while longer.
    pub async fn exchange_key(
        &self,
        keyring: &Keyring,
        caller: &Caller,
        (id, grace): (&str, i64),
        condition: &Condition,
    ) -> Result<Value, Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let now = clock::now();
        let mut change = self.store.change().await?;
        let old = change.key(id).await?.filter(|key| works(key, &now)).ok_or_else(|| key_unknown(id))?;
        let grants = change.grants_of(&format!("key:{id}")).await?;
        condition.check_write(Some(&key_tag(&old, &grants, &now)))?;
        let told = add(&mut change, keyring, caller, &old.name, days_again(&old), &now).await?;
        let new = told["id"].as_str().unwrap_or_default().to_string();
        for grant in grants {
            let of = (format!("key:{new}"), grant.dossier);
            note_role(&mut change, caller, (&of.0, &of.1), Role::named(&grant.role), &now).await?;
        }
        let end = clock::in_seconds(grace.max(0));
        let known = old.expires_at;
        let end = known.clone().filter(|known| *known < end).unwrap_or(end);
        change.set_key_expiry(id, Some(&end)).await?;
        let states = (json!({"expires_at": known}), json!({"expires_at": end}));
        noted(&mut change, caller, ("key_exchanged", id, &format!("for {new}")), states, &now).await?;
        change.commit().await?;
        keyring.forget();
        Ok(told)
    }

    /// Takes a key back at once.
    pub async fn revoke_key(
        &self,
        keyring: &Keyring,
        caller: &Caller,
        id: &str,
        condition: &Condition,
    ) -> Result<(), Refusal> {
        caller.needs_everywhere(Role::Admin)?;
        let now = clock::now();
        let mut change = self.store.change().await?;
        let key = change.key(id).await?.filter(|key| key.revoked_at.is_none());
        let key = key.ok_or_else(|| key_unknown(id))?;
        let grants = change.grants_of(&format!("key:{id}")).await?;
        condition.check_write(Some(&key_tag(&key, &grants, &now)))?;
        change.revoke_key(id, &now).await?;
        let states = (json!({"revoked_at": null}), json!({"revoked_at": now}));
        noted(&mut change, caller, ("key_revoked", id, ""), states, &now).await?;
        change.commit().await?;
        keyring.forget();
        Ok(())
    }

    /// Who has a role on a dossier, beside those who have one everywhere.
    pub async fn grants(&self, caller: &Caller, dossier: &str, listing: &Listing) -> Result<Value, Refusal> {
        self.row(caller, dossier, Role::Admin).await?;
        let cut = listing.cut(self.store.grants(dossier).await?, |grant| &grant.principal);
        Ok(page_json(cut.entries.iter().map(grant_json).collect(), cut.next))
    }

    /// The role of somebody on a dossier, with its tag.
    pub async fn role_told(
        &self,
        caller: &Caller,
        (principal, dossier): (&str, &str),
    ) -> Result<(Value, String), Refusal> {
        self.row(caller, dossier, Role::Admin).await?;
        let grants = self.store.grants_of(principal).await?;
        let grant = grants.iter().find(|grant| grant.dossier == dossier);
        let grant = grant.ok_or_else(|| grant_unknown(principal))?;
        Ok((grant_json(grant), grant_tag(grant)))
    }

    /// Gives somebody a role on a dossier, or takes every role on it; whether there was none before.
    pub async fn grant(
        &self,
        keyring: &Keyring,
        caller: &Caller,
        (principal, dossier): (&str, &str),
        role: Option<Role>,
        condition: &Condition,
    ) -> Result<Answer, Refusal> {
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
        let known = change.grants_of(principal).await?.into_iter().find(|grant| grant.dossier == dossier);
        if role.is_none() && known.is_none() {
            return Err(grant_unknown(principal));
        }
        condition.check_write(known.as_ref().map(grant_tag).as_deref())?;
        note_role(&mut change, caller, (principal, dossier), role, &clock::now()).await?;
        change.commit().await?;
        keyring.forget();
        let Some(role) = role else { return Ok(Answer::json(204, &Value::Null)) };
        let grant = grant_of((principal, dossier), role);
        let status = if known.is_some() { 200 } else { 201 };
        Ok(Answer::json(status, &grant_json(&grant)).tagged(grant_tag(&grant)))
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
    let known = change.grants_of(principal).await?.into_iter().find(|grant| grant.dossier == dossier);
    let (action, note) = match role {
        Some(role) => {
            change.grant(&grant_of((principal, dossier), role)).await?;
            ("role_given", role.name())
        }
        None if change.ungrant(principal, dossier).await? => ("role_taken", ""),
        None => return Err(grant_unknown(principal)),
    };
    let stamp = stamp(caller, action, note, at);
    let told = |role: &str| json!({"role": role}).to_string();
    let (before, after) = (known.map(|grant| told(&grant.role)), role.map(|role| told(role.name())));
    let entry = AuditEntry {
        dossier: (dossier != ALL_DOSSIERS).then_some(dossier),
        before: before.as_deref(),
        after: after.as_deref(),
        ..AuditEntry::of(&stamp, principal)
    };
    Ok(change.note(&entry).await?)
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
    let states = (Value::Null, json!({"name": name, "expires_at": expires_at}));
    noted(change, caller, ("key_added", &id, name), states, now).await?;
    Ok(json!({"id": id, "name": name, "expires_at": expires_at, "key": format!("{PREFIX}{id}_{secret}")}))
}

/// The life of an exchanged key begins anew.
fn days_again(old: &KeyRow) -> Option<i64> {
    old.expires_at.as_ref().map(|end| clock::days_between(&old.created_at, end).max(1))
}

async fn noted(
    change: &mut Change,
    caller: &Caller,
    (action, id, note): (&str, &str, &str),
    (before, after): (Value, Value),
    at: &str,
) -> Result<(), Refusal> {
    let stamp = stamp(caller, action, note, at);
    let subject = format!("key:{id}");
    let told = |state: Value| (!state.is_null()).then(|| state.to_string());
    let (before, after) = (told(before), told(after));
    let entry =
        AuditEntry { before: before.as_deref(), after: after.as_deref(), ..AuditEntry::of(&stamp, &subject) };
    Ok(change.note(&entry).await?)
}

fn key_json(key: &KeyRow, grants: &[Grant], now: &str) -> Value {
    json!({
        "id": key.id,
        "name": key.name,
        "created_at": key.created_at,
        "expires_at": key.expires_at,
        "revoked_at": key.revoked_at,
        "last_used_at": key.last_used_at,
        "works": works(key, now),
        "grants": grants.iter().map(grant_json).collect::<Vec<_>>(),
    })
}

fn key_tag(key: &KeyRow, grants: &[Grant], now: &str) -> String {
    let unused = KeyRow { last_used_at: None, ..key.clone() };
    content_tag(&[&key_json(&unused, grants, now).to_string()])
}

fn grant_of((principal, dossier): (&str, &str), role: Role) -> Grant {
    let (principal, dossier) = (principal.to_string(), dossier.to_string());
    Grant { principal, dossier, role: role.name().to_string() }
}

fn grant_json(grant: &Grant) -> Value {
    json!({"principal": grant.principal, "dossier": grant.dossier, "role": grant.role})
}

fn grant_tag(grant: &Grant) -> String {
    content_tag(&[&grant.principal, &grant.dossier, &grant.role])
}

fn grant_unknown(principal: &str) -> Refusal {
    Refusal::Unknown { what: "grant", name: principal.to_string() }
}

fn key_unknown(id: &str) -> Refusal {
    Refusal::Unknown { what: "key", name: id.to_string() }
}
