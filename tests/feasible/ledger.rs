//! The plan's spending month by month, each entry with who answers for it.

use std::collections::BTreeMap;

use cxfolio::domain::business_case::{Accounting, CostLine, CostNature};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::envelope::SpendingKind;
use cxfolio::domain::investment::{Investment, Variant};
use cxfolio::domain::portfolio::Portfolio;
use rust_decimal::{Decimal, dec};

/// Entries are kept in 72nds: sixths of a mean multiplier times twelfths of a year, so that all of them are exact.
pub const PARTS: Decimal = dec!(72);

pub struct Entry<'a> {
    pub owner: &'a Investment,
    pub accounting: Accounting,
    pub nature: CostNature,
    pub month: u32,
    /// In 72nds of the dossier's currency.
    pub amount: Decimal,
}

impl Entry<'_> {
    pub fn is_of(&self, kind: SpendingKind) -> bool {
        match kind {
            SpendingKind::All => true,
            SpendingKind::Capex => self.accounting == Accounting::Capex,
            SpendingKind::Opex => self.accounting == Accounting::Opex,
            SpendingKind::Run => self.nature == CostNature::Run,
        }
    }
}

/// Every month of spending until the horizon ends; a shared component once, in full, from the first start of those who
/// need it, under the first investment by identifier of those in the plan that need it.
pub fn ledger<'a>(dossier: &'a Dossier, portfolio: &Portfolio) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut components: BTreeMap<&str, u32> = BTreeMap::new();
    for choice in portfolio.choices() {
        let Some(investment) = dossier.investment(&choice.investment) else { continue };
        let variant = investment.variants.iter().find(|one| one.id == choice.variant);
        for line in variant.iter().flat_map(|variant| &variant.cost_lines) {
            let begin = choice.start.months();
            match &line.shared_component {
                Some(component) => {
                    let first = components.entry(component).or_insert(begin);
                    *first = begin.min(*first);
                }
                None => book(dossier, &mut entries, investment, line, begin, choice.share),
            }
        }
    }
    for (component, begin) in components {
        let (owner, lines) = bill(dossier, portfolio, component);
        lines.into_iter().for_each(|line| book(dossier, &mut entries, owner, line, begin, Decimal::ONE));
    }
    entries
}

/// Who answers for a component, and its lines.
fn bill<'a>(
    dossier: &'a Dossier,
    portfolio: &Portfolio,
    component: &str,
) -> (&'a Investment, Vec<&'a CostLine>) {
    let is_this = |line: &&CostLine| line.shared_component.as_deref() == Some(component);
    for investment in &dossier.investments {
        let is_chosen = |variant: &&Variant| {
            let mut choices = portfolio.choices().iter();
            choices.any(|choice| choice.investment == investment.id && choice.variant == variant.id)
        };
        for variant in investment.variants.iter().filter(is_chosen) {
            let lines: Vec<&CostLine> = variant.cost_lines.iter().filter(is_this).collect();
            if !lines.is_empty() {
                return (investment, lines);
            }
        }
    }
    unreachable!("somebody in the plan needs {component}")
}

fn book<'a>(
    dossier: &Dossier,
    entries: &mut Vec<Entry<'a>>,
    owner: &'a Investment,
    line: &'a CostLine,
    begin: u32,
    share: Decimal,
) {
    let end = (dossier.settings.horizon as u32 + 1) * 12;
    let sixths = line.low_multiplier + dec!(4) + line.high_multiplier;
    let of_own_year = (0u32..).zip(&line.amounts);
    for (year, amount) in of_own_year {
        let amount = amount.unwrap_or_default() * sixths * share;
        for month in (begin + 12 * year..begin + 12 * year + 12).filter(|month| *month < end) {
            if !amount.is_zero() {
                let (accounting, nature) = (line.accounting, line.nature);
                entries.push(Entry { owner, accounting, nature, month, amount });
            }
        }
    }
}
