//! Complete enumeration: on small random dossiers the program finds the best of all plans, or why there is none.

#[path = "brute_force/candidates.rs"]
mod candidates;
#[path = "brute_force/chance.rs"]
mod chance;
#[path = "brute_force/dossier.rs"]
mod dossier;
#[path = "brute_force/floor.rs"]
mod floor;
#[path = "brute_force/judge.rs"]
mod judge;
#[path = "brute_force/moments.rs"]
mod moments;

use std::ops::Range;

use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::{Outcome, Status};
use cxfolio::optimize::question::{Grounds, Question};
use cxfolio::quantity::real::real;
use dossier::{Pressure, Task, task};
use judge::{Judge, Plan};

/// Dossiers per test; `CXFOLIO_BRUTE_FORCE` asks for more of them.
#[expect(clippy::disallowed_methods, reason = "how long to look, not what to find")]
fn n_dossiers() -> u64 {
    std::env::var("CXFOLIO_BRUTE_FORCE").ok().and_then(|text| text.parse().ok()).unwrap_or(400)
}

fn answer(task: &Task, value_model: ValueModel) -> Outcome {
    let model = shelf::decision_model(None).expect("the shipped model").for_dossier(&task.dossier.settings);
    let cases = Cases::of(&task.dossier, &model).expect("small amounts");
    let map = ExperienceMap::new(&task.dossier, &model);
    let grounds = Grounds { dossier: &task.dossier, cases: &cases, map: &map, preference: None };
    let question = Question { value_model, forced: task.forced.clone(), ..Question::default() };
    choose(grounds, &question).expect("an answer")
}

fn chosen(outcome: &Outcome) -> Vec<String> {
    let plan = outcome.plan.as_ref().expect("a plan");
    plan.portfolio
        .choices()
        .iter()
        .map(|choice| format!("{}:{}", choice.investment, choice.variant))
        .collect()
}

/// How many dossiers of a run had no plan.
fn compare(value_model: ValueModel, pressure: Pressure, seeds: Range<u64>) -> u64 {
    let mut n_without_plan = 0;
    for seed in seeds {
        let task = task(seed, pressure);
        let judge = Judge::new(&task.dossier, &task.forced);
        let is_full = value_model == ValueModel::Full;
        let feasible: Vec<Plan> =
            judge.plans().into_iter().filter(|plan| judge.broken(plan).is_empty()).collect();
        let best = feasible.iter().map(|plan| judge.npv(plan, is_full)).fold(f64::NEG_INFINITY, f64::max);
        let outcome = answer(&task, value_model);
        if feasible.is_empty() {
            assert_eq!(outcome.status, Status::Infeasible, "seed {seed}: {:?}", outcome.plan);
            n_without_plan += 1;
            continue;
        }
        assert_eq!(outcome.status, Status::Optimal, "seed {seed}: {:?} {:?}", outcome.gap, outcome.conflicts);
        let names = chosen(&outcome);
        let same = feasible.iter().find(|plan| judge.names(plan) == names);
        let same = same.unwrap_or_else(|| panic!("seed {seed}: {names:?} breaks a rule"));
        let size = feasible.iter().map(|plan| judge.npv(plan, is_full).abs()).fold(0.0, f64::max);
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(1e-3 * size);
        let told = real(outcome.plan.as_ref().expect("a plan").case.npv);
        let again = judge.npv(same, is_full);
        assert!(near(told, again), "seed {seed}: {names:?} is told {told} and is worth {again}");
        assert!(near(told, best), "seed {seed}: {told} for {names:?}, but a plan is worth {best}");
    }
    n_without_plan
}

#[test]
fn additive_choices_are_the_best_of_all_plans() {
    let n_without_plan = compare(ValueModel::Additive, Pressure::Usual, 0..n_dossiers());
    assert!(n_without_plan < n_dossiers() / 2, "{n_without_plan} dossiers had no plan");
}

#[test]
fn full_choices_are_the_best_of_all_plans() {
    let n_without_plan = compare(ValueModel::Full, Pressure::Usual, 1_000_000..1_000_000 + n_dossiers());
    assert!(n_without_plan < n_dossiers() / 2, "{n_without_plan} dossiers had no plan");
}

/// Amounts in millions were once too small for the solver's tolerances: the best plan was found, but not proven.
#[test]
fn small_amounts_are_proven_to_the_same_share() {
    assert_eq!(compare(ValueModel::Full, Pressure::Usual, 1_003_573..1_003_574), 0);
}

/// A conflict must leave no plan, and leaving any one of its statements out must leave some.
#[test]
fn a_conflict_names_no_rule_too_many_and_none_too_few() {
    let mut n_conflicts = 0;
    for seed in 2_000_000..2_000_000 + n_dossiers() {
        let task = task(seed, Pressure::Harsh);
        let judge = Judge::new(&task.dossier, &task.forced);
        let broken: Vec<Vec<String>> = judge.plans().iter().map(|plan| judge.broken(plan)).collect();
        let outcome = answer(&task, ValueModel::Additive);
        let has_plan = broken.iter().any(Vec::is_empty);
        assert_eq!(outcome.plan.is_some(), has_plan, "seed {seed}");
        if has_plan {
            continue;
        }
        n_conflicts += 1;
        let conflict: Vec<String> = outcome.conflict().iter().map(|statement| statement.name()).collect();
        let leaves_a_plan =
            |kept: &[String]| broken.iter().any(|broken| !broken.iter().any(|name| kept.contains(name)));
        assert!(!leaves_a_plan(&conflict), "seed {seed}: {conflict:?} leaves a plan");
        for out in 0..conflict.len() {
            let kept: Vec<String> = conflict
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != out)
                .map(|(_, name)| name.clone())
                .collect();
            assert!(leaves_a_plan(&kept), "seed {seed}: {} is idle in {conflict:?}", conflict[out]);
        }
    }
    assert!(n_conflicts > n_dossiers() / 4, "only {n_conflicts} dossiers had no plan");
}
