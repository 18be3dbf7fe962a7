//! `Repair`: when no plan exists, the cheapest sets of rules to move, by how much, and a plan that then keeps all.
//!
//! Elastic relaxation: every rule that people made may be moved at a price, and the plan is looked for that needs least.
//! Money costs itself, a day costs the role's day rate. What has no price of its own counts as a share of all budgets:
//! moving a deadline within its window 5 %, giving up a rule, floor or wish 10 %, giving up what is mandatory or
//! compulsory all of them, so that it comes last. What one investment means for another (requires, excludes) is a fact
//! and stays.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::elastic::Elastic;
use super::explain::delay::opened;
use super::highs::{Ending, solve};
use super::needed::needed;
use super::problem::{Ask, Problem};
use super::question::{Forced, Grounds, Question, Starts};
use super::statement::Statement;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::Portfolio;
use crate::domain::start::Start;

/// Repairs that are told at most.
pub const REPAIRS_MAX: usize = 3;

/// Plans that are set aside because they break a rule by a digit, before the search gives up.
const SET_ASIDE_MAX: usize = 20;

/// One way to make a plan possible.
#[derive(Clone, Debug)]
pub struct Repair {
    /// What is moved, each statement once, in order.
    pub steps: Vec<Step>,
    /// Money and days at their price, everything else at its share of all budgets; for comparing repairs.
    pub cost: Decimal,
    /// A plan that keeps all rules once they are moved: the one that needs least, not the one worth most.
    pub portfolio: Portfolio,
}

/// One rule moved.
#[derive(Clone, Debug)]
pub struct Step {
    pub statement: Statement,
    pub by: Move,
    /// What moving it counts as.
    pub cost: Decimal,
}

/// How a rule is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Its limit is loosened by this: money to the cent, whole days, or the rule's own unit.
    By(Decimal),
    /// The least is lowered to this, in the unit of the measure (a share for moments).
    To(Decimal),
    /// A mandatory investment starts only then.
    Later(Start),
    /// It does not hold.
    Dropped,
}

impl Repair {
    /// Whether it gives up what is mandatory or compulsory.
    pub fn is_last_resort(&self) -> bool {
        self.steps.iter().any(|step| step.by == Move::Dropped && is_obligation(&step.statement))
    }
}

/// Up to `most` repairs that move different sets of rules, cheapest first; empty when the solver finds none.
///
/// Floors on coverage and objectives are not linear: they are lowered to what the cheapest plan of the other rules
/// reaches, and priced like rules; each of them also alone, to the most that the other rules allow of its measure. Steps
/// that a repair can do without are left out of it.
pub fn repairs(problem: &Problem, ask: &Ask, most: usize) -> Vec<Repair> {
    let open = with_windows(problem, ask);
    if open.is_empty() || !problem.setting.elsewhere.is_empty() {
        return cheapest(problem, ask, most);
    }
    let Grounds { dossier, .. } = problem.setting.grounds;
    let opened = opened(dossier, &open);
    let grounds = Grounds { dossier: &opened, ..problem.setting.grounds };
    let question = Question {
        value_model: problem.setting.value_model,
        starts: Starts::Free,
        forced: forced(ask),
        limits: ask.limits.clone(),
    };
    let Ok(later) = Problem::new(grounds, &question) else { return cheapest(problem, ask, most) };
    let known: BTreeSet<&Statement> = later.rules.iter().map(|rule| &rule.statement).collect();
    if ask.rules.iter().any(|rule| !known.contains(&rule.statement)) {
        // Rules that a question adds on the way cannot be told over other starts.
        return cheapest(problem, ask, most);
    }
    let held: BTreeSet<&Statement> = ask.rules.iter().map(|rule| &rule.statement).collect();
    let rules = later.rules.iter().filter(|rule| held.contains(&rule.statement)).cloned().collect();
    cheapest(&later, &Ask { rules, start: None, ..ask.clone() }, most)
}

