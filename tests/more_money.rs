//! Envelopes that grow with the budgets, aims in order under prices, alternatives to the last, and a time limit that keeps
//! the plan at hand: on small random dossiers with every rule.

#[path = "brute_force/mod.rs"]
mod small;

use std::path::Path;
use std::process::Command;

use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::dossier::Dossier;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::aim::{Aim, best_by};
use cxfolio::optimize::fronts::budget_steps::best_at;
use cxfolio::optimize::measures::measure::Measure;
use cxfolio::optimize::optima::Optima;
use cxfolio::optimize::other_plans::alternatives::alternatives;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::problem::{Ask, Problem};
use cxfolio::optimize::question::{Forced, Grounds, Question, Starts};
use cxfolio::quantity::real::real;
use rust_decimal::{Decimal, dec};
use small::dossier::{Pressure, task};

fn on_problem(dossier: &Dossier, forced: &[Forced], check: impl FnOnce(&mut Problem)) {
    let model = shelf::decision_model(None).expect("the shipped model").for_dossier(&dossier.settings);
    let cases = Cases::of(dossier, &model).expect("small amounts");
    let map = ExperienceMap::new(dossier, &model);
    let grounds = Grounds { dossier, cases: &cases, map: &map, preference: None };
    let question = Question {
        value_model: ValueModel::Additive,
        starts: Starts::Free,
        forced: forced.to_vec(),
        ..Question::default()
    };
    check(&mut Problem::new(grounds, &question).expect("a problem"));
}

/// The dossier with all money of budgets and envelopes times a factor.
fn with_money(dossier: &Dossier, factor: Decimal) -> Dossier {
    let mut scaled = dossier.clone();
    scaled.settings.budgets.values_mut().for_each(|money| *money *= factor);
    scaled.envelopes.iter_mut().flat_map(|one| one.amounts.values_mut()).for_each(|money| *money *= factor);
    scaled
}

#[test]
fn a_share_of_all_budgets_is_a_dossier_with_that_share_of_its_money() {
    let mut compared = 0;
    for seed in 7_300_000..7_300_060 {
        let task = task(seed, Pressure::Scheduled);
        for factor in [dec!(0.75), dec!(1), dec!(1.25), dec!(2)] {
            let mut worths = Vec::new();
            on_problem(&task.dossier, &task.forced, |problem| {
                let ask = Ask::npv(problem, Default::default());
                let point = best_at(problem, &ask, None, factor).expect("an answer");
                worths.push((point.found.status, point.found.worth));
            });
            on_problem(&with_money(&task.dossier, factor), &task.forced, |problem| {
                let ask = Ask::npv(problem, Default::default());
                let found = problem.best(&ask).expect("an answer");
                worths.push((found.status, found.worth));
            });
            let [(status, share), (own_status, own)] = worths[..] else { panic!("two answers") };
            assert_eq!(status, own_status, "seed {seed} x {factor}");
            let is_near = (share - own).abs() <= 1e-6 * own.abs().max(1.0);
            assert!(is_near || status == Status::Infeasible, "seed {seed} x {factor}: {share} and {own}");
            compared += usize::from(!task.dossier.envelopes.is_empty());
        }
    }
    assert!(compared > 40, "{compared} with envelopes");
}

#[test]
fn an_aim_after_npv_keeps_the_npv_less_the_price_of_what_is_broken() {
    let (mut compared, mut with_prices) = (0, 0);
    for seed in 7_400_000..7_400_080 {
        let task = task(seed, Pressure::Scheduled);
        on_problem(&task.dossier, &task.forced, |problem| {
            let ask = Ask::npv(problem, Default::default());
            let best = problem.best(&ask).expect("an answer");
            if best.status != Status::Optimal {
                return;
            }
            let aim = Aim::InOrder(vec![(Measure::Npv, 0.1), (Measure::Thrift, 0.0)]);
            let reached = best_by(problem, &aim, &ask, &Optima::default()).expect("an answer");
            let chosen = reached.found.chosen.expect("the best plan is one");
            let net = real(problem.net_worth(&ask.rules, &ask.floors, &chosen));
            let least = best.worth - 0.1 * best.worth.abs();
            assert!(net >= least - 1e-6 * least.abs().max(1.0), "seed {seed}: {net} below {least}");
            compared += 1;
            with_prices += usize::from(ask.rules.iter().any(|rule| rule.is_soft()));
        });
    }
    assert!(compared > 30 && with_prices > 5, "{compared}, {with_prices} with prices");
}

#[test]
fn every_alternative_is_proven_when_nothing_limits_the_search() {
    let mut told = 0;
    for seed in 7_500_000..7_500_060 {
        let task = task(seed, Pressure::Scheduled);
        on_problem(&task.dossier, &task.forced, |problem| {
            let ask = Ask::npv(problem, Default::default());
            for found in alternatives(problem, &ask, 4, 1).expect("an answer") {
                let is_proven = matches!(found.status, Status::Optimal | Status::Infeasible);
                assert!(is_proven, "seed {seed}: {:?} {} {}", found.status, found.worth, found.bound);
                told += 1;
            }
        });
    }
    assert!(told > 60, "{told}");
}

#[test]
fn a_time_limit_too_short_for_any_search_still_gives_a_plan_and_says_that_it_is_not_proven() {
    let minimal = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/minimal");
    let output = Command::new(env!("CARGO_BIN_EXE_cxfolio"))
        .args(["choose", "--json", "--time-limit", "0.000000001"])
        .arg(&minimal)
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let plan: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a document");
    let status = plan["status"].as_str().expect("a status");
    assert!(["limit_reached", "optimal"].contains(&status), "{status}");
}
