//! A scenario put onto a dossier: the numbers it names set, multiplied or added to, everything else left alone.
//!
//! | target | filter | fields |
//! |---|---|---|
//! | `workspace` | `*` | `discount_rate`, `tax_rate`, `reference_class_realisation`, `must_be_floor`, `horizon_years` (shorter only), `note` (changes nothing) |
//! | `budget`, `run_rate_cap` | `*` or a year (`y0`) | `amount` |
//! | `cost_lines` | `*`, nature, `capex` or `opex`, line, investment | `amount` (all years) or `y0_eur` .., `low_multiplier`, `high_multiplier` |
//! | `benefit_lines` | `*`, evidence level, lever, line, investment | `effect` (all three), `effect_low`, `effect_mode`, `effect_high`, `ramp_y1` .. |
//! | `levers` | `*`, type (`flow`, `stock`, ..), lever, objective | `value_eur_per_unit_year`, `stock_customers_per_unit_year`, `stock_contribution_eur`, `stock_decay`, `cap_units`, `kpi_per_unit` |
//! | `roles` | `*`, role | `capacity_days` (all that are stated) or `capacity_days_y0`, `capacity_days_y1q2` .., `day_rate_eur` |
//! | `personas` | `*`, persona | the numeric columns of the personas |
//! | `moments` | `*`, moment, journey, Kano class | the numeric columns of the moments |
//! | `channels` | `*`, channel | `cost_per_contact_eur` |
//! | `objectives` | `*`, objective | `swing_points`, `baseline`, `target`, `worst`, `best` |
//! | `investments` | `*`, investment, vendor, technology family, category | `mandatory` (set 0 or 1), `exit_cost_eur`, `contract_years`, `data_portability`, `earliest_start_year`, `latest_start_year`, `duration_months`, `min_share` (1 is all or nothing), `share_step` |
//! | `envelopes` | `*`, envelope, transfer group | `amount` (all stated periods) or `amount_y0`, `amount_y1q2` .. |
//! | `rules` | `*`, rule | `active` (set 0 or 1), `limit` (years for `mandatory_by`), `price` |
//! | `rules` | a statement or a family of the choice (`budget:y0`, `requires:B19:B26`, `role`) | `active` (set 0 or 1) |
//!
//! Identifiers are compared as written, all other filters whatever their case. A number that the dossier does not state
//! can be set, and is left unstated by `mul` and `add`. Changing one of three numbers of an effect leaves the other two.

pub mod cell;
mod customers;
mod limits;
mod lines;
mod settings;
mod strategy;
mod switches;

use super::dossier::Dossier;
use super::investment::{Investment, Variant};
use super::scenario::{Override, Scenario};
use cell::{Cell, Change};

/// Why an override cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No such target.
    Target,
    /// The target has no such field.
    Field,
    /// No row of the target meets the filter and states the field.
    Filter,
    /// The operand is no number, or none that the field can take.
    Operand,
}

/// A row that overrides can reach.
trait Row: Clone {
    /// Whether the row itself answers to a filter other than `*`.
    fn answers_to(&self, filter: &str) -> bool;
    /// The numbers under a field name: nothing for an unknown field, an empty list where this row has none of it.
    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>>;
}

/// The scenario with this identifier.
pub fn find<'a>(dossier: &'a Dossier, id: &str) -> Option<&'a Scenario> {
    dossier.scenarios.iter().find(|scenario| scenario.id == id.trim())
}

