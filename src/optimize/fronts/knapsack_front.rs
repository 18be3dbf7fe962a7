//! The exact frontier of two criteria over items under one or two budgets, without a general solver.
//!
//! For items that are each taken or left whatever else is taken, and nothing negative: published instances are of this
//! kind, and it solves them all. A dossier's investments come in variants that exclude one another, so commands set NPV
//! against a second measure by `efficient_plans.rs`, and against one budget by `one_budget.rs`.

use super::knapsack::{Knapsack, Slope};
use super::knapsack_states::{Choice, Work, near};

/// Every efficient choice.
#[derive(Clone, Debug)]
pub struct KnapsackFront {
    /// First criterion strictly falling, second strictly rising; of equal choices one.
    pub choices: Vec<Choice>,
    /// States looked at, the measure of the work done.
    pub states: u64,
}

/// Why no frontier could be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnapsackError {
    /// Numbers that do not fit together, are negative or too large, or another number of budgets than one or two.
    NotAKnapsack,
    /// More states than allowed.
    TooLarge,
}

/// The exact frontier; `most_states` limits the work.
///
/// Two phases (Ulungu and Teghem 1995). The supported choices by dichotomy, each the best for one mix of the criteria.
/// Then, between two supported neighbours, every choice whose mix lies between theirs and the corner that an efficient
/// choice must pass: first those close to the bound, then further ones only where the points found leave room.
pub fn knapsack_front(knapsack: &Knapsack, most_states: u64) -> Result<KnapsackFront, KnapsackError> {
    if !knapsack.is_sound() {
        return Err(KnapsackError::NotAKnapsack);
    }
    let mut work = Work { states: 0, most: most_states };
    let choices = all(knapsack, &mut work).ok_or(KnapsackError::TooLarge)?;
    Ok(KnapsackFront { choices, states: work.states })
}

fn all(knapsack: &Knapsack, work: &mut Work) -> Option<Vec<Choice>> {
    let supported = supported(knapsack, work)?;
    let mut choices = supported.clone();
    for pair in supported.windows(2) {
        choices.extend(between(knapsack, &pair[0], &pair[1], work)?);
    }
    Some(undominated(choices))
}

/// The supported choices, both ends included.
fn supported(knapsack: &Knapsack, work: &mut Work) -> Option<Vec<Choice>> {
    let all_first: i64 = knapsack.first.iter().sum();
    let all_second: i64 = knapsack.second.iter().sum();
    // One unit of the leading criterion counts more than all of the other.
    let left = best(knapsack, &Slope::of(knapsack, (all_second + 1, 1)), work)?;
    let right = best(knapsack, &Slope::of(knapsack, (1, all_first + 1)), work)?;
    let mut choices = undominated(vec![left, right]);
    let mut at = 0;
    while at + 1 < choices.len() {
        let slope = slope_between(knapsack, &choices[at], &choices[at + 1]);
        let found = best(knapsack, &slope, work)?;
        let value = |choice: &Choice| slope.value(choice.first, choice.second);
        if value(&choices[at]) < value(&found) {
            choices.insert(at + 1, found);
        } else {
            at += 1;
        }
    }
    Some(choices)
}

fn slope_between(knapsack: &Knapsack, left: &Choice, right: &Choice) -> Slope {
    Slope::of(knapsack, (right.second - left.second, left.first - right.first))
}

/// A choice with the greatest mix: the tolerated loss grows until there is one.
fn best(knapsack: &Knapsack, slope: &Slope, work: &mut Work) -> Option<Choice> {
    let mut loss = (slope.top * 1e-4).max(1.0);
    loop {
        let least = ((slope.top - loss).floor() as i64).max(0);
        let found = near(knapsack, slope, least, (0, 0), work)?;
        let value = |choice: &Choice| slope.value(choice.first, choice.second);
        // Choosing nothing has a mix of zero, so the search ends there at the latest.
        if let Some(best) = found.into_iter().max_by_key(value) {
            return Some(best);
        }
        loss *= 2.0;
    }
}

/// The first tolerated loss, as a share of what the whole stretch might need.
const FIRST_SHARE: f64 = 1.0 / 24.0;
/// How fast it grows: too fast tries far too many choices at once, too slowly tries the near ones too often.
const GROWTH: f64 = 1.4;

