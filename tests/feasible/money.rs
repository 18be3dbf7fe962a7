//! Budgets and run-rate caps by year.

use cxfolio::domain::dossier::Dossier;
use rust_decimal::Decimal;

use super::ledger::{Entry, PARTS};
use super::{Broken, ROUNDING};

pub fn broken(dossier: &Dossier, ledger: &[Entry]) -> Vec<Broken> {
    let settings = &dossier.settings;
    let mut broken = Vec::new();
    for (name, limits) in [("budget", &settings.budgets), ("run_rate", &settings.run_rate_caps)] {
        for (year, limit) in limits {
            let of_year = ledger.iter().filter(|entry| (entry.month / 12) as usize == *year);
            let spent: Decimal = of_year.map(|entry| entry.amount).sum();
            if spent > limit * PARTS + ROUNDING {
                broken.push(Broken::hard(format!("{name}:y{year}")));
            }
        }
    }
    broken
}
