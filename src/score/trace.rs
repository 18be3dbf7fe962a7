//! `Trace`: one investment followed to customers and to money, as a graph of things and what passes between them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::case::amounts::present_value;
use crate::case::cases::Cases;
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EcosystemEdge, EdgeEnd, NodeId};
use crate::domain::investment::{Investment, Variant};
use crate::domain::moment::MomentId;
use crate::experience::map::ExperienceMap;
use crate::quantity::real::real;

/// What stands in a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TracedKind {
    Investment,
    Capability,
    Node,
    Moment,
    Persona,
    Lever,
    Objective,
}

impl TracedKind {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            TracedKind::Investment => "investment",
            TracedKind::Capability => "capability",
            TracedKind::Node => "node",
            TracedKind::Moment => "moment",
            TracedKind::Persona => "persona",
            TracedKind::Lever => "lever",
            TracedKind::Objective => "objective",
        }
    }
}

/// What passes along an edge of a trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TracedLink {
    /// Investment to capability: builds it.
    Builds,
    /// Investment to node: health points.
    Mends,
    /// Node to node or moment: points that arrive for one health point, after the evidence discount.
    Carries,
    /// Investment to moment: points of lift at the moment itself, for one persona.
    Lifts,
    /// Moment to persona: the share of the gap that the variant closes alone, with the customer-experience points of it.
    Felt,
    /// Investment to lever: present value of the benefit line.
    Pays,
    /// Lever to objective: change of its KPI for one unit of effect.
    Serves,
}

impl TracedLink {
    /// The written form.
    pub fn name(self) -> &'static str {
        match self {
            TracedLink::Builds => "builds",
            TracedLink::Mends => "mends",
            TracedLink::Carries => "carries",
            TracedLink::Lifts => "lifts",
            TracedLink::Felt => "felt",
            TracedLink::Pays => "pays",
            TracedLink::Serves => "serves",
        }
    }
}

/// A thing by kind and identifier.
pub type Traced = (TracedKind, String);

/// Something that passes from one thing to another.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedEdge {
    pub from: Traced,
    pub to: Traced,
    pub link: TracedLink,
    /// In the unit of the link; none where it has none or the dossier does not say.
    pub weight: Option<f64>,
    /// For whom, where a lift is for one persona.
    pub persona: Option<String>,
    /// Customer-experience points, of what is felt.
    pub points: Option<f64>,
    /// Present value, of what pays.
    pub money: Option<Decimal>,
    /// The benefit line that pays.
    pub line: Option<String>,
}

/// One variant of an investment followed as far as it reaches.
#[derive(Clone, Debug)]
pub struct Trace {
    pub investment: String,
    /// The variant whose scope and money are told: of full scope, else the first.
    pub variant: String,
    pub things: BTreeSet<Traced>,
    /// In order of links, then of what they connect.
    pub edges: Vec<TracedEdge>,
    /// 100 x sum of weight x share closed: the sum of the points of what is felt.
    pub points: f64,
    /// Present value of all benefits: the sum of what pays; none where amounts are withheld or not stated.
    pub pv_benefit: Option<Decimal>,
}

/// The ground that a trace goes over.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub dossier: &'a Dossier,
    pub model: &'a DecisionModel,
    pub map: &'a ExperienceMap,
    pub cases: &'a Cases,
}

impl Trace {
    /// The trace of an investment; none when it has no variant.
    pub fn of(ground: Ground, investment: &Investment) -> Option<Trace> {
        let is_full = |variant: &&Variant| variant.benefit_multiplier == Decimal::ONE;
        let variant = investment.variants.iter().find(is_full).or(investment.variants.first())?;
        let mut edges = Vec::new();
        if !investment.capability.is_empty() {
            edges.push(edge(
                own(investment),
                (TracedKind::Capability, investment.capability.clone()),
                TracedLink::Builds,
            ));
        }
        edges.extend(ecosystem_edges(ground, investment, variant));
        edges.extend(customer_edges(ground, investment, variant));
        edges.extend(money_edges(ground, investment, variant));
        edges.sort_by(|one, other| {
            let place = |edge: &TracedEdge| {
                (edge.link, edge.from.clone(), edge.to.clone(), edge.persona.clone(), edge.line.clone())
            };
            place(one).cmp(&place(other))
        });
        let ends = edges.iter().flat_map(|edge| [edge.from.clone(), edge.to.clone()]);
        let case = ground.cases.get(&investment.id, &variant.id);
        Some(Trace {
            investment: investment.id.to_string(),
            variant: variant.id.to_string(),
            things: ends.chain([own(investment)]).collect(),
            points: ground.map.cx_points(&investment.id, &variant.id),
            pv_benefit: case.map(|case| case.pv_benefit),
            edges,
        })
    }
}

