//! The sample bank: every figure of its expected results is reproduced, to the unit and the last printed digit.

#[path = "bank/contract.rs"]
mod contract;
#[path = "bank/oracle.rs"]
mod oracle;
#[path = "bank/unit.rs"]
mod unit;

use cxfolio::case::portfolio_case::{PortfolioCase, ValueModel};
use cxfolio::domain::portfolio::Portfolio;
use cxfolio::experience::coverage::Coverage;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::question::{Forced, Grounds, Question, Starts};
use cxfolio::quantity::real::{exact, real};
use oracle::{
    Bank, assert_digits, assert_unit, assert_units, bank, list, names, plan, portfolio, rounds_to, texts,
    under,
};
use rust_decimal::{Decimal, dec};
use serde_json::{Value, json};

fn case_of(bank: &Bank, portfolio: &Portfolio, value_model: ValueModel) -> PortfolioCase {
    PortfolioCase::of(&bank.opened.dossier, &bank.cases, portfolio, value_model)
}

#[test]
fn every_option_is_appraised_as_expected() {
    let bank = bank();
    let options = list(&bank.oracle["options"]);
    assert_eq!(bank.cases.variants.len(), options.len());
    assert!(bank.cases.missing.is_empty());
    for option in options {
        let text = |field: &str| option[field].as_str().expect("a text");
        let what = format!("{}:{}", text("id"), text("variant"));
        let case = bank.cases.get(&text("id").into(), &text("variant").into()).expect("a case");
        assert_units(&case.cost, &option["cost"], &format!("{what} cost"));
        assert_units(&case.benefit, &option["benefit"], &format!("{what} benefit"));
        assert_unit(case.pv_cost, &option["pv_cost"], &format!("{what} PV of cost"));
        assert_unit(case.pv_benefit, &option["pv_benefit"], &format!("{what} PV of benefit"));
        assert_unit(case.npv, &option["npv"], &format!("{what} NPV"));
        assert_unit(case.npv_unadjusted, &option["npv_unadjusted"], &format!("{what} unadjusted NPV"));
        let measures = &case.appraisal;
        assert_digits(measures.roi.map(real), &option["roi"], 4, &format!("{what} ROI"));
        let payback = measures.payback.sustained.map(real);
        assert_digits(payback, &option["payback_years"], 3, &format!("{what} payback"));
        assert!(measures.irr.roots.len() <= 1, "{what}: {:?}", measures.irr);
        assert_digits(measures.irr.roots.first().copied(), &option["irr"], 4, &format!("{what} IRR"));
    }
}

#[test]
fn the_additive_optimum_is_the_expected_one() {
    let bank = bank();
    let expected = &bank.oracle["linear_optimum"];
    let outcome = bank.choose(ValueModel::Additive, Vec::new());
    assert_eq!(outcome.status, Status::Optimal);
    let plan = plan(&outcome);
    assert_eq!(names(&plan.portfolio), texts(&expected["portfolio"]));
    assert_unit(plan.case.npv, &expected["npv"], "NPV");
    let spent = expected["budget_used"].as_object().expect("amounts by year");
    assert_eq!(plan.case.cost.len(), spent.len());
    for (year, amount) in plan.case.cost.iter().enumerate() {
        assert_unit(*amount, &spent[&format!("y{year}")], &format!("cost of year {year}"));
    }
    let used = |name: &str| plan.uses.iter().find(|rule| rule.statement.name() == name).map(|rule| rule.used);
    let roles = expected["roles_used"].as_object().expect("days by role and year");
    assert_eq!(roles.len(), 16);
    for (name, days) in roles {
        assert_unit(used(name).unwrap_or_else(|| panic!("{name} is no rule")), days, name);
    }
    let coverage = Coverage::of(&bank.map, &plan.portfolio);
    assert!(rounds_to(coverage.total, expected["coverage"].as_f64().expect("a share"), 4));
    let full = case_of(&bank, &plan.portfolio, ValueModel::Full);
    assert_unit(full.npv, &expected["full_model_npv_of_this_portfolio"], "full NPV of the additive plan");
}

