//! `conflict`: when no plan exists, a smallest set of rules that cannot be kept together.

use super::choose::add_rule;
use super::highs::{Ending, Limits, solve};
use super::program::Program;
use super::rule::Rule;
use super::statement::Statement;

/// The statements of one irreducible conflict: together they allow no choice, without any one of them some choice is left.
///
/// Deletion filter: each statement is left out in turn and stays out when the rest still has no choice. Statements that
/// are easiest to talk about stay longest, because the filter tries the structural ones first.
pub fn conflict(n_candidates: usize, rules: &[Rule], limits: &Limits) -> Vec<Statement> {
    let mut kept: Vec<&Rule> = rules.iter().filter(|rule| !rule.is_idle()).collect();
    kept.sort_by_key(|rule| (rank(&rule.statement), rule.statement.clone()));
    let mut place = 0;
    while place < kept.len() {
        let without: Vec<&Rule> =
            kept.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, rule)| *rule).collect();
        if has_choice(n_candidates, &without, limits) {
            place += 1;
        } else {
            kept = without;
        }
    }
    kept.into_iter().map(|rule| rule.statement.clone()).collect()
}

fn has_choice(n_candidates: usize, rules: &[&Rule], limits: &Limits) -> bool {
    let mut program = Program::default();
    (0..n_candidates).for_each(|_| {
        program.binary(0.0);
    });
    rules.iter().for_each(|rule| add_rule(&mut program, rule));
    solve(&program, limits, None).ending != Ending::Infeasible
}

/// Order in which statements are tried for leaving out; the later ones tend to stay in the conflict.
fn rank(statement: &Statement) -> usize {
    match statement {
        Statement::OneVariant { .. } => 0,
        Statement::Requires { .. } | Statement::Excludes { .. } => 1,
        Statement::RunRate { .. } => 2,
        Statement::RoleDays { .. } => 3,
        Statement::Budget { .. } => 4,
        Statement::MomentFloor { .. } => 5,
        Statement::AtLeastOne { .. } | Statement::Mandatory { .. } => 6,
        Statement::ForcedIn { .. } | Statement::ForcedOut { .. } => 7,
    }
}
