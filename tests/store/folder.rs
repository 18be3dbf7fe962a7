//! A store in a folder of its own, and short words for what is written to it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cxfolio::store::database::{FILE_NAME, OpenOptions, Store};
use cxfolio::store::items::Item;
use cxfolio::store::revise::ItemChange;
use cxfolio::store::stamp::Stamp;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;

/// A new store; the folder goes away with the first value.
pub async fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    (folder, store)
}

/// A store that waits half a second at most.
pub fn impatient() -> OpenOptions {
    OpenOptions { wait: Duration::from_millis(500), ..OpenOptions::default() }
}

pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

/// A connection of somebody else to the file.
pub async fn stranger(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(file).busy_timeout(Duration::from_secs(5));
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// Makes the tables of a file those of version 1.
pub const OLDER: &str = "
    ALTER TABLE audit DROP COLUMN digest; ALTER TABLE audit DROP COLUMN before; ALTER TABLE audit DROP COLUMN after;
    ALTER TABLE jobs DROP COLUMN is_partial;
    DELETE FROM _sqlx_migrations WHERE version > 1; PRAGMA user_version = 1";

pub fn stamp(action: &str) -> Stamp {
    Stamp {
        at: "2026-11-20T09:30:00.000Z".to_string(),
        actor: "key:ana".to_string(),
        action: action.to_string(),
        note: String::new(),
        request: "01".to_string(),
    }
}

pub fn put(collection: &str, key: &str, body: &str) -> ItemChange {
    ItemChange {
        collection: collection.to_string(),
        key: key.to_string(),
        position: None,
        body: Some(body.to_string()),
    }
}

pub fn put_at(collection: &str, key: &str, position: i64, body: &str) -> ItemChange {
    ItemChange { position: Some(position), ..put(collection, key, body) }
}

pub fn gone(collection: &str, key: &str) -> ItemChange {
    ItemChange { body: None, ..put(collection, key, "") }
}

/// One committed revision.
pub async fn revise(store: &Store, dossier: &str, changes: &[ItemChange]) -> i64 {
    let mut change = store.change().await.unwrap();
    let number = change.revise(dossier, &stamp("edit"), changes).await.unwrap();
    change.commit().await.unwrap();
    number
}

/// Items as `collection/key@position=body`, in order.
pub fn told(items: &[Item]) -> Vec<String> {
    let told = |item: &Item| format!("{}/{}@{}={}", item.collection, item.key, item.position, item.body);
    items.iter().map(told).collect()
}
