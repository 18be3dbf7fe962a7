//! `Frontier`: NPV against money or against another measure, as the pages are written from it.

use rust_decimal::Decimal;

use super::plan_list::ListedPlan;
use crate::domain::dossier::Dossier;
use crate::domain::portfolio::Portfolio;
use crate::domain::portfolio_change::PortfolioChange;
use crate::optimize::fronts::budget_steps::Leaver;
use crate::optimize::measures::measure::Measure;
use crate::optimize::statement::Statement;

/// What NPV is set against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// Shares of all budgets.
    Budget,
    Measure(Measure),
}

/// A plan that is the best one from a share of the budgets on.
#[derive(Clone, Debug)]
pub struct SwitchPlan {
    pub factor: Decimal,
    pub portfolio: Portfolio,
    pub npv: Decimal,
    /// What breaking rules with a price costs at this share, not part of the NPV.
    pub penalty: Decimal,
}

/// One point of the frontier.
#[derive(Clone, Debug)]
pub struct FrontierPoint {
    /// None where no plan keeps all rules.
    pub plan: Option<ListedPlan>,
    /// Share of the budgets, or how much the plan has of the measure.
    pub at: Decimal,
    /// Money of all budgets at this share, not discounted; none against a measure.
    pub money: Option<Decimal>,
    /// Proven: no plan has more of one without less of the other.
    pub is_efficient: bool,
    /// NPV per unit from the point before to this one: gained per unit of money, or lost per point (0.01) of a share and
    /// per unit of another measure; none at the first point and where both are the same.
    pub price: Option<Decimal>,
    /// What leaves from the point before although money grows.
    pub leavers: Vec<Leaver>,
    /// Plans between the point before and this one, by rising share, the last of them this point's own.
    pub switches: Vec<SwitchPlan>,
    /// Whether these are all.
    pub has_all_switches: bool,
}

/// Whose plan is drawn against the frontier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    Own,
    /// The best plan of a scenario.
    Scenario(String),
}

/// A plan drawn against the frontier.
#[derive(Clone, Debug)]
pub struct DrawnPlan {
    pub drawn: Drawn,
    pub portfolio: Portfolio,
    /// NPV less the price of what it breaks.
    pub worth: Decimal,
    /// The share of the budgets that it needs, or how much it has of the measure; none when no share is enough.
    pub at: Option<Decimal>,
    /// The best worth there; none when no plan keeps all rules there.
    pub best: Option<Decimal>,
    /// Rules that it breaks as the dossier stands, with what they are short by.
    pub broken: Vec<(Statement, Decimal)>,
}

impl DrawnPlan {
    /// Worth that is lost against the frontier; below zero where the plan breaks rules that the frontier keeps.
    pub fn distance(&self) -> Option<Decimal> {
        self.best.map(|best| best - self.worth)
    }
}

/// The frontier with its dossier; borrowed, nothing is computed here.
#[derive(Clone, Copy, Debug)]
pub struct Frontier<'a> {
    pub dossier: &'a Dossier,
    pub scenario: Option<&'a str>,
    pub against: &'a Against,
    /// By rising budget or measure.
    pub points: &'a [FrontierPoint],
    /// Whether every efficient plan is listed; against budgets, every plan between the first and the last share.
    pub is_complete: bool,
    pub drawn: &'a [DrawnPlan],
    /// Whether it was stopped before all were found.
    pub is_partial: bool,
    pub fingerprint: &'a str,
}

impl Frontier<'_> {
    /// What changes from the point before; nothing at the first point and where one of them has no plan.
    pub fn change(&self, at: usize) -> PortfolioChange {
        let plan = |at: usize| self.points.get(at).and_then(|point| point.plan.as_ref());
        match (at.checked_sub(1).and_then(plan), plan(at)) {
            (Some(before), Some(after)) => PortfolioChange::between(&before.portfolio, &after.portfolio),
            _ => PortfolioChange::default(),
        }
    }
}
