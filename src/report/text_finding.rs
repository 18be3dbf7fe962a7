//! Findings and readiness as text for the terminal.

use crate::domain::finding::{Finding, Severity};
use crate::domain::readiness::Readiness;
use crate::domain::text::Language;
use crate::report::number::{counted, percent_of_real};

/// Findings of one kind that are told in full where kinds are counted.
const OF_A_KIND: usize = 4;

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
    sorted.into_iter().map(|finding| finding_text(finding, language)).collect()
}

/// The same by kind, worst first and kinds in the order of their first finding: the first few of a kind, and how many
/// more there are, so that what is found once does not drown in what is found a hundred times.
pub fn findings_in_short(findings: &[Finding], language: Language) -> String {
    let mut kinds: Vec<(Severity, &str)> = Vec::new();
    for finding in findings {
        if !kinds.contains(&(finding.severity, finding.code)) {
            kinds.push((finding.severity, finding.code));
        }
    }
    kinds.sort_by_key(|(severity, _)| *severity);
    let mut text = String::new();
    for kind in kinds {
        let own: Vec<&Finding> =
            findings.iter().filter(|finding| (finding.severity, finding.code) == kind).collect();
        // One more is as soon told as counted.
        let shown = if own.len() <= OF_A_KIND + 1 { own.len() } else { OF_A_KIND };
        text.extend(own.iter().take(shown).map(|finding| finding_text(finding, language)));
        let more = own.len() - shown;
        if more > 0 {
            text.push_str(&match language {
                Language::English => format!("    … and {more} more `{}`; --json has all of them\n", kind.1),
                Language::French => {
                    format!("    … et {more} autres «\u{a0}{}\u{a0}»\u{a0}; --json les donne tous\n", kind.1)
                }
            });
        }
    }
    text
}

fn finding_text(finding: &Finding, language: Language) -> String {
    let mut text = format!(
        "{} {} {}\n    {}\n",
        severity_word(finding.severity, language),
        finding.code,
        place_text(finding),
        finding.message.get(language)
    );
    let suggestion = finding.suggestion.get(language);
    if !suggestion.is_empty() {
        text.push_str(&format!("    → {suggestion}\n"));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::place::Place;

    fn found(code: &'static str, severity: Severity, n: usize) -> Vec<Finding> {
        let place = Place::file("cost_lines.csv");
        let one = |_| Finding::new(code, severity, &place, format!("{code}."), format!("{code}."));
        (0..n).map(one).collect()
    }

    #[test]
    fn what_is_found_once_is_not_drowned() {
        let mut findings = found("amount_missing", Severity::Warning, 120);
        findings.extend(found("budget_missing", Severity::Warning, 1));
        findings.extend(found("number_invalid", Severity::Error, OF_A_KIND + 1));
        let text = findings_in_short(&findings, Language::English);
        let told = |code: &str| text.lines().filter(|line| line.contains(&format!(" {code} "))).count();
        assert_eq!(
            [told("number_invalid"), told("amount_missing"), told("budget_missing")],
            [OF_A_KIND + 1, OF_A_KIND, 1]
        );
        assert!(text.contains("… and 116 more `amount_missing`; --json has all of them"), "{text}");
        assert!(text.starts_with("ERROR number_invalid"), "{text}");
    }
}
