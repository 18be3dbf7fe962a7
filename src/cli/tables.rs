//! `cxfolio tables`: how a dossier is written, table by table.

use clap::Args;

use super::exit::Exit;
use super::output::Output;
use crate::app::tables::tables;
use crate::domain::text::Language;
use crate::report::table_guide::guide_markdown;

/// The arguments of `tables`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio tables
  cxfolio tables cost_lines")]
pub struct TablesArguments {
    /// Only this table.
    #[arg(value_name = "TABLE")]
    table: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &TablesArguments) -> Output {
    match tables(arguments.table.as_deref()) {
        Ok(tables) => Output::result(guide_markdown(&tables), Exit::Fine),
        Err(error) => Output::failure(&error, Language::English, false),
    }
}
