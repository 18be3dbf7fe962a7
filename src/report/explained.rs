//! `ExplainedResult`: a plan with what stands behind it, as the pages of an explanation are written from it.

use super::plan::PlanResult;
use crate::domain::investment::InvestmentId;
use crate::optimize::explain::explanation::Explanation;
use crate::optimize::explain::why::Why;

/// A plan explained; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct ExplainedResult<'a> {
    pub plan: PlanResult<'a>,
    /// None when there is no plan.
    pub why: Option<&'a Why>,
    /// The one investment that is asked about; all when none.
    pub only: Option<&'a InvestmentId>,
    /// Whether it was stopped before all was answered.
    pub is_partial: bool,
}

impl<'a> ExplainedResult<'a> {
    /// The explanations that are asked for, in order of identifiers.
    pub fn asked(&self) -> impl Iterator<Item = &'a Explanation> + use<'a> {
        let only = self.only;
        let all = self.why.into_iter().flat_map(|why| &why.explanations);
        all.filter(move |one| only.is_none_or(|only| one.investment() == only))
    }

    /// The explanation of one investment, where there is a plan.
    pub fn of(&self, investment: &InvestmentId) -> Option<&'a Explanation> {
        self.why?.explanations.iter().find(|one| one.investment() == investment)
    }
}
