//! Explain: the exact portfolio of a dossier, with why each investment is in it or not and what the rules cost.

use super::appraise::known_investment;
use super::choose::{Chosen, chosen};
use super::error::AppError;
use super::open::Source;
use super::prepare::{Wish, no_answer, prepare};
use crate::domain::investment::InvestmentId;
use crate::domain::text::Bilingual;
use crate::optimize::aim::Aim;
use crate::optimize::choose::outcome;
use crate::optimize::explain::why::{Why, price_moments, why};
use crate::optimize::outcome::Regrets;
use crate::optimize::problem::Ask;
use crate::optimize::settle::settled;
use crate::report::explained::ExplainedResult;

/// A choice with what stands behind it.
#[derive(Clone, Debug)]
pub struct Explained {
    pub chosen: Chosen,
    /// None when there is no plan; the outcome then has conflicts and repairs.
    pub why: Option<Why>,
    /// The one investment that is asked about; all when none.
    pub only: Option<InvestmentId>,
    /// Whether it was stopped before all was answered.
    pub is_partial: bool,
}

impl Explained {
    /// The explanation as the pages are written from it.
    pub fn result(&self) -> ExplainedResult<'_> {
        ExplainedResult {
            plan: self.chosen.result(),
            why: self.why.as_ref(),
            only: self.only.as_ref(),
            is_partial: self.is_partial,
        }
    }
}

/// Chooses the portfolio of greatest NPV and explains it; `only` names one investment to tell of. Stopped once there is a
/// plan, it tells what was answered by then.
pub fn explain(source: &Source, wish: &Wish, only: Option<&str>) -> Result<Explained, AppError> {
    let prepared = prepare(source, wish, "explain")?;
    if prepared.aim != Aim::default() || !wish.also_in.is_empty() {
        return Err(AppError::Unknown(Bilingual {
            en: "An explanation is told in NPV under one scenario; leave out --maximise and --also-in.".into(),
            fr: "Une explication se donne en VAN sous un seul scénario\u{a0}; retirez --maximise et --also-in."
                .into(),
        }));
    }
    let only = only.map(|id| known_investment(&prepared.opened, id)).transpose()?;
    let is_incomplete = prepared.opened.readiness.is_incomplete(&prepared.opened.model);
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let found = problem.best(&ask).map_err(no_answer)?;
    let found = settled(&mut problem, &ask, found).map_err(no_answer)?;
    let model = &prepared.opened.model;
    let mut why =
        why(&mut problem, &prepared.question, (&ask, &found), model, is_incomplete).map_err(no_answer)?;
    if let Some(why) = why.as_mut().filter(|_| only.is_none()) {
        price_moments(&mut problem, &ask, why).map_err(no_answer)?;
    }
    let outcome = outcome(&mut problem, &ask, &found).map_err(no_answer)?;
    let is_partial = ask.limits.watch.is_heeded();
    Ok(Explained { chosen: chosen(prepared, outcome, Regrets::default()), why, only, is_partial })
}
