//! What more or less money would buy: the best plan at shares of all budgets, and where one plan gives way to the next.

use rust_decimal::{Decimal, dec};

use super::one_budget::OneBudget;
use crate::domain::investment::InvestmentId;
use crate::optimize::outcome::{ChooseError, Status};
use crate::optimize::problem::{Ask, Found, Problem};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::settle::settled;
use crate::optimize::statement::Statement;
use crate::quantity::real::exact;

/// Steps narrower than this share of a budget are told as one: far above the solver's tolerances.
const NARROWEST: Decimal = dec!(0.000001);

/// Worths that differ by less than this share of them are the same.
const EQUAL: f64 = 1e-9;

/// The best plan at one share of all budgets.
#[derive(Clone, Debug)]
pub struct BudgetPoint {
    /// Budgets and envelopes are this many times what the dossier states.
    pub factor: Decimal,
    /// Money of the budgets of all years at this share, undiscounted; of all envelopes where there are no budgets.
    pub money: Decimal,
    pub found: Found,
}

/// A share of the budgets from which on a plan is the best one.
#[derive(Clone, Debug)]
pub struct Switch {
    pub factor: Decimal,
    pub chosen: Vec<bool>,
}

/// An investment that leaves although the budgets grow.
#[derive(Clone, Debug)]
pub struct Leaver {
    pub investment: InvestmentId,
    /// Rules that keep it from being added to the new plan, with what they are short by.
    pub short: Vec<(Statement, Decimal)>,
    /// What came in and takes most of these rules, by identifier; empty when nothing forbids the addition.
    pub displaced_by: Vec<InvestmentId>,
    /// Worth of the new plan less the best worth with the investment kept; none when it cannot be kept or is not proven.
    pub keeping_costs: Option<Decimal>,
}

/// Whether a rule is a budget or an envelope, which grow with the share; caps on running costs and days do not.
fn is_budget(rule: &Rule) -> bool {
    matches!(rule.statement, Statement::Budget { .. } | Statement::Envelope { .. })
}

/// The rules with all budgets and envelopes at a share of what they are.
pub fn with_budgets(rules: &[Rule], factor: Decimal) -> Vec<Rule> {
    let scaled = |rule: &Rule| {
        let limit = if is_budget(rule) { rule.limit * factor } else { rule.limit };
        Rule { limit, ..rule.clone() }
    };
    rules.iter().map(scaled).collect()
}

/// Whether the ask has a budget or an envelope at all.
pub fn has_budgets(ask: &Ask) -> bool {
    ask.rules.iter().any(is_budget)
}

/// Money of all budgets at a share; of all envelopes where the dossier states no budget of its own.
pub fn money(problem: &Problem, factor: Decimal) -> Decimal {
    let dossier = problem.setting.grounds.dossier;
    let budgets: Decimal = dossier.settings.budgets.values().sum();
    let envelopes = || dossier.envelopes.iter().flat_map(|envelope| envelope.amounts.values()).sum();
    factor * if dossier.settings.budgets.is_empty() { envelopes() } else { budgets }
}

/// The smallest share of all budgets at which a plan fits them; none when a budget of nothing is spent from.
pub fn share_needed(problem: &Problem, ask: &Ask, chosen: &[bool]) -> Option<Decimal> {
    let mut most = Decimal::ZERO;
    for rule in ask.rules.iter().filter(|rule| is_budget(rule)) {
        let used = rule.used(chosen);
        if used > Decimal::ZERO {
            most = most.max(used.checked_div(rule.limit).filter(|share| *share > Decimal::ZERO)?);
        }
    }
    problem.envelopes_needed(chosen, most)
}

/// The plan of most worth at a share of all budgets, ties settled; from the frontier of the only budget where there is one.
pub fn best_at(
    problem: &mut Problem,
    ask: &Ask,
    front: Option<&OneBudget>,
    factor: Decimal,
) -> Result<BudgetPoint, ChooseError> {
    let ask = Ask { rules: with_budgets(&ask.rules, factor), start: None, ..ask.clone() };
    let found = problem.with_envelopes_times(factor, |problem| {
        let found = match front {
            Some(front) => front.best_at(problem, factor),
            None => problem.best(&ask)?,
        };
        settled(problem, &ask, found)
    })?;
    Ok(BudgetPoint { factor, money: money(problem, factor), found })
}