fn own(investment: &Investment) -> Traced {
    (TracedKind::Investment, investment.id.to_string())
}

fn edge(from: Traced, to: Traced, link: TracedLink) -> TracedEdge {
    TracedEdge { from, to, link, weight: None, persona: None, points: None, money: None, line: None }
}

/// The nodes that it mends, and every edge on a chain of at most K edges from one of them to a moment.
fn ecosystem_edges(ground: Ground, investment: &Investment, variant: &Variant) -> Vec<TracedEdge> {
    let Ground { dossier, model, map, .. } = ground;
    let scope = real(variant.benefit_multiplier);
    let mut mended: BTreeMap<&NodeId, f64> = BTreeMap::new();
    for effect in investment.node_effects.iter().filter(|effect| dossier.node(&effect.node).is_some()) {
        *mended.entry(&effect.node).or_insert(0.0) += scope * real(effect.health_points);
    }
    let hops = map.ecosystem.hops();
    let weight = |edge: &EcosystemEdge| {
        let stated = real(edge.weight);
        if stated > 0.0 { stated * real(model.kept_share(edge.evidence)) } else { stated }
    };
    let is_known = |edge: &&EcosystemEdge| {
        weight(edge) != 0.0
            && dossier.node(&edge.from).is_some()
            && match &edge.to {
                EdgeEnd::Node(id) => dossier.node(id).is_some(),
                EdgeEnd::Moment(id) => dossier.moment(id).is_some(),
            }
    };
    let edges: Vec<&EcosystemEdge> = dossier.edges.iter().filter(is_known).collect();
    let (from, to) = (from_mended(&edges, mended.keys().copied(), hops), to_moments(&edges, hops));
    let mends = mended.iter().map(|(node, points)| TracedEdge {
        weight: Some(*points),
        ..edge(own(investment), (TracedKind::Node, node.to_string()), TracedLink::Mends)
    });
    let carries = edges.iter().filter_map(|one| {
        let (end, left) = match &one.to {
            EdgeEnd::Node(id) => ((TracedKind::Node, id.to_string()), *to.get(id)?),
            EdgeEnd::Moment(id) => ((TracedKind::Moment, id.to_string()), 0),
        };
        let is_on_the_way = from.get(&one.from)? + 1 + left <= hops;
        is_on_the_way.then(|| TracedEdge {
            weight: Some(weight(one)),
            ..edge((TracedKind::Node, one.from.to_string()), end, TracedLink::Carries)
        })
    });
    mends.chain(carries).collect()
}

/// How many edges lie between a mended node and each node that its health arrives at.
fn from_mended<'a>(
    edges: &[&'a EcosystemEdge],
    mended: impl Iterator<Item = &'a NodeId>,
    hops: usize,
) -> BTreeMap<&'a NodeId, usize> {
    let mut reached: BTreeMap<&NodeId, usize> = mended.map(|node| (node, 0)).collect();
    for hop in 0..hops {
        for edge in edges.iter().filter(|edge| reached.get(&edge.from) == Some(&hop)).collect::<Vec<_>>() {
            if let EdgeEnd::Node(to) = &edge.to {
                reached.entry(to).or_insert(hop + 1);
            }
        }
    }
    reached
}

/// How many edges lie between each node and the next moment.
fn to_moments<'a>(edges: &[&'a EcosystemEdge], hops: usize) -> BTreeMap<&'a NodeId, usize> {
    let at_moments = edges.iter().filter(|edge| matches!(edge.to, EdgeEnd::Moment(_)));
    let mut left: BTreeMap<&NodeId, usize> = at_moments.map(|edge| (&edge.from, 1)).collect();
    for hop in 1..hops {
        for edge in edges {
            if let EdgeEnd::Node(to) = &edge.to
                && left.get(to) == Some(&hop)
            {
                left.entry(&edge.from).or_insert(hop + 1);
            }
        }
    }
    left
}

