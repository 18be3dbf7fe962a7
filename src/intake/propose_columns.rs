//! Which field each heading of a sheet means, for one table or shape that the sheet may have.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::{aliases_of, fields_of};
use super::content::Content;
use super::folded::folded;
use super::row_field::{OF_LINES, column_of, is_field_of};
use crate::domain::text::Bilingual;
use crate::ingest::nearest::nearest;
use crate::source::sheet::Sheet;
use crate::wire::table::ColumnKind;
use crate::wire::tables;

/// A column is mapped from this confidence on; below it is shown and left out.
pub const LEAST_CONFIDENCE: f64 = 0.45;

/// The heading is the name of the field itself.
const EXACT: f64 = 1.0;
/// The heading is a known one for the field.
const ALIAS: f64 = 0.95;
/// The heading is nearly a known one.
const NEAR: f64 = 0.7;
/// The cells are words of the column.
const WORDS: f64 = 0.5;
/// The cells are numbers, and the table takes a column for every criterion.
const CRITERION: f64 = 0.5;
/// The cells are of the kind of the one column of that kind that is left.
const KIND: f64 = 0.3;

/// A field a heading may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    pub field: String,
    pub confidence: f64,
    pub why: Bilingual,
}

impl Meaning {
    fn new(field: &str, confidence: f64, en: &str, fr: &str) -> Meaning {
        let why = Bilingual { en: en.to_string(), fr: fr.to_string() };
        Meaning { field: field.to_string(), confidence, why }
    }
}

/// The meanings of all columns of a sheet, and the fields that two columns claim alike.
#[derive(Clone, Debug, Default)]
pub struct Meanings {
    /// One for each column; nothing where none was found.
    pub columns: Vec<Option<Meaning>>,
    /// Field, and the places of the columns that are equally good for it.
    pub disputed: Vec<(String, Vec<usize>)>,
}

impl Meanings {
    /// The fields that are mapped.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let meanings = self.columns.iter().flatten();
        meanings
            .filter(|meaning| LEAST_CONFIDENCE <= meaning.confidence)
            .map(|meaning| meaning.field.as_str())
    }

    /// The part of the named columns that is understood, 0 to 1, weighted with confidence.
    pub fn coverage(&self, sheet: &Sheet) -> f64 {
        let named = sheet.headings.iter().filter(|heading| !heading.text.is_empty()).count();
        let meanings = self.columns.iter().flatten();
        let understood = meanings.filter(|meaning| LEAST_CONFIDENCE <= meaning.confidence);
        understood.map(|meaning| meaning.confidence).sum::<f64>() / named.max(1) as f64
    }
}

/// The meanings of the headings for a table, or for `wide`, `long`, `dossier` or `workspace`.
pub fn meanings_of(sheet: &Sheet, content: &Content, table: &str, year_0: Option<i32>) -> Meanings {
    let by_heading: Vec<Vec<Meaning>> =
        sheet.headings.iter().map(|heading| by_heading(table, &heading.text, year_0)).collect();
    let mut meanings = Meanings { columns: vec![None; by_heading.len()], disputed: Vec::new() };
    settle(&by_heading, &mut meanings);
    if tables::named(table).is_some() {
        by_content(sheet, content, table, &mut meanings);
    }
    meanings
}

/// Gives each field to the surest column; one that two columns are equally sure of goes to none.
fn settle(by_heading: &[Vec<Meaning>], meanings: &mut Meanings) {
    let mut taken = BTreeSet::new();
    for confidence in [EXACT, ALIAS, NEAR] {
        let mut claims: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, found) in by_heading.iter().enumerate() {
            if meanings.columns[at].is_some() {
                continue;
            }
            let free = found.iter().filter(|meaning| meaning.confidence == confidence);
            for meaning in free.filter(|meaning| !taken.contains(&meaning.field)) {
                claims.entry(&meaning.field).or_default().push(at);
            }
        }
        for (field, columns) in claims {
            if let [only] = columns.as_slice() {
                let meaning = by_heading[*only].iter().find(|meaning| meaning.field == field);
                if meanings.columns[*only].is_none() {
                    meanings.columns[*only] = meaning.cloned();
                }
            } else if confidence != NEAR {
                meanings.disputed.push((field.to_string(), columns));
            }
            taken.insert(field.to_string());
        }
    }
}

