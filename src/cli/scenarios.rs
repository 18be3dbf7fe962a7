//! `cxfolio scenarios`: the best plan in every scenario of the dossier, in one batch.

use clap::Args;

use super::arguments::DossierArguments;
use super::choose::WishArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::scenarios::scenarios;
use crate::report::text_scenarios::scenarios_text;
use crate::report::view_scenarios::scenarios_json;

/// The arguments of `scenarios`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio scenarios samples/bureau-plan
  cxfolio scenarios samples/banque-horizon --value additive --lang fr
  cxfolio scenarios samples/bureau-plan --json")]
pub struct ScenariosArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
}

/// Runs the command; without a plan for the dossier as it is, the exit says so.
pub fn run(arguments: &ScenariosArguments) -> Output {
    let shared = &arguments.dossier;
    if shared.scenario.is_some() {
        return Output::usage("All scenarios are told; `cxfolio choose --scenario` tells one.");
    }
    match scenarios(&shared.source(), &arguments.wish.wish()) {
        Ok(batch) => {
            let language = shared.language(Some(&batch.base.opened));
            let table = batch.table();
            let text = match shared.json {
                true => scenarios_json(&table),
                false => scenarios_text(&table, language),
            };
            let exit = if table.base.outcome.plan.is_some() { Exit::Fine } else { Exit::NoPlan };
            Output::result(text, exit)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
