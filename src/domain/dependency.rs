//! `Dependency`: what one investment means for another.

use rust_decimal::Decimal;

use super::investment::InvestmentId;
use super::place::Place;
use super::text::Bilingual;

/// A relation between investments; each is a business statement that binds the choice or its benefits.
#[derive(Clone, Debug, PartialEq)]
pub enum DependencyKind {
    /// `from` only with a variant of `to` that is no pilot.
    Requires { from: InvestmentId, to: InvestmentId },
    /// Never both, in any variant.
    Excludes { a: InvestmentId, b: InvestmentId },
    /// At least one of the group, in a variant that is no pilot.
    AtLeastOne { group: String, members: Vec<InvestmentId> },
    /// All of the group or none, in any variants.
    AllOrNone { group: String, members: Vec<InvestmentId> },
    /// Those of the group that are chosen start together.
    SameStart { group: String, members: Vec<InvestmentId> },
    /// `then` starts only after `first` is finished; it needs `first` in a variant that is no pilot.
    FinishBefore { first: InvestmentId, then: InvestmentId },
    /// Positive effects of `from` are multiplied by `factor` while `enabler` is absent (a pilot does not enable).
    EnabledBy { from: InvestmentId, enabler: InvestmentId, factor: Decimal },
    /// Positive effects of both are multiplied by `factor` when both are chosen, in any variant.
    Synergy { a: InvestmentId, b: InvestmentId, factor: Decimal },
    /// Names the application that `from` replaces; information only.
    Replaces { from: InvestmentId, application: String },
}

/// One dependency with its place in the input.
#[derive(Clone, Debug)]
pub struct Dependency {
    pub kind: DependencyKind,
    pub note: Bilingual,
    pub place: Place,
}
