//! `PortfolioRule`: a statement about the whole plan that is neither a budget nor a dependency between two investments.

use rust_decimal::Decimal;

use super::envelope::SpendingKind;
use super::investment::InvestmentId;
use super::moment::MomentId;
use super::objective::ObjectiveId;
use super::persona::PersonaId;
use super::place::Place;
use super::start::Start;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type PortfolioRuleId = Id<PortfolioRule>;

/// Which side of a limit is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitSide {
    AtMost,
    AtLeast,
}

/// Whose coverage a floor speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Covered {
    /// All personas and moments, weighted.
    Everyone,
    Persona(PersonaId),
    Moment(MomentId),
}

/// What a rule states; members are sorted, known and without duplicates.
#[derive(Clone, Debug, PartialEq)]
pub enum PortfolioRuleKind {
    /// At most or at least this many of the members, in any variant.
    Count { side: LimitSide, members: Vec<InvestmentId>, count: u32 },
    /// Every member, in a variant that is no pilot, started in this month at the latest: the last one of the period named.
    MandatoryBy { members: Vec<InvestmentId>, by: Start },
    /// Expected cost of the members over the horizon, undiscounted, as a share of that of the whole plan.
    Share { side: LimitSide, members: Vec<InvestmentId>, of: SpendingKind, share: Decimal },
    /// The same for every vendor in turn, at most.
    VendorShare { of: SpendingKind, share: Decimal },
    /// At most this many investments for every sponsor in turn.
    SponsorLoad { count: u32 },
    /// Sum of the exit costs of the chosen members, at most, in the dossier's currency.
    ExitExposure { members: Vec<InvestmentId>, amount: Decimal },
    /// Coverage, 0..=1, at least.
    CoverageFloor { of: Covered, share: Decimal },
    /// Value of an objective after the plan, 0..=1, at least.
    ObjectiveFloor { objective: ObjectiveId, value: Decimal },
}

/// A rule of the dossier's table of rules.
#[derive(Clone, Debug)]
pub struct PortfolioRule {
    pub id: PortfolioRuleId,
    pub name: Bilingual,
    pub kind: PortfolioRuleKind,
    /// What breaking it by one unit costs, in the dossier's currency; a rule without a price may not be broken.
    ///
    /// The unit is that of the limit: one investment, one unit of currency, one percentage point of a share or coverage.
    pub price: Option<Decimal>,
    pub is_active: bool,
    pub place: Place,
}
