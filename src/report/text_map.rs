//! The ecosystem map as text for the terminal: from the money at risk to the causes nobody proposes to fix.

use std::collections::BTreeSet;

use super::map_result::MapResult;
use super::map_words::{STAGES, kind_word, stage_word};
use super::number::percent_of_real;
use super::real_number::{dash, figure, thousands_of_real};
use super::table::Table;
use super::text_at_risk::at_risk_text;
use super::text_case::short;
use super::text_journey::journeys_text;
use super::view_map::stage_share;
use super::view_path::end_name;
use crate::domain::ecosystem::NodeId;
use crate::domain::text::Language;
use crate::experience::path::EcosystemPath;

/// Nodes and paths shown; the machine-readable result holds all.
const N_SHOWN: usize = 12;

/// The whole map.
pub fn map_text(result: &MapResult, language: Language) -> String {
    let mut text = at_risk_text(result, language);
    text.push_str(&journeys_text(result, language));
    text.push_str(&leverage_text(result, language));
    text.push_str(&unattended_text(result, language));
    text.push_str(&symptoms_text(result, language));
    text.push_str(&paths_text(result, language));
    text.push_str(&fragmentation_text(result, language));
    text.push_str(&completeness_text(result, language));
    text.push_str(&visibility_text(result, language));
    text.push_str(&footer(result, language));
    language.typeset(&text)
}

/// Decision model and fingerprint.
pub fn footer(result: &MapResult, language: Language) -> String {
    let (model, version) = (&result.model.name, &result.model.version);
    let mark = result.fingerprint.get(..16).unwrap_or(result.fingerprint);
    match language {
        Language::English => format!("\nDecision model {model} {version} · fingerprint {mark}\n"),
        Language::French => format!("\nModèle de décision {model} {version} · empreinte {mark}\n"),
    }
}

/// A chain as `N-API → N-CC → M11`.
pub fn chain(path: &EcosystemPath) -> String {
    let first = path.steps.first().map_or("", |step| step.from.as_str());
    path.steps.iter().fold(first.to_string(), |chain, step| format!("{chain} → {}", end_name(&step.to)))
}

/// The name of a node, cut to a width.
pub fn node_name(result: &MapResult, id: &NodeId, width: usize, language: Language) -> String {
    short(result.dossier.node(id).map_or("", |node| node.name.get(language)), width)
}

fn leverage_text(result: &MapResult, language: Language) -> String {
    let (head, mut table) = match language {
        Language::English => (
            "Where causes lie: leverage = influence on the moments × money at risk × missing health / 10 (ranks, no forecast)",
            Table::new(&[
                "node",
                "",
                "kind",
                ">health",
                ">leverage",
                ">share",
                "candidates that mend it",
                "problems",
            ]),
        ),
        Language::French => (
            "Où sont les causes : levier = influence sur les moments × argent en jeu × santé manquante / 10 (classe, ne prévoit pas)",
            Table::new(&[
                "nœud",
                "",
                "nature",
                ">santé",
                ">levier",
                ">part",
                "candidats qui le soignent",
                "problèmes",
            ]),
        ),
    };
    for leverage in result.picture.leverages.iter().take(N_SHOWN) {
        let node = result.dossier.node(&leverage.node);
        let candidates: Vec<&str> = leverage.candidates.iter().map(|id| id.as_str()).collect();
        let nobody = match language {
            Language::English => "nobody ◄",
            Language::French => "personne ◄",
        };
        table.row(vec![
            leverage.node.to_string(),
            node_name(result, &leverage.node, 32, language),
            node.map_or("", |node| kind_word(node.kind, language)).to_string(),
            node.map_or("–".into(), |node| figure(crate::quantity::real::real(node.health), 1, language)),
            thousands_of_real(leverage.amount, &result.dossier.settings.currency, language),
            percent_of_real(leverage.share, 0, language),
            if candidates.is_empty() { nobody.to_string() } else { candidates.join(" ") },
            leverage.problems.join(" "),
        ]);
    }
    format!("\n{head}\n{}{}", table.text(), rest(result.picture.leverages.len(), language))
}

fn rest(n_all: usize, language: Language) -> String {
    match (n_all.checked_sub(N_SHOWN).filter(|n| *n > 0), language) {
        (None, _) => String::new(),
        (Some(n), Language::English) => format!("… and {n} more with --json\n"),
        (Some(n), Language::French) => format!("… et {n} de plus avec --json\n"),
    }
}

fn unattended_text(result: &MapResult, language: Language) -> String {
    let unattended = &result.picture.unattended;
    let head = match (unattended.is_empty(), language) {
        (false, Language::English) => "Root causes nobody proposes to fix",
        (true, Language::English) => "Every node with leverage has a candidate that mends it.",
        (false, Language::French) => "Causes racines que personne ne propose de traiter",
        (true, Language::French) => "Chaque nœud qui a du levier a un candidat qui le soigne.",
    };
    let mut table = match language {
        Language::English => {
            Table::new(&["node", "", ">leverage", "problems", "reached only through other nodes by"])
        }
        Language::French => {
            Table::new(&["nœud", "", ">levier", "problèmes", "atteint seulement par d’autres nœuds par"])
        }
    };
    for item in unattended {
        let upstream: Vec<&str> = item.upstream.iter().map(|id| id.as_str()).collect();
        table.row(vec![
            item.leverage.node.to_string(),
            node_name(result, &item.leverage.node, 40, language),
            thousands_of_real(item.leverage.amount, &result.dossier.settings.currency, language),
            item.leverage.problems.join(" "),
            if upstream.is_empty() { dash() } else { upstream.join(" ") },
        ]);
    }
    if table.is_empty() { format!("\n{head}\n") } else { format!("\n{head}\n{}", table.text()) }
}

