//! `CapabilityMaturity`: how well the organisation can do something today, and with a plan.

use rust_decimal::{Decimal, dec};

use crate::domain::capability::Capability;
use crate::domain::dossier::Dossier;
use crate::domain::investment::InvestmentId;
use crate::domain::portfolio::{Choice, Portfolio};

/// The highest maturity.
const HIGHEST: Decimal = dec!(5);

/// The maturity of one capability with a plan.
#[derive(Clone, Debug)]
pub struct CapabilityMaturity<'a> {
    pub capability: &'a Capability,
    /// 1..=5 once all that is funded is done; none when an investment of the plan raises it by levels that nobody states.
    pub after: Option<Decimal>,
    /// The investments of the plan that raise it, sorted.
    pub raised_by: Vec<InvestmentId>,
}

/// Every capability of the dossier, in its order, with a plan; nothing funded leaves all as they are.
///
/// after = min(5, now + sum of gain x benefit multiplier of the variant x share funded).
pub fn capability_maturities<'a>(dossier: &'a Dossier, portfolio: &Portfolio) -> Vec<CapabilityMaturity<'a>> {
    let with_plan = |capability: &'a Capability| {
        let raises = |choice: &&Choice| {
            dossier.investment(&choice.investment).is_some_and(|one| one.capability == capability.id)
        };
        let raising: Vec<&Choice> = portfolio.choices().iter().filter(raises).collect();
        let gain: Option<Decimal> = raising.iter().map(|choice| gain(dossier, choice)).sum();
        CapabilityMaturity {
            capability,
            after: gain.map(|gain| (capability.maturity_now + gain).min(HIGHEST)),
            raised_by: raising.into_iter().map(|choice| choice.investment.clone()).collect(),
        }
    };
    dossier.capabilities.iter().map(with_plan).collect()
}

/// Levels by which a choice raises its capability: a smaller variant, or a part of it, raises it by less.
fn gain(dossier: &Dossier, choice: &Choice) -> Option<Decimal> {
    let investment = dossier.investment(&choice.investment)?;
    let variant = dossier.variant(&choice.investment, &choice.variant)?;
    Some(investment.capability_gain? * variant.benefit_multiplier * choice.share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::example;
    use crate::domain::place::Place;
    use crate::domain::text::Bilingual;

    fn dossier(gains: [Option<Decimal>; 2]) -> Dossier {
        let mut dossier = example::dossier();
        let capability = |id: &str| Capability {
            id: id.into(),
            name: Bilingual::default(),
            maturity_now: dec!(2),
            maturity_target: dec!(4),
            importance: dec!(5),
            owner: String::new(),
            place: Place::default(),
        };
        dossier.capabilities = vec![capability("C1"), capability("C2")];
        for (investment, gain) in dossier.investments.iter_mut().zip(gains) {
            (investment.capability, investment.capability_gain) = ("C1".into(), gain);
        }
        dossier
    }

    fn plan(dossier: &Dossier, shares: &[Decimal]) -> Portfolio {
        let choice = |(investment, share): (&crate::domain::investment::Investment, &Decimal)| Choice {
            share: *share,
            ..Choice::of(investment.id.clone(), investment.variants[0].id.clone())
        };
        Portfolio::new(dossier.investments.iter().zip(shares).map(choice).collect())
    }

    #[test]
    fn gains_of_what_is_funded_add_up_to_the_highest_level() {
        let dossier = dossier([Some(dec!(1.2)), Some(dec!(2.5))]);
        let after = |shares: &[Decimal]| capability_maturities(&dossier, &plan(&dossier, shares))[0].after;
        assert_eq!(after(&[]), Some(dec!(2)));
        assert_eq!(after(&[dec!(1)]), Some(dec!(3.2)));
        assert_eq!(after(&[dec!(0.5)]), Some(dec!(2.6)));
        assert_eq!(after(&[dec!(1), dec!(1)]), Some(dec!(5)));
    }

    #[test]
    fn what_nobody_states_is_not_known_and_leaves_others_alone() {
        let dossier = dossier([Some(dec!(1)), None]);
        let all = capability_maturities(&dossier, &plan(&dossier, &[dec!(1), dec!(1)]));
        assert_eq!((all[0].after, all[0].raised_by.len()), (None, 2));
        assert_eq!((all[1].after, all[1].raised_by.len()), (Some(dec!(2)), 0));
    }
}
