//! Findings and readiness as a machine-readable document.

use serde::Serialize;
use utoipa::ToSchema;

use super::view_word::SeverityWord;
use crate::domain::finding::Finding;
use crate::domain::readiness::Readiness;
use crate::domain::text::{Bilingual, Language};

/// The result of `check`: how ready the dossier is and what is wrong or doubtful in it.
#[derive(Serialize, ToSchema)]
#[schema(as = CheckResult)]
pub struct CheckView<'a> {
    /// Share of readiness gates passed, 0..=1.
    #[schema(minimum = 0, maximum = 1)]
    readiness: f64,
    gates: Vec<GateView<'a>>,
    /// The errors first.
    findings: Vec<FindingView<'a>>,
}

/// A gate of readiness.
#[derive(Serialize, ToSchema)]
#[schema(as = Gate)]
struct GateView<'a> {
    /// Stable, to be told apart by.
    code: &'a str,
    /// In the language asked for.
    name: &'a str,
    passed: bool,
    /// How many of how many, such as `14/16`.
    measure: String,
}

/// A fault or a doubt, with its sentences in one language.
#[derive(Serialize, ToSchema)]
#[schema(as = Finding)]
pub struct FindingView<'a> {
    /// Stable snake_case name of the kind of finding.
    code: &'a str,
    #[schema(value_type = SeverityWord)]
    severity: &'a str,
    /// The table or file that is meant.
    file: &'a str,
    /// Line in the file, header = 1; null when the whole file is meant.
    #[schema(required)]
    row: Option<u32>,
    /// Null when no one column is meant.
    #[schema(required)]
    column: Option<&'a str>,
    /// What stands there; null when nothing does.
    #[schema(required)]
    value: Option<&'a str>,
    message: &'a str,
    /// What to do; null when the message says it.
    #[schema(required)]
    suggestion: Option<&'a str>,
}

/// Why a command gave no result.
#[derive(Serialize)]
struct FailureView<'a> {
    error: &'a str,
    findings: Vec<FindingView<'a>>,
}

/// Findings as values, with their sentences in one language.
pub fn findings_json(findings: &[Finding], language: Language) -> Vec<serde_json::Value> {
    let views = findings.iter().map(|finding| finding_view(finding, language));
    views.filter_map(|view| serde_json::to_value(view).ok()).collect()
}

/// The document of `check`; sentences in one language.
pub fn check_json(findings: &[Finding], readiness: &Readiness, language: Language) -> String {
    let gates = readiness.gates.iter().map(|gate| GateView {
        code: gate.code,
        name: gate.name.get(language),
        passed: gate.passed,
        measure: gate.measure().get(language).to_string(),
    });
    document(&CheckView {
        readiness: readiness.share,
        gates: gates.collect(),
        findings: findings.iter().map(|finding| finding_view(finding, language)).collect(),
    })
}

/// The document of a command that gave no result.
pub fn failure_json(message: &Bilingual, findings: &[Finding], language: Language) -> String {
    document(&FailureView {
        error: message.get(language),
        findings: findings.iter().map(|finding| finding_view(finding, language)).collect(),
    })
}

/// A result as indented JSON with a final line end.
pub fn document<T: Serialize>(result: &T) -> String {
    let mut text =
        serde_json::to_string_pretty(result).expect("a result document has only plain keys and numbers");
    text.push('\n');
    text
}

/// A finding as documents tell it.
pub fn finding_view(finding: &Finding, language: Language) -> FindingView<'_> {
    let stated = |text: &'_ str| -> bool { !text.is_empty() };
    FindingView {
        code: finding.code,
        severity: finding.severity.name(),
        file: &finding.place.file,
        row: (finding.place.row > 0).then_some(finding.place.row),
        column: Some(finding.column.as_str()).filter(|text| stated(text)),
        value: Some(finding.value.as_str()).filter(|text| stated(text)),
        message: finding.message.get(language),
        suggestion: Some(finding.suggestion.get(language)).filter(|text| stated(text)),
    }
}
