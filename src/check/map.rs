//! Rules on the edges of the ecosystem map: loops, weights that add up to too much, lifts that are stated twice.

use std::collections::BTreeMap;

use super::subject::Subject;
use super::wording::{percent, rounded};
use super::{Advice, Rule};
use crate::domain::ecosystem::EdgeEnd;
use crate::domain::finding::{Finding, Severity};
use crate::domain::investment::InvestmentId;
use crate::domain::moment::MomentId;
use crate::domain::place::Place;
use crate::experience::closure::DoubleLift;

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

fn edge_self_loop(&Subject { dossier, .. }: &Subject<'_>) -> Vec<Finding> {
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

fn inflow_above_limit(&Subject { dossier, model, map }: &Subject<'_>) -> Vec<Finding> {
    let mut first: BTreeMap<&EdgeEnd, &Place> = BTreeMap::new();
    for edge in &dossier.edges {
        let place = first.entry(&edge.to).or_insert(&edge.place);
        *place = (*place).min(&edge.place);
    }
    let inflows = map.ecosystem.inflows().into_iter();
    let above = inflows.filter(|(_, sum)| *sum > model.inflow_weight_max + 1e-9);
    let placed = above.filter_map(|(end, sum)| Some((first.get(&end).copied()?, end, sum)));
    placed
        .map(|(place, end, sum)| {
            let (sum, limit) = (rounded(sum, 3), rounded(model.inflow_weight_max, 3));
            INFLOW_ABOVE_LIMIT
                .finding(
                    place,
                    format!(
                        "The weights into {} add up to {}; {} is the limit.",
                        name(&end),
                        sum.en,
                        limit.en
                    ),
                    format!(
                        "Les poids entrant dans {} totalisent {} ; la limite est {}.",
                        name(&end),
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
    what: "A candidate closes, or widens, more than 40% of a moment's gap directly and more than 40% again through the map.",
    why: "The direct lift must be the part that passes through no node; otherwise the same gain counts twice.",
    advice: Advice {
        en: "Take out of the direct lift what already arrives through the node, or drop the node effect.",
        fr: "Retirez de l'effet direct ce qui arrive déjà par le nœud, ou supprimez l'effet sur le nœud.",
    },
    apply: direct_and_propagated,
};

/// One finding for each effect that a doubled lift rests on; what is said is of the first persona it holds for.
fn direct_and_propagated(&Subject { dossier, model, map }: &Subject<'_>) -> Vec<Finding> {
    let mut doubles: BTreeMap<(&InvestmentId, &MomentId), Vec<&DoubleLift>> = BTreeMap::new();
    let found = map.closures.double_lifts(model, &map.cells, &map.lifts);
    for double in &found {
        doubles.entry((&double.investment, &double.moment)).or_default().push(double);
    }
    let mut findings = Vec::new();
    for ((investment, moment), doubles) in doubles {
        let effects = dossier.investment(investment).into_iter().flat_map(|one| &one.moment_effects);
        for effect in effects.filter(|effect| effect.moment == *moment) {
            let is_meant = |double: &&&DoubleLift| {
                effect.persona.as_ref().is_none_or(|persona| *persona == double.persona)
            };
            let Some(double) = doubles.iter().find(is_meant) else { continue };
            let (direct, propagated) =
                (percent(double.direct_share.abs()), percent(double.propagated_share.abs()));
            let (closes, of, comble, de) = match double.direct_share > 0.0 {
                true => ("closes", "of", "comble", "de"),
                false => ("adds", "to", "ajoute", "à"),
            };
            let finding = DIRECT_AND_PROPAGATED.finding(
                &effect.place,
                format!(
                    "{investment} {closes} {} {of} the gap of {moment} directly and {} again through the map.",
                    direct.en, propagated.en
                ),
                format!(
                    "{investment} {comble} {} {de} l'écart de {moment} directement et encore {} par la cartographie.",
                    direct.fr, propagated.fr
                ),
            );
            findings.push(finding.at("moment_id", moment.as_str()));
        }
    }
    findings
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
    use crate::check::subject::look;
    use crate::domain::evidence::EvidenceLevel;
    use crate::domain::example::{self, candidates};

    #[test]
    fn a_node_does_not_influence_itself() {
        let mut dossier = example::dossier();
        dossier.edges.push(example::edge(4, "N1", EdgeEnd::Node("N1".into()), dec!(0.2)));
        let found = look(edge_self_loop, &dossier, &example::model());
        assert_eq!((found.len(), found[0].place.row), (1, 4));
    }

    #[test]
    fn inflow_counts_without_signs_and_after_the_discount() {
        let mut dossier = example::dossier();
        let n2 = || EdgeEnd::Node("N2".into());
        dossier.nodes.extend([example::node("N3", 4), example::node("N4", 5)]);
        dossier.edges.push(example::edge(4, "N3", n2(), dec!(0.9)));
        assert_eq!(look(inflow_above_limit, &dossier, &example::model()), [], "1.4 x 0.832 is below 1.2");
        dossier.edges.push(example::edge(5, "N4", n2(), dec!(-0.1)));
        let found = look(inflow_above_limit, &dossier, &example::model());
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
        let found = look(direct_and_propagated, &dossier, &example::model());
        assert_eq!(found.len(), 1);
        assert!(found[0].message.en.contains("58.2%") && found[0].message.en.contains("50.5%"), "{found:?}");
        dossier.investments[0].moment_effects = vec![candidates::lift("M1", dec!(1), dec!(2), dec!(3))];
        assert_eq!(look(direct_and_propagated, &dossier, &example::model()), []);
        dossier.moments[0].target = dec!(4);
        assert_eq!(look(direct_and_propagated, &dossier, &example::model()), []);
    }
}
