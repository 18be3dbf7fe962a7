//! What a scenario may change of customers: personas, moments of truth, channels.

use super::Row;
use super::cell::Cell;
use crate::domain::journey::Channel;
use crate::domain::moment::MomentOfTruth;
use crate::domain::persona::Persona;
use rust_decimal::{Decimal, dec};

impl Row for Persona {
    fn answers_to(&self, filter: &str) -> bool {
        self.id.as_str() == filter
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        let cell = match field {
            "customers" => Cell::any(&mut self.customers).not_negative(),
            "annual_revenue_eur" => Cell::any(&mut self.annual_revenue).not_negative(),
            "contribution_rate" => Cell::any(&mut self.contribution_rate).share(),
            "annual_churn" => Cell::any(&mut self.annual_churn).share(),
            "social_reach_multiplier" => Cell::any(&mut self.social_reach).not_negative(),
            "digital_share" => Cell::any(&mut self.digital_share).share(),
            _ => return None,
        };
        Some(vec![cell])
    }
}

impl Row for MomentOfTruth {
    fn answers_to(&self, filter: &str) -> bool {
        self.id.as_str() == filter
            || self.journey.as_str() == filter
            || self.kano.name().eq_ignore_ascii_case(&filter.replace('_', "-"))
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        let points = |number| Cell::any(number).within(Decimal::ZERO, dec!(10));
        let bad = &mut self.consequences;
        let cell = match field {
            "frequency_per_customer_year" => Cell::any(&mut self.frequency).not_negative(),
            "failure_rate" => Cell::any(&mut self.failure_rate).share(),
            "p_leave_if_bad" => Cell::any(&mut bad.p_leave).share(),
            "p_reduce_if_bad" => Cell::any(&mut bad.p_reduce).share(),
            "reduce_share" => Cell::any(&mut bad.reduce_share).share(),
            "p_lost_sale_if_bad" => Cell::any(&mut bad.p_lost_sale).share(),
            "lost_sale_contribution_eur" => Cell::any(&mut bad.lost_sale_contribution).not_negative(),
            "p_extra_contact_if_bad" => Cell::any(&mut bad.p_extra_contact).not_negative(),
            "performance" => points(&mut self.performance),
            "expectation" => points(&mut self.expectation),
            "target" => points(&mut self.target),
            _ => return None,
        };
        Some(vec![cell])
    }
}

impl Row for Channel {
    fn answers_to(&self, filter: &str) -> bool {
        self.id.as_str() == filter
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        (field == "cost_per_contact_eur")
            .then(|| vec![Cell::optional(&mut self.cost_per_contact).not_negative()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;

    #[test]
    fn every_numeric_column_can_be_reached() {
        let mut dossier = example::dossier();
        let persona =
            ["customers", "annual_revenue_eur", "contribution_rate", "annual_churn", "digital_share"];
        assert!(persona.iter().all(|field| dossier.personas[0].cells(field).is_some()));
        let moment =
            ["frequency_per_customer_year", "failure_rate", "p_leave_if_bad", "reduce_share", "target"];
        assert!(moment.iter().all(|field| dossier.moments[0].cells(field).is_some()));
        assert!(dossier.channels[0].cells("name_en").is_none());
        assert!(dossier.moments[0].answers_to("must_be") && !dossier.moments[1].answers_to("must_be"));
    }
}
