//! `cxfolio import`: finance files of any shape into a dossier, shown before anything is written.

use std::path::PathBuf;

use clap::Args;

use super::arguments::language;
use super::exit::Exit;
use super::output::Output;
use super::written_file::write;
use crate::app::import::{Acceptance, ImportWish, import};
use crate::app::import_options::Reading;
use crate::domain::finding::Severity;
use crate::domain::text::Language;
use crate::report::imported::ImportEnding;
use crate::report::text_import::import_text;
use crate::report::view_import::import_json;

/// The arguments of `import`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio import samples/minimal/cost_lines.csv --into samples/minimal --lang fr
  cxfolio import samples/imports/en_simple_finance_file.csv --into new-dossier
  cxfolio import samples/imports/en_simple_finance_file.csv --into d2 --accept
  cxfolio import samples/minimal/levers.csv --into samples/minimal --decimal .
  cxfolio import samples/minimal/levers.csv --into samples/minimal --json")]
pub struct ImportArguments {
    /// CSV, TSV or .xlsx files.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The dossier: a folder of tables or one JSON file; a folder that is not there yet is made.
    #[arg(long, value_name = "DOSSIER")]
    into: PathBuf,
    /// How headings become fields (TOML); else one remembered in the dossier that fits, else one is proposed.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Write the mapping that was used to this file, to be corrected by hand.
    #[arg(long, value_name = "FILE")]
    save_mapping: Option<PathBuf>,
    /// Write the rows that are not refused; without it nothing is written.
    #[arg(long)]
    accept: bool,
    /// With `--accept`: write nothing when a row is refused.
    #[arg(long, requires = "accept", conflicts_with = "valid_rows")]
    all_or_nothing: bool,
    /// With `--accept`: write the valid rows when others are refused (the default).
    #[arg(long, requires = "accept")]
    valid_rows: bool,
    /// Drop the rows of the dossier that a whole table in a file lacks.
    #[arg(long)]
    replace: bool,
    /// Write the refused rows here as CSV, with a column that says what is wrong.
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// The table of the dossier that the file is for.
    #[arg(long, value_name = "TABLE")]
    table: Option<String>,
    /// The shape of the file: table, wide, long, scenarios, ...
    #[arg(long, value_name = "SHAPE")]
    shape: Option<String>,
    /// Encoding of text files: utf-8, utf-16le, utf-16be or windows-1252.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// What stands between two cells of text files: `;`, `,`, `|` or `tab`.
    #[arg(long, value_name = "SIGN")]
    delimiter: Option<String>,
    /// Decimal mark of all columns: `,` or `.`.
    #[arg(long, value_name = "SIGN")]
    decimal: Option<String>,
    /// Order of day and month in all columns: dmy or mdy.
    #[arg(long, value_name = "ORDER")]
    dates: Option<String>,
    /// The one sheet of a workbook to read.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Row of the column headings, counted from 1.
    #[arg(long, value_name = "ROW")]
    heading_row: Option<u32>,
    /// Currency of a new dossier.
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// Calendar year of year 0 of a new dossier.
    #[arg(long, value_name = "YEAR")]
    base_year: Option<i32>,
    /// Replace files of `--refused` and `--save-mapping` that are there already.
    #[arg(long)]
    force: bool,
    /// Print the machine-readable result.
    #[arg(long)]
    json: bool,
    /// Language of sentences: en or fr (the dossier's own, else English).
    #[arg(long, value_name = "en|fr", value_parser = language)]
    lang: Option<Language>,
}

impl ImportArguments {
    fn wish(&self) -> ImportWish {
        let acceptance = match (self.accept, self.all_or_nothing) {
            (false, _) => Acceptance::Preview,
            (true, true) => Acceptance::AllOrNothing,
            (true, false) => Acceptance::ValidRows,
        };
        ImportWish {
            files: self.files.clone(),
            into: self.into.clone(),
            mapping: self.mapping.clone(),
            acceptance,
            drops_gone: self.replace,
            table: self.table.clone(),
            shape: self.shape.clone(),
            reading: Reading {
                encoding: self.encoding.clone(),
                delimiter: self.delimiter.clone(),
                decimal: self.decimal.clone(),
                dates: self.dates.clone(),
                sheet: self.sheet.clone(),
                heading_row: self.heading_row,
            },
            currency: self.currency.clone(),
            base_year: self.base_year,
            language: self.lang,
        }
    }
}

/// Runs the command; a preview with refused rows ends like a dossier with errors.
pub fn run(arguments: &ImportArguments) -> Output {
    let failure = |error| Output::failure(&error, arguments.lang.unwrap_or_default(), arguments.json);
    let mut imported = match import(&arguments.wish()) {
        Ok(imported) => imported,
        Err(error) => return failure(error),
    };
    let files = [
        (&arguments.refused, imported.refused_rows.take()),
        (&arguments.save_mapping, imported.mapping.take()),
    ];
    for (file, bytes) in files {
        if let (Some(file), Some(bytes)) = (file, bytes) {
            if let Err(error) = write(file, &bytes, arguments.force) {
                return failure(error);
            }
            imported.written.push(file.display().to_string());
        }
    }
    let result = imported.result();
    let language = imported.language;
    let text = if arguments.json { import_json(&result, language) } else { import_text(&result, language) };
    let has_errors = result.findings.iter().any(|finding| finding.severity == Severity::Error);
    let exit = match result.ending {
        ImportEnding::Accepted => Exit::Fine,
        ImportEnding::Preview if !has_errors => Exit::Fine,
        ImportEnding::Preview | ImportEnding::Refused | ImportEnding::Empty => Exit::DossierErrors,
    };
    Output::result(text, exit)
}
