//! Envelopes, orders and rules of the table: their conflicts, repairs and the price of silos against every plan there is.

#[path = "brute_force/mod.rs"]
mod small;

use std::collections::{BTreeMap, BTreeSet};

use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::decision_model::DecisionModel;
use cxfolio::domain::dependency::{Dependency, DependencyKind};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::envelope::SpendingKind;
use cxfolio::domain::investment::InvestmentId;
use cxfolio::domain::place::Place;
use cxfolio::domain::portfolio_rule::{Covered, LimitSide, PortfolioRule, PortfolioRuleKind};
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::explain::prices::Subject;
use cxfolio::optimize::explain::why::why;
use cxfolio::optimize::outcome::{Outcome, Status};
use cxfolio::optimize::problem::{Ask, Problem};
use cxfolio::optimize::question::{Grounds, Question, Starts};
use cxfolio::optimize::repair::{Move, Repair};
use cxfolio::optimize::statement::Statement;
use cxfolio::quantity::real::real;
use rust_decimal::{Decimal, dec};
use small::dossier::{Pressure, Task, name, task};
use small::judge::Judge;

/// A cent; what a repair says may lie so far above what it takes, for each of its steps.
const CENT: Decimal = dec!(0.01);

fn model(dossier: &Dossier) -> DecisionModel {
    shelf::decision_model(None).expect("the shipped model").for_dossier(&dossier.settings)
}

fn question(task: &Task) -> Question {
    let value_model = ValueModel::Additive;
    Question { value_model, starts: Starts::Free, forced: task.forced.clone(), ..Question::default() }
}

/// What the product makes of a dossier: its problem and the grounds behind it, handed to `look`.
fn on_problem<T>(task: &Task, look: impl FnOnce(&mut Problem, &DecisionModel) -> T) -> T {
    let model = model(&task.dossier);
    let cases = Cases::of(&task.dossier, &model).expect("small amounts");
    let map = ExperienceMap::new(&task.dossier, &model);
    let grounds = Grounds { dossier: &task.dossier, cases: &cases, map: &map, preference: None };
    look(&mut Problem::new(grounds, &question(task)).expect("a problem"), &model)
}

fn answer(task: &Task) -> Outcome {
    on_problem(task, |problem, _| {
        choose(problem.setting.grounds, &question(task))
            .unwrap_or_else(|error| panic!("seed {}: {error:?}", task.seed))
    })
}

/// A dossier with starts, envelopes and a table of rules in which little is possible: two investments must be in, no rule
/// has a price, and one more group and one more rule of the table press.
fn pressed(seed: u64) -> Task {
    let mut task = task(seed, Pressure::Scheduled);
    let dossier = &mut task.dossier;
    dossier.settings.switched_off.clear();
    dossier.investments.iter_mut().take(2).for_each(|one| one.is_mandatory = true);
    let members: Vec<InvestmentId> = dossier.investments.iter().map(|one| one.id.clone()).collect();
    if let [first, .., last] = members.as_slice() {
        let pair = vec![first.clone(), last.clone()];
        let group = "P".to_string();
        let kind = match seed % 3 {
            0 => DependencyKind::AllOrNone { group, members: pair },
            1 => DependencyKind::SameStart { group, members: pair },
            _ => DependencyKind::FinishBefore { first: last.clone(), then: first.clone() },
        };
        dossier.dependencies.push(Dependency { kind, note: Default::default(), place: Place::default() });
    }
    let of = SpendingKind::All;
    let kind = match seed % 5 {
        0 => PortfolioRuleKind::VendorShare { of, share: dec!(0.3) },
        1 => PortfolioRuleKind::SponsorLoad { count: 1 },
        2 => PortfolioRuleKind::ExitExposure { members: members.clone(), amount: dec!(0) },
        3 => {
            let members = members[..1].to_vec();
            PortfolioRuleKind::Share { side: LimitSide::AtMost, members, of, share: dec!(0.2) }
        }
        _ => PortfolioRuleKind::CoverageFloor { of: Covered::Everyone, share: dec!(0.4) },
    };
    let (id, place) = ("P".into(), Place::default());
    dossier.rules.push(PortfolioRule {
        id,
        name: name("A pressing rule"),
        kind,
        price: None,
        is_active: true,
        place,
    });
    dossier.rules.iter_mut().for_each(|rule| (rule.price, rule.is_active) = (None, true));
    task
}

/// What each plan breaks, in exact decimals and by measure.
fn broken_by_plan(problem: &Problem, judge: &Judge) -> Vec<BTreeSet<Statement>> {
    let broken = |portfolio| {
        let chosen = problem.chosen(&portfolio);
        let rules = problem.rules.iter().filter(|rule| !rule.is_kept(&chosen));
        let floors =
            problem.floors.iter().filter(|floor| !floor.is_kept(problem.measured(&floor.measure, &chosen)));
        let rules = rules.map(|rule| rule.statement.clone());
        rules.chain(floors.map(|floor| floor.statement.clone())).collect()
    };
    judge.plans().iter().map(|plan| broken(judge.portfolio(plan))).collect()
}

