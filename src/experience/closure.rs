//! `Closures`: which share of each experience gap one variant closes for each persona, and its depth for the optimizer.

use super::cell::Cells;
use super::lift::Lifts;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;
use crate::quantity::real::real;

/// No variant closes more than this, whatever the decision model says: a whole gap closed has no finite depth.
const CLOSURE_CEILING: f64 = 1.0 - 1e-9;

/// a_ipm for every variant and cell (method 3.5).
#[derive(Clone, Debug)]
pub struct Closures {
    investments: Vec<InvestmentId>,
    /// Variants of investment i stand at `first_variant[i]..first_variant[i + 1]`.
    first_variant: Vec<usize>,
    variants: Vec<(InvestmentId, VariantId)>,
    n_cells: usize,
    experience_gaps: Vec<f64>,
    closures: Vec<f64>,
    depths: Vec<f64>,
}

/// A lift stated at a moment although much of it also arrives there through nodes: likely counted twice.
#[derive(Clone, Debug, PartialEq)]
pub struct DoubleLift {
    pub investment: InvestmentId,
    pub persona: PersonaId,
    pub moment: MomentId,
    /// Direct lift over the experience gap.
    pub direct_share: f64,
    /// Propagated lift over the experience gap.
    pub propagated_share: f64,
}

impl Closures {
    /// a = clamp(benefit multiplier x lift / experience gap, closure_min, closure_max), the multiplier inside the clamp.
    ///
    /// Where performance already meets the target there is no gap: the closure is 0, whatever the lift.
    pub fn new(dossier: &Dossier, model: &DecisionModel, cells: &Cells, lifts: &Lifts) -> Closures {
        let experience_gaps: Vec<f64> = dossier
            .moments
            .iter()
            .map(|moment| (real(moment.target) - real(moment.performance)).max(0.0))
            .collect();
        let mut variants = Vec::new();
        let mut first_variant = vec![0];
        let mut closures = Vec::new();
        for (investment_index, investment) in dossier.investments.iter().enumerate() {
            for variant in &investment.variants {
                let multiplier = real(variant.benefit_multiplier);
                closures.extend(cells.iter().map(|(cell, _, moment_index)| {
                    let lift = multiplier * lifts.at(investment_index, cell).total();
                    closure(lift, experience_gaps[moment_index], model)
                }));
                variants.push((investment.id.clone(), variant.id.clone()));
            }
            first_variant.push(variants.len());
        }
        let depths = closures.iter().map(|closure: &f64| depth(*closure)).collect();
        let investments = dossier.investments.iter().map(|investment| investment.id.clone()).collect();
        Closures {
            investments,
            first_variant,
            variants,
            n_cells: cells.len(),
            experience_gaps,
            closures,
            depths,
        }
    }

    /// The share of the gap a variant closes for a persona at a moment, closure_min..=closure_max; 0 when unknown.
    pub fn closure(
        &self,
        cells: &Cells,
        investment: &InvestmentId,
        variant: &VariantId,
        persona: &PersonaId,
        moment: &MomentId,
    ) -> f64 {
        match (self.index(investment, variant), cells.find(persona, moment)) {
            (Some(variant_index), Some(cell)) => self.row(variant_index)[cell],
            _ => 0.0,
        }
    }

    /// The position of a variant among all variants of the dossier.
    pub fn index(&self, investment: &InvestmentId, variant: &VariantId) -> Option<usize> {
        let at = self.investments.binary_search(investment).ok()?;
        let own = self.first_variant[at]..self.first_variant[at + 1];
        own.into_iter().find(|index| &self.variants[*index].1 == variant)
    }

    /// Every variant in the order of the rows.
    pub fn variants(&self) -> &[(InvestmentId, VariantId)] {
        &self.variants
    }

    /// The closures of one variant, cell by cell.
    pub fn row(&self, variant_index: usize) -> &[f64] {
        &self.closures[variant_index * self.n_cells..(variant_index + 1) * self.n_cells]
    }

    /// The depths -ln(1 - a) of one variant, cell by cell: depths of a portfolio add up, and its coverage is
    /// 1 - exp(-sum of depths). Negative for harms.
    pub fn depth_row(&self, variant_index: usize) -> &[f64] {
        &self.depths[variant_index * self.n_cells..(variant_index + 1) * self.n_cells]
    }

    /// Points from performance to target by moment; 0 where the target is met.
    pub fn experience_gaps(&self) -> &[f64] {
        &self.experience_gaps
    }

