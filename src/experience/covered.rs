//! Coverage of everyone, of one persona or at one moment: one number from the same cells by other weights.

use super::coverage::{Coverage, weighted_coverage};
use super::map::ExperienceMap;
use crate::domain::portfolio::Portfolio;
use crate::domain::portfolio_rule::Covered;

/// The weights of the cells that a coverage is the weighted sum of, summing to 1.
///
/// Everyone: omega_p w_pm. One persona: w_pm. One moment: omega_p w_pm over its personas, or omega_p where nobody weighs
/// it. All 0 for a persona or moment that is unknown or that nobody weighs.
pub fn cell_weights_of(map: &ExperienceMap, covered: &Covered) -> Vec<f64> {
    let weights = |part: &dyn Fn(usize, usize, usize) -> f64| -> Vec<f64> {
        let parts: Vec<f64> = map.cells.iter().map(|(cell, p, m)| part(cell, p, m)).collect();
        let total: f64 = parts.iter().sum();
        parts.into_iter().map(|part| if total > 0.0 { part / total } else { 0.0 }).collect()
    };
    match covered {
        Covered::Everyone => map.cell_weights.clone(),
        Covered::Persona(id) => {
            let wanted = map.cells.persona_index(id);
            weights(&|cell, p, _| if Some(p) == wanted { map.importance.shares()[cell] } else { 0.0 })
        }
        Covered::Moment(id) => {
            let wanted = map.cells.moment_index(id);
            let weighed = weights(&|cell, _, m| if Some(m) == wanted { map.cell_weights[cell] } else { 0.0 });
            if weighed.iter().any(|weight| *weight > 0.0) {
                return weighed;
            }
            weights(&|_, p, m| if Some(m) == wanted { map.persona_weights[p] } else { 0.0 })
        }
    }
}

/// The coverage that a portfolio reaches of them, at most 1; the same number as in [`Coverage`].
pub fn coverage_of(map: &ExperienceMap, covered: &Covered, portfolio: &Portfolio) -> f64 {
    weighted_coverage(Coverage::of(map, portfolio).cells(), &cell_weights_of(map, covered))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn parts_are_the_numbers_of_the_coverage() {
        let map = ExperienceMap::new(&example::dossier(), &example::model());
        let portfolio = example::portfolio(&["A1:core", "A2:core"]);
        let coverage = map.coverage(&portfolio);
        assert!((coverage_of(&map, &Covered::Everyone, &portfolio) - coverage.total).abs() < 1e-12);
        for (id, share) in &coverage.by_persona {
            let own = coverage_of(&map, &Covered::Persona(id.clone()), &portfolio);
            assert!((own - share).abs() < 1e-12);
        }
        for (id, share) in &coverage.by_moment {
            let own = coverage_of(&map, &Covered::Moment(id.clone()), &portfolio);
            assert!((own - share).abs() < 1e-12);
        }
        assert_eq!(coverage_of(&map, &Covered::Persona("nobody".into()), &portfolio), 0.0);
    }
}
