//! The regret table as text for the terminal: each scenario's best plan in all scenarios.

use super::number::{millions, thousands};
use super::robust::{RegretCell, RegretRow, RobustResult};
use super::table::Table;
use crate::domain::text::Language;

/// A row per plan with its regret in each scenario, and what breaks it; nothing without other scenarios.
pub fn regrets_text(result: &RobustResult, language: Language) -> String {
    let regrets = result.regrets;
    if regrets.scenarios.len() < 2 {
        return String::new();
    }
    let names: Vec<String> =
        regrets.scenarios.iter().map(|(name, _)| named(result, name, language)).collect();
    let (plan, greatest) = match language {
        Language::English => ("regret of the best plan of", ">greatest"),
        Language::French => ("regret du meilleur plan de", ">plus grand"),
    };
    let mut headings = vec![plan.to_string()];
    headings.extend(names.iter().map(|name| format!(">{name}")));
    headings.push(greatest.into());
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    let currency = &result.dossier.settings.currency;
    for row in &regrets.rows {
        let mut cells = vec![best_in(result, row, language)];
        let told = |cell: &Option<RegretCell>| match cell {
            Some(cell) if cell.broken.is_empty() => thousands(cell.regret, currency, language),
            _ => unfit(language).to_string(),
        };
        cells.extend(row.cells.iter().map(told));
        cells.push(row.greatest().map_or_else(|| "–".into(), |most| thousands(most, currency, language)));
        table.row(cells);
    }
    format!("{}{}{}", table.text(), broken(result, language), least(result, language))
}

/// The scenario's name; the dossier as it was opened has none of its own.
fn named(result: &RobustResult, name: &Option<String>, language: Language) -> String {
    match (name, result.scenario, language) {
        (Some(name), _, _) => name.clone(),
        (None, Some(opened), _) => opened.to_string(),
        (None, None, Language::English) => "as it stands".into(),
        (None, None, Language::French) => "en l’état".into(),
    }
}

fn best_in(result: &RobustResult, row: &RegretRow, language: Language) -> String {
    row.best_in.iter().map(|name| named(result, name, language)).collect::<Vec<_>>().join(", ")
}

fn unfit(language: Language) -> &'static str {
    match language {
        Language::English => "does not fit",
        Language::French => "ne tient pas",
    }
}

/// Which rules keep which plan from fitting where, a line per plan.
fn broken(result: &RobustResult, language: Language) -> String {
    let mut lines = String::new();
    for row in &result.regrets.rows {
        let scenarios = row.cells.iter().zip(&result.regrets.scenarios);
        let told: Vec<String> = scenarios
            .filter_map(|(cell, (scenario, _))| {
                let why = match (cell, language) {
                    (Some(cell), _) if cell.broken.is_empty() => return None,
                    (Some(cell), _) => clauses(result, cell, language),
                    (None, Language::English) => "variants or starts not offered there".into(),
                    (None, Language::French) => "variantes ou démarrages non offerts".into(),
                };
                Some(format!("{} ({why})", named(result, scenario, language)))
            })
            .collect();
        if told.is_empty() {
            continue;
        }
        let (of, told) = (best_in(result, row, language), told.join(", "));
        lines.push_str(&match language {
            Language::English => format!("{of} does not fit in {told}\n"),
            Language::French => format!("{of} ne tient pas dans {told}\n"),
        });
    }
    lines
}

/// The rules that a plan breaks, as clauses.
fn clauses(result: &RobustResult, cell: &RegretCell, language: Language) -> String {
    let mut clauses: Vec<String> = Vec::new();
    for statement in &cell.broken {
        let clause = statement.clause(result.dossier).get(language).to_string();
        if !clauses.contains(&clause) {
            clauses.push(clause);
        }
    }
    let separator = if language == Language::English { "; " } else { "\u{a0}; " };
    clauses.join(separator)
}

fn least(result: &RobustResult, language: Language) -> String {
    let regrets = result.regrets;
    let mut text = match (regrets.without_plan.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::English) => format!("no plan is possible in: {}\n", regrets.without_plan.join(" ")),
        (false, Language::French) => {
            format!("aucun plan possible dans\u{a0}: {}\n", regrets.without_plan.join(" "))
        }
    };
    let best = regrets.least().and_then(|at| {
        let row = &regrets.rows[at];
        let regret = millions(row.greatest()?, &result.dossier.settings.currency, language);
        Some((best_in(result, row, language), regret))
    });
    text.push_str(&match (best, language) {
        (Some((of, regret)), Language::English) => format!(
            "Least greatest regret among these: the best plan of {of}, {regret}. `choose --maximise regret` finds the best of \
             all plans.\n"
        ),
        (Some((of, regret)), Language::French) => format!(
            "Plus petit regret maximal parmi eux\u{a0}: le meilleur plan de {of}, {regret}. `choose --maximise regret` trouve \
             le meilleur de tous les plans.\n"
        ),
        (None, Language::English) => {
            "None of these plans fits everywhere; `choose --maximise regret` looks for one that does.\n".into()
        }
        (None, Language::French) => {
            "Aucun de ces plans ne tient partout\u{a0}; `choose --maximise regret` en cherche un.\n".into()
        }
    });
    text
}
