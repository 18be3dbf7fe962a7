//! A wide sheet: a row per investment, a column per year for cost and for benefit, or one amount for the whole life.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::Datelike;
use rust_decimal::Decimal;

use super::canonical::Target;
use super::cell_findings::add_new;
use super::investment_keys::InvestmentKeys;
use super::laid_out::{LaidColumn, laid_out};
use super::lines::{LineOf, Said, Stated, benefit_table, cost_table, push_benefit, push_cost, stated_levers};
use super::mapping::{Amounts, Mapping};
use super::row_field::{AmountKind, RowField, When};
use super::said::{SaidColumns, push_investment};
use super::shape_table::{staged_cell, tell_short};
use super::stage::Staged;
use super::staged::{StagedCell, StagedTable};
use super::wide_findings as tell;
use crate::domain::finding::Finding;
use crate::domain::place::Place;
use crate::source::date::date;
use crate::source::open::Source;
use crate::source::refusal::Refusal;
use crate::source::row::Row;
use crate::source::sheet::{Column, Sheet};
use crate::wire::table::ColumnKind;

/// The columns of one kind of amount.
#[derive(Debug, Default)]
struct Group {
    by_year: BTreeMap<usize, LaidColumn>,
    whole: Option<LaidColumn>,
}

impl Group {
    /// The headings of the years from `first` on; the year that takes a whole amount has the heading of that.
    fn headings(&self, first: usize, last: usize, whole_year: usize) -> Vec<String> {
        let heading = |year: usize| {
            let whole = || self.whole.as_ref().filter(|_| self.by_year.is_empty() && year == whole_year);
            self.by_year.get(&year).or_else(whole).map_or(String::new(), |column| column.heading.clone())
        };
        (first..=last).map(heading).collect()
    }
}

/// Reads a sheet with a row per investment.
pub fn stage_wide(
    source: &Source,
    sheet: &Sheet,
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Result<Staged, Refusal> {
    let laid = laid_out(sheet, mapping);
    let amounts = &mapping.amounts;
    let groups = groups_of(sheet, &laid, amounts, findings);
    let start = laid.iter().find(|column| RowField::parse(&column.field) == Some(RowField::Start));
    let said_columns = SaidColumns::new(mapping, &laid);
    let mut investments = said_columns.investments();
    let mut tables: BTreeMap<AmountKind, StagedTable> =
        groups.iter().map(|(kind, group)| (*kind, table_of(*kind, group, &said_columns, amounts))).collect();
    let mut keys = InvestmentKeys::default();
    let mut told = Vec::new();
    let mut rows_read = 0;
    source.rows(sheet, &mut |row| {
        if row.is_totals {
            return ControlFlow::Continue(());
        }
        rows_read += 1;
        let place = sheet.place(row.row);
        tell_short(source, sheet, &laid, &row, &place, &mut told);
        let said = said_columns.read(sheet, &row, &place, &mut told);
        let name = ["name_en", "name_fr"]
            .iter()
            .find_map(|field| said.get(*field).filter(|cell| !cell.text.is_empty()));
        let id = keys.key(said.get("id"), name, &place, said_columns.key_heading());
        push_investment(&mut investments, &place, &id, &said);
        let begins = start.and_then(|column| start_of(sheet, &row, column, amounts));
        let read = RowRead { sheet, row: &row, place: &place, amounts, begins };
        for (kind, group) in &groups {
            if let Some(table) = tables.get_mut(kind) {
                read.push_lines(*kind, group, (&id, &said), table, &mut told);
            }
        }
        ControlFlow::Continue(())
    })?;
    let place = sheet.place(sheet.heading_rows.map_or(0, |(_, last)| last));
    told.extend(keys.into_findings(&place, said_columns.key_heading()));
    add_new(findings, told);
    let mut lines: Vec<StagedTable> = tables.into_values().collect();
    let mut tables = vec![investments];
    tables.extend(stated_levers(&lines, &place));
    tables.append(&mut lines);
    Ok(Staged { tables, settings: None, rows_read })
}

/// The columns of amounts by kind; those outside the years of the plan are told and left out.
fn groups_of(
    sheet: &Sheet,
    laid: &[LaidColumn],
    amounts: &Amounts,
    findings: &mut Vec<Finding>,
) -> BTreeMap<AmountKind, Group> {
    let mut groups: BTreeMap<AmountKind, Group> = BTreeMap::new();
    let place = sheet.place(sheet.heading_rows.map_or(0, |(_, last)| last));
    for column in laid {
        let Some(RowField::Amount(kind, when)) = RowField::parse(&column.field) else { continue };
        if when == When::Whole {
            groups.entry(kind).or_default().whole = Some(column.clone());
            continue;
        }
        match when.index(amounts.year_0) {
            Some(year) if year <= amounts.last_year => {
                groups.entry(kind).or_default().by_year.insert(year, column.clone());
            }
            _ if matches!(when, When::Calendar(_)) && amounts.year_0.is_none() => {
                findings.push(tell::year_0_missing(&place, &column.heading));
            }
            _ => findings.push(tell::year_outside(&place, &column.heading, amounts.last_year)),
        }
    }
    for (kind, group) in &groups {
        if let (Some(whole), true) = (&group.whole, group.by_year.is_empty()) {
            let year = if *kind == AmountKind::Benefit { amounts.benefit_year } else { amounts.cost_year };
            findings.push(tell::amount_without_year(&place, &whole.heading, year));
        }
    }
    groups
}

fn table_of(kind: AmountKind, group: &Group, said: &SaidColumns<'_>, amounts: &Amounts) -> StagedTable {
    if kind == AmountKind::Benefit {
        benefit_table(&said.headings, &group.headings(1, amounts.last_year, amounts.benefit_year))
    } else {
        cost_table(&said.headings, &group.headings(0, amounts.last_year, amounts.cost_year))
    }
}

/// The year in which the investment of a row starts, within the years of the plan; nothing when the row does not say.
fn start_of(sheet: &Sheet, row: &Row<'_>, column: &LaidColumn, amounts: &Amounts) -> Option<usize> {
    let usual = Column::default();
    let conventions = sheet.columns.get(column.at).unwrap_or(&usual);
    let found = date(row.cell(column.at), conventions).ok()??;
    let after = found.day.year() - amounts.year_0?;
    Some(usize::try_from(after.max(0)).unwrap_or_default().min(amounts.last_year))
}

/// A row being read.
struct RowRead<'a> {
    sheet: &'a Sheet,
    row: &'a Row<'a>,
    place: &'a Place,
    amounts: &'a Amounts,
    begins: Option<usize>,
}

