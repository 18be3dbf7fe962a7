//! `Cells`: the persona x moment grid on which lifts, closures, weights and coverage stand side by side.

use crate::domain::dossier::Dossier;
use crate::domain::journey::{JourneyId, Stage};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;

/// Positions of personas and moments; cell (p, m) stands at p x number of moments + m.
#[derive(Clone, Debug)]
pub struct Cells {
    personas: Vec<PersonaId>,
    moments: Vec<MomentId>,
    journeys: Vec<JourneyId>,
    stages: Vec<Option<Stage>>,
}

impl Cells {
    /// The grid of a dossier, personas and moments in the order of their identifiers.
    ///
    /// A moment without a stage of its own stands in the main stage of its journey, or in none.
    pub fn new(dossier: &Dossier) -> Cells {
        let stage_of = |journey: &JourneyId| {
            dossier.journeys.iter().find(|item| &item.id == journey).and_then(|item| item.main_stage)
        };
        Cells {
            personas: dossier.personas.iter().map(|persona| persona.id.clone()).collect(),
            moments: dossier.moments.iter().map(|moment| moment.id.clone()).collect(),
            journeys: dossier.moments.iter().map(|moment| moment.journey.clone()).collect(),
            stages: dossier.moments.iter().map(|m| m.stage.or_else(|| stage_of(&m.journey))).collect(),
        }
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.personas.len() * self.moments.len()
    }

    /// Whether there is no cell at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The personas, sorted.
    pub fn personas(&self) -> &[PersonaId] {
        &self.personas
    }

    /// The moments, sorted.
    pub fn moments(&self) -> &[MomentId] {
        &self.moments
    }

    /// The journey of a moment, by the moment's position.
    pub fn journey(&self, moment_index: usize) -> &JourneyId {
        &self.journeys[moment_index]
    }

    /// The life-cycle stage of a moment, by the moment's position.
    pub fn stage(&self, moment_index: usize) -> Option<Stage> {
        self.stages[moment_index]
    }

    /// The position of a persona.
    pub fn persona_index(&self, persona: &PersonaId) -> Option<usize> {
        self.personas.binary_search(persona).ok()
    }

    /// The position of a moment.
    pub fn moment_index(&self, moment: &MomentId) -> Option<usize> {
        self.moments.binary_search(moment).ok()
    }

    /// The cell at a position of a persona and a position of a moment.
    pub fn cell(&self, persona_index: usize, moment_index: usize) -> usize {
        persona_index * self.moments.len() + moment_index
    }

    /// The cell of a persona and a moment; nothing when the dossier knows one of them not.
    pub fn find(&self, persona: &PersonaId, moment: &MomentId) -> Option<usize> {
        Some(self.cell(self.persona_index(persona)?, self.moment_index(moment)?))
    }

    /// Every cell in order: its position, the position of its persona and that of its moment.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let n_moments = self.moments.len();
        (0..self.len()).map(move |cell| (cell, cell / n_moments, cell % n_moments))
    }

    /// The identifiers of a cell.
    pub fn ids(&self, cell: usize) -> (&PersonaId, &MomentId) {
        (&self.personas[cell / self.moments.len()], &self.moments[cell % self.moments.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn a_cell_is_found_again_by_its_identifiers() {
        let cells = Cells::new(&example::dossier());
        assert_eq!(cells.len(), 2 * 3);
        for (cell, persona_index, moment_index) in cells.iter() {
            let (persona, moment) = cells.ids(cell);
            assert_eq!(cells.find(persona, moment), Some(cell));
            assert_eq!(cells.cell(persona_index, moment_index), cell);
        }
        assert_eq!(cells.find(&"P9".into(), &"M1".into()), None);
    }

    #[test]
    fn a_moment_without_a_stage_stands_in_that_of_its_journey() {
        let mut dossier = example::dossier();
        dossier.moments[0].stage = None;
        dossier.journeys[0].main_stage = Some(Stage::Evaluate);
        assert_eq!(Cells::new(&dossier).stage(0), Some(Stage::Evaluate));
    }
}