fn symptoms_text(result: &MapResult, language: Language) -> String {
    let symptoms = &result.picture.symptoms;
    let head = match (symptoms.is_empty(), language) {
        (false, Language::English) => {
            "Candidates that treat symptoms only: they ease a problem and leave its cause as it is"
        }
        (true, Language::English) => "No candidate treats symptoms only.",
        (false, Language::French) => {
            "Candidats qui ne traitent que des symptômes : ils soulagent un problème et laissent sa cause en l’état"
        }
        (true, Language::French) => "Aucun candidat ne traite que des symptômes.",
    };
    let mut table = match language {
        Language::English => {
            Table::new(&["candidate", "", "eases", "at", ">of the gap", "cause left as it is"])
        }
        Language::French => Table::new(&["candidat", "", "soulage", "à", ">de l’écart", "cause intacte"]),
    };
    for symptom in symptoms {
        let name = result.dossier.investment(&symptom.investment).map_or("", |item| item.name.get(language));
        for (at, eased) in symptom.eased.iter().enumerate() {
            let first = |text: String| if at == 0 { text } else { String::new() };
            table.row(vec![
                first(symptom.investment.to_string()),
                first(short(name, 42)),
                eased.problem.clone(),
                eased.moment.to_string(),
                percent_of_real(eased.closure, 0, language),
                format!("{} {}", eased.root_node, node_name(result, &eased.root_node, 30, language)),
            ]);
        }
    }
    if table.is_empty() { format!("\n{head}\n") } else { format!("\n{head}\n{}", table.text()) }
}

/// The costliest chain of every node, so that one node does not fill the list.
fn paths_text(result: &MapResult, language: Language) -> String {
    let (head, mut table) = match language {
        Language::English => (
            "How back stage reaches the customer: the costliest chain of each node",
            Table::new(&["chain", ">points per health point", "evidence", ">leverage"]),
        ),
        Language::French => (
            "Comment la coulisse atteint le client : la chaîne la plus coûteuse de chaque nœud",
            Table::new(&["chaîne", ">points par point de santé", "preuve", ">levier"]),
        ),
    };
    let mut seen = BTreeSet::new();
    let costliest = result.picture.paths.iter().filter(|path| seen.insert(&path.node));
    for path in costliest.take(N_SHOWN) {
        table.row(vec![
            chain(&path.path),
            figure(path.path.weight, 3, language),
            path.path.evidence.name().to_string(),
            thousands_of_real(path.amount, &result.dossier.settings.currency, language),
        ]);
    }
    if table.is_empty() { String::new() } else { format!("\n{head}\n{}", table.text()) }
}

fn fragmentation_text(result: &MapResult, language: Language) -> String {
    let (head, mut table) = match language {
        Language::English => (
            "Through how many hands a journey passes: distinct owners + silos",
            Table::new(&["journey", "", ">fragmentation", "owners", "silos"]),
        ),
        Language::French => (
            "Par combien de mains passe un parcours : responsables distincts + silos",
            Table::new(&["parcours", "", ">fragmentation", "responsables", "silos"]),
        ),
    };
    for item in &result.picture.fragmentations {
        let mut journeys = result.dossier.journeys.iter();
        let name =
            journeys.find(|journey| journey.id == item.journey).map_or("", |item| item.name.get(language));
        table.row(vec![
            item.journey.to_string(),
            short(name, 26),
            item.count().to_string(),
            short(&item.owners.join(" · "), 54),
            item.silo_nodes.len().to_string(),
        ]);
    }
    format!("\n{head}\n{}", table.text())
}

fn completeness_text(result: &MapResult, language: Language) -> String {
    let all = result.picture.completeness.len();
    let lacking: Vec<String> = result
        .picture
        .completeness
        .iter()
        .filter(|item| !item.missing.is_empty())
        .map(|item| {
            let kinds: Vec<&str> = item.missing.iter().map(|kind| kind_word(*kind, language)).collect();
            format!("{} ({})", item.moment, kinds.join(", "))
        })
        .collect();
    let complete = all - lacking.len();
    let mut text = match language {
        Language::English => {
            format!(
                "\nCompleteness: {complete} of {all} moments show a team, a partner, a system and a policy behind them"
            )
        }
        Language::French => {
            let moments = if complete <= 1 { "moment" } else { "moments" };
            let show = if complete <= 1 { "montre" } else { "montrent" };
            format!(
                "\nComplétude : {complete} {moments} sur {all} {show} une équipe, un partenaire, un système et une règle"
            )
        }
    };
    if lacking.is_empty() {
        return text + "\n";
    }
    text.push_str(match language {
        Language::English => "; still missing:\n",
        Language::French => " ; manquent encore :\n",
    });
    for line in lacking.chunks(4) {
        text.push_str(&format!("  {}\n", line.join(" · ")));
    }
    text
}

fn visibility_text(result: &MapResult, language: Language) -> String {
    let mut text = match language {
        Language::English => "\nLine of visibility: where the leverage lies\n".to_string(),
        Language::French => "\nLigne de visibilité : où se trouve le levier\n".to_string(),
    };
    for stage in STAGES {
        let nodes: Vec<&str> = result
            .dossier
            .nodes
            .iter()
            .filter(|node| node.stage == stage)
            .map(|node| node.id.as_str())
            .collect();
        let share = percent_of_real(stage_share(result, stage), 0, language);
        text.push_str(&format!("  {share} {}\n", stage_word(stage, language)));
        for line in nodes.chunks(10) {
            text.push_str(&format!("      {}\n", line.join(" ")));
        }
    }
    text
}
