//! Every write into something that is there states what it replaces, with a tag that never names another state.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::running::{Running, Told};

/// A tag of nothing.
const STALE: &str = "\"r1-000000000000\"";

/// Endings of the addresses whose POST writes into nothing that is there: what is asked for is new, computed, or held against
/// the revision that was shown.
const WRITES_NOTHING: [&str; 5] = ["/verdict", "/imports", "/acceptance", "/cancellation", "/api/v1/keys"];

struct Office {
    service: Running,
    _folder: tempfile::TempDir,
    admin: String,
    key: String,
    model: Value,
}

impl Office {
    /// The bank, a key, a role and a decision model.
    fn open() -> Office {
        let folder = tempfile::tempdir().expect("a folder");
        let service = Running::start(folder.path(), &["--rate-per-second", "0"]);
        service.keep("bank", "banque-horizon");
        for table in ["envelopes", "rules"] {
            let made = service.send("PUT", &format!("/dossiers/bank/{table}/one"), &[], Some(&json!({})));
            assert_eq!(made.status, 201, "{}", made.text);
        }
        let mut model = service.get("/decision-models/reference").body;
        model["name"] = json!("own");
        assert_eq!(service.send("PUT", "/decision-models/own", &[], Some(&model)).status, 201);
        let viewer = json!({"role": "viewer"});
        assert_eq!(service.send("PUT", "/dossiers/bank/grants/oidc:bob", &[], Some(&viewer)).status, 201);
        let made = service.post("/keys", &json!({"name": "admin", "role": "admin"})).body;
        let admin = format!("Bearer {}", made["key"].as_str().expect("a key"));
        let sent = json!({"name": "jira", "role": "viewer"});
        let other = service.send("POST", "/keys", &[("authorization", &admin)], Some(&sent)).body;
        let key = other["id"].as_str().expect("an id").to_string();
        Office { service, _folder: folder, admin, key, model }
    }

    fn send(&self, method: &str, address: &str, tag: Option<&str>, body: Option<&Value>) -> Told {
        let mut headers = vec![("authorization", self.admin.as_str())];
        headers.extend(tag.map(|tag| ("if-match", tag)));
        self.service.send(method, address, &headers, body)
    }

    /// The address of something that is there.
    fn address(&self, path: &str) -> String {
        let address = path
            .replace("{dossier}", "bank")
            .replace("{number}", "3")
            .replace("{principal}", "oidc:bob")
            .replace("{name}", "own");
        match address.strip_suffix("/{key}") {
            Some(table) if table.contains("/dossiers/") => {
                let first = self.send("GET", table, None, None).body["items"][0]["key"].clone();
                format!("{table}/{}", escaped(first.as_str().unwrap_or_else(|| panic!("{table} is empty"))))
            }
            _ => address.replace("{key}", &self.key),
        }
    }

    fn body(&self, path: &str) -> Value {
        match path {
            path if path.ends_with("/grants/{principal}") => json!({"role": "analyst"}),
            path if path.ends_with("/decision-models/{name}") => self.model.clone(),
            path if path.ends_with("/batch") || path.ends_with("}") || path.ends_with("/exchange") => {
                json!({})
            }
            path if path.ends_with("/settings") || path.ends_with("/bundle") => json!({}),
            _ => json!({"items": []}),
        }
    }
}

/// A text as one step of an address.
fn escaped(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let written =
        |byte: u8| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(written).collect()
}

fn is_write(method: &str, path: &str) -> bool {
    match method {
        "put" | "patch" | "delete" => true,
        "post" => !path.contains("/runs/") && !WRITES_NOTHING.iter().any(|ending| path.ends_with(ending)),
        _ => false,
    }
}

#[test]
fn every_write_into_what_is_there_needs_its_tag() {
    let office = Office::open();
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi/openapi.json"));
    let described: Value = serde_json::from_str(&text.expect("openapi/openapi.json")).expect("JSON");
    let mut writes = 0;
    for (path, operations) in described["paths"].as_object().expect("paths") {
        for (method, operation) in operations.as_object().expect("operations") {
            if !is_write(method, path) {
                continue;
            }
            writes += 1;
            let what = format!("{method} {path}");
            let is_if_match = |parameter: &&Value| parameter["name"] == "If-Match";
            let parameter = operation["parameters"].as_array().and_then(|all| all.iter().find(is_if_match));
            assert!(parameter.is_some(), "{what} does not describe If-Match");
            for status in ["412", "428"] {
                assert!(operation["responses"][status].is_object(), "{what} does not describe {status}");
            }
            let (address, body) = (office.address(path), office.body(path));
            let body = operation["requestBody"].is_object().then_some(&body);
            let method = method.to_ascii_uppercase();
            let without = office.send(&method, &address, None, body);
            assert_eq!((without.status, without.code()), (428, "precondition_required"), "{what}");
            let late = office.send(&method, &address, Some(STALE), body);
            assert_eq!((late.status, late.code()), (412, "changed_since"), "{what}");
            if ["PATCH", "POST"].contains(&method.as_str()) {
                let told = office.send(&method, &address, Some("*"), body);
                assert!((200..300).contains(&told.status), "{what}: {}", told.text);
            }
        }
    }
    assert!(100 < writes, "{writes}");
}

