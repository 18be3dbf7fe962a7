//! What must hold for every dossier: rates of return, budgets, rules, value models, and figures that re-add.

#[path = "identities/amounts.rs"]
mod amounts;
#[path = "identities/funded.rs"]
mod funded;

use std::path::{Path, PathBuf};

use cxfolio::app::appraise::{Appraised, appraise};
use cxfolio::app::open::Source;
use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::{PortfolioCase, ValueModel, portfolio_npv};
use cxfolio::domain::dependency::DependencyKind;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::experience::map::ExperienceMap;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::{Outcome, Status};
use cxfolio::optimize::question::{Grounds, Question};
use cxfolio::quantity::real::real;
use proptest::prelude::*;
use rust_decimal::{Decimal, dec};

const SAMPLES: [&str; 2] = ["banque-horizon", "maison-lumen"];

fn folder(sample: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample)
}

fn sample(name: &str) -> Appraised {
    appraise(&Source::path(folder(name)), None).expect("a sound sample")
}

/// The choice in a dossier that may have been changed; its cases are worked out anew.
fn answer(dossier: &Dossier, sample: &Appraised, value_model: ValueModel) -> Outcome {
    let cases = Cases::of(dossier, &sample.opened.model).expect("cases");
    let map = ExperienceMap::new(dossier, &sample.opened.model);
    let grounds = Grounds { dossier, cases: &cases, map: &map, preference: None };
    choose(grounds, &Question { value_model, ..Question::default() }).expect("an answer")
}

fn best(dossier: &Dossier, sample: &Appraised, value_model: ValueModel) -> Decimal {
    let outcome = answer(dossier, sample, value_model);
    assert_eq!(outcome.status, Status::Optimal);
    outcome.plan.expect("a plan").case.npv
}

/// An optimum that must not be lower than another, up to the precision of the proof.
fn is_no_lower(higher: Decimal, lower: Decimal) -> bool {
    real(higher) >= real(lower) - 2e-8 * real(lower).abs()
}

#[test]
fn at_every_rate_of_return_the_npv_is_zero() {
    let mut roots = 0;
    for name in SAMPLES {
        for case in &sample(name).cases.variants {
            let flow: Vec<f64> = case.net().iter().map(|amount| real(*amount)).collect();
            for rate in &case.appraisal.irr.roots {
                let terms =
                    flow.iter().enumerate().map(|(year, amount)| amount / (1.0 + rate).powi(year as i32));
                let (npv, size) = terms.fold((0.0, 0.0), |(sum, size), term| (sum + term, size + term.abs()));
                assert!(npv.abs() <= 1e-9 * size, "{}:{} at {rate}: {npv}", case.investment, case.variant);
                roots += 1;
            }
        }
    }
    assert!(roots > 40, "only {roots} rates were seen");
}

#[test]
fn loosening_any_rule_never_lowers_the_optimum() {
    for name in SAMPLES {
        let sample = sample(name);
        let dossier = &sample.opened.dossier;
        let now = best(dossier, &sample, ValueModel::Additive);
        let mut looser: Vec<(String, Dossier)> = Vec::new();
        let mut loosen = |what: String, change: &dyn Fn(&mut Dossier)| {
            let mut changed = dossier.clone();
            change(&mut changed);
            looser.push((what, changed));
        };
        for (place, dependency) in dossier.dependencies.iter().enumerate() {
            loosen(format!("without {:?}", dependency.kind), &|dossier| {
                dossier.dependencies.remove(place);
            });
        }
        for place in 0..dossier.investments.len() {
            if dossier.investments[place].is_mandatory {
                loosen("nothing mandatory".into(), &|dossier| {
                    dossier.investments[place].is_mandatory = false
                });
            }
        }
        for (place, role) in dossier.roles.iter().enumerate() {
            loosen(format!("more {}", role.id), &|dossier| {
                dossier.roles[place].capacity.iter_mut().for_each(|days| *days = None);
            });
        }
        loosen("no cap on running costs".into(), &|dossier| dossier.settings.run_rate_caps.clear());
        loosen("no budget".into(), &|dossier| dossier.settings.budgets.clear());
        let mut n_raised = 0;
        for (what, dossier) in looser {
            let then = best(&dossier, &sample, ValueModel::Additive);
            assert!(is_no_lower(then, now), "{name} {what}: {then} after {now}");
            n_raised += usize::from(then > now);
        }
        assert!(n_raised > 0, "{name}: no rule mattered");
    }
}