/// Every share above `low` and up to the one of `high` at which the best plan changes, falling, and whether these are
/// all; at most `most` are looked for.
///
/// The best plan at a share stays the best down to the share that it needs itself, since less money never makes room for
/// a better one; the next is the best just below. So each solve gives one exact step; the frontier of the only budget, where there is
/// one, has them all without a solve.
pub fn switches(
    problem: &mut Problem,
    ask: &Ask,
    front: Option<&OneBudget>,
    low: &BudgetPoint,
    high: &BudgetPoint,
    most: usize,
) -> Result<(Vec<Switch>, bool), ChooseError> {
    let mut switches: Vec<Switch> = Vec::new();
    let mut at = high.found.clone();
    let mut last_worth = f64::INFINITY;
    for _ in 0..most {
        let (Some(chosen), true) = (&at.chosen, at.status == Status::Optimal) else {
            return Ok((switches, at.status == Status::Infeasible));
        };
        let Some(needed) = share_needed(problem, ask, chosen) else { return Ok((switches, false)) };
        if needed <= low.factor {
            return Ok((switches, true));
        }
        // As much for less money: the plan before is not needed.
        if last_worth - at.worth <= EQUAL * at.worth.abs() {
            switches.pop();
        }
        last_worth = at.worth;
        switches.push(Switch { factor: needed, chosen: chosen.clone() });
        let below = needed * (Decimal::ONE - NARROWEST);
        if below <= low.factor {
            return Ok((switches, true));
        }
        at = match front {
            Some(front) => front.best_at(problem, below),
            None => {
                let rules = with_budgets(&ask.rules, below);
                let below_ask = Ask { rules, start: low.found.chosen.clone(), ..ask.clone() };
                problem.with_envelopes_times(below, |problem| problem.best(&below_ask))?
            }
        };
    }
    Ok((switches, false))
}

/// Why investments of one plan are not in the next although it has more money.
pub fn leavers(
    problem: &mut Problem,
    ask: &Ask,
    before: &[bool],
    after: &BudgetPoint,
) -> Result<Vec<Leaver>, ChooseError> {
    let Some(now) = after.found.chosen.clone() else { return Ok(Vec::new()) };
    let rules = with_budgets(&ask.rules, after.factor);
    let (was, is) = (problem.portfolio(before), problem.portfolio(&now));
    let gone = was.choices().iter().filter(|choice| !is.contains(&choice.investment));
    let gone: Vec<InvestmentId> = gone.map(|choice| choice.investment.clone()).collect();
    let mut leavers = Vec::new();
    for investment in gone {
        let places: Vec<usize> = places_of(problem, &investment);
        let mut kept = now.clone();
        places.iter().filter(|place| before[**place]).for_each(|place| kept[*place] = true);
        problem.complete(&mut kept);
        let broken: Vec<&Rule> =
            rules.iter().filter(|rule| !rule.is_soft() && !rule.is_kept(&kept)).collect();
        let short = broken.iter().map(|rule| (rule.statement.clone(), rule.short_by(&kept))).collect();
        let displaced_by = displacing(problem, &broken, before, &now);
        let rules = rules.clone();
        let keeping = problem
            .with_envelopes_times(after.factor, |problem| keeping(problem, &investment, rules, ask))?;
        let keeping_costs =
            keeping.map(|found| found.worth).and_then(|worth| exact(after.found.worth - worth));
        leavers.push(Leaver { investment, short, displaced_by, keeping_costs });
    }
    Ok(leavers)
}

fn places_of(problem: &Problem, investment: &InvestmentId) -> Vec<usize> {
    (0..problem.all.len()).filter(|place| &problem.all[*place].choice.investment == investment).collect()
}

/// What is new in a plan and takes at least a tenth of what the newcomers take of a broken rule.
fn displacing(problem: &Problem, broken: &[&Rule], before: &[bool], now: &[bool]) -> Vec<InvestmentId> {
    let mut found = Vec::new();
    for rule in broken.iter().filter(|rule| rule.side == Side::AtMost) {
        let is_new = |place: usize| place < problem.all.len() && now[place] && !before[place];
        let takes = rule.terms.iter().filter(|(place, taken)| is_new(*place) && *taken > Decimal::ZERO);
        let all: Decimal = takes.clone().map(|(_, taken)| taken).sum();
        let large = takes.filter(|(_, taken)| *taken * Decimal::TEN >= all);
        found.extend(large.map(|(place, _)| problem.all[*place].choice.investment.clone()));
    }
    found.sort();
    found.dedup();
    found
}

/// The best plan with the investment in; none when there is none or it is not proven.
fn keeping(
    problem: &mut Problem,
    investment: &InvestmentId,
    mut rules: Vec<Rule>,
    ask: &Ask,
) -> Result<Option<Found>, ChooseError> {
    let terms = places_of(problem, investment).into_iter().map(|place| (place, Decimal::ONE)).collect();
    let statement =
        Statement::ForcedIn { investment: investment.clone(), variant: None, reason: String::new() };
    rules.push(Rule::new(statement, terms, Side::AtLeast, Decimal::ONE));
    let found = problem.best(&Ask { rules, start: None, ..ask.clone() })?;
    Ok(Some(found).filter(|found| found.status == Status::Optimal))
}
