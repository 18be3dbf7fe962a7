//! `Envelope`: money set aside for some departments and some kind of spending, with what may move between periods and envelopes.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::period::Period;
use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type EnvelopeId = Id<Envelope>;

/// Which spending is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpendingKind {
    #[default]
    All,
    /// Lines that the accounts capitalise.
    Capex,
    /// Lines that the accounts expense, running cost included.
    Opex,
    /// Lines of nature `run`.
    Run,
}

impl SpendingKind {
    /// All kinds.
    pub const ALL: [SpendingKind; 4] =
        [SpendingKind::All, SpendingKind::Capex, SpendingKind::Opex, SpendingKind::Run];

    /// The written form.
    pub fn name(self) -> &'static str {
        ["all", "capex", "opex", "run"][self as usize]
    }
}

/// A department's budget or a fund: every euro of spending that some envelope covers must be paid by one that covers it.
///
/// Spending that no envelope covers is limited by the plan's own budgets alone.
#[derive(Clone, Debug)]
pub struct Envelope {
    pub id: EnvelopeId,
    pub name: Bilingual,
    pub spending: SpendingKind,
    /// Departments whose investments it may pay for; empty for every department.
    pub departments: Vec<String>,
    /// Money by period, in the dossier's currency; a period that is not stated is not limited.
    pub amounts: BTreeMap<Period, Decimal>,
    /// Envelopes of the same kind and the same group lend to each other freely; nothing when it lends to none.
    pub transfer_group: Option<String>,
    /// Whether what is not spent in a period may be spent in a later one.
    pub carries_over: bool,
    pub place: Place,
}
