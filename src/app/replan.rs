//! Replan: the fewest changes of an approved plan that keep most of what can still be had.

use super::alternatives::{Listed, no_plan};
use super::choose::{Chosen, chosen};
use super::error::AppError;
use super::open::Source;
use super::prepare::{Wish, no_answer, prepare};
use super::stated_plan::StatedPlan;
use crate::domain::period::Period;
use crate::domain::text::Bilingual;
use crate::optimize::choose::outcome;
use crate::optimize::other_plans::replan::{Approved, held, replan as find};
use crate::optimize::outcome::{Regrets, Status};
use crate::optimize::problem::Ask;
use crate::report::plan_list::{ListKind, ListedPlan};

/// Share of the attainable worth that is kept when nothing is said.
pub const KEPT: f64 = 0.98;

/// What is asked of a new plan, in the user's words.
#[derive(Clone, Debug)]
pub struct ReplanWish {
    /// The choice that was approved.
    pub approved: StatedPlan,
    /// Whatever begins before this period has begun, as `y1` or `y1q2`; nothing has when blank.
    pub as_of: Option<String>,
    /// Share of the attainable worth that must be kept, 0..=1.
    pub keep: f64,
}

/// The plans that are still possible, or what stands in the way of any.
#[derive(Clone, Debug)]
pub enum Replanned {
    Plans(Box<Listed>),
    /// No plan keeps the rules together with what has begun: the answer names the conflict and what would repair it.
    NoPlan(Box<Chosen>),
}

/// The plan with the fewest changes beside the best plan that is still possible and the approved one.
pub fn replan(source: &Source, wish: &Wish, asked: &ReplanWish) -> Result<Replanned, AppError> {
    let portfolio = asked.approved.portfolio()?;
    let today = match &asked.as_of {
        None => Default::default(),
        Some(text) => Period::parse(text).ok_or_else(|| no_period(text))?.begin,
    };
    let prepared = prepare(source, wish, &format!("{portfolio:?} {today} {}", asked.keep))?;
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let approved = Approved { portfolio, today, keep: asked.keep };
    let replanned = find(&mut problem, &ask, &approved).map_err(no_answer)?;
    if replanned.best.status == Status::Infeasible {
        let mut ask = ask;
        ask.rules.extend(held(&problem, &approved));
        let outcome = outcome(&mut problem, &ask, &replanned.best).map_err(no_answer)?;
        drop(problem);
        return Ok(Replanned::NoPlan(Box::new(chosen(prepared, outcome, Regrets::default()))));
    }
    let least = replanned.least.as_ref().and_then(|found| ListedPlan::of(&problem, &ask, found));
    let best = ListedPlan::of(&problem, &ask, &replanned.best);
    let (Some(least), Some(best)) = (least, best) else { return Err(no_plan()) };
    drop(problem);
    let kind = ListKind::Replan { approved: approved.portfolio, keep: asked.keep };
    let is_partial = ask.limits.watch.is_heeded();
    Ok(Replanned::Plans(Box::new(Listed { prepared, plans: vec![least, best], kind, is_partial })))
}

fn no_period(text: &str) -> AppError {
    AppError::Unknown(Bilingual {
        en: format!("`{text}` is no period; write y1, y1q2 (second quarter) or y1m05 (fifth month)."),
        fr: format!(
            "«\u{a0}{text}\u{a0}» n’est pas une période\u{a0}; écrivez y1, y1q2 (deuxième trimestre) ou y1m05 (cinquième mois)."
        ),
    })
}
