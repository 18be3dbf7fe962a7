//! `Aim`: what a choice is to have most of: one measure, a blend of measures, or one after another.

use super::floor::Floor;
use super::measures::measure::Measure;
use super::optima::Optima;
use super::outcome::ChooseError;
use super::problem::{Ask, Found, Problem};

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub enum Aim {
    One(Measure),
    /// Sum of weight x measure / its own optimum.
    Blend(Vec<(f64, Measure)>),
    /// The best by the first; of the plans within its tolerance (a share of the optimum) the best by the next; and so on.
    InOrder(Vec<(Measure, f64)>),
}

impl Default for Aim {
    fn default() -> Aim {
        Aim::One(Measure::Npv)
    }
}

impl Aim {
    /// The written form, such as `npv`, `0.7*npv+0.3*coverage` or `npv:0.02,coverage`.
    pub fn name(&self) -> String {
        let with_tolerance = |(measure, tolerance): &(Measure, f64)| match *tolerance {
            0.0 => measure.name(),
            tolerance => format!("{}:{tolerance}", measure.name()),
        };
        match self {
            Aim::One(measure) => measure.name(),
            Aim::Blend(parts) => {
                let parts: Vec<String> =
                    parts.iter().map(|(weight, measure)| format!("{weight}*{}", measure.name())).collect();
                parts.join("+")
            }
            Aim::InOrder(steps) => steps.iter().map(with_tolerance).collect::<Vec<_>>().join(","),
        }
    }
}

/// The last question that an aim leads to, and its answer.
#[derive(Clone, Debug)]
pub struct Reached {
    pub ask: Ask,
    pub found: Found,
}

/// The best plan by an aim, under the rules and floors of `ask`, whose own aim does not matter.
///
/// A step that finds no plan, or is not proven, ends the way: its answer is returned as it is. An optimum of 0 or less
/// normalises a blend by its distance from 0, at least one unit.
///
/// Optima are looked for in copies of the problem: the search for the blend, and so its answer where plans tie, is the same
/// whether they were known before or not.
pub fn best_by(problem: &mut Problem, aim: &Aim, ask: &Ask, optima: &Optima) -> Result<Reached, ChooseError> {
    let alone = |measure: &Measure| Ask { aim: vec![(measure.clone(), 1.0)], ..ask.clone() };
    let blend = |parts: Vec<(Measure, f64)>| Ask { aim: parts, ..ask.clone() };
    match aim {
        Aim::One(measure) => answered(problem, alone(measure)),
        Aim::Blend(parts) => {
            let mut weighted = Vec::new();
            for (weight, measure) in parts {
                let most = match optima.get(measure) {
                    Some(most) => most,
                    None => {
                        let mut own = problem.clone();
                        let reached = answered(&mut own, alone(measure))?;
                        if reached.found.chosen.is_none() {
                            *problem = own;
                            return Ok(reached);
                        }
                        if reached.found.status.is_proven() {
                            optima.keep(measure, reached.found.worth);
                        }
                        reached.found.worth
                    }
                };
                let size = most.abs();
                weighted.push((measure.clone(), weight / if size > 0.0 { size } else { 1.0 }));
            }
            answered(problem, blend(weighted))
        }
        Aim::InOrder(steps) => {
            let mut floors = ask.floors.clone();
            let mut last: Option<Reached> = None;
            for (measure, tolerance) in steps {
                let mut next = Ask { floors: floors.clone(), ..alone(measure) };
                next.start = last.as_ref().and_then(|reached| reached.found.chosen.clone()).or(next.start);
                let reached = answered(problem, next)?;
                let is_proven = reached.found.status.is_proven();
                let worth = reached.found.worth;
                last = Some(reached);
                if !is_proven {
                    break;
                }
                floors.push(Floor::asked(measure.clone(), worth - tolerance * worth.abs()).net());
            }
            last.ok_or(ChooseError::SolverFailed)
        }
    }
}

fn answered(problem: &mut Problem, ask: Ask) -> Result<Reached, ChooseError> {
    let found = problem.best(&ask)?;
    Ok(Reached { ask, found })
}
