//! One of the comparison's programs solved by cxfolio: peers MODEL.json GAP LIMIT [replan] -> one line of JSON.

use cxfolio::optimize::highs::{Ending, Limits};
use cxfolio::optimize::program::{Column, Program, Row};
use cxfolio::optimize::search;
use serde_json::Value;
use std::time::Instant;

unsafe extern "C" {
    /// Processor time of this process in millionths of a second, from the C library.
    safe fn clock() -> std::ffi::c_long;
}

#[expect(
    clippy::disallowed_methods,
    reason = "a measurement is about time, and its arguments come from the command line"
)]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let ([path, gap, limit] | [path, gap, limit, _]) = arguments.as_slice() else {
        println!("peers MODEL.json GAP LIMIT [replan]; benches/peers/compare.py calls this");
        return;
    };
    let text = std::fs::read_to_string(path).expect("the model");
    let program = program(&serde_json::from_str::<Value>(&text).expect("JSON")["model"]);
    let limits = Limits {
        seconds: Some(limit.parse().expect("seconds")),
        relative_gap: gap.parse().expect("a share"),
        ..Limits::default()
    };
    if arguments.len() == 4 {
        return replan(&program, &limits);
    }
    let (wall, before) = (Instant::now(), clock());
    let answer = search::solve(&program, &limits, None);
    let cpu = (clock() - before) as f64 / 1e6;
    let told = serde_json::json!({
        "cpu": cpu,
        "wall": wall.elapsed().as_secs_f64(),
        "proven": answer.ending == Ending::Solved,
        "bound": answer.bound,
        "nodes": answer.nodes,
        "point": answer.columns,
    });
    println!("{told}");
}

/// Seconds for a plan within the gap after one change, with the plan before it to begin from: worths, a budget, a lock.
#[expect(clippy::disallowed_methods, reason = "a measurement is about time")]
fn replan(program: &Program, limits: &Limits) {
    let plan = search::solve(program, &Limits { relative_gap: 0.001, ..limits.clone() }, None)
        .columns
        .expect("a plan");
    let mut other_worths = program.clone();
    other_worths.columns.iter_mut().step_by(5).for_each(|column| column.worth *= 1.15);
    let mut smaller_budget = program.clone();
    let is_budget = |row: &&mut Row| row.low == f64::NEG_INFINITY && row.high > 100.0;
    smaller_budget.rows.iter_mut().filter(is_budget).take(1).for_each(|row| row.high *= 0.9);
    let mut locked = program.clone();
    let is_in = |place: &usize| program.columns[*place].is_binary && plan[*place] > 0.5;
    let place = (0..plan.len()).filter(is_in).nth(3).expect("a plan of several");
    locked.columns[place].high = 0.0;
    for (what, changed) in [("worths", other_worths), ("budget", smaller_budget), ("lock", locked)] {
        let (wall, before) = (Instant::now(), clock());
        let answer = search::solve(&changed, limits, Some(&plan));
        let cpu = (clock() - before) as f64 / 1e6;
        let told = serde_json::json!({
            "change": what,
            "cpu": cpu,
            "wall": wall.elapsed().as_secs_f64(),
            "proven": answer.ending == Ending::Solved,
        });
        println!("{told}");
    }
}

/// The program of a model file.
fn program(model: &Value) -> Program {
    let numbers = |name: &str| -> Vec<f64> {
        model[name]
            .as_array()
            .expect("a list")
            .iter()
            .map(|number| number.as_f64().expect("a number"))
            .collect()
    };
    let (worth, low, high) = (numbers("obj"), numbers("lb"), numbers("ub"));
    let whole = model["integer"].as_array().expect("a list");
    let columns = (0..worth.len()).map(|place| Column {
        is_binary: whole[place].as_bool().expect("yes or no"),
        low: low[place],
        high: high[place],
        worth: worth[place],
    });
    let rows = model["rows"].as_array().expect("a list").iter().map(|row| Row {
        low: row[0].as_f64().unwrap_or(f64::NEG_INFINITY),
        high: row[1].as_f64().unwrap_or(f64::INFINITY),
        terms: row[2]
            .as_array()
            .expect("terms")
            .iter()
            .map(|term| (term[0].as_u64().expect("a place") as usize, term[1].as_f64().expect("an amount")))
            .collect(),
    });
    Program { columns: columns.collect(), rows: rows.collect() }
}
