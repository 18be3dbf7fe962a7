//! The perception index: experience against expectation, where a loss weighs more than a gain (method 3.5).

use std::collections::BTreeMap;

use super::before_after::{BeforeAfter, performance, weighted_mean};
use super::coverage::Coverage;
use super::map::ExperienceMap;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::moment::MomentId;
use crate::quantity::real::real;

/// performance - expectation in points; below expectation the distance counts `loss_aversion` times.
pub fn perception(performance: f64, expectation: f64, loss_aversion: f64) -> f64 {
    let surprise = performance - expectation;
    if surprise < 0.0 { loss_aversion * surprise } else { surprise }
}

/// The index without and with a portfolio; 0 is "as expected".
#[derive(Clone, Debug, PartialEq)]
pub struct PerceptionIndex {
    /// Weighted by omega_p w_pm; nothing when nobody weighs a moment.
    pub total: Option<BeforeAfter>,
    /// Moments without weight are left out.
    pub by_moment: BTreeMap<MomentId, BeforeAfter>,
}

impl PerceptionIndex {
    /// The index that a coverage brings.
    pub fn of(
        dossier: &Dossier,
        model: &DecisionModel,
        map: &ExperienceMap,
        coverage: &Coverage,
    ) -> PerceptionIndex {
        let performance = performance(dossier, map, coverage);
        let cells: Vec<(usize, f64, BeforeAfter)> = map
            .cells
            .iter()
            .map(|(cell, _, moment_index)| {
                let expectation = real(dossier.moments[moment_index].expectation);
                let index = |points: f64| perception(points, expectation, model.loss_aversion);
                let both = performance[cell];
                let figure = BeforeAfter { before: index(both.before), after: index(both.after) };
                (moment_index, map.cell_weights[cell], figure)
            })
            .collect();
        let mean = |at: Option<usize>| {
            let kept =
                cells.iter().filter(|(moment_index, ..)| at.is_none_or(|wanted| wanted == *moment_index));
            weighted_mean(kept.map(|(_, weight, figure)| (*weight, *figure)))
        };
        let moments = map.cells.moments().iter().enumerate();
        PerceptionIndex {
            total: mean(None),
            by_moment: moments.filter_map(|(at, id)| Some((id.clone(), mean(Some(at))?))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn a_disappointment_counts_double() {
        assert_eq!(perception(5.0, 7.0, 2.0), -4.0);
        assert_eq!(perception(9.0, 7.0, 2.0), 2.0);
    }

    #[test]
    fn the_index_moves_with_the_coverage() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let coverage = map.coverage(&example::portfolio(&["A2:core"]));
        let index = PerceptionIndex::of(&dossier, &model, &map, &coverage);
        assert_eq!(index.by_moment[&"M3".into()], BeforeAfter { before: -6.0, after: -8.0 });
        assert_eq!(index.by_moment[&"M1".into()].change(), 0.0);
        assert!(index.total.is_some());
    }
}
