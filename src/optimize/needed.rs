//! Needed: the steps of a repair without which no plan is possible; the others are left out.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::choices::candidate::places_of;
use super::problem::{Ask, Problem};
use super::repair::{Move, Repair, Step};
use super::rule::{Rule, Side};
use super::statement::Statement;
use crate::quantity::real::real;

/// The repair without the steps that nothing asks for, and a plan that keeps all rules once the rest is taken.
///
/// Each step is left out in turn: where a plan is found all the same, it was not needed. A step stays where the search
/// ends at a limit, and beside a step that adds money to an envelope, because who may pay for what then changes with it.
pub fn needed(problem: &mut Problem, ask: &Ask, repair: Repair) -> Repair {
    let mut needed = repair;
    let mut at = 0;
    while at < needed.steps.len() && needed.steps.len() > 1 {
        let mut fewer = needed.steps.clone();
        fewer.remove(at);
        match plan_after(problem, ask, &fewer) {
            Some(chosen) => {
                needed.cost = fewer.iter().map(|step| step.cost).sum();
                (needed.steps, needed.portfolio) = (fewer, problem.portfolio(&chosen));
            }
            None => at += 1,
        }
    }
    needed
}

/// A plan that is possible once these steps are taken; none when none is found, or it asks for more than they give.
fn plan_after(problem: &mut Problem, ask: &Ask, steps: &[Step]) -> Option<Vec<bool>> {
    if steps.iter().any(|step| matches!(step.statement, Statement::Envelope { .. })) {
        return None;
    }
    let moved: BTreeSet<&Statement> = steps.iter().map(|step| &step.statement).collect();
    let mut eased = Ask { aim: Vec::new(), start: None, ..ask.clone() };
    eased.rules.retain(|rule| !moved.contains(&rule.statement));
    eased.floors.retain(|floor| !moved.contains(&floor.statement));
    for step in steps {
        eased.rules.extend(ask.rules.iter().filter_map(|rule| moved_rule(problem, rule, step)));
        let floors = ask.floors.iter().filter(|floor| floor.statement == step.statement);
        if let Move::To(least) = &step.by {
            eased.floors.extend(floors.map(|floor| floor.lowered_to(real(*least))));
        }
    }
    let chosen = problem.best(&eased).ok()?.chosen?;
    let is_enough = |step: &Step| {
        let mut rules = ask.rules.iter().filter(|rule| rule.statement == step.statement);
        rules.all(|rule| match &step.by {
            Move::By(by) => rule.short_by(&chosen) <= *by,
            Move::To(least) => 1.0 - (-real(rule.used(&chosen))).exp() >= real(*least),
            Move::Later(_) | Move::Dropped => true,
        })
    };
    steps.iter().all(is_enough).then_some(chosen)
}

/// The rule as a step moves it; none for another rule, one that no longer holds, and one whose move is judged by the plan
/// itself.
fn moved_rule(problem: &Problem, rule: &Rule, step: &Step) -> Option<Rule> {
    if rule.statement != step.statement || !rule.whole.is_empty() {
        return None;
    }
    match (&step.by, &rule.statement) {
        (Move::By(by), _) => {
            let limit = if rule.side == Side::AtMost { rule.limit + by } else { rule.limit - by };
            Some(Rule { limit, ..rule.clone() })
        }
        (Move::Later(start), Statement::Mandatory { investment }) => {
            let places = places_of(&problem.all, investment, true).into_iter();
            let in_time = places.filter(|place| problem.all[*place].choice.start <= *start);
            let terms = in_time.map(|place| (place, Decimal::ONE)).collect();
            Some(Rule { terms, ..rule.clone() })
        }
        _ => None,
    }
}
