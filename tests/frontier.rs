//! Frontiers: the bank's expected points to the euro, and every efficient plan of small random dossiers.

#[path = "bank/oracle.rs"]
#[allow(dead_code, reason = "shared with the tests that need more of it")]
mod oracle;
#[path = "brute_force/mod.rs"]
mod small;

use std::path::Path;

use cxfolio::app::choose::choose;
use cxfolio::app::frontier::{FrontierWish, frontier};
use cxfolio::app::open::Source;
use cxfolio::app::prepare::Wish;
use cxfolio::app::stated_plan::StatedPlan;
use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::dependency::{Dependency, DependencyKind};
use cxfolio::domain::place::Place;
use cxfolio::domain::portfolio_rule::Covered;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::fronts::budget_steps::{best_at, share_needed, switches};
use cxfolio::optimize::fronts::efficient_plans::efficient_plans;
use cxfolio::optimize::fronts::one_budget::OneBudget;
use cxfolio::optimize::measures::measure::Measure;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::problem::{Ask, Problem};
use cxfolio::optimize::question::{Grounds, Question, Starts};
use cxfolio::report::view_plan::plan_json;
use oracle::{assert_unit, bank, folder, list, names, texts};
use rust_decimal::{Decimal, dec};
use small::dossier::{Pressure, Task, task};
use small::judge::Judge;

fn additive() -> Wish {
    Wish { is_additive: true, ..Wish::default() }
}

fn source() -> Source {
    Source::path(folder())
}

#[test]
fn the_bank_has_the_expected_points_against_its_budgets() {
    let asked = FrontierWish {
        against: "budget".into(),
        scenarios: vec!["S-CHURN".into()],
        switches: 16,
        ..FrontierWish::default()
    };
    let drawing = frontier(&source(), &additive(), &asked).expect("a frontier");
    let expected = bank().oracle["frontier"].clone();
    assert_eq!(drawing.points.len(), list(&expected).len());
    for (point, expected) in drawing.points.iter().zip(list(&expected)) {
        let what = format!("{}", point.at);
        assert_eq!(Some(point.at), what_factor(&expected["budget_factor"]));
        let plan = point.plan.as_ref().expect("a plan");
        assert_unit(plan.npv, &expected["npv"], &what);
        assert_eq!(names(&plan.portfolio), texts(&expected["portfolio"]), "{what}");
        assert!(point.is_efficient && point.has_all_switches, "{what}");
        // The last switch before a point is to the point's own plan, and NPV never falls with more money.
        if let Some(last) = point.switches.last() {
            assert_eq!(last.npv, plan.npv);
            assert!(last.factor <= point.at);
            assert!(point.switches.is_sorted_by(|a, b| a.factor < b.factor && a.npv < b.npv));
        }
    }
    // B11 is in at 0.3 and out at 0.4.
    assert_eq!(
        drawing.points[1].leavers.iter().map(|one| one.investment.to_string()).collect::<Vec<_>>(),
        ["B11"]
    );
    assert!(drawing.points[1].leavers[0].keeping_costs.is_some_and(|cost| cost > Decimal::ZERO));
    assert!(drawing.points.iter().skip(2).all(|point| point.leavers.is_empty()));
    let drawn = &drawing.drawn[0];
    assert!(drawn.distance().is_some_and(|lost| lost >= Decimal::ZERO) || !drawn.broken.is_empty());
}

/// The optimum itself lies on the frontier; a plan without one that every good plan has lies below it.
#[test]
fn a_plan_is_drawn_where_it_stands() {
    let chosen = choose(&source(), &additive()).expect("an answer");
    let mut document: serde_json::Value =
        serde_json::from_str(&plan_json(&chosen.result(), None)).expect("JSON");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.json");
    let mut losses = Vec::new();
    for dropped in [None, Some("B20")] {
        let choices = document["portfolio"].as_array_mut().expect("choices");
        choices.retain(|choice| choice["investment"].as_str() != dropped);
        std::fs::write(&path, document.to_string()).expect("a file");
        for against in ["budget", "freedom"] {
            let (against, plan) = (against.to_string(), Some(StatedPlan::File(path.clone())));
            let factors = vec![Decimal::ONE];
            let asked = FrontierWish { against, plan, factors, points: 2, ..FrontierWish::default() };
            let drawing = frontier(&source(), &additive(), &asked).expect("a frontier");
            let drawn = &drawing.drawn[0];
            assert!(drawn.broken.is_empty() && drawn.at.is_some(), "{drawn:?}");
            losses.push(drawn.distance().expect("a best plan there"));
        }
    }
    assert_eq!(losses[..2], [Decimal::ZERO; 2]);
    assert!(losses[2..].iter().all(|lost| *lost > Decimal::ZERO), "{losses:?}");
}

fn what_factor(printed: &serde_json::Value) -> Option<Decimal> {
    printed.to_string().parse::<Decimal>().ok().map(|factor| factor.normalize())
}

