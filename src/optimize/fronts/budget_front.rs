//! The exact frontier of worth against one budget: every plan that no cheaper or better one makes pointless.
//!
//! For groups of exclusive options that share one limit and may require one another. Commands reach it through
//! `one_budget.rs`, which takes the questions of a dossier to it that are of this kind.

use super::trail::{Place, START, Trail};

/// One way to fund an investment: what it takes of the budget and what it brings, both as whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontOption {
    /// Cents of the budget; negative when the option frees money.
    pub cost: i64,
    /// Worth in whole units chosen by the caller (cents, for an NPV).
    pub worth: i64,
}

/// Options of which at most one is taken.
#[derive(Clone, Debug, Default)]
pub struct FrontGroup {
    pub options: Vec<FrontOption>,
    /// Whether exactly one option must be taken; whatever it requires then must be too.
    pub is_mandatory: bool,
    /// A group of which some option must be taken before one of this group may be.
    pub requires: Option<usize>,
}

/// A point of the frontier: no plan has at least this worth at a lower cost, or more worth at this cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontPoint {
    pub cost: i64,
    pub worth: i64,
    place: Place,
}

/// Every non-dominated plan, cheapest first.
#[derive(Clone, Debug)]
pub struct BudgetFront {
    /// Costs and worths both strictly rising; empty when the mandatory groups alone exceed the budget.
    pub points: Vec<FrontPoint>,
    /// States looked at, the measure of the work done.
    pub states: u64,
    trail: Trail,
    /// Group and option of each decision.
    decisions: Vec<(usize, usize)>,
    groups: usize,
}

impl BudgetFront {
    /// The plan of a point: for each group the option taken, if any. When several plans share a point, the one that
    /// leaves the later groups alone.
    pub fn plan(&self, point: &FrontPoint) -> Vec<Option<usize>> {
        let mut taken = vec![None; self.groups];
        for decision in self.trail.back_from(point.place) {
            let (group, option) = self.decisions[decision as usize];
            taken[group] = Some(option);
        }
        taken
    }

    /// The best point that a budget pays for.
    pub fn best_within(&self, budget: i64) -> Option<&FrontPoint> {
        self.points[..self.points.partition_point(|point| point.cost <= budget)].last()
    }
}

/// Why no frontier could be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontError {
    /// Groups that require each other in a circle, or a requirement of a group that does not exist.
    NotATree,
    /// More decisions than the memory allowed for them.
    TooLarge,
}

/// The exact frontier of groups of exclusive options under at most one budget.
///
/// Dominance search of Nemhauser and Ullmann (1969): the plans over the first groups, sorted by cost, are merged with
/// themselves shifted by each option of the next group, and what is dominated is dropped. A group that others require
/// is followed by those others (depth first), so that a requirement costs nothing.
/// `most_steps` limits the memory: 8 bytes for each decision remembered.
pub fn budget_front(
    groups: &[FrontGroup],
    budget: Option<i64>,
    most_steps: usize,
) -> Result<BudgetFront, FrontError> {
    let tree = Tree::of(groups)?;
    let spends_only = groups.iter().flat_map(|group| &group.options).all(|option| 0 <= option.cost);
    let most_steps = most_steps.min(START as usize);
    let ceiling = budget.filter(|_| spends_only).unwrap_or(i64::MAX);
    let mut search = Search { groups, tree, ceiling, most_steps, trail: Trail::default(), states: 0 };
    let mut front = vec![FrontPoint { cost: 0, worth: 0, place: START }];
    if ceiling < 0 {
        front.clear();
    }
    for root in search.tree.roots.clone() {
        front = search.after(root, front)?;
    }
    if let Some(budget) = budget {
        front.truncate(front.partition_point(|point| point.cost <= budget));
    }
    let decisions = groups
        .iter()
        .enumerate()
        .flat_map(|(group, options)| (0..options.options.len()).map(move |option| (group, option)))
        .collect();
    let Search { trail, states, .. } = search;
    Ok(BudgetFront { points: front, states, trail, decisions, groups: groups.len() })
}

/// Who requires whom, with the number of each group's first option.
struct Tree {
    roots: Vec<usize>,
    followers: Vec<Vec<usize>>,
    is_mandatory: Vec<bool>,
    first_decision: Vec<u32>,
}

