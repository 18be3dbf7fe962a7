//! Revisions: places, numbers, digests, and what changed between two of them.

use cxfolio::store::history::ItemVersion;
use cxfolio::store::revise::changes_towards;

use crate::folder::{gone, put, put_at, revise, stamp, store, told};

fn version(key: &str, before: Option<&str>, after: Option<&str>) -> ItemVersion {
    ItemVersion {
        collection: "personas".to_string(),
        key: key.to_string(),
        before: before.map(str::to_string),
        after: after.map(str::to_string),
    }
}

#[tokio::test]
async fn a_new_item_comes_last_and_a_changed_one_keeps_its_place() {
    let (_folder, store) = store().await;
    revise(
        &store,
        "bank",
        &[put("personas", "b", "1"), put("personas", "a", "1"), put("cost_lines", "c", "1")],
    )
    .await;
    revise(&store, "bank", &[put("personas", "b", "2"), put_at("personas", "z", 0, "2")]).await;
    revise(&store, "bank", &[put_at("personas", "y", 7, "3"), put("personas", "x", "3")]).await;
    let items = store.items("bank").await.unwrap();
    assert_eq!(
        told(&items),
        [
            "cost_lines/c@1=1",
            "personas/z@0=2",
            "personas/b@1=2",
            "personas/a@2=1",
            "personas/y@7=3",
            "personas/x@8=3"
        ]
    );
    let revisions: Vec<i64> = items.iter().map(|item| item.revision).collect();
    assert_eq!(revisions, [1, 2, 2, 1, 3, 3]);
}

#[tokio::test]
async fn the_largest_place_has_no_next_one_and_does_not_overflow() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[put_at("personas", "a", i64::MAX, "1"), put("personas", "b", "1")]).await;
    assert_eq!(store.item("bank", "personas", "b").await.unwrap().unwrap().position, i64::MAX);
}

#[tokio::test]
async fn of_two_changes_of_one_item_the_later_counts() {
    let (_folder, store) = store().await;
    let changes = [put("personas", "a", "1"), put("personas", "b", "1"), put("personas", "a", "2")];
    revise(&store, "bank", &changes).await;
    assert_eq!(told(&store.items("bank").await.unwrap()), ["personas/a@1=2", "personas/b@2=1"]);
    revise(&store, "bank", &[put("personas", "a", "3"), gone("personas", "a")]).await;
    assert_eq!(told(&store.items("bank").await.unwrap()), ["personas/b@2=1"]);
}

#[tokio::test]
async fn what_changes_nothing_is_not_written_but_the_revision_is() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[put("personas", "a", "1")]).await;
    let second = revise(&store, "bank", &[put("personas", "a", "1"), gone("personas", "never")]).await;
    assert_eq!(second, 2);
    assert_eq!(store.revision("bank", 2).await.unwrap().unwrap().n_changes, 0);
    assert_eq!(store.item("bank", "personas", "a").await.unwrap().unwrap().revision, 1);
    assert_eq!(store.changes_of("bank", 2).await.unwrap(), []);
}

#[tokio::test]
async fn a_revision_says_who_made_it_when_and_why() {
    let (_folder, store) = store().await;
    let mut own = stamp("import");
    own.note = "prices of 2027".to_string();
    let mut change = store.change().await.unwrap();
    change.revise("bank", &own, &[put("personas", "a", "1")]).await.unwrap();
    change.commit().await.unwrap();
    let row = store.revision("bank", 1).await.unwrap().unwrap();
    assert_eq!((row.number, row.n_changes), (1, 1));
    assert_eq!((row.at, row.actor, row.action), (own.at.clone(), own.actor, own.action));
    assert_eq!((row.note, row.request), (own.note, own.request));
    let dossier = store.dossier("bank").await.unwrap().unwrap();
    assert_eq!((dossier.digest, dossier.changed_at), (row.digest, own.at));
    let event = store.audit(Some("bank"), None, 1).await.unwrap().remove(0);
    assert_eq!(
        (event.action.as_str(), event.revision, event.note.as_str()),
        ("import", Some(1), "prices of 2027")
    );
}

#[tokio::test]
async fn revisions_are_listed_newest_first_in_pages() {
    let (_folder, store) = store().await;
    for _ in 0..5 {
        revise(&store, "bank", &[]).await;
    }
    let numbers = async |before, limit| -> Vec<i64> {
        store.revisions("bank", before, limit).await.unwrap().iter().map(|row| row.number).collect()
    };
    assert_eq!(numbers(None, 2).await, [5, 4]);
    assert_eq!(numbers(Some(4), 2).await, [3, 2]);
    assert_eq!(numbers(Some(2), 2).await, [1]);
    assert!(store.revision("bank", 6).await.unwrap().is_none());
}

#[tokio::test]
async fn a_digest_tells_histories_apart() {
    let (_folder, store) = store().await;
    let digest = async |dossier: &str| store.dossier(dossier).await.unwrap().unwrap().digest;
    revise(&store, "one", &[put("personas", "a", "1"), put("personas", "b", "1")]).await;
    revise(&store, "same", &[put_at("personas", "b", 2, "1"), put_at("personas", "a", 1, "1")]).await;
    revise(&store, "moved", &[put_at("personas", "b", 1, "1"), put_at("personas", "a", 2, "1")]).await;
    assert_eq!(digest("one").await, digest("same").await);
    assert_ne!(digest("one").await, digest("moved").await);
    let before = digest("one").await;
    revise(&store, "one", &[]).await;
    assert_ne!(digest("one").await, before, "every revision has its own");
}

