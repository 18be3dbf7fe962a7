//! `cxfolio export`: the whole dossier in files that can be read back, or the results as a workbook that computes.

use std::path::{Path, PathBuf};

use clap::Args;

use super::arguments::{DossierArguments, language};
use super::choose::{WishArguments, exit_of};
use super::exit::Exit;
use super::output::Output;
use super::written_file::{make_folder, names_in, write};
use crate::app::error::AppError;
use crate::app::export::{Exported, export};
use crate::app::report::report;
use crate::domain::text::{Bilingual, Language};
use crate::report::delimited::{Dialect, long_csv, table_csv};
use crate::report::number::counted;
use crate::report::text_finding::findings_text;
use crate::report::view_plan::plan_json;
use crate::report::view_written::written_json;
use crate::report::workbook::dossier::dossier_workbook;
use crate::report::workbook::results::results_workbook;
use crate::report::workbook::{Shown, WorkbookFault};

/// The arguments of `export`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio export samples/banque-horizon -o dossier.xlsx
  cxfolio export samples/banque-horizon -o dossier.csv --locale fr
  cxfolio export samples/banque-horizon -o copy/  # one CSV per table
  cxfolio export samples/banque-horizon --results -o results.xlsx --lang fr
  cxfolio export samples/minimal --results --all-options -o options.xlsx")]
pub struct ExportArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// File or folder to write: `.xlsx` (one sheet per table), `.csv` (one long file), or a folder (one CSV per table).
    #[arg(short, long, value_name = "FILE|FOLDER")]
    output: PathBuf,
    /// Write the results instead of the dossier: assumptions, cash flows, business cases, plan, charts, reconciliation.
    #[arg(long)]
    results: bool,
    /// With `--results`: a business case for every option, not only for those chosen.
    #[arg(long, requires = "results")]
    all_options: bool,
    /// How CSV is written: en is comma and decimal point, fr is semicolon and decimal comma.
    #[arg(long, value_name = "en|fr", value_parser = language, conflicts_with = "results")]
    locale: Option<Language>,
    /// Replace files that are there already.
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub fn run(arguments: &ExportArguments) -> Output {
    if arguments.results { run_results(arguments) } else { run_dossier(arguments) }
}

fn run_dossier(arguments: &ExportArguments) -> Output {
    let shared = &arguments.dossier;
    if shared.scenario.is_some() || shared.model.is_some() {
        return Output::usage("`--scenario` and `--model` change results; give `--results` with them.");
    }
    let Some(form) = form_of(&arguments.output) else {
        return Output::usage("The output is a file .xlsx or .csv, or a folder (with / at its end).");
    };
    let exported = match export(&shared.dossier) {
        Ok(exported) => exported,
        Err(error) => return Output::failure(&error, shared.language(None), shared.json),
    };
    let language = shared.lang.or(exported.language).unwrap_or_default();
    let files = match written_files(arguments, &exported, form) {
        Ok(files) => files,
        Err(error) => return Output::failure(&error, language, shared.json),
    };
    let text = match shared.json {
        true => written_json(&exported.dossier, &files),
        false => sentence(&arguments.output, &exported, language),
    };
    Output { text, error: findings_text(&exported.findings, language), exit: Exit::Fine }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Workbook,
    Long,
    Folder,
}

fn form_of(output: &Path) -> Option<Form> {
    if output.is_dir() || output.to_string_lossy().ends_with(['/', '\\']) {
        return Some(Form::Folder);
    }
    match output.extension()?.to_string_lossy().to_ascii_lowercase().as_str() {
        "xlsx" => Some(Form::Workbook),
        "csv" => Some(Form::Long),
        _ => None,
    }
}

/// Writes the dossier in its form and names the files.
fn written_files(
    arguments: &ExportArguments,
    exported: &Exported,
    form: Form,
) -> Result<Vec<String>, AppError> {
    let (output, force) = (&arguments.output, arguments.force);
    match form {
        Form::Workbook => {
            let bytes = dossier_workbook(&exported.dossier).map_err(|fault| no_workbook(&fault))?;
            write(output, &bytes, force)?;
        }
        Form::Long => {
            let locale = arguments.locale.or(arguments.dossier.lang).unwrap_or_default();
            write(output, &long_csv(&exported.neutralised(), Dialect::of(locale)), force)?;
        }
        Form::Folder => return written_folder(arguments, exported),
    }
    Ok(vec![output.display().to_string()])
}

