//! `MoneyAtRisk`: what bad moments cost in a year, per persona and moment, in exact money (method 3.8a).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::coverage::Coverage;
use super::map::ExperienceMap;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::moment::{MomentId, MomentOfTruth};
use crate::domain::persona::{Persona, PersonaId};
use crate::quantity::real::real;

/// Amounts of one year in the dossier's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskParts {
    /// Bad moments in a year: customers x frequency x failure rate (a count).
    pub failures: Decimal,
    /// Contribution of the customers who leave.
    pub leave: Decimal,
    /// Contribution of the spending that shrinks.
    pub reduce: Decimal,
    /// Contribution of the sales lost.
    pub lost_sales: Decimal,
    /// Cost of the extra contacts.
    pub contacts: Decimal,
}

impl RiskParts {
    /// leave + reduce + lost sales + contacts; nothing above the decimal ceiling.
    pub fn total(&self) -> Option<Decimal> {
        self.leave.checked_add(self.reduce)?.checked_add(self.lost_sales)?.checked_add(self.contacts)
    }
}

/// The money at risk of one persona at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct CellAtRisk {
    pub persona: PersonaId,
    pub moment: MomentId,
    pub parts: RiskParts,
    pub total: Decimal,
}

/// The churn that bad moments explain beside the churn observed, per customer and year.
#[derive(Clone, Debug, PartialEq)]
pub struct ImpliedChurn {
    pub persona: PersonaId,
    /// Sum over moments of frequency x failure rate x p_leave; above `observed` the moments claim too much.
    pub implied: Decimal,
    pub observed: Decimal,
}

/// Money at risk of a whole dossier, per year, in its currency.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyAtRisk {
    /// Every persona at every moment it gives importance to, in order of persona and moment.
    pub cells: Vec<CellAtRisk>,
    pub by_moment: BTreeMap<MomentId, Decimal>,
    pub by_persona: BTreeMap<PersonaId, Decimal>,
    pub total: Decimal,
    /// Annual revenue of all customers.
    pub revenue: Decimal,
    pub churn: Vec<ImpliedChurn>,
    /// Implied and observed churn over all customers; nothing without customers.
    pub churn_overall: Option<(Decimal, Decimal)>,
    /// Moments whose extra contacts have no known cost: missing here, not free.
    pub contacts_without_cost: Vec<MomentId>,
    /// Cells whose amounts exceed the decimal ceiling (7.9e28); they are in no total.
    pub too_large: Vec<(PersonaId, MomentId)>,
}

impl MoneyAtRisk {
    /// RaR_pm = n_pm x [p_leave x CLV_p + p_reduce x share x margin_p + p_lost x contribution + p_contact x cost],
    /// n_pm = customers x frequency x failure rate, CLV as [`lifetime_contribution`].
    ///
    /// A persona loses nothing at a moment it gives no importance to: such cells are left out.
    pub fn of(dossier: &Dossier, model: &DecisionModel, map: &ExperienceMap) -> MoneyAtRisk {
        let mut found = MoneyAtRisk {
            cells: Vec::new(),
            by_moment: BTreeMap::new(),
            by_persona: BTreeMap::new(),
            total: Decimal::ZERO,
            revenue: revenue(dossier),
            churn: implied_churns(dossier, map),
            churn_overall: None,
            contacts_without_cost: contacts_without_cost(dossier),
            too_large: Vec::new(),
        };
        for (persona_index, persona) in dossier.personas.iter().enumerate() {
            let lifetime =
                lifetime_contribution(persona, dossier.settings.discount_rate, model.lifetime_years);
            for moment in lived(dossier, map, persona_index) {
                let parts = lifetime.and_then(|lifetime| risk_parts(dossier, persona, moment, lifetime));
                found.add(persona, moment, parts);
            }
        }
        found.churn_overall = churn_overall(dossier, &found.churn);
        found
    }

    /// Money at risk over annual revenue; nothing without revenue. Between 0.03 and 0.10 is usual.
    pub fn share_of_revenue(&self) -> Option<f64> {
        (self.revenue > Decimal::ZERO).then(|| real(self.total) / real(self.revenue))
    }

    /// Whether the share of revenue stands between the limits `at_risk_share_low` (0.03) and `at_risk_share_high` (0.10).
    pub fn is_plausible(&self, model: &DecisionModel) -> bool {
        let usual = model.limit("at_risk_share_low", 0.03)..=model.limit("at_risk_share_high", 0.10);
        self.share_of_revenue().is_some_and(|share| usual.contains(&share))
    }

