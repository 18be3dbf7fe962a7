//! What a scenario may change of what is wanted: objectives and levers.

use super::Row;
use super::cell::Cell;
use crate::domain::lever::{Lever, LeverFormula};
use crate::domain::objective::Objective;

impl Row for Objective {
    fn answers_to(&self, filter: &str) -> bool {
        self.id.as_str() == filter
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        if field == "swing_points" {
            return Some(vec![Cell::optional(&mut self.swing_points).not_negative()]);
        }
        let is_known = ["baseline", "target", "worst", "best"].contains(&field);
        let Some(measure) = &mut self.measure else { return is_known.then(Vec::new) };
        let cell = match field {
            "baseline" => Cell::any(&mut measure.baseline),
            "target" => Cell::optional(&mut measure.target),
            "worst" => Cell::any(&mut measure.worst),
            "best" => Cell::any(&mut measure.best),
            _ => return None,
        };
        Some(vec![cell])
    }
}

impl Row for Lever {
    fn answers_to(&self, filter: &str) -> bool {
        let kind = self.formula.as_ref().map(|formula| match formula {
            LeverFormula::Flow { .. } => "flow",
            LeverFormula::Stock { .. } => "stock",
            LeverFormula::WorkingCapital { .. } => "working_capital",
            LeverFormula::OneOff { .. } => "one_off",
            LeverFormula::Risk { .. } => "risk",
        });
        self.id.as_str() == filter
            || self.objective.as_ref().is_some_and(|objective| objective.as_str() == filter)
            || kind.is_some_and(|kind| kind.eq_ignore_ascii_case(filter))
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        match field {
            "cap_units" => return Some(vec![Cell::optional(&mut self.cap)]),
            "kpi_per_unit" => return Some(vec![Cell::optional(&mut self.kpi_per_unit)]),
            _ => {}
        }
        let fields = [
            "value_eur_per_unit_year",
            "stock_customers_per_unit_year",
            "stock_contribution_eur",
            "stock_decay",
        ];
        if !fields.contains(&field) {
            return None;
        }
        let cell = match (field, self.formula.as_mut()) {
            (
                "value_eur_per_unit_year",
                Some(
                    LeverFormula::Flow { value_per_unit: number }
                    | LeverFormula::WorkingCapital { value_per_unit: number }
                    | LeverFormula::OneOff { value_per_unit: number }
                    | LeverFormula::Risk { loss_per_unit: number },
                ),
            ) => Cell::any(number),
            ("stock_customers_per_unit_year", Some(LeverFormula::Stock { customers_per_unit, .. })) => {
                Cell::any(customers_per_unit)
            }
            ("stock_contribution_eur", Some(LeverFormula::Stock { contribution, .. })) => {
                Cell::any(contribution)
            }
            ("stock_decay", Some(LeverFormula::Stock { decay, .. })) => Cell::any(decay).share(),
            _ => return Some(Vec::new()),
        };
        Some(vec![cell])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn a_group_of_objectives_has_no_range_to_change() {
        let mut dossier = example::dossier();
        assert_eq!(dossier.objectives[0].cells("best").map(|cells| cells.len()), Some(0));
        assert_eq!(dossier.objectives[1].cells("best").map(|cells| cells.len()), Some(1));
        assert!(dossier.objectives[0].cells("worse").is_none());
    }

    #[test]
    fn a_lever_has_the_numbers_of_its_type() {
        let mut dossier = example::dossier();
        assert_eq!(dossier.levers[0].cells("stock_decay").map(|cells| cells.len()), Some(0));
        assert_eq!(dossier.levers[1].cells("stock_decay").map(|cells| cells.len()), Some(1));
        assert!(dossier.levers[1].answers_to("O1") && dossier.levers[1].answers_to("Stock"));
        assert!(!dossier.levers[0].answers_to("stock"));
    }
}
