//! `Places`: what rules are told over: the candidates of a dossier, then the shared components.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::dossier::Dossier;
use crate::domain::investment::{Investment, InvestmentId};
use crate::domain::place::Place;
use crate::optimize::choices::candidate::{Candidate, places_of};
use crate::optimize::choices::component::Component;
use crate::optimize::choices::spread::Spending;

/// Candidate k stands at place k of a choice, component k at `candidates.len() + k`.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    pub dossier: &'a Dossier,
    pub candidates: &'a [Candidate],
    pub components: &'a [Component],
}

impl<'a> Places<'a> {
    /// Every place that spends, with the investment that answers for it: its own, or the owner of the component.
    pub fn spenders(self) -> impl Iterator<Item = (usize, &'a Investment, &'a Spending)> {
        let own = self.candidates.iter().map(|one| (&one.choice.investment, &one.spending));
        let shared = self.components.iter().map(|one| (&one.owner, &one.spending));
        own.chain(shared)
            .enumerate()
            .filter_map(move |(place, (id, spending))| Some((place, self.dossier.investment(id)?, spending)))
    }

    /// Places of the candidates of these investments, sorted, none twice; with `without_pilots`, no pilots.
    pub fn of_members(self, members: &[InvestmentId], without_pilots: bool) -> Vec<usize> {
        let each = members.iter().flat_map(|id| places_of(self.candidates, id, without_pilots));
        let mut places: Vec<usize> = each.collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Where an investment is stated.
    pub fn stated(self, id: &InvestmentId) -> Option<Place> {
        self.dossier.investment(id).map(|investment| investment.place.clone())
    }
}

/// The terms of an amount per place, without the places where it is nothing.
pub fn terms(amounts: impl Iterator<Item = (usize, Decimal)>) -> Vec<(usize, Decimal)> {
    amounts.filter(|(_, amount)| !amount.is_zero()).collect()
}

/// One each.
pub fn ones(places: Vec<usize>) -> Vec<(usize, Decimal)> {
    places.into_iter().map(|place| (place, Decimal::ONE)).collect()
}

/// One each for some places, less one each for others; what stands on both sides is left out.
pub fn ones_less(
    plus: impl IntoIterator<Item = usize>,
    less: impl IntoIterator<Item = usize>,
) -> Vec<(usize, Decimal)> {
    let mut sum: BTreeMap<usize, Decimal> = BTreeMap::new();
    plus.into_iter().for_each(|place| *sum.entry(place).or_default() += Decimal::ONE);
    less.into_iter().for_each(|place| *sum.entry(place).or_default() -= Decimal::ONE);
    terms(sum.into_iter())
}
