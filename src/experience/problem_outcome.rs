//! `ProblemOutcome`: what a portfolio does to each customer problem: resolved, partly resolved or left as it is.

use super::coverage::Coverage;
use super::map::ExperienceMap;
use super::root_cause::{healed_by, root_and_causes};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::CustomerProblem;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::Portfolio;

/// How far a problem is dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemStatus {
    Resolved,
    Partly,
    Unresolved,
}

/// One problem under one portfolio.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemOutcome {
    pub problem: String,
    pub status: ProblemStatus,
    /// Share of the gap that the portfolio closes at the problem's moment for its persona.
    pub coverage: f64,
    /// Chosen investments that work at the root node or at a node that improves it, sorted.
    pub at_root: Vec<InvestmentId>,
    /// Chosen investments that close a share of the gap of the problem that counts, sorted.
    pub easing: Vec<InvestmentId>,
}

/// Every problem of the dossier in its order.
///
/// Resolved: the portfolio closes at least `problem_resolved_min` (0.5) of the gap and works at the root, where one
/// is known. Partly: it closes at least `symptom_closure_min` (0.05) or works at the root. Unresolved otherwise.
pub fn problem_outcomes(
    dossier: &Dossier,
    model: &DecisionModel,
    map: &ExperienceMap,
    portfolio: &Portfolio,
    coverage: &Coverage,
) -> Vec<ProblemOutcome> {
    let least = model.limit("symptom_closure_min", 0.05);
    let enough = model.limit("problem_resolved_min", 0.5);
    let outcome = |problem: &CustomerProblem| {
        let cell = map.cells.find(&problem.persona, &problem.moment);
        let closed = cell.map_or(0.0, |cell| coverage.cells()[cell]);
        let causes = problem.root_node.as_ref().map(|root| root_and_causes(map, root));
        let closure_of = |choice: &&crate::domain::portfolio::Choice| {
            map.closure(&choice.investment, &choice.variant, &problem.persona, &problem.moment)
        };
        let easing = portfolio.choices().iter().filter(|choice| closure_of(choice) >= least);
        let at_root = portfolio.choices().iter().filter(|choice| {
            let investment = dossier.investment(&choice.investment);
            let both = investment.zip(causes.as_ref());
            both.is_some_and(|(one, nodes)| healed_by(one).any(|node| nodes.contains(node)))
        });
        let at_root: Vec<InvestmentId> = at_root.map(|choice| choice.investment.clone()).collect();
        let is_at_root = !at_root.is_empty();
        let status = if closed >= enough && (is_at_root || causes.is_none()) {
            ProblemStatus::Resolved
        } else if closed >= least || is_at_root {
            ProblemStatus::Partly
        } else {
            ProblemStatus::Unresolved
        };
        let easing = easing.map(|choice| choice.investment.clone()).collect();
        ProblemOutcome { problem: problem.id.clone(), status, coverage: closed, at_root, easing }
    };
    dossier.problems.iter().map(outcome).collect()
}
