//! The named changes are made to the dossier and asked for again: each must do what it says, and a little less must not.

use cxfolio::case::cases::Cases;
use cxfolio::case::portfolio_case::ValueModel;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::investment::Variant;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::explain::change::Change;
use cxfolio::optimize::question::{Grounds, Question};
use rust_decimal::{Decimal, dec};

use crate::oracle::{Bank, bank, plan};
use crate::{explained, of};

/// Whether the best plan of a changed bank, its cases worked out again, has the investment.
fn enters(bank: &Bank, value_model: ValueModel, id: &str, change: impl Fn(&mut Dossier)) -> bool {
    let mut dossier = bank.opened.dossier.clone();
    change(&mut dossier);
    let cases = Cases::of(&dossier, &bank.opened.model).expect("cases");
    let grounds = Grounds { dossier: &dossier, cases: &cases, map: &bank.map, preference: None };
    let outcome = choose(grounds, &Question { value_model, ..Question::default() }).expect("an answer");
    plan(&outcome).portfolio.contains(&id.into())
}

fn variant<'d>(dossier: &'d mut Dossier, id: &str, variant: &str) -> &'d mut Variant {
    let investment = dossier.investments.iter_mut().find(|one| one.id.as_str() == id).expect("known");
    investment.variants.iter_mut().find(|one| one.id.as_str() == variant).expect("known")
}

/// Gains of one variant times a factor.
fn gain(dossier: &mut Dossier, id: &str, name: &str, factor: Decimal) {
    for line in &mut variant(dossier, id, name).benefit_lines {
        let effect = line.effect.as_mut().expect("stated");
        if effect.mean() > Decimal::ZERO {
            for side in [&mut effect.low, &mut effect.mode, &mut effect.high] {
                *side *= factor;
            }
        }
    }
}

#[test]
fn as_much_more_effect_as_is_named_lets_an_investment_in_and_less_does_not() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    for id in ["B13", "B06", "B24", "B01"] {
        let named = of(&why, id).flips.iter().find_map(|flip| match &flip.change {
            Change::Effect { variant, factor } => Some((variant.to_string(), *factor)),
            _ => None,
        });
        let (name, factor) = named.unwrap_or_else(|| panic!("{id} has no factor"));
        let with = |factor: Decimal| {
            enters(&bank, ValueModel::Additive, id, |dossier| gain(dossier, id, &name, factor))
        };
        assert!(with(factor * dec!(1.0001)), "{id} x {factor}");
        assert!(!with(factor * dec!(0.9999)), "{id} x {factor}");
    }
}

/// What is in the plan stays in it down to the named factor, and falls out below.
#[test]
fn gains_may_fall_as_far_as_is_named() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    for id in ["B22", "B09", "B12"] {
        let named = of(&why, id).flips.iter().find_map(|flip| match &flip.change {
            Change::Effect { variant, factor } => Some((variant.to_string(), *factor)),
            _ => None,
        });
        let (name, factor) = named.unwrap_or_else(|| panic!("{id} has no factor"));
        let with = |factor: Decimal| {
            enters(&bank, ValueModel::Additive, id, |dossier| gain(dossier, id, &name, factor))
        };
        assert!(with(factor * dec!(1.0001)) && !with(factor * dec!(0.9999)), "{id} x {factor}");
    }
}

/// A lower price makes room in the budgets as well, so that the named one is always low enough.
#[test]
fn the_named_price_is_low_enough_in_both_models() {
    let bank = bank();
    for value_model in [ValueModel::Additive, ValueModel::Full] {
        let why = explained(&bank, &bank.opened.dossier, value_model);
        let mut n_tried = 0;
        for one in why.explanations.iter().filter(|one| !one.is_in).take(12) {
            let id = one.investment().as_str();
            for flip in &one.flips {
                let is_enough = match &flip.change {
                    Change::Cost { variant: name, factor } => enters(&bank, value_model, id, |dossier| {
                        for line in &mut variant(dossier, id, name.as_str()).cost_lines {
                            let amounts = line.amounts.iter_mut().flatten();
                            amounts.for_each(|amount| *amount *= factor * dec!(0.9999));
                        }
                    }),
                    Change::Effect { variant: name, factor } if value_model == ValueModel::Full => {
                        let factor = factor * dec!(1.0001);
                        enters(&bank, value_model, id, |dossier| gain(dossier, id, name.as_str(), factor))
                    }
                    _ => continue,
                };
                n_tried += 1;
                assert!(is_enough, "{id} {:?}", flip.change);
            }
        }
        assert!(n_tried > 5, "{n_tried} changes were tried");
    }
}

#[test]
fn the_named_budget_lets_an_investment_in_and_a_little_less_does_not() {
    let bank = bank();
    for (value_model, id) in [(ValueModel::Additive, "B13"), (ValueModel::Full, "B14")] {
        let why = explained(&bank, &bank.opened.dossier, value_model);
        let named = of(&why, id).flips.iter().find_map(|flip| match &flip.change {
            Change::Budget { factor, .. } => Some(*factor),
            _ => None,
        });
        let factor = named.unwrap_or_else(|| panic!("{id} has no budget"));
        let with = |factor: Decimal| {
            enters(&bank, value_model, id, |dossier| {
                dossier.settings.budgets.values_mut().for_each(|budget| *budget *= factor);
            })
        };
        assert!(with(factor + dec!(0.000001)), "{id} x {factor}");
        assert!(!with(factor - dec!(0.0011)), "{id} x {factor}");
    }
}

#[test]
fn the_named_delay_lets_an_investment_in() {
    let bank = bank();
    let why = explained(&bank, &bank.opened.dossier, ValueModel::Additive);
    let mut n_delays = 0;
    for one in &why.explanations {
        let id = one.investment().as_str();
        for flip in &one.flips {
            let Change::Delay { choice } = &flip.change else { continue };
            n_delays += 1;
            let year = choice.start.year() as u32;
            assert!(enters(&bank, ValueModel::Additive, id, |dossier| {
                let own = dossier.investments.iter_mut().find(|own| own.id.as_str() == id);
                own.expect("known").earliest_start = year;
            }));
        }
    }
    assert!(n_delays > 0);
}
