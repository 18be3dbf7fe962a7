//! `Importance`: how each persona spreads its care over the moments of truth.

use super::cell::Cells;
use crate::domain::dossier::Dossier;
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// Importance points as shares per persona.
#[derive(Clone, Debug)]
pub struct Importance {
    shares: Vec<f64>,
}

impl Importance {
    /// w_pm = points_pm / sum over m of points_pm.
    ///
    /// Points stated twice for the same cell add up, negative points count as zero, points of a persona or moment
    /// the dossier does not know are left out. A persona without any points cares, as far as is known, for nothing:
    /// all its shares are 0.
    pub fn new(dossier: &Dossier, cells: &Cells) -> Importance {
        let mut shares = vec![0.0; cells.len()];
        for importance in &dossier.importances {
            if let Some(cell) = cells.find(&importance.persona, &importance.moment) {
                shares[cell] += real(importance.points).max(0.0);
            }
        }
        for persona_index in 0..cells.personas().len() {
            let row = &mut shares[cells.cell(persona_index, 0)..cells.cell(persona_index + 1, 0)];
            let total: f64 = row.iter().sum();
            if total > 0.0 {
                row.iter_mut().for_each(|share| *share /= total);
            }
        }
        Importance { shares }
    }

    /// The shares cell by cell.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The share of one persona's care that goes to one moment, 0..=1; 0 when either is unknown.
    pub fn share(&self, cells: &Cells, persona: &PersonaId, moment: &MomentId) -> f64 {
        cells.find(persona, moment).map_or(0.0, |cell| self.shares[cell])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn shares_of_a_persona_sum_to_one() {
        let dossier = example::dossier();
        let cells = Cells::new(&dossier);
        let importance = Importance::new(&dossier, &cells);
        assert_eq!(importance.shares(), [0.5, 0.5, 0.0, 0.2, 0.3, 0.5]);
        assert_eq!(importance.share(&cells, &"P2".into(), &"M2".into()), 0.3);
        assert_eq!(importance.share(&cells, &"P2".into(), &"M9".into()), 0.0);
    }

    #[test]
    fn a_persona_who_states_nothing_cares_for_nothing() {
        let mut dossier = example::dossier();
        dossier.importances.retain(|importance| importance.persona.as_str() == "P1");
        let importance = Importance::new(&dossier, &Cells::new(&dossier));
        assert_eq!(importance.shares()[3..], [0.0; 3]);
        assert!(importance.shares()[..3].iter().any(|share| *share > 0.0));
    }
}
