//! The value of objectives as terms of the program: KPI from levers, coverage or profile, then its value function (method 3.1).

use super::coverage_terms::coverage_terms;
use super::mode::Mode;
use super::saturated::SaturatedSum;
use super::terms::Terms;
use super::value_curve::ValueCurve;
use super::worth::{add_saturating, cap_of, effects_in};
use crate::case::portfolio_case::ValueModel;
use crate::domain::objective::{KpiSource, Measure, Objective};
use crate::domain::portfolio_rule::Covered;
use crate::experience::profile::ObsessionProfile;
use crate::optimize::choices::candidate::{Candidate, key_of};
use crate::optimize::program::Program;
use crate::optimize::question::{Grounds, Preference};
use crate::quantity::real::real;
use crate::score::value_function::{position, value_at};
use crate::score::value_shape::pieces;

/// The value curve of one objective, with the KPI's position as terms.
#[derive(Clone, Debug)]
pub struct ObjectiveCurve {
    pub measure: Measure,
    pub curve: ValueCurve,
}

/// What the terms of objectives are made from.
pub struct Workshop<'a> {
    pub grounds: Grounds<'a>,
    pub preference: Preference<'a>,
    pub all: &'a [Candidate],
    pub modes: &'a [Mode],
    pub value_model: ValueModel,
}

impl Workshop<'_> {
    /// The value of one objective, 0..=1; none when its KPI has no value or nothing is known to move it.
    pub fn objective(
        &self,
        program: &mut Program,
        sums: &mut Vec<SaturatedSum>,
        objective: &Objective,
    ) -> Option<(Terms, ObjectiveCurve)> {
        let measure = objective.measure.as_ref()?;
        // Position of KPI = at_zero + slope x KPI.
        let at_zero = position(measure, 0.0).ok()?;
        let slope = position(measure, 1.0).ok()? - at_zero;
        let mut place = Terms::constant(at_zero);
        match measure.source {
            KpiSource::Levers => {
                place.constant += slope * real(measure.baseline);
                self.add_levers(&mut place, program, sums, objective, slope)?;
            }
            KpiSource::Coverage => {
                let coverage = coverage_terms(program, sums, self.grounds.map, self.all, &Covered::Everyone);
                place.add_all(&coverage, 100.0 * slope);
            }
            KpiSource::ObsessionProfile => {
                place.add_all(&self.profile(program, real(measure.baseline)), slope);
            }
        }
        let (low, high) = range(program, &place);
        let column = program.continuous(low, high, 0.0);
        let mut terms: Vec<(usize, f64)> = place.iter().collect();
        terms.push((column, -1.0));
        program.equal(terms, -place.constant);
        let model = self.preference.model;
        let pieces = pieces(measure, model, low, high);
        let value_of = |position: f64| value_at(measure, position, model);
        let curve = ValueCurve::add(program, column, &pieces, &value_of);
        let mut value = Terms::default();
        value.add(curve.column(), 1.0);
        Some((value, ObjectiveCurve { measure: measure.clone(), curve }))
    }

    /// Adds what the objective's levers do to the position in the last year; none when no lever says how.
    fn add_levers(
        &self,
        place: &mut Terms,
        program: &mut Program,
        sums: &mut Vec<SaturatedSum>,
        objective: &Objective,
        slope: f64,
    ) -> Option<()> {
        let Grounds { dossier, cases, .. } = self.grounds;
        let mut is_measured = None;
        for lever in dossier.levers.iter().filter(|lever| lever.objective.as_ref() == Some(&objective.id)) {
            let Some(per_unit) = lever.kpi_per_unit else { continue };
            is_measured = Some(());
            let cap = cap_of(lever, self.value_model);
            let effects = effects_in(cases.horizon(), &lever.id, cap, cases, self.all, self.modes);
            let per_unit = slope * real(per_unit);
            effects.linear.iter().for_each(|(column, effect)| place.add(*column, per_unit * real(*effect)));
            if !effects.shares.is_empty() {
                let worth = per_unit * cap.map_or(0.0, real);
                add_saturating(place, program, sums, (self.modes, self.all), &effects.shares, worth);
            }
        }
        is_measured
    }

    /// Mean of the four axes of the profile: every axis is the mean of its scores by PV of cost.
    ///
    /// With r the mean of an axis, sum of cost x (score - r) over what is chosen is 0; r x chosen is a column of its own,
    /// exact because chosen is 0 or 1. Where candidates state different axes the mean is left free between the lowest
    /// and the highest score: a bound, made true by the exact valuation of every answer.
    fn profile(&self, program: &mut Program, baseline: f64) -> Terms {
        let stated: Vec<(usize, f64, [Option<f64>; 4])> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(place, candidate)| {
                let (investment, variant) = key_of(candidate);
                let profile = ObsessionProfile::stated(self.grounds.dossier.investment(investment)?);
                let ObsessionProfile { agility, flexibility, globality, intelligence } = profile;
                let cost = self.grounds.cases.get(investment, variant)?.pv_cost * candidate.choice.share;
                Some((place, real(cost).max(0.0), [agility, flexibility, globality, intelligence]))
            })
            .filter(|(.., axes)| axes.iter().any(Option::is_some))
            .collect();
        let scores = || stated.iter().flat_map(|(.., axes)| axes.iter().flatten().copied());
        let lowest = scores().fold(baseline, f64::min);
        let highest = scores().fold(baseline, f64::max);
        let pattern = |axes: &[Option<f64>; 4]| axes.map(|axis| axis.is_some());
        let first = stated.first().map(|(.., axes)| pattern(axes));
        let is_uniform = stated.iter().all(|(_, cost, axes)| Some(pattern(axes)) == first && *cost > 0.0);
        if stated.is_empty() {
            return Terms::constant(baseline);
        }
        let mut terms = Terms::default();
        let mean = program.continuous(lowest, highest, 0.0);
        terms.add(mean, 1.0);
        if is_uniform {
            let largest = stated.iter().map(|(_, cost, _)| *cost).fold(0.0, f64::max);
            let mut balance = Vec::new();
            for (place, cost, axes) in &stated {
                let known: Vec<f64> = axes.iter().flatten().copied().collect();
                let score = known.iter().sum::<f64>() / known.len() as f64;
                let chosen_mean = program.continuous(lowest.min(0.0), highest.max(0.0), 0.0);
                program.at_most(vec![(chosen_mean, 1.0), (*place, -highest)], 0.0);
                program.at_least(vec![(chosen_mean, 1.0), (*place, -lowest)], 0.0);
                program.at_most(vec![(chosen_mean, 1.0), (mean, -1.0), (*place, -lowest)], -lowest);
                program.at_least(vec![(chosen_mean, 1.0), (mean, -1.0), (*place, -highest)], -highest);
                balance.push((chosen_mean, cost / largest));
                balance.push((*place, -cost / largest * score));
            }
            program.equal(balance, 0.0);
        }
        terms
    }
}

/// Lowest and highest value of terms within the bounds of their columns.
fn range(program: &Program, terms: &Terms) -> (f64, f64) {
    let mut range = (terms.constant, terms.constant);
    for (column, coefficient) in terms.iter() {
        let (a, b) = (coefficient * program.columns[column].low, coefficient * program.columns[column].high);
        range = (range.0 + a.min(b), range.1 + a.max(b));
    }
    range
}
