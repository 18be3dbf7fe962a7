//! `cxfolio frontier`: NPV against money, coverage, freedom or any measure.

use std::path::PathBuf;

use clap::Args;
use rust_decimal::Decimal;

use super::arguments::DossierArguments;
use super::choose::WishArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::frontier::{FrontierWish, POINTS, SWITCHES, frontier};
use crate::app::stated_plan::StatedPlan;
use crate::report::text_frontier::frontier_text;
use crate::report::view_frontier::frontier_json;

/// The arguments of `frontier`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio frontier samples/banque-horizon --value additive
  cxfolio frontier samples/minimal --factors 0.8,1,1.2
  cxfolio frontier samples/minimal --against coverage
  cxfolio frontier samples/minimal --against freedom --json")]
pub struct FrontierArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// What NPV is set against: `budget`, or a measure (`coverage`, `coverage:P1`, `freedom`, `points`, ..).
    #[arg(long, value_name = "budget|MEASURE", default_value = "budget")]
    against: String,
    /// Shares of all budgets, 0.3 to 2 when none are given.
    #[arg(long, value_name = "SHARES", value_delimiter = ',', value_parser = factor, allow_negative_numbers = true)]
    factors: Vec<Decimal>,
    /// Most points against a measure.
    #[arg(long, default_value_t = POINTS, value_parser = clap::value_parser!(u16).range(2..=1000))]
    points: u16,
    /// Most exact switch points looked for between two neighbouring shares.
    #[arg(long, value_name = "COUNT", default_value_t = SWITCHES, value_parser = clap::value_parser!(u16).range(0..=1000))]
    switches: u16,
    /// The JSON that `choose` printed of a plan, to draw it against the frontier.
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Draw the best plan of this scenario against the frontier; may be given several times.
    #[arg(long, value_name = "ID")]
    also_scenario: Vec<String>,
}

/// Runs the command.
pub fn run(arguments: &FrontierArguments) -> Output {
    let shared = &arguments.dossier;
    let asked = FrontierWish {
        against: arguments.against.clone(),
        factors: arguments.factors.clone(),
        points: usize::from(arguments.points),
        switches: usize::from(arguments.switches),
        plan: arguments.plan.clone().map(StatedPlan::File),
        scenarios: arguments.also_scenario.clone(),
    };
    match frontier(&shared.source(), &arguments.wish.wish(), &asked) {
        Ok(drawing) => {
            let language = shared.language(Some(&drawing.prepared.opened));
            let result = drawing.result();
            let text = if shared.json { frontier_json(&result) } else { frontier_text(&result, language) };
            Output::result(text, Exit::Fine)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}

/// A share of the budgets as an argument.
pub fn factor(text: &str) -> Result<Decimal, String> {
    const MOST: Decimal = Decimal::ONE_THOUSAND;
    let share = text.trim().parse().ok().filter(|share: &Decimal| *share > Decimal::ZERO && *share <= MOST);
    share.ok_or_else(|| "a share of the budgets is a number above 0 and at most 1000, like 0.8".to_string())
}
