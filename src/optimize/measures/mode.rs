//! `Mode`: a candidate together with which of its enablers and synergy partners are there, so that its gains are linear.
//!
//! A candidate whose gains depend on others gets one mode column per combination of those conditions; its modes sum to
//! the candidate, and each condition ties its modes to the investment it names: sum of modes where the condition holds
//! <= present, and >= candidate + present - 1. With the binaries fixed the modes are fixed too, so they need not be
//! binary themselves.

use rust_decimal::Decimal;

use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::optimize::choices::candidate::{Candidate, places_of};
use crate::optimize::program::Program;

/// Most conditions one candidate may depend on: its modes number two to this power.
pub const CONDITIONS_MAX: usize = 12;

/// What a column stands for when effects are summed.
#[derive(Clone, Debug)]
pub struct Mode {
    pub column: usize,
    /// Place of the candidate.
    pub place: usize,
    /// What its positive effects are multiplied by.
    pub factor: Decimal,
}

/// A candidate with more conditions than can be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooManyConditions {
    pub investment: InvestmentId,
}

/// Every candidate alone: nothing helps or hinders it.
pub fn plain_modes(all: &[Candidate]) -> Vec<Mode> {
    (0..all.len()).map(|place| Mode { column: place, place, factor: Decimal::ONE }).collect()
}

/// Adds the mode columns of every candidate, sorted by column; one without conditions is its own mode.
pub fn add_modes(
    program: &mut Program,
    dossier: &Dossier,
    all: &[Candidate],
) -> Result<Vec<Mode>, TooManyConditions> {
    let mut modes = Vec::new();
    for (place, candidate) in all.iter().enumerate() {
        let conditions = conditions(dossier, all, &candidate.choice.investment);
        if conditions.len() > CONDITIONS_MAX {
            return Err(TooManyConditions { investment: candidate.choice.investment.clone() });
        }
        let columns = columns_of(program, place, &conditions);
        modes.extend(columns.into_iter().map(|(column, factor)| Mode { column, place, factor }));
    }
    modes.sort_by_key(|mode| mode.column);
    Ok(modes)
}

/// One thing outside a candidate that changes its gains.
struct Condition {
    /// Candidates any of which makes the condition hold.
    places: Vec<usize>,
    factor_if_held: Decimal,
    factor_if_not: Decimal,
}

fn conditions(dossier: &Dossier, all: &[Candidate], investment: &InvestmentId) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for dependency in &dossier.dependencies {
        match &dependency.kind {
            DependencyKind::EnabledBy { from, enabler, factor } if from == investment => {
                let places = places_of(all, enabler, true);
                conditions.push(Condition { places, factor_if_held: Decimal::ONE, factor_if_not: *factor });
            }
            DependencyKind::Synergy { a, b, factor } if a == investment || b == investment => {
                let partner = if a == investment { b } else { a };
                let places = places_of(all, partner, false);
                conditions.push(Condition { places, factor_if_held: *factor, factor_if_not: Decimal::ONE });
            }
            _ => {}
        }
    }
    conditions
}

/// Adds the mode columns of one candidate and returns (column, factor) of each; without conditions, the candidate itself.
fn columns_of(program: &mut Program, place: usize, conditions: &[Condition]) -> Vec<(usize, Decimal)> {
    if conditions.is_empty() {
        return vec![(place, Decimal::ONE)];
    }
    let modes: Vec<(usize, Decimal)> = (0..1usize << conditions.len())
        .map(|held| {
            let factor = conditions.iter().enumerate().fold(Decimal::ONE, |product, (bit, condition)| {
                let holds = held >> bit & 1 == 1;
                product * if holds { condition.factor_if_held } else { condition.factor_if_not }
            });
            (program.continuous(0.0, 1.0, 0.0), factor)
        })
        .collect();
    let mut sum: Vec<(usize, f64)> = modes.iter().map(|(column, _)| (*column, 1.0)).collect();
    sum.push((place, -1.0));
    program.equal(sum, 0.0);
    for (bit, condition) in conditions.iter().enumerate() {
        let held: Vec<(usize, f64)> =
            (0..modes.len()).filter(|mode| mode >> bit & 1 == 1).map(|mode| (modes[mode].0, 1.0)).collect();
        let present = condition.places.iter().map(|other| (*other, -1.0));
        program.at_most(held.iter().copied().chain(present.clone()).collect(), 0.0);
        let together = held.into_iter().chain(present).chain([(place, -1.0)]);
        program.at_least(together.collect(), -1.0);
    }
    modes
}
