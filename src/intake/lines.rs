//! Amounts by year as lines of a business case: a line of cost, or lines of benefit whose ramp gives the amounts back.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::canonical::plain;
use super::mapping::{Amounts, STATED_BENEFIT};
use super::row_field::AmountKind;
use super::staged::{StagedCell, StagedColumn, StagedRow, StagedTable};
use crate::domain::place::Place;
use crate::wire::tables::portfolio::{BENEFIT_LINES, COST_LINES};
use crate::wire::tables::purpose::LEVERS;

/// The largest effect of a line; beyond it amounts are counted in millions, under a lever of their own.
const EFFECT_MAX: Decimal = dec!(1000000000);

/// What the key of the lever of amounts in millions ends with.
const IN_MILLIONS: &str = "-M";

/// Fields of a line that its row says, by field.
pub type Said = BTreeMap<String, StagedCell>;

/// One amount as a file states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    pub cell: StagedCell,
    /// Nothing when it is withheld or unreadable.
    pub value: Option<Decimal>,
}

impl Stated {
    /// An amount that no cell says.
    pub fn zero() -> Stated {
        Stated { cell: StagedCell::given("0"), value: Some(Decimal::ZERO) }
    }

    /// The amount of a cell that was read before.
    pub fn of(cell: StagedCell) -> Stated {
        let value = crate::wire::decimal::decimal(&cell.text).ok();
        Stated { cell, value }
    }
}

/// Who a line belongs to.
pub struct LineOf<'a> {
    pub place: &'a Place,
    pub investment: &'a StagedCell,
    pub line: &'a str,
    pub said: &'a Said,
}

impl LineOf<'_> {
    fn said_or(&self, field: &str, usual: &str) -> StagedCell {
        let said = self.said.get(field).filter(|cell| !cell.text.is_empty());
        said.cloned().unwrap_or_else(|| StagedCell::given(usual))
    }
}

/// What the fields said are called in the file, by field.
pub type Headings = BTreeMap<String, String>;

/// A table of cost lines with a column for every year of the plan.
///
/// `years` are the headings of the years in the file, empty where none says the year.
pub fn cost_table(said: &Headings, years: &[String]) -> StagedTable {
    let mut columns = keys_of(said);
    columns.extend(["nature", "accounting"].map(|field| said_column(said, field)));
    let others = ["low_multiplier", "high_multiplier", "shared_component"];
    columns.extend(
        others.iter().filter(|field| said.contains_key(**field)).map(|field| said_column(said, field)),
    );
    columns.extend(
        years
            .iter()
            .enumerate()
            .map(|(year, heading)| StagedColumn { field: format!("y{year}_eur"), heading: heading.clone() }),
    );
    StagedTable { schema: &COST_LINES, columns, rows: Vec::new(), is_whole: false }
}

/// Adds the line of these amounts, one for each year from year 0.
pub fn push_cost(
    table: &mut StagedTable,
    of: &LineOf<'_>,
    kind: AmountKind,
    usual: &Amounts,
    amounts: Vec<Stated>,
) {
    let (nature, accounting) = match kind {
        AmountKind::Run => (StagedCell::given("run"), StagedCell::given("opex")),
        AmountKind::Capex | AmountKind::Opex => {
            (of.said_or("nature", &usual.nature), StagedCell::given(kind.name()))
        }
        AmountKind::Cost | AmountKind::Benefit => {
            (of.said_or("nature", &usual.nature), of.said_or("accounting", &usual.accounting))
        }
    };
    let mut amounts = amounts.into_iter().map(|amount| amount.cell);
    let cells = table.columns.iter().map(|column| match column.field.as_str() {
        "investment_id" => of.investment.clone(),
        "line_id" => StagedCell::given(of.line),
        "nature" => nature.clone(),
        "accounting" => accounting.clone(),
        field if field.ends_with("_eur") => amounts.next().unwrap_or_else(|| StagedCell::given("0")),
        field => of.said_or(field, ""),
    });
    let cells = cells.collect();
    table.rows.push(StagedRow { place: of.place.clone(), cells });
}

/// A table of benefit lines with a ramp for every year of the plan after year 0.
///
/// `years` are the headings from year 1 on.
pub fn benefit_table(said: &Headings, years: &[String]) -> StagedTable {
    let mut columns = keys_of(said);
    let fields = ["lever_id", "effect_low", "effect_mode", "effect_high"];
    columns.extend(fields.map(|field| StagedColumn { field: field.to_string(), heading: String::new() }));
    columns.push(said_column(said, "evidence_level"));
    if said.contains_key("benefit_owner") {
        columns.push(said_column(said, "benefit_owner"));
    }
    columns.extend(years.iter().enumerate().map(|(place, heading)| StagedColumn {
        field: format!("ramp_y{}", place + 1),
        heading: heading.clone(),
    }));
    StagedTable { schema: &BENEFIT_LINES, columns, rows: Vec::new(), is_whole: false }
}

