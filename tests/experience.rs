//! The customer side of the sample bank against its published figures.

use std::collections::BTreeSet;

use cxfolio::domain::decision_model::DecisionModel;
use cxfolio::domain::dossier::Dossier;
use cxfolio::domain::evidence::EvidenceLevel;
use cxfolio::domain::portfolio::{Choice, Portfolio};
use cxfolio::domain::start::Start;
use cxfolio::experience::at_risk::MoneyAtRisk;
use cxfolio::experience::coverage::Coverage;
use cxfolio::experience::journey_score::JourneyScores;
use cxfolio::experience::kano::{Satisfaction, below_floor};
use cxfolio::experience::map::ExperienceMap;
use cxfolio::experience::path::EcosystemPath;
use cxfolio::experience::persona_impact::PersonaImpacts;
use cxfolio::experience::root_cause::node_leverages;
use cxfolio::experience::symptom::symptom_only;
use cxfolio::quantity::real::real;
use serde_json::Value;

#[path = "experience/published.rs"]
mod published;
#[path = "experience/tables.rs"]
mod tables;
#[path = "experience/money.rs"]
mod money;
#[path = "experience/identities.rs"]
mod identities;

/// A sample with what the room makes of it.
struct Bank {
    dossier: Dossier,
    model: DecisionModel,
    map: ExperienceMap,
    oracle: Value,
}

fn read(name: &str) -> (Dossier, DecisionModel, ExperienceMap) {
    let dossier = tables::dossier(&published::sample(name));
    let model = tables::reference_model(&dossier);
    let map = ExperienceMap::new(&dossier, &model);
    (dossier, model, map)
}

fn bank() -> Bank {
    let (dossier, model, map) = read("banque-horizon");
    let oracle = published::json(&published::sample("banque-horizon").join("expected/oracle.json"));
    Bank { dossier, model, map, oracle }
}

fn expected(file: &str) -> Vec<published::Row> {
    published::rows(&published::sample("banque-horizon").join("expected").join(file))
}

fn portfolio(choices: &Value) -> Portfolio {
    let choices = choices.as_array().expect("a list of choices").iter().map(|choice| {
        let (investment, variant) =
            choice.as_str().and_then(|text| text.split_once(':')).expect("written B01:core");
        Choice::of(investment.into(), variant.into())
    });
    Portfolio::new(choices.collect())
}

fn near(found: f64, expected: &Value, half_unit: f64, what: &str) {
    let expected = expected.as_f64().unwrap_or_else(|| panic!("no figure for {what}"));
    assert!((found - expected).abs() <= half_unit + 1e-9, "{what}: {found} instead of {expected}");
}

#[test]
fn gap_closure_of_every_investment_is_the_published_one() {
    let bank = bank();
    let mut seen = BTreeSet::new();
    for row in expected("gap_closure.csv") {
        let (investment, persona, moment) =
            (row.text("investment_id"), row.text("persona_id"), row.text("moment_id"));
        let found = bank.map.closure(&investment.into(), &"core".into(), &persona.into(), &moment.into());
        let published = real(row.number("share_of_gap_closed"));
        assert!((found - published).abs() <= 0.5e-5 + 1e-12, "{investment} {persona} {moment}: {found}");
        seen.insert((investment.to_string(), persona.to_string(), moment.to_string()));
    }
    assert_eq!(seen.len(), 539);
    for investment in &bank.dossier.investments {
        for (_, persona_index, moment_index) in bank.map.cells.iter() {
            let (persona, moment) =
                (&bank.map.cells.personas()[persona_index], &bank.map.cells.moments()[moment_index]);
            let key = (investment.id.to_string(), persona.to_string(), moment.to_string());
            let found = bank.map.closure(&investment.id, &"core".into(), persona, moment);
            assert!(
                seen.contains(&key) || found.abs() < 0.5e-5,
                "{key:?} closes {found} but is not published"
            );
        }
    }
}

#[test]
fn customer_experience_points_of_every_variant_are_the_published_ones() {
    let bank = bank();
    let options = bank.oracle["options"].as_array().expect("options");
    assert_eq!(options.len(), 38);
    for option in options {
        let (investment, variant) =
            (option["id"].as_str().unwrap_or(""), option["variant"].as_str().unwrap_or(""));
        let found = bank.map.cx_points(&investment.into(), &variant.into());
        near(found, &option["cx_points"], 0.0005, &format!("{investment}:{variant}"));
    }
}

#[test]
fn coverage_of_every_published_portfolio_is_the_published_one() {
    let bank = bank();
    let best = &bank.oracle["full_model_best_known"];
    let coverage = bank.map.coverage(&portfolio(&best["portfolio"]));
    near(coverage.total, &best["coverage"], 0.00005, "best known portfolio");
    for (moment, share) in best["coverage_by_moment"].as_object().expect("by moment") {
        near(coverage.by_moment[&moment.as_str().into()], share, 0.00005, moment);
    }
    for (persona, share) in best["coverage_by_persona"].as_object().expect("by persona") {
        near(coverage.by_persona[&persona.as_str().into()], share, 0.00005, persona);
    }
    assert_eq!((coverage.by_moment.len(), coverage.by_persona.len()), (16, 5));
    let linear = &bank.oracle["linear_optimum"];
    near(
        bank.map.coverage(&portfolio(&linear["portfolio"])).total,
        &linear["coverage"],
        0.00005,
        "linear optimum",
    );
}

