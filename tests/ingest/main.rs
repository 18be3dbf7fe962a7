//! What is promised of reading a dossier: nothing lost, everything wrong told with its place, no order that matters.

use std::fs;
use std::path::{Path, PathBuf};

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::finding::Severity;
use cxfolio::ingest::folder::{Reading, read};

mod faults;
mod limits;
mod reading;
mod robust;

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
    edited_in(SAMPLES[0], file, from, to)
}

/// A sample with one text replaced, once, in one file.
fn edited_in(name: &str, file: &str, from: &str, to: &str) -> Reading {
    let mut files = tables(name);
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
    assert!(text.contains(from), "{file} holds no {from}");
    *text = text.replacen(from, to, 1);
    read_files(&files)
}

fn without(file: &str) -> Reading {
    let files: Vec<_> = tables(SAMPLES[0]).into_iter().filter(|(name, _)| name != file).collect();
    read_files(&files)
}

/// Fails unless the reading has this finding, in both languages.
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
