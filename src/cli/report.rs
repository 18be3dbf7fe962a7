//! `cxfolio report`: the decision memo as one HTML file.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::arguments::DossierArguments;
use super::choose::{WishArguments, exit_of};
use super::output::Output;
use super::written_file::replace;
use crate::app::error::AppError;
use crate::app::report::{Reported, report};
use crate::domain::text::{Bilingual, Language};
use crate::report::memo::memo_html;
use crate::report::text_recommendation::{recommendation, status_text};
use crate::report::view_plan::plan_json;

/// The arguments of `report`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio report samples/banque-horizon -o plan.html
  cxfolio report samples/banque-horizon -o plan.html --scenario S-CUT20
  cxfolio report samples/banque-horizon > plan.html")]
pub struct ReportArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// Write the memo into this file; without it the memo goes to standard output. With `--json` the result of `choose`
    /// is printed beside it.
    #[arg(short, long, value_name = "FILE", required_if_eq("json", "true"))]
    output: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &ReportArguments) -> Output {
    let shared = &arguments.dossier;
    let reported = match report(&shared.source(), &arguments.wish.wish()) {
        Ok(reported) => reported,
        Err(error) => return Output::failure(&error, shared.language(None), shared.json),
    };
    let Reported { chosen, grounds } = &reported;
    let language = shared.language(Some(&chosen.opened));
    let result = chosen.result();
    let memo = memo_html(&result, grounds, language);
    let exit = exit_of(&result);
    let Some(file) = &arguments.output else { return Output::result(memo, exit) };
    if let Err(cause) = replace(file, memo.as_bytes()) {
        return Output::failure(&unwritable(file, &cause), language, shared.json);
    }
    if shared.json {
        return Output::result(plan_json(&result, None), exit);
    }
    let sentence = match &result.outcome.plan {
        Some(plan) => recommendation(&result, plan, language),
        None => status_text(&result, language),
    };
    let separator = if language == Language::French { " :" } else { ":" };
    Output::result(format!("{}{separator} {sentence}\n", file.display()), exit)
}

fn unwritable(file: &Path, cause: &io::Error) -> AppError {
    let file = file.display();
    AppError::Unreadable(Bilingual {
        en: format!("The memo could not be written to `{file}`: {cause}."),
        fr: format!("La note n’a pas pu être écrite dans « {file} » : {cause}."),
    })
}
