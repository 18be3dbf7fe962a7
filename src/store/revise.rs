//! Changing items: every change makes a revision of its dossier.

use std::collections::BTreeMap;

use sqlx::QueryBuilder;
use sqlx::sqlite::{Sqlite, SqliteConnection};

use super::audit::{self, AuditEntry};
use super::chain::Link;
use super::change::Change;
use super::dossiers::{self, DossierRow};
use super::error::StoreError;
use super::items::{self, Item};
use super::stamp::Stamp;

/// Rows per statement: the fewer statements, the faster; SQLite allows 32,766 parameters in one.
const ROWS_AT_ONCE: usize = 500;

/// What shall become of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    pub collection: String,
    pub key: String,
    /// `None`: an item that is there keeps its place, a new one comes last.
    pub position: Option<i64>,
    /// `None` removes the item.
    pub body: Option<String>,
}

/// What does become of one item: the row of `changes`.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Settled {
    pub(super) collection: String,
    pub(super) key: String,
    pub(super) position: Option<i64>,
    pub(super) body: Option<String>,
}

impl Change {
    /// Makes the next revision of `dossier` and returns its number. A dossier that is not there is made; one that is
    /// deleted comes back, and its numbers go on. Of two changes of one item the later counts. Changes that change
    /// nothing (same body and place, or removing what is not there) are not written, but the revision is, even when none
    /// is left. The audit log gets an event with the dossier as its subject.
    pub async fn revise(
        &mut self,
        dossier: &str,
        stamp: &Stamp,
        changes: &[ItemChange],
    ) -> Result<i64, StoreError> {
        let number = revise(self.connection()?, dossier, stamp, changes).await;
        self.whole(number)
    }

    /// Makes a revision that removes every item, and marks the dossier as deleted. `None` when there is no such dossier
    /// or it is deleted already.
    pub async fn remove_dossier(&mut self, dossier: &str, stamp: &Stamp) -> Result<Option<i64>, StoreError> {
        let number = remove(self.connection()?, dossier, stamp).await;
        self.whole(number)
    }
}

/// The changes that turn the items `now` into those of `then`, places included: for going back to a revision, or for
/// putting another state in the place of this one.
pub fn changes_towards(now: &[Item], then: &[Item]) -> Vec<ItemChange> {
    let named = |items: &[Item]| -> BTreeMap<(String, String), (i64, String)> {
        let entry =
            |item: &Item| ((item.collection.clone(), item.key.clone()), (item.position, item.body.clone()));
        items.iter().map(entry).collect()
    };
    let (now, then) = (named(now), named(then));
    let gone = now.keys().filter(|name| !then.contains_key(*name)).map(|(collection, key)| ItemChange {
        collection: collection.clone(),
        key: key.clone(),
        position: None,
        body: None,
    });
    let put = then.iter().filter(|(name, state)| now.get(*name) != Some(state));
    let put = put.map(|((collection, key), (position, body))| ItemChange {
        collection: collection.clone(),
        key: key.clone(),
        position: Some(*position),
        body: Some(body.clone()),
    });
    gone.chain(put).collect()
}

async fn revise(
    connection: &mut SqliteConnection,
    dossier: &str,
    stamp: &Stamp,
    changes: &[ItemChange],
) -> Result<i64, sqlx::Error> {
    let head = dossiers::dossier(&mut *connection, dossier).await?;
    let changes = last_of_each(changes);
    let before = before(connection, dossier, &changes).await?;
    let settled = settle(connection, dossier, &changes, &before).await?;
    write(connection, dossier, head.as_ref(), stamp, &settled, false).await
}

async fn remove(
    connection: &mut SqliteConnection,
    dossier: &str,
    stamp: &Stamp,
) -> Result<Option<i64>, sqlx::Error> {
    let Some(head) = dossiers::dossier(&mut *connection, dossier).await?.filter(|head| !head.is_deleted)
    else {
        return Ok(None);
    };
    let gone = items::items(&mut *connection, dossier).await?.into_iter().map(|item| Settled {
        collection: item.collection,
        key: item.key,
        position: None,
        body: None,
    });
    let mut settled: Vec<Settled> = gone.collect();
    settled.sort_by(by_name);
    write(connection, dossier, Some(&head), stamp, &settled, true).await.map(Some)
}

/// One change per item, in the order in which the items were first named.
fn last_of_each(changes: &[ItemChange]) -> Vec<&ItemChange> {
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut kept: Vec<&ItemChange> = Vec::new();
    for change in changes {
        let place = *places.entry((&change.collection, &change.key)).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(earlier) => *earlier = change,
            None => kept.push(change),
        }
    }
    kept
}

/// The items that are to change, as they are, by collection and key.
async fn before(
    connection: &mut SqliteConnection,
    dossier: &str,
    changes: &[&ItemChange],
) -> Result<BTreeMap<(String, String), Item>, sqlx::Error> {
    let mut found = BTreeMap::new();
    for some in changes.chunks(ROWS_AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT collection, key, revision, position, body FROM items WHERE dossier = ",
        );
        query.push_bind(dossier).push(" AND (collection, key) IN (");
        query.push_values(some, |mut row, change| {
            row.push_bind(&change.collection).push_bind(&change.key);
        });
        let items: Vec<Item> = query.push(")").build_query_as().fetch_all(&mut *connection).await?;
        found.extend(items.into_iter().map(|item| ((item.collection.clone(), item.key.clone()), item)));
    }
    Ok(found)
}

