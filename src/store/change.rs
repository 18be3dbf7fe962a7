//! One change of the database: everything in it happens, or nothing.

use sqlx::pool::PoolConnection;
use sqlx::sqlite::{SqliteConnection, SqlitePool};
use sqlx::{Executor, Sqlite};

use super::error::StoreError;

/// One change, begun with [`super::database::Store::change`] and holding the only right to write until it ends. Dropped
/// without [`Change::commit`], it leaves no trace. After a call on it failed, or was cancelled half-way, nothing more can
/// be done with it: half a change is never committed.
#[derive(Debug)]
pub struct Change {
    connection: PoolConnection<Sqlite>,
    is_whole: bool,
}

impl Change {
    /// SQLite itself ends a transaction when the disk is full, which sqlx's own transactions do not notice; hence the
    /// plain statements here and [`roll_back`] after every use of the connection.
    pub(super) async fn begin(writer: &SqlitePool) -> Result<Change, StoreError> {
        let mut connection = writer.acquire().await?;
        connection.execute("BEGIN IMMEDIATE").await?;
        Ok(Change { connection, is_whole: true })
    }

    /// Makes the change last: it is on the disk when this returns.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        self.connection()?.execute("COMMIT").await?;
        Ok(())
    }

    /// The connection for the next step, which must end with [`Change::whole`].
    pub(super) fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        if !std::mem::take(&mut self.is_whole) {
            return Err(StoreError::broken("an earlier step of this change failed"));
        }
        Ok(&mut self.connection)
    }

    /// The result of a step; only a good one lets the change go on.
    pub(super) fn whole<T>(&mut self, result: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        self.is_whole = result.is_ok();
        Ok(result?)
    }
}

/// Ends whatever transaction a connection still has, before it is used again; most have none.
pub(super) async fn roll_back(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    match connection.execute("ROLLBACK").await {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(error)) if error.message().contains("no transaction is active") => Ok(true),
        Err(error) => Err(error),
    }
}
