//! What a caller may rely on: conditions, problem details, pages, extensions, limits.

use serde_json::{Value, json};

use crate::running::Running;

const P1: &str = "/dossiers/bank/personas/P1";

fn bank() -> (tempfile::TempDir, Running) {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--body-mb", "1"]);
    service.keep("bank", "banque-horizon");
    (folder, service)
}

#[test]
fn a_write_states_what_it_replaces() {
    let (_folder, service) = bank();
    let seen = service.get(P1).etag();
    let body = json!({"customers": 1});
    assert_eq!(service.send("PATCH", P1, &[], Some(&body)).status, 428);
    let written = service.send("PATCH", P1, &[("if-match", &seen)], Some(&body));
    assert_eq!((written.status, &written.body["customers"]), (200, &json!(1)));
    let late = service.send("PATCH", P1, &[("if-match", &seen)], Some(&json!({"customers": 2})));
    assert_eq!((late.status, late.code()), (412, "changed_since"));
    assert_eq!(late.etag(), written.etag());
    assert_eq!(service.send("GET", P1, &[("if-none-match", &written.etag())], None).status, 304);
    let again = service.send("PUT", P1, &[("if-none-match", "*")], Some(&body));
    assert_eq!(again.status, 412);
}

#[test]
fn every_fault_is_told_at_once_in_the_language_of_the_reader() {
    let (_folder, service) = bank();
    let sent = json!({"items": [{"id": "P1", "customers": -1}, {"customers": "many", "annual_churn": 2}]});
    let told = service.send(
        "POST",
        "/dossiers/bank/personas",
        &[("accept-language", "fr"), ("if-match", "*")],
        Some(&sent),
    );
    assert_eq!((told.status, told.code()), (422, "invalid"));
    assert!(told.header("content-type").starts_with("application/problem+json"));
    let pointers: Vec<&str> = told.body["errors"]
        .as_array()
        .expect("faults")
        .iter()
        .filter_map(|fault| fault["pointer"].as_str())
        .collect();
    assert_eq!(
        pointers,
        ["/personas/0/customers", "/personas/1/customers", "/personas/1/annual_churn", "/personas/1/id"]
    );
    assert!(told.body["detail"].as_str().is_some_and(|text| text.contains("rien n’a été modifié")));
    assert_eq!(service.get("/dossiers/bank").body["revision"], json!(1));
}

#[test]
fn nothing_that_is_no_success_is_without_problem_details() {
    let (_folder, service) = bank();
    // Whoever still sends when the answer is there may find the door closed before they read it.
    let large = json!({"name_en": "x".repeat(1 << 20)}).to_string();
    let too_large =
        (0..20).find_map(|_| service.try_send("PUT", P1, &[("if-match", "*")], Some(large.clone())).ok());
    let cases = [
        (service.get("/nothing"), 404, "not_found"),
        (service.get("/dossiers/none"), 404, "not_found"),
        (service.get("/dossiers/bank/wishes"), 404, "not_found"),
        (service.get("/dossiers/bank/personas/P99"), 404, "not_found"),
        (service.get("/dossiers/bank/revisions/99"), 404, "not_found"),
        (service.get("/dossiers/bank/revisions/x"), 400, "malformed"),
        (service.get("/dossiers/bank?colour=red"), 400, "malformed"),
        (service.get("/jobs/none"), 404, "not_found"),
        (service.send("DELETE", "/dossiers", &[], None), 405, "method_not_allowed"),
        (too_large.expect("an answer that is read"), 413, "body_too_large"),
        (service.post("/dossiers/bank/runs/dream", &json!({})), 405, "method_not_allowed"),
        (service.post("/dossiers/bank/runs/choose", &json!({"gap": 7})), 422, "invalid"),
    ];
    for (told, status, code) in cases {
        assert_eq!((told.status, told.code()), (status, code), "{}", told.text);
        assert!(told.header("content-type").starts_with("application/problem+json"), "{}", told.text);
        assert_eq!(told.body["request_id"].as_str(), Some(told.header("x-request-id")));
    }
}

