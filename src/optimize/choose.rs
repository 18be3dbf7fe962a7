//! The exact choice: the plan of greatest worth, with what it uses of every rule and every single change of it.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::conflict::conflict;
use super::neighbour::{Neighbour, neighbours};
use super::outcome::{ChooseError, Outcome, Plan, RuleUse, Status};
use super::problem::{Ask, Found, Problem, relative_gap};
use super::question::{Grounds, Question};
use super::rule::Rule;
use super::statement::Statement;
use crate::case::portfolio_case::PortfolioCase;
use crate::quantity::real::{exact, real};

/// The best portfolio under the rules, proven or with its bound.
pub fn choose(grounds: Grounds, question: &Question) -> Result<Outcome, ChooseError> {
    let mut problem = Problem::new(grounds, question)?;
    let found = problem.best(&Ask::npv(problem.rules.clone(), question.limits))?;
    Ok(outcome(&problem, question, &found))
}

/// An answer with its plan re-added in exact decimals, or with the conflict that forbids one.
pub fn outcome(problem: &Problem, question: &Question, found: &Found) -> Outcome {
    let Grounds { dossier, cases, .. } = problem.grounds;
    let plan = found.chosen.as_ref().map(|chosen| {
        let portfolio = problem.portfolio(chosen);
        let neighbours = neighbours(problem.grounds, question, &problem.all, &problem.rules, &portfolio);
        Plan {
            uses: uses(&problem.rules, chosen, &neighbours),
            case: PortfolioCase::of(dossier, cases, &portfolio, problem.value_model),
            portfolio,
            neighbours,
        }
    });
    let npv = plan.as_ref().map(|plan| plan.case.npv);
    let bound = match npv {
        Some(npv) => exact(found.bound).map(|bound| bound.max(npv)),
        None => None,
    };
    let conflict = match found.status {
        Status::Infeasible => conflict(problem.all.len(), &problem.rules, &question.limits),
        _ => Vec::new(),
    };
    Outcome {
        status: found.status,
        value_model: problem.value_model,
        plan,
        gap: npv.zip(bound).map(|(npv, bound)| relative_gap(real(bound), real(npv))),
        bound,
        conflict,
        rounds: found.rounds,
        nodes: found.nodes,
    }
}

/// What the chosen candidates use of every rule, in the order of the rules.
fn uses(rules: &[Rule], chosen: &[bool], neighbours: &[Neighbour]) -> Vec<RuleUse> {
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
    let stated = rules.iter().filter(|rule| !matches!(rule.statement, Statement::OneVariant { .. }));
    stated
        .map(|rule| {
            let is_binding = alone.contains(&rule.statement);
            RuleUse {
                statement: rule.statement.clone(),
                side: rule.side,
                used: rule.used(chosen),
                limit: rule.limit,
                is_binding,
                binds_with_others: !is_binding && together.contains(&rule.statement),
            }
        })
        .collect()
}
