//! Putting a copy in the place of the database, while it is in use.

use std::fs;
use std::path::{Path, PathBuf};

use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};

use super::backup;
use super::database::{self, Store};
use super::error::StoreError;

/// Puts the content of the copy `from` in the place of everything in the database in `folder`, in one transaction: a
/// reader sees all of the old or all of the new, and after a failure the old is there. A folder without a database gets
/// one. A copy that is damaged, of another program or of a newer version of the tables is refused; one of an older version is
/// brought up to date beside the database first.
pub async fn restore(from: &Path, folder: &Path) -> Result<(), StoreError> {
    if !from.is_file() {
        return Err(StoreError::broken(format!("there is no file {}", from.display())));
    }
    let mut copy = backup::open_copy(from).await?;
    backup::check(&mut copy).await?;
    let theirs: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut copy).await?;
    copy.close().await?;
    Store::open(folder).await?.close().await;
    let mut connection = database::connect(&database::file_in(folder)).await?;
    let ours: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&mut connection).await?;
    let newer = if theirs < ours { Some(Beside::brought_up(from, folder).await?) } else { None };
    let from = newer.as_ref().map_or(from, |newer| &newer.0);
    let name = from.to_str().ok_or_else(|| StoreError::broken("the name of the copy is not valid UTF-8"))?;
    sqlx::query("ATTACH ? AS copy").bind(name).execute(&mut connection).await?;
    check_version(&mut connection).await?;
    // A table without references is copied page by page, which the count of open references does not notice.
    sqlx::query("PRAGMA foreign_keys = OFF").execute(&mut connection).await?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    replace(&mut transaction).await?;
    check_references(&mut transaction).await?;
    transaction.commit().await?;
    sqlx::query("DETACH copy").execute(&mut connection).await?;
    connection.close().await?;
    Ok(())
}

/// A file beside the database that is gone when it is dropped.
struct Beside(PathBuf);

impl Beside {
    /// A copy of a copy, with the tables of this program.
    async fn brought_up(from: &Path, folder: &Path) -> Result<Beside, StoreError> {
        let beside = Beside(folder.join(format!("cxfolio.{}.copy", std::process::id())));
        fs::copy(from, &beside.0)?;
        let mut connection = database::connect(&beside.0).await?;
        database::migrate(&mut connection).await?;
        connection.close().await?;
        Ok(beside)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// The tables, indexes and triggers of both must be word for word the same, and so must the version that they bear.
async fn check_version(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let ours: i64 = sqlx::query_scalar("PRAGMA main.user_version").fetch_one(&mut *connection).await?;
    let theirs: i64 = sqlx::query_scalar("PRAGMA copy.user_version").fetch_one(&mut *connection).await?;
    if ours != theirs {
        let sentence = format!("the copy has version {theirs} of the tables, this program version {ours}");
        return Err(StoreError::broken(sentence));
    }
    let query = sqlx::query_scalar(
        "SELECT count(*) FROM (
             SELECT name, sql FROM (SELECT name, sql FROM main.sqlite_schema EXCEPT SELECT name, sql FROM copy.sqlite_schema)
             UNION ALL
             SELECT name, sql FROM (SELECT name, sql FROM copy.sqlite_schema EXCEPT SELECT name, sql FROM main.sqlite_schema)
         )",
    );
    let differences: i64 = query.fetch_one(connection).await?;
    match differences {
        0 => Ok(()),
        _ => Err(StoreError::broken("the tables of the copy are not those of this program")),
    }
}

/// The triggers that refuse to change rows are dropped for the time of the transaction and made again in the same words.
async fn replace(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let query =
        sqlx::query_as("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name");
    let triggers: Vec<(String, String)> = query.fetch_all(&mut *connection).await?;
    for (name, _) in &triggers {
        run(connection, format!("DROP TRIGGER main.\"{name}\"")).await?;
    }
    let query = sqlx::query_scalar(
        "SELECT name FROM main.sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_sqlx_migrations' ORDER BY name",
    );
    let tables: Vec<String> = query.fetch_all(&mut *connection).await?;
    for table in &tables {
        run(connection, format!("DELETE FROM main.\"{table}\"")).await?;
    }
    for table in &tables {
        run(connection, format!("INSERT INTO main.\"{table}\" SELECT * FROM copy.\"{table}\"")).await?;
    }
    for (_, sql) in triggers {
        run(connection, sql).await?;
    }
    Ok(())
}

async fn check_references(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let query = sqlx::query_scalar("SELECT \"table\" FROM main.pragma_foreign_key_check LIMIT 1");
    let broken: Option<String> = query.fetch_optional(connection).await?;
    match broken {
        None => Ok(()),
        Some(table) => Err(StoreError::broken(format!(
            "the table {table} of the copy refers to rows that are not there"
        ))),
    }
}

/// Runs a statement made of names and texts of our own tables, which were compared with the copy's.
async fn run(connection: &mut SqliteConnection, statement: String) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(connection).await?;
    Ok(())
}
