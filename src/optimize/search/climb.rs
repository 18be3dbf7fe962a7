//! A plan within milliseconds: flips of single columns along the edge of what is allowed, and exchanges of two.
//!
//! Lines may be broken at a price that rises while they stay broken and falls while nothing is, so that the walk
//! keeps crossing the edge; a column just flipped rests for a while.

use super::deadline::Deadline;
use super::terrain::Terrain;

/// How long to walk.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    pub steps: usize,
    /// Steps without a better plan after which to start again from the best.
    pub patience: usize,
    pub seed: u64,
}

/// Columns above which exchanging each for each takes too long.
const EXCHANGED_MAX: usize = 300;

/// Rounds of exchanges at the end.
const ROUNDS_MAX: usize = 2;

/// Walks from what is in and returns the best points that keep every line, better ones later.
pub fn climb(terrain: &mut Terrain, walk: &Walk, deadline: &Deadline) -> Option<(f64, Vec<f64>)> {
    let mut best: Option<(f64, Vec<bool>)> = None;
    let mut rest = vec![0_usize; terrain.is_in.len()];
    let mut draw = walk.seed.wrapping_mul(2).wrapping_add(1);
    let mut since = 0;
    let mut kept_for = 0;
    let tenure = 4 + terrain.choices.len() / 40;
    for step in 1..=walk.steps {
        if step % 64 == 0 && deadline.is_over() {
            break;
        }
        let Some(place) = best_flip(terrain, &rest, step, best.as_ref().map(|(worth, _)| *worth)) else {
            continue;
        };
        terrain.flip(place);
        draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let rests = tenure + (draw >> 33) as usize % (tenure + 1);
        rest[place] = step + if terrain.is_in[place] { rests } else { 2 * rests };
        since += 1;
        if terrain.broken == 0 {
            kept_for += 1;
            if best.as_ref().is_none_or(|(worth, _)| terrain.worth > *worth + 1e-12) {
                if terrain.choices.len() <= EXCHANGED_MAX {
                    exchange(terrain);
                }
                best = Some((terrain.worth, terrain.is_in.clone()));
                since = 0;
            }
            if kept_for > 2 {
                terrain.reprice(1.0, 0.9);
            }
        } else {
            kept_for = 0;
            terrain.reprice(1.08, 1.0);
        }
        if since >= walk.patience {
            since = 0;
            if let Some((_, known)) = &best {
                terrain.is_in.clone_from(known);
            }
            kick(terrain, &mut draw);
            terrain.reset();
        }
    }
    terrain.is_in = best?.1;
    terrain.reset();
    (terrain.broken == 0).then(|| (terrain.worth, terrain.point()))
}

/// The flip that gains most among columns that do not rest, or that leads to a better plan than any before.
fn best_flip(terrain: &Terrain, rest: &[usize], step: usize, best: Option<f64>) -> Option<usize> {
    let mut found: Option<(f64, usize)> = None;
    for place in &terrain.choices {
        let gain = terrain.gain(*place);
        let is_record = terrain.broken == 0 && best.is_some_and(|best| terrain.worth + gain > best + 1e-12);
        if (rest[*place] < step || is_record) && found.is_none_or(|(most, _)| gain > most) {
            found = Some((gain, *place));
        }
    }
    found.map(|(_, place)| place)
}

/// Exchanges one column for another while that brings more and breaks nothing.
fn exchange(terrain: &mut Terrain) {
    const LEAST: f64 = 1e-9;
    let price = terrain.price.clone();
    terrain.price.iter_mut().for_each(|price| *price = 1e3);
    for _ in 0..ROUNDS_MAX {
        let mut is_better = false;
        for first in terrain.choices.clone() {
            let loss = terrain.gain(first);
            if loss > LEAST {
                terrain.flip(first);
                is_better = true;
                continue;
            }
            if !terrain.is_in[first] {
                continue;
            }
            terrain.flip(first);
            let mut best = (LEAST, usize::MAX);
            for second in &terrain.choices {
                if *second != first && !terrain.is_in[*second] {
                    let gain = loss + terrain.gain(*second);
                    if gain > best.0 {
                        best = (gain, *second);
                    }
                }
            }
            if best.1 == usize::MAX {
                terrain.flip(first);
            } else {
                terrain.flip(best.1);
                is_better = true;
            }
        }
        if !is_better {
            break;
        }
    }
    terrain.price = price;
}

/// Throws a few of what is in out.
fn kick(terrain: &mut Terrain, draw: &mut u64) {
    let inside: Vec<usize> = terrain.choices.iter().copied().filter(|place| terrain.is_in[*place]).collect();
    for _ in 0..(inside.len() / 6).max(1) {
        *draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if let Some(place) = inside.get((*draw >> 33) as usize % inside.len().max(1)) {
            terrain.is_in[*place] = false;
        }
    }
}
