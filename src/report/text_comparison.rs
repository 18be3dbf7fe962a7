//! How two plans differ, as text for the terminal: the money, then one sentence for each investment.

use super::change_words::money;
use super::comparison::Comparison;
use super::comparison_words::change_sentence;
use crate::domain::text::Language;

/// The difference from the plan before.
pub fn comparison_text(comparison: &Comparison, language: Language) -> String {
    let currency = &comparison.after.currency;
    let told = comparison.difference().map(|difference| money(difference, currency, language));
    let mut text = match (told, language) {
        (Some(told), Language::English) => {
            format!("Against the plan of the dossier as it stands: {told} of NPV\n")
        }
        (None, Language::English) => "Against the plan of the dossier as it stands:\n".to_string(),
        (Some(told), Language::French) => {
            format!("Par rapport au plan du dossier tel quel\u{a0}: {told} de VAN\n")
        }
        (None, Language::French) => "Par rapport au plan du dossier tel quel\u{a0}:\n".to_string(),
    };
    if comparison.changes.is_empty() {
        text.push_str(match language {
            Language::English => "  the plan is the same\n",
            Language::French => "  le plan est le même\n",
        });
    }
    for change in &comparison.changes {
        text.push_str(&format!("  - {}\n", change_sentence(comparison, change, language)));
    }
    text
}
