//! Which variable to branch on: what both sides lost before, and where that is not known, a look ahead.

use super::node::Node;
use super::problem::Problem;
use super::simplex::End;
use super::tableau::Place;
use super::tree::{Tree, WHOLE};

/// Looks taken at a variable before its history is trusted.
const TRUSTED: f64 = 4.0;

/// Variables looked at ahead in one node.
const LOOKS_MAX: usize = 10;

/// Pivots of one look.
const LOOK_PIVOTS: usize = 30;

/// A variable that is not whole and what its two sides lose.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub variable: usize,
    pub amount: f64,
    pub down: f64,
    pub up: f64,
}

/// What branching cost so far, per variable and side: sum of loss per unit, and number of times.
pub struct Costs {
    sums: Vec<[f64; 2]>,
    times: Vec<[f64; 2]>,
    all: [f64; 2],
    all_times: [f64; 2],
    /// Lines that say "at most one of these yes-or-no columns", which are branched on as a whole.
    choices: Vec<usize>,
}

impl Costs {
    /// Nothing known yet.
    pub fn of(problem: &Problem) -> Costs {
        let variables = problem.width() + problem.lines.len();
        let choices = (0..problem.lines.len()).filter(|number| is_choice(problem, *number)).collect();
        Costs {
            sums: vec![[0.0; 2]; variables],
            times: vec![[0.0; 2]; variables],
            all: [0.0; 2],
            all_times: [0.0; 2],
            choices,
        }
    }

    /// Learns from a node that was just solved.
    pub fn learn(&mut self, node: &Node, bound: f64) {
        if let Some((variable, is_up, way, before)) = node.born {
            self.note(variable, usize::from(is_up), (before - bound).max(0.0) / way.max(WHOLE));
        }
    }

    fn note(&mut self, variable: usize, side: usize, loss: f64) {
        if loss.is_finite() {
            self.sums[variable][side] += loss;
            self.times[variable][side] += 1.0;
            self.all[side] += loss;
            self.all_times[side] += 1.0;
        }
    }

    fn expected(&self, variable: usize, side: usize) -> f64 {
        let (sum, times) = (self.sums[variable][side], self.times[variable][side]);
        if times > 0.0 { sum / times } else { self.all[side] / self.all_times[side].max(1.0) }
    }

    fn is_trusted(&self, variable: usize) -> bool {
        self.times[variable].iter().all(|times| *times >= TRUSTED)
    }

    /// Whole columns and choices that are not whole at a point, with what their sides are expected to lose.
    pub fn fractions(&self, problem: &Problem, point: &[f64], low: &[f64], high: &[f64]) -> Vec<Choice> {
        let width = problem.width();
        let columns = (0..width).filter(|place| problem.is_whole[*place]).map(|place| (place, point[place]));
        let sums = self.choices.iter().map(|line| (width + line, problem.lines[*line].at(point)));
        columns
            .chain(sums)
            .filter(|(variable, amount)| {
                (amount - amount.round()).abs() > WHOLE && low[*variable] < high[*variable]
            })
            .map(|(variable, amount)| {
                let fraction = amount - amount.floor();
                Choice {
                    variable,
                    amount,
                    down: self.expected(variable, 0) * fraction,
                    up: self.expected(variable, 1) * (1.0 - fraction),
                }
            })
            .collect()
    }
}

/// Whether a line says "at most one of these yes-or-no columns".
fn is_choice(problem: &Problem, number: usize) -> bool {
    let line = &problem.lines[number];
    let first = line.amounts[0];
    line.places.len() > 1
        && first == 1.0
        && line.amounts.iter().all(|amount| *amount == first)
        && line.terms().all(|(place, _)| problem.is_whole[place] && problem.low[place] == 0.0)
        && (line.high - 1.0).abs() < 1e-9
}

fn merit(down: f64, up: f64) -> f64 {
    const LEAST: f64 = 1e-9;
    down.max(LEAST) * up.max(LEAST)
}

impl Tree<'_> {
    /// The most telling of the variables that are not whole. What its sides lose is proven where it was looked at
    /// ahead, and nothing otherwise.
    pub fn choose(
        &mut self,
        fractions: &[Choice],
        bound: f64,
        cutoff: f64,
        low: &[f64],
        high: &[f64],
    ) -> Choice {
        let mut ranked: Vec<Choice> = fractions.to_vec();
        ranked.sort_by(|one, other| merit(other.down, other.up).total_cmp(&merit(one.down, one.up)));
        let mut best: Option<(f64, Choice)> = None;
        let mut looks = 0;
        let mut in_vain = 0;
        for choice in ranked {
            let mut proven = Choice { down: 0.0, up: 0.0, ..choice };
            let mut score = merit(choice.down, choice.up);
            if !self.costs.is_trusted(choice.variable) && looks < LOOKS_MAX && in_vain < 6 {
                looks += 1;
                proven = self.look_ahead(&choice, bound, cutoff, low, high);
                score = merit(proven.down.min(bound - cutoff), proven.up.min(bound - cutoff));
                if bound - proven.down <= cutoff || bound - proven.up <= cutoff {
                    return proven;
                }
            }
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, proven));
                in_vain = 0;
            } else {
                in_vain += 1;
            }
        }
        best.expect("there is something to branch on").1
    }

    /// What both sides of a variable lose at least, from a few pivots on a copy.
    fn look_ahead(&mut self, choice: &Choice, bound: f64, cutoff: f64, low: &[f64], high: &[f64]) -> Choice {
        let variable = choice.variable;
        let mut found = *choice;
        for (side, is_up) in [(0, false), (1, true)] {
            let mut copy = self.tableau.clone();
            if variable >= copy.width && copy.place[variable] == Place::Away {
                copy.hold(self.problem, variable - copy.width);
            }
            if is_up {
                copy.bound(variable, choice.amount.ceil(), high[variable]);
            } else {
                copy.bound(variable, low[variable], choice.amount.floor());
            }
            let end = copy.solve(self.problem, cutoff, LOOK_PIVOTS);
            self.tableau.work += copy.work - self.tableau.work;
            let loss = match end {
                End::Empty => f64::INFINITY,
                _ => (bound - copy.bound_of(self.problem).0).max(0.0),
            };
            let fraction = choice.amount - choice.amount.floor();
            let way = if is_up { 1.0 - fraction } else { fraction };
            self.costs.note(variable, side, loss / way);
            if is_up { found.up = loss } else { found.down = loss }
        }
        found
    }
}
