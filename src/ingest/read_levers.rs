//! Reads the financial levers.

use rust_decimal::Decimal;

use super::columns::Sheet;
use super::keys::Keys;
use super::row::Row;
use crate::domain::finding::{Finding, Severity};
use crate::domain::lever::{Lever, LeverFormula};
use crate::domain::objective::Objective;
use crate::wire::words;

/// The levers, sorted by identifier; one without a number its type needs has no formula, beside an error finding.
pub fn levers(sheet: &Sheet, objectives: &Keys<Objective>, findings: &mut Vec<Finding>) -> Vec<Lever> {
    let mut levers = sheet.collect(findings, |row| {
        let id = row.id("id");
        Some(Lever {
            name: row.name("name"),
            unit: row.text("unit"),
            formula: formula(row),
            cap: row.number("cap_units"),
            low_multiplier: row.number("value_low_multiplier").unwrap_or(Decimal::ONE),
            high_multiplier: row.number("value_high_multiplier").unwrap_or(Decimal::ONE),
            objective: row.reference("objective_id", objectives),
            kpi_per_unit: row.number("kpi_per_unit"),
            formula_text: row.text("formula"),
            place: row.place(),
            id: id?,
        })
    });
    levers.sort_by(|a, b| a.id.cmp(&b.id));
    levers
}

fn formula(row: &mut Row) -> Option<LeverFormula> {
    let value = row.number("value_eur_per_unit_year");
    let customers = row.number("stock_customers_per_unit_year");
    let contribution = row.number("stock_contribution_eur");
    let decay = row.number("stock_decay");
    let kind = row.word("type", words::LEVER_TYPES)?;
    let (formula, needed) = match kind {
        "flow" => (value.map(|value_per_unit| LeverFormula::Flow { value_per_unit }), VALUE),
        "working_capital" => {
            (value.map(|value_per_unit| LeverFormula::WorkingCapital { value_per_unit }), VALUE)
        }
        "one_off" => (value.map(|value_per_unit| LeverFormula::OneOff { value_per_unit }), VALUE),
        "risk" => (value.map(|loss_per_unit| LeverFormula::Risk { loss_per_unit }), VALUE),
        _ => {
            let stock = (|| {
                Some(LeverFormula::Stock {
                    customers_per_unit: customers?,
                    contribution: contribution?,
                    decay: decay?,
                })
            })();
            (stock, STOCK)
        }
    };
    if formula.is_none() {
        let en = format!("A lever of type {kind} needs {needed}; without it, it is worth nothing.");
        let fr = format!("Un levier de type {kind} a besoin de {needed} ; sans cela, il ne vaut rien.");
        row.fault("lever_without_formula", Severity::Error, ("type", kind), (en, fr));
    }
    formula
}

const VALUE: &str = "value_eur_per_unit_year";
const STOCK: &str = "stock_customers_per_unit_year, stock_contribution_eur, stock_decay";
