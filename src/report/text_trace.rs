//! One investment followed to customers and to money, as text for the terminal: every edge in a row.

use super::map_result::MapResult;
use super::number::thousands;
use super::real_number::{change, figure};
use super::table::Table;
use super::text_case::short;
use super::text_map::footer;
use super::view_trace::name_of;
use crate::domain::text::Language;
use crate::score::trace::{Trace, Traced, TracedEdge, TracedLink};

/// Columns that a name takes at most.
const NAME_WIDTH: usize = 44;

/// The graph as a table along the way, with what it comes to.
pub fn trace_text(result: &MapResult, trace: &Trace, language: Language) -> String {
    let headings = match language {
        Language::English => ["", "from", "to", ">weight", ">money (PV)"],
        Language::French => ["", "de", "vers", ">poids", ">argent (VA)"],
    };
    let mut table = Table::new(&headings);
    let currency = &result.dossier.settings.currency;
    for edge in &trace.edges {
        table.row(vec![
            link_word(edge.link, language).to_string(),
            named(result, &edge.from, language),
            with_persona(result, edge, language),
            edge.weight.map_or_else(String::new, |weight| change(weight, 2, language)),
            edge.money.map_or_else(String::new, |money| thousands(money, currency, language)),
        ]);
    }
    let points = figure(trace.points, 2, language);
    let money = trace.pv_benefit.map_or("–".to_string(), |money| thousands(money, currency, language));
    let (id, variant) = (&trace.investment, &trace.variant);
    let head = match language {
        Language::English => format!(
            "{id}:{variant} alone: {points} customer-experience points, {money} of benefit in present value"
        ),
        Language::French => {
            format!(
                "{id}:{variant} seul : {points} points d'expérience client, {money} de gains en valeur actuelle"
            )
        }
    };
    language.typeset(&format!("{head}\n\n{}\n{}", table.text(), footer(result, language)))
}

fn named(result: &MapResult, thing: &Traced, language: Language) -> String {
    let name = name_of(result.dossier, thing);
    format!("{} {}", thing.1, short(name.get(language), NAME_WIDTH))
}

/// Where an edge goes, and for whom.
fn with_persona(result: &MapResult, edge: &TracedEdge, language: Language) -> String {
    let to = named(result, &edge.to, language);
    edge.persona.as_ref().map_or(to.clone(), |persona| format!("{to} ({persona})"))
}

fn link_word(link: TracedLink, language: Language) -> &'static str {
    let (en, fr) = match link {
        TracedLink::Builds => ("builds", "construit"),
        TracedLink::Mends => ("mends", "soigne"),
        TracedLink::Carries => ("carries to", "porte vers"),
        TracedLink::Lifts => ("lifts", "relève"),
        TracedLink::Felt => ("is felt by", "ressenti par"),
        TracedLink::Pays => ("pays through", "rapporte par"),
        TracedLink::Serves => ("serves", "sert"),
    };
    if language == Language::English { en } else { fr }
}
