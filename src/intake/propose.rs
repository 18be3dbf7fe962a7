//! A mapping proposed for a sheet nobody has described, with a confidence for each column.

use std::path::Path;

use super::content::Content;
use super::folded::folded;
use super::heading_pattern::{Filled, HeadingPattern};
use super::mapping::{Amounts, MappedColumn, Mapping, SETTINGS, Shape};
use super::propose_columns::{LEAST_CONFIDENCE, Meanings, meanings_of};
use super::propose_findings as tell;
use super::row_field::{RowField, When, column_of};
use super::transposed::Turned;
use super::words::table_of_sheet;
use crate::domain::finding::Finding;
use crate::domain::text::Bilingual;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::sheet::Sheet;
use crate::wire::tables;

/// A shape is recognised from this confidence on.
const LEAST_SHAPE: f64 = 0.5;
/// What a name of the sheet or file that is the name of a table adds.
const NAMED: f64 = 0.2;
/// Sheets of more rows are not turned on their side to look at them.
const TURNED_ROWS: u64 = 2000;

/// What is known beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The table the sheet is said to hold.
    pub table: Option<String>,
    /// The shape the sheet is said to have.
    pub shape: Option<Shape>,
    /// Calendar year of year 0.
    pub year_0: Option<i32>,
    /// The last year index of the plan.
    pub last_year: Option<usize>,
}

/// A mapping that can be used, corrected or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub mapping: Mapping,
    /// One for each column of the sheet; for the transposed shapes one for each label, with its row as letter.
    pub columns: Vec<ProposedColumn>,
    /// How sure the shape is, 0 to 1; 0 where none was recognised.
    pub confidence: f64,
}

/// What one column is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedColumn {
    pub heading: String,
    /// The letters of the column in a spreadsheet.
    pub letter: String,
    /// Nothing where no field is near enough; with a confidence below [`LEAST_CONFIDENCE`] it is not mapped.
    pub field: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// Why, in a few words.
    pub why: Bilingual,
}

/// One reading of a sheet.
struct Reading {
    shape: Shape,
    table: Option<&'static str>,
    meanings: Meanings,
    confidence: f64,
}

/// Finds out the shape of a sheet and the field of each of its columns.
///
/// Where two readings are equally good the finding `mapping_ambiguous` asks; a sheet of no known shape is told as
/// `shape_unknown`. What is left unmapped is told when the sheet is staged.
pub fn propose(
    source: &Source,
    sheet: &Sheet,
    hints: &Hints,
    findings: &mut Vec<Finding>,
) -> Result<Proposal, Refusal> {
    let content = Content::of(source, sheet)?;
    let upright = readings(sheet, &content, hints);
    let best = upright.first().map_or(0.0, |reading| reading.confidence);
    let may_turn = hints.shape.is_none_or(|shape| shape.turned().is_some());
    let is_small = sheet.row_count <= TURNED_ROWS && 2 <= sheet.headings.len();
    if may_turn && is_small && best < 0.6 {
        let turned = Turned::new(source, sheet, None)?;
        let content = Content::of(&turned.source, turned.sheet())?;
        let hinted = Hints { shape: hints.shape.and_then(Shape::turned), ..hints.clone() };
        let lying: Vec<Reading> = readings(turned.sheet(), &content, &hinted)
            .into_iter()
            .filter(|reading| matches!(reading.shape, Shape::Table | Shape::Wide))
            .collect();
        if lying.first().is_some_and(|reading| best + 0.1 < reading.confidence) {
            let mut proposal = proposal(turned.sheet(), hints, lying, findings);
            turn(&mut proposal, sheet, &turned);
            return Ok(proposal);
        }
    }
    Ok(proposal(sheet, hints, upright, findings))
}

