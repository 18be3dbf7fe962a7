//! What is only ever added to: the tables refuse, and the digests show what was done behind their back.

use cxfolio::store::audit::AuditEntry;
use cxfolio::store::database::Store;
use sqlx::Executor;
use sqlx::sqlite::SqliteConnection;

use crate::folder::{OLDER, file, put, revise, stamp, store, stranger};

async fn filled(store: &Store) {
    for number in 1..=4 {
        revise(store, "bank", &[put("personas", "a", &number.to_string())]).await;
    }
    let mut change = store.change().await.unwrap();
    change.add_model("own", "{}", "2026", "ana").await.unwrap();
    change.commit().await.unwrap();
}

async fn refused(stranger: &mut SqliteConnection, statement: &'static str) -> String {
    stranger.execute(statement).await.expect_err(statement).to_string()
}

#[tokio::test]
async fn no_row_can_be_changed_removed_or_replaced() {
    let (folder, store) = store().await;
    filled(&store).await;
    let mut stranger = stranger(&file(folder.path())).await;
    for (table, statements) in [
        (
            "changes",
            [
                "UPDATE changes SET body = 'forged' WHERE revision = 2",
                "DELETE FROM changes WHERE revision = 2",
                "INSERT OR REPLACE INTO changes SELECT dossier, collection, key, revision, 1, 'forged' FROM changes",
            ],
        ),
        (
            "revisions",
            [
                "UPDATE revisions SET actor = 'forged' WHERE number = 2",
                "DELETE FROM revisions WHERE number = 4",
                "INSERT OR REPLACE INTO revisions SELECT dossier, number, 'forged', at, actor, action, note, request, 0 FROM revisions",
            ],
        ),
        (
            "audit",
            [
                "UPDATE audit SET actor = 'forged' WHERE seq = 2",
                "DELETE FROM audit WHERE seq = 4",
                "INSERT OR REPLACE INTO audit SELECT seq, at, 'forged', action, dossier, revision, subject, note, request, hash, digest, before, after FROM audit",
            ],
        ),
        (
            "models",
            [
                "UPDATE models SET body = 'forged'",
                "DELETE FROM models",
                "INSERT OR REPLACE INTO models SELECT name, number, 'forged', at, actor FROM models",
            ],
        ),
    ] {
        for statement in statements {
            let fault = refused(&mut stranger, statement).await;
            assert!(fault.contains(&format!("{table} is append-only")), "{statement}: {fault}");
        }
    }
    assert_eq!(store.first_broken_line().await.unwrap(), None);
    assert_eq!(store.first_broken_revision("bank").await.unwrap(), None);
    assert_eq!(store.model("own").await.unwrap().unwrap().body, "{}");
}

#[tokio::test]
async fn a_forged_line_of_the_log_is_found() {
    for (forgery, first) in [
        ("UPDATE audit SET actor = 'mallory' WHERE seq = 3", Some(3)),
        ("UPDATE audit SET dossier = NULL WHERE seq = 2", Some(2)),
        ("UPDATE audit SET revision = 9 WHERE seq = 1", Some(1)),
        ("UPDATE audit SET digest = NULL WHERE seq = 2", Some(2)),
        ("UPDATE audit SET after = '{}' WHERE seq = 3", Some(3)),
        (
            "DROP TRIGGER revisions_keep_rows; UPDATE revisions SET digest = 'forged' WHERE number = 2",
            Some(2),
        ),
        ("DELETE FROM audit WHERE seq = 2", Some(2)),
        ("UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 4) WHERE seq = 3", Some(3)),
        ("UPDATE audit SET at = at", None),
    ] {
        let (folder, store) = store().await;
        filled(&store).await;
        let mut stranger = stranger(&file(folder.path())).await;
        stranger.execute("DROP TRIGGER audit_keep_rows; DROP TRIGGER audit_keep_all").await.unwrap();
        stranger.execute(forgery).await.unwrap();
        assert_eq!(store.first_broken_line().await.unwrap(), first, "{forgery}");
    }
}