/// The dossier as it is in a scenario, and every override that cannot be applied, with the reason.
///
/// Overrides work one after another, each on what the earlier ones left; one that cannot be applied changes nothing,
/// or, when only some of its numbers leave the range of their field, changes the others. The scenarios speak of the
/// dossier as it was: of them only this one is left in the result, its overrides spent.
pub fn apply<'a>(dossier: &Dossier, scenario: &'a Scenario) -> (Dossier, Vec<(&'a Override, Fault)>) {
    let (mut changed, faults) = put_on(dossier, scenario);
    changed.scenarios = vec![Scenario { overrides: Vec::new(), ..scenario.clone() }];
    (changed, faults)
}

/// Every override of every scenario that cannot be applied, with the reason.
pub fn faults(dossier: &Dossier) -> Vec<(&Override, Fault)> {
    let mut found = Vec::new();
    for scenario in &dossier.scenarios {
        match scenario.overrides.as_slice() {
            // A single override is only tried: copying a large dossier for each scenario would take long.
            [single] => found.extend(
                Change::of(single)
                    .and_then(|change| try_out(dossier, &change))
                    .err()
                    .map(|fault| (single, fault)),
            ),
            _ => found.extend(put_on(dossier, scenario).1),
        }
    }
    found
}

fn put_on<'a>(dossier: &Dossier, scenario: &'a Scenario) -> (Dossier, Vec<(&'a Override, Fault)>) {
    let mut changed = dossier.clone();
    let mut faults = Vec::new();
    for written in &scenario.overrides {
        let done = Change::of(written).and_then(|change| {
            try_out(&changed, &change)?;
            make(&mut changed, &change)
        });
        faults.extend(done.err().map(|fault| (written, fault)));
    }
    (changed, faults)
}

/// Whether a change would reach at least one number and that number can take it; nothing is changed.
fn try_out(dossier: &Dossier, change: &Change<'_>) -> Result<(), Fault> {
    let by_investment = |investment: &Investment| investment.id.as_str() == change.filter;
    match change.target {
        "workspace" | "budget" | "run_rate_cap" => settings::change(&mut dossier.settings.clone(), change),
        "levers" => try_rows(dossier.levers.iter().map(|row| (row, false)), change),
        "objectives" => try_rows(dossier.objectives.iter().map(|row| (row, false)), change),
        "roles" => try_rows(dossier.roles.iter().map(|row| (row, false)), change),
        "personas" => try_rows(dossier.personas.iter().map(|row| (row, false)), change),
        "moments" => try_rows(dossier.moments.iter().map(|row| (row, false)), change),
        "channels" => try_rows(dossier.channels.iter().map(|row| (row, false)), change),
        "envelopes" => try_rows(dossier.envelopes.iter().map(|row| (row, false)), change),
        "rules" if switches::is_meant(dossier, change.filter) => {
            switches::turn(&mut dossier.settings.switched_off.clone(), dossier, change)
        }
        "rules" => try_rows(dossier.rules.iter().map(|row| (row, false)), change),
        "investments" => try_rows(dossier.investments.iter().map(|row| (row, false)), change),
        "cost_lines" => {
            let variants =
                dossier.variants().map(|(investment, variant)| (by_investment(investment), variant));
            try_rows(
                variants.flat_map(|(met, variant)| variant.cost_lines.iter().map(move |row| (row, met))),
                change,
            )
        }
        "benefit_lines" => {
            let variants =
                dossier.variants().map(|(investment, variant)| (by_investment(investment), variant));
            try_rows(
                variants.flat_map(|(met, variant)| variant.benefit_lines.iter().map(move |row| (row, met))),
                change,
            )
        }
        _ => Err(Fault::Target),
    }
}

/// The change itself, on every number it reaches.
fn make(dossier: &mut Dossier, change: &Change<'_>) -> Result<(), Fault> {
    match change.target {
        "workspace" | "budget" | "run_rate_cap" => {
            settings::change(&mut dossier.settings, change)?;
            if change.field == "horizon_years" {
                settings::shorten(dossier);
            }
            Ok(())
        }
        "levers" => change_rows(&mut dossier.levers, false, change),
        "objectives" => change_rows(&mut dossier.objectives, false, change),
        "roles" => change_rows(&mut dossier.roles, false, change),
        "personas" => change_rows(&mut dossier.personas, false, change),
        "moments" => change_rows(&mut dossier.moments, false, change),
        "channels" => change_rows(&mut dossier.channels, false, change),
        "envelopes" => change_rows(&mut dossier.envelopes, false, change),
        "rules" if switches::is_meant(dossier, change.filter) => {
            let mut switched_off = std::mem::take(&mut dossier.settings.switched_off);
            let outcome = switches::turn(&mut switched_off, dossier, change);
            dossier.settings.switched_off = switched_off;
            outcome
        }
        "rules" => change_rows(&mut dossier.rules, false, change),
        "investments" => change_rows(&mut dossier.investments, false, change),
        "cost_lines" => change_lines(dossier, change, |variant| &mut variant.cost_lines),
        "benefit_lines" => change_lines(dossier, change, |variant| &mut variant.benefit_lines),
        _ => Err(Fault::Target),
    }
}

/// Looks for the first number that the change would reach; `true` beside a row means that its owner meets the filter.
fn try_rows<'a, R: Row + 'a>(
    rows: impl Iterator<Item = (&'a R, bool)>,
    change: &Change<'_>,
) -> Result<(), Fault> {
    let mut fault = Fault::Filter;
    for (index, (row, is_met)) in rows.enumerate() {
        let is_reached = is_met || change.filter == "*" || row.answers_to(change.filter);
        if index > 0 && !is_reached {
            continue;
        }
        let mut row = row.clone();
        let cells = row.cells(change.field).ok_or(Fault::Field)?;
        if !is_reached {
            continue;
        }
        for cell in cells {
            match change.on(cell) {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                Err(refused) => fault = refused,
            }
        }
    }
    Err(fault)
}

/// Changes every reached number; an error when one of them could not take it.
fn change_rows<R: Row>(rows: &mut [R], is_met: bool, change: &Change<'_>) -> Result<(), Fault> {
    let mut outcome = Ok(());
    for row in rows {
        if is_met || change.filter == "*" || row.answers_to(change.filter) {
            for cell in row.cells(change.field).ok_or(Fault::Field)? {
                if let Err(refused) = change.on(cell) {
                    outcome = Err(refused);
                }
            }
        }
    }
    outcome
}

fn change_lines<R: Row>(
    dossier: &mut Dossier,
    change: &Change<'_>,
    lines: fn(&mut Variant) -> &mut Vec<R>,
) -> Result<(), Fault> {
    let mut outcome = Ok(());
    for investment in &mut dossier.investments {
        let is_met = investment.id.as_str() == change.filter;
        for variant in &mut investment.variants {
            outcome = outcome.and(change_rows(lines(variant), is_met, change));
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use rust_decimal::{Decimal, dec};

    use super::*;
    use crate::domain::example;
    use crate::domain::lever::LeverFormula;
    use crate::domain::scenario::Operation;

    fn scenario(overrides: Vec<Override>) -> Scenario {
        Scenario { id: "S".into(), overrides, ..Scenario::default() }
    }

    fn in_scenario(target: &str, filter: &str, field: &str, operation: Operation, operand: &str) -> Dossier {
        let change = example::change(target, filter, field, operation, operand);
        let scenario = scenario(vec![change]);
        let (dossier, faults) = apply(&example::dossier(), &scenario);
        assert!(faults.is_empty(), "{target} {filter} {field}: {faults:?}");
        dossier
    }

    fn faults_of(target: &str, filter: &str, field: &str, operand: &str) -> Vec<Fault> {
        let mut dossier = example::dossier();
        let change = example::change(target, filter, field, Operation::Set, operand);
        dossier.scenarios = vec![scenario(vec![change])];
        faults(&dossier).into_iter().map(|(_, fault)| fault).collect()
    }

    #[test]
    fn scenarios_are_found_by_identifier() {
        let dossier = example::dossier();
        assert_eq!(find(&dossier, "CUT").map(|scenario| scenario.overrides.len()), Some(1));
        assert!(find(&dossier, "cut").is_none());
    }

    #[test]
    fn costs_change_by_nature_line_or_investment() {
        let first_costs = |dossier: &Dossier| -> Vec<Option<Decimal>> {
            let lines = dossier.variants().flat_map(|(_, variant)| &variant.cost_lines);
            lines.map(|line| line.amounts[0]).collect()
        };
        let of = |filter: &str| {
            first_costs(&in_scenario("cost_lines", filter, "amount", Operation::Multiply, "2"))
        };
        let (build, change, run) = (Some(dec!(100000)), Some(dec!(20000)), Some(dec!(0)));
        let (build2, change2) = (Some(dec!(200000)), Some(dec!(40000)));
        assert_eq!(of("build"), [build2, change, run, build2, change, run]);
        assert_eq!(of("OPEX"), [build2, change2, run, build2, change2, run]);
        assert_eq!(of("A"), [build2, change2, run, build, change, run]);
        assert_eq!(of("B-core-change"), [build, change, run, build, change2, run]);
        let later = in_scenario("cost_lines", "*", "y1_eur", Operation::Add, "1");
        assert_eq!(first_costs(&later), first_costs(&example::dossier()));
    }

    #[test]
    fn the_mode_alone_may_leave_the_triple_out_of_order() {
        let mode = in_scenario("benefit_lines", "E2", "effect_mode", Operation::Multiply, "0.1");
        let effect = mode.investments[0].variants[0].benefit_lines[0].effect.expect("stated");
        assert_eq!((effect.low, effect.mode, effect.high), (dec!(1), dec!(0.2), dec!(4)));
        let all = in_scenario("benefit_lines", "L-CALLS", "effect", Operation::Multiply, "2");
        let effect = all.investments[0].variants[0].benefit_lines[0].effect.expect("stated");
        assert_eq!((effect.low, effect.mode, effect.high), (dec!(2), dec!(4), dec!(8)));
    }

    #[test]
    fn levers_change_by_type() {
        let dossier = in_scenario("levers", "stock", "stock_contribution_eur", Operation::Multiply, "1.2");
        let stock =
            LeverFormula::Stock { customers_per_unit: dec!(40), contribution: dec!(120), decay: dec!(0.1) };
        assert_eq!(dossier.levers[1].formula, Some(stock));
        let dossier = in_scenario("levers", "*", "value_eur_per_unit_year", Operation::Set, "5");
        assert_eq!(dossier.levers[0].formula, Some(LeverFormula::Flow { value_per_unit: dec!(5) }));
        assert_eq!(dossier.levers[1].formula, example::dossier().levers[1].formula);
    }

    #[test]
    fn people_customers_and_candidates_change_too() {
        let roles = in_scenario("roles", "R1", "capacity_days_y0", Operation::Set, "100");
        assert_eq!(roles.roles[0].capacity, [Some(dec!(100)), Some(dec!(180))]);
        let roles = in_scenario("roles", "*", "capacity_days_y2", Operation::Set, "9");
        assert_eq!(roles.roles[0].capacity, [Some(dec!(200)), Some(dec!(180)), Some(dec!(9))]);
        let roles = in_scenario("roles", "*", "capacity_days", Operation::Multiply, "0.5");
        assert_eq!(roles.roles[0].capacity, [Some(dec!(100.0)), Some(dec!(90.0))]);
        let personas = in_scenario("personas", "P2", "annual_churn", Operation::Add, "0.01");
        assert_eq!(
            (personas.personas[0].annual_churn, personas.personas[1].annual_churn),
            (dec!(0.05), dec!(0.06))
        );
        let moments = in_scenario("moments", "must-be", "failure_rate", Operation::Set, "0.2");
        assert_eq!(
            (moments.moments[0].failure_rate, moments.moments[1].failure_rate),
            (dec!(0.2), dec!(0.1))
        );
        let channels = in_scenario("channels", "CH-APP", "cost_per_contact_eur", Operation::Set, "2");
        assert_eq!(channels.channels[0].cost_per_contact, Some(dec!(2)));
        let objectives = in_scenario("objectives", "O1", "swing_points", Operation::Set, "40");
        assert_eq!(objectives.objectives[1].swing_points, Some(dec!(40)));
        let investments = in_scenario("investments", "B", "mandatory", Operation::Set, "1");
        assert_eq!(
            investments.investments.iter().map(|one| one.is_mandatory).collect::<Vec<_>>(),
            [false, true]
        );
        let investments = in_scenario("investments", "v-b", "exit_cost_eur", Operation::Multiply, "3");
        assert_eq!(
            (investments.investments[0].exit_cost, investments.investments[1].exit_cost),
            (dec!(10000), dec!(30000))
        );
    }

    #[test]
    fn each_fault_has_its_reason() {
        assert_eq!(faults_of("budgets", "*", "amount", "1"), [Fault::Target]);
        assert_eq!(faults_of("cost_lines", "licence", "amount", "1"), [Fault::Filter]);
        assert_eq!(faults_of("cost_lines", "build", "y4_eur", "1"), [Fault::Filter]);
        assert_eq!(faults_of("cost_lines", "build", "price", "1"), [Fault::Field]);
        assert_eq!(faults_of("levers", "L-CALLS", "stock_decay", "0.1"), [Fault::Filter]);
        assert_eq!(faults_of("personas", "P1", "annual_churn", "5"), [Fault::Operand]);
        assert_eq!(faults_of("personas", "P1", "annual_churn", "5 %"), [Fault::Operand]);
        assert_eq!(faults_of("personas", "P1", "annual_churn", "0.5"), []);
        assert_eq!(faults_of("roles", "", "day_rate_eur", "1"), [Fault::Filter]);
    }

    #[test]
    fn overrides_work_one_after_another_and_faults_leave_the_rest() {
        let set =
            |filter, operation, operand| example::change("budget", filter, "amount", operation, operand);
        let steps = vec![
            set("y2", Operation::Set, "100"),
            set("y2", Operation::Multiply, "0.5"),
            set("y7", Operation::Set, "1"),
        ];
        let steps_taken = scenario(steps.clone());
        let (dossier, refused) = apply(&example::dossier(), &steps_taken);
        assert_eq!(dossier.settings.budgets[&2], dec!(50.0));
        let refused: Vec<_> =
            refused.iter().map(|(change, fault)| (change.filter.as_str(), *fault)).collect();
        assert_eq!(refused, [("y7", Fault::Filter)]);
        let mut tried = example::dossier();
        tried.scenarios = vec![scenario(steps)];
        assert_eq!(faults(&tried).len(), 1);
    }

    #[test]
    fn numbers_that_cannot_take_the_change_are_reported_and_the_others_changed() {
        let mut dossier = example::dossier();
        dossier.personas[1].annual_churn = dec!(0.6);
        let double = example::change("personas", "*", "annual_churn", Operation::Multiply, "2");
        let doubled = scenario(vec![double]);
        let (changed, refused) = apply(&dossier, &doubled);
        let refused: Vec<_> = refused.iter().map(|(change, fault)| (change.field.as_str(), *fault)).collect();
        assert_eq!(refused, [("annual_churn", Fault::Operand)]);
        assert_eq!(
            (changed.personas[0].annual_churn, changed.personas[1].annual_churn),
            (dec!(0.10), dec!(0.6))
        );
    }
}
