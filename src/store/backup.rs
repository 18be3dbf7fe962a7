//! Copies of the whole database, made while it is in use.

use std::fs;
use std::path::Path;

use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};

use super::database::{self, APPLICATION_ID};
use super::error::StoreError;

/// Copies the database in `folder` to the new file `to` as it is at one moment, and checks the copy. Others go on reading
/// and writing meanwhile. A file that is there already is left alone and refused; after a failure there is none.
pub async fn backup(folder: &Path, to: &Path) -> Result<(), StoreError> {
    let from = database::file_in(folder);
    if !from.is_file() {
        return Err(StoreError::broken(format!("there is no database in {}", folder.display())));
    }
    let name = to.to_str().ok_or_else(|| StoreError::broken("the name of the copy is not valid UTF-8"))?;
    database::own_file().create_new(true).open(to)?;
    let done = copy(&from, to, name).await;
    if done.is_err() {
        // The failure that is told is the first one.
        let _ = fs::remove_file(to);
    }
    done
}

async fn copy(from: &Path, to: &Path, name: &str) -> Result<(), StoreError> {
    let mut connection = database::connect(from).await?;
    sqlx::query("VACUUM INTO ?").bind(name).execute(&mut connection).await?;
    connection.close().await?;
    let mut copy = open_copy(to).await?;
    check(&mut copy).await?;
    copy.close().await?;
    fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// A copy that is only read, and that nobody writes meanwhile.
pub(super) async fn open_copy(file: &Path) -> Result<SqliteConnection, StoreError> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).pragma("trusted_schema", "OFF");
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// Whether a file is a whole database of this program.
pub(super) async fn check(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let application: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    if application != APPLICATION_ID {
        return Err(StoreError::broken("the file is not a database of this program"));
    }
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut *connection).await?;
    if found != ["ok"] {
        return Err(StoreError::broken(format!("the file is damaged: {}", found.join("; "))));
    }
    Ok(())
}
