//! Explanations: why each investment is in the plan or not, what rules cost, and what makes a plan possible.

#[path = "bank/oracle.rs"]
#[expect(dead_code, reason = "the whole bank is read elsewhere")]
mod oracle;
#[path = "explain/changed.rs"]
mod changed;
#[path = "brute_force/chance.rs"]
#[expect(dead_code, reason = "other tests draw more kinds of numbers")]
mod chance;
#[path = "explain/possible.rs"]
mod possible;
#[path = "explain/small.rs"]
mod small;

use cxfolio::case::portfolio_case::{ValueModel, portfolio_npv};
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::moment::MomentId;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::optimize::explain::change::Change;
use cxfolio::optimize::explain::explanation::{Explanation, Reason, Verdict};
use cxfolio::optimize::explain::moments::ToCover;
use cxfolio::optimize::explain::prices::{Price, Subject};
use cxfolio::optimize::explain::why::{Why, price_moments, why};
use cxfolio::optimize::problem::{Ask, Problem};
use cxfolio::optimize::question::{Grounds, Question};
use cxfolio::quantity::real::exact;
use oracle::{Bank, assert_unit, bank, list, names};
use rust_decimal::{Decimal, dec};
use serde_json::Value;

/// What stands behind the best plan of a changed bank whose cases and map are the same.
pub fn explained(bank: &Bank, dossier: &Dossier, value_model: ValueModel) -> Why {
    told(bank, dossier, value_model, false)
}

/// The same, with the price of covering moments where it is wanted.
fn told(bank: &Bank, dossier: &Dossier, value_model: ValueModel, is_of_moments: bool) -> Why {
    let grounds = Grounds { dossier, cases: &bank.cases, map: &bank.map, preference: None };
    let question = Question { value_model, ..Question::default() };
    let mut problem = Problem::new(grounds, &question).expect("a problem");
    let ask = Ask::npv(&problem, question.limits.clone());
    let found = problem.best(&ask).expect("an answer");
    let model = &bank.opened.model;
    let found = why(&mut problem, &question, (&ask, &found), model, false).expect("an answer");
    let mut told = found.expect("a plan");
    if is_of_moments {
        price_moments(&mut problem, &ask, &mut told).expect("an answer");
    }
    told
}

fn of<'w>(why: &'w Why, id: &str) -> &'w Explanation {
    why.explanations.iter().find(|one| one.investment().as_str() == id).expect("an investment")
}

fn price<'w>(why: &'w Why, name: &str) -> &'w Price {
    let named = |price: &&Price| price.subject.name() == name;
    why.prices.iter().find(named).unwrap_or_else(|| panic!("{name} has no price"))
}

#[test]
fn every_investment_stands_as_the_reference_says() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    let in_out = bank.oracle["in_out"].as_object().expect("investments");
    assert_eq!(why.explanations.len(), in_out.len());
    for (id, expected) in in_out {
        let one = of(&why, id);
        for own in &one.standing.variants {
            let printed = &expected["variants"][own.variant.as_str()];
            match &own.with {
                Some(with) => assert_unit(with.worth, printed, &format!("{id}:{} in", own.variant)),
                None => assert_eq!(*printed, Value::Null, "{id}:{}", own.variant),
            }
        }
        let best = one.standing.best().expect("a variant that fits");
        assert_eq!(expected["best_variant"], best.variant.as_str(), "{id}");
        let with = one.standing.with.as_ref().expect("a plan with it");
        assert_unit(with.worth, &expected["best_in"], &format!("{id} in"));
        let Some(without) = &one.standing.without else {
            assert_eq!(expected["out"], Value::Null, "{id}");
            assert_eq!((one.reason, one.verdict), (Reason::Compulsory, Verdict::Justified));
            assert_eq!(one.conflict.iter().map(|rule| rule.name()).collect::<Vec<_>>(), ["mandatory:B27"]);
            continue;
        };
        assert_unit(without.worth, &expected["out"], &format!("{id} out"));
        let net = one.net_value.expect("both plans exist");
        assert!(net.is_proven(), "{id}");
        // The reference rounds both plans before it takes their difference.
        let near = |exact: Decimal, field: &str| {
            let printed = expected[field].as_f64().expect("an amount");
            let apart = (exact - cxfolio::quantity::real::exact(printed).expect("a decimal")).abs();
            assert!(apart <= dec!(1.5), "{id} {field}: {exact}, not {printed}");
        };
        near(net.amount, "net_value_of_including");
        near(best.own_npv.expect("it is in"), "own_npv");
        near(best.break_even.expect("both plans exist").amount, "break_even_npv");
    }
}

