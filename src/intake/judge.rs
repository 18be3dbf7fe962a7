//! What is wrong with staged rows, told where they come from: the dossier with them in it is read and checked as any other.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::codes::{code_in_file, is_of_the_whole};
use super::merge::{Merged, key_of_staged, merged};
use super::staged::{StagedRow, StagedTable};
use crate::domain::finding::{Finding, Severity};
use crate::domain::place::Place;
use crate::ingest::stored::Stored;
use crate::wire::decimal::decimal;

/// Staged rows with what speaks against them.
#[derive(Debug)]
pub struct Judged {
    /// Those of the files, in order of file, row and column.
    pub findings: Vec<Finding>,
    /// What the rows make wrong in rows of the dossier that they leave alone.
    pub consequences: Vec<Finding>,
    /// Rows of files that have an error.
    pub refused: BTreeSet<Place>,
    /// The dossier with all rows that are not refused.
    pub merged: Merged,
}

/// How a dossier is read and checked.
pub type FindingsOf<'a> = dyn Fn(&Stored) -> Vec<Finding> + 'a;

/// On what terms rows are put in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms {
    /// Whether rows of the dossier that a whole table lacks are taken out.
    pub drops_gone: bool,
    /// Whether there is no dossier yet, so that whatever is wrong with it comes from the rows.
    pub is_new: bool,
}

/// Judges staged rows: `known` is what reading the files has found.
///
/// Rows with an error are left out and the rest is judged again, until no row is refused for another that is not there.
pub fn judged(
    stored: &Stored,
    staged: &[StagedTable],
    known: Vec<Finding>,
    findings_of: &FindingsOf<'_>,
    Terms { drops_gone, is_new }: Terms,
) -> Judged {
    let mut findings = known;
    findings.extend(repeated(staged));
    let mut refused = BTreeSet::new();
    refuse(&mut refused, &findings, staged);
    // A row that lacks cells says nothing certain about any of them.
    let lacking: BTreeSet<Place> = findings
        .iter()
        .filter(|finding| finding.code == "missing_columns")
        .map(|finding| finding.place.clone())
        .collect();
    // The first look is at all rows, so that every fault of a row is told and not the first one only.
    let everything = merged(stored, staged, &BTreeSet::new(), drops_gone);
    let before = if is_new { Vec::new() } else { findings_of(stored) };
    let (found, _) = traced(&everything, staged, findings_of(&everything.stored));
    add_news(&mut findings, found, &lacking);
    refuse(&mut refused, &findings, staged);
    loop {
        let count = refused.len();
        let rest = merged(stored, staged, &refused, drops_gone);
        let (found, elsewhere) = traced(&rest, staged, findings_of(&rest.stored));
        add_news(&mut findings, found, &lacking);
        refuse(&mut refused, &findings, staged);
        if refused.len() > count {
            continue;
        }
        findings.sort_by(|a, b| a.key().cmp(&b.key()));
        findings.dedup();
        let consequences = elsewhere.into_iter().filter(|finding| !before.contains(finding)).collect();
        return Judged { findings, consequences, refused, merged: rest };
    }
}

/// Adds what is told of cells that nothing was told of yet.
fn add_news(findings: &mut Vec<Finding>, found: Vec<Finding>, lacking: &BTreeSet<Place>) {
    let told: BTreeSet<(Place, String)> =
        findings.iter().map(|finding| (finding.place.clone(), finding.column.clone())).collect();
    findings.extend(found.into_iter().filter(|finding| {
        let cell = (finding.place.clone(), finding.column.clone());
        !told.contains(&cell) && !lacking.contains(&finding.place)
    }));
}

/// Refuses the rows of error findings; one about a whole sheet refuses all its rows.
fn refuse(refused: &mut BTreeSet<Place>, findings: &[Finding], staged: &[StagedTable]) {
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        if finding.place.row > 0 && !is_heading(&finding.place, staged) {
            refused.insert(finding.place.clone());
        } else {
            let rows = staged.iter().flat_map(|table| &table.rows);
            refused
                .extend(rows.filter(|row| row.place.file == finding.place.file).map(|row| row.place.clone()));
        }
    }
}

/// Whether no row is staged from here, but some are from below: a heading.
fn is_heading(place: &Place, staged: &[StagedTable]) -> bool {
    let rows = || staged.iter().flat_map(|table| &table.rows).filter(|row| row.place.file == place.file);
    rows().next().is_some() && rows().all(|row| row.place.row > place.row)
}

/// Findings on staged rows told at their place in the file, and those on other rows or on the dossier as a whole.
fn traced(merged: &Merged, staged: &[StagedTable], found: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for finding in found {
        match merged.origin(finding.place.row) {
            Some((table, row)) => {
                let (table, row) = (&staged[table], &staged[table].rows[row]);
                let list = if is_of_the_whole(finding.code) { &mut others } else { &mut own };
                list.push(in_file(finding, table, row, &merged.stored));
            }
            None => others.push(finding),
        }
    }
    (own, others)
}

