//! Random investments with variants, cost and benefit lines, demand for people and effects on moments.

use std::collections::BTreeMap;

use cxfolio::domain::business_case::{Accounting, BenefitLine, CostLine, CostNature};
use cxfolio::domain::estimate::ThreePoint;
use cxfolio::domain::evidence::EvidenceLevel;
use cxfolio::domain::investment::{Investment, ObsessionScores, Variant};
use cxfolio::domain::lever::Lever;
use cxfolio::domain::place::Place;
use cxfolio::domain::role::RoleDemand;
use rust_decimal::{Decimal, dec};

use super::chance::Chance;
use super::dossier::name;
use super::moments::moment_effects;

/// More plans than these are not drawn, so that all of them can be looked at.
const PLANS_MAX: usize = 12_000;

/// Four to nine investments of one to three variants, sorted as a dossier is.
pub fn investments(
    chance: &mut Chance,
    levers: &[Lever],
    horizon: usize,
    has_moments: bool,
) -> Vec<Investment> {
    let mut plans = 1;
    let mut all = Vec::new();
    for number in 1..=chance.between(4, 9) {
        let mut scopes: Vec<&str> = match chance.below(6) {
            0 | 1 => vec!["core"],
            2 => vec!["core", "full"],
            3 => vec!["core", "pilot"],
            4 => vec!["core", "full", "pilot"],
            _ => vec!["core", "lite"],
        };
        if plans * (scopes.len() + 1) > PLANS_MAX {
            scopes.truncate(1);
        }
        plans *= scopes.len() + 1;
        all.push(investment(chance, number, &scopes, levers, horizon, has_moments));
    }
    all
}

fn investment(
    chance: &mut Chance,
    number: i64,
    scopes: &[&str],
    levers: &[Lever],
    horizon: usize,
    has_moments: bool,
) -> Investment {
    let id = format!("I{number}");
    let variants = scopes.iter().map(|scope| variant(chance, &id, scope, levers, horizon)).collect();
    Investment {
        id: id.as_str().into(),
        name: name(&id),
        category: "technology".into(),
        technology_family: String::new(),
        department: String::new(),
        sponsor: String::new(),
        sponsor_engagement: None,
        vendor: String::new(),
        deployment: String::new(),
        contract_years: dec!(1),
        exit_cost: dec!(0),
        portability: None,
        obsession: ObsessionScores::default(),
        capability: String::new(),
        capability_gain: None,
        is_mandatory: false,
        months_to_first_value: None,
        earliest_start: 0,
        latest_start: None,
        duration_months: None,
        partial_funding: None,
        reason: Default::default(),
        criteria: BTreeMap::new(),
        moment_effects: if has_moments { moment_effects(chance) } else { Vec::new() },
        node_effects: Vec::new(),
        risks: Vec::new(),
        variants,
        place: Place::default(),
    }
}

fn variant(chance: &mut Chance, investment: &str, scope: &str, levers: &[Lever], horizon: usize) -> Variant {
    let size = match scope {
        "pilot" => dec!(0.3),
        "lite" => dec!(0.6),
        "full" => dec!(1.4),
        _ => dec!(1),
    };
    let id = |kind: &str, number: i64| format!("{investment}-{scope}-{kind}{number}");
    let cost_lines =
        (1..=chance.between(1, 2)).map(|number| cost_line(chance, id("c", number), size, horizon)).collect();
    let benefit_lines = (1..=chance.between(0, 3))
        .map(|number| benefit_line(chance, id("b", number), size, levers, horizon))
        .collect();
    let mut role_demand = Vec::new();
    for role in ["R1", "R2", "R2"] {
        if chance.one_in(2) {
            let days = (0..2).map(|_| Decimal::new(chance.between(0, 40), 0)).collect();
            role_demand.push(RoleDemand { role: role.into(), days, place: Place::default() });
        }
    }
    Variant {
        id: scope.into(),
        name: name(scope),
        benefit_multiplier: size,
        cost_lines,
        benefit_lines,
        role_demand,
        place: Place::default(),
    }
}

fn cost_line(chance: &mut Chance, id: String, size: Decimal, horizon: usize) -> CostLine {
    let is_withheld = chance.one_in(50);
    let (low_multiplier, high_multiplier) =
        chance.pick(&[(dec!(1), dec!(1)), (dec!(1), dec!(1)), (dec!(0.9), dec!(1.35))]);
    CostLine {
        id,
        nature: CostNature::Build,
        accounting: Accounting::Opex,
        amounts: (0..=horizon)
            .map(|year| {
                let most = if year < 2 { 60 } else { 20 };
                let amount = Decimal::new(chance.between(0, most), 0) * dec!(1000) * size;
                (!(is_withheld && year == 1)).then_some(amount)
            })
            .collect(),
        low_multiplier,
        high_multiplier,
        shared_component: None,
        place: Place::default(),
    }
}

/// A gain or a harm with a ramp that rises or falls, or stops before the horizon.
fn benefit_line(
    chance: &mut Chance,
    id: String,
    size: Decimal,
    levers: &[Lever],
    horizon: usize,
) -> BenefitLine {
    let low = chance.hundredths(-200, 800) * size;
    let mode = low + chance.hundredths(0, 300) * size;
    let high = mode + chance.hundredths(0, 300) * size;
    let years = horizon - usize::from(chance.one_in(6));
    BenefitLine {
        id,
        lever: levers[chance.below(levers.len())].id.clone(),
        effect: (!chance.one_in(50)).then_some(ThreePoint { low, mode, high }),
        evidence: chance.pick(&EvidenceLevel::ALL),
        ramp: (0..years).map(|_| chance.hundredths(0, 100)).collect(),
        owner: String::new(),
        place: Place::default(),
    }
}