#[test]
fn the_full_optimum_is_proven_and_no_worse_than_the_best_known() {
    let bank = bank();
    let known = &bank.oracle["full_model_best_known"];
    let best_known = portfolio(&known["portfolio"]);
    let case = case_of(&bank, &best_known, ValueModel::Full);
    assert_unit(case.npv, &known["npv"], "NPV of the best known");
    assert_units(&case.cost, &known["cost"], "cost of the best known");
    assert_units(&case.benefit, &known["benefit"], "benefit of the best known");
    for (lever, by_year) in known["benefit_by_lever"].as_object().expect("amounts by lever") {
        let nothing = vec![Decimal::ZERO; case.benefit.len()];
        let benefit = case.benefit_by_lever.get(&lever.as_str().into()).unwrap_or(&nothing);
        assert_units(benefit, by_year, lever);
    }
    let coverage = Coverage::of(&bank.map, &best_known);
    for (moment, share) in known["coverage_by_moment"].as_object().expect("shares by moment") {
        assert_digits(coverage.by_moment.get(&moment.as_str().into()).copied(), share, 4, moment);
    }
    for (persona, share) in known["coverage_by_persona"].as_object().expect("shares by persona") {
        assert_digits(coverage.by_persona.get(&persona.as_str().into()).copied(), share, 4, persona);
    }
    let outcome = bank.choose(ValueModel::Full, Vec::new());
    assert_eq!(outcome.status, Status::Optimal);
    assert!(outcome.gap.is_some_and(|gap| gap <= 1e-8));
    assert!(plan(&outcome).case.npv >= case.npv);
    let seen_from_outside = case_of(&bank, &plan(&outcome).portfolio, ValueModel::Full).npv;
    assert_eq!(plan(&outcome).case.npv, seen_from_outside);
    assert!(rounds_to(real(seen_from_outside), 19_600_983.0, 0), "{seen_from_outside}");
}

#[test]
fn the_frontier_of_twelve_budgets_is_reproduced() {
    let bank = bank();
    let points = list(&bank.oracle["frontier"]);
    assert_eq!(points.len(), 12);
    for point in points {
        let factor = exact(point["budget_factor"].as_f64().expect("a factor")).expect("a decimal");
        let mut dossier = bank.opened.dossier.clone();
        dossier.settings.budgets.values_mut().for_each(|budget| *budget *= factor);
        let outcome = bank.choose_in(&dossier, ValueModel::Additive, Vec::new());
        assert_eq!(outcome.status, Status::Optimal, "{factor}");
        assert_unit(plan(&outcome).case.npv, &point["npv"], &format!("budgets x {factor}"));
        let as_expected = case_of(&bank, &portfolio(&point["portfolio"]), ValueModel::Additive).npv;
        let found = names(&plan(&outcome).portfolio);
        assert!(
            found == texts(&point["portfolio"]) || plan(&outcome).case.npv.round() == as_expected.round(),
            "budgets x {factor}: {found:?}"
        );
    }
}

#[test]
fn must_be_floors_cost_what_is_expected_and_too_high_a_floor_is_refused() {
    let bank = bank();
    for point in list(&bank.oracle["must_be_floor"]) {
        let floor = point["floor"].as_f64().expect("a share");
        let mut dossier = bank.opened.dossier.clone();
        dossier.settings.must_be_floor = exact(floor).expect("a decimal");
        let outcome = bank.choose_in(&dossier, ValueModel::Additive, Vec::new());
        assert_eq!(outcome.status.name(), point["status"].as_str().expect("a status"), "floor {floor}");
        if outcome.status == Status::Infeasible {
            assert!(outcome.conflict().iter().any(|statement| statement.name().starts_with("moment_floor:")));
            continue;
        }
        assert_unit(plan(&outcome).case.npv, &point["npv"], &format!("floor {floor}"));
        assert_eq!(names(&plan(&outcome).portfolio), texts(&point["portfolio"]), "floor {floor}");
        let coverage = Coverage::of(&bank.map, &plan(&outcome).portfolio);
        assert_digits(Some(coverage.total), &point["coverage"], 4, &format!("floor {floor}"));
    }
}

#[test]
fn forcing_every_investment_in_and_out_costs_what_is_expected() {
    let bank = bank();
    let in_out = bank.oracle["in_out"].as_object().expect("investments");
    assert_eq!(in_out.len(), bank.opened.dossier.investments.len());
    for (id, expected) in in_out {
        let investment = bank.opened.dossier.investment(&id.as_str().into()).expect("an investment");
        let npv = |variant: Option<&str>, is_in: bool| {
            let force = Forced {
                investment: investment.id.clone(),
                variant: variant.map(|variant| variant.into()),
                is_in,
                reason: "asked".into(),
            };
            let outcome = bank.choose(ValueModel::Additive, vec![force]);
            outcome.plan.map(|plan| plan.case.npv)
        };
        for variant in &investment.variants {
            let printed = &expected["variants"][variant.id.as_str()];
            match npv(Some(variant.id.as_str()), true) {
                Some(found) => assert_unit(found, printed, &format!("{id}:{} in", variant.id)),
                None => assert_eq!(*printed, Value::Null, "{id}:{}", variant.id),
            }
        }
        match npv(None, true) {
            Some(found) => assert_unit(found, &expected["best_in"], &format!("{id} in")),
            None => assert_eq!(expected["best_in"], Value::Null, "{id}"),
        }
        match npv(None, false) {
            Some(found) => assert_unit(found, &expected["out"], &format!("{id} out")),
            None => assert_eq!(expected["out"], Value::Null, "{id}"),
        }
    }
}