/// Every efficient choice between two supported neighbours, those two included.
fn between(knapsack: &Knapsack, left: &Choice, right: &Choice, work: &mut Work) -> Option<Vec<Choice>> {
    let slope = slope_between(knapsack, left, right);
    // What an efficient choice between two known ones must reach on either criterion, and so how far below the bound.
    let corner = |pair: &[Choice]| (pair[1].first + 1, pair[0].second + 1);
    let need = |corner: (i64, i64)| slope.top - slope.value(corner.0, corner.1) as f64;
    let mut found = vec![left.clone(), right.clone()];
    let mut loss = need(corner(&found)) * FIRST_SHARE;
    let mut done = -1.0;
    loop {
        let open: Vec<(i64, i64)> =
            found.windows(2).map(corner).filter(|corner| done < need(*corner)).collect();
        if open.is_empty() {
            return Some(found);
        }
        for corner in open {
            let least = ((slope.top - loss).floor() as i64).max(slope.value(corner.0, corner.1));
            found.extend(near(knapsack, &slope, least, corner, work)?);
        }
        found = undominated(found);
        done = loss;
        loss = loss.max(1.0) * GROWTH;
    }
}

/// The choices that no other dominates, first criterion falling.
fn undominated(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|one, other| {
        (other.first, other.second, &one.items).cmp(&(one.first, one.second, &other.items))
    });
    let mut best = -1;
    choices.retain(|choice| {
        let is_better = best < choice.second;
        best = best.max(choice.second);
        is_better
    });
    choices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::weights::draw::Draws;

    fn random_knapsack(seed: u64) -> Knapsack {
        let draws = Draws::new(seed);
        let row = |at: u64, size: u64| -> Vec<i64> {
            (0..11).map(|item| (draws.bits(at * 20 + item) % size) as i64).collect()
        };
        let rows = 1 + seed % 2;
        let size = [3, 30, 1000][(seed % 3) as usize];
        Knapsack {
            first: row(0, size),
            second: row(1, size),
            weights: (0..rows).map(|at| row(2 + at, 20)).collect(),
            capacities: (0..rows).map(|at| 20 + (draws.bits(900 + at) % 60) as i64).collect(),
        }
    }

    fn by_counting(knapsack: &Knapsack) -> Vec<(i64, i64)> {
        let mut all = Vec::new();
        for choice in 0_u32..1 << knapsack.first.len() {
            let items = || (0..knapsack.first.len()).filter(|item| choice >> item & 1 == 1);
            let sum = |row: &[i64]| items().map(|item| row[item]).sum::<i64>();
            if knapsack.weights.iter().zip(&knapsack.capacities).all(|(row, most)| sum(row) <= *most) {
                let (first, second) = (sum(&knapsack.first), sum(&knapsack.second));
                all.push(Choice { first, second, items: Vec::new() });
            }
        }
        undominated(all).into_iter().map(|choice| (choice.first, choice.second)).collect()
    }

    #[test]
    fn agrees_with_counting_through_every_choice() {
        for seed in 0..200 {
            let knapsack = random_knapsack(seed);
            let front = knapsack_front(&knapsack, u64::MAX).expect("a small knapsack");
            let found: Vec<(i64, i64)> =
                front.choices.iter().map(|choice| (choice.first, choice.second)).collect();
            assert_eq!(found, by_counting(&knapsack), "seed {seed}");
            for choice in &front.choices {
                let sum = |row: &[i64]| choice.items.iter().map(|item| row[*item]).sum::<i64>();
                assert_eq!((sum(&knapsack.first), sum(&knapsack.second)), (choice.first, choice.second));
                let keeps = |(row, most): (&Vec<i64>, &i64)| sum(row) <= *most;
                assert!(knapsack.weights.iter().zip(&knapsack.capacities).all(keeps));
            }
        }
    }

    #[test]
    fn unsound_numbers_and_too_much_work_are_refused() {
        let knapsack = random_knapsack(1);
        assert_eq!(knapsack_front(&knapsack, 3).unwrap_err(), KnapsackError::TooLarge);
        let negative = Knapsack { capacities: vec![-1, 4], ..knapsack.clone() };
        let short = Knapsack { first: vec![1], ..knapsack.clone() };
        let large = Knapsack { first: vec![i64::MAX; 11], ..knapsack.clone() };
        let without = Knapsack { weights: Vec::new(), capacities: Vec::new(), ..knapsack };
        for unsound in [negative, short, large, without] {
            assert_eq!(knapsack_front(&unsound, 99).unwrap_err(), KnapsackError::NotAKnapsack);
        }
    }

    #[test]
    fn no_items_leave_the_empty_choice() {
        let empty = Knapsack { first: vec![], second: vec![], weights: vec![vec![]], capacities: vec![5] };
        let front = knapsack_front(&empty, 99).expect("a knapsack");
        assert_eq!(front.choices, [Choice { first: 0, second: 0, items: vec![] }]);
    }
}