/// The readings that are possible at all, the surest first.
fn readings(sheet: &Sheet, content: &Content, hints: &Hints) -> Vec<Reading> {
    let stem = Path::new(&*sheet.file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let named = sheet.name.as_deref().or(stem.as_deref()).and_then(table_of_sheet);
    let stated = hints.table.as_deref().and_then(|table| {
        let known = tables::ALL.iter().map(|schema| schema.name).chain([SETTINGS]);
        known.into_iter().find(|known| *known == table)
    });
    let year_0 = hints.year_0.or_else(|| first_calendar_year(sheet));
    let all = tables::ALL.iter().map(|schema| (Shape::Table, schema.name));
    let others = [
        (Shape::Table, SETTINGS),
        (Shape::Wide, "wide"),
        (Shape::Long, "long"),
        (Shape::DossierLong, "dossier"),
    ];
    let mut readings: Vec<Reading> = Vec::new();
    for (shape, table) in all.chain(others) {
        let shape = if table == tables::learning::SCENARIOS.name { Shape::Scenarios } else { shape };
        let is_stated = match (hints.shape, stated) {
            (Some(wanted), Some(stated)) => wanted == shape && (table == stated || shape != Shape::Table),
            (Some(wanted), None) => wanted == shape,
            (None, Some(stated)) => table == stated,
            (None, None) => true,
        };
        let takes_anything = table == tables::portfolio::INVESTMENT_CRITERIA.name;
        if !is_stated || takes_anything && stated != Some(table) && named != Some(table) {
            continue;
        }
        let meanings = meanings_of(sheet, content, table, year_0);
        let filled = filled(&meanings, shape, table);
        let mut confidence = 0.5 * meanings.coverage(sheet) + 0.5 * filled;
        if named == Some(table) && shape != Shape::Wide {
            confidence += NAMED;
        }
        let is_sure = stated.is_some() || hints.shape.is_some();
        if is_sure || LEAST_SHAPE <= confidence && 0.0 < filled {
            let table = Some(table).filter(|_| shape == Shape::Table);
            readings.push(Reading { shape, table, meanings, confidence: confidence.min(1.0) });
        }
    }
    readings.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    readings
}

/// The part of what a reading needs that the sheet has, 0 to 1.
fn filled(meanings: &Meanings, shape: Shape, table: &str) -> f64 {
    let fields: Vec<&str> = meanings.fields().collect();
    let has = |field: &str| fields.contains(&field);
    let is_named = has("id") || has("name_en") || has("name_fr") || has("investment_id");
    let share = |all: &[bool]| all.iter().filter(|is| **is).count() as f64 / all.len().max(1) as f64;
    match (shape, table) {
        (Shape::DossierLong, _) => all_or_nothing(&["table", "row", "column", "value"].map(has)),
        (_, SETTINGS) => all_or_nothing(&["path", "value"].map(has)),
        (Shape::Wide, _) => {
            let amounts = fields.iter().filter_map(|field| RowField::parse(field));
            let amounts: Vec<RowField> =
                amounts.filter(|field| matches!(field, RowField::Amount(..))).collect();
            all_or_nothing(&[is_named, !amounts.is_empty()])
        }
        (Shape::Long, _) => all_or_nothing(&[is_named, has("amount"), has("year") || has("kind")]),
        (_, table) => {
            let columns = tables::named(table).map_or(&[][..], |schema| schema.columns);
            let required = columns.iter().filter(|column| column.is_required);
            let is_there = |name: &str| {
                fields.iter().any(|field| column_of(table, field).is_some_and(|column| column.name == name))
            };
            share(&required.map(|column| is_there(column.name)).collect::<Vec<_>>())
        }
    }
}

fn all_or_nothing(all: &[bool]) -> f64 {
    f64::from(u8::from(all.iter().all(|is| *is)))
}

/// The least calendar year among the headings; costs begin with it.
fn first_calendar_year(sheet: &Sheet) -> Option<i32> {
    let year = |text: &str| {
        let word = folded(text);
        let at = word.find(|letter: char| letter.is_ascii_digit())?;
        match HeadingPattern::new("{calendar}").matched(&word[at..])? {
            Filled::Calendar(year) => Some(year),
            _ => None,
        }
    };
    sheet.headings.iter().filter_map(|heading| year(&heading.text)).min()
}

/// The surest reading as a mapping; questions where it is not sure enough.
fn proposal(sheet: &Sheet, hints: &Hints, readings: Vec<Reading>, findings: &mut Vec<Finding>) -> Proposal {
    let mut readings = readings.into_iter();
    let Some(best) = readings.next() else {
        findings.push(tell::shape_unknown(sheet));
        let columns =
            sheet.headings.iter().map(|heading| unmapped(&heading.name(), &heading.letter)).collect();
        return Proposal { mapping: Mapping::new(Shape::Table), columns, confidence: 0.0 };
    };
    let equal: Vec<&str> = readings
        .take_while(|other| other.confidence == best.confidence)
        .map(|other| name_of(&other))
        .collect();
    if !equal.is_empty() {
        findings.push(tell::shape_ambiguous(sheet, name_of(&best), &equal));
    }
    for (field, columns) in &best.meanings.disputed {
        let names: Vec<String> = columns.iter().map(|at| sheet.headings[*at].name()).collect();
        findings.push(tell::field_disputed(sheet, field, &names));
    }
    let mut mapping = Mapping::new(best.shape);
    mapping.table = best.table.filter(|_| equal.is_empty()).map(str::to_string);
    mapping.sheet = sheet.name.clone();
    let columns: Vec<ProposedColumn> = sheet
        .headings
        .iter()
        .zip(&best.meanings.columns)
        .map(|(heading, meaning)| match meaning {
            None => unmapped(&heading.name(), &heading.letter),
            Some(meaning) => ProposedColumn {
                heading: heading.name(),
                letter: heading.letter.clone(),
                field: Some(meaning.field.clone()),
                confidence: meaning.confidence,
                why: meaning.why.clone(),
            },
        })
        .collect();
    for (heading, column) in sheet.headings.iter().zip(&columns) {
        if let Some(field) = column.field.as_ref().filter(|_| LEAST_CONFIDENCE <= column.confidence) {
            let source = if heading.text.is_empty() { &heading.letter } else { &heading.text };
            mapping
                .columns
                .push(MappedColumn { number: heading.number.max(1), ..MappedColumn::new(source, field) });
        }
    }
    mapping.amounts = amounts_of(sheet, &mapping, hints, findings);
    Proposal { mapping, columns, confidence: if equal.is_empty() { best.confidence } else { 0.0 } }
}

fn name_of(reading: &Reading) -> &'static str {
    reading.table.unwrap_or(reading.shape.name())
}

