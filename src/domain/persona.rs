//! `Persona`: a kind of customer, how many there are, what they bring and what they weigh.

use rust_decimal::Decimal;

use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type PersonaId = Id<Persona>;

/// A kind of customer.
#[derive(Clone, Debug)]
pub struct Persona {
    pub id: PersonaId,
    pub name: Bilingual,
    /// Head-count.
    pub customers: Decimal,
    /// Revenue per customer and year, in the dossier's currency.
    pub annual_revenue: Decimal,
    /// Share of revenue that is contribution, 0..=1.
    pub contribution_rate: Decimal,
    /// Share of customers who leave in a year, 0..=1.
    pub annual_churn: Decimal,
    pub social_reach: Decimal,
    /// Share of contacts the persona makes digitally, 0..=1.
    pub digital_share: Decimal,
    pub note: Bilingual,
    pub place: Place,
}

impl Persona {
    /// Contribution per customer and year, in the dossier's currency.
    pub fn margin(&self) -> Decimal {
        self.annual_revenue * self.contribution_rate
    }
}

/// Points a persona gives to a criterion in a context (`*` or a journey).
#[derive(Clone, Debug)]
pub struct CriterionPoints {
    pub persona: PersonaId,
    pub context: String,
    pub criterion: String,
    pub points: Decimal,
    pub place: Place,
}

/// A service level a persona lives in a channel.
#[derive(Clone, Debug)]
pub struct ServiceLevel {
    pub persona: PersonaId,
    pub channel: String,
    pub metric: String,
    pub current: Decimal,
    pub target: Decimal,
    pub place: Place,
}
