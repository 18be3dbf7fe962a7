//! Ties: of plans with equally much of the aim, which one is told.
//!
//! The one with the least present value of cost; of those still equal, the one whose identifiers come first, as far as
//! exchanging one choice for another shows. So a plan does not depend on the path the solver took.

use rust_decimal::Decimal;

use super::floor::Floor;
use super::measures::measure::Measure;
use super::other_plans::different::another_choice;
use super::outcome::{ChooseError, Status};
use super::problem::{Ask, Found, Problem};
use crate::quantity::real::exact;

/// Plans of lower worth that the solver may offer, because its numbers cannot tell them apart, before the search ends.
const OFFERS_MAX: usize = 20;

/// The answer with ties settled; the plan of `found` where it is not proven, or ties cannot be told by a single measure.
///
/// `found.rounds` and `found.nodes` then count the second search too.
pub fn settled(problem: &mut Problem, ask: &Ask, found: Found) -> Result<Found, ChooseError> {
    let ([(measure, _)], Status::Optimal, Some(chosen)) = (ask.aim.as_slice(), found.status, &found.chosen)
    else {
        return Ok(found);
    };
    if ask.limits.watch.is_stopped() {
        return Ok(found);
    }
    let worth = exact_worth(problem, ask, chosen);
    let (aim, start, limits) = (vec![(Measure::Thrift, 1.0)], Some(chosen.clone()), ask.limits.aside());
    let mut thrifty = Ask { aim, start, limits, ..ask.clone() };
    thrifty.floors.push(Floor::asked(measure.clone(), found.worth).net());
    thrifty.limits.relative_gap = 0.0;
    let mut settled = found.clone();
    for _ in 0..OFFERS_MAX {
        let offer = match problem.best(&thrifty) {
            // The plan is proven; only which of its equals is told stays open.
            Err(ChooseError::Stopped) => return Ok(found),
            offer => offer?,
        };
        settled.rounds += offer.rounds;
        settled.nodes += offer.nodes;
        let Some(other) = offer.chosen.filter(|_| offer.status == Status::Optimal) else { break };
        if exact_worth(problem, ask, &other) >= worth {
            settled.chosen = Some(other);
            break;
        }
        let rule = another_choice(problem, &other);
        thrifty.rules.push(rule);
    }
    if let Some(chosen) = &mut settled.chosen {
        exchange(problem, ask, chosen);
    }
    Ok(settled)
}

/// The aim to the cent where it is money, to nine digits elsewhere.
fn exact_worth(problem: &Problem, ask: &Ask, chosen: &[bool]) -> Decimal {
    match ask.aim.as_slice() {
        [(Measure::Npv, _)] => problem.net_worth(&ask.rules, &ask.floors, chosen),
        parts => {
            let had: f64 =
                parts.iter().map(|(measure, weight)| weight * problem.measured(measure, chosen)).sum();
            exact(had).unwrap_or_default().round_dp(9)
        }
    }
}

/// Exchanges a chosen candidate for an earlier one that leaves worth and cost as they are, until none is left.
fn exchange(problem: &Problem, ask: &Ask, chosen: &mut Vec<bool>) {
    let cost = |chosen: &[bool]| problem.measured(&Measure::Thrift, chosen);
    let twin = |a: usize, b: usize| problem.all[a].cost == problem.all[b].cost;
    let (worth, mut thrift) = (exact_worth(problem, ask, chosen), cost(chosen));
    for place in 0..problem.all.len() {
        if !chosen[place] {
            continue;
        }
        for earlier in (0..place).filter(|earlier| twin(*earlier, place)) {
            if chosen[earlier] {
                continue;
            }
            let mut changed = chosen.clone();
            changed[place] = false;
            changed[earlier] = true;
            problem.complete(&mut changed);
            let changed_thrift = cost(&changed);
            let is_as_good = changed_thrift >= thrift && exact_worth(problem, ask, &changed) == worth;
            if is_as_good && problem.keeps(ask, &changed) {
                (*chosen, thrift) = (changed, changed_thrift);
                break;
            }
        }
    }
}
