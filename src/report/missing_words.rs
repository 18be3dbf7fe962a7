//! Why something has no case, in words: withheld amounts and amounts that nobody stated are told apart.

use super::number::counted;
use super::plan::PlanResult;
use crate::case::cases::Cases;
use crate::case::missing::{MissingCase, MissingReason};
use crate::domain::investment::InvestmentId;
use crate::domain::text::Language;

/// Lines named in a clause; the others are counted.
const LINES_SHOWN: usize = 6;

/// Why a variant has no case, as a clause: `amounts withheld in B01-run`, `neither a cost line nor a benefit line`.
pub fn missing_words(case: &MissingCase, language: Language) -> String {
    let mut lines = case.lines.iter().take(LINES_SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let more = case.lines.len().saturating_sub(LINES_SHOWN);
    match (case.reason, language) {
        (MissingReason::Withheld, Language::English) => {
            if more > 0 {
                lines.push_str(&format!(" and {more} more"));
            }
            format!("amounts withheld in {lines}")
        }
        (MissingReason::Withheld, Language::French) => {
            if more > 0 {
                lines.push_str(&format!(" et {more} de plus"));
            }
            format!("montants non communiqués dans {lines}")
        }
        (MissingReason::NothingStated, Language::English) => "neither a cost line nor a benefit line".into(),
        (MissingReason::NothingStated, Language::French) => "ni ligne de coût, ni ligne de gain".into(),
    }
}

/// The same of an investment that cannot be judged; each of its variants by its identifier where it has several.
pub fn unjudged_words(cases: &Cases, investment: &InvestmentId, language: Language) -> String {
    let missing: Vec<&MissingCase> = cases.missing_of(investment).collect();
    if let [only] = missing[..] {
        return missing_words(only, language);
    }
    let clauses = missing.iter().map(|case| match language {
        Language::English => format!("{}: {}", case.variant, missing_words(case, language)),
        Language::French => format!("{}\u{a0}: {}", case.variant, missing_words(case, language)),
    });
    clauses.collect::<Vec<_>>().join(if language == Language::English { "; " } else { "\u{a0}; " })
}

/// ` 2 candidates could not be judged, because amounts are withheld or not stated.`; nothing when all could be.
pub fn unjudged_sentence(result: &PlanResult, language: Language) -> String {
    match (result.cases.unjudged(result.dossier).len(), language) {
        (0, _) => String::new(),
        (n, Language::English) => {
            let candidates = counted(n, "candidate", "candidates", language);
            format!(" {candidates} could not be judged, because amounts are withheld or not stated.")
        }
        (n, Language::French) => {
            let candidates =
                counted(n, "candidat n’a pas pu être jugé", "candidats n’ont pas pu être jugés", language);
            format!(" {candidates}, faute de montants communiqués ou indiqués.")
        }
    }
}
