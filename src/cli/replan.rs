//! `cxfolio replan`: the fewest changes of an approved plan that keep most of what can still be had.

use std::path::PathBuf;

use clap::Args;

use super::alternatives::printed;
use super::arguments::DossierArguments;
use super::choose::{WishArguments, printed_choice, share};
use super::output::Output;
use crate::app::replan::{KEPT, ReplanWish, Replanned, replan};
use crate::app::stated_plan::StatedPlan;

/// The arguments of `replan`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio choose samples/maison-lumen --json > approved.json
  cxfolio replan samples/maison-lumen --approved approved.json
  cxfolio replan samples/maison-lumen --approved approved.json --keep 0.9")]
pub struct ReplanArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// The JSON that `choose` printed of the approved plan.
    #[arg(long, value_name = "FILE")]
    approved: PathBuf,
    /// What begins before this period (`y1`, `y1q2`) has begun and stays; nothing new begins before it.
    #[arg(long, value_name = "PERIOD")]
    as_of: Option<String>,
    /// Share of the attainable NPV that must be kept (0.98 is 98 %).
    #[arg(long, value_name = "SHARE", default_value_t = KEPT, value_parser = share, allow_negative_numbers = true)]
    keep: f64,
}

/// Runs the command.
pub fn run(arguments: &ReplanArguments) -> Output {
    let asked = ReplanWish {
        approved: StatedPlan::File(arguments.approved.clone()),
        as_of: arguments.as_of.clone(),
        keep: arguments.keep,
    };
    let shared = &arguments.dossier;
    match replan(&shared.source(), &arguments.wish.wish(), &asked) {
        Ok(Replanned::Plans(listed)) => printed(shared, Ok(*listed)),
        Ok(Replanned::NoPlan(chosen)) => printed_choice(shared, &chosen),
        Err(error) => printed(shared, Err(error)),
    }
}
