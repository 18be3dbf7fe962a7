//! Reads personas, their criterion points and their service levels.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::columns::Sheet;
use super::faults;
use super::keys::Keys;
use crate::domain::finding::Finding;
use crate::domain::journey::{Channel, Journey};
use crate::domain::persona::{CriterionPoints, Persona, ServiceLevel};
use crate::domain::text::Bilingual;

/// The personas, sorted by identifier; an unreadable head-count, revenue, rate or churn counts as zero.
pub fn personas(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Persona> {
    let mut personas = sheet.collect(findings, |row| {
        let id = row.id("id");
        let customers = row.number("customers");
        if let Some(nobody) = customers.filter(Decimal::is_zero) {
            row.findings.push(faults::persona_without_customers(&row.place(), &nobody.to_string()));
        }
        Some(Persona {
            name: row.name("name"),
            customers: customers.unwrap_or_default(),
            annual_revenue: row.number("annual_revenue_eur").unwrap_or_default(),
            contribution_rate: row.number("contribution_rate").unwrap_or_default(),
            annual_churn: row.number("annual_churn").unwrap_or_default(),
            social_reach: row.number("social_reach_multiplier").unwrap_or(Decimal::ONE),
            digital_share: row.number("digital_share").unwrap_or(Decimal::ONE),
            note: row.bilingual("note"),
            place: row.place(),
            id: id?,
        })
    });
    personas.sort_by(|a, b| a.id.cmp(&b.id));
    personas
}

/// The criterion points; rows without a known persona, context and criterion, or without points, are left out.
///
/// Any criterion is known when the settings name none.
pub fn criterion_points(
    sheet: &Sheet,
    personas: &Keys<Persona>,
    journeys: &Keys<Journey>,
    criteria: &BTreeMap<String, Bilingual>,
    findings: &mut Vec<Finding>,
) -> Vec<CriterionPoints> {
    let known =
        Keys::<Criterion>::new(("criterion", "critère"), criteria.keys().map(|id| id.as_str().into()));
    sheet.collect(findings, |row| {
        let persona = row.reference("persona_id", personas);
        let context = match row.text("context").as_str() {
            "" => None,
            "*" => Some("*".to_string()),
            _ => row.reference("context", journeys).map(|journey| journey.to_string()),
        };
        let criterion = match criteria.is_empty() {
            true => row.id("criterion"),
            false => row.reference("criterion", &known),
        };
        let points = row.number("weight_points");
        let place = row.place();
        let criterion = criterion?.to_string();
        Some(CriterionPoints { persona: persona?, context: context?, criterion, points: points?, place })
    })
}

/// The kind of key that names a persona criterion.
enum Criterion {}

/// The service levels; rows without a known persona and channel and both levels are left out.
pub fn service_levels(
    sheet: &Sheet,
    personas: &Keys<Persona>,
    channels: &Keys<Channel>,
    findings: &mut Vec<Finding>,
) -> Vec<ServiceLevel> {
    sheet.collect(findings, |row| {
        let persona = row.reference("persona_id", personas);
        let channel = row.reference("channel_id", channels);
        let (current, target) = (row.number("current"), row.number("target"));
        Some(ServiceLevel {
            metric: row.text("metric"),
            place: row.place(),
            persona: persona?,
            channel: channel?.to_string(),
            current: current?,
            target: target?,
        })
    })
}
