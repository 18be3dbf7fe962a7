//! Frontiers and certified weights against what they replace: one solve for every point, one solve for every sample.

#[path = "fronts/instance.rs"]
mod instance;

use cxfolio::optimize::fronts::budget_front::{FrontGroup, FrontOption, budget_front};
use cxfolio::optimize::fronts::knapsack::Knapsack;
use cxfolio::optimize::fronts::knapsack_front::knapsack_front;
use cxfolio::optimize::highs::{Limits, solve};
use cxfolio::optimize::program::Program;
use cxfolio::optimize::watch::Watch;
use cxfolio::optimize::weights::certificate::certify;
use cxfolio::optimize::weights::draw::Draws;
use instance::Instance;
use serde_json::Value;
use std::time::{Duration, Instant};

fn main() {
    println!("One budget, every point: dominance search against one solve per point");
    for items in [60, 100, 200] {
        budget_front_against_caps(items);
    }
    println!("\nTwo criteria, two budgets: the published frontiers, each found exactly");
    published_fronts();
    println!(
        "\nWeights of five criteria, every sample within 0.1 %: certificate against one solve for each sample"
    );
    let files = named_files();
    let mut instances: Vec<Instance> = files.iter().map(|path| Instance::read(path)).collect();
    if instances.is_empty() {
        instances = (1..=2).map(|seed| Instance::new(60, seed)).collect();
    }
    for instance in &instances {
        certificate_against_loop(instance, 1_000, Spread::Near, 0.001);
        certificate_against_loop(instance, 100_000, Spread::Near, 0.001);
    }
    for instance in &instances {
        certificate_against_loop(instance, 1_000, Spread::Anywhere, 0.001);
    }
}

/// Instance files of `peers/generate.py`, if any are named; cargo adds an argument of its own.
#[expect(clippy::disallowed_methods, reason = "a benchmark has its own command line")]
fn named_files() -> Vec<String> {
    std::env::args().skip(1).filter(|name| !name.starts_with("--")).collect()
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed())
}

/// Caps solved to learn what one point costs; all of them would take an hour.
const CAPS: usize = 15;
const PROVEN: Limits = Limits { seconds: None, relative_gap: 0.0, seed: 0, watch: Watch::none() };

fn budget_front_against_caps(items: u64) {
    let draws = Draws::new(items);
    let options: Vec<FrontOption> = (0..items)
        .map(|item| {
            let cost = 20.0 + 500.0 * draws.exponential(2 * item);
            let worth = cost * (0.5 + draws.unit(2 * item + 1));
            FrontOption { cost: cost as i64, worth: worth as i64 }
        })
        .collect();
    let groups: Vec<FrontGroup> =
        options.iter().map(|option| FrontGroup { options: vec![*option], ..FrontGroup::default() }).collect();
    let repeats: u32 = 20;
    let search = || budget_front(&groups, None, usize::MAX).expect("a front");
    let (_, ours) = timed(|| (0..repeats).for_each(|_| drop(std::hint::black_box(search()))));
    let front = search();
    let ours = ours / repeats;
    let mut program = Program::default();
    let columns: Vec<usize> = options.iter().map(|option| program.binary(option.worth as f64)).collect();
    program.at_most(columns.iter().map(|column| (*column, options[*column].cost as f64)).collect(), 0.0);
    let (_, caps) = timed(|| {
        for cap in 0..CAPS {
            let point = front.points[(2 * cap + 1) * front.points.len() / (2 * CAPS)];
            program.rows[0].high = point.cost as f64;
            let found = solve(&program, &PROVEN, None).columns.expect("a plan");
            let worth: f64 =
                columns.iter().map(|item| found[*item].round() * options[*item].worth as f64).sum();
            assert_eq!(worth as i64, point.worth, "the two methods disagree");
        }
    });
    let all_caps = caps.as_secs_f64() / CAPS as f64 * front.points.len() as f64;
    println!(
        "n = {items:3}: {:6} points in {:9.3} ms, {:3.0} M states/s; one solve per point {:7.1} s (from {CAPS}); ratio {:.0}",
        front.points.len(),
        ours.as_secs_f64() * 1e3,
        front.states as f64 / ours.as_secs_f64() / 1e6,
        all_caps,
        all_caps / ours.as_secs_f64()
    );
}

