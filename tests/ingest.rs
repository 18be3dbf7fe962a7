//! What is promised of reading a dossier: nothing lost, everything wrong told with its place, no order that matters.

use std::fs;
use std::path::{Path, PathBuf};

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::finding::Severity;
use cxfolio::domain::investment::Variant;
use cxfolio::domain::settings::TimingConvention;
use cxfolio::ingest::folder::{Reading, read};
use proptest::prelude::*;
use rust_decimal::dec;

const SAMPLES: [&str; 2] = ["banque-horizon", "maison-lumen"];

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

fn tables(name: &str) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(sample(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "csv") || path.ends_with("workspace.json"))
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn read_files<Text: AsRef<[u8]>>(files: &[(String, Text)]) -> Reading {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    read(folder.path()).unwrap()
}

/// The bank with one text replaced, once, in one file.
fn edited(file: &str, from: &str, to: &str) -> Reading {
    let mut files = tables(SAMPLES[0]);
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    *text = text.replacen(from, to, 1);
    read_files(&files)
}

fn without(file: &str) -> Reading {
    let files: Vec<_> = tables(SAMPLES[0]).into_iter().filter(|(name, _)| name != file).collect();
    read_files(&files)
}

fn assert_found(reading: &Reading, code: &str, severity: Severity, file: &str, row: u32, column: &str) {
    let found = reading.findings.iter().any(|finding| {
        finding.code == code
            && finding.severity == severity
            && &*finding.place.file == file
            && finding.place.row == row
            && finding.column == column
            && !finding.message.en.is_empty()
            && !finding.message.fr.is_empty()
    });
    let all: Vec<_> = reading
        .findings
        .iter()
        .map(|finding| (finding.code, &finding.place, &finding.column, &finding.value))
        .collect();
    assert!(found, "no {code} at {file} row {row} column {column} among {all:#?}");
}

