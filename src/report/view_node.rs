//! One node of the ecosystem as a machine-readable document.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::map_result::MapResult;
use super::view_amount::Amount;
use super::view_finding::document;
use super::view_map::{LeverageView, leverage_view};
use super::view_path::amount_of_real;
use super::view_word::EvidenceWord;
use crate::experience::dam::Dam;
use crate::experience::node_role::{Link, NodeRole};

/// The result of `map --node`: what one node reaches, what feeds it, what breaking or mending it would do; amounts per
/// year in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = MapNode)]
pub struct NodeView<'a> {
    name: &'a str,
    /// Empty when nobody owns it.
    owner: &'a str,
    is_legacy: bool,
    is_silo: bool,
    is_visible_to_customer: bool,
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    #[serde(flatten)]
    leverage: LeverageView<'a>,
    /// What it reaches, the most money first.
    moments: Vec<ReachedView<'a>>,
    fed_by: Vec<LinkView<'a>>,
    feeds: Vec<LinkView<'a>>,
    /// Health points of each investment that touches it; negative ones harm it.
    health_points: BTreeMap<&'a str, f64>,
    /// With health 0.
    broken: DamView<'a>,
    /// With health 10.
    excellent: DamView<'a>,
    /// At the health that was asked for; null when none was.
    #[schema(required)]
    tried: Option<DamView<'a>>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// A moment that a node reaches.
#[derive(Serialize, ToSchema)]
#[schema(as = ReachedMoment)]
struct ReachedView<'a> {
    moment: &'a str,
    /// Points there for one health point here.
    influence: f64,
    /// Null beyond the decimal ceiling, like the next.
    #[schema(value_type = Option<Amount>, required)]
    money_at_risk: Option<String>,
    #[schema(value_type = Option<Amount>, required)]
    leverage: Option<String>,
}

/// A node beside another.
#[derive(Serialize, ToSchema)]
#[schema(as = NodeLink)]
struct LinkView<'a> {
    node: &'a str,
    /// Over all chains.
    influence: f64,
    /// Null: only through others.
    #[schema(required)]
    edge: Option<EdgeView>,
}

/// An edge of the ecosystem.
#[derive(Serialize, ToSchema)]
#[schema(as = LinkEdge)]
struct EdgeView {
    /// As stated, before the evidence discount.
    weight: f64,
    #[schema(value_type = EvidenceWord)]
    evidence: &'static str,
}

/// What another health of a node would do.
#[derive(Serialize, ToSchema)]
#[schema(as = NodeExtreme)]
struct DamView<'a> {
    /// 0..=10.
    health: f64,
    health_change: f64,
    /// Points at every moment it reaches.
    moments: BTreeMap<&'a str, f64>,
    /// Negative when money is won back; null beyond the decimal ceiling.
    #[schema(value_type = Option<Amount>, required)]
    money_at_risk_change: Option<String>,
    /// Of all money at risk; null when there is none.
    #[schema(required)]
    money_at_risk_change_share: Option<f64>,
}

/// The document of `map --node`.
pub fn node_json(result: &MapResult, role: &NodeRole) -> String {
    let language = result.dossier.settings.language.unwrap_or_default();
    let node = result.dossier.node(&role.node);
    document(&NodeView {
        name: node.map_or("", |node| node.name.get(language)),
        owner: node.map_or("", |node| &node.owner),
        is_legacy: node.is_some_and(|node| node.is_legacy),
        is_silo: node.is_some_and(|node| node.is_silo),
        is_visible_to_customer: node.is_some_and(|node| node.is_visible_to_customer),
        currency: &result.dossier.settings.currency,
        scenario: result.scenario,
        decision_model: format!("{} {}", result.model.name, result.model.version),
        leverage: leverage_view(result, &role.leverage),
        moments: role
            .moments
            .iter()
            .map(|reached| ReachedView {
                moment: reached.moment.as_str(),
                influence: reached.influence,
                money_at_risk: amount_of_real(reached.at_risk),
                leverage: amount_of_real(reached.leverage),
            })
            .collect(),
        fed_by: role.fed_by.iter().map(link_view).collect(),
        feeds: role.feeds.iter().map(link_view).collect(),
        health_points: role.candidates.iter().map(|(id, points)| (id.as_str(), *points)).collect(),
        broken: dam_view(&role.broken),
        excellent: dam_view(&role.excellent),
        tried: role.tried.as_ref().map(dam_view),
        fingerprint: result.fingerprint,
    })
}

fn link_view(link: &Link) -> LinkView<'_> {
    LinkView {
        node: link.node.as_str(),
        influence: link.influence,
        edge: link.edge.map(|(weight, evidence)| EdgeView { weight, evidence: evidence.name() }),
    }
}

fn dam_view(dam: &Dam) -> DamView<'_> {
    DamView {
        health: dam.health,
        health_change: dam.health_change,
        moments: dam.moments.iter().map(|(moment, points)| (moment.as_str(), *points)).collect(),
        money_at_risk_change: amount_of_real(dam.at_risk_change),
        money_at_risk_change_share: dam.at_risk_share,
    }
}
