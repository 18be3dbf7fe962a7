//! Each finding has a folder `tests/findings/<code>/` that provokes it: the tables that differ from `base/`, and the
//! lines of `expected.txt` (code, severity, file, row, column; `-` for no column). A file `<table>.absent` takes a table
//! of the base away. No rule is without a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cxfolio::check::{RULES, check};
use cxfolio::domain::finding::{Finding, Severity};
use cxfolio::experience::at_risk::MoneyAtRisk;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::experience::symptom::symptom_only;
use cxfolio::ingest::folder::read;
use cxfolio::ingest::shelf::decision_model;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings").join(name)
}

/// The names of the folders other than the base.
fn codes() -> BTreeSet<String> {
    let entries = fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap());
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name != "base").collect()
}

/// What reading and checking a dossier finds.
fn found_in(path: &Path) -> Vec<Finding> {
    let reading = read(path).unwrap();
    let model = decision_model(None).unwrap().for_dossier(&reading.dossier.settings);
    let mut findings = reading.findings;
    findings.extend(check(&reading.dossier, &model));
    findings
}

/// The base with the files of one folder put over it.
fn found_with(code: &str) -> Vec<Finding> {
    let dossier = tempfile::tempdir().unwrap();
    for from in [folder("base"), folder(code)] {
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match name.strip_suffix(".absent") {
                Some(table) => fs::remove_file(dossier.path().join(table)).unwrap(),
                None if name == "expected.txt" => {}
                None => drop(fs::copy(&path, dossier.path().join(&name)).unwrap()),
            }
        }
    }
    found_in(dossier.path())
}

/// A finding as a line of `expected.txt`.
fn line(finding: &Finding) -> String {
    let column = if finding.column.is_empty() { "-" } else { &finding.column };
    let Finding { code, place, .. } = finding;
    format!("{code} {} {} {} {column}", finding.severity.name(), place.file, place.row)
}

#[test]
fn every_rule_has_a_folder_that_provokes_it() {
    let folders = codes();
    let missing: Vec<_> =
        RULES.iter().map(|rule| rule.code).filter(|code| !folders.contains(*code)).collect();
    assert!(missing.is_empty(), "rules without a folder: {missing:?}");
}

#[test]
fn every_folder_gives_exactly_what_it_expects_of_its_code() {
    let mut faults = Vec::new();
    for code in codes() {
        let text = fs::read_to_string(folder(&code).join("expected.txt")).unwrap();
        let expected: Vec<&str> = text.lines().collect();
        let found: Vec<String> = found_with(&code).iter().map(line).collect();
        let is_own = |line: &str| line.split(' ').next() == Some(code.as_str());
        let n_own = |lines: &mut dyn Iterator<Item = &str>| lines.filter(|line| is_own(line)).count();
        let n_expected = n_own(&mut expected.iter().copied());
        let all_there = expected.iter().all(|wanted| found.iter().any(|line| line == wanted));
        if n_expected == 0 || !all_there || n_own(&mut found.iter().map(String::as_str)) != n_expected {
            faults.push(format!("{code}: expected {expected:#?}, found {found:#?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_base_has_nothing_to_find() {
    assert_eq!(found_in(&folder("base")).iter().map(line).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn findings_speak_both_languages_and_say_what_to_do() {
    for code in codes() {
        for finding in found_with(&code) {
            let texts = [&finding.message.en, &finding.message.fr];
            assert!(texts.iter().all(|text| text.ends_with(['.', '?'])), "{finding:?}");
            assert_ne!(finding.message.en, finding.message.fr);
            if RULES.iter().any(|rule| rule.code == finding.code) {
                assert!(
                    !finding.suggestion.en.is_empty() && !finding.suggestion.fr.is_empty(),
                    "{finding:?}"
                );
            }
        }
    }
}

#[test]
fn all_samples_are_without_error() {
    for name in ["banque-horizon", "maison-lumen", "bureau-plan"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
        let findings = found_in(&path);
        let errors: Vec<String> =
            findings.iter().filter(|finding| finding.severity == Severity::Error).map(line).collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
        assert!(!findings.is_empty(), "{name} has warnings worth reading");
    }
}

/// A finding and the map speak of the same thing, so they name the same candidates, personas and vendors.
#[test]
fn findings_say_what_the_map_shows() {
    let mut n_accused = 0;
    for name in ["banque-horizon", "maison-lumen"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
        let dossier = read(&path).unwrap().dossier;
        let model = decision_model(None).unwrap().for_dossier(&dossier.settings);
        let map = ExperienceMap::new(&dossier, &model);
        let findings = check(&dossier, &model);
        let rows = |code: &str| -> BTreeSet<u32> {
            findings.iter().filter(|finding| finding.code == code).map(|finding| finding.place.row).collect()
        };
        let accused = symptom_only(&dossier, &model, &map);
        n_accused += accused.len();
        let accused: BTreeSet<u32> =
            accused.iter().map(|one| dossier.investment(&one.investment).unwrap().place.row).collect();
        assert_eq!(rows("candidate_on_symptom_only"), accused, "{name}");
        let churns = MoneyAtRisk::of(&dossier, &model, &map).churn;
        let above = dossier.personas.iter().zip(churns).filter(|(_, churn)| churn.implied > churn.observed);
        let above: BTreeSet<u32> = above.map(|(persona, _)| persona.place.row).collect();
        assert_eq!(rows("implied_churn_above_observed"), above, "{name}");
    }
    assert!(n_accused > 0, "the samples hold at least one candidate on symptoms only");
}
