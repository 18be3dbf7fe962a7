//! Kano: how satisfaction answers performance by class, and which must-be moments stand below their floor (method 3.5).

use std::collections::BTreeMap;

use super::before_after::{BeforeAfter, performance, weighted_mean};
use super::coverage::Coverage;
use super::map::ExperienceMap;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::moment::{Kano, MomentId};
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// Slack of a floor, so that a coverage at the floor is not refused for its last digit.
const FLOOR_TOLERANCE: f64 = 1e-9;

/// Satisfaction u for a quality q = performance / target, q cut to 0..=1.
///
/// must-be (1 - e^(-s q)) / (1 - e^(-s)) with steepness s, steep loss below and flat above; performance q;
/// attractive q^power; indifferent 0; reverse -q: what the customer does not want is missed by nobody and resented
/// in proportion. A steepness of 0 is the limit, u = q.
pub fn satisfaction(class: Kano, quality: f64, model: &DecisionModel) -> f64 {
    let q = quality.clamp(0.0, 1.0);
    let steepness = model.kano_must_be_steepness;
    match class {
        Kano::MustBe if steepness == 0.0 => q,
        Kano::MustBe => (-steepness * q).exp_m1() / (-steepness).exp_m1(),
        Kano::Performance => q,
        Kano::Attractive => q.powf(model.kano_attractive_power),
        Kano::Indifferent => 0.0,
        Kano::Reverse => -q,
    }
}

/// Satisfaction without and with a portfolio, -1..=1.
#[derive(Clone, Debug, PartialEq)]
pub struct Satisfaction {
    /// Weighted by omega_p w_pm; nothing when nobody weighs a moment.
    pub total: Option<BeforeAfter>,
    /// Moments and personas without weight are left out.
    pub by_moment: BTreeMap<MomentId, BeforeAfter>,
    pub by_persona: BTreeMap<PersonaId, BeforeAfter>,
}

impl Satisfaction {
    /// The satisfaction that a coverage brings: u(performance / target) before, with the covered gap added after.
    ///
    /// A target of 0 or less asks for nothing and counts as met.
    pub fn of(
        dossier: &Dossier,
        model: &DecisionModel,
        map: &ExperienceMap,
        coverage: &Coverage,
    ) -> Satisfaction {
        let performance = performance(dossier, map, coverage);
        let cells: Vec<BeforeAfter> = map
            .cells
            .iter()
            .map(|(cell, _, moment_index)| {
                let moment = &dossier.moments[moment_index];
                let target = real(moment.target);
                let quality = |points: f64| if target > 0.0 { points / target } else { 1.0 };
                BeforeAfter {
                    before: satisfaction(moment.kano, quality(performance[cell].before), model),
                    after: satisfaction(moment.kano, quality(performance[cell].after), model),
                }
            })
            .collect();
        let mean = |keep: &dyn Fn(usize, usize) -> bool| {
            let kept = map.cells.iter().filter(|(_, persona, moment)| keep(*persona, *moment));
            weighted_mean(kept.map(|(cell, ..)| (map.cell_weights[cell], cells[cell])))
        };
        let moments = map.cells.moments().iter().enumerate();
        let personas = map.cells.personas().iter().enumerate();
        Satisfaction {
            total: mean(&|_, _| true),
            by_moment: moments.filter_map(|(at, id)| Some((id.clone(), mean(&|_, m| m == at)?))).collect(),
            by_persona: personas.filter_map(|(at, id)| Some((id.clone(), mean(&|p, _| p == at)?))).collect(),
        }
    }
}

/// A must-be moment that is covered less than its floor for a persona who cares.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowFloor {
    pub persona: PersonaId,
    pub moment: MomentId,
    pub coverage: f64,
}

