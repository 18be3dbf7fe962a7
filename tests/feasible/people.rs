//! Days of people by year, quarter and month.

use std::ops::Range;

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::portfolio::Portfolio;
use cxfolio::domain::role::RoleId;
use rust_decimal::{Decimal, dec};

use super::{Broken, ROUNDING};

pub fn broken(dossier: &Dossier, portfolio: &Portfolio) -> Vec<Broken> {
    let mut broken = Vec::new();
    for role in &dossier.roles {
        for (year, available) in (0u32..).zip(&role.capacity) {
            let Some(available) = available else { continue };
            if needed(dossier, portfolio, &role.id, 12 * year..12 * year + 12)
                > available * dec!(12) + ROUNDING
            {
                broken.push(Broken::hard(format!("role:{}:y{year}", role.id)));
            }
        }
        for (period, available) in &role.capacity_by_period {
            if needed(dossier, portfolio, &role.id, period.months()) > available * dec!(12) + ROUNDING {
                broken.push(Broken::hard(format!("role:{}:{period}", role.id)));
            }
        }
    }
    broken
}

/// Twelfths of days of a role in these months.
fn needed(dossier: &Dossier, portfolio: &Portfolio, role: &RoleId, months: Range<u32>) -> Decimal {
    let mut needed = Decimal::ZERO;
    for choice in portfolio.choices() {
        let Some(variant) = dossier.variant(&choice.investment, &choice.variant) else { continue };
        for demand in variant.role_demand.iter().filter(|demand| &demand.role == role) {
            for (year, days) in (0u32..).zip(&demand.days) {
                for month in 0..12 {
                    if months.contains(&(choice.start.months() + 12 * year + month)) {
                        needed += days * choice.share;
                    }
                }
            }
        }
    }
    needed
}
