//! When no plan exists: conflicts and repairs of the bank, and of small random dossiers against complete enumeration.

#[path = "../brute_force/candidates.rs"]
mod candidates;
#[path = "../brute_force/chance.rs"]
mod chance;
#[path = "../brute_force/dossier.rs"]
#[allow(dead_code)]
mod dossier;
#[path = "../brute_force/floor.rs"]
mod floor;
#[path = "../brute_force/judge.rs"]
#[allow(dead_code)]
mod judge;
#[path = "../brute_force/moments.rs"]
mod moments;
#[path = "../brute_force/part.rs"]
mod part;
#[path = "../brute_force/schedule.rs"]
#[allow(dead_code)]
mod schedule;
#[path = "../feasible/mod.rs"]
#[allow(dead_code)]
mod feasible;

use std::collections::BTreeSet;

use cxfolio::app::appraise::cases_of;
use cxfolio::case::cases::Cases;
use cxfolio::domain::dossier::Dossier;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::{Outcome, Status};
use cxfolio::optimize::question::{Grounds, Question, Starts};
use cxfolio::optimize::repair::{Move, Repair};
use cxfolio::optimize::statement::Statement;
use dossier::{Pressure, Task, task};
use judge::{Judge, Plan};
use rust_decimal::{Decimal, dec};

use crate::oracle::{bank, list, texts, under};

fn named(conflict: &[Statement]) -> BTreeSet<String> {
    conflict.iter().map(Statement::name).collect()
}

#[test]
fn the_infeasible_scenarios_of_the_bank_name_their_conflict_and_are_repaired() {
    for expected in list(&bank().oracle["infeasible"]) {
        let id = expected["scenario"].as_str().expect("a scenario");
        let opened = under(Some(id));
        let cases = cases_of(&opened).expect("cases");
        let map = ExperienceMap::new(&opened.dossier, &opened.model);
        let ask = |dossier: &Dossier| {
            let grounds = Grounds { dossier, cases: &cases, map: &map, preference: None };
            choose(grounds, &Question::default()).expect("an answer")
        };
        let outcome = ask(&opened.dossier);
        let wanted: BTreeSet<String> = texts(&expected["minimal_conflict"]).into_iter().collect();
        let found: Vec<BTreeSet<String>> = outcome.conflicts.iter().map(|one| named(one)).collect();
        assert!(found.contains(&wanted), "{id}: {found:?}");
        assert!(!outcome.repairs.is_empty(), "{id}");
        for repair in &outcome.repairs {
            let status = ask(&repaired(&opened.dossier, repair)).status;
            assert_eq!(status, Status::Optimal, "{id}: {repair:?}");
        }
        assert!(!outcome.repairs[0].is_last_resort(), "{id}");
    }
}

/// The dossier with the steps of a repair made by hand.
fn repaired(dossier: &Dossier, repair: &Repair) -> Dossier {
    let mut dossier = dossier.clone();
    for step in &repair.steps {
        match (&step.statement, &step.by) {
            (Statement::Budget { year }, Move::By(by)) => {
                *dossier.settings.budgets.get_mut(year).expect("stated") += by;
            }
            (Statement::RunRate { year }, Move::By(by)) => {
                *dossier.settings.run_rate_caps.get_mut(year).expect("stated") += by;
            }
            (Statement::RoleDays { role, year }, Move::By(by)) => {
                let role = dossier.roles.iter_mut().find(|one| &one.id == role).expect("stated");
                *role.capacity[*year].as_mut().expect("stated") += by;
            }
            (Statement::Mandatory { investment }, Move::Later(start)) => {
                let own = dossier.investments.iter_mut().find(|one| &one.id == investment);
                own.expect("stated").earliest_start = start.year() as u32;
            }
            (statement, _) => {
                dossier.settings.switched_off.insert(statement.name());
            }
        }
    }
    dossier
}

fn answer(task: &Task) -> Outcome {
    let model = shelf::decision_model(None).expect("the shipped model").for_dossier(&task.dossier.settings);
    let cases = Cases::of(&task.dossier, &model).expect("small amounts");
    let map = ExperienceMap::new(&task.dossier, &model);
    let grounds = Grounds { dossier: &task.dossier, cases: &cases, map: &map, preference: None };
    let question = Question {
        value_model: cxfolio::case::portfolio_case::ValueModel::Additive,
        forced: task.forced.clone(),
        ..Question::default()
    };
    choose(grounds, &question).expect("an answer")
}

const TASKS: std::ops::Range<u64> = 3_000_000..3_000_150;

/// Every conflict there is, as the smallest sets that share a rule with what each plan breaks.
fn all_conflicts(broken: &[BTreeSet<String>]) -> BTreeSet<BTreeSet<String>> {
    let smallest = |sets: BTreeSet<BTreeSet<String>>| -> BTreeSet<BTreeSet<String>> {
        let has_smaller = |set: &BTreeSet<String>| sets.iter().any(|one| one != set && one.is_subset(set));
        sets.iter().filter(|set| !has_smaller(set)).cloned().collect()
    };
    let mut found = BTreeSet::from([BTreeSet::new()]);
    for plan in smallest(broken.iter().cloned().collect()) {
        let mut next: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for set in found {
            if !set.is_disjoint(&plan) {
                next.insert(set);
                continue;
            }
            next.extend(plan.iter().map(|rule| set.iter().cloned().chain([rule.clone()]).collect()));
        }
        found = smallest(next);
    }
    found
}