/// One CSV per table and the settings; refused where other tables in the folder would be read with them.
fn written_folder(arguments: &ExportArguments, exported: &Exported) -> Result<Vec<String>, AppError> {
    let (folder, dialect) = (&arguments.output, Dialect::of(arguments.locale.unwrap_or_default()));
    let safe = exported.neutralised();
    let tables = safe.tables.iter().map(|table| (format!("{}.csv", table.name), table_csv(table, dialect)));
    let settings =
        safe.settings_json.iter().map(|text| ("workspace.json".to_string(), text.clone().into_bytes()));
    let files: Vec<(String, Vec<u8>)> = tables.chain(settings).collect();
    let is_ours = |name: &String| files.iter().any(|(file, _)| file == name);
    let is_dossier = |name: &String| name.ends_with(".csv") || name.ends_with(".json");
    let there: Vec<String> = names_in(folder)?.into_iter().filter(is_dossier).collect();
    if let Some(other) = there.iter().find(|name| !arguments.force || !is_ours(name)) {
        return Err(folder_in_use(folder, other, !is_ours(other)));
    }
    make_folder(folder)?;
    for (name, bytes) in &files {
        write(&folder.join(name), bytes, arguments.force)?;
    }
    Ok(files.into_iter().map(|(name, _)| folder.join(name).display().to_string()).collect())
}

fn folder_in_use(folder: &Path, other: &str, is_foreign: bool) -> AppError {
    let folder = folder.display();
    let (advice_en, advice_fr) = match is_foreign {
        true => (
            "it would be read together with what is written; take another folder",
            "il serait lu avec ce qui est écrit\u{a0}; prenez un autre dossier de destination",
        ),
        false => ("`--force` replaces it", "`--force` le remplace"),
    };
    AppError::Unreadable(Bilingual {
        en: format!("The folder `{folder}` already holds `{other}`: {advice_en}."),
        fr: format!(
            "Le répertoire «\u{a0}{folder}\u{a0}» contient déjà «\u{a0}{other}\u{a0}»\u{a0}: {advice_fr}."
        ),
    })
}

fn sentence(output: &Path, exported: &Exported, language: Language) -> String {
    let dossier = &exported.dossier;
    let output = output.display();
    let (tables, rows) = (dossier.tables.len(), dossier.n_rows());
    match language {
        Language::English => format!(
            "{output}: {} with {}.\n",
            counted(tables, "table", "tables", language),
            counted(rows, "row", "rows", language)
        ),
        Language::French => format!(
            "{output}\u{a0}: {}, {}.\n",
            counted(tables, "table", "tables", language),
            counted(rows, "ligne", "lignes", language)
        ),
    }
}

fn run_results(arguments: &ExportArguments) -> Output {
    let shared = &arguments.dossier;
    if form_of(&arguments.output) != Some(Form::Workbook) {
        return Output::usage("Results are written into a workbook: name the output with .xlsx at its end.");
    }
    let reported = match report(&shared.source(), &arguments.wish.wish()) {
        Ok(reported) => reported,
        Err(error) => return Output::failure(&error, shared.language(None), shared.json),
    };
    let language = shared.language(Some(&reported.chosen.opened));
    let result = reported.chosen.result();
    let shown = if arguments.all_options { Shown::AllOptions } else { Shown::Chosen };
    let written = results_workbook(&result, &reported.grounds, shown, language)
        .map_err(|fault| no_workbook(&fault))
        .and_then(|bytes| write(&arguments.output, &bytes, arguments.force));
    if let Err(error) = written {
        return Output::failure(&error, language, shared.json);
    }
    let text = match (shared.json, language) {
        (true, _) => plan_json(&result, None),
        (false, Language::English) => format!("{}: written.\n", arguments.output.display()),
        (false, Language::French) => format!("{}\u{a0}: écrit.\n", arguments.output.display()),
    };
    Output::result(text, exit_of(&result))
}

fn no_workbook(fault: &WorkbookFault) -> AppError {
    let clause = &fault.clause;
    AppError::Unreadable(Bilingual {
        en: format!("The workbook cannot be written: {clause}."),
        fr: format!("Le classeur ne peut pas être écrit\u{a0}: {clause}."),
    })
}
