//! What a scenario may change of the settings: rate, years, budgets and caps.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::Fault;
use super::cell::{Cell, Change};
use crate::domain::dossier::Dossier;
use crate::domain::settings::Settings;

/// Changes the settings; a shorter horizon takes effect on the lines by [`shorten`].
pub fn change(settings: &mut Settings, change: &Change<'_>) -> Result<(), Fault> {
    match change.target {
        "budget" => by_year(&mut settings.budgets, settings.horizon, change),
        "run_rate_cap" => by_year(&mut settings.run_rate_caps, settings.horizon, change),
        _ => workspace(settings, change),
    }
}

fn workspace(settings: &mut Settings, change: &Change<'_>) -> Result<(), Fault> {
    if change.filter != "*" && change.filter != settings.id {
        return Err(Fault::Filter);
    }
    if change.field == "horizon_years" {
        return horizon(settings, change);
    }
    let cell = match change.field {
        "note" => return Ok(()),
        "discount_rate" => Cell::any(&mut settings.discount_rate).within(dec!(-0.099), Decimal::ONE),
        "tax_rate" => Cell::optional(&mut settings.tax_rate).share(),
        "reference_class_realisation" => {
            Cell::optional(&mut settings.reference_class_realisation).not_negative()
        }
        "must_be_floor" => Cell::any(&mut settings.must_be_floor).share(),
        _ => return Err(Fault::Field),
    };
    if change.on(cell)? { Ok(()) } else { Err(Fault::Filter) }
}

/// Years can only be taken away: the lines say nothing about further ones.
fn horizon(settings: &mut Settings, change: &Change<'_>) -> Result<(), Fault> {
    let mut years = u32::try_from(settings.horizon).map_err(|_| Fault::Operand)?;
    let longest = Decimal::from(years);
    change.on(Cell::year(&mut years).within(Decimal::ONE, longest))?;
    settings.horizon = usize::try_from(years).map_err(|_| Fault::Operand)?;
    Ok(())
}

/// One year or all stated ones; setting a year that is not stated limits it from then on.
fn by_year(limits: &mut BTreeMap<usize, Decimal>, horizon: usize, change: &Change<'_>) -> Result<(), Fault> {
    if change.field != "amount" {
        return Err(Fault::Field);
    }
    if change.filter == "*" {
        if limits.is_empty() {
            return Err(Fault::Filter);
        }
        return limits
            .values_mut()
            .try_for_each(|amount| change.on(Cell::any(amount).not_negative()).map(|_| ()));
    }
    let year = change.filter.strip_prefix('y').and_then(|year| year.parse::<usize>().ok());
    let year = year.filter(|year| *year <= horizon).ok_or(Fault::Filter)?;
    let mut amount = limits.get(&year).copied();
    let is_changed = change.on(Cell::optional(&mut amount).not_negative())?;
    limits.extend(amount.map(|amount| (year, amount)));
    if is_changed { Ok(()) } else { Err(Fault::Filter) }
}

/// Cuts every line and every yearly limit to the horizon.
pub fn shorten(dossier: &mut Dossier) {
    let horizon = dossier.settings.horizon;
    dossier.settings.budgets.retain(|year, _| *year <= horizon);
    dossier.settings.run_rate_caps.retain(|year, _| *year <= horizon);
    for envelope in &mut dossier.envelopes {
        envelope.amounts.retain(|period, _| period.begin.year() <= horizon);
    }
    for variant in dossier.investments.iter_mut().flat_map(|investment| &mut investment.variants) {
        variant.cost_lines.iter_mut().for_each(|line| line.amounts.truncate(horizon + 1));
        variant.benefit_lines.iter_mut().for_each(|line| line.ramp.truncate(horizon));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;
    use crate::domain::scenario::Operation;

    fn changed(
        target: &str,
        filter: &str,
        field: &str,
        operation: Operation,
        operand: &str,
    ) -> Result<Settings, Fault> {
        let mut settings = example::dossier().settings;
        let written = example::change(target, filter, field, operation, operand);
        change(&mut settings, &Change::of(&written)?)?;
        Ok(settings)
    }

    #[test]
    fn budgets_change_by_year_or_all_at_once() {
        let all =
            changed("budget", "*", "amount", Operation::Multiply, "0.8").map(|settings| settings.budgets);
        assert_eq!(all, Ok(BTreeMap::from([(0, dec!(800000.0)), (1, dec!(640000.0))])));
        let first = changed("budget", "y0", "amount", Operation::Set, "5").map(|settings| settings.budgets);
        assert_eq!(first, Ok(BTreeMap::from([(0, dec!(5)), (1, dec!(800000))])));
        let third =
            changed("budget", "y2", "amount", Operation::Set, "7").map(|settings| settings.budgets[&2]);
        assert_eq!(third, Ok(dec!(7)));
        assert_eq!(changed("budget", "y2", "amount", Operation::Add, "7").err(), Some(Fault::Filter));
        assert_eq!(changed("budget", "y9", "amount", Operation::Set, "7").err(), Some(Fault::Filter));
        assert_eq!(changed("budget", "2027", "amount", Operation::Set, "7").err(), Some(Fault::Filter));
        assert_eq!(changed("budget", "*", "amount", Operation::Add, "-900000").err(), Some(Fault::Operand));
        assert_eq!(changed("budget", "*", "sum", Operation::Set, "1").err(), Some(Fault::Field));
        let cap = changed("run_rate_cap", "y3", "amount", Operation::Add, "1")
            .map(|settings| settings.run_rate_caps[&3]);
        assert_eq!(cap, Ok(dec!(500001)));
    }

    #[test]
    fn the_workspace_has_one_row() {
        let rate = changed("workspace", "*", "discount_rate", Operation::Set, "0.12")
            .map(|settings| settings.discount_rate);
        assert_eq!(rate, Ok(dec!(0.12)));
        assert_eq!(
            changed("workspace", "*", "discount_rate", Operation::Set, "12").err(),
            Some(Fault::Operand)
        );
        assert_eq!(
            changed("workspace", "y0", "discount_rate", Operation::Set, "0.1").err(),
            Some(Fault::Filter)
        );
        assert_eq!(
            changed("workspace", "*", "tax_rate", Operation::Multiply, "2").err(),
            Some(Fault::Filter)
        );
        assert!(changed("workspace", "*", "note", Operation::Set, "").is_ok());
    }

    #[test]
    fn a_horizon_becomes_shorter_and_never_longer() {
        assert_eq!(
            changed("workspace", "*", "horizon_years", Operation::Set, "4").err(),
            Some(Fault::Operand)
        );
        assert_eq!(
            changed("workspace", "*", "horizon_years", Operation::Set, "0").err(),
            Some(Fault::Operand)
        );
        let mut dossier = example::dossier();
        dossier.settings =
            changed("workspace", "*", "horizon_years", Operation::Set, "2").expect("2 of 3 years");
        shorten(&mut dossier);
        let variant = &dossier.investments[0].variants[0];
        assert_eq!((variant.cost_lines[0].amounts.len(), variant.benefit_lines[0].ramp.len()), (3, 2));
        assert!(dossier.settings.run_rate_caps.is_empty());
    }
}
