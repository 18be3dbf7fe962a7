//! A second opinion on rules: what a checker finds month by month is what the program's rows say, for any plan.

#[path = "brute_force/mod.rs"]
mod small;

use std::collections::BTreeSet;
use std::path::Path;

use cxfolio::app::appraise::cases_of;
use cxfolio::app::open::{Source, open};
use cxfolio::case::cases::Cases;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::problem::Problem;
use cxfolio::optimize::question::{Grounds, Question, Starts};
use rust_decimal::{Decimal, dec};
use small::chance::Chance;
use small::dossier::{Pressure, task};

const SAMPLES: [&str; 3] = ["banque-horizon", "maison-lumen", "minimal"];

/// At most one random option of every investment, more or fewer of them.
fn drawn(chance: &mut Chance, problem: &Problem) -> Portfolio {
    let one_in = chance.between(1, 4) as usize;
    let mut choices: Vec<Choice> = Vec::new();
    let mut from = 0;
    while from < problem.all.len() {
        let id = &problem.all[from].choice.investment;
        let own = problem.all[from..].iter().take_while(|one| &one.choice.investment == id).count();
        if chance.one_in(one_in) {
            choices.push(problem.all[from + chance.below(own)].choice.clone());
        }
        from += own;
    }
    Portfolio::new(choices)
}

/// Names of the linear rules that the plan breaks by the rows of the program, and what that costs; envelopes in one.
fn by_rows(problem: &Problem, portfolio: &Portfolio) -> (BTreeSet<String>, Decimal) {
    let chosen = problem.chosen(portfolio);
    let broken = problem.rules.iter().filter(|rule| !rule.is_kept(&chosen));
    let names = broken.map(|rule| rule.statement.name());
    let names = names.filter(|name| !name.starts_with("moment_floor") && !name.starts_with("forced"));
    let short = |name: String| if name.starts_with("envelope:") { "envelope".to_string() } else { name };
    (names.map(short).collect(), problem.rules.iter().map(|rule| rule.penalty(&chosen)).sum())
}

/// The same by the checker.
fn by_months(dossier: &Dossier, portfolio: &Portfolio) -> (BTreeSet<String>, Decimal) {
    let broken = small::feasible::broken(dossier, portfolio);
    let cost = broken.iter().filter_map(|one| one.cost).sum();
    (broken.into_iter().map(|one| one.name).collect(), cost)
}

#[test]
fn rows_and_months_find_the_same_rules_broken_at_the_same_cost() {
    let model = shelf::decision_model(None).expect("the shipped model");
    let (mut n_kept, mut families) = (0, BTreeSet::new());
    for seed in 5_000_000..5_000_400 {
        let dossier = task(seed, Pressure::Scheduled).dossier;
        let cases = Cases::of(&dossier, &model).expect("small amounts");
        let map = ExperienceMap::new(&dossier, &model);
        let grounds = Grounds { dossier: &dossier, cases: &cases, map: &map, preference: None };
        let question = Question { starts: Starts::Free, ..Question::default() };
        let problem = Problem::new(grounds, &question).expect("few envelopes");
        let mut chance = Chance::new(seed);
        for _ in 0..60 {
            let portfolio = drawn(&mut chance, &problem);
            let (names, cost) = by_rows(&problem, &portfolio);
            let (expected, wanted) = by_months(&dossier, &portfolio);
            assert_eq!(names, expected, "seed {seed}: {portfolio:?}");
            let near = (cost - wanted).abs() <= dec!(0.000000001) * wanted.max(Decimal::ONE);
            assert!(near, "seed {seed}: {cost} is told, {wanted} is due for {names:?}");
            n_kept += usize::from(names.is_empty());
            families.extend(names.iter().map(|name| name.split(':').next().unwrap_or_default().to_string()));
        }
    }
    assert!(n_kept > 1_000, "only {n_kept} plans kept everything");
    let told: Vec<&str> = families.iter().map(String::as_str).collect();
    let all = [
        "all_or_none",
        "at_least_one",
        "budget",
        "envelope",
        "excludes",
        "finish_before",
        "mandatory",
        "requires",
        "role",
        "rule",
        "run_rate",
        "same_start",
    ];
    assert_eq!(told, all, "every family is broken by some plan");
}

#[test]
fn plans_of_the_samples_keep_every_rule() {
    for name in SAMPLES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
        let opened = open(&Source::path(path)).expect("a sample");
        let opened = opened.sound().expect("no errors");
        let cases = cases_of(&opened).expect("cases");
        let map = ExperienceMap::new(&opened.dossier, &opened.model);
        let grounds = Grounds { dossier: &opened.dossier, cases: &cases, map: &map, preference: None };
        let question = Question::default();
        let outcome = choose(grounds, &question).expect("an answer");
        let portfolio = outcome.plan.expect("a plan").portfolio;
        let found = small::feasible::violations(&opened.dossier, &map, &portfolio);
        assert!(found.is_empty(), "{name}: {found:?}");
        let problem = Problem::new(grounds, &question).expect("few envelopes");
        let mut chance = Chance::new(7);
        for _ in 0..100 {
            let portfolio = drawn(&mut chance, &problem);
            assert_eq!(by_rows(&problem, &portfolio), by_months(&opened.dossier, &portfolio), "{name}");
        }
    }
}
