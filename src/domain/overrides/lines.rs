//! What a scenario may change of candidates: cost lines, benefit lines, contracts, starts, and the people they need.

use rust_decimal::Decimal;

use super::Row;
use super::cell::Cell;
use crate::domain::business_case::{BenefitLine, CostLine};
use crate::domain::investment::Investment;
use crate::domain::period::{Period, PeriodLength};
use crate::domain::role::Role;

/// Years up to which the capacity of a role may be set although none is stated.
const CAPACITY_YEARS: usize = 50;

impl Row for CostLine {
    fn answers_to(&self, filter: &str) -> bool {
        let names = [self.nature.name(), self.accounting.name()];
        self.id == filter || names.iter().any(|name| name.eq_ignore_ascii_case(filter))
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        match field {
            "amount" => Some(self.amounts.iter_mut().map(Cell::optional).collect()),
            "low_multiplier" => Some(vec![Cell::any(&mut self.low_multiplier).not_negative()]),
            "high_multiplier" => Some(vec![Cell::any(&mut self.high_multiplier).not_negative()]),
            _ => {
                let year = field.strip_suffix("_eur")?.strip_prefix('y')?.parse::<usize>().ok()?;
                Some(self.amounts.get_mut(year).map(Cell::optional).into_iter().collect())
            }
        }
    }
}

impl Row for BenefitLine {
    fn answers_to(&self, filter: &str) -> bool {
        self.id == filter
            || self.lever.as_str() == filter
            || self.evidence.name().eq_ignore_ascii_case(filter)
    }

    /// A withheld effect stays withheld: low, mode and high say nothing one by one.
    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        if let Some(year) = field.strip_prefix("ramp_y") {
            let index = year.parse::<usize>().ok()?.checked_sub(1)?;
            return Some(
                self.ramp.get_mut(index).map(|share| Cell::any(share).share()).into_iter().collect(),
            );
        }
        let is_known = ["effect", "effect_low", "effect_mode", "effect_high"].contains(&field);
        let Some(effect) = &mut self.effect else { return is_known.then(Vec::new) };
        let numbers = match field {
            "effect" => vec![&mut effect.low, &mut effect.mode, &mut effect.high],
            "effect_low" => vec![&mut effect.low],
            "effect_mode" => vec![&mut effect.mode],
            "effect_high" => vec![&mut effect.high],
            _ => return None,
        };
        Some(numbers.into_iter().map(Cell::any).collect())
    }
}

impl Row for Investment {
    fn answers_to(&self, filter: &str) -> bool {
        let names = [&self.vendor, &self.technology_family, &self.category];
        let is_named = |name: &&String| !name.is_empty() && name.eq_ignore_ascii_case(filter);
        self.id.as_str() == filter || names.iter().any(is_named)
    }

    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        let cell = match field {
            "mandatory" => Cell::flag(&mut self.is_mandatory),
            "exit_cost_eur" => Cell::any(&mut self.exit_cost).not_negative(),
            "contract_years" => Cell::any(&mut self.contract_years).not_negative(),
            "data_portability" => Cell::optional(&mut self.portability).share(),
            "earliest_start_year" => Cell::year(&mut self.earliest_start),
            "latest_start_year" => Cell::optional_year(&mut self.latest_start),
            "duration_months" => Cell::optional(&mut self.duration_months).not_negative(),
            "min_share" => Cell::least_share(&mut self.partial_funding),
            "share_step" => {
                let funding = self.partial_funding.as_mut();
                return Some(
                    funding.map(|funding| Cell::any(&mut funding.step).step()).into_iter().collect(),
                );
            }
            _ => return None,
        };
        Some(vec![cell])
    }
}

impl Row for Role {
    fn answers_to(&self, filter: &str) -> bool {
        self.id.as_str() == filter
    }

    /// A period whose capacity is not stated is not limited; setting it limits it.
    fn cells(&mut self, field: &str) -> Option<Vec<Cell<'_>>> {
        fn days(number: &mut Option<Decimal>) -> Cell<'_> {
            Cell::optional(number).not_negative()
        }
        match field {
            "day_rate_eur" => Some(vec![days(&mut self.day_rate)]),
            "capacity_days" => {
                let years = self.capacity.iter_mut().filter(|days| days.is_some()).map(days);
                let parts = self.capacity_by_period.values_mut();
                Some(years.chain(parts.map(|days| Cell::any(days).not_negative())).collect())
            }
            _ => {
                let period = Period::parse(field.strip_prefix("capacity_days_")?)?;
                if period.length != PeriodLength::Year {
                    return Some(vec![Cell::in_period(&mut self.capacity_by_period, period).not_negative()]);
                }
                let year = period.begin.year();
                if year <= CAPACITY_YEARS && self.capacity.len() <= year {
                    self.capacity.resize(year + 1, None::<Decimal>);
                }
                Some(self.capacity.get_mut(year).map(days).into_iter().collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example::candidates;

    #[test]
    fn an_empty_filter_is_no_vendor() {
        let mut investment = candidates::candidate("C", 4);
        investment.vendor = String::new();
        assert!(!investment.answers_to(""));
        assert!(investment.answers_to("Technology"));
    }

    #[test]
    fn a_withheld_effect_has_its_fields_but_no_numbers() {
        let mut line = candidates::candidate("C", 4).variants.remove(0).benefit_lines.remove(0);
        line.effect = None;
        assert_eq!(line.cells("effect_mode").map(|cells| cells.len()), Some(0));
        assert!(line.cells("effects").is_none());
        assert_eq!(line.cells("ramp_y3").map(|cells| cells.len()), Some(1));
        assert_eq!(line.cells("ramp_y4").map(|cells| cells.len()), Some(0));
        assert!(line.cells("ramp_y0").is_none());
    }
}
