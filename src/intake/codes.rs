//! The codes by which faults of a finance file are told: stable, and named after what the person who keeps the file sees.

use std::collections::BTreeSet;

use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;

/// Findings that speak of a row among others of the dossier, not of what stands in the row.
const OF_THE_WHOLE: [&str; 4] =
    ["double_count", "candidate_incomplete", "candidate_without_lines", "direct_and_propagated"];

/// Whether a finding is about the dossier with the row in it rather than about the row.
pub fn is_of_the_whole(code: &str) -> bool {
    OF_THE_WHOLE.contains(&code)
}

/// Findings of the reading in the words of the file: a row that is too short lacks columns, told once.
pub fn told_in_file(findings: Vec<Finding>) -> Vec<Finding> {
    let lacking: BTreeSet<Place> = findings
        .iter()
        .filter(|finding| finding.code == "missing_columns")
        .map(|finding| finding.place.clone())
        .collect();
    let told = findings
        .into_iter()
        .filter(|finding| finding.code != "row_ragged" || !lacking.contains(&finding.place));
    told.map(|finding| match (finding.code, finding.value.split_once(" / ")) {
        ("row_ragged", Some((found, wanted))) if finding.severity == Severity::Error => {
            let value = format!("{found} of {wanted}");
            Finding { code: "missing_columns", column: "*".to_string(), value, ..finding }
        }
        _ => finding,
    })
    .collect()
}

/// The code of a finding in a file, from the code of the same finding in a dossier and the field it speaks of.
pub fn code_in_file(code: &'static str, field: &str) -> &'static str {
    match (code, field) {
        ("reference_unknown", "investment_id") => "unknown_investment",
        ("reference_unknown", "variant_id") => "unknown_variant",
        ("reference_unknown", "lever_id") => "unknown_lever",
        ("reference_unknown", "persona_id") => "unknown_persona",
        ("reference_unknown", "moment_id") => "unknown_moment",
        ("reference_unknown", "role_id") => "unknown_role",
        ("reference_unknown", _) => "unknown_reference",
        ("choice_invalid", "evidence_level") => "unknown_evidence_level",
        ("choice_invalid", _) => "unknown_word",
        ("tri_not_ordered", _) => "not_ordered",
        ("number_expected" | "number_invalid", _) => "not_a_number",
        ("date_invalid", _) => "not_a_date",
        ("id_duplicate", _) => "duplicate_id",
        ("number_out_of_range" | "share_out_of_range", field) if field.starts_with("ramp_") => {
            "ramp_out_of_range"
        }
        ("benefit_without_owner", _) => "missing_benefit_owner",
        ("cell_missing", _) => "missing_value",
        (code, _) => code,
    }
}
