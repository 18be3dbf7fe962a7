//! A dossier written cell by cell and staged again: the same tables and settings, in both locales.

use std::collections::BTreeMap;

use cxfolio::domain::text::Language;
use cxfolio::ingest::stored::{Stored, open};
use cxfolio::intake::mapping::{SETTINGS, Shape};
use cxfolio::intake::propose::Hints;
use cxfolio::intake::propose::propose;
use cxfolio::intake::stage::stage;
use cxfolio::report::delimited::{Dialect, long_csv};
use cxfolio::report::workbook::dossier::dossier_workbook;
use cxfolio::report::written::{WrittenCell, WrittenDossier, WrittenTable, settings_rows};
use cxfolio::wire::decimal::decimal;
use cxfolio::wire::formula_text::neutralised;

use super::reading::Reading;

fn stored(name: &str) -> Stored {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
    open(&path, &mut Vec::new()).expect("a sample")
}

fn written(stored: &Stored) -> WrittenDossier {
    let cell = |table: &str, heading: &str, text: &str| {
        let is_number = cxfolio::ingest::columns::holds_numbers(table, heading);
        match decimal(text).ok().filter(|_| is_number) {
            _ if text.is_empty() => WrittenCell::Blank,
            Some(value) => WrittenCell::Number { value, text: text.to_string() },
            None => WrittenCell::Text(text.to_string()),
        }
    };
    let tables = stored.tables.iter().map(|(name, table)| WrittenTable {
        name: name.clone(),
        headings: table.headings.clone(),
        rows: table
            .records
            .iter()
            .map(|record| {
                table
                    .headings
                    .iter()
                    .zip(&record.cells)
                    .map(|(heading, text)| cell(name, heading, text))
                    .collect()
            })
            .collect(),
    });
    let settings = stored.settings.value.as_ref().ok().and_then(Option::as_ref).map(settings_rows);
    WrittenDossier { settings: settings.unwrap_or_default(), settings_json: None, tables: tables.collect() }
}

type Cells = BTreeMap<(String, usize, String), String>;

fn cells_of(stored: &Stored) -> Cells {
    let mut cells = BTreeMap::new();
    for (name, table) in &stored.tables {
        for (row, record) in table.records.iter().enumerate() {
            for (heading, text) in table.headings.iter().zip(&record.cells) {
                cells.insert((name.clone(), row, heading.clone()), shortest(text));
            }
        }
    }
    cells
}

fn shortest(text: &str) -> String {
    decimal(text).map_or(text.trim().to_string(), |number| number.normalize().to_string())
}

fn cells_staged(tables: &[cxfolio::intake::staged::StagedTable]) -> Cells {
    let mut cells = BTreeMap::new();
    for table in tables {
        for (row, staged) in table.rows.iter().enumerate() {
            for (column, cell) in table.columns.iter().zip(&staged.cells) {
                cells
                    .insert((table.schema.name.to_string(), row, column.field.clone()), shortest(&cell.text));
            }
        }
    }
    cells
}

#[test]
fn the_long_file_comes_back_in_both_locales() {
    for name in ["banque-horizon", "maison-lumen", "bureau-plan", "minimal"] {
        let stored = stored(name);
        let written = written(&stored).with_text(neutralised);
        for language in [Language::English, Language::French] {
            let bytes = long_csv(&written, Dialect::of(language));
            let mut reading = Reading::of_bytes("dossier.csv", &bytes);
            let proposal = reading.propose(&Hints::default());
            assert_eq!(proposal.mapping.shape, Shape::DossierLong, "{name}");
            let done = reading.stage(&proposal.mapping);
            assert_eq!(done.errors(), [], "{name} {language:?}");
            assert_eq!(cells_staged(&done.staged.tables), cells_of(&stored), "{name} {language:?}");
            let settings = stored.settings.value.clone().expect("settings");
            assert_eq!(done.staged.settings, settings, "{name} {language:?}");
        }
    }
}

/// Settings by path; a workbook keeps no zeros behind the point.
fn shown(settings: &serde_json::Value) -> Vec<(String, String)> {
    let rows = settings_rows(settings).into_iter().map(|(path, cell)| match cell {
        WrittenCell::Number { value, .. } => (path, value.normalize().to_string()),
        other => (path, format!("{other:?}")),
    });
    rows.collect()
}

#[test]
fn a_workbook_with_a_sheet_per_table_comes_back() {
    for name in ["banque-horizon", "bureau-plan"] {
        let stored = stored(name);
        let bytes = dossier_workbook(&written(&stored)).unwrap_or_else(|_| panic!("a workbook"));
        let mut reading = Reading::of_bytes("dossier.xlsx", &bytes);
        let (mut tables, mut settings) = (Vec::new(), None);
        for sheet in &reading.source.sheets {
            let proposal =
                propose(&reading.source, sheet, &Hints::default(), &mut reading.findings).expect("a sheet");
            let wanted = sheet.name.as_deref();
            let found = proposal.mapping.table.as_deref();
            let is_scenarios = proposal.mapping.shape == Shape::Scenarios && wanted == Some("scenarios");
            assert!(found == wanted || is_scenarios, "{wanted:?} is taken for {found:?}");
            let staged =
                stage(&reading.source, sheet, &proposal.mapping, &mut reading.findings).expect("a sheet");
            tables.extend(staged.tables);
            settings = settings.or(staged.settings.filter(|_| found == Some(SETTINGS)));
        }
        let errors: Vec<_> = reading
            .findings
            .iter()
            .filter(|finding| finding.severity == cxfolio::domain::finding::Severity::Error)
            .map(|finding| {
                (finding.code, &finding.place.file, finding.place.row, &finding.column, &finding.value)
            })
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        assert_eq!(cells_staged(&tables), cells_of(&stored), "{name}");
        let own = stored.settings.value.clone().expect("settings");
        assert_eq!(settings.as_ref().map(shown), own.as_ref().map(shown), "{name}");
    }
}