#[test]
fn pages_are_of_one_revision() {
    let (_folder, service) = bank();
    let first = service.get("/dossiers/bank/investments?limit=20&sort=-sponsor_engagement");
    let next = first.body["next"].as_str().expect("more").to_string();
    service.merge("/dossiers/bank/investments", &json!({"items": [{"id": "NEW", "name_en": "New"}]}));
    let path = format!("/dossiers/bank/investments?limit=20&sort=-sponsor_engagement&cursor={next}");
    let second = service.get(&path);
    assert_eq!((&second.body["revision"], &second.body["next"]), (&json!(1), &Value::Null));
    let count = |told: &Value| told["items"].as_array().map_or(0, Vec::len);
    assert_eq!(json!(count(&first.body) + count(&second.body)), first.body["total"]);
    assert_eq!(service.get(&path.replace("-sponsor", "sponsor")).status, 422);
    let mandatory = service.get("/dossiers/bank/investments?mandatory=1");
    assert!(count(&mandatory.body) > 0);
}

#[test]
fn what_other_tools_keep_stays() {
    let (_folder, service) = bank();
    let sent = json!({"items": [{"external_id": "DMND1", "name_en": "CRM", "u_rank": {"a": 1}}]});
    let told = service.merge("/dossiers/bank/investments", &sent);
    assert_eq!(
        told.body["items"][0],
        json!({"table": "investments", "key": "DMND1", "external_id": "DMND1", "outcome": "created"})
    );
    let sent = json!({"items": [{"external_id": "DMND1", "name_fr": "GRC", "u_rank": {"b": 2}}]});
    assert_eq!(
        service.merge("/dossiers/bank/investments", &sent).body["items"][0]["outcome"],
        json!("changed")
    );
    let item = service.get("/dossiers/bank/investments?external_id=DMND1").body["items"][0].clone();
    assert_eq!((&item["name_en"], &item["name_fr"]), (&json!("CRM"), &json!("GRC")));
    assert_eq!(item["extensions"], json!({"u_rank": {"a": 1, "b": 2}}));
    let unchanged = service.merge("/dossiers/bank/investments", &sent);
    assert_eq!(unchanged.body["items"][0]["outcome"], json!("unchanged"));
    assert_eq!(unchanged.body["revision"], json!(3));
}

#[test]
fn a_dossier_comes_back_as_it_was_sent_and_as_it_was() {
    let (_folder, service) = bank();
    let before = service.get("/dossiers/bank/bundle").body;
    let text = std::fs::read_to_string(crate::running::samples().join("banque-horizon/bundle.json"))
        .expect("a bundle");
    let sent: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(before["workspace"], sent["workspace"]);
    assert_eq!(before["investments"].as_array().map(Vec::len), sent["investments"].as_array().map(Vec::len));
    let tag = service.get("/dossiers/bank").etag();
    let put = service.send("PUT", "/dossiers/bank/bundle", &[("if-match", &tag)], Some(&before));
    assert_eq!((put.status, &put.body["revision"]), (200, &json!(1)), "what is the same changes nothing");
    let tag = service.get(P1).etag();
    service.send("DELETE", P1, &[("if-match", &tag)], None);
    assert_eq!(service.get(P1).status, 404);
    let difference = service.get("/dossiers/bank/revisions/1/difference").body;
    assert_eq!(difference["changes"][0]["key"], json!("P1"));
    let tag = service.get("/dossiers/bank").etag();
    let restored =
        service.send("POST", "/dossiers/bank/revisions/1/restoration", &[("if-match", &tag)], None);
    assert_eq!((restored.status, &restored.body["revision"]), (200, &json!(3)));
    assert_eq!(service.get("/dossiers/bank/bundle").body, before);
    let actions: Vec<String> = service.get("/dossiers/bank/audit").body["items"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| line["action"].as_str().unwrap_or_default().to_string())
        .collect();
    assert_eq!(actions, ["revision_restored", "item_removed", "dossier_created"]);
    let lines = service.get("/dossiers/bank/audit").body["items"].clone();
    let (removed, made) = (&lines[1], &lines[2]);
    assert_eq!((&removed["before"]["id"], &removed["after"]), (&json!("P1"), &Value::Null));
    assert_eq!(
        (&made["before"], &made["after"], &made["changes"]),
        (&Value::Null, &json!({"revision": 1}), &Value::Null)
    );
    let comparison = removed["comparison"].as_str().expect("an address");
    assert_eq!(service.get(comparison).body["changes"], removed["changes"]);
}

#[test]
fn what_is_told_as_compressed_is_compressed() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--demo"]);
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    for (path, status) in
        [("dossiers/banque-horizon/revisions/first", 400), ("dossiers/banque-horizon/bundle", 200)]
    {
        let address = format!("http://{}/api/v1/{path}", service.address);
        let told = agent.get(&address).header("accept-encoding", "gzip").call();
        let mut told = told.expect("an answer");
        assert_eq!(told.status(), status, "{path}");
        let is_said = told.headers().get("content-encoding").is_some_and(|text| text == "gzip");
        let bytes = told.body_mut().read_to_vec().expect("a body");
        assert!(is_said && bytes.starts_with(&[0x1f, 0x8b]), "{path}: {is_said}, {:?}", &bytes[..2]);
    }
}

