//! `MomentOfTruth`: a touchpoint at which the customer decides to stay, buy or leave.

use rust_decimal::Decimal;

use super::estimate::ThreePoint;
use super::evidence::EvidenceLevel;
use super::journey::{ChannelId, JourneyId, Stage};
use super::persona::PersonaId;
use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type MomentId = Id<MomentOfTruth>;

/// How satisfaction answers performance (Kano).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kano {
    MustBe,
    Performance,
    Attractive,
    Indifferent,
    Reverse,
}

impl Kano {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            Kano::MustBe => "must-be",
            Kano::Performance => "performance",
            Kano::Attractive => "attractive",
            Kano::Indifferent => "indifferent",
            Kano::Reverse => "reverse",
        }
    }
}

/// What one bad moment does to one customer.
#[derive(Clone, Debug, Default)]
pub struct Consequences {
    /// Probability that the customer leaves, 0..=1.
    pub p_leave: Decimal,
    /// Probability that the customer spends less, 0..=1.
    pub p_reduce: Decimal,
    /// Share of spending that is then lost, 0..=1.
    pub reduce_share: Decimal,
    /// Probability that a sale is lost, 0..=1.
    pub p_lost_sale: Decimal,
    /// Contribution of that sale, in the dossier's currency.
    pub lost_sale_contribution: Decimal,
    /// Extra contacts per failure (may exceed 1).
    pub p_extra_contact: Decimal,
    pub extra_contact_channel: Option<ChannelId>,
}

/// A decisive touchpoint; performance, expectation and target are perceptions on 0..=10.
#[derive(Clone, Debug)]
pub struct MomentOfTruth {
    pub id: MomentId,
    pub journey: JourneyId,
    pub stage: Option<Stage>,
    pub channel: Option<ChannelId>,
    pub name: Bilingual,
    pub kano: Kano,
    /// Occurrences per customer and year.
    pub frequency: Decimal,
    /// Share of occurrences that go wrong, 0..=1.
    pub failure_rate: Decimal,
    pub consequences: Consequences,
    pub performance: Decimal,
    pub expectation: Decimal,
    pub target: Decimal,
    /// -2 (angry) to +2 (delighted).
    pub emotion: Decimal,
    pub evidence: EvidenceLevel,
    pub doing: Bilingual,
    pub thinking: Bilingual,
    pub feeling: Bilingual,
    pub place: Place,
}

impl MomentOfTruth {
    /// Distance from performance to target, in points; zero or less when the target is met.
    pub fn experience_gap(&self) -> Decimal {
        self.target - self.performance
    }
}

/// Points a persona gives to a moment.
#[derive(Clone, Debug)]
pub struct MomentImportance {
    pub persona: PersonaId,
    pub moment: MomentId,
    pub points: Decimal,
    pub place: Place,
}

/// The direct lift of an investment at a moment, in points of the 0..=10 scale; for everyone when `persona` is none.
#[derive(Clone, Debug)]
pub struct MomentEffect {
    pub moment: MomentId,
    pub persona: Option<PersonaId>,
    pub lift: ThreePoint,
    pub evidence: EvidenceLevel,
    pub place: Place,
}
