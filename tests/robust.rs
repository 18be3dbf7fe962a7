//! Robust choice: the bank's expected figures within the error of their samples, and proofs against complete enumeration.

#[path = "bank/oracle.rs"]
#[allow(dead_code, reason = "shared with the tests that need more of it")]
mod oracle;
#[path = "brute_force/mod.rs"]
mod small;

use cxfolio::app::open::Source;
use cxfolio::app::prepare::Wish;
use cxfolio::app::robust::{AdmittedWeights, RobustWish, Robustness, robust};
use cxfolio::case::cases::Cases;
use cxfolio::domain::text::Language;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::ingest::shelf;
use cxfolio::optimize::measures::measure::Measure;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::problem::{Ask, Problem};
use cxfolio::optimize::question::{Grounds, Question, Starts};
use cxfolio::optimize::weights::core_proof::{Standing, verdicts};
use cxfolio::optimize::weights::draw::Draws;
use cxfolio::optimize::weights::robust_choice::{criteria, dot, reached, robust_plans};
use cxfolio::optimize::weights::weight_corners::WeightLimit;
use cxfolio::optimize::weights::weight_set::WeightSet;
use cxfolio::report::text_robust::robust_text;
use oracle::{bank, folder};
use rust_decimal::{Decimal, dec};
use small::dossier::{Pressure, task};
use small::judge::Judge;

fn asked(samples: usize) -> RobustWish {
    RobustWish {
        weights: AdmittedWeights::Ranks,
        samples,
        within: 0.3,
        criteria: ["npv", "points", "freedom"].map(String::from).to_vec(),
        around: Vec::new(),
        budgets: Vec::new(),
        scores: 0.0,
        certified: 1e-6,
        is_quick: false,
        seed: 1,
    }
}

fn on_bank(asked: &RobustWish) -> Robustness {
    let source = Source::path(folder());
    robust(&source, &Wish { is_additive: true, ..Wish::default() }, asked).expect("an answer")
}

/// The reference drew 250 weights, so each of its shares has an error of its own.
#[test]
fn the_bank_is_as_robust_as_expected() {
    let expected = bank().oracle["robustness"].clone();
    let found = on_bank(&asked(2000));
    assert!(found.gap <= 1e-6, "{}", found.gap);
    let mut core = Vec::new();
    for item in &found.items {
        let id = item.verdict.investment.to_string();
        let told = expected["acceptability"][&id].as_f64().expect("a share");
        let error = (item.acceptability * (1.0 - item.acceptability) / 250.0).sqrt().max(0.003);
        assert!((item.acceptability - told).abs() <= 3.0 * error, "{id}: {}, not {told}", item.acceptability);
        if told == 1.0 {
            core.push(id);
        }
    }
    let of = |standing: Standing| -> Vec<String> {
        let items = found.items.iter().filter(|item| item.verdict.standing == standing);
        items.map(|item| item.verdict.investment.to_string()).collect()
    };
    assert_eq!(of(Standing::Core), core);
    assert_eq!(core.len(), 11);
    for id in of(Standing::Borderline) {
        assert!(["B03", "B09", "B13", "B18", "B24"].contains(&id.as_str()), "{id}");
    }
    let distinct = found.plans.iter().filter(|plan| plan.wins > 0.0).count();
    assert!((6..=8).contains(&distinct), "{distinct} distinct plans, not 7");
    let margins = found.items.iter().filter_map(|item| item.verdict.margin);
    assert!(margins.clone().count() > 10 && margins.clone().all(|margin| margin < 0.0));
    assert!(found.items.iter().filter(|item| item.verdict.is_proven).count() >= 12);
    assert!((found.plans.iter().map(|plan| plan.wins).sum::<f64>() - 1.0).abs() < 1e-9);
}

#[test]
fn regrets_of_the_bank_add_up() {
    let mut asked = asked(50);
    (asked.is_quick, asked.budgets, asked.scores) = (true, vec![dec!(0.8), Decimal::ONE], 0.1);
    let found = on_bank(&asked);
    let regrets = &found.regrets;
    assert_eq!(
        regrets.scenarios.len() + regrets.without_plan.len(),
        found.prepared.opened.dossier.scenarios.len() + 1
    );
    for row in &regrets.rows {
        assert_eq!(row.cells.len(), regrets.scenarios.len());
        for (cell, (scenario, best)) in row.cells.iter().zip(&regrets.scenarios) {
            let Some(cell) = cell else { continue };
            assert_eq!(cell.npv + cell.regret, *best);
            // What fits a scenario is no better there than the scenario's own best plan, which has no regret.
            assert!(cell.regret >= Decimal::ZERO || !cell.broken.is_empty(), "{scenario:?}");
            assert!(!row.best_in.contains(scenario) || (cell.regret.is_zero() && cell.broken.is_empty()));
        }
    }
    let least = regrets.least().map(|at| regrets.rows[at].greatest().expect("it fits"));
    assert!(regrets.rows.iter().filter_map(|row| row.greatest()).all(|one| Some(one) >= least));
    for item in &found.items {
        // The level of the whole budget is the dossier as it stands.
        assert_eq!(item.by_budget[1], Some(item.core_index));
        assert!(item.shaken.is_some_and(|share| (0.0..=1.0).contains(&share)));
    }
}

