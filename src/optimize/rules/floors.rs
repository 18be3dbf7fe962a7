//! Floors on must-be moments (method 3.5).

use rust_decimal::Decimal;

use super::places::{Places, terms};
use crate::experience::kano::floor_cells;
use crate::experience::map::ExperienceMap;
use crate::optimize::choices::candidate::{Candidate, key_of};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;
use crate::quantity::real::{exact, real};

/// sum over candidates of -ln(1 - a x share) >= -ln(1 - floor), for every must-be moment and persona that cares.
///
/// The logarithms are reals; they enter as decimals of 12 digits, so a floor is kept to about 1e-12.
pub fn moment_floors(places: Places, map: &ExperienceMap) -> Vec<Rule> {
    let settings = &places.dossier.settings;
    let floor = real(settings.must_be_floor);
    if floor <= 0.0 {
        return Vec::new();
    }
    let cells = floor_cells(places.dossier, map).into_iter();
    cells.map(|cell| floor_at(places, map, cell, floor).stated_at(&settings.place)).collect()
}

/// The floor of one cell, 0..1.
pub fn floor_at(places: Places, map: &ExperienceMap, cell: usize, floor: f64) -> Rule {
    let needed = decimal(-(1.0 - floor.min(0.999)).ln());
    let depths = places.candidates.iter().map(|candidate| depth(map, candidate, cell)).enumerate();
    let (persona, moment) = map.cells.ids(cell);
    let statement = Statement::MomentFloor { moment: moment.clone(), persona: persona.clone() };
    Rule::new(statement, terms(depths), Side::AtLeast, needed)
}

fn depth(map: &ExperienceMap, candidate: &Candidate, cell: usize) -> Decimal {
    let (investment, variant) = key_of(candidate);
    let Some(index) = map.closures.index(investment, variant) else { return Decimal::ZERO };
    if candidate.choice.share == Decimal::ONE {
        return decimal(map.closures.depth_row(index)[cell]);
    }
    decimal(-(-map.closures.row(index)[cell] * real(candidate.choice.share)).ln_1p())
}

fn decimal(real: f64) -> Decimal {
    exact(real).unwrap_or(Decimal::ZERO).round_dp(12)
}
