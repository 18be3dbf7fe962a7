//! A French export with planted errors: each is found at its cell with its code, and nothing else is an error.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::scene::{Scene, contents, sample};

type Told = BTreeSet<(u64, String, String, String)>;

fn told(diagnostics: &[Value]) -> Told {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    diagnostics
        .iter()
        .map(|one| {
            (
                one["row"].as_u64().unwrap_or(0),
                text(&one["column"]),
                text(&one["code"]),
                text(&one["severity"]),
            )
        })
        .collect()
}

#[test]
fn every_planted_error_is_told_at_its_cell_and_nothing_else_is_one() {
    let scene = Scene::of(Some("banque-horizon"));
    let file = sample("fr_gains_avec_erreurs.csv");
    let expected: Value =
        serde_json::from_slice(&fs::read(sample("fr_gains_avec_erreurs.expected.json")).unwrap()).unwrap();
    let preview = scene.document(&file, &[]);
    let findings = preview["findings"].as_array().unwrap();
    let wanted = told(expected["diagnostics"].as_array().unwrap());
    let found = told(findings);
    let missed: Vec<_> = wanted.difference(&found).collect();
    assert!(missed.is_empty(), "missed {missed:#?} among {found:#?}");
    let more: Vec<_> = found.difference(&wanted).filter(|one| one.3 != "note" && one.0 > 1).collect();
    assert!(more.is_empty(), "not planted: {more:#?}");
    let sheet = &preview["sheets"][0];
    let accepted = expected["rows_accepted"].as_array().unwrap().len() as u64;
    assert_eq!(sheet["rows_read"], expected["rows_read"]);
    assert_eq!(sheet["rows_accepted"], accepted);
    assert_eq!(sheet["rows_refused"], 16 - accepted);
}

#[test]
fn values_are_quoted_as_the_file_has_them() {
    let scene = Scene::of(Some("banque-horizon"));
    let preview = scene.document(&sample("fr_gains_avec_erreurs.csv"), &[]);
    let value = |row: u64| {
        let findings = preview["findings"].as_array().unwrap();
        let one = findings.iter().find(|one| one["row"] == row && one["severity"] != "note").unwrap();
        one["value"].as_str().unwrap_or_default().to_string()
    };
    let quoted: Vec<String> = [3, 5, 6, 9, 10, 13, 15, 17].into_iter().map(value).collect();
    let wanted =
        ["B99", "4,5 > 2,5 > 0,8", "n.d.", "45 > 30", "140 %", "12 of 14", "160000 > 600", "1.234,5"];
    assert_eq!(quoted, wanted);
}

#[test]
fn all_or_nothing_writes_nothing_and_valid_rows_come_in() {
    let scene = Scene::of(Some("banque-horizon"));
    let before = contents(&scene.dossier());
    let file = sample("fr_gains_avec_erreurs.csv");
    assert_eq!(scene.import(&file, &[]).status.code(), Some(1));
    assert_eq!(scene.document(&file, &["--accept", "--all-or-nothing"])["ending"], "refused");
    assert_eq!(contents(&scene.dossier()), before);
    let refused = scene.path("refused.csv");
    let more = ["--accept", "--refused", refused.to_str().unwrap()];
    let accepted = scene.document(&file, &more);
    assert_eq!(accepted["ending"], "accepted");
    let lines = fs::read_to_string(scene.dossier().join("benefit_lines.csv")).unwrap();
    assert!(lines.contains("X-1,") && !lines.contains("X-2,"), "only valid rows come in");
    let refused = fs::read_to_string(refused).unwrap();
    let heading = refused.lines().next().unwrap();
    assert!(heading.starts_with("\u{feff}id investissement;variante;ligne;levier;"), "{heading}");
    assert!(heading.ends_with(";findings"), "{heading}");
    assert_eq!(refused.lines().count(), 11);
}

#[test]
fn corrected_refused_rows_come_in_by_themselves() {
    let scene = Scene::of(Some("banque-horizon"));
    let refused = scene.path("refused.csv");
    let more = ["--accept", "--refused", refused.to_str().unwrap()];
    scene.document(&sample("fr_gains_avec_erreurs.csv"), &more);
    let text = fs::read_to_string(&refused).unwrap().replace("B99", "B02").replace("LB-XYZ", "LB-AHT");
    let again = scene.document(&scene.file("again.csv", text.as_bytes()), &["--accept"]);
    assert_eq!(again["sheets"][0]["mapping"], "remembered");
    let lines = fs::read_to_string(scene.dossier().join("benefit_lines.csv")).unwrap();
    assert!(lines.contains("X-2,") && lines.contains("X-3,"), "corrected rows come in");
}
