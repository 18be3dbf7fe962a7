//! The search against complete enumeration on small programs of every kind of row.

use super::solve;
use crate::optimize::highs::{self, Ending, Limits};
use crate::optimize::program::Program;

/// A small generator of its own, so that a failing case can be named by its number.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// From low to high, both included.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % ((high - low + 1) as u64)) as i64
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}

/// A program with so many yes-or-no columns and so many continuous ones, some of it impossible.
fn drawn(draw: &mut Draw, binaries: usize, continuous: usize) -> Program {
    let mut program = Program::default();
    for _ in 0..binaries {
        let worth = draw.between(-30, 100) as f64;
        program.binary(worth);
    }
    for _ in 0..continuous {
        let (low, width) = (draw.between(-3, 2) as f64, draw.between(1, 6) as f64 / 2.0);
        let worth = draw.between(-40, 60) as f64;
        program.continuous(low, low + width, worth);
    }
    if draw.chance(50) && binaries >= 4 {
        program.at_most(vec![(0, 1.0), (1, 1.0), (2, 1.0)], 1.0);
    }
    for _ in 0..draw.between(1, 6) {
        let mut terms = Vec::new();
        for place in 0..binaries + continuous {
            if draw.chance(60) {
                terms.push((place, draw.between(-60, 140) as f64 / 10.0));
            }
        }
        if terms.is_empty() {
            continue;
        }
        let total: f64 = terms.iter().map(|(_, amount)| amount.max(0.0)).sum();
        let limit = (total * draw.between(10, 90) as f64 / 100.0 * 10.0).round() / 10.0;
        match draw.between(0, 9) {
            0 if continuous == 0 => {
                let whole = terms.iter().map(|(place, amount)| (*place, amount.signum())).collect();
                program.equal(whole, draw.between(0, 2) as f64);
            }
            0 => program.equal(terms, limit),
            1 | 2 => program.at_least(terms, limit * 0.5),
            _ => program.at_most(terms, limit),
        }
    }
    if draw.chance(30) && binaries >= 3 {
        program.at_most(vec![(2, 1.0), (1, -1.0)], 0.0);
    }
    program
}

/// The best worth over every choice of the yes-or-no columns.
fn enumerated(program: &Program, binaries: usize) -> Option<f64> {
    let has_continuous = program.columns.len() > binaries;
    let mut best: Option<f64> = None;
    for choice in 0..1_u32 << binaries {
        let point: Vec<f64> = (0..binaries).map(|place| f64::from(choice >> place & 1)).collect();
        let worth =
            if has_continuous { best_continuous(program, &point) } else { worth_if_kept(program, &point) };
        if let Some(worth) = worth {
            best = Some(best.map_or(worth, |known| known.max(worth)));
        }
    }
    best
}

fn worth_if_kept(program: &Program, point: &[f64]) -> Option<f64> {
    keeps(program, point, 1e-7).then(|| worth_of(program, point))
}

fn best_continuous(program: &Program, chosen: &[f64]) -> Option<f64> {
    let mut held = program.clone();
    for (column, amount) in held.columns.iter_mut().zip(chosen) {
        *column = crate::optimize::program::Column {
            is_binary: false,
            low: *amount,
            high: *amount,
            worth: column.worth,
        };
    }
    let answer = highs::solve(&held, &Limits::default(), None);
    answer.columns.map(|point| worth_of(program, &point))
}

fn worth_of(program: &Program, point: &[f64]) -> f64 {
    program.columns.iter().zip(point).map(|(column, amount)| column.worth * amount).sum()
}

fn keeps(program: &Program, point: &[f64], tolerance: f64) -> bool {
    program.rows.iter().all(|row| {
        let sum: f64 = row.terms.iter().map(|(place, amount)| amount * point[*place]).sum();
        row.low - sum <= tolerance && sum - row.high <= tolerance
    })
}