#[test]
fn a_key_in_an_address_is_judged_as_one_in_a_body() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--demo"]);
    for key in ["a%1Eb", &"é".repeat(201), "a%7Cb"] {
        let path = format!("/dossiers/banque-horizon/journeys/{}", key.replace('é', "%C3%A9"));
        let told = service.send("PUT", &path, &[], Some(&json!({"name_en": "a journey"})));
        assert_eq!((told.status, told.code()), (422, "invalid"), "{}", told.text);
    }
}

#[test]
fn lists_of_names_are_cut_into_pages() {
    let (_folder, service) = bank();
    for name in ["a", "c", "d"] {
        let bundle = json!({"workspace": {"currency": "EUR"}});
        assert_eq!(service.send("PUT", &format!("/dossiers/{name}/bundle"), &[], Some(&bundle)).status, 201);
    }
    for subject in ["ada", "bob", "cleo"] {
        let (path, role) = (format!("/dossiers/bank/grants/oidc:{subject}"), json!({"role": "viewer"}));
        assert_eq!(service.send("PUT", &path, &[], Some(&role)).status, 201);
    }
    for (list, name) in [
        ("/dossiers", "id"),
        ("/dossiers/bank/grants", "principal"),
        ("/decision-models", "name"),
        ("/keys", "id"),
    ] {
        let all = service.get(list).body;
        let mut names: Vec<Value> = Vec::new();
        let mut next = Value::from("");
        while let Some(cursor) = next.as_str() {
            let page = service.get(&format!("{list}?limit=2&cursor={cursor}"));
            let items =
                page.body["items"].as_array().unwrap_or_else(|| panic!("{list}: {}", page.text)).clone();
            assert!(items.len() <= 2);
            names.extend(items.iter().map(|item| item[name].clone()));
            next = page.body["next"].clone();
        }
        let expected: Vec<Value> =
            all["items"].as_array().expect("items").iter().map(|item| item[name].clone()).collect();
        assert_eq!((&names, &all["next"]), (&expected, &Value::Null), "{list}");
    }
    assert_eq!(service.get("/dossiers?limit=0").status, 400);
}

#[test]
fn a_dossier_that_was_removed_can_be_read_and_made_again() {
    let (_folder, service) = bank();
    let before = service.get("/dossiers/bank/bundle").text;
    let tag = service.get("/dossiers/bank").etag();
    assert_eq!(service.send("DELETE", "/dossiers/bank", &[("if-match", &tag)], None).status, 204);
    assert_eq!(service.get("/dossiers/bank").status, 404);
    assert_eq!(service.get("/dossiers/bank/revisions").body["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(service.get("/dossiers/bank/bundle?revision=1").text, before);
    let restore = |headers: &[(&str, &str)]| {
        service.send("POST", "/dossiers/bank/revisions/1/restoration", headers, None)
    };
    assert_eq!(restore(&[("if-match", "*")]).status, 412, "there is nothing");
    let made = restore(&[]);
    assert_eq!((made.status, &made.body["revision"]), (200, &json!(3)), "{}", made.text);
    assert_eq!(service.get("/dossiers/bank/bundle").text, before);
    assert_eq!(restore(&[]).status, 428);
    let log = service.get("/dossiers/bank/audit").body["items"].clone();
    assert_eq!(log[0]["action"], json!("dossier_restored"));
}

#[test]
fn a_setting_that_means_nothing_is_refused() {
    let (_folder, service) = bank();
    let wrong = json!({"base_year": "x", "discount_rate": 7});
    let patch =
        |body: &Value| service.send("PATCH", "/dossiers/bank/settings", &[("if-match", "*")], Some(body));
    let merged = service.merge("/dossiers/bank/batch", &json!({"workspace": wrong}));
    for (told, root) in [(patch(&wrong), ""), (merged, "/workspace")] {
        assert_eq!((told.status, told.code()), (422, "invalid"), "{}", told.text);
        let faults = told.body["errors"].as_array().expect("faults");
        let pointers: Vec<&str> = faults.iter().filter_map(|fault| fault["pointer"].as_str()).collect();
        assert_eq!(pointers, [format!("{root}/base_year"), format!("{root}/discount_rate")]);
    }
    assert_eq!(patch(&json!({"discount_rate": "0.08", "mission_en": null})).status, 200);
}