/// Adds the lines of these amounts, one for each year from year 1.
///
/// The effect is the largest amount and the ramp each amount divided by it, in 28 digits, so that amounts come back to
/// the cent. Amounts below zero are a line of their own, `-loss`, and years that are withheld another, `-withheld`:
/// every ramp stays between 0 and 1, and what is known is kept beside what is not.
pub fn push_benefit(table: &mut StagedTable, of: &LineOf<'_>, lever: &str, amounts: &[Stated]) {
    let known = |keep: fn(Decimal) -> bool| -> Vec<Option<&Stated>> {
        amounts.iter().map(|amount| amount.value.is_some_and(keep).then_some(amount)).collect()
    };
    let gains = known(|value| value > Decimal::ZERO);
    let losses = known(|value| value < Decimal::ZERO);
    let has = |part: &[Option<&Stated>]| part.iter().any(Option::is_some);
    let is_withheld = amounts.iter().any(|amount| amount.value.is_none());
    let is_zero = !has(&losses) && !is_withheld;
    if has(&gains) || is_zero {
        push_known(table, of, "", lever, &gains);
    }
    if has(&losses) {
        push_known(table, of, "-loss", lever, &losses);
    }
    if is_withheld {
        let ending = if has(&gains) || has(&losses) { "-withheld" } else { "" };
        push_withheld(table, of, ending, lever, amounts);
    }
}

fn push_known(
    table: &mut StagedTable,
    of: &LineOf<'_>,
    ending: &str,
    lever: &str,
    amounts: &[Option<&Stated>],
) {
    let largest = amounts.iter().flatten().max_by_key(|amount| amount.value.map(|value| value.abs()));
    let value = largest.and_then(|amount| amount.value).unwrap_or_default();
    let (lever, effect) = if EFFECT_MAX < value.abs() {
        (format!("{lever}{IN_MILLIONS}"), value / dec!(1000000))
    } else {
        (lever.to_string(), value)
    };
    let raw = largest.map_or("0".to_string(), |amount| amount.cell.raw.clone());
    let effect = StagedCell { text: plain(effect), raw };
    let ramp = amounts.iter().map(|amount| match amount.and_then(|amount| Some((amount, amount.value?))) {
        Some((amount, part)) => StagedCell { text: plain(part / value), raw: amount.cell.raw.clone() },
        None => StagedCell::given("0"),
    });
    let ramp = ramp.collect();
    push_row(table, of, ending, (&lever, &effect), ramp);
}

fn push_withheld(table: &mut StagedTable, of: &LineOf<'_>, ending: &str, lever: &str, amounts: &[Stated]) {
    let missing = || amounts.iter().filter(|amount| amount.value.is_none());
    let first = missing().find(|amount| !amount.cell.text.is_empty()).or_else(|| missing().next());
    let effect = first.map(|amount| amount.cell.clone()).unwrap_or_default();
    let ramp = amounts.iter().map(|amount| match amount.value {
        None => StagedCell { text: "1".to_string(), raw: amount.cell.raw.clone() },
        Some(_) => StagedCell::given("0"),
    });
    let ramp = ramp.collect();
    push_row(table, of, ending, (lever, &effect), ramp);
}

fn push_row(
    table: &mut StagedTable,
    of: &LineOf<'_>,
    ending: &str,
    (lever, effect): (&str, &StagedCell),
    ramp: Vec<StagedCell>,
) {
    let mut ramp = ramp.into_iter();
    let cells = table.columns.iter().map(|column| match column.field.as_str() {
        "investment_id" => of.investment.clone(),
        "line_id" => StagedCell::given(&format!("{}{ending}", of.line)),
        "lever_id" => StagedCell::given(lever),
        "effect_low" | "effect_mode" | "effect_high" => effect.clone(),
        "evidence_level" => of.said_or("evidence_level", "E0"),
        field if field.starts_with("ramp_") => ramp.next().unwrap_or_else(|| StagedCell::given("0")),
        field => of.said_or(field, ""),
    });
    let cells = cells.collect();
    table.rows.push(StagedRow { place: of.place.clone(), cells });
}

fn keys_of(said: &Headings) -> Vec<StagedColumn> {
    let mut columns = vec![said_column(said, "investment_id")];
    if said.contains_key("variant_id") {
        columns.push(said_column(said, "variant_id"));
    }
    columns.push(said_column(said, "line_id"));
    columns
}