/// Solves and compares with what enumeration found.
fn compare(program: &Program, binaries: usize, gap: f64, case: u64) {
    let known = enumerated(program, binaries);
    let limits = Limits { relative_gap: gap, ..Limits::default() };
    let answer = solve(program, &limits, None);
    let Some(known) = known else {
        assert_eq!(answer.ending, Ending::Infeasible, "case {case}: nothing is possible");
        return;
    };
    assert_eq!(answer.ending, Ending::Solved, "case {case}");
    let point = answer.columns.expect("a solved program has a point");
    assert!(keeps(program, &point, 1e-7), "case {case}: a row is broken");
    for (column, amount) in program.columns.iter().zip(&point) {
        assert!(column.low <= *amount && *amount <= column.high, "case {case}: {amount} is out of bounds");
        assert!(!column.is_binary || *amount == amount.round(), "case {case}: {amount} is not whole");
    }
    let worth = worth_of(program, &point);
    let room = 1e-6 * (1.0 + known.abs());
    assert!(worth <= known + room, "case {case}: {worth} is more than the best there is, {known}");
    assert!(worth >= known - gap * known.abs() - room, "case {case}: {worth} instead of {known}");
    assert!(answer.bound >= known - room, "case {case}: the bound {} is below {known}", answer.bound);
    assert!(
        answer.bound <= worth + gap * worth.abs() + room,
        "case {case}: the bound {} proves too little",
        answer.bound
    );
}

#[test]
fn yes_or_no_programs_agree_with_enumeration() {
    for case in 0..600 {
        let mut draw = Draw(case);
        let binaries = draw.between(1, 11) as usize;
        let program = drawn(&mut draw, binaries, 0);
        compare(&program, binaries, 0.0, case);
    }
}

#[test]
fn programs_with_continuous_columns_agree_with_enumeration() {
    for case in 0..150 {
        let mut draw = Draw(10_000 + case);
        let binaries = draw.between(1, 5) as usize;
        let continuous = draw.between(1, 4) as usize;
        let program = drawn(&mut draw, binaries, continuous);
        compare(&program, binaries, 0.0, case);
    }
}

#[test]
fn a_gap_is_kept() {
    for case in 0..200 {
        let mut draw = Draw(20_000 + case);
        let program = drawn(&mut draw, 10, 0);
        compare(&program, 10, 0.05, case);
    }
}

/// Larger ones, where the search for a good plan and the cuts come in, against HiGHS alone.
#[test]
fn larger_programs_agree_with_highs() {
    for case in 0..8 {
        let mut draw = Draw(30_000 + case);
        let mut program = Program::default();
        for _ in 0..90 {
            let worth = draw.between(20, 100) as f64;
            program.binary(worth);
        }
        for group in 0..30 {
            program.at_most((0..3).map(|start| (group * 3 + start, 1.0)).collect(), 1.0);
        }
        for _ in 0..6 {
            let terms: Vec<(usize, f64)> = (0..90).map(|place| (place, draw.between(5, 60) as f64)).collect();
            program.at_most(terms, 300.0);
        }
        let (ours, theirs) =
            (solve(&program, &Limits::default(), None), highs::solve(&program, &Limits::default(), None));
        let point = ours.columns.expect("a plan");
        assert!(keeps(&program, &point, 1e-7), "case {case}: a row is broken");
        let (ours, theirs) =
            (worth_of(&program, &point), worth_of(&program, &theirs.columns.expect("a plan")));
        assert!((ours - theirs).abs() < 1e-6, "case {case}: {ours} instead of {theirs}");
    }
}

#[test]
fn a_start_is_never_lost() {
    for case in 0..100 {
        let mut draw = Draw(40_000 + case);
        let program = drawn(&mut draw, 8, 0);
        let Some(point) = solve(&program, &Limits::default(), None).columns else { continue };
        let rough = Limits { relative_gap: 0.5, ..Limits::default() };
        let again = solve(&program, &rough, Some(&point)).columns.expect("the start at least");
        assert!(worth_of(&program, &again) >= worth_of(&program, &point) - 1e-6, "case {case}");
    }
}
