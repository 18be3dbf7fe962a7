//! The exact choice: solve, re-add in exact decimals, cut what was overrated, until the bound meets the best plan.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::candidate::{Candidate, candidates, portfolio_of};
use super::conflict::conflict;
use super::highs::{Answer, Ending, solve};
use super::neighbour::{Neighbour, neighbours};
use super::outcome::{ChooseError, Outcome, Plan, RuleUse, Status};
use super::program::Program;
use super::question::{Grounds, Question};
use super::rule::Rule;
use super::rules::rules;
use super::statement::Statement;
use super::worth::{Worth, add_worth};
use crate::case::portfolio_case::PortfolioCase;
use crate::domain::portfolio::Portfolio;
use crate::quantity::real::{exact, real};

/// A plan is called optimal when no other can be worth more than this share of it: the precision of the solver.
const PROVEN_GAP: f64 = 1e-7;

/// How far the solver's bound may fall below a plan's exact worth, as a share of it, before it is not believed; a hundred
/// times what its tolerances can hide is always allowed, for plans worth next to nothing.
const CONTRADICTION: f64 = 1e-6;

/// Rounds of cutting after which the search reports its best plan with its bound.
const ROUNDS_MAX: usize = 400;

/// The best portfolio under the rules, proven or with its bound.
///
/// The solver works in reals; its answer is re-added in exact decimals. A choice that breaks a rule by a digit is cut
/// away, a concave gain that was overrated gets a cut that is exact there, and the program is solved again. It ends
/// when the bound meets the best plan: at most once per choice, in practice after a few rounds.
pub fn choose(grounds: Grounds, question: &Question) -> Result<Outcome, ChooseError> {
    let all = candidates(grounds.dossier, grounds.cases, question.starts);
    let rules = rules(grounds.dossier, grounds.map, &all, &question.forced);
    let mut program = Program::default();
    let worth = add_worth(&mut program, grounds.dossier, grounds.cases, &all, question.value_model)
        .map_err(ChooseError::TooManyConditions)?;
    rules.iter().filter(|rule| !rule.is_idle()).for_each(|rule| rule.add_to(&mut program));
    let search = Search { grounds, question, all: &all, rules: &rules, worth: &worth };
    search.run(program)
}

struct Search<'a> {
    grounds: Grounds<'a>,
    question: &'a Question,
    all: &'a [Candidate],
    rules: &'a [Rule],
    worth: &'a Worth,
}

impl Search<'_> {
    fn run(&self, mut program: Program) -> Result<Outcome, ChooseError> {
        let mut best: Option<(Portfolio, PortfolioCase)> = None;
        let mut start: Option<Vec<f64>> = None;
        let mut bound = f64::INFINITY;
        for round in 1..=ROUNDS_MAX {
            let Answer { ending, columns, bound: told, .. } =
                solve(&program, &self.question.limits, start.as_deref());
            bound = bound.min(told * self.worth.unit);
            let columns = match (ending, columns) {
                (Ending::Infeasible, _) if best.is_none() => return Ok(self.no_plan(round)),
                // The best plan keeps every row, so a solver that finds none has lost its way in its numbers.
                (Ending::Infeasible, _) => {
                    return Ok(self.outcome(Status::LimitReached, best, f64::INFINITY, round));
                }
                (Ending::Solved | Ending::Limit, Some(columns)) => columns,
                (Ending::Limit, None) if best.is_none() => return Err(ChooseError::LimitBeforePlan),
                (Ending::Limit, None) => return Ok(self.outcome(Status::LimitReached, best, bound, round)),
                (Ending::Solved | Ending::Unbounded | Ending::Failed, _) => {
                    return Err(ChooseError::SolverFailed);
                }
            };
            let chosen: Vec<bool> = columns.iter().take(self.all.len()).map(|amount| *amount > 0.5).collect();
            if !self.rules.iter().all(|rule| rule.is_kept(&chosen)) {
                program.forbid(&chosen);
                start = None;
                continue;
            }
            let portfolio = portfolio_of(self.all, &chosen);
            let case = self.case(&portfolio);
            if best.as_ref().is_none_or(|(_, known)| case.npv > known.npv) {
                best = Some((portfolio, case));
            }
            let npv = best.as_ref().map_or(0.0, |(_, case)| real(case.npv));
            if bound < npv - (CONTRADICTION * npv.abs()).max(100.0 * self.worth.precision()) {
                return Ok(self.outcome(Status::LimitReached, best, f64::INFINITY, round));
            }
            let gap = relative_gap(bound, npv);
            if gap <= PROVEN_GAP || bound - npv <= self.worth.precision() {
                return Ok(self.outcome(Status::Optimal, best, bound, round));
            }
            if gap <= self.question.limits.relative_gap {
                return Ok(self.outcome(Status::WithinGap, best, bound, round));
            }
            if ending == Ending::Limit {
                return Ok(self.outcome(Status::LimitReached, best, bound, round));
            }
            let mut is_cut = false;
            for sum in &self.worth.saturated {
                is_cut |= sum.cut(&mut program, &columns);
            }
            if !is_cut {
                return Ok(self.outcome(Status::WithinGap, best, bound, round));
            }
            let mut point = columns;
            self.worth.complete(&mut point);
            start = Some(point);
        }
        Ok(self.outcome(Status::LimitReached, best, bound, ROUNDS_MAX))
    }

    fn case(&self, portfolio: &Portfolio) -> PortfolioCase {
        let Grounds { dossier, cases, .. } = self.grounds;
        PortfolioCase::of(dossier, cases, portfolio, self.question.value_model)
    }

    /// No choice keeps every rule.
    fn no_plan(&self, rounds: usize) -> Outcome {
        Outcome {
            status: Status::Infeasible,
            value_model: self.question.value_model,
            plan: None,
            bound: None,
            gap: None,
            conflict: conflict(self.all.len(), self.rules, &self.question.limits),
            rounds,
        }
    }

    fn outcome(
        &self,
        status: Status,
        best: Option<(Portfolio, PortfolioCase)>,
        bound: f64,
        rounds: usize,
    ) -> Outcome {
        let npv = best.as_ref().map(|(_, case)| case.npv);
        let plan = best.map(|(portfolio, case)| {
            let chosen = super::candidate::chosen_of(self.all, &portfolio);
            let neighbours = neighbours(self.grounds, self.question, self.all, self.rules, &portfolio);
            Plan { uses: uses(self.rules, &chosen, &neighbours), portfolio, case, neighbours }
        });
        let bound = match npv {
            Some(npv) => exact(bound).map(|bound| bound.max(npv)),
            None => exact(bound),
        };
        let gap = npv.zip(bound).map(|(npv, bound)| relative_gap(real(bound), real(npv)));
        Outcome {
            status,
            value_model: self.question.value_model,
            plan,
            bound,
            gap,
            conflict: Vec::new(),
            rounds,
        }
    }
}

/// (bound - worth) / |worth|, at least 0; the plain distance when the worth is below one unit of currency.
fn relative_gap(bound: f64, worth: f64) -> f64 {
    ((bound - worth) / worth.abs().max(1.0)).max(0.0)
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
