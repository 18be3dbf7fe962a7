//! Reads investments and their variants, and finds the variant that a line belongs to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use super::row::Row;
use crate::domain::capability::Capability;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::{Investment, ObsessionScores, PartialFunding, Variant};
use crate::domain::place::Place;
use crate::domain::text::Bilingual;
use crate::quantity::identity::Id;

/// The investments, sorted by identifier, without variants, lines or effects; a capability that is not known is blank.
pub fn investments(
    sheet: &Sheet,
    capabilities: &Keys<Capability>,
    findings: &mut Vec<Finding>,
) -> Vec<Investment> {
    let mut investments = sheet.collect(findings, |row| {
        let id = row.id("id");
        let capability = row.reference("capability_id", capabilities);
        Some(Investment {
            name: row.name("name"),
            category: row.text("category"),
            technology_family: row.text("technology_family"),
            department: row.text("budget_department"),
            sponsor: row.text("sponsor"),
            sponsor_engagement: row.number("sponsor_engagement"),
            vendor: row.text("vendor"),
            deployment: row.text("deployment"),
            contract_years: row.number("contract_years").unwrap_or_default(),
            exit_cost: row.number("exit_cost_eur").unwrap_or_default(),
            portability: row.number("data_portability"),
            obsession: ObsessionScores {
                agility: row.number("agility"),
                flexibility: row.number("flexibility"),
                globality: row.number("globality"),
                intelligence: row.number("intelligence"),
            },
            capability: capability.map(|capability| capability.to_string()).unwrap_or_default(),
            capability_gain: capability_gain(row),
            is_mandatory: row.flag("mandatory"),
            months_to_first_value: row.number("months_to_first_value"),
            earliest_start: row.whole("earliest_start_year").unwrap_or_default(),
            latest_start: row.whole("latest_start_year"),
            duration_months: row.number("duration_months"),
            partial_funding: partial_funding(row),
            reason: row.remark("reason"),
            criteria: BTreeMap::new(),
            moment_effects: Vec::new(),
            node_effects: Vec::new(),
            risks: Vec::new(),
            variants: Vec::new(),
            place: row.place(),
            id: id?,
        })
    });
    investments.sort_by(|a, b| a.id.cmp(&b.id));
    investments
}

/// Levels by which its capability grows; a finding where there are levels and no capability.
fn capability_gain(row: &mut Row) -> Option<Decimal> {
    let gain = row.number("capability_gain")?;
    if row.text("capability_id").is_empty() {
        let place = row.place();
        row.findings.push(faults::gain_without_capability(&place, &gain.to_string()));
    }
    Some(gain)
}

/// The shares in which it may be funded; all or nothing where the least share is blank, 1, or no share.
fn partial_funding(row: &mut Row) -> Option<PartialFunding> {
    let (min, step) = (row.number("min_share"), row.number("share_step"));
    let bad_min = min.filter(Decimal::is_zero).map(|number| ("min_share", number));
    let bad_step = step.filter(Decimal::is_zero).map(|number| ("share_step", number));
    for (column, number) in bad_min.into_iter().chain(bad_step) {
        let sentences = (
            format!("{column} is 0; the candidate counts as all or nothing."),
            format!("{column} vaut 0 ; le candidat se finance tout ou rien."),
        );
        let place = row.place();
        let cell = (column, number.to_string());
        row.findings.push(faults::partial_funding(&place, (cell.0, &cell.1), sentences));
    }
    let step = step.unwrap_or(PartialFunding::STEP);
    let min = min.filter(|min| !min.is_zero() && *min < Decimal::ONE)?;
    (!step.is_zero()).then_some(PartialFunding { min, step })
}

/// Gives every investment its variants, sorted by identifier; one without any gets a core variant, beside a warning.
///
/// Without a variants table the variants are those that the lines name (`named`), in full size, and core in silence.
pub fn variants(
    sheet: &Sheet,
    investments: &mut [Investment],
    keys: &Keys<Investment>,
    named: &[(String, String)],
    findings: &mut Vec<Finding>,
) {
    let rows = sheet.collect(findings, |row| {
        row.check_numbers(&["build_multiplier", "change_multiplier", "run_multiplier", "role_multiplier"]);
        let at = row.reference("investment_id", keys).and_then(|id| keys.position(id.as_str()));
        let id = row.id("variant_id");
        let variant = Variant {
            name: row.name("name"),
            benefit_multiplier: row.number("benefit_multiplier").unwrap_or(Decimal::ONE),
            cost_lines: Vec::new(),
            benefit_lines: Vec::new(),
            role_demand: Vec::new(),
            place: row.place(),
            id: id?,
        };
        Some((at?, variant))
    });
    for (at, variant) in rows {
        investments[at].variants.push(variant);
    }
    if sheet.table.headings.is_empty() {
        for (investment, variant) in named {
            if let Some(at) = keys.position(investment) {
                let name = Bilingual { en: variant.clone(), fr: variant.clone() };
                let place = investments[at].place.clone();
                investments[at].variants.push(bare(Id::new(variant), name, place));
            }
        }
    }
    for investment in investments {
        investment.variants.sort_by(|a, b| a.id.cmp(&b.id));
        if investment.variants.is_empty() {
            if !sheet.table.headings.is_empty() {
                findings.push(variant_missing(sheet, investment));
            }
            investment.variants.push(core(investment));
        }
    }
}

/// The key of the variant that is meant when none is named.
pub const CORE: &str = "core";

fn core(investment: &Investment) -> Variant {
    let name = Bilingual { en: "Core scope".to_string(), fr: "Périmètre cœur".to_string() };
    bare(Id::new(CORE), name, investment.place.clone())
}

/// A variant in full size, without lines.
fn bare(id: Id<Variant>, name: Bilingual, place: Place) -> Variant {
    Variant {
        id,
        name,
        benefit_multiplier: Decimal::ONE,
        cost_lines: Vec::new(),
        benefit_lines: Vec::new(),
        role_demand: Vec::new(),
        place,
    }
}

fn variant_missing(sheet: &Sheet, investment: &Investment) -> Finding {
    let en = format!("{} has no variant; a core variant is assumed.", investment.id);
    let fr = format!("{} n'a aucune variante ; une variante cœur est supposée.", investment.id);
    let cell = ("investment_id", investment.id.as_str());
    faults::cell("variant_missing", Severity::Warning, &sheet.table.place(0), cell, (en, fr))
}

/// Positions of the investment and variant a row belongs to; a blank variant means the core one.
pub fn position(
    row: &mut Row,
    investments: &[Investment],
    keys: &Keys<Investment>,
) -> Option<(usize, usize)> {
    let id = row.reference("investment_id", keys)?;
    let at = keys.position(id.as_str())?;
    let named = row.text("variant_id");
    let wanted = if named.is_empty() { CORE } else { &named };
    let variants = &investments[at].variants;
    match variants.binary_search_by(|variant| variant.id.as_str().cmp(wanted)) {
        Ok(variant) => Some((at, variant)),
        Err(_) => {
            let own = Keys::new(
                ("variant of this investment", "variante de cet investissement"),
                variants.iter().map(|variant| variant.id.clone()),
            );
            row.reference_unknown("variant_id", wanted, &own);
            None
        }
    }
}
