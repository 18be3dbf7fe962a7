//! What the tests of commands share: samples, samples with their rows turned round, and runs of the program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cxfolio::app::open::Source;
use serde_json::Value;

pub const SAMPLES: [&str; 2] = ["banque-horizon", "maison-lumen"];

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

pub fn source(path: &Path) -> Source {
    Source::path(path.to_path_buf())
}

/// The same sample with the rows of every table in reverse order.
pub fn turned_round(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(sample(name)).expect("a sample") {
        let path = entry.expect("an entry").path();
        let target = folder.path().join(path.file_name().expect("a name"));
        if path.extension().is_some_and(|end| end == "csv") {
            turn_round(&path, &target);
        } else if path.ends_with("workspace.json") {
            std::fs::copy(&path, &target).expect("a copy");
        }
    }
    folder
}

fn turn_round(from: &Path, to: &Path) {
    let mut reader = csv::Reader::from_path(from).expect("a table");
    let headings = reader.headers().expect("headings").clone();
    let mut rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    rows.reverse();
    let mut writer = csv::Writer::from_path(to).expect("a table to write");
    writer.write_record(&headings).expect("headings written");
    rows.iter().for_each(|row| writer.write_record(row).expect("a row written"));
    writer.flush().expect("all written");
}

/// Runs the program itself.
pub fn run(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_cxfolio");
    Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program runs")
}

/// The standard output of a run that must end well.
pub fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

pub fn published(file: &str) -> Value {
    let path = sample("banque-horizon").join("expected").join(file);
    json(&std::fs::read_to_string(path).expect("a published file"))
}

/// An amount as printed in a document.
pub fn amount(value: &Value) -> f64 {
    value.as_str().expect("an amount as text").parse().expect("a decimal")
}

pub fn near(found: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((found - expected).abs() <= tolerance + 1e-9, "{what}: {found} instead of {expected}");
}

/// The table lines a terminal must hold without breaking them.
pub fn too_wide(text: &str, width: usize) -> Vec<&str> {
    text.lines().filter(|line| line.chars().count() > width).collect()
}
