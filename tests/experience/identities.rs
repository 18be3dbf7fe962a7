//! Identities that hold on any numbers: diminishing returns, and influence by powers and by paths.

use std::sync::OnceLock;

use cxfolio::domain::decision_model::DecisionModel;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::ecosystem::{EcosystemEdge, EdgeEnd};
use cxfolio::domain::evidence::EvidenceLevel;
use cxfolio::domain::place::Place;
use cxfolio::experience::coverage::{close, weighted_coverage};
use cxfolio::experience::ecosystem::Ecosystem;
use cxfolio::experience::path::EcosystemPath;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::read;

proptest! {
    #[test]
    fn coverage_grows_and_each_addition_brings_less(
        rows in prop::collection::vec(prop::collection::vec(0.0..0.9_f64, 6), 1..8),
        weights in prop::collection::vec(0.01..1.0_f64, 6),
        added in prop::collection::vec(0.0..0.9_f64, 6),
        cut in 0_usize..8,
    ) {
        let cover = |rows: &[&Vec<f64>]| {
            let mut remaining = vec![1.0; 6];
            rows.iter().for_each(|row| close(&mut remaining, row.iter().copied()));
            let covered: Vec<f64> = remaining.iter().map(|open| 1.0 - open).collect();
            weighted_coverage(&covered, &weights)
        };
        let large: Vec<&Vec<f64>> = rows.iter().collect();
        let small: Vec<&Vec<f64>> = rows.iter().take(cut).collect();
        let with = |base: &[&Vec<f64>]| {
            let mut more = base.to_vec();
            more.push(&added);
            cover(&more)
        };
        prop_assert!(cover(&large) >= cover(&small) - 1e-12);
        prop_assert!(with(&small) - cover(&small) >= with(&large) - cover(&large) - 1e-12);
        let mut reversed = large.clone();
        reversed.reverse();
        prop_assert!((cover(&large) - cover(&reversed)).abs() < 1e-12);
    }

    #[test]
    fn powers_of_the_map_are_the_sum_over_its_paths(
        links in prop::collection::vec((0_usize..6, 0_usize..9, -100_i64..=100, 0_usize..6), 0..24),
        hops in 0_usize..5,
    ) {
        let (mut dossier, model) = retailer();
        let (nodes, moments) = (dossier.nodes.clone(), dossier.moments.clone());
        dossier.edges = links
            .iter()
            .map(|(from, to, weight, level)| EcosystemEdge {
                from: nodes[*from].id.clone(),
                to: match to.checked_sub(6) {
                    Some(moment) => EdgeEnd::Moment(moments[moment].id.clone()),
                    None => EdgeEnd::Node(nodes[*to].id.clone()),
                },
                weight: Decimal::new(*weight, 2),
                evidence: EvidenceLevel::ALL[*level],
                note: Default::default(),
                place: Place::default(),
            })
            .collect();
        let ecosystem = Ecosystem::new(&dossier, &DecisionModel { propagation_hops: hops, ..model });
        for node in &nodes[..6] {
            for moment in &moments[..3] {
                let paths = ecosystem.paths(Some(&node.id), &moment.id, usize::MAX);
                let sum: f64 = paths.iter().map(|path| path.weight).sum();
                let total = ecosystem.influence(&node.id, &moment.id);
                prop_assert!((sum - total).abs() < 1e-9 * (1.0 + total.abs()));
                prop_assert_eq!(paths.is_empty(), !ecosystem.reaches(&node.id, &moment.id));
                prop_assert!(paths.iter().all(|path| path.steps.len() <= hops));
                prop_assert!(paths.windows(2).all(|pair| pair[0].weight.abs() >= pair[1].weight.abs()));
                let first = ecosystem.paths(Some(&node.id), &moment.id, 3);
                let same = |a: &EcosystemPath, b: &EcosystemPath| (a.weight.abs() - b.weight.abs()).abs() < 1e-12;
                prop_assert_eq!(first.len(), paths.len().min(3));
                prop_assert!(first.iter().zip(&paths).all(|(a, b)| same(a, b)), "three are the strongest three");
                let spread = ecosystem.effect_of_health(&node.id, 1.0).moments.get(&moment.id).copied();
                prop_assert!((spread.unwrap_or(0.0) - total).abs() < 1e-9 * (1.0 + total.abs()));
            }
        }
    }
}

/// The retailer, read once for all random cases.
fn retailer() -> (Dossier, DecisionModel) {
    static SAMPLE: OnceLock<(Dossier, DecisionModel)> = OnceLock::new();
    let read_once = || {
        let (dossier, model, _) = read("maison-lumen");
        (dossier, model)
    };
    SAMPLE.get_or_init(read_once).clone()
}
