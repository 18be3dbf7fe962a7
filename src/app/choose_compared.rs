//! Choose and compare: a plan under what is tried out, beside the plan of the dossier as it stands, in one call.

use super::choose::{Chosen, choose};
use super::compare::{ComparedRun, compare};
use super::error::AppError;
use super::open::Source;
use super::prepare::Wish;
use crate::optimize::highs::Limits;
use crate::report::comparison::Comparison;
use crate::report::view_plan::plan_json;
use crate::wire::decimal::decimal;
use crate::wire::run::ChooseRequest;
use crate::wire::run_parts::{DecimalText, LeastOf, Lock, WhatIf};
use crate::wire::run_request::RunRequest;

/// The plan that a request asks for, and how it differs from the one without its scenario, changes, locks, floors and rules
/// left out; aim, value model, starts and limits are the same for both.
///
/// Stopped before both are known, the plan is told without the difference.
///
/// `tried` is the dossier with the scenario and the changes, `plain` without them.
pub fn choose_compared(
    (plain, tried): (&Source, &Source),
    wish: &Wish,
    request: &ChooseRequest,
) -> Result<(Chosen, Option<Comparison>), AppError> {
    let base_wish = Wish {
        forced_in: Vec::new(),
        forced_out: Vec::new(),
        without: Vec::new(),
        floors: Vec::new(),
        limits: Limits { watch: wish.limits.watch.aside(), ..wish.limits.clone() },
        ..wish.clone()
    };
    let base_request = ChooseRequest {
        scenario: None,
        what_if: WhatIf::default(),
        locks: Vec::new(),
        without: Vec::new(),
        floors: Vec::new(),
        ..request.clone()
    };
    let chosen = choose(tried, wish)?;
    let watch = &wish.limits.watch;
    if watch.is_stopped() {
        return Ok((chosen, None));
    }
    let base = choose(&Source { scenario: None, ..plain.clone() }, &base_wish);
    // A plan that was cut short is nothing to compare with.
    if watch.is_stopped() {
        return Ok((chosen, None));
    }
    let base = base?;
    let documents = (plan_json(&base.result(), None), plan_json(&chosen.result(), None));
    let comparison = compare(
        ComparedRun { request: &RunRequest::Choose(base_request), document: &documents.0 },
        ComparedRun { request: &RunRequest::Choose(request.clone()), document: &documents.1 },
        &[],
    )?;
    Ok((chosen, Some(comparison)))
}

/// A request that says the same as a scenario and a wish, as far as comparisons speak of it.
pub fn stated(scenario: Option<&str>, wish: &Wish) -> ChooseRequest {
    let lock = |(name, reason): &(String, String), is_in: bool| {
        let (investment, variant) = match name.split_once(':') {
            Some((investment, variant)) => (investment, Some(variant.to_string())),
            None => (name.as_str(), None),
        };
        Lock { investment: investment.to_string(), variant, is_in, reason: reason.clone() }
    };
    let locks_in = wish.forced_in.iter().map(|one| lock(one, true));
    let locks_out = wish.forced_out.iter().map(|one| lock(one, false));
    ChooseRequest {
        scenario: scenario.map(str::to_string),
        locks: locks_in.chain(locks_out).collect(),
        without: wish.without.clone(),
        floors: wish.floors.iter().filter_map(|floor| floor_stated(floor)).collect(),
        ..ChooseRequest::default()
    }
}

/// A floor of a wish, `coverage=0.5`; none for a text that is no floor, which the choice has refused by then.
fn floor_stated(floor: &str) -> Option<LeastOf> {
    let (measure, least) = floor.split_once('=')?;
    Some(LeastOf { measure: measure.trim().to_string(), least: DecimalText(decimal(least.trim()).ok()?) })
}
