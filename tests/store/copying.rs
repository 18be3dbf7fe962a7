//! Copies and putting them back, while others read and write.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use cxfolio::store::backup::backup;
use cxfolio::store::database::Store;
use cxfolio::store::jobs::{JobFile, NewJob};
use cxfolio::store::restore::restore;
use sqlx::Executor;

use crate::folder::{OLDER, file, put, revise, stamp, store, stranger, told};

/// Every table as text, so that two databases can be compared.
async fn dump(file: &Path) -> Vec<String> {
    let mut stranger = stranger(file).await;
    let query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                 AND name NOT LIKE '_sqlx%' ORDER BY name";
    let tables: Vec<String> = sqlx::query_scalar(query).fetch_all(&mut stranger).await.unwrap();
    assert_eq!(tables.len(), 12, "{tables:?}");
    let mut lines = Vec::new();
    for table in tables {
        let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
            .bind(&table)
            .fetch_all(&mut stranger)
            .await
            .unwrap();
        let fields: Vec<String> = columns.iter().map(|column| format!("quote({column})")).collect();
        let statement = format!(
            "SELECT '{table}: ' || {} AS line FROM {table} ORDER BY line",
            fields.join(" || ',' || ")
        );
        let rows: Vec<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).fetch_all(&mut stranger).await.unwrap();
        lines.extend(rows);
    }
    lines
}

async fn filled(store: &Store) {
    revise(store, "bank", &[put("personas", "a", "1"), put("personas", "b", "1")]).await;
    revise(store, "bank", &[put("personas", "a", "2")]).await;
    let mut change = store.change().await.unwrap();
    change.remove_dossier("bank", &stamp("remove")).await.unwrap();
    change.revise("shop", &stamp("edit"), &[put("workspace", "", "{}")]).await.unwrap();
    let files = vec![JobFile { name: "a.csv".to_string(), content: vec![0, 255] }];
    change.add_job(&NewJob { id: "01".to_string(), files, ..NewJob::default() }).await.unwrap();
    change.add_model("own", "{}", "2026", "ana").await.unwrap();
    change.commit().await.unwrap();
}

