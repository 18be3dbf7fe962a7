//! Receipts, keys, grants, deliveries and models: kept, found and forgotten as promised.

use cxfolio::store::grants::{ALL_DOSSIERS, Grant};
use cxfolio::store::jobs::NewJob;
use cxfolio::store::keys::NewKey;
use cxfolio::store::receipts::Receipt;
use cxfolio::store::webhooks::{Delivery, DeliveryState};

use crate::folder::store;

#[tokio::test]
async fn a_receipt_belongs_to_one_principal_and_one_key() {
    let (_folder, store) = store().await;
    let receipt = |at: &str| Receipt {
        request_digest: "abc".to_string(),
        status: 201,
        headers: "{\"etag\":\"1\"}".to_string(),
        body: vec![0, 255, 10],
        at: at.to_string(),
    };
    let mut change = store.change().await.unwrap();
    change.keep_receipt("ana", "k1", &receipt("2026-11-01")).await.unwrap();
    change.keep_receipt("bob", "k1", &receipt("2026-11-03")).await.unwrap();
    change.commit().await.unwrap();
    let mut change = store.change().await.unwrap();
    assert_eq!(change.receipt("ana", "k1").await.unwrap(), Some(receipt("2026-11-01")));
    assert_eq!(change.receipt("ana", "k2").await.unwrap(), None);
    assert_eq!(change.receipt("eve", "k1").await.unwrap(), None);
    assert_eq!(change.forget_receipts_before("2026-11-03").await.unwrap(), 1);
    assert_eq!(change.receipt("ana", "k1").await.unwrap(), None);
    assert_eq!(change.receipt("bob", "k1").await.unwrap(), Some(receipt("2026-11-03")));
}

#[tokio::test]
async fn a_second_receipt_under_one_key_is_refused() {
    let (_folder, store) = store().await;
    let receipt = |body: &[u8]| Receipt {
        request_digest: "abc".to_string(),
        status: 200,
        headers: "{}".to_string(),
        body: body.to_vec(),
        at: "2026".to_string(),
    };
    let mut change = store.change().await.unwrap();
    change.keep_receipt("ana", "k1", &receipt(b"first")).await.unwrap();
    change.commit().await.unwrap();
    let mut change = store.change().await.unwrap();
    assert!(change.keep_receipt("ana", "k1", &receipt(b"second")).await.is_err());
    drop(change);
    let mut change = store.change().await.unwrap();
    assert_eq!(change.receipt("ana", "k1").await.unwrap().unwrap().body, b"first");
}

#[tokio::test]
async fn a_key_is_kept_limited_and_revoked_for_good() {
    let (_folder, store) = store().await;
    let key = |id: &str| NewKey {
        id: id.to_string(),
        name: "nightly".to_string(),
        hash: vec![1, 2, 3],
        created_at: "2026-11-01".to_string(),
        expires_at: Some("2027-11-01".to_string()),
    };
    let mut change = store.change().await.unwrap();
    change.add_key(&key("k2")).await.unwrap();
    change.add_key(&key("k1")).await.unwrap();
    assert!(change.set_key_expiry("k1", None).await.unwrap());
    assert!(!change.set_key_expiry("k3", None).await.unwrap());
    change.set_key_used("k2", "2026-11-05").await.unwrap();
    assert!(change.revoke_key("k2", "2026-11-06").await.unwrap());
    assert!(!change.revoke_key("k2", "2026-11-07").await.unwrap());
    assert!(!change.revoke_key("k3", "2026-11-07").await.unwrap());
    change.commit().await.unwrap();
    let ids: Vec<String> = store.keys().await.unwrap().into_iter().map(|key| key.id).collect();
    assert_eq!(ids, ["k1", "k2"]);
    let (open, revoked) = (store.key("k1").await.unwrap().unwrap(), store.key("k2").await.unwrap().unwrap());
    assert_eq!((open.expires_at, open.revoked_at, open.hash), (None, None, vec![1, 2, 3]));
    assert_eq!(revoked.revoked_at.as_deref(), Some("2026-11-06"));
    assert_eq!(revoked.last_used_at.as_deref(), Some("2026-11-05"));
    assert!(store.key("k3").await.unwrap().is_none());
    let mut change = store.change().await.unwrap();
    assert!(change.add_key(&key("k1")).await.is_err(), "an id is used once");
}

