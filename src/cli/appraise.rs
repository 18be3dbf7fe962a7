//! `cxfolio appraise`: the business case of every variant.

use clap::Args;

use super::arguments::DossierArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::appraise::appraise;
use crate::report::text_case::{case_text, cases_text};
use crate::report::view_case::cases_json;

/// The arguments of `appraise`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio appraise samples/banque-horizon
  cxfolio appraise samples/banque-horizon --investment B20  # line by line
  cxfolio appraise samples/banque-horizon --scenario S-COST25 --json")]
pub struct AppraiseArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    /// Only this investment, with its lines year by year.
    #[arg(long, value_name = "ID")]
    investment: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &AppraiseArguments) -> Output {
    let shared = &arguments.dossier;
    match appraise(&shared.source(), arguments.investment.as_deref()) {
        Ok(appraised) => {
            let language = shared.language(Some(&appraised.opened));
            let opened = &appraised.opened;
            let text = match (shared.json, arguments.investment.is_some()) {
                (true, _) => {
                    cases_json(&opened.dossier, &opened.model, &appraised.cases, &appraised.fingerprint)
                }
                (false, true) => case_text(&opened.dossier, &appraised.cases, language),
                (false, false) => cases_text(&opened.dossier, &appraised.cases, language),
            };
            Output::result(text, Exit::Fine)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