#[test]
fn an_additive_plan_is_worth_the_sum_of_its_cases() {
    for name in SAMPLES {
        let sample = sample(name);
        let outcome = answer(&sample.opened.dossier, &sample, ValueModel::Additive);
        let plan = outcome.plan.expect("a plan");
        let npv =
            |choice: &Choice| sample.cases.get(&choice.investment, &choice.variant).expect("a case").npv;
        let sum: Decimal = plan.portfolio.choices().iter().map(npv).sum();
        assert_eq!(plan.case.npv.round_dp(12), sum.round_dp(12));
    }
}

/// One variant of each of some investments of a sample.
fn some_portfolio(dossier: &Dossier, picks: &[usize]) -> Portfolio {
    let choices = dossier.investments.iter().zip(picks).filter_map(|(investment, pick)| {
        let variant = investment.variants.get(*pick)?;
        Some(Choice::of(investment.id.clone(), variant.id.clone()))
    });
    Portfolio::new(choices.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_budget_never_lowers_the_optimum(year in 0usize..3, thousands in 0i64..4000, is_full: bool) {
        let sample = sample(SAMPLES[0]);
        let value_model = if is_full { ValueModel::Full } else { ValueModel::Additive };
        let mut dossier = sample.opened.dossier.clone();
        let now = best(&dossier, &sample, value_model);
        *dossier.settings.budgets.get_mut(&year).expect("a budget") += Decimal::from(thousands * 1000);
        let then = best(&dossier, &sample, value_model);
        prop_assert!(is_no_lower(then, now), "{then} after {now}");
    }

    #[test]
    fn without_gaining_synergies_the_full_model_is_worth_no_more(picks in prop::collection::vec(0usize..6, 33)) {
        for name in SAMPLES {
            let sample = sample(name);
            let mut dossier = sample.opened.dossier.clone();
            dossier.dependencies.retain(|dependency| match &dependency.kind {
                DependencyKind::Synergy { factor, .. } => *factor <= dec!(1),
                _ => true,
            });
            let portfolio = some_portfolio(&dossier, &picks);
            let npv = |value_model| portfolio_npv(&dossier, &sample.cases, &portfolio, value_model);
            prop_assert!(npv(ValueModel::Full) <= npv(ValueModel::Additive) + dec!(0.000001));
        }
    }

    #[test]
    fn the_npv_of_a_portfolio_is_the_one_of_its_case(picks in prop::collection::vec(0usize..6, 33)) {
        let sample = sample(SAMPLES[1]);
        let dossier = &sample.opened.dossier;
        let portfolio = some_portfolio(dossier, &picks);
        for value_model in [ValueModel::Additive, ValueModel::Full] {
            let case = PortfolioCase::of(dossier, &sample.cases, &portfolio, value_model);
            let npv = portfolio_npv(dossier, &sample.cases, &portfolio, value_model);
            prop_assert_eq!(case.npv.round_dp(12), npv.round_dp(12));
        }
    }

    #[test]
    fn a_little_noise_leaves_a_proven_plan(noise in prop::collection::vec(-100i64..=100, 64)) {
        for name in SAMPLES {
            let sample = sample(name);
            let mut dossier = sample.opened.dossier.clone();
            let mut factors = noise.iter().map(|step| dec!(1) + Decimal::new(*step, 4)).cycle();
            for variant in dossier.investments.iter_mut().flat_map(|investment| &mut investment.variants) {
                for amount in variant.cost_lines.iter_mut().flat_map(|line| &mut line.amounts).flatten() {
                    *amount *= factors.next().expect("an endless noise");
                }
                for effect in variant.benefit_lines.iter_mut().filter_map(|line| line.effect.as_mut()) {
                    let factor = factors.next().expect("an endless noise");
                    [&mut effect.low, &mut effect.mode, &mut effect.high]
                        .into_iter()
                        .for_each(|number| *number *= factor);
                }
            }
            let outcome = answer(&dossier, &sample, ValueModel::Full);
            prop_assert_eq!(outcome.status, Status::Optimal);
        }
    }
}
