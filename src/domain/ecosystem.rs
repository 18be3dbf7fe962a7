//! The CX ecosystem: people, partners, systems and policies behind the moments, and the signed edges between them.

use rust_decimal::Decimal;

use super::evidence::EvidenceLevel;
use super::lever::LeverId;
use super::moment::MomentId;
use super::persona::PersonaId;
use super::place::Place;
use super::text::Bilingual;
use crate::quantity::identity::Id;

pub type NodeId = Id<EcosystemNode>;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    Customer,
    Team,
    Partner,
    System,
    Process,
    Policy,
    Records,
}

/// Where a node stands relative to the line of visibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    Front,
    Back,
    Behind,
}

/// A person, partner, system, process, policy or store of records that makes moments good or bad.
#[derive(Clone, Debug)]
pub struct EcosystemNode {
    pub id: NodeId,
    pub kind: NodeKind,
    pub stage: Visibility,
    pub name: Bilingual,
    pub owner: String,
    pub is_visible_to_customer: bool,
    /// 0 (broken) to 10 (excellent).
    pub health: Decimal,
    pub is_legacy: bool,
    pub is_silo: bool,
    pub place: Place,
}

/// Where an edge arrives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeEnd {
    Node(NodeId),
    Moment(MomentId),
}

/// Points that arrive at `to` for one health point gained at `from`; negative hinders.
#[derive(Clone, Debug)]
pub struct EcosystemEdge {
    pub from: NodeId,
    pub to: EdgeEnd,
    /// -1..=1, before the evidence discount.
    pub weight: Decimal,
    pub evidence: EvidenceLevel,
    pub note: Bilingual,
    pub place: Place,
}

/// Health points an investment adds to a node.
#[derive(Clone, Debug)]
pub struct NodeEffect {
    pub node: NodeId,
    pub health_points: Decimal,
    pub place: Place,
}

/// A customer's problem traced by whys to a root node; a company problem when it has a lever and an annual cost.
#[derive(Clone, Debug)]
pub struct CustomerProblem {
    pub id: String,
    pub moment: MomentId,
    pub persona: PersonaId,
    pub statement: Bilingual,
    pub lever: Option<LeverId>,
    pub annual_cost: Option<Decimal>,
    pub whys: Vec<Bilingual>,
    pub root_node: Option<NodeId>,
    pub place: Place,
}
