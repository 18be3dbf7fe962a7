//! An explained plan as text for the terminal: the dossier's questions first, then every investment and the prices.

use rust_decimal::Decimal;

use super::change_words::{change_words, money};
use super::choice_words::dated_choices;
use super::explain_sentence::{answer, figure, names, sentence, verdict_words};
use super::explained::ExplainedResult;
use super::number::counted;
use super::rule_unit::days;
use super::table::Table;
use super::text_left_out::wrapped as lines_of;
use super::text_plan::{plan_text, value_model_text};
use super::text_recommendation::{recommendation, status_text};
use super::text_uncovered::uncovered_text;
use crate::domain::portfolio::Choice;
use crate::domain::text::Language;
use crate::optimize::explain::explanation::{Explanation, Verdict};
use crate::optimize::explain::prices::{Price, Subject};
use crate::optimize::explain::why::Why;
use crate::optimize::statement::Statement;

/// Columns of a terminal that sentences keep within.
const WIDTH: usize = 100;

/// Columns that a change of the rules takes in its table.
const CHANGE_WIDTH: usize = 60;

/// The explanation; without a plan, what stands in its way and what would repair it.
pub fn explain_text(result: &ExplainedResult, language: Language) -> String {
    let (Some(why), Some(plan)) = (result.why, &result.plan.outcome.plan) else {
        return plan_text(&result.plan, language);
    };
    let mut text = format!(
        "{}\n{}\n\n",
        recommendation(&result.plan, plan, language),
        status_text(&result.plan, language)
    );
    text.push_str(&questions_text(result, language));
    text.push_str(&sentences_text(result, language));
    match result.only {
        Some(_) => result.asked().for_each(|one| text.push_str(&details_text(result, one, language))),
        None => {
            text.push_str(&prices_text(result, why, language));
            text.push_str(&uncovered_text(result.plan.dossier, &why.moments, language));
        }
    }
    text.push_str(&footer(result, why, language));
    text
}

/// The dossier's own questions, in its order, each with its answer.
fn questions_text(result: &ExplainedResult, language: Language) -> String {
    let mut text = String::new();
    for question in &result.plan.dossier.questions {
        let Some(one) = result.asked().find(|one| one.investment() == &question.investment) else { continue };
        let asked = question.question.get(language);
        let answer = answer(result.plan.dossier, one, language);
        text.push_str(&wrapped(&format!("{} {asked} ({})", question.id, question.investment), "", "   "));
        text.push_str(&wrapped(&capital(&answer), "   ", "   "));
    }
    if text.is_empty() { text } else { text + "\n" }
}

/// Every other investment, those of the plan first.
fn sentences_text(result: &ExplainedResult, language: Language) -> String {
    let questions = &result.plan.dossier.questions;
    let is_asked = |one: &Explanation| questions.iter().any(|other| &other.investment == one.investment());
    let mut text = String::new();
    for is_in in [true, false] {
        for one in result.asked().filter(|one| one.is_in == is_in && !is_asked(one)) {
            text.push_str(&wrapped(&sentence(result, one, language), "", "   "));
        }
    }
    if text.is_empty() { text } else { text + "\n" }
}

/// One investment in full: its variants, and every change that would turn the verdict round.
fn details_text(result: &ExplainedResult, one: &Explanation, language: Language) -> String {
    let dossier = result.plan.dossier;
    let currency = &dossier.settings.currency;
    let mut variants = match language {
        Language::English => Table::new(&["variant", ">plan with it", ">own NPV", ">threshold"]),
        Language::French => Table::new(&["variante", ">plan avec", ">VAN propre", ">seuil"]),
    };
    let dash = || "–".to_string();
    for own in &one.standing.variants {
        variants.row(vec![
            own.variant.to_string(),
            own.with.as_ref().map_or_else(dash, |with| money(with.worth, currency, language)),
            own.own_npv.map_or_else(dash, |npv| money(npv, currency, language)),
            own.break_even.map_or_else(dash, |bar| figure(dossier, bar, language)),
        ]);
    }
    let without = one.standing.without.as_ref().map_or_else(dash, |out| money(out.worth, currency, language));
    let (label, comes, changes) = match language {
        Language::English => {
            ("Best plan without it:", "Comes along with it:", "What would change that, cheapest first:")
        }
        Language::French => (
            "Meilleur plan sans lui\u{a0}:",
            "Vient avec lui\u{a0}:",
            "Ce qui changerait cela, le moins cher d’abord\u{a0}:",
        ),
    };
    let mut text = format!("{}{label} {without}\n", variants.text());
    if !one.only_with.is_empty() {
        text.push_str(&format!("{comes} {}\n", names(dossier, &one.only_with, language)));
    }
    if !one.flips.is_empty() {
        text.push_str(&format!("{changes}\n"));
    }
    for flip in &one.flips {
        let amount = flip.amount.map_or_else(dash, |amount| money(amount, currency, language));
        text.push_str(&format!("  - {} · {amount}\n", change_words(dossier, flip, one.is_in, language)));
    }
    text + "\n"
}

