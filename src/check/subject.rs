//! `Subject`: what a rule looks at.

use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::experience::map::ExperienceMap;

/// A dossier, the decision model it rests on, and its experience map under that model, worked out once for all rules.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub dossier: &'a Dossier,
    pub model: &'a DecisionModel,
    pub map: &'a ExperienceMap,
}

/// What one rule finds in a dossier.
#[cfg(test)]
pub(super) fn look(
    apply: fn(&Subject<'_>) -> Vec<crate::domain::finding::Finding>,
    dossier: &Dossier,
    model: &DecisionModel,
) -> Vec<crate::domain::finding::Finding> {
    apply(&Subject { dossier, model, map: &ExperienceMap::new(dossier, model) })
}
