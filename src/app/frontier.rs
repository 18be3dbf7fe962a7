//! Frontier: NPV against money, coverage, freedom or any measure, with the user's own plan and scenarios drawn in.

use rust_decimal::{Decimal, dec};

use super::aim::measure_of;
use super::alternatives::no_plan;
use super::error::AppError;
use super::open::Source;
use super::prepare::{Prepared, Wish, no_answer, prepare};
use super::stated_plan::StatedPlan;
use crate::domain::portfolio::Portfolio;
use crate::domain::text::Bilingual;
use crate::optimize::fronts::budget_steps::{
    BudgetPoint, best_at, has_budgets, leavers, share_needed, switches, with_budgets,
};
use crate::optimize::fronts::efficient_plans::{best_with, efficient_plans};
use crate::optimize::fronts::one_budget::OneBudget;
use crate::optimize::measures::measure::Measure;
use crate::optimize::outcome::Status;
use crate::optimize::problem::{Ask, Problem};
use crate::quantity::real::exact;
use crate::report::frontier::{Against, Drawn, DrawnPlan, Frontier, FrontierPoint, SwitchPlan};
use crate::report::plan_list::ListedPlan;

/// Shares of the budgets when none are asked for.
pub const FACTORS: [Decimal; 12] = [
    dec!(0.3),
    dec!(0.4),
    dec!(0.5),
    dec!(0.6),
    dec!(0.7),
    dec!(0.8),
    dec!(0.9),
    dec!(1),
    dec!(1.15),
    dec!(1.3),
    dec!(1.5),
    dec!(2),
];

/// Most points against a measure when nothing is said.
pub const POINTS: u16 = 12;

/// Most switch points between two shares when nothing is said.
pub const SWITCHES: u16 = 6;

/// What is asked of a frontier, in the user's words.
#[derive(Clone, Debug, Default)]
pub struct FrontierWish {
    /// `budget`, or a measure.
    pub against: String,
    /// Shares of all budgets; the usual ones when empty.
    pub factors: Vec<Decimal>,
    /// Most points against a measure.
    pub points: usize,
    /// Most switch points between two shares.
    pub switches: usize,
    /// A plan to draw in.
    pub plan: Option<StatedPlan>,
    /// Scenarios whose best plans are drawn in.
    pub scenarios: Vec<String>,
}

/// A frontier with its grounds.
#[derive(Clone, Debug)]
pub struct Drawing {
    pub prepared: Prepared,
    pub against: Against,
    pub points: Vec<FrontierPoint>,
    pub is_complete: bool,
    pub drawn: Vec<DrawnPlan>,
    /// Whether it was stopped before all were found.
    pub is_partial: bool,
}

impl Drawing {
    /// The frontier as pages are written from it.
    pub fn result(&self) -> Frontier<'_> {
        Frontier {
            dossier: &self.prepared.opened.dossier,
            scenario: self.prepared.opened.scenario.as_deref(),
            against: &self.against,
            points: &self.points,
            is_complete: self.is_complete,
            drawn: &self.drawn,
            is_partial: self.is_partial,
            fingerprint: &self.prepared.fingerprint,
        }
    }
}

/// The frontier of a dossier; stopped once there is a point, it tells what was found by then.
pub fn frontier(source: &Source, wish: &Wish, asked: &FrontierWish) -> Result<Drawing, AppError> {
    let mut plans = Vec::new();
    if let Some(plan) = &asked.plan {
        plans.push((Drawn::Own, plan.portfolio()?));
    }
    let told = format!(
        "{} {:?} {} {} {plans:?} {:?}",
        asked.against, asked.factors, asked.points, asked.switches, asked.scenarios
    );
    let prepared = prepare(source, wish, &told)?;
    for name in &asked.scenarios {
        let source = source.in_scenario(name);
        plans.extend(best_in(&source, wish)?.map(|plan| (Drawn::Scenario(name.clone()), plan)));
    }
    let against = match asked.against.trim() {
        "" | "budget" => Against::Budget,
        name => Against::Measure(measure_of(&prepared.opened.dossier, name)?),
    };
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let (points, is_complete) = match &against {
        Against::Budget => budget_points(&mut problem, &ask, &asked.factors, asked.switches)?,
        Against::Measure(measure) => measure_points(&mut problem, &ask, measure, asked.points)?,
    };
    if points.iter().all(|point| point.plan.is_none()) {
        return Err(no_plan());
    }
    let mut drawn = Vec::new();
    for (whose, plan) in plans {
        match draw(&mut problem, &ask, &against, whose, plan) {
            Err(AppError::Stopped) => break,
            next => drawn.push(next?),
        }
    }
    drop(problem);
    let is_partial = ask.limits.watch.is_heeded();
    Ok(Drawing { prepared, against, points, is_complete, drawn, is_partial })
}

