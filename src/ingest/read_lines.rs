//! Reads what belongs to a variant: cost lines, benefit lines and role demand.

use rust_decimal::{Decimal, dec};

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use super::read_investments::position;
use crate::domain::business_case::{Accounting, BenefitLine, CostLine, CostNature};
use crate::domain::evidence::EvidenceLevel;
use crate::domain::finding::Finding;
use crate::domain::investment::Investment;
use crate::domain::lever::Lever;
use crate::domain::role::{Role, RoleDemand};
use crate::quantity::identity::Id;
use crate::wire::words;

/// Puts the cost lines under their variants, sorted by line; lines of nothing known are left out.
///
/// An amount that is blank, withheld or unreadable is missing. A year of the horizon without a column is zero
/// beside one warning for the file. An unreadable nature counts as build, an accounting as opex.
pub fn cost_lines(
    sheet: &Sheet,
    horizon: usize,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    findings: &mut Vec<Finding>,
) {
    let known: &[Investment] = investments;
    let lines = sheet.collect(findings, |row| {
        let at = position(row, known, keys);
        let id: Option<Id<CostLine>> = row.id("line_id");
        let amounts = row.years("y{year}_eur", 0, horizon).into_iter();
        let line = CostLine {
            nature: row.choice("nature", &words::COST_NATURE).unwrap_or(CostNature::Build),
            accounting: row.choice("accounting", &words::ACCOUNTING).unwrap_or(Accounting::Opex),
            amounts: amounts.map(|amount| amount.unwrap_or(Some(Decimal::ZERO))).collect(),
            low_multiplier: row.number("low_multiplier").unwrap_or(dec!(1)),
            high_multiplier: row.number("high_multiplier").unwrap_or(dec!(1)),
            shared_component: Some(row.text("shared_component")).filter(|component| !component.is_empty()),
            place: row.place(),
            id: id?.to_string(),
        };
        Some((at?, line))
    });
    for ((investment, variant), line) in lines {
        investments[investment].variants[variant].cost_lines.push(line);
    }
    for variant in investments.iter_mut().flat_map(|investment| &mut investment.variants) {
        variant.cost_lines.sort_by(|a, b| a.id.cmp(&b.id));
    }
}

/// Puts the benefit lines under their variants, sorted by line; lines of nothing known are left out.
///
/// An effect of which a part is blank, withheld or unreadable is missing, and so is the effect on a lever that is
/// not known: the variant then has no case, rather than a wrong one. A year of the ramp without a column, blank
/// or unreadable is zero. An unreadable evidence level counts as E0.
pub fn benefit_lines(
    sheet: &Sheet,
    horizon: usize,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    levers: &Keys<Lever>,
    findings: &mut Vec<Finding>,
) {
    let known: &[Investment] = investments;
    let lines = sheet.collect(findings, |row| {
        let at = position(row, known, keys);
        let id: Option<Id<BenefitLine>> = row.id("line_id");
        let lever = row.reference_as_written("lever_id", levers).unwrap_or_else(|| "".into());
        let effect = row.three_point("effect_low", "effect_mode", "effect_high");
        let ramp = row.years("ramp_y{year}", 1, horizon).into_iter();
        let line = BenefitLine {
            effect: effect.filter(|_| levers.find(lever.as_str()).is_some()),
            lever,
            evidence: row.choice("evidence_level", &words::EVIDENCE_LEVEL).unwrap_or(EvidenceLevel::E0),
            ramp: ramp.map(|share| share.flatten().unwrap_or_default()).collect(),
            owner: row.text("benefit_owner"),
            place: row.place(),
            id: id?.to_string(),
        };
        Some((at?, line))
    });
    for ((investment, variant), line) in lines {
        investments[investment].variants[variant].benefit_lines.push(line);
    }
    for variant in investments.iter_mut().flat_map(|investment| &mut investment.variants) {
        variant.benefit_lines.sort_by(|a, b| a.id.cmp(&b.id));
    }
}

/// Puts the role demand under its variants, sorted by role; rows of nothing known are left out.
///
/// A year without a column, blank or unreadable needs no days; years after the last column are not listed.
pub fn role_demand(
    sheet: &Sheet,
    horizon: usize,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    roles: &Keys<Role>,
    findings: &mut Vec<Finding>,
) {
    let known: &[Investment] = investments;
    let last =
        sheet.family("days_y{year}").filter_map(|column| column.year).max().unwrap_or_default().min(horizon);
    if let Some(first) =
        sheet.table.records.iter().map(|record| record.row).min().filter(|_| roles.is_empty())
    {
        findings.push(faults::role_demand_unlimited(&sheet.table.place(first)));
    }
    let rows = sheet.collect(findings, |row| {
        let at = position(row, known, keys);
        let role = row.reference("role_id", roles);
        let days = row.years("days_y{year}", 0, last).into_iter();
        let days = days.map(|days| days.flatten().unwrap_or_default()).collect();
        Some((at?, RoleDemand { role: role?, days, place: row.place() }))
    });
    for ((investment, variant), demand) in rows {
        investments[investment].variants[variant].role_demand.push(demand);
    }
    for variant in investments.iter_mut().flat_map(|investment| &mut investment.variants) {
        variant.role_demand.sort_by(|a, b| a.role.cmp(&b.role));
    }
}
