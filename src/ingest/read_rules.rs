//! Reads dependencies, scenarios and questions.

use std::collections::BTreeMap;

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use super::row::Row;
use crate::domain::dependency::{Dependency, DependencyKind};
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::scenario::{Override, Question, Scenario};
use crate::domain::text::Bilingual;
use crate::quantity::identity::Id;
use crate::wire::words;

/// The dependencies, sorted by their sides; rows of an unknown type or investment are left out, and so are those that
/// state again what an earlier one states, with the sides exchanged where they mean the same.
pub fn dependencies(sheet: &Sheet, keys: &Keys<Investment>, findings: &mut Vec<Finding>) -> Vec<Dependency> {
    let all = sheet.collect(findings, |row| {
        let kind = row.word("type", words::DEPENDENCY_TYPES);
        let kind = match kind? {
            word @ ("at_least_one" | "all_or_none" | "same_start") => group(row, keys, word),
            "replaces" => {
                let from = row.reference("from_id", keys);
                let application = row.text("to_id");
                from.map(|from| DependencyKind::Replaces { from, application })
            }
            word => pair(row, keys, word),
        };
        Some(Dependency { note: row.remark("note"), place: row.place(), kind: kind? })
    });
    let mut first_rows = BTreeMap::new();
    let mut kept = Vec::with_capacity(all.len());
    for dependency in all {
        let Some(pair) = pair_of(&dependency.kind) else {
            kept.push(dependency);
            continue;
        };
        match first_rows.get(&pair) {
            Some(first) => findings.push(faults::dependency_duplicate(&dependency.place, &pair, *first)),
            None => {
                first_rows.insert(pair, dependency.place.row);
                kept.push(dependency);
            }
        }
    }
    kept
}

/// What a dependency between two says: its word and both sides, in order where they may be exchanged.
fn pair_of(kind: &DependencyKind) -> Option<(&'static str, String, String)> {
    let either = |a: &InvestmentId, b: &InvestmentId| (a.min(b).to_string(), a.max(b).to_string());
    let (word, (a, b)) = match kind {
        DependencyKind::Requires { from, to } => ("requires", (from.to_string(), to.to_string())),
        DependencyKind::EnabledBy { from, enabler, .. } => {
            ("enabled_by", (from.to_string(), enabler.to_string()))
        }
        DependencyKind::Excludes { a, b } => ("excludes", either(a, b)),
        DependencyKind::Synergy { a, b, .. } => ("synergy", either(a, b)),
        DependencyKind::FinishBefore { first, then } => {
            ("finish_before", (first.to_string(), then.to_string()))
        }
        DependencyKind::AtLeastOne { .. }
        | DependencyKind::AllOrNone { .. }
        | DependencyKind::SameStart { .. }
        | DependencyKind::Replaces { .. } => return None,
    };
    Some((word, a, b))
}

fn group(row: &mut Row, keys: &Keys<Investment>, word: &str) -> Option<DependencyKind> {
    let members = row.references("from_id", keys);
    let group = row.text("to_id");
    if members.is_empty() {
        return None;
    }
    Some(match word {
        "at_least_one" => DependencyKind::AtLeastOne { group, members },
        "all_or_none" => DependencyKind::AllOrNone { group, members },
        _ => DependencyKind::SameStart { group, members },
    })
}

fn pair(row: &mut Row, keys: &Keys<Investment>, word: &str) -> Option<DependencyKind> {
    let (from, to) = (row.reference("from_id", keys), row.reference("to_id", keys));
    let needs_factor = matches!(word, "enabled_by" | "synergy");
    let factor = row.number("factor");
    if needs_factor && row.text("factor").is_empty() {
        row.findings.push(faults::cell_missing(&row.place(), "factor"));
    }
    let (from, to) = (from?, to?);
    if from == to {
        let en = format!("{from} depends on itself; the row is left out.");
        let fr = format!("{from} dépend de lui-même ; la ligne est écartée.");
        row.fault("dependency_on_itself", Severity::Error, ("to_id", to.as_str()), (en, fr));
        return None;
    }
    Some(match word {
        "requires" => DependencyKind::Requires { from, to },
        "excludes" => DependencyKind::Excludes { a: from, b: to },
        "finish_before" => DependencyKind::FinishBefore { first: from, then: to },
        "enabled_by" => DependencyKind::EnabledBy { from, enabler: to, factor: factor? },
        _ => DependencyKind::Synergy { a: from, b: to, factor: factor? },
    })
}

/// The scenarios, sorted by identifier, their overrides in the order of their content.
///
/// The note is the first one in that order; an override without a readable operation is left out.
pub fn scenarios(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Scenario> {
    let mut rows = sheet.collect(findings, |row| {
        let id: Option<Id<Scenario>> = row.id("scenario_id");
        let operation = row.choice("operation", &words::OPERATION);
        let (target, filter, field) = (row.text("target"), row.text("filter"), row.text("field"));
        let (operand, note, place) = (row.text("value"), row.remark("note"), row.place());
        let change = operation.map(|operation| Override { target, filter, field, operation, operand, place });
        Some((id?, note, change))
    });
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let mut scenarios: Vec<Scenario> = Vec::new();
    for (id, note, change) in rows {
        if scenarios.last().is_none_or(|last| last.id != id.as_str()) {
            scenarios.push(Scenario {
                id: id.to_string(),
                note: Bilingual::default(),
                overrides: Vec::new(),
            });
        }
        if let Some(scenario) = scenarios.last_mut() {
            if scenario.note.is_empty() {
                scenario.note = note;
            }
            scenario.overrides.extend(change);
        }
    }
    scenarios
}

/// The questions, sorted by identifier; those about no known investment are left out.
pub fn questions(sheet: &Sheet, keys: &Keys<Investment>, findings: &mut Vec<Finding>) -> Vec<Question> {
    let mut questions = sheet.collect(findings, |row| {
        let id: Option<Id<Question>> = row.id("id");
        let (question, investment) = (row.name("question"), row.reference("investment_id", keys));
        Some(Question { question, place: row.place(), id: id?.to_string(), investment: investment? })
    });
    questions.sort_by(|a, b| a.id.cmp(&b.id));
    questions
}
