//! Staged rows put into the tables of a dossier, and what that changes.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;

use super::staged::{StagedRow, StagedTable};
use crate::domain::place::Place;
use crate::ingest::stored::Stored;
use crate::ingest::table::{Record, Table};
use crate::wire::decimal::decimal;
use crate::wire::table::{ColumnSchema, TableSchema};
use crate::wire::tables;

/// Row numbers from here on stand for staged rows, so that what is found in them can be told where they come from.
const STAGED_FIRST: u32 = 1 << 30;

/// The variant of a row that names none.
const VARIANT_USUAL: &str = "core";

/// A dossier with staged rows in it.
#[derive(Debug)]
pub struct Merged {
    pub stored: Stored,
    /// Table and row of every staged row that is in it, by its number less [`STAGED_FIRST`].
    origins: Vec<(usize, usize)>,
    pub changes: Vec<TableChange>,
}

/// What the staged rows change in one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableChange {
    pub table: &'static str,
    /// Keys of rows that are new.
    pub added: Vec<String>,
    pub changed: Vec<CellChange>,
    /// Keys of rows that the dossier has and a whole table in the file has not.
    pub gone: Vec<String>,
    /// Rows that say what the dossier says already.
    pub same: usize,
}

/// One cell with another content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    pub key: String,
    pub field: String,
    pub old: String,
    pub new: String,
    pub place: Place,
}

impl Merged {
    /// Where a row number of the merged tables comes from; nothing for a row that the dossier had and nothing touched.
    pub fn origin(&self, row: u32) -> Option<(usize, usize)> {
        row.checked_sub(STAGED_FIRST).and_then(|at| self.origins.get(at as usize)).copied()
    }

    /// The tables whose rows are other ones than before.
    pub fn changed_tables(&self) -> impl Iterator<Item = &TableChange> {
        self.changes.iter().filter(|change| change.is_change())
    }
}

impl TableChange {
    /// Whether anything is added, changed or, when gone rows are dropped, taken out.
    pub fn is_change(&self) -> bool {
        !self.added.is_empty() || !self.changed.is_empty() || !self.gone.is_empty()
    }
}

/// The dossier with the staged rows in it, those of refused places left out.
///
/// A row with the key of one that is there replaces the cells that the file has, and leaves the others; one with a new
/// key is added. Rows that the file lacks are told as gone where it has the whole table, and dropped with `drops_gone`.
pub fn merged(
    stored: &Stored,
    staged: &[StagedTable],
    refused: &BTreeSet<Place>,
    drops_gone: bool,
) -> Merged {
    let mut merged = Merged { stored: stored.clone(), origins: Vec::new(), changes: Vec::new() };
    for schema in tables::ALL {
        let parts: Vec<(usize, &StagedTable)> =
            staged.iter().enumerate().filter(|(_, table)| table.schema.name == schema.name).collect();
        if !parts.is_empty() {
            merge_table(&mut merged, schema, &parts, refused, drops_gone);
        }
    }
    merged
}

fn merge_table(
    merged: &mut Merged,
    schema: &'static TableSchema,
    parts: &[(usize, &StagedTable)],
    refused: &BTreeSet<Place>,
    drops_gone: bool,
) {
    let name = schema.name;
    let table = merged.stored.tables.remove(name).unwrap_or_else(|| Table::empty(&format!("{name}.csv")));
    let mut target = Target::new(table, schema);
    let mut change = TableChange { table: name, ..TableChange::default() };
    let mut is_whole = false;
    let mut told = BTreeSet::new();
    for (number, part) in parts.iter().copied() {
        is_whole |= part.is_whole;
        let columns = target.columns(part);
        for (at, row) in part.rows.iter().enumerate() {
            let key = key_of_staged(part, row);
            told.insert(key.clone());
            if refused.contains(&row.place) {
                continue;
            }
            let origin = STAGED_FIRST + merged.origins.len() as u32;
            merged.origins.push((number, at));
            target.put(&mut change, part, row, (&columns, &key, origin));
        }
    }
    if is_whole {
        change.gone = target.before.keys().filter(|key| !told.contains(*key)).map(|key| shown(key)).collect();
        if drops_gone {
            let gone: BTreeSet<usize> =
                target.before.iter().filter(|(key, _)| !told.contains(*key)).map(|(_, at)| *at).collect();
            let mut at = 0;
            target.table.records.retain(|_| {
                at += 1;
                !gone.contains(&(at - 1))
            });
        }
    }
    merged.stored.tables.insert(name.to_string(), target.table);
    merged.changes.push(change);
}

