//! `Candidate`: one variant at one start year, the unit that the program decides on.

use rust_decimal::Decimal;

use super::question::Starts;
use crate::case::amounts::Amounts;
use crate::case::cases::Cases;
use crate::case::portfolio_case::funded;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId, VariantId};
use crate::domain::period::PeriodLength;
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::role::RoleId;
use crate::domain::start::{MONTHS, Start};

/// One variant at one start year, with what it draws on.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub choice: Choice,
    pub is_pilot: bool,
    /// Expected cost by year.
    pub cost: Amounts,
    /// Days needed by role and year.
    pub days: Vec<(RoleId, usize, Decimal)>,
}

/// Every variant with a complete case at every start it may have, in order of identifiers and starts.
///
/// A variant with withheld amounts is no candidate: it takes no part until someone decides its amounts. Nor is one that
/// may start only after the horizon.
pub fn candidates(dossier: &Dossier, cases: &Cases, starts: Starts) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (investment, variant) in dossier.variants() {
        let Some(case) = cases.get(&investment.id, &variant.id) else { continue };
        for start in starts_of(investment, starts, dossier.settings.period, cases.horizon()) {
            let choice = Choice { start, ..Choice::of(investment.id.clone(), variant.id.clone()) };
            let days = variant.role_demand.iter().flat_map(|demand| {
                let by_year = demand.days.iter().enumerate();
                by_year.map(move |(year, days)| (demand.role.clone(), year + start.year(), *days))
            });
            all.push(Candidate {
                is_pilot: variant.is_pilot(),
                cost: funded(&choice, &case.cost),
                days: days.collect(),
                choice,
            });
        }
    }
    all
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

/// The portfolio of the chosen places.
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
