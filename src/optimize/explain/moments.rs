//! Which moments a plan leaves uncovered, and what it costs to cover each of them.

use super::asker::Asker;
use super::optimum::{Figure, Optimum};
use crate::domain::moment::{Kano, MomentId};
use crate::domain::portfolio::Choice;
use crate::optimize::outcome::{ChooseError, unless_stopped};
use crate::optimize::rules::floors::floor_at;
use crate::quantity::real::real;

/// Share of the gap from which a moment counts as covered where the dossier states no floor.
const LEVEL: f64 = 0.5;

/// How far a coverage may fall short of the level for its last digit.
const TOLERANCE: f64 = 1e-9;

/// One moment with a gap that somebody weighs.
#[derive(Clone, Debug)]
pub struct MomentStanding {
    pub moment: MomentId,
    pub is_must_be: bool,
    /// Share of the gap that the plan closes, weighted over the personas.
    pub coverage: f64,
    /// The same for the persona who has least of it, among those who give the moment importance.
    pub least: f64,
    /// Share of the gap to be closed for each of them: the dossier's floor, or a half where it states none.
    pub level: f64,
    /// What it takes to get there; none where the plan is there already.
    pub to_cover: Option<ToCover>,
}

/// What covering a moment takes.
#[derive(Clone, Debug)]
pub enum ToCover {
    /// The best plan that covers it, less the best plan: at most 0.
    At { npv: Figure, enters: Vec<Choice>, leaves: Vec<Choice> },
    /// No plan that keeps the rules covers it.
    Impossible,
}

/// Every moment with a gap that somebody weighs, in order of identifiers; one question is asked for each uncovered one.
/// Stopped in the middle, those that are known by then.
pub fn moments(asker: &mut Asker, base: &Optimum) -> Result<Vec<MomentStanding>, ChooseError> {
    let grounds = asker.problem.setting.grounds;
    let (dossier, map) = (grounds.dossier, grounds.map);
    let stated = real(dossier.settings.must_be_floor);
    let level = if stated > 0.0 { stated } else { LEVEL };
    let coverage = map.coverage(&asker.problem.portfolio(&base.chosen));
    let mut told = Vec::new();
    for (index, moment) in dossier.moments.iter().enumerate() {
        let weighed = map.cells.iter().filter(|(cell, _, at)| {
            *at == index
                && map.importance.shares()[*cell] > 0.0
                && map.closures.experience_gaps()[index] > 0.0
        });
        let cells: Vec<usize> = weighed.map(|(cell, ..)| cell).collect();
        if cells.is_empty() {
            continue;
        }
        let least = cells.iter().map(|cell| coverage.cells()[*cell]).fold(f64::INFINITY, f64::min);
        let to_cover = match least < level - TOLERANCE {
            true => match unless_stopped(to_cover(asker, base, &cells, level))? {
                None => return Ok(told),
                asked => asked,
            },
            false => None,
        };
        told.push(MomentStanding {
            moment: moment.id.clone(),
            is_must_be: moment.kano == Kano::MustBe,
            coverage: coverage.by_moment.get(&moment.id).copied().unwrap_or_default(),
            least,
            level,
            to_cover,
        });
    }
    Ok(told)
}

/// The best plan that reaches the level in all these cells.
fn to_cover(asker: &mut Asker, base: &Optimum, cells: &[usize], level: f64) -> Result<ToCover, ChooseError> {
    let map = asker.problem.setting.grounds.map;
    let floors = cells.iter().map(|cell| floor_at(asker.places(), map, *cell, level)).collect();
    let Some(found) = asker.with(floors)? else { return Ok(ToCover::Impossible) };
    let (before, after) = (asker.choices(&base.chosen), asker.choices(&found.chosen));
    let only = |these: &[Choice], those: &[Choice]| -> Vec<Choice> {
        these.iter().filter(|choice| !those.contains(choice)).cloned().collect()
    };
    Ok(ToCover::At { npv: found.less(base), enters: only(&after, &before), leaves: only(&before, &after) })
}
