//! All choices of a knapsack whose mix of criteria comes near its bound, without those that others dominate.

use super::knapsack::{Knapsack, Slope};
use super::trail::{Place, START, Trail};

/// A choice, or the beginning of one.
#[derive(Clone, Copy, Debug)]
struct State {
    /// First and second criterion, first and second budget.
    sums: [i64; 4],
    place: Place,
}

/// A choice that came near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub first: i64,
    pub second: i64,
    /// Places of the chosen items, rising.
    pub items: Vec<usize>,
}

/// States looked at, and how many may be.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    pub states: u64,
    pub most: u64,
}

/// A cut with what the undecided items may still add: by how many items are decided.
struct Test {
    factors: [f64; 4],
    least: f64,
    rest: Vec<f64>,
}

/// Of all choices with a mix of at least `least` and criteria of at least the floors, those that no other dominates.
/// None when the work exceeds what is allowed.
///
/// An item whose reduced worth is further from zero than the bound from `least` is decided by its sign. The others, the
/// core, are tried in order of falling distance, so that the few states that decide one of the far items against its
/// sign have little loss left. A state is dropped when a cut says that it cannot reach `least` and the floors, or when
/// another one takes no more of any budget and brings no less on any criterion.
pub fn near(
    knapsack: &Knapsack,
    slope: &Slope,
    least: i64,
    floors: (i64, i64),
    work: &mut Work,
) -> Option<Vec<Choice>> {
    // Bounds are sums of reals: what lies this close to them is kept.
    let slack = 1e-7 * slope.top.abs().max(1.0);
    let loss = slope.top - least as f64 + slack;
    if loss < 0.0 {
        return Some(Vec::new());
    }
    let mut start = State { sums: [0; 4], place: START };
    let mut core: Vec<(f64, usize)> = Vec::new();
    let mut decided: Vec<usize> = Vec::new();
    for item in 0..knapsack.first.len() {
        let reduced = slope.cuts[0].reduced(knapsack.item(item));
        if reduced.abs() <= loss {
            core.push((reduced.abs(), item));
        } else if 0.0 < reduced {
            start.sums = plus(start.sums, knapsack.item(item));
            decided.push(item);
        }
    }
    core.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let core: Vec<usize> = core.into_iter().map(|(_, item)| item).collect();
    let tests = tests(knapsack, slope, least as f64 - slack, floors, &core);
    let mut trail = Trail::default();
    let mut states = grown(knapsack, &core, &tests, start, &mut trail, work)?;
    keep_undominated(&mut states);
    let reaches = |state: &State| {
        let [first, second, ..] = state.sums;
        floors.0 <= first && floors.1 <= second && least <= slope.value(first, second)
    };
    let choice = |state: State| {
        let mut items = decided.clone();
        items.extend(trail.back_from(state.place).map(|item| item as usize));
        items.sort_unstable();
        Choice { first: state.sums[0], second: state.sums[1], items }
    };
    Some(states.into_iter().filter(reaches).map(choice).collect())
}

fn plus(one: [i64; 4], other: [i64; 4]) -> [i64; 4] {
    std::array::from_fn(|place| one[place] + other[place])
}

fn tests(knapsack: &Knapsack, slope: &Slope, least: f64, floors: (i64, i64), core: &[usize]) -> Vec<Test> {
    let capacity = knapsack.capacity();
    let one = |cut: &super::knapsack::Cut| {
        let mut rest = vec![0.0; core.len() + 1];
        for place in (0..core.len()).rev() {
            rest[place] = rest[place + 1] + cut.reduced(knapsack.item(core[place])).max(0.0);
        }
        let budgets = cut.factors[2] * capacity[0] as f64 + cut.factors[3] * capacity[1] as f64;
        let bonus = cut.bonus[0] * floors.0 as f64 + cut.bonus[1] * floors.1 as f64;
        Test { factors: cut.factors, least: least + bonus + budgets, rest }
    };
    slope.cuts.iter().map(one).collect()
}

/// Fewer states are not worth sorting.
const FEW: usize = 64;

/// The states after all items of the core.
fn grown(
    knapsack: &Knapsack,
    core: &[usize],
    tests: &[Test],
    start: State,
    trail: &mut Trail,
    work: &mut Work,
) -> Option<Vec<State>> {
    let capacity = knapsack.capacity();
    let mut states = vec![start];
    let mut next: Vec<State> = Vec::new();
    let mut sorted = FEW;
    for (place, item) in core.iter().enumerate() {
        let reaches = |sums: &[i64; 4]| {
            let real = sums.map(|sum| sum as f64);
            let reached = |test: &Test| {
                let own: f64 = test.factors.iter().zip(&real).map(|(factor, sum)| factor * sum).sum();
                test.least <= own + test.rest[place + 1]
            };
            sums[2] <= capacity[0] && sums[3] <= capacity[1] && tests.iter().all(reached)
        };
        next.clear();
        let brings = knapsack.item(*item);
        for state in &states {
            if reaches(&state.sums) {
                next.push(*state);
            }
            let sums = plus(state.sums, brings);
            if reaches(&sums) {
                next.push(State { sums, place: trail.then(state.place, *item as u32) });
            }
        }
        std::mem::swap(&mut states, &mut next);
        work.states += states.len() as u64;
        if work.most < work.states || (START / 2) as usize <= trail.len() {
            return None;
        }
        if sorted * 3 / 2 < states.len() {
            keep_undominated(&mut states);
            sorted = states.len().max(FEW);
        }
    }
    Some(states)
}

/// Drops every state that another one dominates on both budgets and both criteria; of equal ones the first stays.
///
/// In order of the first budget, a state is compared with the steps of those that take no more of the second: steps are
/// kept for ranges of the second budget (Fenwick tree), each as a staircase of the two criteria.
fn keep_undominated(states: &mut Vec<State>) {
    states.sort_by_key(|state| {
        let [first, second, budget, other] = state.sums;
        (budget, other, -first, -second)
    });
    let mut ranks: Vec<i64> = states.iter().map(|state| state.sums[3]).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let mut stairs: Vec<Vec<(i64, i64)>> = vec![Vec::new(); ranks.len() + 1];
    states.retain(|state| {
        let [first, second, _, other] = state.sums;
        let rank = ranks.partition_point(|known| *known < other) + 1;
        let mut at = rank;
        while 0 < at {
            let higher = stairs[at].partition_point(|step| first <= step.0);
            if 0 < higher && second <= stairs[at][higher - 1].1 {
                return false;
            }
            at &= at - 1;
        }
        at = rank;
        while at < stairs.len() {
            raise(&mut stairs[at], (first, second));
            at += at & at.wrapping_neg();
        }
        true
    });
}

/// Adds a step to a staircase, first criterion falling and second rising, unless it lies under it.
fn raise(stair: &mut Vec<(i64, i64)>, step: (i64, i64)) {
    let from = stair.partition_point(|known| step.0 < known.0);
    let is_under = 0 < from && step.1 <= stair[from - 1].1;
    if !is_under {
        let to = from + stair[from..].partition_point(|known| known.1 <= step.1);
        stair.splice(from..to, [step]);
    }
}
