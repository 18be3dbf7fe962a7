//! Ways in which things could go astray: each is refused, or harms nobody but who tried it.

use std::io::Write;
use std::net::TcpStream;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use crate::listener::listen;
use crate::running::{Running, program};

fn demo(arguments: &[&str]) -> (tempfile::TempDir, Running) {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[&["--demo", "--direct-seconds", "30"], arguments].concat());
    (folder, service)
}

const BANK: &str = "/dossiers/banque-horizon";

#[test]
fn once_there_was_a_key_nobody_is_let_in_without_one() {
    let (_folder, service) = demo(&[]);
    let key = service.post("/keys", &json!({"name": "only", "role": "admin"})).body;
    let bearer = format!("Bearer {}", key["key"].as_str().expect("a key"));
    let path = format!("/keys/{}", key["id"].as_str().expect("an id"));
    assert_eq!(
        service.send("DELETE", &path, &[("authorization", &bearer), ("if-match", "*")], None).status,
        204
    );
    assert_eq!(service.get("/dossiers").status, 401);
    assert_eq!(service.post("/keys", &json!({"name": "evil", "role": "admin"})).status, 401);
}

#[test]
fn what_is_nested_too_deep_is_refused_and_the_dossier_stays_readable() {
    let (_folder, service) = demo(&[]);
    let nested = (0..120).fold(json!(1), |inner, _| json!({"a": inner}));
    let path = format!("{BANK}/investments/B01");
    let tag = service.get(&path).etag();
    for sent in [json!({"more": nested}), json!({"extensions": {"more": nested}})] {
        let told = service.send("PATCH", &path, &[("if-match", &tag)], Some(&sent));
        assert_eq!((told.status, told.code()), (422, "invalid"), "{}", told.text);
    }
    assert_eq!(service.get(&format!("{BANK}/bundle")).status, 200);
}

#[test]
fn not_being_another_one_does_not_say_what_is_replaced() {
    let (_folder, service) = demo(&[]);
    let path = format!("{BANK}/personas/P1");
    let patch =
        |headers: &[(&str, &str)]| service.send("PATCH", &path, headers, Some(&json!({"customers": 7})));
    assert_eq!(patch(&[("if-none-match", "\"x\"")]).status, 428);
    assert_eq!(patch(&[("if-match", "\"r0\""), ("if-none-match", "\"x\"")]).status, 412);
    assert_eq!(patch(&[("if-match", &service.get(&path).etag()), ("if-none-match", "\"x\"")]).status, 200);
}

const ROLES: &str = "id,name_en,name_fr,day_rate_eur,capacity_days_y0\nR1,Architect,Architecte,999,10\n";

#[test]
fn an_import_is_accepted_only_on_what_was_looked_at() {
    let (_folder, service) = demo(&[]);
    let import = || service.import("banque-horizon", ("roles.csv", ROLES), &[("table", "roles")], &[]);
    let preview = import().expect("an answer");
    assert_eq!(preview.body["result"]["ending"], json!("preview"), "{}", preview.text);
    let id = preview.body["id"].as_str().expect("a name").to_string();
    let tag = service.get(&format!("{BANK}/roles/R1")).etag();
    let patch = json!({"day_rate_eur": "800"});
    let told = service.send("PATCH", &format!("{BANK}/roles/R1"), &[("if-match", &tag)], Some(&patch));
    assert_eq!(told.status, 200, "{}", told.text);
    let path = format!("{BANK}/imports/{id}/acceptance");
    let late = service.post(&path, &json!({"acceptance": "valid_rows"}));
    assert_eq!((late.status, late.code()), (412, "changed_since"), "{}", late.text);
    assert_eq!(service.get(&format!("{BANK}/roles/R1")).body["day_rate_eur"], json!("800"));
    let strange = service.post(&path, &json!({"acceptance": "valid_rows", "replace": true}));
    assert_eq!((strange.status, strange.code()), (422, "invalid"), "{}", strange.text);
}