#[test]
fn conflicts_are_those_of_complete_enumeration() {
    let (mut n_infeasible, mut n_complete) = (0, 0);
    for seed in TASKS {
        let task = task(seed, Pressure::Harsh);
        let judge = Judge::new(&task.dossier, &task.forced, Starts::Fixed);
        let plans: Vec<Plan> = judge.plans();
        let broken: Vec<BTreeSet<String>> =
            plans.iter().map(|plan| judge.broken(plan).into_iter().collect()).collect();
        let outcome = answer(&task);
        let found: Vec<BTreeSet<String>> = outcome.conflicts.iter().map(|one| named(one)).collect();
        if broken.iter().any(BTreeSet::is_empty) {
            assert!(found.is_empty() && outcome.repairs.is_empty(), "seed {seed}");
            continue;
        }
        n_infeasible += 1;
        let all = all_conflicts(&broken);
        assert!(found.iter().all(|conflict| all.contains(conflict)), "seed {seed}: {found:?} of {all:?}");
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "seed {seed}");
        assert!(found.is_sorted_by_key(|conflict| conflict.len()), "seed {seed}");
        assert!(!found.is_empty() && found.len() <= 5, "seed {seed}");
        n_complete += usize::from(found.len() == all.len().min(5));
    }
    assert!(n_infeasible > 40, "{n_infeasible} dossiers had no plan");
    assert!(n_complete * 10 >= n_infeasible * 9, "{n_complete} of {n_infeasible} have as many as there are");
}

fn names(judge: &Judge, plan: &Plan) -> Vec<String> {
    let portfolio = judge.portfolio(plan);
    portfolio.choices().iter().map(|choice| format!("{}:{}", choice.investment, choice.variant)).collect()
}

/// What a plan needs moved, in money: as the method prices it; none when it breaks what stays.
fn price(task: &Task, chosen: &[String], broken: &[String]) -> Option<Decimal> {
    let dossier = &task.dossier;
    let variants = || {
        chosen.iter().map(|name| {
            let (investment, variant) = name.split_once(':').expect("a name");
            dossier.variant(&investment.into(), &variant.into()).expect("known")
        })
    };
    let spent = |year: usize| -> Decimal {
        let lines = variants().flat_map(|variant| &variant.cost_lines);
        lines.map(|line| line.amounts[year].unwrap_or_default() * line.expected_multiplier()).sum()
    };
    let days = |role: &str, year: usize| -> Decimal {
        let demands = variants().flat_map(|variant| &variant.role_demand);
        let own = demands.filter(|demand| demand.role.as_str() == role);
        own.map(|demand| demand.days.get(year).copied().unwrap_or_default()).sum()
    };
    let whole: Decimal = dossier.settings.budgets.values().sum();
    let mut total = Decimal::ZERO;
    for name in broken {
        let parts: Vec<&str> = name.split(':').collect();
        let year = |text: &str| text[1..].parse::<usize>().expect("a year");
        total += match parts[0] {
            "budget" => spent(year(parts[1])) - dossier.settings.budgets[&year(parts[1])],
            "run_rate" => spent(year(parts[1])) - dossier.settings.run_rate_caps[&year(parts[1])],
            "role" => {
                let role = dossier.roles.iter().find(|role| role.id.as_str() == parts[1]).expect("known");
                let capacity = role.capacity[year(parts[2])].expect("stated");
                (days(parts[1], year(parts[2])) - capacity) * dec!(600)
            }
            "mandatory" | "at_least_one" => whole,
            "moment_floor" | "forced_in" | "forced_out" => whole * dec!(0.1),
            _ => return None,
        };
    }
    Some(total)
}

#[test]
fn repairs_make_a_plan_possible_and_the_first_is_the_cheapest() {
    let mut n_repaired = 0;
    for seed in TASKS {
        let task = task(seed, Pressure::Harsh);
        let whole: Decimal = task.dossier.settings.budgets.values().sum();
        if whole < dec!(10000) {
            continue;
        }
        let judge = Judge::new(&task.dossier, &task.forced, Starts::Fixed);
        let outcome = answer(&task);
        if outcome.plan.is_some() {
            continue;
        }
        let plans = judge.plans();
        let priced = plans.iter().filter_map(|plan| price(&task, &names(&judge, plan), &judge.broken(plan)));
        let least = priced.min().expect("doing nothing breaks obligations only");
        let costs: Vec<Decimal> = outcome.repairs.iter().map(|repair| repair.cost).collect();
        assert!(!costs.is_empty() && costs.is_sorted(), "seed {seed}: {costs:?}");
        // Whole days and cents come on top of what the plan needs exactly.
        let n_steps = Decimal::from(outcome.repairs[0].steps.len());
        let most = least + n_steps * dec!(600);
        assert!(least - dec!(0.01) <= costs[0] && costs[0] <= most, "seed {seed}: {costs:?}, not {least}");
        let mut seen: Vec<BTreeSet<String>> = Vec::new();
        for repair in &outcome.repairs {
            let moved: BTreeSet<String> = repair.steps.iter().map(|step| step.statement.name()).collect();
            assert!(!seen.iter().any(|known| known.is_subset(&moved)), "seed {seed}: {moved:?} again");
            seen.push(moved);
            assert_possible(&task, repair, seed);
        }
        n_repaired += 1;
    }
    assert!(n_repaired > 30, "{n_repaired} dossiers were repaired");
}

fn assert_possible(task: &Task, repair: &Repair, seed: u64) {
    let mut mended = task.clone();
    mended.dossier = repaired(&task.dossier, repair);
    let given_up: Vec<String> = repair.steps.iter().map(|step| step.statement.name()).collect();
    mended.forced.retain(|force| {
        let word = if force.is_in { "in" } else { "out" };
        let variant = force.variant.as_ref().map(|variant| format!(":{variant}")).unwrap_or_default();
        !given_up.contains(&format!("forced_{word}:{}{variant}", force.investment))
    });
    assert!(answer(&mended).plan.is_some(), "seed {seed}: {repair:?}");
}
