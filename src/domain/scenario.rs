//! `Scenario`: one named setting of what is uncertain, as a list of overrides.

use super::place::Place;
use super::text::Bilingual;

/// What an override does to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Set,
    Multiply,
    Add,
}

/// One change: every `field` of the rows of `target` that match `filter`.
#[derive(Clone, Debug)]
pub struct Override {
    pub target: String,
    /// `*`, a year such as `y0`, an identifier, a nature, a type or an evidence level, as the target has it.
    pub filter: String,
    pub field: String,
    pub operation: Operation,
    /// The operand as written.
    pub operand: String,
    pub place: Place,
}

/// A named list of overrides.
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    pub id: String,
    pub note: Bilingual,
    pub overrides: Vec<Override>,
}

/// A question the dossier asks about one investment.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: String,
    pub question: Bilingual,
    pub investment: super::investment::InvestmentId,
    pub place: Place,
}
