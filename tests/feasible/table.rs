//! The linear rules of the dossier's own table, with what breaking them costs.

use std::collections::BTreeSet;

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::Investment;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::domain::portfolio_rule::{LimitSide, PortfolioRule, PortfolioRuleKind};
use rust_decimal::{Decimal, dec};

use super::ledger::Entry;
use super::{Broken, ROUNDING};

pub fn broken(dossier: &Dossier, portfolio: &Portfolio, ledger: &[Entry]) -> Vec<Broken> {
    let mut broken = Vec::new();
    for rule in dossier.rules.iter().filter(|rule| rule.is_active) {
        for (subject, short) in shorts(dossier, portfolio, ledger, rule) {
            if short > ROUNDING {
                let suffix = subject.map(|subject| format!(":{subject}")).unwrap_or_default();
                let cost = rule.price.map(|price| price * short);
                broken.push(Broken { name: format!("rule:{}{suffix}", rule.id), cost });
            }
        }
    }
    broken
}

/// By how many units the plan misses each limit that a rule states; percentage points for shares.
fn shorts(
    dossier: &Dossier,
    portfolio: &Portfolio,
    ledger: &[Entry],
    rule: &PortfolioRule,
) -> Vec<(Option<String>, Decimal)> {
    let chosen = portfolio.choices();
    let count = |is_meant: &dyn Fn(&Choice) -> bool| {
        Decimal::from(chosen.iter().filter(|choice| is_meant(choice)).count())
    };
    let beyond = |side: LimitSide, amount: Decimal, limit: Decimal| match side {
        LimitSide::AtMost => amount - limit,
        LimitSide::AtLeast => limit - amount,
    };
    match &rule.kind {
        PortfolioRuleKind::Count { side, members, count: limit } => {
            let there = count(&|choice| members.contains(&choice.investment));
            vec![(None, beyond(*side, there, Decimal::from(*limit)))]
        }
        PortfolioRuleKind::MandatoryBy { members, by } => {
            let missing = |id| {
                let is_this =
                    |choice: &&Choice| &choice.investment == id && choice.variant.as_str() != "pilot";
                let choice = chosen.iter().find(is_this);
                choice.is_none_or(|choice| choice.start.months() > by.months())
            };
            let missing = members.iter().filter(|id| missing(*id));
            missing.map(|id| (Some(id.to_string()), Decimal::ONE)).collect()
        }
        PortfolioRuleKind::Share { side, members, of, share } => {
            let kind = |entry: &&Entry| entry.is_of(*of);
            let is_member = |owner: &Investment| members.contains(&owner.id);
            let points = points(ledger.iter().filter(kind), is_member, *share);
            vec![(None, points.map_or(Decimal::ZERO, |points| beyond(*side, points, Decimal::ZERO)))]
        }
        PortfolioRuleKind::VendorShare { of, share } => {
            let vendors: BTreeSet<&str> = dossier.investments.iter().map(|one| one.vendor.as_str()).collect();
            let named = vendors.into_iter().filter(|vendor| !vendor.is_empty());
            named
                .map(|vendor| {
                    let kind = |entry: &&Entry| entry.is_of(*of);
                    let own = points(ledger.iter().filter(kind), |owner| owner.vendor == vendor, *share);
                    (Some(vendor.to_string()), own.unwrap_or_default())
                })
                .collect()
        }
        PortfolioRuleKind::SponsorLoad { count: limit } => {
            let sponsor =
                |choice: &Choice| dossier.investment(&choice.investment).map(|one| one.sponsor.as_str());
            let sponsors: BTreeSet<&str> =
                chosen.iter().filter_map(sponsor).filter(|name| !name.is_empty()).collect();
            let load = |name: &str| count(&|choice| sponsor(choice) == Some(name)) - Decimal::from(*limit);
            sponsors.into_iter().map(|name| (Some(name.to_string()), load(name))).collect()
        }
        PortfolioRuleKind::ExitExposure { members, amount } => {
            let own = chosen.iter().filter(|choice| members.contains(&choice.investment));
            let costs = own.filter_map(|choice| Some(dossier.investment(&choice.investment)?.exit_cost));
            vec![(None, costs.sum::<Decimal>() - amount)]
        }
        PortfolioRuleKind::CoverageFloor { .. } | PortfolioRuleKind::ObjectiveFloor { .. } => Vec::new(),
    }
}

/// Percentage points by which the members' part of all entries lies above a share; none when nothing is spent.
fn points<'a>(
    entries: impl Iterator<Item = &'a Entry<'a>>,
    is_member: impl Fn(&Investment) -> bool,
    share: Decimal,
) -> Option<Decimal> {
    let (mut own, mut whole) = (Decimal::ZERO, Decimal::ZERO);
    for entry in entries {
        whole += entry.amount;
        own += if is_member(entry.owner) { entry.amount } else { Decimal::ZERO };
    }
    (!whole.is_zero()).then(|| (own - share * whole) * dec!(100) / whole)
}
