//! One moment of truth as text for the terminal: who suffers, why, and who could mend it.

use super::map_result::MapResult;
use super::map_words::{kano_word, kind_word};
use super::number::{percent_of_real, thousands};
use super::real_number::{change, figure, share_change};
use super::table::Table;
use super::text_case::short;
use super::text_map::{chain, footer, node_name};
use crate::domain::investment::InvestmentId;
use crate::domain::text::Language;
use crate::experience::closer::Closer;
use crate::experience::moment_story::MomentStory;
use crate::quantity::real::real;

/// Everything about one moment.
pub fn moment_text(result: &MapResult, story: &MomentStory, language: Language) -> String {
    let mut text = head_text(result, story, language);
    text.push_str(&personas_text(result, story, language));
    text.push_str(&evidence_text(story, language));
    text.push_str(&problems_text(result, story, language));
    text.push_str(&paths_text(story, language));
    text.push_str(&candidates_text(result, story, language));
    text.push_str(&footer(result, language));
    language.typeset(&text)
}

fn head_text(result: &MapResult, story: &MomentStory, language: Language) -> String {
    let moment = story.moment;
    let money = thousands(story.at_risk, &result.dossier.settings.currency, language);
    let [performance, expectation, target, emotion] =
        [moment.performance, moment.expectation, moment.target, moment.emotion].map(real);
    let kano = kano_word(moment.kano, language);
    let [performance, expectation, target] =
        [performance, expectation, target].map(|points| figure(points, 1, language));
    let (emotion, perception) = (change(emotion, 0, language), change(story.perception, 1, language));
    let (today, wanted) =
        (figure(story.satisfaction, 2, language), figure(story.satisfaction_at_target, 2, language));
    let mut text = format!("{} {} · {}\n", moment.id, moment.name.get(language), moment.journey);
    text.push_str(&match language {
        Language::English => format!(
            "{money} a year at risk · performance {performance}, expected {expectation}, target {target} of 10 · emotion {emotion}\n\
             Kano {kano}: satisfaction {today} now, {wanted} at the target · perception index {perception}\n"
        ),
        Language::French => format!(
            "{money} par an en jeu · performance {performance}, attente {expectation}, cible {target} sur 10 · émotion {emotion}\n\
             Kano {kano} : satisfaction {today} aujourd’hui, {wanted} à la cible · indice de perception {perception}\n"
        ),
    });
    let words = match language {
        Language::English => ["doing", "thinking", "feeling"],
        Language::French => ["fait", "pense", "ressent"],
    };
    for (word, told) in words.into_iter().zip([&moment.doing, &moment.thinking, &moment.feeling]) {
        if !told.get(language).is_empty() {
            text.push_str(&format!("  {word:<9} {}\n", told.get(language)));
        }
    }
    text
}

fn personas_text(result: &MapResult, story: &MomentStory, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let mut table = match language {
        Language::English => Table::new(&[
            "persona",
            "",
            ">importance",
            ">failures a year",
            ">leave",
            ">spend less",
            ">lost sales",
            ">contacts",
            ">at risk",
        ]),
        Language::French => Table::new(&[
            "persona",
            "",
            ">importance",
            ">échecs par an",
            ">départs",
            ">dépenses",
            ">ventes",
            ">contacts",
            ">en jeu",
        ]),
    };
    for (persona, stated) in story.personas.iter().zip(&result.dossier.personas) {
        let mut row = vec![
            persona.persona.to_string(),
            short(stated.name.get(language), 30),
            percent_of_real(persona.importance, 0, language),
        ];
        if let Some(cell) = &persona.at_risk {
            let parts = &cell.parts;
            row.push(figure(real(parts.failures), 0, language));
            row.extend(
                [parts.leave, parts.reduce, parts.lost_sales, parts.contacts, cell.total]
                    .map(|amount| thousands(amount, currency, language)),
            );
        } else {
            row.extend(["–"; 6].map(str::to_string));
        }
        table.row(row);
    }
    format!("\n{}", table.text())
}

fn evidence_text(story: &MomentStory, language: Language) -> String {
    let mut text = match (story.evidence.is_empty(), language) {
        (false, Language::English) => "\nEvidence\n".to_string(),
        (false, Language::French) => "\nPreuves\n".to_string(),
        (true, Language::English) => "\nNo evidence is recorded for this moment.\n".to_string(),
        (true, Language::French) => "\nAucune preuve n’est consignée pour ce moment.\n".to_string(),
    };
    for item in &story.evidence {
        let date = item.date.map_or(String::new(), |date| format!(", {date}"));
        let size = item
            .sample_size
            .map_or(String::new(), |size| format!(", n = {}", figure(real(size), 0, language)));
        let quote = match (item.verbatim.get(language), language) {
            ("", _) => String::new(),
            (quote, Language::English) => format!(" “{quote}”"),
            (quote, Language::French) => format!(" « {quote} »"),
        };
        text.push_str(&format!("  {} {}{size}{date}{quote}\n", item.level.name(), item.method));
    }
    text
}

