//! Seeded instances: candidates with five criteria under five yearly budgets and two scarce roles, with rules between them.

use cxfolio::optimize::certificate::Solved;
use cxfolio::optimize::draw::Draws;
use cxfolio::optimize::highs::{Limits, solve};
use cxfolio::optimize::program::Program;

pub struct Instance {
    program: Program,
    /// What each candidate reaches on each criterion.
    criteria: Vec<[f64; 5]>,
}

impl Instance {
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
            criteria.push([(); 5].map(|()| {
                let gamma: f64 = (0..3).map(|_| draws.exponential(next())).sum();
                (size.sqrt() * gamma * 3.6).round().max(1.0)
            }));
            let first_year = (draws.bits(next()) % 3) as usize;
            let years = 1 + (draws.bits(next()) % 3) as usize;
            let mut used = [0.0; 7];
            for year in first_year..(first_year + years).min(5) {
                used[year] += (size / years as f64).round();
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
        Instance { program, criteria }
    }

    /// The best plan at some weights, from a known plan if there is one.
    pub fn solved(
        &self,
        weights: &[f64],
        limits: &Limits,
        start: Option<&Vec<bool>>,
    ) -> Option<Solved<Vec<bool>>> {
        let mut program = self.program.clone();
        for (column, criteria) in program.columns.iter_mut().zip(&self.criteria) {
            column.worth = criteria.iter().zip(weights).map(|(criterion, weight)| criterion * weight).sum();
        }
        let start: Option<Vec<f64>> =
            start.map(|plan| plan.iter().map(|is_in| f64::from(u8::from(*is_in))).collect());
        let answer = solve(&program, limits, start.as_deref());
        let plan: Vec<bool> = answer.columns?.iter().map(|value| 0.5 < *value).collect();
        Some(Solved { criteria: self.reached(&plan), plan, bound: answer.bound })
    }

    /// What a plan is worth at some weights.
    pub fn worth(&self, weights: &[f64], plan: &[bool]) -> f64 {
        self.reached(plan).iter().zip(weights).map(|(criterion, weight)| criterion * weight).sum()
    }

    fn reached(&self, plan: &[bool]) -> Vec<f64> {
        let chosen = || self.criteria.iter().zip(plan).filter(|(_, is_in)| **is_in);
        (0..5).map(|place| chosen().map(|(criteria, _)| criteria[place]).sum()).collect()
    }
}
