//! Repairs in words: what to add, move or give up so that a plan becomes possible.

use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::choice_words::start_text;
use super::number::{grouped, percent, thousands};
use crate::domain::dossier::Dossier;
use crate::domain::text::Language;
use crate::optimize::repair::{Move, Repair, Step};
use crate::optimize::statement::Statement;

/// All repairs in one clause: `add €297k to 2027, or start B27 in 2028 only`; empty when there is none.
pub fn repairs_words(dossier: &Dossier, repairs: &[Repair], language: Language) -> String {
    let each: Vec<String> = repairs.iter().map(|repair| repair_words(dossier, repair, language)).collect();
    each.join(if language == Language::English { ", or " } else { ", ou " })
}

/// One repair: its steps joined by "and", marked when it gives up an obligation.
pub fn repair_words(dossier: &Dossier, repair: &Repair, language: Language) -> String {
    let steps: Vec<String> = repair.steps.iter().map(|step| step_words(dossier, step, language)).collect();
    let joined = steps.join(if language == Language::English { " and " } else { " et " });
    match (repair.is_last_resort(), language) {
        (false, _) => joined,
        (true, Language::English) => format!("as a last resort {joined}"),
        (true, Language::French) => format!("en dernier recours {joined}"),
    }
}

fn step_words(dossier: &Dossier, step: &Step, language: Language) -> String {
    let base_year = dossier.settings.base_year;
    let clause = step.statement.clause(base_year);
    let clause = clause.get(language);
    match (&step.by, language) {
        (Move::By(by), _) => loosened(dossier, &step.statement, *by, language),
        (Move::To(to), _) if matches!(step.statement, Statement::AskedFloor { .. }) => {
            asked_floor(&step.statement, *to, language)
        }
        (Move::To(to), Language::English) => {
            format!("lower {clause} to {}", level(&step.statement, *to, language))
        }
        (Move::To(to), Language::French) => {
            format!("abaisser {clause} à {}", level(&step.statement, *to, language))
        }
        (Move::Later(start), Language::English) => {
            format!(
                "start {} in {} only",
                subject(&step.statement),
                start_text(*start, &dossier.settings, language)
            )
        }
        (Move::Later(start), Language::French) => {
            format!(
                "ne démarrer {} qu’en {}",
                subject(&step.statement),
                start_text(*start, &dossier.settings, language)
            )
        }
        (Move::Dropped, _) => dropped(step, clause, language),
    }
}

fn loosened(dossier: &Dossier, statement: &Statement, by: Decimal, language: Language) -> String {
    let settings = &dossier.settings;
    let clause = statement.clause(settings.base_year);
    let clause = clause.get(language);
    let money = || {
        // Rounded up, so that the sentence promises no less than is needed.
        let whole = (by / dec!(1000)).round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity);
        thousands(whole * dec!(1000), &settings.currency, language)
    };
    match (statement, language) {
        (Statement::Budget { year }, Language::English) => {
            format!("add {} to {}", money(), settings.base_year + *year as i32)
        }
        (Statement::Budget { year }, Language::French) => {
            format!("ajouter {} en {}", money(), settings.base_year + *year as i32)
        }
        (Statement::RunRate { .. }, Language::English) => format!("raise {clause} by {}", money()),
        (Statement::RunRate { .. }, Language::French) => format!("relever {clause} de {}", money()),
        (Statement::Envelope { .. }, Language::English) => format!("add {} to {clause}", money()),
        (Statement::Envelope { .. }, Language::French) => format!("ajouter {} à {clause}", money()),
        (Statement::RoleDays { .. } | Statement::RolePeriod { .. }, Language::English) => {
            format!("add {} to {clause}", grouped(by, 0, language))
        }
        (Statement::RoleDays { .. } | Statement::RolePeriod { .. }, Language::French) => {
            format!("ajouter {} jours\u{a0}: {clause}", grouped(by, 0, language))
        }
        (_, Language::English) => {
            format!("loosen \"{clause}\" by {}", grouped(by, by.normalize().scale(), language))
        }
        (_, Language::French) => {
            format!("assouplir «\u{a0}{clause}\u{a0}» de {}", grouped(by, by.normalize().scale(), language))
        }
    }
}

fn dropped(step: &Step, clause: &str, language: Language) -> String {
    let subject = subject(&step.statement);
    match (&step.statement, language) {
        (Statement::Mandatory { .. }, Language::English) => format!("do without {subject}"),
        (Statement::Mandatory { .. }, Language::French) => format!("renoncer à {subject}"),
        (Statement::AtLeastOne { .. }, Language::English) => format!("do without any of group {subject}"),
        (Statement::AtLeastOne { .. }, Language::French) => format!("se passer de tout le groupe {subject}"),
        (Statement::ForcedIn { .. }, Language::English) => format!("no longer force {subject} in"),
        (Statement::ForcedIn { .. }, Language::French) => format!("ne plus imposer {subject}"),
        (Statement::ForcedOut { .. }, Language::English) => format!("no longer force {subject} out"),
        (Statement::ForcedOut { .. }, Language::French) => format!("ne plus écarter {subject}"),
        (_, Language::English) => format!("give up \"{clause}\""),
        (_, Language::French) => format!("renoncer à «\u{a0}{clause}\u{a0}»"),
    }
}

/// Whom a statement speaks of.
fn subject(statement: &Statement) -> String {
    match statement {
        Statement::Mandatory { investment }
        | Statement::ForcedIn { investment, .. }
        | Statement::ForcedOut { investment, .. } => investment.to_string(),
        Statement::AtLeastOne { group } => group.clone(),
        other => other.name(),
    }
}

/// A floor that the user asked for: shares as per cent, other measures as numbers.
fn asked_floor(statement: &Statement, to: Decimal, language: Language) -> String {
    let Statement::AskedFloor { measure, least } = statement else { return String::new() };
    let is_share = measure.starts_with("coverage") || measure.starts_with("objective:");
    let told = |amount: Decimal| match is_share {
        true => percent(amount, (amount.normalize().scale()).saturating_sub(2), language),
        false => grouped(amount, amount.normalize().scale(), language),
    };
    let (least, to) = (told(*least), told(to));
    match language {
        Language::English => format!("lower the floor of {measure} from {least} to {to}"),
        Language::French => format!("abaisser le plancher {measure} de {least} à {to}"),
    }
}

fn level(statement: &Statement, to: Decimal, language: Language) -> String {
    match statement {
        Statement::AskedFloor { .. } => grouped(to, to.normalize().scale(), language),
        _ => percent(to, 1, language),
    }
}
