//! One investment followed to customers and to money, as a machine-readable graph.

use serde::Serialize;
use utoipa::ToSchema;

use super::map_result::MapResult;
use super::view_amount::Amount;
use super::view_case::amount;
use super::view_finding::document;
use super::view_word::{TracedKindWord, TracedLinkWord};
use crate::domain::dossier::Dossier;
use crate::domain::text::{Bilingual, Language};
use crate::score::trace::{Trace, Traced, TracedEdge, TracedKind};

/// The result of `map --investment`: things and what passes between them; money as present value in `currency`.
#[derive(Serialize, ToSchema)]
#[schema(as = InvestmentTrace)]
pub struct TraceView<'a> {
    investment: &'a str,
    /// The variant whose scope and money are told: the one of full scope, else the first.
    variant: &'a str,
    currency: &'a str,
    /// Null: the dossier as it stands.
    #[schema(required)]
    scenario: Option<&'a str>,
    /// Name and version.
    decision_model: String,
    /// By kind, then by identifier.
    nodes: Vec<TraceNodeView<'a>>,
    /// Along the way from the investment: builds, mends, carries, lifts, felt, pays, serves.
    edges: Vec<TraceEdgeView<'a>>,
    /// Customer-experience points of the variant alone: the sum over all edges.
    points: f64,
    /// Present value of its benefits alone: the sum over all edges; null where amounts are withheld or not stated.
    #[schema(value_type = Option<Amount>, required)]
    pv_benefit: Option<String>,
    /// SHA-256 of everything the result depends on.
    fingerprint: &'a str,
}

/// A thing that the investment reaches.
#[derive(Serialize, ToSchema)]
#[schema(as = TraceNode)]
struct TraceNodeView<'a> {
    /// Kind and identifier, by which edges mean it: `moment:M10`.
    key: String,
    #[schema(value_type = TracedKindWord)]
    kind: &'static str,
    /// In the dossier.
    id: &'a str,
    name_en: String,
    name_fr: String,
}

/// What passes from one thing to another.
#[derive(Serialize, ToSchema)]
#[schema(as = TraceEdge)]
struct TraceEdgeView<'a> {
    /// Key of a node, like `to`.
    from: String,
    to: String,
    #[schema(value_type = TracedLinkWord)]
    kind: &'static str,
    /// mends: health points. carries: points for one health point, after the evidence discount. lifts: points of the 0..=10
    /// scale. felt: share of the gap closed, below 0 for harm. pays: yearly effect in the lever's unit. serves: change of
    /// the KPI for one unit, null where it is not stated. builds: null.
    #[schema(required)]
    weight: Option<f64>,
    /// For whom it lifts; null for every other kind.
    #[schema(required)]
    persona: Option<&'a str>,
    /// Customer-experience points of what is felt; null for every other kind.
    #[schema(required)]
    points: Option<f64>,
    /// Present value of what pays; null for every other kind.
    #[schema(value_type = Option<Amount>, required)]
    pv_benefit: Option<String>,
    /// The benefit line that pays; null for every other kind.
    #[schema(required)]
    line: Option<&'a str>,
}

/// The document of `map --investment`.
pub fn trace_json(result: &MapResult, trace: &Trace) -> String {
    document(&TraceView {
        investment: &trace.investment,
        variant: &trace.variant,
        currency: &result.dossier.settings.currency,
        scenario: result.scenario,
        decision_model: format!("{} {}", result.model.name, result.model.version),
        nodes: trace.things.iter().map(|thing| node_view(result.dossier, thing)).collect(),
        edges: trace.edges.iter().map(edge_view).collect(),
        points: trace.points,
        pv_benefit: trace.pv_benefit.map(amount),
        fingerprint: result.fingerprint,
    })
}

/// What the dossier calls a thing; its identifier where it has no name.
pub fn name_of(dossier: &Dossier, (kind, id): &Traced) -> Bilingual {
    let name = match kind {
        TracedKind::Investment => dossier.investment(&id.as_str().into()).map(|one| &one.name),
        TracedKind::Capability => dossier.capabilities.iter().find(|one| &one.id == id).map(|one| &one.name),
        TracedKind::Node => dossier.node(&id.as_str().into()).map(|one| &one.name),
        TracedKind::Moment => dossier.moment(&id.as_str().into()).map(|one| &one.name),
        TracedKind::Persona => dossier.personas.iter().find(|one| one.id.as_str() == id).map(|one| &one.name),
        TracedKind::Lever => dossier.lever(&id.as_str().into()).map(|one| &one.name),
        TracedKind::Objective => dossier.objective(&id.as_str().into()).map(|one| &one.name),
    };
    let told = |language| match name.map_or("", |name| name.get(language)) {
        "" => id.clone(),
        name => name.to_string(),
    };
    Bilingual { en: told(Language::English), fr: told(Language::French) }
}

fn node_view<'a>(dossier: &Dossier, thing: &'a Traced) -> TraceNodeView<'a> {
    let Bilingual { en, fr } = name_of(dossier, thing);
    TraceNodeView { key: key(thing), kind: thing.0.name(), id: &thing.1, name_en: en, name_fr: fr }
}

fn edge_view(edge: &TracedEdge) -> TraceEdgeView<'_> {
    TraceEdgeView {
        from: key(&edge.from),
        to: key(&edge.to),
        kind: edge.link.name(),
        weight: edge.weight,
        persona: edge.persona.as_deref(),
        points: edge.points,
        pv_benefit: edge.money.map(amount),
        line: edge.line.as_deref(),
    }
}

fn key((kind, id): &Traced) -> String {
    format!("{}:{id}", kind.name())
}