    /// The money a coverage wins back in a year: sum of RaR_pm x cov_pm (failures fall with the gap closed).
    pub fn won_back(&self, map: &ExperienceMap, coverage: &Coverage) -> f64 {
        let share =
            |cell: &CellAtRisk| map.cells.find(&cell.persona, &cell.moment).map(|at| coverage.cells()[at]);
        self.cells.iter().filter_map(|cell| Some(real(cell.total) * share(cell)?)).sum()
    }

    fn add(&mut self, persona: &Persona, moment: &MomentOfTruth, parts: Option<RiskParts>) {
        let sum = parts.and_then(|parts| Some((parts, parts.total()?)));
        let Some((parts, total)) = sum else {
            return self.too_large.push((persona.id.clone(), moment.id.clone()));
        };
        let Some(grand_total) = self.total.checked_add(total) else {
            return self.too_large.push((persona.id.clone(), moment.id.clone()));
        };
        self.total = grand_total;
        let of_moment = self.by_moment.entry(moment.id.clone()).or_default();
        *of_moment = of_moment.saturating_add(total);
        let of_persona = self.by_persona.entry(persona.id.clone()).or_default();
        *of_persona = of_persona.saturating_add(total);
        self.cells.push(CellAtRisk { persona: persona.id.clone(), moment: moment.id.clone(), parts, total });
    }
}

/// The churn implied by the moments each persona lives, beside the churn observed, in order of personas.
pub fn implied_churns(dossier: &Dossier, map: &ExperienceMap) -> Vec<ImpliedChurn> {
    let churn = |(persona_index, persona): (usize, &Persona)| {
        let implied = lived(dossier, map, persona_index).fold(Decimal::ZERO, |sum, moment| {
            let share = product(&[moment.frequency, moment.failure_rate, moment.consequences.p_leave]);
            sum.saturating_add(share.unwrap_or(Decimal::MAX))
        });
        ImpliedChurn { persona: persona.id.clone(), implied, observed: persona.annual_churn }
    };
    dossier.personas.iter().enumerate().map(churn).collect()
}

/// The moments to which a persona gives importance.
fn lived<'a>(
    dossier: &'a Dossier,
    map: &'a ExperienceMap,
    persona_index: usize,
) -> impl Iterator<Item = &'a MomentOfTruth> {
    let matters = move |(at, _): &(usize, &MomentOfTruth)| {
        map.importance.shares()[map.cells.cell(persona_index, *at)] > 0.0
    };
    dossier.moments.iter().enumerate().filter(matters).map(|(_, moment)| moment)
}

/// CLV_p = margin x sum for t = 1..=years of (1 - churn)^(t-1) / (1 + rate)^t, in the dossier's currency per customer.
///
/// Nothing when the rate is -1 or an amount exceeds the decimal ceiling; 0 over 0 years.
pub fn lifetime_contribution(persona: &Persona, rate: Decimal, years: usize) -> Option<Decimal> {
    let stay = Decimal::ONE.checked_sub(persona.annual_churn)?;
    let growth = Decimal::ONE.checked_add(rate)?;
    let mut sum = Decimal::ZERO;
    let mut present = Decimal::ONE.checked_div(growth)?;
    for year in 0..years {
        if year > 0 {
            present = present.checked_mul(stay)?.checked_div(growth)?;
        }
        sum = sum.checked_add(present)?;
    }
    product(&[persona.annual_revenue, persona.contribution_rate, sum])
}

fn risk_parts(
    dossier: &Dossier,
    persona: &Persona,
    moment: &MomentOfTruth,
    lifetime: Decimal,
) -> Option<RiskParts> {
    let failures = product(&[persona.customers, moment.frequency, moment.failure_rate])?;
    let bad = &moment.consequences;
    let spending = [persona.annual_revenue, persona.contribution_rate];
    let contact_cost = contact_cost(dossier, moment).unwrap_or(Decimal::ZERO);
    Some(RiskParts {
        failures,
        leave: product(&[failures, bad.p_leave, lifetime])?,
        reduce: product(&[failures, bad.p_reduce, bad.reduce_share, spending[0], spending[1]])?,
        lost_sales: product(&[failures, bad.p_lost_sale, bad.lost_sale_contribution])?,
        contacts: product(&[failures, bad.p_extra_contact, contact_cost])?,
    })
}

fn contact_cost(dossier: &Dossier, moment: &MomentOfTruth) -> Option<Decimal> {
    dossier.channel(moment.consequences.extra_contact_channel.as_ref()?)?.cost_per_contact
}

