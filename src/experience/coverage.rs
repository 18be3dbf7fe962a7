//! `Coverage`: the share of the experience gaps a portfolio closes, with diminishing returns (method 3.5).

use std::collections::BTreeMap;

use super::map::ExperienceMap;
use crate::domain::journey::{JourneyId, Stage};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::domain::portfolio::Portfolio;
use crate::quantity::real::real;

/// Below this a negative coverage is taken for rounding, not for a loss.
const NO_LOSS: f64 = -1e-12;

/// Shares of gaps closed, at most 1, negative where harms outweigh; before any portfolio every one of them is 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// COV = sum over p and m of omega_p w_pm cov_pm.
    pub total: f64,
    /// Weighted by omega_p w_pm over the personas; a moment nobody weighs is averaged over the personas by omega_p.
    pub by_moment: BTreeMap<MomentId, f64>,
    /// Weighted by w_pm over the moments; personas who state no importance are left out.
    pub by_persona: BTreeMap<PersonaId, f64>,
    /// Weighted as the total over the moments of a journey; journeys nobody weighs are left out.
    pub by_journey: BTreeMap<JourneyId, f64>,
    /// Weighted as the total over the moments of a life-cycle stage; stages nobody weighs are left out.
    pub by_stage: BTreeMap<Stage, f64>,
    /// cov_pm of every cell.
    pub by_persona_moment: BTreeMap<(PersonaId, MomentId), f64>,
    cells: Vec<f64>,
}

impl Coverage {
    /// The coverage of a portfolio: cov_pm = 1 - product over its choices of (1 - a_ipm x share funded).
    ///
    /// The order of the choices does not matter, nor do start years: coverage is what is reached once all are live.
    /// A choice the dossier does not know closes nothing.
    pub fn of(map: &ExperienceMap, portfolio: &Portfolio) -> Coverage {
        let mut remaining = vec![1.0; map.cells.len()];
        for choice in portfolio.choices() {
            if let Some(variant_index) = map.closures.index(&choice.investment, &choice.variant) {
                let share = real(choice.share);
                close(&mut remaining, map.closures.row(variant_index).iter().map(|closure| share * closure));
            }
        }
        Coverage::of_cells(map, remaining.into_iter().map(|open| 1.0 - open).collect())
    }

    /// The coverage with these shares, cell by cell in the order of `map.cells`.
    pub fn of_cells(map: &ExperienceMap, cells: Vec<f64>) -> Coverage {
        debug_assert_eq!(cells.len(), map.cells.len());
        let weights = &map.cell_weights;
        let persona_of = |persona: usize, _: usize| Some(map.cells.personas()[persona].clone());
        let moment_of = |_: usize, moment: usize| Some(map.cells.moments()[moment].clone());
        let journey_of = |_: usize, moment: usize| Some(map.cells.journey(moment).clone());
        let stage_of = |_: usize, moment: usize| map.cells.stage(moment);
        let by_persona_weight: Vec<f64> =
            map.cells.iter().map(|(_, persona_index, _)| map.persona_weights[persona_index]).collect();
        let mut by_moment = mean_by(map, &by_persona_weight, &cells, moment_of);
        by_moment.extend(mean_by(map, weights, &cells, moment_of));
        Coverage {
            total: weighted_coverage(&cells, weights),
            by_moment,
            by_persona: mean_by(map, map.importance.shares(), &cells, persona_of),
            by_journey: mean_by(map, weights, &cells, journey_of),
            by_stage: mean_by(map, weights, &cells, stage_of),
            by_persona_moment: map
                .cells
                .iter()
                .map(|(cell, p, m)| {
                    ((map.cells.personas()[p].clone(), map.cells.moments()[m].clone()), cells[cell])
                })
                .collect(),
            cells,
        }
    }

    /// The coverage of no portfolio: 0 everywhere.
    pub fn none(map: &ExperienceMap) -> Coverage {
        Coverage::of_cells(map, vec![0.0; map.cells.len()])
    }

    /// cov_pm cell by cell, in the order of the map's cells.
    pub fn cells(&self) -> &[f64] {
        &self.cells
    }