    /// The lifts of which the direct and the propagated part, of the same sign, each exceed the limit
    /// `direct_and_propagated` (0.40) of the gap, in order of investment, persona and moment.
    pub fn double_lifts(&self, model: &DecisionModel, cells: &Cells, lifts: &Lifts) -> Vec<DoubleLift> {
        let limit = model.limit("direct_and_propagated", 0.40);
        let mut doubles = Vec::new();
        for (investment_index, investment) in self.investments.iter().enumerate() {
            for (cell, persona_index, moment_index) in cells.iter() {
                let gap = self.experience_gaps[moment_index];
                let lift = lifts.at(investment_index, cell);
                let is_double = lift.direct.abs() > limit * gap
                    && lift.propagated.abs() > limit * gap
                    && lift.direct * lift.propagated > 0.0;
                if gap > 0.0 && is_double {
                    doubles.push(DoubleLift {
                        investment: investment.clone(),
                        persona: cells.personas()[persona_index].clone(),
                        moment: cells.moments()[moment_index].clone(),
                        direct_share: lift.direct / gap,
                        propagated_share: lift.propagated / gap,
                    });
                }
            }
        }
        doubles
    }
}

/// The closure of one lift; written without `clamp`, which would panic on a model whose bounds are crossed.
fn closure(lift: f64, experience_gap: f64, model: &DecisionModel) -> f64 {
    if experience_gap > 0.0 {
        (lift / experience_gap).max(model.closure_min).min(model.closure_max.min(CLOSURE_CEILING))
    } else {
        0.0
    }
}

fn depth(closure: f64) -> f64 {
    -(-closure).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use crate::experience::map::ExperienceMap;
    use rust_decimal::dec;

    fn closure_of(map: &ExperienceMap, investment: &str, variant: &str, persona: &str, moment: &str) -> f64 {
        map.closures.closure(&map.cells, &investment.into(), &variant.into(), &persona.into(), &moment.into())
    }

    #[test]
    fn a_lift_is_a_share_of_the_gap_and_a_pilot_closes_its_part() {
        let map = ExperienceMap::new(&example::dossier(), &example::model());
        let core = closure_of(&map, "A1", "core", "P1", "M1");
        assert!((core - (1.0 + 0.3104) / 4.0).abs() < 1e-12);
        assert!((closure_of(&map, "A1", "pilot", "P1", "M1") - 0.1 * core).abs() < 1e-12);
        assert_eq!(closure_of(&map, "A2", "core", "P2", "M3"), -0.25);
        assert_eq!(closure_of(&map, "A2", "pilot", "P2", "M3"), 0.0, "A2 has no pilot");
    }

    #[test]
    fn the_multiplier_stands_inside_the_bounds() {
        let mut dossier = example::dossier();
        dossier.investments[0].moment_effects[0].lift.mode = dec!(100);
        let map = ExperienceMap::new(&dossier, &example::model());
        assert_eq!(closure_of(&map, "A1", "core", "P1", "M1"), 0.9);
        assert_eq!(
            closure_of(&map, "A1", "pilot", "P1", "M1"),
            0.9,
            "a tenth of 67 points is still above 0.9 x 4"
        );
        dossier.investments[1].moment_effects[1].lift.mode = dec!(-100);
        let map = ExperienceMap::new(&dossier, &example::model());
        assert_eq!(closure_of(&map, "A2", "core", "P2", "M3"), -0.5);
    }

    #[test]
    fn a_target_already_met_leaves_nothing_to_close() {
        let mut dossier = example::dossier();
        dossier.moments[0].performance = dec!(9.5);
        let map = ExperienceMap::new(&dossier, &example::model());
        assert_eq!(closure_of(&map, "A1", "core", "P1", "M1"), 0.0);
        assert_eq!(map.closures.experience_gaps()[0], 0.0);
    }

    #[test]
    fn depths_are_finite_even_where_a_model_lets_a_gap_close_wholly() {
        let mut dossier = example::dossier();
        dossier.investments[0].moment_effects[0].lift.mode = dec!(100);
        let model = DecisionModel { closure_max: 1.0, ..example::model() };
        let map = ExperienceMap::new(&dossier, &model);
        assert!(map.closures.depth_row(0).iter().all(|depth| depth.is_finite()));
        let variant_index = map.closures.index(&"A2".into(), &"core".into()).unwrap();
        let cell = map.cells.find(&"P2".into(), &"M3".into()).unwrap();
        let depth = map.closures.depth_row(variant_index)[cell];
        assert!((depth + 1.25_f64.ln()).abs() < 1e-15);
    }

    #[test]
    fn a_lift_stated_and_propagated_is_reported() {
        let mut dossier = example::dossier();
        assert!(doubles(&dossier).is_empty());
        dossier.investments[0].node_effects[0].health_points = dec!(12);
        dossier.investments[0].moment_effects[0].lift.mode = dec!(3);
        let found = doubles(&dossier);
        assert_eq!(found.iter().map(|double| double.persona.as_str()).collect::<Vec<_>>(), ["P1", "P2"]);
        assert_eq!(found[0].moment, "M1".into());
        assert!((found[0].propagated_share - 12.0 * 0.1552 / 4.0).abs() < 1e-12);
    }

    fn doubles(dossier: &Dossier) -> Vec<DoubleLift> {
        let model = example::model();
        let map = ExperienceMap::new(dossier, &model);
        map.closures.double_lifts(&model, &map.cells, &map.lifts)
    }
}
