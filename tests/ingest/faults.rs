//! Whatever is wrong in a dossier is a finding with its place, and the rest is read.

use std::fs;

use cxfolio::check::check;
use cxfolio::domain::finding::Severity::{self, Error, Note, Warning};
use cxfolio::ingest::folder::read;
use cxfolio::ingest::shelf::decision_model;
use rust_decimal::dec;

use crate::{SAMPLES, assert_found, edited, read_files, sample, tables, without};

/// File, text, what it is replaced by, and the finding this must give: code, severity, row, column.
#[rustfmt::skip]
const CASES: &[(&str, &str, &str, &str, Severity, u32, &str)] = &[
    ("personas.csv", ",0.085,", ",1.085,", "share_out_of_range", Error, 2, "annual_churn"),
    ("personas.csv", "260000", "260 000", "number_invalid", Error, 2, "customers"),
    ("personas.csv", "260000", "\"260,5\"", "number_invalid", Error, 2, "customers"),
    ("personas.csv", "260000", "-1", "number_out_of_range", Error, 2, "customers"),
    ("personas.csv", "260000", "", "cell_missing", Error, 2, "customers"),
    ("personas.csv", "260000,", "260000,7,", "row_ragged", Error, 2, ""),
    ("personas.csv", "P2,", "P1,", "id_duplicate", Error, 3, "id"),
    ("personas.csv", "annual_churn", "anual_churn", "column_unknown", Error, 1, "anual_churn"),
    ("personas.csv", "annual_churn", "anual_churn", "column_missing", Error, 1, "annual_churn"),
    ("personas.csv", "note_fr", "note_en", "column_duplicate", Error, 1, "note_en"),
    ("personas.csv", "note_fr", " ", "column_unnamed", Warning, 1, ""),
    ("cost_lines.csv", "2050000", "", "amount_missing", Warning, 2, "y0_eur"),
    ("cost_lines.csv", "2050000", "n.d.", "amount_withheld", Warning, 2, "y0_eur"),
    ("cost_lines.csv", "2050000", "En cadrage", "amount_withheld", Warning, 2, "y0_eur"),
    ("cost_lines.csv", "2050000", "2050000000000", "number_too_large", Error, 2, "y0_eur"),
    ("cost_lines.csv", "2050000", "1e300", "number_too_large", Error, 2, "y0_eur"),
    ("cost_lines.csv", "2050000", "NaN", "number_invalid", Error, 2, "y0_eur"),
    ("cost_lines.csv", "B01,core,", "B01,cor,", "reference_unknown", Error, 2, "variant_id"),
    ("cost_lines.csv", "B01,core,", "B0,core,", "reference_unknown", Error, 2, "investment_id"),
    ("cost_lines.csv", ",build,", ",bild,", "choice_invalid", Error, 2, "nature"),
    ("cost_lines.csv", "0.92,1.35", "0.92,1350", "number_too_large", Error, 2, "high_multiplier"),
    ("benefit_lines.csv", "LB-ADV", "LB-AVD", "reference_unknown", Error, 2, "lever_id"),
    ("benefit_lines.csv", "0.4,1.2,2.0", "0.4,NC,2.0", "number_invalid", Error, 2, "effect_mode"),
    ("benefit_lines.csv", "0.4,1.2,2.0", "NC,NC,NC", "amount_withheld", Warning, 2, "effect_mode"),
    ("benefit_lines.csv", ",E1,", ",E7,", "choice_invalid", Error, 2, "evidence_level"),
    ("ecosystem_edges.csv", "N-C360,N-CRM", "N-C360,N-CRN", "reference_unknown", Error, 2, "to_id"),
    ("ecosystem_edges.csv", ",0.45,", ",1.45,", "number_out_of_range", Error, 2, "weight"),
    ("dependencies.csv", "B04,excludes,B01", "B04,excludes,B99", "reference_unknown", Error, 2, "to_id"),
    ("dependencies.csv", "B04,excludes,B01", "B04,excludes,B04", "dependency_on_itself", Error, 2, "to_id"),
    ("dependencies.csv", "B04,excludes,B01", "B04,forbids,B01", "choice_invalid", Error, 2, "type"),
    ("dependencies.csv", "B08,0.6", "B08,", "cell_missing", Error, 9, "factor"),
    ("moments.csv", "performance,0.055", "perfomance,0.055", "choice_invalid", Error, 2, "kano"),
    ("moments.csv", "M01,J1", "M01,J9", "reference_unknown", Error, 2, "journey_id"),
    ("moments.csv", "5.2,8.0", "52,8.0", "number_out_of_range", Error, 2, "performance"),
    ("evidence.csv", "2026-03-15", "15/03/2026", "date_invalid", Error, 2, "date"),
    ("evidence.csv", "EV-B-001,M01", "EV-B-001,M99", "reference_unknown", Error, 2, "target_id"),
    ("levers.csv", "114000", "", "lever_without_formula", Error, 2, "type"),
    ("levers.csv", ",O5,", ",O9,", "reference_unknown", Error, 2, "objective_id"),
    ("investments.csv", ",12,0,2,", ",12,0.5,2,", "integer_invalid", Error, 2, "earliest_start_year"),
    ("investments.csv", "CX|EX,0,12", "CX|EX,maybe,12", "choice_invalid", Error, 2, "mandatory"),
    ("role_demand.csv", "B01,core,R1", "B01,core,R99", "reference_unknown", Error, 2, "role_id"),
    ("investment_criteria.csv", "EASE", "EASY", "column_unknown", Error, 1, "EASY"),
    ("investment_criteria.csv", "EASE", "EASY", "column_missing", Error, 1, "EASE"),
    ("objectives.csv", "O1,O0", "O1,O00", "reference_unknown", Error, 3, "parent_id"),
    ("objectives.csv", ",min,4.77", ",,4.77", "cell_missing", Error, 3, "direction"),
    ("ahp_pairs.csv", "O1,O2,1", "O1,O2,0", "number_out_of_range", Error, 2, "ratio_a_over_b"),
    ("scenarios.csv", "amount,mul", "amount,times", "choice_invalid", Error, 3, "operation"),
    ("studies.csv", "B09|B08", "B09|B88", "reference_unknown", Error, 11, "target_investments"),
    ("workspace.json", "0.09", "9", "setting_invalid", Error, 0, "discount_rate"),
    ("workspace.json", "\"EUR\"", "\"euros\"", "setting_invalid", Error, 0, "currency"),
    ("workspace.json", "\"currency\"", "\"curency\"", "setting_unknown", Warning, 0, "curency"),
    ("workspace.json", "\"currency\"", "\"curency\"", "setting_missing", Error, 0, "currency"),
    ("workspace.json", "\"y1\": 8200000", "\"y1\": \"lots\"", "setting_invalid", Error, 0, "budget_eur.y1"),
    ("workspace.json", "\"rho\": 0.3", "\"rho\": 3", "setting_invalid", Error, 0, "evidence_scale.E0.rho"),
    ("personas.csv", "260000", "0", "persona_without_customers", Error, 2, "customers"),
    ("dependencies.csv", "B13,synergy,B15,1.05,", "B13,synergy,B15,1.05,\nB15,synergy,B13,1.05,", "dependency_duplicate", Error, 17, "type"),
    ("dependencies.csv", "B04,excludes,B01,,", "B04,excludes,B01,,\nB01,excludes,B04,,", "dependency_duplicate", Error, 2, "type"),
    ("dependencies.csv", "B19,requires,B26,,", "B19,requires,B26,,\nB19,Requires,B26,,", "dependency_duplicate", Error, 7, "type"),
    ("ahp_pairs.csv", "CFO,O1,O2,1", "CFO,O1,O2,1\nCFO,O2,O1,2", "judgement_duplicate", Error, 3, "objective_b"),
    ("ahp_pairs.csv", "CFO,O1,O3,2", "CFO,O1,O3,2\nCFO,O3,O1,0.5", "judgement_duplicate", Note, 4, "objective_b"),
    ("workspace.json", "\"currency\": \"EUR\",", "\"currency\": \"EUR\", \"currency\": \"USD\",", "json_shape_invalid", Error, 0, "currency"),
    ("workspace.json", "\"y1\": 8200000", "\"y1\": 8200000, \"y1\": 1", "json_shape_invalid", Error, 0, "budget_eur.y1"),
    ("levers.csv", "cap_units", "cap_unit", "column_unknown", Error, 1, "cap_unit"),
    ("levers.csv", "cap_units", "comment", "column_unknown", Warning, 1, "comment"),
    ("personas.csv", "note_fr", "note_de", "column_unknown", Warning, 1, "note_de"),
    ("role_demand.csv", "days_y1", "day_y1", "column_unknown", Error, 1, "day_y1"),
    ("roles.csv", "950,1350,", "950,,", "capacity_missing", Warning, 2, "capacity_days_y0"),
    ("roles.csv", "capacity_days_y1", "comment", "capacity_missing", Warning, 1, "capacity_days_y1"),
    ("workspace.json", "\"y1\": 8200000", "\"y1\": null", "budget_missing", Warning, 0, "budget_eur.y1"),
    ("workspace.json", "\"y3\": 6000000", "\"y3\": null", "budget_missing", Warning, 0, "run_rate_cap_eur.y3"),
    ("workspace.json", "\"budget_eur\"", "\"facts_2\"", "budget_missing", Warning, 0, "budget_eur"),
    ("workspace.json", "\"y1\": 8200000", "\"y9\": 8200000", "year_beyond_horizon", Warning, 0, "budget_eur.y9"),
    ("workspace.json", "\"y3\": 6000000", "\"y6\": 1", "year_beyond_horizon", Warning, 0, "run_rate_cap_eur.y6"),
    ("workspace.json", "9200000", "1e-12", "number_too_small", Error, 0, "budget_eur.y0"),
    ("cost_lines.csv", "2050000", "0.0000000001", "number_too_small", Error, 2, "y0_eur"),
    ("cost_lines.csv", "2050000", "1e-40", "number_too_small", Error, 2, "y0_eur"),
    ("cost_lines.csv", "0.92,1.35", "1e-10,1.35", "number_too_small", Error, 2, "low_multiplier"),
    ("benefit_lines.csv", "0.4,1.2,2.0", "-1e-10,1.2,2.0", "number_too_small", Error, 2, "effect_low"),
    ("levers.csv", ",30,", ",1e-10,", "number_too_small", Error, 2, "cap_units"),
    ("personas.csv", "260000", "1e-10", "number_too_small", Error, 2, "customers"),
    ("personas.csv", "P2,", "P2\u{0},", "character_invalid", Warning, 3, "id"),
    ("workspace.json", "Horizon Bank", "Horizon\\u0000 Bank", "character_invalid", Warning, 0, "name_en"),
    ("workspace.json", "{", "", "settings_invalid", Error, 0, ""),
    ("workspace.json", "\"horizon_years\": 5", "\"horizon_years\": 7", "year_column_missing", Warning, 1, "y6_eur"),
    ("workspace.json", "\"horizon_years\": 5", "\"horizon_years\": 4", "year_beyond_horizon", Warning, 1, "ramp_y5"),
];

