//! Floors of must-be moments and what a variant closes of their gaps, straight from method 3.5.

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::{Investment, Variant};
use cxfolio::domain::moment::Kano;
use cxfolio::quantity::real::real;

use super::part::expected;

/// One must-be moment for one persona that cares.
pub struct Floor {
    pub cell: usize,
    pub persona: String,
    pub moment: String,
    pub share: f64,
    gap: f64,
}

impl Floor {
    /// Every floor a dossier asks for.
    pub fn all(dossier: &Dossier) -> Vec<Floor> {
        let share = real(dossier.settings.must_be_floor);
        let mut floors = Vec::new();
        for persona in &dossier.personas {
            for moment in dossier.moments.iter().filter(|moment| moment.kano == Kano::MustBe) {
                let gap = real(moment.target) - real(moment.performance);
                let cares = dossier.importances.iter().any(|stated| {
                    stated.persona == persona.id && stated.moment == moment.id && !stated.points.is_zero()
                });
                if share > 0.0 && gap > 0.0 && cares {
                    let (persona, moment) = (persona.id.to_string(), moment.id.to_string());
                    floors.push(Floor { cell: floors.len(), persona, moment, share, gap });
                }
            }
        }
        floors
    }
}

/// Share of each floor's gap that a variant closes: clamp(multiplier x lift / gap, -0.5, 0.9).
pub fn closures(investment: &Investment, variant: &Variant, floors: &[Floor]) -> Vec<f64> {
    floors
        .iter()
        .map(|floor| {
            let concerns = |persona: Option<&str>| persona.is_none_or(|persona| persona == floor.persona);
            let lift: f64 = investment
                .moment_effects
                .iter()
                .filter(|effect| effect.moment.as_str() == floor.moment)
                .filter(|effect| concerns(effect.persona.as_ref().map(|id| id.as_str())))
                .map(|effect| expected(&effect.lift, effect.evidence))
                .sum();
            (real(variant.benefit_multiplier) * lift / floor.gap).clamp(-0.5, 0.9)
        })
        .collect()
}