#[test]
fn the_questions_get_the_verdicts_of_the_reference() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    for (id, verdict) in [
        ("B01", Verdict::NotJustifiedNow),
        ("B03", Verdict::Justified),
        ("B05", Verdict::Justified),
        ("B06", Verdict::NotJustifiedNow),
        ("B07", Verdict::NotJustifiedNow),
        ("B04", Verdict::NotJustifiedNow),
        ("B14", Verdict::NotJustifiedNow),
        ("B13", Verdict::JustifiedIf),
    ] {
        assert_eq!(of(&why, id).verdict, verdict, "{id}");
    }
    let displaced = names(&Portfolio::new(of(&why, "B04").only_without.clone()));
    assert_eq!(displaced, ["B02:core", "B03:core", "B09:core", "B22:core"]);
}

/// In the full model the marginal worth stands in for the stand-alone NPV, and every difference adds up.
#[test]
fn figures_of_the_full_model_add_up() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Full);
    for one in &why.explanations {
        let (Some(with), Some(without)) = (&one.standing.with, &one.standing.without) else { continue };
        let best = one.standing.best().expect("a variant that fits");
        let (own, bar) = (best.own_npv.expect("in"), best.break_even.expect("both").amount);
        assert_eq!(own - bar, with.worth - without.worth, "{}", one.investment());
        assert!(with.worth.max(without.worth) == why.base.worth, "{}", one.investment());
        assert_eq!(one.is_in, why.base.worth == with.worth, "{}", one.investment());
    }
}

#[test]
fn incomplete_strategies_get_no_verdict() {
    let bank = bank();
    let grounds =
        Grounds { dossier: &bank.opened.dossier, cases: &bank.cases, map: &bank.map, preference: None };
    let question = Question { value_model: ValueModel::Additive, ..Question::default() };
    let mut problem = Problem::new(grounds, &question).expect("a problem");
    let ask = Ask::npv(&problem, question.limits.clone());
    let found = problem.best(&ask).expect("an answer");
    let why = why(&mut problem, &question, (&ask, &found), &bank.opened.model, true).expect("an answer");
    let why = why.expect("a plan");
    assert!(why.explanations.iter().all(|one| one.verdict == Verdict::Undetermined));
}

#[test]
fn must_be_floors_have_the_expected_price() {
    let bank = bank();
    for point in list(&bank.oracle["must_be_floor"]) {
        let floor = point["floor"].as_f64().expect("a share");
        if floor == 0.0 || point["status"] != "optimal" {
            continue;
        }
        let mut dossier = bank.opened.dossier.clone();
        dossier.settings.must_be_floor = exact(floor).expect("a decimal");
        let why = explained(&bank, &dossier, ValueModel::Additive);
        let found = price(&why, "without:moment_floor").gain;
        let printed = exact(point["price"].as_f64().expect("an amount")).expect("a decimal");
        assert!(found.is_proven() && (found.amount - printed).abs() <= dec!(1.5), "{floor}: {found:?}");
    }
}

/// Prices by the rule that is loosened, each against the choice of a dossier changed by hand.
#[test]
fn prices_are_what_a_changed_dossier_gains() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    let gained = |change: &dyn Fn(&mut Dossier)| {
        let mut dossier = bank.opened.dossier.clone();
        change(&mut dossier);
        let outcome = bank.choose_in(&dossier, ValueModel::Additive, Vec::new());
        oracle::plan(&outcome).case.npv - why.base.worth
    };
    // Amounts of plans are added up in another order, so that the last of 28 digits may differ.
    let near = |found: Decimal, by_hand: Decimal| {
        assert!((found - by_hand).abs() < dec!(0.000001), "{found}, not {by_hand}");
    };
    let mandatory =
        gained(&|dossier| dossier.investments.iter_mut().for_each(|one| one.is_mandatory = false));
    near(price(&why, "without:mandatory:B27").gain.amount, mandatory);
    let year_0 = gained(&|dossier| {
        let budget = dossier.settings.budgets.get_mut(&0).expect("a budget");
        *budget *= dec!(1.1);
    });
    assert!(year_0 > dec!(1000000));
    near(price(&why, "budget:y0:+10%").gain.amount, year_0);
    let crm = gained(&|dossier| {
        dossier.settings.switched_off.insert("at_least_one".into());
    });
    near(price(&why, "without:at_least_one:G-CRM").gain.amount, crm);
    let roles = why.prices.iter().filter(|price| matches!(price.subject, Subject::MoreDays { .. }));
    for role in roles {
        assert!(role.gain.amount >= Decimal::ZERO);
    }
}