#[test]
fn the_bank_has_efficient_plans_against_coverage_and_freedom() {
    for against in ["coverage", "freedom"] {
        let asked = FrontierWish { against: against.into(), points: 5, ..FrontierWish::default() };
        let drawing = frontier(&source(), &additive(), &asked).expect("a frontier");
        let npv: Vec<Decimal> =
            drawing.points.iter().map(|point| point.plan.as_ref().expect("a plan").npv).collect();
        assert!(drawing.points.iter().all(|point| point.is_efficient), "{against}");
        assert!(
            drawing.points.is_sorted_by(|a, b| a.at < b.at) && npv.is_sorted_by(|a, b| a > b),
            "{against}"
        );
        assert!(drawing.points.len() == 5 || drawing.is_complete, "{against}");
        assert_unit(npv[0], &bank().oracle["linear_optimum"]["npv"], against);
    }
}

fn on_problem(task: &Task, check: impl FnOnce(&mut Problem)) {
    let model = shelf::decision_model(None).expect("the shipped model").for_dossier(&task.dossier.settings);
    let cases = Cases::of(&task.dossier, &model).expect("small amounts");
    let map = ExperienceMap::new(&task.dossier, &model);
    let grounds = Grounds { dossier: &task.dossier, cases: &cases, map: &map, preference: None };
    let forced = task.forced.clone();
    let question = Question { value_model: ValueModel::Additive, forced, ..Question::default() };
    check(&mut Problem::new(grounds, &question).expect("a problem"));
}

/// NPV and second measure of all plans that keep the rules, only those of which none has more of both.
fn by_counting(judge: &Judge, problem: &Problem, measure: &Measure) -> Vec<(f64, f64)> {
    let plans = judge.plans().into_iter().filter(|plan| judge.broken(plan).is_empty());
    let mut all: Vec<(f64, f64)> = plans
        .map(|plan| {
            let chosen = problem.chosen(&judge.portfolio(&plan));
            (judge.npv(&plan, false), problem.measured(measure, &chosen))
        })
        .collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.total_cmp(&one.1)));
    let mut front: Vec<(f64, f64)> = Vec::new();
    for point in all {
        if front.last().is_none_or(|last| last.1 + 1e-9 * last.1.abs().max(1.0) < point.1) {
            front.push(point);
        }
    }
    front
}

#[test]
fn small_dossiers_have_exactly_the_efficient_plans_of_complete_enumeration() {
    let (mut compared, mut longest) = (0, 0);
    for seed in 6_000_000..6_000_060 {
        let task = task(seed, Pressure::Usual);
        let judge = Judge::new(&task.dossier, &task.forced, Starts::Fixed);
        on_problem(&task, |problem| {
            let ask = Ask::npv(problem, Default::default());
            if ask.rules.iter().any(|rule| rule.is_soft()) || ask.floors.iter().any(|floor| floor.is_soft()) {
                return;
            }
            for measure in [Measure::Coverage(Covered::Everyone), Measure::Freedom, Measure::Points] {
                let truth = by_counting(&judge, problem, &measure);
                let found = efficient_plans(problem, &ask, &measure, 1000).expect("an answer");
                let told: Vec<(f64, f64)> =
                    found.plans.iter().map(|plan| (plan.worth, plan.second)).collect();
                let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(1.0);
                let is_same = told.len() == truth.len()
                    && told.iter().zip(&truth).all(|(a, b)| near(a.0, b.0) && near(a.1, b.1));
                assert!(is_same && found.is_complete, "seed {seed} {}: {told:?} {truth:?}", measure.name());
                compared += 1;
                longest = longest.max(truth.len());
            }
        });
    }
    assert!(compared > 60 && longest > 4, "{compared} frontiers, the longest of {longest} plans");
}

#[test]
fn a_plan_fits_the_share_it_needs_and_none_below() {
    let mut compared = 0;
    for seed in 6_100_000..6_100_040 {
        let task = task(seed, Pressure::Usual);
        on_problem(&task, |problem| {
            let ask = Ask::npv(problem, Default::default());
            let whole = best_at(problem, &ask, None, Decimal::ONE).expect("an answer").found;
            let Some(chosen) = whole.chosen.filter(|_| whole.status == Status::Optimal) else { return };
            let Some(needed) = share_needed(problem, &ask, &chosen).filter(|needed| !needed.is_zero()) else {
                return;
            };
            assert!(needed <= Decimal::ONE, "seed {seed}: {needed}");
            let there = best_at(problem, &ask, None, needed).expect("an answer").found;
            let gap = (there.worth - whole.worth).abs();
            assert!(gap <= 1e-6 * whole.worth.abs().max(1.0), "seed {seed}: {} {}", there.worth, whole.worth);
            compared += 1;
        });
    }
    assert!(compared > 10, "{compared}");
}

