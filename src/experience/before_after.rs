//! `BeforeAfter`: one figure without and with a portfolio.

use super::coverage::Coverage;
use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::quantity::real::real;

/// A figure today and with the portfolio, in the same unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BeforeAfter {
    pub before: f64,
    pub after: f64,
}

impl BeforeAfter {
    /// after - before.
    pub fn change(&self) -> f64 {
        self.after - self.before
    }
}

/// Perceived performance of every cell, in points of the 0..=10 scale: after = performance + coverage x experience gap.
///
/// Where the target is already met there is no gap and nothing moves.
pub fn performance(dossier: &Dossier, map: &ExperienceMap, coverage: &Coverage) -> Vec<BeforeAfter> {
    let at = |(cell, _, moment_index): (usize, usize, usize)| {
        let before = real(dossier.moments[moment_index].performance);
        let gained = coverage.cells()[cell] * map.closures.experience_gaps()[moment_index];
        BeforeAfter { before, after: before + gained }
    };
    map.cells.iter().map(at).collect()
}

/// The weighted mean of some cells before and after; nothing when they carry no weight.
pub(super) fn weighted_mean(parts: impl Iterator<Item = (f64, BeforeAfter)>) -> Option<BeforeAfter> {
    let (mut total, mut sum) = (0.0, BeforeAfter::default());
    for (weight, figure) in parts {
        total += weight;
        sum.before += weight * figure.before;
        sum.after += weight * figure.after;
    }
    (total > 0.0).then(|| BeforeAfter { before: sum.before / total, after: sum.after / total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn performance_moves_by_the_covered_part_of_the_gap() {
        let dossier = example::dossier();
        let map = ExperienceMap::new(&dossier, &example::model());
        let coverage = map.coverage(&example::portfolio(&["A2:core"]));
        let cells = performance(&dossier, &map, &coverage);
        let at = |p: &str, m: &str| cells[map.cells.find(&p.into(), &m.into()).expect("in the grid")];
        assert_eq!(at("P2", "M3"), BeforeAfter { before: 4.0, after: 3.0 });
        assert_eq!(at("P2", "M3").change(), -1.0);
        assert_eq!(at("P1", "M1").change(), 0.0);
    }

    #[test]
    fn nothing_weighed_has_no_mean() {
        assert_eq!(weighted_mean([(0.0, BeforeAfter { before: 1.0, after: 2.0 })].into_iter()), None);
    }
}
