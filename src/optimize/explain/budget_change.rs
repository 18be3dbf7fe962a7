//! The smallest factor on all budgets and envelopes at which each investment enters the best plan.
//!
//! One curve answers for all: the best plan at a factor stays best down to the factor that it needs itself, so that every
//! solve settles an interval. A coarse grid is asked first, then every gap between a plan without an investment and the
//! next one with it is halved to a thousandth. What leaves again under more money is told.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, dec};

use super::asker::Asker;
use super::change::{Change, Flip};
use super::optimum::Optimum;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::optimize::outcome::ChooseError;
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// Factors asked first; the last stands for budgets that no longer bind.
const GRID: [Decimal; 5] = [dec!(1.05), dec!(1.1), dec!(1.25), dec!(1.5), dec!(2)];

/// Width of the interval in which the factor of an entry is known.
const WIDTH: Decimal = dec!(0.001);

/// Solves after which the factors found so far are given as they are.
const SOLVES_MAX: usize = 150;

/// The best plan between two factors.
struct Stretch {
    /// The least factor at which the plan keeps all budgets.
    from: Decimal,
    /// A factor at which it is known to be best.
    to: Decimal,
    /// Money spent beyond the budgets as they are.
    more: Decimal,
    chosen: Vec<bool>,
}

/// For every investment outside the base plan that enters under more money: the smallest factor found.
pub fn budget_flips(asker: &mut Asker, base: &Optimum) -> Result<BTreeMap<InvestmentId, Flip>, ChooseError> {
    if !asker.ask.rules.iter().any(|rule| is_money(&rule.statement)) {
        return Ok(BTreeMap::new());
    }
    let before = asker.asked;
    let unbounded = asker.ask.rules.iter().filter(|rule| !is_money(&rule.statement)).cloned().collect();
    let Some(unbounded) = asker.under_envelopes(unbounded, None)? else { return Ok(BTreeMap::new()) };
    let mut curve = vec![stretch(asker, base.chosen.clone(), Decimal::ONE)];
    let last = stretch(asker, unbounded.chosen, Decimal::ONE);
    let last = Stretch { to: last.from, ..last };
    if last.from <= Decimal::ONE {
        return Ok(BTreeMap::new());
    }
    let most = last.from;
    curve.push(last);
    for factor in GRID.into_iter().rev().filter(|factor| *factor < most) {
        ask(asker, &mut curve, factor)?;
    }
    let outside: Vec<InvestmentId> = investments(asker);
    let outside: Vec<InvestmentId> = outside.into_iter().filter(|id| !asker.has(&base.chosen, id)).collect();
    for id in &outside {
        while let Some((low, high)) = entry(asker, &curve, id) {
            if high.from - low.to <= WIDTH || asker.asked - before > SOLVES_MAX {
                break;
            }
            let middle = (low.to + high.from) / dec!(2);
            if !ask(asker, &mut curve, middle)? {
                break;
            }
        }
    }
    let flips = outside.into_iter().filter_map(|id| {
        let (_, high) = entry(asker, &curve, &id)?;
        let after = curve.iter().filter(|one| one.from > high.from);
        let leaves_again = after.into_iter().any(|one| !asker.has(&one.chosen, &id));
        let change = Change::Budget { factor: high.from, leaves_again };
        Some((id, Flip { change, amount: Some(high.more) }))
    });
    Ok(flips.collect())
}

/// Asks for the best plan at a factor and adds it to the curve, sorted; false when nothing new was learned.
fn ask(asker: &mut Asker, curve: &mut Vec<Stretch>, factor: Decimal) -> Result<bool, ChooseError> {
    if curve.iter().any(|one| one.from <= factor && factor <= one.to) {
        return Ok(false);
    }
    let rules = asker.ask.rules.iter().map(|rule| larger(rule, factor)).collect();
    let larger = dossier_with(asker.problem.setting.grounds.dossier, factor);
    let Some(found) = asker.under_envelopes(rules, Some(&larger))? else { return Ok(false) };
    let new = stretch(asker, found.chosen, factor);
    if let Some(same) = curve.iter_mut().find(|one| one.chosen == new.chosen) {
        same.to = same.to.max(factor);
        same.from = same.from.min(new.from);
    } else {
        curve.push(new);
    }
    curve.sort_by_key(|one| (one.to, one.from));
    Ok(true)
}

/// The last stretch without the investment before the first one with it, and that one.
fn entry<'c>(
    asker: &Asker,
    curve: &'c [Stretch],
    investment: &InvestmentId,
) -> Option<(&'c Stretch, &'c Stretch)> {
    let first = curve.iter().position(|one| asker.has(&one.chosen, investment))?;
    Some((curve.get(first.checked_sub(1)?)?, &curve[first]))
}

fn stretch(asker: &Asker, chosen: Vec<bool>, to: Decimal) -> Stretch {
    let (mut from, mut more) = (Decimal::ONE, Decimal::ZERO);
    for rule in
        asker.problem.rules_of(&asker.ask).iter().filter(|rule| is_money(&rule.statement) && !rule.is_soft())
    {
        let used = rule.used(&chosen);
        if rule.is_kept(&chosen) || rule.side != Side::AtMost {
            continue;
        }
        if matches!(rule.statement, Statement::Budget { .. }) {
            more += used - rule.limit;
        }
        from = from.max(if rule.limit > Decimal::ZERO { used / rule.limit } else { Decimal::MAX });
    }
    Stretch { from, to: to.max(from), more, chosen }
}

/// The dossier with all money of envelopes times the factor.
fn dossier_with(dossier: &Dossier, factor: Decimal) -> Dossier {
    let mut larger = dossier.clone();
    let amounts = larger.envelopes.iter_mut().flat_map(|envelope| envelope.amounts.values_mut());
    amounts.for_each(|amount| *amount *= factor);
    larger
}

fn larger(rule: &Rule, factor: Decimal) -> Rule {
    let is_larger = is_money(&rule.statement);
    Rule { limit: if is_larger { rule.limit * factor } else { rule.limit }, ..rule.clone() }
}

fn is_money(statement: &Statement) -> bool {
    matches!(statement, Statement::Budget { .. } | Statement::Envelope { .. })
}

fn investments(asker: &Asker) -> Vec<InvestmentId> {
    let mut ids: Vec<InvestmentId> =
        asker.problem.all.iter().map(|one| one.choice.investment.clone()).collect();
    ids.dedup();
    ids
}
