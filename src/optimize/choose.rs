//! The exact choice: solve, re-add in exact decimals, cut what was overrated, until the bound meets the best plan.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::candidate::{Candidate, candidates, portfolio_of};
use super::conflict::conflict;
use super::highs::{Answer, Ending, Limits, solve};
use super::neighbour::{Neighbour, neighbours};
use super::program::Program;
use super::rule::{Rule, Side};
use super::rules::rules;
use super::statement::Statement;
use super::worth::{TooManyConditions, Worth, add_worth};
use crate::case::cases::Cases;
use crate::case::portfolio_case::{PortfolioCase, ValueModel};
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::Portfolio;
use crate::experience::map::ExperienceMap;
use crate::quantity::real::{exact, real};

/// A plan is called optimal when no other can be worth more than this share of it: the precision of the solver.
const PROVEN_GAP: f64 = 1e-8;

/// Rounds of cutting after which the search reports its best plan with its bound.
const ROUNDS_MAX: usize = 400;

/// An investment that the user wants in or out whatever it is worth.
#[derive(Clone, Debug)]
pub struct Forced {
    pub investment: InvestmentId,
    /// Only this variant; any when none.
    pub variant: Option<VariantId>,
    pub is_in: bool,
    pub reason: String,
}

/// What is asked of a choice.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub value_model: ValueModel,
    pub forced: Vec<Forced>,
    pub limits: Limits,
}

/// Everything a choice rests on, worked out before.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    pub dossier: &'a Dossier,
    pub cases: &'a Cases,
    pub map: &'a ExperienceMap,
}

/// How sure an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No plan is worth more.
    Optimal,
    /// No plan is worth more than the gap asked for.
    WithinGap,
    /// Stopped at a limit: the best plan so far, with its bound.
    LimitReached,
    /// No plan keeps all rules.
    Infeasible,
}

impl Status {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Status::Optimal => "optimal",
            Status::WithinGap => "within_gap",
            Status::LimitReached => "limit_reached",
            Status::Infeasible => "infeasible",
        }
    }
}

/// A chosen plan, re-added in exact decimals.
#[derive(Clone, Debug)]
pub struct Plan {
    pub portfolio: Portfolio,
    pub case: PortfolioCase,
    /// Every rule with what the plan uses of it, rules of one variant apart.
    pub uses: Vec<RuleUse>,
    /// Every single change of the plan with what it is worth and which rules forbid it.
    pub neighbours: Vec<Neighbour>,
}

impl Plan {
    /// For every investment outside the plan, its addition in the variant that would bring most, by investment.
    pub fn left_out(&self) -> impl Iterator<Item = &Neighbour> {
        let mut best: BTreeMap<&InvestmentId, &Neighbour> = BTreeMap::new();
        let outside = |neighbour: &&Neighbour| !self.portfolio.contains(&neighbour.investment);
        for neighbour in self.neighbours.iter().filter(outside) {
            let known = best.entry(&neighbour.investment).or_insert(neighbour);
            if neighbour.gain > known.gain {
                *known = neighbour;
            }
        }
        best.into_values()
    }
}

/// What a plan uses of one rule, in the unit of its statement.
#[derive(Clone, Debug)]
pub struct RuleUse {
    pub statement: Statement,
    pub side: Side,
    pub used: Decimal,
    pub limit: Decimal,
    /// Whether it forbids some single change (add, switch, drop) that would raise the NPV.
    pub is_binding: bool,
}

/// The answer to a question; no plan is an answer too.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub status: Status,
    pub value_model: ValueModel,
    pub plan: Option<Plan>,
    /// No plan is worth more than this, in the dossier's currency; none when no plan exists.
    pub bound: Option<Decimal>,
    /// (bound - NPV) / |NPV|, at least 0.
    pub gap: Option<f64>,
    /// The rules that cannot be kept together, when no plan exists: leave any out and the others can.
    pub conflict: Vec<Statement>,
    /// Solves needed until the bound met the plan.
    pub rounds: usize,
}

/// Why no answer could be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChooseError {
    TooManyConditions(TooManyConditions),
    /// The solver failed before it found any plan or proved that there is none.
    SolverFailed,
    /// A limit was reached before any plan was found.
    LimitBeforePlan,
}

