//! `PersonaChange`: what a portfolio changes for one persona, in points of the 0..=10 scale.

use super::before_after::{BeforeAfter, performance, weighted_mean};
use super::coverage::Coverage;
use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;

/// What a portfolio changes for one persona.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonaChange {
    pub persona: PersonaId,
    /// Performance over all moments, weighted by the persona's importance; nothing when it states none.
    pub score: Option<BeforeAfter>,
    /// Moments the persona cares for that get better, with the points gained; first what is felt most: importance x gain.
    pub gains: Vec<(MomentId, f64)>,
}

/// The change for every persona, in their order; equal gains stand in order of moments.
pub fn persona_changes(dossier: &Dossier, map: &ExperienceMap, coverage: &Coverage) -> Vec<PersonaChange> {
    let performance = performance(dossier, map, coverage);
    let shares = map.importance.shares();
    let of_persona = |(persona_index, persona): (usize, &PersonaId)| {
        let cells = || (0..map.cells.moments().len()).map(|at| (at, map.cells.cell(persona_index, at)));
        let mut gains: Vec<(usize, usize)> =
            cells().filter(|(_, cell)| shares[*cell] > 0.0 && performance[*cell].change() > 0.0).collect();
        let felt = |cell: usize| shares[cell] * performance[cell].change();
        gains.sort_by(|a, b| felt(b.1).total_cmp(&felt(a.1)));
        let gains =
            gains.into_iter().map(|(at, cell)| (map.cells.moments()[at].clone(), performance[cell].change()));
        let gains = gains.collect();
        let score = weighted_mean(cells().map(|(_, cell)| (shares[cell], performance[cell])));
        PersonaChange { persona: persona.clone(), score, gains }
    };
    map.cells.personas().iter().enumerate().map(of_persona).collect()
}
