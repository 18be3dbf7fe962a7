//! Control totals of staged rows: what the ledger says per year, kind and department, before any model.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::mapping::STATED_BENEFIT;
use super::staged::StagedTable;
use crate::domain::place::Place;
use crate::ingest::stored::Stored;
use crate::wire::decimal::decimal;
use crate::wire::table::TableSchema;
use crate::wire::tables::portfolio::{BENEFIT_LINES, COST_LINES};

/// The family of a year's amount in a cost line, and of a year's share in a benefit line.
const AMOUNT: &str = "y{year}_eur";
const SHARE: &str = "ramp_y{year}";

/// A sum with how many amounts it lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// In the dossier's currency, exact.
    pub amount: Decimal,
    /// Amounts that exist but are not told: withheld, or no number.
    pub missing: usize,
}

/// What is summed: a year, the kind of amount and the department that pays or gains.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TotalKey {
    pub year: usize,
    /// `capex`, `opex` or another word of the accounts; `benefit` for stated benefits.
    pub kind: String,
    /// Empty where the investment names none.
    pub department: String,
}

/// Sums of the rows that are not refused; cost lines and benefits stated as amounts.
pub fn totals(
    staged: &[StagedTable],
    refused: &BTreeSet<Place>,
    merged: &Stored,
) -> BTreeMap<TotalKey, Total> {
    let departments = departments(merged);
    let mut sums: BTreeMap<TotalKey, Total> = BTreeMap::new();
    for table in staged {
        for row in table.rows.iter().filter(|row| !refused.contains(&row.place)) {
            let cell = |field: &str| table.column(field).map_or("", |at| row.cells[at].text.as_str());
            let department = departments.get(cell("investment_id")).cloned().unwrap_or_default();
            let (kind, family, unit) = match table.schema.name {
                name if name == COST_LINES.name => (cell("accounting"), AMOUNT, Ok(Decimal::ONE)),
                name if name == BENEFIT_LINES.name && cell("lever_id") == STATED_BENEFIT => {
                    ("benefit", SHARE, decimal(cell("effect_mode")))
                }
                _ => continue,
            };
            for (year, at) in years(table.schema, family, table) {
                let text = row.cells[at].text.as_str();
                let kind = kind.to_string();
                let sum = sums.entry(TotalKey { year, kind, department: department.clone() }).or_default();
                match (decimal(text), &unit) {
                    (Ok(amount), Ok(unit)) => sum.amount += (amount * unit).round_dp(6).normalize(),
                    _ if text.is_empty() && family == SHARE => {}
                    _ => sum.missing += 1,
                }
            }
        }
    }
    sums
}

/// The columns of a family with their years.
fn years<'t>(
    schema: &'static TableSchema,
    family: &'static str,
    table: &'t StagedTable,
) -> impl Iterator<Item = (usize, usize)> + 't {
    let column = schema.columns.iter().find(|column| column.name == family);
    let fields = table.columns.iter().enumerate();
    fields.filter_map(move |(at, staged)| Some((column?.year_in(&staged.field)?, at)))
}

/// The department of every investment.
fn departments(stored: &Stored) -> BTreeMap<String, String> {
    let Some(table) = stored.tables.get("investments") else { return BTreeMap::new() };
    let column = |name: &str| table.headings.iter().position(|heading| heading == name);
    let (Some(id), Some(department)) = (column("id"), column("budget_department")) else {
        return BTreeMap::new();
    };
    let cell = |record: &crate::ingest::table::Record, at: usize| {
        record.cells.get(at).unwrap_or_default().trim().to_string()
    };
    table.records.iter().map(|record| (cell(record, id), cell(record, department))).collect()
}
