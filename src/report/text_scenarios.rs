//! The plans of all scenarios as text for the terminal.

use super::choice_words::{dated_choices, dated_moves};
use super::number::{millions, percent};
use super::plan::PlanResult;
use super::scenario_table::{ScenarioTable, portfolio};
use super::table::Table;
use crate::domain::portfolio_change::PortfolioChange;
use crate::domain::text::Language;
use crate::optimize::outcome::Status;

/// One row per scenario: what its best plan is worth, and how it differs from that of the dossier as it is.
pub fn scenarios_text(scenarios: &ScenarioTable, language: Language) -> String {
    let base_name = match language {
        Language::English => "as it is",
        Language::French => "tel quel",
    };
    let mut table = Table::new(&match language {
        Language::English => ["scenario", ">NPV", ">ROI", ">funded", "enters", "leaves", "moves", ""],
        Language::French => ["scénario", ">VAN", ">ROI", ">financés", "entre", "sort", "change", ""],
    });
    table.row(row(base_name, &scenarios.base, &scenarios.base, language));
    let mut notes = String::new();
    for scenario in &scenarios.plans {
        match &scenario.plan {
            Ok(plan) => table.row(row(scenario.id, plan, &scenarios.base, language)),
            Err(sentence) => {
                table.row(vec![scenario.id.to_string(), "–".into()]);
                notes.push_str(&format!("{}: {}\n", scenario.id, sentence.get(language)));
            }
        }
    }
    format!("{}{}", table.text(), language.typeset(&notes))
}

fn row(name: &str, result: &PlanResult, base: &PlanResult, language: Language) -> Vec<String> {
    let settings = &result.dossier.settings;
    let Some(plan) = &result.outcome.plan else {
        return vec![
            name.to_string(),
            "–".into(),
            "–".into(),
            "0".into(),
            String::new(),
            String::new(),
            String::new(),
            doubt(result.outcome.status, language).to_string(),
        ];
    };
    let change = PortfolioChange::between(&portfolio(base), &plan.portfolio);
    let roi = plan.case.appraisal.roi.map_or("–".into(), |roi| percent(roi, 0, language));
    vec![
        name.to_string(),
        millions(plan.case.npv, &settings.currency, language),
        roi,
        plan.portfolio.choices().len().to_string(),
        dated_choices(&change.entered, settings, language).join(", "),
        dated_choices(&change.left, settings, language).join(", "),
        dated_moves(&change.moved, settings, language).join(", "),
        doubt(result.outcome.status, language).to_string(),
    ]
}

fn doubt(status: Status, language: Language) -> &'static str {
    match (status, language) {
        (Status::Optimal, _) => "",
        (Status::WithinGap, Language::English) => "within the gap",
        (Status::WithinGap, Language::French) => "à l'écart près",
        (Status::LimitReached, Language::English) => "not proven",
        (Status::LimitReached, Language::French) => "non prouvé",
        (Status::Infeasible, Language::English) => "no plan keeps all rules",
        (Status::Infeasible, Language::French) => "aucun plan ne respecte toutes les règles",
    }
}