#[test]
fn every_bad_cell_is_told_with_its_place() {
    for &(file, from, to, code, severity, row, column) in CASES {
        let place = match column {
            "y6_eur" => "cost_lines.csv",
            "ramp_y5" => "benefit_lines.csv",
            _ => file,
        };
        assert_found(&edited(file, from, to), code, severity, place, row, column);
    }
}

#[test]
fn a_slip_in_a_key_is_answered_with_the_key_that_was_meant() {
    let reading = edited("benefit_lines.csv", "LB-ADV", "LB-AVD");
    let finding = reading.findings.iter().find(|finding| finding.code == "reference_unknown").unwrap();
    assert_eq!(finding.suggestion.en, "Did you mean LB-ADV?");
    assert_eq!(finding.value, "LB-AVD");
}

#[test]
fn a_head_count_that_is_not_there_is_told_once() {
    for (customers, code) in [("", "cell_missing"), ("-5", "number_out_of_range"), ("x", "number_invalid")] {
        let reading = edited("personas.csv", "260000", customers);
        let told: Vec<_> = reading.findings.iter().filter(|finding| finding.column == "customers").collect();
        assert_eq!(told.iter().map(|finding| finding.code).collect::<Vec<_>>(), [code], "{customers}");
        let model = decision_model(None).unwrap().for_dossier(&reading.dossier.settings);
        let checked = check(&reading.dossier, &model);
        assert!(checked.iter().all(|finding| finding.column != "customers"), "{customers}");
    }
}

