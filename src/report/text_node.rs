//! One node of the ecosystem as text for the terminal: what it carries, what feeds it, what breaks with it.

use super::map_result::MapResult;
use super::map_words::{kind_word, stage_word};
use super::number::percent_of_real;
use super::real_number::{change, dash, figure, share_change, thousands_of_real};
use super::table::Table;
use super::text_case::short;
use super::text_map::{footer, node_name};
use crate::domain::text::Language;
use crate::experience::dam::Dam;
use crate::experience::node_role::{Link, NodeRole};
use crate::quantity::real::real;

/// Everything about one node.
pub fn node_text(result: &MapResult, role: &NodeRole, language: Language) -> String {
    let mut text = head_text(result, role, language);
    text.push_str(&moments_text(result, role, language));
    text.push_str(&dam_text(result, role, language));
    let heads = match language {
        Language::English => ["What feeds it", "What it feeds"],
        Language::French => ["Ce qui l’alimente", "Ce qu’il alimente"],
    };
    text.push_str(&links_text(result, heads[0], &role.fed_by, language));
    text.push_str(&links_text(result, heads[1], &role.feeds, language));
    text.push_str(&candidates_text(result, role, language));
    text.push_str(&footer(result, language));
    language.typeset(&text)
}

fn head_text(result: &MapResult, role: &NodeRole, language: Language) -> String {
    let Some(node) = result.dossier.node(&role.node) else { return String::new() };
    let mut marks = vec![kind_word(node.kind, language), stage_word(node.stage, language)];
    for (holds, en, fr) in [(node.is_legacy, "legacy", "ancien"), (node.is_silo, "silo", "silo")] {
        if holds {
            marks.push(if language == Language::English { en } else { fr });
        }
    }
    let amount = thousands_of_real(role.leverage.amount, &result.dossier.settings.currency, language);
    let share = percent_of_real(role.leverage.share, 0, language);
    let health = figure(real(node.health), 1, language);
    let problems = role.leverage.problems.join(", ");
    let (id, name, owner) = (&node.id, node.name.get(language), &node.owner);
    let mut text = format!("{id} {name} · {}\n", marks.join(" · "));
    text.push_str(&match language {
        Language::English => {
            format!("Owner {owner} · health {health} of 10 · leverage {amount}, {share} of all\n")
        }
        Language::French => {
            format!("Responsable {owner} · santé {health} sur 10 · levier {amount}, {share} du total\n")
        }
    });
    if !problems.is_empty() {
        text.push_str(&match language {
            Language::English => format!("Root of {problems}\n"),
            Language::French => format!("Racine de {problems}\n"),
        });
    }
    if role.leverage.is_unattended() {
        text.push_str(match language {
            Language::English => "Nobody proposes to fix it.\n",
            Language::French => "Personne ne propose de le traiter.\n",
        });
    }
    text
}

fn moments_text(result: &MapResult, role: &NodeRole, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let mut table = match language {
        Language::English => Table::new(&[
            "reaches",
            "",
            ">points per health point",
            ">at risk",
            ">leverage",
            ">if broken",
            ">if excellent",
        ]),
        Language::French => Table::new(&[
            "atteint",
            "",
            ">points par point de santé",
            ">en jeu",
            ">levier",
            ">si en panne",
            ">si excellent",
        ]),
    };
    for reached in &role.moments {
        let name = result.dossier.moment(&reached.moment).map_or("", |moment| moment.name.get(language));
        let points = |dam: &Dam| {
            dam.moments.get(&reached.moment).map_or_else(dash, |points| change(*points, 2, language))
        };
        table.row(vec![
            reached.moment.to_string(),
            short(name, 38),
            figure(reached.influence, 3, language),
            thousands_of_real(reached.at_risk, currency, language),
            thousands_of_real(reached.leverage, currency, language),
            points(&role.broken),
            points(&role.excellent),
        ]);
    }
    match (table.is_empty(), language) {
        (false, _) => format!("\n{}", table.text()),
        (true, Language::English) => "\nIt reaches no moment of truth.\n".into(),
        (true, Language::French) => "\nIl n’atteint aucun moment de vérité.\n".into(),
    }
}

