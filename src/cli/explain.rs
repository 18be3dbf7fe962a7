//! `cxfolio explain`: why each investment is in the plan or not, what would change that, and what the rules cost.

use clap::Args;

use super::arguments::DossierArguments;
use super::choose::{WishArguments, exit_of};
use super::output::Output;
use crate::app::explain::explain;
use crate::report::text_explain::explain_text;
use crate::report::view_explain::explain_json;

/// The arguments of `explain`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio explain samples/banque-horizon --value additive
  cxfolio explain samples/banque-horizon --value additive --investment B01
  cxfolio explain samples/banque-horizon --value additive --json --lang fr")]
pub struct ExplainArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// Tell of one investment only, with its variants and every change that would turn the verdict round.
    #[arg(long, value_name = "ID")]
    investment: Option<String>,
}

/// Runs the command.
pub fn run(arguments: &ExplainArguments) -> Output {
    let shared = &arguments.dossier;
    match explain(&shared.source(), &arguments.wish.wish(), arguments.investment.as_deref()) {
        Ok(explained) => {
            let language = shared.language(Some(&explained.chosen.opened));
            let result = explained.result();
            let text = if shared.json { explain_json(&result) } else { explain_text(&result, language) };
            Output::result(text, exit_of(&result.plan))
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
