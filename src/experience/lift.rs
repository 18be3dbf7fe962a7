//! `Lifts`: how far each investment raises or lowers each moment for each persona, in points (method 3.4).

use super::cell::Cells;
use super::ecosystem::Ecosystem;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::moment::{MomentEffect, MomentId};
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// L_ipm = direct_ipm + propagated_im for every investment in its full (multiplier 1) scope, on the 0..=10 scale.
#[derive(Clone, Debug)]
pub struct Lifts {
    investments: Vec<InvestmentId>,
    n_cells: usize,
    n_moments: usize,
    /// Investments x cells.
    direct: Vec<f64>,
    /// Investments x moments: what arrives through the ecosystem is the same for every persona.
    propagated: Vec<f64>,
}

/// A lift with its two parts, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lift {
    /// What the investment does at the moment itself.
    pub direct: f64,
    /// What arrives there through nodes.
    pub propagated: f64,
}

impl Lift {
    /// direct + propagated.
    pub fn total(&self) -> f64 {
        self.direct + self.propagated
    }
}

impl Lifts {
    /// The lifts of every investment of a dossier.
    ///
    /// direct = sum over stated effects of the PERT mean, times the kept share of its evidence if positive (a harm
    /// counts in full); an effect without a persona is for all. propagated = sum over nodes of the stated health
    /// points x T. Effects on a moment, persona or node the dossier does not know are left out.
    pub fn new(dossier: &Dossier, model: &DecisionModel, cells: &Cells, ecosystem: &Ecosystem) -> Lifts {
        let (n_cells, n_moments) = (cells.len(), cells.moments().len());
        let mut direct = vec![0.0; dossier.investments.len() * n_cells];
        let mut propagated = vec![0.0; dossier.investments.len() * n_moments];
        for (index, investment) in dossier.investments.iter().enumerate() {
            add_direct(&mut direct[index * n_cells..(index + 1) * n_cells], investment, model, cells);
            add_propagated(
                &mut propagated[index * n_moments..(index + 1) * n_moments],
                investment,
                ecosystem,
            );
        }
        let investments = dossier.investments.iter().map(|investment| investment.id.clone()).collect();
        Lifts { investments, n_cells, n_moments, direct, propagated }
    }

    /// The lift of an investment for a persona at a moment, in its parts; zero when one of them is unknown.
    pub fn lift(
        &self,
        cells: &Cells,
        investment: &InvestmentId,
        persona: &PersonaId,
        moment: &MomentId,
    ) -> Lift {
        match (self.index(investment), cells.find(persona, moment)) {
            (Some(index), Some(cell)) => self.at(index, cell),
            _ => Lift::default(),
        }
    }

    /// The lift by positions of investment and cell.
    pub fn at(&self, investment_index: usize, cell: usize) -> Lift {
        Lift {
            direct: self.direct[investment_index * self.n_cells + cell],
            propagated: self.propagated[investment_index * self.n_moments + cell % self.n_moments],
        }
    }

    /// The position of an investment.
    pub fn index(&self, investment: &InvestmentId) -> Option<usize> {
        self.investments.binary_search(investment).ok()
    }

    /// The investments, sorted.
    pub fn investments(&self) -> &[InvestmentId] {
        &self.investments
    }
}

/// The expected direct lift of one effect: PERT mean, discounted by evidence when positive.
pub(super) fn expected_lift(effect: &MomentEffect, model: &DecisionModel) -> f64 {
    let mean = (real(effect.lift.low) + 4.0 * real(effect.lift.mode) + real(effect.lift.high)) / 6.0;
    if mean > 0.0 { mean * real(model.kept_share(effect.evidence)) } else { mean }
}

fn add_direct(row: &mut [f64], investment: &Investment, model: &DecisionModel, cells: &Cells) {
    for effect in &investment.moment_effects {
        let Some(moment_index) = cells.moment_index(&effect.moment) else { continue };
        let lift = expected_lift(effect, model);
        match &effect.persona {
            None => {
                for persona_index in 0..cells.personas().len() {
                    row[cells.cell(persona_index, moment_index)] += lift;
                }
            }
            Some(persona) => {
                if let Some(persona_index) = cells.persona_index(persona) {
                    row[cells.cell(persona_index, moment_index)] += lift;
                }
            }
        }
    }
}

fn add_propagated(row: &mut [f64], investment: &Investment, ecosystem: &Ecosystem) {
    for effect in &investment.node_effects {
        let Some(node_index) = ecosystem.node_index(&effect.node) else { continue };
        let points = real(effect.health_points);
        let influence = ecosystem.influence_row(node_index);
        row.iter_mut().zip(influence).for_each(|(sum, weight)| *sum += points * weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn lift(investment: &str, persona: &str, moment: &str) -> Lift {
        let (dossier, model) = (example::dossier(), example::model());
        let cells = Cells::new(&dossier);
        let lifts = Lifts::new(&dossier, &model, &cells, &Ecosystem::new(&dossier, &model));
        lifts.lift(&cells, &investment.into(), &persona.into(), &moment.into())
    }

    #[test]
    fn direct_and_propagated_parts_stand_apart() {
        let lift = lift("A1", "P2", "M1");
        assert_eq!(lift.direct, 1.0);
        assert!((lift.propagated - 2.0 * 0.5 * 0.4 * 0.776).abs() < 1e-12);
        assert_eq!(lift.total(), lift.direct + lift.propagated);
    }

    #[test]
    fn an_effect_for_one_persona_leaves_the_others_alone() {
        assert!((lift("A2", "P1", "M2").direct - 0.776).abs() < 1e-15);
        assert_eq!(lift("A2", "P2", "M2").direct, 0.0);
    }

    #[test]
    fn a_harm_is_never_discounted() {
        assert_eq!(lift("A2", "P2", "M3").direct, -1.0);
    }

    #[test]
    fn what_is_unknown_is_not_lifted() {
        assert_eq!(lift("A9", "P1", "M1"), Lift::default());
        assert_eq!(lift("A1", "P1", "M9"), Lift::default());
    }
}
