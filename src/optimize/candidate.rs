//! `Candidate`: one variant at one start year, the unit that the program decides on.

use rust_decimal::Decimal;

use crate::case::amounts::{Amounts, later};
use crate::case::cases::Cases;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::role::RoleId;

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

/// Every variant with a complete case, starting in year 0, in order of identifiers.
///
/// A variant with withheld amounts is no candidate: it takes no part until someone decides its amounts.
pub fn candidates(dossier: &Dossier, cases: &Cases) -> Vec<Candidate> {
    dossier
        .variants()
        .filter_map(|(investment, variant)| {
            let case = cases.get(&investment.id, &variant.id)?;
            let choice = Choice { investment: investment.id.clone(), variant: variant.id.clone(), start: 0 };
            let days = variant
                .role_demand
                .iter()
                .flat_map(|demand| {
                    demand.days.iter().enumerate().map(move |(year, days)| (demand.role.clone(), year, *days))
                })
                .collect();
            Some(Candidate {
                cost: later(&case.cost, choice.start as usize),
                choice,
                is_pilot: variant.is_pilot(),
                days,
            })
        })
        .collect()
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
