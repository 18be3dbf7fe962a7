//! The items of a dossier as they are now.

use sqlx::sqlite::SqliteExecutor;
use sqlx::{FromRow, Row};

use super::change::Change;
use super::database::Store;
use super::error::StoreError;

/// One item of a dossier: a row of one of its tables, or its settings.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Item {
    pub collection: String,
    pub key: String,
    /// The revision that changed it last.
    pub revision: i64,
    /// Its place among the items of its collection; of two with one place the lower key comes first.
    pub position: i64,
    pub body: String,
}

impl Store {
    /// One item; `None` when there is none. One indexed read.
    pub async fn item(&self, dossier: &str, collection: &str, key: &str) -> Result<Option<Item>, StoreError> {
        Ok(item(&self.readers, dossier, collection, key).await?)
    }

    /// One item with the body of the dossier's only item of another collection, in one read; `None` when the item is
    /// not there.
    pub async fn item_beside(
        &self,
        dossier: &str,
        collection: &str,
        key: &str,
        other: &str,
    ) -> Result<Option<(Item, Option<String>)>, StoreError> {
        let query = sqlx::query(
            "SELECT collection, key, revision, position, body,
                 (SELECT body FROM items AS other
                  WHERE other.dossier = items.dossier AND other.collection = ? AND other.key = '') AS other
             FROM items WHERE dossier = ? AND collection = ? AND key = ?",
        );
        let query = query.bind(other).bind(dossier).bind(collection).bind(key);
        let row = query.fetch_optional(&self.readers).await?;
        Ok(row.map(|row| Ok::<_, sqlx::Error>((Item::from_row(&row)?, row.try_get("other")?))).transpose()?)
    }

    /// All items, by collection, position and key; none for a dossier that is deleted or never was.
    pub async fn items(&self, dossier: &str) -> Result<Vec<Item>, StoreError> {
        Ok(items(&self.readers, dossier).await?)
    }
}

impl Change {
    /// One item; `None` when there is none.
    pub async fn item(
        &mut self,
        dossier: &str,
        collection: &str,
        key: &str,
    ) -> Result<Option<Item>, StoreError> {
        let found = item(self.connection()?, dossier, collection, key).await;
        self.whole(found)
    }

    /// All items, by collection, position and key.
    pub async fn items(&mut self, dossier: &str) -> Result<Vec<Item>, StoreError> {
        let found = items(self.connection()?, dossier).await;
        self.whole(found)
    }
}

async fn item<'c>(
    executor: impl SqliteExecutor<'c>,
    dossier: &str,
    collection: &str,
    key: &str,
) -> Result<Option<Item>, sqlx::Error> {
    let query = sqlx::query_as(
        "SELECT collection, key, revision, position, body FROM items
         WHERE dossier = ? AND collection = ? AND key = ?",
    );
    query.bind(dossier).bind(collection).bind(key).fetch_optional(executor).await
}

/// All items, by collection, position and key.
pub(super) async fn items<'c>(
    executor: impl SqliteExecutor<'c>,
    dossier: &str,
) -> Result<Vec<Item>, sqlx::Error> {
    let query = sqlx::query_as(
        "SELECT collection, key, revision, position, body FROM items
         WHERE dossier = ? ORDER BY collection, position, key",
    );
    query.bind(dossier).fetch_all(executor).await
}
