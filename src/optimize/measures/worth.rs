//! The NPV of a portfolio as terms of the program, additive or full (method 3.5 and 3.8).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::mode::Mode;
use super::saturated::SaturatedSum;
use super::terms::Terms;
use crate::case::amounts::present_value;
use crate::case::cases::Cases;
use crate::case::lever::present_weights;
use crate::case::portfolio_case::{ValueModel, portfolio_benefit};
use crate::domain::dossier::Dossier;
use crate::domain::lever::{Lever, LeverId};
use crate::domain::portfolio::Portfolio;
use crate::optimize::choices::candidate::{Candidate, key_of};
use crate::optimize::choices::component::Component;
use crate::optimize::program::Program;
use crate::quantity::real::real;

/// The NPV in the dossier's currency; its concave parts are added to the program and to `sums`.
///
/// `modes` are plain in the additive model. Costs of shared components are terms of their own places.
pub fn npv_terms(
    program: &mut Program,
    sums: &mut Vec<SaturatedSum>,
    grounds: (&Dossier, &Cases),
    (all, components): (&[Candidate], &[Component]),
    modes: &[Mode],
    value_model: ValueModel,
) -> Terms {
    let (dossier, cases) = grounds;
    let mut terms = thrift_terms(cases, all, components);
    match value_model {
        ValueModel::Additive => {
            for (place, candidate) in all.iter().enumerate() {
                let alone = Portfolio::new(vec![candidate.choice.clone()]);
                terms.add(place, real(portfolio_benefit(dossier, cases, &alone, value_model)));
            }
        }
        ValueModel::Full => {
            for lever in &dossier.levers {
                add_lever(&mut terms, program, sums, lever, cases, all, modes);
            }
        }
    }
    terms
}

/// Minus the present value of expected cost, components at their own places.
pub fn thrift_terms(cases: &Cases, all: &[Candidate], components: &[Component]) -> Terms {
    let mut terms = Terms::default();
    let costs = all.iter().map(|candidate| &candidate.cost).chain(components.iter().map(|one| &one.cost));
    for (place, cost) in costs.enumerate() {
        terms.add(place, -real(present_value(cost, &cases.factors)));
    }
    terms
}

/// Adds what the effects on one lever are worth: linear where nothing saturates, concave sums elsewhere.
fn add_lever(
    terms: &mut Terms,
    program: &mut Program,
    sums: &mut Vec<SaturatedSum>,
    lever: &Lever,
    cases: &Cases,
    all: &[Candidate],
    modes: &[Mode],
) {
    let Some(formula) = &lever.formula else { return };
    let cap = cap_of(lever, ValueModel::Full);
    let mut by_shares: BTreeMap<Vec<(usize, Decimal)>, Decimal> = BTreeMap::new();
    for (year, weight) in present_weights(formula, &cases.factors).iter().enumerate() {
        let effects = effects_in(year, &lever.id, cap, cases, all, modes);
        effects.linear.iter().for_each(|(column, effect)| terms.add(*column, real(effect * weight)));
        if !effects.shares.is_empty() && !weight.is_zero() {
            *by_shares.entry(effects.shares).or_default() += weight;
        }
    }
    for (shares, weight) in by_shares {
        let worth = real(cap.unwrap_or(Decimal::ONE) * weight);
        add_saturating(terms, program, sums, (modes, all), &shares, worth);
    }
}

/// What the modes do to a lever in one year.
pub struct YearEffects {
    /// (column, effect) that simply adds, in the lever's unit.
    pub linear: Vec<(usize, Decimal)>,
    /// (column, share of the cap taken) that saturates.
    pub shares: Vec<(usize, Decimal)>,
}

/// The cap that saturates a lever; none in the additive model.
pub fn cap_of(lever: &Lever, value_model: ValueModel) -> Option<Decimal> {
    lever.cap.filter(|cap| *cap > Decimal::ZERO && value_model == ValueModel::Full)
}

/// Every mode's effect on a lever in a year.
pub fn effects_in(
    year: usize,
    lever: &LeverId,
    cap: Option<Decimal>,
    cases: &Cases,
    all: &[Candidate],
    modes: &[Mode],
) -> YearEffects {
    let mut effects = YearEffects { linear: Vec::new(), shares: Vec::new() };
    for mode in modes {
        let (investment, variant) = key_of(&all[mode.place]);
        let Some(case) = cases.get(investment, variant) else { continue };
        let choice = &all[mode.place].choice;
        let (mut left, mut linear) = (Decimal::ONE, Decimal::ZERO);
        for line in case.benefit_lines.iter().filter(|line| &line.lever == lever) {
            let effect = line.effects(choice.start).nth(year).unwrap_or_default() * choice.share;
            match cap {
                Some(cap) if effect > Decimal::ZERO => {
                    left *= Decimal::ONE - (effect * mode.factor / cap).min(Decimal::ONE);
                }
                None if effect > Decimal::ZERO => linear += effect * mode.factor,
                _ => linear += effect,
            }
        }
        if !linear.is_zero() {
            effects.linear.push((mode.column, linear));
        }
        if left < Decimal::ONE {
            effects.shares.push((mode.column, Decimal::ONE - left));
        }
    }
    effects
}

/// Adds `worth` x (1 - product of (1 - share)) over the columns that are chosen.
pub fn add_saturating(
    terms: &mut Terms,
    program: &mut Program,
    sums: &mut Vec<SaturatedSum>,
    (modes, all): (&[Mode], &[Candidate]),
    shares: &[(usize, Decimal)],
    worth: f64,
) {
    let owner = |column: usize| {
        let mode = modes.binary_search_by(|mode| mode.column.cmp(&column)).ok();
        mode.map(|at| &all[modes[at].place].choice.investment)
    };
    let shares: Vec<(usize, f64)> = shares.iter().map(|(column, share)| (*column, real(*share))).collect();
    let first = shares.first().and_then(|(column, _)| owner(*column));
    if shares.iter().all(|(column, _)| owner(*column) == first) {
        // All belong to one investment, of which at most one variant is chosen: nothing overlaps.
        shares.iter().for_each(|(column, share)| terms.add(*column, worth * share));
        return;
    }
    let sum = SaturatedSum::add(program, shares, worth > 0.0);
    terms.add(sum.column(), worth * sum.scale());
    sums.push(sum);
}
