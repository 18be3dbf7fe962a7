//! Branch and bound: the best whole point of a problem, with the bound that proves it.

use std::collections::BinaryHeap;

use super::branching::{Choice, Costs};
use super::deadline::Deadline;
use super::node::Node;
use super::problem::Problem;
use super::propagate::propagate;
use super::simplex::End;
use super::tableau::Tableau;

/// Pivots after which a relaxation is given up and branched on as it stands.
const PIVOTS_MAX: usize = 2_000;

/// How far a whole column may be from a whole number.
pub const WHOLE: f64 = 1e-6;

/// When a search of the tree ends.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    pub deadline: Deadline,
    /// Share of the best worth that need not be found.
    pub gap: f64,
    /// Nodes at most.
    pub nodes: u64,
}

/// A tree over a problem.
pub struct Tree<'a> {
    pub problem: &'a Problem,
    /// Whether a point of this problem keeps the rows of the program.
    pub accepts: &'a dyn Fn(&[f64]) -> Option<Vec<f64>>,
    pub tableau: Tableau,
    /// Bounds of columns and lines that hold everywhere.
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    pub costs: Costs,
    /// Best point so far and its worth, what was settled included.
    pub best: Option<(f64, Vec<f64>)>,
    pub nodes: u64,
    open: BinaryHeap<Node>,
    /// The largest bound of a part left out because it could not matter any more, or could not be settled.
    left_out: f64,
}

/// How a tree ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grown {
    /// Whether everything was looked at or shown not to matter.
    pub is_done: bool,
    /// No point is worth more, what was settled included.
    pub bound: f64,
}

