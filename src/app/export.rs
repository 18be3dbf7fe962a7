//! Export: the dossier as it is written down, ready for files of any form.

use std::path::Path;

use super::error::AppError;
use crate::domain::finding::{Finding, Severity};
use crate::domain::text::{Bilingual, Language};
use crate::ingest::columns::holds_numbers;
use crate::ingest::stored::{Stored, open};
use crate::ingest::table::Table;
use crate::report::written::{WrittenCell, WrittenDossier, WrittenTable, settings_json, settings_rows};
use crate::wire::decimal::decimal;
use crate::wire::formula_text::neutralised;
use crate::wire::tables;

/// A dossier ready to be written.
#[derive(Clone, Debug)]
pub struct Exported {
    pub dossier: WrittenDossier,
    /// The language the settings ask for.
    pub language: Option<Language>,
    /// What was noticed while the tables were opened; no errors.
    pub findings: Vec<Finding>,
}

impl Exported {
    /// The dossier with texts that a spreadsheet cannot take for formulas: what goes into CSV.
    pub fn neutralised(&self) -> WrittenDossier {
        self.dossier.with_text(neutralised)
    }
}

/// Opens the tables and settings as they are written, rows in their order, unknown columns included.
///
/// # Errors
/// `Unsound` when something could not be read as a table, so that the export would silently be less than the dossier.
pub fn export(path: &Path) -> Result<Exported, AppError> {
    let mut findings = Vec::new();
    let stored = open(path, &mut findings).map_err(|error| AppError::unreadable(&error.to_string()))?;
    exported(stored, findings)
}

/// The same of tables that were opened before, with what was noticed then.
pub fn exported(stored: Stored, mut findings: Vec<Finding>) -> Result<Exported, AppError> {
    findings.sort_by(|a, b| a.key().cmp(&b.key()));
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(AppError::Unsound(findings));
    }
    let Stored { settings, tables } = stored;
    let value = settings.value.map_err(|fault| {
        AppError::Unreadable(Bilingual {
            en: format!("The settings in {} cannot be read: {fault}.", settings.place.file),
            fr: format!("Les réglages de {} sont illisibles\u{a0}: {fault}.", settings.place.file),
        })
    })?;
    let locale = value.as_ref().and_then(|value| value.get("locale")?.as_str());
    Ok(Exported {
        language: locale.and_then(Language::of_tag),
        dossier: WrittenDossier {
            settings: value.as_ref().map(settings_rows).unwrap_or_default(),
            settings_json: value.as_ref().map(settings_json),
            tables: tables::ALL
                .iter()
                .filter_map(|schema| Some(written(schema.name, tables.get(schema.name)?)))
                .collect(),
        },
        findings,
    })
}

/// A table with texts that a spreadsheet cannot take for formulas, ready for CSV.
pub fn table_as_written(name: &str, table: &Table) -> WrittenTable {
    let tables = vec![written(name, table)];
    let whole = WrittenDossier { settings: Vec::new(), settings_json: None, tables };
    whole.with_text(neutralised).tables.remove(0)
}

fn written(name: &str, table: &Table) -> WrittenTable {
    let is_number: Vec<bool> = table.headings.iter().map(|heading| holds_numbers(name, heading)).collect();
    let cell = |(at, text): (usize, &str)| {
        if text.is_empty() {
            return WrittenCell::Blank;
        }
        let plain = text.trim();
        match is_number.get(at).filter(|is_number| **is_number).and_then(|_| decimal(plain).ok()) {
            Some(value) => WrittenCell::Number { value, text: plain.to_string() },
            None => WrittenCell::Text(text.to_string()),
        }
    };
    WrittenTable {
        name: name.to_string(),
        headings: table.headings.clone(),
        rows: table
            .records
            .iter()
            .map(|record| record.cells.iter().enumerate().map(cell).collect())
            .collect(),
    }
}
