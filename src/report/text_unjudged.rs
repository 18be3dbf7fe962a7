//! What a choice could not judge, for the terminal: candidates without a case, and variants of others.

use super::choice_words::named_investment;
use super::missing_words::{missing_words, unjudged_words};
use super::plan::PlanResult;
use super::text_left_out::wrapped;
use crate::domain::text::Language;

/// Entries told of each kind; the others are counted, and the machine-readable result has all.
const SHOWN: usize = 20;

/// Columns of a line.
const WIDTH: usize = 118;

/// One line per candidate that could not be judged, and per other variant without a case; nothing when there is none.
pub fn unjudged_text(result: &PlanResult, language: Language) -> String {
    let unjudged = result.cases.unjudged(result.dossier);
    let candidates = unjudged.iter().map(|investment| {
        let name = named_investment(result.dossier, &investment.id, language);
        entry(&name, &unjudged_words(result.cases, &investment.id, language), language)
    });
    let others = result.cases.missing.iter();
    let others = others.filter(|case| unjudged.iter().all(|investment| investment.id != case.investment));
    let variants = others.map(|case| {
        entry(&format!("{}:{}", case.investment, case.variant), &missing_words(case, language), language)
    });
    let [judged, aside] = match language {
        Language::English => [
            "Could not be judged: in no plan until their amounts are stated, and never taken for zero:",
            "Variants set aside for the same reason:",
        ],
        Language::French => [
            "N’ont pas pu être jugés\u{a0}: dans aucun plan tant que leurs montants ne sont pas indiqués, et jamais comptés \
             pour zéro\u{a0}:",
            "Variantes mises de côté pour la même raison\u{a0}:",
        ],
    };
    section(judged, candidates.collect(), language) + &section(aside, variants.collect(), language)
}

fn entry(name: &str, why: &str, language: Language) -> String {
    match language {
        Language::English => format!("{name}: {why}"),
        Language::French => format!("{name}\u{a0}: {why}"),
    }
}

fn section(title: &str, entries: Vec<String>, language: Language) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let mut text = format!("{title}\n");
    for one in entries.iter().take(SHOWN) {
        let lines = wrapped(one, WIDTH - 4);
        text.push_str(&format!("  - {}\n", lines.join("\n    ")));
    }
    let more = entries.len().saturating_sub(SHOWN);
    if more > 0 {
        text.push_str(&match language {
            Language::English => format!("  and {more} more; --json has all\n"),
            Language::French => format!("  et {more} de plus\u{a0}; --json les donne tous\n"),
        });
    }
    text + "\n"
}
