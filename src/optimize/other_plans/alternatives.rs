//! Near-optimal alternatives: the best plans that differ from each other by at least so many investments.

use super::different::other_investments;
use crate::optimize::outcome::{ChooseError, Status};
use crate::optimize::problem::{Ask, Found, Problem};

/// The best plan, then the best that differs from all before it, and so on, until `count` are found or none is left.
///
/// `differ_by` is a number of investments that are in one plan and not in the other, at least 1.
pub fn alternatives(
    problem: &mut Problem,
    ask: &Ask,
    count: usize,
    differ_by: usize,
) -> Result<Vec<Found>, ChooseError> {
    let mut ask = ask.clone();
    let mut plans: Vec<Found> = Vec::new();
    while plans.len() < count {
        ask.limits.watch.step(plans.len() + 1, Some(count));
        let found = match problem.best(&ask) {
            Err(ChooseError::LimitBeforePlan | ChooseError::Stopped) if !plans.is_empty() => break,
            found => found?,
        };
        let Some(chosen) = &found.chosen else {
            if plans.is_empty() {
                plans.push(found);
            }
            break;
        };
        ask.rules.push(other_investments(problem, &problem.portfolio(chosen), differ_by));
        let is_sure = found.status != Status::LimitReached;
        plans.push(found);
        if !is_sure {
            break;
        }
    }
    Ok(plans)
}