impl Tree {
    fn of(groups: &[FrontGroup]) -> Result<Tree, FrontError> {
        let mut tree = Tree {
            roots: Vec::new(),
            followers: vec![Vec::new(); groups.len()],
            is_mandatory: vec![false; groups.len()],
            first_decision: Vec::with_capacity(groups.len()),
        };
        let mut decisions = 0_u32;
        for (place, group) in groups.iter().enumerate() {
            tree.first_decision.push(decisions);
            decisions += u32::try_from(group.options.len()).map_err(|_| FrontError::TooLarge)?;
            match group.requires {
                None => tree.roots.push(place),
                Some(required) => tree.followers.get_mut(required).ok_or(FrontError::NotATree)?.push(place),
            }
            let mut above = group.is_mandatory.then_some(place);
            for _ in 0..=groups.len() {
                let Some(mandatory) = above else { break };
                tree.is_mandatory[mandatory] = true;
                above =
                    groups.get(mandatory).and_then(|group| group.requires).filter(|at| *at < groups.len());
            }
        }
        let mut reached = tree.roots.clone();
        let mut at = 0;
        while at < reached.len() {
            reached.extend(&tree.followers[reached[at]]);
            at += 1;
        }
        if reached.len() == groups.len() { Ok(tree) } else { Err(FrontError::NotATree) }
    }
}

struct Search<'a> {
    groups: &'a [FrontGroup],
    tree: Tree,
    /// Nothing dearer is kept.
    ceiling: i64,
    most_steps: usize,
    trail: Trail,
    states: u64,
}

