//! `cxfolio score`: five pictures of every variant, apart, under weights by swing, points, ranks or pairs.

use clap::{Args, ValueEnum};

use super::arguments::DossierArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::score::{WeightMethod, WeightWish, score};
use crate::report::text_option::option_text;
use crate::report::text_score::scores_text;
use crate::report::view_score::score_json;

/// The arguments of `score`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio score samples/banque-horizon
  cxfolio score samples/banque-horizon --investment B26  # one candidate
  cxfolio score samples/banque-horizon --weights ahp --stakeholder CFO
  cxfolio score samples/banque-horizon --json | jq '.weights.ahp.COO.revisit'")]
pub struct ScoreArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    /// Weights of the objectives: the stakeholders' mean by this method; the dossier's own swing points when not given.
    #[arg(long, value_enum)]
    weights: Option<WeightChoice>,
    /// The weights of this stakeholder instead of the mean of all.
    #[arg(long, value_name = "NAME")]
    stakeholder: Option<String>,
    /// Only this investment: by objective, persona and moment.
    #[arg(long, value_name = "ID")]
    investment: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum WeightChoice {
    Swing,
    Direct,
    Rank,
    Ahp,
}

impl ScoreArguments {
    fn wish(&self) -> WeightWish {
        let method = self.weights.map(|choice| match choice {
            WeightChoice::Swing => WeightMethod::Swing,
            WeightChoice::Direct => WeightMethod::Direct,
            WeightChoice::Rank => WeightMethod::Rank,
            WeightChoice::Ahp => WeightMethod::Ahp,
        });
        WeightWish { method, stakeholder: self.stakeholder.clone() }
    }
}

/// Runs the command.
pub fn run(arguments: &ScoreArguments) -> Output {
    let shared = &arguments.dossier;
    match score(&shared.source(), &arguments.wish(), arguments.investment.as_deref()) {
        Ok(scored) => {
            let language = shared.language(Some(&scored.opened));
            let result = scored.result();
            let text = match (shared.json, arguments.investment.is_some()) {
                (true, _) => score_json(&result),
                (false, true) => option_text(&result, language),
                (false, false) => scores_text(&result, language),
            };
            Output::result(text, Exit::Fine)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}
