//! `Candidate`: one variant at one start and one share, the unit that the program decides on.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::spread::{Spending, Spread};
use crate::case::amounts::Amounts;
use crate::case::cases::{Cases, VariantCase};
use crate::case::portfolio_case::funded;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId, Variant, VariantId};
use crate::domain::period::PeriodLength;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::role::RoleId;
use crate::domain::start::{MONTHS, Start};
use crate::optimize::question::Starts;

/// One variant at one start and one share, with what it draws on.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub choice: Choice,
    pub is_pilot: bool,
    /// Expected cost by year, shared components left out.
    pub cost: Amounts,
    /// The same by class of spending, for any months.
    pub spending: Spending,
    /// Days needed by role, for any months.
    pub days: BTreeMap<RoleId, Spread>,
    /// Shared components it needs, sorted.
    pub components: Vec<String>,
}

/// Every variant with a complete case at every start and every share it may have, in order of identifiers, starts and
/// shares.
///
/// A variant with withheld amounts, or of which nothing is stated, is no candidate: it takes no part until someone decides
/// its amounts. Nor is one that
/// may start only after the horizon.
pub fn candidates(dossier: &Dossier, cases: &Cases, starts: Starts) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (investment, variant) in dossier.variants() {
        let Some(case) = cases.get(&investment.id, &variant.id) else { continue };
        let shares = shares_of(investment);
        for start in starts_of(investment, starts, dossier.settings.period, cases.horizon()) {
            for share in &shares {
                let choice =
                    Choice { start, share: *share, ..Choice::of(investment.id.clone(), variant.id.clone()) };
                all.push(candidate(variant, case, choice));
            }
        }
    }
    all
}

fn candidate(variant: &Variant, case: &VariantCase, choice: Choice) -> Candidate {
    let mut days: BTreeMap<RoleId, Spread> = BTreeMap::new();
    for demand in &variant.role_demand {
        let known = days.entry(demand.role.clone());
        known.or_insert_with(|| Spread::new(choice.start, choice.share)).add(&demand.days);
    }
    let own_lines = case.cost_lines.iter().filter(|line| line.shared_component.is_none());
    Candidate {
        is_pilot: variant.is_pilot(),
        cost: funded(&choice, &case.own_cost),
        spending: Spending::of(own_lines, choice.start, choice.share),
        days,
        components: case.components().map(str::to_string).collect(),
        choice,
    }
}

/// The shares in which an investment may be funded, ascending: min, min + step, ..., and always all of it.
fn shares_of(investment: &Investment) -> Vec<Decimal> {
    let mut shares = Vec::new();
    if let Some(partial) = investment.partial_funding {
        let step = partial.step_used();
        let mut share = partial.min;
        while share > Decimal::ZERO && share < Decimal::ONE {
            shares.push(share);
            share = if step > Decimal::ZERO { share + step } else { Decimal::ONE };
        }
    }
    shares.push(Decimal::ONE);
    shares
}

/// The periods in which an investment may start, within the horizon.
fn starts_of(
    investment: &Investment,
    starts: Starts,
    length: PeriodLength,
    horizon: usize,
) -> impl Iterator<Item = Start> {
    let first = investment.earliest_start as usize;
    let last = match starts {
        Starts::Fixed => first,
        Starts::Free => investment.latest_start.map_or(horizon, |year| year as usize),
    };
    let months = length.months();
    let periods = if starts == Starts::Fixed { 1 } else { MONTHS / months };
    (first..=last.min(horizon)).flat_map(move |year| {
        (0..periods).map(move |part| Start::of_months(year as u32 * MONTHS + part * months))
    })
}

/// The places of an investment's candidates in `all`; with `without_pilots`, only those that satisfy a requirement.
pub fn places_of(all: &[Candidate], investment: &InvestmentId, without_pilots: bool) -> Vec<usize> {
    all.iter()
        .enumerate()
        .filter(|(_, candidate)| &candidate.choice.investment == investment)
        .filter(|(_, candidate)| !(without_pilots && candidate.is_pilot))
        .map(|(place, _)| place)
        .collect()
}

/// The portfolio of the chosen places; those of components, behind the candidates, say nothing more.
pub fn portfolio_of(all: &[Candidate], chosen: &[bool]) -> Portfolio {
    Portfolio::new(
        all.iter()
            .zip(chosen)
            .filter(|(_, is_in)| **is_in)
            .map(|(c, _)| c.choice.clone())
            .collect::<Vec<_>>(),
    )
}

/// Which candidates a portfolio contains; choices that are no candidate are left out.
pub fn chosen_of(all: &[Candidate], portfolio: &Portfolio) -> Vec<bool> {
    all.iter().map(|candidate| portfolio.choices().contains(&candidate.choice)).collect()
}

/// The variant of a candidate, for reading its case.
pub fn key_of(candidate: &Candidate) -> (&InvestmentId, &VariantId) {
    (&candidate.choice.investment, &candidate.choice.variant)
}