#[test]
fn the_portfolios_found_under_a_floor_keep_it() {
    let bank = bank();
    let solved: Vec<&Value> = bank.oracle["must_be_floor"]
        .as_array()
        .expect("floors")
        .iter()
        .filter(|case| case["status"] == "optimal")
        .collect();
    assert_eq!(solved.len(), 5);
    for (index, case) in solved.iter().enumerate() {
        let floor = case["floor"].as_f64().expect("a floor");
        let coverage = bank.map.coverage(&portfolio(&case["portfolio"]));
        near(coverage.total, &case["coverage"], 0.00005, &format!("floor {floor}"));
        assert_eq!(below_floor(&bank.dossier, &bank.map, &coverage, floor), []);
        if let Some(higher) = solved.get(index + 1).and_then(|next| next["floor"].as_f64()) {
            let low = below_floor(&bank.dossier, &bank.map, &coverage, higher);
            assert!(!low.is_empty(), "the portfolio of floor {floor} would be free of charge at {higher}");
        }
    }
    let best = bank.map.coverage(&portfolio(&bank.oracle["full_model_best_known"]["portfolio"]));
    let low = below_floor(&bank.dossier, &bank.map, &best, 0.1);
    assert!(
        low.iter().all(|cell| cell.moment == "M15".into()) && !low.is_empty(),
        "the shop terminal is left at 0"
    );
}

#[test]
fn persona_impact_in_every_context_is_the_published_one() {
    let bank = bank();
    let impacts = PersonaImpacts::new(&bank.dossier, &bank.model, &bank.map);
    let published = expected("persona_impact.csv");
    assert_eq!(published.len(), 336);
    for row in &published {
        let (investment, persona, context) =
            (row.text("investment_id"), row.text("persona_id"), row.text("context"));
        let found =
            impacts.in_context(&investment.into(), &persona.into(), context).expect("weights are stated");
        let score = real(row.number("score_0_10"));
        assert!(
            (found - score).abs() <= 0.005 + 1e-9,
            "{investment} {persona} {context}: {found} for {score}"
        );
    }
    let contexts: usize =
        bank.map.cells.personas().iter().map(|persona| impacts.contexts(persona).count()).sum();
    assert_eq!(
        contexts * bank.dossier.investments.len(),
        published.len(),
        "no context besides the published ones"
    );
}

#[test]
fn a_contextual_impact_lies_between_its_contexts() {
    let bank = bank();
    let impacts = PersonaImpacts::new(&bank.dossier, &bank.model, &bank.map);
    let mut mixed = 0;
    for investment in &bank.dossier.investments {
        for persona in bank.map.cells.personas() {
            let contexts = impacts.contexts(persona);
            let scores: Vec<f64> =
                contexts.filter_map(|context| impacts.in_context(&investment.id, persona, context)).collect();
            let (low, high) = scores.iter().fold((f64::MAX, f64::MIN), |(l, h), s| (l.min(*s), h.max(*s)));
            let found = impacts.contextual(&investment.id, persona).expect("every persona has weights");
            assert!(low - 1e-12 <= found && found <= high + 1e-12, "{} {persona}: {found}", investment.id);
            mixed += usize::from(low + 1e-9 < found && found < high - 1e-9);
        }
    }
    assert!(mixed > 20, "contexts are mixed by importance, not picked");
}

#[test]
fn the_integration_layer_reaches_the_repeated_question_by_the_chain_the_method_tells() {
    let bank = bank();
    let api = bank.dossier.investment(&"B26".into()).expect("B26");
    let moment = "M11".into();
    let effect =
        api.node_effects.iter().find(|effect| effect.node == "N-API".into()).expect("it mends N-API");
    assert_eq!(real(effect.health_points), 4.0);
    let told = ["N-API", "N-C360", "N-CC", "N-AGENTS"];
    let paths = bank.map.ecosystem.paths(Some(&effect.node), &moment, usize::MAX);
    let is_told = |path: &&EcosystemPath| path.steps.iter().map(|step| step.from.as_str()).eq(told);
    let path = paths.iter().find(is_told).expect("the chain is found");
    let kept = [0.776, 0.776, 0.776, 0.832];
    let stated = [0.35, 0.35, 0.40, 0.40];
    let weight: f64 = kept.iter().zip(stated).map(|(kept, stated)| kept * stated).product();
    assert!((path.weight - weight).abs() < 1e-12);
    assert_eq!(path.evidence, EvidenceLevel::E2);
}