fn in_file(finding: Finding, table: &StagedTable, row: &StagedRow, stored: &Stored) -> Finding {
    let at = table.column(&finding.column);
    let heading = at.map(|at| table.columns[at].heading.clone()).filter(|heading| !heading.is_empty());
    let code = code_in_file(finding.code, &finding.column);
    let value = match at {
        Some(_) if code == "not_ordered" => {
            triple(table, row, &finding.column).unwrap_or_else(|| finding.value.clone())
        }
        Some(at) if code == "above_lever_cap" => {
            let cap = lever_cell(table, row, stored, "cap_units");
            format!("{} > {}", row.cells[at].raw, cap.unwrap_or_default())
        }
        Some(at) if row.cells[at].text == finding.value || !row.cells[at].raw.is_empty() => {
            row.cells[at].raw.clone()
        }
        _ => finding.value.clone(),
    };
    let claim = at.map(|at| row.cells[at].text.as_str());
    let suggestion = thousandfold(code, claim, table, row, stored);
    let column = heading.unwrap_or_else(|| finding.column.clone());
    let told = Finding { code, place: row.place.clone(), column, value, ..finding };
    match suggestion {
        Some((en, fr)) => told.suggest(&en, &fr),
        None => told,
    }
}

/// A cell of the lever that a staged row names.
fn lever_cell(table: &StagedTable, row: &StagedRow, stored: &Stored, field: &str) -> Option<String> {
    let lever = &row.cells[table.column("lever_id")?].text;
    let levers = stored.tables.get("levers")?;
    let column = |name: &str| levers.headings.iter().position(|heading| heading == name);
    let (id, field) = (column("id")?, column(field)?);
    let record = levers.records.iter().find(|record| record.cells.get(id) == Some(lever))?;
    Some(record.cells.get(field)?.trim().to_string())
}

/// What a claim beyond the cap of its lever may have meant, where a thousandth of it lies below the cap.
fn thousandfold(
    code: &str,
    claim: Option<&str>,
    table: &StagedTable,
    row: &StagedRow,
    stored: &Stored,
) -> Option<(String, String)> {
    let number = |text: &str| decimal(text).ok();
    let (claim, cap) = (number(claim?)?, number(&lever_cell(table, row, stored, "cap_units")?)?);
    let meant = (claim / Decimal::ONE_THOUSAND).normalize();
    if code != "above_lever_cap" || meant > cap || claim < cap * Decimal::TEN {
        return None;
    }
    let unit = lever_cell(table, row, stored, "unit").unwrap_or_default();
    Some((
        format!("The unit of the lever is {unit}: did you mean {meant}?"),
        format!("L'unité du levier est « {unit} » : vouliez-vous dire {meant} ?"),
    ))
}

/// The three numbers that are out of order, as the file has them.
fn triple(table: &StagedTable, row: &StagedRow, column: &str) -> Option<String> {
    let stem = column.strip_suffix("_low").or_else(|| column.strip_suffix("_high"))?;
    let cell = |end: &str| table.column(&format!("{stem}_{end}")).map(|at| row.cells[at].raw.as_str());
    let raw = [cell("low")?, cell("mode")?, cell("high")?];
    let texts: Vec<_> = ["low", "mode", "high"]
        .iter()
        .map(|end| table.column(&format!("{stem}_{end}")).map(|at| row.cells[at].text.as_str()))
        .collect();
    let numbers: Vec<_> = texts.into_iter().flatten().filter_map(|text| decimal(text).ok()).collect();
    let [low, mode, high] = numbers[..] else { return None };
    let sign = |a, b| if a > b { ">" } else { "<=" };
    Some(format!("{} {} {} {} {}", raw[0], sign(low, mode), raw[1], sign(mode, high), raw[2]))
}

/// Keys that stand in the files twice, and line keys that are used by two investments where all others are used once.
fn repeated(staged: &[StagedTable]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut seen: BTreeMap<(&str, Vec<String>), &Place> = BTreeMap::new();
    for table in staged {
        let keys: Vec<&str> =
            table.schema.columns.iter().filter(|column| column.is_key).map(|column| column.name).collect();
        for row in table.rows.iter().filter(|_| !keys.is_empty()) {
            let key = key_of_staged(table, row);
            let last = keys[keys.len() - 1];
            match seen.get(&(table.schema.name, key.clone())) {
                Some(first) if **first != row.place => found.push(duplicate(table, row, last, first)),
                Some(_) => {}
                None => {
                    seen.insert((table.schema.name, key), &row.place);
                }
            }
        }
        found.extend(lines_twice(table));
    }
    found.sort_by(|a, b| a.key().cmp(&b.key()));
    found.dedup();
    found
}

/// Lines are told apart within their variant, but a file that gives every line a key of its own means it: one that
/// stands twice is a slip. Keys such as `build` that many share are left alone.
fn lines_twice(table: &StagedTable) -> Vec<Finding> {
    let Some(at) = table.column("line_id") else { return Vec::new() };
    let mut first: BTreeMap<&str, &StagedRow> = BTreeMap::new();
    let mut twice = Vec::new();
    for row in table.rows.iter().filter(|row| !row.cells[at].text.is_empty()) {
        match first.get(row.cells[at].text.as_str()) {
            Some(known) if known.place != row.place => twice.push((row, &known.place)),
            Some(_) => {}
            None => {
                first.insert(&row.cells[at].text, row);
            }
        }
    }
    if twice.len() * 10 > first.len() {
        return Vec::new();
    }
    twice.into_iter().map(|(row, known)| duplicate(table, row, "line_id", known)).collect()
}

fn duplicate(table: &StagedTable, row: &StagedRow, field: &str, first: &Place) -> Finding {
    let at = table.column(field);
    let (column, value) =
        at.map_or((field, ""), |at| (table.columns[at].heading.as_str(), row.cells[at].raw.as_str()));
    let en = format!("{value} is already used in row {}; this row is refused.", first.row);
    let fr = format!("{value} sert déjà à la ligne {} ; cette ligne est refusée.", first.row);
    Finding::new("duplicate_id", Severity::Error, &row.place, en, fr)
        .at(column, value)
        .suggest("Give every row its own key.", "Donnez à chaque ligne sa propre clé.")
}
