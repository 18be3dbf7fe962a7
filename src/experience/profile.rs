//! `ObsessionProfile`: agility, flexibility, globality and intelligence of a variant and of a portfolio (method 3.6).

use crate::domain::decision_model::DecisionModel;
use crate::domain::investment::Investment;
use crate::quantity::real::real;

/// A contract of this many years or more leaves no freedom at all (method 3.6).
const CONTRACT_YEARS_FULL: f64 = 5.0;

/// The four axes, each 0..=10; nothing where nothing is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ObsessionProfile {
    pub agility: Option<f64>,
    pub flexibility: Option<f64>,
    pub globality: Option<f64>,
    pub intelligence: Option<f64>,
}

impl ObsessionProfile {
    /// The scores as an investment states them.
    pub fn stated(investment: &Investment) -> ObsessionProfile {
        let scores = investment.obsession;
        ObsessionProfile {
            agility: scores.agility.map(real),
            flexibility: scores.flexibility.map(real),
            globality: scores.globality.map(real),
            intelligence: scores.intelligence.map(real),
        }
    }

    /// The mean of each axis over the profiles that state it, weighted by present value of cost.
    ///
    /// Costs in any one currency; a negative cost counts as zero. When all costs of an axis are zero nothing tells
    /// its profiles apart: they count equally. An axis nobody states stays unknown.
    pub fn weighted(profiles: &[(ObsessionProfile, f64)]) -> ObsessionProfile {
        let mean = |axis: fn(&ObsessionProfile) -> Option<f64>| {
            let stated: Vec<(f64, f64)> =
                profiles.iter().filter_map(|(profile, cost)| Some((axis(profile)?, cost.max(0.0)))).collect();
            let total: f64 = stated.iter().map(|(_, cost)| cost).sum();
            let weight = |cost: f64| if total > 0.0 { cost / total } else { 1.0 / stated.len() as f64 };
            (!stated.is_empty()).then(|| stated.iter().map(|(score, cost)| weight(*cost) * score).sum())
        };
        ObsessionProfile {
            agility: mean(|profile| profile.agility),
            flexibility: mean(|profile| profile.flexibility),
            globality: mean(|profile| profile.globality),
            intelligence: mean(|profile| profile.intelligence),
        }
    }

    /// The plain mean of the axes that are known; nothing when none is.
    pub fn mean(&self) -> Option<f64> {
        let axes = [self.agility, self.flexibility, self.globality, self.intelligence];
        let known: Vec<f64> = axes.into_iter().flatten().collect();
        (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
    }
}

/// Flexibility reckoned from the contract instead of stated, 0..=10:
/// 10 x (0.35 portability + 0.25 (1 - years / 5) + 0.2 open standards + 0.2 (1 - exit cost / PV cost)).
///
/// The four weights are the decision model's; each term is cut to 0..=1. A dossier says nothing on open standards, so
/// that term is left out and the others are scaled up to keep 0..=10; portability when not stated and the exit term
/// when `pv_cost` (same currency as the exit cost) is not positive likewise. Nothing when no weight remains.
pub fn computed_flexibility(investment: &Investment, pv_cost: f64, model: &DecisionModel) -> Option<f64> {
    let contract = 1.0 - real(investment.contract_years) / CONTRACT_YEARS_FULL;
    let exit = (pv_cost > 0.0).then(|| 1.0 - real(investment.exit_cost) / pv_cost);
    let terms = [
        (model.flexibility_portability, investment.portability.map(real)),
        (model.flexibility_contract, Some(contract)),
        (model.flexibility_exit, exit),
    ];
    let known = terms.into_iter().filter_map(|(weight, term)| Some((weight, term?.clamp(0.0, 1.0))));
    let (weighted, total) =
        known.fold((0.0, 0.0), |(sum, total), (weight, term)| (sum + weight * term, total + weight));
    (total > 0.0).then(|| 10.0 * weighted / total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use rust_decimal::dec;

    fn profile(agility: f64, flexibility: Option<f64>) -> ObsessionProfile {
        ObsessionProfile { agility: Some(agility), flexibility, ..ObsessionProfile::default() }
    }

    #[test]
    fn a_portfolio_has_the_cost_weighted_means_of_what_is_stated() {
        let found =
            ObsessionProfile::weighted(&[(profile(8.0, None), 300.0), (profile(4.0, Some(6.0)), 100.0)]);
        assert_eq!(found, profile(7.0, Some(6.0)));
        assert_eq!(found.mean(), Some(6.5));
        assert_eq!(ObsessionProfile::weighted(&[]).mean(), None);
    }

    #[test]
    fn without_costs_profiles_count_equally() {
        let found = ObsessionProfile::weighted(&[(profile(8.0, None), 0.0), (profile(4.0, None), -5.0)]);
        assert_eq!(found.agility, Some(6.0));
    }

    #[test]
    fn flexibility_is_reckoned_from_the_contract() {
        let mut investment = example::investment("A1");
        let flexibility =
            |investment: &Investment, pv| computed_flexibility(investment, pv, &example::model());
        let expected = 10.0 * (0.35 * 0.5 + 0.25 * 0.4 + 0.2 * 0.75) / 0.8;
        assert!((flexibility(&investment, 4000.0).unwrap_or_default() - expected).abs() < 1e-12);
        investment.portability = None;
        assert_eq!(flexibility(&investment, 0.0), Some(4.0), "only the contract is known");
        investment.contract_years = dec!(9);
        assert_eq!(flexibility(&investment, 0.0), Some(0.0));
    }
}
