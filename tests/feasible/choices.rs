//! Whether every choice of a plan is one that the dossier offers.

use std::collections::BTreeSet;

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::Investment;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use rust_decimal::Decimal;

use super::Broken;

pub fn broken(dossier: &Dossier, portfolio: &Portfolio) -> Vec<Broken> {
    let mut broken = Vec::new();
    let mut seen = BTreeSet::new();
    for choice in portfolio.choices() {
        let id = &choice.investment;
        if !seen.insert(id.clone()) {
            broken.push(Broken::hard(format!("one_variant:{id}")));
        }
        let Some(investment) = dossier.investments.iter().find(|one| &one.id == id) else {
            broken.push(Broken::hard(format!("unknown:{id}")));
            continue;
        };
        let variant = investment.variants.iter().find(|one| one.id == choice.variant);
        if variant.is_none_or(|variant| variant.is_incomplete()) {
            broken.push(Broken::hard(format!("variant:{id}:{}", choice.variant)));
        }
        if !is_offered_then(dossier, investment, choice) {
            broken.push(Broken::hard(format!("start:{id}:{}", choice.start)));
        }
        if !is_offered_share(investment, choice.share) {
            broken.push(Broken::hard(format!("share:{id}:{}", choice.share)));
        }
    }
    broken
}

fn is_offered_then(dossier: &Dossier, investment: &Investment, choice: &Choice) -> bool {
    let year = choice.start.months() / 12;
    let last = investment.latest_start.unwrap_or(dossier.settings.horizon as u32);
    year >= investment.earliest_start
        && year <= last.min(dossier.settings.horizon as u32)
        && choice.start.months().is_multiple_of(dossier.settings.period.months())
}

fn is_offered_share(investment: &Investment, share: Decimal) -> bool {
    if share == Decimal::ONE {
        return true;
    }
    investment.partial_funding.is_some_and(|partial| {
        share >= partial.min
            && share < Decimal::ONE
            && ((share - partial.min) / partial.step).fract().is_zero()
    })
}
