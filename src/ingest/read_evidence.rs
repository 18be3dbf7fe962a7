//! Reads pieces of evidence and the studies that could be run.

use super::columns::Sheet;
use super::keys::Keys;
use super::row::Row;
use crate::domain::ecosystem::EcosystemNode;
use crate::domain::evidence::{Evidence, EvidenceKind, EvidenceLevel, Study};
use crate::domain::finding::Finding;
use crate::domain::investment::Investment;
use crate::domain::lever::Lever;
use crate::domain::moment::MomentOfTruth;
use crate::domain::persona::Persona;
use crate::quantity::identity::Id;
use crate::wire::words;

/// What a piece of evidence may speak of.
pub struct Targets<'a> {
    pub moments: &'a Keys<MomentOfTruth>,
    pub personas: &'a Keys<Persona>,
    pub investments: &'a Keys<Investment>,
    pub levers: &'a Keys<Lever>,
    pub nodes: &'a Keys<EcosystemNode>,
}

/// The pieces of evidence, sorted by identifier.
///
/// A target that is not known stays as written beside its finding; targets of other types are not looked up. An
/// unreadable kind counts as opinion, a level as E0.
pub fn evidence(sheet: &Sheet, targets: &Targets, findings: &mut Vec<Finding>) -> Vec<Evidence> {
    let mut evidence = sheet.collect(findings, |row| {
        let id: Option<Id<Evidence>> = row.id("id");
        let (target_id, target_type) = (row.text("target_id"), row.text("target_type"));
        check_target(row, &target_type, &target_id, targets);
        Some(Evidence {
            target_id,
            target_type,
            kind: row.choice("kind", &words::EVIDENCE_KIND).unwrap_or(EvidenceKind::Opinion),
            method: row.text("method"),
            sample_size: row.number("sample_size"),
            date: row.day("date"),
            level: row.choice("level", &words::EVIDENCE_LEVEL).unwrap_or(EvidenceLevel::E0),
            verbatim: row.bilingual("verbatim"),
            place: row.place(),
            id: id?.to_string(),
        })
    });
    evidence.sort_by(|a, b| a.id.cmp(&b.id));
    evidence
}

fn check_target(row: &mut Row, target_type: &str, target: &str, targets: &Targets) {
    if target.is_empty() {
        return;
    }
    match target_type {
        "moment" => check(row, target, targets.moments),
        "persona" => check(row, target, targets.personas),
        "investment" => check(row, target, targets.investments),
        "lever" => check(row, target, targets.levers),
        "node" => check(row, target, targets.nodes),
        _ => {}
    }
}

fn check<Kind>(row: &mut Row, target: &str, keys: &Keys<Kind>) {
    if keys.find(target).is_none() {
        row.reference_unknown("target_id", target, keys);
    }
}

/// The studies, sorted by identifier; investments and a moment that are not known are left out of them.
///
/// The persona stays as written: a study may ask employees, who are no persona.
pub fn studies(
    sheet: &Sheet,
    investments: &Keys<Investment>,
    moments: &Keys<MomentOfTruth>,
    findings: &mut Vec<Finding>,
) -> Vec<Study> {
    let mut studies = sheet.collect(findings, |row| {
        let id: Option<Id<Study>> = row.id("id");
        let moment = row.reference("moment_id", moments);
        let targets = row.references("target_investments", investments);
        Some(Study {
            name: row.name("name"),
            method: row.text("method"),
            sample_size: row.number("sample_size"),
            cost: row.number("cost_eur"),
            weeks: row.number("weeks"),
            reliability: row.number("reliability"),
            targets: targets.iter().map(Id::to_string).collect(),
            persona: row.text("persona_id"),
            moment: moment.map(|moment| moment.to_string()).unwrap_or_default(),
            place: row.place(),
            id: id?.to_string(),
        })
    });
    studies.sort_by(|a, b| a.id.cmp(&b.id));
    studies
}
