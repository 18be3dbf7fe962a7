//! `conflict`: when no plan exists, a smallest set of rules that cannot be kept together.

use super::highs::Limits;
use super::outcome::{ChooseError, Status};
use super::problem::{Ask, Problem};
use super::statement::Statement;

/// The statements of one irreducible conflict: together they allow no plan, without any one of them some plan is left.
///
/// A plan has at most one variant per investment: that is what a plan is, not a statement to talk about, so it holds
/// throughout. Rules with a price forbid nothing. Deletion filter: each statement is left out in turn and stays out when
/// the rest still has no plan. Statements that are easiest to talk about stay longest, because the filter tries the
/// structural ones first.
pub fn conflict(problem: &mut Problem, limits: &Limits) -> Result<Vec<Statement>, ChooseError> {
    let mut kept: Vec<Statement> = Vec::new();
    let of_rules = problem.rules.iter().filter(|rule| !rule.is_idle() && !rule.is_soft());
    kept.extend(of_rules.map(|rule| rule.statement.clone()));
    kept.extend(problem.floors.iter().filter(|floor| !floor.is_soft()).map(|floor| floor.statement.clone()));
    kept.retain(|statement| !is_what_a_plan_is(statement));
    kept.sort_by_key(|statement| (rank(statement), statement.clone()));
    kept.dedup();
    let mut place = 0;
    while place < kept.len() {
        let mut without = kept.clone();
        without.remove(place);
        if has_plan(problem, &without, limits)? {
            place += 1;
        } else {
            kept = without;
        }
    }
    Ok(kept)
}

/// Whether some choice keeps these statements; a solve that ends at a limit counts as yes.
pub fn has_plan(problem: &mut Problem, held: &[Statement], limits: &Limits) -> Result<bool, ChooseError> {
    let is_held = |statement: &Statement| is_what_a_plan_is(statement) || held.contains(statement);
    let rules = problem.rules.iter().filter(|rule| !rule.is_soft() && is_held(&rule.statement));
    let floors = problem.floors.iter().filter(|floor| !floor.is_soft() && is_held(&floor.statement));
    let ask = Ask {
        aim: Vec::new(),
        rules: rules.cloned().collect(),
        floors: floors.cloned().collect(),
        limits: *limits,
        start: None,
    };
    match problem.best(&ask) {
        Ok(found) => Ok(found.status != Status::Infeasible),
        Err(ChooseError::LimitBeforePlan) => Ok(true),
        Err(error) => Err(error),
    }
}

fn is_what_a_plan_is(statement: &Statement) -> bool {
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
