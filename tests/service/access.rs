//! Who gets in, and what they learn.

use serde_json::json;

use crate::running::{Running, program};

fn bearer(key: &str) -> String {
    format!("Bearer {key}")
}

#[test]
fn without_keys_only_this_machine_is_let_in_and_no_other_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    assert_eq!(service.get("/dossiers").status, 200);
    let strange = service.send("GET", "/dossiers", &[("origin", "https://evil.example")], None);
    assert_eq!((strange.status, strange.code()), (401, "unauthenticated"));
    let rebound = service.send("GET", "/dossiers", &[("host", "evil.example")], None);
    assert_eq!(rebound.status, 401);
    let other = tempfile::tempdir().expect("a folder");
    let mut elsewhere = program(other.path(), &["--listen", "0.0.0.0:0"]);
    let told = elsewhere.output().expect("it ends");
    assert!(!told.status.success());
    assert!(String::from_utf8_lossy(&told.stderr).contains("keys add"), "{told:?}");
}

#[test]
fn a_key_opens_what_it_was_given_for_and_tells_nothing_of_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    service.keep("bank", "banque-horizon");
    service.keep("shop", "maison-lumen");
    let admin = service.post("/keys", &json!({"name": "admin", "role": "admin"}));
    let admin = bearer(admin.body["key"].as_str().expect("a key"));
    let add = |role: &str| {
        let sent = json!({"name": role, "role": role, "dossiers": ["bank"], "days": 1});
        let told = service.send("POST", "/keys", &[("authorization", &admin)], Some(&sent));
        (
            bearer(told.body["key"].as_str().expect("a key")),
            told.body["id"].as_str().expect("an id").to_string(),
        )
    };
    let ((viewer, viewer_id), (analyst, _)) = (add("viewer"), add("analyst"));
    let get = |path: &str, key: &str| service.send("GET", path, &[("authorization", key)], None);

    assert_eq!(service.get("/dossiers").status, 401, "once there is a key, nobody is let in without one");
    let dossiers = get("/dossiers", &viewer).body;
    assert_eq!(dossiers["items"].as_array().map(Vec::len), Some(1));
    let (hidden, missing) = (get("/dossiers/shop", &viewer), get("/dossiers/none", &viewer));
    assert_eq!((hidden.status, missing.status), (404, 404));
    assert_eq!(
        hidden.body["detail"].as_str().map(|text| text.replace("shop", "none")),
        missing.body["detail"].as_str().map(str::to_string)
    );

    let tag = get("/dossiers/bank/personas/P1", &viewer).etag();
    let patch = |key: &str| {
        let headers = [("authorization", key), ("if-match", tag.as_str())];
        service.send("PATCH", "/dossiers/bank/personas/P1", &headers, Some(&json!({"customers": 7})))
    };
    assert_eq!((patch(&viewer).status, patch(&analyst).status), (403, 200));
    assert_eq!(get("/keys", &analyst).status, 403);
    assert_eq!(get("/audit", &analyst).status, 403);
    assert_eq!(get("/metrics", &analyst).status, 403);
    assert_eq!(get("/metrics", &admin).status, 200);

    let wrong = format!("{}0", &viewer[..viewer.len() - 1]);
    assert_eq!(get("/dossiers", &wrong).status, if wrong == viewer { 200 } else { 401 });
    let revoked = service.send(
        "DELETE",
        &format!("/keys/{viewer_id}"),
        &[("authorization", &admin), ("if-match", "*")],
        None,
    );
    assert_eq!((revoked.status, get("/dossiers", &viewer).status), (204, 401));
    let keys = get("/keys", &admin).text;
    assert!(!keys.contains("cxk_"), "no key is told twice");
}

#[test]
fn an_exchanged_key_works_beside_the_new_one_for_a_while() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    let told = service.post("/keys", &json!({"name": "jira", "role": "admin"})).body;
    let (old, id) =
        (bearer(told["key"].as_str().expect("a key")), told["id"].as_str().expect("an id").to_string());
    let exchange = |grace: i64| {
        let path = format!("/keys/{id}/exchange");
        let headers = [("authorization", old.as_str()), ("if-match", "*")];
        service.send("POST", &path, &headers, Some(&json!({"grace_seconds": grace})))
    };
    let new = exchange(3600).body;
    let new = bearer(new["key"].as_str().expect("a key"));
    for key in [&old, &new] {
        assert_eq!(service.send("GET", "/dossiers", &[("authorization", key)], None).status, 200);
    }
    exchange(0);
    assert_eq!(service.send("GET", "/dossiers", &[("authorization", &old)], None).status, 401);
    assert_eq!(service.send("GET", "/keys", &[("authorization", &new)], None).status, 200);
}

#[test]
fn who_asks_too_much_is_told_when_to_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--rate-per-second", "1", "--rate-burst", "3"]);
    let told: Vec<u16> = (0..5).map(|_| service.get("/dossiers").status).collect();
    assert_eq!(told[..3], [200, 200, 200]);
    assert!(told.contains(&429), "{told:?}");
    let refused = service.get("/dossiers");
    assert!(refused.header("ratelimit").contains("r=0"), "{refused:?}");
    assert_eq!((refused.code(), refused.header("retry-after")), ("too_many_requests", "1"));
}
