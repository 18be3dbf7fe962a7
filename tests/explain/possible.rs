//! When no plan exists: conflicts and repairs of the bank, and of small random dossiers against complete enumeration.

use std::collections::BTreeSet;

use cxfolio::app::appraise::cases_of;
use cxfolio::domain::dossier::Dossier;
use cxfolio::experience::map::ExperienceMap;
use cxfolio::optimize::choose::choose;
use cxfolio::optimize::outcome::Status;
use cxfolio::optimize::question::{Grounds, Question};
use cxfolio::optimize::repair::{Move, Repair};
use cxfolio::optimize::statement::Statement;
use rust_decimal::{Decimal, dec};

use crate::oracle::{bank, list, texts, under};
use crate::small::Small;

fn named(conflict: &[Statement]) -> BTreeSet<String> {
    conflict.iter().map(Statement::name).collect()
}

#[test]
fn the_infeasible_scenarios_of_the_bank_name_their_conflict_and_are_repaired() {
    for expected in list(&bank().oracle["infeasible"]) {
        let id = expected["scenario"].as_str().expect("a scenario");
        let opened = under(Some(id));
        let cases = cases_of(&opened).expect("cases");
        let map = ExperienceMap::new(&opened.dossier, &opened.model);
        let ask = |dossier: &Dossier| {
            let grounds = Grounds { dossier, cases: &cases, map: &map, preference: None };
            choose(grounds, &Question::default()).expect("an answer")
        };
        let outcome = ask(&opened.dossier);
        let wanted: BTreeSet<String> = texts(&expected["minimal_conflict"]).into_iter().collect();
        let found: Vec<BTreeSet<String>> = outcome.conflicts.iter().map(|one| named(one)).collect();
        assert!(found.contains(&wanted), "{id}: {found:?}");
        assert!(!outcome.repairs.is_empty(), "{id}");
        for repair in &outcome.repairs {
            let status = ask(&repaired(&opened.dossier, repair)).status;
            assert_eq!(status, Status::Optimal, "{id}: {repair:?}");
        }
        assert!(!outcome.repairs[0].is_last_resort(), "{id}");
    }
}

/// The dossier with the steps of a repair made by hand.
fn repaired(dossier: &Dossier, repair: &Repair) -> Dossier {
    let mut dossier = dossier.clone();
    for step in &repair.steps {
        match (&step.statement, &step.by) {
            (Statement::Budget { year }, Move::By(by)) => {
                *dossier.settings.budgets.get_mut(year).expect("stated") += by;
            }
            (Statement::RunRate { year }, Move::By(by)) => {
                *dossier.settings.run_rate_caps.get_mut(year).expect("stated") += by;
            }
            (Statement::RoleDays { role, year }, Move::By(by)) => {
                let role = dossier.roles.iter_mut().find(|one| &one.id == role).expect("stated");
                *role.capacity[*year].as_mut().expect("stated") += by;
            }
            (Statement::Mandatory { investment }, Move::Later(start)) => {
                let own = dossier.investments.iter_mut().find(|one| &one.id == investment);
                own.expect("stated").earliest_start = start.year() as u32;
            }
            (statement, _) => {
                dossier.settings.switched_off.insert(statement.name());
            }
        }
    }
    dossier
}

const SEEDS: std::ops::Range<u64> = 0..250;

/// Every conflict there is, as the smallest sets that share a rule with what each plan breaks.
fn all_conflicts(broken: &[BTreeSet<String>]) -> BTreeSet<BTreeSet<String>> {
    let smallest = |sets: BTreeSet<BTreeSet<String>>| -> BTreeSet<BTreeSet<String>> {
        let has_smaller = |set: &BTreeSet<String>| sets.iter().any(|one| one != set && one.is_subset(set));
        sets.iter().filter(|set| !has_smaller(set)).cloned().collect()
    };
    let mut found = BTreeSet::from([BTreeSet::new()]);
    for plan in smallest(broken.iter().cloned().collect()) {
        let mut next: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for set in found {
            if !set.is_disjoint(&plan) {
                next.insert(set);
                continue;
            }
            next.extend(plan.iter().map(|rule| set.iter().cloned().chain([rule.clone()]).collect()));
        }
        found = smallest(next);
    }
    found
}

#[test]
fn conflicts_are_those_of_complete_enumeration() {
    let bank = bank();
    let (mut n_infeasible, mut n_complete) = (0, 0);
    for seed in SEEDS {
        let small = Small::new(&bank, seed);
        let broken: Vec<BTreeSet<String>> =
            small.plans().iter().map(|plan| small.broken(plan).into_keys().collect()).collect();
        let outcome = small.answer(&small.dossier);
        let found: Vec<BTreeSet<String>> = outcome.conflicts.iter().map(|one| named(one)).collect();
        if broken.iter().any(BTreeSet::is_empty) {
            assert!(outcome.plan.is_some() && found.is_empty() && outcome.repairs.is_empty(), "seed {seed}");
            continue;
        }
        n_infeasible += 1;
        let all = all_conflicts(&broken);
        assert!(found.iter().all(|conflict| all.contains(conflict)), "seed {seed}: {found:?} of {all:?}");
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "seed {seed}");
        assert!(found.is_sorted_by_key(|conflict| conflict.len()), "seed {seed}");
        assert!(!found.is_empty() && found.len() <= 5, "seed {seed}");
        n_complete += usize::from(found.len() == all.len().min(5));
    }
    assert!(n_infeasible > 60, "{n_infeasible} dossiers had no plan");
    assert!(n_complete * 10 >= n_infeasible * 9, "{n_complete} of {n_infeasible} have as many as there are");
}

#[test]
fn repairs_make_a_plan_possible_and_the_first_is_the_cheapest() {
    let bank = bank();
    let mut n_repaired = 0;
    for seed in SEEDS {
        let small = Small::new(&bank, seed);
        let outcome = small.answer(&small.dossier);
        if outcome.plan.is_some() {
            continue;
        }
        let plans = small.plans();
        let least = plans.iter().filter_map(|plan| small.price(plan)).min();
        let least = least.expect("doing nothing breaks obligations only");
        let costs: Vec<Decimal> = outcome.repairs.iter().map(|repair| repair.cost).collect();
        assert!(!costs.is_empty() && costs.is_sorted(), "seed {seed}: {costs:?}");
        // Whole days and cents come on top of what the plan needs exactly.
        let most = least + Decimal::from(outcome.repairs[0].steps.len()) * dec!(2000);
        assert!(least - dec!(0.01) <= costs[0] && costs[0] <= most, "seed {seed}: {costs:?}, not {least}");
        let mut seen: Vec<BTreeSet<String>> = Vec::new();
        for repair in &outcome.repairs {
            let moved: BTreeSet<String> = repair.steps.iter().map(|step| step.statement.name()).collect();
            assert!(!seen.iter().any(|known| known.is_subset(&moved)), "seed {seed}: {moved:?} again");
            seen.push(moved);
            let mended = small.answer(&repaired(&small.dossier, repair));
            assert!(mended.plan.is_some(), "seed {seed}: {repair:?}");
        }
        n_repaired += 1;
    }
    assert!(n_repaired > 60, "{n_repaired} dossiers were repaired");
}
