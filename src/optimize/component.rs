//! `Component`: a shared component bought at one of its possible starts, as places behind those of the candidates.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::Candidate;
use super::program::Program;
use super::spread::Spending;
use crate::case::amounts::{Amounts, later};
use crate::case::cases::Cases;
use crate::domain::investment::InvestmentId;
use crate::domain::start::Start;
use rust_decimal::Decimal;

/// A shared component bought at one start; the plan buys it once, when the first candidate that needs it starts.
#[derive(Clone, Debug)]
pub struct Component {
    pub id: String,
    pub start: Start,
    /// The investment whose department and vendor answer for it.
    pub owner: InvestmentId,
    /// Places of the candidates that need it and begin at this start.
    pub wanted_by: Vec<usize>,
    /// Expected cost by year, in full whatever the shares of those who need it.
    pub cost: Amounts,
    pub spending: Spending,
}

/// Every shared component at every start of a candidate that needs it, by identifier and start.
///
/// Component k stands at place `all.len() + k` of a choice.
pub fn components(cases: &Cases, all: &[Candidate]) -> Vec<Component> {
    let mut found = Vec::new();
    for component in &cases.components {
        let mut starts: BTreeMap<Start, Vec<usize>> = BTreeMap::new();
        for (place, candidate) in all.iter().enumerate() {
            if candidate.components.contains(&component.id) {
                starts.entry(candidate.choice.start).or_default().push(place);
            }
        }
        found.extend(starts.into_iter().map(|(start, wanted_by)| Component {
            id: component.id.clone(),
            start,
            owner: component.owner.clone(),
            wanted_by,
            cost: later(&component.cost, start),
            spending: Spending::of(component.lines.iter(), start, Decimal::ONE),
        }));
    }
    found
}

/// Sets the places of the components exactly as the first `n_candidates` places of the choice have them bought.
pub fn complete(components: &[Component], n_candidates: usize, chosen: &mut Vec<bool>) {
    chosen.truncate(n_candidates);
    let mut known: Option<&str> = None;
    for component in components {
        let is_first = known != Some(component.id.as_str());
        let is_bought = is_first && component.wanted_by.iter().any(|place| chosen[*place]);
        if is_bought {
            known = Some(&component.id);
        }
        chosen.push(is_bought);
    }
}

/// Ties the components' columns to the candidates' (columns = places), so that they follow from them.
///
/// For every component and every start s: bought by s >= started by s, for each investment that needs it; bought by s
/// <= sum of those started by s; bought at most once. With the candidates fixed only one point is left.
pub fn add_links(program: &mut Program, components: &[Component], all: &[Candidate]) {
    for run in components.chunk_by(|a, b| a.id == b.id) {
        let first = components.partition_point(|one| one.id < run[0].id);
        let mut bought: Vec<(usize, f64)> = Vec::new();
        let mut started: BTreeMap<&InvestmentId, Vec<usize>> = BTreeMap::new();
        for (at, component) in run.iter().enumerate() {
            bought.push((all.len() + first + at, 1.0));
            let mut new: BTreeSet<&InvestmentId> = BTreeSet::new();
            for place in &component.wanted_by {
                let investment = &all[*place].choice.investment;
                started.entry(investment).or_default().push(*place);
                new.insert(investment);
            }
            // Those that cannot start now asked for it already: bought by then is no smaller now.
            for investment in new {
                let wanting = started[investment].iter().map(|place| (*place, -1.0));
                program.at_least(bought.iter().copied().chain(wanting).collect(), 0.0);
            }
            let wanting = started.values().flatten().map(|place| (*place, -1.0));
            program.at_most(bought.iter().copied().chain(wanting).collect(), 0.0);
        }
        program.at_most(bought, 1.0);
    }
}
