//! From a sheet and its mapping to rows of the tables of a dossier.

use serde_json::Value;

use super::cell_findings::{is_told, take_back_questions};
use super::laid_out::{laid_out, tell_columns};
use super::mapping::{Mapping, SETTINGS, Shape};
use super::shape_dossier::{stage_dossier, stage_settings};
use super::shape_long::stage_long;
use super::shape_table::stage_table;
use super::shape_wide::stage_wide;
use super::staged::StagedTable;
use super::transposed::Turned;
use crate::domain::finding::{Finding, Severity};
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;
use crate::wire::tables;

/// What one sheet says about a dossier.
#[derive(Clone, Debug, Default)]
pub struct Staged {
    /// In the order in which tables are to be merged; a table can stand more than once, for instance the lines of
    /// capital and of running costs, which are read from different columns.
    pub tables: Vec<StagedTable>,
    /// The settings as one JSON object, where the sheet holds them.
    pub settings: Option<Value>,
    /// Rows below the headings that are neither blank nor totals.
    pub rows_read: u64,
}

/// Reads the sheet by its mapping; doubts and faults of its cells go to `findings`.
///
/// `findings` are those that opening the file has begun, so that nothing is told twice. A row with an error is staged
/// all the same, its unreadable cells with the text of the file. Questions about columns that are not imported are taken
/// back.
pub fn stage(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    if let Some(shape) = mapping.shape.turned() {
        return stage_turned(source, sheet, &Mapping { shape, ..mapping.clone() }, findings);
    }
    tell_columns(sheet, mapping, findings);
    let laid = laid_out(sheet, mapping);
    let left_out =
        sheet.headings.iter().enumerate().filter(|(at, _)| laid.iter().all(|column| column.at != *at));
    let left_out: Vec<String> = left_out.map(|(_, heading)| heading.name()).collect();
    take_back_questions(&sheet.file, &left_out, findings);
    let schema = mapping.table.as_deref().and_then(tables::named);
    match mapping.shape {
        Shape::Wide => stage_wide(source, sheet, mapping, findings),
        Shape::Long => stage_long(source, sheet, mapping, findings),
        Shape::Scenarios => stage_table(source, sheet, mapping, &tables::learning::SCENARIOS, findings),
        Shape::DossierLong => stage_dossier(source, sheet, mapping, findings),
        Shape::Table | Shape::TransposedTable | Shape::TransposedWide => match schema {
            Some(schema) => stage_table(source, sheet, mapping, schema, findings),
            None if mapping.table.as_deref() == Some(SETTINGS) => {
                stage_settings(source, sheet, mapping, findings)
            }
            None => {
                findings.push(table_missing(sheet));
                Ok(Staged::default())
            }
        },
    }
}

/// The sheet with rows and columns exchanged, read by its mapping; what is told points at the original.
fn stage_turned(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    let mut turned = Turned::new(source, sheet, Some(mapping))?;
    let first = findings.len();
    let own = std::mem::take(&mut turned.findings);
    let mut staged = stage(&turned.source, turned.sheet(), mapping, findings)?;
    turned.place_back(findings, first);
    let told: Vec<Finding> = own.into_iter().filter(|finding| !is_told(findings, finding)).collect();
    findings.extend(told);
    turned.place_tables_back(&mut staged.tables);
    Ok(staged)
}

fn table_missing(sheet: &Sheet) -> Finding {
    let en = "Which table the sheet holds is not known, so none of it is imported.".to_string();
    let fr = "On ne sait pas quelle table la feuille contient ; rien n'en est importé.".to_string();
    Finding::new("table_unknown", Severity::Error, &sheet.place(0), en, fr)
}
