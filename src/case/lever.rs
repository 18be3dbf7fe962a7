//! How an effect in a lever's unit becomes amounts by year (method 2.2 and 3.8).

use rust_decimal::Decimal;

use super::amounts::{Amounts, present_value};
use crate::domain::lever::LeverFormula;

/// The amounts of years 0..=horizon that the yearly effects bring; `effects[0]` is year 0 and counts for nothing.
///
/// - flow, risk: amount_t = value x effect_t
/// - stock: S_t = S_{t-1} (1 - decay) + customers x effect_t, amount_t = contribution x S_t
/// - working capital: B_t = value x effect_t, amount_t = B_t - B_{t-1}, and B_n is handed back in the last year n
/// - one-off: amount_t = value x (effect_t - effect_{t-1})
///
/// Every formula is linear in the effects, so the amounts of a sum of effects are the sum of the amounts.
pub fn lever_amounts(formula: &LeverFormula, effects: &[Decimal]) -> Amounts {
    let mut amounts = vec![Decimal::ZERO; effects.len()];
    match formula {
        LeverFormula::Flow { value_per_unit } | LeverFormula::Risk { loss_per_unit: value_per_unit } => {
            for (amount, effect) in amounts.iter_mut().zip(effects).skip(1) {
                *amount = value_per_unit * effect;
            }
        }
        LeverFormula::Stock { customers_per_unit, contribution, decay } => {
            let mut stock = Decimal::ZERO;
            for (amount, effect) in amounts.iter_mut().zip(effects).skip(1) {
                stock = stock * (Decimal::ONE - decay) + customers_per_unit * effect;
                *amount = contribution * stock;
            }
        }
        LeverFormula::WorkingCapital { value_per_unit } => {
            let balance = add_changes(&mut amounts, value_per_unit, effects);
            if let Some(last) = amounts.last_mut() {
                *last -= balance;
            }
        }
        LeverFormula::OneOff { value_per_unit } => {
            add_changes(&mut amounts, value_per_unit, effects);
        }
    }
    amounts
}

/// Books the yearly change of the balance value x effect and returns the last balance.
fn add_changes(amounts: &mut Amounts, value_per_unit: &Decimal, effects: &[Decimal]) -> Decimal {
    let mut balance = Decimal::ZERO;
    for (amount, effect) in amounts.iter_mut().zip(effects).skip(1) {
        let now = value_per_unit * effect;
        *amount = now - balance;
        balance = now;
    }
    balance
}

/// Present value of one unit of effect in each year alone: the weights that turn effects into present value.
///
/// Because the formulas are linear, PV = sum over t of weight_t x effect_t.
pub fn present_weights(formula: &LeverFormula, factors: &[Decimal]) -> Vec<Decimal> {
    (0..factors.len())
        .map(|year| {
            let mut unit = vec![Decimal::ZERO; factors.len()];
            unit[year] = Decimal::ONE;
            present_value(&lever_amounts(formula, &unit), factors)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    const EFFECTS: [Decimal; 4] = [dec!(0), dec!(1), dec!(2), dec!(2)];

    #[test]
    fn a_stock_of_customers_decays_and_is_refilled() {
        let formula =
            LeverFormula::Stock { customers_per_unit: dec!(100), contribution: dec!(10), decay: dec!(0.1) };
        assert_eq!(lever_amounts(&formula, &EFFECTS), [dec!(0), dec!(1000), dec!(2900), dec!(4610)]);
    }

    #[test]
    fn a_float_is_handed_back_in_the_last_year() {
        let formula = LeverFormula::WorkingCapital { value_per_unit: dec!(10) };
        let amounts = lever_amounts(&formula, &EFFECTS);
        assert_eq!(amounts, [dec!(0), dec!(10), dec!(10), dec!(-20)]);
        assert_eq!(amounts.iter().sum::<Decimal>(), dec!(0));
    }

    #[test]
    fn a_one_off_is_paid_as_the_effect_is_reached() {
        let formula = LeverFormula::OneOff { value_per_unit: dec!(10) };
        assert_eq!(lever_amounts(&formula, &EFFECTS), [dec!(0), dec!(10), dec!(10), dec!(0)]);
    }

    #[test]
    fn present_weights_give_the_present_value_of_any_effects() {
        let factors = [dec!(1), dec!(0.5), dec!(0.25), dec!(0.125)];
        for formula in [
            LeverFormula::Flow { value_per_unit: dec!(3) },
            LeverFormula::Risk { loss_per_unit: dec!(5) },
            LeverFormula::Stock { customers_per_unit: dec!(7), contribution: dec!(2), decay: dec!(0.3) },
            LeverFormula::WorkingCapital { value_per_unit: dec!(11) },
            LeverFormula::OneOff { value_per_unit: dec!(13) },
        ] {
            let weights = present_weights(&formula, &factors);
            let by_weights: Decimal = weights.iter().zip(&EFFECTS).map(|(w, e)| w * e).sum();
            assert_eq!(by_weights, present_value(&lever_amounts(&formula, &EFFECTS), &factors));
        }
    }
}
