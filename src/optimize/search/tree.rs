//! Branch and bound: the best whole point of a problem, with the bound that proves it.

use std::collections::BinaryHeap;

use super::branching::{Choice, Costs};
use super::deadline::Deadline;
use super::narrow::{Width, narrowed};
use super::node::Node;
use super::problem::{Accepts, Problem};
use super::propagate::propagate;
use super::simplex::End;
use super::tableau::Tableau;

/// Pivots after which a relaxation is given up and branched on as it stands.
const PIVOTS_MAX: usize = 2_000;

/// Turns to the nearest open part before the most promising one is taken again.
const TURNS_MAX: usize = 16;

/// Nodes after which to look around the best point for the first time; later times are half as far again apart.
const LOOK_FIRST: u64 = 200;

/// Nodes after which whoever looks on is told again.
const TOLD_EVERY: u64 = 1_000;

/// Bounds that the open parts may hold together, about 24 bytes each: half a gigabyte.
const HELD_MAX: usize = 20_000_000;

/// How far a whole column may be from a whole number.
pub const WHOLE: f64 = 1e-6;

/// When a search of the tree ends.
#[derive(Clone, Copy)]
pub struct Stop<'a> {
    pub deadline: &'a Deadline,
    /// Share of the best worth that need not be found.
    pub gap: f64,
    /// Nodes at most.
    pub nodes: u64,
    /// Entries of the tableau changed at most, those before the tree included.
    pub work: u64,
    /// Whoever looks on is told the bound and the nodes from time to time.
    pub tells: Option<&'a dyn Fn(f64, u64)>,
}

/// A tree over a problem.
pub struct Tree<'a> {
    pub problem: &'a Problem,
    /// Whether a point of this problem keeps the rows of the program.
    pub accepts: &'a Accepts<'a>,
    /// Whether to look around the best point from time to time.
    pub looks_around: bool,
    pub tableau: Tableau,
    /// Bounds of columns and lines that hold everywhere.
    pub low: Vec<f64>,
    pub high: Vec<f64>,
    pub costs: Costs,
    /// Best point so far and its worth, what was settled included.
    pub best: Option<(f64, Vec<f64>)>,
    pub nodes: u64,
    open: BinaryHeap<Node>,
    /// Open halves of the part being looked at, the nearest last.
    near: Vec<Node>,
    /// Bounds that the open parts hold together.
    held: usize,
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
        accepts: &'a Accepts<'a>,
        best: Option<(f64, Vec<f64>)>,
    ) -> Tree<'a> {
        let (low, high) = (tableau.low.clone(), tableau.high.clone());
        let costs = Costs::of(problem);
        let left_out = f64::NEG_INFINITY;
        Tree {
            problem,
            accepts,
            looks_around: false,
            tableau,
            low,
            high,
            costs,
            best,
            nodes: 0,
            open: BinaryHeap::new(),
            near: Vec::new(),
            held: 0,
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
        let mut look_next = LOOK_FIRST;
        let mut turns = 0;
        while let Some(node) = next.take().or_else(|| self.following(&mut turns)) {
            if node.bound <= self.cutoff(stop.gap) {
                self.left_out = self.left_out.max(node.bound);
                continue;
            }
            if self.is_over(stop) {
                return Grown { is_done: false, bound: self.bound_with(&node) };
            }
            if let Some(tell) = stop.tells
                && self.nodes.is_multiple_of(TOLD_EVERY)
            {
                tell(self.bound_with(&node), self.nodes);
            }
            self.nodes += 1;
            next = self.look_at(node, stop.gap);
            if self.looks_around && self.nodes >= look_next && next.is_some() {
                look_next += look_next / 2;
                self.look_around(stop);
            }
        }
        let best = self.best.as_ref().map_or(f64::NEG_INFINITY, |(worth, _)| *worth);
        Grown { is_done: true, bound: best.max(self.left_out + self.problem.settled) }
    }

    /// No point is worth more while this part and the open ones are not looked at, what was settled included.
    fn bound_with(&self, node: &Node) -> f64 {
        let open = self.open.iter().chain(&self.near);
        let bound = open.fold(node.bound, |most, other| most.max(other.bound));
        bound.max(self.left_out) + self.problem.settled
    }

    fn is_over(&self, stop: &Stop) -> bool {
        let is_spent = self.nodes >= stop.nodes || self.tableau.work > stop.work;
        is_spent || self.held > HELD_MAX || stop.deadline.is_over()
    }

    /// The nearest open part, to which few pivots lead; after some of these, the part with the largest bound.
    fn following(&mut self, turns: &mut usize) -> Option<Node> {
        *turns += 1;
        let nearest = if *turns <= TURNS_MAX { self.near.pop() } else { None };
        let node = nearest.or_else(|| {
            *turns = 0;
            self.open.extend(self.near.drain(..));
            self.open.pop()
        })?;
        self.held -= node.weight();
        Some(node)
    }

    /// Searches among the columns on which the current relaxed point and the best point differ, and the nearest others.
    fn look_around(&mut self, stop: &Stop) {
        let own = self.tableau.bound_of(self.problem).1;
        let point = self.tableau.point();
        let wholes = self.problem.is_whole.iter().filter(|is_whole| **is_whole).count();
        let width = Width { open: (wholes * 2 / 5).clamp(60, 200), nodes: 400, gap: stop.gap * 0.2 };
        let found =
            narrowed(self.problem, &own, &point, self.best.as_ref(), self.accepts, width, stop.deadline);
        if found.is_some() {
            self.best = found;
        }
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
                return self.whole(&point, &low, &high, bound);
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

    /// A whole point: kept, and nothing is left of the node. Where the program does not accept it, a part of the node
    /// that is still open is returned.
    fn whole(&mut self, point: &[f64], low: &[f64], high: &[f64], bound: f64) -> Option<Node> {
        if self.finish(point, low, high, bound) {
            return None;
        }
        let is_open = |place: &usize| self.problem.is_whole[*place] && low[*place] < high[*place];
        let Some(variable) = (0..self.problem.width()).find(is_open) else {
            self.left_out = self.left_out.max(bound);
            return None;
        };
        let amount = point[variable].round().clamp(low[variable], high[variable] - 1.0) + 0.5;
        Some(self.split(low, high, bound, &Choice { variable, amount, down: 0.0, up: 0.0 }))
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
        self.held += second.weight();
        self.near.push(second);
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
    fn finish(&mut self, point: &[f64], low: &[f64], high: &[f64], bound: f64) -> bool {
        let mut rounded = point.to_vec();
        self.problem.tidy(&mut rounded);
        let accepted = (self.accepts)(self.problem, &rounded).or_else(|| {
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
            self.problem.tidy(&mut again);
            (self.accepts)(self.problem, &again)
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