#[tokio::test]
async fn a_forged_revision_is_found() {
    for (forgery, first) in [
        ("UPDATE changes SET body = 'forged' WHERE revision = 3", Some(3)),
        ("UPDATE changes SET position = 5 WHERE revision = 2", Some(2)),
        ("DELETE FROM changes WHERE revision = 4", Some(4)),
        ("UPDATE revisions SET digest = 'forged' WHERE number = 1", Some(1)),
        ("DELETE FROM revisions WHERE number = 2", Some(2)),
        ("UPDATE changes SET body = body", None),
    ] {
        let (folder, store) = store().await;
        filled(&store).await;
        let mut stranger = stranger(&file(folder.path())).await;
        let open = "PRAGMA foreign_keys = OFF;
                    DROP TRIGGER changes_keep_rows; DROP TRIGGER changes_keep_all;
                    DROP TRIGGER revisions_keep_rows; DROP TRIGGER revisions_keep_all";
        stranger.execute(open).await.unwrap();
        stranger.execute(forgery).await.unwrap();
        assert_eq!(store.first_broken_revision("bank").await.unwrap(), first, "{forgery}");
    }
}

#[tokio::test]
async fn lines_from_before_the_log_had_states_keep_their_hash() {
    let (folder, store) = store().await;
    let (early, late) = (stamp("revoke key"), stamp("give role"));
    for subject in ["key:ana", "key:bob", "key:cleo"] {
        let mut change = store.change().await.unwrap();
        change.note(&AuditEntry::of(&early, subject)).await.unwrap();
        change.commit().await.unwrap();
    }
    store.close().await;
    stranger(&file(folder.path())).await.execute(OLDER).await.unwrap();
    let store = Store::open(folder.path()).await.unwrap();
    assert_eq!(store.first_broken_line().await.unwrap(), None);
    let mut change = store.change().await.unwrap();
    let entry = AuditEntry { before: Some("1"), after: Some("2"), ..AuditEntry::of(&late, "key:ana") };
    change.note(&entry).await.unwrap();
    change.commit().await.unwrap();
    revise(&store, "bank", &[put("personas", "a", "1"), put("personas", "b", "1")]).await;
    let events = store.audit(None, None, 9).await.unwrap();
    assert_eq!((events[0].n_changes, events[0].digest.is_some()), (Some(2), true));
    assert_eq!((events[1].before.as_deref(), events[1].after.as_deref()), (Some("1"), Some("2")));
    assert_eq!((events.len(), store.first_broken_line().await.unwrap()), (5, None));
}

#[tokio::test]
async fn the_log_is_read_newest_first_by_dossier_or_whole() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[]).await;
    revise(&store, "shop", &[]).await;
    let mut change = store.change().await.unwrap();
    let sign_in = stamp("revoke key");
    change.note(&AuditEntry::of(&sign_in, "key:bob")).await.unwrap();
    change.commit().await.unwrap();
    revise(&store, "bank", &[]).await;
    let seen = async |dossier, before, limit| -> Vec<(i64, String)> {
        let events = store.audit(dossier, before, limit).await.unwrap();
        events.into_iter().map(|event| (event.seq, event.subject)).collect()
    };
    let expected = |lines: &[(i64, &str)]| -> Vec<(i64, String)> {
        lines.iter().map(|(seq, subject)| (*seq, subject.to_string())).collect()
    };
    assert_eq!(seen(None, None, 2).await, expected(&[(4, "bank"), (3, "key:bob")]));
    assert_eq!(seen(None, Some(3), 9).await, expected(&[(2, "shop"), (1, "bank")]));
    assert_eq!(seen(Some("bank"), None, 9).await, expected(&[(4, "bank"), (1, "bank")]));
    assert_eq!(seen(Some("bank"), Some(4), 9).await, expected(&[(1, "bank")]));
    assert_eq!(seen(Some("never"), None, 9).await, expected(&[]));
}