/// The family of a statement, with that of the rule of the table it speaks of.
fn family(dossier: &Dossier, statement: &Statement) -> String {
    let Statement::Portfolio { rule, .. } = statement else {
        return statement.name().split(':').next().unwrap_or_default().to_string();
    };
    let kind = dossier.rules.iter().find(|one| &one.id == rule).map(|one| &one.kind).expect("stated");
    match kind {
        PortfolioRuleKind::Count { .. } => "count",
        PortfolioRuleKind::MandatoryBy { .. } => "mandatory_by",
        PortfolioRuleKind::Share { .. } => "share",
        PortfolioRuleKind::VendorShare { .. } => "vendor",
        PortfolioRuleKind::SponsorLoad { .. } => "sponsor",
        PortfolioRuleKind::ExitExposure { .. } => "exit",
        PortfolioRuleKind::CoverageFloor { .. } | PortfolioRuleKind::ObjectiveFloor { .. } => "floor",
    }
    .to_string()
}

/// Without any one rule of a reported conflict some plan keeps the others; with all of them none does.
#[test]
fn every_conflict_is_smallest_for_every_kind_of_rule() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 7_000_000..7_000_150 {
        let task = pressed(seed);
        let judge = Judge::new(&task.dossier, &task.forced, Starts::Free);
        let broken = on_problem(&task, |problem, _| broken_by_plan(problem, &judge));
        let outcome = answer(&task);
        let has_plan = broken.iter().any(BTreeSet::is_empty);
        assert_eq!(outcome.status == Status::Infeasible, !has_plan, "seed {seed}: {:?}", outcome.status);
        assert_eq!(outcome.conflicts.is_empty(), has_plan, "seed {seed}");
        for conflict in &outcome.conflicts {
            let is_kept_without = |out: Option<&Statement>| {
                let held = || conflict.iter().filter(|one| Some(*one) != out);
                broken.iter().any(|broken| !held().any(|one| broken.contains(one)))
            };
            assert!(!is_kept_without(None), "seed {seed}: {conflict:?} leaves a plan");
            for statement in conflict {
                assert!(
                    is_kept_without(Some(statement)),
                    "seed {seed}: {statement:?} is idle in {conflict:?}"
                );
                *seen.entry(family(&task.dossier, statement)).or_default() += 1;
            }
        }
    }
    let wanted = [
        "all_or_none",
        "same_start",
        "finish_before",
        "share",
        "vendor",
        "sponsor",
        "exit",
        "floor",
        "moment_floor",
        "envelope",
        "mandatory",
    ];
    let rare: Vec<&str> =
        wanted.into_iter().filter(|family| seen.get(*family).is_none_or(|times| *times < 3)).collect();
    assert!(rare.is_empty(), "too seldom in a conflict: {rare:?} of {seen:?}");
}

/// The dossier with the steps of a repair made by hand, and less of this one step; none where a step is not one of money.
fn repaired(task: &Task, repair: &Repair, less: (usize, Decimal)) -> Option<Task> {
    let mut dossier = task.dossier.clone();
    for (at, step) in repair.steps.iter().enumerate() {
        let Move::By(by) = &step.by else { return None };
        let by = by - if at == less.0 { less.1 } else { Decimal::ZERO };
        match &step.statement {
            Statement::Envelope { money } => {
                let [(id, period)] = money.as_slice() else { return None };
                let envelope = dossier.envelopes.iter_mut().find(|one| &one.id == id)?;
                *envelope.amounts.get_mut(period)? += by;
            }
            Statement::Budget { year } => *dossier.settings.budgets.get_mut(year)? += by,
            Statement::RunRate { year } => *dossier.settings.run_rate_caps.get_mut(year)? += by,
            _ => return None,
        }
    }
    Some(Task { seed: task.seed, dossier, forced: task.forced.clone() })
}

/// A dossier with envelopes for what two investments must spend, and too little in them.
fn short_of_money(seed: u64) -> Task {
    let mut task = task(seed, Pressure::Scheduled);
    let dossier = &mut task.dossier;
    dossier.rules.clear();
    dossier.roles.iter_mut().for_each(|role| role.capacity_by_period.clear());
    dossier.settings.must_be_floor = Decimal::ZERO;
    dossier.investments.iter_mut().take(2).for_each(|one| one.is_mandatory = true);
    let amounts = dossier.envelopes.iter_mut().flat_map(|envelope| envelope.amounts.values_mut());
    amounts.for_each(|amount| *amount = (*amount / dec!(6)).round_dp(2));
    task
}

