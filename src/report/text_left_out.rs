//! What a plan leaves out, as a table for the terminal: what it would bring, and in short why there is no room for it.

use rust_decimal::Decimal;

use super::number::{grouped, thousands};
use super::plan::PlanResult;
use super::table::Table;
use super::text_case::short;
use crate::domain::text::Language;
use crate::optimize::neighbour::Neighbour;
use crate::optimize::outcome::Plan;
use crate::optimize::statement::Statement;

/// Columns of a terminal that the table keeps within.
const WIDTH: usize = 120;
/// Columns of the widest name; longer ones are cut.
const NAME_WIDTH: usize = 48;
/// Blanks between the four columns.
const BLANKS: usize = 6;
/// Broken rules told by candidate; the machine-readable result has all.
const RULES_SHOWN: usize = 2;

/// One row per investment outside the plan, in the variant that would bring most; nothing when all are in.
pub fn left_out_text(result: &PlanResult, plan: &Plan, language: Language) -> String {
    let headings = match language {
        Language::English => ["left out", "investment", ">NPV if added", "why"],
        Language::French => ["écarté", "investissement", ">VAN si ajouté", "pourquoi"],
    };
    let rows: Vec<[String; 4]> = plan
        .left_out()
        .map(|neighbour| {
            let name =
                result.dossier.investment(&neighbour.investment).map_or("", |item| item.name.get(language));
            let variant = neighbour.variant.as_ref().map_or("", |variant| variant.as_str());
            [
                format!("{}:{variant}", neighbour.investment),
                short(name, NAME_WIDTH),
                thousands(neighbour.gain, &result.dossier.settings.currency, language),
                reason(result, neighbour, language),
            ]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let width = |column: usize| {
        let heading = headings[column].trim_start_matches('>').chars().count();
        rows.iter().map(|row| row[column].chars().count()).fold(heading, usize::max)
    };
    let reason_width = WIDTH.saturating_sub((0..3).map(width).sum::<usize>() + BLANKS);
    let mut table = Table::new(&headings);
    for [code, name, gain, why] in rows {
        let mut lines = wrapped(&why, reason_width).into_iter();
        table.row(vec![code, name, gain, lines.next().unwrap_or_default()]);
        lines.for_each(|line| table.row(vec![String::new(), String::new(), String::new(), line]));
    }
    format!("{}\n", table.text())
}

/// Why a candidate is left out, in one clause: the broken rules that miss an amount first, the rest counted.
fn reason(result: &PlanResult, neighbour: &Neighbour, language: Language) -> String {
    let mut broken: Vec<&(Statement, Decimal)> = neighbour.broken.iter().collect();
    broken.sort_by_key(|(statement, _)| !statement.is_amount());
    let mut clauses: Vec<String> = broken
        .iter()
        .take(RULES_SHOWN)
        .map(|(statement, short_by)| broken_clause(result, statement, *short_by, language))
        .collect();
    if broken.len() > RULES_SHOWN {
        let more = broken.len() - RULES_SHOWN;
        clauses.push(match language {
            Language::English => format!("+{more}\u{a0}more"),
            Language::French if more == 1 => "+1\u{a0}autre".into(),
            Language::French => format!("+{more}\u{a0}autres"),
        });
    }
    let clause = clause(neighbour.gain <= Decimal::ZERO, !neighbour.displaced.is_empty(), &clauses, language);
    if neighbour.displaced.is_empty() {
        return clause;
    }
    let displaced: Vec<&str> = neighbour.displaced.iter().map(|id| id.as_str()).collect();
    let displaced = displaced.join(", ");
    match language {
        Language::English => format!("in place of {displaced}: {clause}"),
        Language::French => format!("à la place de {displaced}\u{a0}: {clause}"),
    }
}

fn clause(is_loss: bool, is_swap: bool, broken: &[String], language: Language) -> String {
    match (is_loss, broken.is_empty(), language) {
        (true, _, Language::English) if is_swap => "would bring less".into(),
        (true, _, Language::French) if is_swap => "apporterait moins".into(),
        (true, _, Language::English) => "would cost more than it brings here".into(),
        (true, _, Language::French) => "coûterait plus qu’il n’apporte ici".into(),
        (false, true, Language::English) => "another choice is worth more".into(),
        (false, true, Language::French) => "un autre choix vaut davantage".into(),
        (false, false, Language::English) => format!("no room: {}", broken.join("; ")),
        (false, false, Language::French) => format!("pas de place\u{a0}: {}", broken.join("\u{a0}; ")),
    }
}

fn broken_clause(
    result: &PlanResult,
    statement: &Statement,
    short_by: Decimal,
    language: Language,
) -> String {
    let settings = &result.dossier.settings;
    let clause = statement.clause(result.dossier);
    let clause = clause.get(language);
    match statement {
        Statement::Budget { .. } | Statement::RunRate { .. } | Statement::Envelope { .. } => {
            format!("{clause} (+{})", thousands(short_by, &settings.currency, language))
        }
        Statement::RoleDays { .. } | Statement::RolePeriod { .. } => {
            let days = grouped(short_by, 0, language);
            let word = if language == Language::English { "days" } else { "jours" };
            format!("{clause} (+{days}\u{a0}{word})")
        }
        _ => clause.to_string(),
    }
}

/// The text in lines of at most `width` columns, broken at plain blanks; a longer word keeps its line.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_plain_blanks_only() {
        assert_eq!(
            wrapped("no room: the budget (+523\u{a0}k€)", 15),
            ["no room: the", "budget", "(+523\u{a0}k€)"]
        );
        assert_eq!(wrapped("one line", 8), ["one line"]);
        assert_eq!(wrapped("unbreakable", 3), ["unbreakable"]);
    }
}
