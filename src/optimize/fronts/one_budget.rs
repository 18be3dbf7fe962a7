//! `OneBudget`: a question with one budget and nothing else between its investments, as an exact frontier by money.
//!
//! `frontier --against budget` uses it where [`OneBudget::of`] finds the question to be of that kind: every step between
//! two shares then comes from one dominance search instead of a solve each. All other questions go to the solver.

use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, dec};

use super::budget_front::{BudgetFront, FrontGroup, FrontOption, budget_front};
use crate::case::portfolio_case::ValueModel;
use crate::domain::investment::InvestmentId;
use crate::optimize::measures::measure::Measure;
use crate::optimize::outcome::Status;
use crate::optimize::problem::{Ask, Found, Problem};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;
use crate::quantity::real::real;

/// Costs are whole in so many parts of some power of ten: sixths of an estimate, twelfths of a year.
const TWELFTHS_OF_SIXTHS: Decimal = dec!(72);

/// Digits behind the point that costs and worths may have in these parts.
const MOST_DIGITS: u32 = 12;

/// Sums up to here are added without overflow.
const LARGEST: Decimal = dec!(1e17);

/// Decisions the search may remember: 64 MB.
const MOST_STEPS: usize = 8_000_000;

/// The frontier of NPV against the only budget of a question.
#[derive(Clone, Debug)]
pub struct OneBudget {
    front: BudgetFront,
    /// For each group, the places of its options.
    places: Vec<Vec<usize>>,
    /// The budget as the dossier states it.
    limit: Decimal,
    /// Parts of a unit of currency in which all costs are whole.
    cost_parts: Decimal,
}

impl OneBudget {
    /// The frontier up to a share of the budget; none where the question is of another kind or too large.
    ///
    /// Of this kind is: additive NPV, no shared component, no floor, no other scenario, one hard budget or run of money,
    /// and beside it only rules that choose among the variants of one investment (one variant, mandatory, forced in or
    /// out) or let one investment require another, each at most one. Rules that nothing can break do not count.
    pub fn of(problem: &Problem, ask: &Ask, highest: Decimal) -> Option<OneBudget> {
        let is_plain = problem.setting.value_model == ValueModel::Additive
            && problem.setting.elsewhere.is_empty()
            && problem.components().is_empty()
            && problem.envelopes.is_none()
            && ask.floors.is_empty()
            && ask.aim == [(Measure::Npv, 1.0)];
        if !is_plain {
            return None;
        }
        let (budgets, others): (Vec<&Rule>, Vec<&Rule>) =
            ask.rules.iter().partition(|rule| matches!(rule.statement, Statement::Budget { .. }));
        let [budget] = budgets.as_slice() else { return None };
        if budget.is_soft() || budget.side != Side::AtMost {
            return None;
        }
        let others: Vec<&Rule> = others.into_iter().filter(|rule| !rule.is_idle()).collect();
        let kin = Kin::of(problem, &others)?;
        let cost_parts = cost_parts(budget)?;
        let groups = kin.groups(problem, budget, cost_parts)?;
        let most = parts(budget.limit * highest, cost_parts)?;
        let front = budget_front(&groups, Some(most), MOST_STEPS).ok()?;
        Some(OneBudget { front, places: kin.places, limit: budget.limit, cost_parts })
    }

    /// The best plan at a share of the budget, of those the one that takes least of it; proven, ties not settled.
    pub fn best_at(&self, problem: &Problem, factor: Decimal) -> Found {
        let point = parts(self.limit * factor, self.cost_parts).and_then(|most| self.front.best_within(most));
        let Some(point) = point else {
            return Found {
                status: Status::Infeasible,
                chosen: None,
                worth: f64::NEG_INFINITY,
                bound: f64::NEG_INFINITY,
                rounds: 0,
                nodes: 0,
            };
        };
        let mut chosen = vec![false; problem.n_places()];
        for (places, option) in self.places.iter().zip(self.front.plan(point)) {
            option.into_iter().for_each(|option| chosen[places[option]] = true);
        }
        let worth = real(problem.npv(&chosen));
        Found { status: Status::Optimal, chosen: Some(chosen), worth, bound: worth, rounds: 0, nodes: 0 }
    }
}

/// Investments with what may be chosen of each, and which of them require another.
struct Kin {
    places: Vec<Vec<usize>>,
    is_mandatory: Vec<bool>,
    requires: Vec<Option<usize>>,
}

