//! Alternatives: plans nearly as good as the best one that differ from each other.

use super::error::AppError;
use super::open::Source;
use super::prepare::{Prepared, Wish, no_answer, prepare};
use crate::domain::text::Bilingual;
use crate::optimize::other_plans::alternatives::alternatives as find;
use crate::optimize::problem::Ask;
use crate::report::plan_list::{ListKind, ListedPlan, PlanList};

/// Plans with their grounds.
#[derive(Clone, Debug)]
pub struct Listed {
    pub prepared: Prepared,
    pub plans: Vec<ListedPlan>,
    pub kind: ListKind,
    /// Whether it was stopped before all were found.
    pub is_partial: bool,
}

impl Listed {
    /// The list as pages are written from it.
    pub fn result(&self) -> PlanList<'_> {
        PlanList {
            dossier: &self.prepared.opened.dossier,
            scenario: self.prepared.opened.scenario.as_deref(),
            plans: &self.plans,
            kind: &self.kind,
            is_partial: self.is_partial,
            fingerprint: &self.prepared.fingerprint,
        }
    }
}

/// The best `count` plans of which any two differ by at least `differ_by` investments.
pub fn alternatives(
    source: &Source,
    wish: &Wish,
    count: usize,
    differ_by: usize,
) -> Result<Listed, AppError> {
    let prepared = prepare(source, wish, &format!("{count} {differ_by}"))?;
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let found = find(&mut problem, &ask, count, differ_by).map_err(no_answer)?;
    let plans: Vec<ListedPlan> =
        found.iter().filter_map(|found| ListedPlan::of(&problem, &ask, found)).collect();
    if plans.is_empty() {
        return Err(no_plan());
    }
    drop(problem);
    let is_partial = ask.limits.watch.is_heeded();
    Ok(Listed { prepared, plans, kind: ListKind::Alternatives { differ_by }, is_partial })
}

/// Nothing can be listed because no plan keeps all rules.
pub fn no_plan() -> AppError {
    AppError::NoAnswer(Bilingual {
        en: "No plan keeps all rules; `cxfolio choose` names the conflict and the cheapest repairs.".into(),
        fr: "Aucun plan ne respecte toutes les règles\u{a0}; `cxfolio choose` nomme le conflit et les réparations les \
             moins chères."
            .into(),
    })
}
