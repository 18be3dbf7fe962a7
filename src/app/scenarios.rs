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
}

impl Batch {
    /// The plans as pages are written from them.
    pub fn table(&self) -> ScenarioTable<'_> {
        let plans = self.scenarios.iter().map(|(scenario, chosen)| ScenarioPlan {
            id: &scenario.id,
            note: &scenario.note,
            plan: chosen.as_ref().map(Chosen::result).map_err(AppError::message),
        });
        ScenarioTable { base: self.base.result(), plans: plans.collect() }
    }
}

/// Chooses in every scenario with the same wish.
///
/// # Errors
/// Those of the dossier as it is.
pub fn scenarios(source: &Source, wish: &Wish) -> Result<Batch, AppError> {
    let watch = &wish.limits.watch;
    watch.step(1, None);
    let base = choose(source, wish)?;
    let count = base.opened.dossier.scenarios.len() + 1;
    let scenarios = base.opened.dossier.scenarios.iter().enumerate().map(|(number, scenario)| {
        watch.step(number + 2, Some(count));
        let source = source.in_scenario(&scenario.id);
        (scenario.clone(), choose(&source, wish))
    });
    let scenarios = scenarios.collect();
    Ok(Batch { base, scenarios })
}