/// The best plan of a scenario; none when no plan keeps its rules.
fn best_in(source: &Source, wish: &Wish) -> Result<Option<Portfolio>, AppError> {
    let prepared = prepare(source, wish, "")?;
    let mut problem = prepared.problem()?;
    let ask = Ask::npv(&problem, prepared.question.limits.clone());
    let found = problem.best(&ask).map_err(no_answer)?;
    Ok(found.chosen.as_ref().map(|chosen| problem.portfolio(chosen)))
}

fn budget_points(
    problem: &mut Problem,
    ask: &Ask,
    factors: &[Decimal],
    most_switches: usize,
) -> Result<(Vec<FrontierPoint>, bool), AppError> {
    if !has_budgets(ask) {
        return Err(no_budget());
    }
    let mut factors = if factors.is_empty() { FACTORS.to_vec() } else { factors.to_vec() };
    factors.sort();
    factors.dedup();
    let highest = factors.iter().copied().max().unwrap_or_default();
    let front = OneBudget::of(problem, ask, highest);
    let (count, mut is_whole) = (factors.len(), true);
    let mut points: Vec<(FrontierPoint, BudgetPoint)> = Vec::new();
    for (number, factor) in factors.into_iter().enumerate() {
        ask.limits.watch.step(number + 1, Some(count));
        let next = match next_point(problem, ask, front.as_ref(), factor, points.last(), most_switches) {
            // What was found before is told all the same.
            Err(AppError::Stopped) if !points.is_empty() => {
                is_whole = false;
                break;
            }
            next => next?,
        };
        points.push(next);
    }
    let points: Vec<FrontierPoint> = points.into_iter().map(|(told, _)| told).collect();
    let is_complete = is_whole && points.iter().all(|point| point.has_all_switches && point.is_efficient);
    Ok((points, is_complete))
}

/// The point at a share of the budgets, with what changed since the share before.
fn next_point(
    problem: &mut Problem,
    ask: &Ask,
    front: Option<&OneBudget>,
    factor: Decimal,
    before: Option<&(FrontierPoint, BudgetPoint)>,
    most_switches: usize,
) -> Result<(FrontierPoint, BudgetPoint), AppError> {
    let point = best_at(problem, ask, front, factor).map_err(no_answer)?;
    let plan = ListedPlan::of(problem, ask, &point.found);
    let mut told = FrontierPoint {
        is_efficient: point.found.status == Status::Optimal,
        plan,
        at: factor,
        money: Some(point.money),
        price: None,
        leavers: Vec::new(),
        switches: Vec::new(),
        has_all_switches: true,
    };
    if let Some((told_before, before)) = before {
        if before.found.chosen != point.found.chosen {
            let found = switches(problem, ask, front, before, &point, most_switches);
            let (mut steps, is_all) = found.map_err(no_answer)?;
            steps.reverse();
            told.has_all_switches = is_all;
            told.switches =
                steps.iter().map(|step| switch_plan(problem, ask, step.factor, &step.chosen)).collect();
        }
        if let Some(chosen) = &before.found.chosen {
            told.leavers = leavers(problem, ask, chosen, &point).map_err(no_answer)?;
        }
        told.price = price(Some(told_before), &told, point.money - before.money);
    }
    Ok((told, point))
}

/// A plan at its share of the budgets, with what it pays there for breaking rules.
fn switch_plan(problem: &Problem, ask: &Ask, factor: Decimal, chosen: &[bool]) -> SwitchPlan {
    let npv = problem.npv(chosen);
    let net = problem.net_worth(&with_budgets(&ask.rules, factor), &ask.floors, chosen);
    SwitchPlan { factor, portfolio: problem.portfolio(chosen), npv, penalty: npv - net }
}

