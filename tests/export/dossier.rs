//! The dossier out and back: every form keeps every cell, and formulas in texts are neutralised and restored.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use cxfolio::ingest::columns::holds_numbers;
use cxfolio::ingest::folder::read;
use cxfolio::ingest::stored::{Stored, open};
use cxfolio::wire::decimal::decimal;
use cxfolio::wire::formula_text::restored;

use crate::samples::{ALL, export, exported, sample};

fn stored(path: &Path) -> Stored {
    let mut findings = Vec::new();
    open(path, &mut findings).expect("a dossier")
}

/// A copy of a sample with texts that a spreadsheet would compute, an unknown column, and a number of 17 digits.
fn spiked(folder: &Path) -> PathBuf {
    let to = folder.join("spiked");
    fs::create_dir(&to).expect("a folder");
    for entry in fs::read_dir(sample("minimal")).expect("a sample") {
        let entry = entry.expect("an entry");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
    }
    let investments = "id,name_en,name_fr,reason,exit_cost_eur,mine\n\
                       KB,\"=HYPERLINK(\"\"http://x\"\")\",''=1+1,\"-2+3; a, b\",-0.12345678901234567,@me\n\
                       BOT,+cmd|' /C calc'!A0,'''=x,-5,1.50,＝1\n";
    fs::write(to.join("investments.csv"), investments).expect("a table");
    to
}

/// Every cell by table, row and heading, numbers in their shortest form.
fn cells_of(stored: &Stored) -> BTreeMap<(String, usize, String), String> {
    let mut cells = BTreeMap::new();
    for (name, table) in &stored.tables {
        for (row, record) in table.records.iter().enumerate() {
            for (heading, cell) in table.headings.iter().zip(&record.cells) {
                cells.insert((name.clone(), row + 1, heading.clone()), plain(name, heading, cell));
            }
        }
    }
    cells
}

fn plain(table: &str, heading: &str, cell: &str) -> String {
    match holds_numbers(table, heading).then(|| decimal(cell.trim()).ok()).flatten() {
        Some(number) => number.normalize().to_string(),
        None => cell.to_string(),
    }
}

#[test]
fn a_folder_reads_back_to_the_same_dossier() {
    for name in ALL {
        let folder = tempfile::tempdir().expect("a folder");
        let copy = folder.path().join("copy/");
        exported(&sample(name), &copy, &[]);
        let (before, after) = (read(&sample(name)).unwrap(), read(&copy).unwrap());
        assert_eq!(after.fingerprint, before.fingerprint, "{name}");
        assert_eq!(cells_of(&stored(&copy)), cells_of(&stored(&sample(name))), "{name}");
    }
}

#[test]
fn the_long_file_holds_every_cell_in_both_locales() {
    let folder = tempfile::tempdir().expect("a folder");
    let dossiers = ALL.map(sample).into_iter().chain([spiked(folder.path())]);
    for (number, dossier) in dossiers.enumerate() {
        for (locale, separator, mark) in [("en", b',', "."), ("fr", b';', ",")] {
            let file = folder.path().join(format!("{number}-{locale}.csv"));
            exported(&dossier, &file, &["--locale", locale]);
            let bytes = fs::read(&file).expect("a file");
            assert_eq!(bytes.starts_with("\u{feff}".as_bytes()), locale == "fr");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let text = text.trim_start_matches('\u{feff}');
            let mut found = BTreeMap::new();
            let mut settings = 0;
            let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
            for record in reader.records() {
                let record = record.expect("four cells");
                let (table, heading, value) = (&record[0], restored(&record[2]), restored(&record[3]));
                if table == "workspace" {
                    settings += 1;
                    continue;
                }
                let is_number = holds_numbers(table, heading);
                let value = if is_number { value.replace(mark, ".") } else { value.to_string() };
                let row = record[1].parse().expect("a row");
                found.insert((table.to_string(), row, heading.to_string()), plain(table, heading, &value));
            }
            assert_eq!(found, cells_of(&stored(&dossier)), "{locale} {}", dossier.display());
            assert!(settings > 5, "{settings} settings");
        }
    }
}