#[test]
fn a_change_is_told_once_per_kind_and_the_cheapest_first() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    for one in &why.explanations {
        let amounts: Vec<_> = one.flips.iter().filter_map(|flip| flip.amount).collect();
        assert!(amounts.is_sorted(), "{}: {amounts:?}", one.investment());
        let mut kinds: Vec<&str> = one.flips.iter().map(|flip| flip.change.name()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), one.flips.len(), "{}", one.investment());
        let in_plan_only = |change: &Change| matches!(change, Change::Delay { .. } | Change::Budget { .. });
        assert!(!one.is_in || !one.flips.iter().any(|flip| in_plan_only(&flip.change)));
    }
}

/// What is said to be imposed leaves a plan that is worth more once those rules do not hold, and only that is said.
#[test]
fn what_only_rules_keep_in_leaves_without_them() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Full);
    let told: Vec<(String, Vec<String>)> = why
        .explanations
        .iter()
        .filter(|one| !one.imposed_by.is_empty())
        .map(|one| (one.investment().to_string(), one.imposed_by.iter().map(|rule| rule.name()).collect()))
        .collect();
    let expected = [("B02", "at_least_one:G-CRM"), ("B27", "mandatory:B27")];
    assert_eq!(told, expected.map(|(id, rule)| (id.to_string(), vec![rule.to_string()])));
    for (id, rules) in told {
        let mut dossier = bank.opened.dossier.clone();
        dossier.settings.switched_off.extend(rules);
        let free = explained(&bank, &dossier, ValueModel::Full);
        assert!(why.base.worth < free.base.worth && !of(&free, &id).is_in, "{id}");
    }
}

/// An obligation that the investment would meet of its own accord imposes nothing.
#[test]
fn what_is_worth_its_place_is_not_imposed() {
    let bank = bank();
    let mut dossier = bank.opened.dossier.clone();
    let worthy = dossier.investments.iter_mut().find(|one| one.id.as_str() == "B10").expect("an investment");
    worthy.is_mandatory = true;
    let why = explained(&bank, &dossier, ValueModel::Full);
    let one = of(&why, "B10");
    assert_eq!((one.reason, one.imposed_by.len()), (Reason::Compulsory, 0));
}

/// What covering a moment costs is what the best plan loses when every persona who cares must be covered there.
#[test]
fn a_moment_is_covered_at_the_price_that_is_told() {
    let bank = bank();
    let why = told(&bank, &bank.opened.dossier, ValueModel::Additive, true);
    let covering = |choices: &[Choice], moment: &MomentId, level: f64| {
        let plan = Portfolio::new(choices.to_vec());
        let coverage = bank.map.coverage(&plan);
        bank.map.cells.iter().all(|(cell, _, _)| {
            let (_, at) = bank.map.cells.ids(cell);
            at != moment
                || bank.map.importance.shares()[cell] == 0.0
                || level - 1e-6 <= coverage.cells()[cell]
        })
    };
    let base = &base_plan(&bank);
    let mut priced = 0;
    for one in &why.moments {
        let covered = covering(base, &one.moment, one.level);
        assert_eq!(covered, one.to_cover.is_none(), "{}", one.moment);
        let Some(ToCover::At { npv, enters, leaves }) = &one.to_cover else { continue };
        let kept = base.iter().filter(|choice| !leaves.contains(choice));
        let plan: Vec<_> = kept.chain(enters).cloned().collect();
        assert!(covering(&plan, &one.moment, one.level), "{}", one.moment);
        let portfolio = Portfolio::new(plan);
        let dossier = &bank.opened.dossier;
        let worth = portfolio_npv(dossier, &bank.cases, &portfolio, ValueModel::Additive);
        assert_eq!((worth - why.base.worth).round_dp(6), npv.amount.round_dp(6), "{}", one.moment);
        assert!(npv.amount < Decimal::ZERO && npv.is_proven(), "{}", one.moment);
        priced += 1;
    }
    assert!(0 < priced, "no moment has a price");
    let must_be = why.moments.iter().filter(|one| one.is_must_be).count();
    assert!(0 < must_be && must_be < why.moments.len());
}

/// The choices of the bank's best plan.
fn base_plan(bank: &Bank) -> Vec<Choice> {
    let outcome = bank.choose(ValueModel::Additive, Vec::new());
    oracle::plan(&outcome).portfolio.choices().to_vec()
}
