//! `conflict`: when no plan exists, smallest sets of rules that cannot be kept together.

use std::collections::BTreeSet;

use super::floor::Floor;
use super::highs::{Ending, Limits, solve};
use super::outcome::ChooseError;
use super::problem::{Ask, Problem};
use super::program::Program;
use super::rule::Rule;
use super::statement::Statement;

/// Conflicts that are told at most.
pub const CONFLICTS_MAX: usize = 5;

/// Sets of rules that are looked at in search of further conflicts.
const SETS_MAX: usize = 60;

/// Up to `most` irreducible conflicts among the rules and floors of an ask, smallest first; none when a plan exists.
///
/// The rules of one conflict together allow no plan, without any one of them some plan is left. A plan has at most one
/// variant per investment: that is what a plan is, not a statement to talk about, so it holds throughout. Rules with a
/// price forbid nothing. Each conflict is found by leaving rules out as long as the rest has no plan; what is easiest to
/// talk about stays longest, because structural rules are tried first. Sets that may hide another conflict are told by a
/// map of those already explored (MARCO): a set must not contain a known conflict, nor be kept by a known plan.
pub fn conflicts(problem: &mut Problem, ask: &Ask, most: usize) -> Result<Vec<Vec<Statement>>, ChooseError> {
    // Sets of envelopes that are not rules yet are no statement to talk about: those that forbid plans are rules by now.
    let envelopes = problem.envelopes.take();
    let found = irreducible(problem, ask, most);
    problem.envelopes = envelopes;
    found
}

fn irreducible(problem: &mut Problem, ask: &Ask, most: usize) -> Result<Vec<Vec<Statement>>, ChooseError> {
    let mut search = Search::new(problem, ask);
    let mut seed: BTreeSet<usize> = (0..search.statements.len()).collect();
    for _ in 0..SETS_MAX {
        if !search.is_possible(&seed)? {
            let conflict = search.shrink(seed)?;
            search.conflicts.push(conflict);
        } else if search.conflicts.is_empty() {
            break;
        }
        if search.conflicts.len() >= most {
            break;
        }
        match search.unexplored() {
            Some(next) => seed = next,
            None => break,
        }
    }
    let mut found = search.conflicts;
    found.sort_by_key(BTreeSet::len);
    let statements = search.statements;
    Ok(found.iter().map(|set| set.iter().map(|at| statements[*at].clone()).collect()).collect())
}

/// What is known about which statements can be kept together; statements go by their place in the list.
struct Search<'p, 'a> {
    problem: &'p mut Problem<'a>,
    rules: Vec<Rule>,
    floors: Vec<Floor>,
    limits: Limits,
    /// Hard statements to talk about, in the order in which they are tried for leaving out.
    statements: Vec<Statement>,
    /// The statements that each known plan breaks.
    broken: Vec<BTreeSet<usize>>,
    conflicts: Vec<BTreeSet<usize>>,
}

impl<'p, 'a> Search<'p, 'a> {
    fn new(problem: &'p mut Problem<'a>, ask: &Ask) -> Search<'p, 'a> {
        let rules = ask.rules.iter().filter(|rule| !rule.is_idle() && !rule.is_soft());
        let rules: Vec<Rule> = rules.cloned().collect();
        let floors: Vec<Floor> = ask.floors.iter().filter(|floor| !floor.is_soft()).cloned().collect();
        let mut statements: Vec<Statement> = rules.iter().map(|rule| rule.statement.clone()).collect();
        statements.extend(floors.iter().map(|floor| floor.statement.clone()));
        statements.retain(|statement| !is_what_a_plan_is(statement));
        statements.sort_by_key(|statement| (rank(statement), statement.clone()));
        statements.dedup();
        let (broken, conflicts) = (Vec::new(), Vec::new());
        Search { problem, rules, floors, limits: ask.limits.clone(), statements, broken, conflicts }
    }

