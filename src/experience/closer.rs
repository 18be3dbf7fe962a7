//! Which variants close most of one moment's gap, and how: at the moment itself or from behind the stage.

use super::map::ExperienceMap;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::moment::MomentId;
use crate::domain::persona::PersonaId;

/// What one variant alone does at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Closer {
    pub investment: InvestmentId,
    pub variant: VariantId,
    /// Share of the gap closed over all personas, by weight and care; negative for harms.
    pub share: f64,
    /// Share by persona.
    pub by_persona: Vec<(PersonaId, f64)>,
    /// Mean lift over the personas in points, in the variant's scope, before it is held within the limits of a closure.
    pub direct: f64,
    pub propagated: f64,
}

/// The variants that move a moment, the largest share first; ties in order of identifiers. Unknown moments have none.
///
/// Personas count by omega_p x importance; where nobody cares for the moment, by omega_p.
pub fn closers(dossier: &Dossier, map: &ExperienceMap, moment: &MomentId) -> Vec<Closer> {
    let Some(moment_index) = map.cells.moment_index(moment) else { return Vec::new() };
    let cells: Vec<usize> =
        (0..map.cells.personas().len()).map(|persona| map.cells.cell(persona, moment_index)).collect();
    let cared: Vec<f64> = cells.iter().map(|cell| map.cell_weights[*cell]).collect();
    let weights = if cared.iter().sum::<f64>() > 0.0 { cared } else { map.persona_weights.clone() };
    let total: f64 = weights.iter().sum();
    let mean = |figure: &dyn Fn(usize) -> f64| -> f64 {
        let sum: f64 = cells.iter().zip(&weights).map(|(cell, weight)| weight * figure(*cell)).sum();
        if total > 0.0 { sum / total } else { 0.0 }
    };
    let mut found = Vec::new();
    for (investment, variant) in dossier.variants() {
        let rows = (map.closures.index(&investment.id, &variant.id), map.lifts.index(&investment.id));
        let (Some(variant_index), Some(investment_index)) = rows else { continue };
        let row = map.closures.row(variant_index);
        if cells.iter().all(|cell| row[*cell] == 0.0) {
            continue;
        }
        let scope = crate::quantity::real::real(variant.benefit_multiplier);
        let by_persona = map.cells.personas().iter().zip(&cells);
        found.push(Closer {
            investment: investment.id.clone(),
            variant: variant.id.clone(),
            share: mean(&|cell| row[cell]),
            by_persona: by_persona.map(|(persona, cell)| (persona.clone(), row[*cell])).collect(),
            direct: mean(&|cell| scope * map.lifts.at(investment_index, cell).direct),
            propagated: mean(&|cell| scope * map.lifts.at(investment_index, cell).propagated),
        });
    }
    found.sort_by(|a, b| b.share.total_cmp(&a.share));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    #[test]
    fn the_share_is_the_coverage_of_the_variant_alone() {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let mut n_seen = 0;
        for moment in map.cells.moments() {
            for closer in closers(&dossier, &map, moment) {
                let name = format!("{}:{}", closer.investment, closer.variant);
                let coverage = map.coverage(&example::portfolio(&[&name]));
                assert!((coverage.by_moment[moment] - closer.share).abs() < 1e-12, "{name} {moment}");
                n_seen += 1;
            }
        }
        assert!(n_seen > 2);
        assert!(closers(&dossier, &map, &"M9".into()).is_empty());
    }
}
