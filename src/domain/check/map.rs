//! Rules on the edges of the ecosystem map: loops, weights that add up to too much, lifts that are stated twice.

use std::collections::BTreeMap;

use super::influence::{Influence, counted_weight};
use super::wording::{percent, rounded};
use super::{Advice, Rule};
use crate::domain::decision_model::DecisionModel;
use crate::domain::dossier::Dossier;
use crate::domain::ecosystem::{EdgeEnd, NodeId};
use crate::domain::finding::{Finding, Severity};
use crate::domain::moment::MomentEffect;
use crate::domain::place::Place;
use crate::quantity::real::real;

pub const EDGE_SELF_LOOP: Rule = Rule {
    code: "edge_self_loop",
    severity: Severity::Error,
    what: "An edge leads from a node to itself.",
    why: "The node's gain would be counted again at every hop.",
    advice: Advice {
        en: "Remove the edge, or name the node through which the effect comes back.",
        fr: "Supprimez le lien, ou nommez le nœud par lequel l'effet revient.",
    },
    apply: edge_self_loop,
};

fn edge_self_loop(dossier: &Dossier, _: &DecisionModel) -> Vec<Finding> {
    let loops = dossier.edges.iter().filter(|edge| matches!(&edge.to, EdgeEnd::Node(to) if *to == edge.from));
    loops
        .map(|edge| {
            EDGE_SELF_LOOP
                .finding(
                    &edge.place,
                    format!("Node {} influences itself.", edge.from),
                    format!("Le nœud {} s'influence lui-même.", edge.from),
                )
                .at("to_id", edge.from.as_str())
        })
        .collect()
}

pub const INFLOW_ABOVE_LIMIT: Rule = Rule {
    code: "inflow_above_limit",
    severity: Severity::Error,
    what: "The weights that enter a node or a moment add up, without their signs and after the evidence discount, to \
           more than the decision model allows (1.2).",
    why: "What improves the causes would arrive amplified, and the lifts of all moments behind it would be overstated.",
    advice: Advice {
        en: "Lower the weights so that together they explain no more than the whole of what happens there.",
        fr: "Réduisez les poids pour qu'ensemble ils n'expliquent pas plus que la totalité de ce qui s'y passe.",
    },
    apply: inflow_above_limit,
};

fn inflow_above_limit(dossier: &Dossier, model: &DecisionModel) -> Vec<Finding> {
    let mut inflows: BTreeMap<&EdgeEnd, (f64, &Place)> = BTreeMap::new();
    for edge in &dossier.edges {
        let inflow = inflows.entry(&edge.to).or_insert((0.0, &edge.place));
        inflow.0 += counted_weight(edge, model).abs();
        inflow.1 = inflow.1.min(&edge.place);
    }
    let above = inflows.into_iter().filter(|(_, (sum, _))| *sum > model.inflow_weight_max + 1e-9);
    above
        .map(|(end, (sum, place))| {
            let (sum, limit) = (rounded(sum, 3), rounded(model.inflow_weight_max, 3));
            INFLOW_ABOVE_LIMIT
                .finding(
                    place,
                    format!(
                        "The weights into {} add up to {}; {} is the limit.",
                        name(end),
                        sum.en,
                        limit.en
                    ),
                    format!(
                        "Les poids entrant dans {} totalisent {} ; la limite est {}.",
                        name(end),
                        sum.fr,
                        limit.fr
                    ),
                )
                .at("weight", &sum.en)
        })
        .collect()
}

pub const DIRECT_AND_PROPAGATED: Rule = Rule {
    code: "direct_and_propagated",
    severity: Severity::Warning,
    what: "A candidate closes more than 40% of a moment's gap directly and more than 40% again through the map.",
    why: "The direct lift must be the part that passes through no node; otherwise the same gain counts twice.",
    advice: Advice {
        en: "Take out of the direct lift what already arrives through the node, or drop the node effect.",
        fr: "Retirez de l'effet direct ce qui arrive déjà par le nœud, ou supprimez l'effet sur le nœud.",
    },
    apply: direct_and_propagated,
};

