//! Coverage as terms of the program: every cell is a saturating sum of what the candidates close (method 3.5).

use super::saturated::SaturatedSum;
use super::terms::Terms;
use crate::domain::portfolio_rule::Covered;
use crate::experience::covered::cell_weights_of;
use crate::experience::map::ExperienceMap;
use crate::optimize::choices::candidate::{Candidate, key_of};
use crate::optimize::program::Program;
use crate::quantity::real::real;

/// Coverage, at most 1, of everyone, a persona or a moment; cells that nobody closes add nothing.
pub fn coverage_terms(
    program: &mut Program,
    sums: &mut Vec<SaturatedSum>,
    map: &ExperienceMap,
    all: &[Candidate],
    covered: &Covered,
) -> Terms {
    let mut terms = Terms::default();
    let rows: Vec<Option<&[f64]>> = all
        .iter()
        .map(|candidate| {
            let (investment, variant) = key_of(candidate);
            map.closures.index(investment, variant).map(|index| map.closures.row(index))
        })
        .collect();
    for (cell, weight) in cell_weights_of(map, covered).into_iter().enumerate() {
        if weight == 0.0 {
            continue;
        }
        let closure = |place: usize| rows[place].map_or(0.0, |row| row[cell]) * real(all[place].choice.share);
        let shares: Vec<(usize, f64)> = (0..all.len())
            .map(|place| (place, closure(place)))
            .filter(|(_, closure)| *closure != 0.0)
            .collect();
        if !shares.is_empty() {
            let sum = SaturatedSum::add(program, shares, true);
            terms.add(sum.column(), weight * sum.scale());
            sums.push(sum);
        }
    }
    terms
}
