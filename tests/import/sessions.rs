//! What a controller does from day to day: wide files, next month's file, doubtful numbers, withheld amounts.

use std::fs;

use serde_json::Value;

use crate::scene::{Scene, program, sample};

fn amount(document: &Value, calendar_year: u64, kind: &str) -> String {
    let totals = document["totals"].as_array().unwrap().iter();
    let own = totals.filter(|total| total["calendar_year"] == calendar_year && total["kind"] == kind);
    let sum: rust_decimal::Decimal =
        own.map(|total| total["amount"].as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap()).sum();
    sum.normalize().to_string()
}

/// The sums of a column of the wide sample, added up by the test itself.
fn column_sum(name: &str) -> String {
    let text = fs::read_to_string(sample("en_simple_finance_file.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let at = reader.headers().unwrap().iter().position(|heading| heading == name).unwrap();
    let sum: rust_decimal::Decimal =
        reader.records().map(|row| row.unwrap()[at].parse::<rust_decimal::Decimal>().unwrap()).sum();
    sum.normalize().to_string()
}

#[test]
fn a_wide_sheet_becomes_a_dossier_whose_totals_tie_to_the_cent() {
    let scene = Scene::of(None);
    let file = sample("en_simple_finance_file.csv");
    let preview = scene.document(&file, &[]);
    assert_eq!(preview["ending"], "preview");
    assert!(!scene.dossier().exists(), "a preview writes nothing");
    assert_eq!(amount(&preview, 2027, "opex"), column_sum("cost_2027"));
    assert_eq!(amount(&preview, 2030, "opex"), column_sum("cost_2030"));
    assert_eq!(amount(&preview, 2028, "benefit"), column_sum("benefit_2028"));
    assert_eq!(amount(&preview, 2032, "benefit"), column_sum("benefit_2032"));
    assert_eq!(scene.document(&file, &["--accept"])["ending"], "accepted");
    let output = program().arg("choose").arg(scene.dossier()).arg("--json").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(plan["status"], "optimal");
}

#[test]
fn the_bank_s_own_exports_change_nothing() {
    let scene = Scene::of(Some("banque-horizon"));
    for name in ["fr_lignes_de_cout.csv", "fr_lignes_de_gain_cp1252.csv"] {
        let preview = scene.document(&sample(name), &[]);
        assert_eq!(preview["changes"], Value::Array(Vec::new()), "{name}: {:#}", preview["changes"]);
        assert_eq!(preview["sheets"][0]["rows_refused"], 0, "{name}");
    }
}

#[test]
fn a_number_that_can_be_read_in_two_ways_asks_and_an_option_answers() {
    let scene = Scene::of(Some("minimal"));
    let text = "investment_id;line_id;nature;accounting;y0_eur;y1_eur;y2_eur;y3_eur\nKB;KB-x;build;opex;1,234;2,345;0;0\n";
    let file = scene.file("costs.csv", text.as_bytes());
    let asked = scene.document(&file, &[]);
    let codes: Vec<&str> =
        asked["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"ambiguous_number"), "{codes:?}");
    assert_eq!(asked["sheets"][0]["rows_accepted"], 0);
    let answered = scene.document(&file, &["--decimal", ".", "--accept"]);
    assert_eq!(answered["ending"], "accepted");
    let lines = fs::read_to_string(scene.dossier().join("cost_lines.csv")).unwrap();
    assert!(lines.contains("KB-x") && lines.contains("1234"), "{lines}");
}

#[test]
fn a_withheld_amount_is_missing_in_every_total_and_never_zero() {
    let scene = Scene::of(Some("minimal"));
    let text = "investment_id,line_id,nature,accounting,y0_eur,y1_eur,y2_eur,y3_eur\nKB,KB-x,build,opex,100,NC,En cadrage,0\n";
    let document = scene.document(&scene.file("costs.csv", text.as_bytes()), &["--accept"]);
    let missing: u64 =
        document["totals"].as_array().unwrap().iter().map(|total| total["missing"].as_u64().unwrap()).sum();
    assert_eq!(missing, 2);
    let lines = fs::read_to_string(scene.dossier().join("cost_lines.csv")).unwrap();
    assert!(lines.contains("NC") && lines.contains("En cadrage"), "{lines}");
}

#[test]
fn changed_cells_are_told_with_old_and_new_and_gone_rows_only_leave_when_asked() {
    let scene = Scene::of(Some("minimal"));
    let path = scene.dossier().join("cost_lines.csv");
    let text = fs::read_to_string(&path).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let dropped = lines.pop().unwrap().split(',').nth(1).unwrap().to_string();
    let file = scene.file("cost_lines.csv", lines.join("\n").replace("60000", "61000").as_bytes());
    let change = &scene.document(&file, &[])["changes"][0];
    assert_eq!(
        (&change["changed"][0]["old"], &change["changed"][0]["new"]),
        (&"60000".into(), &"61000".into())
    );
    assert!(change["gone"][0].as_str().unwrap().contains(&dropped), "{change}");
    scene.document(&file, &["--accept"]);
    assert!(fs::read_to_string(&path).unwrap().contains(&dropped));
    scene.document(&file, &["--accept", "--replace"]);
    assert!(!fs::read_to_string(&path).unwrap().contains(&dropped));
}
