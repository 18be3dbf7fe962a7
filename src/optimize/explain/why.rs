//! `Why`: every investment of a best plan explained, with the price of every rule.

use super::asker::Asker;
use super::explanation::{Explanation, explanations};
use super::moments::{MomentStanding, moments};
use super::optimum::Optimum;
use super::prices::{Price, prices};
use crate::domain::decision_model::DecisionModel;
use crate::optimize::outcome::{ChooseError, Status};
use crate::optimize::problem::{Ask, Found, Problem};
use crate::optimize::question::Question;
use crate::quantity::real::exact;

/// What stands behind a plan; stopped in the middle, as much of it as was answered.
#[derive(Clone, Debug)]
pub struct Why {
    /// The plan that is explained.
    pub base: Optimum,
    /// One for every investment, in order of identifiers; stopped in the middle, for the first of them.
    pub explanations: Vec<Explanation>,
    pub prices: Vec<Price>,
    /// Every moment with a gap, and what covering the uncovered ones costs; empty until it is asked for.
    pub moments: Vec<MomentStanding>,
    /// Questions that took a solve.
    pub solves: usize,
}

/// Explains the best plan found for an ask for NPV; none when there is no plan to explain.
///
/// `is_incomplete` says that too few readiness gates are passed, so that no verdict is given.
pub fn why(
    problem: &mut Problem,
    question: &Question,
    (ask, found): (&Ask, &Found),
    model: &DecisionModel,
    is_incomplete: bool,
) -> Result<Option<Why>, ChooseError> {
    let Some(chosen) = found.chosen.clone() else { return Ok(None) };
    let worth = problem.net_worth(&ask.rules, &ask.floors, &chosen);
    let bound = match found.status {
        Status::Optimal => Some(worth),
        _ => exact(found.bound).map(|bound| bound.max(worth)),
    };
    let base = Optimum { chosen: chosen.clone(), worth, bound };
    let side = Ask { start: Some(chosen), limits: ask.limits.aside(), ..ask.clone() };
    let mut asker = Asker::new(problem, side);
    let explanations = explanations(&mut asker, question, &base, model, is_incomplete)?;
    let prices = prices(&mut asker, &base)?;
    Ok(Some(Why { base, explanations, prices, moments: Vec::new(), solves: asker.asked }))
}

/// Asks what covering each uncovered moment costs; `ask` is what the plan was chosen for.
pub fn price_moments(problem: &mut Problem, ask: &Ask, why: &mut Why) -> Result<(), ChooseError> {
    let side = Ask { start: Some(why.base.chosen.clone()), limits: ask.limits.aside(), ..ask.clone() };
    let mut asker = Asker::new(problem, side);
    why.moments = moments(&mut asker, &why.base)?;
    why.solves += asker.asked;
    Ok(())
}
