//! Journeys and life-cycle stages as text for the terminal: how each is remembered and what its moments cost.

use rust_decimal::Decimal;

use super::map_result::MapResult;
use super::map_words::life_stage_word;
use super::number::{percent_of_real, thousands};
use super::real_number::{change, dash, figure, figure_if_any};
use super::table::Table;
use super::text_case::short;
use crate::domain::moment::MomentId;
use crate::domain::text::Language;
use crate::experience::journey_today::JourneyToday;
use crate::quantity::real::real;

/// Moments named on one line.
const MOMENTS_A_LINE: usize = 12;

/// Journeys with their scores, the perception index, and money at risk by stage.
pub fn journeys_text(result: &MapResult, language: Language) -> String {
    let mut text = table_text(result, language);
    text.push_str(&perception_text(result, language));
    text.push_str(&stages_text(result, language));
    text
}

fn table_text(result: &MapResult, language: Language) -> String {
    if result.picture.journeys.is_empty() {
        return String::new();
    }
    let model = result.model;
    let [worst, last, mean] = [model.journey_worst, model.journey_last, model.journey_mean]
        .map(|share| percent_of_real(share, 0, language));
    let (head, mut table) = match language {
        Language::English => (
            format!(
                "Journeys, the one remembered worst first: score 0 to 10 = {worst} worst moment + {last} last moment + {mean} mean"
            ),
            Table::new(&[
                "journey",
                "",
                ">score",
                ">worst for",
                "worst moment",
                "",
                ">at risk",
                ">share",
                ">fragmentation",
            ]),
        ),
        Language::French => (
            format!(
                "Parcours, le plus mal mémorisé d’abord : note de 0 à 10 = {worst} pire moment + {last} dernier moment + {mean} moyenne"
            ),
            Table::new(&[
                "parcours",
                "",
                ">note",
                ">au pire pour",
                "pire moment",
                "",
                ">en jeu",
                ">part",
                ">fragmentation",
            ]),
        ),
    };
    result.picture.journeys.iter().for_each(|journey| table.row(row(result, journey, language)));
    format!("\n{head}\n{}", table.text())
}

fn row(result: &MapResult, journey: &JourneyToday, language: Language) -> Vec<String> {
    let dossier = result.dossier;
    let stated = dossier.journeys.iter().find(|stated| stated.id == journey.journey);
    let mean = journey.mean.as_ref();
    let worst_for = journey
        .worst_persona()
        .map_or_else(dash, |worst| format!("{} {}", worst.persona, figure(worst.score.before, 1, language)));
    let worst = mean.map(|mean| &mean.worst_before);
    let name =
        |moment: &MomentId| dossier.moment(moment).map_or("", |moment| moment.name.get(language)).to_string();
    vec![
        journey.journey.to_string(),
        short(stated.map_or("", |stated| stated.name.get(language)), 26),
        figure_if_any(mean.map(|mean| mean.score.before), 1, language),
        worst_for,
        worst.map_or_else(dash, MomentId::to_string),
        short(&worst.map(name).unwrap_or_default(), 32),
        thousands(journey.money_at_risk, &dossier.settings.currency, language),
        share_of_risk(result, journey.money_at_risk, language),
        journey.fragmentation.to_string(),
    ]
}

fn perception_text(result: &MapResult, language: Language) -> String {
    let Some(index) = result.picture.perception.total else { return String::new() };
    let index = change(index.before, 1, language);
    let factor = result.model.loss_aversion;
    let counts = match (factor == 2.0, language) {
        (true, Language::English) => "double".to_string(),
        (true, Language::French) => "double".to_string(),
        (false, Language::English) => format!("{} times", figure(factor, 1, language)),
        (false, Language::French) => format!("{} fois", figure(factor, 1, language)),
    };
    match language {
        Language::English => format!(
            "Perception index today: {index} points (0 = as expected); experience less expectation, what falls short counts {counts}.\n"
        ),
        Language::French => format!(
            "Indice de perception aujourd’hui : {index} points (0 = conforme à l’attente) ; vécu moins attente, ce qui déçoit compte {counts}.\n"
        ),
    }
}

fn stages_text(result: &MapResult, language: Language) -> String {
    let (head, mut table) = match language {
        Language::English => (
            "Money at risk by stage of the customer's life",
            Table::new(&["stage", ">at risk", ">share", "moments"]),
        ),
        Language::French => (
            "Argent en jeu par étape de la vie du client",
            Table::new(&["étape", ">en jeu", ">part", "moments"]),
        ),
    };
    for stage in &result.picture.stages {
        let word = match (stage.stage, language) {
            (Some(stage), _) => life_stage_word(stage, language),
            (None, Language::English) => "no stage stated",
            (None, Language::French) => "étape non dite",
        };
        let ids: Vec<&str> = stage.moments.iter().map(|moment| moment.as_str()).collect();
        let mut lines = ids.chunks(MOMENTS_A_LINE).map(|some| some.join(" "));
        let nobody = match language {
            Language::English => "no moment described: nobody has looked here ◄",
            Language::French => "aucun moment décrit : personne n’a regardé ici ◄",
        };
        let (amount, share) = match ids.is_empty() {
            true => (dash(), dash()),
            false => (
                thousands(stage.money_at_risk, &result.dossier.settings.currency, language),
                share_of_risk(result, stage.money_at_risk, language),
            ),
        };
        table.row(vec![word.to_string(), amount, share, lines.next().unwrap_or_else(|| nobody.to_string())]);
        lines.for_each(|line| table.row(vec![String::new(), String::new(), String::new(), line]));
    }
    format!("\n{head}\n{}", table.text())
}

fn share_of_risk(result: &MapResult, amount: Decimal, language: Language) -> String {
    let total = result.picture.at_risk.total;
    if total.is_zero() { dash() } else { percent_of_real(real(amount) / real(total), 0, language) }
}