/// A plan that is best at a corner only is counted where it is listed.
#[test]
fn the_core_index_counts_the_plans_of_corners_too() {
    let mut asked = asked(250);
    asked.is_quick = true;
    let source = Source::path(folder());
    let found = robust(&source, &Wish::default(), &asked).expect("an answer");
    assert!(found.plans.iter().any(|plan| plan.wins == 0.0), "no plan is best at a corner only");
    for item in &found.items {
        let with =
            found.plans.iter().filter(|plan| plan.portfolio.contains(&item.verdict.investment)).count();
        assert_eq!(item.core_index, with as f64 / found.plans.len() as f64);
        assert_eq!(item.core_index == 1.0, item.verdict.standing == Standing::Core);
        assert_eq!(item.core_index == 0.0, item.verdict.standing == Standing::Exterior);
    }
    let told = robust_text(&found.result(), Language::English);
    let listed = format!("{} distinct best plans (", found.plans.len());
    assert!(told.contains(&listed) && told.contains("best at corners only)"), "{told}");
    assert!(told.contains("(the 2027 budget)") && !told.contains("budget:y"), "{told}");
}

/// What is proven must hold for every plan and any weights; what is best must be best of all plans.
#[test]
fn proofs_and_best_plans_agree_with_complete_enumeration() {
    let (mut core, mut exterior) = (0, 0);
    for seed in 7_000_000..7_000_040 {
        let task = task(seed, Pressure::Usual);
        let judge = Judge::new(&task.dossier, &task.forced, Starts::Fixed);
        let model =
            shelf::decision_model(None).expect("the shipped model").for_dossier(&task.dossier.settings);
        let cases = Cases::of(&task.dossier, &model).expect("small amounts");
        let map = ExperienceMap::new(&task.dossier, &model);
        let grounds = Grounds { dossier: &task.dossier, cases: &cases, map: &map, preference: None };
        let question = Question { forced: task.forced.clone(), ..Question::default() };
        let mut problem = Problem::new(grounds, &question).expect("a problem");
        let ask = Ask::npv(&problem, Default::default());
        if problem.best(&ask).expect("an answer").status != Status::Optimal {
            continue;
        }
        let measures = [Measure::Npv, Measure::Points, Measure::Freedom];
        let criteria = criteria(&mut problem, &ask, &measures).expect("an answer").expect("a plan");
        let set =
            WeightSet::of(3, &[WeightLimit::rank(3, 0, 1), WeightLimit::rank(3, 1, 2)]).expect("weights");
        let draws = Draws::new(seed);
        let samples: Vec<Vec<f64>> = (0..60).map(|number| set.sample(&draws, number)).collect();
        let found = robust_plans(&mut problem, &ask, &criteria, &set, &samples, 1e-9);
        let found = found.expect("an answer").expect("a plan");
        let verdicts = verdicts(&mut problem, &ask, &criteria, &found, false).expect("an answer");
        let kept = judge.plans().into_iter().filter(|plan| judge.broken(plan).is_empty());
        let all: Vec<(Vec<bool>, Vec<f64>)> = kept
            .map(|plan| problem.chosen(&judge.portfolio(&plan)))
            .map(|chosen| (chosen.clone(), reached(&problem, &ask, &criteria, &chosen)))
            .collect();
        for number in 1000..1100 {
            let weights = set.sample(&draws, number);
            let best = |wanted: &dyn Fn(&[bool]) -> bool| {
                let plans = all.iter().filter(|(chosen, _)| wanted(chosen));
                plans.map(|(_, criteria)| dot(&weights, criteria)).fold(f64::NEG_INFINITY, f64::max)
            };
            let is_known = found.plans.iter().map(|plan| dot(&weights, &plan.criteria));
            assert!(is_known.fold(f64::NEG_INFINITY, f64::max) <= best(&|_| true) + 1e-9, "seed {seed}");
            for verdict in verdicts.iter().filter(|verdict| verdict.is_proven) {
                let has = |chosen: &[bool]| {
                    (0..problem.all.len()).any(|place| {
                        chosen[place] && problem.all[place].choice.investment == verdict.investment
                    })
                };
                let (with, without) = (best(&|chosen| has(chosen)), best(&|chosen| !has(chosen)));
                match verdict.standing {
                    Standing::Core => assert!(without < with, "seed {seed} {}", verdict.investment),
                    Standing::Exterior => assert!(with < without, "seed {seed} {}", verdict.investment),
                    Standing::Borderline => panic!("seed {seed}: a borderline verdict is no proof"),
                }
            }
        }
        for (weights, corner) in set.corners().iter().zip(&found.corners) {
            let best =
                all.iter().map(|(_, criteria)| dot(weights, criteria)).fold(f64::NEG_INFINITY, f64::max);
            assert!((corner.value - best).abs() <= 1e-6 * best.abs().max(1.0), "seed {seed}");
        }
        let proven =
            |standing| verdicts.iter().filter(|one| one.standing == standing && one.is_proven).count();
        core += proven(Standing::Core);
        exterior += proven(Standing::Exterior);
    }
    assert!(core > 10 && exterior > 10, "{core} and {exterior} proofs");
}
