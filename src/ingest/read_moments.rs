//! Reads journeys, channels, channel switches, moments of truth and their importance.

use super::columns::Sheet;
use super::keys::Keys;
use super::row::Row;
use crate::domain::evidence::EvidenceLevel;
use crate::domain::finding::Finding;
use crate::domain::journey::{Channel, ChannelSwitch, Journey, SwitchReason};
use crate::domain::moment::{Consequences, Kano, MomentImportance, MomentOfTruth};
use crate::domain::persona::Persona;
use crate::wire::words;

/// The journeys, sorted by identifier.
pub fn journeys(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Journey> {
    let mut journeys = sheet.collect(findings, |row| {
        let id = row.id("id");
        let (name, main_stage) = (row.name("name"), row.choice("main_stage", &words::STAGE));
        Some(Journey { name, main_stage, place: row.place(), id: id? })
    });
    journeys.sort_by(|a, b| a.id.cmp(&b.id));
    journeys
}

/// The channels, sorted by identifier.
pub fn channels(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Channel> {
    let mut channels = sheet.collect(findings, |row| {
        let id = row.id("id");
        let (name, cost_per_contact) = (row.name("name"), row.number("cost_per_contact_eur"));
        Some(Channel { name, cost_per_contact, place: row.place(), id: id? })
    });
    channels.sort_by(|a, b| a.id.cmp(&b.id));
    channels
}

/// The channel switches; rows without a known journey, two known channels and a rate are left out.
pub fn channel_switches(
    sheet: &Sheet,
    journeys: &Keys<Journey>,
    channels: &Keys<Channel>,
    findings: &mut Vec<Finding>,
) -> Vec<ChannelSwitch> {
    sheet.collect(findings, |row| {
        let journey = row.reference("journey_id", journeys);
        let (from, to) = (row.reference("from_channel", channels), row.reference("to_channel", channels));
        let rate = row.number("rate");
        let reason = row.choice("reason", &words::SWITCH_REASON).unwrap_or(SwitchReason::Failure);
        Some(ChannelSwitch {
            reason,
            place: row.place(),
            journey: journey?,
            from: from?,
            to: to?,
            rate: rate?,
        })
    })
}

/// The moments of truth, sorted by identifier.
///
/// Beside their error findings, an unreadable Kano class counts as `performance`, an evidence level as E0 and a
/// number as zero; a journey that is not known stays as written.
pub fn moments(
    sheet: &Sheet,
    journeys: &Keys<Journey>,
    channels: &Keys<Channel>,
    findings: &mut Vec<Finding>,
) -> Vec<MomentOfTruth> {
    let mut moments = sheet.collect(findings, |row| {
        let id = row.id("id");
        Some(MomentOfTruth {
            journey: row.reference_as_written("journey_id", journeys).unwrap_or_else(|| "".into()),
            stage: row.choice("stage", &words::STAGE),
            channel: row.reference("channel_id", channels),
            name: row.name("name"),
            kano: row.choice("kano", &words::KANO).unwrap_or(Kano::Performance),
            frequency: row.number("frequency_per_customer_year").unwrap_or_default(),
            failure_rate: row.number("failure_rate").unwrap_or_default(),
            consequences: consequences(row, channels),
            performance: row.number("performance").unwrap_or_default(),
            expectation: row.number("expectation").unwrap_or_default(),
            target: row.number("target").unwrap_or_default(),
            emotion: row.number("emotion").unwrap_or_default(),
            evidence: row.choice("evidence_level", &words::EVIDENCE_LEVEL).unwrap_or(EvidenceLevel::E0),
            doing: row.bilingual("doing"),
            thinking: row.bilingual("thinking"),
            feeling: row.bilingual("feeling"),
            place: row.place(),
            id: id?,
        })
    });
    moments.sort_by(|a, b| a.id.cmp(&b.id));
    moments
}

/// What a bad moment does; a blank probability or amount is zero.
fn consequences(row: &mut Row, channels: &Keys<Channel>) -> Consequences {
    Consequences {
        p_leave: row.number("p_leave_if_bad").unwrap_or_default(),
        p_reduce: row.number("p_reduce_if_bad").unwrap_or_default(),
        reduce_share: row.number("reduce_share").unwrap_or_default(),
        p_lost_sale: row.number("p_lost_sale_if_bad").unwrap_or_default(),
        lost_sale_contribution: row.number("lost_sale_contribution_eur").unwrap_or_default(),
        p_extra_contact: row.number("p_extra_contact_if_bad").unwrap_or_default(),
        extra_contact_channel: row.reference("extra_contact_channel", channels),
    }
}

/// The importance points; rows without a known persona, a known moment and points are left out.
pub fn importances(
    sheet: &Sheet,
    personas: &Keys<Persona>,
    moments: &Keys<MomentOfTruth>,
    findings: &mut Vec<Finding>,
) -> Vec<MomentImportance> {
    sheet.collect(findings, |row| {
        let (persona, moment) = (row.reference("persona_id", personas), row.reference("moment_id", moments));
        let points = row.number("importance_points");
        Some(MomentImportance { place: row.place(), persona: persona?, moment: moment?, points: points? })
    })
}
