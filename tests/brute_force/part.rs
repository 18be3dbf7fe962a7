//! `Part`: what one option of an investment costs, effects and needs, worked out in reals.

use std::collections::BTreeMap;

use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::estimate::ThreePoint;
use cxfolio::domain::evidence::EvidenceLevel;
use cxfolio::domain::investment::{Investment, Variant};
use cxfolio::domain::portfolio::Choice;
use cxfolio::domain::start::Start;
use cxfolio::optimize::question::Starts;
use cxfolio::quantity::real::real;
use rust_decimal::Decimal;

/// Realised over promised benefit of the reference class (method 2.3).
const BETA: f64 = 0.44;

/// A gain or a harm, its ramp already shifted to the start and scaled to the share.
pub struct Gain {
    pub lever: usize,
    pub effect: f64,
    pub ramp: Vec<f64>,
}

/// What one option of an investment costs, effects and needs; absent when an amount is withheld.
pub struct Part {
    pub is_pilot: bool,
    pub choice: Choice,
    pub name: String,
    /// What it shares with others, with the cost of that by year.
    pub components: BTreeMap<String, Vec<f64>>,
    pub cost: Vec<f64>,
    pub gains: Vec<Gain>,
    pub days: BTreeMap<(String, usize), f64>,
    /// Share of the gap closed, by cell of the floors.
    pub closures: Vec<f64>,
}

/// The share of a positive claim that is kept: rho + (1 - rho) beta.
pub fn kept(level: EvidenceLevel) -> f64 {
    let rho = [0.30, 0.45, 0.60, 0.70, 0.85, 0.95][level as usize];
    rho + (1.0 - rho) * BETA
}

pub fn expected(claim: &ThreePoint, level: EvidenceLevel) -> f64 {
    let mean = (real(claim.low) + 4.0 * real(claim.mode) + real(claim.high)) / 6.0;
    if mean > 0.0 { mean * kept(level) } else { mean }
}

/// Every start and share that an investment may have.
pub fn options(dossier: &Dossier, investment: &Investment, starts: Starts) -> Vec<(Start, Decimal)> {
    if starts == Starts::Fixed {
        return vec![(Start::of_year(investment.earliest_start), Decimal::ONE)];
    }
    let horizon = dossier.settings.horizon as u32;
    let last = investment.latest_start.unwrap_or(horizon).min(horizon);
    let mut options = Vec::new();
    for month in (investment.earliest_start * 12)..(last + 1) * 12 {
        if month % dossier.settings.period.months() != 0 {
            continue;
        }
        if let Some(partial) = investment.partial_funding {
            let steps = (0..).map(|step| partial.min + partial.step * Decimal::from(step));
            let parts = steps.take_while(|share| *share < Decimal::ONE);
            options.extend(parts.map(|share| (Start::of_months(month), share)));
        }
        options.push((Start::of_months(month), Decimal::ONE));
    }
    options
}

/// Amounts of years after a start, told by calendar year: a year that begins within one is spread over two by months.
fn shifted(amounts: &[f64], start: Start, share: f64) -> Vec<f64> {
    let mut by_year = vec![0.0; amounts.len()];
    for (year, amount) in amounts.iter().enumerate() {
        for month in 0..12 {
            let at = (start.months() as usize + 12 * year + month) / 12;
            if let Some(sum) = by_year.get_mut(at) {
                *sum += amount * share / 12.0;
            }
        }
    }
    by_year
}

/// The option as a part of a plan; none when an amount of its variant is withheld.
pub fn part(dossier: &Dossier, variant: &Variant, choice: Choice, closures: &[f64]) -> Option<Part> {
    let horizon = dossier.settings.horizon;
    let share = real(choice.share);
    let mut cost = vec![0.0; horizon + 1];
    let mut components: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in &variant.cost_lines {
        let mean = (real(line.low_multiplier) + 4.0 + real(line.high_multiplier)) / 6.0;
        let stated: Option<Vec<f64>> =
            line.amounts.iter().map(|amount| Some(real((*amount)?) * mean)).collect();
        let (total, share) = match &line.shared_component {
            Some(id) => (components.entry(id.clone()).or_insert(vec![0.0; horizon + 1]), 1.0),
            None => (&mut cost, share),
        };
        total.iter_mut().zip(shifted(&stated?, choice.start, share)).for_each(|(sum, amount)| *sum += amount);
    }
    let mut gains = Vec::new();
    for line in &variant.benefit_lines {
        let effect = expected(&line.effect?, line.evidence);
        let lever = dossier.levers.iter().position(|lever| lever.id == line.lever).expect("a known lever");
        let later = (0..horizon).map(|year| line.ramp.get(year).map_or(0.0, |share| real(*share)));
        let ramp: Vec<f64> = std::iter::once(0.0).chain(later).collect();
        gains.push(Gain { lever, effect, ramp: shifted(&ramp, choice.start, share) });
    }
    let mut days = BTreeMap::new();
    for demand in &variant.role_demand {
        for (year, needed) in demand.days.iter().enumerate() {
            *days.entry((demand.role.to_string(), year)).or_insert(0.0) += real(*needed);
        }
    }
    let name = variant.id.to_string();
    let closures = closures.iter().map(|closure| closure * share).collect();
    Some(Part { is_pilot: name == "pilot", choice, name, components, cost, gains, days, closures })
}
