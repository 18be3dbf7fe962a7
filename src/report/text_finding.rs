//! Findings and readiness as text for the terminal.

use crate::domain::finding::{Finding, Severity};
use crate::domain::readiness::Readiness;
use crate::domain::text::Language;
use crate::report::number::{counted, percent_of_real};

/// The text of `check`: readiness gate by gate, then every finding, worst first, then a count.
pub fn check_text(findings: &[Finding], readiness: &Readiness, language: Language) -> String {
    let title = match language {
        Language::English => "Readiness:",
        Language::French => "Maturité du dossier\u{a0}:",
    };
    let mut text = format!("{title} {}\n", percent_of_real(readiness.share, 0, language));
    for gate in &readiness.gates {
        let mark = if gate.passed { "✓" } else { "✗" };
        text.push_str(&format!("  {mark} {} ({})\n", gate.name.get(language), gate.measure().get(language)));
    }
    text.push('\n');
    text.push_str(&findings_text(findings, language));
    text.push_str(&count_text(findings, language));
    text
}

/// Every finding, worst first, each with its place, sentence and suggestion.
pub fn findings_text(findings: &[Finding], language: Language) -> String {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    let mut text = String::new();
    for finding in sorted {
        text.push_str(&format!(
            "{} {} {}\n    {}\n",
            severity_word(finding.severity, language),
            finding.code,
            place_text(finding),
            finding.message.get(language)
        ));
        let suggestion = finding.suggestion.get(language);
        if !suggestion.is_empty() {
            text.push_str(&format!("    → {suggestion}\n"));
        }
    }
    text
}

fn count_text(findings: &[Finding], language: Language) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    match language {
        Language::English => format!(
            "{}, {}, {}\n",
            counted(errors, "error", "errors", language),
            counted(warnings, "warning", "warnings", language),
            counted(notes, "note", "notes", language)
        ),
        Language::French => format!(
            "{}, {}, {}\n",
            counted(errors, "erreur", "erreurs", language),
            counted(warnings, "avertissement", "avertissements", language),
            counted(notes, "remarque", "remarques", language)
        ),
    }
}

fn severity_word(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::English) => "ERROR",
        (Severity::Error, Language::French) => "ERREUR",
        (Severity::Warning, Language::English) => "warning",
        (Severity::Warning, Language::French) => "avertissement",
        (Severity::Note, Language::English) => "note",
        (Severity::Note, Language::French) => "remarque",
    }
}

fn place_text(finding: &Finding) -> String {
    let mut text = finding.place.file.to_string();
    if finding.place.row > 0 {
        text.push_str(&format!(":{}", finding.place.row));
    }
    if !finding.column.is_empty() {
        text.push_str(&format!(" [{}]", finding.column));
    }
    if !finding.value.is_empty() {
        text.push_str(&format!(" = {}", finding.value));
    }
    text
}