/// Mandatory investments that could start later, in a problem that lets them start at their earliest only.
fn with_windows<'s>(problem: &Problem, ask: &'s Ask) -> Vec<&'s InvestmentId> {
    let mandatory = ask.rules.iter().filter_map(|rule| match &rule.statement {
        Statement::Mandatory { investment } => Some(investment),
        _ => None,
    });
    let Grounds { dossier, cases, .. } = problem.setting.grounds;
    let has_window = |id: &&InvestmentId| {
        let Some(investment) = dossier.investment(id) else { return false };
        let last = investment.latest_start.map_or(cases.horizon(), |year| year as usize);
        let own = problem.all.iter().filter(|one| &&one.choice.investment == id);
        let is_fixed =
            own.map(|one| one.choice.start).all(|start| start.year() as u32 == investment.earliest_start);
        is_fixed && last > investment.earliest_start as usize
    };
    mandatory.filter(has_window).collect()
}

/// What the user forces, as the rules of the ask have it.
fn forced(ask: &Ask) -> Vec<Forced> {
    let force = |investment: &InvestmentId, variant: &Option<VariantId>, reason: &str, is_in: bool| Forced {
        investment: investment.clone(),
        variant: variant.clone(),
        is_in,
        reason: reason.to_string(),
    };
    let wishes = ask.rules.iter().filter_map(|rule| match &rule.statement {
        Statement::ForcedIn { investment, variant, reason } => Some(force(investment, variant, reason, true)),
        Statement::ForcedOut { investment, variant, reason } => {
            Some(force(investment, variant, reason, false))
        }
        _ => None,
    });
    wishes.collect()
}

/// The repairs of one problem: of its linear rules and of its floors, what nothing asks for left out.
fn cheapest(problem: &Problem, ask: &Ask, most: usize) -> Vec<Repair> {
    let mut problem = problem.clone();
    let mut all = floors_lowered(&mut problem, ask);
    all.extend(moved(&problem, ask, most));
    let mut all: Vec<Repair> = all.into_iter().map(|repair| needed(&mut problem, ask, repair)).collect();
    all.sort_by_key(|repair| repair.cost);
    let mut told: Vec<Repair> = Vec::new();
    for repair in all {
        // What moves more and costs more is no other way.
        if !told.iter().any(|known| statements(known).is_subset(&statements(&repair))) {
            told.push(repair);
        }
    }
    told.truncate(most);
    told
}

/// Each floor alone lowered to the most of its measure that a plan can have under everything else.
fn floors_lowered(problem: &mut Problem, ask: &Ask) -> Vec<Repair> {
    let mut found = Vec::new();
    for floor in ask.floors.iter().filter(|floor| !floor.is_soft()) {
        let mut without = Ask { aim: vec![(floor.measure.clone(), 1.0)], start: None, ..ask.clone() };
        without.floors.retain(|other| other.statement != floor.statement);
        let Ok(Some(chosen)) = problem.best(&without).map(|best| best.chosen) else { continue };
        let measured = problem.measured(&floor.measure, &chosen);
        if floor.is_kept(measured) {
            continue;
        }
        let step = Elastic::new(problem, ask).lowered(floor, measured);
        found.push(Repair { cost: step.cost, steps: vec![step], portfolio: problem.portfolio(&chosen) });
    }
    found
}

fn moved(problem: &Problem, ask: &Ask, most: usize) -> Vec<Repair> {
    let mut elastic = Elastic::new(problem, ask);
    let mut found: Vec<Repair> = Vec::new();
    let mut n_set_aside = 0;
    while found.len() < most && n_set_aside < SET_ASIDE_MAX {
        let answer = solve(&elastic.program, &ask.limits, None);
        let Some(point) = answer.columns.filter(|_| answer.ending == Ending::Solved) else { break };
        let mut chosen: Vec<bool> = point[..problem.all.len()].iter().map(|column| *column > 0.5).collect();
        problem.complete(&mut chosen);
        let Some(repair) = elastic.repair(&chosen, &point) else {
            elastic.program.forbid(&chosen);
            n_set_aside += 1;
            continue;
        };
        if repair.steps.is_empty() {
            // A plan is possible as it is.
            break;
        }
        let is_new = elastic.exclude(&repair);
        if !is_new || found.iter().any(|known| statements(known) == statements(&repair)) {
            elastic.program.forbid(&chosen);
            n_set_aside += 1;
            continue;
        }
        found.push(repair);
    }
    found
}

fn statements(repair: &Repair) -> BTreeSet<&Statement> {
    repair.steps.iter().map(|step| &step.statement).collect()
}

/// Whether giving the statement up is a last resort.
pub fn is_obligation(statement: &Statement) -> bool {
    matches!(statement, Statement::Mandatory { .. } | Statement::AtLeastOne { .. })
}