/// What every rule costs, dearest first; rules that cost nothing are counted.
fn prices_text(result: &ExplainedResult, why: &Why, language: Language) -> String {
    let dossier = result.plan.dossier;
    let mut priced: Vec<&Price> = why.prices.iter().filter(|price| !is_nothing(price)).collect();
    priced.sort_by_key(|price| std::cmp::Reverse(price.gain.amount));
    let free = why.prices.len() - priced.len();
    let mut table = match language {
        Language::English => Table::new(&["change of the rules", ">NPV", "enters", "leaves"]),
        Language::French => Table::new(&["changement des règles", ">VAN", "entre", "sort"]),
    };
    for price in priced {
        let all = |choices: &[Choice]| dated_choices(choices, &dossier.settings, language).join(", ");
        let mut lines = lines_of(&subject_words(result, &price.subject, language), CHANGE_WIDTH).into_iter();
        table.row(vec![
            lines.next().unwrap_or_default(),
            figure(dossier, price.gain, language),
            all(&price.enters),
            all(&price.leaves),
        ]);
        lines.for_each(|line| table.row(vec![format!("  {line}")]));
    }
    let rest = match (free, language) {
        (0, _) => String::new(),
        (_, Language::English) => {
            let changes = counted(free, "other change", "other changes", language);
            let are = if free == 1 { "is" } else { "are" };
            format!("{changes} of a rule {are} worth nothing: the plan stays as it is.\n")
        }
        (_, Language::French) => {
            let changes = counted(free, "autre changement", "autres changements", language);
            let are = if free == 1 { "vaut" } else { "valent" };
            format!("{changes} d’une règle ne {are} rien\u{a0}: le plan reste le même.\n")
        }
    };
    let table = if table.is_empty() { String::new() } else { table.text() };
    format!("{table}{rest}\n")
}

fn is_nothing(price: &Price) -> bool {
    price.gain.is_proven() && price.gain.amount.is_zero()
}

/// What is changed, as a clause.
pub fn subject_words(result: &ExplainedResult, subject: &Subject, language: Language) -> String {
    let settings = &result.plan.dossier.settings;
    let clause = |statement: &Statement| statement.clause(result.plan.dossier).get(language).to_string();
    let paid = |breach: &Option<Decimal>| match (breach.filter(|breach| !breach.is_zero()), language) {
        (None, _) => String::new(),
        (Some(breach), Language::English) => {
            format!(" (its breach costs {} now)", money(breach, &settings.currency, language))
        }
        (Some(breach), Language::French) => {
            format!(" (son dépassement coûte {})", money(breach, &settings.currency, language))
        }
    };
    match (subject, language) {
        (Subject::MoreMoney { statement, more }, _) => {
            format!("{} +{}", clause(statement), money(*more, &settings.currency, language))
        }
        (Subject::MoreDays { statement, more }, _) => {
            format!("{} +{}", clause(statement), days(*more, language))
        }
        (
            Subject::Without { statement, breach } | Subject::WithoutRule { statement, breach, .. },
            Language::English,
        ) => format!("without: {}{}", clause(statement), paid(breach)),
        (
            Subject::Without { statement, breach } | Subject::WithoutRule { statement, breach, .. },
            Language::French,
        ) => format!("sans\u{a0}: {}{}", clause(statement), paid(breach)),
        (Subject::WithoutMomentFloors, Language::English) => "without any floor on must-be moments".into(),
        (Subject::WithoutMomentFloors, Language::French) => "sans plancher sur les moments attendus".into(),
        (Subject::FreeTransfers, Language::English) => {
            "all envelopes lend to each other (price of silos)".into()
        }
        (Subject::FreeTransfers, Language::French) => {
            "toutes les enveloppes se prêtent (prix des silos)".into()
        }
    }
}

fn footer(result: &ExplainedResult, why: &Why, language: Language) -> String {
    let mut counts: Vec<String> = Vec::new();
    for verdict in Verdict::ALL {
        let n = result.asked().filter(|one| one.verdict == verdict).count();
        if n > 0 {
            let one = verdict_words(verdict, language);
            counts.push(counted(
                n,
                one,
                &one.replace("ustifié", "ustifiés").replace("déterminé", "déterminés"),
                language,
            ));
        }
    }
    let fingerprint = result.plan.fingerprint;
    let mark = fingerprint.get(..16).unwrap_or(fingerprint);
    let value = value_model_text(result.plan.outcome.value_model, language);
    let solves = counted(
        why.solves + 1,
        if language == Language::English { "question" } else { "question résolue" },
        if language == Language::English { "questions" } else { "questions résolues" },
        language,
    );
    match language {
        Language::English => {
            format!("{} · value model {value} · {solves} solved · fingerprint {mark}\n", counts.join(", "))
        }
        Language::French => {
            format!("{} · modèle de valeur {value} · {solves} · empreinte {mark}\n", counts.join(", "))
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The text in lines broken at plain blanks; `first` and `others` are what lines begin with.
fn wrapped(text: &str, first: &str, others: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{}{word}", if lines.is_empty() { first } else { others })),
        }
    }
    lines.join("\n") + "\n"
}
