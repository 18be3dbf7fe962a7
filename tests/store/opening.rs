//! Opening: what is made, what is found again, and what is refused.

use std::fs;

use cxfolio::store::database::Store;
use cxfolio::store::error::StoreError;
use sqlx::Executor;

use crate::folder::{file, put, revise, store, stranger, told};

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_reads_what_is_made() {
    use std::os::unix::fs::PermissionsExt;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data").join("cxfolio");
    let store = Store::open(&folder).await.unwrap();
    revise(&store, "bank", &[put("personas", "p1", "{}")]).await;
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&file(&folder)), 0o600);
    assert_eq!(mode(&folder.join("cxfolio.db-wal")), 0o600);
}

#[tokio::test]
async fn what_was_committed_is_there_after_opening_again() {
    let (folder, store) = store().await;
    revise(&store, "bank", &[put("personas", "p1", "{\"name\":\"Zoé\"}")]).await;
    store.close().await;
    assert!(store.is_alive().await.is_err());
    let again = Store::open(folder.path()).await.unwrap();
    again.is_alive().await.unwrap();
    assert_eq!(told(&again.items("bank").await.unwrap()), ["personas/p1@1={\"name\":\"Zoé\"}"]);
}

#[tokio::test]
async fn the_file_is_written_ahead_and_in_full() {
    let (folder, _store) = store().await;
    let mut stranger = stranger(&file(folder.path())).await;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut stranger).await.unwrap();
    assert_eq!(mode, "wal");
    let query =
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
                 AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlx%'";
    let loose: i64 = sqlx::query_scalar(query).fetch_one(&mut stranger).await.unwrap();
    assert_eq!(loose, 0);
}

#[tokio::test]
async fn two_that_open_a_new_folder_at_once_both_succeed() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let opening = |_| {
            let path = folder.path().to_path_buf();
            tokio::spawn(async move { Store::open(&path).await })
        };
        let handles: Vec<_> = (0..4).map(opening).collect();
        for handle in handles {
            handle.await.unwrap().unwrap().is_alive().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_database_of_another_program_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(file(folder.path()), b"").unwrap();
    let mut other = stranger(&file(folder.path())).await;
    other.execute("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')").await.unwrap();
    let error = Store::open(folder.path()).await.unwrap_err();
    assert_eq!(error.to_string(), "The database failed: the file is a database of another program");
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema").fetch_all(&mut other).await.unwrap();
    assert_eq!(tables, ["recipes"]);
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut other).await.unwrap();
    assert_eq!(mode, "delete");
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["cxfolio.db"]);
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_refused() {
    let (folder, store) = store().await;
    store.close().await;
    let mut stranger = stranger(&file(folder.path())).await;
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                 VALUES (9999, 'later', true, x'00', 1)";
    stranger.execute(newer).await.unwrap();
    let error = Store::open(folder.path()).await.unwrap_err();
    assert!(error.to_string().contains("newer version of this program (schema 9999)"), "{error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_a_clear_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(file(folder.path()), "persona,name\n".repeat(2000)).unwrap();
    let error = Store::open(folder.path()).await.unwrap_err();
    assert!(matches!(error, StoreError::Broken(_)), "{error:?}");
    assert!(error.to_string().contains("file is not a database"), "{error}");
}

#[tokio::test]
async fn damaged_pages_are_a_clear_error_and_never_a_panic() {
    let (folder, store) = store().await;
    let body = "x".repeat(500);
    let changes: Vec<_> = (0..400).map(|n| put("personas", &format!("p{n:03}"), &body)).collect();
    revise(&store, "bank", &changes).await;
    store.close().await;
    let mut bytes = fs::read(file(folder.path())).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5a);
    fs::write(file(folder.path()), &bytes).unwrap();
    let error = match Store::open(folder.path()).await {
        Err(error) => error,
        Ok(store) => store.items("bank").await.unwrap_err(),
    };
    assert!(matches!(error, StoreError::Broken(_)), "{error:?}");
    assert!(error.to_string().contains("malformed"), "{error}");
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_a_clear_error() {
    let outer = tempfile::tempdir().unwrap();
    fs::write(outer.path().join("data"), "a file, no folder").unwrap();
    let error = Store::open(&outer.path().join("data")).await.unwrap_err();
    assert!(matches!(error, StoreError::Broken(_)), "{error:?}");
}