/// The dossier as text without places.
fn content(dossier: &Dossier) -> String {
    let text = format!("{dossier:#?}");
    let mut lines = text.lines();
    let mut kept = String::new();
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("place: Place {") {
            assert!(lines.by_ref().take(3).count() == 3);
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    assert!(!kept.lines().any(|line| line.trim_start().starts_with("row:")));
    kept
}

#[test]
fn both_samples_are_read_without_any_finding() {
    for name in SAMPLES {
        let reading = read(&sample(name)).unwrap();
        assert_eq!(reading.findings, [], "{name}");
        assert_eq!(reading.dossier.settings.id, name);
    }
}

#[test]
fn every_row_of_the_samples_becomes_a_noun() {
    for name in SAMPLES {
        let dossier = read(&sample(name)).unwrap().dossier;
        let variants: Vec<&Variant> = dossier.variants().map(|(_, variant)| variant).collect();
        let investments = &dossier.investments;
        let counts = [
            ("objectives", dossier.objectives.len()),
            ("stakeholder_weights", dossier.stakeholder_weights.len()),
            ("ahp_pairs", dossier.pair_judgements.len()),
            ("levers", dossier.levers.iter().filter(|lever| lever.formula.is_some()).count()),
            ("personas", dossier.personas.len()),
            ("persona_criteria", dossier.criterion_points.len()),
            ("service_levels", dossier.service_levels.len()),
            ("journeys", dossier.journeys.len()),
            ("channels", dossier.channels.len()),
            ("channel_switches", dossier.channel_switches.len()),
            ("moments", dossier.moments.len()),
            ("moment_importance", dossier.importances.len()),
            ("ecosystem_nodes", dossier.nodes.len()),
            ("ecosystem_edges", dossier.edges.len()),
            ("problems", dossier.problems.iter().filter(|problem| problem.whys.len() == 5).count()),
            ("capabilities", dossier.capabilities.len()),
            ("roles", dossier.roles.iter().filter(|role| role.capacity.len() == 3).count()),
            ("investments", investments.len()),
            ("investment_criteria", investments.iter().filter(|one| one.criteria.len() == 7).count()),
            ("moment_effects", investments.iter().map(|one| one.moment_effects.len()).sum()),
            ("node_effects", investments.iter().map(|one| one.node_effects.len()).sum()),
            ("risks", investments.iter().map(|one| one.risks.len()).sum()),
            ("variants", variants.len()),
            ("cost_lines", variants.iter().map(|variant| variant.cost_lines.len()).sum()),
            ("benefit_lines", variants.iter().map(|variant| variant.benefit_lines.len()).sum()),
            ("role_demand", variants.iter().map(|variant| variant.role_demand.len()).sum()),
            ("dependencies", dossier.dependencies.len()),
            ("scenarios", dossier.scenarios.iter().map(|scenario| scenario.overrides.len()).sum()),
            ("questions", dossier.questions.len()),
            ("evidence", dossier.evidence.iter().filter(|piece| piece.date.is_some()).count()),
            ("studies", dossier.studies.len()),
        ];
        for (table, count) in counts {
            let rows =
                csv::Reader::from_path(sample(name).join(format!("{table}.csv"))).unwrap().records().count();
            assert_eq!(count, rows, "{name} {table}");
        }
    }
}

#[test]
fn figures_of_the_bank_are_read_exactly() {
    let dossier = read(&sample("banque-horizon")).unwrap().dossier;
    let settings = &dossier.settings;
    assert_eq!((settings.currency.as_str(), settings.base_year, settings.horizon), ("EUR", 2027, 5));
    assert_eq!(settings.discount_rate, dec!(0.09));
    assert_eq!(settings.timing, TimingConvention::EndOfYear);
    assert_eq!(
        settings.budgets.values().copied().collect::<Vec<_>>(),
        [dec!(9200000), dec!(8200000), dec!(7400000)]
    );
    assert_eq!(settings.run_rate_caps.get(&3), Some(&dec!(6000000)));
    assert_eq!(settings.evidence.len(), 6);
    assert_eq!(settings.criteria["NOVEL"].fr, "Nouveauté");
    let direct = dossier.lever(&"LB-DIR".into()).unwrap();
    assert_eq!(direct.kpi_per_unit, Some(dec!(-0.00000087)));
    assert_eq!(direct.cap, None);
    let core = dossier.variant(&"B01".into(), &"core".into()).unwrap();
    let build = core.cost_lines.iter().find(|line| line.id == "B01-core-build").unwrap();
    assert_eq!(build.amounts[..3], [Some(dec!(2050000)), Some(dec!(1050000)), Some(dec!(0))]);
    assert_eq!(core.benefit_lines[0].ramp, [dec!(0.1), dec!(0.5), dec!(0.85), dec!(1), dec!(1)]);
    let mandatory: Vec<_> =
        dossier.investments.iter().filter(|one| one.is_mandatory).map(|one| one.id.as_str()).collect();
    assert_eq!(mandatory, ["B27"]);
}

#[test]
fn a_bundle_says_the_same_as_its_tables() {
    for name in SAMPLES {
        let (folder, bundle) =
            (read(&sample(name)).unwrap(), read(&sample(name).join("bundle.json")).unwrap());
        assert_eq!(bundle.findings, [], "{name}");
        assert_eq!(content(&folder.dossier), content(&bundle.dossier), "{name}");
        assert_eq!(folder.fingerprint, bundle.fingerprint, "{name}");
    }
}

#[test]
fn the_layout_of_the_files_changes_nothing() {
    for name in SAMPLES {
        let plain = read(&sample(name)).unwrap();
        let turned: Vec<_> = tables(name)
            .into_iter()
            .map(
                |(file, text)| {
                    if file.ends_with(".csv") { (file, turned_around(&text)) } else { (file, text) }
                },
            )
            .collect();
        let turned = read_files(&turned);
        assert_eq!(turned.findings, [], "{name}");
        assert_eq!(content(&plain.dossier), content(&turned.dossier), "{name}");
        assert_eq!(plain.fingerprint, turned.fingerprint, "{name}");
    }
}

/// The same table with rows and columns in reverse, a byte-order mark and Windows line endings.
fn turned_around(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().rev().map(String::from).collect()).collect();
    rows[1..].reverse();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    format!("\u{feff}{}", String::from_utf8(writer.into_inner().unwrap()).unwrap())
}

#[test]
fn another_figure_is_another_fingerprint() {
    let plain = read(&sample(SAMPLES[0])).unwrap().fingerprint;
    assert_ne!(plain, edited("cost_lines.csv", "2050000", "2050001").fingerprint);
    assert_ne!(plain, edited("workspace.json", "0.09", "0.091").fingerprint);
    assert_eq!(plain, edited("cost_lines.csv", "2050000", " 2050000.00 ").fingerprint);
}