impl RowRead<'_> {
    fn stated(&self, column: &LaidColumn, told: &mut Vec<Finding>) -> Stated {
        let kind = ColumnKind::StatedAmount;
        let to = Target { table: "cost_lines", field: &column.field, kind, year_0: None, is_marked: true };
        Stated::of(staged_cell(self.sheet, self.row, column, &to, self.place, told))
    }

    /// The lines of one kind of amount.
    fn push_lines(
        &self,
        kind: AmountKind,
        group: &Group,
        (id, said): (&StagedCell, &Said),
        table: &mut StagedTable,
        told: &mut Vec<Finding>,
    ) {
        let line = format!("{}-{}", id.text, kind.name());
        let of = LineOf { place: self.place, investment: id, line: &line, said };
        let first = usize::from(kind == AmountKind::Benefit);
        let whole = group.whole.as_ref().map(|column| (column, self.stated(column, told)));
        let mut years: Vec<Stated> = vec![Stated::zero(); self.amounts.last_year + 1];
        for (year, column) in &group.by_year {
            years[*year] = self.stated(column, told);
        }
        if let Some((column, whole)) = whole {
            if group.by_year.is_empty() {
                let usual = self.amounts.cost_year.min(self.amounts.last_year);
                let cost_year = self.begins.unwrap_or(usual);
                let benefit_year = self.amounts.benefit_year.min(self.amounts.last_year);
                years[if first == 1 { benefit_year } else { cost_year }] = whole;
            } else {
                told.extend(total_fault(self.place, column, &whole, &years));
            }
        }
        if kind != AmountKind::Benefit {
            push_cost(table, &of, kind, self.amounts, years);
            return;
        }
        if let Some(column) = group.by_year.get(&0)
            && years[0].value != Some(Decimal::ZERO)
            && !years[0].cell.text.is_empty()
        {
            told.push(tell::benefit_in_year_0(self.place, &column.heading, &years[0].cell.raw));
        }
        push_benefit(table, &of, &self.amounts.lever, &years[first..]);
    }
}

/// A total beside the years that is not their sum; nothing when an amount is missing.
fn total_fault(place: &Place, column: &LaidColumn, whole: &Stated, years: &[Stated]) -> Option<Finding> {
    let sum = years.iter().try_fold(Decimal::ZERO, |sum, year| sum.checked_add(year.value?))?;
    let total = whole.value.filter(|total| *total != sum)?;
    Some(tell::total_differs(place, &column.heading, &whole.cell.raw, (total, sum)))
}