#[test]
fn the_workbook_holds_every_cell_and_computes_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let dossiers = ALL.map(sample).into_iter().chain([spiked(folder.path())]);
    for (number, dossier) in dossiers.enumerate() {
        let file = folder.path().join(format!("{number}.xlsx"));
        exported(&dossier, &file, &[]);
        let mut workbook: Xlsx<_> = open_workbook(&file).expect("a workbook");
        let stored = stored(&dossier);
        let mut found = BTreeMap::new();
        for (name, table) in &stored.tables {
            let sheet = workbook.worksheet_range(name).expect("a sheet");
            let formulas = workbook.worksheet_formula(name).expect("a sheet");
            assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
            for row in 1..=table.records.len() {
                for (column, heading) in table.headings.iter().enumerate() {
                    let cell = sheet.get_value((row as u32, column as u32)).unwrap_or(&Data::Empty);
                    let text = match cell {
                        Data::Empty => String::new(),
                        Data::Float(number) => {
                            assert!(holds_numbers(name, heading), "{name} {heading} is text");
                            number.to_string()
                        }
                        Data::Int(number) => number.to_string(),
                        Data::String(text) => text.clone(),
                        other => panic!("{name} {row} {heading}: {other:?}"),
                    };
                    found.insert((name.clone(), row, heading.clone()), plain(name, heading, &text));
                }
            }
        }
        let expected: BTreeMap<_, _> = cells_of(&stored);
        for (place, cell) in &expected {
            assert_eq!(found.get(place), Some(cell), "{place:?}");
        }
        let settings = workbook.worksheet_range("workspace").expect("the settings");
        assert!(settings.height() > 5);
    }
}

#[test]
fn texts_that_look_like_formulas_leave_as_texts() {
    let folder = tempfile::tempdir().expect("a folder");
    let dossier = spiked(folder.path());
    let copy = folder.path().join("copy/");
    exported(&dossier, &copy, &[]);
    let written = fs::read_to_string(copy.join("investments.csv")).expect("a table");
    assert!(
        written
            .contains("\"'=HYPERLINK(\"\"http://x\"\")\",''=1+1,\"'-2+3; a, b\",-0.12345678901234567,'@me"),
        "{written}"
    );
    assert!(written.contains("'+cmd|' /C calc'!A0,'''=x,-5,1.50,'＝1"), "{written}");
    let (before, after) = (cells_of(&stored(&dossier)), cells_of(&stored(&copy)));
    assert_eq!(after, before);
}

#[test]
fn the_french_folder_writes_commas_in_columns_of_numbers_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy/");
    exported(&sample("banque-horizon"), &copy, &["--locale", "fr"]);
    let levers = fs::read_to_string(copy.join("cost_lines.csv")).expect("a table");
    let first = levers.lines().nth(1).expect("a row");
    assert_eq!(first, "B01;core;B01-core-build;build;opex;2050000;1050000;0;0;0;0;0,92;1,35");
    assert!(levers.starts_with('\u{feff}'));
}

#[test]
fn nothing_is_replaced_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let dossier = sample("minimal");
    for (output, more) in [("a.xlsx", &[][..]), ("a.csv", &[]), ("copy/", &[]), ("r.xlsx", &["--results"])] {
        let output = folder.path().join(output);
        exported(&dossier, &output, more);
        let again = export(&dossier, &output, more);
        assert_eq!(again.status.code(), Some(4), "{output:?}");
        assert!(String::from_utf8_lossy(&again.stderr).contains("--force"), "{output:?}");
        exported(&dossier, &output, &[more, &["--force"]].concat());
    }
    let copy = folder.path().join("copy");
    fs::write(copy.join("risks.csv"), "investment_id\n").expect("a table");
    let foreign = export(&dossier, &copy, &["--force"]);
    assert_eq!(foreign.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&foreign.stderr).contains("risks.csv"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let dossier = sample("minimal");
    for (output, more) in [
        ("a.pdf", &[][..]),
        ("a.csv", &["--results"]),
        ("a.xlsx", &["--all-options"]),
        ("a.xlsx", &["--scenario", "S"]),
        ("a.xlsx", &["--results", "--locale", "fr"]),
    ] {
        let run = export(&dossier, &folder.path().join(output), more);
        assert_eq!(run.status.code(), Some(2), "{output} {more:?}");
    }
    let absent = export(&folder.path().join("none"), &folder.path().join("a.csv"), &[]);
    assert_eq!(absent.status.code(), Some(4));
}