fn unmapped(heading: &str, letter: &str) -> ProposedColumn {
    let why = Bilingual { en: "no field is near".to_string(), fr: "aucun champ n'est proche".to_string() };
    ProposedColumn {
        heading: heading.to_string(),
        letter: letter.to_string(),
        field: None,
        confidence: 0.0,
        why,
    }
}

/// The years of the plan: those of the dossier, else as the headings have them, which is told.
fn amounts_of(sheet: &Sheet, mapping: &Mapping, hints: &Hints, findings: &mut Vec<Finding>) -> Amounts {
    let mut amounts = Amounts { year_0: hints.year_0, ..Amounts::default() };
    let whens = mapping.columns.iter().filter_map(|column| match RowField::parse(&column.field) {
        Some(RowField::Amount(_, when)) if mapping.shape == Shape::Wide => Some(when),
        _ => None,
    });
    let whens: Vec<When> = whens.collect();
    let has_calendar = whens.iter().any(|when| matches!(when, When::Calendar(_)));
    let is_counted = mapping.shape == Shape::Table && first_calendar_year(sheet).is_some();
    if amounts.year_0.is_none() && (has_calendar || is_counted) {
        amounts.year_0 = first_calendar_year(sheet);
        findings.extend(amounts.year_0.map(|year| tell::year_0_assumed(sheet, year)));
    }
    let last = whens.iter().filter_map(|when| when.index(amounts.year_0)).max();
    amounts.last_year = hints.last_year.or(last).unwrap_or(amounts.last_year);
    amounts
}

/// The proposal for a turned sheet as one for the original.
fn turn(proposal: &mut Proposal, sheet: &Sheet, turned: &Turned) {
    proposal.mapping.shape = match proposal.mapping.shape {
        Shape::Wide => Shape::TransposedWide,
        _ => Shape::TransposedTable,
    };
    proposal.mapping.sheet.clone_from(&sheet.name);
    let corner = sheet.headings.first().map(|heading| heading.text.clone());
    proposal.mapping.headings = corner.filter(|text| !text.is_empty()).into_iter().collect();
    for (column, row) in proposal.columns.iter_mut().zip(turned.rows()) {
        column.letter = row.to_string();
    }
}
