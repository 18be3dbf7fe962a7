//! Instances for the weights: those of `peers/generate.py` read from a file, or seeded ones made here.

use cxfolio::optimize::highs::{Limits, solve};
use cxfolio::optimize::program::{Column, Program, Row};
use cxfolio::optimize::weights::certificate::Solved;
use cxfolio::optimize::weights::draw::Draws;
use serde_json::Value;
use std::fs;

pub struct Instance {
    pub name: String,
    program: Program,
    /// What each column reaches on each criterion; the sixth is what has no weight of its own, such as synergies.
    criteria: Vec<[f64; 6]>,
    /// The weights in the middle of the admissible ones; the sixth is always 1.
    pub middle: [f64; 6],
}

/// What is left of a score when the start is one or two years later, as the generator has it.
const DELAY: [f64; 3] = [1.0, 0.88, 0.77];

impl Instance {
    /// An instance written by the generator.
    pub fn read(path: &str) -> Instance {
        let text = fs::read_to_string(path).expect("an instance file");
        let written: Value = serde_json::from_str(&text).expect("an instance");
        let (model, told) = (&written["model"], &written["data"]);
        let real = |number: &Value| number.as_f64().expect("a number");
        let list = |list: &Value| -> Vec<Value> { list.as_array().expect("a list").clone() };
        let mut program = Program::default();
        for (place, worth) in list(&model["obj"]).iter().enumerate() {
            let is_binary = model["integer"][place].as_bool().expect("yes or no");
            let (low, high) = (real(&model["lb"][place]), real(&model["ub"][place]));
            program.columns.push(Column { is_binary, low, high, worth: real(worth) });
        }
        for row in list(&model["rows"]) {
            let term = |term: &Value| (term[0].as_u64().expect("a column") as usize, real(&term[1]));
            let terms = list(&row[2]).iter().map(term).collect();
            let low = row[0].as_f64().unwrap_or(f64::NEG_INFINITY);
            let high = row[1].as_f64().unwrap_or(f64::INFINITY);
            program.rows.push(Row { terms, low, high });
        }
        let mut criteria: Vec<[f64; 6]> =
            program.columns.iter().map(|column| [0.0, 0.0, 0.0, 0.0, 0.0, column.worth]).collect();
        for (candidate, scores) in list(&told["score"]).iter().enumerate() {
            for (start, left) in DELAY.iter().enumerate() {
                let reached = &mut criteria[3 * candidate + start];
                *reached = [0.0; 6];
                (0..5).for_each(|place| reached[place] = 100.0 * real(&scores[place]) * left);
            }
        }
        let mut middle = [1.0; 6];
        (0..5).for_each(|place| middle[place] = real(&told["lam"][place]));
        Instance { name: path.to_string(), program, criteria, middle }
    }

    /// A seeded instance: candidates with five criteria under five yearly budgets and two scarce roles, with rules
    /// between them.
    pub fn new(candidates: u64, seed: u64) -> Instance {
        let draws = Draws::new(seed);
        let mut number = 0;
        let mut next = || {
            number += 1;
            number
        };
        let mut program = Program::default();
        let mut criteria = Vec::new();
        let mut uses: Vec<[f64; 7]> = Vec::new();
        for _ in 0..candidates {
            program.binary(0.0);
            // Log-normal sizes, made of twelve even draws less six.
            let normal = (0..12).map(|_| draws.unit(next())).sum::<f64>() - 6.0;
            let size = (5.6 + 0.6 * normal).exp().round().max(20.0);
            let mut reached = [0.0; 6];
            for criterion in &mut reached[..5] {
                let gamma: f64 = (0..3).map(|_| draws.exponential(next())).sum();
                *criterion = (size.sqrt() * gamma * 3.6).round().max(1.0);
            }
            criteria.push(reached);
            let first_year = (draws.bits(next()) % 3) as usize;
            let years = 1 + (draws.bits(next()) % 3) as usize;
            let mut used = [0.0; 7];
            for yearly in &mut used[first_year..(first_year + years).min(5)] {
                *yearly += (size / years as f64).round();
            }
            for role in &mut used[5..] {
                *role = if draws.unit(next()) < 0.5 {
                    (size / 100.0 * 5.0 * draws.unit(next())).ceil()
                } else {
                    0.0
                };
            }
            uses.push(used);
        }
        for resource in 0..7 {
            let terms: Vec<(usize, f64)> = uses.iter().map(|used| used[resource]).enumerate().collect();
            let all: f64 = terms.iter().map(|(_, used)| used).sum();
            program.at_most(terms, (all * (0.35 + 0.15 * draws.unit(next()))).round());
        }
        for rule in 0..candidates as usize / 10 {
            let (one, other) = (6 * rule, 6 * rule + 3);
            if rule % 2 == 0 {
                program.at_most(vec![(one, 1.0), (other, 1.0)], 1.0);
            } else {
                program.at_most(vec![(one, 1.0), (other, -1.0)], 0.0);
            }
        }
        let middle = [0.2, 0.2, 0.2, 0.2, 0.2, 1.0];
        Instance { name: format!("seed {seed}"), program, criteria, middle }
    }

    /// The best plan at some weights, from a known plan if there is one.
    pub fn solved(
        &self,
        weights: &[f64],
        limits: &Limits,
        start: Option<&Vec<f64>>,
    ) -> Option<Solved<Vec<f64>>> {
        let mut program = self.program.clone();
        for (column, criteria) in program.columns.iter_mut().zip(&self.criteria) {
            column.worth = criteria.iter().zip(weights).map(|(criterion, weight)| criterion * weight).sum();
        }
        let answer = solve(&program, limits, start.map(Vec::as_slice));
        let plan = answer.columns?;
        Some(Solved { criteria: self.reached(&plan), plan, bound: answer.bound })
    }

    /// What a plan is worth at some weights.
    pub fn worth(&self, weights: &[f64], plan: &[f64]) -> f64 {
        self.reached(plan).iter().zip(weights).map(|(criterion, weight)| criterion * weight).sum()
    }

    fn reached(&self, plan: &[f64]) -> Vec<f64> {
        let sum = |place: usize| {
            self.criteria.iter().zip(plan).map(|(criteria, value)| criteria[place] * value).sum()
        };
        (0..6).map(sum).collect()
    }
}
