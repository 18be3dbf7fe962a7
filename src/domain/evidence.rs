//! How sure a claim is: the evidence level, the pieces of evidence, and the studies that would improve it.

use rust_decimal::Decimal;

use super::place::Place;
use super::text::Bilingual;

/// The evidence ladder, from opinion to a measure in production (method 2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceLevel {
    /// Opinion, trend, blog, consultant.
    E0,
    /// Vendor or analyst claim, another company's case.
    E1,
    /// Own operational records, correlation.
    E2,
    /// Direct customer evidence: at least 12 interviews with the persona, or a survey of at least 200.
    E3,
    /// Own pilot or controlled experiment.
    E4,
    /// Measured in production.
    E5,
}

impl EvidenceLevel {
    /// All levels, weakest first.
    pub const ALL: [EvidenceLevel; 6] = [
        EvidenceLevel::E0,
        EvidenceLevel::E1,
        EvidenceLevel::E2,
        EvidenceLevel::E3,
        EvidenceLevel::E4,
        EvidenceLevel::E5,
    ];

    /// The written form, `E0` to `E5`.
    pub fn name(self) -> &'static str {
        ["E0", "E1", "E2", "E3", "E4", "E5"][self as usize]
    }

    /// The level of a written form; nothing when it is none.
    pub fn of_name(name: &str) -> Option<EvidenceLevel> {
        EvidenceLevel::ALL.into_iter().find(|level| level.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// One rung of the evidence scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EvidenceRung {
    /// Reliability, 0..=1.
    pub reliability: Decimal,
    /// Multiplier of the claimed spread in simulation.
    pub spread: Decimal,
}

/// What kind of source a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    People,
    Records,
    Desk,
    Opinion,
}

/// One piece of evidence for a moment, line, edge or effect.
#[derive(Clone, Debug)]
pub struct Evidence {
    pub id: String,
    pub target_id: String,
    pub target_type: String,
    pub kind: EvidenceKind,
    pub method: String,
    pub sample_size: Option<Decimal>,
    pub date: Option<chrono::NaiveDate>,
    pub level: EvidenceLevel,
    pub verbatim: Bilingual,
    pub place: Place,
}

/// A study that could be run before buying.
#[derive(Clone, Debug)]
pub struct Study {
    pub id: String,
    pub name: Bilingual,
    pub method: String,
    pub sample_size: Option<Decimal>,
    pub cost: Option<Decimal>,
    pub weeks: Option<Decimal>,
    /// Share of the prior variance that the study removes, 0..=1.
    pub reliability: Option<Decimal>,
    /// Investments whose effects it informs.
    pub targets: Vec<String>,
    pub persona: String,
    pub moment: String,
    pub place: Place,
}
