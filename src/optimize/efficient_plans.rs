//! NPV against a second measure on a whole dossier: plans of which none has more of one without less of the other.
//!
//! The best NPV with at least so much of the second measure, then the most of the second measure with at least that NPV:
//! what both solves prove is efficient (epsilon-constraint in order, Haimes 1971). Between two neighbours the next plan
//! is looked for from the middle of the widest open stretch; what the answer skips is proven to hold none.

use super::floor::Floor;
use super::measure::Measure;
use super::outcome::{ChooseError, Status};
use super::problem::{Ask, Found, Problem};
use crate::quantity::real::real;

/// Plans nearer than this share of the range of the second measure are told as one.
const NEAREST: f64 = 1e-6;

/// An efficient plan.
#[derive(Clone, Debug)]
pub struct EfficientPlan {
    pub found: Found,
    /// NPV less the price of what is broken.
    pub worth: f64,
    /// How much it has of the second measure.
    pub second: f64,
    /// Proven efficient; false where a limit stopped a solve or rules with a price leave the second solve out.
    pub is_efficient: bool,
}

/// Efficient plans, worth falling and second measure rising.
#[derive(Clone, Debug)]
pub struct EfficientPlans {
    pub plans: Vec<EfficientPlan>,
    /// Whether no other efficient plan exists; otherwise the plans are a selection spread over the range.
    pub is_complete: bool,
    /// How often the solver was asked.
    pub solves: usize,
}

/// A stretch between two neighbouring plans that may hold others, by the second measure.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    from: f64,
    to: f64,
    /// Whether its upper half was found empty, so that the plan next to `from` is asked for.
    is_halved: bool,
}

/// Up to `most` efficient plans by worth and a second measure, both ends among them; none when no plan exists.
pub fn efficient_plans(
    problem: &mut Problem,
    ask: &Ask,
    second: &Measure,
    most: usize,
) -> Result<EfficientPlans, ChooseError> {
    let mut search = Search { problem, ask, second, solves: 0 };
    let mut plans = EfficientPlans { plans: Vec::new(), is_complete: true, solves: 0 };
    let Some(left) = search.best_from(None)? else { return Ok(plans) };
    let right = search.right_end()?;
    plans.plans.push(left.clone());
    let range = right.as_ref().map_or(0.0, |right| right.second - left.second);
    let step = NEAREST * range;
    if let Some(right) = right.filter(|_| range > NEAREST * left.second.abs().max(1.0) * 1e-3) {
        let mut open = vec![Stretch { from: left.second, to: right.second, is_halved: false }];
        plans.plans.push(right);
        while plans.plans.len() < most.max(2) {
            let Some(widest) = widest(&open) else { break };
            let stretch = open.swap_remove(widest);
            let floor =
                if stretch.is_halved { stretch.from + step } else { f64::midpoint(stretch.from, stretch.to) };
            if stretch.to - step <= floor {
                continue;
            }
            let Some(next) = search.best_from(Some(floor))? else { break };
            if next.second < stretch.to - step {
                open.push(Stretch { from: next.second, to: stretch.to, is_halved: false });
                if !stretch.is_halved {
                    open.push(Stretch { to: floor, ..stretch });
                }
                plans.plans.push(next);
            } else if !stretch.is_halved {
                open.push(Stretch { from: stretch.from, to: floor, is_halved: true });
            }
        }
        plans.is_complete = open.iter().all(|stretch| stretch.to - stretch.from <= step);
    }
    plans.plans.sort_by(|one, other| one.second.total_cmp(&other.second));
    plans.is_complete &= plans.plans.iter().all(|plan| plan.is_efficient);
    plans.solves = search.solves;
    Ok(plans)
}

/// The widest stretch, the lowest of equals.
fn widest(open: &[Stretch]) -> Option<usize> {
    let width = |stretch: &Stretch| stretch.to - stretch.from;
    (0..open.len()).max_by(|one, other| {
        width(&open[*one])
            .total_cmp(&width(&open[*other]))
            .then(open[*other].from.total_cmp(&open[*one].from))
    })
}

/// The greatest worth with at least this much of a measure, at most the worth of `ask`; none when no plan has so much.
pub fn best_with(
    problem: &mut Problem,
    ask: &Ask,
    second: &Measure,
    least: f64,
) -> Result<Option<Found>, ChooseError> {
    let mut ask = Ask { start: None, ..ask.clone() };
    ask.floors.push(Floor::asked(second.clone(), least));
    let found = problem.best(&ask)?;
    Ok(Some(found).filter(|found| found.chosen.is_some()))
}

struct Search<'s, 'd> {
    problem: &'s mut Problem<'d>,
    ask: &'s Ask,
    second: &'s Measure,
    solves: usize,
}

impl Search<'_, '_> {
    /// The best worth with at least `least` of the second measure, then the most of it.
    fn best_from(&mut self, least: Option<f64>) -> Result<Option<EfficientPlan>, ChooseError> {
        self.solves += 1;
        let found = match least {
            Some(least) => best_with(self.problem, self.ask, self.second, least)?,
            None => Some(self.problem.best(self.ask)?).filter(|found| found.chosen.is_some()),
        };
        let Some(found) = found else { return Ok(None) };
        if self.has_prices() || found.status != Status::Optimal {
            return Ok(Some(self.plan(found, false)));
        }
        let mut ask =
            Ask { aim: vec![(self.second.clone(), 1.0)], start: found.chosen.clone(), ..self.ask.clone() };
        ask.floors.push(Floor::asked(Measure::Npv, found.worth));
        self.solves += 1;
        let most = self.problem.best(&ask)?;
        let is_proven = most.status == Status::Optimal;
        Ok(Some(match most.chosen.is_some() {
            true => self.plan(most, is_proven),
            false => self.plan(found, false),
        }))
    }

    /// The most of the second measure, then the best worth with it; none where nothing has a second measure.
    fn right_end(&mut self) -> Result<Option<EfficientPlan>, ChooseError> {
        let aim = vec![(self.second.clone(), 1.0)];
        self.solves += 1;
        let most = self.problem.best(&Ask { aim, start: None, ..self.ask.clone() })?;
        if most.chosen.is_none() {
            return Ok(None);
        }
        let is_proven = most.status == Status::Optimal;
        self.solves += 1;
        let found = best_with(self.problem, self.ask, self.second, most.worth)?;
        let Some(found) = found else { return Ok(None) };
        let is_efficient = is_proven && found.status == Status::Optimal && !self.has_prices();
        Ok(Some(self.plan(found, is_efficient)))
    }

    fn has_prices(&self) -> bool {
        self.ask.rules.iter().any(|rule| rule.is_soft()) || self.ask.floors.iter().any(Floor::is_soft)
    }

    fn plan(&self, found: Found, is_efficient: bool) -> EfficientPlan {
        let chosen = found.chosen.as_deref().expect("only answers with a plan come here");
        let worth = self.problem.net_worth(&self.ask.rules, &self.ask.floors, chosen);
        EfficientPlan {
            worth: real(worth),
            second: self.problem.measured(self.second, chosen),
            found,
            is_efficient,
        }
    }
}