    /// Whether some plan keeps these statements; a solve that ends at a limit counts as yes.
    fn is_possible(&mut self, held: &BTreeSet<usize>) -> Result<bool, ChooseError> {
        if self.broken.iter().any(|broken| broken.is_disjoint(held)) {
            return Ok(true);
        }
        if self.conflicts.iter().any(|conflict| conflict.is_subset(held)) {
            return Ok(false);
        }
        let is_held = |statement: &Statement| {
            is_what_a_plan_is(statement) || held.iter().any(|at| &self.statements[*at] == statement)
        };
        let ask = Ask {
            aim: Vec::new(),
            rules: self.rules.iter().filter(|rule| is_held(&rule.statement)).cloned().collect(),
            floors: self.floors.iter().filter(|floor| is_held(&floor.statement)).cloned().collect(),
            limits: self.limits.clone(),
            start: None,
        };
        match self.problem.best(&ask) {
            Ok(found) => {
                let Some(chosen) = found.chosen else { return Ok(false) };
                self.broken.push(self.broken_by(&chosen));
                Ok(true)
            }
            Err(ChooseError::LimitBeforePlan) => Ok(true),
            Err(error) => Err(error),
        }
    }

    fn broken_by(&self, chosen: &[bool]) -> BTreeSet<usize> {
        let rules = self.rules.iter().filter(|rule| !rule.is_kept(chosen)).map(|rule| &rule.statement);
        let missed = self.floors.iter().filter(|floor| {
            let measured = self.problem.measured(&floor.measure, chosen);
            !floor.is_kept(measured)
        });
        let broken: BTreeSet<&Statement> = rules.chain(missed.map(|floor| &floor.statement)).collect();
        (0..self.statements.len()).filter(|at| broken.contains(&self.statements[*at])).collect()
    }

    /// The statements of a set without a plan that are left when each is left out in turn, as long as there is none.
    ///
    /// Runs of statements are tried together, twice as many each time that succeeds: the result is the same.
    fn shrink(&mut self, set: BTreeSet<usize>) -> Result<BTreeSet<usize>, ChooseError> {
        let mut kept: Vec<usize> = set.into_iter().collect();
        let (mut place, mut run) = (0, kept.len().div_ceil(2));
        while place < kept.len() {
            run = run.clamp(1, kept.len() - place);
            let without = kept[..place].iter().chain(&kept[place + run..]).copied();
            let without: BTreeSet<usize> = without.collect();
            if !self.is_possible(&without)? {
                kept = without.into_iter().collect();
                run *= 2;
            } else if run == 1 {
                place += 1;
            } else {
                run /= 2;
            }
        }
        Ok(kept.into_iter().collect())
    }

    /// A largest set of statements that contains no known conflict and that no known plan keeps; none when all are
    /// explored.
    fn unexplored(&self) -> Option<BTreeSet<usize>> {
        let mut map = Program::default();
        let columns: Vec<usize> = self.statements.iter().map(|_| map.binary(1.0)).collect();
        for conflict in &self.conflicts {
            map.at_most(ones(conflict, &columns), conflict.len() as f64 - 1.0);
        }
        for broken in &self.broken {
            map.at_least(ones(broken, &columns), 1.0);
        }
        let answer = solve(&map, &Limits::default(), None);
        let point = answer.columns.filter(|_| answer.ending == Ending::Solved)?;
        Some(columns.into_iter().filter(|column| point[*column] > 0.5).collect())
    }
}

fn ones(set: &BTreeSet<usize>, columns: &[usize]) -> Vec<(usize, f64)> {
    set.iter().map(|at| (columns[*at], 1.0)).collect()
}

/// Whether a statement says what a plan is, so that it is never given up.
pub fn is_what_a_plan_is(statement: &Statement) -> bool {
    matches!(statement, Statement::OneVariant { .. })
}

/// Order in which statements are tried for leaving out; the later ones tend to stay in the conflict.
fn rank(statement: &Statement) -> usize {
    match statement {
        Statement::OneVariant { .. } => 0,
        Statement::Requires { .. }
        | Statement::Excludes { .. }
        | Statement::AllOrNone { .. }
        | Statement::SameStart { .. }
        | Statement::FinishBefore { .. } => 1,
        Statement::RunRate { .. } => 2,
        Statement::RoleDays { .. } | Statement::RolePeriod { .. } => 3,
        Statement::Budget { .. } | Statement::Envelope { .. } => 4,
        Statement::MomentFloor { .. } | Statement::Portfolio { .. } => 5,
        Statement::AtLeastOne { .. }
        | Statement::Mandatory { .. }
        | Statement::AskedFloor { .. }
        | Statement::Different { .. }
        | Statement::Begun { .. }
        | Statement::NotBefore { .. }
        | Statement::Changes { .. } => 6,
        Statement::ForcedIn { .. } | Statement::ForcedOut { .. } => 7,
    }
}
