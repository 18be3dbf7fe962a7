//! The service begins with the dossiers it is given, and leaves those that are there alone.

use std::fs;

use serde_json::json;

use crate::running::{Running, program, samples};

#[test]
fn folders_and_files_are_kept_under_the_id_of_their_settings_and_choose_as_the_command_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let (plan, bundle) = (samples().join("bureau-plan"), samples().join("maison-lumen/bundle.json"));
    let given = [plan.to_str().expect("a path"), bundle.to_str().expect("a path")];
    let service = Running::start(folder.path(), &given);
    let kept = service.get("/dossiers");
    let ids = kept.body["items"].as_array().expect("a list").iter().map(|one| one["id"].clone());
    assert_eq!(ids.collect::<Vec<_>>(), ["bureau-plan", "maison-lumen"]);
    let run =
        service.send("POST", "/dossiers/bureau-plan/runs/choose", &[("prefer", "wait=30")], Some(&json!({})));
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_cxfolio"))
        .args(["choose", "--json"])
        .arg(&plan)
        .output()
        .expect("it runs");
    let printed: serde_json::Value = serde_json::from_slice(&printed.stdout).expect("a document");
    assert_eq!(run.body["result"]["npv"], printed["npv"]);
    assert_eq!(run.body["result"]["portfolio"], printed["portfolio"]);

    let changed = service.send(
        "PATCH",
        "/dossiers/bureau-plan/settings",
        &[("if-match", "*")],
        Some(&json!({"name_en": "Ours"})),
    );
    assert_eq!(changed.status, 200, "{}", changed.text);
    drop(service);
    let service = Running::start(folder.path(), &given);
    assert_eq!(service.get("/dossiers/bureau-plan").body["name_en"], "Ours");
}

#[test]
fn a_dossier_that_cannot_be_kept_ends_the_start_with_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let given = tempfile::tempdir().expect("a folder");
    for (settings, wrong) in [("{}", "id"), (r#"{"id": "ours"}"#, "capex")] {
        fs::write(given.path().join("settings.json"), settings).expect("a file");
        let costs = "investment_id,variant_id,line_id,nature,accounting\nB,core,L,build,capexx\n";
        fs::write(given.path().join("cost_lines.csv"), costs).expect("a file");
        let told =
            program(folder.path(), &[given.path().to_str().expect("a path"), "--listen", "127.0.0.1:0"])
                .output()
                .expect("it ends");
        let error = String::from_utf8_lossy(&told.stderr);
        assert!(
            !told.status.success() && error.contains("cannot be kept") && error.contains(wrong),
            "{error}"
        );
    }
}
