//! `Question`: what is asked of a choice, and the grounds it rests on.

use super::highs::Limits;
use crate::case::cases::Cases;
use crate::case::portfolio_case::ValueModel;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::investment::{InvestmentId, VariantId};
use crate::experience::map::ExperienceMap;
use crate::score::weights::Weighting;

/// An investment that the user wants in or out whatever it is worth.
#[derive(Clone, Debug)]
pub struct Forced {
    pub investment: InvestmentId,
    /// Only this variant; any when none.
    pub variant: Option<VariantId>,
    pub is_in: bool,
    pub reason: String,
}

/// When investments start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Starts {
    /// Each in the first year it may.
    #[default]
    Fixed,
    /// In any year from its earliest to its latest, chosen with the variant.
    Free,
}

/// What is asked of a choice.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub value_model: ValueModel,
    pub starts: Starts,
    pub forced: Vec<Forced>,
    pub limits: Limits,
}

/// Everything a choice rests on, worked out before.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    pub dossier: &'a Dossier,
    pub cases: &'a Cases,
    pub map: &'a ExperienceMap,
    /// What objectives are worth; none when nobody weighed them, and they are then worth nothing.
    pub preference: Option<Preference<'a>>,
}

/// How objectives weigh, and the shapes of their values.
#[derive(Clone, Copy)]
pub struct Preference<'a> {
    pub weighting: &'a Weighting,
    pub model: &'a DecisionModel,
}
