//! Why an investment came, went or moved, in one sentence; only what is known is said, and when nothing is, that.

use rust_decimal::Decimal;

use super::change_words::money;
use super::choice_words::joined;
use super::comparison::{
    BrokenRule, Cause, ChangeKind, Comparison, Difference, DifferenceOf, InvestmentChange,
};
use super::request_words::request_words;
use super::rule_unit::RuleUnit;
use crate::domain::naming::with_identifier;
use crate::domain::text::Language;

/// The sentence on one investment.
pub fn change_sentence(comparison: &Comparison, change: &InvestmentChange, language: Language) -> String {
    let is_english = language == Language::English;
    let mut clauses: Vec<String> =
        change.causes.iter().map(|cause| cause_words(comparison, change, cause, language)).collect();
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
    let who = investment_words(comparison, &change.investment, language);
    format!("{who} {verb}{colon} {}.", clauses.join(separator))
}

/// The sentence on one difference.
pub fn difference_sentence(comparison: &Comparison, difference: &Difference, language: Language) -> String {
    let clause = difference_words(comparison, difference, language);
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
        (false, Language::English) => "no cause of its own is known, but other things differ",
        (false, Language::French) => "aucune cause propre n’est connue, mais d’autres choses diffèrent",
    }
}

fn cause_words(
    comparison: &Comparison,
    change: &InvestmentChange,
    cause: &Cause,
    language: Language,
) -> String {
    let kind = change.kind;
    let is_english = language == Language::English;
    let currency = match kind {
        ChangeKind::Entered => &comparison.before.currency,
        _ => &comparison.after.currency,
    };
    // Out before, or out now.
    let was = kind == ChangeKind::Entered;
    let of_variant = |variant: &Option<String>| {
        let named = variant.as_ref().map(|id| {
            let names = comparison.names.variants.get(&(change.investment.clone(), id.clone()));
            names.map_or(id.clone(), |name| name.get(language).to_string())
        });
        match (named, language) {
            (None, _) => String::new(),
            (Some(name), Language::English) => format!(" as “{name}”"),
            (Some(name), Language::French) => format!(" en «\u{a0}{name}\u{a0}»"),
        }
    };
    let npv = |gain: Decimal| money(gain.abs(), currency, language);
    match cause {
        Cause::Asked(difference) | Cause::Written(difference) => {
            difference_words(comparison, difference, language)
        }
        Cause::Refused { variant, gain, broken } => {
            let rules: Vec<String> =
                broken.iter().map(|rule| broken_words(comparison, rule, currency, language)).collect();
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
            let by: Vec<String> = by.iter().map(|id| investment_words(comparison, id, language)).collect();
            let by = joined(&by, language);
            match (is_english, was) {
                (true, true) => format!("it excludes {by}, which left"),
                (true, false) => format!("it excludes {by}, which entered"),
                (false, true) => format!("il exclut {by}, qui sort"),
                (false, false) => format!("il exclut {by}, qui entre"),
            }
        }
        Cause::NoPlan { conflict } => {
            let rules: Vec<String> =
                conflict.iter().map(|rule| rule_words(comparison, rule, language)).collect();
            let rules = rules.join(if is_english { "; " } else { "\u{202f}; " });
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

/// A broken rule with how much is missing where that is an amount, and what became of its limit.
fn broken_words(comparison: &Comparison, broken: &BrokenRule, currency: &str, language: Language) -> String {
    let rule = rule_words(comparison, &broken.rule, language);
    let unit = comparison.names.rules.get(&broken.rule).map_or(RuleUnit::Count, |(_, unit)| *unit);
    let told = |amount: Decimal| unit.told(amount, currency, language);
    let missing = match (unit, language) {
        (RuleUnit::Count, _) => String::new(),
        (_, Language::English) => format!(" by {}", told(broken.short_by)),
        (_, Language::French) => format!(" de {}", told(broken.short_by)),
    };
    let Some((before, after)) = broken.limits else { return format!("{rule}{missing}") };
    let (from, to) = (told(before), told(after));
    let limit = match (language, before < after) {
        (Language::English, true) => format!("its limit rose from {from} to {to}"),
        (Language::English, false) => format!("its limit fell from {from} to {to}"),
        (Language::French, true) => format!("sa limite est passée de {from} à {to}"),
        (Language::French, false) => format!("sa limite a baissé de {from} à {to}"),
    };
    format!("{rule}{missing} ({limit})")
}

/// An investment by its name where one of the documents has it.
pub fn investment_words(comparison: &Comparison, id: &str, language: Language) -> String {
    let name = comparison.names.investments.get(id);
    with_identifier(name.map_or("", |name| name.get(language)), id)
}

/// A rule by its name where one of the documents has it.
pub fn rule_words(comparison: &Comparison, rule: &str, language: Language) -> String {
    let named = comparison.names.rules.get(rule);
    named.map_or(rule.to_string(), |(name, _)| name.get(language).to_string())
}

fn difference_words(comparison: &Comparison, difference: &Difference, language: Language) -> String {
    if let Some(told) = request_words(comparison, difference, language) {
        return told;
    }
    let Difference { of, subject, field, .. } = difference;
    let (before, after) = (
        &limit_words(comparison, difference, &difference.before, language),
        &limit_words(comparison, difference, &difference.after, language),
    );
    let rule = rule_words(comparison, subject, language);
    let what = match (of, language) {
        (DifferenceOf::Request, Language::English) => format!("“{subject}” of the request"),
        (DifferenceOf::Request, Language::French) => format!("«\u{a0}{subject}\u{a0}» de la demande"),
        (DifferenceOf::Dossier, Language::English) if field.is_empty() => format!("{subject} of the dossier"),
        (DifferenceOf::Dossier, Language::French) if field.is_empty() => format!("{subject} du dossier"),
        (DifferenceOf::Dossier, Language::English) => format!("{field} of {subject} in the dossier"),
        (DifferenceOf::Dossier, Language::French) => format!("{field} de {subject} dans le dossier"),
        (DifferenceOf::Rule, Language::English) => format!("the limit of {rule}"),
        (DifferenceOf::Rule, Language::French) => format!("la limite «\u{a0}{rule}\u{a0}»"),
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

/// The limit of a rule in its unit; anything else as it is written.
fn limit_words(
    comparison: &Comparison,
    difference: &Difference,
    written: &Option<String>,
    language: Language,
) -> Option<String> {
    let written = written.as_ref()?;
    let unit = match difference.of {
        DifferenceOf::Rule => comparison.names.rules.get(&difference.subject).map(|(_, unit)| *unit),
        _ => None,
    };
    let amount = unit.and_then(|unit| Some((unit, written.parse::<Decimal>().ok()?)));
    let currency = &comparison.after.currency;
    Some(amount.map_or(written.clone(), |(unit, amount)| unit.told(amount, currency, language)))
}
