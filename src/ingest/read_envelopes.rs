//! Reads the envelopes: money set aside by department or fund, by period.

use super::columns::Sheet;
use super::faults;
use crate::domain::envelope::{Envelope, SpendingKind};
use crate::domain::finding::Finding;
use crate::wire::words;

/// The family of columns that state the money of an envelope.
const AMOUNT: &str = "amount_{period}";

/// The envelopes, sorted by identifier; a period without a column or with a blank cell is not limited.
///
/// A blank cell where nothing else is stated of its year is told, and so is a table without any column of amounts. An
/// unreadable kind of spending counts as all.
pub fn envelopes(sheet: &Sheet, findings: &mut Vec<Finding>) -> Vec<Envelope> {
    if !sheet.table.records.is_empty() && sheet.family(AMOUNT).next().is_none() {
        let place = sheet.table.place(u32::from(!sheet.table.file.contains('#')));
        findings.push(faults::envelope_amount_missing(&place, "amount_y0"));
    }
    let mut envelopes = sheet.collect(findings, |row| {
        let id = row.id("id");
        for column in row.unstated(&[AMOUNT]) {
            row.findings.push(faults::envelope_amount_missing(&row.place(), &column.heading));
        }
        let transfer_group = row.text("transfer_group");
        Some(Envelope {
            name: row.name("name"),
            spending: row.choice("spending", &words::SPENDING).unwrap_or(SpendingKind::All),
            departments: departments(row.parts("departments").map(|(_, parts)| parts)),
            amounts: row.periods(&[AMOUNT]),
            transfer_group: Some(transfer_group).filter(|group| !group.is_empty()),
            carries_over: row.flag("carries_over"),
            place: row.place(),
            id: id?,
        })
    });
    envelopes.sort_by(|a, b| a.id.cmp(&b.id));
    envelopes
}

/// The departments named, sorted; none when every one is meant.
fn departments(parts: Option<Vec<&str>>) -> Vec<String> {
    let parts = parts.unwrap_or_default();
    if parts.contains(&"*") {
        return Vec::new();
    }
    let mut departments: Vec<String> = parts.into_iter().map(str::to_string).collect();
    departments.sort();
    departments.dedup();
    departments
}