fn published_fronts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/published/fronts.json");
    let text = std::fs::read_to_string(path).expect("the published frontiers");
    let all: Value = serde_json::from_str(&text).expect("a list");
    let row = |row: &Value| -> Vec<i64> {
        row.as_array().expect("a row").iter().map(|number| number.as_i64().expect("a whole number")).collect()
    };
    let table = |rows: &Value| -> Vec<Vec<i64>> { rows.as_array().expect("rows").iter().map(row).collect() };
    for instance in all.as_array().expect("a list").iter().filter(|instance| instance["m"] == 2) {
        let knapsack = Knapsack {
            first: row(&instance["v1"]),
            second: row(&instance["v2"]),
            weights: table(&instance["w"]),
            capacities: row(&instance["W"]),
        };
        let (front, took) = timed(|| knapsack_front(&knapsack, u64::MAX).expect("a knapsack"));
        let mut known = table(&instance["front"]);
        known.sort_by(|one, other| other.cmp(one));
        let found: Vec<Vec<i64>> =
            front.choices.iter().map(|choice| vec![choice.first, choice.second]).collect();
        assert_eq!(found, known, "another frontier than the published one");
        println!(
            "{}: n = {}, {} points in {:.1} s, {:.1} M states/s",
            instance["name"].as_str().unwrap_or_default(),
            knapsack.first.len(),
            found.len(),
            took.as_secs_f64(),
            front.states as f64 / took.as_secs_f64() / 1e6
        );
    }
}

#[derive(Clone, Copy, Debug)]
enum Spread {
    /// Every weight within 30 % of its middle.
    Near,
    /// Even over all weights.
    Anywhere,
}

/// Samples solved one by one to learn what one costs.
const LOOP: usize = 15;

fn certificate_against_loop(instance: &Instance, count: u64, spread: Spread, gap: f64) {
    let draws = Draws::new(1_000);
    let samples: Vec<Vec<f64>> = (0..count)
        .map(|sample| {
            let draw = |place: usize| match spread {
                Spread::Near => instance.middle[place] * (0.7 + 0.6 * draws.unit(sample * 5 + place as u64)),
                Spread::Anywhere => draws.exponential(sample * 5 + place as u64),
            };
            let drawn: Vec<f64> = (0..5).map(draw).collect();
            let sum: f64 = drawn.iter().sum();
            drawn.iter().map(|weight| weight / sum).chain([1.0]).collect()
        })
        .collect();
    let (worths, one_by_one) = timed(|| {
        let solved = |sample: &Vec<f64>| instance.solved(sample, &PROVEN, None).expect("a plan");
        samples[..LOOP]
            .iter()
            .map(|sample| instance.worth(sample, &solved(sample).plan))
            .collect::<Vec<f64>>()
    });
    // A tenth of the gap is left to the solver, the rest to the distance between solved weights.
    let limits = Limits { relative_gap: gap / 10.0, ..PROVEN };
    let mut solving = Duration::ZERO;
    let (certificate, ours) = timed(|| {
        certify(&samples, None, gap, usize::MAX, |weights, start: Option<&Vec<f64>>| {
            let (solved, took) = timed(|| instance.solved(weights, &limits, start));
            solving += took;
            solved
        })
        .expect("plans")
    });
    for (truth, certified) in worths.iter().zip(&certificate.samples) {
        assert!(certified.worth <= truth * (1.0 + 1e-9) && *truth <= certified.bound * (1.0 + 1e-9));
    }
    let within = certificate.samples.iter().filter(|sample| sample.gap() <= gap * 1.000_001).count();
    let loop_all = one_by_one.as_secs_f64() / LOOP as f64 * count as f64;
    println!(
        "{}, {spread:?}, {count}: {within} within {gap}, {} solves, {} plans, {:.2} s (all but solving {:.1} ms); loop {:.0} s (from {LOOP}); ratio {:.0}",
        instance.name,
        certificate.solves,
        certificate.plans.len(),
        ours.as_secs_f64(),
        (ours - solving).as_secs_f64() * 1e3,
        loop_all,
        loop_all / ours.as_secs_f64()
    );
}
