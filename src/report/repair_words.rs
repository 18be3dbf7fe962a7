//! Repairs in words: what to add, move or give up so that a plan becomes possible.

use rust_decimal::{Decimal, RoundingStrategy, dec};

use super::choice_words::{named_investment, start_text};
use super::number::{grouped, percent, thousands};
use super::rule_unit::{RuleUnit, days};
use crate::domain::dossier::Dossier;
use crate::domain::text::Language;
use crate::optimize::clause::{group_called, with_variant_called};
use crate::optimize::measures::called::measure_called;
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
    let clause = step.statement.clause(dossier);
    let clause = clause.get(language);
    match (&step.by, language) {
        (Move::By(by), _) => loosened(dossier, &step.statement, *by, language),
        (Move::To(to), _) if matches!(step.statement, Statement::AskedFloor { .. }) => {
            asked_floor(dossier, &step.statement, *to, language)
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
                subject(dossier, &step.statement, language),
                start_text(*start, &dossier.settings, language)
            )
        }
        (Move::Later(start), Language::French) => {
            format!(
                "ne démarrer {} qu’en {}",
                subject(dossier, &step.statement, language),
                start_text(*start, &dossier.settings, language)
            )
        }
        (Move::Dropped, _) => dropped(dossier, step, clause, language),
    }
}

fn loosened(dossier: &Dossier, statement: &Statement, by: Decimal, language: Language) -> String {
    let settings = &dossier.settings;
    let clause = statement.clause(dossier);
    let clause = clause.get(language);
    let money = || {
        // Rounded up, so that the sentence promises no less than is needed.
        let whole = (by / dec!(1000)).round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity);
        thousands(whole * dec!(1000), &settings.currency, language)
    };
    let by_unit = || RuleUnit::of(dossier, statement).told(by, &settings.currency, language);
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
            format!("add {} to {clause}", days(by, language))
        }
        (Statement::RoleDays { .. } | Statement::RolePeriod { .. }, Language::French) => {
            format!("ajouter {}\u{a0}: {clause}", days(by, language))
        }
        (_, Language::English) => format!("loosen “{clause}” by {}", by_unit()),
        (_, Language::French) => format!("assouplir «\u{a0}{clause}\u{a0}» de {}", by_unit()),
    }
}

fn dropped(dossier: &Dossier, step: &Step, clause: &str, language: Language) -> String {
    let subject = subject(dossier, &step.statement, language);
    match (&step.statement, language) {
        (Statement::Mandatory { .. }, Language::English) => format!("do without {subject}"),
        (Statement::Mandatory { .. }, Language::French) => format!("renoncer à {subject}"),
        (Statement::AtLeastOne { .. }, Language::English) => format!("do without any of {subject}"),
        (Statement::AtLeastOne { .. }, Language::French) => {
            format!("se passer de tous ceux-ci\u{a0}: {subject}")
        }
        (Statement::ForcedIn { .. }, Language::English) => format!("no longer force {subject} in"),
        (Statement::ForcedIn { .. }, Language::French) => format!("ne plus imposer {subject}"),
        (Statement::ForcedOut { .. }, Language::English) => format!("no longer force {subject} out"),
        (Statement::ForcedOut { .. }, Language::French) => format!("ne plus écarter {subject}"),
        (_, Language::English) => format!("give up “{clause}”"),
        (_, Language::French) => format!("renoncer à «\u{a0}{clause}\u{a0}»"),
    }
}

/// Whom a statement speaks of.
fn subject(dossier: &Dossier, statement: &Statement, language: Language) -> String {
    match statement {
        Statement::Mandatory { investment } | Statement::Begun { investment } => {
            named_investment(dossier, investment, language)
        }
        Statement::ForcedIn { investment, variant, .. }
        | Statement::ForcedOut { investment, variant, .. } => {
            with_variant_called(dossier, investment, variant).get(language).to_string()
        }
        Statement::AtLeastOne { group } => {
            group_called(dossier, group, ("and", "et")).get(language).to_string()
        }
        Statement::Portfolio { subject: Some(whom), .. } => {
            named_investment(dossier, &whom.as_str().into(), language)
        }
        other => other.clause(dossier).get(language).to_string(),
    }
}

/// A floor that the user asked for: shares as per cent, other measures as numbers.
fn asked_floor(dossier: &Dossier, statement: &Statement, to: Decimal, language: Language) -> String {
    let Statement::AskedFloor { measure, least } = statement else { return String::new() };
    let unit = RuleUnit::of_measure(measure);
    let told = |amount: Decimal| match unit {
        RuleUnit::Share => percent(amount, (amount.normalize().scale()).saturating_sub(2), language),
        unit => unit.told(amount, &dossier.settings.currency, language),
    };
    let (least, to) = (told(*least), told(to));
    let measure = measure_called(dossier, measure);
    let measure = measure.get(language);
    match language {
        Language::English => format!("lower the floor on {measure} from {least} to {to}"),
        Language::French => format!("abaisser le plancher sur {measure} de {least} à {to}"),
    }
}

fn level(statement: &Statement, to: Decimal, language: Language) -> String {
    match statement {
        Statement::AskedFloor { .. } => grouped(to, to.normalize().scale(), language),
        _ => percent(to, 1, language),
    }
}
