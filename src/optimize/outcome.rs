//! `Outcome`: the answer to a question, with the plan re-added in exact decimals and how sure it is.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::highs::Limits;
use super::measures::mode::TooManyConditions;
use super::neighbour::Neighbour;
use super::repair::Repair;
use super::rule::Side;
use super::statement::Statement;
use crate::case::portfolio_case::{PortfolioCase, ValueModel};
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::Portfolio;

/// How sure an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// No plan is worth more.
    Optimal,
    /// No plan is worth more than the gap asked for.
    WithinGap,
    /// Stopped at a limit: the best plan so far, with its bound; without one when the solver contradicted itself.
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

    /// Whether there is a plan that is as good as was asked for, proven.
    pub fn is_proven(self) -> bool {
        matches!(self, Status::Optimal | Status::WithinGap)
    }
}

/// A chosen plan, re-added in exact decimals.
#[derive(Clone, Debug)]
pub struct Plan {
    pub portfolio: Portfolio,
    pub case: PortfolioCase,
    /// What breaking rules with a price costs it, in the dossier's currency; not part of the case.
    pub penalty: Decimal,
    /// Every rule with what the plan uses of it, rules of one variant apart.
    pub uses: Vec<RuleUse>,
    /// Every single change of the plan with what it is worth and which rules forbid it.
    pub neighbours: Vec<Neighbour>,
}

impl Outcome {
    /// The smallest set of rules that cannot be kept together; empty when a plan exists.
    pub fn conflict(&self) -> &[Statement] {
        self.conflicts.first().map_or(&[], Vec::as_slice)
    }
}

impl Plan {
    /// The rules that forbid dropping an investment of the plan although the NPV would rise; none when it is there by its
    /// own worth.
    pub fn held_by(&self, investment: &InvestmentId) -> impl Iterator<Item = &Statement> {
        let is_dropped = |one: &&Neighbour| {
            one.variant.is_none() && &one.investment == investment && one.gain > Decimal::ZERO
        };
        let dropped = self.neighbours.iter().find(is_dropped);
        dropped.into_iter().flat_map(|one| one.broken.iter().map(|(statement, _)| statement))
    }

    /// For every investment outside the plan, its addition in one variant, by investment: the one that would bring most
    /// among those that break no rule but amounts (budgets, caps, days), or among all when every one does.
    pub fn left_out(&self) -> impl Iterator<Item = &Neighbour> {
        let mut best: BTreeMap<&InvestmentId, &Neighbour> = BTreeMap::new();
        let outside = |neighbour: &&Neighbour| !self.portfolio.contains(&neighbour.investment);
        for neighbour in self.neighbours.iter().filter(outside) {
            let known = best.entry(&neighbour.investment).or_insert(neighbour);
            if (breaks_only_amounts(known), known.gain) < (breaks_only_amounts(neighbour), neighbour.gain) {
                *known = neighbour;
            }
        }
        best.into_values()
    }
}

fn breaks_only_amounts(neighbour: &Neighbour) -> bool {
    neighbour.broken.iter().all(|(statement, _)| statement.is_amount())
}

/// What a plan uses of one rule, in the unit of its statement.
#[derive(Clone, Debug)]
pub struct RuleUse {
    pub statement: Statement,
    pub side: Side,
    pub used: Decimal,
    pub limit: Decimal,
    /// Whether it alone forbids some single change (add, switch, drop) that would raise the NPV.
    pub is_binding: bool,
    /// Whether it forbids such a change only together with other rules.
    pub binds_with_others: bool,
}

/// A plan in the scenarios it was made to hold in.
#[derive(Clone, Debug, Default)]
pub struct Regrets {
    pub scenarios: Vec<ScenarioRegret>,
    /// Scenarios in which no plan is possible; they ask nothing.
    pub without_plan: Vec<String>,
}

/// What a plan misses in one scenario, in the dossier's currency.
#[derive(Clone, Debug)]
pub struct ScenarioRegret {
    pub scenario: String,
    /// NPV of the best plan there.
    pub best: Decimal,
    /// NPV of this plan there.
    pub npv: Decimal,
}

impl ScenarioRegret {
    /// Best less own.
    pub fn regret(&self) -> Decimal {
        self.best - self.npv
    }
}

/// The answer to a question; no plan is an answer too.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub status: Status,
    pub value_model: ValueModel,
    /// What was maximised, as it is written.
    pub aim: String,
    pub plan: Option<Plan>,
    /// When no plan exists, every rule with its limit and nothing used of it; empty else, for the plan tells them.
    pub rules: Vec<RuleUse>,
    /// What the plan has of the aim: its NPV less penalties for an aim at NPV, in the unit of the aim.
    pub worth: Option<Decimal>,
    /// No plan has more of the aim than this; none when no plan exists or nothing is proven.
    pub bound: Option<Decimal>,
    /// (bound - worth) / |worth|, at least 0.
    pub gap: Option<f64>,
    /// When no plan exists, up to five sets of rules that cannot be kept together, smallest first: leave any rule of a set
    /// out and the others of it can.
    pub conflicts: Vec<Vec<Statement>>,
    /// When no plan exists, up to three ways to make one possible, cheapest first.
    pub repairs: Vec<Repair>,
    /// Solves needed until the bound met the plan.
    pub rounds: usize,
    pub limits: Limits,
    /// Branches the solver looked into, over all rounds.
    pub nodes: u64,
}

/// Why no answer could be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChooseError {
    TooManyConditions(TooManyConditions),
    /// The scenarios compared do not have the same variants and starts to choose from.
    OtherCandidates,
    /// The solver failed before it found any plan or proved that there is none.
    SolverFailed,
    /// A limit was reached before any plan was found.
    LimitBeforePlan,
    /// Whoever watches stopped the work before this question was answered.
    Stopped,
}

/// An answer; none where the work was stopped before there was one.
pub fn unless_stopped<Answer>(answer: Result<Answer, ChooseError>) -> Result<Option<Answer>, ChooseError> {
    match answer {
        Err(ChooseError::Stopped) => Ok(None),
        answer => answer.map(Some),
    }
}
