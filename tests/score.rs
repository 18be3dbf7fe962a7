//! Weights and objective fit: the bank's expected figures, published examples, and the identities that must hold.

use std::collections::BTreeSet;

use cxfolio::domain::lever::LeverId;
use cxfolio::domain::objective::{ObjectiveId, PairJudgement};
use cxfolio::quantity::real::{exact, real};
use cxfolio::score::agreement::kendall_w;
use cxfolio::score::ahp::{AhpSolution, ahp, group_ahp, stakeholder_ahp};
use cxfolio::score::comparison::{ComparisonMatrix, PairFault};
use cxfolio::score::consistency::{Unrated, consistency};
use cxfolio::score::least_squares::least_squares;
use cxfolio::score::objective_fit::{FundedEffects, LeverEffects, Unmeasured, objective_fit};
use cxfolio::score::stakeholders::{group_weighting, stakeholder_weightings};
use cxfolio::score::swing_meaning::swing_meaning;
use cxfolio::score::value_function::NoValue;
use cxfolio::score::weights::{Elicitation, QualityNote, dossier_weighting};
use rust_decimal::dec;

#[path = "score/bank.rs"]
mod bank;
#[path = "score/identities.rs"]
mod identities;

use bank::{expected, judgements, levers, model, objectives, stakeholder_weights};

/// Whether `got` prints as `wanted`, which was rounded to five digits.
fn prints_as(got: f64, wanted: &serde_json::Value) -> bool {
    (got - wanted.as_f64().unwrap()).abs() <= 0.5e-5 + 1e-12
}

/// A complete matrix from the rows above its diagonal, items named so that they sort in the order given.
fn matrix(upper: &[&[f64]]) -> ComparisonMatrix {
    let items: BTreeSet<ObjectiveId> =
        (0..=upper.len()).map(|at| ObjectiveId::new(&format!("{}", (b'a' + at as u8) as char))).collect();
    let mut made = ComparisonMatrix::new(&items, &[]).unwrap();
    for (row, ratios) in upper.iter().enumerate() {
        for (offset, ratio) in ratios.iter().enumerate() {
            made = made.with(row, row + 1 + offset, *ratio);
        }
    }
    made
}

fn weights_of(matrix: &ComparisonMatrix) -> Vec<f64> {
    ahp(matrix, &model()).unwrap().weighting.weights.into_values().collect()
}

#[test]
fn swing_weights_of_the_bank_are_the_expected_ones() {
    let all = stakeholder_weightings(&objectives(), &stakeholder_weights());
    let expected = expected();
    let wanted = expected["swing_normalised"].as_object().unwrap();
    assert_eq!(all.len(), wanted.len());
    for item in &all {
        assert!(item.missing.is_empty() && item.unknown.is_empty());
        for (objective, weight) in &item.outcome.as_ref().unwrap().weights {
            let wanted = &wanted[&item.stakeholder][objective.as_str()];
            assert!(prints_as(*weight, wanted), "{} {objective}: {weight} for {wanted}", item.stakeholder);
        }
    }
}

#[test]
fn ahp_weights_and_ratios_of_the_bank_are_the_expected_ones() {
    let all = stakeholder_ahp(&objectives(), &judgements(), &model());
    let expected = expected();
    let wanted = expected["ahp"].as_object().unwrap();
    assert_eq!(all.len(), wanted.len());
    for item in &all {
        let (wanted, got) = (&wanted[&item.stakeholder], item.outcome.as_ref().unwrap());
        assert_eq!(got.weighting.weights.len(), wanted["weights"].as_object().unwrap().len());
        for (objective, weight) in &got.weighting.weights {
            assert!(
                prints_as(*weight, &wanted["weights"][objective.as_str()]),
                "{} {objective}",
                item.stakeholder
            );
        }
        assert!(
            prints_as(got.consistency.lambda_max.unwrap(), &wanted["lambda_max"]),
            "{}",
            item.stakeholder
        );
        assert!(prints_as(got.consistency.index.unwrap(), &wanted["ci"]), "{}", item.stakeholder);
        assert!(prints_as(got.consistency.ratio.unwrap(), &wanted["cr"]), "{}", item.stakeholder);
        assert_eq!(got.consistency.accepted, wanted["accept"].as_bool());
        assert_eq!(got.weighting.quality.is_low(), !wanted["accept"].as_bool().unwrap());
    }
}

