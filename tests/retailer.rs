//! The sample retailer, which has no expected results: its cases against a spreadsheet of our own, its plan against a search.

#[path = "retailer/books.rs"]
mod books;
#[path = "brute_force/mod.rs"]
mod small;

use books::{Books, all_books, folder};
use cxfolio::app::appraise::{Appraised, appraise};
use cxfolio::app::choose::{Chosen, choose};
use cxfolio::app::open::Source;
use cxfolio::app::prepare::Wish;
use cxfolio::case::cases::VariantCase;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::question::Starts;
use cxfolio::quantity::real::real;
use small::chance::Chance;
use small::judge::{Judge, Plan};

fn source() -> Source {
    Source::path(folder())
}

fn appraised() -> Appraised {
    appraise(&source(), None).expect("a sound sample")
}

fn chosen(is_additive: bool) -> Chosen {
    choose(&source(), &Wish { is_additive, ..Wish::default() }).expect("an answer")
}

fn assert_near(ours: f64, theirs: f64, what: &str) {
    assert!((ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0), "{what}: {ours}, not {theirs}");
}

fn assert_same(case: &VariantCase, books: &Books) {
    let what = format!("{}:{}", case.investment, case.variant);
    let years = [
        (&case.cost, &books.cost),
        (&case.benefit, &books.benefit),
        (&case.stated_cost, &books.cost_stated),
        (&case.stated_benefit, &books.benefit_stated),
    ];
    for (ours, theirs) in years {
        assert_eq!(ours.len(), theirs.len());
        ours.iter().zip(theirs).for_each(|(ours, theirs)| assert_near(real(*ours), *theirs, &what));
    }
    assert_near(real(case.npv), books.npv(), &what);
    assert_near(real(case.npv_unadjusted), books.npv_unadjusted(), &what);
    assert_near(case.appraisal.roi.map_or(f64::NAN, real), books.roi(), &what);
    let (first, sustained) = books.paybacks();
    for (ours, theirs) in
        [(case.appraisal.payback.first, first), (case.appraisal.payback.sustained, sustained)]
    {
        assert_eq!(ours.is_some(), theirs.is_some(), "{what}: {ours:?} and {theirs:?}");
        assert_near(ours.map_or(0.0, real), theirs.unwrap_or(0.0), &what);
    }
}

#[test]
fn every_option_agrees_with_the_spreadsheet() {
    let appraised = appraised();
    let books = all_books();
    assert_eq!(appraised.cases.variants.len(), books.len());
    assert_eq!(books.len(), 41);
    for case in &appraised.cases.variants {
        assert_same(case, &books[&format!("{}:{}", case.investment, case.variant)]);
    }
}

/// Prepaid money turns the account positive in the first year and is handed back in the last.
#[test]
fn the_payback_of_prepaid_money_is_seen_through() {
    let appraised = appraised();
    let wallet = appraised.cases.get(&"S09".into(), &"core".into()).expect("the wallet");
    let payback = &wallet.appraisal.payback;
    assert_eq!(payback.first.map(|years| years.round_dp(2).to_string()), Some("0.84".into()));
    assert_eq!(payback.sustained, None);
    assert!((0.245e6..0.255e6).contains(&real(wallet.npv)), "{}", wallet.npv);
    assert!(wallet.net().iter().sum::<rust_decimal::Decimal>() < rust_decimal::Decimal::ZERO);
}

/// A positive NPV is no reason to be chosen: two good cases stay out because others are better together.
#[test]
fn two_good_cases_stay_out_of_the_plan() {
    let appraised = appraised();
    let case = |id: &str| appraised.cases.get(&id.into(), &"core".into()).expect("a case");
    assert!((2.65e6..2.75e6).contains(&real(case("S04").npv)), "{}", case("S04").npv);
    assert!((0.205e6..0.215e6).contains(&real(case("S06").npv)), "{}", case("S06").npv);
    let roi = case("S06").appraisal.roi.map_or(0.0, real);
    assert!((0.345..0.355).contains(&roi), "{roi}");
    for is_additive in [true, false] {
        let chosen = chosen(is_additive);
        let plan = chosen.outcome.plan.as_ref().expect("a plan");
        assert!(!plan.portfolio.contains(&"S04".into()), "additive: {is_additive}");
        assert!(!plan.portfolio.contains(&"S06".into()), "additive: {is_additive}");
    }
}

