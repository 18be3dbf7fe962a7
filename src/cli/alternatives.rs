//! `cxfolio alternatives`: plans nearly as good as the best one that differ from each other.

use clap::Args;

use super::arguments::DossierArguments;
use super::choose::WishArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::alternatives::{Listed, alternatives};
use crate::app::error::AppError;
use crate::report::text_plan_list::plan_list_text;
use crate::report::view_plan_list::plan_list_json;

/// The arguments of `alternatives`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio alternatives samples/banque-horizon
  cxfolio alternatives samples/minimal --count 3 --differ-by 1 --json")]
pub struct AlternativesArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// How many plans.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    count: u16,
    /// By how many investments any two of them differ, at least.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..))]
    differ_by: u16,
}

/// Runs the command.
pub fn run(arguments: &AlternativesArguments) -> Output {
    let (count, differ_by) = (usize::from(arguments.count), usize::from(arguments.differ_by));
    let source = arguments.dossier.source();
    printed(&arguments.dossier, alternatives(&source, &arguments.wish.wish(), count, differ_by))
}

/// A list of plans, or why there is none.
pub fn printed(shared: &DossierArguments, listed: Result<Listed, AppError>) -> Output {
    match listed {
        Ok(listed) => {
            let language = shared.language(Some(&listed.prepared.opened));
            let list = listed.result();
            let text = if shared.json { plan_list_json(&list) } else { plan_list_text(&list, language) };
            Output::result(text, Exit::Fine)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