/// The cells a floor holds for: must-be moments with a gap, for personas who give them importance.
///
/// For each of them a portfolio must reach: sum of depths >= -ln(1 - floor).
pub fn floor_cells(dossier: &Dossier, map: &ExperienceMap) -> Vec<usize> {
    let holds = |(cell, _, moment_index): &(usize, usize, usize)| {
        dossier.moments[*moment_index].kano == Kano::MustBe
            && map.importance.shares()[*cell] > 0.0
            && map.closures.experience_gaps()[*moment_index] > 0.0
    };
    map.cells.iter().filter(holds).map(|(cell, ..)| cell).collect()
}

/// The must-be moments that a coverage leaves below `floor` (0..1), in order of persona and moment.
///
/// A floor of 0 or less asks for nothing. A coverage less than 1e-9 below the floor reaches it.
pub fn below_floor(
    dossier: &Dossier,
    map: &ExperienceMap,
    coverage: &Coverage,
    floor: f64,
) -> Vec<BelowFloor> {
    if floor <= 0.0 {
        return Vec::new();
    }
    let cells = floor_cells(dossier, map).into_iter();
    let low = cells.filter(|cell| coverage.cells()[*cell] < floor - FLOOR_TOLERANCE);
    low.map(|cell| {
        let (persona, moment) = map.cells.ids(cell);
        BelowFloor { persona: persona.clone(), moment: moment.clone(), coverage: coverage.cells()[cell] }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn the_classes_answer_performance_differently() {
        let u = |class| satisfaction(class, 0.5, &example::model());
        assert!((u(Kano::MustBe) - (1.0 - (-2.0_f64).exp()) / (1.0 - (-4.0_f64).exp())).abs() < 1e-15);
        assert_eq!([u(Kano::Performance), u(Kano::Attractive)], [0.5, 0.25]);
        assert_eq!([u(Kano::Indifferent), u(Kano::Reverse)], [0.0, -0.5]);
    }

    #[test]
    fn quality_is_cut_to_its_range_and_a_flat_curve_is_the_limit() {
        let model = example::model();
        assert_eq!(satisfaction(Kano::MustBe, 7.0, &model), 1.0);
        assert_eq!(satisfaction(Kano::MustBe, -1.0, &model), 0.0);
        let flat = DecisionModel { kano_must_be_steepness: 0.0, ..model };
        assert_eq!(satisfaction(Kano::MustBe, 0.3, &flat), 0.3);
    }

    #[test]
    fn floors_hold_for_must_be_moments_of_those_who_care() {
        let mut dossier = example::dossier();
        let map = ExperienceMap::new(&dossier, &example::model());
        let nothing = Coverage::none(&map);
        let found = below_floor(&dossier, &map, &nothing, 0.2);
        assert_eq!(found.iter().map(|low| low.persona.as_str()).collect::<Vec<_>>(), ["P1", "P2"]);
        assert!(below_floor(&dossier, &map, &nothing, 0.0).is_empty());
        let both = map.coverage(&example::portfolio(&["A1:core", "A2:core"]));
        assert_eq!(below_floor(&dossier, &map, &both, 0.2), []);
        assert_eq!(below_floor(&dossier, &map, &both, 0.3).len(), 1);
        dossier.importances.retain(|importance| importance.persona.as_str() == "P1");
        let map = ExperienceMap::new(&dossier, &example::model());
        assert_eq!(below_floor(&dossier, &map, &Coverage::none(&map), 0.2).len(), 1);
    }

    #[test]
    fn satisfaction_rises_where_the_gap_closes_and_falls_where_harm_is_done() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let coverage = map.coverage(&example::portfolio(&["A2:core"]));
        let satisfaction = Satisfaction::of(&dossier, &model, &map, &coverage);
        assert!(satisfaction.by_moment[&"M2".into()].change() > 0.0);
        let lost = satisfaction.by_moment[&"M3".into()];
        assert!((lost.before - 0.25).abs() < 1e-15 && (lost.after - 9.0 / 64.0).abs() < 1e-15);
        assert_eq!(satisfaction.by_moment[&"M1".into()].change(), 0.0);
        assert!(satisfaction.by_persona[&"P2".into()].change() < 0.0);
    }
}