#[test]
fn keys_and_roles_have_tags_that_their_use_does_not_change() {
    let office = Office::open();
    let key = format!("/keys/{}", office.key);
    let seen = office.send("GET", &key, None, None);
    assert_eq!((seen.status, &seen.body["name"]), (200, &json!("jira")), "{}", seen.text);
    let exchanged = office.send("POST", &format!("{key}/exchange"), Some(&seen.etag()), Some(&json!({})));
    assert_eq!(exchanged.status, 201, "{}", exchanged.text);
    assert_eq!(office.send("DELETE", &key, Some(&seen.etag()), None).status, 412, "its end was changed");
    let new = exchanged.body["key"].as_str().expect("a key");
    let path = format!("/keys/{}", exchanged.body["id"].as_str().expect("an id"));
    let before = office.send("GET", &path, None, None);
    let used = office.service.send("GET", "/dossiers", &[("authorization", &format!("Bearer {new}"))], None);
    let after = office.send("GET", &path, None, None);
    assert!(
        used.status == 200 && before.body["last_used_at"].is_null() && after.body["last_used_at"].is_string()
    );
    assert_eq!(before.etag(), after.etag());
    assert_eq!(office.send("DELETE", &path, Some(&before.etag()), None).status, 204);

    let role = "/dossiers/bank/grants/oidc:bob";
    let seen = office.send("GET", role, None, None);
    assert_eq!(seen.body["role"], json!("viewer"));
    let analyst = json!({"role": "analyst"});
    let given = office.send("PUT", role, Some(&seen.etag()), Some(&analyst));
    assert_eq!((given.status, &given.body["role"]), (200, &json!("analyst")), "{}", given.text);
    assert_eq!(office.send("PUT", role, Some(&seen.etag()), Some(&analyst)).status, 412);
    assert_eq!(office.send("DELETE", role, Some(&given.etag()), None).status, 204);
    assert_eq!(office.send("GET", role, None, None).status, 404);

    let lines = office.send("GET", "/audit", None, None).body["items"].clone();
    let states = |action: &str| {
        let line = lines.as_array().and_then(|lines| lines.iter().find(|line| line["action"] == action));
        let line = line.unwrap_or_else(|| panic!("no line {action}"));
        (line["before"].clone(), line["after"].clone())
    };
    assert_eq!(states("role_taken"), (json!({"role": "analyst"}), Value::Null));
    assert_eq!(states("model_kept"), (Value::Null, json!({"version": 1})));
    let (before, after) = states("key_revoked");
    assert!(before["revoked_at"].is_null() && after["revoked_at"].is_string(), "{before} {after}");
}

#[test]
fn a_tag_names_no_other_state_after_an_older_copy_was_put_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    service.keep("bank", "banque-horizon");
    let copy = folder.path().join("copy.db");
    let command = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cxfolio"));
        let told = command.arg(name).arg(&copy).arg("--data").arg(folder.path()).output().expect("it runs");
        assert!(told.status.success(), "{told:?}");
    };
    let (row, dossier) = ("/dossiers/bank/personas/P1", "/dossiers/bank");
    let patch = |tag: &str, customers: i64| {
        service.send("PATCH", row, &[("if-match", tag)], Some(&json!({"customers": customers})))
    };
    command("backup");
    let old = patch(&service.get(row).etag(), 7);
    let old_dossier = service.get(dossier);
    command("restore");
    let new = patch(&service.get(row).etag(), 8);
    let new_dossier = service.get(dossier);
    assert_eq!((old.status, new.status), (200, 200), "{}", new.text);
    assert_eq!(old_dossier.body["revision"], new_dossier.body["revision"]);
    assert_eq!(patch(&old.etag(), 9).status, 412);
    assert_ne!(old_dossier.etag(), new_dossier.etag());
    let late = service.send("DELETE", dossier, &[("if-match", &old_dossier.etag())], None);
    assert_eq!(late.status, 412);
    assert_eq!(patch(&new.etag(), 9).status, 200);
}
