//! Scenarios: the best plan of the dossier as it is and in each of its scenarios, in one batch.

use super::choose::{Chosen, choose};
use super::error::AppError;
use super::open::Source;
use super::prepare::Wish;
use crate::domain::scenario::Scenario;
use crate::report::scenario_table::{ScenarioPlan, ScenarioTable};

/// The plans of all scenarios.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The dossier as it is.
    pub base: Chosen,
    /// In the order of the dossier; a scenario that cannot be computed says why, the others are told all the same.
    pub scenarios: Vec<(Scenario, Result<Chosen, AppError>)>,
    /// Whether it was stopped before all were answered.
    pub is_partial: bool,
}

impl Batch {
    /// The plans as pages are written from them.
    pub fn table(&self) -> ScenarioTable<'_> {
        let plans = self.scenarios.iter().map(|(scenario, chosen)| ScenarioPlan {
            id: &scenario.id,
            note: &scenario.note,
            plan: chosen.as_ref().map(Chosen::result).map_err(AppError::message),
        });
        ScenarioTable { base: self.base.result(), plans: plans.collect(), is_partial: self.is_partial }
    }
}

/// Chooses in every scenario with the same wish; stopped once there is a plan of the dossier as it is, it tells the scenarios
/// that were answered by then.
///
/// # Errors
/// Those of the dossier as it is.
pub fn scenarios(source: &Source, wish: &Wish) -> Result<Batch, AppError> {
    let watch = &wish.limits.watch;
    watch.step(1, None);
    let base = choose(source, wish)?;
    let count = base.opened.dossier.scenarios.len() + 1;
    let mut scenarios = Vec::new();
    for (number, scenario) in base.opened.dossier.scenarios.iter().enumerate() {
        watch.step(number + 2, Some(count));
        match choose(&source.in_scenario(&scenario.id), wish) {
            Err(_) if watch.is_stopped() => break,
            answer => scenarios.push((scenario.clone(), answer)),
        }
    }
    Ok(Batch { base, scenarios, is_partial: watch.is_heeded() })
}
