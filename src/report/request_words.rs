//! What two requests ask otherwise, in words where it is a lock, a scenario or a budget that is tried out.

use rust_decimal::Decimal;
use serde_json::Value;

use super::change_words::money;
use super::comparison::{Comparison, Difference, DifferenceOf};
use super::comparison_words::{investment_words, rule_words};
use crate::domain::text::Language;

/// The clause on a lock, a scenario or a budget; none for everything else that requests may say.
pub fn request_words(comparison: &Comparison, difference: &Difference, language: Language) -> Option<String> {
    if difference.of != DifferenceOf::Request {
        return None;
    }
    match difference.subject.as_str() {
        "locks" => lock_words(comparison, difference, language),
        "scenario" => scenario_words(difference, language),
        other => budget_words(comparison, other.strip_prefix("what_if.budgets.")?, difference, language),
    }
}

fn lock_words(comparison: &Comparison, difference: &Difference, language: Language) -> Option<String> {
    let lock: Value = serde_json::from_str(difference.after.as_ref().or(difference.before.as_ref())?).ok()?;
    let name = investment_words(comparison, lock.get("investment")?.as_str()?, language);
    let reason = lock.get("reason").and_then(Value::as_str).unwrap_or_default().trim();
    let reason = match (reason.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::English) => format!(" (“{reason}”)"),
        (false, Language::French) => format!(" («\u{a0}{reason}\u{a0}»)"),
    };
    let clause = match (lock.get("is_in")?.as_bool()?, difference.after.is_some(), language) {
        (true, true, Language::English) => format!("the request locks {name} in"),
        (true, true, Language::French) => format!("la demande impose {name}"),
        (true, false, Language::English) => format!("the request no longer locks {name} in"),
        (true, false, Language::French) => format!("la demande n’impose plus {name}"),
        (false, true, Language::English) => format!("the request locks {name} out"),
        (false, true, Language::French) => format!("la demande écarte {name}"),
        (false, false, Language::English) => format!("the request no longer locks {name} out"),
        (false, false, Language::French) => format!("la demande n’écarte plus {name}"),
    };
    Some(clause + &reason)
}

fn scenario_words(difference: &Difference, language: Language) -> Option<String> {
    Some(match (difference.before.as_deref(), difference.after.as_deref(), language) {
        (_, Some(after), Language::English) => format!("the request puts on scenario {after}"),
        (_, Some(after), Language::French) => format!("la demande se place dans le scénario {after}"),
        (Some(before), None, Language::English) => format!("the request no longer puts on scenario {before}"),
        (Some(before), None, Language::French) => {
            format!("la demande ne se place plus dans le scénario {before}")
        }
        (None, None, _) => return None,
    })
}

fn budget_words(
    comparison: &Comparison,
    period: &str,
    difference: &Difference,
    language: Language,
) -> Option<String> {
    let budget = rule_words(comparison, &format!("budget:{period}"), language);
    let told = |written: &Option<String>| {
        let amount: Option<Decimal> = written.as_ref()?.parse().ok();
        amount.map(|amount| money(amount, &comparison.after.currency, language))
    };
    Some(match (told(&difference.after), told(&difference.before), language) {
        (Some(after), _, Language::English) => format!("the request sets {budget} to {after}"),
        (Some(after), _, Language::French) => format!("la demande fixe {budget} à {after}"),
        (None, Some(before), Language::English) => {
            format!("the request no longer sets {budget} to {before}")
        }
        (None, Some(before), Language::French) => format!("la demande ne fixe plus {budget} à {before}"),
        (None, None, _) => return None,
    })
}