fn problems_text(result: &MapResult, story: &MomentStory, language: Language) -> String {
    let mut text = String::new();
    for problem in &story.problems {
        let cost = problem.annual_cost.map_or(String::new(), |cost| {
            let cost = thousands(cost, &result.dossier.settings.currency, language);
            match language {
                Language::English => format!(" · costs the company {cost} a year"),
                Language::French => format!(" · coûte {cost} par an à l’entreprise"),
            }
        });
        text.push_str(&format!(
            "\n{} {} · {}{cost}\n",
            problem.id,
            problem.persona,
            problem.statement.get(language)
        ));
        let why = match language {
            Language::English => "why?",
            Language::French => "pourquoi ?",
        };
        for (depth, answer) in problem.whys.iter().enumerate() {
            text.push_str(&format!("  {}{why} {}\n", "  ".repeat(depth), answer.get(language)));
        }
        if let Some(root) = &problem.root_node {
            let leverage = result.picture.leverages.iter().find(|leverage| &leverage.node == root);
            let candidates: Vec<&str> =
                leverage.into_iter().flat_map(|item| &item.candidates).map(|id| id.as_str()).collect();
            let name = node_name(result, root, 60, language);
            let mended = match (candidates.is_empty(), language) {
                (true, Language::English) => "nobody proposes to fix it".to_string(),
                (true, Language::French) => "personne ne propose de la traiter".to_string(),
                (false, Language::English) => format!("mended by {}", candidates.join(" ")),
                (false, Language::French) => format!("traitée par {}", candidates.join(" ")),
            };
            text.push_str(&match language {
                Language::English => format!("  root cause: {root} {name}, {mended}\n"),
                Language::French => format!("  cause racine : {root} {name}, {mended}\n"),
            });
        }
    }
    text
}

fn paths_text(story: &MomentStory, language: Language) -> String {
    let (head, mut table) = match language {
        Language::English => (
            "What moves it, the strongest chains",
            Table::new(&["chain", ">points per health point", "evidence"]),
        ),
        Language::French => (
            "Ce qui le fait bouger, les chaînes les plus fortes",
            Table::new(&["chaîne", ">points par point de santé", "preuve"]),
        ),
    };
    for path in &story.paths {
        table.row(vec![chain(path), figure(path.weight, 3, language), path.evidence.name().to_string()]);
    }
    let mut text = match (table.is_empty(), language) {
        (false, _) => format!("\n{head}\n{}", table.text()),
        (true, Language::English) => "\nThe map shows nothing behind this moment.\n".into(),
        (true, Language::French) => "\nLa carte ne montre rien derrière ce moment.\n".into(),
    };
    let missing: Vec<&str> = story
        .completeness
        .iter()
        .flat_map(|item| item.missing.iter().map(|kind| kind_word(*kind, language)))
        .collect();
    if !missing.is_empty() {
        let kinds = missing.join(", ");
        text.push_str(&match language {
            Language::English => format!("Not on the map behind it: {kinds}\n"),
            Language::French => format!("Absents de la carte derrière lui : {kinds}\n"),
        });
    }
    text
}

/// One line per investment, its variants side by side, by the share of the one that closes most.
fn candidates_text(result: &MapResult, story: &MomentStory, language: Language) -> String {
    let (head, mut table) = match language {
        Language::English => (
            "Who could mend it: share of the gap each variant closes alone, and its points in full scope",
            Table::new(&["candidate", "", "share of the gap", ">directly", ">through nodes"]),
        ),
        Language::French => (
            "Qui pourrait l’améliorer : part de l’écart comblée par chaque variante seule, et points du meilleur périmètre",
            Table::new(&["candidat", "", "part de l’écart", ">directement", ">par les nœuds"]),
        ),
    };
    let mut order: Vec<&InvestmentId> = Vec::new();
    for closer in &story.closers {
        if !order.contains(&&closer.investment) {
            order.push(&closer.investment);
        }
    }
    for id in order {
        let own: Vec<&Closer> = story.closers.iter().filter(|closer| &closer.investment == id).collect();
        let shares: Vec<String> = own
            .iter()
            .map(|closer| format!("{} {}", closer.variant, share_change(closer.share, 1, language)))
            .collect();
        let name = result.dossier.investment(id).map_or("", |item| item.name.get(language));
        let widest = own.iter().max_by(|a, b| extent(a).total_cmp(&extent(b)));
        table.row(vec![
            id.to_string(),
            short(name, 42),
            shares.join(" · "),
            widest.map_or("–".into(), |closer| change(closer.direct, 2, language)),
            widest.map_or("–".into(), |closer| change(closer.propagated, 2, language)),
        ]);
    }
    match (table.is_empty(), language) {
        (false, _) => format!("\n{head}\n{}", table.text()),
        (true, Language::English) => "\nNo candidate moves this moment.\n".into(),
        (true, Language::French) => "\nAucun candidat ne fait bouger ce moment.\n".into(),
    }
}

fn extent(closer: &Closer) -> f64 {
    closer.direct.abs() + closer.propagated.abs()
}