type Key = Vec<String>;

/// A table that rows are put into.
struct Target {
    table: Table,
    /// Keys of the rows that were there before.
    before: BTreeMap<Key, usize>,
    width: usize,
}

impl Target {
    fn new(table: Table, schema: &TableSchema) -> Target {
        let mut before = BTreeMap::new();
        for (at, record) in table.records.iter().enumerate() {
            let cell = |name: &str| {
                let column = table.headings.iter().position(|heading| heading == name);
                column.and_then(|column| record.cells.get(column)).unwrap_or_default()
            };
            before.entry(key_of(schema, cell)).or_insert(at);
        }
        let width = table.headings.len();
        Target { table, before, width }
    }

    /// The place of each staged column in the table, new ones behind.
    fn columns(&mut self, part: &StagedTable) -> Vec<usize> {
        let headings = &mut self.table.headings;
        let mut place = |field: &str| {
            headings.iter().position(|heading| heading == field).unwrap_or_else(|| {
                headings.push(field.to_string());
                headings.len() - 1
            })
        };
        let columns = part.columns.iter().map(|column| place(&column.field)).collect();
        self.width = self.table.headings.len();
        columns
    }

    fn put(
        &mut self,
        change: &mut TableChange,
        part: &StagedTable,
        row: &StagedRow,
        (columns, key, origin): (&[usize], &Key, u32),
    ) {
        let known = self.before.get(key).copied();
        let mut cells: Vec<String> = known.map_or_else(Vec::new, |at| {
            self.table.records[at].cells.iter().map(ToString::to_string).collect()
        });
        cells.resize(self.width.max(cells.len()), String::new());
        let count = change.changed.len();
        for ((column, staged), at) in part.columns.iter().zip(&row.cells).zip(columns) {
            if known.is_some() && !is_same(part.schema, &column.field, &cells[*at], &staged.text) {
                change.changed.push(CellChange {
                    key: shown(key),
                    field: column.field.clone(),
                    old: cells[*at].clone(),
                    new: staged.text.clone(),
                    place: row.place.clone(),
                });
            } else if known.is_some() {
                continue;
            }
            cells[*at].clone_from(&staged.text);
        }
        let record = Record { row: origin, cells: StringRecord::from(cells) };
        match known {
            Some(at) => {
                change.same += usize::from(change.changed.len() == count);
                self.table.records[at] = record;
            }
            None => {
                change.added.push(shown(key));
                self.table.records.push(record);
            }
        }
    }
}

/// Whether two cells say the same: the same number, or the same text.
fn is_same(schema: &TableSchema, field: &str, old: &str, new: &str) -> bool {
    let (old, new) = (old.trim(), new.trim());
    let is_number = || crate::ingest::columns::holds_numbers(schema.name, field);
    old == new || is_number() && matches!((decimal(old), decimal(new)), (Ok(old), Ok(new)) if old == new)
}

/// What tells rows of a table apart; all its columns where it has no key.
fn key_of<'c>(schema: &TableSchema, cell: impl Fn(&str) -> &'c str) -> Key {
    let keys: Vec<&ColumnSchema> = schema.columns.iter().filter(|column| column.is_key).collect();
    let keys = if keys.is_empty() { schema.columns.iter().collect() } else { keys };
    keys.iter().map(|column| named(column.name, cell(column.name).trim())).collect()
}

fn named(column: &str, text: &str) -> String {
    if column == "variant_id" && text.is_empty() { VARIANT_USUAL.to_string() } else { text.to_string() }
}

/// The key of a staged row.
pub fn key_of_staged(part: &StagedTable, row: &StagedRow) -> Vec<String> {
    key_of(part.schema, |name| part.column(name).map_or("", |at| row.cells[at].text.as_str()))
}

/// A key as people read it.
pub fn shown(key: &[String]) -> String {
    let parts: Vec<&str> = key.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