#[test]
fn the_paths_of_every_propagated_lift_sum_to_it_in_both_samples() {
    for name in ["banque-horizon", "maison-lumen"] {
        let (dossier, _, map) = read(name);
        for investment in &dossier.investments {
            for (cell, persona_index, moment_index) in map.cells.iter() {
                let (persona, moment) =
                    (&map.cells.personas()[persona_index], &map.cells.moments()[moment_index]);
                let by_paths = investment.node_effects.iter().map(|effect| {
                    let paths = map.ecosystem.paths(Some(&effect.node), moment, usize::MAX);
                    real(effect.health_points) * paths.iter().map(|path| path.weight).sum::<f64>()
                });
                let sum: f64 = by_paths.sum();
                let lift = map.lifts.at(map.lifts.index(&investment.id).expect("listed"), cell).propagated;
                assert!((sum - lift).abs() < 1e-12, "{name} {} {persona} {moment}", investment.id);
            }
        }
    }
}

#[test]
fn the_bank_map_names_what_nobody_fixes_and_who_treats_symptoms() {
    let bank = bank();
    let at_risk = MoneyAtRisk::of(&bank.dossier, &bank.model, &bank.map);
    let leverages = node_leverages(&bank.dossier, &bank.map, &at_risk);
    let unattended: BTreeSet<&str> =
        leverages.iter().filter(|node| node.is_unattended()).map(|node| node.node.as_str()).collect();
    assert_eq!(unattended, BTreeSet::from(["N-ACQ", "N-AGENTS", "N-BO", "N-CRED"]));
    assert!(leverages.windows(2).all(|pair| pair[0].amount >= pair[1].amount));
    let roots: Vec<&str> =
        leverages.iter().filter(|node| !node.problems.is_empty()).map(|node| node.node.as_str()).collect();
    assert_eq!(
        roots.iter().copied().collect::<BTreeSet<_>>(),
        BTreeSet::from(["N-API", "N-C360", "N-CORE", "N-FEEPOL"])
    );
    let symptom: BTreeSet<String> = symptom_only(&bank.dossier, &bank.model, &bank.map)
        .into_iter()
        .map(|candidate| candidate.investment.to_string())
        .collect();
    assert!(
        symptom.contains("B10"),
        "the agent desktop eases the repeated question and leaves the repository"
    );
    for at_the_root in ["B08", "B20", "B21", "B26"] {
        assert!(!symptom.contains(at_the_root), "{at_the_root} works at a root");
    }
}

#[test]
fn a_chatbot_harms_agents_and_the_harm_is_never_discounted() {
    let bank = bank();
    let ecosystem = &bank.map.ecosystem;
    assert_eq!(ecosystem.influence_on_node(&"N-BOT".into(), &"N-AGENTS".into()), -0.10);
    assert!(ecosystem.influence(&"N-BOT".into(), &"M09".into()) < 0.0);
    let mut doubtful = bank.dossier.clone();
    for investment in &mut doubtful.investments {
        for effect in &mut investment.moment_effects {
            effect.evidence = EvidenceLevel::E0;
        }
    }
    let doubted = ExperienceMap::new(&doubtful, &bank.model);
    let mut harms = 0;
    for (index, investment) in bank.dossier.investments.iter().enumerate() {
        for (cell, ..) in bank.map.cells.iter() {
            let (sure, doubt) = (bank.map.lifts.at(index, cell).direct, doubted.lifts.at(index, cell).direct);
            harms += usize::from(sure < 0.0);
            let is_right = if sure < 0.0 { doubt == sure } else { doubt <= sure };
            assert!(is_right, "{}: {sure} became {doubt}", investment.id);
        }
    }
    assert!(harms > 0, "the bank states at least one direct harm");
}

#[test]
fn what_people_feel_moves_with_the_coverage() {
    let bank = bank();
    let nothing = Coverage::none(&bank.map);
    let best = bank.map.coverage(&portfolio(&bank.oracle["full_model_best_known"]["portfolio"]));
    let still = Satisfaction::of(&bank.dossier, &bank.model, &bank.map, &nothing).total.expect("importances");
    assert_eq!(still.change(), 0.0);
    let moved = Satisfaction::of(&bank.dossier, &bank.model, &bank.map, &best).total.expect("importances");
    assert!(moved.before == still.before && moved.change() > 0.05 && moved.after <= 1.0);
    let journeys = JourneyScores::of(&bank.dossier, &bank.model, &bank.map, &best);
    assert_eq!(journeys.journeys.len(), 6);
    assert!(journeys.scores.iter().all(|score| score.score.after <= 10.0 && score.score.change() >= -1e-12));
}

#[test]
fn every_other_start_and_order_gives_the_same_coverage() {
    let bank = bank();
    let listed = &bank.oracle["linear_optimum"]["portfolio"];
    let mut turned: Vec<Choice> = portfolio(listed).choices().to_vec();
    turned.reverse();
    turned.iter_mut().for_each(|choice| choice.start = Start::of_year(2));
    assert_eq!(bank.map.coverage(&Portfolio::new(turned)), bank.map.coverage(&portfolio(listed)));
}
