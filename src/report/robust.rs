//! `RobustResult`: what holds whatever the weights, the budget and the scenario, as the pages are written from it.

use rust_decimal::Decimal;

use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::optimize::statement::Statement;
use crate::optimize::weights::core_proof::{Standing, Verdict};
use crate::optimize::weights::robust_choice::Criterion;

/// One investment over the weights.
#[derive(Clone, Debug)]
pub struct RobustItem {
    pub verdict: Verdict,
    /// Share of the samples whose best plan has it.
    pub acceptability: f64,
    /// The same by variant, those that some best plan has.
    pub by_variant: Vec<(Choice, f64)>,
    /// Share of the distinct best plans, of samples and of corners alike, that have it.
    pub core_index: f64,
    /// Acceptability when scores move too; none when nobody asked.
    pub shaken: Option<f64>,
    /// Core index at each budget level, in their order; none where no plan is possible.
    pub by_budget: Vec<Option<f64>>,
}

/// The place of each investment among those that some best plan has, the safest first; none for the others.
///
/// By the share of the samples, then by the share of the distinct best plans, then by what being without it would lose
/// at least; ties in the order of the items.
pub fn ranks(items: &[RobustItem]) -> Vec<Option<usize>> {
    let is_seen = |item: &RobustItem| item.acceptability > 0.0 || item.core_index > 0.0;
    let mut places: Vec<usize> = (0..items.len()).filter(|at| is_seen(&items[*at])).collect();
    let margin = |item: &RobustItem| match item.verdict.margin {
        Some(margin) => margin,
        // What cannot be otherwise is safest; of what was not asked nothing is known.
        None if item.verdict.is_proven => f64::NEG_INFINITY,
        None => f64::INFINITY,
    };
    places.sort_by(|one, other| {
        let (one, other) = (&items[*one], &items[*other]);
        (other.acceptability.total_cmp(&one.acceptability))
            .then(other.core_index.total_cmp(&one.core_index))
            .then(margin(one).total_cmp(&margin(other)))
    });
    let mut ranks = vec![None; items.len()];
    for (rank, at) in places.into_iter().enumerate() {
        ranks[at] = Some(rank + 1);
    }
    ranks
}

/// A plan that is best for some weights.
#[derive(Clone, Debug)]
pub struct RobustPlan {
    pub portfolio: Portfolio,
    pub npv: Decimal,
    /// By criterion, in the unit of its measure.
    pub criteria: Vec<f64>,
    /// Share of the samples it wins; 0 when it is best at a corner only.
    pub wins: f64,
    /// Share when scores move too; none when nobody asked.
    pub shaken: Option<f64>,
}

/// What somebody who weighs so would choose.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// A stakeholder; none for a corner of the set of weights.
    pub who: Option<String>,
    pub weights: Vec<f64>,
    pub portfolio: Portfolio,
    /// Share by which another plan might be better to them.
    pub gap: f64,
}

/// A plan in a scenario.
#[derive(Clone, Debug)]
pub struct RegretCell {
    pub npv: Decimal,
    /// NPV of the scenario's own best plan less this one's.
    pub regret: Decimal,
    /// Rules of the scenario that the plan breaks; the plan does not fit when there are any.
    pub broken: Vec<Statement>,
}

/// The best plan of one or several scenarios, seen in all.
#[derive(Clone, Debug)]
pub struct RegretRow {
    /// Whose best plan it is; `None` is the dossier as it stands.
    pub best_in: Vec<Option<String>>,
    pub portfolio: Portfolio,
    /// In the order of the scenarios; none where a scenario does not offer the plan's choices.
    pub cells: Vec<Option<RegretCell>>,
}

impl RegretRow {
    /// The greatest regret; none when the plan does not fit somewhere.
    pub fn greatest(&self) -> Option<Decimal> {
        let fits = |cell: &Option<RegretCell>| cell.as_ref().is_some_and(|cell| cell.broken.is_empty());
        let all = self.cells.iter().all(fits);
        self.cells.iter().flatten().map(|cell| cell.regret).max().filter(|_| all)
    }
}

/// The best plan of each scenario in every scenario.
#[derive(Clone, Debug, Default)]
pub struct RegretTable {
    /// With the NPV of their best plans; `None` is the dossier as it stands.
    pub scenarios: Vec<(Option<String>, Decimal)>,
    pub without_plan: Vec<String>,
    pub rows: Vec<RegretRow>,
}

impl RegretTable {
    /// Place of the row with the least greatest regret among those that fit everywhere.
    pub fn least(&self) -> Option<usize> {
        let fitting = (0..self.rows.len()).filter(|at| self.rows[*at].greatest().is_some());
        fitting.min_by_key(|at| self.rows[*at].greatest())
    }
}

/// Everything about robust choice; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct RobustResult<'a> {
    pub dossier: &'a Dossier,
    pub scenario: Option<&'a str>,
    /// `ranks`, `intervals` or `stakeholders`.
    pub weights: &'static str,
    pub criteria: &'a [Criterion],
    pub samples: usize,
    /// How far scores move, as a share; none when they do not.
    pub scores: Option<f64>,
    pub solves: usize,
    /// Largest share by which another plan might be better at a sample.
    pub gap: f64,
    /// Whether proofs were asked for.
    pub has_proofs: bool,
    pub items: &'a [RobustItem],
    pub plans: &'a [RobustPlan],
    pub choosers: &'a [Chooser],
    pub budgets: &'a [Decimal],
    pub regrets: &'a RegretTable,
    /// Whether it was stopped before all was answered.
    pub is_partial: bool,
    pub fingerprint: &'a str,
}

impl RobustResult<'_> {
    /// The investments of a standing, in order of identifiers.
    pub fn of(&self, standing: Standing) -> Vec<&RobustItem> {
        self.items.iter().filter(|item| item.verdict.standing == standing).collect()
    }

    /// What everybody who is listed would choose; nothing where nobody is.
    pub fn common_core(&self) -> Vec<&InvestmentId> {
        let ids = self.dossier.investments.iter().map(|one| &one.id);
        ids.filter(|_| !self.choosers.is_empty())
            .filter(|id| self.choosers.iter().all(|chooser| chooser.portfolio.contains(id)))
            .collect()
    }
}