#[test]
fn the_rejected_matrix_names_its_triad_and_a_judgement_that_really_helps() {
    let all = stakeholder_ahp(&objectives(), &judgements(), &model());
    let rejected = all.iter().find(|item| item.stakeholder == "COO").unwrap().outcome.as_ref().unwrap();
    let triad = rejected.worst_triad.as_ref().unwrap();
    // 1 x 5 against 1/3: fifteen times apart, and no other three answers are.
    assert_eq!([&triad.a, &triad.b, &triad.c].map(|id| id.as_str()), ["O3", "O4", "O6"]);
    assert!((triad.factor() - 15.0).abs() < 1e-3);
    assert_eq!(triad.n_as_bad, 1);
    let revision = rejected.revision.as_ref().unwrap();
    assert_eq!((revision.a.as_str(), revision.b.as_str(), revision.judged), ("O4", "O5", 0.25));
    // Put the suggestion into the table of judgements and weigh it again from the start.
    let revised: Vec<PairJudgement> = judgements()
        .into_iter()
        .map(|mut item| {
            if item.stakeholder == "COO" && item.a == revision.a && item.b == revision.b {
                assert!((real(item.ratio) - revision.judged).abs() < 1e-12);
                item.ratio = exact(revision.suggested).unwrap();
            }
            item
        })
        .collect();
    let again = stakeholder_ahp(&objectives(), &revised, &model());
    let again = again.iter().find(|item| item.stakeholder == "COO").unwrap().outcome.as_ref().unwrap();
    assert!((again.consistency.ratio.unwrap() - revision.ratio_after).abs() < 1e-9);
    assert!(revision.ratio_after < revision.ratio_before);
    // The calm matrix of the CFO has several triads that are equally bad: a tie is told as a tie.
    let calm = all.iter().find(|item| item.stakeholder == "CFO").unwrap().outcome.as_ref().unwrap();
    assert!(calm.worst_triad.as_ref().unwrap().n_as_bad > 1);
}

#[test]
fn the_groups_of_the_bank_show_their_disagreement() {
    let all = stakeholder_weightings(&objectives(), &stakeholder_weights());
    let group = group_weighting(&all, Elicitation::Swing).unwrap();
    // O1: (70/390 + 100/375 + 75/400 + 80/430) / 4, by hand.
    let by_hand = (70.0 / 390.0 + 100.0 / 375.0 + 75.0 / 400.0 + 80.0 / 430.0) / 4.0;
    assert!((group.weighting.weights[&ObjectiveId::new("O1")] - by_hand).abs() < 1e-15);
    // Rank sums over O1..O6 are 9, 14, 13, 11, 17, 20 (no ties): W = 12 (1256 - 1176) / (16 x 210).
    assert!((group.agreement.kendall_w.unwrap() - 12.0 * 80.0 / 3360.0).abs() < 1e-12);
    let spread = &group.agreement.dispersion[&ObjectiveId::new("O5")];
    assert_eq!((spread.min_by.as_str(), spread.max_by.as_str()), ("CMO", "CFO"));

    let pairwise = group_ahp(&objectives(), &judgements(), &model()).unwrap();
    assert_eq!((pairwise.members.len(), pairwise.inconsistent), (3, vec!["COO".to_owned()]));
    assert!(pairwise.ahp.consistency.accepted.unwrap());
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let (mut points, mut pairs) = (stakeholder_weights(), judgements());
    let before = (stakeholder_weightings(&objectives(), &points), group_ahp(&objectives(), &pairs, &model()));
    points.reverse();
    pairs.reverse();
    assert_eq!(
        (stakeholder_weightings(&objectives(), &points), group_ahp(&objectives(), &pairs, &model())),
        before
    );
}

