//! Why an investment came, went or moved, in one sentence; only what is known is said, and when nothing is, that.

use rust_decimal::Decimal;

use super::change_words::money;
use super::comparison::{
    BrokenRule, Cause, ChangeKind, Comparison, Difference, DifferenceOf, InvestmentChange,
};
use super::number::grouped;
use crate::domain::text::Language;

/// The sentence on one investment.
pub fn change_sentence(comparison: &Comparison, change: &InvestmentChange, language: Language) -> String {
    let is_english = language == Language::English;
    let mut clauses: Vec<String> =
        change.causes.iter().map(|cause| cause_words(comparison, change.kind, cause, language)).collect();
    if clauses.is_empty() {
        clauses.push(unknown(comparison, language).to_string());
    }
    for (side, en, fr) in [
        (
            &comparison.before,
            "the plan before was not proven to be the best",
            "le plan d’avant n’était pas prouvé optimal",
        ),
        (
            &comparison.after,
            "the plan after is not proven to be the best",
            "le plan d’après n’est pas prouvé optimal",
        ),
    ] {
        if side.is_unproven() {
            clauses.push(if is_english { en } else { fr }.to_string());
        }
    }
    let verb = match (change.kind, is_english) {
        (ChangeKind::Entered, true) => "entered",
        (ChangeKind::Left, true) => "left",
        (ChangeKind::Moved, true) => "moved",
        (ChangeKind::Entered, false) => "entre",
        (ChangeKind::Left, false) => "sort",
        (ChangeKind::Moved, false) => "change",
    };
    let colon = if is_english { ":" } else { "\u{a0}:" };
    let separator = if is_english { "; " } else { "\u{202f}; " };
    format!("{} {verb}{colon} {}.", change.investment, clauses.join(separator))
}

/// The sentence on one difference.
pub fn difference_sentence(difference: &Difference, language: Language) -> String {
    let clause = difference_words(difference, language);
    let mut letters = clause.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// Where no cause is known, what can be said.
fn unknown(comparison: &Comparison, language: Language) -> &'static str {
    match (comparison.differences.is_empty(), language) {
        (true, Language::English) => "no cause is known, for nothing differs in request, dossier or rules",
        (true, Language::French) => {
            "aucune cause n’est connue, car rien ne diffère dans la demande, le dossier ou les règles"
        }
        (false, Language::English) => {
            "no cause of its own is known; what differs is listed under differences"
        }
        (false, Language::French) => {
            "aucune cause propre n’est connue\u{202f}; ce qui diffère figure sous « differences »"
        }
    }
}

fn cause_words(comparison: &Comparison, kind: ChangeKind, cause: &Cause, language: Language) -> String {
    let is_english = language == Language::English;
    let currency = match kind {
        ChangeKind::Entered => &comparison.before.currency,
        _ => &comparison.after.currency,
    };
    // Out before, or out now.
    let was = kind == ChangeKind::Entered;
    let of_variant =
        |variant: &Option<String>| variant.as_ref().map_or(String::new(), |name| format!(" ({name})"));
    let npv = |gain: Decimal| money(gain.abs(), currency, language);
    match cause {
        Cause::Asked(difference) | Cause::Written(difference) => difference_words(difference, language),
        Cause::Refused { variant, gain, broken } => {
            let rules: Vec<String> = broken.iter().map(|rule| rule_words(rule, language)).collect();
            let rules = rules.join(if is_english { " and " } else { " et " });
            let told = (of_variant(variant), npv(*gain), rules);
            refused_words(told, (was, *gain > Decimal::ZERO), language)
        }
        Cause::NotWorthIt { variant, gain } => {
            let (variant, amount) = (of_variant(variant), npv(*gain));
            match (is_english, was) {
                (true, true) => format!("before, adding it{variant} alone cost {amount} of NPV"),
                (true, false) => format!("now adding it{variant} alone costs {amount} of NPV"),
                (false, true) => format!("avant, l’ajouter seul{variant} coûtait {amount} de VAN"),
                (false, false) => format!("l’ajouter seul{variant} coûte {amount} de VAN"),
            }
        }
        Cause::Displaced { by } => {
            let by = by.join(", ");
            match (is_english, was) {
                (true, true) => format!("it excludes {by}, which left"),
                (true, false) => format!("it excludes {by}, which entered"),
                (false, true) => format!("il exclut {by}, qui sort"),
                (false, false) => format!("il exclut {by}, qui entre"),
            }
        }
        Cause::NoPlan { conflict } => {
            let rules = conflict.join(", ");
            match (is_english, was) {
                (true, true) => format!("before, no plan kept all rules ({rules})"),
                (true, false) => format!("no plan keeps all rules now ({rules})"),
                (false, true) => format!("avant, aucun plan ne respectait toutes les règles ({rules})"),
                (false, false) => format!("aucun plan ne respecte plus toutes les règles ({rules})"),
            }
        }
    }
}