/// The fields one heading may mean, the surest first.
fn by_heading(table: &str, heading: &str, year_0: Option<i32>) -> Vec<Meaning> {
    let word = folded(heading);
    if word.is_empty() {
        return Vec::new();
    }
    let exact = exact_field(table, heading, &word);
    if let Some(field) = exact {
        return vec![Meaning::new(&field, EXACT, "the field's own name", "le nom même du champ")];
    }
    let mut found: Vec<Meaning> = Vec::new();
    for home in homes_of(table) {
        let fields = fields_of(home, heading, year_0).into_iter();
        for field in fields.filter(|field| home == table || is_of_row(home, field)) {
            if found.is_empty() {
                found.push(Meaning::new(&field, ALIAS, "a known heading", "un en-tête connu"));
            }
        }
    }
    if found.is_empty() {
        let known = homes_of(table).into_iter().flat_map(|home| {
            let is_meant = move |field: &str| home == table || is_of_row(home, field);
            aliases_of(home).filter(move |alias| is_meant(alias.field))
        });
        let known: Vec<(&str, &str)> =
            known.filter_map(|alias| Some((alias.pattern.name()?, alias.field))).collect();
        let near = nearest(&word, known.iter().map(|(name, _)| *name)).filter(|_| 4 <= word.len());
        let field = near.and_then(|near| known.iter().find(|(name, _)| *name == near));
        found.extend(field.map(|(_, field)| {
            Meaning::new(field, NEAR, "nearly a known heading", "presque un en-tête connu")
        }));
    }
    found
}

/// The tables whose headings a row of this one may have, the nearest first.
fn homes_of(table: &str) -> Vec<&str> {
    match table {
        "wide" => vec!["wide", "investments", "cost_lines", "benefit_lines"],
        "long" => vec!["long", "investments", "cost_lines", "benefit_lines"],
        table => vec![table],
    }
}

/// Whether a row of a wide or long sheet can say a field of this other table.
fn is_of_row(home: &str, field: &str) -> bool {
    if home == "investments" { !field.contains('{') } else { OF_LINES.contains(&field) }
}

fn exact_field(table: &str, heading: &str, word: &str) -> Option<String> {
    if tables::named(table).is_some() {
        let field = heading.trim();
        let is_schema = is_field_of(table, field) && column_of(table, field)?.name != "{criterion}";
        let alike = || {
            let columns = tables::named(table)?.columns.iter();
            columns.map(|column| column.name).find(|name| !name.contains('{') && folded(name) == word)
        };
        return if is_schema { Some(field.to_string()) } else { alike().map(str::to_string) };
    }
    let field = super::row_field::RowField::parse(heading.trim());
    let shape = match table {
        "wide" => super::mapping::Shape::Wide,
        "long" => super::mapping::Shape::Long,
        _ => return None,
    };
    field.filter(|field| field.is_of(shape)).map(|_| heading.trim().to_string())
}

/// Columns whose headings say nothing, by what stands in them.
fn by_content(sheet: &Sheet, content: &Content, table: &str, meanings: &mut Meanings) {
    let schema = tables::named(table).expect("the caller has looked the table up");
    let taken: BTreeSet<String> =
        meanings.columns.iter().flatten().map(|meaning| meaning.field.clone()).collect();
    let disputed: Vec<usize> = meanings.disputed.iter().flat_map(|(_, columns)| columns.clone()).collect();
    let free: Vec<_> =
        schema.columns.iter().filter(|column| !taken.contains(column.name) && !column.is_family()).collect();
    for (at, heading) in sheet.headings.iter().enumerate() {
        let Some(column) = sheet.columns.get(at) else { continue };
        if meanings.columns[at].is_some() || disputed.contains(&at) {
            continue;
        }
        let words = free.iter().filter(|free| match free.kind {
            ColumnKind::Choice(accepted) => content.is_of_words(at, accepted, table, free.name),
            _ => false,
        });
        if let [only] = words.collect::<Vec<_>>().as_slice() {
            meanings.columns[at] = Some(Meaning::new(
                only.name,
                WORDS,
                "its cells are words of this field",
                "ses cellules sont des mots de ce champ",
            ));
            continue;
        }
        let is_criterion = table == tables::portfolio::INVESTMENT_CRITERIA.name;
        if is_criterion && column.counts.is_numeric() && !heading.text.is_empty() {
            meanings.columns[at] = Some(Meaning::new(
                &heading.text,
                CRITERION,
                "a column of numbers: a criterion",
                "une colonne de nombres : un critère",
            ));
            continue;
        }
        let kind = free.iter().filter(|free| match free.kind {
            ColumnKind::Day => column.counts.is_dated(),
            ColumnKind::Share => 0 < column.counts.percents,
            _ => false,
        });
        if let [only] = kind.collect::<Vec<_>>().as_slice() {
            meanings.columns[at] = Some(Meaning::new(
                only.name,
                KIND,
                "its cells are of this kind",
                "ses cellules sont de cette sorte",
            ));
        }
    }
    drop_twice(meanings);
}

/// Columns that content gives the same field are left to a person.
fn drop_twice(meanings: &mut Meanings) {
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, meaning) in meanings.columns.iter().enumerate() {
        if let Some(meaning) = meaning {
            seen.entry(meaning.field.clone()).or_default().push(at);
        }
    }
    for (field, columns) in seen.into_iter().filter(|(_, columns)| 1 < columns.len()) {
        for at in &columns {
            meanings.columns[*at] = None;
        }
        meanings.disputed.push((field, columns));
    }
}