#[test]
fn no_search_from_anywhere_beats_the_proven_plans() {
    for is_additive in [true, false] {
        let chosen = chosen(is_additive);
        assert_eq!(chosen.outcome.status, Status::Optimal);
        let judge = Judge::new(&chosen.opened.dossier, &[], Starts::Fixed);
        let portfolio = &chosen.outcome.plan.as_ref().expect("a plan").portfolio;
        let plan = judge.plan(portfolio).expect("choices that may be chosen");
        assert_eq!(judge.broken(&plan), Vec::<String>::new());
        let proven = judge.npv(&plan, !is_additive);
        let told = chosen.outcome.plan.as_ref().map_or(f64::NAN, |plan| real(plan.case.npv));
        assert_near(told, proven, "NPV of the plan");
        let mut best = f64::NEG_INFINITY;
        for seed in 0..12 {
            let found = climb(&judge, !is_additive, &mut Chance::new(seed));
            assert!(found <= proven + 1e-6 * proven.abs(), "seed {seed} reaches {found}, the plan {proven}");
            best = best.max(found);
        }
        assert!(best > 0.8 * proven, "the search is too weak to mean anything: {best} of {proven}");
    }
}

/// Steepest ascent over single changes and exchanges of two, from a random start; broken rules cost more than anything.
fn climb(judge: &Judge, is_full: bool, chance: &mut Chance) -> f64 {
    let choices = judge.choices();
    let worth = |plan: &Plan| judge.npv(plan, is_full) - 1e9 * judge.broken(plan).len() as f64;
    let mut plan: Plan =
        choices.iter().map(|variants| if chance.one_in(3) { chance.pick(variants) } else { None }).collect();
    let mut now = worth(&plan);
    loop {
        let mut better: Option<(f64, Plan)> = None;
        let mut look = |plan: &Plan| {
            let reached = worth(plan);
            if reached > better.as_ref().map_or(now, |(known, _)| *known) + 1e-6 {
                better = Some((reached, plan.clone()));
            }
        };
        for place in 0..plan.len() {
            for variant in choices[place].iter().filter(|variant| **variant != plan[place]) {
                let mut changed = plan.clone();
                changed[place] = *variant;
                look(&changed);
                for other in (0..plan.len()).filter(|other| *other != place && plan[*other].is_some()) {
                    let mut exchanged = changed.clone();
                    exchanged[other] = None;
                    look(&exchanged);
                }
            }
        }
        match better {
            Some((reached, changed)) => (now, plan) = (reached, changed),
            None => return now,
        }
    }
}

#[test]
fn every_scenario_is_answered() {
    let scenarios: Vec<String> =
        appraised().opened.dossier.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
    assert_eq!(scenarios.len(), 11);
    for id in scenarios {
        let under = Source { scenario: Some(id.clone()), ..source() };
        let chosen =
            choose(&under, &Wish::default()).unwrap_or_else(|error| panic!("{id}: {}", error.message().en));
        let is_infeasible = id.starts_with("S-INFEAS");
        let expected = if is_infeasible { Status::Infeasible } else { Status::Optimal };
        assert_eq!(chosen.outcome.status, expected, "{id}");
        let conflict: Vec<String> =
            chosen.outcome.conflict().iter().map(|statement| statement.name()).collect();
        match id.as_str() {
            "S-INFEAS-BUDGET" => assert_eq!(conflict, ["budget:y0", "mandatory:S30"]),
            "S-INFEAS-ROLE" => assert_eq!(conflict, ["role:R7:y0", "mandatory:S30"]),
            _ => assert!(conflict.is_empty(), "{id}"),
        }
    }
}