fn contacts_without_cost(dossier: &Dossier) -> Vec<MomentId> {
    let unpriced = |moment: &&MomentOfTruth| {
        moment.consequences.p_extra_contact != Decimal::ZERO && contact_cost(dossier, moment).is_none()
    };
    dossier.moments.iter().filter(unpriced).map(|moment| moment.id.clone()).collect()
}

fn revenue(dossier: &Dossier) -> Decimal {
    let of_persona = |persona: &Persona| persona.customers.saturating_mul(persona.annual_revenue);
    dossier.personas.iter().map(of_persona).fold(Decimal::ZERO, Decimal::saturating_add)
}

fn churn_overall(dossier: &Dossier, churn: &[ImpliedChurn]) -> Option<(Decimal, Decimal)> {
    let (mut customers, mut implied, mut observed) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for (persona, churn) in dossier.personas.iter().zip(churn) {
        customers = customers.checked_add(persona.customers)?;
        implied = implied.checked_add(persona.customers.checked_mul(churn.implied)?)?;
        observed = observed.checked_add(persona.customers.checked_mul(churn.observed)?)?;
    }
    Some((implied.checked_div(customers)?, observed.checked_div(customers)?))
}

/// The product of all factors; nothing above the decimal ceiling.
fn product(factors: &[Decimal]) -> Option<Decimal> {
    factors.iter().try_fold(Decimal::ONE, |product, factor| product.checked_mul(*factor))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;
    use rust_decimal::dec;

    fn at_risk(dossier: &Dossier) -> MoneyAtRisk {
        let model = example::model();
        MoneyAtRisk::of(dossier, &model, &ExperienceMap::new(dossier, &model))
    }

    #[test]
    fn each_consequence_has_its_part() {
        let dossier = example::dossier();
        let found = at_risk(&dossier);
        let first = &found.cells[0];
        let lifetime = lifetime_contribution(&dossier.personas[0], dec!(0.1), 5).expect("small numbers");
        assert_eq!(first.parts.failures, dec!(20));
        assert_eq!(first.parts.leave, dec!(2) * lifetime);
        assert_eq!(first.parts.reduce, dec!(20) * dec!(0.2) * dec!(0.5) * dec!(50));
        assert_eq!(first.parts.lost_sales, dec!(40));
        assert_eq!(first.parts.contacts, dec!(20) * dec!(1.5) * dec!(5));
        assert_eq!(found.cells.len(), 5, "P1 gives M3 no importance");
        assert_eq!(found.total, found.by_moment.values().sum::<Decimal>());
        assert_eq!(found.total, found.by_persona.values().sum::<Decimal>());
    }

    #[test]
    fn a_customer_who_stays_is_worth_an_annuity() {
        let mut persona = example::dossier().personas[0].clone();
        persona.annual_churn = dec!(0);
        let lifetime = lifetime_contribution(&persona, dec!(0), 5);
        assert_eq!(lifetime, Some(dec!(250)));
        assert_eq!(lifetime_contribution(&persona, dec!(-1), 5), None);
        assert_eq!(lifetime_contribution(&persona, dec!(0.1), 0), Some(dec!(0)));
    }

    #[test]
    fn churn_implied_by_the_moments_stands_beside_the_observed() {
        let found = at_risk(&example::dossier());
        assert_eq!((found.churn[0].implied, found.churn[0].observed), (dec!(0.04), dec!(0.2)));
        assert_eq!(found.churn_overall, Some((dec!(0.05), dec!(0.2))));
    }

    #[test]
    fn a_contact_without_a_cost_is_missing_not_free() {
        let mut dossier = example::dossier();
        dossier.channels[1].cost_per_contact = None;
        let found = at_risk(&dossier);
        assert_eq!(found.contacts_without_cost.len(), 3);
        assert_eq!(found.cells[0].parts.contacts, dec!(0));
    }

    #[test]
    fn an_amount_too_large_is_named_and_left_out() {
        let mut dossier = example::dossier();
        dossier.personas[0].customers = Decimal::MAX;
        let found = at_risk(&dossier);
        assert_eq!(found.too_large, [("P1".into(), "M1".into()), ("P1".into(), "M2".into())]);
        assert_eq!(found.cells.len(), 3);
    }

    #[test]
    fn coverage_wins_back_its_share() {
        let dossier = example::dossier();
        let map = ExperienceMap::new(&dossier, &example::model());
        let found = at_risk(&dossier);
        let half = Coverage::of_cells(&map, vec![0.5; map.cells.len()]);
        assert!((found.won_back(&map, &half) - 0.5 * real(found.total)).abs() < 1e-9);
        assert!(found.share_of_revenue().is_some_and(|share| share > 0.0));
    }
}
