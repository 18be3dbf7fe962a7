//! What a portfolio does to levers and to the company's freedom, in the form the objective fit is computed from.

use super::objective_fit::LeverEffects;
use crate::case::cases::Cases;
use crate::case::portfolio_case::{ValueModel, lever_effects};
use crate::domain::dossier::Dossier;
use crate::domain::portfolio::Portfolio;
use crate::experience::profile::ObsessionProfile;
use crate::quantity::real::real;

/// Effect per lever in the last year, after saturation, in the lever's unit.
pub fn portfolio_effects(
    dossier: &Dossier,
    cases: &Cases,
    portfolio: &Portfolio,
    value_model: ValueModel,
) -> LeverEffects {
    lever_effects(dossier, cases, portfolio, value_model)
        .into_iter()
        .map(|(lever, by_year)| (lever, by_year.last().copied().map_or(0.0, real)))
        .collect()
}

/// Customer-obsession profile of a portfolio: each axis weighted by PV of cost (method 3.6).
pub fn portfolio_profile(dossier: &Dossier, cases: &Cases, portfolio: &Portfolio) -> ObsessionProfile {
    let weighted: Vec<(ObsessionProfile, f64)> = portfolio
        .choices()
        .iter()
        .filter_map(|choice| {
            let investment = dossier.investment(&choice.investment)?;
            let case = cases.get(&choice.investment, &choice.variant)?;
            Some((ObsessionProfile::stated(investment), real(choice.share * case.pv_cost)))
        })
        .collect();
    ObsessionProfile::weighted(&weighted)
}

/// Mean of the four axes of the profile, 0..=10; nothing when nothing is funded or stated.
pub fn mean_obsession(dossier: &Dossier, cases: &Cases, portfolio: &Portfolio) -> Option<f64> {
    portfolio_profile(dossier, cases, portfolio).mean()
}