#[test]
fn every_bad_cell_is_told_with_its_place() {
    use Severity::{Error, Warning};
    #[rustfmt::skip]
    let cases = [
        ("personas.csv", ",0.085,", ",1.085,", "share_out_of_range", Error, 2, "annual_churn"),
        ("personas.csv", "260000", "260 000", "number_invalid", Error, 2, "customers"),
        ("personas.csv", "260000", "\"260,5\"", "number_invalid", Error, 2, "customers"),
        ("personas.csv", "260000", "-1", "number_out_of_range", Error, 2, "customers"),
        ("personas.csv", "260000", "", "cell_missing", Error, 2, "customers"),
        ("personas.csv", "260000,", "260000,7,", "row_ragged", Error, 2, ""),
        ("personas.csv", "P2,", "P1,", "id_duplicate", Error, 3, "id"),
        ("personas.csv", "annual_churn", "anual_churn", "column_unknown", Warning, 1, "anual_churn"),
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
        ("benefit_lines.csv", "0.4,1.2,2.0", "0.4,NC,2.0", "amount_withheld", Warning, 2, "effect_mode"),
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
        ("investment_criteria.csv", "EASE", "EASY", "column_unknown", Warning, 1, "EASY"),
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
        ("workspace.json", "{", "", "settings_invalid", Error, 0, ""),
        ("workspace.json", "\"horizon_years\": 5", "\"horizon_years\": 7", "year_column_missing", Warning, 1, "y6_eur"),
        ("workspace.json", "\"horizon_years\": 5", "\"horizon_years\": 4", "year_beyond_horizon", Warning, 1, "ramp_y5"),
    ];
    for (file, from, to, code, severity, row, column) in cases {
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
fn without_variants_every_investment_has_its_core() {
    let reading = without("variants.csv");
    assert_found(&reading, "table_missing", Severity::Note, "variants.csv", 0, "");
    assert_eq!(reading.dossier.variants().count(), 28);
    assert!(reading.dossier.variants().all(|(_, variant)| !variant.cost_lines.is_empty()));
    assert_found(&reading, "reference_unknown", Severity::Error, "cost_lines.csv", 5, "variant_id");
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
fn duplicates_are_decided_by_content_not_by_order() {
    let mut files = tables(SAMPLES[0]);
    let (_, channels) = files.iter_mut().find(|(name, _)| name == "channels.csv").unwrap();
    let plain = channels.clone();
    *channels = format!("{plain}CH-APP,Another app,Autre appli,9\n");
    let after = read_files(&files);
    let (_, channels) = files.iter_mut().find(|(name, _)| name == "channels.csv").unwrap();
    *channels = plain.replacen('\n', "\nCH-APP,Another app,Autre appli,9\n", 1);
    let before = read_files(&files);
    assert_eq!(content(&after.dossier), content(&before.dossier));
    assert_eq!(after.fingerprint, before.fingerprint);
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..40) {
        let mut files: Vec<(String, Vec<u8>)> =
            tables(SAMPLES[1]).into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
        let at = at % files.len();
        files[at].1 = bytes.clone();
        read_files(&files);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bundle.json");
        fs::write(&file, bytes).unwrap();
        let _ = read(&file);
    }

    #[test]
    fn mutated_cells_never_panic(
        cells in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), CELL), 1..40),
    ) {
        let mut files = tables(SAMPLES[0]);
        for (file, cell, text) in &cells {
            let (name, whole) = file.get(&files).clone();
            let starts: Vec<usize> = whole.match_indices([',', '\n', ':']).map(|(at, _)| at + 1).collect();
            let start = *cell.get(&starts);
            let end = whole[start..].find([',', '\n', '}']).map_or(whole.len(), |length| start + length);
            let changed = format!("{}{}{}", &whole[..start], text, &whole[end..]);
            files.iter_mut().find(|(known, _)| *known == name).unwrap().1 = changed;
        }
        let first = read_files(&files);
        let second = read_files(&files);
        prop_assert_eq!(&first.findings, &second.findings);
        prop_assert_eq!(first.fingerprint, second.fingerprint);
        let fresh = read(&sample(SAMPLES[0])).unwrap();
        prop_assert!(first.dossier.investments.len() <= fresh.dossier.investments.len() + cells.len());
    }
}

/// Cells that have broken readers before, beside any text.
const CELL: &str = "(|-|\\*|0|-1|1e9|1e-30|1e99999|-1e28|99999999999999999999999999999999|0\\.1e|NaN|null|true|\\[\\]|\\{\\}|\
                    \"|\"\"|a\"b|B01|P1|\\||n\\.d\\.|\u{e9}\u{202f}\u{0}|[0-9,.;e+-]{0,9}|.{0,6})";
