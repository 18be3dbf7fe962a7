//! Top and end of the memo: what is recommended, how sure that is, and what it was worked out from.

use super::html::{Html, classed, element};
use super::page::Page;
use super::rule::clause;
use crate::domain::text::Language;
use crate::optimize::statement::Statement;
use crate::report::missing_words::unjudged_sentence;
use crate::report::number::percent;
use crate::report::repair_words::repairs_words;
use crate::report::rule_limit::limit_text;
use crate::report::text_recommendation::{recommendation, status_text};

/// Digits of the fingerprint that are shown at the top; all of them stand under the method.
const SHOWN_OF_FINGERPRINT: usize = 16;

/// Title, recommendation, status of proof, banner and the facts of the run.
pub fn header(page: &Page) -> Html {
    let kind = page.say("Decision memo", "Note de décision");
    let inner = classed("p", "kind", kind)
        .and(element("h1", page.name()))
        .and(Html::literal("\n"))
        .and(classed("p", "recommendation", verdict(page)))
        .and(proof(page))
        .and(banner(page))
        .and(facts(page));
    element("header", inner).and(Html::literal("\n"))
}

/// The last line of the page.
pub fn footer(page: &Page) -> Html {
    let text = format!(
        "cxfolio {} · {} · {}",
        env!("CARGO_PKG_VERSION"),
        page.name(),
        page.result.fingerprint.get(..SHOWN_OF_FINGERPRINT).unwrap_or(page.result.fingerprint)
    );
    element("footer", element("p", text)).and(Html::literal("\n"))
}

/// The recommendation, or the sentence that there is no plan and what keeps it from existing.
pub fn verdict(page: &Page) -> String {
    if let Some(plan) = page.plan() {
        return without_name(page, &recommendation(page.result, plan, page.language));
    }
    let conflict = page.result.outcome.conflict().iter();
    let clauses: Vec<String> = conflict.map(|one| limited(page, one)).collect();
    let is_alone = clauses.len() == 1;
    let rules = and_joined(&clauses, page.say("and", "et"));
    let unjudged = unjudged_sentence(page.result, page.language);
    let repairs = repairs_words(page.dossier(), &page.result.outcome.repairs, page.language);
    match page.language {
        Language::English => {
            let repairs =
                if repairs.is_empty() { repairs } else { format!(" To make one possible: {repairs}.") };
            let cause = if is_alone { "no plan can keep this" } else { "these cannot be kept together" };
            format!("No plan can be recommended, because {cause}: {rules}.{repairs}{unjudged}")
        }
        Language::French => {
            let repairs = if repairs.is_empty() {
                repairs
            } else {
                format!(" Pour qu’un plan soit possible : {repairs}.")
            };
            let cause = match is_alone {
                true => "aucun ne peut respecter ceci",
                false => "ces règles sont incompatibles",
            };
            format!("Aucun plan ne peut être recommandé, car {cause} : {rules}.{repairs}{unjudged}")
        }
    }
}

/// The sentence without the dossier's name before its colon: the name stands above it as the title.
fn without_name(page: &Page, sentence: &str) -> String {
    let Some(rest) = sentence.strip_prefix(page.dossier().settings.name.get(page.language)) else {
        return sentence.to_string();
    };
    let mut letters = rest.trim_start_matches([':', ' ', '\u{a0}', '\u{202f}']).chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The rule with its limit; budgets, caps and floors say theirs in the clause itself.
fn limited(page: &Page, statement: &Statement) -> String {
    let text = clause(page, statement);
    let limit = limit_text(page.dossier(), statement, page.language);
    match (statement, limit) {
        (
            Statement::RoleDays { .. } | Statement::RolePeriod { .. } | Statement::Envelope { .. },
            Some(limit),
        ) => format!("{text} ({limit})"),
        _ => text,
    }
}

fn and_joined(clauses: &[String], and: &str) -> String {
    match clauses {
        [] => "–".to_string(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

fn proof(page: &Page) -> Html {
    if page.plan().is_some() {
        return classed("p", "proof", status_text(page.result, page.language)).and(Html::literal("\n"));
    }
    if page.result.outcome.conflict().len() == 1 {
        let advice = page.say(
            "Customers and business cases below hold all the same.",
            "Les clients et les analyses économiques ci-dessous restent valables.",
        );
        return classed("p", "proof", advice).and(Html::literal("\n"));
    }
    let advice = page.say(
        "At least one of them has to give way. Customers and business cases below hold all the same.",
        "L’une d’elles au moins doit céder. Les clients et les analyses économiques ci-dessous restent valables.",
    );
    classed("p", "proof", advice).and(Html::literal("\n"))
}

fn banner(page: &Page) -> Html {
    if !page.result.is_strategy_incomplete() {
        return Html::default();
    }
    let (share, least) =
        (page.share(page.result.readiness.share), page.share(page.result.model.readiness_min));
    let strong = element("strong", page.say("Strategy incomplete.", "Stratégie incomplète."));
    let text = match page.language {
        Language::English => {
            format!(" The dossier passes {share} of its gates, less than the {least} a decision asks for.")
        }
        Language::French => {
            format!(
                " Le dossier franchit {share} de ses jalons, moins que les {least} qu’une décision demande."
            )
        }
    };
    classed("p", "banner", strong.and(text)).and(Html::literal("\n"))
}

fn facts(page: &Page) -> Html {
    let (settings, result) = (&page.dossier().settings, page.result);
    let scenario = result.scenario.unwrap_or(page.say("as entered", "tel que saisi"));
    let note = page.dossier().scenarios.iter().find(|one| Some(one.id.as_str()) == result.scenario);
    let scenario = match note.map(|one| one.note.get(page.language)).filter(|note| !note.is_empty()) {
        Some(note) => format!("{scenario} ({note})"),
        None => scenario.to_string(),
    };
    let last_year = page.years().pop().unwrap_or_default();
    let years = format!("{} ({} {last_year})", settings.base_year, page.say("to", "à"));
    let mark = result.fingerprint.get(..SHOWN_OF_FINGERPRINT).unwrap_or(result.fingerprint);
    let rate = percent(settings.discount_rate, 1, page.language);
    let facts = [
        (page.say("Dossier", "Dossier"), settings.id.clone()),
        (page.say("Scenario", "Scénario"), scenario),
        (page.say("Base year", "Année de base"), years),
        (page.say("Discount rate", "Taux d’actualisation"), rate),
        (
            page.say("Decision model", "Modèle de décision"),
            format!("{} {}", result.model.name, result.model.version),
        ),
        (page.say("Fingerprint", "Empreinte"), mark.to_string()),
    ];
    let entry = |(term, text): (&str, String)| element("div", element("dt", term).and(element("dd", text)));
    classed("dl", "facts", facts.into_iter().map(entry).collect::<Html>()).and(Html::literal("\n"))
}