/// What it lifts at moments itself, and who feels what arrives there.
fn customer_edges(ground: Ground, investment: &Investment, variant: &Variant) -> Vec<TracedEdge> {
    let map = ground.map;
    let scope = real(variant.benefit_multiplier);
    let mut edges = Vec::new();
    for (cell, _, _) in map.cells.iter() {
        let (persona, moment) = map.cells.ids(cell);
        let lift = map.lift(&investment.id, persona, moment);
        let at = |moment: &MomentId| (TracedKind::Moment, moment.to_string());
        if lift.direct != 0.0 {
            edges.push(TracedEdge {
                weight: Some(scope * lift.direct),
                persona: Some(persona.to_string()),
                ..edge(own(investment), at(moment), TracedLink::Lifts)
            });
        }
        let closure = map.closure(&investment.id, &variant.id, persona, moment);
        if closure != 0.0 {
            edges.push(TracedEdge {
                weight: Some(closure),
                points: Some(100.0 * map.cell_weights[cell] * closure),
                ..edge(at(moment), (TracedKind::Persona, persona.to_string()), TracedLink::Felt)
            });
        }
    }
    edges
}

/// What its benefit lines bring through levers, and which objectives these serve.
fn money_edges(ground: Ground, investment: &Investment, variant: &Variant) -> Vec<TracedEdge> {
    let Ground { dossier, cases, .. } = ground;
    let Some(case) = cases.get(&investment.id, &variant.id) else { return Vec::new() };
    let lever = |id: &str| (TracedKind::Lever, id.to_string());
    let mut edges: Vec<TracedEdge> = case
        .benefit_lines
        .iter()
        .map(|line| TracedEdge {
            weight: Some(real(line.effect)),
            money: Some(present_value(&line.adjusted, &cases.factors)),
            line: Some(line.line.clone()),
            ..edge(own(investment), lever(line.lever.as_str()), TracedLink::Pays)
        })
        .collect();
    let levers: BTreeSet<_> = case.benefit_lines.iter().map(|line| &line.lever).collect();
    for found in levers.into_iter().filter_map(|id| dossier.lever(id)) {
        if let Some(objective) = found.objective.as_ref().filter(|id| dossier.objective(id).is_some()) {
            edges.push(TracedEdge {
                weight: found.kpi_per_unit.map(real),
                ..edge(
                    lever(found.id.as_str()),
                    (TracedKind::Objective, objective.to_string()),
                    TracedLink::Serves,
                )
            });
        }
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experience::example;

    fn traced(id: &str) -> Trace {
        let (dossier, model) = (example::dossier(), example::model());
        let map = ExperienceMap::new(&dossier, &model);
        let cases = Cases::of(&dossier, &model).expect("cases");
        let ground = Ground { dossier: &dossier, model: &model, map: &map, cases: &cases };
        Trace::of(ground, dossier.investment(&id.into()).expect("one")).expect("a variant")
    }

    fn told(trace: &Trace, link: TracedLink) -> Vec<(String, String, f64)> {
        let own = trace.edges.iter().filter(|edge| edge.link == link);
        own.map(|edge| (edge.from.1.clone(), edge.to.1.clone(), edge.weight.expect("a weight"))).collect()
    }

    #[test]
    fn a_mended_node_is_followed_to_every_moment() {
        let trace = traced("A1");
        let mends = told(&trace, TracedLink::Mends);
        assert_eq!(mends, [("A1".to_string(), "N1".to_string(), 2.0)]);
        let carries = told(&trace, TracedLink::Carries);
        let ends: Vec<(&str, &str)> =
            carries.iter().map(|(from, to, _)| (from.as_str(), to.as_str())).collect();
        assert_eq!(ends, [("N1", "N2"), ("N1", "M2"), ("N2", "M1")], "N3 and N4 are not on the way");
        // E2 keeps 0.776 of a link of 0.4.
        assert!((carries[2].2 - 0.4 * 0.776).abs() < 1e-12);
        assert!(!trace.things.contains(&(TracedKind::Node, "N3".to_string())));
    }

    #[test]
    fn what_is_felt_adds_up_to_the_points_of_the_variant() {
        for id in ["A1", "A2"] {
            let trace = traced(id);
            let felt: f64 = trace.edges.iter().filter_map(|edge| edge.points).sum();
            assert!((felt - trace.points).abs() < 1e-9, "{id}");
            assert!(trace.points != 0.0, "{id}");
        }
    }

    #[test]
    fn a_lift_for_one_persona_names_whom() {
        let trace = traced("A2");
        let lifts: Vec<_> = trace.edges.iter().filter(|edge| edge.link == TracedLink::Lifts).collect();
        let whom: Vec<_> = lifts.iter().map(|edge| (edge.to.1.as_str(), edge.persona.as_deref())).collect();
        assert_eq!(whom, [("M2", Some("P1")), ("M3", Some("P2"))]);
    }
}