/// A dossier with a budget of one year and nothing else between its investments but requirements.
fn with_one_budget(seed: u64) -> Task {
    let mut task = task(seed, Pressure::Usual);
    let dossier = &mut task.dossier;
    dossier.roles.clear();
    dossier.settings.run_rate_caps.clear();
    dossier.settings.must_be_floor = Decimal::ZERO;
    let year = (seed % 2) as usize;
    let costs = dossier.settings.budgets.values().sum::<Decimal>().max(Decimal::ONE);
    dossier.settings.budgets = [(year, costs)].into();
    dossier.dependencies.retain(|one| matches!(one.kind, DependencyKind::Requires { .. }));
    task
}

/// Each step comes from the frontier as it comes from a solve, and so does each point.
#[test]
fn one_budget_has_the_same_steps_by_its_frontier_as_by_solves() {
    let shares = [dec!(0.05), dec!(0.3), dec!(1)];
    let (mut compared, mut steps) = (0, 0);
    for seed in 6_200_000..6_200_060 {
        on_problem(&with_one_budget(seed), |problem| {
            let ask = Ask::npv(problem, Default::default());
            let Some(front) = OneBudget::of(problem, &ask, Decimal::ONE) else { return };
            let mut told = Vec::new();
            for front in [None, Some(&front)] {
                let at =
                    |problem: &mut Problem, share| best_at(problem, &ask, front, share).expect("an answer");
                let points = shares.map(|share| at(problem, share));
                let worths = points.each_ref().map(|point| (point.found.status, point.found.chosen.clone()));
                let [low, _, high] = &points;
                let (found, is_all) = switches(problem, &ask, front, low, high, 1000).expect("an answer");
                let found: Vec<(Decimal, Decimal)> =
                    found.iter().map(|one| (one.factor, problem.npv(&one.chosen).round_dp(6))).collect();
                told.push((worths, found, is_all));
            }
            assert_eq!(told[0], told[1], "seed {seed}");
            compared += 1;
            steps += told[0].1.len();
        });
    }
    assert!(compared > 20 && steps > 60, "{compared} dossiers, {steps} steps");
}

/// Whatever else ties the investments is left to the solver.
#[test]
fn only_a_plain_question_is_taken_to_the_frontier_of_one_budget() {
    let is_taken = |task: &Task| {
        let mut is_taken = false;
        on_problem(task, |problem| {
            let ask = Ask::npv(problem, Default::default());
            is_taken = OneBudget::of(problem, &ask, Decimal::ONE).is_some();
        });
        is_taken
    };
    let seeds = (6_200_000..6_200_060).filter(|seed| is_taken(&with_one_budget(*seed)));
    let mut n = 0;
    for seed in seeds {
        let mut two = with_one_budget(seed);
        two.dossier.settings.budgets.insert(2, dec!(0.001));
        assert!(!is_taken(&two), "seed {seed}: two budgets");
        let mut capped = with_one_budget(seed);
        capped.dossier.settings.run_rate_caps = [(0, Decimal::ZERO), (1, Decimal::ZERO)].into();
        assert!(!is_taken(&capped), "seed {seed}: a cap that binds");
        let mut apart = with_one_budget(seed);
        let ids: Vec<_> = apart.dossier.investments.iter().map(|one| one.id.clone()).collect();
        let excludes = DependencyKind::Excludes { a: ids[0].clone(), b: ids[1].clone() };
        apart.dossier.dependencies.push(Dependency {
            kind: excludes,
            note: Default::default(),
            place: Place::default(),
        });
        assert!(!is_taken(&apart), "seed {seed}: two that exclude each other");
        n += 1;
    }
    assert!(n > 20, "{n}");
}

/// Switch points stand beside the points of a frontier, so both are net of what broken limits cost.
#[test]
fn switch_points_pay_for_broken_limits_as_points_do() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frontier/soft_limits");
    let source = Source::path(path);
    let wish = Wish { has_free_starts: Some(true), ..Wish::default() };
    let factors = [dec!(0.75), dec!(1), dec!(1.25)].to_vec();
    let asked = FrontierWish { factors, switches: 16, ..FrontierWish::default() };
    let drawing = frontier(&source, &wish, &asked).expect("a frontier");
    let mut n_paid = 0;
    let mut before = Decimal::MIN;
    for point in &drawing.points {
        let plan = point.plan.as_ref().expect("a plan");
        for step in &point.switches {
            let net = step.npv - step.penalty;
            assert!(before < net && net <= plan.npv - plan.penalty, "{net} at {}", step.factor);
            before = net;
            n_paid += usize::from(step.penalty > Decimal::ZERO);
        }
        assert!(point.switches.last().is_none_or(|last| last.npv - last.penalty == plan.npv - plan.penalty));
        before = plan.npv - plan.penalty;
    }
    assert!(n_paid > 0, "no switch point breaks a limit");
}
