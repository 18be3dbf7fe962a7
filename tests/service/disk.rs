//! A full disk and a locked file: refused with a reason, nothing half done, and usable again afterwards.

use serde_json::{Value, json};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, Executor};

use crate::running::Running;

#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--data-mb", "2"]);
    let bundle = json!({"workspace": {"currency": "EUR"}});
    assert_eq!(service.send("PUT", "/dossiers/small/bundle", &[], Some(&bundle)).status, 201);
    let put = |number: usize| {
        let item = json!({"name_en": "x".repeat(19_000), "external_id": format!("tool-{number}")});
        service.send("PUT", &format!("/dossiers/small/personas/P{number}"), &[], Some(&item))
    };
    let refused = (0..1000).map(put).enumerate().find(|(_, told)| told.status != 201);
    let (kept, refused) = refused.expect("two MB are full at some time");
    assert_eq!((refused.status, refused.code()), (503, "storage_full"), "{}", refused.text);
    assert!(refused.header("content-type").starts_with("application/problem+json"));
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(
        service.get("/dossiers/small/personas").body["total"],
        json!(kept),
        "all that was acknowledged"
    );
    assert_eq!(service.get(&format!("/dossiers/small/personas/P{kept}")).status, 404);
    drop(service);

    let roomier = Running::start(folder.path(), &["--data-mb", "20"]);
    assert_eq!(roomier.get("/dossiers/small/personas").body["total"], json!(kept));
    let item = json!({"name_en": "there is room again"});
    let told = roomier.send("PUT", "/dossiers/small/personas/Q", &[], Some(&item));
    assert_eq!(told.status, 201, "{}", told.text);
}

#[test]
fn a_locked_file_is_told_and_survived() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    let bundle = json!({"workspace": {"currency": "EUR"}});
    assert_eq!(service.send("PUT", "/dossiers/small/bundle", &[], Some(&bundle)).status, 201);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let file = folder.path().join("cxfolio.db");
    let mut stranger: SqliteConnection = runtime.block_on(async {
        let mut stranger = SqliteConnectOptions::new().filename(file).connect().await.expect("a connection");
        stranger.execute("BEGIN IMMEDIATE").await.expect("the lock");
        stranger
    });
    let item: Value = json!({"name_en": "late"});
    let put = || service.send("PUT", "/dossiers/small/personas/P1", &[], Some(&item));
    let refused = put();
    assert_eq!((refused.status, refused.code()), (503, "storage_busy"), "{}", refused.text);
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(service.get("/dossiers/small").status, 200, "reading goes on");
    runtime.block_on(async {
        stranger.execute("ROLLBACK").await.expect("the end of it");
        stranger.close().await.expect("closed");
    });
    assert_eq!(put().status, 201);
}