#[test]
fn an_import_and_its_acceptance_are_done_once() {
    let (_folder, service) = demo(&[]);
    let headers = [("idempotency-key", "one")];
    let import = || service.import("banque-horizon", ("roles.csv", ROLES), &[("table", "roles")], &headers);
    let (first, second) = (import().expect("an answer"), import().expect("an answer"));
    assert_eq!(first.body["id"], second.body["id"]);
    assert_eq!(second.header("idempotency-replayed"), "true");
    let path = format!("{BANK}/imports/{}/acceptance", first.body["id"].as_str().expect("a name"));
    let accept = || {
        let sent = json!({"acceptance": "valid_rows"});
        service.send("POST", &path, &[("idempotency-key", "two")], Some(&sent))
    };
    let (first, second) = (accept(), accept());
    assert_eq!((first.status, &first.body["id"]), (201, &second.body["id"]), "{}", second.text);
    assert_eq!(service.get(BANK).body["revision"], json!(2));
}

#[test]
fn a_cancelled_import_writes_nothing() {
    let (_folder, service) = demo(&["--workers", "1"]);
    let mut rows = "id,name_en,name_fr,day_rate_eur,capacity_days_y0\n".to_string();
    for row in 0..20_000 {
        rows += &format!("N{row},a role,un rôle,500,10\n");
    }
    let fields = [("table", "roles"), ("acceptance", "valid_rows")];
    let asked = service.import("banque-horizon", ("roles.csv", &rows), &fields, &[]).expect("an answer");
    assert_eq!((asked.status, asked.code()), (428, "precondition_required"));
    let headers = [("prefer", "respond-async"), ("if-match", "*")];
    let asked = service.import("banque-horizon", ("roles.csv", &rows), &fields, &headers).expect("an answer");
    let job = format!("/jobs/{}", asked.body["id"].as_str().expect("a name"));
    while service.get(&job).body["state"] == "queued" {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(service.send("POST", &format!("{job}/cancellation"), &[], None).status, 200);
    service.get(&format!("{job}/events"));
    let told = service.get(&job).body;
    assert_eq!(told["state"], json!("cancelled"), "{told}");
    assert_eq!(service.get(BANK).body["revision"], json!(1));
}

#[test]
fn the_key_of_another_tool_is_not_taken_for_one_of_ours() {
    let (_folder, service) = demo(&[]);
    let post = |items: Value| service.merge(&format!("{BANK}/investments"), &json!({"items": items}));
    let clash = post(json!([{"external_id": "B01", "name_en": "clash"}]));
    assert_eq!(
        (clash.status, &clash.body["errors"][0]["code"]),
        (422, &json!("key_taken")),
        "{}",
        clash.text
    );
    let twice = post(json!([{"external_id": "new", "name_en": "a"}, {"external_id": "new", "name_en": "b"}]));
    assert_eq!((twice.status, &twice.body["errors"][0]["code"]), (422, &json!("row_repeated")));
    let merged = post(json!([{"external_id": "B01", "key": "B01", "sponsor": "CIO"}]));
    assert_eq!(
        (merged.status, &merged.body["items"][0]["outcome"]),
        (200, &json!("changed")),
        "{}",
        merged.text
    );
}

#[test]
fn roles_end_with_their_dossier_and_who_makes_one_is_its_admin() {
    let (_folder, service) = demo(&[]);
    let admin = service.post("/keys", &json!({"name": "admin", "role": "admin"})).body;
    let admin = format!("Bearer {}", admin["key"].as_str().expect("a key"));
    let add = |role: &str, dossiers: Value| {
        let sent = json!({"name": role, "role": role, "dossiers": dossiers});
        let told = service.send("POST", "/keys", &[("authorization", &admin)], Some(&sent)).body;
        format!("Bearer {}", told["key"].as_str().expect("a key"))
    };
    let bundle = json!({"workspace": {"currency": "EUR"}});
    let analyst = add("analyst", json!([]));
    let put = |key: &str, tag: &str| {
        let mut headers = vec![("authorization", key)];
        headers.extend((!tag.is_empty()).then_some(("if-match", tag)));
        service.send("PUT", "/dossiers/mine/bundle", &headers, Some(&bundle))
    };
    let made = put(&analyst, "");
    assert_eq!((made.status, put(&analyst, &made.etag()).status), (201, 200), "its maker may replace it");
    let visitor = add("viewer", json!(["mine"]));
    let get = |key: &str| service.send("GET", "/dossiers/mine", &[("authorization", key)], None);
    let tag = get(&visitor).etag();
    let headers = [("authorization", admin.as_str()), ("if-match", tag.as_str())];
    assert_eq!(service.send("DELETE", "/dossiers/mine", &headers, None).status, 204);
    assert_eq!(put(&analyst, "").status, 201);
    assert_eq!(get(&visitor).status, 404, "a role on a dossier that was removed is none on its successor");
    let log = service.send("GET", "/audit", &[("authorization", &admin)], None).text;
    assert!(log.contains("role_given") && log.contains("dossier_removed"), "{log}");
    let wrong = json!({"name": "x", "role": "admin", "dossiers": ["NOT A NAME", "*"]});
    let wrong = service.send("POST", "/keys", &[("authorization", &admin)], Some(&wrong));
    assert_eq!(
        (wrong.status, wrong.body["errors"].as_array().map(Vec::len)),
        (422, Some(2)),
        "{}",
        wrong.text
    );
}

#[test]
fn half_a_request_does_not_keep_the_service_from_ending() {
    let (_folder, service) = demo(&[]);
    let mut half = TcpStream::connect(&service.address).expect("a connection");
    half.write_all(b"GET /health HTTP/1.1\r\nHost: loc").expect("half a request");
    let asked = Command::new("kill").arg(service.process().to_string()).status().expect("kill runs");
    assert!(asked.success());
    assert!(service.ended().success(), "it ends in good order");
}

#[test]
fn a_second_service_does_not_work_on_the_same_folder() {
    let (folder, service) = demo(&[]);
    let told = program(folder.path(), &["--listen", "127.0.0.1:0"]).output().expect("it ends");
    assert!(!told.status.success());
    assert!(String::from_utf8_lossy(&told.stderr).contains("another service"), "{told:?}");
    service.kill();
    drop(Running::start(folder.path(), &[]));
}

#[test]
fn word_of_a_job_that_was_cancelled_while_it_waited_is_sent() {
    let (hook, calls) = listen(|_| ("204 No Content", String::new()));
    let (_folder, service) = demo(&["--webhook-hosts", "127.0.0.1", "--workers", "1"]);
    let wait = [("prefer", "respond-async")];
    let first = service.send("POST", &format!("{BANK}/runs/explain"), &wait, None);
    let hook = format!("http%3A%2F%2F{}%2Fhook", hook.replace(':', "%3A"));
    let path = format!("{BANK}/runs/check?webhook={hook}");
    let second = service.send("POST", &path, &wait, None);
    let id = second.body["id"].as_str().expect("a name");
    let cancelled = service.send("POST", &format!("/jobs/{id}/cancellation"), &[], None);
    assert_eq!(cancelled.body["state"], json!("cancelled"), "{}", first.text);
    let call = calls.recv_timeout(Duration::from_secs(60)).expect("word");
    let told: Value = serde_json::from_slice(&call.body).expect("JSON");
    assert_eq!((&told["job"], &told["state"]), (&json!(id), &json!("cancelled")));
}

#[test]
fn addresses_that_are_none_make_no_series_of_figures() {
    let (_folder, service) = demo(&[]);
    let series = || service.get("/metrics").text.lines().count();
    service.get("/nothing/at/all");
    series();
    let before = series();
    for number in 0..50 {
        service.get(&format!("/nothing/{number}"));
    }
    assert_eq!(series(), before);
}

#[test]
fn a_kept_model_has_versions_that_can_be_named() {
    let (_folder, service) = demo(&[]);
    let mut model = service.get("/decision-models/reference").body;
    model["name"] = json!("own");
    let put = |model: &Value, tag: &str| {
        let headers: &[(&str, &str)] = if tag.is_empty() { &[] } else { &[("if-match", tag)] };
        service.send("PUT", "/decision-models/own", headers, Some(model))
    };
    let first = put(&model, "");
    assert!(first.status == 201 || first.status == 200, "{}", first.text);
    let appraise = |name: &str| {
        let told = service.post(&format!("{BANK}/runs/appraise"), &json!({"decision_model": name}));
        assert!((200..300).contains(&told.status), "{}", told.text);
        (told.body["fingerprint"].clone(), told.body["result"]["options"][0]["mirr"].clone())
    };
    let before = appraise("own");
    model["settings"]["mirr_rate"]["number"] = json!(0.02);
    let tag = service.get("/decision-models/own").etag();
    let second = put(&model, &tag);
    assert!((200..300).contains(&second.status), "{}", second.text);
    let after = appraise("own");
    assert_ne!(before.1, after.1, "the model says something else");
    assert_ne!(before.0, after.0, "so does the fingerprint");
    assert_eq!(appraise("own@1"), before);
}