/// What stood or stands against adding an investment: its variant, what it brings or costs, and the rules; `was` before, and
/// whether it brings anything.
fn refused_words(
    (variant, amount, rules): (String, String, String),
    (was, brings): (bool, bool),
    language: Language,
) -> String {
    match (language, was, brings) {
        (Language::English, true, true) => {
            format!("before, adding it{variant} alone brought {amount} but broke {rules}")
        }
        (Language::English, true, false) => {
            format!("before, adding it{variant} alone cost {amount} and broke {rules}")
        }
        (Language::English, false, true) => {
            format!("now adding it{variant} alone brings {amount} but breaks {rules}")
        }
        (Language::English, false, false) => {
            format!("now adding it{variant} alone costs {amount} and breaks {rules}")
        }
        (Language::French, true, true) => {
            format!("avant, l’ajouter seul{variant} rapportait {amount} mais enfreignait {rules}")
        }
        (Language::French, true, false) => {
            format!("avant, l’ajouter seul{variant} coûtait {amount} et enfreignait {rules}")
        }
        (Language::French, false, true) => {
            format!("l’ajouter seul{variant} rapporte {amount} mais enfreint {rules}")
        }
        (Language::French, false, false) => {
            format!("l’ajouter seul{variant} coûte {amount} et enfreint {rules}")
        }
    }
}

/// A broken rule with how much is missing, and what became of its limit.
fn rule_words(broken: &BrokenRule, language: Language) -> String {
    let number = |amount: Decimal| short(amount, language);
    let (rule, short_by) = (&broken.rule, number(broken.short_by));
    let Some((before, after)) = broken.limits else {
        return match language {
            Language::English => format!("{rule} by {short_by}"),
            Language::French => format!("{rule} de {short_by}"),
        };
    };
    let (from, to) = (number(before), number(after));
    match (language, before < after) {
        (Language::English, true) => format!("{rule} by {short_by} (its limit rose from {from} to {to})"),
        (Language::English, false) => format!("{rule} by {short_by} (its limit fell from {from} to {to})"),
        (Language::French, true) => format!("{rule} de {short_by} (sa limite est passée de {from} à {to})"),
        (Language::French, false) => format!("{rule} de {short_by} (sa limite a baissé de {from} à {to})"),
    }
}

/// Whole units of what is large, two decimals of what is small.
fn short(amount: Decimal, language: Language) -> String {
    let places = if amount.abs() < Decimal::ONE_HUNDRED { 2 } else { 0 };
    grouped(amount, places.min(amount.normalize().scale()), language)
}

fn difference_words(difference: &Difference, language: Language) -> String {
    let Difference { of, subject, field, before, after } = difference;
    let what = match (of, language) {
        (DifferenceOf::Request, Language::English) => format!("{subject} of the request"),
        (DifferenceOf::Request, Language::French) => format!("{subject} de la demande"),
        (DifferenceOf::Dossier, Language::English) if field.is_empty() => format!("{subject} of the dossier"),
        (DifferenceOf::Dossier, Language::French) if field.is_empty() => format!("{subject} du dossier"),
        (DifferenceOf::Dossier, Language::English) => format!("{field} of {subject} in the dossier"),
        (DifferenceOf::Dossier, Language::French) => format!("{field} de {subject} dans le dossier"),
        (DifferenceOf::Rule, Language::English) => format!("the limit of {subject}"),
        (DifferenceOf::Rule, Language::French) => format!("la limite de {subject}"),
    };
    match (before, after, language) {
        (Some(before), Some(after), Language::English) => format!("{what} went from {before} to {after}"),
        (Some(before), Some(after), Language::French) => format!("{what} passe de {before} à {after}"),
        (None, Some(after), Language::English) => format!("{what} is new: {after}"),
        (None, Some(after), Language::French) => format!("{what} apparaît\u{a0}: {after}"),
        (Some(before), None, Language::English) => format!("{what} is gone: {before}"),
        (Some(before), None, Language::French) => format!("{what} disparaît\u{a0}: {before}"),
        (None, None, Language::English) => format!("{what} changed"),
        (None, None, Language::French) => format!("{what} a changé"),
    }
}
