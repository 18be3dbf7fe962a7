//! `PlanList`: several plans side by side, as the pages of alternatives and of replanning are written from.

use rust_decimal::Decimal;

use crate::domain::dossier::Dossier;
use crate::domain::portfolio::Portfolio;
use crate::optimize::outcome::Status;
use crate::optimize::problem::{Ask, Found, Problem};
use crate::quantity::real::exact;

/// One plan of a list.
#[derive(Clone, Debug)]
pub struct ListedPlan {
    pub status: Status,
    pub portfolio: Portfolio,
    pub npv: Decimal,
    /// What breaking rules with a price costs, not part of the NPV.
    pub penalty: Decimal,
    /// No plan of those it was chosen from is worth more; none when nothing is proven.
    pub bound: Option<Decimal>,
}

impl ListedPlan {
    /// The plan of an answer; none when there is none.
    pub fn of(problem: &Problem, ask: &Ask, found: &Found) -> Option<ListedPlan> {
        let chosen = found.chosen.as_ref()?;
        let npv = problem.npv(chosen);
        Some(ListedPlan {
            status: found.status,
            portfolio: problem.portfolio(chosen),
            npv,
            penalty: npv - problem.net_worth(&ask.rules, &ask.floors, chosen),
            bound: exact(found.bound),
        })
    }
}

/// Why these plans stand side by side.
#[derive(Clone, Debug)]
pub enum ListKind {
    /// The best first; any two differ by at least so many investments.
    Alternatives { differ_by: usize },
    /// The plan with the fewest changes of the approved one, then the best that is still possible.
    Replan { approved: Portfolio, keep: f64 },
}

/// Several plans with their dossier; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct PlanList<'a> {
    pub dossier: &'a Dossier,
    pub scenario: Option<&'a str>,
    pub plans: &'a [ListedPlan],
    pub kind: &'a ListKind,
    /// Whether it was stopped before all were found.
    pub is_partial: bool,
    pub fingerprint: &'a str,
}

impl PlanList<'_> {
    /// The plan that the others are compared with: the approved one, or the best.
    pub fn reference(&self) -> &Portfolio {
        match self.kind {
            ListKind::Replan { approved, .. } => approved,
            ListKind::Alternatives { .. } => &self.plans[0].portfolio,
        }
    }
}