/// Gives every item its place and leaves out what changes nothing; by collection and key.
async fn settle(
    connection: &mut SqliteConnection,
    dossier: &str,
    changes: &[&ItemChange],
    before: &BTreeMap<(String, String), Item>,
) -> Result<Vec<Settled>, sqlx::Error> {
    let mut last: BTreeMap<&str, i64> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.body.is_some()) {
        if !last.contains_key(change.collection.as_str()) {
            let query =
                sqlx::query_scalar("SELECT max(position) FROM items WHERE dossier = ? AND collection = ?");
            let highest: Option<i64> =
                query.bind(dossier).bind(&change.collection).fetch_one(&mut *connection).await?;
            last.insert(&change.collection, highest.unwrap_or(0));
        }
    }
    let mut settled = Vec::with_capacity(changes.len());
    for change in changes {
        let item = before.get(&(change.collection.clone(), change.key.clone()));
        let position = change.body.as_ref().map(|_| {
            let last = last.entry(&change.collection).or_insert(0);
            let position =
                change.position.or(item.map(|item| item.position)).unwrap_or(last.saturating_add(1));
            *last = position.max(*last);
            position
        });
        let is_same =
            position == item.map(|item| item.position) && change.body.as_ref() == item.map(|item| &item.body);
        if !is_same {
            settled.push(Settled {
                collection: change.collection.clone(),
                key: change.key.clone(),
                position,
                body: change.body.clone(),
            });
        }
    }
    settled.sort_by(by_name);
    Ok(settled)
}

fn by_name(one: &Settled, other: &Settled) -> std::cmp::Ordering {
    (&one.collection, &one.key).cmp(&(&other.collection, &other.key))
}

/// The digest of a revision: over the one before it and over its changes, by collection and key.
pub(super) fn digest(previous: &str, settled: &[Settled]) -> String {
    let link = settled.iter().fold(Link::after(previous), |link, change| {
        link.text(&change.collection)
            .text(&change.key)
            .maybe(change.position, Link::number)
            .maybe(change.body.as_deref(), Link::text)
    });
    link.digest()
}

/// Writes the revision with everything that hangs on it and returns its number.
async fn write(
    connection: &mut SqliteConnection,
    dossier: &str,
    head: Option<&DossierRow>,
    stamp: &Stamp,
    settled: &[Settled],
    is_deleted: bool,
) -> Result<i64, sqlx::Error> {
    let number = head.map_or(0, |head| head.revision) + 1;
    let digest = digest(head.map_or("", |head| &head.digest), settled);
    let query = sqlx::query(
        "INSERT INTO dossiers (id, revision, digest, created_at, changed_at, is_deleted) VALUES (?1, ?2, ?3, ?4, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET revision = ?2, digest = ?3, changed_at = ?4, is_deleted = ?5",
    );
    let query = query.bind(dossier).bind(number).bind(&digest).bind(&stamp.at).bind(is_deleted);
    query.execute(&mut *connection).await?;
    let query = sqlx::query(
        "INSERT INTO revisions (dossier, number, digest, at, actor, action, note, request, n_changes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    let query = query.bind(dossier).bind(number).bind(&digest).bind(&stamp.at).bind(&stamp.actor);
    let n_changes = i64::try_from(settled.len()).expect("changes fit in memory");
    let query = query.bind(&stamp.action).bind(&stamp.note).bind(&stamp.request).bind(n_changes);
    query.execute(&mut *connection).await?;
    keep_versions(connection, dossier, number, settled).await?;
    put_items(connection, dossier, number, settled).await?;
    remove_items(connection, dossier, settled).await?;
    let entry = AuditEntry {
        dossier: Some(dossier),
        revision: Some(number),
        digest: Some(&digest),
        ..AuditEntry::of(stamp, dossier)
    };
    audit::append(connection, &entry).await?;
    Ok(number)
}

async fn keep_versions(
    connection: &mut SqliteConnection,
    dossier: &str,
    number: i64,
    settled: &[Settled],
) -> Result<(), sqlx::Error> {
    for some in settled.chunks(ROWS_AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "INSERT INTO changes (dossier, collection, key, revision, position, body) ",
        );
        query.push_values(some, |mut row, change| {
            row.push_bind(dossier).push_bind(&change.collection).push_bind(&change.key);
            row.push_bind(number).push_bind(change.position).push_bind(&change.body);
        });
        query.build().execute(&mut *connection).await?;
    }
    Ok(())
}

async fn put_items(
    connection: &mut SqliteConnection,
    dossier: &str,
    number: i64,
    settled: &[Settled],
) -> Result<(), sqlx::Error> {
    let put: Vec<&Settled> = settled.iter().filter(|change| change.body.is_some()).collect();
    for some in put.chunks(ROWS_AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new(
            "INSERT INTO items (dossier, collection, key, revision, position, body) ",
        );
        query.push_values(some, |mut row, change| {
            row.push_bind(dossier).push_bind(&change.collection).push_bind(&change.key);
            row.push_bind(number).push_bind(change.position).push_bind(&change.body);
        });
        query.push(
            " ON CONFLICT (dossier, collection, key)
             DO UPDATE SET revision = excluded.revision, position = excluded.position, body = excluded.body",
        );
        query.build().execute(&mut *connection).await?;
    }
    Ok(())
}

async fn remove_items(
    connection: &mut SqliteConnection,
    dossier: &str,
    settled: &[Settled],
) -> Result<(), sqlx::Error> {
    let gone: Vec<&Settled> = settled.iter().filter(|change| change.body.is_none()).collect();
    for some in gone.chunks(ROWS_AT_ONCE) {
        let mut query = QueryBuilder::<Sqlite>::new("DELETE FROM items WHERE dossier = ");
        query.push_bind(dossier).push(" AND (collection, key) IN (");
        query.push_values(some, |mut row, change| {
            row.push_bind(&change.collection).push_bind(&change.key);
        });
        query.push(")").build().execute(&mut *connection).await?;
    }
    Ok(())
}
