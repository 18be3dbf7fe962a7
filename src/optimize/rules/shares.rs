//! Shares of the plan's spending: of a group of investments, and of every vendor in turn.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::places::{Places, terms};
use super::portfolio::statement;
use crate::domain::envelope::SpendingKind;
use crate::domain::investment::Investment;
use crate::domain::portfolio_rule::PortfolioRule;
use crate::domain::start::MONTHS;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// sum over places of (1 if of a member, else 0, less the share) x expected undiscounted cost within the horizon <= or
/// >= 0. A plan that spends nothing keeps it.
pub fn share(
    places: Places,
    statement: Statement,
    side: Side,
    of: SpendingKind,
    share: Decimal,
    is_member: impl Fn(&Investment) -> bool,
) -> Rule {
    let end = (places.dossier.settings.horizon as u32 + 1) * MONTHS;
    let spent = |spender: (usize, &Investment, &crate::optimize::spread::Spending)| {
        let (place, investment, spending) = spender;
        (place, is_member(investment), spending.in_months(0..end, |class| class.is_of(of)))
    };
    let amounts: Vec<(usize, bool, Decimal)> = places.spenders().map(spent).collect();
    let beyond = amounts.iter().map(|(place, is_of_member, amount)| {
        let own = if *is_of_member { Decimal::ONE } else { Decimal::ZERO };
        (*place, amount * (own - share))
    });
    let whole = terms(amounts.iter().map(|(place, _, amount)| (*place, *amount)));
    Rule { whole, ..Rule::new(statement, terms(beyond), side, Decimal::ZERO) }
}

/// For every vendor: its spending as a share of the plan's, at most; who has no vendor counts in the whole only.
pub fn vendor_shares(places: Places, rule: &PortfolioRule, of: SpendingKind, allowed: Decimal) -> Vec<Rule> {
    let named = places.spenders().map(|(_, investment, _)| investment.vendor.trim());
    let vendors: BTreeSet<&str> = named.filter(|vendor| !vendor.is_empty()).collect();
    let one = |vendor: &str| {
        let is_of_vendor = |investment: &Investment| investment.vendor.trim() == vendor;
        share(places, statement(rule, Some(vendor)), Side::AtMost, of, allowed, is_of_vendor)
    };
    vendors.into_iter().map(one).collect()
}
