//! A long sheet: a row per amount, summed by line and year while it streams by.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::canonical::{CellFault, Target, plain};
use super::cell_findings::{add_new, of_cell};
use super::folded::letters;
use super::investment_keys::InvestmentKeys;
use super::laid_out::{LaidColumn, laid_out};
use super::lines::{LineOf, Said, Stated, benefit_table, cost_table, push_benefit, push_cost, stated_levers};
use super::long_findings::LongFindings;
use super::mapping::{Amounts, Mapping};
use super::row_field::{AmountKind, RowField, period_of};
use super::said::{SaidColumns, push_investment};
use super::shape_table::staged_cell;
use super::stage::Staged;
use super::staged::{StagedCell, StagedTable};
use super::words::meaning;
use crate::domain::finding::Finding;
use crate::domain::place::Place;
use crate::source::date::{DateFault, date};
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::row::Row;
use crate::source::sheet::{Column, Sheet};
use crate::wire::table::ColumnKind;

/// What tells lines apart: investment, variant, name of the line, kind, nature, accounting.
type LineKey = (String, String, String, AmountKind, String, String);

/// The amounts of one line so far.
struct Line {
    place: Place,
    investment: StagedCell,
    said: Said,
    by_year: BTreeMap<usize, Sum>,
}

/// The amounts of one year of one line.
#[derive(Default)]
struct Sum {
    value: Decimal,
    count: u32,
    /// The cell of the first amount.
    raw: String,
    /// The first amount that is withheld or unreadable.
    missing: Option<StagedCell>,
}

impl Sum {
    fn stated(self) -> Stated {
        match self.missing {
            Some(cell) => Stated { cell, value: None },
            None => {
                let text = plain(self.value);
                let raw = if self.count == 1 { self.raw } else { text.clone() };
                Stated { cell: StagedCell { text, raw }, value: Some(self.value) }
            }
        }
    }
}

/// The columns about the amount of a row.
struct AmountColumns<'a> {
    amount: Option<&'a LaidColumn>,
    year: Option<&'a LaidColumn>,
    kind: Option<&'a LaidColumn>,
    line: Option<&'a LaidColumn>,
}

/// Everything that is kept while rows stream by: as much as there are lines and years.
struct Reader<'a> {
    sheet: &'a Sheet,
    amounts: &'a Amounts,
    usual_kind: AmountKind,
    columns: AmountColumns<'a>,
    said_columns: SaidColumns<'a>,
    keys: InvestmentKeys,
    key_of_name: BTreeMap<String, StagedCell>,
    investments: BTreeMap<String, (Place, Said)>,
    lines: BTreeMap<LineKey, Line>,
    told: LongFindings,
}

/// Reads a sheet with a row per amount.
pub fn stage_long(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    let laid = laid_out(sheet, mapping);
    let find =
        |field: RowField| laid.iter().find(|column| RowField::parse(&column.field) == Some(field.clone()));
    let usual = mapping.defaults.get("kind").and_then(|kind| AmountKind::of_name(kind));
    let mut reader = Reader {
        sheet,
        amounts: &mapping.amounts,
        usual_kind: usual.unwrap_or(AmountKind::Cost),
        columns: AmountColumns {
            amount: find(RowField::RowAmount),
            year: find(RowField::RowYear),
            kind: find(RowField::RowKind),
            line: find(RowField::RowLine),
        },
        said_columns: SaidColumns::new(mapping, &laid),
        keys: InvestmentKeys::default(),
        key_of_name: BTreeMap::new(),
        investments: BTreeMap::new(),
        lines: BTreeMap::new(),
        told: LongFindings::default(),
    };
    let place = sheet.place(sheet.heading_rows.map_or(0, |(_, last)| last));
    if reader.columns.amount.is_none() {
        findings.push(LongFindings::amount_column_missing(&place));
        return Ok(Staged::default());
    }
    let mut rows_read = 0;
    source.rows(sheet, &mut |row| {
        if !row.is_totals {
            rows_read += 1;
            reader.take(&row);
        }
        ControlFlow::Continue(())
    })?;
    let (tables, told) = reader.tables(&place);
    add_new(findings, told);
    Ok(Staged { tables, settings: None, rows_read })
}

