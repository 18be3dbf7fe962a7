//! The exact choice: the plan of greatest worth, with what it uses of every rule and every single change of it.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::conflict::{CONFLICTS_MAX, conflicts};
use super::cutting::relative_gap;
use super::floor::rounded;
use super::measures::measure::Measure;
use super::neighbour::{Neighbour, neighbours};
use super::outcome::{ChooseError, Outcome, Plan, RuleUse, Status};
use super::problem::{Ask, Found, Problem};
use super::question::{Grounds, Question};
use super::repair::{REPAIRS_MAX, Repair, repairs};
use super::rule::{Rule, Side};
use super::settle::settled;
use super::statement::Statement;
use crate::case::portfolio_case::PortfolioCase;
use crate::quantity::real::{exact, real};

/// The best portfolio under the rules, proven or with its bound.
pub fn choose(grounds: Grounds, question: &Question) -> Result<Outcome, ChooseError> {
    let mut problem = Problem::new(grounds, question)?;
    let ask = Ask::npv(&problem, question.limits.clone());
    let found = problem.best(&ask)?;
    let found = settled(&mut problem, &ask, found)?;
    outcome(&mut problem, &ask, &found)
}

/// An answer with its plan re-added in exact decimals, or with the conflicts that forbid one and what would repair them.
pub fn outcome(problem: &mut Problem, ask: &Ask, found: &Found) -> Result<Outcome, ChooseError> {
    let Grounds { dossier, cases, .. } = problem.setting.grounds;
    let ask = &Ask { rules: problem.rules_of(ask).into_iter().cloned().collect(), ..ask.clone() };
    let (conflicts, repairs) = match found.status {
        Status::Infeasible => way_out(problem, ask)?,
        _ => (Vec::new(), Vec::new()),
    };
    let plan = found.chosen.as_ref().map(|chosen| {
        let portfolio = problem.portfolio(chosen);
        let neighbours = neighbours(problem, &ask.rules, &ask.floors, chosen);
        Plan {
            uses: uses(problem, ask, chosen, &neighbours),
            case: PortfolioCase::of(dossier, cases, &portfolio, problem.setting.value_model),
            penalty: exact(problem.penalty(&ask.rules, &ask.floors, chosen)).unwrap_or_default(),
            portfolio,
            neighbours,
        }
    });
    let is_money = matches!(ask.aim.as_slice(), [(Measure::Npv, weight)] if *weight == 1.0);
    let worth = plan.as_ref().map(|plan| match is_money {
        true => plan.case.npv - plan.penalty,
        false => rounded(found.worth),
    });
    let bound = worth.and_then(|worth| exact(found.bound).map(|bound| bound.max(worth)));
    Ok(Outcome {
        status: found.status,
        value_model: problem.setting.value_model,
        aim: ask.aim.iter().map(|(measure, _)| measure.name()).collect::<Vec<_>>().join("+"),
        rules: if plan.is_some() { Vec::new() } else { asked(ask) },
        plan,
        gap: worth.zip(bound).map(|(worth, bound)| relative_gap(real(bound), real(worth))),
        worth,
        bound,
        conflicts,
        repairs,
        rounds: found.rounds,
        limits: ask.limits.clone(),
        nodes: found.nodes,
    })
}

/// Where no plan is possible: what stands against it and what would make one possible; nothing of it once the work is
/// stopped, for a conflict that was not finished says too much.
fn way_out(problem: &mut Problem, ask: &Ask) -> Result<(Vec<Vec<Statement>>, Vec<Repair>), ChooseError> {
    let aside = Ask { limits: ask.limits.aside(), ..ask.clone() };
    let is_stopped = || ask.limits.watch.is_stopped();
    let conflicts = match conflicts(problem, &aside, CONFLICTS_MAX) {
        found if !is_stopped() => found?,
        _ => Vec::new(),
    };
    let repairs = if is_stopped() { Vec::new() } else { repairs(problem, &aside, REPAIRS_MAX) };
    Ok((conflicts, if is_stopped() { Vec::new() } else { repairs }))
}

/// Every rule and floor with its limit, each statement once, nothing used of any.
fn asked(ask: &Ask) -> Vec<RuleUse> {
    let mut known: BTreeSet<&Statement> = BTreeSet::new();
    let of_rules = ask.rules.iter().map(|rule| (&rule.statement, rule.side, rule.limit));
    let of_floors = ask.floors.iter().map(|one| (&one.statement, Side::AtLeast, rounded(one.least)));
    let stated = of_rules.filter(|(statement, ..)| !matches!(statement, Statement::OneVariant { .. }));
    let once = stated.chain(of_floors).filter(|(statement, ..)| known.insert(statement));
    let unused = |(statement, side, limit): (&Statement, Side, Decimal)| RuleUse {
        statement: statement.clone(),
        side,
        used: Decimal::ZERO,
        limit,
        is_binding: false,
        binds_with_others: false,
    };
    once.map(unused).collect()
}

/// What the chosen candidates use of every rule and reach of every floor, in their order.
fn uses(problem: &Problem, ask: &Ask, chosen: &[bool], neighbours: &[Neighbour]) -> Vec<RuleUse> {
    let mut alone: BTreeSet<&Statement> = BTreeSet::new();
    let mut together: BTreeSet<&Statement> = BTreeSet::new();
    for neighbour in neighbours.iter().filter(|neighbour| neighbour.gain > Decimal::ZERO) {
        match neighbour.broken.as_slice() {
            [(only, _)] => {
                alone.insert(only);
            }
            several => together.extend(several.iter().map(|(statement, _)| statement)),
        }
    }
    let with_bindings = |statement: &Statement, side: Side, used: Decimal, limit: Decimal| {
        let is_binding = alone.contains(statement);
        RuleUse {
            statement: statement.clone(),
            side,
            used,
            limit,
            is_binding,
            binds_with_others: !is_binding && together.contains(statement),
        }
    };
    // A statement about starts has a row for each of them: the one with the least room left speaks for it.
    let mut tightest: Vec<&Rule> = Vec::new();
    let mut known: BTreeMap<&Statement, usize> = BTreeMap::new();
    for rule in ask.rules.iter().filter(|rule| !matches!(rule.statement, Statement::OneVariant { .. })) {
        match known.get(&rule.statement) {
            Some(at) if rule.slack(chosen) < tightest[*at].slack(chosen) => tightest[*at] = rule,
            Some(_) => {}
            None => {
                known.insert(&rule.statement, tightest.len());
                tightest.push(rule);
            }
        }
    }
    let of_rules = tightest
        .into_iter()
        .map(|rule| with_bindings(&rule.statement, rule.side, rule.used(chosen), rule.limit));
    let of_floors = ask.floors.iter().map(|floor| {
        let reached = rounded(problem.measured(&floor.measure, chosen));
        with_bindings(&floor.statement, Side::AtLeast, reached, rounded(floor.least))
    });
    of_rules.chain(of_floors).collect()
}
