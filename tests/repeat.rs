//! The same answer, byte for byte: again, and with the rows and columns of every table in another order.

#[allow(dead_code, reason = "shared with the enumeration, which draws more")]
#[path = "brute_force/chance.rs"]
mod chance;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chance::Chance;

const SAMPLES: [&str; 2] = ["banque-horizon", "maison-lumen"];

const COMMANDS: [&[&str]; 4] = [
    &["appraise", "--json"],
    &["choose", "--json"],
    &["choose", "--value", "additive", "--json"],
    &["choose", "--scenario", "S-INFEAS-ROLE", "--json"],
];

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

fn printed(arguments: &[&str], dossier: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_cxfolio"))
        .args(arguments)
        .arg(dossier)
        .output()
        .expect("the program");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.starts_with('{'), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for name in SAMPLES {
        for command in COMMANDS {
            assert_eq!(
                printed(command, &sample(name)),
                printed(command, &sample(name)),
                "{name} {command:?}"
            );
        }
    }
}

#[test]
fn the_order_of_rows_and_columns_changes_nothing() {
    for name in SAMPLES {
        let expected: Vec<String> = COMMANDS.iter().map(|command| printed(command, &sample(name))).collect();
        for seed in 0..3 {
            let folder = tempfile::tempdir().expect("a folder");
            let moved = reordered(&sample(name), folder.path(), &mut Chance::new(seed));
            assert!(moved > 20, "only {moved} tables were reordered");
            for (command, expected) in COMMANDS.iter().zip(&expected) {
                let found = printed(command, folder.path());
                assert!(
                    found == *expected,
                    "{name} {command:?} with seed {seed}: {}",
                    difference(&found, expected)
                );
            }
        }
    }
}

/// Copies a dossier with rows and columns shuffled; returns how many tables had rows to shuffle.
fn reordered(from: &Path, to: &Path, chance: &mut Chance) -> usize {
    let mut moved = 0;
    for entry in fs::read_dir(from).expect("a sample") {
        let path = entry.expect("a file").path();
        let target = to.join(path.file_name().expect("a name"));
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("csv") => moved += usize::from(shuffle_table(&path, &target, chance)),
            Some("json") if path.ends_with("workspace.json") => {
                fs::copy(&path, &target).expect("a copy");
            }
            _ => {}
        }
    }
    moved
}

fn shuffle_table(from: &Path, to: &Path, chance: &mut Chance) -> bool {
    let mut reader = csv::Reader::from_path(from).expect("a table");
    let headings: Vec<String> = reader.headers().expect("headings").iter().map(str::to_string).collect();
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("a row").iter().map(str::to_string).collect()).collect();
    let before = rows.clone();
    shuffle(&mut rows, chance);
    let mut columns: Vec<usize> = (0..headings.len()).collect();
    shuffle(&mut columns, chance);
    let mut writer = csv::Writer::from_path(to).expect("a table");
    writer.write_record(columns.iter().map(|column| &headings[*column])).expect("headings");
    for row in &rows {
        writer.write_record(columns.iter().map(|column| &row[*column])).expect("a row");
    }
    writer.flush().expect("a table");
    rows != before
}

fn shuffle<T>(list: &mut [T], chance: &mut Chance) {
    for end in (1..list.len()).rev() {
        list.swap(end, chance.below(end + 1));
    }
}

/// The first line that differs.
fn difference(found: &str, expected: &str) -> String {
    let lines = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
    format!("{lines:?}")
}
