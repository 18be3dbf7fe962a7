//! `conflict`: when no plan exists, a smallest set of rules that cannot be kept together.

use super::highs::{Ending, Limits, solve};
use super::program::Program;
use super::rule::Rule;
use super::statement::Statement;

/// Choices that the solver may offer and exact decimals refuse before the rest is taken to hold a plan.
const REFUSALS_MAX: usize = 400;

/// The statements of one irreducible conflict: together they allow no plan, without any one of them some plan is left.
///
/// A plan has at most one variant per investment: that is what a plan is, not a statement to talk about, so it holds
/// throughout. Deletion filter: each statement is left out in turn and stays out when the rest still has no plan.
/// Statements that are easiest to talk about stay longest, because the filter tries the structural ones first.
pub fn conflict(n_candidates: usize, rules: &[Rule], limits: &Limits) -> Vec<Statement> {
    let stated = rules.iter().filter(|rule| !rule.is_idle());
    let (always, mut kept): (Vec<&Rule>, Vec<&Rule>) =
        stated.partition(|rule| matches!(rule.statement, Statement::OneVariant { .. }));
    kept.sort_by_key(|rule| (rank(&rule.statement), rule.statement.clone()));
    let mut place = 0;
    while place < kept.len() {
        let without: Vec<&Rule> =
            kept.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, rule)| *rule).collect();
        let rest: Vec<&Rule> = always.iter().chain(&without).copied().collect();
        if has_plan(n_candidates, &rest, limits) {
            place += 1;
        } else {
            kept = without;
        }
    }
    kept.into_iter().map(|rule| rule.statement.clone()).collect()
}

/// Whether some choice keeps the rules to the last digit; a solve that ends at a limit counts as yes.
fn has_plan(n_candidates: usize, rules: &[&Rule], limits: &Limits) -> bool {
    let mut program = Program::default();
    (0..n_candidates).for_each(|_| {
        program.binary(0.0);
    });
    rules.iter().for_each(|rule| rule.add_to(&mut program));
    for _ in 0..REFUSALS_MAX {
        let answer = solve(&program, limits, None);
        let Some(columns) = answer.columns else { return answer.ending != Ending::Infeasible };
        let chosen: Vec<bool> = columns.iter().take(n_candidates).map(|amount| *amount > 0.5).collect();
        if rules.iter().all(|rule| rule.is_kept(&chosen)) {
            return true;
        }
        program.forbid(&chosen);
    }
    true
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
        Statement::AtLeastOne { .. } | Statement::Mandatory { .. } => 6,
        Statement::ForcedIn { .. } | Statement::ForcedOut { .. } => 7,
    }
}
