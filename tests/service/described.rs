//! The description of the interface: the kept file is what the program prints, and every address of it is there.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::running::Running;

fn printed() -> String {
    let told = Command::new(env!("CARGO_BIN_EXE_cxfolio")).arg("openapi").output().expect("the program runs");
    String::from_utf8(told.stdout).expect("text")
}

#[test]
fn the_kept_description_is_what_the_program_prints() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi/openapi.json");
    let kept = std::fs::read_to_string(kept).expect("openapi/openapi.json");
    assert!(kept == printed(), "write it anew: cxfolio openapi > openapi/openapi.json");
}

#[test]
fn every_described_address_is_answered_and_every_example_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &["--rate-per-second", "0", "--direct-seconds", "30"]);
    service.keep("banque-horizon", "banque-horizon");
    let described: Value = serde_json::from_str(&printed()).expect("JSON");
    let mut examples = 0;
    for (path, methods) in described["paths"].as_object().expect("paths") {
        let address = path
            .replace("{dossier}", "banque-horizon")
            .replace("{number}", "1")
            .replace("{investment}", "B01");
        let address = address.replace(['{', '}'], "");
        for (method, operation) in methods.as_object().expect("methods") {
            let method = method.to_ascii_uppercase();
            if path.starts_with("/api") && method == "GET" && !path.contains("/jobs/{") {
                let told = service.get(&address);
                assert_ne!(told.status, 405, "{path}");
                assert!(
                    told.status == 200 || told.status == 404 || path.ends_with("/comparison"),
                    "{path}: {}",
                    told.text
                );
            }
            let example = &operation["requestBody"]["content"]["application/json"]["example"];
            if !example.is_null() && !path.contains("/imports/") && path != "/api/v1/keys" {
                examples += 1;
                let address = match operation["operationId"].as_str() {
                    Some("put_bundle") => address.replace("banque-horizon", "small"),
                    _ => address.clone(),
                };
                let is_needed =
                    |parameter: &Value| parameter["name"] == "If-Match" && parameter["required"] == true;
                let is_needed =
                    operation["parameters"].as_array().is_some_and(|all| all.iter().any(is_needed));
                let headers = if is_needed { vec![("if-match", "*")] } else { Vec::new() };
                let told = service.send(&method, &address, &headers, Some(example));
                assert!((200..300).contains(&told.status), "{method} {path}: {}", told.text);
            }
        }
    }
    assert!(4 < examples, "{examples}");
    let told = service.post("/dossiers/small/runs/choose", &serde_json::json!({}));
    assert_eq!(told.body["result"]["status"], serde_json::json!("optimal"), "{}", told.text);
}

#[test]
fn the_page_for_it_needs_nothing_from_outside() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Running::start(folder.path(), &[]);
    let page = service.get("/api/docs/").text;
    assert!(page.contains("swagger-ui"), "{page}");
    let outward: Vec<&str> = page.split(['"', '\'']).filter(|text| text.starts_with("http")).collect();
    assert_eq!(outward, Vec::<&str>::new());
}