impl<'a> Tree<'a> {
    /// A tree with nothing looked at yet.
    pub fn of(
        problem: &'a Problem,
        tableau: Tableau,
        accepts: &'a dyn Fn(&[f64]) -> Option<Vec<f64>>,
        best: Option<(f64, Vec<f64>)>,
    ) -> Tree<'a> {
        let (low, high) = (tableau.low.clone(), tableau.high.clone());
        let costs = Costs::of(problem);
        let left_out = f64::NEG_INFINITY;
        Tree {
            problem,
            accepts,
            tableau,
            low,
            high,
            costs,
            best,
            nodes: 0,
            open: BinaryHeap::new(),
            left_out,
        }
    }

    /// Bounds at or below this (without what was settled) need not be looked at.
    pub fn cutoff(&self, gap: f64) -> f64 {
        self.best
            .as_ref()
            .map_or(f64::NEG_INFINITY, |(worth, _)| cutoff_of(*worth, gap) - self.problem.settled)
    }

    /// Looks at the tree until it is done or told to stop.
    pub fn grow(&mut self, stop: &Stop) -> Grown {
        self.open.push(Node::root());
        let mut next: Option<Node> = None;
        while let Some(node) = next.take().or_else(|| self.open.pop()) {
            if node.bound <= self.cutoff(stop.gap) {
                self.left_out = self.left_out.max(node.bound);
                continue;
            }
            if self.nodes >= stop.nodes || stop.deadline.is_over() {
                let bound = self.open.iter().fold(node.bound, |most, other| most.max(other.bound));
                return Grown { is_done: false, bound: bound.max(self.left_out) + self.problem.settled };
            }
            self.nodes += 1;
            next = self.look_at(node, stop.gap);
        }
        let best = self.best.as_ref().map_or(f64::NEG_INFINITY, |(worth, _)| *worth);
        Grown { is_done: true, bound: best.max(self.left_out + self.problem.settled) }
    }

    /// One node: its relaxation, what that forces, and its two halves, of which one is returned to go on with.
    fn look_at(&mut self, node: Node, gap: f64) -> Option<Node> {
        let (mut low, mut high) = node.bounds(&self.low, &self.high);
        if !propagate(self.problem, &mut low, &mut high) {
            return None;
        }
        let mut bound = node.bound;
        let mut is_first = true;
        loop {
            self.move_to(&low, &high);
            let cutoff = self.cutoff(gap);
            let end = self.tableau.solve(self.problem, cutoff, PIVOTS_MAX);
            if end == End::Empty {
                return None;
            }
            let (told, own) = self.tableau.bound_of(self.problem);
            bound = bound.min(told);
            if is_first {
                self.costs.learn(&node, bound);
                is_first = false;
            }
            if bound <= cutoff {
                self.left_out = self.left_out.max(bound);
                return None;
            }
            self.fix_by_price(&own, told, cutoff, &mut low, &mut high);
            let point = self.tableau.point();
            let fractions = self.costs.fractions(self.problem, &point, &low, &high);
            if fractions.is_empty() {
                if self.finish(&point, &low, &high, bound, gap) {
                    return None;
                }
                // The point is whole, yet breaks a row of the program: what is still open is branched on.
                let Some(open) = (0..self.problem.width())
                    .find(|place| self.problem.is_whole[*place] && low[*place] < high[*place])
                else {
                    self.left_out = self.left_out.max(bound);
                    return None;
                };
                let amount = point[open].round().clamp(low[open], high[open] - 0.5) + 0.5;
                return Some(self.split(
                    &low,
                    &high,
                    bound,
                    &Choice { variable: open, amount: amount.floor() + 0.5, down: 0.0, up: 0.0 },
                ));
            }
            if !propagate(self.problem, &mut low, &mut high) {
                return None;
            }
            let choice = self.choose(&fractions, bound, cutoff, &low, &high);
            let (down, up) = (choice.down, choice.up);
            let (variable, amount) = (choice.variable, choice.amount);
            let is_down_gone = bound - down <= cutoff;
            let is_up_gone = bound - up <= cutoff;
            if !is_down_gone && !is_up_gone {
                return Some(self.split(&low, &high, bound, &choice));
            }
            if is_down_gone {
                self.left_out = self.left_out.max((bound - down).min(cutoff));
                low[variable] = amount.ceil();
            }
            if is_up_gone {
                self.left_out = self.left_out.max((bound - up).min(cutoff));
                high[variable] = amount.floor();
            }
            if low[variable] > high[variable] || !propagate(self.problem, &mut low, &mut high) {
                return None;
            }
        }
    }

    /// Puts both halves in order: one is kept open, the other returned.
    fn split(&mut self, low: &[f64], high: &[f64], bound: f64, choice: &Choice) -> Node {
        let make = |is_up: bool| {
            let mut node = Node::from_bounds(&self.low, &self.high, low, high);
            let loss = if is_up { choice.up } else { choice.down };
            node.bound = bound - loss.max(0.0);
            node.branch(choice, is_up, bound);
            let variable = choice.variable;
            if is_up {
                node.set(variable, choice.amount.ceil(), high[variable]);
            } else {
                node.set(variable, low[variable], choice.amount.floor());
            }
            node
        };
        let (down, up) = (make(false), make(true));
        let fraction = choice.amount - choice.amount.floor();
        let is_up_first = fraction > 0.5 || (fraction == 0.5 && choice.up <= choice.down);
        let (first, second) = if is_up_first { (up, down) } else { (down, up) };
        self.open.push(second);
        first
    }

    /// Moves the tableau to these bounds.
    fn move_to(&mut self, low: &[f64], high: &[f64]) {
        for variable in 0..low.len() {
            if self.tableau.low[variable] != low[variable] || self.tableau.high[variable] != high[variable] {
                self.tableau.bound(variable, low[variable], high[variable]);
            }
        }
    }

    /// Whole columns whose other side would bring the bound down to the cutoff stay where they are.
    fn fix_by_price(&mut self, own: &[f64], told: f64, cutoff: f64, low: &mut [f64], high: &mut [f64]) {
        for (place, price) in own.iter().enumerate() {
            let beyond = told - price.abs();
            if self.problem.is_whole[place] && low[place] < high[place] && beyond <= cutoff {
                self.left_out = self.left_out.max(beyond);
                if *price > 0.0 { low[place] = high[place] } else { high[place] = low[place] }
            }
        }
    }

    /// A whole point: its continuous columns are solved once more with the whole ones held, and it is kept if it is
    /// better and the program accepts it. False if the program does not accept it.
    fn finish(&mut self, point: &[f64], low: &[f64], high: &[f64], bound: f64, gap: f64) -> bool {
        let _ = gap;
        let mut rounded = point.to_vec();
        for place in 0..self.problem.width() {
            if self.problem.is_whole[place] {
                rounded[place] = rounded[place].round();
            } else {
                rounded[place] = rounded[place].clamp(self.problem.low[place], self.problem.high[place]);
            }
        }
        let accepted = (self.accepts)(&rounded).or_else(|| {
            let (mut tight_low, mut tight_high) = (low.to_vec(), high.to_vec());
            for place in (0..self.problem.width()).filter(|place| self.problem.is_whole[*place]) {
                tight_low[place] = rounded[place];
                tight_high[place] = rounded[place];
            }
            self.move_to(&tight_low, &tight_high);
            self.tableau.refresh(self.problem);
            if self.tableau.solve(self.problem, f64::NEG_INFINITY, PIVOTS_MAX) != End::Best {
                return None;
            }
            let mut again = self.tableau.point();
            for place in 0..self.problem.width() {
                again[place] = if self.problem.is_whole[place] {
                    again[place].round()
                } else {
                    again[place].clamp(self.problem.low[place], self.problem.high[place])
                };
            }
            (self.accepts)(&again)
        });
        let Some(accepted) = accepted else { return false };
        let worth = self.problem.worth_of(&accepted);
        if self.best.as_ref().is_none_or(|(known, _)| worth > *known) {
            self.best = Some((worth, accepted));
        }
        self.left_out = self.left_out.max(bound.min(worth - self.problem.settled));
        true
    }
}

/// Bounds at or below this are good enough for a plan of this worth.
pub fn cutoff_of(worth: f64, gap: f64) -> f64 {
    worth + (gap * (1.0 - 1e-6)).max(1e-10) * worth.abs()
}
