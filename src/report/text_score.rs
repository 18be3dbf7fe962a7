//! The scores of every variant as text for the terminal: one line each, never one number.

use super::real_number::{change, figure, figure_if_any, share_if_any, thousands_if_any};
use super::score_result::ScoreResult;
use super::table::Table;
use super::text_case::short;
use super::text_weights::weights_text;
use super::view_score::{N_CLOSES_MOST, closes_most, harms};
use crate::domain::text::Language;
use crate::score::variant_score::VariantScore;

/// The weights, then one line per variant with its five pictures, then what they mean.
pub fn scores_text(result: &ScoreResult, language: Language) -> String {
    let mut text = weights_text(result, language);
    text.push_str(&table_text(result, language));
    text.push_str(&missing_text(result, language));
    text.push_str(match language {
        Language::English => {
            "
Each variant done alone; five pictures, never added up:
  fit        points of 100 it adds to the weighted value of the objectives (last year, after its own saturation)
  personas   impact 0 to 10 by what each persona weighs, in the journeys it touches
  CX         share of the importance-weighted gap at the moments of truth that it closes, of 100; − harms the moment
  obsession  mean of agility, flexibility, globality, intelligence as stated, 0 to 10
  kept       share of its promised gains left after the evidence discount; weakest evidence behind them
"
        }
        Language::French => {
            "
Chaque variante seule ; cinq images, jamais additionnées :
  adéquation  points sur 100 ajoutés à la valeur pondérée des objectifs (dernière année, après saturation propre)
  personas    effet de 0 à 10 selon ce que pèse chaque persona, dans les parcours touchés
  CX          part de l’écart aux moments de vérité, pondéré par l’importance, qu’elle comble, sur 100 ; − nuit au moment
  obsession   moyenne déclarée d’agilité, flexibilité, globalité, intelligence, de 0 à 10
  gardé       part des gains promis restant après décote de preuve ; preuve la plus faible derrière eux
"
        }
    });
    text.push_str(&footer(result, language));
    language.typeset(&text)
}

/// Decision model and fingerprint.
pub fn footer(result: &ScoreResult, language: Language) -> String {
    let (model, version) = (&result.model.name, &result.model.version);
    let mark = result.fingerprint.get(..16).unwrap_or(result.fingerprint);
    match language {
        Language::English => format!("\nDecision model {model} {version} · fingerprint {mark}\n"),
        Language::French => format!("\nModèle de décision {model} {version} · empreinte {mark}\n"),
    }
}

fn table_text(result: &ScoreResult, language: Language) -> String {
    let mut table = match language {
        Language::English => Table::new(&[
            "variant",
            "investment",
            ">fit",
            ">personas",
            ">CX",
            "closes most",
            ">obsession",
            ">kept",
            "weakest",
            ">NPV",
        ]),
        Language::French => Table::new(&[
            "variante",
            "investissement",
            ">adéq.",
            ">personas",
            ">CX",
            "comble surtout",
            ">obsession",
            ">gardé",
            "preuve",
            ">VAN",
        ]),
    };
    for score in result.scores {
        let name = result.dossier.investment(&score.investment).map_or("", |item| item.name.get(language));
        let worth = score.worth.as_ref();
        let closes = closes_most(score).map(|moment| moment.moment.to_string());
        let harms = harms(score).take(N_CLOSES_MOST).map(|moment| format!("\u{2212}{}", moment.moment));
        let closes = closes.chain(harms).collect::<Vec<_>>().join(" ");
        let weakest = worth.and_then(|worth| worth.claims.weakest);
        table.row(vec![
            format!("{}:{}", score.investment, score.variant),
            short(name, 32),
            gain_text(score, result, language),
            figure_if_any(score.persona_impact, 1, language),
            figure(score.cx_points, 1, language),
            closes,
            figure_if_any(score.profile.mean(), 1, language),
            share_if_any(worth.and_then(|worth| worth.claims.kept_share()), 0, language),
            weakest.map_or("–", |level| level.name()).to_string(),
            thousands_if_any(worth.map(|worth| worth.npv), &result.dossier.settings.currency, language),
        ]);
    }
    table.text()
}

/// The points gained, a dash when there are no weights or no amounts.
pub fn gain_text(score: &VariantScore, result: &ScoreResult, language: Language) -> String {
    let worth = score.worth.as_ref().filter(|_| result.used.is_some());
    worth.map_or("–".into(), |worth| {
        change(worth.objective_fit.score_after - worth.objective_fit.score_before, 1, language)
    })
}

fn missing_text(result: &ScoreResult, language: Language) -> String {
    let missing = result.scores.iter().filter(|score| score.worth.is_none());
    let names: Vec<String> = missing.map(|score| format!("{}:{}", score.investment, score.variant)).collect();
    match (names.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::English) => {
            format!("Amounts withheld or not stated, so no fit, evidence or NPV: {}\n", names.join(", "))
        }
        (false, Language::French) => {
            format!(
                "Montants non communiqués ou non indiqués, donc ni adéquation, ni preuve, ni VAN : {}\n",
                names.join(", ")
            )
        }
    }
}