#[tokio::test]
async fn a_removed_dossier_is_gone_and_comes_back_with_its_history() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[put("personas", "a", "1"), put("cost_lines", "c", "1")]).await;
    let mut change = store.change().await.unwrap();
    assert_eq!(change.remove_dossier("bank", &stamp("remove")).await.unwrap(), Some(2));
    assert_eq!(change.remove_dossier("bank", &stamp("remove")).await.unwrap(), None);
    assert_eq!(change.remove_dossier("never", &stamp("remove")).await.unwrap(), None);
    assert!(change.dossier("bank").await.unwrap().unwrap().is_deleted);
    change.commit().await.unwrap();
    assert!(store.dossier("bank").await.unwrap().is_none());
    assert!(store.dossiers().await.unwrap().is_empty());
    assert!(store.items("bank").await.unwrap().is_empty());
    assert_eq!(store.items_at("bank", 1).await.unwrap().len(), 2);
    assert_eq!(store.changes_of("bank", 2).await.unwrap().len(), 2);
    assert_eq!(revise(&store, "bank", &[put("personas", "a", "9")]).await, 3);
    assert_eq!(store.dossiers().await.unwrap().len(), 1);
    assert_eq!(told(&store.items("bank").await.unwrap()), ["personas/a@1=9"]);
    assert_eq!(store.first_broken_revision("bank").await.unwrap(), None);
}

#[tokio::test]
async fn changes_of_a_revision_and_between_two() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[put("personas", "a", "1"), put("personas", "b", "1")]).await;
    revise(&store, "bank", &[put("personas", "a", "2"), gone("personas", "b"), put("personas", "c", "2")])
        .await;
    revise(&store, "bank", &[put("personas", "a", "1"), put_at("personas", "c", 9, "2")]).await;
    let second =
        [version("a", Some("1"), Some("2")), version("b", Some("1"), None), version("c", None, Some("2"))];
    assert_eq!(store.changes_of("bank", 2).await.unwrap(), second);
    let third = [version("a", Some("2"), Some("1")), version("c", Some("2"), Some("2"))];
    assert_eq!(store.changes_of("bank", 3).await.unwrap(), third);
    let net = [version("b", Some("1"), None), version("c", None, Some("2"))];
    assert_eq!(store.changes_between("bank", 1, 3).await.unwrap(), net);
    let back = [version("b", None, Some("1")), version("c", Some("2"), None)];
    assert_eq!(store.changes_between("bank", 3, 1).await.unwrap(), back);
    let all = [version("a", None, Some("1")), version("c", None, Some("2"))];
    assert_eq!(store.changes_between("bank", 0, 3).await.unwrap(), all);
    assert_eq!(store.changes_between("bank", 3, 3).await.unwrap(), []);
}

#[tokio::test]
async fn an_earlier_revision_is_brought_back_as_a_new_one() {
    let (_folder, store) = store().await;
    revise(&store, "bank", &[put("personas", "a", "1"), put("personas", "b", "1")]).await;
    revise(&store, "bank", &[gone("personas", "a"), put("personas", "b", "2"), put("personas", "c", "2")])
        .await;
    revise(&store, "bank", &[put("personas", "a", "1")]).await;
    let then = store.items_at("bank", 1).await.unwrap();
    let now = store.items("bank").await.unwrap();
    let changes = changes_towards(&now, &then);
    assert_eq!(changes.len(), 3, "a moves back, b changes back, c goes: {changes:?}");
    assert_eq!(revise(&store, "bank", &changes).await, 4);
    assert_eq!(told(&store.items("bank").await.unwrap()), told(&then));
    assert_eq!(changes_towards(&store.items("bank").await.unwrap(), &then), []);
}

#[tokio::test]
async fn five_thousand_changes_are_one_revision() {
    let (_folder, store) = store().await;
    let body = |n: usize, version: usize| {
        format!("{{\"n\":{n},\"version\":{version},\"text\":\"{}\"}}", "x".repeat(200))
    };
    let keys: Vec<String> = (0..5000).map(|n| format!("k{n:04}")).collect();
    let first: Vec<_> = keys.iter().enumerate().map(|(n, key)| put("cost_lines", key, &body(n, 1))).collect();
    let second: Vec<_> = keys
        .iter()
        .enumerate()
        .map(
            |(n, key)| if n % 2 == 0 { gone("cost_lines", key) } else { put("cost_lines", key, &body(n, 2)) },
        )
        .collect();
    revise(&store, "bank", &first).await;
    revise(&store, "bank", &second).await;
    let items = store.items("bank").await.unwrap();
    assert_eq!(items.len(), 2500);
    assert!(items.iter().all(|item| item.revision == 2 && item.body.contains("\"version\":2")));
    assert_eq!(store.items_at("bank", 1).await.unwrap().len(), 5000);
    assert_eq!(store.changes_between("bank", 1, 2).await.unwrap().len(), 5000);
    assert_eq!(store.first_broken_revision("bank").await.unwrap(), None);
}