impl Search<'_> {
    /// The frontier after a group and all that require it.
    fn after(&mut self, group: usize, before: Vec<FrontPoint>) -> Result<Vec<FrontPoint>, FrontError> {
        let is_leaf = self.tree.followers[group].is_empty();
        let stays: &[FrontPoint] = if self.tree.is_mandatory[group] { &[] } else { &before };
        let mut front: Option<Vec<FrontPoint>> = None;
        for (place, option) in self.groups[group].options.iter().enumerate() {
            let decision = self.tree.first_decision[group] + place as u32;
            let left = front.as_deref().unwrap_or(if is_leaf { stays } else { &[] });
            front = Some(self.merged(left, &before, Some((*option, decision)))?);
        }
        let mut front = front.unwrap_or_else(|| if is_leaf { stays.to_vec() } else { Vec::new() });
        if is_leaf {
            return Ok(front);
        }
        for follower in self.tree.followers[group].clone() {
            front = self.after(follower, front)?;
        }
        self.merged(stays, &front, None)
    }

    /// The non-dominated states of two frontiers, the second one with an option taken.
    fn merged(
        &mut self,
        left: &[FrontPoint],
        right: &[FrontPoint],
        taken: Option<(FrontOption, u32)>,
    ) -> Result<Vec<FrontPoint>, FrontError> {
        self.states += (left.len() + right.len()) as u64;
        if self.most_steps < self.trail.len() + right.len() {
            return Err(FrontError::TooLarge);
        }
        self.trail.reserve(right.len());
        let (shift, decision) = taken
            .map_or((FrontOption { cost: 0, worth: 0 }, None), |(option, decision)| (option, Some(decision)));
        let mut out: Vec<FrontPoint> = Vec::with_capacity(left.len() + right.len());
        let mut best = i64::MIN;
        let mut waiting = left.iter();
        let mut next = waiting.next();
        for state in right {
            let cost = state.cost.saturating_add(shift.cost);
            let worth = state.worth.saturating_add(shift.worth);
            if self.ceiling < cost {
                break;
            }
            while let Some(point) = next.filter(|point| (point.cost, worth) <= (cost, point.worth)) {
                if best < point.worth {
                    best = point.worth;
                    out.push(*point);
                }
                next = waiting.next();
            }
            if best < worth {
                best = worth;
                let place = decision.map_or(state.place, |decision| self.trail.then(state.place, decision));
                out.push(FrontPoint { cost, worth, place });
            }
        }
        for point in next.into_iter().chain(waiting) {
            if best < point.worth {
                best = point.worth;
                out.push(*point);
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimize::weights::draw::Draws;

    /// Every plan that keeps the rules, with its cost and worth, by counting through all of them.
    fn every_plan(groups: &[FrontGroup]) -> Vec<(i64, i64)> {
        let mut plans: Vec<(Vec<bool>, i64, i64)> = vec![(Vec::new(), 0, 0)];
        for group in groups {
            let mut longer = Vec::new();
            for (taken, cost, worth) in &plans {
                if !group.is_mandatory {
                    longer.push(([taken.as_slice(), &[false]].concat(), *cost, *worth));
                }
                for option in &group.options {
                    let taken = [taken.as_slice(), &[true]].concat();
                    longer.push((taken, cost + option.cost, worth + option.worth));
                }
            }
            plans = longer;
        }
        let allowed = |taken: &[bool]| {
            (0..groups.len()).all(|group| !taken[group] || groups[group].requires.is_none_or(|at| taken[at]))
        };
        plans.retain(|(taken, ..)| allowed(taken));
        plans.into_iter().map(|(_, cost, worth)| (cost, worth)).collect()
    }

    fn not_dominated(mut plans: Vec<(i64, i64)>, budget: Option<i64>) -> Vec<(i64, i64)> {
        plans.sort_by_key(|(cost, worth)| (*cost, -worth));
        let mut kept: Vec<(i64, i64)> = Vec::new();
        for (cost, worth) in plans {
            if budget.is_none_or(|budget| cost <= budget) && kept.last().is_none_or(|(_, best)| *best < worth)
            {
                kept.push((cost, worth));
            }
        }
        kept
    }

    fn random_groups(seed: u64) -> Vec<FrontGroup> {
        let draws = Draws::new(seed);
        let below = |number: u64, size: u64| (draws.bits(number) % size) as i64;
        (0..7_u64)
            .map(|place| {
                let at = place * 20;
                let options = (0..below(at, 4).min(2) as u64 + 1)
                    .map(|option| FrontOption {
                        cost: below(at + 2 * option + 1, 30) - i64::from(seed.is_multiple_of(3)) * 4,
                        worth: below(at + 2 * option + 2, 40) - 5,
                    })
                    .collect();
                // Requirements in both directions of the list, never in a circle: an odd group requires an even one.
                let requires =
                    (place % 2 == 1 && below(at + 15, 2) == 0).then(|| below(at + 16, 4) as usize * 2);
                let requires = requires.or((place == 2).then_some(6));
                FrontGroup { options, is_mandatory: below(at + 17, 6) == 0, requires }
            })
            .collect()
    }

    #[test]
    fn agrees_with_counting_through_every_plan() {
        for seed in 0..400 {
            let groups = random_groups(seed);
            let budget = (seed % 2 == 0).then_some(60);
            let front = budget_front(&groups, budget, 1_000_000).expect("a small tree");
            let found: Vec<(i64, i64)> = front.points.iter().map(|point| (point.cost, point.worth)).collect();
            assert_eq!(found, not_dominated(every_plan(&groups), budget), "seed {seed}");
        }
    }

    #[test]
    fn every_point_comes_with_a_plan_that_adds_up_and_keeps_the_rules() {
        for seed in 0..100 {
            let groups = random_groups(seed);
            let front = budget_front(&groups, None, 1_000_000).expect("a small tree");
            for point in &front.points {
                let plan = front.plan(point);
                let taken = |group: usize| plan[group].map(|option| groups[group].options[option]);
                let all: Vec<FrontOption> = (0..groups.len()).filter_map(taken).collect();
                assert_eq!(all.iter().map(|option| option.cost).sum::<i64>(), point.cost);
                assert_eq!(all.iter().map(|option| option.worth).sum::<i64>(), point.worth);
                for (place, group) in groups.iter().enumerate() {
                    assert!(plan[place].is_some() || !group.is_mandatory);
                    assert!(plan[place].is_none() || group.requires.is_none_or(|at| plan[at].is_some()));
                }
            }
        }
    }

    #[test]
    fn an_unknown_or_circular_requirement_is_refused() {
        let requires = |at| FrontGroup { requires: Some(at), ..FrontGroup::default() };
        assert_eq!(budget_front(&[requires(1), requires(0)], None, 10).unwrap_err(), FrontError::NotATree);
        assert_eq!(budget_front(&[requires(5)], None, 10).unwrap_err(), FrontError::NotATree);
        let one = FrontGroup { options: vec![FrontOption { cost: 1, worth: 1 }], ..FrontGroup::default() };
        assert_eq!(budget_front(&[one.clone(), one], None, 1).unwrap_err(), FrontError::TooLarge);
    }

    #[test]
    fn a_budget_below_what_is_mandatory_leaves_nothing() {
        let option = FrontOption { cost: 10, worth: 3 };
        let group = FrontGroup { options: vec![option], is_mandatory: true, requires: None };
        let front = budget_front(std::slice::from_ref(&group), Some(9), 10).expect("a tree");
        assert!(front.points.is_empty() && front.best_within(9).is_none());
        let front = budget_front(&[group], Some(10), 10).expect("a tree");
        assert_eq!(front.best_within(12).map(|point| point.worth), Some(3));
        assert_eq!(front.best_within(9), None);
    }
}
