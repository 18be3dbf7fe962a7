//! `cxfolio robust`: what holds whatever the weights, the budget and the scenario.

use clap::{Args, ValueEnum};
use rust_decimal::Decimal;

use super::arguments::DossierArguments;
use super::choose::{WishArguments, share};
use super::exit::Exit;
use super::frontier::factor;
use super::output::Output;
use crate::app::robust::{AdmittedWeights, CERTIFIED, CRITERIA, RobustWish, SAMPLES, SEED, WITHIN, robust};
use crate::report::text_robust::robust_text;
use crate::report::view_robust::robust_json;

/// The arguments of `robust`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio robust samples/banque-horizon --value additive
  cxfolio robust samples/minimal --budgets 0.8,1,1.2 --quick
  cxfolio robust samples/minimal --scores 0.1 --quick --json
  cxfolio robust samples/minimal --weights intervals --within 0.5")]
pub struct RobustArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// Admitted weights: `ranks` (each criterion at least as much as the next), `intervals` (around stated weights), or
    /// `stakeholders` (mixtures of their own weights of the objectives; hard to solve, so allow a --time-limit).
    #[arg(long, value_enum, default_value_t = WeightsChoice::Ranks)]
    weights: WeightsChoice,
    /// How many weights are drawn.
    #[arg(long, default_value_t = SAMPLES, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    samples: u32,
    /// Seed of the draws.
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    /// Intervals: how far each weight may lie from the stated one (0.3 is 30 % of it).
    #[arg(long, value_name = "SHARE", default_value_t = WITHIN, value_parser = share, allow_negative_numbers = true)]
    within: f64,
    /// Intervals: the stated weights, one for each criterion; equal when not given.
    #[arg(long, value_name = "WEIGHTS", value_delimiter = ',')]
    around: Vec<f64>,
    /// Measures, the most important first.
    #[arg(long, value_name = "MEASURES", value_delimiter = ',', default_value = CRITERIA)]
    criteria: Vec<String>,
    /// Shares of all budgets at which the core index is told too.
    #[arg(long, value_name = "SHARES", value_delimiter = ',', value_parser = factor, allow_negative_numbers = true)]
    budgets: Vec<Decimal>,
    /// How far every score may move (0.1 is 10 %), drawn together with the weights among the plans found.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share, allow_negative_numbers = true)]
    scores: f64,
    /// Share within which the best plan of every weight is certified.
    #[arg(long, value_name = "SHARE", default_value_t = CERTIFIED, value_parser = share, allow_negative_numbers = true)]
    certified: f64,
    /// Leave the proofs of core and exterior out.
    #[arg(long)]
    quick: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum WeightsChoice {
    Ranks,
    Intervals,
    Stakeholders,
}

/// Runs the command.
pub fn run(arguments: &RobustArguments) -> Output {
    let shared = &arguments.dossier;
    let asked = RobustWish {
        weights: match arguments.weights {
            WeightsChoice::Ranks => AdmittedWeights::Ranks,
            WeightsChoice::Intervals => AdmittedWeights::Intervals,
            WeightsChoice::Stakeholders => AdmittedWeights::Stakeholders,
        },
        samples: arguments.samples as usize,
        within: arguments.within,
        criteria: arguments.criteria.clone(),
        around: arguments.around.clone(),
        budgets: arguments.budgets.clone(),
        scores: arguments.scores,
        certified: arguments.certified,
        is_quick: arguments.quick,
        seed: arguments.seed,
    };
    match robust(&shared.source(), &arguments.wish.wish(), &asked) {
        Ok(robustness) => {
            let language = shared.language(Some(&robustness.prepared.opened));
            let result = robustness.result();
            let text = if shared.json { robust_json(&result) } else { robust_text(&result, language) };
            Output::result(text, Exit::Fine)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
