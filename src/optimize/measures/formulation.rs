//! `Formulation`: the columns of a choice, what follows from them, and every measure of a plan as terms over them.

use std::collections::BTreeMap;

use super::coverage_terms::coverage_terms;
use super::measure::{Measure, Setting, exit_cost};
use super::mode::{Mode, TooManyConditions, add_modes, plain_modes};
use super::objective_terms::{ObjectiveCurve, Workshop};
use super::saturated::SaturatedSum;
use super::terms::Terms;
use super::worth::{npv_terms, thrift_terms};
use crate::case::portfolio_case::ValueModel;
use crate::domain::objective::Objective;
use crate::optimize::choices::candidate::Candidate;
use crate::optimize::choices::component::{Component, add_links};
use crate::optimize::program::{Program, Row};
use crate::optimize::question::Grounds;
use crate::quantity::real::real;
use crate::score::weights::weighable;

/// Columns and rows that hold whatever is asked; measures are added when they are first asked for.
#[derive(Clone)]
pub struct Formulation {
    /// One binary per candidate and then per component comes first, in order of their places.
    pub program: Program,
    pub components: Vec<Component>,
    pub sums: Vec<SaturatedSum>,
    pub curves: Vec<ObjectiveCurve>,
    modes: Vec<Mode>,
    measures: BTreeMap<Measure, Terms>,
}

impl Formulation {
    /// The candidates and components as columns, with their modes in the full model.
    pub fn new(
        grounds: Grounds,
        all: &[Candidate],
        components: Vec<Component>,
        value_model: ValueModel,
    ) -> Result<Formulation, TooManyConditions> {
        let mut program = Program::default();
        for _ in 0..all.len() + components.len() {
            program.binary(0.0);
        }
        add_links(&mut program, &components, all);
        let modes = match value_model {
            ValueModel::Additive => plain_modes(all),
            ValueModel::Full => add_modes(&mut program, grounds.dossier, all)?,
        };
        Ok(Formulation {
            program,
            components,
            sums: Vec::new(),
            curves: Vec::new(),
            modes,
            measures: BTreeMap::new(),
        })
    }

    /// A measure as terms, in its own unit.
    pub fn terms(&mut self, measure: &Measure, setting: &Setting, all: &[Candidate]) -> Terms {
        let Setting { grounds, value_model, .. } = *setting;
        if let Some(known) = self.measures.get(measure) {
            return known.clone();
        }
        let (program, sums) = (&mut self.program, &mut self.sums);
        let terms = match measure {
            Measure::Npv => {
                let books = (grounds.dossier, grounds.cases);
                npv_terms(program, sums, books, (all, &self.components), &self.modes, value_model)
            }
            Measure::Coverage(covered) => coverage_terms(program, sums, grounds.map, all, covered),
            Measure::Thrift => thrift_terms(grounds.cases, all, &self.components),
            Measure::Regret => self.regret(setting, all),
            Measure::Points => by_candidate(all, |candidate| {
                let choice = &candidate.choice;
                real(choice.share) * grounds.map.cx_points(&choice.investment, &choice.variant)
            }),
            Measure::Freedom => {
                by_candidate(all, |candidate| -real(exit_cost(grounds.dossier, &candidate.choice)))
            }
            Measure::Objectives | Measure::Objective(_) => {
                self.objectives(measure, grounds, all, value_model)
            }
        };
        self.measures.insert(measure.clone(), terms.clone());
        terms
    }

    /// A column that is at most what is missing to the best NPV in any scenario, as a number below zero.
    fn regret(&mut self, setting: &Setting, all: &[Candidate]) -> Terms {
        let mut terms = Terms::default();
        let rows: Vec<Terms> = setting
            .elsewhere
            .iter()
            .map(|other| {
                let books = (other.grounds.dossier, other.grounds.cases);
                let (program, sums) = (&mut self.program, &mut self.sums);
                let places = (all, self.components.as_slice());
                let mut missing = npv_terms(program, sums, books, places, &self.modes, setting.value_model);
                missing.constant -= other.best;
                missing
            })
            .collect();
        let bounds = |column: usize| (self.program.columns[column].low, self.program.columns[column].high);
        let lowest = rows.iter().map(|row| row.lowest(bounds)).fold(0.0, f64::min);
        let scale = lowest.abs().max(1.0);
        let column = self.program.continuous(-1.0, 0.0, 0.0);
        for row in rows {
            let mut parts: Vec<(usize, f64)> =
                row.iter().map(|(place, part)| (place, -part / scale)).collect();
            parts.push((column, 1.0));
            self.program.at_most(parts, row.constant / scale);
        }
        terms.add(column, scale);
        terms
    }

    /// V = 100 x sum of weight x value, or the value of one objective; 0 where nothing says how to value.
    fn objectives(
        &mut self,
        measure: &Measure,
        grounds: Grounds,
        all: &[Candidate],
        value_model: ValueModel,
    ) -> Terms {
        let mut terms = Terms::default();
        let Some(preference) = grounds.preference else { return terms };
        let known = weighable(&grounds.dossier.objectives);
        let weight = |objective: &Objective| match measure {
            Measure::Objective(id) => f64::from(u8::from(id == &objective.id)),
            _ => 100.0 * preference.weighting.weights.get(&objective.id).copied().unwrap_or(0.0),
        };
        let workshop = Workshop { grounds, preference, all, modes: &self.modes, value_model };
        let objectives = grounds.dossier.objectives.iter().filter(|item| known.contains(&item.id));
        for objective in objectives.filter(|objective| weight(objective) != 0.0) {
            if let Some((value, curve)) = workshop.objective(&mut self.program, &mut self.sums, objective) {
                terms.add_all(&value, weight(objective));
                self.curves.push(curve);
            }
        }
        terms
    }

    /// Keeps cuts for later questions: they hold for every choice. Tangents only, because dense cuts weigh on later
    /// questions more than they help them.
    pub fn keep(&mut self, cuts: impl Iterator<Item = Row>) {
        self.program.rows.extend(cuts.filter(|row| row.terms.len() <= 2));
    }
}

fn by_candidate(all: &[Candidate], amount: impl Fn(&Candidate) -> f64) -> Terms {
    let mut terms = Terms::default();
    all.iter().enumerate().for_each(|(place, candidate)| terms.add(place, amount(candidate)));
    terms
}
