//! What an export wrote, as a machine-readable document.

use serde::Serialize;

use super::view_finding::document;
use super::written::WrittenDossier;

#[derive(Serialize)]
struct ExportView<'a> {
    /// Files written, in order of their names.
    files: &'a [String],
    settings: usize,
    tables: Vec<TableView<'a>>,
}

#[derive(Serialize)]
struct TableView<'a> {
    table: &'a str,
    rows: usize,
    columns: usize,
}

/// The document of `export` on a dossier.
pub fn written_json(dossier: &WrittenDossier, files: &[String]) -> String {
    document(&ExportView {
        files,
        settings: dossier.settings.len(),
        tables: dossier
            .tables
            .iter()
            .map(|table| TableView {
                table: &table.name,
                rows: table.rows.len(),
                columns: table.headings.len(),
            })
            .collect(),
    })
}
