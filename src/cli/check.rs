//! `cxfolio check`: every finding of a dossier at once, and how ready it is.

use clap::Args;

use super::arguments::DossierArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::check::check;
use crate::domain::finding::Severity;
use crate::report::text_finding::check_text;
use crate::report::view_finding::check_json;

/// The arguments of `check`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio check samples/banque-horizon
  cxfolio check samples/banque-horizon --lang fr
  cxfolio check my-dossier --json | jq '.findings[].code'
  cxfolio check my-dossier --strict  # exit code 3 when there are warnings")]
pub struct CheckArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    /// End with exit code 3 when there are warnings.
    #[arg(long)]
    strict: bool,
}

/// Runs the command.
pub fn run(arguments: &CheckArguments) -> Output {
    let shared = &arguments.dossier;
    match check(&shared.source()) {
        Ok(opened) => {
            let language = shared.language(Some(&opened));
            let text = match shared.json {
                true => check_json(&opened.findings, &opened.readiness, language),
                false => check_text(&opened.findings, &opened.readiness, language),
            };
            let worst = opened.findings.iter().map(|finding| finding.severity).min();
            let exit = match worst {
                Some(Severity::Error) => Exit::DossierErrors,
                Some(Severity::Warning) if arguments.strict => Exit::Warnings,
                _ => Exit::Fine,
            };
            Output::result(text, exit)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
