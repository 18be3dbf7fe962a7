//! Putting a copy in the place of the database, while it is in use.

use std::path::Path;

use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};

use super::backup;
use super::database::{self, Store};
use super::error::StoreError;

/// Puts the content of the copy `from` in the place of everything in the database in `folder`, in one transaction: a
/// reader sees all of the old or all of the new, and after a failure the old is there. A folder without a database gets
/// one. A copy that is damaged, of another program or of another version of the tables is refused.
pub async fn restore(from: &Path, folder: &Path) -> Result<(), StoreError> {
    let name = from.to_str().ok_or_else(|| StoreError::broken("the name of the copy is not valid UTF-8"))?;
    if !from.is_file() {
        return Err(StoreError::broken(format!("there is no file {name}")));
    }
    let mut copy = backup::open_copy(from).await?;
    backup::check(&mut copy).await?;
    copy.close().await?;
    Store::open(folder).await?.close().await;
    let mut connection = database::connect(&database::file_in(folder)).await?;
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