#[test]
fn a_plan_with_start_years_is_worth_what_is_expected() {
    let bank = bank();
    let expected = &bank.oracle["scheduled_optimum"];
    let case = case_of(&bank, &portfolio(&expected["portfolio"]), ValueModel::Additive);
    assert_unit(case.npv, &expected["npv"], "NPV");
    assert_units(&case.cost, &expected["cost"], "cost");
}

/// With starts chosen too, the reference schedule is found and proven; counting interactions, more time is worth more.
#[test]
fn free_starts_find_the_expected_schedule() {
    let bank = bank();
    let (dossier, cases) = (&bank.opened.dossier, &bank.cases);
    let grounds = Grounds { dossier, cases, map: &bank.map, preference: None };
    let ask = |value_model, starts| {
        let question = Question { value_model, starts, ..Question::default() };
        choose(grounds, &question).expect("an answer")
    };
    let free = ask(ValueModel::Additive, Starts::Free);
    let expected = &bank.oracle["scheduled_optimum"];
    assert_eq!(free.status, Status::Optimal);
    assert_unit(plan(&free).case.npv, &expected["npv"], "NPV");
    assert_eq!(plan(&free).portfolio, portfolio(&expected["portfolio"]));
    let full = ask(ValueModel::Full, Starts::Free);
    assert_eq!(full.status, Status::Optimal);
    assert!(plan(&full).case.npv >= plan(&ask(ValueModel::Full, Starts::Fixed)).case.npv);
}

/// Every scenario gives a proven plan, but the two that are infeasible on purpose, which name their conflict.
#[test]
fn every_scenario_is_answered() {
    let bank = bank();
    let infeasible = list(&bank.oracle["infeasible"]);
    let scenarios: Vec<&str> =
        bank.opened.dossier.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    assert_eq!(scenarios.len(), 11);
    for id in scenarios {
        let opened = under(Some(id));
        let cases = cxfolio::app::appraise::cases_of(&opened).expect("cases");
        let map = ExperienceMap::new(&opened.dossier, &opened.model);
        let grounds = Grounds { dossier: &opened.dossier, cases: &cases, map: &map, preference: None };
        for value_model in [ValueModel::Additive, ValueModel::Full] {
            let outcome =
                choose(grounds, &Question { value_model, ..Question::default() }).expect("an answer");
            match infeasible.iter().find(|expected| expected["scenario"] == json!(id)) {
                Some(expected) => {
                    assert_eq!(outcome.status, Status::Infeasible, "{id}");
                    let mut named: Vec<String> =
                        outcome.conflict().iter().map(|statement| statement.name()).collect();
                    let mut wanted = texts(&expected["minimal_conflict"]);
                    named.sort();
                    wanted.sort();
                    assert_eq!(named, wanted, "{id}");
                }
                None => assert_eq!(outcome.status, Status::Optimal, "{id}"),
            }
        }
    }
}

/// A cent less than what the best plan spends forces another plan; a cent is never lost in the solver's tolerance.
#[test]
fn a_budget_is_kept_to_the_cent() {
    let bank = bank();
    let best = bank.choose(ValueModel::Additive, Vec::new());
    let spent = plan(&best).case.cost[0];
    let with_budget = |amount: Decimal| {
        let mut dossier = bank.opened.dossier.clone();
        dossier.settings.budgets.insert(0, amount);
        let outcome = bank.choose_in(&dossier, ValueModel::Additive, Vec::new());
        (names(&plan(&outcome).portfolio), plan(&outcome).case.cost[0])
    };
    assert_eq!(with_budget(spent).0, names(&plan(&best).portfolio));
    let (other, spent_less) = with_budget(spent - dec!(0.01));
    assert_ne!(other, names(&plan(&best).portfolio));
    assert!(spent_less <= spent - dec!(0.01));
}