fn said_column(said: &Headings, field: &str) -> StagedColumn {
    StagedColumn { field: field.to_string(), heading: said.get(field).cloned().unwrap_or_default() }
}

/// The levers that the benefit lines of these tables use and that are made for stated amounts; nothing when none is.
pub fn stated_levers(tables: &[StagedTable], place: &Place) -> Option<StagedTable> {
    let in_millions = format!("{STATED_BENEFIT}{IN_MILLIONS}");
    let uses = |id: &str| {
        let of_benefits = tables.iter().filter(|table| table.schema.name == BENEFIT_LINES.name);
        of_benefits.into_iter().any(|table| {
            let at = table.column("lever_id").unwrap_or_default();
            table.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| cell.text == id))
        })
    };
    let levers = [
        [STATED_BENEFIT, "flow", "currency", "Stated benefit", "Gain déclaré", "1"],
        [&in_millions, "flow", "million", "Stated benefit, millions", "Gain déclaré, en millions", "1000000"],
    ];
    let fields = ["id", "type", "unit", "name_en", "name_fr", "value_eur_per_unit_year"];
    let rows: Vec<StagedRow> = levers
        .iter()
        .filter(|lever| uses(lever[0]))
        .map(|lever| StagedRow { place: place.clone(), cells: lever.map(StagedCell::given).to_vec() })
        .collect();
    let columns =
        fields.map(|field| StagedColumn { field: field.to_string(), heading: String::new() }).to_vec();
    (!rows.is_empty()).then_some(StagedTable { schema: &LEVERS, columns, rows, is_whole: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn benefits(amounts: &[&str]) -> StagedTable {
        let years: Vec<String> = (1..=amounts.len()).map(|year| format!("gain {year}")).collect();
        let mut table = benefit_table(&Headings::new(), &years);
        let (place, id, said) = (Place::file("f.csv"), StagedCell::given("P"), Said::new());
        let of = LineOf { place: &place, investment: &id, line: "P-benefit", said: &said };
        let amounts: Vec<Stated> = amounts.iter().map(|text| Stated::of(StagedCell::given(text))).collect();
        push_benefit(&mut table, &of, STATED_BENEFIT, &amounts);
        table
    }

    fn amounts_of(table: &StagedTable, row: usize) -> Vec<Decimal> {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let cells = &table.rows[row].cells;
        let effect = number(&cells[table.column("effect_mode").unwrap()].text);
        let ramp = table.columns.iter().zip(cells).filter(|(column, _)| column.field.starts_with("ramp"));
        ramp.map(|(_, cell)| (effect * number(&cell.text)).round_dp(2)).collect()
    }

    #[test]
    fn amounts_come_back_to_the_cent() {
        let table = benefits(&["369767.01", "1119141.33", "2962510.77"]);
        assert_eq!(amounts_of(&table, 0), [dec!(369767.01), dec!(1119141.33), dec!(2962510.77)]);
        assert_eq!(table.rows.len(), 1);
    }

    #[test]
    fn losses_and_withheld_years_are_lines_of_their_own() {
        let table = benefits(&["100", "-50", "n.d."]);
        let at = table.column("line_id").unwrap();
        let lines: Vec<&str> = table.rows.iter().map(|row| row.cells[at].text.as_str()).collect();
        assert_eq!(lines, ["P-benefit", "P-benefit-loss", "P-benefit-withheld"]);
        assert_eq!(amounts_of(&table, 0), [dec!(100), dec!(0), dec!(0)]);
        assert_eq!(amounts_of(&table, 1), [dec!(0), dec!(-50), dec!(0)]);
        assert_eq!(table.rows[2].cells[table.column("effect_low").unwrap()].text, "n.d.");
        assert_eq!(table.rows[2].cells[table.column("ramp_y3").unwrap()].text, "1");
        assert_eq!(benefits(&["", ""]).rows[0].cells[at].text, "P-benefit");
        assert_eq!(amounts_of(&benefits(&["0", "0"]), 0), [dec!(0), dec!(0)]);
    }

    #[test]
    fn billions_are_counted_in_millions() {
        let table = benefits(&["45000000000", "0"]);
        assert_eq!(table.rows[0].cells[table.column("effect_low").unwrap()].text, "45000");
        let levers = stated_levers(&[table], &Place::file("f.csv")).unwrap();
        assert_eq!(levers.rows.len(), 1);
        assert_eq!(levers.rows[0].cells[0].text, "STATED-BENEFIT-M");
        assert!(stated_levers(&[], &Place::file("f.csv")).is_none());
    }
}