#[test]
fn what_is_stated_twice_counts_once() {
    let once = read_files(&tables(SAMPLES[0])).dossier;
    let twice =
        edited("dependencies.csv", "B13,synergy,B15,1.05,", "B13,synergy,B15,1.05,\nB15,synergy,B13,9,")
            .dossier;
    assert_eq!(once.dependencies.len(), twice.dependencies.len());
    let twice = edited("ahp_pairs.csv", "CFO,O1,O2,1", "CFO,O1,O2,1\nCFO,O2,O1,2").dossier;
    assert_eq!(once.pair_judgements.len(), twice.pair_judgements.len());
}

#[test]
fn a_bundle_holds_numbers_where_numbers_are_meant_and_each_key_once() {
    let bundle = fs::read_to_string(sample(SAMPLES[0]).join("bundle.json")).unwrap();
    let edited = |from: &str, to: &str| {
        assert!(bundle.contains(from));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bundle.json");
        fs::write(&file, bundle.replacen(from, to, 1)).unwrap();
        read(&file).unwrap()
    };
    for other in ["true", "[260000]"] {
        let reading = edited("\"customers\": 260000", &format!("\"customers\": {other}"));
        assert_found(&reading, "json_shape_invalid", Severity::Error, "bundle.json#personas", 1, "customers");
        assert_eq!(reading.dossier.personas[0].customers, dec!(0), "{other}");
    }
    let twice = edited("\"customers\": 260000", "\"customers\": 260000, \"customers\": 7");
    assert_found(&twice, "json_shape_invalid", Severity::Error, "bundle.json#personas", 1, "customers");
    assert_eq!(twice.dossier.personas[0].customers, dec!(260000));
    assert_eq!(edited("\"mandatory\": 0", "\"mandatory\": true").findings, []);
}

