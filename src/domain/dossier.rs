//! `Dossier`: everything one decision rests on, the value that travels through all rooms.

use super::capability::Capability;
use super::dependency::Dependency;
use super::ecosystem::{CustomerProblem, EcosystemEdge, EcosystemNode, NodeId};
use super::envelope::Envelope;
use super::evidence::{Evidence, Study};
use super::investment::{Investment, InvestmentId, Variant, VariantId};
use super::journey::{Channel, ChannelId, ChannelSwitch, Journey};
use super::lever::{Lever, LeverId};
use super::moment::{MomentId, MomentImportance, MomentOfTruth};
use super::objective::{Objective, ObjectiveId, PairJudgement, StakeholderWeight};
use super::persona::{CriterionPoints, Persona, ServiceLevel};
use super::portfolio_rule::PortfolioRule;
use super::role::Role;
use super::scenario::{Question, Scenario};
use super::settings::Settings;

/// Everything one decision rests on; every list is sorted by identifier, so that input order changes nothing.
#[derive(Clone, Debug)]
pub struct Dossier {
    pub settings: Settings,
    pub objectives: Vec<Objective>,
    pub stakeholder_weights: Vec<StakeholderWeight>,
    pub pair_judgements: Vec<PairJudgement>,
    pub levers: Vec<Lever>,
    pub personas: Vec<Persona>,
    pub criterion_points: Vec<CriterionPoints>,
    pub service_levels: Vec<ServiceLevel>,
    pub journeys: Vec<Journey>,
    pub channels: Vec<Channel>,
    pub channel_switches: Vec<ChannelSwitch>,
    pub moments: Vec<MomentOfTruth>,
    pub importances: Vec<MomentImportance>,
    pub nodes: Vec<EcosystemNode>,
    pub edges: Vec<EcosystemEdge>,
    pub problems: Vec<CustomerProblem>,
    pub capabilities: Vec<Capability>,
    pub roles: Vec<Role>,
    pub investments: Vec<Investment>,
    pub dependencies: Vec<Dependency>,
    pub envelopes: Vec<Envelope>,
    pub rules: Vec<PortfolioRule>,
    pub scenarios: Vec<Scenario>,
    pub questions: Vec<Question>,
    pub evidence: Vec<Evidence>,
    pub studies: Vec<Study>,
}

impl Dossier {
    /// Every variant with its investment, in order of identifiers.
    pub fn variants(&self) -> impl Iterator<Item = (&Investment, &Variant)> {
        self.investments
            .iter()
            .flat_map(|investment| investment.variants.iter().map(move |variant| (investment, variant)))
    }

    /// The investment with this identifier.
    pub fn investment(&self, id: &InvestmentId) -> Option<&Investment> {
        self.investments.binary_search_by(|item| item.id.cmp(id)).ok().map(|at| &self.investments[at])
    }

    /// One variant of one investment.
    pub fn variant(&self, investment: &InvestmentId, variant: &VariantId) -> Option<&Variant> {
        self.investment(investment)?.variants.iter().find(|item| &item.id == variant)
    }

    /// The lever with this identifier.
    pub fn lever(&self, id: &LeverId) -> Option<&Lever> {
        self.levers.binary_search_by(|item| item.id.cmp(id)).ok().map(|at| &self.levers[at])
    }

    /// The moment with this identifier.
    pub fn moment(&self, id: &MomentId) -> Option<&MomentOfTruth> {
        self.moments.binary_search_by(|item| item.id.cmp(id)).ok().map(|at| &self.moments[at])
    }

    /// The ecosystem node with this identifier.
    pub fn node(&self, id: &NodeId) -> Option<&EcosystemNode> {
        self.nodes.binary_search_by(|item| item.id.cmp(id)).ok().map(|at| &self.nodes[at])
    }

    /// The channel with this identifier.
    pub fn channel(&self, id: &ChannelId) -> Option<&Channel> {
        self.channels.binary_search_by(|item| item.id.cmp(id)).ok().map(|at| &self.channels[at])
    }

    /// The objective with this identifier.
    pub fn objective(&self, id: &ObjectiveId) -> Option<&Objective> {
        self.objectives.binary_search_by(|item| item.id.cmp(id)).ok().map(|at| &self.objectives[at])
    }
}
