//! Reads what belongs to an investment whatever its variant: effects on moments, nodes and criteria, and risks.

use std::collections::BTreeMap;

use super::columns::{Column, Sheet};
use super::faults;
use super::keys::Keys;
use super::row::Row;
use crate::domain::ecosystem::{EcosystemNode, NodeEffect};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::finding::Finding;
use crate::domain::investment::{Investment, Risk};
use crate::domain::moment::{MomentEffect, MomentOfTruth};
use crate::domain::persona::Persona;
use crate::wire::words;

/// The position of the investment a row belongs to.
fn owner(row: &mut Row, keys: &Keys<Investment>) -> Option<usize> {
    row.reference("investment_id", keys).and_then(|id| keys.position(id.as_str()))
}

/// Puts the moment effects under their investments, sorted by moment and persona.
///
/// Rows without a known investment and moment, a persona or `*`, and all three lifts are left out.
pub fn moment_effects(
    sheet: &Sheet,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    moments: &Keys<MomentOfTruth>,
    personas: &Keys<Persona>,
    findings: &mut Vec<Finding>,
) {
    let rows = sheet.collect(findings, |row| {
        let at = owner(row, keys);
        let moment = row.reference("moment_id", moments);
        let persona = match row.text("persona_id").as_str() {
            "" => None,
            "*" => Some(None),
            _ => row.reference("persona_id", personas).map(Some),
        };
        let lift = row.three_point("lift_low", "lift_mode", "lift_high");
        let evidence = row.choice("evidence_level", &words::EVIDENCE_LEVEL).unwrap_or(EvidenceLevel::E0);
        let place = row.place();
        Some((at?, MomentEffect { moment: moment?, persona: persona?, lift: lift?, evidence, place }))
    });
    for (at, effect) in rows {
        investments[at].moment_effects.push(effect);
    }
    for investment in investments {
        investment.moment_effects.sort_by(|a, b| (&a.moment, &a.persona).cmp(&(&b.moment, &b.persona)));
    }
}

/// Puts the node effects under their investments, sorted by node.
///
/// Rows without a known investment and node, or without points, are left out.
pub fn node_effects(
    sheet: &Sheet,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    nodes: &Keys<EcosystemNode>,
    findings: &mut Vec<Finding>,
) {
    let rows = sheet.collect(findings, |row| {
        let at = owner(row, keys);
        let node = row.reference("node_id", nodes);
        let points = row.number("health_points");
        Some((at?, NodeEffect { node: node?, health_points: points?, place: row.place() }))
    });
    for (at, effect) in rows {
        investments[at].node_effects.push(effect);
    }
    for investment in investments {
        investment.node_effects.sort_by(|a, b| a.node.cmp(&b.node));
    }
}

/// Gives every investment its effects on the persona criteria; a blank or unreadable cell is no effect.
pub fn criteria(
    sheet: &Sheet,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    findings: &mut Vec<Finding>,
) {
    let columns: Vec<&Column> = sheet.family("{criterion}").collect();
    let rows = sheet.collect(findings, |row| {
        let at = owner(row, keys);
        let effect = |column: &&Column| Some((column.heading.clone(), row_number(row, sheet, column)?));
        let effects: BTreeMap<_, _> = columns.iter().filter_map(effect).collect();
        Some((at?, effects))
    });
    for (at, effects) in rows {
        investments[at].criteria = effects;
    }
}

fn row_number(row: &mut Row, sheet: &Sheet, column: &Column) -> Option<rust_decimal::Decimal> {
    let at = sheet.columns.iter().position(|known| known.at == column.at)?;
    row.number_of(&row.sheet.columns[at])
}

/// Puts the risks under their investments, in the order of their content.
///
/// Rows without a known investment are left out; an unreadable number counts as zero.
pub fn risks(
    sheet: &Sheet,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    findings: &mut Vec<Finding>,
) {
    let rows = sheet.collect(findings, |row| {
        let at = owner(row, keys);
        let risk = Risk {
            name: row.name("risk"),
            probability: row.number("probability").unwrap_or_default(),
            cost_impact: row.number("cost_impact").unwrap_or_default(),
            benefit_impact: row.number("benefit_impact").unwrap_or_default(),
            delay_months: row.number("delay_months").unwrap_or_default(),
            note: row.remark("note"),
            place: row.place(),
        };
        Some((at?, risk))
    });
    for (at, risk) in rows {
        investments[at].risks.push(risk);
    }
}

/// Reports the criteria of the settings that the table has no column for.
pub fn check_criteria(sheet: &Sheet, criteria: &[&str], findings: &mut Vec<Finding>) {
    let has = |criterion: &str| sheet.family("{criterion}").any(|column| column.heading == criterion);
    if sheet.table.headings.is_empty() {
        return;
    }
    for criterion in criteria.iter().filter(|criterion| !has(criterion)) {
        let place = sheet.table.place(u32::from(!sheet.table.file.contains('#')));
        findings.push(faults::column_missing(&place, criterion, "a criterion of the settings"));
    }
}