/// What a repair adds to an envelope makes a plan possible, and a cent for each step less leaves none of all plans.
#[test]
fn an_envelope_is_raised_by_what_it_takes_and_no_more() {
    let (mut n_raised, mut n_alone) = (0, 0);
    for seed in 7_100_000..7_100_200 {
        let task = short_of_money(seed);
        let outcome = answer(&task);
        for repair in &outcome.repairs {
            let is_raised = |at: &usize| matches!(repair.steps[*at].statement, Statement::Envelope { .. });
            for at in (0..repair.steps.len()).filter(is_raised) {
                let Some(whole) = repaired(&task, repair, (at, Decimal::ZERO)) else { continue };
                let mended = answer(&whole);
                assert_eq!(mended.status, Status::Optimal, "seed {seed}: {repair:?}");
                assert!(mended.plan.is_some(), "seed {seed}: {repair:?}");
                let least = smallest(repair) * Decimal::from(repair.steps.len());
                let less = repaired(&task, repair, (at, least)).expect("the same steps");
                let judge = Judge::new(&less.dossier, &less.forced, Starts::Free);
                let broken = on_problem(&less, |problem, _| broken_by_plan(problem, &judge));
                assert!(broken.iter().all(|broken| !broken.is_empty()), "seed {seed}: less than {repair:?}");
                n_raised += 1;
                n_alone += usize::from(repair.steps.len() == 1);
            }
        }
    }
    assert!(n_raised > 40 && n_alone > 3, "{n_raised} raised, {n_alone} alone");
}

/// The smallest amount in which the repair is told: a cent, and less where the dossier counts in thousands or millions.
fn smallest(repair: &Repair) -> Decimal {
    let amounts = repair.steps.iter().map(|step| match &step.by {
        Move::By(by) => by.normalize().scale(),
        _ => 0,
    });
    if amounts.max() > Some(2) { dec!(0.00000001) } else { CENT }
}

/// The most that any plan is worth, less what its broken rules cost, by the judge; none when every plan breaks one.
fn best_by_counting(task: &Task) -> Option<f64> {
    let judge = Judge::new(&task.dossier, &task.forced, Starts::Free);
    let worth = |plan: &small::judge::Plan| {
        let (broken, cost) = judge.told_by_months(plan);
        broken.is_empty().then(|| judge.npv(plan, false) - cost)
    };
    judge.plans().iter().filter_map(worth).max_by(f64::total_cmp)
}

/// A dossier with an envelope for each of two or three departments, the first of them poor; none where it has fewer.
fn in_silos(seed: u64) -> Option<Task> {
    let mut task = task(seed, Pressure::Scheduled);
    let dossier = &mut task.dossier;
    // What is switched off by the name of an envelope is not what it is once it lends to others.
    dossier.settings.switched_off.clear();
    dossier.settings.budgets.clear();
    dossier.roles.clear();
    dossier.rules.clear();
    for (envelope, department) in dossier.envelopes.iter_mut().zip(["D1", "D2", "D3"]) {
        envelope.departments = vec![department.to_string()];
        envelope.transfer_group = None;
        if !seed.is_multiple_of(4) {
            envelope.spending = SpendingKind::All;
        }
        let factor = if department == "D1" { dec!(0.02) } else { dec!(1) };
        envelope.amounts.values_mut().for_each(|amount| *amount *= factor);
    }
    for (investment, department) in dossier.investments.iter_mut().zip(["D1", "D2", "D1", "D3"]) {
        investment.department = department.to_string();
        // Worth having wherever there is money for it.
        let variants = investment.variants.iter_mut();
        let lines = variants.flat_map(|variant| &mut variant.cost_lines);
        let amounts = lines.flat_map(|line| line.amounts.iter_mut().flatten());
        amounts.for_each(|amount| *amount /= dec!(4));
    }
    (dossier.envelopes.len() > 1).then_some(task)
}

/// What free transfers are worth is the best plan where every envelope lends to all of its kind, less the best plan where
/// each lends as the dossier says, by counting through all plans.
#[test]
fn the_price_of_silos_is_what_free_transfers_gain_by_hand() {
    let (mut n_priced, mut n_worth) = (0, 0);
    for seed in 7_200_000..7_200_160 {
        let Some(mut task) = in_silos(seed) else { continue };
        let told = on_problem(&task, |problem, model| {
            let question = question(&task);
            let ask = Ask::npv(problem, question.limits.clone());
            let found = problem.best(&ask).expect("an answer");
            let why = why(problem, &question, (&ask, &found), model, false).expect("an answer")?;
            let price = why.prices.into_iter().find(|price| price.subject == Subject::FreeTransfers);
            Some((price.expect("two envelopes"), why.base.worth))
        });
        let Some((price, base)) = told else { continue };
        assert!(price.gain.is_proven(), "seed {seed}");
        let before = best_by_counting(&task).expect("a plan");
        task.dossier.envelopes.iter_mut().for_each(|one| one.transfer_group = Some("everyone".into()));
        let after = best_by_counting(&task).expect("lending forbids nothing that was possible");
        let size = before.abs().max(after.abs()).max(1e-9);
        assert!((real(base) - before).abs() <= 1e-6 * size, "seed {seed}: {base}, not {before}");
        let gain = real(price.gain.amount);
        assert!(
            (gain - (after - before)).abs() <= 2e-6 * size,
            "seed {seed}: {gain}, not {after} - {before}"
        );
        n_priced += 1;
        n_worth += usize::from(after - before > 1e-6 * size);
    }
    assert!(n_priced > 30 && n_worth > 3, "{n_priced} priced, {n_worth} of them above zero");
}