fn dam_text(result: &MapResult, role: &NodeRole, language: Language) -> String {
    let money = |dam: &Dam| {
        let amount = thousands_of_real(dam.at_risk_change.abs(), &result.dossier.settings.currency, language);
        let share = dam.at_risk_share.map_or_else(dash, |share| share_change(share, 1, language));
        (amount, share)
    };
    let mut text = "\n".to_string();
    for (dam, is_broken) in [(&role.broken, true), (&role.excellent, false)] {
        let (amount, share) = money(dam);
        let health = change(dam.health_change, 1, language);
        let is_loss = dam.at_risk_change > 0.0;
        text.push_str(&match (is_broken, is_loss, language) {
            (true, true, Language::English) => {
                format!("If it breaks (health {health}): {amount} more at risk a year ({share})\n")
            }
            (true, false, Language::English) => {
                format!("If it breaks (health {health}): {amount} less at risk a year ({share})\n")
            }
            (false, true, Language::English) => {
                format!("If it is excellent (health {health}): {amount} more at risk a year ({share})\n")
            }
            (false, false, Language::English) => {
                format!("If it is excellent (health {health}): {amount} won back a year ({share})\n")
            }
            (true, true, Language::French) => {
                format!("S’il tombe (santé {health}) : {amount} de plus en jeu par an ({share})\n")
            }
            (true, false, Language::French) => {
                format!("S’il tombe (santé {health}) : {amount} de moins en jeu par an ({share})\n")
            }
            (false, true, Language::French) => format!(
                "S’il devient excellent (santé {health}) : {amount} de plus en jeu par an ({share})\n"
            ),
            (false, false, Language::French) => {
                format!("S’il devient excellent (santé {health}) : {amount} regagnés par an ({share})\n")
            }
        });
    }
    text.push_str(&role.tried.as_ref().map(|dam| tried_text(result, dam, language)).unwrap_or_default());
    text
}

/// What another health, tried out, would do.
fn tried_text(result: &MapResult, dam: &Dam, language: Language) -> String {
    let amount = thousands_of_real(dam.at_risk_change.abs(), &result.dossier.settings.currency, language);
    let share = dam.at_risk_share.map_or_else(dash, |share| share_change(share, 1, language));
    let (health, by) = (figure(dam.health, 1, language), change(dam.health_change, 1, language));
    match (language, dam.at_risk_change > 0.0) {
        (Language::English, true) => {
            format!("At health {health} ({by}): {amount} more at risk a year ({share})\n")
        }
        (Language::English, false) => {
            format!("At health {health} ({by}): {amount} won back a year ({share})\n")
        }
        (Language::French, true) => {
            format!("À la santé {health} ({by}) : {amount} de plus en jeu par an ({share})\n")
        }
        (Language::French, false) => {
            format!("À la santé {health} ({by}) : {amount} regagnés par an ({share})\n")
        }
    }
}

fn links_text(result: &MapResult, head: &str, links: &[Link], language: Language) -> String {
    if links.is_empty() {
        return String::new();
    }
    let mut table = match language {
        Language::English => Table::new(&["node", "", ">health points per point", ">edge", "evidence"]),
        Language::French => Table::new(&["nœud", "", ">points de santé par point", ">lien", "preuve"]),
    };
    for link in links {
        table.row(vec![
            link.node.to_string(),
            node_name(result, &link.node, 38, language),
            figure(link.influence, 3, language),
            link.edge.map_or_else(dash, |(weight, _)| figure(weight, 2, language)),
            link.edge.map_or_else(dash, |(_, evidence)| evidence.name().to_string()),
        ]);
    }
    format!("\n{head}\n{}", table.text())
}

fn candidates_text(result: &MapResult, role: &NodeRole, language: Language) -> String {
    let mut text = match (role.candidates.is_empty(), language) {
        (true, Language::English) => "\nNo candidate touches it.\n".to_string(),
        (true, Language::French) => "\nAucun candidat n’y touche.\n".to_string(),
        (false, Language::English) => "\nCandidates that touch it, health points in full scope\n".to_string(),
        (false, Language::French) => {
            "\nCandidats qui y touchent, points de santé au périmètre complet\n".to_string()
        }
    };
    for (id, points) in &role.candidates {
        let name = result.dossier.investment(id).map_or("", |item| item.name.get(language));
        text.push_str(&format!("  {id} {:<46} {:>6}\n", short(name, 44), change(*points, 1, language)));
    }
    text
}