/// Saaty (2008), "Decision making with the analytic hierarchy process", Int. J. Services Sciences 1(1): drinks
/// consumed in the United States (coffee, wine, tea, beer, sodas, milk, water), weights and ratio as printed.
#[test]
fn drinks_of_saaty_2008() {
    let drinks = matrix(&[
        &[9.0, 5.0, 2.0, 1.0, 1.0, 0.5],
        &[1.0 / 3.0, 1.0 / 9.0, 1.0 / 9.0, 1.0 / 9.0, 1.0 / 9.0],
        &[1.0 / 3.0, 0.25, 1.0 / 3.0, 1.0 / 9.0],
        &[0.5, 1.0, 1.0 / 3.0],
        &[2.0, 0.5],
        &[1.0 / 3.0],
    ]);
    for (got, printed) in weights_of(&drinks).iter().zip([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327]) {
        assert!((got - printed).abs() <= 0.5e-3 + 1e-12, "{got} for {printed}");
    }
    assert!((consistency(&drinks, &model()).ratio.unwrap() - 0.022).abs() < 0.001);
}

/// Bozoki, Fulop and Ronyai (2010), "On optimal completion of incomplete pairwise comparison matrices", Mathematical
/// and Computer Modelling 52(1-2): four items, the pair (c, d) missing, completed at 0.7303, the root of 8/15.
#[test]
fn the_missing_answer_of_bozoki_2010() {
    let all = matrix(&[&[1.0, 5.0, 2.0], &[3.0, 4.0], &[1.0]]);
    let judged: Vec<_> =
        all.judged().into_iter().filter(|(row, column, _)| (*row, *column) != (2, 3)).collect();
    let weights = least_squares(4, &judged).unwrap();
    let bridged = weights[2] / weights[3];
    assert!((bridged - (8.0_f64 / 15.0).sqrt()).abs() < 1e-12);
    for (got, printed) in weights_of(&all.with(2, 3, bridged)).iter().zip([0.3738, 0.392, 0.0985, 0.1357]) {
        assert!((got - printed).abs() <= 0.5e-4 + 1e-12, "{got} for {printed}");
    }
}

/// NAG Library manual, example of routine G08DAF: three comparisons of ten objects with ties, W printed as 0.828.
#[test]
fn concordance_with_ties_of_the_nag_manual() {
    let ranks = [
        [1.0, 4.5, 2.0, 4.5, 3.0, 7.5, 6.0, 9.0, 7.5, 10.0],
        [2.5, 1.0, 2.5, 4.5, 4.5, 8.0, 9.0, 6.5, 10.0, 6.5],
        [2.0, 1.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0],
    ];
    let rows: Vec<Vec<f64>> = ranks.iter().map(|row| row.iter().map(|rank| -rank).collect()).collect();
    assert!((kendall_w(&rows).unwrap() - 0.828).abs() < 0.0005);
}

#[test]
fn missing_answers_are_bridged_and_unconnected_ones_refused() {
    let some: Vec<PairJudgement> =
        judgements().into_iter().filter(|item| item.stakeholder == "CFO" && item.a == "O1".into()).collect();
    let star = &stakeholder_ahp(&objectives(), &some, &model())[0].outcome.clone().unwrap();
    assert_eq!(star.solution, AhpSolution::LeastSquares);
    assert_eq!(star.consistency.unrated, Some(Unrated::Incomplete { judged: 5, pairs: 15 }));
    assert_eq!(star.weighting.quality, QualityNote::ConsistencyUnknown);
    let weights = &star.weighting.weights;
    assert!((weights[&"O1".into()] / weights[&"O5".into()] - 0.5).abs() < 1e-12);
    assert_eq!((&star.worst_triad, &star.revision), (&None, &None));

    let torn: Vec<PairJudgement> = some.into_iter().filter(|item| item.b != "O6".into()).collect();
    let faults = stakeholder_ahp(&objectives(), &torn, &model())[0].outcome.clone().unwrap_err();
    assert!(matches!(&faults[..], [PairFault::Disconnected { groups }] if groups[1] == ["O6".into()]));
    assert!(stakeholder_ahp(&[], &torn, &model())[0].outcome.is_err());
    assert!(group_ahp(&objectives(), &[], &model()).is_err());
}