fn direct_and_propagated(dossier: &Dossier, model: &DecisionModel) -> Vec<Finding> {
    let limit = model.limit("direct_and_propagated", 0.4);
    let influence = Influence::new(dossier, model);
    let mut findings = Vec::new();
    for investment in &dossier.investments {
        if investment.node_effects.is_empty() || investment.moment_effects.is_empty() {
            continue;
        }
        let mut health: BTreeMap<&NodeId, f64> = BTreeMap::new();
        for effect in &investment.node_effects {
            *health.entry(&effect.node).or_default() += real(effect.health_points);
        }
        let arriving = influence.arriving(health);
        for effect in &investment.moment_effects {
            let Some(moment) = dossier.moment(&effect.moment) else { continue };
            let room = real(moment.target) - real(moment.performance);
            let direct = counted_lift(effect, model) / room;
            let propagated = arriving.get(&moment.id).copied().unwrap_or_default() / room;
            if room <= 0.0 || direct <= limit || propagated <= limit {
                continue;
            }
            let (direct, propagated) = (percent(direct), percent(propagated));
            let finding = DIRECT_AND_PROPAGATED.finding(
                &effect.place,
                format!(
                    "{} closes {} of the gap of {} directly and {} again through the map.",
                    investment.id, direct.en, moment.id, propagated.en
                ),
                format!(
                    "{} comble {} de l'écart de {} directement et encore {} par la cartographie.",
                    investment.id, direct.fr, moment.id, propagated.fr
                ),
            );
            findings.push(finding.at("moment_id", moment.id.as_str()));
        }
    }
    findings
}

/// The mean of a stated lift in points, gains after the evidence discount.
fn counted_lift(effect: &MomentEffect, model: &DecisionModel) -> f64 {
    let mean = (real(effect.lift.low) + 4.0 * real(effect.lift.mode) + real(effect.lift.high)) / 6.0;
    if mean > 0.0 { mean * real(model.kept_share(effect.evidence)) } else { mean }
}

fn name(end: &EdgeEnd) -> &str {
    match end {
        EdgeEnd::Node(node) => node.as_str(),
        EdgeEnd::Moment(moment) => moment.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;
    use crate::domain::evidence::EvidenceLevel;
    use crate::domain::example::{self, candidates};

    #[test]
    fn a_node_does_not_influence_itself() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge(4, "N1", EdgeEnd::Node("N1".into()), dec!(0.2)));
        let found = edge_self_loop(&dossier, &example::model());
        assert_eq!((found.len(), found[0].place.row), (1, 4));
    }

    #[test]
    fn inflow_counts_without_signs_and_after_the_discount() {
        let mut dossier = example::dossier();
        let n2 = || EdgeEnd::Node("N2".into());
        dossier.edges.push(example::edge(4, "N3", n2(), dec!(0.9)));
        assert_eq!(inflow_above_limit(&dossier, &example::model()), [], "1.4 x 0.832 is below 1.2");
        dossier.edges.push(example::edge(5, "N4", n2(), dec!(-0.1)));
        let found = inflow_above_limit(&dossier, &example::model());
        assert_eq!((found.len(), found[0].value.as_str(), found[0].place.row), (1, "1.265", 2));
    }

    #[test]
    fn a_lift_stated_twice_is_found_when_both_parts_are_large() {
        let mut dossier = example::dossier();
        dossier.edges[1].weight = dec!(1);
        dossier.edges[1].evidence = EvidenceLevel::E5;
        let candidate = &mut dossier.investments[0];
        candidate.node_effects[0].health_points = dec!(5);
        candidate.moment_effects = vec![candidates::lift("M1", dec!(2), dec!(3), dec!(4))];
        let found = direct_and_propagated(&dossier, &example::model());
        assert_eq!(found.len(), 1);
        assert!(found[0].message.en.contains("58.2%") && found[0].message.en.contains("50.5%"), "{found:?}");
        dossier.investments[0].moment_effects = vec![candidates::lift("M1", dec!(1), dec!(2), dec!(3))];
        assert_eq!(direct_and_propagated(&dossier, &example::model()), []);
        dossier.moments[0].target = dec!(4);
        assert_eq!(direct_and_propagated(&dossier, &example::model()), []);
    }
}
