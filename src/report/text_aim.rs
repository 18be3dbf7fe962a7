//! What a plan was to have most of when that is not NPV alone, what broken soft limits cost it, and its regrets.

use rust_decimal::Decimal;

use super::aim_words::aim_words;
use super::number::{millions, thousands};
use super::plan::PlanResult;
use super::table::Table;
use crate::domain::text::Language;
use crate::optimize::outcome::Plan;

/// Lines below the status; nothing for a plan of greatest NPV without soft limits or other scenarios.
pub fn aim_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let mut text = String::new();
    if let (Some(worth), Some(words)) = (result.outcome.worth, aim_words(result, language)) {
        let (worth, noun) = (words.amount(result, worth, language), &words.noun);
        text.push_str(&match (words.is_less, language) {
            (false, Language::English) => format!("Aimed at {noun}: {worth}.\n"),
            (true, Language::English) => format!("Aimed at the lowest {noun}: {worth}.\n"),
            (false, Language::French) => format!("Visé\u{a0}: {noun}, atteint {worth}.\n"),
            (true, Language::French) => format!("Visé\u{a0}: le plus faible {noun}, atteint {worth}.\n"),
        });
    }
    if plan.penalty > Decimal::ZERO {
        let penalty = thousands(plan.penalty, &result.dossier.settings.currency, language);
        text.push_str(&match language {
            Language::English => {
                format!("Limits with a price are broken for {penalty}, not part of the NPV.\n")
            }
            Language::French => {
                format!("Des limites à prix sont dépassées pour {penalty}, hors VAN.\n")
            }
        });
    }
    text.push_str(&regrets_text(result, language));
    text
}

fn regrets_text(result: &PlanResult, language: Language) -> String {
    let currency = &result.dossier.settings.currency;
    let mut table = match language {
        Language::English => Table::new(&["scenario", ">best NPV there", ">this plan there", ">regret"]),
        Language::French => Table::new(&["scénario", ">meilleure VAN", ">ce plan", ">regret"]),
    };
    for scenario in &result.regrets.scenarios {
        table.row(vec![
            scenario.scenario.clone(),
            millions(scenario.best, currency, language),
            millions(scenario.npv, currency, language),
            millions(scenario.regret(), currency, language),
        ]);
    }
    let mut text = if table.is_empty() { String::new() } else { format!("\n{}", table.text()) };
    if !result.regrets.without_plan.is_empty() {
        let names = result.regrets.without_plan.join(", ");
        text.push_str(&match language {
            Language::English => format!("No plan is possible in {names}: left aside.\n"),
            Language::French => format!("Aucun plan n’est possible dans {names}\u{a0}: mis de côté.\n"),
        });
    }
    text
}
