//! `Journey`, `Channel`, `ChannelSwitch`: what a persona goes through, where, and why they change channel.

use rust_decimal::Decimal;

use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type JourneyId = Id<Journey>;
pub type ChannelId = Id<Channel>;

/// A stage of the customer's life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Discover,
    Evaluate,
    Buy,
    Receive,
    Use,
    Support,
}

impl Stage {
    /// All stages in the order a customer lives them.
    pub const ALL: [Stage; 6] =
        [Stage::Discover, Stage::Evaluate, Stage::Buy, Stage::Receive, Stage::Use, Stage::Support];

    /// The written form.
    pub fn name(self) -> &'static str {
        ["discover", "evaluate", "buy", "receive", "use", "support"][self as usize]
    }
}

/// What a persona goes through to reach a goal.
#[derive(Clone, Debug)]
pub struct Journey {
    pub id: JourneyId,
    pub name: Bilingual,
    pub main_stage: Option<Stage>,
    pub place: Place,
}

/// A way of contact with its cost.
#[derive(Clone, Debug)]
pub struct Channel {
    pub id: ChannelId,
    pub name: Bilingual,
    /// Cost of one contact, in the dossier's currency.
    pub cost_per_contact: Option<Decimal>,
    pub place: Place,
}

/// Why a customer changes channel in the middle of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SwitchReason {
    Failure,
    Preference,
    Convenience,
}

/// How often a journey changes channel.
#[derive(Clone, Debug)]
pub struct ChannelSwitch {
    pub journey: JourneyId,
    pub from: ChannelId,
    pub to: ChannelId,
    /// Share of journey instances, 0..=1.
    pub rate: Decimal,
    pub reason: SwitchReason,
    pub place: Place,
}
