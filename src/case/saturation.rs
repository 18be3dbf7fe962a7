//! Saturation: what several effects on one lever are worth together (method 3.8).

use rust_decimal::Decimal;

/// The combined effect, in the lever's unit.
///
/// With a cap c: c (1 - product of (1 - min(e / c, 1)) over positive e) + sum of negative e; without a cap, or with a
/// cap of zero or less, the plain sum. The second helper on one lever brings less than the first; harms add in full.
pub fn combined_effect(effects: impl IntoIterator<Item = Decimal>, cap: Option<Decimal>) -> Decimal {
    let Some(cap) = cap.filter(|cap| *cap > Decimal::ZERO) else {
        return effects.into_iter().sum();
    };
    let mut left = Decimal::ONE;
    let mut harm = Decimal::ZERO;
    for effect in effects {
        if effect > Decimal::ZERO {
            left *= Decimal::ONE - (effect / cap).min(Decimal::ONE);
        } else {
            harm += effect;
        }
    }
    cap * (Decimal::ONE - left) + harm
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn two_halves_make_three_quarters() {
        assert_eq!(combined_effect([dec!(5), dec!(5)], Some(dec!(10))), dec!(7.5));
    }

    #[test]
    fn harms_add_in_full_and_nothing_passes_the_cap() {
        assert_eq!(combined_effect([dec!(50), dec!(-2)], Some(dec!(10))), dec!(8));
    }

    #[test]
    fn without_a_cap_effects_add() {
        assert_eq!(combined_effect([dec!(5), dec!(5)], None), dec!(10));
        assert_eq!(combined_effect([], Some(dec!(3))), dec!(0));
    }
}