impl Reader<'_> {
    fn take(&mut self, row: &Row<'_>) {
        let place = self.sheet.place(row.row);
        let mut told = Vec::new();
        let said = self.said_columns.read(self.sheet, row, &place, &mut told);
        let investment = self.investment(&said, &place);
        let kind = self.kind(row, &place);
        let year = self.year(row, kind, &place);
        let amount =
            self.columns.amount.map(|column| self.cell(row, column, &place, &mut told)).unwrap_or_default();
        for finding in told {
            self.told.push(finding.code, || finding);
        }
        self.keep_investment(&investment, &said, &place);
        let (Some(kind), Some(year)) = (kind, year) else { return };
        let name = self.columns.line.map_or(String::new(), |column| row.cell(column.at).text().into_owned());
        let text = |field: &str| said.get(field).map_or(String::new(), |cell| cell.text.clone());
        let key =
            (investment.text.clone(), text("variant_id"), name, kind, text("nature"), text("accounting"));
        let new = || Line { place, investment, said, by_year: BTreeMap::new() };
        let line = self.lines.entry(key).or_insert_with(new);
        let sum = line.by_year.entry(year).or_default();
        let stated = Stated::of(amount);
        match stated.value.and_then(|value| sum.value.checked_add(value)) {
            Some(value) => sum.value = value,
            None => {
                sum.missing.get_or_insert(stated.cell.clone());
            }
        }
        sum.count += 1;
        if sum.count == 1 {
            sum.raw = stated.cell.raw;
        }
    }

    fn cell(&self, row: &Row<'_>, column: &LaidColumn, place: &Place, told: &mut Vec<Finding>) -> StagedCell {
        let kind = ColumnKind::StatedAmount;
        let to = Target { table: "cost_lines", field: &column.field, kind, year_0: None, is_marked: true };
        staged_cell(self.sheet, row, column, &to, place, told)
    }

    /// The key of the investment of a row; rows with the same name have the same.
    fn investment(&mut self, said: &Said, place: &Place) -> StagedCell {
        let filled = |field: &str| said.get(field).filter(|cell| !cell.text.is_empty());
        let heading = self.said_columns.key_heading();
        let own = filled("id");
        let Some(name) = filled("name_en").or_else(|| filled("name_fr")).filter(|_| own.is_none()) else {
            return self.keys.key(own, None, place, heading);
        };
        if let Some(key) = self.key_of_name.get(&name.text) {
            return key.clone();
        }
        let key = self.keys.key(None, Some(name), place, heading);
        self.key_of_name.insert(name.text.clone(), key.clone());
        key
    }

    fn keep_investment(&mut self, id: &StagedCell, said: &Said, place: &Place) {
        let Some((_, kept)) = self.investments.get_mut(&id.text) else {
            self.investments.insert(id.text.clone(), (place.clone(), said.clone()));
            return;
        };
        for (field, cell) in
            said.iter().filter(|(field, cell)| is_of_investment(field) && !cell.text.is_empty())
        {
            match kept.get_mut(field) {
                Some(old) if old.text.is_empty() => *old = cell.clone(),
                Some(old) if old.text != cell.text => {
                    let heading = self.said_columns.headings.get(field).map_or("", String::as_str);
                    self.told.values_differ(place, heading, (&cell.raw, &old.raw));
                }
                _ => {}
            }
        }
    }

    fn kind(&mut self, row: &Row<'_>, place: &Place) -> Option<AmountKind> {
        let Some(column) = self.columns.kind else { return Some(self.usual_kind) };
        let text = row.cell(column.at).text();
        if text.is_empty() {
            return Some(self.usual_kind);
        }
        let word = letters(&text);
        let kind = AmountKind::of_name(&word)
            .or_else(|| AmountKind::of_name(meaning("long", "kind", &word).unwrap_or_default()));
        if kind.is_none() {
            self.told.kind_unknown(place, &column.heading, &text);
        }
        kind
    }

    /// The year of a row, within those of the plan; what is outside is told and left out.
    fn year(&mut self, row: &Row<'_>, kind: Option<AmountKind>, place: &Place) -> Option<usize> {
        let is_benefit = kind == Some(AmountKind::Benefit);
        let usual = if is_benefit { self.amounts.benefit_year } else { self.amounts.cost_year };
        let Some(column) = self.columns.year else { return Some(usual) };
        let cell = row.cell(column.at);
        let text = cell.text();
        if text.is_empty() {
            self.told.year_blank(place, &column.heading, usual);
            return Some(usual);
        }
        let after = if let Some(period) = period_of(&letters(&text)) {
            i64::try_from(period.begin.year()).unwrap_or(i64::MAX)
        } else if let Ok(index @ 0..=100) = text.parse::<i64>() {
            index
        } else {
            let usual = Column::default();
            let conventions = self.sheet.columns.get(column.at).unwrap_or(&usual);
            match date(cell, conventions) {
                Ok(Some(found)) => match self.amounts.year_0 {
                    Some(year_0) => i64::from(found.day.year()) - i64::from(year_0),
                    None => {
                        self.told.year_0_missing(place, &column.heading);
                        return None;
                    }
                },
                fault => {
                    let is_ambiguous = fault == Err(DateFault::Ambiguous);
                    let fault = if is_ambiguous { CellFault::AmbiguousDate } else { CellFault::NotADate };
                    let finding = of_cell(fault, place, &column.heading, &text);
                    self.told.push(finding.code, || finding);
                    return None;
                }
            }
        };
        let year = usize::try_from(after).ok().filter(|year| *year <= self.amounts.last_year);
        let year = year.filter(|year| !is_benefit || 1 <= *year);
        if year.is_none() {
            self.told.year_outside(place, &column.heading, &text, (is_benefit, self.amounts.last_year));
        }
        year
    }

    /// The tables of what was read, and what is to be told about it.
    fn tables(mut self, sheet: &Place) -> (Vec<StagedTable>, Vec<Finding>) {
        let mut investments = self.said_columns.investments();
        for (id, (place, said)) in &self.investments {
            let own = said.get("id").filter(|cell| !cell.text.is_empty()).cloned();
            push_investment(&mut investments, place, &own.unwrap_or_else(|| StagedCell::given(id)), said);
        }
        let heading = self.columns.amount.map_or(String::new(), |column| column.heading.clone());
        let years = vec![heading; self.amounts.last_year + 1];
        let said = &mut self.said_columns.headings;
        let line_heading = self.columns.line.map_or(String::new(), |column| column.heading.clone());
        said.insert("line_id".to_string(), line_heading);
        let mut costs = cost_table(said, &years);
        let mut benefits = benefit_table(said, &years[1..]);
        let mut taken = BTreeSet::new();
        for (key, line) in std::mem::take(&mut self.lines) {
            let id = line_id(&key, &mut taken);
            let is_faulty = line.by_year.values().any(|sum| sum.missing.as_ref().is_some_and(is_unreadable));
            if is_faulty {
                self.told.line_incomplete(&line.place, &id);
            }
            let mut by_year = line.by_year;
            let stated =
                (0..years.len()).map(|year| by_year.remove(&year).map_or_else(Stated::zero, Sum::stated));
            let stated: Vec<Stated> = stated.collect();
            let of = LineOf { place: &line.place, investment: &line.investment, line: &id, said: &line.said };
            match key.3 {
                AmountKind::Benefit => push_benefit(&mut benefits, &of, &self.amounts.lever, &stated[1..]),
                kind => push_cost(&mut costs, &of, kind, self.amounts, stated),
            }
        }
        let lines: Vec<StagedTable> =
            [costs, benefits].into_iter().filter(|table| !table.rows.is_empty()).collect();
        let mut tables = vec![investments];
        tables.extend(stated_levers(&lines, sheet));
        tables.extend(lines);
        let mut told = self.keys.into_findings(sheet, self.said_columns.key_heading());
        told.extend(self.told.into_findings(sheet));
        (tables, told)
    }
}

fn is_of_investment(field: &str) -> bool {
    super::row_field::is_field_of("investments", field)
}

/// Whether the cell is a fault rather than a word that withholds; those were told where they stand.
fn is_unreadable(cell: &StagedCell) -> bool {
    !cell.text.is_empty() && !crate::source::withheld::is_withheld(&cell.text)
}

/// The key of a line: its name, else investment and kind; longer where another line has it already.
fn line_id(key: &LineKey, taken: &mut BTreeSet<(String, String, String)>) -> String {
    let (investment, variant, name, kind, nature, accounting) = key;
    let mut id = if name.is_empty() { format!("{investment}-{}", kind.name()) } else { name.clone() };
    let mut endings = [kind.name(), nature, accounting].into_iter().filter(|ending| !ending.is_empty());
    let mut number = 1;
    while !taken.insert((investment.clone(), variant.clone(), id.clone())) {
        match endings.next() {
            Some(ending) if id.ends_with(&format!("-{ending}")) => {}
            Some(ending) => id = format!("{id}-{ending}"),
            None => {
                number += 1;
                id = format!("{id}-{number}");
            }
        }
    }
    id
}
