//! `Objective`: what is wanted, its KPI with worst and best anchors, and the judgements that weigh it.

use rust_decimal::Decimal;

use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type ObjectiveId = Id<Objective>;

/// Which way the KPI improves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Minimise,
    Maximise,
}

/// The shape of the value function between worst and best (method 3.1).
#[derive(Clone, Debug, PartialEq)]
pub enum ValueShape {
    Linear,
    Concave,
    Convex,
    S,
    /// Points (share of the range 0..=1, value 0..=1), both ascending.
    Piecewise(Vec<(f64, f64)>),
}

/// Where the KPI's movement comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KpiSource {
    /// The effects of the objective's levers, each by its `kpi_per_unit`.
    #[default]
    Levers,
    /// Coverage of the moments of truth, in per cent.
    Coverage,
    /// Mean of the four customer-obsession scores of what is funded, 0..=10.
    ObsessionProfile,
}

/// The measured side of an objective; a root that only groups others has none.
#[derive(Clone, Debug)]
pub struct Measure {
    pub kpi: String,
    pub unit: String,
    pub direction: Direction,
    pub baseline: Decimal,
    pub target: Option<Decimal>,
    pub worst: Decimal,
    pub best: Decimal,
    pub shape: ValueShape,
    pub source: KpiSource,
}

/// What is wanted; a tree by `parent`.
#[derive(Clone, Debug)]
pub struct Objective {
    pub id: ObjectiveId,
    pub parent: Option<ObjectiveId>,
    pub name: Bilingual,
    pub measure: Option<Measure>,
    /// Swing points, 0..=100; the first-ranked swing has 100.
    pub swing_points: Option<Decimal>,
    pub plan_owner: String,
    pub deliver_owner: String,
    pub measure_owner: String,
    pub place: Place,
}

/// How a stakeholder's points were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeightMethod {
    Swing,
    Direct,
    /// Only the order is meant: 1 is the most important.
    Rank,
}

/// One stakeholder's points for one objective.
#[derive(Clone, Debug)]
pub struct StakeholderWeight {
    pub stakeholder: String,
    pub objective: ObjectiveId,
    pub method: WeightMethod,
    pub points: Decimal,
    pub place: Place,
}

/// One pairwise judgement: how many times `a` matters more than `b` (1/9..=9).
#[derive(Clone, Debug)]
pub struct PairJudgement {
    pub stakeholder: String,
    pub a: ObjectiveId,
    pub b: ObjectiveId,
    pub ratio: Decimal,
    pub place: Place,
}
