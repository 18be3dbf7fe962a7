//! What a plan was to have most of when that is not NPV alone, what broken soft limits cost it, and its regrets.

use rust_decimal::Decimal;

use super::number::{grouped, millions, thousands};
use super::plan::PlanResult;
use super::table::Table;
use crate::domain::text::Language;
use crate::optimize::outcome::Plan;

/// An amount of the aim: money in millions, other measures with four digits.
pub fn aim_amount_text(result: &PlanResult, amount: Decimal, language: Language) -> String {
    match result.outcome.aim.as_str() {
        "npv" | "regret" | "freedom" | "thrift" => {
            millions(amount, &result.dossier.settings.currency, language)
        }
        _ => grouped(amount, 4, language),
    }
}

/// Lines below the status; nothing for a plan of greatest NPV without soft limits or other scenarios.
pub fn aim_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let mut text = String::new();
    let aim = &result.outcome.aim;
    if let Some(worth) = result.outcome.worth.filter(|_| aim != "npv") {
        let worth = aim_amount_text(result, worth, language);
        text.push_str(&match language {
            Language::English => format!("Aimed at {aim}: {worth}.\n"),
            Language::French => format!("Visé\u{a0}: {aim}, atteint {worth}.\n"),
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