fn measure_points(
    problem: &mut Problem,
    ask: &Ask,
    measure: &Measure,
    most: usize,
) -> Result<(Vec<FrontierPoint>, bool), AppError> {
    let found = efficient_plans(problem, ask, measure, most).map_err(no_answer)?;
    let mut points: Vec<FrontierPoint> = Vec::new();
    for plan in &found.plans {
        let mut point = FrontierPoint {
            plan: ListedPlan::of(problem, ask, &plan.found),
            at: exact(plan.second).unwrap_or_default(),
            money: None,
            is_efficient: plan.is_efficient,
            price: None,
            leavers: Vec::new(),
            switches: Vec::new(),
            has_all_switches: true,
        };
        if let Some(plan) = &mut point.plan {
            // The status of a point is that of both its solves, and the last one's bound is not one of NPV.
            plan.status = if point.is_efficient { Status::Optimal } else { plan.status };
            plan.bound = None;
        }
        if let Some(before) = points.last() {
            let per = if is_share(measure) { dec!(0.01) } else { Decimal::ONE };
            point.price = price(Some(before), &point, (point.at - before.at) / per).map(|price| -price);
        }
        points.push(point);
    }
    Ok((points, found.is_complete))
}

/// Whether a measure is a share or a value between 0 and 1, which people count in points of a hundred.
pub fn is_share(measure: &Measure) -> bool {
    matches!(measure, Measure::Coverage(_) | Measure::Objective(_))
}

/// Worth gained from one point to the next, per unit; none without two plans or a difference.
fn price(before: Option<&FrontierPoint>, after: &FrontierPoint, units: Decimal) -> Option<Decimal> {
    let worth = |point: &FrontierPoint| point.plan.as_ref().map(|plan| plan.npv - plan.penalty);
    (worth(after)? - worth(before?)?).checked_div(units)
}

/// A plan beside the best one with as much money or as much of the measure.
fn draw(
    problem: &mut Problem,
    ask: &Ask,
    against: &Against,
    drawn: Drawn,
    portfolio: Portfolio,
) -> Result<DrawnPlan, AppError> {
    let chosen = problem.chosen(&portfolio);
    if problem.portfolio(&chosen) != portfolio {
        return Err(other_choices());
    }
    let worth = problem.net_worth(&ask.rules, &ask.floors, &chosen);
    let hard = ask.rules.iter().filter(|rule| !rule.is_soft() && !rule.is_kept(&chosen));
    let broken = hard.map(|rule| (rule.statement.clone(), rule.short_by(&chosen)));
    let floors = ask
        .floors
        .iter()
        .filter(|floor| !floor.is_soft() && !floor.is_kept(problem.measured(&floor.measure, &chosen)));
    let missed = floors.map(|floor| {
        let short = exact(floor.least - problem.measured(&floor.measure, &chosen));
        (floor.statement.clone(), short.unwrap_or_default())
    });
    let broken = broken.chain(missed).collect();
    let (at, best) = match against {
        Against::Budget => {
            let needed = share_needed(problem, ask, &chosen);
            let point =
                needed.map(|needed| best_at(problem, ask, None, needed)).transpose().map_err(no_answer)?;
            (needed, point.map(|point| point.found))
        }
        Against::Measure(measure) => {
            let had = problem.measured(measure, &chosen);
            (exact(had), best_with(problem, ask, measure, had).map_err(no_answer)?)
        }
    };
    let best = best.and_then(|found| found.chosen);
    let best = best.map(|chosen| problem.net_worth(&ask.rules, &ask.floors, &chosen));
    Ok(DrawnPlan { drawn, portfolio, worth, at, best, broken })
}

fn no_budget() -> AppError {
    AppError::Unknown(Bilingual {
        en: "The dossier has no budget and no envelope that holds, so there is nothing to set NPV against."
            .into(),
        fr: "Le dossier n’a ni budget ni enveloppe en vigueur\u{a0}: il n’y a rien à opposer à la VAN."
            .into(),
    })
}

fn other_choices() -> AppError {
    AppError::Unknown(Bilingual {
        en: "The plan holds variants, starts or shares that this dossier does not offer; with `--starts free` all starts \
             are offered."
            .into(),
        fr: "Le plan contient des variantes, démarrages ou parts que ce dossier n’offre pas\u{a0}; avec `--starts free` \
             tous les démarrages sont offerts."
            .into(),
    })
}
