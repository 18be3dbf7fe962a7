//! `cxfolio choose`: the portfolio of greatest value under budgets, people and rules.

use clap::{Args, ValueEnum};

use super::arguments::DossierArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::choose::{Chosen, choose};
use crate::app::choose_compared::{choose_compared, stated};
use crate::app::prepare::Wish;
use crate::report::plan::PlanResult;
use crate::report::text_comparison::comparison_text;
use crate::report::text_plan::plan_text;
use crate::report::view_plan::plan_json;

/// The arguments of `choose`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio choose samples/banque-horizon
  cxfolio choose samples/banque-horizon --value additive --json
  cxfolio choose samples/banque-horizon --scenario S-CUT20 --compare
  cxfolio choose samples/banque-horizon --starts free
  cxfolio choose samples/banque-horizon --maximise npv:0.02,coverage
  cxfolio choose samples/banque-horizon --maximise regret --also-in S-CHURN
  cxfolio choose samples/banque-horizon --force-in B01=signed --force-out B12")]
pub struct ChooseArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    #[command(flatten)]
    wish: WishArguments,
    /// Tell what differs from the plan of the dossier as it stands: without scenario, locks, floors and rules left out.
    #[arg(long)]
    compare: bool,
}

/// What is wanted of a plan, shared by the commands that choose one.
#[derive(Args, Clone, Debug)]
pub struct WishArguments {
    /// How benefits add up: `full` counts saturation, enablers and synergies; `additive` sums stand-alone cases.
    #[arg(long, value_enum, default_value_t = ValueChoice::Full)]
    value: ValueChoice,
    /// When investments start: `fixed` is the first year each may, `free` chooses the period with the variant; `fixed` unless
    /// the dossier plans by quarters or months.
    #[arg(long, value_enum)]
    starts: Option<StartChoice>,
    /// Put an investment (`B01`) or variant (`B01:core`) in, with a reason; may be given several times.
    #[arg(long, value_name = "ID[:VARIANT][=REASON]")]
    force_in: Vec<String>,
    /// Leave an investment or variant out, with a reason; may be given several times.
    #[arg(long, value_name = "ID[:VARIANT][=REASON]")]
    force_out: Vec<String>,
    /// Let a rule not hold, by its name or family (`budget:y0`, `budget`); may be given several times.
    #[arg(long, value_name = "RULE")]
    without: Vec<String>,
    /// What the plan is to have most of: a measure (`npv`, `objectives`, `coverage`, `coverage:P1`, `freedom`, `regret`, ..),
    /// a blend (`0.7*npv+0.3*coverage`), or one after another with a tolerance (`npv:0.02,coverage`).
    #[arg(long, value_name = "AIM", default_value = "npv")]
    maximise: String,
    /// Least amount of a measure (`coverage=0.5`); may be given several times.
    #[arg(long, value_name = "MEASURE=AMOUNT")]
    floor: Vec<String>,
    /// A scenario that the plan must hold in too, and that regret is told over; may be given several times.
    #[arg(long, value_name = "SCENARIO")]
    also_in: Vec<String>,
    /// Stop each question put to the solver after these seconds; the answer then depends on the machine.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, allow_negative_numbers = true)]
    time_limit: Option<f64>,
    /// Stop when no plan can be worth more than this share above the best one (0.01 is 1 %).
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share, allow_negative_numbers = true)]
    gap: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ValueChoice {
    Additive,
    Full,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StartChoice {
    Fixed,
    Free,
}

impl WishArguments {
    /// The wish in the words of the use case.
    pub fn wish(&self) -> Wish {
        let mut wish = Wish {
            is_additive: self.value == ValueChoice::Additive,
            has_free_starts: self.starts.map(|starts| starts == StartChoice::Free),
            forced_in: self.force_in.iter().map(|text| with_reason(text)).collect(),
            forced_out: self.force_out.iter().map(|text| with_reason(text)).collect(),
            without: self.without.clone(),
            aim: self.maximise.clone(),
            floors: self.floor.clone(),
            also_in: self.also_in.clone(),
            ..Wish::default()
        };
        wish.limits.seconds = self.time_limit;
        wish.limits.relative_gap = self.gap;
        wish
    }
}

/// Runs the command.
pub fn run(arguments: &ChooseArguments) -> Output {
    let shared = &arguments.dossier;
    if arguments.compare {
        return compared(arguments);
    }
    match choose(&shared.source(), &arguments.wish.wish()) {
        Ok(chosen) => printed_choice(shared, &chosen),
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}

/// A chosen plan with what differs from the plan of the dossier as it stands.
fn compared(arguments: &ChooseArguments) -> Output {
    let (shared, wish) = (&arguments.dossier, arguments.wish.wish());
    let source = shared.source();
    let request = stated(source.scenario.as_deref(), &wish);
    match choose_compared((&source, &source), &wish, &request) {
        Ok((chosen, told)) => {
            let (language, result) = (shared.language(Some(&chosen.opened)), chosen.result());
            let text = match (&told, shared.json) {
                (told, true) => plan_json(&result, told.as_ref()),
                (Some(told), false) => {
                    format!("{}\n{}", plan_text(&result, language), comparison_text(told, language))
                }
                (None, false) => plan_text(&result, language),
            };
            Output::result(text, exit_of(&result))
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}

/// A chosen plan, or what stands in the way of any.
pub fn printed_choice(shared: &DossierArguments, chosen: &Chosen) -> Output {
    let language = shared.language(Some(&chosen.opened));
    let result = chosen.result();
    let text = if shared.json { plan_json(&result, None) } else { plan_text(&result, language) };
    Output::result(text, exit_of(&result))
}

/// No plan is an answer with an exit code of its own.
pub fn exit_of(result: &PlanResult) -> Exit {
    if result.outcome.plan.is_some() { Exit::Fine } else { Exit::NoPlan }
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| seconds.is_finite() && *seconds > 0.0);
    seconds.ok_or_else(|| "seconds are a number above 0, like 60".to_string())
}

/// A share as an argument.
pub fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "a share is a number from 0 to 1, like 0.01 for 1 %".to_string())
}

fn with_reason(text: &str) -> (String, String) {
    match text.split_once('=') {
        Some((name, reason)) => (name.trim().to_string(), reason.trim().to_string()),
        None => (text.trim().to_string(), String::new()),
    }
}
