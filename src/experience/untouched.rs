//! Must-be moments below what is expected that no investment lifts (method 2.4, `must_be_below_floor`).

use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::domain::moment::{Kano, MomentOfTruth};

/// The must-be moments that perform below expectation and that no investment, in its full scope, lifts for any
/// persona, directly and through nodes taken together; in order of the dossier.
///
/// None without personas: then nobody's moments are known to be lifted or not.
pub fn untouched_must_bes<'a>(dossier: &'a Dossier, map: &ExperienceMap) -> Vec<&'a MomentOfTruth> {
    if map.cells.is_empty() {
        return Vec::new();
    }
    let is_lifted = |moment: &MomentOfTruth| {
        map.cells.moment_index(&moment.id).is_some_and(|at| {
            (0..map.cells.personas().len()).map(|persona| map.cells.cell(persona, at)).any(|cell| {
                (0..map.lifts.investments().len()).any(|index| map.lifts.at(index, cell).total() > 0.0)
            })
        })
    };
    let low = dossier
        .moments
        .iter()
        .filter(|moment| moment.kano == Kano::MustBe && moment.performance < moment.expectation);
    low.filter(|moment| !is_lifted(moment)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::MomentId;
    use crate::experience::example;
    use rust_decimal::dec;

    fn untouched(dossier: &Dossier) -> Vec<MomentId> {
        let map = ExperienceMap::new(dossier, &example::model());
        untouched_must_bes(dossier, &map).into_iter().map(|moment| moment.id.clone()).collect()
    }

    #[test]
    fn a_moment_is_lifted_directly_or_through_nodes_and_a_larger_harm_undoes_it() {
        let mut dossier = example::dossier();
        dossier.moments[0].kano = Kano::MustBe;
        dossier.moments[0].expectation = dossier.moments[0].performance + dec!(1);
        let low: MomentId = "M1".into();
        assert!(!untouched(&dossier).contains(&low), "A1 lifts it directly and through N1");
        let effect = &mut dossier.investments[0].moment_effects[0];
        (effect.lift.low, effect.lift.mode, effect.lift.high) = (dec!(-0.1), dec!(-0.1), dec!(-0.1));
        assert!(!untouched(&dossier).contains(&low), "0.31 points still arrive through N1");
        dossier.investments[0].moment_effects[0].lift.mode = dec!(-1);
        assert!(untouched(&dossier).contains(&low));
        dossier.moments[0].expectation = dossier.moments[0].performance;
        assert!(!untouched(&dossier).contains(&low), "as good as expected");
    }

    #[test]
    fn without_personas_nothing_is_known() {
        let mut dossier = example::dossier();
        dossier.investments.clear();
        assert!(!untouched(&dossier).is_empty());
        dossier.personas.clear();
        assert!(untouched(&dossier).is_empty());
    }
}