#[tokio::test]
async fn a_copy_holds_everything_and_goes_back_into_a_new_folder() {
    let (folder, store) = store().await;
    filled(&store).await;
    let copy = folder.path().join("copy.db");
    backup(folder.path(), &copy).await.unwrap();
    let before = dump(&file(folder.path())).await;
    assert_eq!(dump(&copy).await, before);
    let other = folder.path().join("elsewhere");
    restore(&copy, &other).await.unwrap();
    assert_eq!(dump(&file(&other)).await, before);
    let restored = Store::open(&other).await.unwrap();
    assert_eq!(restored.first_broken_line().await.unwrap(), None);
    assert_eq!(restored.first_broken_revision("bank").await.unwrap(), None);
    assert_eq!(revise(&restored, "bank", &[]).await, 4);
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_reads_a_copy() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _store) = store().await;
    let copy = folder.path().join("copy.db");
    backup(folder.path(), &copy).await.unwrap();
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_copy_overwrites_nothing_and_a_failed_one_leaves_nothing() {
    let (folder, _store) = store().await;
    let copy = folder.path().join("copy.db");
    fs::write(&copy, "mine").unwrap();
    assert!(backup(folder.path(), &copy).await.is_err());
    assert_eq!(fs::read(&copy).unwrap(), b"mine");
    let empty = tempfile::tempdir().unwrap();
    let target = empty.path().join("copy.db");
    let error = backup(empty.path(), &target).await.unwrap_err();
    assert!(error.to_string().contains("there is no database"), "{error}");
    fs::write(file(empty.path()), "not a database at all, but long enough to be looked at as one").unwrap();
    assert!(backup(empty.path(), &target).await.is_err());
    assert!(!target.exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_copy_made_while_others_write_is_of_one_moment() {
    let (folder, store) = store().await;
    let body = "x".repeat(2000);
    let many: Vec<_> = (0..500).map(|n| put("filler", &n.to_string(), &body)).collect();
    revise(&store, "bank", &many).await;
    let is_over = Arc::new(AtomicBool::new(false));
    let writer = {
        let (store, is_over) = (store.clone(), is_over.clone());
        tokio::spawn(async move {
            let mut n = 0;
            while !is_over.load(Ordering::Relaxed) {
                n += 1;
                let both = [put("pair", "left", &n.to_string()), put("pair", "right", &n.to_string())];
                revise(&store, "bank", &both).await;
            }
        })
    };
    while store.item("bank", "pair", "left").await.unwrap().is_none() {
        tokio::task::yield_now().await;
    }
    let mut copies = Vec::new();
    for n in 0..5 {
        let copy = folder.path().join(format!("copy{n}.db"));
        backup(folder.path(), &copy).await.unwrap();
        copies.push(copy);
    }
    is_over.store(true, Ordering::Relaxed);
    writer.await.unwrap();
    for copy in copies {
        let other = tempfile::tempdir().unwrap();
        restore(&copy, other.path()).await.unwrap();
        let restored = Store::open(other.path()).await.unwrap();
        let side = async |key| restored.item("bank", "pair", key).await.unwrap().unwrap().body;
        assert_eq!(side("left").await, side("right").await);
        assert_eq!(restored.first_broken_revision("bank").await.unwrap(), None);
        assert_eq!(restored.first_broken_line().await.unwrap(), None);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readers_see_all_of_the_old_or_all_of_the_new() {
    let (folder, store) = store().await;
    let body = "x".repeat(1000);
    let state = |key: &str| -> Vec<_> { (0..300).map(|n| put(key, &n.to_string(), &body)).collect() };
    revise(&store, "bank", &state("old")).await;
    let copy = folder.path().join("copy.db");
    backup(folder.path(), &copy).await.unwrap();
    let now = state("new").into_iter();
    let removed = state("old").into_iter().map(|mut change| {
        change.body = None;
        change
    });
    revise(&store, "bank", &now.chain(removed).collect::<Vec<_>>()).await;
    let is_over = Arc::new(AtomicBool::new(false));
    let reader = |_| {
        let (store, is_over) = (store.clone(), is_over.clone());
        tokio::spawn(async move {
            let mut seen = [0, 0];
            while !is_over.load(Ordering::Relaxed) {
                let items = store.items("bank").await.unwrap();
                let old = items.iter().filter(|item| item.collection == "old").count();
                assert_eq!(items.len(), 300);
                assert!(old == 0 || old == 300, "{old} of the old items");
                seen[usize::from(old == 300)] += 1;
            }
            seen
        })
    };
    let readers: Vec<_> = (0..4).map(reader).collect();
    while store.items("bank").await.unwrap()[0].collection == "old" {
        tokio::task::yield_now().await;
    }
    restore(&copy, folder.path()).await.unwrap();
    assert_eq!(store.items("bank").await.unwrap()[0].collection, "old");
    is_over.store(true, Ordering::Relaxed);
    for reader in readers {
        reader.await.unwrap();
    }
    assert_eq!(
        revise(&store, "bank", &[put("new", "0", "after")]).await,
        2,
        "the numbers go on from the copy's"
    );
    let mut stranger = stranger(&file(folder.path())).await;
    let fault = stranger.execute("DELETE FROM audit").await.unwrap_err().to_string();
    assert!(fault.contains("audit is append-only"), "{fault}");
}

#[tokio::test]
async fn a_copy_that_cannot_be_trusted_is_refused_and_nothing_changes() {
    let (folder, store) = store().await;
    filled(&store).await;
    let before = dump(&file(folder.path())).await;
    let at = |name: &str| folder.path().join(name);
    let good = at("good.db");
    backup(folder.path(), &good).await.unwrap();
    let spoiled = async |name: &str, statement: &'static str| {
        fs::copy(&good, at(name)).unwrap();
        stranger(&at(name)).await.execute(statement).await.unwrap();
    };
    spoiled("other.db", "PRAGMA application_id = 7").await;
    spoiled("newer.db", "PRAGMA user_version = 99").await;
    spoiled("tables.db", "CREATE TABLE more (a TEXT)").await;
    spoiled("trigger.db", "DROP TRIGGER audit_keep_all").await;
    spoiled("orphan.db", "PRAGMA foreign_keys = OFF; DELETE FROM jobs").await;
    let mut bytes = fs::read(&good).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0x5a);
    fs::write(at("damaged.db"), bytes).unwrap();
    fs::write(at("text.db"), "persona,name\n".repeat(500)).unwrap();
    for (name, what) in [
        ("other.db", "not a database of this program"),
        ("newer.db", "version 99 of the tables"),
        ("tables.db", "the tables of the copy are not those of this program"),
        ("trigger.db", "the tables of the copy are not those of this program"),
        ("damaged.db", "malformed"),
        ("orphan.db", "the table job_files of the copy refers to rows that are not there"),
        ("text.db", "not a database"),
        ("missing.db", "there is no file"),
    ] {
        let error = restore(&at(name), folder.path()).await.unwrap_err();
        assert!(error.to_string().contains(what), "{name}: {error}");
        assert_eq!(dump(&file(folder.path())).await, before, "{name}");
    }
    assert!(!told(&store.items("shop").await.unwrap()).is_empty());
    spoiled("older.db", OLDER).await;
    let items = told(&store.items("shop").await.unwrap());
    restore(&at("older.db"), folder.path()).await.unwrap();
    assert_eq!(told(&store.items("shop").await.unwrap()), items);
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(!names.into_iter().any(|name| name.to_string_lossy().ends_with(".copy")));
    restore(&good, folder.path()).await.unwrap();
    assert_eq!(dump(&file(folder.path())).await, before);
}
