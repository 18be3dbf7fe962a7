//! NPV against a second measure on a whole dossier: plans of which none has more of one without less of the other.
//!
//! The best NPV plus a trace of the second measure, with at least so much of the second measure (augmented
//! epsilon-constraint, Mavrotas 2009): whatever beat the answer on one side without losing on the other would keep the
//! floor and have more of the aim, so a proven answer is efficient. The trace is so small that plans are told as one only
//! where their NPV differs by a millionth. Between two neighbours the next plan is looked for from the middle of the
//! widest open stretch; what the answer skips is proven to hold none.

use crate::optimize::floor::Floor;
use crate::optimize::measures::measure::Measure;
use crate::optimize::outcome::{ChooseError, Status, unless_stopped};
use crate::optimize::problem::{Ask, Found, Problem};
use crate::quantity::real::real;

/// Plans nearer than this share of the range of the second measure are told as one.
const NEAREST: f64 = 1e-6;

/// What the trace of the other side may weigh against the side that is maximised.
const TRACE: f64 = 1e-6;

/// An efficient plan.
#[derive(Clone, Debug)]
pub struct EfficientPlan {
    pub found: Found,
    /// NPV less the price of what is broken.
    pub worth: f64,
    /// How much it has of the second measure.
    pub second: f64,
    /// Proven efficient; false where a limit stopped the solve.
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
    /// Place of the plan at its upper end, or of one above it.
    above: usize,
}

/// Up to `most` efficient plans by worth and a second measure, both ends among them; none when no plan exists.
pub fn efficient_plans(
    problem: &mut Problem,
    ask: &Ask,
    second: &Measure,
    most: usize,
) -> Result<EfficientPlans, ChooseError> {
    let mut search = Search { problem, ask, second, trace: 0.0, solves: 0 };
    let mut plans = EfficientPlans { plans: Vec::new(), is_complete: true, solves: 0 };
    let Some((left, right)) = search.ends()? else { return Ok(plans) };
    let range = right.second - left.second;
    let step = NEAREST * range;
    plans.plans.push(left.clone());
    if range > NEAREST * 1e-3 * left.second.abs().max(right.second.abs()) {
        plans.plans.push(right.clone());
        let mut open = vec![Stretch { from: left.second, to: right.second, is_halved: false, above: 1 }];
        while plans.plans.len() < most.max(2) {
            ask.limits.watch.step(plans.plans.len() + 1, None);
            let Some(widest) = widest(&open) else { break };
            let stretch = open.swap_remove(widest);
            let middle = f64::midpoint(stretch.from, stretch.to);
            let floor = if stretch.is_halved { stretch.from + step } else { middle };
            if stretch.to - step <= floor {
                continue;
            }
            let start = plans.plans[stretch.above].found.chosen.clone();
            let Some(next) = unless_stopped(search.best_from(Some(floor), start))? else {
                // What was found before is told all the same, and what lies here stays open.
                open.push(stretch);
                break;
            };
            let Some(next) = next else { break };
            if next.second < stretch.to - step {
                open.push(Stretch { from: next.second, is_halved: false, ..stretch });
                if !stretch.is_halved {
                    open.push(Stretch { to: floor, above: plans.plans.len(), ..stretch });
                }
                plans.plans.push(next);
            } else if !stretch.is_halved {
                open.push(Stretch { to: floor, is_halved: true, ..stretch });
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
    /// Worth of one unit of the second measure beside NPV.
    trace: f64,
    solves: usize,
}

impl Search<'_, '_> {
    /// The plan of most NPV and the one with most of the second measure, both efficient; none when no plan exists. Stopped
    /// in the middle, those found by then, the first of them twice when it is alone.
    fn ends(&mut self) -> Result<Option<(EfficientPlan, EfficientPlan)>, ChooseError> {
        let Some(top) = self.best_from(None, None)? else { return Ok(None) };
        let most = self.best(vec![(self.second.clone(), 1.0)], None, top.found.chosen.clone());
        let Some(most) = unless_stopped(most)? else { return Ok(Some((top.clone(), top))) };
        let Some(most) = most else { return Ok(None) };
        let size = most.second.abs().max(top.second.abs());
        let worth = top.worth.abs().max(most.worth.abs()).max(1.0);
        if size == 0.0 {
            // The best plan by NPV has all there is of the second measure.
            let is_efficient = [&top, &most].iter().all(|plan| plan.found.status == Status::Optimal);
            let only = EfficientPlan { is_efficient, ..top };
            return Ok(Some((only.clone(), only)));
        }
        self.trace = TRACE * worth / size;
        let left = unless_stopped(self.best_from(None, top.found.chosen.clone()))?.flatten().unwrap_or(top);
        let aim = vec![(self.second.clone(), 1.0), (Measure::Npv, TRACE * size / worth)];
        let right =
            unless_stopped(self.best(aim, None, most.found.chosen.clone()))?.flatten().unwrap_or(most);
        Ok(Some((left, right)))
    }

    /// The best NPV with a trace of the second measure, of which there is at least `least`.
    fn best_from(
        &mut self,
        least: Option<f64>,
        start: Option<Vec<bool>>,
    ) -> Result<Option<EfficientPlan>, ChooseError> {
        let mut aim = vec![(Measure::Npv, 1.0)];
        if self.trace > 0.0 {
            aim.push((self.second.clone(), self.trace));
        }
        self.best(aim, least, start)
    }

    fn best(
        &mut self,
        aim: Vec<(Measure, f64)>,
        least: Option<f64>,
        start: Option<Vec<bool>>,
    ) -> Result<Option<EfficientPlan>, ChooseError> {
        self.solves += 1;
        let mut ask = Ask { aim, start, ..self.ask.clone() };
        ask.floors.extend(least.map(|least| Floor::asked(self.second.clone(), least)));
        let is_both = ask.aim.len() > 1;
        let found = self.problem.best(&ask)?;
        let Some(chosen) = &found.chosen else { return Ok(None) };
        let worth = self.problem.net_worth(&self.ask.rules, &self.ask.floors, chosen);
        Ok(Some(EfficientPlan {
            worth: real(worth),
            second: self.problem.measured(self.second, chosen),
            is_efficient: is_both && found.status == Status::Optimal,
            found,
        }))
    }
}