impl Kin {
    fn of(problem: &Problem, rules: &[&Rule]) -> Option<Kin> {
        let mut own: BTreeMap<&InvestmentId, Vec<usize>> = BTreeMap::new();
        for (place, candidate) in problem.all.iter().enumerate() {
            own.entry(&candidate.choice.investment).or_default().push(place);
        }
        let places: Vec<Vec<usize>> = own.into_values().collect();
        let groups = places.len();
        let mut kin = Kin { places, is_mandatory: vec![false; groups], requires: vec![None; groups] };
        let mut left = Vec::new();
        for rule in rules.iter().filter(|rule| !matches!(rule.statement, Statement::OneVariant { .. })) {
            if rule.is_soft() {
                return None;
            }
            let (more, less) = signs(rule)?;
            match (rule.side, rule.limit == Decimal::ONE, less.is_empty()) {
                (Side::AtMost, false, true) => {
                    kin.places.iter_mut().for_each(|own| own.retain(|place| !more.contains(place)));
                }
                (Side::AtLeast, true, true) => {
                    let group = kin.places.iter().position(|own| more.iter().any(|at| own.contains(at)))?;
                    if more.iter().any(|at| problem.all[*at].choice.investment != kin.owner(problem, group)) {
                        return None;
                    }
                    kin.places[group].retain(|place| more.contains(place));
                    kin.is_mandatory[group] = true;
                }
                (Side::AtMost, false, false) => left.push((more, less)),
                _ => return None,
            }
        }
        for (more, less) in left {
            let (wanting, wanted) = (kin.whole(&more)?, kin.whole(&less)?);
            if kin.requires[wanting].is_some_and(|known| known != wanted) {
                return None;
            }
            kin.requires[wanting] = Some(wanted);
        }
        Some(kin)
    }

    fn owner(&self, problem: &Problem, group: usize) -> InvestmentId {
        problem.all[self.places[group][0]].choice.investment.clone()
    }

    /// The group of which these places hold everything that may be chosen, and nothing of any other.
    fn whole(&self, places: &[usize]) -> Option<usize> {
        let mut touched = (0..self.places.len())
            .filter(|group| self.places[*group].iter().any(|place| places.contains(place)));
        let group = touched.next()?;
        let is_whole = self.places[group].iter().all(|place| places.contains(place));
        (is_whole && touched.next().is_none()).then_some(group)
    }

    /// Costs in their parts, worths to as many digits as can be added.
    fn groups(&self, problem: &Problem, budget: &Rule, cost_parts: Decimal) -> Option<Vec<FrontGroup>> {
        let costs: BTreeMap<usize, Decimal> = budget.terms.iter().copied().collect();
        let alone = |place: usize| {
            let mut alone = vec![false; problem.n_places()];
            alone[place] = true;
            problem.npv(&alone)
        };
        let worths: Vec<Decimal> = (0..problem.all.len()).map(alone).collect();
        let worth_parts =
            (0..=MOST_DIGITS).rev().map(power_of_ten).find(|parts| is_small(&worths, *parts))?;
        let option = |place: &usize| {
            let cost = costs.get(place).copied().unwrap_or_default();
            let worth = (worths[*place] * worth_parts).round().to_i64()?;
            Some(FrontOption { cost: parts(cost, cost_parts)?, worth })
        };
        let group = |(at, places): (usize, &Vec<usize>)| {
            let options = places.iter().map(option).collect::<Option<Vec<FrontOption>>>()?;
            Some(FrontGroup { options, is_mandatory: self.is_mandatory[at], requires: self.requires[at] })
        };
        self.places.iter().enumerate().map(group).collect()
    }
}

/// The coarsest parts in which all costs of a budget are whole; none when there are none or their sum is too large.
fn cost_parts(budget: &Rule) -> Option<Decimal> {
    let costs: Vec<Decimal> = budget.terms.iter().map(|(_, cost)| *cost).collect();
    let mut all = (0..=MOST_DIGITS).map(|digits| TWELFTHS_OF_SIXTHS * power_of_ten(digits));
    let is_whole = |parts: Decimal| costs.iter().all(|cost| whole(cost * parts).is_integer());
    all.find(|parts| is_small(&costs, *parts) && is_whole(*parts))
}

fn power_of_ten(digits: u32) -> Decimal {
    Decimal::from(10_u64.pow(digits))
}

/// Whether the sum of these amounts in parts can be added without overflow.
fn is_small(amounts: &[Decimal], parts: Decimal) -> bool {
    amounts.iter().map(|amount| amount.abs()).sum::<Decimal>() <= LARGEST / parts
}

/// What lies beyond the precision of thirds in exact decimals is none of the amount.
fn whole(in_parts: Decimal) -> Decimal {
    in_parts.round_dp(9)
}

/// Places with coefficient 1 and with -1, of a rule that has no others and a limit of 0 or 1.
fn signs(rule: &Rule) -> Option<(Vec<usize>, Vec<usize>)> {
    let is_simple = rule.whole.is_empty()
        && (rule.limit.is_zero() || rule.limit == Decimal::ONE)
        && rule.terms.iter().all(|(_, coefficient)| coefficient.abs() == Decimal::ONE);
    let with = |sign: Decimal| {
        rule.terms.iter().filter(|(_, coefficient)| *coefficient == sign).map(|(place, _)| *place).collect()
    };
    is_simple.then(|| (with(Decimal::ONE), with(-Decimal::ONE)))
}

/// The whole parts that an amount of money pays for; none when too many.
fn parts(money: Decimal, parts: Decimal) -> Option<i64> {
    whole(money.checked_mul(parts)?).floor().to_i64()
}
