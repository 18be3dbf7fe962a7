//! Replanning: the fewest changes of an approved plan that keep a stated share of what can still be had.

use rust_decimal::Decimal;

use crate::domain::portfolio::{Choice, Portfolio};
use crate::domain::portfolio_change::PortfolioChange;
use crate::domain::start::Start;
use crate::optimize::outcome::ChooseError;
use crate::optimize::problem::{Ask, Found, Problem};
use crate::optimize::rule::{Rule, Side};
use crate::optimize::statement::Statement;

/// An approved plan, what has begun of it, and how much of the attainable worth must be kept.
#[derive(Clone, Debug)]
pub struct Approved {
    pub portfolio: Portfolio,
    /// Whatever begins before this has begun and stays as approved; nothing new may begin before it.
    pub today: Start,
    /// Share of the worth of the best plan that is still possible, 0..=1.
    pub keep: f64,
}

/// The answer: the best plan that is still possible, and the one with the fewest changes.
#[derive(Clone, Debug)]
pub struct Replanned {
    /// The best plan whatever it changes.
    pub best: Found,
    /// The best of those with the fewest changes that keep the share; none when no plan is possible at all.
    pub least: Option<Found>,
    /// The fewest changes.
    pub changes: usize,
}

/// The fewest changes that keep the share of the best worth, and among plans with so few the best.
///
/// A change is an investment that enters, leaves, or gets another variant, start or share. The number is found by
/// halving: more changes never make the best plan worse. A worth below zero is kept when it is no lower.
pub fn replan(problem: &mut Problem, ask: &Ask, approved: &Approved) -> Result<Replanned, ChooseError> {
    let mut ask = ask.clone();
    ask.rules.extend(held(problem, approved));
    let best = problem.best(&ask)?;
    let Some(chosen) = best.chosen.clone() else {
        return Ok(Replanned { best, least: None, changes: 0 });
    };
    let wanted = if best.worth > 0.0 { approved.keep * best.worth } else { best.worth };
    let (mut low, mut high) = (0, changes_of(problem, &approved.portfolio, &chosen));
    let mut least = best.clone();
    ask.start = None;
    while low < high {
        let most = low + (high - low) / 2;
        let mut fewer = ask.clone();
        fewer.rules.push(changes(problem, &approved.portfolio, most));
        let found = problem.best(&fewer)?;
        match &found.chosen {
            // A hair's breadth for reals: a tenth of a cent on a million.
            Some(chosen) if found.worth >= wanted - 1e-9 * wanted.abs() => {
                high = changes_of(problem, &approved.portfolio, chosen).min(most);
                least = found;
            }
            _ => low = most + 1,
        }
    }
    Ok(Replanned { best, least: Some(least), changes: high })
}

/// Candidates that have begun stay; other candidates that would begin before today stay out.
pub fn held(problem: &Problem, approved: &Approved) -> Vec<Rule> {
    let has_begun = |choice: &Choice| choice.start < approved.today;
    let begun = approved.portfolio.choices().iter().filter(|choice| has_begun(choice));
    let mut rules: Vec<Rule> = begun
        .map(|choice| {
            let place = problem.all.iter().position(|candidate| &candidate.choice == choice);
            let terms = place.map(|place| (place, Decimal::ONE)).into_iter().collect();
            let statement = Statement::Begun { investment: choice.investment.clone() };
            Rule::new(statement, terms, Side::AtLeast, Decimal::ONE)
        })
        .collect();
    let too_early = problem.all.iter().enumerate().filter(|(_, candidate)| {
        has_begun(&candidate.choice) && !approved.portfolio.choices().contains(&candidate.choice)
    });
    let terms = too_early.map(|(place, _)| (place, Decimal::ONE)).collect();
    let statement = Statement::NotBefore { start: approved.today };
    rules.push(Rule::new(statement, terms, Side::AtMost, Decimal::ZERO));
    rules
}

/// sum over approved choices of (1 - chosen) + sum over investments that were not approved of chosen <= most.
fn changes(problem: &Problem, approved: &Portfolio, most: usize) -> Rule {
    let terms = problem.all.iter().enumerate().filter_map(|(place, candidate)| {
        let choice = &candidate.choice;
        if approved.choices().contains(choice) {
            Some((place, -Decimal::ONE))
        } else if approved.contains(&choice.investment) {
            None
        } else {
            Some((place, Decimal::ONE))
        }
    });
    let limit = Decimal::from(most) - Decimal::from(approved.choices().len());
    Rule::new(Statement::Changes { most }, terms.collect(), Side::AtMost, limit)
}

/// How many investments enter, leave or move.
fn changes_of(problem: &Problem, approved: &Portfolio, chosen: &[bool]) -> usize {
    PortfolioChange::between(approved, &problem.portfolio(chosen)).size()
}