/// The best portfolio under the rules, proven or with its bound.
///
/// The solver works in reals; its answer is re-added in exact decimals. A choice that breaks a rule by a digit is cut
/// away, a concave gain that was overrated gets a cut that is exact there, and the program is solved again. It ends
/// when the bound meets the best plan: at most once per choice, in practice after a few rounds.
pub fn choose(grounds: Grounds, question: &Question) -> Result<Outcome, ChooseError> {
    let all = candidates(grounds.dossier, grounds.cases);
    let rules = rules(grounds.dossier, grounds.map, &all, &question.forced);
    let mut program = Program::default();
    let worth = add_worth(&mut program, grounds.dossier, grounds.cases, &all, question.value_model)
        .map_err(ChooseError::TooManyConditions)?;
    rules.iter().filter(|rule| !rule.is_idle()).for_each(|rule| add_rule(&mut program, rule));
    let search = Search { grounds, question, all: &all, rules: &rules, worth: &worth };
    search.run(program)
}

/// The row of a rule, divided by its largest number so that the solver's tolerance means the same for all.
pub fn add_rule(program: &mut Program, rule: &Rule) {
    let scale =
        rule.terms.iter().map(|(_, c)| real(c.abs())).fold(real(rule.limit.abs()), f64::max).max(1e-9);
    let terms = rule.terms.iter().map(|(place, c)| (*place, real(*c) / scale)).collect();
    let limit = real(rule.limit) / scale;
    match rule.side {
        Side::AtMost => program.at_most(terms, limit),
        Side::AtLeast => program.at_least(terms, limit),
    }
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
            let Answer { ending, columns, bound: told } =
                solve(&program, &self.question.limits, start.as_deref());
            bound = bound.min(told * self.worth.unit);
            let columns = match (ending, columns) {
                (Ending::Infeasible, _) => return Ok(self.exhausted(best, round)),
                (Ending::Solved | Ending::Limit, Some(columns)) => columns,
                (Ending::Limit, None) if best.is_none() => return Err(ChooseError::LimitBeforePlan),
                (Ending::Limit, None) => return Ok(self.outcome(Status::LimitReached, best, bound, round)),
                (Ending::Solved | Ending::Unbounded | Ending::Failed, _) => {
                    return Err(ChooseError::SolverFailed);
                }
            };
            let chosen: Vec<bool> = columns.iter().take(self.all.len()).map(|amount| *amount > 0.5).collect();
            if !self.rules.iter().all(|rule| rule.is_kept(&chosen)) {
                forbid(&mut program, &chosen);
                start = None;
                continue;
            }
            let portfolio = portfolio_of(self.all, &chosen);
            let case = self.case(&portfolio);
            if best.as_ref().is_none_or(|(_, known)| case.npv > known.npv) {
                best = Some((portfolio, case));
            }
            let npv = best.as_ref().map_or(0.0, |(_, case)| real(case.npv));
            let gap = relative_gap(bound, npv);
            if gap <= PROVEN_GAP {
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

    /// Nothing is left to choose: the best plan so far is proven, or there was none.
    fn exhausted(&self, best: Option<(Portfolio, PortfolioCase)>, rounds: usize) -> Outcome {
        if let Some((_, case)) = &best {
            let bound = real(case.npv);
            return self.outcome(Status::Optimal, best, bound, rounds);
        }
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

/// Cuts away exactly one choice: at least one candidate must change.
pub fn forbid(program: &mut Program, chosen: &[bool]) {
    let terms =
        chosen.iter().enumerate().map(|(place, is_in)| (place, if *is_in { 1.0 } else { -1.0 })).collect();
    let size = chosen.iter().filter(|is_in| **is_in).count();
    program.at_most(terms, size as f64 - 1.0);
}

/// What the chosen candidates use of every rule, in the order of the rules.
fn uses(rules: &[Rule], chosen: &[bool], neighbours: &[Neighbour]) -> Vec<RuleUse> {
    let gainful = neighbours.iter().filter(|neighbour| neighbour.gain > Decimal::ZERO);
    let binding: BTreeSet<&Statement> =
        gainful.flat_map(|neighbour| neighbour.broken.iter().map(|(statement, _)| statement)).collect();
    rules
        .iter()
        .filter(|rule| !matches!(rule.statement, Statement::OneVariant { .. }))
        .map(|rule| RuleUse {
            statement: rule.statement.clone(),
            side: rule.side,
            used: rule.used(chosen),
            limit: rule.limit,
            is_binding: binding.contains(&rule.statement),
        })
        .collect()
}