#[test]
fn all_faults_are_told_together() {
    let mut files = tables(SAMPLES[0]);
    for (_, text) in files.iter_mut().filter(|(name, _)| name.starts_with("persona") || name == "levers.csv")
    {
        *text = text.replace("0.", "0,");
    }
    let reading = read_files(&files);
    for file in ["personas.csv", "levers.csv"] {
        assert!(reading.findings.iter().any(|finding| &*finding.place.file == file), "{file}");
    }
    assert_eq!(reading.dossier.personas.len(), 5);
    assert!(reading.findings.is_sorted_by(|a, b| a.key() <= b.key()));
}

#[test]
fn a_missing_amount_is_never_zero() {
    for withheld in ["", "n.d.", "NC", "12,5 M", "99999999999999"] {
        let cell = format!("\"{withheld}\"");
        let dossier = edited("cost_lines.csv", "2050000", &cell).dossier;
        let core = dossier.variant(&"B01".into(), &"core".into()).unwrap();
        assert!(core.is_incomplete(), "{withheld}");
        assert_eq!(core.cost_lines.iter().find(|line| line.id == "B01-core-build").unwrap().amounts[0], None);
    }
    let dossier = edited("benefit_lines.csv", "LB-ADV", "LB-NONE").dossier;
    assert!(dossier.variant(&"B01".into(), &"core".into()).unwrap().is_incomplete());
}

#[test]
fn missing_tables_are_told_and_the_rest_is_read() {
    let reading = without("investments.csv");
    assert_found(&reading, "table_missing", Severity::Error, "investments.csv", 0, "");
    assert_eq!(reading.dossier.moments.len(), 16);
    let reading = without("workspace.json");
    assert_found(&reading, "settings_missing", Severity::Error, "workspace.json", 0, "");
    assert_eq!(reading.dossier.settings.discount_rate, dec!(0.10));
    assert_eq!(reading.dossier.investments.len(), 28);
}

#[test]
fn without_a_variants_table_the_lines_name_the_variants() {
    let reading = without("variants.csv");
    assert_found(&reading, "table_missing", Severity::Note, "variants.csv", 0, "");
    assert_eq!(reading.dossier.variants().count(), 38);
    assert!(reading.dossier.variants().all(|(_, variant)| !variant.cost_lines.is_empty()));
    assert!(reading.findings.iter().all(|finding| finding.severity != Severity::Error));
}

#[test]
fn files_that_are_no_table_of_a_dossier_are_told() {
    let mut files: Vec<(String, Vec<u8>)> =
        tables(SAMPLES[0]).into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let at = |files: &[(String, Vec<u8>)], wanted: &str| {
        files.iter().position(|(name, _)| name == wanted).unwrap()
    };
    let (channels, roles, risks) =
        (at(&files, "channels.csv"), at(&files, "roles.csv"), at(&files, "risks.csv"));
    files[channels].1 = b"id;name_en\nCH-APP;App\n".to_vec();
    files[roles].1 = b"id,name_fr\nR1,D\xe9veloppeur\n".to_vec();
    files[risks].1 = Vec::new();
    files.push(("investment.csv".to_string(), b"id\n".to_vec()));
    files.push(("README.md".to_string(), b"# notes".to_vec()));
    files.push(("settings.json".to_string(), b"{}".to_vec()));
    let reading = read_files(&files);
    assert_found(&reading, "separator_unexpected", Severity::Error, "channels.csv", 1, "");
    assert_found(&reading, "encoding_invalid", Severity::Error, "roles.csv", 2, "");
    assert_found(&reading, "file_empty", Severity::Error, "risks.csv", 0, "");
    assert_found(&reading, "table_unknown", Severity::Warning, "investment.csv", 0, "");
    assert_found(&reading, "settings_duplicate", Severity::Error, "settings.json", 0, "");
    assert!(reading.findings.iter().all(|finding| &*finding.place.file != "README.md"));
}

#[test]
fn where_there_is_nothing_to_read_one_sentence_says_so() {
    let folder = tempfile::tempdir().unwrap();
    assert!(read(folder.path()).unwrap_err().sentence.contains("no table"));
    assert!(read(&folder.path().join("nowhere")).unwrap_err().sentence.starts_with("There is no dossier"));
    let file = folder.path().join("x.json");
    for text in ["", "[]", "{", "{\"a\": 1}", "\u{0}"] {
        fs::write(&file, text).unwrap();
        assert!(read(&file).is_err(), "{text}");
    }
    fs::write(folder.path().join("bundle.json"), fs::read(sample(SAMPLES[0]).join("bundle.json")).unwrap())
        .unwrap();
    assert_eq!(read(folder.path()).unwrap().findings, []);
}
