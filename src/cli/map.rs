//! `cxfolio map`: the CX ecosystem as a whole, or with one moment, node or investment in the middle.

use clap::Args;

use super::arguments::DossierArguments;
use super::exit::Exit;
use super::output::Output;
use crate::app::map::{Centre, Mapped, map};
use crate::domain::text::Language;
use crate::report::text_map::map_text;
use crate::report::text_moment::moment_text;
use crate::report::text_node::node_text;
use crate::report::text_trace::trace_text;
use crate::report::view_map::map_json;
use crate::report::view_moment::moment_json;
use crate::report::view_node::node_json;
use crate::report::view_trace::trace_json;

/// The arguments of `map`.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  cxfolio map samples/banque-horizon
  cxfolio map samples/banque-horizon --moment M10  # who suffers, and why
  cxfolio map samples/banque-horizon --node N-API  # what breaks with it
  cxfolio map samples/banque-horizon --node N-API --health 8
  cxfolio map samples/banque-horizon --investment B10  # whom it reaches
  cxfolio map samples/banque-horizon --json | jq '.unattended'")]
pub struct MapArguments {
    #[command(flatten)]
    dossier: DossierArguments,
    /// One moment of truth in full.
    #[arg(long, value_name = "ID", conflicts_with = "node")]
    moment: Option<String>,
    /// One node of the ecosystem in full.
    #[arg(long, value_name = "ID")]
    node: Option<String>,
    /// One investment followed to customers and to money, as a graph.
    #[arg(long, value_name = "ID", conflicts_with_all = ["moment", "node"])]
    investment: Option<String>,
    /// What would follow if the node had this health, 0 to 10.
    #[arg(long, value_name = "POINTS", requires = "node", value_parser = health)]
    health: Option<f64>,
}

fn health(text: &str) -> Result<f64, String> {
    let health = text.parse().ok().filter(|health| (0.0..=10.0).contains(health));
    health.ok_or_else(|| "a health is 0 to 10".to_string())
}

impl MapArguments {
    fn centre(&self) -> Centre {
        match (&self.moment, &self.node, &self.investment) {
            (Some(id), _, _) => Centre::Moment(id.clone()),
            (None, Some(id), _) => Centre::Node(id.clone(), self.health),
            (None, None, Some(id)) => Centre::Investment(id.clone()),
            (None, None, None) => Centre::Everything,
        }
    }
}

/// Runs the command.
pub fn run(arguments: &MapArguments) -> Output {
    let shared = &arguments.dossier;
    match map(&shared.source(), &arguments.centre()) {
        Ok(mapped) => {
            let language = shared.language(Some(&mapped.opened));
            Output::result(page(&mapped, shared.json, language), Exit::Fine)
        }
        Err(error) => Output::failure(&error, shared.language(None), shared.json),
    }
}

fn page(mapped: &Mapped, is_json: bool, language: Language) -> String {
    let result = mapped.result();
    if let Some(trace) = &mapped.trace {
        return if is_json { trace_json(&result, trace) } else { trace_text(&result, trace, language) };
    }
    match (mapped.story(), &mapped.node, is_json) {
        (Some(story), _, true) => moment_json(&result, &story),
        (Some(story), _, false) => moment_text(&result, &story, language),
        (None, Some(role), true) => node_json(&result, role),
        (None, Some(role), false) => node_text(&result, role, language),
        (None, None, true) => map_json(&result),
        (None, None, false) => map_text(&result, language),
    }
}
