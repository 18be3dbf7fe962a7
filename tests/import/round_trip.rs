//! What an export writes comes back as the same dossier, from a workbook, from one long CSV and from a folder.

use std::path::Path;

use serde_json::Value;

use crate::scene::{Scene, fingerprint, program, root};

fn export(dossier: &Path, to: &Path, more: &[&str]) {
    let output =
        program().arg("export").arg(dossier).arg("-o").arg(to).args(more).output().expect("the program");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn errors(document: &Value) -> Vec<&Value> {
    let findings = document["findings"].as_array().unwrap().iter();
    findings.filter(|finding| finding["severity"] == "error").collect()
}

#[test]
fn every_sample_comes_back_from_a_workbook_and_from_long_csv_in_both_locales() {
    for sample in ["minimal", "bureau-plan", "banque-horizon", "maison-lumen"] {
        let original = root().join("samples").join(sample);
        for (file, more) in
            [("d.xlsx", &[][..]), ("en.csv", &["--locale", "en"]), ("fr.csv", &["--locale", "fr"])]
        {
            let scene = Scene::of(None);
            let exported = scene.path(file);
            export(&original, &exported, more);
            let document = scene.document(&exported, &["--accept"]);
            assert_eq!(errors(&document), Vec::<&Value>::new(), "{sample} {file}");
            assert_eq!(fingerprint(&scene.dossier()), fingerprint(&original), "{sample} {file}");
        }
    }
}

#[test]
fn the_same_export_changes_nothing() {
    let scene = Scene::of(Some("bureau-plan"));
    let exported = scene.path("d.xlsx");
    export(&scene.dossier(), &exported, &[]);
    let document = scene.document(&exported, &[]);
    assert_eq!(document["changes"], Value::Array(Vec::new()));
}
