//! `ExperienceMap`: everything of this room that holds for all portfolios, computed once from a dossier.

use super::cell::Cells;
use super::closure::Closures;
use super::coverage::Coverage;
use super::ecosystem::Ecosystem;
use super::importance::Importance;
use super::lift::{Lift, Lifts};
use super::persona_weight::persona_weights;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::domain::portfolio::Portfolio;

/// The grid, its weights, the ecosystem, the lifts and the closures of one dossier under one decision model.
#[derive(Clone, Debug)]
pub struct ExperienceMap {
    pub cells: Cells,
    /// omega_p in the order of the personas, summing to 1.
    pub persona_weights: Vec<f64>,
    pub importance: Importance,
    /// omega_p w_pm cell by cell, summing to 1 (all 0 when nobody states an importance).
    pub cell_weights: Vec<f64>,
    pub ecosystem: Ecosystem,
    pub lifts: Lifts,
    pub closures: Closures,
}

impl ExperienceMap {
    /// The map of a dossier.
    ///
    /// A persona who states no importance takes no part in the cell weights: the others' are scaled up to 1.
    pub fn new(dossier: &Dossier, model: &DecisionModel) -> ExperienceMap {
        let cells = Cells::new(dossier);
        let persona_weights = persona_weights(dossier, model);
        let importance = Importance::new(dossier, &cells);
        let cell_weights = cell_weights(&cells, &persona_weights, &importance);
        let ecosystem = Ecosystem::new(dossier, model);
        let lifts = Lifts::new(dossier, model, &cells, &ecosystem);
        let closures = Closures::new(dossier, model, &cells, &lifts);
        ExperienceMap { cells, persona_weights, importance, cell_weights, ecosystem, lifts, closures }
    }

    /// The coverage a portfolio reaches.
    pub fn coverage(&self, portfolio: &Portfolio) -> Coverage {
        Coverage::of(self, portfolio)
    }

    /// The lift of an investment in its full scope for a persona at a moment, in points.
    pub fn lift(&self, investment: &InvestmentId, persona: &PersonaId, moment: &MomentId) -> Lift {
        self.lifts.lift(&self.cells, investment, persona, moment)
    }

    /// The share of the gap a variant closes for a persona at a moment.
    pub fn closure(
        &self,
        investment: &InvestmentId,
        variant: &VariantId,
        persona: &PersonaId,
        moment: &MomentId,
    ) -> f64 {
        self.closures.closure(&self.cells, investment, variant, persona, moment)
    }

    /// Customer-experience points of one variant alone: 100 x sum of omega_p w_pm a_ipm; 0 when it is unknown.
    ///
    /// Additive: it shows what a variant would close were it the only one, before solutions overlap.
    pub fn cx_points(&self, investment: &InvestmentId, variant: &VariantId) -> f64 {
        let Some(variant_index) = self.closures.index(investment, variant) else { return 0.0 };
        let row = self.closures.row(variant_index);
        100.0 * row.iter().zip(&self.cell_weights).map(|(closure, weight)| weight * closure).sum::<f64>()
    }
}

fn cell_weights(cells: &Cells, persona_weights: &[f64], importance: &Importance) -> Vec<f64> {
    let weight = |(cell, persona_index, _): (usize, usize, usize)| {
        persona_weights[persona_index] * importance.shares()[cell]
    };
    let mut weights: Vec<f64> = cells.iter().map(weight).collect();
    let total: f64 = weights.iter().sum();
    if total > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= total);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn points_add_up_the_weighted_closures() {
        let map = ExperienceMap::new(&example::dossier(), &example::model());
        let expected = 100.0 * (0.25 * 0.5 * (0.776 / 2.0) + 0.75 * 0.5 * -0.25);
        assert!((map.cx_points(&"A2".into(), &"core".into()) - expected).abs() < 1e-12);
        assert_eq!(map.cx_points(&"A2".into(), &"pilot".into()), 0.0);
    }

    #[test]
    fn weights_of_the_personas_who_care_sum_to_one() {
        let mut dossier = example::dossier();
        dossier.importances.retain(|importance| importance.persona.as_str() == "P1");
        let map = ExperienceMap::new(&dossier, &example::model());
        assert_eq!(map.cell_weights, [0.5, 0.5, 0.0, 0.0, 0.0, 0.0]);
        dossier.importances.clear();
        assert_eq!(ExperienceMap::new(&dossier, &example::model()).cell_weights, [0.0; 6]);
    }
}
