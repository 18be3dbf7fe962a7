//! How much each persona counts: by contribution, head-count, equally or as a blend (method 3.3).

use crate::domain::decision_model::{DecisionModel, PersonaWeighting};
use crate::domain::dossier::Dossier;
use crate::domain::persona::Persona;
use crate::quantity::real::real;

/// The weight of each persona, in the order of `dossier.personas`; sums to 1 (an empty dossier has none).
///
/// `Contribution`: share of customers x annual revenue x contribution rate; `Headcount`: share of customers;
/// `Equal`: 1 / number; `Blend`: share x contribution + (1 - share) x head-count.
/// A negative amount counts as zero. Where all amounts are zero nothing tells the personas apart: equal weights.
pub fn persona_weights(dossier: &Dossier, model: &DecisionModel) -> Vec<f64> {
    let personas = &dossier.personas;
    let equal = || shares(personas.iter().map(|_| 1.0).collect());
    let headcount = || shares(personas.iter().map(|persona| real(persona.customers)).collect());
    let contribution = || shares(personas.iter().map(annual_contribution).collect());
    match model.persona_weighting {
        PersonaWeighting::Contribution => contribution(),
        PersonaWeighting::Headcount => headcount(),
        PersonaWeighting::Equal => equal(),
        PersonaWeighting::Blend { share } => {
            let share = share.clamp(0.0, 1.0);
            let both = contribution().into_iter().zip(headcount());
            both.map(|(money, heads)| share * money + (1.0 - share) * heads).collect()
        }
    }
}

fn annual_contribution(persona: &Persona) -> f64 {
    real(persona.customers) * real(persona.annual_revenue) * real(persona.contribution_rate)
}

/// Amounts divided by their sum; negative ones count as zero, and a zero sum gives equal shares.
fn shares(amounts: Vec<f64>) -> Vec<f64> {
    let total: f64 = amounts.iter().map(|amount| amount.max(0.0)).sum();
    let even = 1.0 / amounts.len() as f64;
    amounts.into_iter().map(|amount| if total > 0.0 { amount.max(0.0) / total } else { even }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use rust_decimal::dec;

    fn weights(weighting: PersonaWeighting) -> Vec<f64> {
        let model = DecisionModel { persona_weighting: weighting, ..example::model() };
        persona_weights(&example::dossier(), &model)
    }

    #[test]
    fn each_mode_gives_its_own_shares() {
        assert_eq!(weights(PersonaWeighting::Contribution), [0.25, 0.75]);
        assert_eq!(weights(PersonaWeighting::Headcount), [0.5, 0.5]);
        assert_eq!(weights(PersonaWeighting::Equal), [0.5, 0.5]);
        assert_eq!(weights(PersonaWeighting::Blend { share: 0.5 }), [0.375, 0.625]);
    }

    #[test]
    fn personas_without_customers_are_weighed_equally() {
        let mut dossier = example::dossier();
        dossier.personas.iter_mut().for_each(|persona| persona.customers = dec!(0));
        assert_eq!(persona_weights(&dossier, &example::model()), [0.5, 0.5]);
        dossier.personas.clear();
        assert_eq!(persona_weights(&dossier, &example::model()), Vec::<f64>::new());
    }
}