#[tokio::test]
async fn a_principal_has_one_role_per_dossier() {
    let (_folder, store) = store().await;
    let grant = |principal: &str, dossier: &str, role: &str| Grant {
        principal: principal.to_string(),
        dossier: dossier.to_string(),
        role: role.to_string(),
    };
    let mut change = store.change().await.unwrap();
    for given in [
        grant("ana", "bank", "viewer"),
        grant("ana", "bank", "approver"),
        grant("ana", ALL_DOSSIERS, "viewer"),
        grant("bob", "bank", "analyst"),
    ] {
        change.grant(&given).await.unwrap();
    }
    change.commit().await.unwrap();
    let (all, bank) = (grant("ana", "*", "viewer"), grant("ana", "bank", "approver"));
    assert_eq!(store.grants_of("ana").await.unwrap(), [all.clone(), bank.clone()]);
    assert_eq!(store.grants("bank").await.unwrap(), [bank, grant("bob", "bank", "analyst")]);
    let mut change = store.change().await.unwrap();
    assert!(change.ungrant("ana", "bank").await.unwrap());
    assert!(!change.ungrant("ana", "bank").await.unwrap());
    change.commit().await.unwrap();
    assert_eq!(store.grants_of("ana").await.unwrap(), [all]);
}

#[tokio::test]
async fn a_delivery_is_due_until_it_arrives() {
    let (_folder, store) = store().await;
    let delivery = |id: &str, next_at: &str| Delivery {
        id: id.to_string(),
        job: "01".to_string(),
        url: "https://example.org/hook".to_string(),
        body: "{}".to_string(),
        state: DeliveryState::Waiting,
        attempts: 0,
        next_at: next_at.to_string(),
        last_fault: None,
    };
    let mut change = store.change().await.unwrap();
    change.add_job(&NewJob { id: "01".to_string(), ..NewJob::default() }).await.unwrap();
    change.add_delivery(&delivery("d1", "2026-11-03")).await.unwrap();
    change.add_delivery(&delivery("d2", "2026-11-02")).await.unwrap();
    change.commit().await.unwrap();
    let due = async |now| -> Vec<String> {
        store.due_deliveries(now).await.unwrap().into_iter().map(|delivery| delivery.id).collect()
    };
    assert_eq!(due("2026-11-01").await, Vec::<String>::new());
    assert_eq!(due("2026-11-03").await, ["d2", "d1"]);
    let later = Delivery { attempts: 1, last_fault: Some("503".to_string()), ..delivery("d2", "2026-11-09") };
    let arrived = Delivery { state: DeliveryState::Delivered, attempts: 1, ..delivery("d1", "2026-11-03") };
    let mut change = store.change().await.unwrap();
    assert!(change.set_delivery(&later).await.unwrap());
    assert!(change.set_delivery(&arrived).await.unwrap());
    assert!(!change.set_delivery(&delivery("d9", "2026")).await.unwrap());
    change.commit().await.unwrap();
    assert_eq!(due("2026-11-08").await, Vec::<String>::new());
    assert_eq!(store.deliveries_of("01").await.unwrap(), [arrived, later.clone()]);
    let given_up = Delivery { state: DeliveryState::GivenUp, attempts: 9, ..later };
    let mut change = store.change().await.unwrap();
    assert!(change.set_delivery(&given_up).await.unwrap());
    assert!(
        change.add_delivery(&Delivery { job: "99".to_string(), ..delivery("d3", "2026") }).await.is_err()
    );
    drop(change);
    assert_eq!(due("2026-11-09").await, ["d2"], "the change above was not committed");
}

#[tokio::test]
async fn every_version_of_a_model_is_kept() {
    let (_folder, store) = store().await;
    let mut change = store.change().await.unwrap();
    assert_eq!(change.add_model("own", "one", "2026-11-01", "ana").await.unwrap(), 1);
    assert_eq!(change.add_model("own", "two", "2026-11-02", "bob").await.unwrap(), 2);
    assert_eq!(change.add_model("bold", "x", "2026-11-02", "bob").await.unwrap(), 1);
    change.commit().await.unwrap();
    let newest = store.model("own").await.unwrap().unwrap();
    assert_eq!((newest.number, newest.body.as_str(), newest.actor.as_str()), (2, "two", "bob"));
    let versions = store.model_versions().await.unwrap();
    let versions: Vec<_> =
        versions.iter().filter(|row| row.name == "own").map(|row| row.body.as_str()).collect();
    assert_eq!(versions[0], "one");
    assert!(store.model("never").await.unwrap().is_none());
    let names: Vec<(String, i64)> =
        store.models().await.unwrap().into_iter().map(|model| (model.name, model.number)).collect();
    assert_eq!(names, [("bold".to_string(), 1), ("own".to_string(), 2)]);
}