#[test]
fn ten_points_of_the_first_objective_are_a_tenth_of_its_range() {
    let all = objectives();
    let meaning = swing_meaning(&all[1], dec!(100), dec!(10), Some(dec!(1000000))).unwrap();
    assert_eq!((meaning.kpi_change, meaning.amount), (dec!(-0.117), Some(dec!(117000))));
    assert_eq!(swing_meaning(&all[1], dec!(100), dec!(10), None).unwrap().amount, None);
    assert_eq!(swing_meaning(&all[0], dec!(100), dec!(10), None), None);
    assert_eq!(swing_meaning(&all[1], dec!(0), dec!(10), None), None);
}

#[test]
fn the_fit_of_a_portfolio_adds_up_term_by_term() {
    let (all, weighting) = (objectives(), dossier_weighting(&objectives()).unwrap());
    let effects: LeverEffects = [("LB-AHT", 10.0), ("LB-XSELL", 12.0), ("LB-OUT", 4.0), ("LB-COMPL", 5.0)]
        .map(|(id, effect)| (LeverId::new(id), effect))
        .into();
    let funded = FundedEffects { levers: &effects, coverage: 0.30, obsession: Some(6.35) };
    let fit = objective_fit(&all, &levers(), &funded, &weighting, &model());
    let of = |id: &str| fit.measured.iter().find(|item| item.objective.as_str() == id).unwrap();
    let near = |got: f64, wanted: f64| assert!((got - wanted).abs() < 1e-9, "{got} for {wanted}");
    near(of("O1").kpi_after, 4.77);
    near(of("O2").kpi_after, 1.2 + 12.0 * 0.083);
    near(of("O3").value_after, (1.0 - (-1.0_f64).exp()) / (1.0 - (-2.0_f64).exp()));
    near(of("O4").value_after, (0.8_f64.exp() - 1.0) / (2.0_f64.exp() - 1.0));
    near(of("O5").value_after, 0.99 / 5.5);
    near(of("O6").value_after, 2.35 / 3.5);
    assert_eq!(of("O4").unconverted, ["LB-COMPL".into()]);
    let added: f64 = fit.measured.iter().map(|item| 100.0 * item.weight.unwrap() * item.value_after).sum();
    near(fit.score_after, added);
    near(fit.measured_weight, 1.0);
    // Before: everything stands at its worst, but for freedom: 25 of 370 points at (4.6 - 4.0) / 3.5.
    near(fit.score_before, 100.0 * 25.0 / 370.0 * 0.6 / 3.5);

    let nothing = FundedEffects { levers: &LeverEffects::new(), coverage: 0.0, obsession: None };
    let idle = objective_fit(&all, &levers(), &nothing, &weighting, &model());
    assert_eq!(idle.score_after, idle.score_before);
    assert_eq!(objective_fit(&[], &[], &nothing, &weighting, &model()).measured_weight, 0.0);
}

#[test]
fn what_is_not_measured_is_reported_and_not_zero() {
    let (mut all, weighting) = (objectives(), dossier_weighting(&objectives()).unwrap());
    let anchors = all[6].measure.as_mut().unwrap();
    std::mem::swap(&mut anchors.worst, &mut anchors.best);
    all[5].measure.as_mut().unwrap().best = dec!(31.5);
    let mut few = levers();
    few.retain(|lever| lever.objective != Some("O1".into()));
    let funded = FundedEffects { levers: &LeverEffects::new(), coverage: f64::NAN, obsession: None };
    let fit = objective_fit(&all, &few, &funded, &weighting, &model());
    let reasons: Vec<(&str, Unmeasured)> =
        fit.unmeasured.iter().map(|item| (item.objective.as_str(), item.reason)).collect();
    let wanted = [
        ("O1", Unmeasured::NoConversion),
        ("O3", Unmeasured::NoValue(NoValue::KpiNotFinite)),
        ("O5", Unmeasured::NoValue(NoValue::AnchorsEqual)),
        ("O6", Unmeasured::NoValue(NoValue::AnchorsContradictDirection)),
    ];
    assert_eq!(reasons, wanted);
    assert!((fit.measured_weight - 130.0 / 370.0).abs() < 1e-12);
}
