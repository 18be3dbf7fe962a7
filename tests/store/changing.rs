//! Changes: all or nothing, one after the other, and every fault of the disk or of a neighbour is survived.

use cxfolio::store::audit::AuditEntry;
use cxfolio::store::database::{OpenOptions, Store};
use cxfolio::store::error::StoreError;
use cxfolio::store::receipts::Receipt;
use sqlx::Executor;

use crate::folder::{file, impatient, put, revise, stamp, store, stranger, told};

fn receipt(bytes: usize) -> Receipt {
    Receipt {
        request_digest: "d".to_string(),
        status: 201,
        headers: "{}".to_string(),
        body: vec![7; bytes],
        at: "2026-11-20T09:30:00.000Z".to_string(),
    }
}

#[tokio::test]
async fn a_dropped_change_leaves_no_trace() {
    let (_folder, store) = store().await;
    let mut change = store.change().await.unwrap();
    change.revise("bank", &stamp("edit"), &[put("personas", "p1", "{}")]).await.unwrap();
    assert_eq!(change.items("bank").await.unwrap().len(), 1, "the change sees itself");
    assert!(store.dossier("bank").await.unwrap().is_none(), "others do not");
    drop(change);
    assert!(store.dossier("bank").await.unwrap().is_none());
    assert_eq!(revise(&store, "bank", &[]).await, 1);
    assert_eq!(store.audit(None, None, 10).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixteen_writers_at_once_lose_no_update() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[put("workspace", "", "0")]).await;
    let writer = |task: i64| {
        let store = store.clone();
        tokio::spawn(async move {
            for turn in 0..10 {
                let mut change = store.change().await.unwrap();
                let item = change.item("bank", "workspace", "").await.unwrap().unwrap();
                let next = item.body.parse::<i64>().unwrap() + 1;
                let own = put("personas", &format!("{task}-{turn}"), "{}");
                let changes = [put("workspace", "", &next.to_string()), own];
                change.revise("bank", &stamp("count"), &changes).await.unwrap();
                change.commit().await.unwrap();
            }
        })
    };
    let tasks: Vec<_> = (0..16).map(writer).collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(store.item("bank", "workspace", "").await.unwrap().unwrap().body, "160");
    assert_eq!(store.items("bank").await.unwrap().len(), 161);
    assert_eq!(store.dossier("bank").await.unwrap().unwrap().revision, 161);
    assert_eq!(store.first_broken_revision("bank").await.unwrap(), None);
    assert_eq!(store.first_broken_line().await.unwrap(), None);
}

#[tokio::test]
async fn after_a_failed_step_nothing_can_be_committed() {
    let (_folder, store) = store().await;
    let mut change = store.change().await.unwrap();
    change.keep_receipt("ana", "k", &receipt(1)).await.unwrap();
    assert!(matches!(change.keep_receipt("ana", "k", &receipt(1)).await, Err(StoreError::Broken(_))));
    let late = stamp("late");
    let entry = AuditEntry::of(&late, "k");
    assert!(change.note(&entry).await.is_err());
    assert!(change.commit().await.is_err());
    let mut change = store.change().await.unwrap();
    assert_eq!(change.receipt("ana", "k").await.unwrap(), None);
}

#[tokio::test]
async fn a_change_that_was_cancelled_half_way_cannot_be_committed() {
    let (_folder, store) = store().await;
    let mut change = store.change().await.unwrap();
    let many: Vec<_> = (0..2000).map(|n| put("personas", &n.to_string(), "{}")).collect();
    let stamp = stamp("edit");
    tokio::select! {
        biased;
        _ = change.revise("bank", &stamp, &many) => panic!("it takes more than one step"),
        () = std::future::ready(()) => (),
    }
    assert!(change.commit().await.is_err());
    assert!(store.dossier("bank").await.unwrap().is_none());
    assert_eq!(revise(&store, "bank", &[]).await, 1);
}

#[tokio::test]
async fn a_change_waits_for_its_turn_and_then_gives_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), impatient()).await.unwrap();
    let first = store.change().await.unwrap();
    assert!(matches!(store.change().await, Err(StoreError::Busy)));
    assert!(store.dossiers().await.unwrap().is_empty(), "reading goes on");
    drop(first);
    assert_eq!(revise(&store, "bank", &[]).await, 1);
}

#[tokio::test]
async fn a_file_locked_by_another_program_is_busy_and_then_usable_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open_with(folder.path(), impatient()).await.unwrap();
    let mut stranger = stranger(&file(folder.path())).await;
    stranger.execute("BEGIN EXCLUSIVE").await.unwrap();
    for _ in 0..2 {
        assert!(matches!(store.change().await, Err(StoreError::Busy)));
    }
    assert!(store.dossiers().await.unwrap().is_empty(), "reading goes on");
    stranger.execute("COMMIT").await.unwrap();
    assert_eq!(revise(&store, "bank", &[put("personas", "p1", "{}")]).await, 1);
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_is_survived() {
    let folder = tempfile::tempdir().unwrap();
    let options = OpenOptions { largest_pages: Some(200), ..OpenOptions::default() };
    let store = Store::open_with(folder.path(), options).await.unwrap();
    revise(&store, "bank", &[put("personas", "p1", "{}")]).await;
    let mut kept = 0;
    let fault = loop {
        let mut change = store.change().await.unwrap();
        match change.keep_receipt("ana", &kept.to_string(), &receipt(50_000)).await {
            Ok(()) => change.commit().await.unwrap(),
            Err(fault) => {
                let late = stamp("late");
                let entry = AuditEntry::of(&late, "");
                assert!(change.note(&entry).await.is_err(), "nothing slips in beside the lost transaction");
                assert!(change.commit().await.is_err());
                break fault;
            }
        }
        kept += 1;
    };
    assert!(matches!(fault, StoreError::Full), "{fault:?}");
    assert!(0 < kept);
    assert_eq!(told(&store.items("bank").await.unwrap()), ["personas/p1@1={}"]);
    assert_eq!(store.audit(None, None, 10).await.unwrap().len(), 1);

    let mut change = store.change().await.unwrap();
    assert!(change.receipt("ana", &(kept - 1).to_string()).await.unwrap().is_some());
    assert_eq!(change.forget_receipts_before("2027").await.unwrap(), kept);
    change.commit().await.unwrap();
    assert_eq!(revise(&store, "bank", &[put("personas", "p2", &"y".repeat(50_000))]).await, 2);
}

#[tokio::test]
async fn a_revision_that_does_not_fit_is_not_there_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let options = OpenOptions { largest_pages: Some(200), ..OpenOptions::default() };
    let store = Store::open_with(folder.path(), options).await.unwrap();
    let body = "z".repeat(3000);
    let many: Vec<_> = (0..600).map(|n| put("personas", &n.to_string(), &body)).collect();
    let mut change = store.change().await.unwrap();
    assert!(matches!(change.revise("bank", &stamp("edit"), &many).await, Err(StoreError::Full)));
    drop(change);
    assert!(store.dossiers().await.unwrap().is_empty());
    assert!(store.audit(None, None, 10).await.unwrap().is_empty());
    assert_eq!(revise(&store, "bank", &many[..10]).await, 1);
}
