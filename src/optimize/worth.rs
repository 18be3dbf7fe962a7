//! `Worth`: the NPV of a portfolio as columns and rows of the program, additive or full (method 3.5 and 3.8).
//!
//! Full model. A candidate whose gains depend on others (enablers, synergies) gets one *mode* column per combination
//! of those conditions; its modes sum to the candidate, and each condition ties its modes to the investment it names:
//! sum of modes where the condition holds <= present, and >= candidate + present - 1. With the binaries fixed the
//! modes are fixed too, so they need not be binary themselves.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::candidate::{Candidate, key_of, places_of};
use super::program::Program;
use super::saturated::SaturatedSum;
use crate::case::amounts::present_value;
use crate::case::cases::{Cases, VariantCase};
use crate::case::lever::present_weights;
use crate::case::portfolio_case::{ValueModel, portfolio_npv};
use crate::domain::dependency::DependencyKind;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::lever::LeverId;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::quantity::real::real;

/// The solver's tolerances are absolute, so amounts are told in a power of ten that gives the largest five digits.
const DIGITS_BEFORE_POINT: i32 = 5;

/// Most conditions one candidate may depend on: its modes number two to this power.
pub const CONDITIONS_MAX: usize = 12;

/// The program's objective, and the concave parts whose tangents are added as they are needed.
pub struct Worth {
    /// Worth of the program times this is an amount in the dossier's currency.
    pub unit: f64,
    pub saturated: Vec<SaturatedSum>,
}

/// A candidate with more conditions than can be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooManyConditions {
    pub investment: InvestmentId,
}

/// What a column stands for when effects are summed: a candidate in one mode.
struct Mode<'a> {
    column: usize,
    investment: &'a InvestmentId,
    case: &'a VariantCase,
    choice: &'a Choice,
    /// What its positive effects are multiplied by.
    factor: Decimal,
}

/// Adds one binary per candidate (column = place) and what the portfolio is worth to an empty program.
pub fn add_worth(
    program: &mut Program,
    dossier: &Dossier,
    cases: &Cases,
    all: &[Candidate],
    value_model: ValueModel,
) -> Result<Worth, TooManyConditions> {
    assert!(program.columns.is_empty(), "the candidates are the first columns of the program");
    let case_of = |candidate: &Candidate| {
        let (investment, variant) = key_of(candidate);
        cases.get(investment, variant).expect("every candidate has a case")
    };
    let unit = unit_of_worth(all.iter().map(case_of));
    for candidate in all {
        let worth = match value_model {
            ValueModel::Additive => {
                let alone = Portfolio::new(vec![candidate.choice.clone()]);
                portfolio_npv(dossier, cases, &alone, value_model)
            }
            ValueModel::Full => -present_value(&candidate.cost, &cases.factors),
        };
        program.binary(real(worth) / unit);
    }
    if value_model == ValueModel::Additive {
        return Ok(Worth { unit, saturated: Vec::new() });
    }
    let mut modes = Vec::new();
    for (place, candidate) in all.iter().enumerate() {
        let conditions = conditions(dossier, all, &candidate.choice.investment);
        if conditions.len() > CONDITIONS_MAX {
            return Err(TooManyConditions { investment: candidate.choice.investment.clone() });
        }
        for (column, factor) in add_modes(program, place, &conditions) {
            modes.push(Mode {
                column,
                investment: &candidate.choice.investment,
                case: case_of(candidate),
                choice: &candidate.choice,
                factor,
            });
        }
    }
    Ok(Worth { unit, saturated: add_levers(program, dossier, cases, &modes, unit) })
}

/// Thousands where the largest present value is tens of millions; one where nothing is worth anything.
fn unit_of_worth<'a>(cases: impl Iterator<Item = &'a VariantCase>) -> f64 {
    let largest = cases.map(|case| real(case.pv_cost.abs().max(case.pv_benefit.abs()))).fold(0.0, f64::max);
    if largest > 0.0 { 10f64.powi(largest.log10().floor() as i32 + 1 - DIGITS_BEFORE_POINT) } else { 1.0 }
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
fn add_modes(program: &mut Program, place: usize, conditions: &[Condition]) -> Vec<(usize, Decimal)> {
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

/// Adds what the effects on every lever are worth: linear where nothing saturates, concave sums elsewhere.
fn add_levers(
    program: &mut Program,
    dossier: &Dossier,
    cases: &Cases,
    modes: &[Mode],
    unit: f64,
) -> Vec<SaturatedSum> {
    let owners: BTreeMap<usize, &InvestmentId> =
        modes.iter().map(|mode| (mode.column, mode.investment)).collect();
    let mut saturated = Vec::new();
    for lever in &dossier.levers {
        let Some(formula) = &lever.formula else { continue };
        let weights = present_weights(formula, &cases.factors);
        let cap = lever.cap.filter(|cap| *cap > Decimal::ZERO);
        let mut sums: BTreeMap<Vec<(usize, Decimal)>, Decimal> = BTreeMap::new();
        for (year, weight) in weights.iter().enumerate() {
            let mut shares = Vec::new();
            for mode in modes {
                let (left, linear) = mode_effect(mode, &lever.id, year, cap);
                program.columns[mode.column].worth += real(linear * weight) / unit;
                if left < Decimal::ONE {
                    shares.push((mode.column, Decimal::ONE - left));
                }
            }
            if !shares.is_empty() && !weight.is_zero() {
                *sums.entry(shares).or_default() += weight;
            }
        }
        let cap = cap.unwrap_or(Decimal::ONE);
        for (shares, weight) in sums {
            let worth = real(cap * weight) / unit;
            let shares: Vec<(usize, f64)> =
                shares.into_iter().map(|(column, share)| (column, real(share))).collect();
            if are_exclusive(&owners, &shares) {
                shares.iter().for_each(|(column, share)| program.columns[*column].worth += worth * share);
            } else {
                saturated.push(SaturatedSum::add(program, shares, worth));
            }
        }
    }
    saturated
}

/// One mode's effect on a lever in a year: (share of the cap left by its gains, effect that simply adds).
fn mode_effect(mode: &Mode, lever: &LeverId, year: usize, cap: Option<Decimal>) -> (Decimal, Decimal) {
    let mut left = Decimal::ONE;
    let mut linear = Decimal::ZERO;
    for line in mode.case.benefit_lines.iter().filter(|line| &line.lever == lever) {
        let Some(effect) = line.effects(mode.choice.start).nth(year) else { continue };
        let effect = effect * mode.choice.share;
        match cap {
            Some(cap) if effect > Decimal::ZERO => {
                left *= Decimal::ONE - (effect * mode.factor / cap).min(Decimal::ONE);
            }
            None if effect > Decimal::ZERO => linear += effect * mode.factor,
            _ => linear += effect,
        }
    }
    (left, linear)
}

/// Whether at most one of the columns can be chosen, because all belong to one investment.
fn are_exclusive(owners: &BTreeMap<usize, &InvestmentId>, shares: &[(usize, f64)]) -> bool {
    let first = shares.first().and_then(|(column, _)| owners.get(column));
    shares.iter().all(|(column, _)| owners.get(column) == first)
}

impl Worth {
    /// What the solver's tolerances can hide, in the dossier's currency: about 1e-8 of the largest present value.
    pub fn precision(&self) -> f64 {
        self.unit * 10f64.powi(DIGITS_BEFORE_POINT - 8)
    }

    /// Makes the concave sums of an answer true to its choice, so that it is a feasible point to start from.
    pub fn complete(&self, columns: &mut [f64]) {
        self.saturated.iter().for_each(|sum| sum.complete(columns));
    }
}