    /// The personas who are worse off over all their moments, with their coverage, sorted by identifier.
    pub fn losers(&self) -> Vec<(&PersonaId, f64)> {
        self.by_persona
            .iter()
            .filter(|(_, share)| **share < NO_LOSS)
            .map(|(id, share)| (id, *share))
            .collect()
    }

    /// The single moments at which a persona is worse off, whether the persona cares or not, sorted by identifiers.
    pub fn losses(&self) -> Vec<(&PersonaId, &MomentId, f64)> {
        let negative = self.by_persona_moment.iter().filter(|(_, share)| **share < NO_LOSS);
        negative.map(|((persona, moment), share)| (persona, moment, *share)).collect()
    }
}

/// Closes each cell by one more variant: remaining_c x (1 - a_c).
pub fn close(remaining: &mut [f64], closures: impl Iterator<Item = f64>) {
    remaining.iter_mut().zip(closures).for_each(|(open, closure)| *open *= 1.0 - closure);
}

/// Sum over cells of weight x coverage.
pub fn weighted_coverage(coverage: &[f64], weights: &[f64]) -> f64 {
    debug_assert_eq!(coverage.len(), weights.len());
    coverage.iter().zip(weights).map(|(share, weight)| share * weight).sum()
}

/// Weighted means over the cells of each group; groups without weight are left out.
fn mean_by<Key: Ord>(
    map: &ExperienceMap,
    weights: &[f64],
    cells: &[f64],
    key: impl Fn(usize, usize) -> Option<Key>,
) -> BTreeMap<Key, f64> {
    let mut sums: BTreeMap<Key, (f64, f64)> = BTreeMap::new();
    for (cell, persona_index, moment_index) in map.cells.iter() {
        if let Some(group) = key(persona_index, moment_index) {
            let (weighted, total) = sums.entry(group).or_default();
            *weighted += weights[cell] * cells[cell];
            *total += weights[cell];
        }
    }
    sums.into_iter()
        .filter(|(_, (_, total))| *total > 0.0)
        .map(|(group, (sum, total))| (group, sum / total))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn map() -> ExperienceMap {
        ExperienceMap::new(&example::dossier(), &example::model())
    }

    #[test]
    fn a_second_solution_closes_only_what_is_left() {
        let map = map();
        let (one, two) = (0.4 / 2.0, 0.776 / 2.0);
        let coverage = map.coverage(&example::portfolio(&["A1:core", "A2:core"]));
        let cell = coverage.by_persona_moment[&("P1".into(), "M2".into())];
        assert!((cell - (1.0 - (1.0 - one) * (1.0 - two))).abs() < 1e-12);
    }

    #[test]
    fn parts_of_the_coverage_add_up_to_the_total() {
        let map = map();
        let coverage = map.coverage(&example::portfolio(&["A1:pilot", "A2:core"]));
        let by_persona: f64 =
            coverage.by_persona.values().zip(&map.persona_weights).map(|(c, w)| c * w).sum();
        assert!((by_persona - coverage.total).abs() < 1e-15);
        assert_eq!(coverage.by_stage[&Stage::Support], coverage.by_moment[&"M3".into()]);
        assert_eq!(coverage.by_journey.len(), 2);
    }

    #[test]
    fn nothing_chosen_and_nothing_known_cover_nothing() {
        let map = map();
        assert_eq!(map.coverage(&Portfolio::default()), Coverage::none(&map));
        assert_eq!(map.coverage(&example::portfolio(&["A9:core", "A1:grand"])).total, 0.0);
    }

    #[test]
    fn who_loses_is_named() {
        let coverage = map().coverage(&example::portfolio(&["A2:core"]));
        assert_eq!(coverage.losers(), [(&"P2".into(), -0.125)]);
        assert_eq!(coverage.losses(), [(&"P2".into(), &"M3".into(), -0.25)]);
    }

    #[test]
    fn a_moment_nobody_weighs_is_averaged_over_the_personas() {
        let mut dossier = example::dossier();
        dossier.importances.retain(|importance| importance.moment.as_str() != "M3");
        let map = ExperienceMap::new(&dossier, &example::model());
        let coverage = map.coverage(&example::portfolio(&["A2:core"]));
        assert_eq!(coverage.by_moment[&"M3".into()], 0.75 * -0.25);
        assert_eq!(coverage.by_stage.get(&Stage::Support), None);
    }
}
